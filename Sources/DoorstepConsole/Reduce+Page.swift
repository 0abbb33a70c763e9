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
        return .makePage(id, topic: view.topic, generation: view.generation)
    }

    /// Chooses another period for reports.
    mutating func turnPeriod(_ change: (inout ReportPeriod) -> Void) -> [Effect] {
        guard var period = model?.period else { return [] }
        change(&period)
        model?.period = period
        message = Message(period.kind.phrase + Phrase(verbatim: "  ") + period.period(asOf: day).phrase)
        return current.page == nil ? [] : [makePage(current)]
    }

    mutating func show(_ lines: [PageLine], of id: Screen.ID, _ generation: Int) {
        guard var view = pages[id], view.generation == generation else { return }
        // A heading is no line to stand on where the page opens.
        if view.lines == nil, lines.first?.isHeading == true, view.state.selection == 0 { view.state.selection = 1 }
        // The pair of a plan that the cursor stands on is where it is now.
        let pair = view.selected?.about?.planPair ?? view.awaited
        view.awaited = lines.isEmpty ? pair : nil
        let position = pair.flatMap { pair in lines.firstIndex { $0.about?.planPair == pair } }
        view.lines = lines
        view.state.select(position ?? view.state.selection, count: lines.count, height: Layout(size).height)
        pages[id] = view
    }

    /// Opens the list that the chosen line was counted from.
    mutating func openPageLine() -> [Effect] {
        if let topic = page?.selected?.topic { return lookInside(topic) }
        guard let opens = page?.selected?.opens else {
            message = Message(Words.nothingBehind)
            return []
        }
        let origin = current
        current = opens.list.screen
        list.field.replace(with: opens.query)
        list.entries = opens.entries
        list.entries?.origin = origin
        list.state = ListState()
        return [narrow(opens.list)]
    }

    private mutating func lookInside(_ topic: String) -> [Effect] {
        var view = page ?? PageView()
        view.outside = view.state
        view.topic = topic
        view.state = ListState()
        view.lines = nil
        page = view
        return [makePage(current)]
    }

    /// Out of what was looked inside of; nil where nothing was.
    mutating func lookOutside() -> [Effect]? {
        guard var view = page, view.topic != nil else { return nil }
        view.topic = nil
        view.state = view.outside ?? ListState()
        view.outside = nil
        view.lines = nil
        page = view
        return [makePage(current)]
    }
}
