import DoorstepCore

extension SheetImporter {
    /// The plan, once it is decided what becomes of its doubles.
    ///
    /// What was read is not read again: rows that are merged are read after
    /// all others, in their order. A row whose known record is itself a row
    /// that was left out stays as it is.
    ///
    /// Complexity: grows with the number of rows that are merged or left out;
    /// where there are any, also with that of the plan's records.
    public func plan(_ decisions: DoubleDecisions) -> ImportPlan {
        var deciding = Deciding(self)
        for double in plan.doubles {
            switch decisions.decision(of: double) {
            case .keep: continue
            case .merge: deciding.merge(double)
            case .skip: deciding.leaveOut(double)
            }
        }
        var plan = deciding.finished()
        plan.decisions = decisions
        return plan
    }

    /// A double's two sides, as they stand where both are kept: the row's
    /// record, and the known one.
    public func sides(of double: ImportDouble) -> (row: EditedRecord, known: EditedRecord)? {
        guard let row = EditedRecord(double.kind, double.record, register), let known = EditedRecord(double.kind, double.known, register) else { return nil }
        return (row, known)
    }
}

/// A plan while decisions are being carried out.
private struct Deciding {
    private let importer: SheetImporter
    private var plan: ImportPlan
    private var register: Register
    /// What rows' own records became: the one that they were merged into, or
    /// nothing.
    private var gone: [RecordID: RecordID?] = [:]
    private var settled: Set<Int> = []

    init(_ importer: SheetImporter) {
        self.importer = importer
        plan = importer.plan
        register = importer.register
    }

    mutating func leaveOut(_ double: ImportDouble) {
        guard standing(double.known) != nil else { return }
        take(double, into: nil)
        for row in double.rows {
            var note = row.note(Phrase("按选择没有读入：\(double.reason.phrase.chinese)。", "not read, as was chosen: \(double.reason.phrase.english)."))
            note.isByChoice = true
            plan.refuse(note)
        }
    }

    mutating func merge(_ double: ImportDouble) {
        guard let target = standing(double.known) else { return }
        take(double, into: target)
        // A new employer that jobs' rows named has no row of its own.
        for row in double.rows {
            do throws(CellProblem) {
                switch row.content {
                case .person(let row): try merge(row, target)
                case .job(let row): try merge(row, target)
                case .employer(let row): try merge(row, target)
                }
            } catch {
                plan.refuse(row.note(error.message))
            }
        }
    }

    /// Takes the row's own record out of the plan.
    private mutating func take(_ double: ImportDouble, into target: RecordID?) {
        gone[double.record] = .some(target)
        settled.insert(double.id)
        plan.uncount(double.rows.map(\.outcome), double.kind)
        if double.rows.isEmpty { plan.uncount([.new], double.kind) }
    }

    /// Who a known record is by now; nil where it was left out.
    private func standing(_ id: RecordID) -> RecordID? {
        var id = id
        while let next = gone[id] {
            guard let next else { return nil }
            id = next
        }
        return id
    }

    private mutating func merge(_ row: SheetRow<PersonEntry>, _ target: RecordID) throws(CellProblem) {
        guard let known = register.people[target] else { return }
        var reading = importer.readingAgain(row.layout.sheet)
        var entry = PersonEntry(known)
        try row.fill(&entry, isNew: false, &reading)
        let person = try entry.finish(&reading)
        register.update(person)
        plan.put(person, before: known)
    }

    private mutating func merge(_ row: SheetRow<JobEntry>, _ target: RecordID) throws(CellProblem) {
        guard let known = register.jobs[target] else { return }
        var reading = importer.readingAgain(row.layout.sheet)
        var entry = JobEntry(known, employer: register.employers[known.employer])
        try row.fill(&entry, isNew: false, &reading)
        for aside in row.asides { entry.noteDemand(aside.title, aside.text, &reading) }
        var job = try entry.finish(&reading)
        // The row named the same employer, perhaps in other words.
        job.employer = known.employer
        register.update(job)
        plan.put(job, before: known)
    }

    private mutating func merge(_ row: SheetRow<EmployerEntry>, _ target: RecordID) throws(CellProblem) {
        guard let known = register.employers[target] else { return }
        var reading = importer.readingAgain(row.layout.sheet)
        var entry = EmployerEntry(known)
        try row.fill(&entry, isNew: false, &reading)
        let employer = try entry.finish(&reading)
        register.update(employer)
        plan.put(employer, before: known)
    }

    consuming func finished() -> ImportPlan {
        guard !gone.isEmpty else { return plan }
        plan.remove(Set(gone.keys), settled: settled)
        plan.moveJobs { [gone] employer in
            var employer = employer
            while let next = gone[employer], let next { employer = next }
            return employer
        }
        return plan
    }
}
