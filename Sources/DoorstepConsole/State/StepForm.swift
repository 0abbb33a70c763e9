import DoorstepCore
import TerminalUI

/// A placement step being written down.
public struct StepForm: Equatable, Sendable {
    public let target: StepDraft.Target
    /// Who, and to which job: two lines over the fields.
    public let heading: [Phrase]
    public let choices: [Choice]
    public var chosen = 0
    public var date: TextField
    public var note = TextField(maximumLength: 500)
    public var focus = Field.stage
    /// What does not fit the pair, which does not stand in the way.
    public var warnings: [Phrase]
    public var error: Phrase?
    public var isSaving = false
    /// Esc was pressed once over a note that is not saved.
    public var isAskedToDrop = false

    public enum Field: Int, CaseIterable, Sendable {
        case stage, date, note
    }

    /// A stage and, where it is a refusal, whose.
    public struct Choice: Hashable, Sendable {
        public let stage: Stage
        public let party: Party?

        var phrase: Phrase { stage.phrase(by: party) }

        static func following(_ stage: Stage?) -> [Choice] {
            guard let stage else { return [Choice(stage: .referred, party: nil)] }
            return stage.followers.flatMap { follower in
                follower == .declined
                    ? [Choice(stage: .declined, party: .employer), Choice(stage: .declined, party: .person)]
                    : [Choice(stage: follower, party: nil)]
            }
        }
    }

    init(target: StepDraft.Target, heading: [Phrase], choices: [Choice], day: Day, warnings: [Phrase] = []) {
        self.target = target
        self.heading = heading
        self.choices = choices
        self.warnings = warnings
        date = TextField(day.description, maximumLength: 20)
    }

    var choice: Choice { choices[min(chosen, choices.count - 1)] }

    /// The step as it stands in the form; nil where the date is none.
    var draft: StepDraft? {
        CellReading.day(date.text).map {
            StepDraft(target, stage: choice.stage, party: choice.party, date: $0, note: PlainText.trimmed(note.text))
        }
    }
}
