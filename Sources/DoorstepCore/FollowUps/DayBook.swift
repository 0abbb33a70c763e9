/// What a day was at a station, as of that day: what screen 0 shows.
public struct DayBook: Sendable {
    /// Who came in or telephoned, in the order of recording.
    public let visitors: [Service]
    /// Whom day work was found for today.
    public let sentToday: [RecordID]
    /// Day work that still wants people today, and how many.
    public let wanted: [(job: RecordID, left: Int)]
    /// What the caseworker wrote down, dated that day: by number, so in the
    /// order of recording.
    public let steps: [(placement: RecordID, step: PlacementStep)]
    public let services: [Service]
    /// Of everybody: the register does not say who made a record.
    public let peopleRegistered: [RecordID]
    public let jobsPosted: [RecordID]

    /// - Parameter isCancelled: asked now and then; true ends the search.
    /// - Returns: nil where it was cancelled. Linear in all records.
    public init?(_ matcher: Matcher, caseworker: String, isCancelled: () -> Bool = { false }) {
        let (register, day) = (matcher.register, matcher.day)
        let takenBack = Set(register.services.lazy.compactMap(\.takesBack))
        let today = register.services.filter { $0.date == day && $0.takesBack == nil && !takenBack.contains($0.number) }
        visitors = today.filter { $0.kind == .reception || $0.kind == .call }
        services = today.filter { $0.caseworker == caseworker }
        if isCancelled() { return nil }
        var steps: [(placement: RecordID, step: PlacementStep)] = []
        var sent: [RecordID] = []
        for position in 0..<register.placements.count {
            if position % 4096 == 0, isCancelled() { return nil }
            let placement = register.placements[position]
            guard placement.steps.contains(where: { $0.date == day }) else { continue }
            steps += placement.standing.filter { $0.date == day && $0.caseworker == caseworker }.map { (placement.id, $0) }
            if placement.latest.isDayWork, placement.takesVacancy(on: day, isDayWork: true) { sent.append(placement.id) }
        }
        self.steps = steps.sorted { $0.step.number < $1.step.number }
        sentToday = sent
        var wanted: [(job: RecordID, left: Int)] = []
        var posted: [RecordID] = []
        for position in 0..<register.jobs.count {
            if position % 4096 == 0, isCancelled() { return nil }
            let job = register.jobs[position]
            guard job.stands else { continue }
            if job.posted == day { posted.append(job.id) }
            guard job.status == .open, matcher.catalogue.kinds.isDayWork(job), job.from.map({ $0 <= day }) ?? true, job.closes.map({ day <= $0 }) ?? true else { continue }
            let left = register.vacanciesLeft(of: job, asOf: day, isDayWork: true)
            if left > 0 { wanted.append((job.id, left)) }
        }
        (self.wanted, jobsPosted) = (wanted, posted)
        var registered: [RecordID] = []
        for position in 0..<register.people.count {
            if position % 4096 == 0, isCancelled() { return nil }
            if register.people[position].registered == day, register.people[position].stands { registered.append(register.people[position].id) }
        }
        peopleRegistered = registered
    }
}
