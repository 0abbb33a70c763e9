import DoorstepCore

/// What is known so far, to tell whether a row's record is among it: made for
/// a kind of records with the first of its rows.
struct KnownDoubles: Sendable {
    let rules: DoubleRules
    var people: DoubleIndex<Person>?
    var jobs: DoubleIndex<Job>?
    var employers: DoubleIndex<Employer>?
    /// The double that a new record's row is, by the record.
    var numbers: [RecordID: Int] = [:]
}

extension SheetImporter {
    /// Looks whether a person of a row is known, and takes them in.
    ///
    /// - Parameter known: as they were before the row.
    mutating func note(_ person: Person, known: Person?, _ row: SheetRow<PersonEntry>, _ outcome: ImportPlan.Outcome) {
        var index = doubles.people ?? DoubleIndex(registerBefore.people, doubles.rules)
        // Held once alone, so that taking one in copies nothing.
        doubles.people = nil
        let found = index.double(of: person, in: register.people)
        index.insert(person, before: known, in: register.people)
        doubles.people = index
        let read = ImportDouble.Row(content: .person(row), outcome: outcome)
        note(found, of: person, known: known, in: register.people, .person, read) { row.note($0) }
    }

    mutating func note(_ job: Job, known: Job?, _ row: SheetRow<JobEntry>, _ outcome: ImportPlan.Outcome) {
        var index = doubles.jobs ?? DoubleIndex(registerBefore.jobs, doubles.rules)
        doubles.jobs = nil
        let found = index.double(of: job, in: register.jobs)
        index.insert(job, before: known, in: register.jobs)
        doubles.jobs = index
        let read = ImportDouble.Row(content: .job(row), outcome: outcome)
        note(found, of: job, known: known, in: register.jobs, .job, read) { row.note($0) }
    }

    mutating func note(_ employer: Employer, known: Employer?, _ row: SheetRow<EmployerEntry>, _ outcome: ImportPlan.Outcome) {
        let found = double(of: employer, known: known)
        let read = ImportDouble.Row(content: .employer(row), outcome: outcome)
        note(found, of: employer, known: known, in: register.employers, .employer, read) { row.note($0) }
    }

    /// Of an employer that a job's row names, and that has no row of its own.
    mutating func note(_ employer: Employer, known: Employer?, namedBy row: SheetRow<JobEntry>) {
        let found = double(of: employer, known: known)
        note(found, of: employer, known: known, in: register.employers, .employer, nil) { row.note($0) }
    }

    private mutating func double(of employer: Employer, known: Employer?) -> (known: RecordID, reason: DoubleReason)? {
        var index = doubles.employers ?? DoubleIndex(registerBefore.employers, doubles.rules)
        doubles.employers = nil
        let found = index.double(of: employer, in: register.employers)
        index.insert(employer, before: known, in: register.employers)
        doubles.employers = index
        return found
    }

    private mutating func note<Record: DoubleRecord>(
        _ found: (known: RecordID, reason: DoubleReason)?, of record: Record, known: Record?, in records: RecordTable<Record>, _ kind: RecordID.Kind,
        _ read: ImportDouble.Row?, _ note: (Phrase) -> RowNote
    ) {
        if let read, known != nil, let number = doubles.numbers[record.id] { plan.add(read, toDouble: number) }
        guard let found else { return }
        // What was a double before the row is no news of the row's.
        if found.reason != .identityNumber, let known, records[found.known].map({ known.isDouble(of: $0, found.reason, doubles.rules) }) == true { return }
        let note = note(told(found, kind))
        let isNew = known == nil
        let number = plan.doubles.count
        if isNew { doubles.numbers[record.id] = number }
        plan.add(
            ImportDouble(
                id: number, kind: kind, reason: found.reason, note: note, record: record.id, known: found.known,
                choices: !isNew ? [.keep] : read == nil ? [.keep, .merge] : DoubleDecision.allCases, rows: isNew ? [read].compactMap(\.self) : []))
    }

    private func told(_ found: (known: RecordID, reason: DoubleReason), _ kind: RecordID.Kind) -> Phrase {
        let known = shown(found.known, kind)
        return switch found.reason {
        case .identityNumber:
            Phrase("证件号码与 \(known) 相同，可能是同一人，请核对。", "the identity number is that of \(known) too; possibly the same person, check it.")
        case .telephoneAndName, .nameAndBirth:
            Phrase("与 \(known) \(found.reason.phrase.chinese)，可能是同一人，请核对。", "\(found.reason.phrase.english) as \(known); possibly the same person, check it.")
        case .creditCode, .employerName:
            Phrase("与 \(known) \(found.reason.phrase.chinese)，可能是同一单位，请核对。", "\(found.reason.phrase.english) as \(known); possibly the same employer, check it.")
        case .posting:
            Phrase("与 \(known) 是同一单位、同一地点的同一岗位，可能重复发布，请核对。", "the same job at the same place as \(known); possibly posted twice, check it.")
        }
    }

    /// One that has no identifier yet is called by its name.
    private func shown(_ id: RecordID, _ kind: RecordID.Kind) -> String {
        guard id.isProvisional else { return id.text }
        return switch kind {
        case .person: register.people[id].map { Masking.name($0.name) } ?? id.text
        case .job: register.jobs[id]?.title ?? id.text
        case .employer: register.employers[id]?.name ?? id.text
        case .placement: id.text
        }
    }

    // MARK: - Reading a row again

    /// For a row that was read before: what was odd about it was said then, so
    /// that nobody takes the warnings of this one.
    func readingAgain(_ sheet: UnderstoodSheet) -> CellReading {
        var reading = readings.reading()
        reading.hasOneWageColumn = SheetImporter.hasOneWageColumn(sheet)
        reading.absent = SheetImporter.absentColumns(sheet)
        return reading
    }

    static func hasOneWageColumn(_ sheet: UnderstoodSheet) -> Bool {
        sheet.kind == .jobs && sheet.has(.column("wage_min")) && !sheet.has(.column("wage_max"))
    }

    /// Columns of a job that follow from others where a sheet has none of
    /// them.
    static func absentColumns(_ sheet: UnderstoodSheet) -> Set<String> {
        sheet.kind == .jobs ? Set(["occupation", "skills", "lodging"].filter { !sheet.has(.column($0)) }) : []
    }
}
