extension Matcher {
    /// All that is due as of the day, overdue longest first; of one day,
    /// placements before people before jobs, by identifier.
    ///
    /// One line a person and a job; a placement may ask for several things.
    ///
    /// Complexity: linear in people, jobs, placements and services, and
    /// sorting what is found.
    ///
    /// - Parameters:
    ///   - ahead: how many days ahead what is coming counts; 0 for what is
    ///     due alone.
    ///   - policyDates: days that policies give, each due until a call reaches
    ///     somebody or a check is written down from then on.
    ///   - isCancelled: asked now and then; true ends the search.
    /// - Returns: nil where it was cancelled.
    public func followUps(
        ahead: Int, policyDates: some Sequence<PolicyDate> = EmptyCollection<PolicyDate>(), isCancelled: () -> Bool
    ) -> [FollowUp]? {
        guard var finder = FollowUpFinder(self, ahead: max(0, ahead), isCancelled), finder.addPlacements(isCancelled) else { return nil }
        for date in policyDates { finder.add(date) }
        guard finder.addPeople(isCancelled), finder.addJobs(isCancelled) else { return nil }
        return finder.calls.sorted { ($0.due, $0.subject) < ($1.due, $1.subject) }
    }

    /// As `followUps(ahead:policyDates:isCancelled:)`, whole.
    public func followUps(ahead: Int = 0, policyDates: some Sequence<PolicyDate> = EmptyCollection<PolicyDate>()) -> [FollowUp] {
        followUps(ahead: ahead, policyDates: policyDates, isCancelled: { false }) ?? []
    }
}

/// Goes through all records once.
private struct FollowUpFinder {
    private let matcher: Matcher
    private let register: Register
    private let ahead: Int
    /// By the record's position.
    private var people: [Contact]
    private var jobs: [Contact]
    private var placements: [RecordID: Contact] = [:]
    private(set) var calls: [FollowUp] = []

    private static let pace = 4096

    private var day: Day { matcher.day }
    private var horizon: Day { matcher.day + ahead }

    /// Nil where cancelled.
    init?(_ matcher: Matcher, ahead: Int, _ isCancelled: () -> Bool) {
        self.matcher = matcher
        register = matcher.register
        self.ahead = ahead
        people = Array(repeating: Contact(), count: register.people.count)
        jobs = Array(repeating: Contact(), count: register.jobs.count)
        let takenBack = Set(register.services.lazy.compactMap(\.takesBack))
        for (index, service) in register.services.enumerated() {
            if index % Self.pace == 0, isCancelled() { return nil }
            guard service.date <= matcher.day, service.takesBack == nil, !takenBack.contains(service.number) else { continue }
            take(service)
        }
    }

    private mutating func take(_ service: Service) {
        if let placement = service.placement {
            placements[placement, default: Contact()].take(service)
            // Nobody reached about a placement is asked for there alone.
            if service.outcome.map({ $0 != .reached }) ?? false { return }
        }
        switch service.subject {
        case .person(let id):
            if let position = register.people.position(of: register.standing(person: id)) { people[position].take(service) }
        case .job(let id):
            if let position = register.jobs.position(of: register.standing(job: id)) { jobs[position].take(service) }
        }
    }

    mutating func addPlacements(_ isCancelled: () -> Bool) -> Bool {
        for position in 0..<register.placements.count {
            if position % Self.pace == 0, isCancelled() { return false }
            let placement = register.placements[position]
            guard let opened = placement.opened, opened <= day else { continue }
            if let person = register.people.position(of: register.standing(person: placement.person)) {
                people[person].take(opened: opened, latest: placement.latest(asOf: day)?.date ?? opened)
            }
            let isDayWork = register.job(of: placement).map { matcher.catalogue.kinds.isDayWork($0) } ?? placement.latest.isDayWork
            calls += placement.followUps(asOf: day, ahead: ahead, contact: placements[placement.id], isDayWork: isDayWork)
        }
        return true
    }

    mutating func add(_ date: PolicyDate) {
        guard date.date <= horizon, let placement = register.placements[date.placement], !placement.isVoid else { return }
        let contact = placements[date.placement]
        let isSettled =
            contact?.reached.map { $0 >= date.date } ?? false
            || placement.standing.contains { $0.stage == .checked && $0.date >= date.date && $0.date <= day }
        let due = max(date.date, contact?.attempt?.next ?? date.date)
        guard !isSettled, due <= horizon else { return }
        calls.append(FollowUp(subject: .placement(date.placement), reason: .policy(date.policy.name), since: date.date, due: due))
    }

    mutating func addPeople(_ isCancelled: () -> Bool) -> Bool {
        for position in people.indices {
            if position % Self.pace == 0, isCancelled() { return false }
            let contact = people[position]
            let (status, registered) = (register.people[position].status, register.people[position].registered)
            guard status != .withdrawn, let (reason, since, due) = call(contact, registered, isSeeking: status == .seeking), due <= horizon else { continue }
            calls.append(FollowUp(subject: .person(register.people[position].id), reason: reason, since: since, due: due))
        }
        return true
    }

    /// The one thing to speak about: the first word before all else, then a
    /// call that is to be made again, then that nothing was offered.
    private func call(_ contact: Contact, _ registered: Day, isSeeking: Bool) -> (FollowUp.Reason, since: Day, due: Day)? {
        if isSeeking, contact.reached.map({ $0 < registered }) ?? true {
            let due = registered.adding(workingDays: FollowUp.firstContactWorkingDays)
            return (.firstContact, registered, contact.attempt.map { max(due, $0.next) } ?? due)
        }
        if let attempt = contact.attempt { return (attempt.reason, attempt.date, attempt.next) }
        guard isSeeking else { return nil }
        let since = max(contact.offered ?? registered, registered)
        // Who was spoken to since has just been thought of.
        return (.nothingOffered, since, max(since, contact.reached ?? since) + FollowUp.offerDays)
    }

    mutating func addJobs(_ isCancelled: () -> Bool) -> Bool {
        for position in jobs.indices {
            if position % Self.pace == 0, isCancelled() { return false }
            guard register.jobs[position].status == .open else { continue }
            let job = register.jobs[position]
            guard let (reason, since, due) = call(jobs[position], job), due <= horizon,
                register.isOpen(job, asOf: day, isDayWork: matcher.catalogue.kinds.isDayWork(job))
            else { continue }
            calls.append(FollowUp(subject: .job(job.id), reason: reason, since: since, due: due))
        }
        return true
    }

    private func call(_ contact: Contact, _ job: Job) -> (FollowUp.Reason, since: Day, due: Day)? {
        func putOff(_ due: Day) -> Day { contact.attempt.map { max(due, $0.next) } ?? due }
        if let closes = job.closes {
            let due = max(closes + -FollowUp.closingDays, job.posted)
            if due <= horizon, contact.reached.map({ $0 < due }) ?? true { return (.closing, job.posted, putOff(due)) }
        }
        let verified = job.extras.isEmpty ? nil : job.extras[.verified].flatMap { Day(iso: $0) ?? CellReading.day($0) }
        let since = max(job.posted, max(verified ?? job.posted, contact.reached ?? job.posted))
        let due = since + FollowUp.verificationDays
        if let attempt = contact.attempt, due > horizon { return (attempt.reason, attempt.date, attempt.next) }
        return (.stillOpen, since, putOff(due))
    }
}
