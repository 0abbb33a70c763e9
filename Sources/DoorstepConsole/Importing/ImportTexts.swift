import DoorstepCore
import TerminalUI

/// What is shown, and said, of a sheet that is read in.
extension ImportView {
    /// How far it is, while something is under way.
    var doing: Phrase? {
        if isStopping { return ImportWords.stopping }
        if let storing { return ImportWords.rows(storing, ImportWords.storing) }
        if let progress { return ImportWords.rows(progress, ImportWords.checking) + Phrase("  ", "  ") + ImportWords.escStops }
        return nil
    }

    /// Kind, encoding, sheet.
    func facts(_ language: Language) -> String {
        let sheets = sheet?.sheets ?? []
        let encoding = sheets.isEmpty ? request?.encoding.map { Phrase(verbatim: $0) } ?? ImportWords.automatic : nil
        let name = sheets.isEmpty ? nil : sheet?.sheet ?? request?.sheet ?? sheets.first
        let position = name.flatMap { sheets.firstIndex(of: $0) }.map { " \($0 + 1)/\(sheets.count)" } ?? ""
        return ([encoding?(language), name.map { $0 + position }] as [String?]).compactMap(\.self).joined(separator: "  ")
    }

    func title(of tab: Tab) -> Phrase {
        switch tab {
        case .columns: ImportWords.columns + Phrase(verbatim: sheet.map { " \($0.columns.count)" } ?? "")
        case .refusals: ImportWords.refusals + Phrase(verbatim: report.map { " \($0.counts.refused)" } ?? "")
        case .warnings: ImportWords.warnings + Phrase(verbatim: report.map { " \($0.counts.warnings)" } ?? "")
        case .doubles: ImportWords.doubles + Phrase(verbatim: report.map { " \($0.counts.doubles.total)" } ?? "")
        }
    }

    /// All that there are of the tab's notes; they may not all be listed.
    var total: Int {
        switch tab {
        case .columns: count
        case .refusals: report?.counts.refused ?? 0
        case .warnings: report?.counts.warnings ?? 0
        case .doubles: report?.counts.doubles.total ?? 0
        }
    }

    /// What the rows would come to.
    var outcome: [DetailLine] {
        let missing = sheet?.missing.map(\.title) ?? []
        if !missing.isEmpty { return [DetailLine(ImportWords.lacks(missing), .warning)] }
        if let problem { return [DetailLine(problem, .warning)] }
        if isStopped { return [DetailLine(ImportWords.stopped, .muted)] }
        guard let report else { return [] }
        let counts = report.counts
        var lines = [DetailLine(ImportWords.tried(counts.rows), .heading)]
        lines += counts.tallies.flatMap { [DetailLine($0.kind.phrase + Phrase("：", ":")), DetailLine($0.tally.phrase)] }
        if counts.distances > 0 { lines.append(DetailLine(Phrase("里程 \(counts.distances) 条", "\(counts.distances) distances"))) }
        if counts.changesNothing { lines.append(DetailLine(ImportWords.nothingToStore, .muted)) }
        if counts.doubles.total > 0 { lines.append(DetailLine(counts.doubles.phrase, counts.doubles.open > 0 ? .warning : .plain)) }
        if counts.warnings > 0 { lines.append(DetailLine(ImportWords.warned(counts.warnings))) }
        if counts.refused > 0 { lines.append(DetailLine(ImportWords.refused(counts.refused), .warning)) }
        lines += report.refusals.prefix(3).map { DetailLine($0.masked, .muted) }
        return lines
    }

    /// The question that waits for `y`.
    func asked(_ question: Question) -> [Phrase] {
        switch question {
        case .leave: [ImportWords.leave]
        case .save: report.map { ImportWords.save($0.counts) } ?? []
        }
    }

    /// The keys of the last row.
    var keys: Phrase {
        if storing != nil { return ImportWords.storingKeys }
        if question != nil { return ImportWords.questionKeys }
        if rejects != nil { return ImportWords.rejectsKeys }
        if stage == .file { return ImportWords.fileKeys }
        if meanings != nil { return ImportWords.meaningKeys }
        switch tab {
        case .columns: return sheet == nil ? ImportWords.problemKeys : ImportWords.sheetKeys
        case .doubles: return ImportWords.doubleKeys
        case .refusals, .warnings: return ImportWords.noteKeys
        }
    }

