/// What the numbers say, in people and jobs.
extension PlanDraft {
    func optimal() -> Plan {
        let pairs = chosenPairs()
        let value = pairs.reduce(0) { sum, pair in sum + worthOf(pair: pair) }
        // What does not hold proves nothing.
        let isSound = graph.isComplete && (try? proof.check()) != nil
        return plan(pairs, gap: isSound ? worth.gap(from: value, to: bound) : nil)
    }

    /// The plan's pairs, agreed ones left out.
    func chosenPairs() -> [Int] {
        let pairs = state.placed.filter { $0 >= 0 }.map { Int($0) }
        return state.isProven ? pairs : pairs + rest(besides: pairs)
    }

    func worthOf(pair: Int) -> Int128 {
        worth.ofRanks[Int(rankOfPerson[Int(problem.personOfPair[pair])])] + Int128(problem.points[pair])
    }

    /// What no plan can be worth more than, by the prices.
    var bound: Int128 {
        var bound = state.profit.reduce(0, +)
        for job in 0..<problem.jobs { bound += priceOfItself(job) * Int128(state.vacancies[job]) }
        for employer in 0..<problem.employers where state.priceOfEmployer[employer] > 0 {
            bound += state.priceOfEmployer[employer] * Int128(state.limits[employer])
        }
        return bound
    }

    /// Where the work was stopped: places that are left for those who are
    /// left.
    private func rest(besides pairs: [Int]) -> [Int] {
        var left = state.vacancies
        var leftOfEmployer = state.limits
        for pair in pairs {
            let job = Int(problem.jobOfPair[pair])
            left[job] -= 1
            if problem.employerOfJob[job] >= 0 { leftOfEmployer[Int(problem.employerOfJob[job])] -= 1 }
        }
        return fill(isFree: { state.placed[$0] < 0 }, &left, &leftOfEmployer)
    }

    /// The plan that takes the pair with the most points first, then the next
    /// that still can be had, those who come first before others; of equal
    /// points by job, then person.
    public var greedy: Plan {
        var (left, leftOfEmployer) = (state.vacancies, state.limits)
        return plan(fill(isFree: { _ in true }, &left, &leftOfEmployer), gap: nil)
    }

    private func fill(isFree: (Int) -> Bool, _ left: inout [Int32], _ leftOfEmployer: inout [Int32]) -> [Int] {
        var isPlaced = [Bool](repeating: false, count: problem.people)
        var chosen: [Int] = []
        for pair in byPoints() {
            let (person, job) = (Int(problem.personOfPair[pair]), Int(problem.jobOfPair[pair]))
            guard !isPlaced[person], isFree(person), left[job] > 0 else { continue }
            let employer = Int(problem.employerOfJob[job])
            if employer >= 0 {
                guard leftOfEmployer[employer] > 0 else { continue }
                leftOfEmployer[employer] -= 1
            }
            left[job] -= 1
            isPlaced[person] = true
            chosen.append(pair)
        }
        return chosen
    }

    /// All pairs that can be had: by rank, most points first, then by job and
    /// person. Linear in the pairs: sorted by counting.
    private func byPoints() -> [Int] {
        let levels = Points.range.upperBound + 1
        let last = settings.first.count
        func bucket(_ pair: Int) -> Int {
            let rank = Int(rankOfPerson[Int(problem.personOfPair[pair])])
            return (rank == 0 ? last : rank - 1) * levels + Points.range.upperBound - Int(problem.points[pair])
        }
        var starts = [Int](repeating: 0, count: (last + 1) * levels + 1)
        for pair in 0..<problem.pairs where state.points[pair] != AssignmentState.without { starts[bucket(pair) + 1] += 1 }
        for level in 1..<starts.count { starts[level] += starts[level - 1] }
        var sorted = [Int](repeating: 0, count: starts[starts.count - 1])
        for position in 0..<problem.pairs {
            let pair = Int(problem.pairsOfJobs[position])
            guard state.points[pair] != AssignmentState.without else { continue }
            sorted[starts[bucket(pair)]] = pair
            starts[bucket(pair)] += 1
        }
        return sorted
    }

    /// A plan of these pairs and of those that are agreed.
    private func plan(_ pairs: [Int], gap: Plan.Gap?) -> Plan {
        var lines = pairs.map { pair in
            Plan.Line(pair: planPair(pair), points: Points(clamping: Int(problem.points[pair])), isFixed: false)
        }
        var placed = pairs.map { Int(problem.personOfPair[$0]) }
        for (pair, points) in fixed {
            lines.append(Plan.Line(pair: pair, points: points, isFixed: true))
            if let person = graph.position(ofPerson: pair.person) { placed.append(person) }
        }
        lines.sort { $0.job != $1.job ? $0.job < $1.job : $0.person < $1.person }
        return Plan(lines: lines, figures: figures(lines, placed), gap: gap)
    }

    private func figures(_ lines: [Plan.Line], _ placed: [Int]) -> Plan.Figures {
        var figures = Plan.Figures()
        figures.placed = lines.count
        figures.points = lines.reduce(0) { $0 + $1.points.value }
        figures.people = graph.people.count
        figures.vacancies = graph.vacancies.reduce(0) { $0 + Int($1) }
        figures.groups = graph.groupCounts(placed)
        return figures
    }
}
