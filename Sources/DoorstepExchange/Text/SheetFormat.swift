/// The forms in which a sheet can be written.
public enum SheetFormat: String, CaseIterable, Hashable, Sendable {
    /// RFC 4180, for spreadsheet programs and scripts.
    case csv
    /// A workbook, for spreadsheet programs (`WorkbookWriter`).
    case xlsx
    /// One JSON array of objects.
    case json
    /// A JSON object a line.
    case jsonl
    /// Aligned columns, for reading in a terminal.
    case table

    /// The form that a file's name asks for by its ending; nil where that is
    /// no form's.
    public init?(path: String) {
        let name = path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return nil }
        switch name[name.index(after: dot)...].lowercased() {
        case "csv": self = .csv
        case "xlsx": self = .xlsx
        case "json": self = .json
        case "jsonl", "ndjson": self = .jsonl
        default: return nil
        }
    }

    /// The same form as text; nil of a workbook.
    public var text: TextSheetFormat? { TextSheetFormat(rawValue: rawValue) }
}

/// The forms that are text, and can be sent on while they are made.
public enum TextSheetFormat: String, CaseIterable, Hashable, Sendable {
    case csv, json, jsonl, table
}
