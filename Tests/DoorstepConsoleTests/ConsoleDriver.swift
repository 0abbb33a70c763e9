import DoorstepConsole
import DoorstepCore
import Testing
import TerminalUI

/// The console without a terminal: keys go in as they would be typed,
/// effects are answered at once, the screen is read as text.
struct ConsoleDriver {
    private(set) var state: ConsoleState
    /// What was asked of the store, in order.
    private(set) var saved: [StepDraft] = []
    private(set) var served: [ServiceDraft] = []
    private(set) var edits: [(edit: RecordEdit, purpose: EditPurpose)] = []
    /// What the store says to every record.
    var refusal: Phrase?
    private(set) var exported: [String] = []
    private(set) var exports: [ExportSelection] = []
    private(set) var letters: [RecordID] = []
    private(set) var revealed: [(person: RecordID, reason: RevealReason)] = []
    /// Who may open the store, and with what.
    private(set) var passphrases: [String: String]
    /// What reading the store gives.
    private var kept: StationModel
    /// Unlocking waits until `answerUnlocking` is called.
    var holdsUnlocking = false
    private var held: [Action] = []
    /// What is asked beside the keyboard waits until `answerLate` is called.
    var answersLate = false
    private var late: [(effect: Effect, model: StationModel?)] = []
    private(set) var refusals = 0
    /// How often it was asked whether a backup is due.
    private(set) var looksForBackup = 0
    private(set) var searches: [SavedSearch] = []
    /// What was handed to the terminal's clipboard.
    private(set) var copied: [String] = []
    /// Notes that were opened in an editor, and what comes of them.
    private(set) var opened: [String] = []
    var edited: NoteOutcome?
    var editingTime = 0
    /// What was asked of sheets, in order.
    private(set) var looked: [IntakeRequest] = []
    private(set) var stored: [IntakeRequest] = []
    private(set) var decided: [IntakeRequest] = []
    /// The sheet that was looked at last, where it is one that is really read.
    private var intake: SampleIntake?
    private(set) var wroteRejects: [String] = []
    /// What the store says to an import that is taken back.
    var importRefusal: Phrase?
    /// There are too many changes to be taken in between two keys.
    var hasManyChanges = false
    /// Lines of a plan that were accepted together, in order.
    private(set) var accepted: [[PlanPair]] = []
    /// Drafts that somebody stopped; and whether each is, at once.
    private(set) var stopped: [Int] = []
    var stopsPlans = false
    /// How people stood at the beginning.
    private let statuses: [RecordID: PersonStatus]

    static let day = Day(iso: "2026-11-21") ?? Day(number: 0)

    init(
        columns: Int = 80, rows: Int = 24, language: Language = .chinese, model: StationModel, isOpened: Bool = true, passphrases: [String: String] = [:],
        isLocked: Bool = false, settings: ConsoleSettings = ConsoleSettings(), width: DisplayWidth = DisplayWidth(ambiguous: .narrow)
    ) {
        kept = model
        statuses = Dictionary(uniqueKeysWithValues: model.register.people.map { ($0.id, $0.status) })
        self.passphrases = passphrases
        state = ConsoleState(
            size: Size(columns: columns, rows: rows), language: language, caseworker: "乌兰", stationName: model.register.station.name,
            storeNote: passphrases.isEmpty ? .withoutPassphrase : .none, day: Self.day, caseworkers: passphrases.keys.sorted(), isLocked: isLocked, settings: settings, width: width)
        if isOpened, !isLocked { apply(.opened(model)) }
    }

    /// Keys as in `KeyStroke.sequence`: `j<enter>/<esc>`.
    mutating func press(_ script: String, location: SourceLocation = #_sourceLocation) throws {
        let strokes = try #require(KeyStroke.sequence(script), sourceLocation: location)
        for stroke in strokes { apply(.input(.key(stroke))) }
    }

    /// What an input method commits.
    mutating func commit(_ text: String) { apply(.input(.text(text))) }

    mutating func send(_ event: InputEvent) { apply(.input(event)) }

    mutating func apply(_ action: Action) {
        let effects = reduce(&state, action)
        if let model = state.model { kept = model }
        for effect in effects {
            if answersLate { late.append((effect, state.model)) } else { answer(effect, state.model) }
        }
    }

