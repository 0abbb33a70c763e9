@testable import DoorstepCore
import Testing

@Suite("Month by month")
struct MonthlyFiguresTests {
    @Test("Twelve months stand side by side, the one of the day of working last")
    func months() throws {
        let desk = try Desk()
        let figures = MonthlyFigures(desk.register, asOf: desk.today)
        #expect(figures.months.count == 12)
        #expect(figures.months.first == (try day("2025-12-01")))
        #expect(figures.months.last == (try day("2026-11-01")))
        for measure in MonthlyFigures.Measure.allCases { #expect(figures[measure] == Array(repeating: 0, count: 12)) }
    }

    @Test("The first and the last day of a month count in it; the day before the first month and the day after the day of working count nowhere")
    func bounds() throws {
        var desk = try Desk()
        for (number, registered) in ["2025-11-30", "2025-12-01", "2025-12-31", "2026-11-01", "2026-11-21", "2026-11-22"].enumerated() {
            var person = try desk.person("P\(number)")
            person.registered = try day(registered)
            desk.register.update(person)
        }
        let figures = MonthlyFigures(desk.register, asOf: desk.today)
        #expect(figures[.registered].first == 2)
        #expect(figures[.registered].last == 2)
        #expect(figures[.registered].reduce(0, +) == 4)
    }

    @Test("Jobs count by their headcount, placements by each step in its own month")
    func steps() throws {
        var desk = try Desk()
        desk.register.update(try desk.employer())
        desk.register.update(try desk.job { $0.headcount = 5; $0.posted = try day("2026-10-05") })
        desk.register.update(try desk.person())
        desk.register.update(try desk.placement(steps: (.referred, "2026-09-30"), (.interviewed, "2026-10-01"), (.hired, "2026-10-31"), (.started, "2026-11-02")))
        desk.register.update(try desk.placement("R2", steps: (.referred, "2026-11-03"), (.declined, "2026-11-04"), by: .person))
        let figures = MonthlyFigures(desk.register, asOf: desk.today)
        func months(_ measure: MonthlyFigures.Measure) -> [Int] { Array(figures[measure].suffix(3)) }
        #expect(months(.posted) == [0, 5, 0])
        #expect(months(.referred) == [1, 0, 1])
        #expect(months(.interviewed) == [0, 1, 0])
        #expect(months(.hired) == [0, 1, 0])
        #expect(months(.started) == [0, 0, 1])
        #expect(months(.declined) == [0, 0, 1])
        #expect(months(.left) == [0, 0, 0])
    }

    @Test("On the last day of February of a leap year February is the last month")
    func leapYear() throws {
        let desk = try Desk(on: "2028-02-29")
        let figures = MonthlyFigures(desk.register, asOf: desk.today)
        #expect(figures.months.last == (try day("2028-02-01")))
        #expect(figures.months.first == (try day("2027-03-01")))
    }
}

@Suite("Supply and demand")
struct SupplyAndDemandTests {
    private func compare(_ desk: Desk) -> SupplyAndDemand {
        SupplyAndDemand(desk.register, vacancies: { $0.headcount }, isOpen: { $0.status == .open })
    }

    @Test("A job counts for its occupation before its skills, a person for the first wish before the first skill, each once")
    func counted() throws {
        var desk = try Desk()
        let welder = try desk.catalogue.skill("焊工")
        let driver = try desk.catalogue.skill("叉车司机")
        desk.register.update(try desk.employer())
        desk.register.update(try desk.job("J1") { $0.occupation = welder; $0.skills = [AskedSkill(driver)]; $0.headcount = 3 })
        desk.register.update(try desk.job("J2") { $0.skills = [AskedSkill(welder, isRequired: false), AskedSkill(driver)]; $0.headcount = 2 })
        desk.register.update(try desk.job("J3") { $0.occupation = welder; $0.status = .withdrawn })
        desk.register.update(try desk.person("P1") { $0.wants = [driver, welder]; $0.skills = [HeldSkill(welder)] })
        desk.register.update(try desk.person("P2") { $0.skills = [HeldSkill(welder), HeldSkill(driver)] })
        desk.register.update(try desk.person("P3") { $0.wants = [welder]; $0.status = .placed })
        let lines = compare(desk).lines
        #expect(lines.map(\.occupation) == [welder, driver])
        #expect(lines.map(\.vacancies) == [3, 2])
        #expect(lines.map(\.seekers) == [1, 1])
        #expect(lines.map(\.ratio) == [300, 200])
    }

    @Test("Where nobody seeks there is no ratio; what says nothing of its occupation stands last, and the total has everybody")
    func unknown() throws {
        var desk = try Desk()
        desk.register.update(try desk.employer())
        desk.register.update(try desk.job("J1") { $0.headcount = 9 })
        desk.register.update(try desk.job("J2") { $0.occupation = .word("套马"); $0.headcount = 1 })
        desk.register.update(try desk.person("P1"))
        let compared = compare(desk)
        #expect(compared.lines.map(\.occupation) == [.word("套马"), nil])
        #expect(compared.lines.map(\.ratio) == [nil, 900])
        #expect(compared.total.vacancies == 10 && compared.total.seekers == 1)
    }

    @Test("Whatever the station, the lines add up to the open vacancies and the people seeking, and the widest gap is first")
    func addsUp() throws {
        let seed = UInt64.random(in: .min ... .max)
        print("seed \(seed)")
        var random = SplitMix64(seed: seed)
        for _ in 0..<50 {
            var desk = try Desk()
            let names = desk.catalogue.skills.all.prefix(6).map { SkillName.catalogued($0.id) } + [.word("套马")]
            desk.register.update(try desk.employer())
            for number in 0..<Int.random(in: 0...30, using: &random) {
                desk.register.update(try desk.job("J\(number)") {
                    $0.headcount = Int.random(in: 1...9, using: &random)
                    $0.occupation = Bool.random(using: &random) ? names.randomElement(using: &random) : nil
                })
            }
            for number in 0..<Int.random(in: 0...30, using: &random) {
                desk.register.update(try desk.person("P\(number)") {
                    $0.wants = Bool.random(using: &random) ? [names[Int.random(in: 0..<names.count, using: &random)]] : []
                    $0.status = Bool.random(using: &random) ? .seeking : .paused
                })
            }
            let compared = compare(desk)
            #expect(compared.lines.reduce(0) { $0 + $1.vacancies } == desk.register.jobs.reduce(0) { $0 + $1.headcount })
            #expect(compared.lines.reduce(0) { $0 + $1.seekers } == desk.register.people.filter { $0.status == .seeking }.count)
            let gaps = compared.lines.filter { $0.occupation != nil }.map(\.gap)
            #expect(gaps == gaps.sorted(by: >))
        }
    }
}
