import DoorstepCore
import TerminalUI

/// The screen on which a sheet is read in: files, or the columns as they are
/// understood with what the rows would come to.
enum ImportScreen {
    /// Where the files are listed.
    static func files(_ size: Size) -> Rect {
        let layout = Layout(size)
        return Rect(column: layout.rows.minColumn, row: layout.columnTitles.minRow, columns: size.columns, rows: layout.rows.rows + 1)
    }

    static func fileRows(_ size: Size) -> Int { max(1, files(size).rows) }

    /// Where the columns, or what is said of rows, are listed.
    static func sheetRows(_ size: Size, _ tab: ImportView.Tab) -> Rect { tab == .doubles ? ImportDoublesPane.list(size) : Layout(size).rows }

    static func draw(_ view: ImportView, _ state: ConsoleState, _ layout: Layout, _ cells: inout CellBuffer) -> Point {
        let rows = layout.message.minRow - layout.heading.minRow
        cells.fill(Rect(column: 0, row: layout.heading.minRow, columns: state.size.columns, rows: rows), style: Theme.plain)
        drawHeading(view, state, &cells)
        var cursor = switch view.stage {
        case .file: drawFiles(view, state, &cells)
        case .sheet: drawSheet(view, state, layout, &cells)
        }
        if let choice = view.meanings, let sheet = view.sheet { cursor = MeaningOverlay.draw(choice, sheet, state, &cells) }
        if let prompt = view.rejects { cursor = drawRejects(prompt, view, state, &cells) }
        if let question = view.question { cursor = drawQuestion(question, view, state, &cells) }
        return cursor
    }

    // MARK: - What it is about

    private static func drawHeading(_ view: ImportView, _ state: ConsoleState, _ cells: inout CellBuffer) {
        let row = Layout(state.size).heading.minRow
        let language = state.language
        let room = state.size.columns - 2
        let right = view.stage == .sheet ? view.facts(language) : ""
        let rightColumns = min(DisplayWidth().of(right), room / 2)
        let title = heading(view)(language)
        _ = cells.write(title.fitted(to: room - rightColumns - 1), at: Point(column: 1, row: row), style: Theme.heading)
        guard rightColumns > 0 else { return }
        _ = cells.write(right.fitted(to: rightColumns), at: Point(column: state.size.columns - 1 - rightColumns, row: row), style: Theme.muted)
    }

    static func heading(_ view: ImportView) -> Phrase {
        let what = view.stage == .sheet ? Phrase(verbatim: view.request?.fileName ?? "") : ImportWords.chooseFile
        let kind = view.stage == .sheet ? view.sheet.map { Phrase(verbatim: " > ") + $0.kind.phrase } : nil
        return ImportWords.title + Phrase(verbatim: " > ") + what + (kind ?? Phrase(verbatim: ""))
    }

    // MARK: - Files

    private static func drawFiles(_ view: ImportView, _ state: ConsoleState, _ cells: inout CellBuffer) -> Point {
        let language = state.language
        let browser = view.browser
        let area = files(state.size)
        let search = Layout(state.size).search
        let folder = (browser.typed?.folder ?? browser.folder ?? "").shortened(home: browser.listing?.home)
        // What is typed needs room of its own, whatever the folder is called.
        let shown = folder.isEmpty ? "" : (folder.hasSuffix("/") ? folder : folder + "/")
        let columns = min(DisplayWidth().of(shown), state.size.columns / 2)
        _ = cells.write(shown.clippedFront(to: columns), at: Point(column: 1, row: search.minRow), style: Theme.muted, limit: columns)
        let field = Rect(column: 1 + columns, row: search.minRow, columns: state.size.columns - columns - 2, rows: 1)
        let cursor = browser.field.render(into: &cells, rect: field, style: Theme.field)
        func say(_ phrase: Phrase, _ style: Style) {
            for (offset, line) in phrase(language).wrapped(to: area.columns - 2).prefix(area.rows).enumerated() {
                _ = cells.write(line, at: Point(column: 1, row: area.minRow + offset), style: style)
            }
        }
        if let problem = browser.problem {
            say(problem, Theme.error)
            return cursor
        }
        guard let listing = browser.listing else {
            say(ImportWords.reading, Theme.muted)
            return cursor
        }
        let lines = browser.lines(state.recentSheets, state.model)
        guard !lines.isEmpty else {
            let left = listing.leftOut > 0 && browser.name.isEmpty ? Phrase("，", "; ") + ImportWords.leftOut(listing.leftOut) : Phrase(verbatim: "")
            say((browser.name.isEmpty ? ImportWords.emptyFolder : ImportWords.noSuchFile) + left, Theme.muted)
            return cursor
        }
        let table = Table(columns: [
            Table.Column(title: "", minimum: 20, ideal: 40, weight: 1, priority: 9),
            Table.Column(title: "", minimum: 9, ideal: 9, alignment: .trailing, priority: 5),
            Table.Column(title: "", minimum: 10, ideal: 10, alignment: .trailing, priority: 6),
        ])
        let widths = table.widths(in: area.columns - 2)
        for (offset, index) in browser.state.visible(count: lines.count, height: area.rows).enumerated() {
            let row = Rect(column: area.minColumn, row: area.minRow + offset, columns: area.columns, rows: 1)
            let isChosen = index == browser.state.selection
            let style = isChosen ? Theme.selection : Theme.plain
            if isChosen { cells.fill(row, style: style) }
            _ = cells.write(isChosen ? ">" : " ", at: row.origin, style: style)
            _ = cells.write(
                table.line(lines[index].values(home: listing.home, language), widths: widths), at: Point(column: 1, row: row.minRow), style: style,
                limit: area.columns - 2)
        }
        return cursor
    }

