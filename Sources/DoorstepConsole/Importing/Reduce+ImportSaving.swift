import DoorstepCore
import TerminalUI

/// Saving what was read, and what came of it.
extension ConsoleState {
    mutating func askToSave(_ view: ImportView) -> [Effect] {
        var view = view
        guard let report = view.report else {
            let missing = view.sheet?.missing ?? []
            let waits = view.isStopped ? ImportWords.stopped : ImportWords.stillChecking
            message = missing.isEmpty ? Message(view.problem ?? waits) : Message(ImportWords.lacks(missing.map(\.title)), .error)
            return keep(view)
        }
        guard !view.isDeciding else {
            view.isSavingAwaited = true
            return keep(view)
        }
        guard !report.counts.changesNothing else {
            message = Message(ImportWords.nothingToStore)
            return keep(view)
        }
        view.question = .save
        return keep(view)
    }

    mutating func answer(_ event: InputEvent, _ question: ImportView.Question, _ view: ImportView) -> [Effect] {
        var view = view
        guard let isConfirmed = event.confirms else { return keep(view) }
        view.question = nil
        guard isConfirmed, let request = view.request else { return keep(view) }
        switch question {
        case .leave:
            isLeaving = true
            return []
        case .save:
            view.storing = ImportView.Progress()
            intakeGeneration += 1
            overlay = .importing(view)
            return [.storeIntake(request, generation: intakeGeneration)]
        }
    }

    /// While it is being stored, Esc stops it; all else waits.
    mutating func take(_ event: InputEvent, _ view: ImportView, storing: ImportView.Progress) -> [Effect] {
        guard case .key(let stroke) = event, stroke.key == .escape, !view.isStopping else { return keep(view) }
        var view = view
        view.isStopping = true
        overlay = .importing(view)
        return [.stopStoring]
    }

    // MARK: - Rows that were refused

    mutating func askForRejects(_ view: ImportView) -> [Effect] {
        var view = view
        guard let report = view.report, let request = view.request, report.counts.refused > 0 else {
            message = Message(view.report == nil ? ImportWords.stillChecking : ImportWords.nothingRefused)
            return keep(view)
        }
        let name = request.fileName.split(separator: ".").dropLast().joined(separator: ".")
        let stem = name.isEmpty ? request.fileName : name
        let offered = FolderPath.joined(FolderPath.parent(of: request.path), "\(stem)-\(ImportWords.refusals(language)).csv")
        view.rejects = ImportView.RejectsPrompt(field: TextField(offered, maximumLength: 4096))
        return keep(view)
    }

    mutating func takeRejects(_ event: InputEvent, _ view: ImportView) -> [Effect] {
        var view = view
        guard var prompt = view.rejects, !prompt.isWriting else { return keep(view) }
        if case .key(let stroke) = event {
            switch stroke.key {
            case .escape:
                view.rejects = nil
                return keep(view)
            case .enter:
                let path = PlainText.trimmed(prompt.field.text)
                guard !path.isEmpty else { return keep(view) }
                prompt.isWriting = true
                view.rejects = prompt
                overlay = .importing(view)
                return [.writeRejects(path: path, replacing: prompt.isReplacing, generation: intakeGeneration)]
            default: break
            }
        }
        let before = prompt.field.text
        _ = prompt.field.handle(event)
        if prompt.field.text != before { prompt.isReplacing = false }
        view.rejects = prompt
        return keep(view)
    }

    // MARK: - Answers

    mutating func show(_ listing: FolderListing, _ generation: Int) -> [Effect] {
        guard generation == intakeGeneration, case .importing(var view)? = overlay, view.stage == .file else { return [] }
        view.browser.listing = listing
        view.browser.asked = nil
        view.browser.problem = nil
        view.browser.folder = view.browser.folder ?? listing.path
        let lines = view.browser.lines(recentSheets, model)
        let position = view.browser.awaited.flatMap { name in lines.firstIndex { !$0.isRecent && $0.entry.name == name } } ?? 0
        view.browser.awaited = nil
        view.browser.state.select(position, count: lines.count, height: ImportScreen.fileRows(size))
        return keep(view)
    }

    mutating func refuseFolder(_ reason: Phrase, _ generation: Int) {
        guard generation == intakeGeneration, case .importing(var view)? = overlay else { return }
        view.browser.asked = nil
        view.browser.problem = reason
        overlay = .importing(view)
    }

