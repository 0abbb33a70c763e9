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
    public let reason: StepReason?
    public let evidence: Evidence

    public init(
        _ target: Target, stage: Stage, party: Party? = nil, corrects: Int? = nil, date: Day, note: String = "", reason: StepReason? = nil,
        evidence: Evidence = [:]
    ) {
        self.target = target
        self.stage = stage
        self.party = party
        self.corrects = stage == .corrected ? corrects : nil
        self.date = date
        self.note = note
        self.reason = reason
        self.evidence = stage == .corrected ? [:] : evidence
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
    case cannotFollow(stage: Stage, party: Party?, asked: Stage, isDayWork: Bool)
    /// A placement begins with a referral.
    case notReferred(asked: Stage)
    /// Dated before the step that it follows.
    case before(step: Day, asked: Day)
    /// Dated after the day of working.
    case inFuture(asked: Day, today: Day)
    /// A year that nobody who is placed today has worked in.
    case tooLongAgo(asked: Day)
    case partyMissing
    case noVacancy(title: String)
    /// Every step was taken back.
    case nothingStands(placement: RecordID)
    /// The step to be taken back is not the latest that stands: that is this
    /// one.
    case movedOn(placement: RecordID, stage: Stage, party: Party?)
    /// Rules that forbid sending this person to this job.
    case forbidden([Phrase])
    /// The person is at work full time already.
    case atWork(placement: RecordID, employer: String)
    /// Not a reason for such a step.
    case reasonDoesNotFit(StepReason, Stage, Party?)
    /// Evidence dated after the day it came in.
    case evidenceAhead(EvidenceItem, Day, on: Day)
    case implausibleDate(EvidenceItem, Day)
    case endsBeforeItBegins(EvidenceItem, Day, EvidenceItem, Day)
    case contradicting(EvidenceItem, EvidenceItem, Phrase)
    /// More months paid than there were.
    case tooManyMonths(EvidenceItem, Int, since: Day, possible: Int)
    /// Whether wages were paid is asked of day work alone.
    case notPaidByDay

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
        case .cannotFollow(let stage, let party, let asked, let isDayWork):
            StepRefusal.cannotFollow(
                stage.phrase(by: party, isDayWork: isDayWork), asked.phrase(by: nil, isDayWork: isDayWork),
                stage.followers(isDayWork: isDayWork).map { $0.phrase(by: nil, isDayWork: isDayWork) })
        case .notReferred(let asked):
            Phrase("还没有推荐，不能办“\(asked.phrase.chinese)”，请先推荐。", "There is no referral yet that “\(asked.phrase.english)” could follow; refer first.")
        case .before(let step, let asked):
            Phrase("日期 \(asked) 早于上一步的 \(step)，请核对日期。", "The date \(asked) is before the step it follows, \(step); check the date.")
        case .inFuture(let asked, let today):
            Phrase("日期 \(asked) 还没有到（今天 \(today)），请核对日期。", "The date \(asked) is in the future (today is \(today)); check the date.")
        case .tooLongAgo(let asked):
            Phrase("日期 \(asked) 太早，请核对年份。", "The date \(asked) is too long ago; check the year.")
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
        case .atWork(let placement, let employer):
            Phrase(
                "本人在\(employer)全日制在岗（\(placement)），请先记离职，或更正那一笔。",
                "The person is at work full time at \(employer) (\(placement)); record that they left, or correct that placement, first.")
        case .reasonDoesNotFit(let reason, let stage, let party):
            Phrase(
                "“\(reason.phrase.chinese)”不是“\(stage.phrase(by: party).chinese)”的原因\(StepRefusal.offered(stage, party).chinese)。",
                "“\(reason.phrase.english)” is no reason for “\(stage.phrase(by: party).english)”\(StepRefusal.offered(stage, party).english).")
        case .evidenceAhead(let item, let day, let date):
            Phrase(
                "\(item.phrase.chinese)“\(day)”晚于这一步的日期 \(date)，请核对日期。",
                "“\(item.phrase.english)” is \(day), after the day of the step, \(date); check the date.")
        case .implausibleDate(let item, let day):
            Phrase(
                "\(item.phrase.chinese)“\(day)”不可能，请核对年份；没有期限的用“\(EvidenceItem.contractOpen.phrase.chinese)”。",
                "“\(item.phrase.english)” cannot be \(day); check the year, or say “\(EvidenceItem.contractOpen.phrase.english)” where there is no end.")
        case .endsBeforeItBegins(let from, let first, let to, let last):
            Phrase(
                "\(to.phrase.chinese)“\(last)”早于\(from.phrase.chinese)“\(first)”，请核对日期。",
                "“\(to.phrase.english)”, \(last), is before “\(from.phrase.english)”, \(first); check the dates.")
        case .contradicting(let item, let other, let value):
            Phrase(
                "\(item.phrase.chinese)与\(other.phrase.chinese)“\(value.chinese)”矛盾，请只填一项。",
                "“\(item.phrase.english)” contradicts “\(other.phrase.english)”, \(value.english); give only one.")
        case .tooManyMonths(let scheme, let months, let since, let possible):
            Phrase(
                "\(scheme.phrase.chinese) \(months)，多于 \(since) 以来的 \(possible) 个月，请核对月数，或填“\(EvidenceItem.insuranceFrom.phrase.chinese)”。",
                "\(months) \(scheme.phrase.english) are more than the \(possible) since \(since); check the months, or say “\(EvidenceItem.insuranceFrom.phrase.english)”.")
        case .notPaidByDay:
            Phrase("“工资已结”只用于零工，请改用“月工资”。", "“Wages paid” is for day work alone; say the wage a month instead.")
        }
    }

    private static func offered(_ stage: Stage, _ party: Party?) -> Phrase {
        let reasons = StepReason.offered(for: stage, by: party).map(\.phrase)
        guard !reasons.isEmpty else { return Phrase("，这一步不用填原因", "; such a step needs none") }
        return Phrase("，可选：", "; choose one of: ") + Phrase.list(reasons)
    }

    private static func cannotFollow(_ stage: Phrase, _ asked: Phrase, _ followers: [Phrase]) -> Phrase {
        let next =
            followers.isEmpty ? Phrase("，这一笔已经结束", "; it has ended") : Phrase("，可办 ", "; it may be followed by ") + Phrase.list(followers)
        return Phrase(
            "现在是“\(stage.chinese)”，不能接“\(asked.chinese)”\(next.chinese)。",
            "It stands at “\(stage.english)”, which “\(asked.english)” cannot follow\(next.english).")
    }
}

