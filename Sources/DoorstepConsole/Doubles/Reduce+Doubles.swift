import DoorstepCore
import TerminalUI

/// Records that may be one and the same: found beside the keyboard, looked at
/// side by side, made one where somebody says so.
extension ConsoleState {
    mutating func openDoubles() -> [Effect] {
        guard model != nil else {
            message = Message(Words.opening)
            return []
        }
        return findDoubles(DoublesView(current == .jobs ? .job : .person))
    }

    /// - Parameter view: which stays as it is until the answer is there.
    mutating func findDoubles(_ view: DoublesView) -> [Effect] {
        doublesGeneration += 1
        overlay = .doubles(view)
        return [.findDoubles(view.kind, generation: doublesGeneration)]
    }

    mutating func show(_ pairs: [DoublePair], _ generation: Int) {
        guard generation == doublesGeneration, case .doubles(var view)? = overlay else { return }
        view.pairs = pairs
        view.state.clamp(count: pairs.count, height: DoublesOverlay.rows(size))
        overlay = .doubles(view)
    }

    mutating func take(_ event: InputEvent, _ view: DoublesView) -> [Effect] {
        var strokes: [KeyStroke] = []
        switch event {
        case .key(let stroke): strokes = [stroke.halfWidth()]
        case .text(let text): strokes = KeyStroke.halfWidth(of: text) ?? []
        case .mouse(let mouse): return follow(mouse, view)
        case .paste, .resize: break
        }
        var effects: [Effect] = []
        for stroke in strokes {
            guard case .doubles(let view)? = overlay else { break }
            message = nil
            effects += view.merging.map { press(stroke, $0, view) } ?? press(stroke, view)
        }
        return effects
    }

    private mutating func keep(_ view: DoublesView) -> [Effect] {
        overlay = .doubles(view)
        return []
    }

    private mutating func follow(_ mouse: MouseEvent, _ view: DoublesView) -> [Effect] {
        var view = view
        if var merging = view.merging {
            guard !merging.isAsked, !merging.isSaving else { return keep(view) }
            let lines = lines(merging, view.kind)
            let isOpened = merging.state.follow(mouse, in: DoublesOverlay.list(size), count: lines.count)
            view.merging = merging
            return isOpened ? chooseNext(merging, lines, view) : keep(view)
        }
        let isOpened = view.state.follow(mouse, in: DoublesOverlay.list(size), count: view.pairs?.count ?? 0)
        return isOpened ? open(view) : keep(view)
    }

    // MARK: - Pairs

    private mutating func press(_ stroke: KeyStroke, _ view: DoublesView) -> [Effect] {
        var view = view
        switch stroke.key {
        case .escape:
            // Whatever is still being found is no longer wanted.
            doublesGeneration += 1
            overlay = nil
            return []
        case .enter: return open(view)
        case .tab, .backTab:
            let kinds = DoublesView.kinds
            let position = kinds.firstIndex(of: view.kind) ?? 0
            return findDoubles(DoublesView(kinds[(position + (stroke.key == .tab ? 1 : kinds.count - 1)) % kinds.count]))
        default: break
        }
        let command = settings.keys.find(stroke, in: .matches)?.id
        if command == .undo { return takeBack() }
        if command == .redo { return makeAgain() }
        view.state.move(command, count: view.pairs?.count ?? 0, height: DoublesOverlay.rows(size))
        return keep(view)
    }

    private mutating func open(_ view: DoublesView) -> [Effect] {
        var view = view
        guard let pair = view.pair, let model else { return keep(view) }
        let merging = DoublesView.Merging(kept: pair.first, other: pair.second, reason: pair.reason)
        do throws(MergeRefusal) {
            _ = try merging.merge(view.kind, model)
            view.merging = merging
        } catch {
            message = Message(error.message, .error)
        }
        return keep(view)
    }

    // MARK: - Side by side

    private func lines(_ merging: DoublesView.Merging, _ kind: RecordID.Kind) -> [MergeLine] {
        guard let model, let merge = try? merging.merge(kind, model) else { return [] }
        return MergeLine.all(merge, model, language)
    }

