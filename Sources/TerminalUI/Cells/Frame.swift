/// One picture of the screen, and where the cursor stands in it.
///
/// The cursor is the real one: an input method draws where it is, and a screen
/// reader follows it. On a list it is parked on the selected row.
public struct Frame: Equatable, Sendable {
    public var cells: CellBuffer
    public var cursor: Point
    public var cursorVisible: Bool

    public init(cells: CellBuffer, cursor: Point = .zero, cursorVisible: Bool = true) {
        self.cells = cells
        self.cursor = cursor
        self.cursorVisible = cursorVisible
    }

    /// A blank frame.
    public init(size: Size, fill style: Style = .plain, width: DisplayWidth = DisplayWidth()) {
        self.init(cells: CellBuffer(size: size, fill: style, width: width))
    }

    public var size: Size { cells.size }

    /// The rows, joined by line feeds, without blanks at their ends.
    public var text: String {
        (0..<size.rows).map { cells.text(row: $0) }.joined(separator: "\n")
    }

    /// The styles as a grid of letters with a legend below it, for snapshots:
    /// `.` is plain, other styles are lettered in the order they appear.
    public var styleMap: String {
        var letters: [Style: Character] = [.plain: "."]
        var legend: [String] = []
        var rows: [String] = []
        for row in 0..<size.rows {
            var line = ""
            for cell in cells[row] {
                if let letter = letters[cell.style] {
                    line.append(letter)
                } else {
                    let letter = Self.letter(letters.count - 1)
                    letters[cell.style] = letter
                    legend.append("\(letter) = \(cell.style.summary)")
                    line.append(letter)
                }
            }
            rows.append(line)
        }
        return (rows + legend).joined(separator: "\n")
    }

    private static func letter(_ index: Int) -> Character {
        let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
        return index < letters.count ? letters[index] : "?"
    }
}

extension Style {
    /// A short name for snapshots, such as `bold cyan on black`.
    public var summary: String {
        var words: [String] = []
        if bold { words.append("bold") }
        if dim { words.append("dim") }
        if underline { words.append("underline") }
        if reverse { words.append("reverse") }
        if foreground != .standard || words.isEmpty { words.append("\(foreground)") }
        if background != .standard { words.append("on \(background)") }
        return words.joined(separator: " ")
    }
}