extension Placement {
    /// Whether a step may follow what is recorded, with its reason and
    /// evidence: the rule of whoever asks and of the store.
    public func admit(_ draft: StepDraft, isDayWork: Bool) throws(StepRefusal) {
        try admit(draft.stage, on: draft.date, isDayWork: isDayWork)
        if let reason = draft.reason, !StepReason.offered(for: draft.stage, by: draft.party).contains(reason) {
            throw .reasonDoesNotFit(reason, draft.stage, draft.party)
        }
        guard !draft.evidence.isEmpty else { return }
        guard isDayWork || draft.evidence[.paid] == nil else { throw .notPaidByDay }
        let since = started ?? hired ?? (draft.stage == .started || draft.stage == .hired ? draft.date : nil)
        try draft.evidence.admit(with: evidence(asOf: draft.date).values, on: draft.date, started: since)
    }

    /// Whether a stage may follow what is recorded.
    public func admit(_ stage: Stage, on date: Day, isDayWork: Bool = false) throws(StepRefusal) {
        guard self.stage.followers(isDayWork: isDayWork).contains(stage) else {
            throw .cannotFollow(stage: self.stage, party: latest.party, asked: stage, isDayWork: isDayWork)
        }
        let before = standing.last?.date ?? latest.date
        guard date >= before else { throw .before(step: before, asked: date) }
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
        case .referred, .interviewed, .checked, .corrected: return nil
        }
    }
}
