import DoorstepCore

/// Records as the rows of a sheet that can be read in again.
public struct RecordRows: Sendable {
    private let register: Register
    private let form: ColumnForm
    private let language: Language
    private let isMasked: Bool
    private let people = PersonEntry.columns.map(\.cells)
    private let jobs = JobEntry.columns.map(\.cells)
    private let employers = EmployerEntry.columns.map(\.cells)

    /// - Parameter isMasked: whether names, numbers, telephones and notes
    ///   are hidden in part.
    public init(register: Register, catalogue: Catalogue, language: Language, isMasked: Bool) {
        self.register = register
        self.language = language
        self.isMasked = isMasked
        form = ColumnForm(catalogue, language, isForMany: true)
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

    public func row(_ person: Person) -> [SheetValue] { row(person.id, PersonEntry(person), people) }

    public func row(_ job: Job) -> [SheetValue] { row(job.id, JobEntry(job, employer: register.employers[job.employer]), jobs) }

    public func row(_ employer: Employer) -> [SheetValue] { row(employer.id, EmployerEntry(employer), employers) }

    private func header<Entry: RecordEntry>(_ entry: Entry.Type) -> [String] {
        [language == .chinese ? "编号" : "id"] + Entry.columns.map { language == .chinese ? $0.title.chinese : $0.id }
    }

    private func row<Entry>(_ id: RecordID, _ entry: Entry, _ columns: [CellWriting<Entry>]) -> [SheetValue] {
        var row: [SheetValue] = []
        row.reserveCapacity(columns.count + 1)
        row.append(.text(id.text))
        for column in columns { row.append(cell(of: entry, column)) }
        return row
    }

    private func cell<Entry>(of entry: Entry, _ column: CellWriting<Entry>) -> SheetValue {
        let text = column.text(of: entry, form)
        if text.isEmpty { return .empty }
        if isMasked, column.masking != .none {
            let masked = column.masking(text)
            if masked != text { return .text(masked) }
        }
        return switch column.kind {
        case .date: .date(text)
        case .number: SheetRowValue.number(text)
        case .text: .text(text)
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
