import DoorstepCore
import TerminalUI

/// Reading a sheet in: the file, its columns, the counts, and yes.
extension ConsoleState {
    mutating func openImport() -> [Effect] {
        guard model != nil else {
            message = Message(Words.opening)
            return []
        }
        var view = ImportView()
        // The same file once more is as it was left.
        view.request = lastIntake
        message = nil
        return listFolder(nil, view)
    }

    mutating func take(_ event: InputEvent, _ view: ImportView) -> [Effect] {
        message = nil
        if let storing = view.storing { return take(event, view, storing: storing) }
        if let question = view.question { return answer(event, question, view) }
        if view.rejects != nil { return takeRejects(event, view) }
        switch view.stage {
        case .file: return takeInFiles(event, view)
        case .sheet: return view.meanings == nil ? takeInSheet(event, view) : takeInMeanings(event, view)
        }
    }

    /// Shows the view as it was changed.
    mutating func keep(_ view: ImportView) -> [Effect] {
        overlay = .importing(view)
        return []
    }

    /// Leaves it. What was said of the sheet is there again where the same
    /// file is opened once more.
    private mutating func closeImport(_ view: ImportView) -> [Effect] {
        lastIntake = view.request
        overlay = nil
        intakeGeneration += 1
        return [.endIntake(generation: intakeGeneration)]
    }

    // MARK: - The file

    /// - Parameter path: nil for the folder that was read from last.
    mutating func listFolder(_ path: String?, _ view: ImportView) -> [Effect] {
        var view = view
        view.browser.asked = path
        intakeGeneration += 1
        overlay = .importing(view)
        return [.listFolder(path, generation: intakeGeneration)]
    }

    private mutating func takeInFiles(_ event: InputEvent, _ view: ImportView) -> [Effect] {
        var view = view
        let lines = view.browser.lines(recentSheets, model)
        let height = ImportScreen.fileRows(size)
        switch event {
        case .key(let stroke):
            switch stroke.key {
            case .escape:
                guard !view.browser.field.isEmpty else { return closeImport(view) }
                view.browser.field.replace(with: "")
                return narrowFiles(view)
            case .enter: return open(lines, view)
            case .up: view.browser.state.move(by: -1, count: lines.count, height: height)
            case .down: view.browser.state.move(by: 1, count: lines.count, height: height)
            case .pageUp: view.browser.state.page(by: -1, count: lines.count, height: height)
            case .pageDown: view.browser.state.page(by: 1, count: lines.count, height: height)
            case .backspace where view.browser.field.isEmpty: return goUp(view)
            default: return typeFile(event, view)
            }
        case .mouse(let mouse):
            if view.browser.state.follow(mouse, in: ImportScreen.files(size), count: lines.count) { return open(lines, view) }
        default: return typeFile(event, view)
        }
        return keep(view)
    }

    private mutating func typeFile(_ event: InputEvent, _ view: ImportView) -> [Effect] {
        var view = view
        let before = view.browser.field.text
        _ = view.browser.field.handle(event)
        return view.browser.field.text == before ? keep(view) : narrowFiles(view)
    }

    /// What is typed changed: another folder where it names one.
    private mutating func narrowFiles(_ view: ImportView) -> [Effect] {
        var view = view
        view.browser.state = ListState()
        view.browser.problem = nil
        let wanted = view.browser.typed?.folder ?? view.browser.folder
        guard let wanted, wanted != (view.browser.asked ?? view.browser.listing?.path) else { return keep(view) }
        return listFolder(wanted, view)
    }

    private mutating func goUp(_ view: ImportView) -> [Effect] {
        var view = view
        guard let folder = view.browser.folder, folder != "/" else { return keep(view) }
        view.browser.awaited = FolderPath.name(of: folder)
        view.browser.folder = FolderPath.parent(of: folder)
        return listFolder(view.browser.folder, view)
    }

    private mutating func open(_ lines: [FileBrowser.Line], _ view: ImportView) -> [Effect] {
        var view = view
        guard lines.indices.contains(view.browser.state.selection) else {
            // Whatever it is called: what is in it tells whether it is a sheet.
            guard let typed = view.browser.typed, !typed.name.isEmpty else { return keep(view) }
            return look(at: FolderPath.joined(typed.folder, typed.name), view)
        }
        let line = lines[view.browser.state.selection]
        guard line.entry.isFolder else { return look(at: line.path, view) }
        view.browser.field.replace(with: "")
        view.browser.state = ListState()
        view.browser.folder = line.path
        return listFolder(line.path, view)
    }

