import DoorstepCore

/// How the plan over both lists stands at this desk. Kept while other screens
/// are shown; the draft itself is with the model that it was made of.
public struct Planning: Equatable, Sendable {
    /// What is asked for, with all that was settled; nil until the screen was
    /// opened.
    var wish: PlanSettings?
    /// Counts drafts asked for, so that one of an earlier wish is dropped.
    var generation = 0
    /// What is being worked on; nil where the draft is there.
    var work: Work?
    /// The pairs are being found anew.
    var isAnew = false
    var marks: Set<PlanPair> = []
    /// Pairs of the plan that were referred at this desk, also those taken
    /// back since.
    var accepted: Set<PlanPair> = []
    /// Up to which change of the register the draft has everything.
    var known = 0
    /// Why the line under the cursor is in no pair.
    var explained: Explained?
    /// Counts what was asked to be explained.
    var explainedGeneration = 0
    /// What is to be said once the draft is there.
    var said: Phrase?

    struct Explained: Equatable, Sendable {
        let subject: Service.Subject
        /// Nil until it is found out, and where there is nothing to say.
        var reason: PlanReason?
    }

    enum Work: Equatable, Sendable {
        /// The pairs are being found: so many lists, of how many.
        case finding(done: Int, of: Int)
        case planning
        /// Somebody stopped it, and it has not ended yet.
        case stopping
    }
}

/// What of the plan is listed: in the order in which Tab goes round.
enum PlanTopic: String, CaseIterable, Sendable {
    /// Who goes where.
    case pairs
    /// Vacancies that stay empty.
    case vacancies
    /// People who stay without.
    case unplaced
    /// People who would be elsewhere if the best pair were taken first.
    case differences
    /// What was refused.
    case settled

    var phrase: Phrase {
        switch self {
        case .pairs: Phrase("方案", "Plan")
        case .vacancies: Phrase("空着的", "Left vacant")
        case .unplaced: Phrase("没安置的", "Left without")
        case .differences: Phrase("与逐个推荐不同的", "Unlike one by one")
        case .settled: Phrase("不要的", "Refused")
        }
    }
}

extension ConsoleState {
    /// What of the plan is listed.
    var planTopic: PlanTopic { pages[.plan]?.topic.flatMap { PlanTopic(rawValue: $0) } ?? .pairs }

    /// Others than those who went from this plan changed the register since.
    var isPlanStale: Bool { model.map { $0.plan != nil && $0.changes != planning.known } ?? false }

    /// What Enter does on a line of the plan.
    var planHint: Phrase {
        switch planTopic {
        case .pairs, .differences: PlanWords.why
        case .vacancies, .unplaced: PlanWords.showRecord
        case .settled: PlanWords.takeBack
        }
    }

    /// Whether a page's line is marked.
    func isMarked(_ line: PageLine) -> Bool { line.about?.planPair.map(planning.marks.contains) ?? false }

    /// What of the plan the cursor stands on.
    var planEntry: PlanEntry? {
        guard current == .plan, case .plan(let entry)? = page?.selected?.about else { return nil }
        return entry
    }
}
