import DoorstepConsole
import DoorstepCore
import DoorstepExchange
import DoorstepStore
import Foundation

/// One caseworker at one store on one day: what the console and the commands
/// do there. Has no rule of its own: it calls the core and the store.
struct Desk: Sendable {
    let store: StationStore
    let catalogue: Catalogue
    private(set) var language: Language
    let day: Day
    private(set) var caseworker: String
    let stationName: String

    /// How a store that is kept under passphrases comes to be unlocked.
    enum Unlocking {
        /// With the passphrase that is given, else the terminal is asked.
        case needed
        /// As `needed`, but who is asked need not answer, and where nobody
        /// can be asked the store stays locked.
        case offered
        /// With the passphrase that is given; else the console asks.
        case given
    }

    /// Opens the station's store.
    ///
    /// - Parameter meanwhile: what can be begun as soon as the store is open,
    ///   and perhaps unlocked.
    static func open(
        _ options: StationOptions, _ unlocking: Unlocking = .needed, meanwhile begin: (StationStore) -> Void = { _ in }
    ) throws -> Desk {
        // Half of what starting takes, and needed last.
        let catalogue = Beside { try Resources.catalogue() }
        let store = try StationStore.open(at: options.path)
        let caseworker = try unlock(store, options, unlocking) ?? options.worker
        begin(store)
        return Desk(
            store: store, catalogue: try catalogue.value(), language: options.language, day: options.day, caseworker: caseworker,
            stationName: store.stationName)
    }

    /// - Returns: who unlocked the store; nil where nobody had to, or did.
    static func unlock(_ store: StationStore, _ options: StationOptions, _ unlocking: Unlocking) throws -> String? {
        guard store.isLocked else { return nil }
        let known = try store.caseworkers()
        let name = options.caseworker == nil && !known.contains(options.worker) ? nil : options.worker
        let source = options.passphrase(of: name ?? (known.count == 1 ? known.first : nil))
        let text: String? = switch unlocking {
        case .needed: try source.read()
        case .offered: try source.readIfOffered()
        case .given: try source.given()
        }
        return try text.map { try store.unlock(Passphrase($0), as: name, now: Surroundings.now()) }
    }

    /// The same desk in another language.
    func speaking(_ language: Language) -> Desk {
        var desk = self
        desk.language = language
        return desk
    }

    /// The same desk with somebody else at it.
    func acting(as caseworker: String) -> Desk {
        var desk = self
        desk.caseworker = caseworker
        return desk
    }

    /// Made when it is first needed, beside the keyboard: it sorts ten
    /// thousand names, which the first screen does not wait for.
    func queries() -> QueryParser { QueryParser(catalogue) }

    func load() throws -> LoadedStation {
        let loaded = try store.load(catalogue: catalogue)
        let (settings, problems) = StationSettings.reading(loaded.settings)
        return LoadedStation(register: loaded.register, settings: settings, problems: problems, searches: loaded.searches, sequence: loaded.sequence)
    }

    /// As `load`, for a command: what of the settings could not be read is
    /// said on standard error, and does not stand in the way.
    func loadTelling() throws -> LoadedStation {
        let loaded = try load()
        for problem in loaded.problems { Output.say(problem.message(language)) }
        return loaded
    }

    /// What is set, by name and as it was written.
    func storedSettings() throws -> [String: String] { try store.settings() }

    func matcher() throws -> Matcher {
        let loaded = try loadTelling()
        return Matcher(register: loaded.register, catalogue: catalogue, settings: loaded.settings.matching, day: day)
    }

    func model(_ loaded: LoadedStation) -> StationModel {
        let queries = queries()
        return StationModel(
            register: loaded.register, catalogue: catalogue, queries: queries, settings: loaded.settings,
            searches: loaded.searches.map { queries.reading($0) }, day: day, sequence: loaded.sequence)
    }

    /// What was changed since; nil where the store's sequence has not gone
    /// on. Exports and the like change nothing that is shown.
    func changes(since sequence: Int) throws -> StoreChanges? {
        guard try store.sequence() > sequence else { return nil }
        return try store.changes(since: sequence, catalogue: catalogue)
    }

    /// Keeps a value as `Setting.value(in:)` writes it.
    func set(_ setting: Setting, to value: String) throws {
        _ = try commit(.setting(name: setting.name, value: value))
    }

    /// Records a step that was admitted.
    func record(_ step: AdmittedStep) throws -> (placement: Placement, person: Person?, sequence: Int) {
        let saved = try commit(.step(step.draft))
        guard let placement = saved.placement else { throw StepRefusal.unknownPlacement("") }
        return (placement, saved.person, saved.sequence)
    }