    private mutating func look(at path: String, _ view: ImportView) -> [Effect] {
        var view = view
        view.stage = .sheet
        view.tab = .columns
        view.states = [:]
        if view.request?.path != path { view.request = IntakeRequest(path: path) }
        return lookAgain(view)
    }

    /// Asks how the sheet is understood and what would come of it; what was
    /// being worked out is no longer wanted.
    mutating func lookAgain(_ view: ImportView, keepsSheet: Bool = false) -> [Effect] {
        var view = view
        guard view.request != nil else { return keep(view) }
        if !keepsSheet { view.sheet = nil }
        view.report = nil
        view.problem = nil
        view.isStopped = false
        view.isDeciding = false
        view.isSavingAwaited = false
        if view.tab == .doubles { view.tab = .columns }
        if view.decisions != DoubleDecisions() {
            // They were made about rows as these were read.
            view.request?.decisions = DoubleDecisions()
            message = Message(ImportWords.decisionsDropped)
        }
        view.progress = ImportView.Progress()
        intakeGeneration += 1
        overlay = .importing(view)
        return view.request.map { [.lookAtSheet($0, generation: intakeGeneration)] } ?? []
    }

    // MARK: - What is in it

    private mutating func takeInSheet(_ event: InputEvent, _ view: ImportView) -> [Effect] {
        switch event {
        case .key(let stroke): return press(stroke.halfWidth(), view)
        // An input method hands letters over full-width.
        case .text(let text):
            var effects: [Effect] = []
            for stroke in KeyStroke.halfWidth(of: text) ?? [] {
                guard case .importing(let view)? = overlay, view.stage == .sheet, view.meanings == nil, view.question == nil, view.rejects == nil else { break }
                effects += press(stroke, view)
            }
            return effects
        case .mouse(let mouse):
            var view = view
            if view.state.follow(mouse, in: ImportScreen.sheetRows(size, view.tab), count: view.count) { return chooseMeaning(view) }
            return keep(view)
        case .paste, .resize: return []
        }
    }

    private mutating func press(_ stroke: KeyStroke, _ view: ImportView) -> [Effect] {
        var view = view
        view.isSavingAwaited = false
        if let effects = decide(stroke, view) { return effects }
        let height = ImportScreen.sheetRows(size, view.tab).rows
        switch (stroke.key, stroke.control) {
        case (.escape, _): return goBack(from: view)
        case (.enter, _): return chooseMeaning(view)
        case (.character("d"), false), (.delete, _): return give(.ignored, view)
        case (.tab, _): return changeKind(by: 1, view)
        case (.backTab, _): return changeKind(by: -1, view)
        case (.left, _): return turn(view, by: -1)
        case (.right, _): return turn(view, by: 1)
        case (.function(3), _), (.character("m"), false): return changeEncoding(view)
        case (.function(4), _), (.character("b"), false): return changeSheet(view)
        case (.character("s"), _): return askToSave(view)
        case (.character("x"), false): return askForRejects(view)
        case (.character("r"), false): return view.isStopped || view.problem != nil ? lookAgain(view) : keep(view)
        default: break
        }
        switch settings.keys.find(stroke, in: .matches)?.id {
        case .up: view.state.move(by: -1, count: view.count, height: height)
        case .down: view.state.move(by: 1, count: view.count, height: height)
        case .pageUp: view.state.page(by: -1, count: view.count, height: height)
        case .pageDown: view.state.page(by: 1, count: view.count, height: height)
        case .first: view.state.home(count: view.count, height: height)
        case .last: view.state.end(count: view.count, height: height)
        case .quit:
            guard view.isUnsaved else {
                isLeaving = true
                return []
            }
            view.question = .leave
        default: break
        }
        return keep(view)
    }

    /// One level: the trial that is running, the page, the file.
    private mutating func goBack(from view: ImportView) -> [Effect] {
        var view = view
        if view.progress != nil, view.sheet != nil {
            view.progress = nil
            view.isStopped = true
            intakeGeneration += 1
            overlay = .importing(view)
            return [.stopIntake(generation: intakeGeneration)]
        }
        if view.tab != .columns {
            view.tab = .columns
            return keep(view)
        }
        view.stage = .file
        view.sheet = nil
        view.report = nil
        view.progress = nil
        view.isStopped = false
        view.isDeciding = false
        view.problem = nil
        intakeGeneration += 1
        let stop = Effect.stopIntake(generation: intakeGeneration)
        guard let path = view.request?.path else { return [stop] + keep(view) }
        // The folder as it is by now, with the cursor on the file: what was
        // typed to find it would stand in the way of the next.
        view.browser.field.replace(with: "")
        view.browser.folder = FolderPath.parent(of: path)
        view.browser.awaited = FolderPath.name(of: path)
        return [stop] + listFolder(view.browser.folder, view)
    }

