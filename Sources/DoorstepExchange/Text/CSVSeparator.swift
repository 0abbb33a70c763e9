/// What stands between the cells of a line. A full-width ，is text.
public enum CSVSeparator: UInt8, CaseIterable, Hashable, Sendable {
    case comma = 0x2C
    case semicolon = 0x3B
    case tab = 0x09

    /// Which of two equally likely ones is meant: tabs hardly occur in text,
    /// and semicolons join lists within cells.
    var precedence: Int {
        switch self {
        case .tab: 2
        case .comma: 1
        case .semicolon: 0
        }
    }
}
