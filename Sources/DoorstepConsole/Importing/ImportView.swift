import DoorstepCore
import TerminalUI

/// A sheet being read in: which file, how its columns are understood, what
/// would come of it. Nothing is saved before it was confirmed with the counts.
public struct ImportView: Equatable, Sendable {
    enum Stage: Equatable, Sendable {
        /// Looking for the file.
        case file
        /// Looking at what is in it.
        case sheet
    }

    /// What of the sheet is looked at.
    enum Tab: Int, CaseIterable, Sendable {
        case columns, refusals, warnings, doubles
    }

    /// What was asked and waits for `y`.
    enum Question: Equatable, Sendable {
        case save
        /// Leaving the program, though something is not saved.
        case leave
    }

    /// How far the trial, or the storing, is.
    struct Progress: Equatable, Sendable {
        var rows = 0
        var rowsASecond = 0
    }

    var stage = Stage.file
    var browser = FileBrowser()

    /// Nil until a file was chosen.
    var request: IntakeRequest?
    /// Nil until the file was looked at.
    var sheet: UnderstoodSheet?
    /// Why it cannot be read in as it is.
    var problem: Phrase?
    /// While the rows are being tried.
    var progress: Progress?
    /// Nil until all rows were tried.
    var report: IntakeReport?
    /// The trial was stopped.
    var isStopped = false
    /// What was decided about doubles is being worked out.
    var isDeciding = false
    /// It is to be asked whether to save once the counts are there.
    var isSavingAwaited = false
    var tab = Tab.columns
    var states: [Tab: ListState] = [:]
    var meanings: MeaningChoice?
    var question: Question?
    /// While it is being stored; nothing else is done until it is.
    var storing: Progress?
    var isStopping = false
    /// Where to write the rows that are refused.
    var rejects: RejectsPrompt?

    struct RejectsPrompt: Equatable, Sendable {
        var field: TextField
        var isReplacing = false
        var isWriting = false
    }

    var state: ListState {
        get { states[tab] ?? ListState() }
        set { states[tab] = newValue }
    }

    /// Those that there are: doubles only where there are any.
    var tabs: [Tab] { Tab.allCases.filter { $0 != .doubles || !doubles.isEmpty } }

    /// The lines of the tab.
    var count: Int {
        switch tab {
        case .columns: sheet?.columns.count ?? 0
        case .doubles: doubles.count
        case .refusals, .warnings: notes.count
        }
    }

    /// Of the tab that is shown.
    var notes: [IntakeNote] {
        switch tab {
        case .columns, .doubles: []
        case .refusals: report?.refusals ?? []
        case .warnings: report?.warnings ?? []
        }
    }

    /// The column under the cursor.
    var column: UnderstoodColumn? {
        guard tab == .columns, let sheet, sheet.columns.indices.contains(state.selection) else { return nil }
        return sheet.columns[state.selection]
    }

    /// Rows whose records may be known already.
    var doubles: [IntakeDouble] { report?.doubles ?? [] }

    /// The double under the cursor.
    var double: IntakeDouble? { tab == .doubles && doubles.indices.contains(state.selection) ? doubles[state.selection] : nil }

    var note: IntakeNote? { notes.indices.contains(state.selection) ? notes[state.selection] : nil }

    /// Something would be lost by leaving.
    var isUnsaved: Bool { stage == .sheet && storing == nil && sheet != nil && report?.counts.changesNothing != true }

    /// Drops all that is in the file; what was said of it stays.
    mutating func forget() {
        sheet = nil
        problem = nil
        progress = nil
        report = nil
        isStopped = false
        isDeciding = false
        isSavingAwaited = false
        if tab == .doubles { tab = .columns }
        meanings = nil
        question = nil
        storing = nil
        isStopping = false
        rejects = nil
        browser.listing = nil
    }
}

