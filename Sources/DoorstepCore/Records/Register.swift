import HashTreeCollections

/// Which station this is.
public struct Station: Hashable, Sendable {
    public let place: PlaceID
    /// The place's code, with which the identifiers that the station gives
    /// begin.
    public let code: String
    public let name: String

    public init(place: Place, name: String) {
        self.place = place.id
        code = place.code
        self.name = name
    }
}

/// All that a station knows, read from its store: a value, which does not
/// change under whoever reads it.
public struct Register: Sendable {
    public let station: Station
    public private(set) var people = RecordTable<Person>()
    public private(set) var jobs = RecordTable<Job>()
    public private(set) var employers = RecordTable<Employer>()
    public private(set) var placements = RecordTable<Placement>()
    public private(set) var distances = DistanceTable()
    /// In the order of recording, those that were taken back with them.
    public private(set) var services = RecordTable<Service>()
    private var placementsOfJob: TreeDictionary<RecordID, [RecordID]> = [:]
    private var placementsOfPerson: TreeDictionary<RecordID, [RecordID]> = [:]
    private var servicesOfRecord: TreeDictionary<RecordID, [Int]> = [:]
    private var peopleMerged = MergeLinks()
    private var jobsMerged = MergeLinks()
    private var employersMerged = MergeLinks()

    public init(station: Station) {
        self.station = station
    }

    public mutating func update(_ person: Person) {
        peopleMerged.update(person.id, person.absence)
        people.update(person)
    }

    public mutating func update(_ job: Job) {
        jobsMerged.update(job.id, job.absence)
        jobs.update(job)
    }

    public mutating func update(_ employer: Employer) {
        employersMerged.update(employer.id, employer.absence)
        employers.update(employer)
    }

    public mutating func update(_ placement: Placement) {
        if placements[placement.id] == nil {
            placementsOfJob[placement.job, default: []].append(placement.id)
            placementsOfPerson[placement.person, default: []].append(placement.id)
        }
        placements.update(placement)
    }

    public mutating func update(_ distance: Distance) {
        distances.insert(distance)
    }

    public mutating func update(_ service: Service) {
        if services[service.id] == nil { servicesOfRecord[service.subject.id, default: []].append(service.number) }
        services.update(service)
    }

    /// What was done for a person or about a job, and for those merged into
    /// it, in the order of recording: all that was not taken back.
    public func services(of subject: Service.Subject) -> [Service] {
        let merged = merged(into: subject.id, subject.kind)
        let numbers = ([subject.id] + merged).flatMap { servicesOfRecord[$0] ?? [] }
        let all = (merged.isEmpty ? numbers : numbers.sorted()).compactMap { services[Service.ID(number: $0)] }
        let takenBack = Set(all.compactMap(\.takesBack))
        return all.filter { $0.takesBack == nil && !takenBack.contains($0.number) }
    }

    /// A job's placements, those of jobs merged into it with them, in the
    /// order they were opened.
    public func placements(ofJob job: RecordID) -> [Placement] {
        placements(of: job, placementsOfJob, jobsMerged)
    }

    /// A person's placements, those of records merged into theirs with them,
    /// in the order they were opened.
    public func placements(ofPerson person: RecordID) -> [Placement] {
        placements(of: person, placementsOfPerson, peopleMerged)
    }

    private func placements(of id: RecordID, _ opened: TreeDictionary<RecordID, [RecordID]>, _ links: MergeLinks) -> [Placement] {
        let merged = links.merged(into: id)
        guard !merged.isEmpty else { return (opened[id] ?? []).compactMap { placements[$0] } }
        return ([id] + merged).flatMap { opened[$0] ?? [] }.compactMap { placements.position(of: $0) }.sorted().map { placements[$0] }
    }

    /// How many more people the job can take on a day.
    ///
    /// Day work counts each day by itself, from its first to its last: who
    /// was taken on for another day takes nothing away.
    public func vacanciesLeft(of job: Job, asOf day: Day, isDayWork: Bool) -> Int {
        if isDayWork, let last = job.to, last < day { return 0 }
        let taken = placements(ofJob: job.id).count { $0.takesVacancy(on: day, isDayWork: isDayWork) }
        return max(0, job.headcount - taken)
    }

    /// Whether the job has a vacancy left on a day or, where it is day work,
    /// on a day from then to its last.
    public func hasVacancy(_ job: Job, from day: Day, isDayWork: Bool) -> Bool {
        if vacanciesLeft(of: job, asOf: day, isDayWork: isDayWork) > 0 { return true }
        // Nobody is taken on for a day that has not come.
        return isDayWork && job.to.map { $0 > day } ?? false && job.headcount > 0
    }
}

// MARK: - Merged records

extension Register {
    /// Who stands for a record: itself, unless it was merged into another. A
    /// placement keeps the identifiers it was opened under, and is of those
    /// who stand for them.
    public func standing(person: RecordID) -> RecordID { peopleMerged.standing(person) }
    public func standing(job: RecordID) -> RecordID { jobsMerged.standing(job) }
    public func standing(employer: RecordID) -> RecordID { employersMerged.standing(employer) }

    /// The person whom a placement is of.
    public func person(of placement: Placement) -> Person? { people[standing(person: placement.person)] }

    /// The job that a placement is of.
    public func job(of placement: Placement) -> Job? { jobs[standing(job: placement.job)] }

    /// Those that were merged into a record, in the order they were.
    public func merged(into id: RecordID, _ kind: RecordID.Kind) -> [RecordID] {
        switch kind {
        case .person: peopleMerged.merged(into: id)
        case .job: jobsMerged.merged(into: id)
        case .employer: employersMerged.merged(into: id)
        case .placement: []
        }
    }
}
