import DoorstepCore

/// A file with sheets in it, opened: its rows can be gone through as often as
/// wanted.
///
/// What the file is, its first bytes say and never its name: a workbook that
/// is called `.xls` is read as one, so is a page of HTML with tables in it, and
/// a text that is called `.xlsx` is read as text. Objects of JSON are rows, the
/// names of their members the header.
public struct SheetFile: Sendable {
    private enum Content {
        case text(DecodedText)
        case page(DecodedText)
        case workbook(Workbook)
        /// The rows that a file of objects makes.
        case objects([SheetLine])
    }

    /// For messages.
    public let name: String
    /// Whose names its columns have; nil where they are ours.
    let profile: ExchangeProfile?
    private let content: Content

    /// Opens a file on disk. A workbook is not read whole.
    ///
    /// - Parameters:
    ///   - encoding: of a text, where it is known; else it is found out.
    ///   - profile: whose names its columns have; nil where they are ours.
    public init(path: String, encoding: SheetEncoding? = nil, profile: ExchangeProfile? = nil) throws(SheetError) {
        let file = try SourceFile(path)
        name = path
        if let workbook = try SheetFile.workbook(.file(file), path) {
            (content, self.profile) = (.workbook(workbook), profile)
        } else {
            (content, self.profile) = try SheetFile.text(file.bytes(), path, encoding, profile)
        }
    }

    /// - Parameters:
    ///   - name: the file's name, for messages.
    ///   - bytes: the whole file.
    ///   - encoding: of a text, where it is known; else it is found out.
    ///   - profile: whose names its columns have; nil where they are ours.
    public init(name: String, bytes: [UInt8], encoding: SheetEncoding? = nil, profile: ExchangeProfile? = nil) throws(SheetError) {
        self.name = name
        if let workbook = try SheetFile.workbook(.bytes(bytes), name) {
            (content, self.profile) = (.workbook(workbook), profile)
        } else {
            (content, self.profile) = try SheetFile.text(bytes, name, encoding, profile)
        }
    }

    /// - Returns: with whose names its columns have, where nobody said so and
    ///   they are another's.
    private static func text(
        _ bytes: [UInt8], _ name: String, _ encoding: SheetEncoding?, _ profile: ExchangeProfile?
    ) throws(SheetError) -> (Content, ExchangeProfile?) {
        let text: DecodedText
        do { text = try TextDecoder.decode(bytes, encoding: encoding) } catch { throw .notDecoded(file: name, error) }
        let profile = profile ?? ExchangeProfile(of: text)
        if let rows = try profile?.rows(text, file: name) { return (.objects(rows), profile) }
        if PostedObjects.isJSON(text) { return (.objects(try ObjectRows.rows(PostedObjects(text, file: name))), profile) }
        switch MarkupSignature(of: text.utf8.span) {
        case .page?: return (.page(text), profile)
        case .other?: throw .workbook(file: name, .otherFormat)
        case nil: return (.text(text), profile)
        }
    }

    /// Nil where the bytes are none of a workbook.
    private static func workbook(_ source: WorkbookSource, _ name: String) throws(SheetError) -> Workbook? {
        do throws(WorkbookProblem) {
            let head = try source.head(CompoundFile.signature.count)
            if head == CompoundFile.signature { throw try CompoundFile.problem(source) }
            return Workbook.signatures.contains(head) ? try Workbook(source) : nil
        } catch {
            throw .workbook(file: name, error)
        }
    }

    /// Whether it is a text with separators.
    var isText: Bool { if case .text = content { true } else { false } }

    /// The sheets of a workbook, hidden ones last; none where the file is a
    /// text.
    public var sheets: [String] {
        if case .workbook(let workbook) = content { workbook.sheets } else { [] }
    }

    /// The sheet that is read where none is named: the first that holds
    /// anything. Nil where the file is a text.
    public var firstSheet: String? {
        if case .workbook(let workbook) = content { workbook.firstSheet } else { nil }
    }

    /// The rows, from the first.
    ///
    /// - Parameter sheet: of a workbook; nil for its first that holds
    ///   anything.
    public func lines(sheet: String? = nil) throws(SheetError) -> SheetLines {
        if sheet != nil, sheets.isEmpty { throw .noSheets(file: name) }
        let translation = profile == .national ? NationalCells() : nil
        switch content {
        case .text(let text): return SheetLines(name, .text(CSVReader(text)), translation)
        case .page(let text): return SheetLines(name, .page(MarkupReader(text)), translation)
        case .objects(let rows): return SheetLines(name, .objects(rows[...]), translation)
        case .workbook(let workbook):
            do throws(WorkbookProblem) {
                if let lines = try workbook.lines(sheet ?? workbook.firstSheet) { return SheetLines(name, .workbook(lines), translation) }
            } catch {
                throw .workbook(file: name, error)
            }
            throw .noSheet(file: name, sheet: sheet ?? "", sheets: workbook.sheets)
        }
    }
}

/// The rows of a sheet, one after the other. They can be gone through once:
/// a copy goes on where the other is.
public struct SheetLines {
    enum Rows {
        case text(CSVReader)
        case page(MarkupReader)
        case workbook(WorkbookLines)
        case objects(ArraySlice<SheetLine>)
    }

    private let file: String
    private var rows: Rows
    /// Of a sheet whose cells are codes of another system.
    private var translation: NationalCells?

    init(_ file: String, _ rows: Rows, _ translation: NationalCells? = nil) { (self.file, self.rows, self.translation) = (file, rows, translation) }

    /// The next row; nil at the end.
    public mutating func next() throws(SheetError) -> SheetLine? {
        guard let line = try own() else { return nil }
        return translation?.translated(line) ?? line
    }

    /// The next row as it stands.
    private mutating func own() throws(SheetError) -> SheetLine? {
        switch rows {
        case .objects(var lines):
            let line = lines.popFirst()
            rows = .objects(lines)
            return line
        case .workbook(let lines):
            do { return try lines.next() } catch { throw .workbook(file: file, error) }
        case .page(var reader):
            let line = reader.next()
            rows = .page(reader)
            if let problem = reader.problem { throw .workbook(file: file, problem) }
            return line
        case .text(var reader):
            let line = reader.next()
            rows = .text(reader)
            if let line, line.record > WorkbookLimits.rows { throw .workbook(file: file, .tooManyRows) }
            switch line?.problem {
            case .tooManyCells(let number)?: throw .workbook(file: file, .tooManyColumns(row: number))
            case .tooLongCell(let number, let column)?: throw .workbook(file: file, .tooLongCell(row: number, column: column))
            case .unclosedQuote?, nil: return line
            }
        }
    }
}