    // MARK: - The sheet

    private static func drawSheet(_ view: ImportView, _ state: ConsoleState, _ layout: Layout, _ cells: inout CellBuffer) -> Point {
        for row in 0..<(view.tab == .doubles && !ImportDoublesPane.isBeside(state.size) ? 0 : layout.divider.rows) {
            _ = cells.write(
                String(state.settings.borders.set.vertical), at: Point(column: layout.divider.minColumn, row: layout.divider.minRow + row), style: Theme.muted)
        }
        drawTabs(view, state, layout, &cells)
        let area = layout.rows
        guard let sheet = view.sheet else {
            let text = view.problem ?? ImportWords.reading
            for (offset, line) in text(state.language).wrapped(to: area.columns - 2).prefix(area.rows).enumerated() {
                _ = cells.write(line, at: Point(column: 1, row: area.minRow + offset), style: view.problem == nil ? Theme.muted : Theme.error)
            }
            return area.origin
        }
        var side = SideText(layout.side, state.language)
        switch view.tab {
        case .doubles: return ImportDoublesPane.draw(view, state, &cells)
        case .columns:
            drawColumns(sheet, view, state, layout, &cells)
            if let column = view.column { side.add(column.details(sheet), rows: max(4, layout.side.rows / 2)) }
            side.addRule()
            side.add(view.outcome)
        case .refusals, .warnings:
            drawNotes(view, state, layout, &cells)
            if let note = view.note { side.add(note.details(sheet.titles)) }
        }
        side.draw(into: &cells)
        let visible = view.state.visible(count: view.count, height: area.rows)
        return Point(column: area.minColumn, row: area.minRow + max(0, min(area.rows - 1, view.state.selection - visible.lowerBound)))
    }

    private static func drawTabs(_ view: ImportView, _ state: ConsoleState, _ layout: Layout, _ cells: inout CellBuffer) {
        var column = 1
        for tab in view.tabs {
            let text = " \(view.title(of: tab)(state.language)) "
            column += cells.write(
                text, at: Point(column: column, row: layout.search.minRow), style: tab == view.tab ? Theme.selection : Theme.muted,
                limit: max(0, layout.side.maxColumn - column))
        }
        guard let doing = view.doing else { return }
        let room = state.size.columns - column - 2
        guard room > 8 else { return }
        let text = doing(state.language)
        let columns = min(room, DisplayWidth().of(text))
        _ = cells.write(text.fitted(to: columns), at: Point(column: state.size.columns - 1 - columns, row: layout.search.minRow), style: Theme.key)
    }

    private static func drawColumns(_ sheet: UnderstoodSheet, _ view: ImportView, _ state: ConsoleState, _ layout: Layout, _ cells: inout CellBuffer) {
        let language = state.language
        let area = layout.rows
        let table = Table(columns: [
            Table.Column(title: ImportWords.position(language), minimum: 3, ideal: 3, alignment: .trailing, priority: 7),
            Table.Column(title: ImportWords.header(language), minimum: 10, ideal: 18, priority: 9),
            Table.Column(title: ImportWords.meaning(language), minimum: 10, ideal: 16, priority: 9),
            Table.Column(title: ImportWords.because(language), minimum: 9, ideal: 12, priority: 8),
            Table.Column(title: ImportWords.samples(language), minimum: 20, ideal: 24, weight: 1, priority: 2),
        ])
        let widths = table.widths(in: area.columns - 2)
        _ = cells.write(
            table.header(widths: widths), at: Point(column: area.minColumn + 1, row: layout.columnTitles.minRow), style: Theme.column, limit: area.columns - 2)
        for (offset, index) in view.state.visible(count: sheet.columns.count, height: area.rows).enumerated() {
            let column = sheet.columns[index]
            let row = Rect(column: area.minColumn, row: area.minRow + offset, columns: area.columns, rows: 1)
            let isChosen = index == view.state.selection
            let isRead = column.meaning != .ignored
            let style = isChosen ? Theme.selection : isRead ? Theme.plain : Theme.muted
            if isChosen { cells.fill(row, style: style) }
            _ = cells.write(isChosen ? ">" : " ", at: row.origin, style: style)
            let values = [
                String(column.position + 1), column.shownTitle(language), column.meaning.phrase(sheet.kind)(language), column.because(language),
                column.samples.map { Masking.numbers(in: $0) }.joined(separator: " | "),
            ]
            _ = cells.write(table.line(values, widths: widths), at: Point(column: row.minColumn + 1, row: row.minRow), style: style, limit: area.columns - 2)
        }
    }

