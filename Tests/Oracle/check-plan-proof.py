#!/usr/bin/env python3
"""Checks the proof that comes with a plan, as an auditor would: with nothing of the program's.

    check-plan-proof.py PROOF.jsonl [PLAN.csv]     the CSV, if given, must be the same plan
    check-plan-proof.py --self-test

Prints "optimal" (exit 0), "within N" where the bound leaves N to be had (3), the first thing that does not hold (1),
or why the file cannot be read (2).

Why this is proof: let any other plan be given. Each of its pairs is worth `worth + points`, at most the profit of the
person, the price of the job and the price of the job's employer together (checked below for every pair there is). Added
up, a profit occurs once at the most, for a person has one job; a job's price at most as often as it has vacancies; an
employer's price at most as often as its limit allows; and none is below nought. So no plan is worth more than
B = profits + prices x vacancies + prices x limits. The plan in the file is worth V; where V = B none is better.
In a proof for `cover`, placing one more must also outweigh all points together; that is checked too. Whether the worths
put people of one rank before those of the next is for the reader to see: they stand in the file.
"""

import csv
import io
import json
import pathlib
import sys


class Unreadable(Exception):
    pass


class Wrong(Exception):
    pass


def need(holds, message):
    if not holds:
        raise Wrong(message)


def take(line, key, where):
    """A number, a name, or a pair of job and person: what stands under such a key."""
    value = line.get(key)
    if key in ("goal", "person", "job", "employer"):
        good = type(value) is str
    elif key in ("pair", "agreed") or key == "placed" and type(value) is list:
        good = type(value) is list and [type(name) for name in value] == [str, str]
    else:
        good = type(value) is int and value.bit_length() < 4096
    if not good:
        raise Unreadable(f"{where}: {key} is missing or of the wrong kind")
    return tuple(value) if type(value) is list else value


def distinct(items):
    if len(dict(items)) != len(items):
        raise ValueError("a key stands twice")
    return dict(items)


NUMBERS = {"pair": ["points"], "agreed": ["points"], "placed": [], "person": ["worth", "profit"],
           "job": ["vacancies", "price"], "employer": ["limit", "price"]}


def read(text):
    """Every line by its kind; of each kind a dictionary from who it is about to the line's numbers."""
    try:
        lines = [json.loads(line, object_pairs_hook=distinct) for line in text.split("\n") if line.strip()]
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"no JSON Lines: {error}") from None
    if len(lines) < 2 or not all(type(line) is dict for line in lines) or lines[0].get("format") != "doorstep-plan-1":
        raise Unreadable("no proof of the format doorstep-plan-1")
    proof = {"goal": take(lines[0], "goal", "line 1"), "threshold": take(lines[0], "threshold", "line 1"), "of": {}}
    proof.update({kind: {} for kind in NUMBERS})
    for number, line in enumerate(lines[1:-1], 2):
        where = f"line {number}"
        kind = next((kind for kind in NUMBERS if kind in line), None)
        if kind is None or kind == "placed" and type(line["placed"]) is int:
            raise Unreadable(f"{where}: of no kind that may stand there")
        who = take(line, kind, where)
        need(who not in proof[kind], f"{where}: {kind} {who} stands twice")
        proof[kind][who] = [take(line, key, where) for key in NUMBERS[kind]]
        if kind == "job" and "employer" in line:
            proof["of"][who] = take(line, "employer", where)  # the employer of the job, where it has a limit
    proof["sums"] = [take(lines[-1], key, "last line") for key in ("placed", "points", "value", "bound")]
    return proof


