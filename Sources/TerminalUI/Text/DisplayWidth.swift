/// How wide a terminal draws the signs that Unicode calls ambiguous (`…`, `①`,
/// `“`, Greek and Cyrillic letters).
public enum AmbiguousWidth: Hashable, Sendable {
    case narrow
    case wide
}

/// The columns that text takes on a terminal.
///
/// Widths are summed scalar by scalar, as curses does, since what curses
/// believes decides where the cursor goes.
public struct DisplayWidth: Hashable, Sendable {
    public var ambiguous: AmbiguousWidth

    /// As the terminal that is drawn for draws them.
    public init() { self = DisplayWidth.current }

    public init(ambiguous: AmbiguousWidth) {
        self.ambiguous = ambiguous
    }

    /// The widths that hold where none are named: narrow ones, but for what is
    /// done within `DisplayWidth.$current.withValue(_:)`. Text is measured in
    /// so many places that a width handed through all of them would soon be
    /// forgotten in one.
    @TaskLocal public static var current = DisplayWidth(ambiguous: .narrow)

    /// Whether `scalar` takes two columns on every terminal.
    static func isWideEverywhere(_ scalar: Unicode.Scalar) -> Bool {
        DisplayWidth(ambiguous: .narrow).of(scalar) == 2
    }

    /// Columns of one scalar: 0 for combining marks, 2 for wide characters,
    /// else 1 (control characters too, for the sign that stands for them).
    public func of(_ scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        switch value {
        case 0x20..<0x7F: return 1
        case 0x4E00..<0xA000, 0xAC00..<0xD7A4: return 2
        case 0..<0xA1: return 1
        default: break
        }
        if WidthTable.contains(value, in: WidthTable.wide) { return 2 }
        if WidthTable.contains(value, in: WidthTable.zero) { return 0 }
        if ambiguous == .wide, isAmbiguous(scalar) { return 2 }
        return 1
    }

    /// Whether terminals disagree about the width of `scalar`.
    public func isAmbiguous(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0xA1 && WidthTable.contains(scalar.value, in: WidthTable.ambiguous)
    }

    /// The scalars whose width terminals disagree about, as pairs of first and
    /// last in rising order.
    public static var ambiguousRanges: [UInt32] { WidthTable.ambiguous }

    /// Columns of `text` once it was made safe to show (``SafeText``). O(n).
    public func of(_ text: String) -> Int {
        if SafeText.isPlainASCII(text) { return text.utf8.count }
        var columns = 0
        for scalar in SafeText.clean(text).unicodeScalars {
            columns += of(scalar)
        }
        return columns
    }
}
