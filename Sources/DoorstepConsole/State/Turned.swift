import DoorstepCore

/// The screen is turned towards the client: what it says of others, and what
/// is written about anybody, is hidden.
public struct Turned: Hashable, Sendable {
    /// Who sits across the desk, where it is known.
    public let client: RecordID?
}

/// What screens show of records: all they draw comes through here.
extension StationModel {
    /// Whether names, groups and scores of a person are for the eyes of who
    /// is looking.
    func isShown(_ person: RecordID) -> Bool { turned.map { $0.client == person } ?? true }

    /// Whom a placement is about, by the record that stands for theirs now.
    func person(of placement: Placement) -> Person? { person(register.standing(person: placement.person)) }

    func person(_ id: RecordID) -> Person? {
        guard var person = register.people[id], turned != nil else { return register.people[id] }
        person.note = ""
        guard !isShown(id) else { return person }
        if !person.name.isEmpty { person.name = StationModel.hidden }
        person.telephone = ""
        person.identityNumber = nil
        person.recordedGroups = []
        person.extras = [:]
        return person
    }

    func job(_ id: RecordID) -> Job? {
        var job = register.jobs[id]
        if turned != nil {
            job?.note = ""
            job?.contact = ""
            job?.telephone = ""
        }
        return job
    }

    func employer(_ id: RecordID) -> Employer? {
        var employer = register.employers[id]
        if turned != nil {
            employer?.note = ""
            if employer?.isBarred == true { employer?.barred = StationModel.hidden }
        }
        return employer
    }

    /// The counters of a person's card and the latest services, where they
    /// are for the eyes of who is looking; notes never are a client's.
    func servicesTold(of person: RecordID, latest count: Int) -> [DetailLine] {
        guard isShown(person) else { return [] }
        return [DetailLine(ServiceCounts(of: person, register).phrase)]
            + register.services(of: .person(person)).suffix(count).map { service in
                let note = service.note.isEmpty || turned != nil ? "" : " " + service.note
                return DetailLine(service.told + Phrase(verbatim: note), .muted)
            }
    }

    private static let hidden = "***"
}
