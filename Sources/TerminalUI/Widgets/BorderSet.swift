/// The characters of rules and boxes.
public struct BorderSet: Hashable, Sendable {
    public var horizontal: Character
    public var vertical: Character
    public var topLeft: Character
    public var topRight: Character
    public var bottomLeft: Character
    public var bottomRight: Character
    public var teeDown: Character
    public var teeUp: Character
    public var teeRight: Character
    public var teeLeft: Character
    public var cross: Character

    /// `+`, `-` and `|`: the same on every terminal, and quiet in a screen
    /// reader.
    public static let ascii = BorderSet(
        horizontal: "-", vertical: "|", topLeft: "+", topRight: "+", bottomLeft: "+", bottomRight: "+",
        teeDown: "+", teeUp: "+", teeRight: "+", teeLeft: "+", cross: "+")

    /// Light lines. Their width is ambiguous, so they suit terminals with
    /// narrow ambiguous characters only.
    public static let light = BorderSet(
        horizontal: "─", vertical: "│", topLeft: "┌", topRight: "┐", bottomLeft: "└", bottomRight: "┘",
        teeDown: "┬", teeUp: "┴", teeRight: "├", teeLeft: "┤", cross: "┼")

    /// Draws a box along the sides of `rect`, with `title` in its upper side.
    /// What is inside is left alone.
    ///
    /// - Returns: the rectangle inside the box.
    @discardableResult
    public func draw(
        into buffer: inout CellBuffer, rect: Rect, style: Style = .plain,
        title: String = "", titleStyle: Style? = nil
    ) -> Rect {
        guard rect.columns >= 2, rect.rows >= 2 else { return rect.inset(columns: 1, rows: 1) }
        let line = String(repeating: horizontal, count: rect.columns - 2)
        let last = rect.maxRow - 1
        buffer.write(
            "\(topLeft)\(line)\(topRight)", at: rect.origin, style: style, limit: rect.columns)
        buffer.write(
            "\(bottomLeft)\(line)\(bottomRight)", at: Point(column: rect.minColumn, row: last),
            style: style, limit: rect.columns)
        for row in rect.minRow + 1..<last {
            buffer.write(String(vertical), at: Point(column: rect.minColumn, row: row), style: style)
            buffer.write(String(vertical), at: Point(column: rect.maxColumn - 1, row: row), style: style)
        }
        if !title.isEmpty, rect.columns > 6 {
            let text = " " + title.clipped(to: rect.columns - 6, width: buffer.width) + " "
            buffer.write(
                text, at: Point(column: rect.minColumn + 2, row: rect.minRow), style: titleStyle ?? style)
        }
        return rect.inset(columns: 1, rows: 1)
    }
}
