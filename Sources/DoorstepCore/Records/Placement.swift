/// One person sent to one job, and what became of it, step by step.
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

    /// The latest step.
    public var latest: PlacementStep { steps[steps.count - 1] }

    public var stage: Stage { latest.stage }

    /// The day the person was sent.
    public var opened: Day { steps[0].date }

    /// What was known on `day`: the latest step dated no later, if any.
    public func latest(asOf day: Day) -> PlacementStep? {
        steps.last { $0.date <= day }
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
    /// 未录用 or 放弃: came to nothing, by whom the step says.
    case declined
    /// 离职: no longer at work.
    case left

    /// The steps that may follow. A referral may be hired without an
    /// interview; nothing follows where it ended.
    public var followers: [Stage] {
        switch self {
        case .referred: [.interviewed, .hired, .declined]
        case .interviewed: [.hired, .declined]
        case .hired: [.started, .declined]
        case .started: [.left]
        case .declined, .left: []
        }
    }

    /// Still under way or at work: the pair is in hand.
    public var isOpen: Bool { self != .declined && self != .left }

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
    /// The day it happened.
    public let date: Day
    /// When it was recorded: UTC, `2026-11-21T03:04:05Z`.
    public let recorded: String
    public let caseworker: String
    public let note: String
    /// The employer's name, the job's title and its kind's identifier at the
    /// time, so that the log says what was true then.
    public let employer: String
    public let title: String
    public let kind: String
    /// The link of the ledger's chain, SHA-256 in lower-case hexadecimal.
    public let link: String

    public init(
        number: Int, stage: Stage, party: Party?, date: Day, recorded: String, caseworker: String, note: String,
        employer: String, title: String, kind: String, link: String
    ) {
        self.number = number
        self.stage = stage
        self.party = party
        self.date = date
        self.recorded = recorded
        self.caseworker = caseworker
        self.note = note
        self.employer = employer
        self.title = title
        self.kind = kind
        self.link = link
    }
}