    private mutating func turn(_ view: ImportView, by step: Int) -> [Effect] {
        var view = view
        let tabs = view.tabs
        let known = tabs.firstIndex(of: view.tab) ?? 0
        view.tab = tabs[(known + step + tabs.count) % tabs.count]
        return keep(view)
    }

    // MARK: - Mending what was understood

    private mutating func chooseMeaning(_ view: ImportView) -> [Effect] {
        var view = view
        guard let column = view.column, let sheet = view.sheet else { return keep(view) }
        var choice = MeaningChoice(position: column.position)
        let lines = choice.lines(sheet, model)
        let known = lines.firstIndex { $0.meaning == column.meaning } ?? 0
        choice.state.select(known, count: lines.count, height: MeaningOverlay.list(size).rows)
        view.meanings = choice
        return keep(view)
    }

    private mutating func takeInMeanings(_ event: InputEvent, _ view: ImportView) -> [Effect] {
        var view = view
        guard var choice = view.meanings, let sheet = view.sheet else { return keep(view) }
        let lines = choice.lines(sheet, model)
        let height = MeaningOverlay.list(size).rows
        func type(_ event: InputEvent) {
            let before = choice.field.text
            _ = choice.field.handle(event)
            if choice.field.text != before { choice.state = ListState() }
        }
        func take() -> [Effect] {
            view.meanings = nil
            guard lines.indices.contains(choice.state.selection) else { return keep(view) }
            return give(lines[choice.state.selection].meaning, view)
        }
        switch event {
        case .key(let stroke):
            switch stroke.key {
            case .escape:
                view.meanings = nil
                return keep(view)
            case .enter: return take()
            case .up: choice.state.move(by: -1, count: lines.count, height: height)
            case .down: choice.state.move(by: 1, count: lines.count, height: height)
            case .pageUp: choice.state.page(by: -1, count: lines.count, height: height)
            case .pageDown: choice.state.page(by: 1, count: lines.count, height: height)
            default: type(event)
            }
        case .mouse(let mouse):
            if choice.state.follow(mouse, in: MeaningOverlay.list(size), count: lines.count) { return take() }
        default: type(event)
        }
        view.meanings = choice
        return keep(view)
    }

    /// Gives the chosen column a meaning, and tries the rows anew.
    private mutating func give(_ meaning: ColumnMeaning, _ view: ImportView) -> [Effect] {
        var view = view
        guard let column = view.column, column.meaning != meaning, var sheet = view.sheet else { return keep(view) }
        sheet.choose(meaning, at: column.position)
        view.sheet = sheet
        if let kind = view.sheet?.kind { view.request?.kind = kind }
        view.request?.choices.append(IntakeRequest.Choice(position: column.position, meaning: meaning))
        return lookAgain(view, keepsSheet: true)
    }

    private mutating func changeKind(by step: Int, _ view: ImportView) -> [Effect] {
        var view = view
        let kinds = SheetKind.allCases
        let known = (view.sheet?.kind ?? view.request?.kind).flatMap { kinds.firstIndex(of: $0) }
        view.request?.kind = kinds[known.map { ($0 + step + kinds.count) % kinds.count } ?? 0]
        view.request?.choices = []
        view.states = [:]
        return lookAgain(view)
    }

    private mutating func changeEncoding(_ view: ImportView) -> [Effect] {
        var view = view
        guard view.sheet?.sheets.isEmpty != false else {
            message = Message(ImportWords.workbookEncoding)
            return keep(view)
        }
        let names: [String?] = [nil, "UTF-8", "GB 18030", "UTF-16"]
        let known = names.firstIndex { $0 == view.request?.encoding } ?? 0
        view.request?.encoding = names[(known + 1) % names.count]
        view.request?.choices = []
        return lookAgain(view)
    }

    private mutating func changeSheet(_ view: ImportView) -> [Effect] {
        var view = view
        let sheets = view.sheet?.sheets ?? []
        guard sheets.count > 1 else {
            message = Message(ImportWords.oneSheet)
            return keep(view)
        }
        let known = view.sheet?.sheet.flatMap { sheets.firstIndex(of: $0) } ?? 0
        view.request?.sheet = sheets[(known + 1) % sheets.count]
        view.request?.kind = nil
        view.request?.choices = []
        view.states = [:]
        return lookAgain(view)
    }
}
