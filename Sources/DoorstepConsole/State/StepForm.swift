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
    /// Which of the reasons offered; nil for none.
    public var reason: Int?
    /// What came in, typed in one line.
    public var evidence = TextField(maximumLength: 1000)
    public var focus = Field.stage
    /// The latest step that stands of each placement: what a correction takes
    /// back.
    var standing: [RecordID: Standing] = [:]
    /// What does not fit the pair, which does not stand in the way.
    public internal(set) var warnings: [Phrase] = []
    public var error: Phrase?
    public var isSaving = false
    /// Several lines of a plan, that are referred as one.
    var isOfPlan = false
    /// Esc was pressed once over a note that is not saved.
    public var isAskedToDrop = false

    public enum Field: Int, CaseIterable, Sendable {
        case stage, date, note, reason, evidence
    }

    /// Those that the chosen step has.
    var fields: [Field] {
        Field.allCases.filter { field in
            switch field {
            case .stage, .date: true
            case .note: !isOfPlan
            case .reason: !reasons.isEmpty
            // Evidence is of one placement.
            case .evidence: !isOfPlan && !choice.isCorrection && targets.count == 1
            }
        }
    }

    /// The reasons that the chosen step may give.
    var reasons: [StepReason] { StepReason.offered(for: choice.stage, by: choice.party) }

    var chosenReason: StepReason? {
        guard let reason, reasons.indices.contains(reason) else { return nil }
        return reasons[reason]
    }

    /// Items of evidence that go on with what is being typed.
    var likelyItems: [EvidenceItem] {
        let typed = evidence.text.split(omittingEmptySubsequences: false) { ";；".contains($0) }.last.map { PlainText.trimmed($0) } ?? ""
        if typed.isEmpty { return EvidenceItem.usual(for: choice.stage, isDayWork: isDayWork) }
        return typed.contains { "=＝:： ".contains($0) } ? [] : EvidenceItem.likely(typed)
    }

    /// A stage and, where it is a refusal, whose.
    public struct Choice: Hashable, Sendable {
        public let stage: Stage
        public let party: Party?
        var isDayWork = false

        var phrase: Phrase { isCorrection ? Words.correction : stage.phrase(by: party, isDayWork: isDayWork) }
        var isCorrection: Bool { stage == .corrected }

        static let referral = [Choice(stage: .referred, party: nil)]

        /// What may follow; the last is to take the latest step back.
        static func following(_ placement: Placement) -> [Choice] {
            let isDayWork = placement.latest.isDayWork
            let next = placement.stage.followers(isDayWork: isDayWork).flatMap { follower in
                follower == .declined
                    ? [Choice(stage: .declined, party: .employer), Choice(stage: .declined, party: .person)]
                    : [Choice(stage: follower, party: nil, isDayWork: isDayWork)]
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
            standing[id] = Standing(number: step.number, phrase: Phrase(verbatim: "\(step.date) ") + step.phrase)
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

    var isDayWork: Bool { choice.isDayWork }

    /// Whether something would be lost.
    var isTyped: Bool { !note.isEmpty || !evidence.isEmpty }

    /// Whether Tab goes on with an item's name.
    var isCompleting: Bool { focus == .evidence && !evidence.text.isEmpty && !likelyItems.isEmpty && !PlainText.trimmed(evidence.text).hasSuffix("；") }

    /// The steps as they stand in the form.
    ///
    /// - Throws: what is wrong with a field.
    func drafts() throws(StepFormProblem) -> [StepDraft] {
        guard let date = CellReading.day(date.text) else { throw StepFormProblem(field: .date, text: Words.badDate) }
        let proven: Evidence
        do throws(CellProblem) {
            proven = fields.contains(.evidence) ? try Evidence(typed: evidence.text) : [:]
        } catch {
            throw StepFormProblem(field: .evidence, text: error.message)
        }
        return targets.map {
            StepDraft(
                $0, stage: choice.stage, party: choice.party, corrects: shown($0)?.number, date: date, note: PlainText.trimmed(note.text),
                reason: chosenReason, evidence: proven)
        }
    }

    private func shown(_ target: StepDraft.Target) -> Standing? {
        guard case .placement(let id) = target else { return nil }
        return standing[id]
    }
}

/// What is wrong with a field of a step's form.
struct StepFormProblem: Error {
    let field: StepForm.Field
    let text: Phrase
}
