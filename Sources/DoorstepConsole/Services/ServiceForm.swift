import DoorstepCore
import TerminalUI

/// What was done for somebody, or what came of asking after something, being
/// written down.
public struct ServiceForm: Equatable, Sendable {
    public let subject: Service.Subject
    /// The placement that it is about, where it is about one.
    public let placement: RecordID?
    public let purpose: Purpose
    /// What is asked after, and since when; below whom it is about.
    let about: Phrase?
    public let choices: [Choice]
    public var chosen = 0
    /// The day agreed on, where the call was put off.
    public var again: TextField
    public var date: TextField
    public var note = TextField(maximumLength: 500)
    public var focus = Field.choice
    public var error: Phrase?
    public var isSaving = false
    /// Esc was pressed once over what is not saved.
    public var isAskedToDrop = false

    public enum Purpose: Equatable, Sendable {
        case service
        /// The number is shown once that is journalled.
        case call
        /// Something that is due.
        case followUp
    }

    public enum Field: Equatable, Sendable {
        case choice, again, date, note
    }

    /// A result, each of which is saved as what it is.
    public enum Choice: Hashable, Sendable {
        case service(ServiceKind)
        case call(CallOutcome)
        /// A step of the placement; of day work, whether wages were paid.
        case step(Stage, Party?, paid: Bool? = nil)
        case job(JobStatus)
    }

    private let firstAgain: String
    private let firstDate: String

    init(_ subject: Service.Subject, placement: RecordID? = nil, _ purpose: Purpose, about: Phrase? = nil, _ choices: [Choice], day: Day) {
        (self.subject, self.placement, self.purpose, self.about, self.choices) = (subject, placement, purpose, about, choices)
        (firstAgain, firstDate) = (day.adding(workingDays: 1).description, day.description)
        again = TextField(firstAgain, maximumLength: 20)
        date = TextField(firstDate, maximumLength: 20)
    }

    var choice: Choice { choices[min(chosen, choices.count - 1)] }

    /// Those that stand in the form with the choice.
    var fields: [Field] { choice == .call(.postponed) ? [.choice, .again, .date, .note] : [.choice, .date, .note] }

    /// Something was typed that Esc would drop.
    var isChanged: Bool { !note.isEmpty || again.text != firstAgain || date.text != firstDate }

    mutating func moveFocus(by step: Int) {
        let position = fields.firstIndex(of: focus) ?? 0
        focus = fields[(position + step + fields.count) % fields.count]
    }

    // MARK: - What can come of it

    /// Results of what is due, likeliest first.
    static func results(_ call: FollowUp, _ records: FollowUpRecords, isDayWork: Bool) -> [Choice] {
        let tries: [Choice] = [.call(.noAnswer), .call(.outOfService), .call(.postponed)]
        switch call.subject {
        case .placement:
            guard let placement = records.placement else { return [] }
            let steps = placement.stage.followers(isDayWork: isDayWork).flatMap { stage -> [Choice] in
                switch stage {
                case .checked where isDayWork: [.step(.checked, nil, paid: true), .step(.checked, nil, paid: false)]
                case .declined where placement.stage == .hired: [.step(.declined, .person)]
                case .declined: [.step(.declined, .employer), .step(.declined, .person)]
                default: [.step(stage, nil)]
                }
            }
            // Whoever is asked for a slip may be reached and not know yet; a
            // policy's day is settled by speaking of it.
            switch call.reason {
            case .answer, .policy, .agreed: return [.call(.reached)] + steps + tries
            case .dayWork: return steps.filter(\.isCheck) + steps.filter { !$0.isCheck } + tries
            default: return steps + tries
            }
        case .person:
            return [.call(.reached)] + tries + [.service(.reception), .service(.guidance), .service(.trainingNotice), .service(.revisit), .service(.wishSurvey)]
        case .job: return [.service(.verification), .job(.filled), .job(.withdrawn)] + tries
        }
    }

    static func services(for kind: RecordID.Kind) -> [Choice] {
        ServiceKind.allCases.filter { $0 != .call && $0.isFor(kind) }.map { .service($0) }
    }

    static let outcomes: [Choice] = CallOutcome.allCases.map { .call($0) }
}

extension ServiceForm.Choice {
    fileprivate var isCheck: Bool {
        if case .step(.checked, _, _) = self { true } else { false }
    }

    /// - Parameters:
    ///   - subject: a job that is verified is still open.
    ///   - placement: whether work had begun says what to call its end.
    func phrase(_ subject: Service.Subject, _ placement: Placement?, isDayWork: Bool) -> Phrase {
        switch self {
        case .service(.verification) where subject.kind == .job: Phrase("仍在招", "still open")
        case .service(let kind): kind.phrase
        case .call(let outcome): outcome.phrase
        case .step(.checked, _, let paid?): paid ? Phrase("工资已结", "wages paid") : Phrase("工资未结", "not paid")
        case .step(.checked, _, nil): Phrase("在岗", "in post")
        case .step(.declined, _, _) where placement?.stage == .hired: Phrase("未到岗", "never started")
        case .step(let stage, let party, _): stage.phrase(by: party, isDayWork: isDayWork)
        case .job(let status): status.phrase
        }
    }
}
