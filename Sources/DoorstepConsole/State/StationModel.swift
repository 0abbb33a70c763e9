import DoorstepCore

/// What the screens show: a register that does not change under them, and
/// all that is needed to read it.
public struct StationModel: Sendable {
    public private(set) var register: Register
    /// What matching is asked of once it is made; until then the plain
    /// matcher answers.
    public private(set) var index: MatchIndex?
    /// What searching is asked of once it is made; until then every record is
    /// read.
    public private(set) var search: SearchIndex?
    /// The lists without a search, as far as they were sorted.
    public private(set) var orders = ListOrders()
    /// Changes since the indexes were asked for, which those that are not
    /// here yet have to take in.
    private var sinceAsked: [RecordChange] = []
    /// Reads what is typed to narrow a list.
    public let queries: QueryParser
    public let catalogue: Catalogue
    public private(set) var settings: StationSettings
    /// Saved searches, in the order they were first saved.
    public private(set) var searches: [SearchReading]
    public let day: Day
    /// The store's sequence that the register stands at.
    public var sequence: Int
    /// What reports are of.
    var period = ReportPeriod()
    /// The draft over both lists, as of when it was made; nil until there is
    /// one.
    public internal(set) var plan: PlanSheet?
    /// Set while a line of the draft is drawn that is in no pair.
    var explained: Planning.Explained?
    /// Counts changes of what a plan is made of.
    private(set) var changes = 0
    /// Set while the model is drawn for a client's eyes.
    var turned: Turned?
    /// Whose telephone is drawn whole, for a call.
    var called: RecordID?

    public init(
        register: Register, catalogue: Catalogue, queries: QueryParser, settings: StationSettings, searches: [SearchReading] = [], day: Day,
        sequence: Int
    ) {
        self.queries = queries
        self.register = register
        self.catalogue = catalogue
        self.settings = settings
        self.searches = searches
        self.day = day
        self.sequence = sequence
    }

    /// Takes in what changed.
    public mutating func take(_ changes: [RecordChange]) {
        let isMerge = changes.contains { change in
            switch change {
            case .person(let person): person.absence != register.people[person.id]?.absence
            case .job(let job): job.absence != register.jobs[job.id]?.absence
            case .employer, .placement, .distance, .service: false
            }
        }
        if changes.contains(where: \.concernsPlans) { self.changes += 1 }
        for change in changes {
            if index == nil { register.update(change) } else { index?.update(change) }
        }
        search?.update(changes)
        if index == nil || search == nil { sinceAsked += changes }
        shareRegister()
        // What waits for how long is another's now.
        orders = isMerge ? ListOrders() : orders.after(changes, register)
    }

    /// Takes in the saved searches as they are now.
    mutating func take(_ all: [SearchReading]) { searches = all }

    /// Saved searches as far as they are understood; those that are known
    /// already are not read again.
    public func readings(of all: [SavedSearch]) -> [SearchReading] {
        let known = Dictionary(searches.map { ($0.search, $0) }) { first, _ in first }
        return all.map { known[$0] ?? queries.reading($0) }
    }

    /// Takes in other settings. The matcher answers until there is an index
    /// made under them; searching goes on with its own.
    mutating func take(_ other: StationSettings) {
        if other.matching != settings.matching {
            index = nil
            changes += 1
        }
        settings = other
        search?.sounds = other.sounds
    }

    /// Takes in an index that was made of an earlier state of this model.
    mutating func take(_ made: MatchIndex) {
        var made = made
        for change in sinceAsked { made.update(change) }
        index = made
        shareRegister()
        forgetWhatIsTaken()
    }

    mutating func take(_ made: SearchIndex) {
        var made = made
        made.update(sinceAsked)
        made.sounds = settings.sounds
        search = made
        forgetWhatIsTaken()
    }

    private mutating func forgetWhatIsTaken() {
        if index != nil, search != nil { sinceAsked = [] }
    }

    /// The index has the register too, and what changed is taken in once.
    private mutating func shareRegister() {
        if let index { register = index.register }
    }

    /// The best people or jobs for a record, most points first; nil where
    /// cancelled. An unknown record has none.
    public func ranking(_ target: MatchTarget, limit: Int, isCancelled: @escaping () -> Bool = { false }) -> Ranking? {
        switch target {
        case .job(let id):
            guard let job = register.jobs[id] else { return .empty }
            return index.map { $0.people(for: job, limit: limit, isCancelled: isCancelled) }
                ?? matcher.people(for: job, limit: limit, isCancelled: isCancelled)
        case .person(let id):
            guard let person = register.people[id] else { return .empty }
            return index.map { $0.jobs(for: person, limit: limit, isCancelled: isCancelled) }
                ?? matcher.jobs(for: person, limit: limit, isCancelled: isCancelled)
        }
    }

    public var matcher: Matcher {
        Matcher(register: register, catalogue: catalogue, settings: settings.matching, day: day)
    }

    func isOpen(_ job: Job) -> Bool {
        register.isOpen(job, asOf: day, isDayWork: catalogue.kinds.isDayWork(job))
    }

    /// Whether the job at a position of the register stands among the open ones.
    func isOpen(jobAt position: Int) -> Bool { isOpen(register.jobs[position]) }

    func isSeeking(personAt position: Int) -> Bool { register.people[position].status == .seeking }

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

extension RecordChange {
    /// Whether who could go where may be otherwise after it.
    fileprivate var concernsPlans: Bool { if case .service = self { false } else { true } }
}

/// Whose matches are shown.
public enum MatchTarget: Hashable, Sendable {
    case job(RecordID)
    case person(RecordID)
}
