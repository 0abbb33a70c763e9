import DoorstepCore

/// What an import would do, before anything is done: the records as they
/// will be, what is refused and why, and what is worth a second look.
public struct ImportPlan: Sendable {
    public fileprivate(set) var people = Changes<Person>()
    public fileprivate(set) var jobs = Changes<Job>()
    public fileprivate(set) var employers = Changes<Employer>()
    public fileprivate(set) var distances: [Distance] = []
    public fileprivate(set) var refusals: [RowNote] = []
    fileprivate var warned = WarningTally()
    /// Rows whose records may be known already; unless somebody decides
    /// otherwise, both stand.
    public fileprivate(set) var doubles: [ImportDouble] = []
    /// Doubles that are none any more, by what was decided.
    fileprivate var settled: Set<Int> = []
    /// What was decided about them.
    public internal(set) var decisions = DoubleDecisions()
    /// Rows with anything in them below the header.
    public fileprivate(set) var rowCount = 0

    /// Records of one kind, new and changed, in the order of the sheet.
    public struct Changes<Record: Identifiable & Sendable & Equatable>: Sendable where Record.ID == RecordID {
        public fileprivate(set) var records: [Record] = []
        public fileprivate(set) var newCount = 0
        public fileprivate(set) var changedCount = 0
        public fileprivate(set) var unchangedCount = 0
        fileprivate var positions: [RecordID: Int] = [:]

        fileprivate mutating func put(_ record: Record) {
            if let position = positions[record.id] {
                records[position] = record
            } else {
                positions[record.id] = records.count
                records.append(record)
            }
        }

        fileprivate mutating func uncount(_ outcome: Outcome) {
            switch outcome {
            case .new: newCount -= 1
            case .changed: changedCount -= 1
            case .unchanged: unchangedCount -= 1
            }
        }

        /// Takes records out, whose rows no longer count.
        fileprivate mutating func remove(_ ids: Set<RecordID>) {
            guard ids.contains(where: { positions[$0] != nil }) else { return }
            records.removeAll { ids.contains($0.id) }
            positions = Dictionary(uniqueKeysWithValues: records.enumerated().map { ($1.id, $0) })
        }

        /// The records that wait for an identifier from the station.
        public var waiting: [Record] { records.filter { $0.id.isProvisional } }
    }

    /// What a row came to.
    enum Outcome: Sendable {
        case new, changed, unchanged
    }

    /// What is worth a second look: of each sort the first, and then a note
    /// for each sort that has more (`RowNote.further`).
    public var warnings: [RowNote] { notes.first + notes.further }

    /// How many there are, those that are only counted included.
    public var warningCount: Int { warned.count + doubles.count - settled.count }

    var notes: (first: [RowNote], further: [RowNote]) {
        var (first, further) = warned.notes
        // Doubles have their rows with them: those that still stand are told,
        // whichever they are.
        var counts: [DoubleReason: (example: ImportDouble, count: Int)] = [:]
        for double in doubles where !settled.contains(double.id) {
            let count = (counts[double.reason]?.count ?? 0) + 1
            counts[double.reason] = (counts[double.reason]?.example ?? double, count)
            if count <= WarningTally.mostOfSort { first.append(double.note) }
        }
        let standing = counts.values.sorted { $0.example.id < $1.example.id }
        further += standing.compactMap { $0.example.note.standing(for: $0.count - WarningTally.mostOfSort) }
        return (first, further)
    }

    /// Nothing would be saved.
    public var isEmpty: Bool {
        people.records.isEmpty && jobs.records.isEmpty && employers.records.isEmpty && distances.isEmpty
    }

    /// The plan with the station's identifiers in the place of provisional
    /// ones, in order.
    public func identified(people: [RecordID], jobs: [RecordID], employers: [RecordID]) -> ImportPlan {
        var plan = self
        let employerIDs = ImportPlan.pairs(plan.employers.waiting, employers)
        let jobIDs = ImportPlan.pairs(plan.jobs.waiting, jobs)
        let personIDs = ImportPlan.pairs(plan.people.waiting, people)
        plan.employers.records = plan.employers.records.map { $0.identified(as: employerIDs[$0.id] ?? $0.id) }
        plan.people.records = plan.people.records.map { $0.identified(as: personIDs[$0.id] ?? $0.id) }
        plan.jobs.records = plan.jobs.records.map { job in
            var job = job.identified(as: jobIDs[job.id] ?? job.id)
            job.employer = employerIDs[job.employer] ?? job.employer
            return job
        }
        return plan
    }

