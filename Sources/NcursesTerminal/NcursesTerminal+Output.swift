import CNcurses
import TerminalUI

extension NcursesTerminal {
    public func present(_ frame: Frame) {
        guard let window else { return }
        if shown?.size != frame.size {
            werase(window)
            shown = nil
        }
        for row in 0..<min(frame.size.rows, size.rows) where shown?.cells[row] != frame.cells[row] {
            draw(frame.cells[row], row: row, on: window)
        }
        shown = frame
        place(frame, on: window)
    }

    public func redrawAll() {
        guard let window else { return }
        clearok(window, true)
        if let shown {
            place(shown, on: window)
        } else {
            wrefresh(window)
        }
    }

    /// Sends what changed, and puts the cursor where it belongs. It is never
    /// hidden in between, which would make an input method's window jump.
    private func place(_ frame: Frame, on window: UnsafeMutablePointer<WINDOW>) {
        curs_set(frame.cursorVisible ? 1 : 0)
        let cursor = frame.cursor.clamped(to: size)
        wmove(window, Int32(cursor.row), Int32(cursor.column))
        wrefresh(window)
    }

    /// Writes a row whole, from its first column.
    private func draw(_ cells: ArraySlice<Cell>, row: Int, on window: UnsafeMutablePointer<WINDOW>) {
        let columns = size.columns
        wmove(window, Int32(row), 0)
        wattr_set(window, nc_attr_normal(), 0, nil)
        wclrtoeol(window)

        var run: [wchar_t] = []
        var style = Style.plain
        var column = 0
        for (offset, cell) in cells.enumerated() where !cell.isContinuation {
            let next = cells.startIndex + offset + 1
            let isWide = next < cells.endIndex && cells[next].isContinuation
            let needed = isWide ? 2 : 1
            guard column + needed <= columns else { break }
            if cell.style != style {
                write(&run, style: style, on: window)
                style = cell.style
            }
            run += CellText.scalars(of: cell.text, columns: needed)
            column += needed
        }
        write(&run, style: style, on: window)
    }

    /// Writes `run` behind what was written, and empties it. The error that
    /// curses gives for the last cell of the screen means nothing: it is drawn.
    private func write(_ run: inout [wchar_t], style: Style, on window: UnsafeMutablePointer<WINDOW>) {
        guard !run.isEmpty else { return }
        let look = styles.style(for: style)
        wattr_set(window, look.attributes, look.pair, nil)
        waddnwstr(window, run, Int32(run.count))
        run.removeAll(keepingCapacity: true)
    }
}
