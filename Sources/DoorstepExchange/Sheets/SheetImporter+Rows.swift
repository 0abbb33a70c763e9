import DoorstepCore

/// People and jobs: sheets of them have a hundred thousand rows, whose cells
/// are read on all processors; what rows have to do with each other is looked
/// at in their order.
extension SheetImporter {
    /// How many rows are worth handing to a processor at once.
    private static let portion = 256

    // MARK: - People

    mutating func readPeople(_ understood: UnderstoodSheet, _ file: SheetFile) throws(SheetError) {
        try readAhead(
            understood, file,
            start: { importer, named in
                let id = importer.register.standing(person: named)
                let known = importer.register.people[id]
                let entry = known.map { PersonEntry($0.stands ? $0 : $0.present()) } ?? PersonEntry(id: id, near: importer.register.station.place, day: importer.day)
                return DraftedRow.Start(named: named, id: id, basis: DraftedRow.Basis(known: known, employer: nil), entry: entry)
            },
            asides: { row, entry, _ in
                for aside in row.asides where PersonEntry.noted.contains(aside.title) { entry.note(aside.title, aside.text) }
            },
            save: { importer, row, start, content in
                for aside in row.asides where !aside.text.isEmpty && !PersonEntry.noted.contains(aside.title) {
                    importer.plan.warn(file: row.layout.sheet.file, about: aside.title, reason: "") {
                        row.note(Phrase("“\(aside.title)”不保存，已略去。", "“\(aside.title)” is not kept and was dropped."))
                    }
                }
                importer.register.update(content.record)
                importer.note(content.record, known: start.basis.known, row, importer.plan.put(content.record, before: start.basis.known))
            })
    }

    // MARK: - Jobs

    mutating func readJobs(_ understood: UnderstoodSheet, _ file: SheetFile) throws(SheetError) {
        try readAhead(
            understood, file,
            start: { importer, named in
                let id = importer.register.standing(job: named)
                let known = importer.register.jobs[id]
                let employer = known.flatMap { importer.register.employers[$0.employer] }
                let entry = known.map { JobEntry($0.stands ? $0 : $0.present(), employer: employer) } ?? JobEntry(id: id, near: importer.register.station.place, day: importer.day)
                return DraftedRow.Start(named: named, id: id, basis: DraftedRow.Basis(known: known, employer: employer), entry: entry)
            },
            asides: { row, entry, reading in
                for aside in row.asides { entry.noteDemand(aside.title, aside.text, &reading) }
            },
            save: { importer, row, start, content throws(CellProblem) in
                var job = content.record
                job.employer = try importer.employer(named: content.entry.employerName, code: content.entry.creditCode, row)
                importer.register.update(job)
                importer.note(job, known: start.basis.known, row, importer.plan.put(job, before: start.basis.known))
            })
    }

    // MARK: - Both

    /// - Parameters:
    ///   - start: what the row of an identifier begins with, by what is known
    ///     when it is called.
    ///   - asides: takes what the sheet has beside the record's columns.
    ///   - save: takes a row's record in, as the next of the sheet.
    private mutating func readAhead<Entry: RecordEntry>(
        _ understood: UnderstoodSheet, _ file: SheetFile,
        start: (SheetImporter, RecordID) -> DraftedRow<Entry>.Start,
        asides: @escaping @Sendable (SheetRow<Entry>, inout Entry, inout CellReading) -> Void,
        save: (inout SheetImporter, SheetRow<Entry>, DraftedRow<Entry>.Start, FilledRow<Entry>.Content) throws(CellProblem) -> Void
    ) throws(SheetError) where Entry.Record: Equatable {
        var sheet = try RecordSheet<Entry>(understood, of: file)
        let (hasOneWageColumn, absent) = (SheetImporter.hasOneWageColumn(understood), SheetImporter.absentColumns(understood))
        let readings = readings
        let fill: @Sendable ([DraftedRow<Entry>]) -> [FilledRow<Entry>] = { drafts in
            readings.with { reading in
                (reading.hasOneWageColumn, reading.absent) = (hasOneWageColumn, absent)
                return drafts.map { FilledRow($0, &reading, asides: asides) }
            }
        }
        var ahead = HandedAhead<[DraftedRow<Entry>], [FilledRow<Entry>]>(fill)
        while let filled = try ahead.next({ () throws(SheetError) in try drafts(&sheet, start) }) {
            for row in filled {
                try look(file)
                plan.countRow()
                take(row, start, fill, save)
            }
        }
    }

    /// The next rows, and what each begins with; nil at the end.
    private mutating func drafts<Entry: RecordEntry>(
        _ sheet: inout RecordSheet<Entry>, _ start: (SheetImporter, RecordID) -> DraftedRow<Entry>.Start
    ) throws(SheetError) -> [DraftedRow<Entry>]? where Entry.Record: Equatable {
        var drafts: [DraftedRow<Entry>] = []
        drafts.reserveCapacity(SheetImporter.portion)
        while drafts.count < SheetImporter.portion, let row = try sheet.next() {
            do throws(CellProblem) {
                drafts.append(DraftedRow(row: row, start: .success(start(self, try identifier(row.identifier)))))
            } catch {
                drafts.append(DraftedRow(row: row, start: .failure(error)))
            }
        }
        return drafts.isEmpty ? nil : drafts
    }

    private mutating func take<Entry: RecordEntry>(
        _ filled: FilledRow<Entry>, _ start: (SheetImporter, RecordID) -> DraftedRow<Entry>.Start,
        _ fill: ([DraftedRow<Entry>]) -> [FilledRow<Entry>],
        _ save: (inout SheetImporter, SheetRow<Entry>, DraftedRow<Entry>.Start, FilledRow<Entry>.Content) throws(CellProblem) -> Void
    ) where Entry.Record: Equatable {
        let row = filled.draft.row
        do throws(CellProblem) {
            var filled = filled
            var begun = try filled.draft.start.get()
            if begun.named != begun.id { warn(row, Phrase.merged(begun.named, into: begun.id), sort: "merged") }
            let now = start(self, begun.named)
            if now.basis != begun.basis, let again = fill([DraftedRow(row: row, start: .success(now))]).first { (filled, begun) = (again, now) }
            try save(&self, row, begun, filled.result.get())
            warn(row, filled.warnings)
        } catch {
            refuse(row, error)
        }
    }
}
