import DoorstepCore

/// What was done at this desk and can be taken back, for as long as the
/// console is not locked: records made or edited, sheets read in, placement
/// steps, and services.
public struct WorkHistory: Equatable, Sendable {
    enum Deed: Equatable {
        case edit(Change)
        /// Two records became one.
        case merge(Merged)
        /// Recorded together, in that order; never empty.
        case steps([RecordedStep])
        /// Something was done for somebody: among what was undone as it was
        /// before it was taken back.
        case service(Service)
        /// A sheet was read in: stands among what was done.
        case stored(StoredImport)
        /// Stands among what was undone.
        case takenBack(TakenBackImport)
        /// Something was settled for the plan: nothing of it is stored.
        case planned(PlanChange)
    }

    struct Change: Equatable {
        /// From `before`, or from nothing, to `record`.
        let edit: RecordEdit
        /// The entry of the journal that it made.
        let sequence: Int

        /// The edit that takes it back.
        var reversed: RecordEdit { RecordEdit(record: edit.before ?? edit.record.withdrawn, before: edit.record) }
    }

    struct Merged: Equatable {
        let merge: RecordsMerge
        /// The entry of the journal that it made.
        let sequence: Int
    }

    private(set) var done: [Deed] = []
    /// The latest that was taken back last. Steps are kept as what taking
    /// them back recorded: doing them again takes that back.
    private(set) var undone: [Deed] = []
    /// The store was asked, and has not answered yet.
    var isWaiting = false {
        didSet { if !isWaiting { reversal = nil } }
    }
    /// The import that it was asked to take back, or to make again.
    var reversal: ImportReversal?
    /// Nobody goes further back, and each holds two records or some steps.
    private static let most = 200

    mutating func add(_ edit: RecordEdit, _ sequence: Int) { add(.edit(Change(edit: edit, sequence: sequence))) }

    mutating func add(_ merge: RecordsMerge, _ sequence: Int) { add(.merge(Merged(merge: merge, sequence: sequence))) }

    mutating func add(_ steps: [RecordedStep]) {
        if !steps.isEmpty { add(.steps(steps)) }
    }

    mutating func add(_ service: Service) { add(.service(service)) }

    mutating func add(_ change: PlanChange) { add(.planned(change)) }

    private mutating func add(_ deed: Deed) {
        done.append(deed)
        if done.count > WorkHistory.most { done.removeFirst() }
        undone = []
    }

    // MARK: - Imports

    /// So many records of imports are held: those of the latest whatever they
    /// are, of earlier ones as long as there is room. What was done before an
    /// import that was let go cannot be taken back any more.
    static let mostRecords = 20_000

    mutating func add(_ stored: StoredImport) {
        add(.stored(stored))
        WorkHistory.letGo(&done)
    }

    /// An import was taken back; it takes so long that something else may
    /// have been done meanwhile, after which it is not made again.
    mutating func tookBack(_ taken: TakenBackImport) {
        let position = done.lastIndex { deed in if case .stored(let stored) = deed { stored.sequence == taken.entry } else { false } }
        guard let position else { return }
        let isLast = position == done.count - 1
        done.remove(at: position)
        guard isLast else { return }
        undone.append(.takenBack(taken))
        WorkHistory.letGo(&undone)
    }

    /// The import that was taken back last was made again.
    mutating func madeAgain(_ stored: StoredImport) {
        if case .takenBack? = undone.last { undone.removeLast() }
        done.append(.stored(stored))
        WorkHistory.letGo(&done)
    }

    private static func letGo(_ deeds: inout [Deed]) {
        var held = 0
        for (index, deed) in deeds.enumerated().reversed() {
            let isLatest = held == 0
            held += deed.recordCount
            if held > mostRecords, !isLatest, deed.recordCount > 0 {
                deeds.removeFirst(index + 1)
                return
            }
        }
    }

    // MARK: - Records

    /// The latest change was taken back.
    mutating func tookBack() {
        if let last = done.popLast() { undone.append(last) }
    }

    /// The change that was taken back last was made again.
    mutating func madeAgain(_ sequence: Int) {
        switch undone.popLast() {
        case .edit(let last)?: done.append(.edit(Change(edit: last.edit, sequence: sequence)))
        case .merge(let last)?: done.append(.merge(Merged(merge: last.merge, sequence: sequence)))
        default: break
        }
    }

    // MARK: - Plans

    /// What was settled for the plan is so again.
    mutating func madeAgain(_ change: PlanChange) {
        if case .planned(change)? = undone.popLast() { done.append(.planned(change)) }
    }

    // MARK: - Services

