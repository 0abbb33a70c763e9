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
        figures = Figures(register, period: period, asOf: day, scope: scope, catalogue)
        let year = figures.yearPeriod
        inYear = period.kind == .year ? figures : Figures(register, period: year.period, asOf: year.asOf, scope: scope, catalogue)
        let station = register.station.place
        progress = Figures.progress(inYear, of: station, catalogue)
        annex = AnnexTable(inYear, of: station, catalogue)
        func isDayWork(_ job: Job) -> Bool { catalogue.kinds.isDayWork(job) }
        let vacancies = { (job: Job) in register.vacanciesLeft(of: job, asOf: day, isDayWork: isDayWork(job)) }
        let isOpen = { (job: Job) in register.isOpen(job, asOf: day, isDayWork: isDayWork(job)) }
        supply = SupplyAndDemand(register, vacancies: vacancies, isOpen: isOpen)
        places = SupplyByPlace(register, level: .township, catalogue.places, vacancies: vacancies, isOpen: isOpen)
        shortage = ShortageList(register, asOf: day, vacancies: vacancies, isOpen: isOpen)
    }

    /// What is asked in answer to an indicator, the smallest place first.
    public func progress(of indicator: Indicator) -> [TargetProgress] { progress.filter { $0.indicator == indicator } }
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
