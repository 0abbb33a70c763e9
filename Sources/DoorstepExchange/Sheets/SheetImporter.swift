import DoorstepCore

/// Reads sheets into a plan of what to save.
///
/// Nothing is saved here. Rows are refused one by one, for the reasons of
/// `CellReading` alone; whatever else is odd is kept with a warning.
public struct SheetImporter: Sendable {
    let catalogue: Catalogue
    let day: Day
    /// The station's register as it was before anything was read.
    let registerBefore: Register
    /// With what was read so far in it.
    var register: Register
    /// What the sheets come to where all doubles are kept.
    public internal(set) var plan = ImportPlan()
    var doubles: KnownDoubles
    private var employers = EmployerIndex()
    private var provisionalCount = 0
    let readings: ReadingPool
    private var watch = ImportWatch.none
    /// So many rows are looked at before a sheet is given up of which none can
    /// be used.
    var mostUnusable = 200_000

    /// - Parameter sayings: of the catalogue, where somebody has it already;
    ///   else it is made for the first skill that the catalogue does not have.
    public init(register: Register, catalogue: Catalogue, day: Day, sayings: SayingIndex? = nil) {
        self.register = register
        registerBefore = register
        doubles = KnownDoubles(rules: DoubleRules(catalogue, day: day))
        self.catalogue = catalogue
        self.day = day
        let near = register.station.place
        readings = ReadingPool { CellReading(catalogue: catalogue, near: near, day: day, sayings: sayings) }
        for employer in register.employers where employer.stands { employers.insert(employer) }
        for employer in register.employers where !employer.stands { employers.insert(merged: employer, register) }
    }

    /// Reads one file, its columns as they are understood by themselves;
    /// several may be read one after the other.
    ///
    /// - Parameters:
    ///   - file: its name, for messages.
    ///   - encoding: where it is known; otherwise found out.
    ///   - profile: whose names its columns have; nil where they are ours.
    public mutating func read(
        _ kind: SheetKind, file: String, bytes: [UInt8], encoding: SheetEncoding? = nil, profile: ExchangeProfile? = nil
    ) throws(SheetError) {
        let file = try SheetFile(name: file, bytes: bytes, encoding: encoding, profile: profile)
        try read(understanding.of(file, as: kind), of: file)
    }

    /// How sheets are understood at this station.
    private var understanding: Understanding { Understanding(catalogue: catalogue, near: register.station.place, day: day) }

    /// Reads a sheet as it is understood.
    ///
    /// - Throws: `SheetError.stopped` where the watch says so; what was read
    ///   until then is in the plan, which is of no use any more.
    public mutating func read(_ sheet: UnderstoodSheet, of file: SheetFile, _ watch: ImportWatch = .none) throws(SheetError) {
        self.watch = watch
        try check(sheet)
        switch sheet.kind {
        case .people: try readPeople(sheet, file)
        case .jobs: try readJobs(sheet, file)
        case .employers: try readEmployers(sheet, file)
        case .distances: try readDistances(sheet, file)
        }
        watch.progressed(plan.rowCount)
    }

    // MARK: - Jobs' employers

    /// The employer that a job's row names; a new one where none is known.
    mutating func employer(named name: String, code: CreditCode?, _ row: SheetRow<JobEntry>) throws(CellProblem) -> RecordID {
        if let id = knownEmployer(code: code, name: name), let known = register.employers[id] {
            if let code, known.creditCode == nil {
                var employer = known
                employer.creditCode = code
                save(employer, before: known)
                note(employer, known: known, namedBy: row)
            }
            return id
        }
        var employer = Employer(id: try identifier(""), name: name)
        employer.creditCode = code
        save(employer, before: nil)
        note(employer, known: nil, namedBy: row)
        return employer.id
    }

    /// By credit code, else by name; two codes are two employers, whatever
    /// their names.
    private func knownEmployer(code: CreditCode?, name: String) -> RecordID? {
        if let code, let id = employers.find(code: code, name: name) { return id }
        guard let id = employers.find(name: name) else { return nil }
        if let code, let known = register.employers[id]?.creditCode, known != code { return nil }
        return id
    }

    @discardableResult
    private mutating func save(_ employer: Employer, before: Employer?) -> ImportPlan.Outcome {
        employers.insert(employer)
        register.update(employer)
        return plan.put(employer, before: before)
    }

    // MARK: - Employers

