#!/usr/bin/env python3
"""Assignments of people to jobs with their optima, found by two solvers that share nothing with the program.

    make-assignments.py --out assignments.jsonl      the stored problems; the same bytes every time
    make-assignments.py --check < problems.jsonl     the optimum of each problem that is read, a line each
    make-assignments.py --station > station.json     the optimum of the generated graph of 2,673 people (see `station`)
    make-assignments.py --or-library assign100.txt   the least cost of a square problem of the OR-Library

Needs scipy (1.11 or later) and ortools (9.8 or later), `pip install scipy ortools`; exits with 77 where they are
absent. Every optimum is computed by CP-SAT and by HiGHS, stage by stage; where ranks and limits allow it, by
`linear_sum_assignment` as well. A disagreement ends the run.

A problem, a line of JSON:

    {"kind": for the reader, "people": n, "jobs": m, "vacancies": [of each job], "employers": [of each job, -1 none],
     "limits": [of each employer, all its jobs together], "ranks": [of each person, 0 none, 1 first],
     "pairs": [[person, job, points], ...],
     "total": {"ranks": [placed of rank 1, of rank 2, ...], "points": s},
     "cover": {"ranks": [...], "placed": k, "points": s}}

Ranks come before everything, the first before the others. Then `total` wants the most points, `cover` the most people
and after that the most points. How many are placed under `total` is not always determined and not stored.
"""

import argparse
import json
import random
import sys

try:
    import numpy
    from ortools.graph.python import min_cost_flow
    from ortools.sat.python import cp_model
    from scipy import optimize, sparse
    from scipy.sparse import csgraph
except ImportError as error:
    print(f"not available: {error}", file=sys.stderr)
    sys.exit(77)

SEED = 20261121
COUNT = 400

# --- Optima ------------------------------------------------------------------------------------------------


def stages(problem):
    """What is maximised one after another, of each goal: a coefficient for every pair."""
    pairs = problem["pairs"]
    ranks = [[int(problem["ranks"][person] == rank) for person, _, _ in pairs] for rank in range(1, max(problem["ranks"], default=0) + 1)]
    points = [points for _, _, points in pairs]
    return ranks, {"total": [points], "cover": [[1] * len(pairs), points]}


def constraints(problem):
    """Of which pairs no more than how many may be chosen."""
    of_person, of_job, of_employer = {}, {}, {}
    for number, (person, job, _) in enumerate(problem["pairs"]):
        of_person.setdefault(person, []).append(number)
        of_job.setdefault(job, []).append(number)
        if problem["employers"][job] >= 0:
            of_employer.setdefault(problem["employers"][job], []).append(number)
    return (
        [(pairs, 1) for pairs in of_person.values()]
        + [(pairs, problem["vacancies"][job]) for job, pairs in of_job.items()]
        + [(pairs, problem["limits"][employer]) for employer, pairs in of_employer.items()]
    )


def optimum(problem, maximise):
    """Both goals, given how to maximise some pairs' coefficients while earlier stages are kept."""
    ranks, goals = stages(problem)
    kept = []
    for coefficients in ranks:
        kept.append((coefficients, maximise(problem, coefficients, kept)))
    result = {}
    for goal, wanted in goals.items():
        values = list(kept)
        for coefficients in wanted:
            values.append((coefficients, maximise(problem, coefficients, values)))
        found = [value for _, value in values]
        result[goal] = {"ranks": found[:len(ranks)]} | ({"placed": found[-2]} if goal == "cover" else {}) | {"points": found[-1]}
    return result


def by_cp_sat(problem, coefficients, kept):
    if not any(coefficients):
        return 0
    model = cp_model.CpModel()
    chosen = [model.NewBoolVar("") for _ in coefficients]
    for pairs, most in constraints(problem):
        model.Add(sum(chosen[pair] for pair in pairs) <= most)
    for earlier, value in kept:
        model.Add(sum(chosen[pair] for pair, factor in enumerate(earlier) if factor == 1) == value
                  if max(earlier, default=0) <= 1 else cp_model.LinearExpr.WeightedSum(chosen, earlier) == value)
    model.Maximize(cp_model.LinearExpr.WeightedSum(chosen, coefficients))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.linearization_level = 2
    if solver.Solve(model) != cp_model.OPTIMAL:
        raise SystemExit("CP-SAT found no optimum")
    return round(solver.ObjectiveValue())


