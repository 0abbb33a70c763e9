/// A column of a sheet, a field of a form, a field of the store: declared
/// once, with how its cell is read and written.
///
/// Cells are read into an entry, a record in the making, because some
/// values only make sense together (a wage's two ends and its unit).
public struct Column<Entry: Sendable>: Sendable {
    /// Stable name: the key in the store, and the header of English sheets.
    public let id: String
    /// The Chinese part is the header of Chinese sheets.
    public let title: Phrase
    /// What else is recognised as the header.
    public let synonyms: [String]
    public let isRequired: Bool
    /// Names, numbers, addresses, notes and group tags of a person: kept
    /// apart in the store.
    public let isPersonal: Bool
    /// What exports and prints show of it unless they are asked for all.
    public let masking: Masking
    public let kind: Kind
    /// What its values are taken from; nil where anything can be written.
    public let vocabulary: Vocabulary?
    let read: @Sendable (_ text: String, _ entry: inout Entry, _ reading: inout CellReading) throws(CellProblem) -> Void
    let write: @Sendable (Entry, ColumnForm) -> String

    public enum Kind: Sendable {
        case text, number, date
    }

    init(
        _ id: String, _ title: Phrase, synonyms: [String] = [], kind: Kind = .text, vocabulary: Vocabulary? = nil, isRequired: Bool = false,
        isPersonal: Bool = false, masking: Masking? = nil,
        read: @escaping @Sendable (String, inout Entry, inout CellReading) throws(CellProblem) -> Void,
        write: @escaping @Sendable (Entry, ColumnForm) -> String
    ) {
        self.id = id
        self.title = title
        self.synonyms = synonyms
        self.kind = kind
        self.vocabulary = vocabulary
        self.isRequired = isRequired
        self.isPersonal = isPersonal
        // Nothing personal is shown because somebody forgot to say how.
        self.masking = masking ?? (isPersonal ? .whole : .none)
        self.read = read
        self.write = write
    }

    /// The cell as people or the store read it; empty where there is nothing.
    public func text(of entry: Entry, _ form: ColumnForm) -> String { write(entry, form) }

    /// What of the column it takes to write cells.
    public var cells: CellWriting<Entry> { CellWriting(masking: masking, kind: kind, write: write) }
}

/// How the cells of a column are written: a column without what is for
/// reading, for whoever writes millions.
public struct CellWriting<Entry: Sendable>: Sendable {
    public let masking: Masking
    public let kind: Column<Entry>.Kind
    fileprivate let write: @Sendable (Entry, ColumnForm) -> String

    public func text(of entry: Entry, _ form: ColumnForm) -> String { write(entry, form) }
}

/// In which words cells are written.
public struct ColumnForm: Sendable {
    public let catalogue: Catalogue
    /// Nil for the store: codes, which stay when names change.
    public let language: Language?
    private let placeNames: PlaceNames?

    /// - Parameter isForMany: whether so many cells are written that names
    ///   which take long to make sure of are worth keeping.
    public init(_ catalogue: Catalogue, _ language: Language?, isForMany: Bool = false) {
        self.catalogue = catalogue
        self.language = language
        placeNames = isForMany ? PlaceNames(catalogue.places) : nil
    }

    func term<T: Term>(_ term: T?) -> String {
        guard let term else { return "" }
        return language.map { term.phrase($0) } ?? term.rawValue
    }

    func yesNo(_ value: Bool) -> String {
        switch language {
        case nil: value ? "1" : ""
        case .chinese?: value ? "是" : "否"
        case .english?: value ? "yes" : "no"
        }
    }

    func day(_ day: Day?) -> String { day?.description ?? "" }

    func place(_ place: PlaceID?) -> String {
        guard let place else { return "" }
        if language == nil { return catalogue.places[place].code }
        return placeNames?.name(place) ?? catalogue.places.unmistakableName(place)
    }

    func education(_ education: Education?) -> String {
        guard let education else { return "" }
        return language.map { education.phrase($0) } ?? String(education.rawValue)
    }

    func groups(_ groups: GroupSet) -> String {
        groups.members.map { id in language.map { catalogue.groups[id].name($0) } ?? catalogue.groups[id].code }.joined(separator: ";")
    }

    func kinds(_ kinds: [JobKindID]) -> String {
        kinds.map { id in language.map { catalogue.kinds[id].name($0) } ?? catalogue.kinds[id].code }.joined(separator: ";")
    }

    func skill(_ name: SkillName) -> String {
        language == nil ? catalogue.skills.code(name) : catalogue.skills.title(name)
    }

    func level(_ level: SkillLevel) -> String {
        level == .unknown ? "" : ":" + level.phrase(language ?? .chinese)
    }

    func certificate(_ name: CertificateName) -> String {
        language == nil ? catalogue.certificates.code(name) : catalogue.certificates.title(name)
    }

    func money(_ money: Money?) -> String { money?.description ?? "" }
}

/// What is wrong with a cell, and how to mend it.
public struct CellProblem: SayableError, Hashable {
    public let column: Phrase
    /// The cell as it was read.
    public let value: String
    public let reason: Phrase
    public let mend: Phrase

    public init(column: Phrase, value: String, reason: Phrase, mend: Phrase) {
        self.column = column
        self.value = value
        self.reason = reason
        self.mend = mend
    }

    /// `证件号码“1507…”：校验码应为 X，请核对证件。`
    public var message: Phrase {
        // Of a long cell not even its length is wanted; a message is a line.
        let beginning = value.prefix(41)
        let shown = String((beginning.count > 40 ? beginning.prefix(40) + "…" : beginning).map { $0.isNewline ? " " : $0 })
        return Phrase(
            "\(column.chinese)" + (value.isEmpty ? "" : "“\(shown)”") + "：\(reason.chinese)" + (mend.chinese.isEmpty ? "。" : "，\(mend.chinese)。"),
            "\(column.english)" + (value.isEmpty ? "" : " “\(shown)”") + ": \(reason.english)" + (mend.english.isEmpty ? "." : "; \(mend.english)."))
    }
}
