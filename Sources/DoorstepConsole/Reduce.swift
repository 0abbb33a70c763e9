import DoorstepCore
import TerminalUI

/// The one way in: an action changes the state and may ask for effects.
public func reduce(_ state: inout ConsoleState, _ action: Action) -> [Effect] {
    DisplayWidth.$current.withValue(state.width) {
        let effects = change(&state, action)
        state.maskWhatWasLeft()
        state.goOnWithTour()
        return effects + state.explainPlanLine()
    }
}

private func change(_ state: inout ConsoleState, _ action: Action) -> [Effect] {
    switch action {
    case .input(let event):
        state.backups.putOff()
        return state.take(event)
    case .begun(let first):
        return state.show(first)
    case .notOpened(let reason):
        state.endReading(reason)
        return []
    case .opened(let model):
        // Read before the console was locked: whoever unlocks it reads again.
        guard state.lock == nil || !state.hasPassphrases else { return [] }
        state.model = model
        state.forgetWaiting()
        state.indexGeneration += 1
        state.planning.work = nil
        return state.refresh() + state.resume() + state.beginPlan() + [.makeIndex(generation: state.indexGeneration)]
    case .indexed(let index, let generation):
        // One made under settings that no longer hold is left alone.
        guard generation == state.indexGeneration, index.matcher.settings == state.model?.settings.matching else { return [] }
        state.model?.take(index)
        return []
    case .searchable(let index, let generation):
        guard generation == state.indexGeneration else { return [] }
        state.model?.take(index)
        // What was typed meanwhile was looked for letter by letter.
        return ListKind.allCases.filter { state.lists[$0]?.field.isEmpty == false }.map { state.narrow($0) }
    case .narrowed(let kind, let generation, let found):
        return state.show(kind, generation, found)
    case .ranked(let generation, let ranking):
        state.show(ranking, generation)
        return []
    case .pageMade(let id, let generation, let lines):
        state.show(lines, of: id, generation)
        return []
    case .planMade(let sheet, let generation):
        return state.show(sheet, generation)
    case .planExplained(let subject, let reason, let generation):
        state.show(reason, for: subject, generation)
        return []
    case .planProgress(let done, let all, let generation):
        state.show(progress: done, of: all, ofPlan: generation)
        return []
    case .planRefused(let reason, let generation):
        state.refusePlan(reason, generation)
        return []
    case .foundCounterparts(let generation, let items):
        state.showCounterparts(generation, items)
        return []
    case .found(let lines, let generation):
        state.show(lines, generation)
        return []
    case .findingProgress(let progress, let generation):
        state.show(progress: progress, generation)
        return []
    case .stepSaved(let placement, let person, let sequence):
        return state.acknowledge(placement, person, sequence)
    case .stepRefused(let reason):
        if case .step(var form)? = state.overlay {
            form.error = reason
            form.isSaving = false
            state.overlay = .step(form)
        } else if !state.refuseService(reason) {
            state.message = Message(reason, .error)
        }
        return []
    case .serviceSaved(let service, let purpose, let sequence):
        return state.acknowledge(service, purpose, sequence)
    case .serviceRefused(let reason, let purpose):
        state.refuseService(reason, purpose)
        return []
    case .stepsSaved(let saved, let refused, .made):
        return state.acknowledge(saved, refused)
    case .stepsSaved(let saved, let refused, let purpose):
        return state.acknowledge(saved, refused, tookBack: purpose == .tookBack)
    case .recordSaved(let edit, let purpose, let sequence):
        return state.acknowledge(edit, purpose, sequence)
    case .recordRefused(let reason):
        state.refuseRecord(reason)
        return []
    case .exported(let path, let rows):
        if case .export? = state.overlay { state.overlay = nil }
        state.isHalted = false
        state.message = Message(Words.exported(path, rows), .good)
        return []
    case .letterWritten(let path):
        state.acknowledgeLetter(path)
        return []
    case .exportRefused(let reason):
        state.endExport()
        state.message = Message(reason, .error)
        return []
    case .exportWouldReplace:
        if case .export(var prompt)? = state.overlay {
            prompt.isReplacing = true
            prompt.isWriting = false
            state.overlay = .export(prompt)
            state.message = Message(Words.fileExists, .error)
        }
        return []
    case .tick(let second):
        return state.take(second: second)
    case .caseworkers(let names, let isLocked):
        state.take(caseworkers: names, isLocked: isLocked)
        return []
    case .unlocked(let name):
        return state.unlocked(as: name)
    case .unlockRefused(let refusal):
        state.show(refusal)
        return []
    case .revealed(let person, let sequence):
        state.reveal(person, sequence)
        return []
    case .revealRefused(let reason):
        state.refuseReveal(reason)
        return []
    case .caughtUp(let changes, let settings, let searches, let sequence):
        return state.catchUp(changes, settings, searches, sequence)
    case .searchSaved(let search, let all, let sequence):
        state.acknowledge(search, all, sequence)
        return []
    case .searchRemoved(let search, let all, let sequence):
        state.acknowledgeRemoved(search, all, sequence)
        return []
    case .searchTaken(let search):
        state.askToReplace(search)
        return []
    case .searchRefused(let reason):
        state.refuseSearch(reason)
        return []
    case .failed(let reason):
        state.message = Message(reason, .error)
        return []
    case .rested:
        return state.rest()
    case .backedUp(let path):
        state.endBackup(path)
        return []
    case .backupFailed(let reason):
        state.endBackup(failed: reason)
        return []
    case .folderListed(let listing, let generation):
        return state.show(listing, generation)
    case .folderRefused(let reason, let generation):
        state.refuseFolder(reason, generation)
        return []
    case .intake(let news, let generation):
        return state.take(news, generation)
    case .importStored(let stored, let changes, let madeAgain):
        return state.acknowledge(stored, changes, madeAgain: madeAgain)
    case .importTakenBack(let taken, let changes):
        return state.acknowledge(taken, changes)
    case .importMoved(let rows, let rowsASecond):
        state.history.reversal?.progress = ImportView.Progress(rows: rows, rowsASecond: rowsASecond)
        return []
    case .importRefused(let reason):
        state.refuseRecord(reason)
        return []
    case .foundDoubles(let pairs, let generation):
        state.show(pairs, generation)
        return []
    case .mergeSaved(let merge, let purpose, let sequence):
        return state.acknowledge(merge, purpose, sequence)
    case .mergeRefused(let reason):
        state.refuseMerge(reason)
        return []
    case .noteEdited(let outcome, let second):
        state.take(outcome, second: second)
        return []
    case .halted(let reason):
        // Said once; the first row goes on saying it.
        if !state.isHalted, state.overlay == nil { state.message = Message(reason, .error) }
        state.isHalted = true
        return []
    }
}

