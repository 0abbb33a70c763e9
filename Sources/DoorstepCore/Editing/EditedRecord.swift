/// A record that somebody makes or changes by hand.
public enum EditedRecord: Hashable, Sendable {
    case person(Person)
    /// With the employer that it names, as the station has them.
    case job(Job, employer: Employer)
    case employer(Employer)

    public var id: RecordID {
        switch self {
        case .person(let person): person.id
        case .job(let job, _): job.id
        case .employer(let employer): employer.id
        }
    }

    public var kind: RecordID.Kind {
        switch self {
        case .person: .person
        case .job: .job
        case .employer: .employer
        }
    }

    /// What to call it: a person's name, a job's title.
    public var name: String {
        switch self {
        case .person(let person): person.name
        case .job(let job, _): job.title
        case .employer(let employer): employer.name
        }
    }

    /// Nil where the register has none of that kind under the identifier, or
    /// the person was erased.
    public init?(_ kind: RecordID.Kind, _ id: RecordID, _ register: Register) {
        switch kind {
        case .person:
            guard let person = register.people[id], !person.name.isEmpty else { return nil }
            self = .person(person)
        case .job:
            guard let job = register.jobs[id], let employer = register.employers[job.employer] else { return nil }
            self = .job(job, employer: employer)
        case .employer:
            guard let employer = register.employers[id] else { return nil }
            self = .employer(employer)
        case .placement: return nil
        }
    }

    /// The record as it is when its making is taken back: it stays, since
    /// nothing leaves the journal's reach, but does not stand any more.
    public var withdrawn: EditedRecord {
        switch self {
        case .person(let person): .person(person.absent(.takenBack))
        case .job(let job, let employer): .job(job.absent(.takenBack), employer: employer)
        case .employer(let employer): .employer(employer.absent(.takenBack))
        }
    }

    /// Why it does not stand; nil where it does.
    public var absence: Absence? {
        switch self {
        case .person(let person): person.absence
        case .job(let job, _): job.absence
        case .employer(let employer): employer.absence
        }
    }
}
