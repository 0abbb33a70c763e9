extension Figures {
    /// The figures that placements and services give, wherever these come
    /// from: a register, or a journal that was read anew.
    ///
    /// - Parameters:
    ///   - standing: who stands for a record; itself, unless it was merged.
    ///   - facts: what was known of the two sides on a step's day, asked of
    ///     steps that do not keep it; nil where nobody can say.
    ///   - subject: of whom a service is: home and groups on its day.
    public init(
        placements: some Sequence<Placement>, services: some Sequence<Service>, period: Period, asOf day: Day, scope: Scope = Scope(),
        _ catalogue: Catalogue, standing: (RecordID, RecordID.Kind) -> RecordID = { id, _ in id },
        facts: @escaping (Placement, PlacementStep) -> StepFacts? = { _, _ in nil }, subject: (Service) -> StepFacts? = { _ in nil }
    ) {
        let figures = Figures(period, asOf: day, scope)
        var counter = FigureCounter(figures, Array(placements), catalogue, standing: standing, facts: facts)
        self = counter.counted()
        count(Array(services), catalogue, subject)
    }

    /// All figures of a station.
    public init(_ register: Register, period: Period, asOf day: Day, scope: Scope = Scope(), _ catalogue: Catalogue) {
        let station = register.station.place
        let city = catalogue.places.ancestor(of: station, at: .prefecture)
        self.init(
            placements: register.placements, services: register.services, period: period, asOf: day, scope: scope, catalogue,
            standing: { id, kind in kind == .job ? register.standing(job: id) : register.standing(person: id) },
            facts: { placement, step in
                guard let person = register.person(of: placement), let job = register.job(of: placement) else { return nil }
                let employer = register.employers[register.standing(employer: job.employer)]
                return StepFacts(of: person, at: job, employer, asOf: step.date, station: station, catalogue)
            },
            subject: { service in
                guard case .person(let id) = service.subject, let person = register.people[register.standing(person: id)] else {
                    guard let job = register.jobs[register.standing(job: service.subject.id)] else { return nil }
                    return StepFacts(groups: [], age: nil, sex: nil, place: job.place)
                }
                let groups = catalogue.groups.groups(of: person, asOf: service.date, city: city, places: catalogue.places)
                return StepFacts(groups: groups, age: nil, sex: nil, place: person.place)
            })
        count(register, catalogue, city)
    }

    // MARK: - Services

    private mutating func count(_ services: [Service], _ catalogue: Catalogue, _ subject: (Service) -> StepFacts?) {
        let takenBack = Set(services.compactMap(\.takesBack))
        let order = services.indices.sorted { (services[$0].date, services[$0].number) < (services[$1].date, services[$1].number) }
        for position in order {
            let service = services[position]
            guard service.takesBack == nil, !takenBack.contains(service.number), windows.contains(where: { $0.contains(service.date) }) else { continue }
            let facts = subject(service)
            let entry = Entry(position: Int32(position), step: 0, amount: 1, home: facts?.place, workplace: nil, groups: facts?.groups ?? [])
            guard fits(entry, side: .home, catalogue) else { continue }
            for indicator in Indicator.counting(service) { add(entry, indicator, on: service.date) }
        }
    }

    // MARK: - People and jobs

    private mutating func count(_ register: Register, _ catalogue: Catalogue, _ city: PlaceID?) {
        for (position, person) in register.people.enumerated() where person.stands && windows.contains(where: { $0.contains(person.registered) }) {
            let groups = catalogue.groups.groups(of: person, asOf: person.registered, city: city, places: catalogue.places)
            let entry = Entry(position: Int32(position), step: 0, amount: 1, home: person.place, workplace: nil, groups: groups)
            if fits(entry, side: .home, catalogue) { add(entry, .registered, on: person.registered) }
        }
        let traineeship = catalogue.kinds.kind("traineeship")?.id
        // Jobs are nobody's in particular.
        if scope.group == nil {
            for (position, job) in register.jobs.enumerated() where job.stands && windows.contains(where: { $0.contains(job.posted) }) {
                func entry(_ amount: Int) -> Entry {
                    Entry(position: Int32(position), step: 0, amount: Int32(clamping: amount), home: nil, workplace: job.place, groups: [])
                }
                guard fits(entry(1), side: .workplace, catalogue) else { continue }
                add(entry(1), .postedJobs, on: job.posted)
                add(entry(job.headcount), .posted, on: job.posted)
                if job.kind != nil, job.kind == traineeship { add(entry(job.headcount), .traineePosts, on: job.posted) }
            }
        }
        countAssisted(register, catalogue, city)
    }

    /// Of all who are recorded now: for whom something was done.
    private mutating func countAssisted(_ register: Register, _ catalogue: Catalogue, _ city: PlaceID?) {
        let rates: [(Indicator, GroupID?)] = [
            (.unemployedAssisted, catalogue.groups.group("registered-unemployed")?.id), (.hardToEmployAssisted, catalogue.groups.group("hard-to-employ")?.id),
            (.zeroFamilyAssisted, catalogue.groups.group("zero-employment-family")?.id),
        ]
        let (span, year) = (windows[Figures.current], windows[Figures.yearToDate])
        var helped: Set<RecordID> = []
        var helpedInYear: Set<RecordID> = []
        func help(_ person: RecordID, _ date: Day) {
            if span.contains(date) { helped.insert(person) }
            if year.contains(date) { helpedInYear.insert(person) }
        }
        for position in 0..<register.placements.count {
            let placement = register.placements[position]
            guard placement.steps.contains(where: { span.contains($0.date) || year.contains($0.date) }) else { continue }
            let person = register.standing(person: placement.person)
            for step in placement.standing { help(person, step.date) }
        }
        let takenBack = Set(register.services.lazy.compactMap(\.takesBack))
        for service in register.services where service.takesBack == nil && !takenBack.contains(service.number) {
            if case .person(let id) = service.subject { help(register.standing(person: id), service.date) }
        }
        for (position, person) in register.people.enumerated() where person.stands && person.status != .withdrawn && person.registered <= day {
            let groups = catalogue.groups.groups(of: person, asOf: day, city: city, places: catalogue.places)
            guard rates.contains(where: { $1.map(groups.contains) ?? false }) else { continue }
            let entry = Entry(position: Int32(position), step: 0, amount: 1, home: person.place, workplace: nil, groups: groups)
            guard fits(entry, side: .home, catalogue) else { continue }
            for (indicator, group) in rates {
                guard let group, groups.contains(group) else { continue }
                setBase((base(indicator) ?? 0) + 1, indicator)
                if helped.contains(person.id) {
                    add(1, indicator.rawValue, window: Figures.current)
                    append(entry, indicator.rawValue)
                }
                if helpedInYear.contains(person.id) { add(1, indicator.rawValue, window: Figures.yearToDate) }
            }
        }
    }

    // MARK: -

    private mutating func add(_ entry: Entry, _ indicator: Indicator, on date: Day) {
        for window in windows.indices where windows[window].contains(date) {
            add(Int(entry.amount), indicator.rawValue, window: window)
            if window == Figures.current { append(entry, indicator.rawValue) }
        }
    }

    private func fits(_ entry: Entry, side: Indicator.Side, _ catalogue: Catalogue) -> Bool {
        if let group = scope.group, !entry.groups.contains(group) { return false }
        guard let area = scope.area else { return true }
        return (side == .home ? entry.home : entry.workplace).map { catalogue.places.lies($0, in: area) } ?? false
    }
}

extension Indicator {
    /// What a service counts for.
    fileprivate static func counting(_ service: Service) -> [Indicator] {
        switch service.kind {
        case .wishSurvey: [.wishSurveys]
        case .revisit: [.revisits]
        case .verification: [.verifications]
        case .guidance: [.guidance]
        case .trainingNotice: [.trainingNotices]
        case .policyAdvice: [.policyAdvice]
        case .reception: [.receptions]
        case .call: service.outcome == .reached ? [.calls, .callsReached] : [.calls]
        }
    }
}
