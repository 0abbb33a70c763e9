import DoorstepCore
import TerminalUI

/// A placement step being written down.
public struct StepForm: Equatable, Sendable {
    /// What it is about: mostly one.
    public let targets: [StepDraft.Target]
    /// Who, and to which job: two lines over the fields.
    public internal(set) var heading: [Phrase] = []
    public let choices: [Choice]
    public var chosen = 0
    public var date: TextField
    public var note = TextField(maximumLength: 500)
    public var focus = Field.stage
    /// The latest step that stands of each placement: what a correction takes
    /// back.
    var standing: [RecordID: Standing] = [:]
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

        var phrase: Phrase { isCorrection ? Words.correction : stage.phrase(by: party) }
        var isCorrection: Bool { stage == .corrected }

        static let referral = [Choice(stage: .referred, party: nil)]

        /// What may follow; the last is to take the latest step back.
        static func following(_ placement: Placement) -> [Choice] {
            let next = placement.stage.followers(isDayWork: placement.latest.isDayWork).flatMap { follower in
                follower == .declined
                    ? [Choice(stage: .declined, party: .employer), Choice(stage: .declined, party: .person)]
                    : [Choice(stage: follower, party: nil)]
            }
            return placement.isVoid ? next : next + [Choice(stage: .corrected, party: nil)]
        }
    }

    struct Standing: Equatable {
        let number: Int
        let phrase: Phrase
    }

    init(_ targets: [StepDraft.Target], choices: [Choice], day: Day, _ model: StationModel) {
        self.targets = targets
        self.choices = choices
        date = TextField(day.description, maximumLength: 20)
        describe(model)
    }

    /// Says whom the step is about, and what does not fit, as the register
    /// has them now.
    mutating func describe(_ model: StationModel) {
        let subjects = targets.compactMap { Subject($0, model) }
        warnings = []
        standing = [:]
        for case .placement(let id) in targets {
            guard let step = model.register.placements[id]?.standing.last else { continue }
            standing[id] = Standing(number: step.number, phrase: Phrase(verbatim: "\(step.date) ") + step.stage.phrase(by: step.party))
        }
        guard let first = subjects.first else { return }
        guard subjects.count > 1 else {
            heading = [Phrase(verbatim: "\(first.name) -> \(first.title)"), Phrase(verbatim: first.employer)]
            warnings = first.blocked
            return
        }
        // How many comes first: nobody acts on many unawares.
        let titles = Set(subjects.map(\.title))
        let to = titles.count == 1 ? " -> \(first.title)" : ""
        heading = [Words.many(subjects.count) + Phrase(verbatim: to), Phrase(verbatim: subjects.map(\.name).joined(separator: " "))]
        warnings = subjects.flatMap { subject in subject.blocked.map { Phrase(verbatim: "\(subject.name) ") + $0 } }
    }

    /// Whom one step is about, and to which job.
    private struct Subject {
        let name: String
        let title: String
        let employer: String
        /// What does not fit, which does not stand in the way.
        let blocked: [Phrase]

        init?(_ target: StepDraft.Target, _ model: StationModel) {
            let register = model.register
            switch target {
            case .placement(let id):
                guard let placement = register.placements[id] else { return nil }
                let step = placement.latest
                name = register.person(of: placement)?.name ?? placement.person.text
                (title, employer, blocked) = (step.title, step.employer, [])
            case .pair(let job, let person):
                guard let job = register.jobs[job], let person = register.people[person] else { return nil }
                (name, title) = (person.name, job.title)
                employer = register.employers[job.employer]?.name ?? ""
                let matcher = model.matcher
                blocked = Explanation(matcher.assess(job: job, person: person), job: job, person: person, matcher: matcher).blocked
            }
        }
    }

    var choice: Choice { choices[min(chosen, choices.count - 1)] }

    /// What the chosen correction would take back; nil for other choices.
    var takesBack: Phrase? {
        guard choice.isCorrection, let only = standing.values.first else { return nil }
        return Words.takesBack + (standing.count == 1 ? only.phrase : Words.steps(standing.count))
    }

    /// The steps as they stand in the form; nil where the date is none.
    var drafts: [StepDraft]? {
        CellReading.day(date.text).map { date in
            targets.map {
                StepDraft($0, stage: choice.stage, party: choice.party, corrects: shown($0)?.number, date: date, note: PlainText.trimmed(note.text))
            }
        }
    }

    private func shown(_ target: StepDraft.Target) -> Standing? {
        guard case .placement(let id) = target else { return nil }
        return standing[id]
    }
}
