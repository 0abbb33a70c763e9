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
        counts.warnings = warnings.count
        return counts
    }

    public var report: IntakeReport {
        func first(_ notes: [RowNote]) -> [IntakeNote] {
            notes.prefix(IntakeReport.mostNotes).map { IntakeNote(line: $0.line, reason: $0.reason, cells: $0.cells) }
        }
        return IntakeReport(counts: counts, refusals: first(refusals), warnings: first(warnings))
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
