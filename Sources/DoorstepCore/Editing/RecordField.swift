/// A column as a form or a command knows it, whichever kind of record it
/// belongs to.
public struct RecordField: Hashable, Sendable, Identifiable {
    /// The column's identifier.
    public let id: String
    public let title: Phrase
    public let isRequired: Bool
    public let masking: Masking
    public let vocabulary: Vocabulary?
    private let names: [String]

    fileprivate init<Entry>(_ column: Column<Entry>) {
        id = column.id
        title = column.title
        isRequired = column.isRequired
        masking = column.masking
        vocabulary = column.vocabulary
        names = [column.id, column.title.chinese, column.title.english] + column.synonyms
    }

    /// The fields of a kind of record, in the order of sheets and forms; a
    /// placement has none.
    public static func all(_ kind: RecordID.Kind) -> [RecordField] {
        switch kind {
        case .person: PersonEntry.columns.map { RecordField($0) }
        case .job: JobEntry.columns.map { RecordField($0) }
        case .employer: EmployerEntry.columns.map { RecordField($0) }
        case .placement: []
        }
    }

    /// The field that a header of a sheet would mean too: by identifier, name
    /// in either language, or synonym.
    public static func find(_ name: String, _ kind: RecordID.Kind) -> RecordField? {
        let key = PlainText.key(name)
        return all(kind).first { $0.names.contains { PlainText.key($0) == key } }
    }
}

extension EditedRecord {
    /// What stands in each field, by the column's identifier, in the words of
    /// a language; empty ones left out.
    public func texts(_ catalogue: Catalogue, _ language: Language) -> [String: String] {
        texts(ColumnForm(catalogue, language))
    }

    /// As `texts`, in the words of the store, which are read back the same
    /// whatever the catalogue calls things; a job's employer by name.
    func keptTexts(_ catalogue: Catalogue) -> [String: String] {
        var kept = texts(ColumnForm(catalogue, nil))
        if case .job(_, let employer) = self {
            kept["employer"] = employer.name
            kept["uscc"] = employer.creditCode?.text
        }
        return kept
    }

    private func texts(_ form: ColumnForm) -> [String: String] {
        func texts<Entry: RecordEntry>(_ entry: Entry) -> [String: String] {
            var texts: [String: String] = [:]
            for column in Entry.columns {
                let text = column.text(of: entry, form)
                if !text.isEmpty { texts[column.id] = text }
            }
            return texts
        }
        return switch self {
        case .person(let person): texts(PersonEntry(person))
        case .job(let job, let employer): texts(JobEntry(job, employer: employer))
        case .employer(let employer): texts(EmployerEntry(employer))
        }
    }
}