def by_highs(problem, coefficients, kept):
    if not any(coefficients):
        return 0
    rows, columns, upper = [], [], []
    for row, (pairs, most) in enumerate(constraints(problem)):
        rows += [row] * len(pairs)
        columns += pairs
        upper.append(most)
    matrix = sparse.csr_matrix((numpy.ones(len(rows)), (rows, columns)), shape=(len(upper), len(coefficients)))
    limits = [optimize.LinearConstraint(matrix, ub=upper)]
    limits += [optimize.LinearConstraint(numpy.array([earlier], dtype=float), value, value) for earlier, value in kept]
    found = optimize.milp(
        -numpy.array(coefficients, dtype=float), integrality=numpy.ones(len(coefficients)), bounds=optimize.Bounds(0, 1),
        constraints=limits, options={"mip_rel_gap": 0})
    if found.status != 0:
        raise SystemExit(f"HiGHS: {found.message}")
    return sum(factor for factor, value in zip(coefficients, found.x) if value > 0.5)


def by_hungarian(problem):
    """`cover` and `total` without limits of employers, each vacancy a column; only where the sums fit 53 bits."""
    pairs = problem["pairs"]
    slots = [job for job, room in enumerate(problem["vacancies"]) for _ in range(min(room, problem["people"]))]
    levels = max(problem["ranks"], default=0)
    most = problem["people"] + 1
    unit = 10_000 * most + 1
    if any(employer >= 0 for employer in problem["employers"]) or unit * most ** (levels + 1) >= 2 ** 53 or not slots or not pairs:
        return {}
    result = {}
    for goal in ("total", "cover"):
        base = unit if goal == "cover" else 0
        rank_unit = unit * most if goal == "cover" else unit
        weights = numpy.zeros((problem["people"], problem["jobs"]))
        there = numpy.zeros((problem["people"], problem["jobs"]), dtype=bool)
        for person, job, points in pairs:
            rank = problem["ranks"][person]
            weights[person, job] = points + base + (rank_unit * most ** (levels - rank) if rank else 0)
            there[person, job] = True
        rows, columns = optimize.linear_sum_assignment(weights[:, slots], maximize=True)
        chosen = [(person, slots[column]) for person, column in zip(rows, columns) if there[person, slots[column]]]
        points = {(person, job): points for person, job, points in pairs}
        result[goal] = {"ranks": [sum(problem["ranks"][person] == rank for person, _ in chosen) for rank in range(1, levels + 1)]}
        if goal == "cover":
            result[goal]["placed"] = len(chosen)
        result[goal]["points"] = sum(points[pair] for pair in chosen)
    return result


def solved(problem):
    first, second = optimum(problem, by_cp_sat), optimum(problem, by_highs)
    if first != second:
        raise SystemExit(f"the solvers disagree: {first}, {second}: {json.dumps(problem)}")
    third = by_hungarian(problem)
    if third and third != first:
        raise SystemExit(f"the assignment disagrees: {first}, {third}: {json.dumps(problem)}")
    return first


# --- Problems ----------------------------------------------------------------------------------------------


