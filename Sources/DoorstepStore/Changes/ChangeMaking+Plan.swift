import DoorstepCore

extension ChangeMaking {
    /// So many referrals are made at a time before whoever looks on is told.
    private static let portion = 256

    /// Opens a referral for each pair of a plan that was accepted, one entry
    /// for all of them. A pair that cannot be referred any more is left out,
    /// and told of; where none can, nothing is written.
    func accept(_ pairs: [PlanPair], on date: Day) throws -> Committed {
        guard date <= day else { throw StepRefusal.inFuture(asked: date, today: day) }
        var made: [MadeStep] = []
        var refused: [RefusedPair] = []
        for (position, pair) in pairs.enumerated() {
            if position % Self.portion == 0 { try watch.tell(position) }
            do {
                made.append(try make(StepDraft(.pair(job: pair.job, person: pair.person), stage: .referred, date: date)))
            } catch let refusal as StepRefusal {
                refused.append(RefusedPair(position: position, pair: pair, refusal: refusal))
            }
        }
        try watch.tell(pairs.count)
        guard !made.isEmpty else { return Committed(sequence: occasion.sequence - 1, refused: refused) }
        var told: Set<String> = []
        let subjects = made.flatMap(\.subjects).filter { told.insert($0).inserted }
        try occasion.write(.plan, subjects: subjects, PlanContent.of(made.map(\.row), asked: pairs.count), db)
        return Committed(sequence: occasion.sequence, placements: made.map(\.placement), refused: refused)
    }
}
