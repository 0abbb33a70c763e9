import DoorstepCore

/// Records as the rows of a sheet that can be read in again.
public struct RecordRows: Sendable {
    private let register: Register
    private let form: ColumnForm
    private let language: Language
    private let isMasked: Bool

    /// - Parameter isMasked: whether names, numbers, telephones and notes
    ///   are hidden in part.
    public init(register: Register, catalogue: Catalogue, language: Language, isMasked: Bool) {
        self.register = register
        self.language = language
        self.isMasked = isMasked
        form = ColumnForm(catalogue, language)
    }

    /// The titles of a kind's columns, the identifier first.
    public func header(_ kind: SheetKind) -> [String] {
        switch kind {
        case .people: header(PersonEntry.self)
        case .jobs: header(JobEntry.self)
        case .employers: header(EmployerEntry.self)
        case .distances: DistanceColumn.allCases.map { language == .chinese ? $0.title.chinese : $0.rawValue }
        }
    }

    public func row(_ person: Person) -> [SheetValue] { row(person.id, PersonEntry(person)) }

    public func row(_ job: Job) -> [SheetValue] { row(job.id, JobEntry(job, employer: register.employers[job.employer])) }

    public func row(_ employer: Employer) -> [SheetValue] { row(employer.id, EmployerEntry(employer)) }

    private func header<Entry: RecordEntry>(_ entry: Entry.Type) -> [String] {
        [language == .chinese ? "编号" : "id"] + Entry.columns.map { language == .chinese ? $0.title.chinese : $0.id }
    }

    private func row<Entry: RecordEntry>(_ id: RecordID, _ entry: Entry) -> [SheetValue] {
        [.text(id.text)]
            + Entry.columns.map { column in
                let text = column.text(of: entry, form)
                if text.isEmpty { return .empty }
                if isMasked {
                    let masked = column.masking(text)
                    if masked != text { return .text(masked) }
                }
                return column.kind == .date ? .date(text) : column.kind == .number ? SheetRowValue.number(text) : .text(text)
            }
    }
}

/// A number's text as a value.
enum SheetRowValue {
    static func number(_ text: String) -> SheetValue {
        if let whole = Int(text) { return .integer(whole) }
        let parts = text.split(separator: ".")
        guard parts.count == 2, let units = Int(parts.joined()) else { return .text(text) }
        return .decimal(units, places: parts[1].count)
    }
}