    private static func drawNotes(_ view: ImportView, _ state: ConsoleState, _ layout: Layout, _ cells: inout CellBuffer) {
        let area = layout.rows
        let notes = view.notes
        guard !notes.isEmpty else {
            let text = (view.report == nil ? ImportWords.notTried : ImportWords.noNotes)(state.language)
            _ = cells.write(text.fitted(to: area.columns - 2), at: Point(column: 1, row: area.minRow), style: Theme.muted)
            return
        }
        let whole = notes.count { $0.further == 0 }
        if view.total > whole {
            let others = whole < notes.count ? ImportWords.othersSummed : Phrase(verbatim: "")
            _ = cells.write(
                (ImportWords.shownOnly(whole) + others)(state.language).fitted(to: area.columns - 2), at: Point(column: 1, row: layout.columnTitles.minRow),
                style: Theme.muted)
        }
        for (offset, index) in view.state.visible(count: notes.count, height: area.rows).enumerated() {
            let row = Rect(column: area.minColumn, row: area.minRow + offset, columns: area.columns, rows: 1)
            let isChosen = index == view.state.selection
            let style = isChosen ? Theme.selection : Theme.plain
            if isChosen { cells.fill(row, style: style) }
            let text = (isChosen ? ">" : " ") + notes[index].shown(state.language)
            _ = cells.write(text.fitted(to: row.columns - 1), at: row.origin, style: style, limit: row.columns - 1)
        }
    }

    // MARK: - Questions

    private static func drawQuestion(_ question: ImportView.Question, _ view: ImportView, _ state: ConsoleState, _ cells: inout CellBuffer) -> Point {
        let lines = view.asked(question)
        let columns = min(64, state.size.columns - 4)
        let texts = lines.flatMap { $0(state.language).wrapped(to: columns - 4) }
        let inside = Box.draw(
            Size(columns: columns, rows: min(texts.count + 2, state.size.rows - 2)), title: ImportWords.title(state.language), in: state.size.bounds,
            state.settings.borders, &cells)
        for (offset, text) in texts.enumerated() where offset < inside.rows {
            _ = cells.write(text, at: Point(column: inside.minColumn, row: inside.minRow + offset), style: offset == 0 ? Theme.heading : Theme.plain)
        }
        return inside.origin
    }

    private static func drawRejects(_ prompt: ImportView.RejectsPrompt, _ view: ImportView, _ state: ConsoleState, _ cells: inout CellBuffer) -> Point {
        let columns = min(76, state.size.columns - 4)
        let title = ImportWords.writeRejects(view.report?.counts.refused ?? 0)
        let inside = Box.draw(Size(columns: columns, rows: 4), title: title(state.language), in: state.size.bounds, state.settings.borders, &cells)
        return prompt.field.render(into: &cells, rect: inside.row(0), style: Theme.field)
    }
}

/// What a column of the sheet can be taken for.
enum MeaningOverlay {
    private static func boxSize(_ size: Size) -> Size { Size(columns: min(60, size.columns - 4), rows: min(22, size.rows - 2)) }

    static func list(_ size: Size) -> Rect { Box.inside(boxSize(size), in: size.bounds).splitTop(1).1 }

    static func draw(_ choice: MeaningChoice, _ sheet: UnderstoodSheet, _ state: ConsoleState, _ cells: inout CellBuffer) -> Point {
        let language = state.language
        let inside = Box.draw(boxSize(state.size), title: title(choice, sheet)(language), in: state.size.bounds, state.settings.borders, &cells)
        let (search, list) = inside.splitTop(1)
        _ = cells.write("/", at: search.origin, style: Theme.key)
        let cursor = choice.field.render(
            into: &cells, rect: Rect(column: search.minColumn + 2, row: search.minRow, columns: search.columns - 2, rows: 1), style: Theme.plain)
        let lines = choice.lines(sheet, state.model)
        for (offset, index) in choice.state.visible(count: lines.count, height: list.rows).enumerated() {
            let row = list.row(offset)
            let isChosen = index == choice.state.selection
            let style = isChosen ? Theme.selection : Theme.plain
            if isChosen { cells.fill(row, style: style) }
            _ = cells.write(((isChosen ? ">" : " ") + lines[index].text(choice)(language)).fitted(to: row.columns), at: row.origin, style: style, limit: row.columns)
        }
        return cursor
    }

    static func title(_ choice: MeaningChoice, _ sheet: UnderstoodSheet) -> Phrase {
        let title = sheet.columns.first { $0.position == choice.position }?.title ?? ""
        return Phrase("第 \(choice.position + 1) 列 \(title) 当作", "Column \(choice.position + 1) \(title) is")
    }
}
