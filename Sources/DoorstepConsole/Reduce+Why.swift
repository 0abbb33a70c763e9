import DoorstepCore
import TerminalUI

/// 不符原因: any person with any job.
extension ConsoleState {
    /// Shows why the chosen pair does or does not fit; from a list, where
    /// one side is known, asks for the other first.
    mutating func openWhy() -> [Effect] {
        guard model != nil else {
            message = Message(Words.opening)
            return []
        }
        if let view = matches {
            guard let match = panel.ranking?.line(view.state.selection) else {
                message = Message(Words.nothingChosen)
                return []
            }
            overlay = .why(WhyView(job: match.job, person: match.person))
            return []
        }
        if current == .plan { return openPlanLine() }
        guard let id = list.selected, let target = list.kind.target(id) else {
            message = Message(Words.nothingChosen)
            return []
        }
        return [findCounterparts(CounterpartSearch(target: target))]
    }

    /// Asks who or what could be the other side.
    mutating func findCounterparts(_ search: CounterpartSearch) -> Effect {
        var search = search
        search.isAsking = true
        counterpartGeneration += 1
        overlay = .counterpart(search)
        return .findCounterparts(of: search.target, query: search.field.text, generation: counterpartGeneration)
    }

    /// An answer is shown where its question still stands.
    mutating func showCounterparts(_ generation: Int, _ items: [RecordID]) {
        guard generation == counterpartGeneration, case .counterpart(var search)? = overlay else { return }
        search.items = items
        search.isAsking = false
        search.state.select(0, count: items.count, height: CounterpartOverlay.rows(size))
        if search.opensFirst, let first = items.first {
            search.opensFirst = false
            overlay = .why(WhyView(search, first))
        } else {
            search.opensFirst = false
            overlay = .counterpart(search)
        }
    }

    mutating func take(_ event: InputEvent, _ search: CounterpartSearch) -> [Effect] {
        var search = search
        let count = search.items?.count ?? 0
        let height = CounterpartOverlay.rows(size)
        let before = search.field.text
        search.opensFirst = false
        switch event {
        case .key(let stroke):
            switch stroke.key {
            case .escape:
                overlay = nil
                return []
            case .enter where search.isAsking: search.opensFirst = true
            case .enter:
                guard let chosen = search.selected else { return [] }
                overlay = .why(WhyView(search, chosen))
                return []
            case .up: search.state.move(by: -1, count: count, height: height)
            case .down: search.state.move(by: 1, count: count, height: height)
            case .pageUp: search.state.page(by: -1, count: count, height: height)
            case .pageDown: search.state.page(by: 1, count: count, height: height)
            default: _ = search.field.handle(event)
            }
        case .mouse(let mouse):
            let isOpened = search.state.follow(mouse, in: CounterpartOverlay.list(size), count: count)
            if isOpened, !search.isAsking, let chosen = search.selected {
                overlay = .why(WhyView(search, chosen))
                return []
            }
        default: _ = search.field.handle(event)
        }
        if search.field.text != before { return [findCounterparts(search)] }
        overlay = .counterpart(search)
        return []
    }

    mutating func take(_ event: InputEvent, _ view: WhyView) -> [Effect] {
        guard let model else { return [] }
        switch event {
        case .key(let stroke): return scroll(view, by: stroke, model)
        // An input method swallows letters: full-width ones mean the plain.
        case .text(let text):
            for stroke in KeyStroke.halfWidth(of: text) ?? [] {
                guard case .why(let view)? = overlay else { break }
                _ = scroll(view, by: stroke, model)
            }
        case .mouse(let mouse):
            switch mouse.kind {
            case .wheelUp: scroll(view, by: -3, model)
            case .wheelDown: scroll(view, by: 3, model)
            default: break
            }
        case .paste, .resize: break
        }
        return []
    }

    /// The keys that move in a list move the text.
    private mutating func scroll(_ view: WhyView, by stroke: KeyStroke, _ model: StationModel) -> [Effect] {
        if stroke.key == .escape {
            overlay = view.search.map { .counterpart($0) }
            return []
        }
        let page = max(1, WhyOverlay.height(view, model, size, language) - 1)
        switch settings.keys.find(stroke.halfWidth(), in: .matches)?.id {
        case .up: scroll(view, by: -1, model)
        case .down: scroll(view, by: 1, model)
        case .pageUp: scroll(view, by: -page, model)
        case .pageDown: scroll(view, by: page, model)
        case .first: scroll(view, by: -Self.farAway, model)
        case .last: scroll(view, by: Self.farAway, model)
        default: break
        }
        return []
    }

    /// More rows than any explanation has.
    private static let farAway = 1_000_000

    private mutating func scroll(_ view: WhyView, by rows: Int, _ model: StationModel) {
        var view = view
        let count = WhyOverlay.lines(view, model, size, language).count
        view.scroll(by: rows, count: count, height: WhyOverlay.height(view, model, size, language))
        overlay = .why(view)
    }
}