    private mutating func press(_ stroke: KeyStroke, _ merging: DoublesView.Merging, _ view: DoublesView) -> [Effect] {
        var (view, merging) = (view, merging)
        guard !merging.isSaving else { return keep(view) }
        if merging.isAsked {
            merging.isAsked = false
            view.merging = merging
            return InputEvent.key(stroke).confirms == true ? save(merging, view) : keep(view)
        }
        let lines = lines(merging, view.kind)
        switch stroke.key {
        case .escape:
            view.merging = nil
            return keep(view)
        case .enter, .character(" "): return chooseNext(merging, lines, view)
        case .tab, .backTab:
            (merging.kept, merging.other) = (merging.other, merging.kept)
            merging.choices = [:]
        case .character("m"): merging.isAsked = true
        default: merging.state.move(settings.keys.find(stroke, in: .matches)?.id, count: lines.count, height: DoublesOverlay.rows(size))
        }
        view.merging = merging
        return keep(view)
    }

    /// The next choice of the column under the cursor.
    private mutating func chooseNext(_ merging: DoublesView.Merging, _ lines: [MergeLine], _ view: DoublesView) -> [Effect] {
        var (view, merging) = (view, merging)
        guard lines.indices.contains(merging.state.selection), let model, var merge = try? merging.merge(view.kind, model) else { return keep(view) }
        let id = lines[merging.state.selection].id
        merge.chooseNext(for: id)
        merging.choices[id] = merge.columns.first { $0.id == id }?.choice
        view.merging = merging
        return keep(view)
    }

    private mutating func save(_ merging: DoublesView.Merging, _ view: DoublesView) -> [Effect] {
        var (view, merging) = (view, merging)
        guard let model else { return keep(view) }
        do throws(MergeRefusal) {
            let merge = try merging.merge(view.kind, model)
            let edit = try merge.edit()
            merging.isSaving = true
            view.merging = merging
            overlay = .doubles(view)
            return [.saveMerge(RecordsMerge(edit: edit, kept: merging.kept, other: merging.other, name: merge.kept.name), .made)]
        } catch {
            message = Message(error.message, .error)
            return keep(view)
        }
    }

    // MARK: - Answers

    /// A merge is on disk, or that it was taken back, or made again.
    mutating func acknowledge(_ merge: RecordsMerge, _ purpose: EditPurpose, _ sequence: Int) -> [Effect] {
        isHalted = false
        switch purpose {
        case .made:
            // Locked meanwhile, the console keeps nothing of anybody.
            if model != nil { history.add(merge, sequence) }
            message = Message(DoublesWords.merged + merge.phrase + DoublesWords.takesBack, .good)
        case .tookBack:
            history.isWaiting = false
            history.tookBack()
            message = Message(Words.tookBack + merge.phrase, .good)
        case .madeAgain:
            history.isWaiting = false
            history.madeAgain(sequence)
            message = Message(Words.madeAgain + merge.phrase, .good)
        }
        if case .tookBack = purpose { model?.take(merge.edit.before) } else { model?.take(merge.edit.after) }
        advance(to: sequence)
        guard case .doubles(var view)? = overlay, model != nil else { return refresh() }
        view.merging = nil
        return refresh() + findDoubles(view)
    }

    mutating func refuseMerge(_ reason: Phrase) {
        history.isWaiting = false
        message = Message(reason, .error)
        guard case .doubles(var view)? = overlay else { return }
        view.merging?.isSaving = false
        overlay = .doubles(view)
    }
}

extension ListState {
    /// Where a command moves the cursor, if it does.
    fileprivate mutating func move(_ command: Command.ID?, count: Int, height: Int) {
        switch command {
        case .up: move(by: -1, count: count, height: height)
        case .down: move(by: 1, count: count, height: height)
        case .pageUp: page(by: -1, count: count, height: height)
        case .pageDown: page(by: 1, count: count, height: height)
        case .first: home(count: count, height: height)
        case .last: end(count: count, height: height)
        default: break
        }
    }
}