    /// Answers one of the questions that wait, of the state in which it was
    /// asked; the oldest, or any.
    mutating func answerLate(_ number: Int = 0) {
        guard late.indices.contains(number) else { return }
        let (effect, model) = late.remove(at: number)
        answer(effect, model)
    }

    /// Questions that wait for an answer.
    var waiting: Int { late.count }

    /// Takes an action, and does not do what it asks for.
    mutating func reduceAlone(_ action: Action) -> [Effect] { reduce(&state, action) }

    var frame: Frame { render(state) }
    var screen: String { frame.text }

    mutating func answerUnlocking() {
        let answers = held
        held = []
        for answer in answers { apply(answer) }
    }

    /// Another program gave the store its passphrases.
    mutating func give(_ passphrases: [String: String]) { self.passphrases = passphrases }

    /// Does what the program does beside the keyboard.
    ///
    /// - Parameter model: as it was when it was asked.
    private mutating func answer(_ effect: Effect, _ model: StationModel?) {
        switch effect {
        case .open: apply(.opened(kept))
        case .lock: apply(.caseworkers(passphrases.keys.sorted(), isLocked: !passphrases.isEmpty))
        case .unlock(let caseworker, let passphrase):
            let isRight = passphrases[caseworker] == passphrase
            if !isRight { refusals += 1 }
            held.append(isRight ? .unlocked(as: caseworker) : .unlockRefused(.wrong(wait: 1 << (refusals - 1))))
            if !holdsUnlocking { answerUnlocking() }
        case .listFolder(let path, let generation):
            guard let listing = SampleFiles.listing(path) else {
                return apply(.folderRefused(Phrase("打不开（没有这个目录）", "cannot be opened (no such folder)"), generation: generation))
            }
            apply(.folderListed(listing, generation: generation))
        default: if let model { answerAbout(effect, model) }
        }
    }

    /// The entry of the journal that comes next.
    private var nextSequence: Int { (state.model ?? kept).sequence + 1 }

