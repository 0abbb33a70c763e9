/// Counts placements and services: everything that may count becomes an
/// occasion, the occasions are put in order of time, and each then counts in
/// every window it lies in. So a person who counts once does with what came
/// first, whatever order the placements are in.
struct FigureCounter {
    private let placements: [Placement]
    private let facts: (Placement, PlacementStep) -> StepFacts?
    private let rules: IndicatorRules
    private var figures: Figures
    /// Of each placement: the person's number and, where records were merged,
    /// the pair's.
    private var persons: [Int32] = []
    private var pairs: [Int32] = []
    private var personCount = 0
    private var occasions: [Occasion] = []
    /// Places that lie in the scope's area, by position; empty where all do.
    private let inArea: [Bool]

    /// Something that happened on a day.
    private struct Occasion {
        /// The day, then the number of the step: occasions are sorted by it.
        let order: UInt64
        let placement: Int32
        let step: Int32
        /// Without those that facts decide.
        let indicators: IndicatorSet
        /// A start in a job, of which the rules decide.
        let isStart: Bool

        init(_ day: Day, _ number: Int, placement: Int, step: Int, _ indicators: IndicatorSet, isStart: Bool = false) {
            order = UInt64(UInt32(bitPattern: day.number ^ Int32.min)) << 32 | UInt64(UInt32(truncatingIfNeeded: number))
            (self.placement, self.step, self.indicators, self.isStart) = (Int32(placement), Int32(step), indicators, isStart)
        }

        var day: Day { Day(number: Int32(bitPattern: UInt32(order >> 32)) ^ Int32.min) }
    }

    init(
        _ figures: Figures, _ placements: [Placement], _ catalogue: Catalogue, standing: (RecordID, RecordID.Kind) -> RecordID,
        facts: @escaping (Placement, PlacementStep) -> StepFacts?
    ) {
        (self.figures, self.placements, self.facts) = (figures, placements, facts)
        rules = IndicatorRules(catalogue)
        inArea = figures.scope.area.map { area in catalogue.places.all.map { catalogue.places.lies($0.id, in: area) } } ?? []
        number(standing)
        collect()
    }

    /// Numbers people and, where any were merged, pairs of person and job.
    private mutating func number(_ standing: (RecordID, RecordID.Kind) -> RecordID) {
        var known: [RecordID: Int32] = [:]
        known.reserveCapacity(placements.count)
        persons.reserveCapacity(placements.count)
        var jobs: [RecordID] = []
        var areMerged = false
        for placement in placements {
            let person = standing(placement.person, .person)
            let job = standing(placement.job, .job)
            if person != placement.person || job != placement.job { areMerged = true }
            jobs.append(job)
            let number = known[person] ?? Int32(known.count)
            known[person] = number
            persons.append(number)
        }
        personCount = known.count
        guard areMerged else { return }
        var pairNumbers: [Pair: Int32] = [:]
        for (index, job) in jobs.enumerated() {
            let pair = Pair(person: persons[index], job: job)
            let number = pairNumbers[pair] ?? Int32(pairNumbers.count)
            pairNumbers[pair] = number
            pairs.append(number)
        }
    }

    private struct Pair: Hashable {
        let person: Int32
        let job: RecordID
    }

    // MARK: - What happened

    private mutating func collect() {
        let earliest = figures.windows.map(\.first).min() ?? figures.day
        let latest = figures.windows.map(\.last).max() ?? figures.day
        occasions.reserveCapacity(placements.count * 3)
        for index in placements.indices {
            placements[index].steps.withUnsafeBufferPointer { steps in
                collect(steps, index, earliest, latest)
            }
        }
        occasions.sort { ($0.order, $0.placement, $0.step) < ($1.order, $1.placement, $1.step) }
    }

    private mutating func collect(_ steps: UnsafeBufferPointer<PlacementStep>, _ index: Int, _ earliest: Day, _ latest: Day) {
        var takenBack: Set<Int> = []
        for step in steps { if let number = step.corrects { takenBack.insert(number) } }
        var wasHired = false
        var started: Int?
        for position in steps.indices {
            let stage = steps[position].stage
            if stage == .corrected || !takenBack.isEmpty && takenBack.contains(steps[position].number) { continue }
            let date = steps[position].date
            defer { if stage == .hired { wasHired = true } }
            if stage == .started, started == nil { started = position }
            guard earliest <= date, date <= latest else { continue }
            let indicators = IndicatorSet(FigureCounter.indicators(steps[position], wasHired: wasHired, hasStarted: started != nil))
            if stage == .started || !indicators.isEmpty {
                occasions.append(Occasion(date, steps[position].number, placement: index, step: position, indicators, isStart: stage == .started))
            }
        }
        guard let started else { return }
        // Days of staying: known as of the day of working.
        let start = steps[started].date
        guard start <= figures.day else { return }
        var leaving: Day?
        var check: Day?
        for step in steps where !takenBack.contains(step.number) && step.date <= figures.day {
            if step.stage == .left { leaving = min(leaving ?? step.date, step.date) }
            if step.stage == .checked { check = max(check ?? step.date, step.date) }
        }
        for milestone in Indicator.milestones {
            let date = start + milestone.days
            guard earliest <= date, date <= latest, leaving.map({ date <= $0 }) ?? true else { continue }
            var indicators = IndicatorSet([milestone.inPost])
            if let check, check >= date { indicators.insert(milestone.confirmed) }
            occasions.append(Occasion(date, steps[started].number, placement: index, step: started, indicators))
        }
    }

