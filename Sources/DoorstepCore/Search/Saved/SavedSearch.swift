/// A search that the station keeps under a name, for one kind of records.
///
/// The query is kept as text, the way the query language prints it: what a
/// later catalogue no longer knows can still be read and mended.
public struct SavedSearch: Hashable, Sendable {
    public let name: SearchName
    /// Which records it finds, and so which list it belongs to.
    public let records: RecordID.Kind
    public let query: String

    public init(name: SearchName, records: RecordID.Kind, query: String) {
        self.name = name
        self.records = records
        self.query = query
    }

    /// Whether the two stand in each other's place: a name is given once for
    /// a kind of records, however wide its letters are.
    public func isNamed(_ name: SearchName, for records: RecordID.Kind) -> Bool {
        self.records == records && self.name.key == name.key
    }

    /// In bytes; more than anybody narrows by.
    public static let longestQuery = 40_000
}

extension [SavedSearch] {
    /// The search of a name, as people type it.
    ///
    /// - Throws: `SavedSearchError.unknown` with the names most like it, or
    ///   why it is no name.
    public func named(_ typed: String, for records: RecordID.Kind) throws(SavedSearchError) -> SavedSearch {
        let name = try SearchName(typed)
        if let search = first(where: { $0.isNamed(name, for: records) }) { return search }
        let alike = filter { $0.records == records }.map { (name: $0.name.text, likeness: PlainText.likeness($0.name.key, name.key)) }
        throw .unknown(name: name.text, nearest: alike.filter { $0.likeness > 0.3 }.sorted { $0.likeness > $1.likeness }.prefix(3).map(\.name))
    }
}

/// A saved search as far as it is understood today.
public struct SearchReading: Hashable, Sendable {
    public let search: SavedSearch
    /// The query as the language prints it; as it was kept, where it is no
    /// longer understood.
    public let text: Phrase
    /// Why it is no longer understood; nil where it is.
    public let problem: QueryError?
}

extension QueryParser {
    /// What of a saved search is understood today.
    public func reading(_ search: SavedSearch) -> SearchReading {
        do throws(QueryError) {
            let query = try self.query(search.query)
            if let problem = problems(of: query, for: search.records).first { throw problem }
            let text = Phrase(description(of: query, in: .chinese), description(of: query, in: .english))
            return SearchReading(search: search, text: text, problem: nil)
        } catch {
            return SearchReading(search: search, text: Phrase(verbatim: search.query), problem: error)
        }
    }

    /// What was typed, as text that is worth keeping.
    ///
    /// - Throws: why it is not: it says nothing, or not what can be
    ///   understood.
    public func savable(_ typed: String, for records: RecordID.Kind, in language: Language) throws(SavedSearchError) -> String {
        let query: SearchQuery
        do throws(QueryError) {
            query = try self.query(typed)
            if let problem = problems(of: query, for: records).first { throw problem }
        } catch {
            throw .notUnderstood(error)
        }
        guard !query.isEmpty else { throw .nothingToSave }
        let text = description(of: query, in: language)
        guard text.utf8.count <= SavedSearch.longestQuery else { throw .queryTooLong }
        return text
    }
}