    /// A service was taken back by a further one.
    ///
    /// - Returns: the one that was.
    mutating func tookBack(_ by: Service) -> Service? {
        for (index, deed) in done.enumerated().reversed() {
            guard case .service(let former) = deed, former.number == by.takesBack else { continue }
            done.remove(at: index)
            undone.append(deed)
            return former
        }
        return nil
    }

    /// The service that was taken back last is recorded again, under another
    /// number.
    mutating func madeAgain(_ service: Service) {
        if case .service? = undone.last { undone.removeLast() }
        done.append(.service(service))
    }

    // MARK: - Steps

    /// Of the steps that were recorded last, these were taken back; the
    /// others are still to be.
    mutating func tookBack(_ answers: [Answer]) { move(answers, from: \.done, to: \.undone) }

    /// Of the steps that were taken back last, these were done again.
    mutating func madeAgain(_ answers: [Answer]) { move(answers, from: \.undone, to: \.done) }

    /// A step, and what was recorded to take it back.
    typealias Answer = (step: RecordedStep, by: RecordedStep)

    private mutating func move(_ answers: [Answer], from source: WritableKeyPath<WorkHistory, [Deed]>, to target: WritableKeyPath<WorkHistory, [Deed]>) {
        guard !answers.isEmpty, case .steps(let steps)? = self[keyPath: source].popLast() else { return }
        let rest = steps.filter { step in !answers.contains { $0.step == step } }
        if !rest.isEmpty { self[keyPath: source].append(.steps(rest)) }
        self[keyPath: target].append(.steps(answers.map(\.by)))
        for answer in answers {
            // What was taken back and is there again is another step now,
            // perhaps of another placement.
            if let former = answer.step.takenBack { follow(former, of: answer.step.placement, to: answer.by) }
        }
    }

    private mutating func follow(_ former: PlacementStep, of placement: RecordID, to step: RecordedStep) {
        func followed(_ deed: Deed) -> Deed {
            guard case .steps(let steps) = deed else { return deed }
            return .steps(steps.map { $0.following(former, of: placement, to: step) })
        }
        done = done.map(followed)
        undone = undone.map(followed)
    }
}

extension WorkHistory.Deed {
    /// How many records it holds for an import.
    fileprivate var recordCount: Int {
        switch self {
        case .edit, .merge, .steps, .service, .planned: 0
        case .stored(let stored): stored.before.count
        case .takenBack(let taken): taken.after.count + taken.before.count
        }
    }
}

/// How far an import is that is being taken back, or made again.
public struct ImportReversal: Equatable, Sendable {
    let title: Phrase
    var progress = ImportView.Progress()
    var isStopping = false

    /// What is said once it was stopped.
    public static let stopped = Phrase("已停止，读入的表格还和先前一样", "stopped; the import is as it was before")

    init(_ title: Phrase) { self.title = title }

    /// With how many rows there are by now; nil where nobody reads that.
    func text(counted: Bool) -> Phrase {
        if isStopping { return ImportWords.stopping }
        guard counted, progress.rows > 0 else { return title + Phrase("……", " …") }
        return ImportWords.rows(progress, title) + Phrase(verbatim: "  ") + ImportWords.escStops
    }
}

/// A placement step that was recorded at this desk.
struct RecordedStep: Equatable {
    let placement: RecordID
    let job: RecordID
    let person: RecordID
    let step: PlacementStep
    /// What it took back, where it is a correction.
    let takenBack: PlacementStep?

    private init(placement: RecordID, job: RecordID, person: RecordID, step: PlacementStep, takenBack: PlacementStep?) {
        (self.placement, self.job, self.person, self.step, self.takenBack) = (placement, job, person, step, takenBack)
    }

    /// The last one of a placement.
    init(_ placement: Placement) {
        let step = placement.steps[placement.steps.count - 1]
        self.init(
            placement: placement.id, job: placement.job, person: placement.person, step: step,
            takenBack: step.corrects.flatMap { number in placement.steps.first { $0.number == number } })
    }

    /// What takes it back: a correction or, where it is one, the step that it
    /// took back, recorded anew.
    ///
    /// - Parameter day: the day of working.
    func reversed(on day: Day) -> StepDraft {
        guard let former = takenBack else { return StepDraft(.placement(placement), stage: .corrected, corrects: step.number, date: day) }
        // A placement whose referral was taken back has ended.
        let target = former.stage == .referred ? StepDraft.Target.pair(job: job, person: person) : .placement(placement)
        return StepDraft(target, stage: former.stage, party: former.party, date: former.date, note: former.note)
    }

    /// As it reads once a step was recorded anew.
    func following(_ former: PlacementStep, of old: RecordID, to new: RecordedStep) -> RecordedStep {
        RecordedStep(
            placement: placement == old ? new.placement : placement, job: job, person: person, step: step.number == former.number ? new.step : step,
            takenBack: takenBack?.number == former.number ? new.step : takenBack)
    }
}
