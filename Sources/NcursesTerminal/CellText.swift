import CNcurses
import CTerminalWidth
import TerminalUI

/// The scalars that curses is given for a cell.
enum CellText {
    /// The scalars of a cell that takes `columns`, or stand-ins of the same
    /// width where the machine's C library measures it differently: what
    /// curses believes about a cell decides where the rest of its row goes.
    static func scalars(of text: String, columns: Int) -> [wchar_t] {
        let scalars = text.unicodeScalars.map { wchar_t($0.value) }
        if let first = scalars.first, scalars.count == 1, columns == 1, (0x20..<0x7F).contains(first) {
            return scalars
        }
        let measured = text.unicodeScalars.map(measure)
        if !measured.contains(-1), measured.reduce(0, +) == columns { return scalars }
        if columns == 2 { return standIn(for: text) }
        return Array(repeating: 0x3F, count: columns)
    }

    /// Makes the C library, and curses with it, measure as the terminal draws.
    /// Where curses does not follow, stand-ins are drawn.
    @MainActor
    static func believe(_ width: DisplayWidth) {
        guard width.ambiguous == .wide else { return terminal_width_set_wide(nil, 0) }
        DisplayWidth.ambiguousRanges.withUnsafeBufferPointer { terminal_width_set_wide($0.baseAddress, $0.count) }
        if !doesCursesBelieve { terminal_width_set_wide(nil, 0) }
    }

    /// Whether curses takes a sign for wide, as it writes one where nobody
    /// sees it.
    @MainActor
    private static var doesCursesBelieve: Bool {
        guard let pad = newpad(1, 4) else { return false }
        defer { delwin(pad) }
        waddnwstr(pad, [0x2026], 1)
        return getcurx(pad) == 2
    }

    /// The columns of a scalar as the C library has them, -1 for what it does
    /// not know.
    static func measure(_ scalar: Unicode.Scalar) -> Int {
        Int(nc_wcwidth(wchar_t(scalar.value)))
    }

    /// Two columns for a sign that the terminal draws wide, where curses
    /// cannot be made to believe it.
    private static func standIn(for text: String) -> [wchar_t] {
        let shown: String =
            switch text {
            case "“", "”": "\u{FF02}"
            case "‘", "’": "\u{FF07}"
            case "·", "•": "\u{30FB}"
            case "—", "―": "--"
            case "…": ".."
            case "×": "\u{FF38}"
            case "→": "->"
            case "←": "<-"
            case "─", "━": "--"
            case "│", "┃": "| "
            case "█", "■", "●", "★": "# "
            case "±": "+-"
            case "≤": "<="
            case "≥": ">="
            default: "? "
            }
        return shown.unicodeScalars.map { wchar_t($0.value) }
    }
}
