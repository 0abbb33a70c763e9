import DoorstepCore
import TerminalUI

/// A sheet being read in, as it is listened to.
extension Spoken {
    mutating func addImport(_ view: ImportView, _ state: ConsoleState) {
        add(.title, ImportScreen.heading(view))
        if let question = view.question {
            add(.about, view.asked(question))
            return
        }
        if let prompt = view.rejects {
            add(.about, ImportWords.writeRejects(view.report?.counts.refused ?? 0))
            if prompt.isWriting { add(.progress, Words.saving) }
            type(.labelled(Words.file, Phrase(verbatim: "")), prompt.field)
            return
        }
        switch view.stage {
        case .file: addFiles(view.browser, state)
        case .sheet: addSheet(view, state)
        }
    }

    private mutating func addFiles(_ browser: FileBrowser, _ state: ConsoleState) {
        add(.about, browser.listing.map { Phrase(verbatim: $0.path.shortened(home: $0.home)) })
        add(.error, browser.problem)
        let lines = browser.lines(state.recentSheets, state.model)
        if browser.listing == nil {
            if browser.problem == nil { add(.progress, ImportWords.reading) }
        } else if lines.indices.contains(browser.state.selection) {
            let line = lines[browser.state.selection]
            add(.line, .position(browser.state.selection, of: lines.count) + line.said, identity: line.path)
        } else {
            add(.line, browser.name.isEmpty ? ImportWords.emptyFolder : ImportWords.noSuchFile)
        }
        type(ImportWords.fileLabel, browser.field)
    }

    private mutating func addSheet(_ view: ImportView, _ state: ConsoleState) {
        // Every thousand rows is not worth a word: that it goes on is.
        if view.isStopping {
            add(.progress, ImportWords.stopping)
        } else if view.storing != nil {
            add(.progress, ImportWords.storing)
        } else if view.progress != nil {
            add(.progress, ImportWords.checking)
        }
        guard let sheet = view.sheet else {
            add(.error, view.problem)
            return
        }
        if let choice = view.meanings {
            let lines = choice.lines(sheet, state.model)
            add(.about, MeaningOverlay.title(choice, sheet))
            if lines.indices.contains(choice.state.selection) {
                add(.line, .position(choice.state.selection, of: lines.count) + lines[choice.state.selection].text(choice), identity: "meaning")
            } else {
                add(.line, Words.nothingFits)
            }
            type(Words.searchLabel, choice.field)
            return
        }
        add(.about, view.outcome.map(\.text))
        add(.count, view.title(of: view.tab), identity: "\(view.tab)")
        if let column = view.column {
            add(.line, .position(view.state.selection, of: view.count) + column.said(sheet), identity: "column \(column.position)")
        } else if let double = view.double {
            add(.line, .position(view.state.selection, of: view.count) + view.said(double, state.language), identity: "double \(double.id)")
        } else if let note = view.note {
            add(.line, .position(view.state.selection, of: view.count) + note.masked, identity: "note \(note.line)")
        } else {
            add(.line, view.report == nil ? ImportWords.notTried : ImportWords.noNotes)
        }
    }
}

extension UnderstoodColumn {
    func said(_ sheet: UnderstoodSheet) -> Phrase {
        let name = PlainText.trimmed(title).isEmpty ? ImportWords.untitled : Phrase(verbatim: title)
        return .clauses([name, Phrase("当作", "taken for ") + meaning.phrase(sheet.kind), because])
    }
}

extension ImportView {
    /// All of what the cursor stands on: a column with its first rows, a row
    /// with all its cells.
    func told(_ state: ConsoleState) -> [Phrase] {
        if let question { return asked(question) }
        guard stage == .sheet, rejects == nil, meanings == nil, let sheet else { return speak(state).lines.map { Phrase(verbatim: $0) } }
        let head = [ImportScreen.heading(self), Phrase(verbatim: facts(state.language))]
        if let column { return head + column.details(sheet).map(\.text) + outcome.map(\.text) }
        if let double { return head + told(double, state) }
        if let note { return head + note.details(sheet.titles).map(\.text) }
        return head + outcome.map(\.text)
    }
}
