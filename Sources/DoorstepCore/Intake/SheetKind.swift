/// The kinds of sheet that are read in.
public enum SheetKind: String, CaseIterable, Sendable {
    case people, jobs, employers, distances

    public var phrase: Phrase {
        switch self {
        case .people: Phrase("求职者", "people")
        case .jobs: Phrase("岗位", "jobs")
        case .employers: Phrase("单位", "employers")
        case .distances: Phrase("里程", "distances")
        }
    }

    /// Titles of the columns that a sheet cannot do without.
    public var requiredColumns: [Phrase] { columns.filter(\.isRequired).map(\.title) }

    /// What a column of such a sheet can mean, in the order of the columns.
    public var columns: [SheetColumn] {
        func described<Entry: RecordEntry>(_ entry: Entry.Type) -> [SheetColumn] {
            Entry.columns.map { SheetColumn(id: $0.id, title: $0.title, isRequired: $0.isRequired) }
        }
        return switch self {
        case .people: described(PersonEntry.self)
        case .jobs: described(JobEntry.self)
        case .employers: described(EmployerEntry.self)
        case .distances: DistanceColumn.allCases.map { SheetColumn(id: $0.rawValue, title: $0.title, isRequired: true) }
        }
    }

    /// The column of that identifier or title, in any of its spellings.
    public func column(titled title: String) -> SheetColumn? {
        let key = PlainText.key(title)
        let id: String? =
            switch self {
            case .people: PersonEntry.column(titled: key)?.id
            case .jobs: JobEntry.column(titled: key)?.id
            case .employers: EmployerEntry.column(titled: key)?.id
            case .distances: DistanceColumn.allCases.first { key == $0.rawValue || key == $0.title.chinese }?.rawValue
            }
        return id.flatMap { id in columns.first { $0.id == id } }
    }

    /// Titles that are recognised without being columns: dropped, or kept
    /// in the note.
    public var asides: [String] {
        switch self {
        case .people: PersonEntry.notKept + PersonEntry.noted
        case .jobs: JobEntry.discriminating + JobEntry.noted
        case .employers, .distances: []
        }
    }
}

/// A column that a kind of sheet can have.
public struct SheetColumn: Hashable, Sendable {
    public let id: String
    public let title: Phrase
    public let isRequired: Bool
}

/// The columns of the station's own table of distances.
public enum DistanceColumn: String, CaseIterable, Sendable {
    case from, to
    case kilometres = "km"

    public var title: Phrase {
        switch self {
        case .from: Phrase("起", "from")
        case .to: Phrase("止", "to")
        case .kilometres: Phrase("公里", "km")
        }
    }
}
