/// Something that somebody has to ask after: what the records imply as of a
/// day, so that nobody has to remember it (issue of the plans: everyone who
/// was placed is followed up, everyone who registers is spoken to).
public struct FollowUp: Hashable, Sendable, Identifiable {
    public let subject: Subject
    public let reason: Reason
    /// What the days are counted from.
    public let since: Day
    /// The day from which on somebody should call.
    public let due: Day

    public enum Subject: Hashable, Sendable, Comparable {
        case placement(RecordID), person(RecordID), job(RecordID)

        public var id: RecordID {
            switch self {
            case .placement(let id), .person(let id), .job(let id): id
            }
        }
    }

    public enum Reason: Hashable, Sendable {
        // Of placements.
        /// 推荐回执: whoever was sent has neither been seen nor taken on nor
        /// turned down.
        case answer
        /// 到岗: taken on, and nobody wrote down that work began.
        case start
        /// 在岗核实: still in post, so many days after starting?
        case inPost(days: Int)
        /// 结算: was the day's work paid?
        case dayWork
        /// 合同到期: what comes after the contract?
        case contractEnds
        /// 政策日期: a day that a policy gives, and what for.
        case policy(Phrase)
        // Of people who seek.
        /// 首次联系, within so many working days of registering.
        case firstContact
        /// 久未提供: neither sent anywhere nor told of training.
        case nothingOffered
        // Of people and jobs.
        /// 改约: another day was agreed.
        case agreed
        /// 未接: nobody answered.
        case noAnswer
        /// 停机: another number is wanted.
        case outOfService
        // Of jobs.
        /// 即将截止: to be prolonged, or taken off the list.
        case closing
        /// 仍在招?
        case stillOpen
    }

    /// The same for as long as the same is asked of the same.
    public struct ID: Hashable, Sendable {
        public let subject: Subject
        public let reason: Reason
    }

    public var id: ID { ID(subject: subject, reason: reason) }

    /// Days past the day it was due; 0 on that day and before.
    public func daysOverdue(asOf day: Day) -> Int { max(0, day - due) }

    // MARK: - How long

    /// A slip that did not come back after so many days is asked for, and so
    /// many days after asking once more.
    public static let answerDays = 7
    /// So many days after the day agreed on, somebody asks whether work began.
    public static let startDays = 3
    /// Days after starting on which somebody asks whether it holds.
    public static let checkDays = [30, 90, 180, 365]
    /// Working days after which wages that were not paid are asked for again.
    public static let unpaidWorkingDays = 3
    /// So many days before a contract ends, and before a job closes.
    public static let contractDays = 30
    public static let closingDays = 3
    /// Working days from registering to the first word.
    public static let firstContactWorkingDays = 5
    /// Days without an offer, and without a word from a job.
    public static let offerDays = 30
    public static let verificationDays = 30
    /// For how many days a policy's date is asked for after it came.
    public static let policyDays = 30
}

extension FollowUp.Reason {
    public var phrase: Phrase {
        switch self {
        case .answer: Phrase("回执未回", "slip not returned")
        case .start: Phrase("录用未到岗", "taken on, not started")
        case .inPost(let days): Phrase("在岗核实 \(days) 天", "in post after \(days) days")
        case .dayWork: Phrase("零工结算", "day work paid")
        case .contractEnds: Phrase("合同将到期", "contract ends")
        case .policy(let phrase): phrase
        case .firstContact: Phrase("首次联系", "first contact")
        case .nothingOffered: Phrase("久未提供服务", "nothing offered")
        case .agreed: Phrase("改约回访", "call agreed on")
        case .noAnswer: Phrase("未接再打", "no answer: again")
        case .outOfService: Phrase("停机换号", "another number")
        case .closing: Phrase("即将截止", "about to close")
        case .stillOpen: Phrase("仍在招?", "still open?")
        }
    }
}

/// The records that something due is about, by those that stand for them.
public struct FollowUpRecords: Sendable {
    public let placement: Placement?
    public let person: Person?
    public let job: Job?

    public init(_ call: FollowUp, _ register: Register) {
        switch call.subject {
        case .placement(let id):
            placement = register.placements[id]
            person = placement.flatMap { register.person(of: $0) }
            job = placement.flatMap { register.job(of: $0) }
        case .person(let id): (placement, person, job) = (nil, register.people[id], nil)
        case .job(let id): (placement, person, job) = (nil, nil, register.jobs[id])
        }
    }
}
