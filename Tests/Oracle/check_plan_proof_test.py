"""That the checker of proofs accepts what is proven and finds what is not: `check-plan-proof.py --self-test`.

Small problems from a seed are solved by trying every plan, their prices found by trying all prices; then each proof is
spoilt in every way that can be thought of, one at a time.
"""

import copy
import itertools
import json
import random


def plans(problem):
    """Every plan: for each person a job or none."""
    choices = [[None] + [job for job, who in problem["pairs"] if who == person] for person in problem["people"]]
    for plan in itertools.product(*choices):
        held = [plan.count(job) for job in range(2)]
        if all(held[job] <= problem["vacancies"][job] for job in range(2)) and held[1] <= problem["limit"]:
            yield plan


def proof(seed):
    """The lines of a proof: two jobs, the second of an employer with a limit, four people."""
    chance = random.Random(seed)
    problem = {
        "people": range(4), "vacancies": [chance.randint(1, 2), chance.randint(1, 3)], "limit": chance.randint(1, 2),
        "pairs": {(job, person): chance.randint(1, 4) for job in range(2) for person in range(4) if chance.random() < 0.8},
    }
    cover = seed % 2 == 0
    worth = 10 + 2 ** 70 * (seed % 4 == 2) if cover else 0
    worth = 17 if cover and worth == 10 else worth
    pairs = problem["pairs"]

    def value(plan):
        return sum(worth + pairs[job, person] for person, job in enumerate(plan) if job is not None)

    plan = max(plans(problem), key=value)
    best = None
    prices = [level * worth + rest for level in ((0, 1) if cover else (0,)) for rest in range(-4 if cover else 0, 5)]
    for first, second, third in itertools.product([price for price in prices if price >= 0], repeat=3):
        price = [first, second + third]
        profits = [max([0] + [worth + points - price[job] for (job, who), points in pairs.items() if who == person])
                   for person in range(4)]
        bound = sum(profits) + first * problem["vacancies"][0] + second * problem["vacancies"][1] + third * problem["limit"]
        if best is None or bound < best[0]:
            best = bound, first, second, third, profits
    bound, first, second, third, profits = best
    placed = [(job, person) for person, job in enumerate(plan) if job is not None]
    return [
        {"format": "doorstep-plan-1", "goal": "cover" if cover else "total", "threshold": 1, "made": "anything"},
        {"job": "J0", "vacancies": problem["vacancies"][0], "price": first},
        {"job": "J1", "employer": "E", "vacancies": problem["vacancies"][1], "price": second},
        {"employer": "E", "limit": problem["limit"], "price": third},
        *({"person": f"P{person}", "worth": worth, "profit": profits[person]} for person in range(4)),
        *({"pair": [f"J{job}", f"P{person}"], "points": points} for (job, person), points in pairs.items()),
        *({"placed": [f"J{job}", f"P{person}"]} for job, person in placed),
        {"agreed": ["J0", "P9"], "points": 1234},
        {"placed": len(placed), "points": sum(pairs[pair] for pair in placed), "value": value(plan), "bound": bound},
    ]