    /// Under which they are kept in mind where they are said.
    var keysName: String {
        if storing != nil { return "import-storing" }
        if question != nil { return "import-question" }
        if rejects != nil { return "import-rejects" }
        if stage == .file { return "import-file" }
        if meanings != nil { return "import-meanings" }
        switch tab {
        case .columns: return sheet == nil ? "import-problem" : "import-sheet"
        case .doubles: return "import-doubles"
        case .refusals, .warnings: return "import-notes"
        }
    }
}

extension UnderstoodColumn {
    func shownTitle(_ language: Language) -> String { PlainText.trimmed(title).isEmpty ? ImportWords.untitled(language) : title }

    /// What it is taken for, and its first rows.
    func details(_ sheet: UnderstoodSheet) -> [DetailLine] {
        let name = PlainText.trimmed(title).isEmpty ? ImportWords.untitled : Phrase(verbatim: title)
        let taken = Phrase("当作 ", "taken for ") + meaning.phrase(sheet.kind) + Phrase("（", " (") + because + Phrase("）", ")")
        return [DetailLine(name, .heading), DetailLine(taken)] + rows.map { DetailLine($0) }
    }

    /// The first rows, numbered.
    var rows: [Phrase] {
        samples.enumerated().map { index, text in
            Phrase(verbatim: "\(index + 1) ") + (PlainText.trimmed(text).isEmpty ? ImportWords.nothingInIt : Phrase(verbatim: Masking.numbers(in: text)))
        }
    }
}

extension IntakeNote {
    /// Without whole numbers of anybody.
    var masked: Phrase { Phrase(Masking.numbers(in: message.chinese), Masking.numbers(in: message.english)) }

    func shown(_ language: Language) -> String { masked(language) }

    /// The whole reason, and the row with its titles.
    func details(_ titles: [String]) -> [DetailLine] {
        [DetailLine(masked, .warning)] + row(titles).map { DetailLine($0) }
    }

    /// The filled cells of the row.
    func row(_ titles: [String]) -> [Phrase] {
        cells.enumerated().compactMap { position, text in
            guard !PlainText.trimmed(text).isEmpty else { return nil }
            let title = titles.indices.contains(position) ? PlainText.trimmed(titles[position]) : ""
            return .labelled(title.isEmpty ? Phrase(verbatim: String(position + 1)) : Phrase(verbatim: title), Phrase(verbatim: Masking.numbers(in: text)))
        }
    }
}

extension MeaningChoice.Line {
    /// With who has it now.
    func text(_ choice: MeaningChoice) -> Phrase {
        let notes = [isRequired ? Words.isRequired : nil, holder.flatMap { $0 == choice.position ? nil : ImportWords.holder($0) }].compactMap(\.self)
        return title + (notes.isEmpty ? Phrase(verbatim: "") : Phrase("（", " (") + .clauses(notes) + Phrase("）", ")"))
    }
}

extension FileBrowser.Line {
    /// The name, the size, the day.
    func values(home: String, _ language: Language) -> [String] {
        if isRecent { return [path.shortened(home: home), "", ImportWords.recent(language)] }
        if entry.isFolder { return [entry.name + "/", "", entry.changed?.description ?? ""] }
        return [entry.name, FileBrowser.size(entry.size), entry.changed?.description ?? ""]
    }

    var said: Phrase {
        if isRecent { return .clauses([Phrase(verbatim: entry.name), ImportWords.recent]) }
        guard !entry.isFolder else { return .clauses([Phrase(verbatim: entry.name), ImportWords.folder]) }
        return .clauses([entry.name, FileBrowser.size(entry.size), entry.changed?.description ?? ""].filter { !$0.isEmpty }.map { Phrase(verbatim: $0) })
    }
}

extension FileBrowser {
    static func size(_ bytes: Int) -> String {
        if bytes < 1024 { return "\(bytes) B" }
        let units = ["KB", "MB", "GB", "TB"]
        var amount = bytes * 10 / 1024
        var unit = 0
        while amount >= 10_240, unit < units.count - 1 {
            amount /= 1024
            unit += 1
        }
        return amount < 100 ? "\(amount / 10).\(amount % 10) \(units[unit])" : "\(amount / 10) \(units[unit])"
    }
}

extension String {
    /// With `~` for whose home it is.
    func shortened(home: String?) -> String {
        guard let home, home != "/", self == home || hasPrefix(home + "/") else { return self }
        return "~" + dropFirst(home.count)
    }

    /// Its end, where it is too wide.
    func clippedFront(to columns: Int) -> String {
        let width = DisplayWidth()
        guard width.of(self) > columns else { return self }
        var kept = self[...]
        while !kept.isEmpty, width.of("~" + kept) > columns { kept = kept.dropFirst() }
        return "~" + kept
    }
}
