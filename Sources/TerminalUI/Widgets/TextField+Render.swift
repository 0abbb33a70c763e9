extension TextField {
    /// Draws the field on the first row of `rect`, scrolled sideways so that
    /// the cursor can be seen.
    ///
    /// - Returns: where the real cursor belongs: an input method draws there.
    public func render(
        into buffer: inout CellBuffer, rect: Rect, style: Style = .plain,
        placeholder: String = "", placeholderStyle: Style? = nil
    ) -> Point {
        let row = rect.row(0)
        buffer.fill(row, style: style)
        guard !row.isEmpty else { return rect.origin }
        if text.isEmpty {
            buffer.write(
                placeholder, at: row.origin, style: placeholderStyle ?? style.with(dim: true), limit: row.columns)
            return row.origin
        }

        let shown = isSecret ? String(repeating: "*", count: text.count) : text
        var columns: [Int] = [0]  // where each character begins
        for character in shown {
            columns.append(columns[columns.count - 1] + buffer.width.of(String(character)))
        }
        let cursorColumn = columns[min(cursor, columns.count - 1)]
        let first = Self.firstShown(columns: columns, cursorColumn: cursorColumn, room: row.columns)
        buffer.write(String(shown.dropFirst(first)), at: row.origin, style: style, limit: row.columns)
        return Point(column: row.minColumn + cursorColumn - columns[first], row: row.minRow)
    }

    /// The first character to show. It moves in steps of a quarter of the
    /// field, so that what is behind the cursor can be seen as well.
    private static func firstShown(columns: [Int], cursorColumn: Int, room: Int) -> Int {
        let hidden = cursorColumn - (room - 1)
        guard hidden > 0 else { return 0 }
        let step = max(1, room / 4)
        let wanted = min(cursorColumn, (hidden + step - 1) / step * step)
        return columns.firstIndex { $0 >= wanted } ?? 0
    }
}
