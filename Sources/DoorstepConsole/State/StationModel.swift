import DoorstepCore

/// What the screens show: a register that does not change under them, and
/// all that is needed to read it.
public struct StationModel: Sendable {
    public var register: Register
    public let catalogue: Catalogue
    public let settings: MatchSettings
    public let day: Day
    /// The store's sequence that the register stands at.
    public var sequence: Int

    public init(register: Register, catalogue: Catalogue, settings: MatchSettings, day: Day, sequence: Int) {
        self.register = register
        self.catalogue = catalogue
        self.settings = settings
        self.day = day
        self.sequence = sequence
    }

    public var matcher: Matcher {
        Matcher(register: register, catalogue: catalogue, settings: settings, day: day)
    }

    func isOpen(_ job: Job) -> Bool {
        job.status == .open && job.closes.map { day <= $0 } ?? true && register.hasVacancy(job, from: day, isDayWork: catalogue.kinds.isDayWork(job))
    }

    /// Today's, for day work.
    func vacancies(of job: Job) -> Int {
        register.vacanciesLeft(of: job, asOf: day, isDayWork: catalogue.kinds.isDayWork(job))
    }

    /// 空缺天数.
    func vacantDays(_ job: Job) -> Int { register.vacantDays(job, asOf: day) }

    /// 求职天数.
    func waitingDays(_ person: Person) -> Int { register.waitingDays(person, asOf: day) }

    func sentCount(to job: RecordID) -> Int { register.sentCount(to: job, asOf: day) }
}

/// Whose matches are shown.
public enum MatchTarget: Hashable, Sendable {
    case job(RecordID)
    case person(RecordID)
}
