import DoorstepCore
import TerminalUI

/// Pages: lines that are worked out beside the keyboard, anew whenever the
/// page is opened or the register changes under it.
extension ConsoleState {
    /// Asks for the lines of a page; those that are there stay
    /// until the new ones are.
    mutating func makePage(_ id: Screen.ID) -> Effect {
        var view = pages[id] ?? PageView()
        view.generation += 1
        pages[id] = view
        return .makePage(id, generation: view.generation)
    }

    mutating func show(_ lines: [PageLine], of id: Screen.ID, _ generation: Int) {
        guard var view = pages[id], view.generation == generation else { return }
        // A heading is no line to stand on where the page opens.
        if view.lines == nil, lines.first?.isHeading == true { view.state.selection = 1 }
        view.lines = lines
        view.state.select(view.state.selection, count: lines.count, height: Layout(size).height)
        pages[id] = view
    }

    /// Opens the list that the chosen line was counted from.
    mutating func openPageLine() -> [Effect] {
        guard let opens = page?.selected?.opens else {
            message = Message(Words.nothingBehind)
            return []
        }
        current = opens.list.screen
        list.field.replace(with: opens.query)
        list.state = ListState()
        return [narrow(opens.list)]
    }
}
