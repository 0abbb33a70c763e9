import DoorstepCore

/// A saved search as its row has it, without what tells its revisions apart.
///
/// What it is called and asks for can name a person, so both stand where a
/// person's name does.
struct SearchImage: Equatable {
    /// `S` and the sequence of the entry that first saved it: given once, and
    /// says nothing of what is looked for.
    let id: String
    /// Which records it finds, as `CellBlock`.
    let facts: [UInt8]
    /// Name and query, a `CellBlock` that is sealed like a person's cells,
    /// under the store's key for searches.
    let personal: [UInt8]

    init(id: String, facts: [UInt8], personal: [UInt8]) {
        self.id = id
        self.facts = facts
        self.personal = personal
    }

    init(id: String, _ search: SavedSearch, revision: Int, _ secrets: Secrets) throws(SealError) {
        let cells = CellBlock.bytes([(Column.name, search.name.text), (Column.query, search.query.withoutNUL)])
        self.init(
            id: id, facts: CellBlock.bytes([(Column.records, search.records.rawValue)]),
            personal: try PersonalPart.sealed(search: cells, secrets.searches, id: id, revision: revision))
    }

    /// - Throws: `StoreError.damaged` where the row is no search.
    func search(revision: Int, _ secrets: Secrets) throws(StoreError) -> SavedSearch {
        try search(try? PersonalPart.search(personal, secrets.searches, id: id, revision: revision))
    }

    /// - Parameter personal: the cells in clear; nil where they do not open.
    func search(_ personal: [UInt8]?) throws(StoreError) -> SavedSearch {
        let cells = (CellBlock.cells(facts) ?? []) + (personal.flatMap { CellBlock.cells($0) } ?? [])
        func value(_ column: String) -> String? { cells.first { $0.column == column }?.text }
        do throws(SavedSearchError) {
            if let records = value(Column.records).flatMap({ RecordID.Kind(rawValue: $0) }), let name = value(Column.name), let query = value(Column.query) {
                return SavedSearch(name: try SearchName(name), records: records, query: query)
            }
        } catch {
            // Only what is a name was ever kept.
        }
        throw .damaged(at: SearchImage.phrase(id))
    }

    static func phrase(_ id: String) -> Phrase { Phrase("常用查找 \(id)", "saved search \(id)") }

    private enum Column {
        static let records = "records"
        static let name = "name"
        static let query = "query"
    }
}

/// Which revision of a saved search is meant, and its commitment: what the
/// journal knows of it.
struct SearchState: Hashable {
    let id: String
    let revision: Int
    let commitment: [UInt8]

    /// Names of the fields of an entry: a search was saved, or removed.
    static let saved = "search"
    static let removed = "removed"

    /// The value of such a field: revision, commitment in hexadecimal,
    /// identifier: `2 4f5c… S17`.
    var entryValue: String { "\(revision) \(Hex.text(commitment)) \(id)" }

    init(id: String, revision: Int, commitment: [UInt8]) {
        self.id = id
        self.revision = revision
        self.commitment = commitment
    }

    /// Nil where the text is no such value.
    init?(entryValue: String) {
        let parts = entryValue.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let revision = Int(parts[0]), let commitment = Hex.bytes(String(parts[1])) else { return nil }
        self.init(id: String(parts[2]), revision: revision, commitment: commitment)
    }
}
