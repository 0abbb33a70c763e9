import DoorstepCore
import TerminalUI

/// Pages: a line with its numbers, each under the name that stands over it.
extension Spoken {
    mutating func addPage(_ page: Page, _ state: ConsoleState) {
        add(.title, page.title)
        addNumbers(state)
        let view = state.page ?? PageView()
        guard let lines = view.lines else {
            add(.progress, state.model == nil ? Words.opening : Words.working)
            return
        }
        add(.line, view.selected?.said(view.state.selection, lines, state.shown) ?? page.emptyText)
    }
}

extension PageLine {
    /// - Parameters:
    ///   - index: where it stands.
    ///   - lines: of the page.
    ///   - model: of the records that it is about, for whoever listens.
    func said(_ index: Int, _ lines: [PageLine], _ model: StationModel?) -> Phrase {
        if case .plan(let entry)? = about, let model { return .position(index, of: lines.count) + .clauses(entry.said(model)) }
        let names = isHeading ? [] : lines.prefix(index).last { $0.isHeading }?.values ?? []
        let numbers = values.enumerated().filter { !$1.chinese.isEmpty }.map { number, value in
            names.indices.contains(number) ? names[number] + Phrase(verbatim: " ") + value : value
        }
        return .position(index, of: lines.count) + .clauses([title(model)] + numbers)
    }
}

extension PageLine.Chart {
    /// The numbers of which it is a picture.
    var said: Phrase {
        .labelled(Phrase("\(first) 至 \(last)", "\(first) to \(last)"), .list(values.map { Phrase(verbatim: String($0)) }))
    }
}