extension ConsoleState {
    /// Takes in what other programs changed.
    fileprivate mutating func catchUp(
        _ changes: [RecordChange], _ settings: StationSettings?, _ searches: [SearchReading]?, _ sequence: Int
    ) -> [Effect] {
        // An answer that its own saving has overtaken has nothing new.
        guard let known = model, sequence > known.sequence else { return [] }
        model?.sequence = sequence
        model?.take(changes)
        if let searches, searches != known.searches {
            takeIn(searches)
            message = Message(Words.changedElsewhere)
        }
        guard let settings, !settings.givesSameLists(as: known.settings) else {
            if let settings { model?.take(settings) }
            guard !changes.isEmpty else { return [] }
            message = Message(Words.changedElsewhere)
            return refresh()
        }
        let isMatchingChanged = settings.matching != known.settings.matching
        model?.take(settings)
        message = Message(Words.settingsChangedElsewhere)
        return refresh() + findAgain() + (isMatchingChanged ? [.makeMatchIndex(generation: indexGeneration)] : [])
    }

    /// The register has taken a change of its own in.
    mutating func advance(to sequence: Int) {
        // A gap means that another program came in between: what it changed
        // is taken in at the next look, from where this register stands.
        if let known = model?.sequence, sequence == known + 1 { model?.sequence = sequence }
    }

