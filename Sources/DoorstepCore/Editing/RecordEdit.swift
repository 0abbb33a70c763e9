/// A record as the fields of a form or a command say it, read and checked:
/// what is to be saved.
public struct RecordEdit: Hashable, Sendable {
    /// With a provisional identifier where it is new.
    public let record: EditedRecord
    /// As whoever edits it knew it; nil for a new one.
    public let before: EditedRecord?
    /// The job's employer is new as well, or got their credit code.
    public let changesEmployer: Bool
    /// What is odd and kept.
    public let warnings: [CellProblem]

    /// What the register takes in, employers first.
    public var changes: [RecordChange] {
        switch record {
        case .person(let person): [.person(person)]
        case .job(let job, let employer): (changesEmployer ? [.employer(employer)] : []) + [.job(job)]
        case .employer(let employer): [.employer(employer)]
        }
    }

    /// Nothing of it differs from what it was.
    public var isUnchanged: Bool { record == before }

    /// One that puts a record as it was in the place of what it became.
    public init(record: EditedRecord, before: EditedRecord?) {
        self.init(record: record, before: before, changesEmployer: false, warnings: [])
    }

    fileprivate init(record: EditedRecord, before: EditedRecord?, changesEmployer: Bool, warnings: [CellProblem]) {
        (self.record, self.before, self.changesEmployer, self.warnings) = (record, before, changesEmployer, warnings)
    }
}

/// What keeps fields from being saved, by the column's identifier; under ""
/// what several of them say together.
public struct FieldProblems: Error, Hashable, Sendable {
    public fileprivate(set) var byField: [String: CellProblem] = [:]

    /// The first of them, in the order of the fields.
    public func first(_ kind: RecordID.Kind) -> CellProblem? {
        RecordField.all(kind).lazy.compactMap { byField[$0.id] }.first ?? byField[""]
    }
}

/// Reads what stands in the fields of a form.
public struct RecordEditor: Sendable {
    private let register: Register
    private let catalogue: Catalogue
    private let day: Day
    private let namesNearestSkills: Bool

    /// - Parameters:
    ///   - day: the day of working, from which a new record is registered.
    ///   - namesNearestSkills: whether the warning of an unknown skill says
    ///     what it may mean, which takes too long beside a keyboard, where
    ///     completion says it.
    public init(_ register: Register, _ catalogue: Catalogue, day: Day, namesNearestSkills: Bool = true) {
        self.namesNearestSkills = namesNearestSkills
        self.register = register
        self.catalogue = catalogue
        self.day = day
    }

    /// The record with what was typed in some of its fields.
    ///
    /// Fields that nobody touched stay as they are, to the letter: they are
    /// not read back from what a form shows of them.
    ///
    /// - Parameters:
    ///   - before: what is being edited; nil for a new record.
    ///   - changed: by the column's identifier; an empty text clears the
    ///     field.
    public func read(
        _ kind: RecordID.Kind, changed: [String: String], before: EditedRecord?
    ) throws(FieldProblems) -> RecordEdit {
        var reading = reading
        let id = before?.id ?? .provisional
        let near = register.station.place
        let kept = before?.keptTexts(catalogue) ?? [:]
        switch kind {
        case .person:
            var entry = PersonEntry(id: id, near: near, day: day)
            let person = try fill(&entry, changed, kept, &reading)
            return RecordEdit(record: .person(person), before: before, changesEmployer: false, warnings: reading.takeWarnings())
        case .job:
            var entry = JobEntry(id: id, near: near, day: day)
            var job = try fill(&entry, changed, kept, &reading)
            let (employer, isChanged) = employer(entry, isNamed: changed["employer"] != nil || changed["uscc"] != nil, before)
            job.employer = employer.id
            return RecordEdit(record: .job(job, employer: employer), before: before, changesEmployer: isChanged, warnings: reading.takeWarnings())
        case .employer:
            var entry = EmployerEntry(id: id, near: near, day: day)
            let employer = try fill(&entry, changed, kept, &reading)
            return RecordEdit(record: .employer(employer), before: before, changesEmployer: true, warnings: reading.takeWarnings())
        case .placement:
            throw FieldProblems()
        }
    }

    /// What is wrong with one field by itself, and what is odd about it.
    public func check(_ kind: RecordID.Kind, _ field: String, _ text: String) -> (problem: CellProblem?, warnings: [CellProblem]) {
        func check<Entry: RecordEntry>(_ entry: Entry) -> (problem: CellProblem?, warnings: [CellProblem]) {
            guard let column = Entry.column(field) else { return (nil, []) }
            var (entry, reading) = (entry, reading)
            let problem = RecordEditor.problem { () throws(CellProblem) in try entry.read(text, column, &reading) }
            return (problem, reading.takeWarnings())
        }
        return switch kind {
        case .person: check(PersonEntry(id: .provisional, near: register.station.place, day: day))
        case .job: check(JobEntry(id: .provisional, near: register.station.place, day: day))
        case .employer: check(EmployerEntry(id: .provisional, near: register.station.place, day: day))
        case .placement: (nil, [])
        }
    }

