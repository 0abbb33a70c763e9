import DoorstepCore
import StationGenerator

/// All policies over made-up placements, as many as there are people.
struct PolicyMeasures {
    let placements: Int
    let catalogue: Catalogue
    let day: Day
    let seed: UInt64

    func run(_ say: (_ measure: String, _ unit: String, _ fast: Double, _ plain: Double?, _ note: String) -> Void) {
        // A county of each of the three plans that reckon most.
        for (name, code) in [("Tongliao", "150502"), ("Dongsheng", "150602"), ("Bayannur", "150802")] {
            guard let station = catalogue.places.place(code: code) else { continue }
            let register = PlacementMaker(count: placements, station: station, catalogue: catalogue, day: day, seed: seed).register()
            var settings = PolicySettings()
            settings.minimumWage = DatedRates("2020-01-01:1980,2025-01-01:2270") ?? DatedRates()
            settings.trainingHour = DatedRates("2020-01-01:12.5") ?? DatedRates()
            var book: PolicyBook?
            let before = Memory.now
            let cost = Cost.of { book = PolicyBook(register, catalogue, settings, asOf: day) }
            guard let book else { continue }
            var lines: [PolicyLine] = []
            let summing = Cost.of { lines = book.lines }
            let dates = Cost.of { _ = book.dates() }
            say("policies, \(name), wall", "s", cost.wall, nil, "")
            say("policies, \(name), processors", "s", cost.processor, nil, "")
            say("policies, \(name), memory", "MB", Memory.now - before, nil, "")
            say("policies, \(name), summing", "s", summing.wall, nil, "")
            say("policies, \(name), dates", "s", dates.wall, nil, "")
            let counts: [(String, KeyPath<PolicyLine, Int>)] = [
                ("claimable", \.claimable), ("by reading", \.disputed), ("claimed", \.claimed), ("waiting", \.waiting), ("unknown", \.unknown), ("failed", \.failed),
                ("elsewhere", \.elsewhere),
            ]
            for (name, path) in counts {
                say("policies, verdicts: \(name)", "", Double(lines.reduce(0) { $0 + $1[keyPath: path] }), nil, "")
            }
        }
    }
}

/// Placements of which every verdict comes out: of people of all groups, with
/// evidence that is there, missing, and of some time ago.
private struct PlacementMaker {
    let count: Int
    let station: Place
    let catalogue: Catalogue
    let day: Day
    let seed: UInt64

    func register() -> Register {
        var random = SeededGenerator(seed: seed)
        var register = Register(station: Station(place: station, name: "台站"))
        func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
        func chance(_ percent: Int) -> Bool { number(1...100) <= percent }
        let places = ["150502", "150602", "150802", "150523"].compactMap { catalogue.places.place(code: $0)?.id }
        let kinds = ["full-time", "full-time", "full-time", "traineeship", "public-welfare", "gig", "assistance"].compactMap { catalogue.kinds.kind($0)?.id }
        let groups = ["industrial-worker", "hard-to-employ", "long-term-unemployed", "disabled", "dibao-family", "veteran", "incoming-worker"]
            .compactMap { catalogue.groups.group($0)?.id }
        func id(_ kind: RecordID.Kind, _ number: Int) -> RecordID { RecordID(station: station.code, kind: kind, number: number) }
        let employers = max(1, count / 50)
        for index in 1...employers {
            var employer = Employer(id: id(.employer, index), name: "单位\(index)")
            employer.place = chance(70) ? station.id : places.randomElement(using: &random)
            employer.type = chance(90) ? EmployerType.allCases.randomElement(using: &random) : .enterprise
            if chance(60) { employer.type = .enterprise }
            employer.size = chance(90) ? EmployerSize.allCases.randomElement(using: &random) : nil
            register.update(employer)
        }
        let jobs = max(1, count / 5)
        for index in 1...jobs {
            var job = Job(id: id(.job, index), employer: id(.employer, number(1...employers)), title: "工人", place: station.id, posted: day)
            job.kind = kinds.randomElement(using: &random)
            job.headcount = 10
            register.update(job)
        }
        for index in 1...count {
            var person = Person(id: id(.person, index), name: "某人", place: station.id, registered: day + -900)
            person.education = Education.allCases.randomElement(using: &random)
            person.birth = day + -number(6000...24_000)
            if chance(40) { person.leftSchool = day + -number(0...2000) }
            if chance(60) { person.unemployedSince = day + -number(100...1000) }
            person.neverEmployed = chance(40)
            person.household = chance(80) ? .place(places.randomElement(using: &random) ?? station.id) : nil
            if chance(40) { person.recordedGroups = GroupSet([groups.randomElement(using: &random)].compactMap(\.self)) }
            register.update(person)
            register.update(placement(index, of: person.id, at: id(.job, number(1...jobs)), id(.placement, index), &random))
        }
        return register
    }

    private func placement(_ index: Int, of person: RecordID, at job: RecordID, _ id: RecordID, _ random: inout SeededGenerator) -> Placement {
        func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
        func chance(_ percent: Int) -> Bool { number(1...100) <= percent }
        var steps = index * 8
        func step(_ stage: Stage, _ date: Day, _ evidence: Evidence = [:], by party: Party? = nil) -> PlacementStep {
            steps += 1
            return PlacementStep(
                number: steps, stage: stage, party: party, date: date, recorded: "2026-01-01T00:00:00Z", caseworker: "某", note: "", evidence: evidence, employer: "单位",
                title: "工人", kind: "", link: "")
        }
        let referred = day + -number(1...700)
        var placement = Placement(id: id, job: job, person: person, first: step(.referred, referred))
        guard chance(80) else {
            if chance(50) { placement.append(step(.declined, min(day, referred + 3), by: .person)) }
            return placement
        }
        let hired = min(day, referred + number(1...10))
        let started = min(day, hired + number(0...5))
        placement.append(step(.hired, hired))
        placement.append(step(.started, started))
        guard chance(85) else { return placement }
        var proof: Evidence = [.contractSigned: .day(hired), .contractFrom: .day(started), .contractTo: .day(started + number(300...800))]
        let asked = min(day, started + number(30...500))
        let months = max(0, (asked - started) / 30 - number(0...1))
        proof[.insuranceFrom] = .day(started)
        proof[.pensionMonths] = .number(months)
        if chance(80) { proof[.unemploymentMonths] = .number(months) }
        if chance(80) { proof[.injuryMonths] = .number(months) }
        if chance(80) { proof[.insuranceUnbroken] = .yes(chance(90)) }
        if chance(40) { proof[.agency] = .text("机构\(number(1...40))") }
        if chance(80) { proof[.firstContract] = .yes(chance(80)) }
        if chance(20) {
            proof[.trainingFinished] = .day(hired + -number(10...300))
            proof[.trainingHours] = .number(80)
        }
        if chance(20) {
            proof[.traineeshipFrom] = .day(started)
            proof[.traineeshipTo] = .day(started + 180)
            if day - started > 180 {
                proof[.traineeshipEnded] = .day(started + 180)
                proof[.retained] = .yes(chance(50))
            }
        }
        if chance(5) {
            proof[.businessRegistered] = .day(hired + -number(0...1000))
            proof[.firstBusiness] = .yes(true)
            proof[.founderGroup] = .yes(true)
            proof[.operatingOn] = .day(asked)
        }
        if chance(3) { proof[.claimed] = .text("cn-150500-job-expansion、cn-150602-agency-priority-group") }
        placement.append(step(.checked, asked, proof))
        if chance(20) { placement.append(step(.left, min(day, asked + number(0...200)))) }
        return placement
    }
}
