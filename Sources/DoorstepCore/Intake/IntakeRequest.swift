/// What somebody wants read in, and what they said of it; all else is found
/// out from the file.
public struct IntakeRequest: Hashable, Sendable {
    /// Where the file is.
    public var path: String
    /// Nil: that which recognises most of its columns.
    public var kind: SheetKind?
    /// Of a workbook; nil for its first.
    public var sheet: String?
    /// The name of a text's encoding; nil where it is to be found out.
    public var encoding: String?
    /// Meanings that were chosen, in the order in which they were: a later
    /// one takes a meaning away from an earlier.
    public var choices: [Choice] = []
    /// What becomes of rows whose records may be known already: of the rows
    /// as they were tried, and of no other trial.
    public var decisions = DoubleDecisions()

    public struct Choice: Hashable, Sendable {
        /// The column, from 0.
        public let position: Int
        public let meaning: ColumnMeaning

        public init(position: Int, meaning: ColumnMeaning) {
            (self.position, self.meaning) = (position, meaning)
        }
    }

    public init(path: String) { self.path = path }

    /// The sheet with the meanings that were chosen.
    public func applied(to sheet: UnderstoodSheet) -> UnderstoodSheet {
        var sheet = sheet
        for choice in choices { sheet.choose(choice.meaning, at: choice.position) }
        return sheet
    }

    /// The file's name without the folder.
    public var fileName: String { path.split(separator: "/").last.map { String($0) } ?? path }
}
