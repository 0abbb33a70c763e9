/// A record that was made or changed, as it is now: what a register and all
/// that is derived from it take in.
public enum RecordChange: Equatable, Sendable {
    case person(Person)
    case job(Job)
    case employer(Employer)
    case placement(Placement)
    case distance(Distance)
    case service(Service)
}

/// Takes in records one by one, and with each what is derived from it.
public protocol RecordKeeper {
    mutating func update(_ person: Person)
    mutating func update(_ job: Job)
    mutating func update(_ employer: Employer)
    mutating func update(_ placement: Placement)
    mutating func update(_ distance: Distance)
    mutating func update(_ service: Service)
}

extension RecordKeeper {
    public mutating func update(_ change: RecordChange) {
        switch change {
        case .person(let person): update(person)
        case .job(let job): update(job)
        case .employer(let employer): update(employer)
        case .placement(let placement): update(placement)
        case .distance(let distance): update(distance)
        case .service(let service): update(service)
        }
    }
}

extension Register: RecordKeeper {}
extension MatchIndex: RecordKeeper {}