    private static func pairs<Record: Identifiable>(_ waiting: [Record], _ given: [RecordID]) -> [RecordID: RecordID]
    where Record.ID == RecordID {
        Dictionary(zip(waiting.map(\.id), given), uniquingKeysWith: { first, _ in first })
    }
}

/// What is said of one row.
public struct RowNote: Hashable, Sendable {
    public let file: String
    /// The line of the file on which the row begins, from 1.
    public let line: Int
    public let reason: Phrase
    /// The row as it stands in the file.
    public let cells: [String]
    public let titles: [String]
    /// Somebody chose not to read it.
    public var isByChoice = false
    /// The note stands for so many further ones of its sort, of which it is
    /// the first; 0 where it speaks of its own row alone.
    public internal(set) var further = 0

    init(file: String, line: Int, reason: Phrase, cells: [String], titles: [String]) {
        (self.file, self.line, self.reason, self.cells, self.titles) = (file, line, reason, cells, titles)
    }

    /// `people.csv 第 12 行：证件号码“…”：…`
    public var message: Phrase {
        guard further == 0 else { return Phrase("\(file)", "\(file)") + Phrase("：", ": ") + IntakeNote.further(further, like: line, reason) }
        return Phrase("\(file) 第 \(line) 行：\(reason.chinese)", "\(file) line \(line): \(reason.english)")
    }
}

extension RecordID {
    /// Stands for an identifier that the station has yet to give.
    static func provisional(_ number: Int) -> RecordID? { RecordID("?\(number)") }

    var isProvisional: Bool { text.hasPrefix("?") }
}

// MARK: - Made by the importer

extension ImportPlan {
    mutating func countRow() { rowCount += 1 }

    mutating func refuse(_ note: RowNote) { refusals.append(note) }

    /// - Parameters:
    ///   - about: the column, where it is one that is spoken of.
    ///   - reason: in Chinese; what tells it from warnings of another sort.
    mutating func warn(file: String, about: String = "", reason: String, _ note: () -> RowNote) {
        warned.add(file: file, about: about, reason: reason, note)
    }

    @discardableResult
    mutating func put(_ person: Person, before: Person?) -> Outcome {
        ImportPlan.put(person, before: before, &people)
    }

    @discardableResult
    mutating func put(_ job: Job, before: Job?) -> Outcome {
        ImportPlan.put(job, before: before, &jobs)
    }

    @discardableResult
    mutating func put(_ employer: Employer, before: Employer?) -> Outcome {
        ImportPlan.put(employer, before: before, &employers)
    }

    mutating func put(_ distance: Distance) { distances.append(distance) }

    private static func put<Record: Identifiable & Sendable & Equatable>(
        _ record: Record, before: Record?, _ changes: inout Changes<Record>
    ) -> Outcome {
        if before == record {
            changes.unchangedCount += 1
            return .unchanged
        }
        if before == nil { changes.newCount += 1 } else { changes.changedCount += 1 }
        changes.put(record)
        return before == nil ? .new : .changed
    }

    // MARK: - Doubles

    mutating func add(_ double: ImportDouble) { doubles.append(double) }

    /// A later row names the record of a double's row.
    mutating func add(_ row: ImportDouble.Row, toDouble number: Int) { doubles[number].rows.append(row) }

    /// Rows came to something else.
    mutating func uncount(_ outcomes: [Outcome], _ kind: RecordID.Kind) {
        for outcome in outcomes {
            switch kind {
            case .person: people.uncount(outcome)
            case .job: jobs.uncount(outcome)
            case .employer: employers.uncount(outcome)
            case .placement: break
            }
        }
    }

    /// Takes records out, and what was said of their doubles.
    mutating func remove(_ gone: Set<RecordID>, settled: Set<Int>) {
        people.remove(gone)
        jobs.remove(gone)
        employers.remove(gone)
        self.settled.formUnion(settled)
    }

    /// Jobs of employers that are another one.
    mutating func moveJobs(_ standing: (RecordID) -> RecordID) {
        for position in jobs.records.indices { jobs.records[position].employer = standing(jobs.records[position].employer) }
    }
}