    /// Asks all that is shown anew: the register changed.
    mutating func refresh() -> [Effect] {
        var effects = ListKind.allCases.map { narrow($0) }
        if let target = panel.target { effects.append(rank(target)) }
        // How much is due stands on every screen.
        effects += Set([.followUps, current]).filter { $0.page != nil }.sorted { $0.rawValue < $1.rawValue }.map { makePage($0) }
        return effects
    }

    /// Asks which records fit the list's query.
    mutating func narrow(_ kind: ListKind) -> Effect {
        var list = lists[kind] ?? ListView(kind)
        list.generation += 1
        lists[kind] = list
        return .narrow(kind, query: ListQuery(list.field.text, among: list.entries?.ids, isOfAll: list.isOfEveryone), sort: list.sort, generation: list.generation)
    }

    /// Asks for the matches of a record.
    mutating func rank(_ target: MatchTarget) -> Effect {
        if panel.target != target { panel.ranking = nil }
        panel.target = target
        panel.generation += 1
        return .rank(target, generation: panel.generation)
    }

    /// The matches of the line under the cursor, where they are not there
    /// already.
    mutating func followCursor() -> [Effect] {
        guard let id = list.selected, let target = list.kind.target(id) else {
            panel.target = nil
            panel.ranking = nil
            panel.generation += 1
            return []
        }
        return target == panel.target ? [] : [rank(target)]
    }

    fileprivate mutating func show(_ kind: ListKind, _ generation: Int, _ found: Narrowing.Found) -> [Effect] {
        guard var list = lists[kind], list.generation == generation else { return [] }
        // Among the first lines nobody went from the one that is awaited.
        let chosen = list.firstLines != nil && list.awaited != nil ? list.awaited : list.selected
        let items = found.items
        list.items = items
        list.answered = generation
        list.firstLines = nil
        list.total = found.total
        list.hits = found.hits
        list.problem = found.problem
        if let problem = found.problem, kind.screen == current { message = Message(problem, .error) }
        let height = Layout(size).height
        // The line stays chosen while it is there; typing starts at the top.
        let position = (list.isTyping ? nil : chosen).flatMap { items.firstIndex(of: $0) } ?? list.awaited.flatMap { items.firstIndex(of: $0) }
        list.awaited = nil
        list.state.select(position ?? (list.isTyping ? 0 : list.state.selection), count: items.count, height: height)
        lists[kind] = list
        return kind.screen == current && matches == nil ? followCursor() : []
    }

    /// The chosen pair stays chosen, wherever it stands now.
    fileprivate mutating func show(_ ranking: Ranking, _ generation: Int) {
        guard generation == panel.generation else { return }
        if var view = matches {
            let height = Layout(size).height
            let chosen = panel.ranking?.line(view.state.selection).map { MatchesView.Pair(job: $0.job, person: $0.person) } ?? view.awaited
            view.awaited = nil
            let position = chosen.flatMap { chosen in
                (0..<ranking.lineCount).first { ranking.line($0)?.job == chosen.job && ranking.line($0)?.person == chosen.person }
            }
            view.state.select(position ?? view.state.selection, count: ranking.lineCount, height: height)
            matches = view
        }
        panel.ranking = ranking
    }

    fileprivate mutating func endExport() {
        guard case .export(var prompt)? = overlay else { return }
        prompt.isWriting = false
        overlay = .export(prompt)
    }

    fileprivate mutating func acknowledge(_ placement: Placement, _ person: Person?, _ sequence: Int) -> [Effect] {
        model?.take([.placement(placement)] + (person.map { [.person($0)] } ?? []))
        advance(to: sequence)
        overlay = nil
        isHalted = false
        let step = RecordedStep(placement)
        // Locked meanwhile, the console keeps nothing of anybody.
        if model != nil { history.add([step]) }
        message = Message(Words.saved + told(step), .good)
        return refresh() + planFollows([placement])
    }
}

extension Ranking {
    /// Lines on the screen of matches: matches, then near misses.
    var lineCount: Int { matches.count + nearMisses.count }

    func line(_ index: Int) -> Match? {
        if matches.indices.contains(index) { return matches[index] }
        let other = index - matches.count
        return nearMisses.indices.contains(other) ? nearMisses[other] : nil
    }
}
