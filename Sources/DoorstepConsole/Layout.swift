import TerminalUI

/// Where things stand on the screen, for drawing and for the mouse.
struct Layout {
    static let smallest = Size(columns: 60, rows: 15)

    let title: Rect
    let heading: Rect
    let search: Rect
    let columnTitles: Rect
    let rows: Rect
    let divider: Rect
    let side: Rect
    let message: Rect
    let hints: Rect

    init(_ size: Size) {
        let (title, belowTitle) = size.bounds.splitTop(1)
        let (aboveHints, hints) = belowTitle.splitBottom(1)
        let (middle, message) = aboveHints.splitBottom(1)
        let (heading, belowHeading) = middle.splitTop(1)
        let (search, body) = belowHeading.splitTop(1)
        // The list needs its columns, the side a sentence: three fifths and
        // two, within what either can use.
        let sideColumns = min(max(size.columns * 2 / 5, 26), 72)
        let (list, right) = body.splitRight(sideColumns)
        let (divider, side) = right.splitLeft(1)
        let (columnTitles, rows) = list.splitTop(1)
        self.title = title
        self.heading = heading
        self.search = search
        self.columnTitles = columnTitles
        self.rows = rows
        self.divider = divider
        self.side = side.inset(left: 1)
        self.message = message
        self.hints = hints
    }

    /// Rows of the list that can be seen.
    var height: Int { rows.rows }
}