    /// Saves a record that somebody made, changed or took back.
    ///
    /// - Returns: the edit with the identifiers that new records got.
    /// - Throws: `ChangeError.changedMeanwhile` where somebody else was there
    ///   in between.
    func save(_ edit: RecordEdit, _ purpose: EditPurpose = .made) throws -> (edit: RecordEdit, sequence: Int) {
        let edit = try edit.identified { kind in
            let ids = try reserve(kind, 1)
            guard let id = ids.first else { throw StoreError.failed(code: 0) }
            return id
        }
        let before = edit.before.map { RecordBatch($0, withEmployer: false) } ?? RecordBatch()
        let takesBack: Int? = if case .tookBack(let sequence) = purpose { sequence } else { nil }
        let batch = RecordBatch(edit.record, withEmployer: edit.changesEmployer)
        return (edit, try commit(.records(batch, reason: .edit(before: before, takesBack: takesBack))).sequence)
    }

    /// Saves several records that are changed together.
    ///
    /// - Throws: `ChangeError.changedMeanwhile` where somebody else changed
    ///   one of them in between.
    func save(_ edit: RecordsEdit, takesBack: Int? = nil) throws -> Int {
        let (before, after) = (RecordBatch(edit.before), RecordBatch(edit.after))
        return try commit(.records(after, reason: .edit(before: before, takesBack: takesBack))).sequence
    }

    /// Makes one record of two or, to take that back, two of one.
    func save(_ merge: RecordsMerge, _ purpose: EditPurpose) throws -> Int {
        guard case .tookBack(let sequence) = purpose else { return try save(merge.edit) }
        return try save(merge.edit.reversed, takesBack: sequence)
    }

    func reserve(_ kind: RecordID.Kind, _ count: Int) throws -> [RecordID] {
        count == 0 ? [] : try store.reserve(kind, count: count, by: caseworker, now: Surroundings.now())
    }

    func erase(_ person: RecordID) throws {
        _ = try commit(.erase(person))
    }

    /// Journals a sheet that is about to leave the house.
    ///
    /// - Parameter query: what it was narrowed by.
    /// - Returns: the signed state that goes with it.
    func noteExport(_ kind: String, query: String = "", rows: SheetRows, isMasked: Bool, log: SheetStatement.Log? = nil) throws -> Checkpoint {
        let digest = SheetDigest.of(rowDigests: rows.portions { rows in rows.reduce(into: []) { $0 += SheetDigest.ofRow($1.lazy.map(\.plainText)) } })
        let sheet = SheetStatement(kind: kind, query: query, rows: rows.count, digest: digest, log: log)
        guard let checkpoint = try commit(.export(sheet, isUnmasked: !isMasked)).checkpoint else { throw StoreError.failed(code: 0) }
        return checkpoint
    }

    func searches() throws -> [SavedSearch] { try store.searches() }

    /// Keeps a search under its name.
    ///
    /// - Returns: all there are then.
    /// - Throws: `SavedSearchError.taken` where another has the name.
    func save(_ search: SavedSearch, replacing: Bool) throws -> (searches: [SavedSearch], sequence: Int) {
        try changeSearches(.saveSearch(search, replacing: replacing))
    }

    /// - Returns: all there are then.
    func remove(_ search: SavedSearch) throws -> (searches: [SavedSearch], sequence: Int) {
        try changeSearches(.removeSearch(search.name, search.records))
    }

    private func changeSearches(_ change: StoreChange) throws -> (searches: [SavedSearch], sequence: Int) {
        do {
            let saved = try commit(change)
            return (saved.searches ?? [], saved.sequence)
        } catch ChangeError.search(let error) {
            throw error
        }
    }

    /// Notes that masked numbers of a person are about to be shown.
    ///
    /// - Returns: the sequence of its entry.
    func noteReveal(of person: RecordID, _ shown: [MaskedField], _ reason: RevealReason) throws -> Int {
        try commit(.reveal(person: person, shown: shown, reason: reason)).sequence
    }

    func commit(_ change: StoreChange, _ watch: ChangeWatch = .none) throws -> Committed {
        try store.commit(change, by: caseworker, now: Surroundings.now(), day: day, catalogue: catalogue, watch: watch)
    }

    /// What to say of any error.
    static func phrase(for error: any Error) -> Phrase {
        (error as? any SayableError)?.message ?? Phrase(verbatim: "\(error)")
    }
}