    private mutating func answerAbout(_ effect: Effect, _ model: StationModel) {
        switch effect {
        case .narrow(let kind, let query, let sort, let generation):
            guard let found = Narrowing.run(kind, query: query, sort: sort, model) else { return }
            apply(.narrowed(kind, generation: generation, found))
        case .rank(let target, let generation):
            apply(.ranked(generation: generation, model.ranking(target, limit: 50) ?? .empty))
        case .makePage(let screen, let topic, let generation):
            guard let lines = screen.lines(model, caseworker: state.caseworker, topic: topic) else { return }
            apply(.pageMade(screen, generation: generation, lines))
        case .makePlan(let wish, let isAnew, let generation):
            do throws(PlanRefusal) {
                let stops = stopsPlans
                apply(.planMade(try PlanSheet.make(wish, from: isAnew ? nil : model.plan, model, isStopped: { stops }), generation: generation))
            } catch {
                apply(.planRefused(error.message, generation: generation))
            }
        case .stopPlan(let generation): stopped.append(generation)
        case .explainPlan(let subject, let generation):
            apply(.planExplained(subject, model.planReason(for: subject), generation: generation))
        case .acceptPlan(let pairs, let date):
            accepted.append(pairs)
            answerAbout(.saveSteps(pairs.map { StepDraft(.pair(job: $0.job, person: $0.person), stage: .referred, date: date) }, .made), model)
        case .makeIndex(let generation):
            apply(.indexed(MatchIndex(model.matcher), generation: generation))
            if let readings = try? SampleStation.readings() {
                apply(.searchable(SearchIndex(model.register, model.catalogue, readings), generation: generation))
            }
        case .makeMatchIndex(let generation):
            apply(.indexed(MatchIndex(model.matcher), generation: generation))
        case .findCounterparts(let target, let query, let generation):
            guard let items = Counterparts.run(of: target, query: query, model) else { return }
            apply(.foundCounterparts(generation: generation, items: items))
        case .find(let question, let generation):
            apply(.found(question.answer(model) ?? [], generation: generation))
        case .stopFinding: break
        case .saveStep(let draft):
            do throws(StepRefusal) {
                let step = try model.matcher.admit(draft)
                saved.append(draft)
                let (placement, person) = placed(step, model.register, number: saved.count)
                apply(.stepSaved(placement, person: person, sequence: nextSequence))
            } catch {
                apply(.stepRefused(error.message))
            }
        case .saveService(let draft, let purpose):
            if let refusal { return apply(.serviceRefused(refusal, purpose: purpose)) }
            served.append(draft)
            apply(.serviceSaved(Service(number: served.count, draft, recorded: "2026-11-21T01:00:00Z", caseworker: state.caseworker), purpose: purpose, sequence: nextSequence))
        case .saveSteps(let drafts, let purpose):
            var steps: [SavedStep] = []
            var refused: [(draft: StepDraft, reason: Phrase)] = []
            for draft in drafts {
                do throws(StepRefusal) {
                    let step = try model.matcher.admit(draft)
                    saved.append(draft)
                    let (placement, person) = placed(step, model.register, number: saved.count)
                    steps.append(SavedStep(placement: placement, person: person, sequence: nextSequence + steps.count, draft: draft))
                } catch {
                    refused.append((draft, error.message))
                }
            }
            let first = refused.first.map { RefusedStep(target: $0.draft.target, reason: $0.reason, of: refused.count) }
            apply(.stepsSaved(steps, refused: first, purpose: purpose))
        case .saveRecord(let edit, let purpose):
            if let refusal { return apply(.recordRefused(refusal)) }
            let given = edit.identified { RecordID(station: "150784001", kind: $0, number: edits.count + 1) }
            edits.append((given, purpose))
            apply(.recordSaved(given, purpose, sequence: nextSequence))
        case .findDoubles(let kind, let generation):
            apply(.foundDoubles(DoubleFinder(model.register, model.catalogue, day: Self.day).pairs(kind), generation: generation))
        case .saveMerge(let merge, let purpose):
            if let refusal { return apply(.mergeRefused(refusal)) }
            apply(.mergeSaved(merge, purpose, sequence: nextSequence))
        case .export(let selection, let path, _):
            exports.append(selection)
            exported.append(path)
            apply(.exported(path: path, rows: 3))
        case .writeLetter(let placement, _, let path, _):
            letters.append(placement)
            apply(.letterWritten(path: path))
        case .reveal(let person, _, let reason):
            revealed.append((person, reason))
            apply(.revealed(person, sequence: nextSequence))
        case .backUpIfDue: looksForBackup += 1
        case .saveSearch(let search, let replacing):
            let position = searches.firstIndex { $0.isNamed(search.name, for: search.records) }
            if let position, !replacing { return apply(.searchTaken(by: searches[position])) }
            if let position { searches[position] = search } else { searches.append(search) }
            apply(.searchSaved(search, all: model.readings(of: searches), sequence: nextSequence))
        case .removeSearch(let search):
            searches.removeAll { $0 == search }
            apply(.searchRemoved(search, all: model.readings(of: searches), sequence: nextSequence))
        case .lookAtSheet(let request, let generation): look(at: request, model, generation)
        case .decideDoubles(let request, let generation):
            decided.append(request)
            if let intake { apply(.intake(.tried(intake.report(request.decisions)), generation: generation)) }
        case .storeIntake(let request, let generation):
            stored.append(request)
            if var read = intake {
                let done = read.store(request, sequence: nextSequence)
                intake = read
                return apply(.importStored(done, changes: read.records.changes, madeAgain: false))
            }
            apply(.intake(.progress(rows: 512, rowsASecond: 20_000), generation: generation))
            let news = imported(model)
            let counts = SampleFiles.sheet(request).map { SampleFiles.report($0).counts } ?? IntakeCounts()
            let done = StoredImport(file: request.fileName, counts: counts, sequence: nextSequence, before: ImportedRecords())
            apply(.importStored(done, changes: hasManyChanges ? nil : news.changes, madeAgain: false))
        case .writeRejects(let path, let replacing, let generation):
            guard replacing || !wroteRejects.contains(path) else { return apply(.intake(.rejectsWouldReplace, generation: generation)) }
            wroteRejects.append(path)
            apply(.intake(.rejectsWritten(path: path, rows: 2), generation: generation))
        case .takeBackImport(let done):
            if let importRefusal { return apply(.importRefused(importRefusal)) }
            if let intake {
                let taken = TakenBackImport(done, sequence: nextSequence, after: intake.records)
                return apply(.importTakenBack(taken, changes: intake.withoutIt(done).changes))
            }
            let after = imported(model)
            let now = ImportedRecords(people: after.people.map { $0.absent(.takenBack) })
            apply(.importTakenBack(TakenBackImport(done, sequence: nextSequence, after: after), changes: now.changes))
        case .makeImportAgain(let taken):
            let done = StoredImport(file: taken.file, counts: taken.counts, sequence: nextSequence, before: taken.before)
            apply(.importStored(done, changes: taken.after.changes, madeAgain: true))
        case .listFolder, .stopIntake, .stopStoring, .endIntake: break
        case .copy(let text): copied.append(text.text)
        case .editNote(let text):
            opened.append(text)
            if let edited { apply(.noteEdited(edited, second: state.second + editingTime)) }
        case .open, .lock, .unlock, .suspend, .redraw, .tell: break
        }
    }

