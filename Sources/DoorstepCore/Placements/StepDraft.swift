/// A placement step that somebody is about to record.
public struct StepDraft: Hashable, Sendable {
    public enum Target: Hashable, Sendable {
        /// Opens a placement.
        case pair(job: RecordID, person: RecordID)
        /// Moves one on.
        case placement(RecordID)
    }

    public let target: Target
    public let stage: Stage
    public let party: Party?
    /// The number of the step that a correction takes back; nil for whichever
    /// is the latest that stands, and with every other stage.
    public let corrects: Int?
    public let date: Day
    public let note: String

    public init(_ target: Target, stage: Stage, party: Party? = nil, corrects: Int? = nil, date: Day, note: String = "") {
        self.target = target
        self.stage = stage
        self.party = party
        self.corrects = stage == .corrected ? corrects : nil
        self.date = date
        self.note = note
    }
}

/// Why a step cannot follow.
public enum StepRefusal: SayableError, Hashable {
    case unknownJob(String)
    case unknownPerson(String)
    case unknownPlacement(String)
    /// The record was taken back, or merged into the one that stands.
    case absent(record: RecordID, RecordID?)
    /// The pair has an open placement already.
    case alreadyOpen(placement: RecordID, stage: Stage)
    /// The step does not follow the stage that the placement has reached.
    case cannotFollow(stage: Stage, party: Party?, asked: Stage)
    /// A placement begins with a referral.
    case notReferred(asked: Stage)
    /// Dated before the step that it follows.
    case before(step: Day, asked: Day)
    /// Dated after the day of working.
    case inFuture(asked: Day, today: Day)
    case partyMissing
    case noVacancy(title: String)
    /// Every step was taken back.
    case nothingStands(placement: RecordID)
    /// The step to be taken back is not the latest that stands: that is this
    /// one.
    case movedOn(placement: RecordID, stage: Stage, party: Party?)
    /// Rules that forbid sending this person to this job.
    case forbidden([Phrase])

    public var message: Phrase {
        switch self {
        case .unknownJob(let id):
            Phrase("没有编号为 \(id) 的岗位，请核对编号。", "There is no job \(id); check the identifier.")
        case .unknownPerson(let id):
            Phrase("没有编号为 \(id) 的求职者，请核对编号。", "There is no person \(id); check the identifier.")
        case .unknownPlacement(let id):
            Phrase("没有编号为 \(id) 的推荐，请核对编号。", "There is no placement \(id); check the identifier.")
        case .absent(let id, nil):
            Phrase("\(id.text) 已经作废，请核对编号。", "\(id.text) was taken back; check the identifier.")
        case .absent(let id, let standing?):
            Phrase("\(id.text) 已合并到 \(standing.text)，请用 \(standing.text)。", "\(id.text) was merged into \(standing.text); use \(standing.text).")
        case .alreadyOpen(let placement, let stage):
            Phrase(
                "两者已有一笔在办（\(placement)，\(stage.phrase.chinese)），请在那一笔上继续。",
                "The pair is in hand already (\(placement), \(stage.phrase.english)); go on with that placement.")
        case .cannotFollow(let stage, let party, let asked):
            Phrase(
                "现在是“\(stage.phrase(by: party).chinese)”，不能接“\(asked.phrase.chinese)”\(StepRefusal.next(stage).chinese)。",
                "It stands at “\(stage.phrase(by: party).english)”, which “\(asked.phrase.english)” cannot follow\(StepRefusal.next(stage).english).")
        case .notReferred(let asked):
            Phrase("还没有推荐，不能办“\(asked.phrase.chinese)”，请先推荐。", "There is no referral yet that “\(asked.phrase.english)” could follow; refer first.")
        case .before(let step, let asked):
            Phrase("日期 \(asked) 早于上一步的 \(step)，请核对日期。", "The date \(asked) is before the step it follows, \(step); check the date.")
        case .inFuture(let asked, let today):
            Phrase("日期 \(asked) 还没有到（今天 \(today)），请核对日期。", "The date \(asked) is in the future (today is \(today)); check the date.")
        case .partyMissing:
            Phrase("请说明是单位未录用还是本人放弃（employer 或 person）。", "Say who declined: the employer or the person.")
        case .noVacancy(let title):
            Phrase("岗位“\(title)”已经没有空缺，请先增加人数或办理其他岗位。", "The job “\(title)” has no vacancy left; raise its headcount or choose another.")
        case .nothingStands(let placement):
            Phrase("\(placement) 的每一步都已经撤销，没有可更正的；可以重新推荐。", "Every step of \(placement) was taken back; there is nothing to correct. The pair may be referred anew.")
        case .movedOn(let placement, let stage, let party):
            Phrase(
                "\(placement) 已由其他人办理，现在是“\(stage.phrase(by: party).chinese)”，没有撤销；请先看台账。",
                "\(placement) was moved on meanwhile and stands at “\(stage.phrase(by: party).english)”; nothing was taken back. Look at the ledger first.")
        case .forbidden(let reasons):
            Phrase("不能推荐：", "Cannot be referred: ") + Phrase.list(reasons) + Phrase("。", ".")
        }
    }

    private static func next(_ stage: Stage) -> Phrase {
        let followers = stage.followers.map(\.phrase)
        guard !followers.isEmpty else { return Phrase("，这一笔已经结束", "; it has ended") }
        return Phrase("，可办 ", "; it may be followed by ") + Phrase.list(followers)
    }
}

extension Placement {
    /// Whether a step may follow what is recorded.
    public func admit(_ stage: Stage, on date: Day) throws(StepRefusal) {
        guard self.stage.followers.contains(stage) else {
            throw .cannotFollow(stage: self.stage, party: latest.party, asked: stage)
        }
        guard date >= latest.date else { throw .before(step: latest.date, asked: date) }
    }
}

extension PersonStatus {
    /// What a person's status becomes when a placement of theirs reaches a
    /// stage; nil where it stays. Day work makes nobody placed.
    public func following(_ stage: Stage, from previous: Stage?, isDayWork: Bool) -> PersonStatus? {
        guard !isDayWork else { return nil }
        switch stage {
        case .hired, .started: return self == .seeking ? .placed : nil
        case .left: return self == .placed ? .seeking : nil
        case .declined: return previous == .hired && self == .placed ? .seeking : nil
        // What a correction does to it follows from all steps: `StatusHistory`.
        case .referred, .interviewed, .corrected: return nil
        }
    }
}
