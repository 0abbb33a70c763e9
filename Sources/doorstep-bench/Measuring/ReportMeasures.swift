import DoorstepCore

/// Measures a year's report over made-up placements, each with three steps
/// that keep their facts, all within two years.
struct ReportMeasures {
    let register: Register
    let catalogue: Catalogue
    let day: Day

    typealias Say = (_ measure: String, _ unit: String, _ fast: Double, _ plain: Double?, _ note: String) -> Void
    private static let count = 100_000

    func run(_ say: Say) {
        guard let placements = made(), let first = placements.first else { return }
        let name = "\(placements.count) placements, \(placements.count * first.steps.count) steps"
        for kind in [Period.Kind.month, .year] {
            let period = Period(kind, containing: day)
            var started = 0
            let cost = Cost.of {
                let figures = Figures(placements: placements, services: [], period: period, asOf: day, catalogue)
                started = figures.yearToDate(.started)
            }
            say("figures of a \(kind.rawValue), \(name), wall", "s", cost.wall, nil, "\(started) started this year")
        }
        var whole = register
        for placement in placements { whole.update(placement) }
        let cost = Cost.of { _ = StationReport(whole, period: Period(.year, containing: day), asOf: day, catalogue) }
        say("report of a year from the register, wall", "s", cost.wall, nil, "with people, jobs, targets, supply and shortage")
    }

    private func made() -> [Placement]? {
        guard !register.people.isEmpty, !register.jobs.isEmpty else { return nil }
        var number = 0
        func step(_ stage: Stage, _ date: Day, _ job: Job, _ facts: StepFacts) -> PlacementStep {
            number += 1
            return PlacementStep(
                number: number, stage: stage, party: nil, date: date, recorded: "\(date)T01:00:00Z", caseworker: "乌兰", note: "", facts: facts, employer: "甲厂",
                title: job.title, kind: job.kind.map { catalogue.kinds[$0].code } ?? "", link: String(repeating: "0", count: 64))
        }
        return (0..<ReportMeasures.count).compactMap { index in
            let person = register.people[index * 7919 % register.people.count]
            let job = register.jobs[index * 104_729 % register.jobs.count]
            let date = day + -(index * 31 % 700)
            let facts = StepFacts(of: person, at: job, register.employers[job.employer], asOf: date, station: register.station.place, catalogue)
            guard let id = RecordID("\(register.station.code)-R\(index + 1_000_000)") else { return nil }
            var placement = Placement(id: id, job: job.id, person: person.id, first: step(.referred, date, job, facts))
            placement.append(step(.hired, date + 2, job, facts))
            placement.append(step(.started, date + 5, job, facts))
            return placement
        }
    }
}