    mutating func take(_ news: IntakeNews, _ generation: Int) -> [Effect] {
        guard generation == intakeGeneration, case .importing(var view)? = overlay else { return [] }
        let columnRows = ImportScreen.sheetRows(size, .columns).rows
        switch news {
        case .understood(let sheet):
            view.sheet = sheet
            view.request?.kind = sheet.kind
            view.states[.columns, default: ListState()].clamp(count: sheet.columns.count, height: columnRows)
            if !sheet.missing.isEmpty { view.progress = nil }
        case .progress(let rows, let rowsASecond):
            if view.storing == nil {
                view.progress = ImportView.Progress(rows: rows, rowsASecond: rowsASecond)
            } else {
                view.storing = ImportView.Progress(rows: rows, rowsASecond: rowsASecond)
            }
        case .tried(let report):
            view.progress = nil
            view.show(report, size)
            if view.isSavingAwaited {
                view.isSavingAwaited = false
                return askToSave(view)
            }
        case .refused(let reason):
            view.progress = nil
            view.problem = reason
        case .recounted(let sheet, let report, let reason):
            view.endStoring()
            view.sheet = sheet
            view.show(report, size)
            view.question = report.counts.changesNothing ? nil : .save
            message = Message(reason, .error)
        case .stopped:
            view.endStoring()
            message = Message(ImportWords.notStored)
        case .notStored(let reason):
            view.endStoring()
            message = Message(reason, .error)
        case .rejectsWritten(let path, let rows):
            view.rejects = nil
            message = Message(ImportWords.wroteRejects(path, rows), .good)
        case .rejectsRefused(let reason):
            view.rejects?.isWriting = false
            message = Message(reason, .error)
        case .rejectsWouldReplace:
            view.rejects?.isWriting = false
            view.rejects?.isReplacing = true
            message = Message(Words.fileExists, .error)
        }
        return keep(view)
    }

    /// A sheet is on disk.
    ///
    /// - Parameter changes: nil where there are too many to be taken in
    ///   between two keys: the whole register comes by itself.
    mutating func acknowledge(_ stored: StoredImport, _ changes: [RecordChange]?, madeAgain: Bool) -> [Effect] {
        takeIn(changes, stored.sequence)
        if madeAgain {
            history.isWaiting = false
            history.madeAgain(stored)
            message = Message(Words.madeAgain + ImportWords.theImport(of: stored.file), .good)
            return changes == nil ? [] : refresh()
        }
        if case .importing(let view)? = overlay {
            if let path = view.request?.path {
                recentSheets.removeAll { $0 == path }
                recentSheets = Array(([path] + recentSheets).prefix(Self.mostRecentSheets))
            }
            overlay = nil
        }
        lastIntake = nil
        intakeGeneration += 1
        // Locked meanwhile, the console keeps nothing of anybody.
        if model != nil { history.add(stored) }
        message = Message(ImportWords.stored(stored.file, stored.counts) + ImportWords.takesBack, .good)
        return [.endIntake(generation: intakeGeneration)] + (changes == nil ? [] : refresh())
    }

    /// An import was taken back.
    mutating func acknowledge(_ taken: TakenBackImport, _ changes: [RecordChange]?) -> [Effect] {
        takeIn(changes, taken.sequence)
        history.isWaiting = false
        history.tookBack(taken)
        message = Message(Words.tookBack + ImportWords.theImport(of: taken.file), .good)
        return changes == nil ? [] : refresh()
    }

    private mutating func takeIn(_ changes: [RecordChange]?, _ sequence: Int) {
        isHalted = false
        guard let changes else { return }
        model?.take(changes)
        advance(to: sequence)
    }

    private static let mostRecentSheets = 3
}

extension ImportView {
    /// The counts as they are now, with what they take as decided.
    fileprivate mutating func show(_ report: IntakeReport, _ size: Size) {
        self.report = report
        request?.decisions = report.decisions
        isDeciding = false
        for (tab, count) in [(Tab.refusals, report.refusals.count), (.warnings, report.warnings.count), (.doubles, report.doubles.count)] {
            states[tab, default: ListState()].clamp(count: count, height: ImportScreen.sheetRows(size, tab).rows)
        }
        if !tabs.contains(tab) { tab = .columns }
    }

    fileprivate mutating func endStoring() {
        storing = nil
        isStopping = false
    }
}

/// What is told while a sheet is looked at and stored.
public enum IntakeNews: Sendable {
    case understood(UnderstoodSheet)
    /// Rows tried, or stored, so far.
    case progress(rows: Int, rowsASecond: Int)
    /// All rows were tried.
    case tried(IntakeReport)
    /// It cannot be read in as it is.
    case refused(Phrase)
    /// Something changed since it was confirmed: the counts as they are now,
    /// to be confirmed anew.
    case recounted(UnderstoodSheet, IntakeReport, Phrase)
    /// Storing was stopped; nothing was saved.
    case stopped
    case notStored(Phrase)
    case rejectsWritten(path: String, rows: Int)
    case rejectsRefused(Phrase)
    case rejectsWouldReplace
}
