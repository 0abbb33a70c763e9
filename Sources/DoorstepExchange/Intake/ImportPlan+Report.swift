import DoorstepCore

extension ImportPlan {
    public var counts: IntakeCounts {
        func tally<Record>(_ changes: Changes<Record>) -> IntakeCounts.Tally {
            IntakeCounts.Tally(new: changes.newCount, changed: changes.changedCount, unchanged: changes.unchangedCount)
        }
        var counts = IntakeCounts()
        counts.rows = rowCount
        counts.people = tally(people)
        counts.jobs = tally(jobs)
        counts.employers = tally(employers)
        counts.distances = distances.count
        counts.refused = refusals.count
        counts.warnings = warningCount
        for double in doubles { counts.doubles.count(decisions.decision(of: double), isOpen: decisions.isOpen(double)) }
        return counts
    }

    /// The records as they will be.
    public var records: ImportedRecords {
        ImportedRecords(employers: employers.records, people: people.records, jobs: jobs.records, distances: distances)
    }

    /// Of what the plan changes, how it stands now; what it brings is not
    /// among it.
    ///
    /// - Parameter register: on which the plan was made.
    public func before(_ register: Register) -> ImportedRecords {
        ImportedRecords(
            employers: employers.records.compactMap { register.employers[$0.id] }, people: people.records.compactMap { register.people[$0.id] },
            jobs: jobs.records.compactMap { register.jobs[$0.id] },
            distances: distances.compactMap { distance in
                register.distances[distance.from, distance.to].map { Distance(from: distance.from, to: distance.to, metres: $0) }
            })
    }
}

extension SheetImporter {
    /// What a plan of this importer's comes to, as far as it is shown.
    public func report(_ plan: ImportPlan) -> IntakeReport {
        func told(_ notes: some Sequence<RowNote>) -> [IntakeNote] {
            notes.map { IntakeNote(line: $0.line, reason: $0.reason, cells: $0.cells, further: $0.further) }
        }
        // What sums up others is shown whatever else there is no room for.
        let (first, further) = plan.notes
        let summed = further.prefix(IntakeReport.mostNotes / 2)
        return IntakeReport(
            counts: plan.counts, refusals: told(plan.refusals.prefix(IntakeReport.mostNotes)),
            warnings: told(first.prefix(IntakeReport.mostNotes - summed.count)) + told(summed),
            doubles: plan.doubles.prefix(IntakeReport.mostNotes).compactMap { shown($0) }, decisions: plan.decisions)
    }

    private func shown(_ double: ImportDouble) -> IntakeDouble? {
        guard let (row, known) = sides(of: double) else { return nil }
        return IntakeDouble(
            id: double.id, line: double.note.line, reason: double.reason, choices: double.choices, row: row, known: known, isKnownFromSheet: double.known.isProvisional)
    }
}