def graph(kind, chance):
    """People, jobs, vacancies and pairs with points, of one kind."""
    people, jobs = chance.randint(1, 60), chance.randint(1, 40)
    low, high, density = 0, 10_000, chance.uniform(0.05, 0.35)
    vacancies = None
    if kind == "sparse":
        density = chance.uniform(0.5, 2.5) / jobs
    elif kind == "dense":
        people, jobs, density = chance.randint(2, 40), chance.randint(2, 25), 0.95
    elif kind == "tiny":
        people, jobs, density, high = chance.randint(1, 6), chance.randint(1, 5), 0.6, chance.choice([3, 10_000])
    elif kind == "no pairs":
        density = 0
    elif kind == "no vacancies":
        vacancies = [0] * jobs if chance.random() < 0.3 else [chance.choice([0, 0, 0, 1, 2]) for _ in range(jobs)]
    elif kind == "one person":
        people, density = 1, 1
    elif kind == "one job":
        jobs, density, vacancies = 1, 1, [chance.randint(1, people)]
    elif kind == "equal points":
        low = high = chance.choice([1, 5_000, 10_000])
    elif kind == "few points":
        low, high = chance.choice([(0, 1), (5, 7), (9_998, 10_000)])
    elif kind == "no points":
        low = high = 0
    elif kind == "critical":
        people = chance.randint(5, 50)
        jobs = max(1, people + chance.randint(-1, 1))
        density, vacancies = chance.uniform(1.5, 4) / jobs, [1] * jobs
    elif kind == "tight":
        jobs = max(1, people // chance.randint(3, 6))
        vacancies, density = [1] * jobs, 0.4
    elif kind == "loose":
        vacancies = [chance.randint(3, 90) for _ in range(jobs)]
    elif kind == "large":
        people, jobs, density = 300, 100, 0.08
    if vacancies is None:
        vacancies = [chance.choice([1, 1, 1, 1, 2, 2, 3, 6]) for _ in range(jobs)]
    # Where few pairs have nearly all the points, the most points and the most people are different plans.
    if high == 10_000 and low == 0 and chance.random() < 0.6:
        def some():
            return chance.randint(9_000, 10_000) if chance.random() < 0.25 else chance.randint(0, 99)
    else:
        def some():
            return chance.randint(low, high)
    points = {(person, job): some() for person in range(people) for job in range(jobs) if chance.random() < density}

    if kind == "chain":  # the first taken by points pushes everybody else along, to the end of the chain
        jobs, vacancies = people, [1] * people
        points = {(person, person): 100 * chance.randint(40, 60) for person in range(people)}
        points |= {(person, person + 1): points[person, person] + chance.randint(0, 1) for person in range(people - 1)}
        if chance.random() < 0.5:
            del points[0, 0]
        elif chance.random() < 0.5:  # nobody moves for points, all but one for the last person
            points = {(person, job): value if job > person else value % 100 for (person, job), value in points.items()}
    elif kind == "twins":  # people between whom nothing but the number tells
        kinds = [[(job, some()) for job in range(jobs) if chance.random() < 0.25] for _ in range(4)]
        points = {(person, job): value for person in range(people) for job, value in kinds[chance.randrange(4)]}
    elif kind == "blocks":  # one small problem many times, nothing between them
        rows, columns = chance.randint(2, 5), chance.randint(2, 4)
        block = [(row, column, some() // 500 * 500) for row in range(rows) for column in range(columns) if chance.random() < 0.8]
        copies = chance.randint(3, 10)
        people, jobs = rows * copies, columns * copies
        vacancies = [1] * jobs
        points = {(row + rows * copy, column + columns * copy): value for copy in range(copies) for row, column, value in block}
    elif kind == "contested":  # whoever knows one job only wants what somebody else is far better at
        points = {}
        vacancies = [1] * jobs
        for person in range(people):
            first = chance.randrange(jobs)
            if chance.random() < 0.5:
                points[person, first] = chance.randint(0, 99)
            else:
                points[person, chance.randrange(jobs)] = chance.randint(0, 99)
                points[person, first] = chance.randint(9_000, 10_000)
    elif kind == "popular":  # the best job of everybody is one of a few
        points = {}
        for person in range(people):
            for _ in range(8):
                job = min(chance.randrange(jobs) for _ in range(4))
                points[person, job] = 9_900 - 200 * job + chance.randint(-100, 100)
    elif kind == "rank by rank":  # points are a product, so that order alone decides
        points = {(person, job): (person + 1) * (job + 1) for person, job in points}
    return people, jobs, vacancies, [[person, job, points[person, job]] for person, job in sorted(points)]


KINDS = [
    "sparse", "dense", "tiny", "critical", "tight", "chain", "twins", "blocks", "popular", "equal points", "few points", "no points",
    "one person", "one job", "loose", "rank by rank", "no vacancies", "tiny", "contested", "critical", "contested",
]


def problems():
    chance = random.Random(SEED)
    for number in range(COUNT):
        kind = KINDS[number % len(KINDS)]
        if number % 100 == 57:
            kind = "no pairs"
        if number % 67 == 66:
            kind = "large"
        people, jobs, vacancies, pairs = graph(kind, chance)
        employers, limits, ranks = [-1] * jobs, [], [0] * people
        if number % 3 == 0 or chance.random() < 0.05:
            count = chance.randint(1, max(1, jobs // 2))
            employers = [chance.randrange(count) if chance.random() < 0.8 else -1 for _ in range(jobs)]
            used = sorted({employer for employer in employers if employer >= 0})
            employers = [used.index(employer) if employer >= 0 else -1 for employer in employers]
            for employer in range(len(used)):
                room = sum(vacancies[job] for job in range(jobs) if employers[job] == employer)
                limits.append(chance.choice([0, room, chance.randint(0, room), (room + 1) // 2, (room + 1) // 2]))
        if number // 3 % 3 == 1 or chance.random() < 0.05:
            levels = chance.randint(1, 3)
            share = chance.choice([0.1, 0.4, 0.9])
            ranks = [chance.randint(1, levels) if chance.random() < share else 0 for _ in range(people)]
            used = sorted(set(ranks) - {0})
            ranks = [used.index(rank) + 1 if rank else 0 for rank in ranks]
        yield {"kind": kind, "people": people, "jobs": jobs, "vacancies": vacancies, "employers": employers, "limits": limits,
               "ranks": ranks, "pairs": pairs}


# --- A station's graph -------------------------------------------------------------------------------------

# Of the seeds tried the first by which 2,661 can be placed and the greedy plan places 2,606.
STATION = {"seed": 539, "people": 2673, "jobs": 8482, "trades": 300}


def split_mix(seed):
    """SplitMix64 (Steele, Lea and Flood, 2014)."""
    mask = 2 ** 64 - 1
    while True:
        seed = (seed + 0x9E3779B97F4A7C15) & mask
        value = seed
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9 & mask
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB & mask
        yield value ^ (value >> 31)


def station(seed=STATION["seed"], people=STATION["people"], jobs=STATION["jobs"], trades=STATION["trades"]):
    """Pairs (person, job, points) of people whose jobs are mostly of one trade, in the order in which they are drawn.

    `draw(n)` is the next number of SplitMix64 modulo n. A trade has jobs/trades jobs (rounded down), one after another.
    For each person, in this order: the trade, the least of three draws of `trades`; the number of candidates,
    12 + draw(9); for each candidate draw(110), where 0 means that the job is draw(jobs), anything else that it is the
    least of two draws of the trade's jobs; then the points, 5000 + draw(5001). A pair drawn before stays as it was, the
    points drawn for it the second time are thrown away.
    """
    numbers = split_mix(seed)

    def draw(count):
        return next(numbers) % count

    each = jobs // trades
    pairs = {}
    for person in range(people):
        trade = min(draw(trades), draw(trades), draw(trades))
        for _ in range(12 + draw(9)):
            if draw(110) == 0:
                job = draw(jobs)
            else:
                job = trade * each + min(draw(each), draw(each))
            points = 5000 + draw(5001)
            pairs.setdefault((person, job), points)
    return [(person, job, points) for (person, job), points in pairs.items()]


def digest(pairs):
    """FNV-1a, 64 bits, over person, job and points of each pair in order, each as four bytes, least first."""
    value = 0xCBF29CE484222325
    for number in (number for pair in pairs for number in pair):
        for byte in number.to_bytes(4, "little"):
            value = (value ^ byte) * 0x100000001B3 & (2 ** 64 - 1)
    return f"{value:016x}"


def by_flow(pairs, people, jobs, base):
    """The most of points + base over all pairs, single vacancies: (placed, points)."""
    flow = min_cost_flow.SimpleMinCostFlow()
    source, sink = people + jobs, people + jobs + 1
    arcs = [flow.add_arc_with_capacity_and_unit_cost(person, people + job, 1, -(points + base)) for person, job, points in pairs]
    for person in range(people):
        flow.add_arc_with_capacity_and_unit_cost(source, person, 1, 0)
        flow.add_arc_with_capacity_and_unit_cost(person, sink, 1, 0)
    for job in range(jobs):
        flow.add_arc_with_capacity_and_unit_cost(people + job, sink, 1, 0)
    flow.set_node_supply(source, people)
    flow.set_node_supply(sink, -people)
    if flow.solve() != flow.OPTIMAL:
        raise SystemExit("the flow has no optimum")
    chosen = [points for arc, (_, _, points) in zip(arcs, pairs) if flow.flow(arc)]
    return len(chosen), sum(chosen)


def by_matching(pairs, people, jobs, base):
    """The same by scipy: everybody has a job of their own besides, which is worth nothing."""
    top = 10_001 + base
    rows = [person for person, _, _ in pairs] + list(range(people))
    columns = [job for _, job, _ in pairs] + [jobs + person for person in range(people)]
    costs = [top - points - base for _, _, points in pairs] + [top] * people
    matrix = sparse.csr_matrix((numpy.array(costs, dtype=float), (rows, columns)), shape=(people, jobs + people))
    points = {(person, job): points for person, job, points in pairs}
    chosen = [points[int(person), int(job)] for person, job in zip(*csgraph.min_weight_full_bipartite_matching(matrix)) if job < jobs]
    return len(chosen), sum(chosen)


def station_optimum():
    people, jobs, pairs = STATION["people"], STATION["jobs"], station()
    matrix = sparse.csr_matrix(
        (numpy.ones(len(pairs)), ([person for person, _, _ in pairs], [job for _, job, _ in pairs])), shape=(people, jobs))
    most = int((csgraph.maximum_bipartite_matching(matrix, perm_type="column") >= 0).sum())
    results = {}
    for goal, base in (("total", 0), ("cover", 10_000 * people + 1)):
        first, second = by_flow(pairs, people, jobs, base), by_matching(pairs, people, jobs, base)
        if first[1] != second[1] or goal == "cover" and {first[0], second[0]} != {most}:
            raise SystemExit(f"{goal}: {first}, {second}, most {most}")
        results[goal] = ({"placed": most} if goal == "cover" else {}) | {"points": first[1]}
    taken_people, taken_jobs, sum_of_greedy = set(), set(), 0
    for person, job, points in sorted(pairs, key=lambda pair: (-pair[2], pair[1], pair[0])):
        if person not in taken_people and job not in taken_jobs:
            taken_people.add(person)
            taken_jobs.add(job)
            sum_of_greedy += points
    return STATION | {"pairs": len(pairs), "digest": digest(pairs), "first": pairs[:3], **results, "greedy": {"placed": len(taken_people), "points": sum_of_greedy}}


def or_library(path):
    with open(path, encoding="ascii") as file:
        numbers = [int(word) for line in file if not line.startswith("#") for word in line.split()]
    size = numbers[0]
    costs = numpy.array(numbers[1:]).reshape(size, size)
    rows, columns = optimize.linear_sum_assignment(costs)
    first = int(costs[rows, columns].sum())
    top = int(costs.max())
    placed, points = by_flow([(row, column, top - int(costs[row, column])) for row in range(size) for column in range(size)], size, size, top * size)
    if placed != size or top * size - points != first:
        raise SystemExit(f"the solvers disagree: {first}, {top * size - points}")
    return {"size": size, "least": first}


def write(value, file):
    file.write(json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n")


def main():
    parser = argparse.ArgumentParser(description="Assignments of people to jobs with their optima.")
    mode = parser.add_mutually_exclusive_group(required=True)
    mode.add_argument("--out", metavar="FILE")
    mode.add_argument("--check", action="store_true")
    mode.add_argument("--station", action="store_true")
    mode.add_argument("--or-library", metavar="FILE")
    given = parser.parse_args()
    if given.station:
        write(station_optimum(), sys.stdout)
    elif given.or_library:
        write(or_library(given.or_library), sys.stdout)
    elif given.check:
        for line in sys.stdin:
            if line.strip():
                write(solved(json.loads(line)), sys.stdout)
                sys.stdout.flush()
    else:
        with open(given.out, "w", encoding="utf-8", newline="\n") as file:
            for problem in problems():
                write(problem | solved(problem), file)


if __name__ == "__main__":
    main()
