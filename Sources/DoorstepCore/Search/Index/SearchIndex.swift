/// Finds people, jobs, employers and placements by what is typed: Chinese,
/// pinyin, initials, any mixture of them, digits of a number; all readings of
/// a character, a surname's own reading first.
///
/// A value: whoever holds one has records that do not change under them, and
/// an edit makes only the thousand records around it anew.
public struct SearchIndex: Sendable {
    public private(set) var register: Register
    private let catalogue: Catalogue
    private var alphabet: SearchAlphabet
    private let entries: SearchEntries
    private let syllables: [[UInt8]]
    private var spellings: [SyllableSpellings]
    /// Which sounds may be typed for one another; another choice holds from
    /// the next search on, with nothing made anew but some hundred syllables.
    public var sounds: SouthernSounds {
        didSet { if sounds != oldValue { spellings = syllables.map { [sounds] in SyllableSpellings($0, sounds) } } }
    }
    private var people: SearchTable
    private var jobs: SearchTable
    private var employers: SearchTable
    private var placements: SearchTable
    var columns: ConditionColumns

    /// Made on all processors. O(n).
    ///
    /// - Parameter sounds: which sounds may be typed for one another.
    public init(_ register: Register, _ catalogue: Catalogue, _ readings: Readings, sounds: SouthernSounds = []) {
        var alphabet = SearchAlphabet(readings)
        let entries = SearchEntries(catalogue, readings, &alphabet)
        let describe = SearchDescription(register, catalogue, entries)
        people = SearchTable(count: register.people.count, windows: 3, &alphabet, describe.person)
        jobs = SearchTable(count: register.jobs.count, windows: 1, &alphabet, describe.job)
        employers = SearchTable(count: register.employers.count, windows: 1, &alphabet, describe.employer)
        placements = SearchTable(count: register.placements.count, windows: 1, &alphabet, describe.placement)
        columns = ConditionColumns(register.people)
        syllables = readings.syllables
        spellings = readings.syllables.map { SyllableSpellings($0, sounds) }
        self.sounds = sounds
        self.register = register
        self.catalogue = catalogue
        self.alphabet = alphabet
        self.entries = entries
    }

    // MARK: - Asking

    /// A word that is to stand in a record, or not to.
    public struct Word: Hashable, Sendable {
        public let text: String
        public let isUnwanted: Bool

        public init(_ text: String, isUnwanted: Bool = false) {
            self.text = text
            self.isUnwanted = isUnwanted
        }

        /// The words of a query.
        public static func all(in query: SearchQuery) -> [Word] {
            query.plainWords.wanted.map { Word($0) } + query.plainWords.unwanted.map { Word($0, isUnwanted: true) }
        }
    }

    /// More words than anybody types are pasted by mistake: those beyond are
    /// not looked for.
    public static let mostWords = 24

    /// Positions in the register of the records that fit every word, best
    /// first: the rank of the word that fits worst counts, then what was
    /// changed or entered last. A word that fits nothing at all is looked for
    /// with gaps between its letters.
    ///
    /// - Parameters:
    ///   - onlyListed: only people who seek.
    ///   - allowsGaps: false where a word that fits nothing finds nothing.
    ///   - isCancelled: asked now and then, from any thread.
    /// - Returns: nil where cancelled.
    public func positions(
        _ kind: RecordID.Kind, _ words: [Word], onlyListed: Bool = false, allowsGaps: Bool = true, isCancelled: @Sendable () -> Bool = { false }
    ) -> [Int]? {
        let table = table(kind)
        // Of this station's identifiers only the rest is kept.
        let prefix = SearchDescription.prefix(register)
        let prepared = words.prefix(SearchIndex.mostWords).filter { !SearchForm.scalars($0.text).isEmpty }.map { word in
            let search = SearchWord(word.text.hasPrefix(prefix) ? String(word.text.dropFirst(prefix.count)) : word.text, alphabet, spellings)
            return Prepared(word: search, isUnwanted: word.isUnwanted, entries: entries.fits(search))
        }
        guard var found = hits(table, prepared, onlyListed, withGaps: [], isCancelled) else { return nil }
        let missing = prepared.indices.filter { number in !prepared[number].isUnwanted && !found.contains { $0.fits[number] } }
        if allowsGaps, !missing.isEmpty {
            guard let again = hits(table, prepared, onlyListed, withGaps: Set(missing), isCancelled) else { return nil }
            found = again
        }
        return isCancelled() ? nil : table.sorted(found.map(\.hits))
    }

    private struct Prepared: Sendable {
        let word: SearchWord
        let isUnwanted: Bool
        let entries: [SearchEntries.Fit]
    }

    /// What of a chunk fits, and which words fit anything in it.
    private struct ChunkHits: Sendable {
        var hits: [SearchTable.Hit] = []
        var fits: [Bool]
    }