    private mutating func look(at request: IntakeRequest, _ model: StationModel, _ generation: Int) {
        looked.append(request)
        intake = SampleFiles.text(of: request.fileName).flatMap { try? SampleIntake($0, request, model) }
        if let intake {
            apply(.intake(.understood(intake.sheet), generation: generation))
            if intake.sheet.missing.isEmpty { apply(.intake(.tried(intake.report(request.decisions)), generation: generation)) }
            return
        }
        guard let sheet = SampleFiles.sheet(request).map({ request.applied(to: $0) }) else {
            return apply(.intake(.refused(Phrase("找不到表头", "no header found")), generation: generation))
        }
        apply(.intake(.understood(sheet), generation: generation))
        if sheet.missing.isEmpty { apply(.intake(.tried(SampleFiles.report(sheet)), generation: generation)) }
    }

    /// What an import brings.
    private func imported(_ model: StationModel) -> ImportedRecords {
        guard let id = RecordID("P900") else { return ImportedRecords() }
        return ImportedRecords(people: [Person(id: id, name: "新来的", place: model.register.station.place, registered: Self.day)])
    }

    /// As the store would record it. What a correction makes of the person's
    /// status is worked out from the beginning, with what stands alone.
    private func placed(_ step: AdmittedStep, _ register: Register, number: Int) -> (Placement, Person?) {
        let recorded = PlacementStep(
            number: number, stage: step.draft.stage, party: step.draft.party, corrects: step.draft.corrects, date: step.draft.date, recorded: "2026-11-21T01:00:00Z",
            caseworker: "乌兰", note: step.draft.note, reason: step.draft.reason, evidence: step.draft.evidence, employer: step.employer, title: step.job.title, kind: step.kind, link: "")
        var placement: Placement
        var previous: Stage?
        switch step.draft.target {
        case .pair(let job, let person):
            placement = Placement(id: RecordID(station: "150784001", kind: .placement, number: number), job: job, person: person, first: recorded)
        case .placement(let id):
            placement = register.placements[id] ?? Placement(id: id, job: step.job.id, person: step.person.id, first: recorded)
            previous = placement.stage
            placement.append(recorded)
        }
        var person = step.person
        if recorded.stage == .corrected {
            var register = register
            register.update(placement)
            person.status = replayed(person.id, register)
            return (placement, person.status == step.person.status ? nil : person)
        }
        guard let status = person.status.following(recorded.stage, from: previous, isDayWork: step.isDayWork) else { return (placement, nil) }
        person.status = status
        return (placement, person)
    }

    private func replayed(_ person: RecordID, _ register: Register) -> PersonStatus {
        let steps = register.placements(ofPerson: person).flatMap { placement in placement.standing.map { (placement.id, $0) } }
        var status = statuses[person] ?? .seeking
        var stages: [RecordID: Stage] = [:]
        for (placement, step) in steps.sorted(by: { $0.1.number < $1.1.number }) {
            status = status.following(step.stage, from: stages[placement], isDayWork: false) ?? status
            stages[placement] = step.stage
        }
        return status
    }
}
