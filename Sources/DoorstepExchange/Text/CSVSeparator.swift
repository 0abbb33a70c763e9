/// What stands between the cells of a line. A full-width ，is text.
public enum CSVSeparator: UInt8, CaseIterable, Hashable, Sendable {
    case comma = 0x2C
    case semicolon = 0x3B
    case tab = 0x09
    case bar = 0x7C
    case colon = 0x3A
    case space = 0x20

    /// Those that sheets are written with, and that are looked for first.
    public static let allCases: [CSVSeparator] = [.comma, .semicolon, .tab]

    /// Those that stand in texts too often to be taken for separators, unless
    /// all records agree on it.
    static let others: [CSVSeparator] = [.bar, .colon, .space]

    /// Which of two equally likely ones is meant: tabs hardly occur in text,
    /// and semicolons join lists within cells.
    var precedence: Int {
        switch self {
        case .tab: 2
        case .comma: 1
        case .semicolon: 0
        case .bar, .colon, .space: -1
        }
    }
}
