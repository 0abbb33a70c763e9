import DoorstepCore
import TerminalUI

/// What one change would bring, or what training would unlock: the most
/// first, each with the number of further matches.
enum FindingsOverlay {
    private static func boxSize(_ size: Size) -> Size {
        Size(columns: min(76, size.columns - 4), rows: min(20, size.rows - 2))
    }

    /// Lines that can be seen.
    static func rows(_ size: Size) -> Int { max(1, boxSize(size).rows - 3) }

    /// Where they stand.
    static func list(_ size: Size) -> Rect { Box.inside(boxSize(size), in: size.bounds).splitTop(1).1 }

    static func draw(_ view: FindingsView, _ state: ConsoleState, _ cells: inout CellBuffer) -> Point {
        let language = state.language
        let inside = Box.draw(boxSize(state.size), title: title(view.question, state.model)(language), in: state.size.bounds, state.settings.borders, &cells)
        let (head, list) = inside.splitTop(1)
        guard let lines = view.lines else {
            let share = view.progress.map { " \($0)%" } ?? ""
            _ = cells.write((Words.working(language) + share).fitted(to: head.columns), at: head.origin, style: Theme.muted)
            return head.origin
        }
        guard !lines.isEmpty else {
            _ = cells.write(Words.nothingToGain(language).fitted(to: head.columns), at: head.origin, style: Theme.muted)
            return head.origin
        }
        let heading = view.question == .training ? Words.unlocked : Words.furtherMatches
        _ = cells.write(heading(language).fitted(to: head.columns), at: head.origin, style: Theme.column)
        let visible = view.state.visible(count: lines.count, height: list.rows)
        for (offset, index) in visible.enumerated() {
            let row = list.row(offset)
            let isChosen = index == view.state.selection
            let count = String(lines[index].count)
            let text = (isChosen ? ">" : " ") + String(repeating: " ", count: max(0, 7 - count.count)) + "+\(count)  " + lines[index].text(language)
            _ = cells.write(text.fitted(to: row.columns), at: row.origin, style: isChosen ? Theme.selection : Theme.plain, limit: row.columns)
        }
        return Point(column: list.minColumn, row: list.minRow + max(0, view.state.selection - visible.lowerBound))
    }

    static func title(_ question: FindingsQuestion, _ model: StationModel?) -> Phrase {
        switch question {
        case .relax(.job(let id)): Words.relax + Phrase(verbatim: " > \(model?.job(id)?.title ?? id.text)")
        case .relax(.person(let id)): Words.relax + Phrase(verbatim: " > \(model?.person(id)?.name ?? id.text)")
        case .training: Words.training
        }
    }
}
