import DoorstepCore

/// Which records could be the other side of a pair: run beside the keyboard,
/// on a register that does not change under it.
public enum Counterparts {
    /// More than anyone reads through; who is not among them types on.
    public static let limit = 50

    /// The record of that identifier first, then whose name or title has the
    /// words, then whose other columns have them.
    ///
    /// - Parameters:
    ///   - target: the side that is known; the other kind is searched, also
    ///     who is off the lists.
    ///   - isCancelled: asked now and then; true ends the search.
    /// - Returns: nil where it was cancelled.
    public static func run(
        of target: MatchTarget, query: String, _ model: StationModel, isCancelled: @escaping @Sendable () -> Bool = { false }
    ) -> [RecordID]? {
        let text = SearchText(model.catalogue)
        let register = model.register
        var found = Found(query, isCancelled)
        let words = SearchIndex.Word.all(in: model.queries.parse(query).query)
        if let search = model.search, !words.isEmpty {
            let kind: RecordID.Kind = if case .job = target { .person } else { .job }
            found.add(exactly: { kind == .person ? register.standing(in: register.people, $0) : register.standing(in: register.jobs, $0) })
            guard let positions = search.positions(kind, words, isCancelled: isCancelled) else { return nil }
            found.add(search.ids(kind, Array(positions.prefix(limit))))
            return found.items
        }
        switch target {
        case .job:
            found.add(exactly: { register.standing(in: register.people, $0) })
            found.add(register.people) { PlainText.halfWidth($0.name).lowercased() }
            found.add(register.people) { text.of($0) }
        case .person:
            found.add(exactly: { register.standing(in: register.jobs, $0) })
            found.add(register.jobs) { PlainText.halfWidth($0.title).lowercased() }
            found.add(register.jobs) { text.of($0, employer: register.employers[$0.employer]) }
        }
        return found.wasCancelled ? nil : found.items
    }

    /// What was found so far, each record once.
    private struct Found {
        private(set) var items: [RecordID] = []
        private(set) var wasCancelled = false
        private var known: Set<RecordID> = []
        private let query: String
        private let search: PlainSearch
        private let isCancelled: () -> Bool

        init(_ query: String, _ isCancelled: @escaping () -> Bool) {
            self.query = query
            search = PlainSearch(query)
            self.isCancelled = isCancelled
        }

        mutating func add(exactly find: (RecordID) -> RecordID?) {
            let text = PlainText.trimmed(PlainText.halfWidth(query))
            if let id = RecordID(text).flatMap(find) ?? RecordID(text.uppercased()).flatMap(find) { add(id) }
        }

        mutating func add<Record: StandingRecord>(_ records: some Sequence<Record>, text: (Record) -> String) {
            for (index, record) in records.enumerated() {
                if items.count >= Counterparts.limit || wasCancelled { return }
                if index % 256 == 0, isCancelled() { wasCancelled = true }
                if record.stands, search.fits(text(record)) { add(record.id) }
            }
        }

        mutating func add(_ ids: [RecordID]) {
            for id in ids where items.count < Counterparts.limit { add(id) }
        }

        private mutating func add(_ id: RecordID) {
            if known.insert(id).inserted { items.append(id) }
        }
    }
}

extension Register {
    fileprivate func standing<Record: StandingRecord>(in records: RecordTable<Record>, _ id: RecordID) -> RecordID? {
        records[id].flatMap { $0.stands ? $0.id : nil }
    }
}