    /// Somebody of the register with an identity number, other than the one
    /// who is edited. Looks at everybody.
    public func holder(of number: IdentityNumber, other than: RecordID?) -> Person? {
        let people = register.people
        let position = (0..<people.count).first { people[$0].identityNumber == number && people[$0].id != than && people[$0].stands }
        return position.map { people[$0] }
    }

    private var reading: CellReading {
        var reading = CellReading(catalogue: catalogue, near: register.station.place, day: day)
        reading.namesNearestSkills = namesNearestSkills
        return reading
    }

    private func fill<Entry: RecordEntry>(
        _ entry: inout Entry, _ changed: [String: String], _ kept: [String: String], _ reading: inout CellReading
    ) throws(FieldProblems) -> Entry.Record {
        var problems = FieldProblems()
        for column in Entry.columns {
            let text = changed[column.id] ?? kept[column.id] ?? ""
            if column.isRequired, PlainText.trimmed(text).isEmpty {
                problems.byField[column.id] = CellProblem(
                    column: column.title, value: "", reason: Phrase("必填，这里是空的", "required, and empty"), mend: Phrase("请补上", "fill it in"))
                continue
            }
            // What is odd about the rest was said when it came in.
            reading.isExact = changed[column.id] == nil
            problems.byField[column.id] = RecordEditor.problem { () throws(CellProblem) in try entry.read(text, column, &reading) }
        }
        reading.isExact = changed.isEmpty
        guard problems.byField.isEmpty else { throw problems }
        do throws(CellProblem) {
            return try entry.finish(&reading)
        } catch {
            problems.byField[""] = error
            throw problems
        }
    }

    private static func problem(_ body: () throws(CellProblem) -> Void) -> CellProblem? {
        do throws(CellProblem) { try body() } catch { return error }
        return nil
    }

    /// The employer that a job's fields name: by credit code, else by name;
    /// two codes are two employers, whatever their names. A new one where the
    /// station knows none.
    private func employer(_ entry: JobEntry, isNamed: Bool, _ before: EditedRecord?) -> (employer: Employer, isChanged: Bool) {
        if !isNamed, case .job(_, let employer)? = before { return (register.employers[employer.id] ?? employer, false) }
        let key = PlainText.key(entry.employerName)
        let employers = register.employers
        if let code = entry.creditCode, let known = RecordEditor.standing(employers, register, where: { $0.creditCode == code }) { return (known, false) }
        let known = RecordEditor.standing(employers, register) { employer in
            PlainText.key(employer.name) == key && (entry.creditCode == nil || employer.creditCode == nil)
        }
        guard let known else {
            var employer = Employer(id: .provisional, name: entry.employerName)
            employer.creditCode = entry.creditCode
            return (employer, true)
        }
        var employer = known
        guard let code = entry.creditCode, employer.creditCode == nil else { return (employer, false) }
        employer.creditCode = code
        return (employer, true)
    }

    /// The first employer that stands and fits; else who stands for one that
    /// fits and was merged, which somebody may still call by that name.
    private static func standing(_ employers: RecordTable<Employer>, _ register: Register, where fits: (Employer) -> Bool) -> Employer? {
        var merged: RecordID?
        for position in 0..<employers.count where fits(employers[position]) {
            let absence = employers[position].absence
            if absence == nil { return employers[position] }
            merged = merged ?? absence?.standing
        }
        return merged.flatMap { employers[register.standing(employer: $0)] }
    }
}

extension RecordEdit {
    /// The edit with the station's identifiers in the place of provisional
    /// ones.
    ///
    /// - Parameter identify: gives the next identifier of a kind.
    public func identified<Failure: Error>(_ identify: (RecordID.Kind) throws(Failure) -> RecordID) throws(Failure) -> RecordEdit {
        func identified(_ employer: Employer) throws(Failure) -> Employer {
            employer.id == .provisional ? employer.identified(as: try identify(.employer)) : employer
        }
        let known: EditedRecord
        switch record {
        case .person(let person): known = .person(person.id == .provisional ? person.identified(as: try identify(.person)) : person)
        case .employer(let employer): known = .employer(try identified(employer))
        case .job(let job, let employer):
            let employer = try identified(employer)
            var job = job.id == .provisional ? job.identified(as: try identify(.job)) : job
            job.employer = employer.id
            known = .job(job, employer: employer)
        }
        return RecordEdit(record: known, before: before, changesEmployer: changesEmployer, warnings: warnings)
    }
}

extension RecordID {
    /// Stands for the identifier that the station will give.
    fileprivate static let provisional = RecordID(station: "?", kind: .person, number: 0)
}
