import DoorstepCore

/// Measures what is due and the day's book, over a register with as many
/// placements and services as a fifth of its people.
struct FollowUpMeasures {
    let register: Register
    let catalogue: Catalogue
    let day: Day

    func run(_ say: (_ measure: String, _ unit: String, _ fast: Double, _ plain: Double?, _ note: String) -> Void) {
        var register = register
        let count = register.people.count / 5
        for number in 0..<count where !register.jobs.isEmpty {
            let (person, job) = (register.people[number * 5].id, register.jobs[number % register.jobs.count].id)
            let first = day + -(number % 400)
            func step(_ place: Int, _ stage: Stage, _ date: Day) -> PlacementStep {
                PlacementStep(
                    number: number * 3 + place, stage: stage, party: nil, date: min(day, date), recorded: "2026-11-21T01:00:00Z", caseworker: "李四", note: "",
                    employer: "", title: "", kind: "", link: "")
            }
            var placement = Placement(id: RecordID(station: register.station.code, kind: .placement, number: number + 1), job: job, person: person, first: step(1, .referred, first))
            if number % 4 > 0 { placement.append(step(2, .hired, first + 3)) }
            if number % 4 > 1 { placement.append(step(3, .started, first + 5)) }
            register.update(placement)
            let draft = ServiceDraft(.person(person), number % 3 == 0 ? .call : .guidance, outcome: number % 3 == 0 ? .noAnswer : nil, date: first)
            register.update(Service(number: number + 1, draft, recorded: "2026-11-21T01:00:00Z", caseworker: "李四"))
        }
        let matcher = Matcher(register: register, catalogue: catalogue, day: day)
        var found = 0
        let due = Cost.of { found = matcher.followUps().count }
        say("what is due, processors", "ms", due.processor * 1000, nil, "\(found) lines")
        say("what is due, wall", "ms", due.wall * 1000, nil, "")
        let book = Cost.of { _ = DayBook(matcher, caseworker: "李四") }
        say("the day's book, wall", "ms", book.wall * 1000, nil, "")
    }
}
