/// The forms of text in which a sheet can be written.
public enum SheetFormat: String, CaseIterable, Hashable, Sendable {
    /// RFC 4180, for spreadsheet programs and scripts.
    case csv
    /// One JSON array of objects.
    case json
    /// A JSON object a line.
    case jsonl
    /// Aligned columns, for reading in a terminal.
    case table
}
