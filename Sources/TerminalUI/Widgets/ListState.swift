/// Which row of a list is selected, and which one stands at the top.
///
/// Every change keeps the selection inside the list and in sight.
public struct ListState: Hashable, Sendable {
    public var selection: Int
    public var top: Int

    public init(selection: Int = 0, top: Int = 0) {
        self.selection = selection
        self.top = top
    }

    /// Brings both back in bounds after the list or the room for it changed.
    public mutating func clamp(count: Int, height: Int) {
        let height = max(1, height)
        selection = max(0, min(selection, count - 1))
        top = max(0, min(top, count - height))
        if selection < top { top = selection }
        if selection >= top + height { top = selection - height + 1 }
    }

    public mutating func select(_ index: Int, count: Int, height: Int) {
        selection = index
        clamp(count: count, height: height)
    }

    public mutating func move(by rows: Int, count: Int, height: Int) {
        let (moved, overflow) = selection.addingReportingOverflow(rows)
        select(overflow ? (rows < 0 ? 0 : .max) : moved, count: count, height: height)
    }

    /// Moves by whole pages, one row of which stays in sight.
    public mutating func page(by pages: Int, count: Int, height: Int) {
        let step = max(1, height - 1)
        top = max(0, min(top, count)) + pages * step
        move(by: pages * step, count: count, height: height)
    }

    public mutating func home(count: Int, height: Int) {
        select(0, count: count, height: height)
    }

    public mutating func end(count: Int, height: Int) {
        select(count - 1, count: count, height: height)
    }

    /// Moves what is in sight, as the wheel does; the selection follows only
    /// where it would leave the sight.
    public mutating func scroll(by rows: Int, count: Int, height: Int) {
        let height = max(1, height)
        top = max(0, min(top + rows, count - height))
        selection = max(top, min(selection, top + height - 1))
        clamp(count: count, height: height)
    }

    /// The rows in sight.
    public func visible(count: Int, height: Int) -> Range<Int> {
        let first = max(0, min(top, count))
        return first..<max(first, min(count, first + max(0, height)))
    }

    /// The row of the list on row `offset` of the screen part, if there is one.
    public func index(atOffset offset: Int, count: Int) -> Int? {
        let index = top + offset
        return offset >= 0 && index >= 0 && index < count ? index : nil
    }
}
