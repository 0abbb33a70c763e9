/// What a saved search is called: one line, and nothing in it that cannot be
/// seen or turns the direction of writing.
public struct SearchName: Hashable, Sendable, CustomStringConvertible {
    public let text: String

    /// In characters of Unicode, marks counted.
    public static let longest = 80

    /// - Parameter text: as it was typed; blanks of any kind become one, what
    ///   cannot be seen is left out.
    /// - Throws: `SavedSearchError.nameMissing` or `.nameTooLong`.
    public init(_ text: String) throws(SavedSearchError) {
        // Nobody names a search with a page; what is left of one is not
        // worth looking at.
        guard text.utf8.count <= SearchName.longest * 16 else { throw .nameTooLong }
        let name = SearchName.line(text)
        guard !name.isEmpty else { throw .nameMissing }
        guard name.unicodeScalars.count <= SearchName.longest else { throw .nameTooLong }
        self.text = name
    }

    /// What two names are the same by: half-width, lower case, no blanks.
    public var key: String { PlainText.key(text) }

    public var description: String { text }

    /// As much of a text as a name may be, to be offered.
    public static func offered(for text: String) -> String {
        PlainText.trimmed(String(String.UnicodeScalarView(line(text).unicodeScalars.prefix(longest))))
    }

    private static func line(_ text: String) -> String {
        var line = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace {
                if line.last != " " { line.append(" ") }
                continue
            }
            switch scalar.properties.generalCategory {
            case .control, .format, .unassigned, .surrogate, .lineSeparator, .paragraphSeparator: continue
            default: line.append(scalar)
            }
        }
        return PlainText.trimmed(String(line))
    }
}