    private mutating func readEmployers(_ understood: UnderstoodSheet, _ file: SheetFile) throws(SheetError) {
        var sheet = try RecordSheet<EmployerEntry>(understood, of: file)
        while let row = try sheet.next() {
            try look(file)
            read(row) { importer, reading throws(CellProblem) in try importer.saveEmployer(row, &reading) }
        }
    }

    private mutating func saveEmployer(_ row: SheetRow<EmployerEntry>, _ reading: inout CellReading) throws(CellProblem) {
        // Told apart by identifier, credit code or name, in this order.
        var read = EmployerEntry(id: try identifier(row.identifier), near: register.station.place, day: day)
        var trial = reading
        try row.fill(&read, isNew: row.identifier.isEmpty, &trial)
        let knownID =
            row.identifier.isEmpty
            ? knownEmployer(code: read.employer.creditCode, name: read.employer.name) : register.standing(employer: read.employer.id)
        if !row.identifier.isEmpty, let knownID, knownID != read.employer.id { warn(row, Phrase.merged(read.employer.id, into: knownID), sort: "merged") }
        let known = knownID.flatMap { register.employers[$0] }
        var entry = known.map { EmployerEntry($0.stands ? $0 : $0.present()) } ?? read
        try row.fill(&entry, isNew: known == nil, &reading)
        let employer = try entry.finish(&reading)
        note(employer, known: known, row, save(employer, before: known))
    }

    // MARK: - Distances

    private mutating func readDistances(_ understood: UnderstoodSheet, _ file: SheetFile) throws(SheetError) {
        var columns: [Int: DistanceColumn] = [:]
        for column in understood.columns {
            if case .column(let id) = column.meaning { columns[column.position] = DistanceColumn(rawValue: id) }
        }
        var lines = try file.lines(sheet: understood.sheet)
        while let line = try lines.next(understood) {
            try look(file)
            plan.countRow()
            var cells: [DistanceColumn: String] = [:]
            for (position, column) in columns where position < line.cells.count { cells[column] = line.cells[position] }
            do throws(CellProblem) {
                let distance = try readings.with { reading throws(CellProblem) in try reading.distance(cells) }
                register.update(distance)
                plan.put(distance)
            } catch {
                plan.refuse(RowNote(file: file.name, line: line.line, reason: error.message, cells: line.cells, titles: understood.titles))
            }
        }
    }

    // MARK: - What all kinds share

    /// Tells how far it is, and stops where it shall.
    func look(_ file: SheetFile) throws(SheetError) {
        guard plan.rowCount % ImportWatch.stride == 0 else { return }
        watch.progressed(plan.rowCount)
        if watch.isStopped() { throw .stopped(file: file.name) }
        // Refused rows are kept whole, to be written to a file; where there is
        // nothing else, the file is no sheet of ours, and may have any length.
        if plan.refusals.count >= mostUnusable, plan.refusals.count == plan.rowCount, let first = plan.refusals.first {
            throw .nothingUsable(file: file.name, rows: plan.rowCount, first.reason)
        }
    }

    private mutating func check(_ sheet: UnderstoodSheet) throws(SheetError) {
        let line = sheet.header?.lowerBound ?? 1
        if let column = sheet.missing.first { throw .missingColumn(file: sheet.file, line: line, column.title) }
        for doubt in sheet.doubts {
            plan.warn(file: sheet.file, reason: doubt.chinese) { RowNote(file: sheet.file, line: line, reason: doubt, cells: [], titles: sheet.titles) }
        }
    }

    private mutating func read<Entry: RecordEntry>(
        _ row: SheetRow<Entry>, _ save: (inout SheetImporter, inout CellReading) throws(CellProblem) -> Void
    ) {
        plan.countRow()
        readings.with { reading in
            do throws(CellProblem) {
                try save(&self, &reading)
                warn(row, reading.takeWarnings())
            } catch {
                _ = reading.takeWarnings()
                refuse(row, error)
            }
        }
    }

    /// What was odd about a row that goes in.
    mutating func warn<Entry: RecordEntry>(_ row: SheetRow<Entry>, _ warnings: [CellProblem]) {
        for warning in warnings {
            plan.warn(file: row.layout.sheet.file, about: warning.column.chinese, reason: warning.reason.chinese) { row.note(warning.message) }
        }
        if let doubt = row.layout.width.doubt(row.line) { warn(row, doubt.reason, sort: doubt.sort) }
    }

