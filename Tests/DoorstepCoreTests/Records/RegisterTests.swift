@testable import DoorstepCore
import Testing

@Suite("A station's register")
struct RegisterTests {
    @Test("finds placements by job and by person, in the order they were opened, whatever happens to them afterwards")
    func placements() throws {
        var random = SplitMix64.printed()
        var desk = try Desk()
        var oracle: [(id: RecordID, placement: Placement)] = []
        for step in 0..<600 {
            if oracle.isEmpty || random.once(in: 2) {
                let placement = try desk.placement(
                    "R\(step)", job: "J\(random.int(1...8))", person: "P\(random.int(1...8))", steps: (.referred, "2026-11-01"))
                oracle.append((placement.id, placement))
                desk.register.update(placement)
            } else {
                let index = random.int(0...oracle.count - 1)
                oracle[index].placement.append(try desk.placement(steps: (.interviewed, "2026-11-02")).latest)
                desk.register.update(oracle[index].placement)
            }
        }
        for number in 1...9 {
            let job = try recordID("J\(number)")
            let person = try recordID("P\(number)")
            #expect(desk.register.placements(ofJob: job) == oracle.map(\.placement).filter { $0.job == job }, "seed \(random.seed)")
            #expect(desk.register.placements(ofPerson: person) == oracle.map(\.placement).filter { $0.person == person }, "seed \(random.seed)")
        }
        #expect(desk.register.placements.count == oracle.count)
    }

    @Test("that a reader holds does not change when people, jobs, employers, placements and distances do")
    func heldCopy() throws {
        // Given a register with one of each, held by a reader
        var desk = try Desk()
        desk.register.update(try desk.person())
        desk.register.update(try desk.job())
        desk.register.update(try desk.employer())
        desk.register.update(try desk.placement(steps: (.referred, "2026-11-01")))
        let other = try desk.catalogue.place("150784103")
        desk.register.update(Distance(from: desk.home, to: other, metres: 1000))
        let held = desk.register

        // When everything in it changes
        desk.register.update(try desk.person { $0.name = "李四" })
        desk.register.update(try desk.person("P2"))
        desk.register.update(try desk.job { $0.title = "保洁员" })
        desk.register.update(try desk.employer { $0.barred = "欠薪" })
        desk.register.update(try desk.placement(steps: (.referred, "2026-11-01"), (.declined, "2026-11-02"), by: .person))
        desk.register.update(try desk.placement("R2", steps: (.referred, "2026-11-03")))
        desk.register.update(Distance(from: other, to: desk.home, metres: 9))

        // Then the reader sees what it held, and the register what is new
        #expect(held.people.map(\.name) == ["张三"] && held.jobs.map(\.title) == ["电焊工"] && held.employers.map(\.barred) == [""])
        #expect(held.placements.map(\.stage) == [.referred] && held.distances[desk.home, other] == 1000)
        #expect(try held.placements(ofJob: recordID("J1")).map(\.stage) == [.referred])
        #expect(desk.register.people.map(\.name) == ["李四", "张三"] && desk.register.distances[desk.home, other] == 9)
        #expect(try desk.register.placements(ofJob: recordID("J1")).map(\.stage) == [.declined, .referred])
    }

    @Test("knows its station by the place's code")
    func station() throws {
        let desk = try Desk()
        #expect(desk.register.station.code == "150784001" && desk.register.station.place == desk.home)
    }

    // MARK: - Distances

    @Test("a distance holds in both directions, the later instead of the earlier, and between no other places")
    func distances() throws {
        var random = SplitMix64.printed()
        let places = try Samples.catalogue.places.all.prefix(30).map(\.id)
        var table = DistanceTable()
        var oracle: [Set<PlaceID>: Int] = [:]
        #expect(table.isEmpty)
        for _ in 0..<400 {
            let distance = Distance(from: random.pick(places), to: random.pick(places), metres: random.int(0...90_000))
            table.insert(distance)
            oracle[[distance.from, distance.to]] = distance.metres
        }
        for one in places {
            for other in places { #expect(table[one, other] == oracle[[one, other]], "seed \(random.seed)") }
        }
        #expect(!table.isEmpty)
    }

    // MARK: - Vacancies

    @Test("a vacancy is taken from hiring until the person leaves or one side declines", arguments: [
        ([Stage.referred], 2), ([.referred, .interviewed], 2), ([.referred, .hired], 1), ([.referred, .hired, .started], 1),
        ([.referred, .hired, .declined], 2), ([.referred, .hired, .started, .left], 2), ([.referred, .declined], 2),
    ])
    func vacancies(stages: [Stage], left: Int) throws {
        var desk = try Desk()
        var placement = try desk.placement(steps: (stages[0], "2026-11-01"))
        for stage in stages.dropFirst() { placement.append(try desk.placement(steps: (stage, "2026-11-02")).latest) }
        desk.register.update(placement)
        let job = try desk.job { $0.headcount = 2 }
        #expect(desk.register.vacanciesLeft(of: job, asOf: desk.today, isDayWork: false) == left)
    }

    @Test("a vacancy is taken from the day of hiring, not before; and never fewer than none are left")
    func vacanciesByDay() throws {
        var desk = try Desk()
        for number in 1...3 { desk.register.update(try desk.placement("R\(number)", person: "P\(number)", steps: (.referred, "2026-11-01"), (.hired, "2026-11-10"))) }
        let job = try desk.job { $0.headcount = 2 }
        #expect(desk.register.vacanciesLeft(of: job, asOf: try day("2026-11-09"), isDayWork: false) == 2)
        #expect(desk.register.vacanciesLeft(of: job, asOf: try day("2026-11-10"), isDayWork: false) == 0)
        #expect(try desk.register.vacanciesLeft(of: desk.job("J2"), asOf: desk.today, isDayWork: false) == 1)
    }
}
