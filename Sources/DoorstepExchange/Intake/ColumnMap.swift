import DoorstepCore

/// What somebody says that columns of a sheet mean: `手机=联系方式2`, by the
/// title above it or by its number from the left (`手机=#3`); `-=备注2` is not
/// read.
public struct ColumnMap: Sendable, Hashable {
    private var entries: [Entry] = []

    private struct Entry: Sendable, Hashable {
        let meaning: ColumnMeaning
        let column: String
        /// As it was written.
        let text: String
    }

    public static let none = ColumnMap()

    private init() {}

    /// - Parameter texts: of the form `FIELD=HEADER`.
    /// - Throws: `ColumnMapError` for one that is not, or names no field.
    public init(_ texts: [String], _ kind: SheetKind) throws(ColumnMapError) {
        for text in texts {
            guard let sign = text.firstIndex(where: { $0 == "=" || $0 == "＝" }) else { throw .noSign(text) }
            let field = PlainText.trimmed(text[..<sign])
            let column = PlainText.trimmed(text[text.index(after: sign)...])
            let meaning: ColumnMeaning
            if field == "-" {
                meaning = .ignored
            } else if kind != .distances, ["id", "编号"].contains(PlainText.key(field)) {
                meaning = .identifier
            } else if let known = kind.column(titled: field) {
                meaning = .column(known.id)
            } else {
                throw .unknownField(field, kind)
            }
            entries.append(Entry(meaning: meaning, column: column, text: text))
        }
    }

    public var isEmpty: Bool { entries.isEmpty }

    /// Whether the row has all the titles that are named: then it is the
    /// header, whatever else is recognised in it.
    func isNamed(by cells: [String]) -> Bool {
        let named = entries.filter { !$0.column.hasPrefix("#") }
        return !named.isEmpty && named.allSatisfy { entry in cells.contains { ColumnMap.isSame($0, entry.column) } }
    }

    /// - Throws: `ColumnMapError.noColumn` where the sheet has no such column.
    func apply(to sheet: inout UnderstoodSheet) throws(ColumnMapError) {
        for entry in entries {
            let position: Int?
            if entry.column.hasPrefix("#"), let number = Int(entry.column.dropFirst()) {
                position = sheet.columns.first { $0.position == number - 1 }?.position
            } else {
                position = sheet.columns.first { ColumnMap.isSame($0.title, entry.column) }?.position
            }
            guard let position else {
                throw .noColumn(entry.column, in: sheet.columns.enumerated().map { $1.title.isEmpty ? "#\($0 + 1)" : PlainText.trimmed($1.title) })
            }
            sheet.choose(entry.meaning, at: position)
        }
    }

    private static func isSame(_ title: String, _ named: String) -> Bool {
        PlainText.key(title).filter { !$0.isNewline } == PlainText.key(named)
    }
}

/// What is wrong with what somebody said of a column.
public enum ColumnMapError: SayableError, Hashable {
    case noSign(String)
    case unknownField(String, SheetKind)
    case noColumn(String, in: [String])

    public var message: Phrase {
        switch self {
        case .noSign(let text):
            return Phrase("--map \(text)：要写成 栏目=表头，如 手机=联系方式。", "--map \(text): write FIELD=HEADER, such as phone=联系方式.")
        case .unknownField(let field, let kind):
            let fields = Phrase.list(kind.columns.map(\.title))
            return Phrase(
                "--map：\(kind.phrase.chinese)表没有“\(field)”栏，可用 编号、\(fields.chinese)，或用 - 表示不读。",
                "--map: a sheet of \(kind.phrase.english) has no field “\(field)”; use id, \(fields.english), or - for one not to be read.")
        case .noColumn(let column, let titles):
            let shown = titles.prefix(40).joined(separator: "、")
            return Phrase(
                "--map：表里没有“\(column)”这一列，有的是 \(shown)；也可以写第几列，如 #3。",
                "--map: the sheet has no column “\(column)”; it has \(shown); a number from the left will do, such as #3.")
        }
    }
}