    mutating func warn<Entry: RecordEntry>(_ row: SheetRow<Entry>, _ reason: Phrase, sort: String) {
        plan.warn(file: row.layout.sheet.file, reason: sort) { row.note(reason) }
    }

    /// Why a cell makes no sense may be that it stands where another should.
    mutating func refuse<Entry: RecordEntry>(_ row: SheetRow<Entry>, _ problem: CellProblem) {
        let doubt = row.layout.width.doubt(row.line).map { $0.reason.asNextSentence } ?? Phrase(verbatim: "")
        plan.refuse(row.note(problem.message + doubt))
    }

    /// A sheet's identifier, or one that stands for what the station will
    /// give.
    mutating func identifier(_ text: String) throws(CellProblem) -> RecordID {
        if !text.isEmpty {
            if let id = RecordID(text), !text.hasPrefix("?") { return id }
        } else {
            provisionalCount += 1
            if let id = RecordID.provisional(provisionalCount) { return id }
        }
        throw CellProblem(
            column: Phrase("编号", "identifier"), value: text, reason: Phrase("不能作编号", "cannot be an identifier"),
            mend: Phrase("请用不以问号开头、不含换行的文字，或留空", "use text without line breaks that does not begin with a question mark, or leave it empty"))
    }
}

extension Phrase {
    /// Behind another sentence.
    fileprivate var asNextSentence: Phrase { Phrase(chinese, " " + english.prefix(1).uppercased() + english.dropFirst()) }

    static func merged(_ id: RecordID, into standing: RecordID) -> Phrase {
        Phrase("\(id.text) 已合并到 \(standing.text)，更新的是 \(standing.text)。", "\(id.text) was merged into \(standing.text), which the row updates.")
    }
}

/// Employers by what a sheet names them by.
private struct EmployerIndex: Sendable {
    /// Where the station has an employer twice, all of them, the first in
    /// front: a sheet that is read again must not move jobs from one to the
    /// other.
    private var byCode: [CreditCode: [Named]] = [:]
    private var byName: [String: [Named]] = [:]

    private struct Named: Sendable {
        let id: RecordID
        let name: String
    }

    mutating func insert(_ employer: Employer) {
        let named = Named(id: employer.id, name: PlainText.key(employer.name))
        if let code = employer.creditCode { Self.put(named, at: code, &byCode) }
        Self.put(named, at: named.name, &byName)
    }

    private static func put<Key>(_ named: Named, at key: Key, _ index: inout [Key: [Named]]) {
        if let position = index[key]?.firstIndex(where: { $0.id == named.id }) {
            index[key]?[position] = named
        } else {
            index[key, default: []].append(named)
        }
    }

    /// An employer that was merged into another may still be called what it
    /// was called, where nobody else is.
    mutating func insert(merged employer: Employer, _ register: Register) {
        guard employer.absence?.standing != nil else { return }
        let id = register.standing(employer: employer.id)
        let named = Named(id: id, name: PlainText.key(employer.name))
        if let code = employer.creditCode, byCode[code] == nil { byCode[code] = [named] }
        if byName[named.name] == nil { byName[named.name] = [named] }
    }

    /// Of several with that code, the one of that name.
    func find(code: CreditCode, name: String) -> RecordID? {
        let key = PlainText.key(name)
        return byCode[code]?.first { $0.name == key }?.id ?? byCode[code]?.first?.id
    }

    func find(name: String) -> RecordID? { byName[PlainText.key(name)]?.first?.id }
}

extension CellReading {
    fileprivate func distance(_ cells: [DistanceColumn: String]) throws(CellProblem) -> Distance {
        func cell(_ column: DistanceColumn) throws(CellProblem) -> String {
            let text = PlainText.trimmed(cells[column] ?? "")
            guard !text.isEmpty else {
                throw CellProblem(
                    column: column.title, value: "", reason: Phrase("必填，这里是空的", "required, and empty"), mend: Phrase("请补上", "fill it in"))
            }
            return text
        }
        let kilometres = try cell(.kilometres)
        guard let number = Double(PlainText.key(kilometres)), number >= 0, number < 10_000 else {
            throw CellProblem(
                column: DistanceColumn.kilometres.title, value: kilometres, reason: Phrase("不是公里数", "not kilometres"),
                mend: Phrase("请填数字", "write a number"))
        }
        return Distance(
            from: try place(cell(.from)), to: try place(cell(.to)), metres: Int((number * 1000).rounded(.toNearestOrAwayFromZero)))
    }
}
