/// Something that a station did for a person or about a job, as its store
/// keeps it: never changed or removed. One that was recorded by mistake is
/// taken back by a further one that names it.
public struct Service: Hashable, Sendable, Identifiable {
    /// Its number in the station's list of services, from 1.
    public let number: Int
    public let subject: Subject
    public let kind: ServiceKind
    /// Of a call or a visit: what came of it.
    public let outcome: CallOutcome?
    /// The placement that it was about, where it was about one.
    public let placement: RecordID?
    /// The day agreed for the next try.
    public let again: Day?
    /// The number of the service that this one takes back.
    public let takesBack: Int?
    /// The day it happened.
    public let date: Day
    /// When it was recorded: UTC, `2026-11-21T03:04:05Z`.
    public let recorded: String
    public let caseworker: String
    public let note: String

    public enum Subject: Hashable, Sendable {
        case person(RecordID), job(RecordID)

        public var id: RecordID {
            switch self {
            case .person(let id), .job(let id): id
            }
        }

        public var kind: RecordID.Kind {
            switch self {
            case .person: .person
            case .job: .job
            }
        }
    }

    /// Its number, as what records are found by.
    public struct ID: Hashable, Sendable {
        let number: Int
    }

    public var id: ID { ID(number: number) }

    /// `2026-11-21 电话 未接`: when, what, and what came of it.
    public var told: Phrase {
        var phrase = Phrase(verbatim: "\(date) ") + kind.phrase
        if let outcome { phrase = phrase + Phrase(verbatim: " ") + outcome.phrase }
        if let again { phrase = phrase + Phrase("，约 \(again)", ", again on \(again)") }
        return phrase
    }

    public init(number: Int, _ draft: ServiceDraft, recorded: String, caseworker: String) {
        self.number = number
        subject = draft.subject
        kind = draft.kind
        outcome = draft.outcome
        placement = draft.placement
        again = draft.again
        takesBack = draft.takesBack
        date = draft.date
        self.recorded = recorded
        self.caseworker = caseworker
        note = draft.note
    }
}

/// A service that somebody is about to record.
public struct ServiceDraft: Hashable, Sendable {
    public let subject: Service.Subject
    public let kind: ServiceKind
    public let outcome: CallOutcome?
    public let placement: RecordID?
    public let again: Day?
    public let takesBack: Int?
    public let date: Day
    public let note: String

    public init(
        _ subject: Service.Subject, _ kind: ServiceKind, outcome: CallOutcome? = nil, placement: RecordID? = nil, again: Day? = nil,
        takesBack: Int? = nil, date: Day, note: String = ""
    ) {
        self.subject = subject
        self.kind = kind
        self.outcome = outcome
        self.placement = placement
        self.again = again
        self.takesBack = takesBack
        self.date = date
        self.note = note
    }
}

/// Why a service is not recorded.
public enum ServiceRefusal: SayableError, Hashable {
    case unknown(String)
    case absent(record: RecordID, RecordID?)
    /// Not what is done for such a record.
    case notFor(ServiceKind, RecordID)
    case inFuture(asked: Day, today: Day)
    /// The next try lies before this one.
    case againBefore(Day)
    case unknownPlacement(String)
    /// There is no such service of the record, or it was taken back.
    case nothingToTakeBack(number: Int)

    public var message: Phrase {
        switch self {
        case .unknown(let id):
            Phrase("没有编号为 \(id) 的求职者或岗位，请核对编号。", "There is no person or job \(id); check the identifier.")
        case .absent(let id, let standing): StepRefusal.absent(record: id, standing).message
        case .notFor(let kind, let id):
            Phrase("“\(kind.phrase.chinese)”不用于 \(id.text)，请换一种服务。", "“\(kind.phrase.english)” is not for \(id.text); choose another service.")
        case .inFuture(let asked, let today): StepRefusal.inFuture(asked: asked, today: today).message
        case .againBefore(let day):
            Phrase("改约的日期 \(day) 不在这一次之后，请核对日期。", "The day agreed on, \(day), is not after this one; check the date.")
        case .unknownPlacement(let id): StepRefusal.unknownPlacement(id).message
        case .nothingToTakeBack(let number):
            Phrase("第 \(number) 次服务没有可撤销的。", "There is no service \(number) to take back.")
        }
    }
}

extension Register {
    /// Whether a service may be recorded: the one rule of the console, the
    /// commands and the store.
    public func admit(_ draft: ServiceDraft, asOf day: Day) throws(ServiceRefusal) {
        let absence: Absence?
        switch draft.subject {
        case .person(let id):
            guard let person = people[id] else { throw .unknown(id.text) }
            absence = person.absence
        case .job(let id):
            guard let job = jobs[id] else { throw .unknown(id.text) }
            absence = job.absence
        }
        if let absence { throw .absent(record: draft.subject.id, absence.standing) }
        guard draft.kind.isFor(draft.subject.kind) else { throw .notFor(draft.kind, draft.subject.id) }
        guard draft.date <= day else { throw .inFuture(asked: draft.date, today: day) }
        if let again = draft.again, again <= draft.date { throw .againBefore(again) }
        if let placement = draft.placement, placements[placement] == nil { throw .unknownPlacement(placement.text) }
        if let number = draft.takesBack {
            guard services(of: draft.subject).contains(where: { $0.number == number }) else { throw .nothingToTakeBack(number: number) }
        }
    }
}
