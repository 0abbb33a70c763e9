/// One person sent to one job, and what became of it, step by step.
///
/// A step that was recorded by mistake is taken back by a further one, a
/// correction that names it; nothing is ever changed or removed. What
/// *stands* are the steps that were not taken back: where the placement is
/// follows from them alone, as if the others had never been.
public struct Placement: Hashable, Sendable, Identifiable {
    public let id: RecordID
    public let job: RecordID
    public let person: RecordID
    /// In the order of recording; never empty.
    public private(set) var steps: [PlacementStep]

    public init(id: RecordID, job: RecordID, person: RecordID, first: PlacementStep) {
        self.id = id
        self.job = job
        self.person = person
        steps = [first]
    }

    public mutating func append(_ step: PlacementStep) {
        steps.append(step)
    }

    /// The steps that were not taken back, in the order of recording; none
    /// where the referral itself was.
    public var standing: [PlacementStep] {
        guard steps.contains(where: { $0.stage == .corrected }) else { return steps }
        let takenBack = Set(steps.compactMap(\.corrects))
        return steps.filter { $0.stage != .corrected && !takenBack.contains($0.number) }
    }

    /// The referral was taken back: nobody was sent.
    public var isVoid: Bool { standing.isEmpty }

    /// Whether a step was taken back by a later one.
    public func isTakenBack(_ step: PlacementStep) -> Bool {
        steps.contains { $0.corrects == step.number }
    }

    /// The latest step that stands and says where the placement is: a check
    /// does not. Where none stands, the correction that took the referral
    /// back.
    public var latest: PlacementStep { standing.last { $0.stage != .checked } ?? steps[steps.count - 1] }

    public var stage: Stage { latest.stage }

    /// The day the person was sent; nil where the referral was taken back.
    public var opened: Day? { standing.first?.date }

    /// What was known on `day`: as `latest`, of the steps dated no later, if
    /// any.
    public func latest(asOf day: Day) -> PlacementStep? {
        let standing = standing
        guard !standing.isEmpty else { return latest.date <= day ? latest : nil }
        return standing.last { $0.date <= day && $0.stage != .checked }
    }

    /// Whether it takes up one of the job's vacancies on a day. Day work
    /// does on the day that the person was sent for, also when that day's
    /// work was done.
    public func takesVacancy(on day: Day, isDayWork: Bool) -> Bool {
        guard let step = latest(asOf: day) else { return false }
        guard isDayWork else { return step.stage.takesVacancy }
        return step.stage != .declined && standing.contains { $0.stage == .hired && $0.date == day }
    }
}

/// Where a placement stands.
public enum Stage: String, Hashable, Sendable, CaseIterable {
    /// 推荐: sent to the employer.
    case referred
    /// 面试: seen by the employer.
    case interviewed
    /// 录用: taken on.
    case hired
    /// 到岗: at work; the days count from here.
    case started
    /// 在岗核实, of day work 结算: somebody asked how it stands, or evidence
    /// came in. The placement stays where it is.
    case checked
    /// 未录用 or 放弃: came to nothing, by whom the step says.
    case declined
    /// 离职: no longer at work.
    case left
    /// 更正: takes back the latest step that stands.
    case corrected

    /// The steps that may follow, apart from a correction. A referral may be
    /// hired without an interview; nothing follows where it ended, but for
    /// evidence that comes in late. Who was sent for a day's work has done it
    /// without having started for longer.
    public func followers(isDayWork: Bool) -> [Stage] {
        switch self {
        case .referred: [.interviewed, .hired, .declined]
        case .interviewed: [.hired, .declined]
        case .hired: isDayWork ? [.left, .checked, .declined, .started] : [.started, .declined, .checked]
        case .started: isDayWork ? [.left, .checked] : [.checked, .left]
        case .left: [.checked]
        case .declined, .checked, .corrected: []
        }
    }

    /// Still under way or at work: the pair is in hand.
    public var isOpen: Bool {
        switch self {
        case .referred, .interviewed, .hired, .started: true
        case .checked, .declined, .left, .corrected: false
        }
    }

    /// The pair is in hand. Who is taken on for day work stays on the list,
    /// and may be sent there again.
    public func isInHand(isDayWork: Bool) -> Bool { isOpen && !(isDayWork && takesVacancy) }

    /// Takes up one of the job's vacancies.
    public var takesVacancy: Bool { self == .hired || self == .started }
}

/// Who said no.
public enum Party: String, Hashable, Sendable, CaseIterable {
    case employer, person
}

/// One step of a placement, as the ledger keeps it. Steps are never changed
/// or removed.
public struct PlacementStep: Hashable, Sendable {
    /// The step's number in the station's ledger, from 1.
    public let number: Int
    public let stage: Stage
    /// Who declined; nil with every other stage.
    public let party: Party?
    /// The number of the step that a correction takes back; nil with every
    /// other stage.
    public let corrects: Int?
    /// The day it happened.
    public let date: Day
    /// When it was recorded: UTC, `2026-11-21T03:04:05Z`.
    public let recorded: String
    public let caseworker: String
    public let note: String
    /// Why it came to nothing or ended, from the list; nil where nobody said,
    /// and with every other stage.
    public let reason: StepReason?
    /// What came in with it; empty where nothing did.
    public let evidence: Evidence
    /// What statistics need of the two sides, as they were at this moment;
    /// nil in steps of programs that did not keep it.
    public let facts: StepFacts?
    /// The employer's name, the job's title and its kind's identifier at the
    /// time, so that the log says what was true then.
    public let employer: String
    public let title: String
    public let kind: String
    /// The link of the ledger's chain, SHA-256 in lower-case hexadecimal.
    public let link: String

    public init(
        number: Int, stage: Stage, party: Party?, corrects: Int? = nil, date: Day, recorded: String, caseworker: String, note: String,
        reason: StepReason? = nil, evidence: Evidence = [:], facts: StepFacts? = nil, employer: String, title: String, kind: String, link: String
    ) {
        self.number = number
        self.stage = stage
        self.party = party
        self.corrects = corrects
        self.date = date
        self.recorded = recorded
        self.caseworker = caseworker
        self.note = note
        self.reason = reason
        self.evidence = evidence
        self.facts = facts
        self.employer = employer
        self.title = title
        self.kind = kind
        self.link = link
    }
}
