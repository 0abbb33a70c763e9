/// Several records that are changed together: as whoever changes them knew
/// them, and as they shall be.
public struct RecordsEdit: Equatable, Sendable {
    public private(set) var before: [RecordChange] = []
    /// Employers before the jobs that name them.
    public private(set) var after: [RecordChange] = []

    public init() {}

    mutating func add(_ before: RecordChange, _ after: RecordChange) {
        self.before.append(before)
        self.after.append(after)
    }

    /// What puts everything as it was.
    public var reversed: RecordsEdit {
        var reversed = RecordsEdit()
        (reversed.before, reversed.after) = (after, before)
        return reversed
    }
}

// MARK: - Records of one kind, without what they name

extension EditedRecord {
    /// As `init(_:_:_:)`, one that was erased too.
    init?(anyOf kind: RecordID.Kind, _ id: RecordID, _ register: Register) {
        if kind == .person, let person = register.people[id] { self = .person(person) } else { self.init(kind, id, register) }
    }

    /// The record alone, as a register takes it in.
    public var ownChange: RecordChange {
        switch self {
        case .person(let person): .person(person)
        case .job(let job, _): .job(job)
        case .employer(let employer): .employer(employer)
        }
    }

    func absent(_ absence: Absence) -> EditedRecord {
        switch self {
        case .person(let person): .person(person.absent(absence))
        case .job(let job, let employer): .job(job.absent(absence), employer: employer)
        case .employer(let employer): .employer(employer.absent(absence))
        }
    }

    /// In the store's words; empty where such records have none.
    var status: String {
        switch self {
        case .person(let person): person.status.rawValue
        case .job(let job, _): job.status.rawValue
        case .employer: ""
        }
    }

    /// The record as it stood with a status.
    func standing(status: String) -> EditedRecord {
        switch self {
        case .person(let person):
            var standing = person.present()
            standing.status = PersonStatus(rawValue: status) ?? standing.status
            return .person(standing)
        case .job(let job, let employer):
            var standing = job.present()
            standing.status = JobStatus(rawValue: status) ?? standing.status
            return .job(standing, employer: employer)
        case .employer(let employer): return .employer(employer.present())
        }
    }

    var employer: RecordID? {
        if case .job(let job, _) = self { job.employer } else { nil }
    }

    /// With other texts, in the store's words, in some columns; the rest
    /// stays to the letter.
    ///
    /// - Parameter employer: of a job, another one.
    func changed(
        _ texts: [String: String], employer: RecordID?, _ register: Register, _ catalogue: Catalogue, day: Day
    ) throws(MergeRefusal) -> EditedRecord {
        var changed = self
        if !texts.isEmpty {
            do throws(FieldProblems) {
                changed = try RecordEditor(register, catalogue, day: day, namesNearestSkills: false).read(kind, changed: texts, before: self).record
            } catch {
                throw error.first(kind).map { .column($0) } ?? .unknown(id.text)
            }
        }
        guard let employer, case .job(var job, _) = changed, let named = register.employers[employer] else { return changed }
        job.employer = employer
        return .job(job, employer: named)
    }

    /// With what the lists of the two say together; nil where they are of two
    /// kinds.
    func joined(with other: EditedRecord) -> EditedRecord? {
        switch (self, other) {
        case (.person(let one), .person(let two)): return .person(one.joined(with: two))
        case (.job(let one, let employer), .job(let two, _)): return .job(one.joined(with: two), employer: employer)
        case (.employer(let one), .employer(let two)):
            var joined = one
            joined.note = EditedRecord.note(one.note, two.note)
            return .employer(joined)
        default: return nil
        }
    }

    fileprivate static func note(_ one: String, _ two: String) -> String {
        one.isEmpty || one.contains(two) ? (one.isEmpty ? two : one) : two.isEmpty ? one : one + "\n" + two
    }
}

extension Person {
    fileprivate func joined(with other: Person) -> Person {
        var joined = self
        joined.skills = skills.map { held in
            // Of a skill that both name, the higher level.
            other.skills.filter { $0.name == held.name && $0.level.rawValue > held.level.rawValue }.max { $0.level.rawValue < $1.level.rawValue } ?? held
        } + other.skills.filter { skill in !skills.contains { $0.name == skill.name } }
        joined.certificates = certificates.map { held in
            // And of a certificate the one that is good for longer.
            other.certificates.first { $0.name == held.name && $0.outlasts(held) } ?? held
        } + other.certificates.filter { certificate in !certificates.contains { $0.name == certificate.name } }
        joined.recordedGroups = recordedGroups.union(other.recordedGroups)
        joined.wants = Array((wants + other.wants.filter { !wants.contains($0) }).prefix(3))
        joined.kinds = kinds + other.kinds.filter { !kinds.contains($0) }
        joined.areas = areas + other.areas.filter { !areas.contains($0) }
        joined.note = EditedRecord.note(note, other.note)
        return joined
    }
}

extension HeldCertificate {
    fileprivate func outlasts(_ other: HeldCertificate) -> Bool {
        guard let end = other.expires else { return false }
        return expires.map { $0 > end } ?? true
    }
}

extension Job {
    fileprivate func joined(with other: Job) -> Job {
        var joined = self
        joined.skills = skills + other.skills.filter { skill in !skills.contains { $0.name == skill.name } }
        joined.certificates = certificates + other.certificates.filter { !certificates.contains($0) }
        joined.prefers = prefers.union(other.prefers)
        joined.reservedFor = reservedFor.union(other.reservedFor)
        joined.note = EditedRecord.note(note, other.note)
        return joined
    }
}
