import DoorstepCore
import TerminalUI

/// Records that may be one and the same, as they are listened to.
extension Spoken {
    mutating func addDoubles(_ view: DoublesView, _ state: ConsoleState) {
        add(.title, view.title)
        if let merging = view.merging, let model = state.model {
            if merging.isSaving { add(.progress, Words.saving) }
            if merging.isAsked {
                add(.about, DoublesWords.ask(merging))
                return
            }
            add(.about, view.said(merging, model))
            guard let merge = try? merging.merge(view.kind, model) else { return }
            let lines = MergeLine.all(merge, model, state.language)
            guard lines.indices.contains(merging.state.selection) else { return }
            let line = lines[merging.state.selection]
            add(.line, .position(merging.state.selection, of: lines.count) + line.said, identity: line.id)
            return
        }
        if let pair = view.pair {
            add(.line, .position(view.state.selection, of: view.pairs?.count ?? 0) + view.said(pair, state.model), identity: "\(pair.first.text) \(pair.second.text)")
        } else {
            add(.line, view.pairs == nil ? DoublesWords.searching : DoublesWords.none)
        }
    }
}

extension DoublesView {
    func said(_ pair: DoublePair, _ model: StationModel?) -> Phrase {
        .clauses([Phrase(verbatim: name(pair.first, model)), Phrase(verbatim: name(pair.second, model)), pair.reason.phrase])
    }

    func said(_ merging: Merging, _ model: StationModel) -> Phrase {
        .clauses([Phrase(verbatim: name(merging.kept, model)) + DoublesWords.stays, Phrase(verbatim: name(merging.other, model)), merging.reason.phrase])
    }

    /// All of what is looked at.
    func told(_ state: ConsoleState) -> [Phrase] {
        guard let model = state.model else { return [] }
        guard let merging else { return [title] + (pairs ?? []).map { said($0, model) } }
        guard let merge = try? merging.merge(kind, model) else { return [title] }
        return [title, said(merging, model)] + MergeLine.all(merge, model, state.language).map(\.said)
    }
}