def check(text, plan=None):
    """What is left between the plan and the bound. Raises Wrong or Unreadable."""
    proof = read(text)
    jobs, employers, people, pairs, of = (proof[key] for key in ("job", "employer", "person", "pair", "of"))
    need(proof["goal"] in ("total", "cover"), f"no such goal: {proof['goal']}")
    for job, employer in of.items():
        need(employer in employers, f"job {job}: its employer {employer} has no line")
    for kind, lines in (("job", jobs), ("employer", employers)):
        for who, (room, price) in lines.items():
            need(room >= 0, f"{kind} {who}: less than nobody may be placed")
            need(price >= 0, f"{kind} {who}: the price is negative")
    for person, (worth, profit) in people.items():
        need(worth >= 0, f"person {person}: the worth is negative")
        need(profit >= 0, f"person {person}: the profit is negative")

    best = {}
    for (job, person), (points,) in pairs.items():
        need(job in jobs and person in people, f"pair {job}, {person}: job or person has no line")
        need(points >= max(proof["threshold"], 0), f"pair {job}, {person}: fewer points than the threshold")
        (worth, profit), price = people[person], jobs[job][1] + (employers[of[job]][1] if job in of else 0)
        need(profit + price >= worth + points, f"pair {job}, {person}: worth more than profit and prices")
        best[person] = max(points, best.get(person, 0))

    for (job, person), (points,) in proof["agreed"].items():
        need(points >= 0, f"agreed {job}, {person}: the points are negative")

    held, staff, chosen = {}, {}, set()
    agreed_people = {person for _, person in proof["agreed"]}
    for job, person in proof["placed"]:
        need((job, person) in pairs, f"placed {job}, {person}: no such pair")
        need(person not in chosen, f"placed {job}, {person}: the person is placed twice")
        need(person not in agreed_people, f"placed {job}, {person}: the person has an agreed job")
        chosen.add(person)
        held[job] = held.get(job, 0) + 1
        if job in of:
            staff[of[job]] = staff.get(of[job], 0) + 1
    need(len(agreed_people) == len(proof["agreed"]), "agreed: a person stands twice")
    for job, count in held.items():
        need(count <= jobs[job][0], f"job {job}: more placed than vacancies")
    for employer, count in staff.items():
        need(count <= employers[employer][0], f"employer {employer}: more placed than the limit")

    if proof["goal"] == "cover" and best:
        most = min(len(people), sum(vacancies for vacancies, _ in jobs.values()))
        points = sum(sorted(best.values(), reverse=True)[:most])
        need(min(people[person][0] for person in best) > points, "cover: placing one more does not outweigh all points")

    points = sum(pairs[pair][0] for pair in proof["placed"])
    value = points + sum(people[person][0] for person in chosen)
    bound = sum(profit for _, profit in people.values())
    bound += sum(room * price for lines in (jobs, employers) for room, price in lines.values())
    for name, said, found in zip(("placed", "points", "value", "bound"), proof["sums"], (len(chosen), points, value, bound)):
        need(said == found, f"{name}: the file says {said}, the lines make {found}")
    need(value <= bound, "the plan is worth more than the bound")
    if plan is not None:
        compare(plan, proof)
    return bound - value


def compare(plan, proof):
    """The CSV has the placed pairs, each once, and no others but agreed ones."""
    rows = csv.DictReader(plan)
    if not {"job_id", "person_id"} <= set(rows.fieldnames or []):
        raise Unreadable("the plan has no columns job_id and person_id")
    seen = set()
    for row in rows:
        pair = (row["job_id"], row["person_id"])
        need(pair in proof["placed"] or pair in proof["agreed"], f"plan {pair[0]}, {pair[1]}: not in the proof")
        need(pair not in seen, f"plan {pair[0]}, {pair[1]}: stands twice")
        seen.add(pair)
        points = proof["pair" if pair in proof["placed"] else "agreed"][pair][0]
        need(row.get("points") in (None, "", str(points)), f"plan {pair[0]}, {pair[1]}: other points than in the proof")
    for pair in proof["placed"]:
        need(pair in seen, f"plan: {pair[0]}, {pair[1]} is missing")


def verdict(text, plan=None):
    try:
        gap = check(text, plan)
    except Unreadable as error:
        return 2, f"unreadable: {error}"
    except Wrong as error:
        return 1, f"does not hold: {error}"
    return (0, "optimal") if gap == 0 else (3, f"within {gap}")


def main(arguments):
    sys.stdout.reconfigure(errors="backslashreplace")
    if arguments == ["--self-test"]:
        sys.dont_write_bytecode = True
        import check_plan_proof_test
        return check_plan_proof_test.run(verdict)
    if len(arguments) not in (1, 2):
        print(__doc__, file=sys.stderr)
        return 2
    try:
        texts = [pathlib.Path(path).read_text(encoding="utf-8-sig") for path in arguments]
    except (OSError, UnicodeError) as error:
        print(f"unreadable: {error}")
        return 2
    code, message = verdict(texts[0], io.StringIO(texts[1]) if len(texts) == 2 else None)
    print(message)
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
