import DoorstepCore
import TerminalUI

/// Draws the state: the only thing that does.
public func render(_ state: ConsoleState) -> Frame {
    DisplayWidth.$current.withValue(state.width) { draw(state) }
}

private func draw(_ state: ConsoleState) -> Frame {
    var state = state
    state.model?.turned = state.turned
    state.model?.called = state.called
    state.model?.explained = state.planning.explained
    state.firstLines?.turned = state.turned
    var frame = Frame(size: state.size)
    guard state.size.columns >= Layout.smallest.columns, state.size.rows >= Layout.smallest.rows else {
        if !state.size.isEmpty {
            _ = frame.cells.write(Words.tooSmall(state.language), at: .zero, style: Theme.plain, limit: state.size.columns)
        }
        return frame
    }
    if let lock = state.lock {
        frame.cursor = LockScreen.draw(lock, state, &frame.cells)
        return frame
    }
    let layout = Layout(state.size)
    Chrome.drawTitle(state, layout, &frame.cells)
    Chrome.drawMessage(state, layout, &frame.cells)
    Chrome.drawHints(state, layout, &frame.cells)
    for row in 0..<layout.divider.rows {
        _ = frame.cells.write(String(state.settings.borders.set.vertical), at: Point(column: layout.divider.minColumn, row: layout.divider.minRow + row), style: Theme.muted)
    }
    frame.cursor =
        if state.matches != nil {
            MatchesPane.draw(state, layout, &frame.cells)
        } else if let page = state.current.page {
            PagePane.draw(page, state, layout, &frame.cells)
        } else {
            ListPane.draw(state, layout, &frame.cells)
        }
    switch state.overlay {
    case .help(let view)?: frame.cursor = HelpOverlay.draw(view, state, &frame.cells)
    case .command(let prompt)?: frame.cursor = CommandOverlay.draw(prompt, state, layout, &frame.cells)
    case .step(let form)?: frame.cursor = StepOverlay.draw(form, state, &frame.cells)
    case .record(let form)?: frame.cursor = RecordOverlay.draw(form, state, &frame.cells)
    case .export(let prompt)?: frame.cursor = ExportOverlay.draw(prompt, state, layout, &frame.cells)
    case .counterpart(let search)?: frame.cursor = CounterpartOverlay.draw(search, state, &frame.cells)
    case .findings(let view)?: frame.cursor = FindingsOverlay.draw(view, state, &frame.cells)
    case .why(let view)?: frame.cursor = WhyOverlay.draw(view, state, &frame.cells)
    case .reveal(let prompt)?: frame.cursor = RevealOverlay.draw(prompt, state, &frame.cells)
    case .saveSearch(let prompt)?: frame.cursor = SearchPromptOverlay.draw(prompt, state, &frame.cells)
    case .searches(let view)?: frame.cursor = SearchesOverlay.draw(view, state, &frame.cells)
    case .service(let form)?: frame.cursor = ServiceOverlay.draw(form, state, &frame.cells)
    case .planRefusal(let form)?: frame.cursor = PlanRefusalOverlay.draw(form, state, &frame.cells)
    case .planSettings(let form)?: frame.cursor = PlanSettingsOverlay.draw(form, state, &frame.cells)
    case .doubles(let view)?: frame.cursor = DoublesOverlay.draw(view, state, &frame.cells)
    case .importing(let view)?: frame.cursor = ImportScreen.draw(view, state, layout, &frame.cells)
    case nil: break
    }
    Chrome.drawTour(state, layout, &frame.cells)
    return frame
}