/// The file that is looked for.
struct FileBrowser: Equatable, Sendable {
    /// The folder that one is in; nil where the first is not known yet.
    var folder: String?
    /// What is shown: of `folder`, or of the one that was typed.
    var listing: FolderListing?
    /// Which was asked for, while it is being read.
    var asked: String?
    var problem: Phrase?
    var field = TextField(maximumLength: 4096)
    var state = ListState()
    /// The entry to be chosen once the listing is there.
    var awaited: String?

    /// A line of the list.
    struct Line: Equatable {
        let path: String
        let entry: FolderListing.Entry
        /// Read in lately.
        let isRecent: Bool
    }

    /// What was typed, where it is a path.
    var typed: (folder: String, name: String)? {
        guard let listing else { return nil }
        return FolderPath.typed(field.text, in: folder ?? listing.path, home: listing.home)
    }

    /// What narrows the list.
    var name: String { typed?.name ?? PlainText.trimmed(field.text) }

    /// Those that fit what is typed: letters of the name, or its pinyin. What
    /// was read in lately comes first, where nothing is typed.
    func lines(_ recent: [String], _ model: StationModel?) -> [Line] {
        guard let listing else { return [] }
        let all = listing.entries.map { Line(path: FolderPath.joined(listing.path, $0.name), entry: $0, isRecent: false) }
        let name = name
        guard !name.isEmpty else {
            guard field.isEmpty else { return all }
            return recent.map { Line(path: $0, entry: FolderListing.Entry(name: FolderPath.name(of: $0), isFolder: false), isRecent: true) } + all
        }
        let search = PlainSearch(name)
        let isBegun = model?.beginning(with: name)
        let found = all.filter { search.fits(PlainText.halfWidth($0.entry.name).lowercased()) || isBegun?($0.entry.name) == true }
        return found.filter { $0.entry.name == name } + found.filter { $0.entry.name != name }
    }
}

/// The meanings that a column can be given, narrowed by typing.
struct MeaningChoice: Equatable, Sendable {
    /// The column's, from 0.
    let position: Int
    var field = TextField(maximumLength: 200)
    var state = ListState()

    struct Line: Equatable {
        let meaning: ColumnMeaning
        let title: Phrase
        let isRequired: Bool
        /// The column that has it, from 0; nil where none has.
        let holder: Int?
    }

    func lines(_ sheet: UnderstoodSheet, _ model: StationModel?) -> [Line] {
        var meanings: [(ColumnMeaning, Bool)] = [(.ignored, false)]
        if sheet.kind != .distances { meanings.append((.identifier, false)) }
        meanings += sheet.kind.columns.map { (.column($0.id), $0.isRequired) }
        let all = meanings.map { meaning, isRequired in
            Line(
                meaning: meaning, title: meaning.phrase(sheet.kind), isRequired: isRequired,
                holder: meaning == .ignored ? nil : sheet.columns.first { $0.meaning == meaning }?.position)
        }
        let search = PlainSearch(field.text)
        guard !search.isEmpty else { return all }
        let isBegun = model?.beginning(with: field.text)
        return all.filter { line in
            search.fits(PlainText.halfWidth("\(line.title.chinese)\n\(line.title.english)").lowercased()) || isBegun?(line.title.chinese) == true
        }
    }
}

extension ColumnMeaning {
    func phrase(_ kind: SheetKind) -> Phrase {
        switch self {
        case .identifier: Phrase("编号", "identifier")
        case .column(let id): kind.columns.first { $0.id == id }?.title ?? Phrase(verbatim: id)
        case .aside(let title): Phrase("不保存：\(title)", "not kept: \(title)")
        case .ignored: ImportWords.ignored
        }
    }
}

extension UnderstoodColumn {
    /// Why it is taken for what it is taken for.
    var because: Phrase {
        switch reason {
        case .name: Phrase("表头", "title")
        case .content(let percent): Phrase("内容 \(percent)%", "content \(percent)%")
        case .repeated: Phrase("重复", "repeated")
        case .chosen: Phrase("指定", "chosen")
        case .unknown: PlainText.trimmed(title).isEmpty ? Phrase("没有表头", "no title") : Phrase("不认识", "unknown")
        }
    }
}