    private func hits(
        _ table: SearchTable, _ words: [Prepared], _ onlyListed: Bool, withGaps: Set<Int>, _ isCancelled: @Sendable () -> Bool
    ) -> [ChunkHits]? {
        let (alphabet, windows) = (alphabet, table.windows)
        let found = Array(table.chunks.enumerated()).mapOnAllProcessors(portion: 8) { number, chunk in
            var found = ChunkHits(fits: words.map { _ in false })
            guard !isCancelled() else { return found }
            var ranks: [SearchRank]?
            for (index, word) in words.enumerated() {
                let own = withGaps.contains(index)
                    ? chunk.ranksWithGaps(word.word, alphabet) : chunk.ranks(word.word, alphabet, entries: word.entries, windows: windows)
                found.fits[index] = own.contains { $0 != .none }
                ranks = SearchRank.both(ranks, own, isUnwanted: word.isUnwanted)
            }
            let all = ranks ?? [SearchRank](repeating: .all, count: chunk.count)
            let first = UInt32(number * SearchChunk.size)
            for record in all.indices where all[record] != .none && chunk.stands[record] && (!onlyListed || chunk.isListed[record]) {
                found.hits.append(SearchTable.Hit(position: first + UInt32(record), rank: all[record]))
            }
            return found
        }
        return isCancelled() ? nil : found
    }

    private func table(_ kind: RecordID.Kind) -> SearchTable {
        switch kind {
        case .person: people
        case .job: jobs
        case .employer: employers
        case .placement: placements
        }
    }

    /// How many records are in their list: people who seek. O(n), a
    /// nanosecond each.
    public func listedCount(_ kind: RecordID.Kind) -> Int {
        table(kind).chunks.reduce(0) { $0 + $1.isListed.count { $0 } }
    }

    /// Identifiers of the records at positions.
    public func ids(_ kind: RecordID.Kind, _ positions: [Int]) -> [RecordID] {
        let ids = table(kind).chunks.map(\.ids)
        return positions.map { ids[$0 / SearchChunk.size][$0 % SearchChunk.size] }
    }

    /// What shows which characters of a text words fit.
    public func hits(of words: [Word]) -> SearchHits {
        SearchHits(words: words, prepared: words.filter { !$0.isUnwanted }.map { SearchWord($0.text, alphabet, spellings) }, alphabet: alphabet)
    }
}

extension SearchIndex {
    /// Tells of texts whether what was typed fits them from the first
    /// character on, by pinyin too; what is typed is prepared once.
    public func beginning(with typed: String) -> (String) -> Bool {
        let word = SearchWord(typed, alphabet, spellings)
        return { text in
            var codes: [UInt16] = []
            SearchForm.forEach(text) { codes.append(alphabet.code($0) ?? SearchAlphabet.unknown) }
            return codes.withUnsafeBufferPointer { word.rank($0, surname: nil, fromStart: true) != .none }
        }
    }
}

// MARK: - Editing

extension SearchIndex: RecordKeeper {
    public mutating func update(_ person: Person) { update([.person(person)]) }
    public mutating func update(_ job: Job) { update([.job(job)]) }
    public mutating func update(_ employer: Employer) { update([.employer(employer)]) }
    public mutating func update(_ placement: Placement) { update([.placement(placement)]) }
    public mutating func update(_ distance: Distance) { update([.distance(distance)]) }
    public mutating func update(_ service: Service) { update([.service(service)]) }

    /// Takes in many changes: what stands around them is made anew once.
    public mutating func update(_ changes: [RecordChange]) {
        var touched: [RecordID.Kind: [Int]] = [:]
        for change in changes { take(change, &touched) }
        let describe = SearchDescription(register, catalogue, entries)
        var alphabet = alphabet
        columns.update(touched[.person] ?? [], register.people)
        people.update(touched[.person] ?? [], of: register.people.count, &alphabet, describe.person)
        jobs.update(touched[.job] ?? [], of: register.jobs.count, &alphabet, describe.job)
        employers.update(touched[.employer] ?? [], of: register.employers.count, &alphabet, describe.employer)
        placements.update(touched[.placement] ?? [], of: register.placements.count, &alphabet, describe.placement)
        self.alphabet = alphabet
    }

    /// Takes a change into the register, and notes of which records something
    /// else is searched for then.
    private mutating func take(_ change: RecordChange, _ touched: inout [RecordID.Kind: [Int]]) {
        func touch(_ kind: RecordID.Kind, _ position: Int?) {
            if let position { touched[kind, default: []].append(position) }
        }
        let renamed: Employer? = if case .employer(let employer) = change, register.employers[employer.id]?.name != employer.name { employer } else { nil }
        register.update(change)
        switch change {
        case .person(let person):
            touch(.person, register.people.position(of: person.id))
            // A placement is found by the person's name.
            for placement in register.placements(ofPerson: person.id) { touch(.placement, register.placements.position(of: placement.id)) }
        case .job(let job): touch(.job, register.jobs.position(of: job.id))
        case .employer(let employer):
            touch(.employer, register.employers.position(of: employer.id))
            // And a job by its employer's.
            if let renamed { for (position, job) in register.jobs.enumerated() where job.employer == renamed.id { touch(.job, position) } }
        case .placement(let placement): touch(.placement, register.placements.position(of: placement.id))
        case .distance, .service: break
        }
    }
}
