import DoorstepCore

/// Finds out what a sheet's columns mean: by their titles, wherever the
/// header stands, and by what they hold where these say nothing.
public struct Understanding: Sendable {
    private let catalogue: Catalogue
    private let near: PlaceID?
    private let day: Day

    /// How many rows of data are looked at.
    private static let mostRows = 200
    private static let mostSamples = 5
    /// Each of them has samples; a real sheet has some dozens.
    private static let mostColumns = 2_000

    /// - Parameters:
    ///   - near: decides between places of the same name.
    ///   - day: the day of working, by which birth dates are told from others.
    public init(catalogue: Catalogue, near: PlaceID?, day: Day) {
        (self.catalogue, self.near, self.day) = (catalogue, near, day)
    }

    /// - Parameters:
    ///   - sheet: of a workbook; nil for the first that has such a header.
    ///   - map: what somebody says of some columns, which outranks what is
    ///     found out.
    /// - Throws: `SheetError.noHeader` where the sheet is none of that kind.
    public func of(_ file: SheetFile, as kind: SheetKind, sheet: String? = nil, map: ColumnMap = .none) throws(SheetError) -> UnderstoodSheet {
        guard sheet == nil, file.sheets.count > 1 else { return try one(file, kind, sheet ?? file.sheets.first, map) }
        var first: SheetError?
        for sheet in file.sheets {
            do throws(SheetError) {
                let understood = try one(file, kind, sheet, map)
                if understood.missing.isEmpty { return understood }
                first = first ?? .missingColumn(file: file.name, line: understood.header?.lowerBound ?? 1, understood.missing[0].title)
            } catch .noHeader(let file, let kind) {
                first = first ?? .noHeader(file: file, kind: kind)
            }
        }
        throw first ?? .noHeader(file: file.name, kind: kind)
    }

    /// The kinds that a file may be, the likeliest first, each with its sheet
    /// as understood; none where it is no sheet of ours.
    public func kinds(of file: SheetFile, sheet: String? = nil) throws(SheetError) -> [UnderstoodSheet] {
        var found: [UnderstoodSheet] = []
        for kind in SheetKind.allCases {
            do throws(SheetError) {
                found.append(try of(file, as: kind, sheet: sheet))
            } catch .noHeader, .missingColumn {
                continue
            }
        }
        func weight(_ sheet: UnderstoodSheet) -> (Int, Int) {
            (sheet.missing.isEmpty ? 1 : 0, sheet.columns.count { if case .column = $0.meaning { true } else { false } })
        }
        return found.sorted { weight($0) > weight($1) }
    }

    private func one(_ file: SheetFile, _ kind: SheetKind, _ sheet: String?, _ map: ColumnMap) throws(SheetError) -> UnderstoodSheet {
        var understood = try found(file, kind, sheet, map)
        do throws(ColumnMapError) { try map.apply(to: &understood) } catch { throw .map(file: file.name, error) }
        return understood
    }

    private func found(_ file: SheetFile, _ kind: SheetKind, _ sheet: String?, _ map: ColumnMap) throws(SheetError) -> UnderstoodSheet {
        // Of what others give a name to, only jobs are read.
        let profile = kind == .jobs ? file.profile : nil
        let titles = TitleReading(kind: kind, profile: profile)
        var lines = try file.lines(sheet: sheet)
        var above: [SheetLine] = []
        var header: Header<ColumnMeaning>?
        var next: SheetLine?
        while above.count < Header<ColumnMeaning>.mostAbove, header == nil, let line = try lines.next() {
            guard line.cells.count <= Self.mostColumns else { throw .tooWide(file: file.name, line: line.line, columns: line.cells.count) }
            header = Header(line, titles.meaning) ?? (map.isNamed(by: line.cells) ? Header(named: line, titles.meaning) : nil)
            if header == nil { above.append(line) }
        }
        if let first = header, let line = try lines.next() {
            if let joined = first.joined(with: line, titles.meaning) { header = joined } else { next = line }
        }
        // Without a header, what was looked through is data.
        var rows = header == nil ? above : next.map { [$0] } ?? []
        while rows.count < Self.mostRows, let line = try lines.next() { rows.append(line) }
        if header == nil, let doubtful = Header.doubtful(in: rows, titles.meaning) {
            // What stands below it has to say what the titles do not.
            let below = Self.data(in: rows.filter { $0.line > doubtful.lines.upperBound }, below: doubtful)
            let columns = columns(doubtful, below, kind, profile)
            if UnderstoodSheet(kind: kind, file: file.name, header: doubtful.lines, headerRows: doubtful.rows, columns: columns).missing.isEmpty {
                header = doubtful
                above = rows.filter { $0.line < doubtful.lines.lowerBound }
                rows.removeAll { $0.line <= doubtful.lines.upperBound }
            }
        }
        let data = Self.data(in: rows, below: header)
        if header == nil, data.isEmpty { throw .noHeader(file: file.name, kind: kind) }
        if header != nil, data.isEmpty { throw .noRows(file: file.name) }

        let columns = columns(header, data, kind, profile)
        let hasMeaning = columns.contains { if case .column = $0.meaning { true } else { false } }
        let understood = UnderstoodSheet(
            kind: kind, file: file.name, sheet: sheet, sheets: file.sheets, header: header?.lines,
            // What stands above the header is repeated with it, page by page.
            headerRows: header.map { $0.rows + above.map(\.cells) } ?? [], columns: columns)
        guard header == nil, map.isEmpty else { return understood }
        // A text that is anything but such a sheet has cells that look like
        // something, too.
        guard hasMeaning, understood.missing.isEmpty else { throw .noHeader(file: file.name, kind: kind) }
        return understood
    }