    /// What a step counts for whatever the facts.
    private static func indicators(_ step: PlacementStep, wasHired: Bool, hasStarted: Bool) -> [Indicator] {
        // Who was sent for the day and stayed is no day worker any more.
        let isDayWork = step.isDayWork && !hasStarted
        switch step.stage {
        case .referred: return [.referred]
        case .interviewed: return [.interviewed]
        case .hired: return isDayWork ? [.dayWork, .dayWorkPeople] : [.hired]
        case .declined: return wasHired ? [.neverStarted] : [step.party == .employer ? .declinedByEmployer : .declinedByPerson]
        case .left: return isDayWork ? [.dayWorkDone] : [.left]
        case .checked: return isDayWork && step.evidence.yes(.paid) == true ? [.dayWorkPaid] : []
        case .started, .corrected: return []
        }
    }

    // MARK: - Counting

    private struct Told: Hashable {
        let pair: Int32
        let day: Int32
        let what: UInt64
    }

    /// Counts all occasions.
    mutating func counted() -> Figures {
        let windows = figures.windows
        var seen = Array(repeating: [UInt64](), count: windows.count)
        for index in windows.indices { seen[index] = Array(repeating: 0, count: personCount) }
        var told: Set<Told> = []
        let isScoped = !inArea.isEmpty || figures.scope.group != nil
        for occasion in occasions {
            let day = occasion.day
            let index = Int(occasion.placement)
            let person = Int(persons[index])
            let stepIndex = Int(occasion.step)
            var judgement = IndicatorRules.Judgement(counts: occasion.indicators)
            let isCurrent = windows[Figures.current].contains(day)
            // Facts are asked for where something rests on them.
            // Read in place: a copy of a step retains all that is known of it.
            let known =
                occasion.isStart || isCurrent || isScoped
                ? placements[index].steps[stepIndex].facts ?? facts(placements[index], placements[index].steps[stepIndex]) : nil
            if occasion.isStart { judgement = rules.judge(known, IndicatorRules.Kind(code: placements[index].steps[stepIndex].kind)) }
            if isScoped {
                judgement.counts = within(judgement.counts, known)
                judgement.unknown = within(judgement.unknown, known)
            }
            // Of two records of one pair that were merged, one tells it.
            if !pairs.isEmpty {
                let what = occasion.indicators.bits | (occasion.isStart ? 1 << 63 : 0)
                guard told.insert(Told(pair: pairs[index], day: day.number, what: what)).inserted else { continue }
            }
            let entry = Figures.Entry(
                position: occasion.placement, step: occasion.step, amount: 1, home: known?.place, workplace: known?.workplace, groups: known?.groups ?? [])
            for window in windows.indices where windows[window].contains(day) {
                let once = judgement.counts.intersection(.onceForEachPerson)
                let fresh = once.subtracting(IndicatorSet(bits: seen[window][person]))
                seen[window][person] |= once.bits
                IndicatorSet(bits: judgement.counts.subtracting(.onceForEachPerson).bits | fresh.bits).forEach { indicator in
                    figures.add(1, indicator, window: window)
                    if window == Figures.current { figures.append(entry, indicator) }
                }
            }
            if isCurrent { judgement.unknown.forEach { figures.appendWanting(entry, $0) } }
        }
        dropWhatCounts(seen[Figures.current])
        return figures
    }

    /// Who counts already is not wanting anything.
    private mutating func dropWhatCounts(_ seen: [UInt64]) {
        for indicator in Indicator.allCases where indicator.unit == .persons {
            var told = Set<Int32>()
            figures.keepWanting(indicator) { entry in
                let person = persons[Int(entry.position)]
                return !IndicatorSet(bits: seen[Int(person)]).contains(indicator) && told.insert(person).inserted
            }
        }
    }

    private func within(_ indicators: IndicatorSet, _ facts: StepFacts?) -> IndicatorSet {
        if let group = figures.scope.group, facts?.groups.contains(group) != true { return IndicatorSet() }
        guard !inArea.isEmpty else { return indicators }
        func lies(_ place: PlaceID?) -> Bool { place.map { inArea[Int($0.position)] } ?? false }
        var kept = indicators
        if !lies(facts?.place) { kept = kept.subtracting(.byHome) }
        if !lies(facts?.workplace) { kept = kept.intersection(.byHome) }
        return kept
    }
}
