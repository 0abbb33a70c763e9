@testable import DoorstepCore

/// Placements with any life, as a journal could hold them.
struct RandomHistories {
    let catalogue: Catalogue
    var random: SplitMix64
    /// Where people live and work: few, so that many meet.
    let places: [PlaceID]
    private var number = 0

    init(_ catalogue: Catalogue, _ random: SplitMix64, under county: String = "150784") throws {
        (self.catalogue, self.random) = (catalogue, random)
        let area = try catalogue.place(county)
        places = catalogue.places.all.map(\.id).filter { catalogue.places.lies($0, in: area) } + [try catalogue.place("150502"), try catalogue.place("150700")]
    }

    mutating func facts() -> StepFacts {
        StepFacts(
            groups: GroupSet(random.some(0...3, of: catalogue.groups.all.map(\.id))), age: random.maybe { $0.int(16...70) }, sex: nil,
            place: random.once(in: 8) ? nil : random.pick(places), workplace: random.once(in: 8) ? nil : random.pick(places),
            industry: random.once(in: 4) ? nil : random.pick(catalogue.industries.all).id, employerType: random.maybe { $0.pick(EmployerType.allCases) },
            employerSize: random.maybe { $0.pick(EmployerSize.allCases) })
    }

    /// One placement that began on a day from `first` to `last`; steps may lie
    /// later than that.
    mutating func placement(_ position: Int, people: Int, jobs: Int, from first: Day, to last: Day) throws -> Placement {
        let kind = random.pick(["", "full-time", "part-time", "flexible", "gig", "gig", "traineeship", "public-welfare"])
        var date = first + random.int(0...(last - first))
        func step(_ stage: Stage, corrects: Int? = nil) -> PlacementStep {
            number += 1
            let isPaid = stage == .checked && random.once(in: 2)
            return PlacementStep(
                number: number, stage: stage, party: stage == .declined ? random.pick(Party.allCases) : nil, corrects: corrects, date: date, recorded: "",
                caseworker: "", note: "", reason: random.maybe { $0.pick(StepReason.allCases) }, evidence: isPaid ? [.paid: .yes(true)] : [:],
                facts: random.once(in: 6) ? nil : facts(), employer: "", title: "", kind: kind, link: "")
        }
        var placement = Placement(
            id: try recordID("R\(position)"), job: try recordID("J\(random.int(1...jobs))"), person: try recordID("P\(random.int(1...people))"),
            first: step(.referred))
        for _ in 0..<random.int(0...6) {
            date = date + random.pick([0, 0, 1, 3, 20, 31, 90, 200])
            if random.once(in: 5), let latest = placement.standing.last {
                placement.append(step(.corrected, corrects: latest.number))
                continue
            }
            guard !placement.isVoid else { break }
            let followers = placement.stage.followers(isDayWork: kind == "gig")
            guard !followers.isEmpty else { break }
            placement.append(step(random.pick(followers)))
        }
        return placement
    }
}
