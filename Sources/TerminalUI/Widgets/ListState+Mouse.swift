extension ListState {
    /// Rows that a turn of the wheel moves.
    public static let wheelRows = 3

    /// Follows the mouse: the wheel moves, a press chooses the row under it.
    ///
    /// - Parameter rect: where the list's rows stand.
    /// - Returns: whether what is chosen now is to be opened, as Enter would:
    ///   it was pressed twice.
    public mutating func follow(_ mouse: MouseEvent, in rect: Rect, count: Int) -> Bool {
        switch mouse.kind {
        case .wheelUp: move(by: -Self.wheelRows, count: count, height: rect.rows)
        case .wheelDown: move(by: Self.wheelRows, count: count, height: rect.rows)
        case .press, .doublePress:
            guard rect.contains(mouse.position), let index = index(atOffset: mouse.position.row - rect.minRow, count: count) else { return false }
            select(index, count: count, height: rect.rows)
            return mouse.kind == .doublePress
        case .middlePress, .rightPress: break
        }
        return false
    }
}
