/// One record of a sheet.
public struct SheetLine: Hashable, Sendable {
    /// The line of the file on which the record begins, or the row of a
    /// workbook's sheet, from 1.
    public let line: Int
    /// Which record of the file it is, from 1; blank lines between records
    /// count.
    public let record: Int
    /// The cells as they were before writing: unquoted, without the apostrophe
    /// that disarms formulas. None for a blank line.
    public let cells: [String]
    /// What is wrong with the record, if anything. Its cells are then a guess.
    public let problem: CSVProblem?
    /// Whether a quote stands alone in a cell, or text behind a closing one.
    public var hasStrayQuote = false
}

/// What can be wrong with a record.
public enum CSVProblem: Error, Hashable, Sendable {
    /// A quote opens on this line that no quote closes. The record then ends
    /// with its line and the quote is taken for text, so that the records
    /// below are read for what they are.
    case unclosedQuote(line: Int)
    /// More cells than a sheet has columns; those beyond are left out.
    case tooManyCells(line: Int)
    /// More text than a cell can have, which is left out; the column from 1.
    case tooLongCell(line: Int, column: Int)
}
