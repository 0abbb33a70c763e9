/// Who was left waiting: the open jobs that nobody was sent to, and the
/// people seeking who were offered nothing, each queue longest first. Where
/// two wait equally long, the identifier decides, by bytes.
public struct WaitingQueues: Hashable, Sendable {
    public let jobs: [Line]
    public let people: [Line]

    /// One place in a queue.
    public struct Line: Hashable, Sendable {
        public let id: RecordID
        /// The day the job was posted or the person was written down.
        public let since: Day
        /// Full days from then to the day of working; never below 0.
        public let days: Int
    }
}

extension Placement {
    /// Somebody was sent by the day, and that was not taken back.
    fileprivate func wasOpened(by day: Day) -> Bool { opened.map { $0 <= day } ?? false }
}

/// How many were sent, and since when nobody was: what was known on a day,
/// so that any result can be had again.
extension Register {
    /// How many people were sent to a job up to a day; who was sent twice
    /// counts once.
    public func sentCount(to job: RecordID, asOf day: Day) -> Int {
        Set(placements(ofJob: job).lazy.filter { $0.wasOpened(by: day) }.map { standing(person: $0.person) }).count
    }

    /// Since when nobody was sent to the job: the day of the last referral
    /// or, where there was none, of posting.
    public func vacantSince(_ job: Job, asOf day: Day) -> Day {
        placements(ofJob: job.id).lazy.compactMap(\.opened).filter { $0 <= day }.max() ?? job.posted
    }

    /// Since when the person was offered nothing: the day of the last
    /// referral or, where there was none, of writing them down.
    public func waitingSince(_ person: Person, asOf day: Day) -> Day {
        placements(ofPerson: person.id).lazy.compactMap(\.opened).filter { $0 <= day }.max() ?? person.registered
    }

    /// Whether anybody at all can be sent to the job on a day.
    ///
    /// - Parameter left: its vacancies on that day, where somebody has counted
    ///   them already.
    public func isOpen(_ job: Job, asOf day: Day, isDayWork: Bool, vacancies left: Int = 0) -> Bool {
        job.status == .open && job.closes.map { day <= $0 } ?? true && (left > 0 || hasVacancy(job, from: day, isDayWork: isDayWork))
    }

    /// 空缺天数. A job posted for a later day has not been vacant.
    public func vacantDays(_ job: Job, asOf day: Day) -> Int {
        max(0, day - vacantSince(job, asOf: day))
    }

    /// 求职天数, as `vacantDays`.
    public func waitingDays(_ person: Person, asOf day: Day) -> Int {
        max(0, day - waitingSince(person, asOf: day))
    }
}

extension Matcher {
    /// How many people were already sent to the job.
    public func sentCount(to job: Job) -> Int {
        register.sentCount(to: job.id, asOf: day)
    }

    /// Both queues as of the day.
    ///
    /// - Parameter limit: how many lines to keep of each.
    public func waiting(limit: Int = .max) -> WaitingQueues {
        var jobs: [WaitingQueues.Line] = []
        for job in register.jobs where !wasUsed(register.placements(ofJob: job.id)) && isOpen(opening(job)) {
            jobs.append(line(job.id, since: job.posted))
        }
        var people: [WaitingQueues.Line] = []
        for person in register.people where person.status == .seeking && !wasUsed(register.placements(ofPerson: person.id)) {
            people.append(line(person.id, since: person.registered))
        }
        return WaitingQueues(jobs: longestFirst(jobs, limit), people: longestFirst(people, limit))
    }

    /// Somebody was sent by the day.
    private func wasUsed(_ placements: [Placement]) -> Bool {
        placements.contains { $0.wasOpened(by: day) }
    }

    private func line(_ id: RecordID, since: Day) -> WaitingQueues.Line {
        WaitingQueues.Line(id: id, since: since, days: max(0, day - since))
    }

    private func longestFirst(_ lines: [WaitingQueues.Line], _ limit: Int) -> [WaitingQueues.Line] {
        Array(lines.sorted { $0.days != $1.days ? $0.days > $1.days : $0.id < $1.id }.prefix(max(0, limit)))
    }
}
