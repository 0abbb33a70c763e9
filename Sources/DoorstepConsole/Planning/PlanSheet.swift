import DoorstepCore

/// A draft of the plan over both lists, and what its screen shows of it.
///
/// Behind a reference, since it can take a hundred megabytes at half a million
/// people: whoever copies the console's state copies none of it. Nothing in it
/// ever changes; a draft that is otherwise is another sheet.
public final class PlanSheet: Sendable {
    let draft: PlanDraft
    /// The plan that takes the best pair, then the next.
    let greedy: Plan
    let jobOfPerson: [RecordID: RecordID]
    let greedyJobOfPerson: [RecordID: RecordID]
    /// At which change of the register the pairs were found.
    let changes: Int
    /// Whether all pairs were looked for before somebody stopped it.
    var isWhole: Bool { draft.graph.isComplete }

    var plan: Plan { draft.plan }

    private init(_ draft: PlanDraft, changes: Int) {
        self.draft = draft
        greedy = draft.greedy
        jobOfPerson = draft.plan.jobOfPerson
        greedyJobOfPerson = greedy.jobOfPerson
        self.changes = changes
    }

    /// Whether the plan has the pair.
    func has(_ pair: PlanPair) -> Bool { jobOfPerson[pair.person] == pair.job }
}

extension PlanSheet: Equatable {
    public static func == (one: PlanSheet, other: PlanSheet) -> Bool { one === other }
}

extension PlanSheet {
    /// Makes the draft that is wished for, beside the keyboard: from a former
    /// one, as far as that goes, or from the register.
    ///
    /// - Parameters:
    ///   - former: nil to find the pairs anew. What was settled then, and does
    ///     not hold any more, is let go.
    ///   - isStopped: true ends the work with the best plan so far.
    ///   - progress: told how many lists are done, of how many; from any
    ///     thread.
    public static func make(
        _ wish: PlanSettings, from former: PlanSheet?, _ model: StationModel, isStopped: @escaping @Sendable () -> Bool = { false },
        progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) throws(PlanRefusal) -> PlanSheet {
        let index = model.index ?? MatchIndex(model.matcher)
        if let former, let changes = wish.changes(from: former.draft.settings) {
            var draft = former.draft
            if changes.isEmpty { draft.resume(isStopped: isStopped) } else { try draft.apply(changes, index, isStopped: isStopped) }
            return PlanSheet(draft, changes: former.changes)
        }
        if let former, wish.hasSamePairs(as: former.draft.settings) {
            let draft = try PlanDraft(former.draft.graph, wish, index, isStopped: isStopped)
            return PlanSheet(draft, changes: former.changes)
        }
        let graph = index.candidates(wish, isStopped: isStopped, progress: progress)
        var wish = wish
        while true {
            do throws(PlanRefusal) {
                let draft = try PlanDraft(graph, wish, index, isStopped: isStopped)
                return PlanSheet(draft, changes: model.changes)
            } catch {
                guard let mended = wish.without(error) else { throw error }
                wish = mended
            }
        }
    }
}

extension PlanSettings {
    /// Whether the same pairs are to be chosen from.
    fileprivate func hasSamePairs(as other: PlanSettings) -> Bool { threshold == other.threshold && candidates == other.candidates }

    /// What leads here from other settings, in an order in which each can be
    /// made; nil where more differs than what was settled.
    func changes(from former: PlanSettings) -> [PlanChange]? {
        guard unsettled == former.unsettled else { return nil }
        let (agreed, agreedBefore) = (Set(fixed), Set(former.fixed))
        var changes = former.fixed.filter { !agreed.contains($0) }.map(PlanChange.release)
        changes += former.excluded.subtracting(excluded).inOrder.map(PlanChange.allow)
        changes += former.withdrawn.subtracting(withdrawn).sorted().map(PlanChange.bringBack(person:))
        changes += former.closed.subtracting(closed).sorted().map(PlanChange.reopen(job:))
        changes += excluded.subtracting(former.excluded).inOrder.map(PlanChange.exclude)
        changes += withdrawn.subtracting(former.withdrawn).sorted().map(PlanChange.withdraw(person:))
        changes += closed.subtracting(former.closed).sorted().map(PlanChange.close(job:))
        return changes + fixed.filter { !agreedBefore.contains($0) }.map(PlanChange.fix)
    }

    /// Without anything that was settled pair by pair.
    private var unsettled: PlanSettings {
        var settings = self
        (settings.fixed, settings.excluded, settings.withdrawn, settings.closed) = ([], [], [], [])
        return settings
    }

    /// One thing settled otherwise.
    mutating func take(_ change: PlanChange) {
        switch change {
        case .fix(let pair): if !fixed.contains(pair) { fixed.append(pair) }
        case .release(let pair): fixed.removeAll { $0 == pair }
        case .exclude(let pair): excluded.insert(pair)
        case .allow(let pair): excluded.remove(pair)
        case .withdraw(let person): withdrawn.insert(person)
        case .bringBack(let person): withdrawn.remove(person)
        case .close(let job): closed.insert(job)
        case .reopen(let job): closed.remove(job)
        }
    }

    /// Without what was agreed or refused once and stands in the way now: a
    /// draft made anew is not held up by what was settled of an earlier one.
    /// Nil where it was something else.
    fileprivate func without(_ refusal: PlanRefusal) -> PlanSettings? {
        var settings = self
        switch refusal {
        case .blocked(let pair, _), .fixedAndExcluded(let pair), .fixedAndWithdrawn(let pair), .fixedAndClosed(let pair):
            settings.fixed.removeAll { $0 == pair }
        case .unknownJob(let job):
            settings.fixed.removeAll { $0.job == job }
            settings.closed.remove(job)
        case .unknownPerson(let person):
            settings.fixed.removeAll { $0.person == person }
            settings.withdrawn.remove(person)
        case .fixedTwice(let person, _, _):
            if let last = settings.fixed.lastIndex(where: { $0.person == person }) { settings.fixed.remove(at: last) }
        case .overfull(let job, _, _):
            if let last = settings.fixed.lastIndex(where: { $0.job == job }) { settings.fixed.remove(at: last) }
        case .overLimit, .notFixed, .notPositive, .tooManyRanks: return nil
        }
        return settings == self ? nil : settings
    }
}

extension Set<PlanPair> {
    /// By job, then person.
    var inOrder: [PlanPair] { sorted { ($0.job, $0.person) < ($1.job, $1.person) } }
}

extension PlanChange {
    /// What takes it back.
    var inverse: PlanChange {
        switch self {
        case .fix(let pair): .release(pair)
        case .release(let pair): .fix(pair)
        case .exclude(let pair): .allow(pair)
        case .allow(let pair): .exclude(pair)
        case .withdraw(let person): .bringBack(person: person)
        case .bringBack(let person): .withdraw(person: person)
        case .close(let job): .reopen(job: job)
        case .reopen(let job): .close(job: job)
        }
    }
}

extension StationModel {
    /// Why a job's vacancy stays empty in the draft, or a person without a
    /// job: beside the keyboard, since it looks at what is near as well. Nil
    /// where there is nothing to say, or cancelled.
    public func planReason(for subject: Service.Subject, isCancelled: @escaping @Sendable () -> Bool = { false }) -> PlanReason? {
        guard let draft = plan?.draft else { return nil }
        let index = index ?? MatchIndex(matcher)
        return switch subject {
        case .job(let job): draft.reason(job: job, index, isCancelled: isCancelled)
        case .person(let person): draft.reason(person: person, index, isCancelled: isCancelled)
        }
    }
}
