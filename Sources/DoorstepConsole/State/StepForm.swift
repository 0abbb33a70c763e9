import DoorstepCore
import TerminalUI

/// A placement step being written down.
public struct StepForm: Equatable, Sendable {
    public let target: StepDraft.Target
    /// Who, and to which job: two lines over the fields.
    public internal(set) var heading: [Phrase] = []
    public let choices: [Choice]
    public var chosen = 0
    public var date: TextField
    public var note = TextField(maximumLength: 500)
    public var focus = Field.stage
    /// What does not fit the pair, which does not stand in the way.
    public internal(set) var warnings: [Phrase] = []
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

    init(target: StepDraft.Target, choices: [Choice], day: Day, _ model: StationModel) {
        self.target = target
        self.choices = choices
        date = TextField(day.description, maximumLength: 20)
        describe(model)
    }

    /// Says whom the step is about, and what does not fit, as the register
    /// has them now.
    mutating func describe(_ model: StationModel) {
        let register = model.register
        switch target {
        case .placement(let id):
            guard let placement = register.placements[id] else { return }
            let step = placement.latest
            let name = register.people[placement.person]?.name ?? placement.person.text
            heading = [Phrase(verbatim: "\(name) -> \(step.title)"), Phrase(verbatim: step.employer)]
        case .pair(let job, let person):
            guard let job = register.jobs[job], let person = register.people[person] else { return }
            heading = [Phrase(verbatim: "\(person.name) -> \(job.title)"), Phrase(verbatim: register.employers[job.employer]?.name ?? "")]
            let matcher = model.matcher
            warnings = Explanation(matcher.assess(job: job, person: person), job: job, person: person, matcher: matcher).blocked
        }
    }

    var choice: Choice { choices[min(chosen, choices.count - 1)] }

    /// The step as it stands in the form; nil where the date is none.
    var draft: StepDraft? {
        CellReading.day(date.text).map {
            StepDraft(target, stage: choice.stage, party: choice.party, date: $0, note: PlainText.trimmed(note.text))
        }
    }
}
