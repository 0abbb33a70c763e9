/// All that a report of one period holds, made once for sheets and screens.
public struct StationReport: Sendable {
    public let figures: Figures
    /// From 1 January on: what targets are measured by.
    public let inYear: Figures
    public let progress: [TargetProgress]
    /// Nil where the station's place has no such table.
    public let annex: AnnexTable?
    public let supply: SupplyAndDemand
    public let places: SupplyByPlace
    public let shortage: ShortageList

    public init(_ register: Register, period: Period, asOf day: Day, scope: Figures.Scope = .init(), _ catalogue: Catalogue) {
        // Figures and lists do not know of each other: both processors.
        let halves = [Half.figures, .lists].mapOnAllProcessors(portion: 1) { half in
            switch half {
            case .figures: Made.figures(StationFigures(register, period, asOf: day, scope, catalogue))
            case .lists: Made.lists(StationLists(register, asOf: day, catalogue))
            }
        }
        var made: StationFigures?
        var lists: StationLists?
        for half in halves {
            switch half {
            case .figures(let figures): made = figures
            case .lists(let list): lists = list
            }
        }
        let figures = made ?? StationFigures(register, period, asOf: day, scope, catalogue)
        let compared = lists ?? StationLists(register, asOf: day, catalogue)
        (self.figures, inYear, progress, annex) = (figures.figures, figures.inYear, figures.progress, figures.annex)
        (supply, places, shortage) = (compared.supply, compared.places, compared.shortage)
    }

    private enum Half { case figures, lists }
    private enum Made { case figures(StationFigures), lists(StationLists) }

    /// What is asked in answer to an indicator, the smallest place first.
    public func progress(of indicator: Indicator) -> [TargetProgress] { progress.filter { $0.indicator == indicator } }
}

/// What is counted.
private struct StationFigures: Sendable {
    let figures: Figures
    let inYear: Figures
    let progress: [TargetProgress]
    let annex: AnnexTable?

    init(_ register: Register, _ period: Period, asOf day: Day, _ scope: Figures.Scope, _ catalogue: Catalogue) {
        figures = Figures(register, period: period, asOf: day, scope: scope, catalogue)
        let year = figures.yearPeriod
        inYear = period.kind == .year ? figures : Figures(register, period: year.period, asOf: year.asOf, scope: scope, catalogue)
        progress = Figures.progress(inYear, of: register.station.place, catalogue)
        annex = AnnexTable(inYear, of: register.station.place, catalogue)
    }
}

/// The two lists against each other.
private struct StationLists: Sendable {
    let supply: SupplyAndDemand
    let places: SupplyByPlace
    let shortage: ShortageList

    init(_ register: Register, asOf day: Day, _ catalogue: Catalogue) {
        // Each job is looked at once, and not once for each list.
        let jobs = (0..<register.jobs.count).map { position -> (vacancies: Int, isOpen: Bool) in
            let job = register.jobs[position]
            guard job.status == .open else { return (0, false) }
            let isDayWork = catalogue.kinds.isDayWork(job)
            let left = register.vacanciesLeft(of: job, asOf: day, isDayWork: isDayWork)
            return (left, register.isOpen(job, asOf: day, isDayWork: isDayWork, vacancies: left))
        }
        let vacancies = { (job: Job) in register.jobs.position(of: job.id).map { jobs[$0].vacancies } ?? 0 }
        let isOpen = { (job: Job) in register.jobs.position(of: job.id).map { jobs[$0].isOpen } ?? false }
        supply = SupplyAndDemand(register, vacancies: vacancies, isOpen: isOpen)
        places = SupplyByPlace(register, level: .township, catalogue.places, vacancies: vacancies, isOpen: isOpen)
        shortage = ShortageList(register, asOf: day, vacancies: vacancies, isOpen: isOpen)
    }
}

extension Figures.Entry {
    /// The record that it is, as lists have it: who stands for it now.
    public func id(_ source: Indicator.Source, _ register: Register) -> RecordID? {
        let position = Int(position)
        switch source {
        case .placements: return position < register.placements.count ? register.placements[position].id : nil
        case .people: return position < register.people.count ? register.people[position].id : nil
        case .jobs: return position < register.jobs.count ? register.jobs[position].id : nil
        case .services:
            guard position < register.services.count else { return nil }
            let subject = register.services[position].subject
            return switch subject {
            case .person(let id): register.standing(person: id)
            case .job(let id): register.standing(job: id)
            }
        }
    }
}