    private static func data(in rows: [SheetLine], below header: Header<ColumnMeaning>?) -> [[String]] {
        rows.map(\.cells).filter { cells in
            cells.contains { !PlainText.trimmed($0).isEmpty } && !(header?.rows.contains(cells) ?? false) && !PageLine.isOne(cells)
        }
    }

    private func columns(_ header: Header<ColumnMeaning>?, _ data: [[String]], _ kind: SheetKind, _ profile: ExchangeProfile?) -> [UnderstoodColumn] {
        let width = min(Self.mostColumns, max(header?.titles.count ?? 0, data.lazy.map(\.count).max() ?? 0))
        var meanings: [Int: (meaning: ColumnMeaning, reason: UnderstoodColumn.Reason)] = [:]
        var taken: Set<String> = []
        let guess = ContentGuess(kind, catalogue, near: near, day: day)
        let strangers = profile == nil ? self.strangers(header, data, guess) : []
        for position in 0..<width {
            guard let meaning = header?.meanings[position] else { continue }
            guard case .column(let id) = meaning else {
                meanings[position] = (meaning, .name)
                continue
            }
            // Two columns of one meaning: the first is meant, unless it holds
            // something else and the other does not. A profile has brought
            // there what the others say.
            meanings[position] = strangers.contains(position) ? (.ignored, .repeated) : taken.insert(id).inserted ? (meaning, .name) : (.ignored, profile == nil ? .repeated : .name)
        }
        var unknown: [Int: [String]] = [:]
        for position in 0..<width where meanings[position] == nil {
            let cells = data.compactMap { position < $0.count ? PlainText.trimmed($0[position]) : nil }.filter { !$0.isEmpty }
            if !cells.isEmpty { unknown[position] = cells }
        }
        for (position, found) in guess.guess(unknown, taken: taken, hasHeader: header != nil) {
            meanings[position] = (.column(found.column), .content(percent: found.percent))
        }
        return (0..<width).map { position in
            let title = header.flatMap { position < $0.titles.count ? $0.titles[position].beginning : nil } ?? ""
            let samples = data.prefix(Self.mostSamples).map { position < $0.count ? $0[position].beginning : "" }
            let known = meanings[position]
            return UnderstoodColumn(
                position: position, title: title, meaning: known?.meaning ?? .ignored, reason: known?.reason ?? .unknown, samples: samples)
        }
    }

    /// Columns whose title another has too, and that hardly hold what it says
    /// while the other does.
    private func strangers(_ header: Header<ColumnMeaning>?, _ data: [[String]], _ guess: ContentGuess) -> Set<Int> {
        var strangers: Set<Int> = []
        for (meaning, positions) in Dictionary(grouping: header?.meanings.keys.sorted() ?? [], by: { header?.meanings[$0] }) where positions.count > 1 {
            guard case .column(let id)? = meaning else { continue }
            let shares = positions.map { position in
                guess.share(of: id, data.compactMap { position < $0.count ? PlainText.trimmed($0[position]) : nil }.filter { !$0.isEmpty }) ?? 0
            }
            guard let most = shares.max(), most >= 80 else { continue }
            for (position, share) in zip(positions, shares) where share < 20 { strangers.insert(position) }
        }
        return strangers
    }
}

extension String {
    /// Of a text that is shown: a cell may hold a megabyte.
    fileprivate var beginning: String { utf8.count > 1_000 ? String(prefix(1_000)) : self }
}
