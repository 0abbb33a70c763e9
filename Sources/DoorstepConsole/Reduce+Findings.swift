import DoorstepCore
import TerminalUI

/// What is worked out over a whole list, with its progress; Esc stops it.
extension ConsoleState {
    /// Asks what one change of the chosen record's would bring.
    mutating func openRelax() -> [Effect] {
        let target = matches?.target ?? list.selected.flatMap { list.kind.target($0) }
        guard let target else {
            message = Message(Words.nothingChosen)
            return []
        }
        return ask(.relax(target))
    }

    mutating func openTraining() -> [Effect] { ask(.training) }

    mutating func ask(_ question: FindingsQuestion) -> [Effect] {
        guard model != nil else {
            message = Message(Words.opening)
            return []
        }
        findingsGeneration += 1
        overlay = .findings(FindingsView(question))
        return [.find(question, generation: findingsGeneration)]
    }

    /// What is being found, or was, has to be found under other settings.
    mutating func findAgain() -> [Effect] {
        guard case .findings(let view)? = overlay else { return [] }
        return ask(view.question)
    }

    /// An answer is shown where its question still stands.
    mutating func show(_ lines: [FindingLine], _ generation: Int) {
        guard generation == findingsGeneration, case .findings(var view)? = overlay else { return }
        view.lines = lines
        view.state.select(0, count: lines.count, height: FindingsOverlay.rows(size))
        overlay = .findings(view)
    }

    mutating func show(progress: Int, _ generation: Int) {
        guard generation == findingsGeneration, case .findings(var view)? = overlay, view.lines == nil else { return }
        view.progress = progress
        overlay = .findings(view)
    }

    mutating func take(_ event: InputEvent, _ view: FindingsView) -> [Effect] {
        var view = view
        let count = view.lines?.count ?? 0
        let height = FindingsOverlay.rows(size)
        var strokes: [KeyStroke] = []
        switch event {
        case .key(let stroke): strokes = [stroke.halfWidth()]
        case .text(let text): strokes = KeyStroke.halfWidth(of: text) ?? []
        case .mouse(let mouse):
            if view.state.follow(mouse, in: FindingsOverlay.list(size), count: count) { strokes = [KeyStroke(.enter)] }
        case .paste, .resize: break
        }
        for stroke in strokes {
            if stroke.key == .escape || stroke.key == .enter {
                // Whatever is still being worked out is no longer wanted.
                findingsGeneration += 1
                overlay = nil
                return [.stopFinding(generation: findingsGeneration)]
            }
            switch settings.keys.find(stroke, in: .matches)?.id {
            case .up: view.state.move(by: -1, count: count, height: height)
            case .down: view.state.move(by: 1, count: count, height: height)
            case .pageUp: view.state.page(by: -1, count: count, height: height)
            case .pageDown: view.state.page(by: 1, count: count, height: height)
            case .first: view.state.home(count: count, height: height)
            case .last: view.state.end(count: count, height: height)
            default: break
            }
        }
        overlay = .findings(view)
        return []
    }
}