def spoilt(lines):
    """Each with what was done to it and the verdicts that are right then."""
    def changed(number, key, value, codes):
        copied = copy.deepcopy(lines)
        copied[number][key] = value
        return f"line {number + 1}: {key} = {value}", copied, codes

    last = len(lines) - 1
    for number, line in enumerate(lines):
        for key, value in line.items():
            if type(value) is int and key != "threshold":
                yield changed(number, key, -1, (1,))
                yield changed(number, key, float(value), (2,))
                yield changed(number, key, str(value), (2,))
            if key in ("price", "profit", "value", "bound") or number == last:
                yield changed(number, key, value + 1, (1,))
                yield changed(number, key, value - 1, (1,))
        if type(line.get("placed")) is list:
            job, person = line["placed"]
            yield changed(number, "placed", [job, "P9"], (1,))
            yield changed(number, "placed", [person, job], (1,))
            yield f"line {number + 1} twice", lines[:number] + [line] + lines[number:], (1,)
            yield f"{person} agreed", lines[:-1] + [{"agreed": ["J1", person], "points": 1}] + lines[-1:], (1,)
            yield f"pair of {person} is gone", [other for other in lines if other.get("pair") != line["placed"]], (1,)
            better = copy.deepcopy(lines)
            next(other for other in better if other.get("pair") == line["placed"])["points"] += 1
            yield f"pair of {person} has a point more", better, (1,)
            fewer = copy.deepcopy(lines)
            fewer.remove(line)
            points = next(other["points"] for other in lines if other.get("pair") == line["placed"])
            worth = next(other["worth"] for other in lines if other.get("person") == person)
            fewer[-1]["placed"] -= 1
            fewer[-1]["points"] -= points
            fewer[-1]["value"] -= points + worth
            yield f"{person} is left out, honestly", fewer, (3,)
        elif number not in (0, last) and "agreed" not in line:
            needed = "pair" not in line and ("person" in line or line.get("price") or any(
                other.get("pair", [None])[0] == line.get("job") for other in lines) or "employer" in line)
            if needed and not ("person" in line and not any(other.get("pair", [0, 0])[1] == line["person"] for other in lines)):
                yield f"without line {number + 1}", lines[:number] + lines[number + 1:], (1,)
    yield changed(0, "threshold", 5, (1,))
    yield changed(0, "goal", "most", (1,))
    yield changed(0, "format", "doorstep-plan-2", (2,))
    yield "without the last line", lines[:-1], (2,)
    yield "without the first line", lines[1:], (2,)
    yield "with a line of no kind", lines[:1] + [{"colour": 1}] + lines[1:], (2,)
    if lines[0]["goal"] == "total":
        yield changed(0, "goal", "cover", (1,))
    # One more at a job than it has room for, though everything is listed and summed up.
    for job, room in (("J0", lines[1]["vacancies"]), ("J1", min(lines[2]["vacancies"], lines[3]["limit"]))):
        placed = [other["placed"] for other in lines[:-1] if "placed" in other]
        free = [other for other in lines if "pair" in other and other["pair"][0] == job
                and other["pair"][1] not in [person for _, person in placed]]
        if free and sum(other[0] == job for other in placed) == room:
            more = copy.deepcopy(lines)
            worth = next(other["worth"] for other in lines if other.get("person") == free[0]["pair"][1])
            more.insert(-1, {"placed": free[0]["pair"]})
            more[-1]["placed"] += 1
            more[-1]["points"] += free[0]["points"]
            more[-1]["value"] += free[0]["points"] + worth
            yield f"one too many at {job}", more, (1,)


def run(verdict):
    def text(lines):
        return "\n".join(json.dumps(line) for line in lines)

    wrong = []
    tried = 0

    def expect(what, given, codes, plan=None):
        nonlocal tried
        tried += 1
        code, message = verdict(given, plan)
        if code not in codes:
            wrong.append(f"{what}: {code} {message}, expected {codes}")

    for seed in range(40):
        lines = proof(seed)
        expect(f"seed {seed}", text(lines), (0,))
        for what, others, codes in spoilt(lines):
            expect(f"seed {seed}, {what}", text(others), codes)
        points = {tuple(line["pair"]): line["points"] for line in lines if "pair" in line}
        rows = [f"{job},{person},{points[job, person]}\n" for job, person in
                (line["placed"] for line in lines[:-1] if "placed" in line)]
        head = ["job_id,person_id,points\n"]
        expect("the plan", text(lines), (0,), head + rows)
        expect("the plan with what is agreed", text(lines), (0,), head + rows + ["J0,P9,1234\n"])
        expect("a row twice", text(lines), (1,), head + rows + rows[:1])
        expect("a row is missing", text(lines), (1,), head + rows[1:])
        expect("a row too many", text(lines), (1,), head + rows + ["J0,P8,1\n"])
        expect("other points", text(lines), (1,), head + [rows[0].replace("\n", "0\n")] + rows[1:])
        expect("no header", text(lines), (2,), rows)
    expect("an empty file", "", (2,))
    expect("no JSON", "{", (2,))
    expect("a key twice", '{"format":"doorstep-plan-1","format":"doorstep-plan-1"}\n{}', (2,))
    print("\n".join(wrong) or f"{tried} verdicts as expected")
    return 1 if wrong else 0
