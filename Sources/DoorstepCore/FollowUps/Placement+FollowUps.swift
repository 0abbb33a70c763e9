extension Placement {
    /// What is to be asked of it, due by a day.
    ///
    /// One call covers all milestones that were missed: the latest that was
    /// reached is due, until a check dated no earlier.
    ///
    /// - Parameters:
    ///   - day: the day of working; steps dated later do not count.
    ///   - ahead: how many days ahead a call that is coming counts.
    ///   - contact: what calls about it came to. One that reached nobody
    ///     settles nothing, and is made again on the next working day; one
    ///     that reached somebody puts off what is asked of a slip.
    func followUps(asOf day: Day, ahead: Int = 0, contact: Contact? = nil, isDayWork: Bool) -> [FollowUp] {
        guard !isVoid, let step = latest(asOf: day) else { return [] }
        var calls: [FollowUp] = []
        let attempt = contact?.attempt
        func add(_ reason: FollowUp.Reason, since: Day, due: Day) {
            let due = attempt.map { max(due, $0.next) } ?? due
            if due <= day + ahead { calls.append(FollowUp(subject: .placement(id), reason: reason, since: since, due: due)) }
        }
        switch step.stage {
        case .referred:
            let asked = max(step.date, contact?.reached ?? step.date)
            add(.answer, since: step.date, due: asked + FollowUp.answerDays)
        case .hired,
            .left where isDayWork,
            .started where isDayWork:
            guard isDayWork else {
                let agreed = lastEvidence(asOf: day) { $0.day(.contractFrom) }
                add(.start, since: step.date, due: max(step.date, agreed ?? step.date) + FollowUp.startDays)
                break
            }
            addDayWork(asOf: day, add)
        case .started:
            addMilestone(since: step.date, asOf: day, ahead: ahead, add)
            guard let end = lastEvidence(asOf: day, { $0.day(.contractTo) }) else { break }
            let due = end + -FollowUp.contractDays
            let isSettled = wasChecked(from: due, asOf: day) || contact?.reached.map { $0 >= due } ?? false
            if !isSettled { add(.contractEnds, since: step.date, due: max(due, step.date)) }
        case .interviewed, .checked, .declined, .left, .corrected: break
        }
        // A day agreed on, where nothing else is asked by then.
        if let attempt, calls.isEmpty, attempt.outcome == .postponed, step.stage.isOpen, attempt.next <= day + ahead {
            calls.append(FollowUp(subject: .placement(id), reason: .agreed, since: attempt.date, due: attempt.next))
        }
        return calls
    }

    private func addMilestone(since start: Day, asOf day: Day, ahead: Int, _ add: (FollowUp.Reason, Day, Day) -> Void) {
        for days in FollowUp.checkDays.reversed() where start + days <= day + ahead {
            // What is coming does not hide what is due.
            let isChecked = wasChecked(from: start + days, asOf: day)
            if !isChecked { add(.inPost(days: days), start, start + days) }
            if isChecked || start + days <= day { return }
        }
    }

    private func addDayWork(asOf day: Day, _ add: (FollowUp.Reason, Day, Day) -> Void) {
        guard let worked = standing.last(where: { [.hired, .started, .left].contains($0.stage) && $0.date <= day })?.date else { return }
        var unpaid: Day?
        for step in standing where step.date <= day {
            // Taken on for another day, wages are asked for anew.
            if step.stage == .hired { unpaid = nil }
            switch step.evidence.yes(.paid) {
            case true?: return
            case false?: unpaid = step.date
            case nil: break
            }
        }
        add(.dayWork, worked, unpaid?.adding(workingDays: FollowUp.unpaidWorkingDays) ?? worked + 1)
    }

    private func wasChecked(from first: Day, asOf day: Day) -> Bool {
        standing.contains { $0.stage == .checked && $0.date >= first && $0.date <= day }
    }

    private func lastEvidence(asOf day: Day, _ value: (Evidence) -> Day?) -> Day? {
        for step in standing.reversed() where step.date <= day {
            if let found = value(step.evidence) { return found }
        }
        return nil
    }
}
