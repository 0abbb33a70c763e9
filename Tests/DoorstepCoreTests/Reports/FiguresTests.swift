@testable import DoorstepCore
import Testing

@Suite("Figures")
struct FiguresTests {
    private var desk: Desk
    private let month: Period

    init() throws {
        desk = try Desk()
        month = Period(.month, containing: desk.today)
        desk.register.update(try desk.employer { [catalogue = desk.catalogue] in
            $0.type = .enterprise
            $0.size = .small
            $0.industry = catalogue.industries.industry("C")?.id
        })
        desk.register.update(try desk.job())
        desk.register.update(try desk.person { [catalogue = desk.catalogue] in $0.recordedGroups = try catalogue.groupSet("hard-to-employ", "rural-resident") })
    }

    private func figures(_ period: Period? = nil, _ scope: Figures.Scope = .init()) -> Figures {
        Figures(desk.register, period: period ?? month, asOf: desk.today, scope: scope, desk.catalogue)
    }

    @Test("A start counts for all that its facts say, taken from the records where the step does not keep them")
    mutating func start() throws {
        desk.register.update(try desk.placement(steps: (.referred, "2026-11-02"), (.hired, "2026-11-03"), (.started, "2026-11-05")))
        let figures = figures()
        for indicator in [Indicator.newEmployment, .urban, .hardToEmploy, .ruralTransfer, .ruralNearby, .secondary, .small, .local, .started, .hired, .referred] {
            #expect(figures.count(indicator) == 1, "\(indicator)")
            #expect(figures.entries(indicator).map(\.position) == [0], "\(indicator)")
        }
        for indicator in [Indicator.tertiary, .disabled, .flexible, .left, .agriProcessing, .forestLocal] { #expect(figures.count(indicator) == 0, "\(indicator)") }
        #expect(figures.entries(.urban).first?.step == 2)
        #expect(figures.monthly(.urban) == Array(repeating: 0, count: 11) + [1])
        #expect(figures.byArea(.urban, .township, desk.catalogue.places).map(\.name) == [desk.home])
        #expect(figures.byGroup(.urban).compactMap { $0.name.map { desk.catalogue.groups[$0].code } } == ["hard-to-employ", "rural-resident"])
    }

    @Test("Hired twice in a period, a person counts once and the placements twice; of two records that were made one likewise")
    mutating func twice() throws {
        desk.register.update(try desk.placement(steps: (.referred, "2026-11-02"), (.hired, "2026-11-02"), (.started, "2026-11-02"), (.left, "2026-11-09")))
        desk.register.update(try desk.placement("R2", steps: (.referred, "2026-11-10"), (.hired, "2026-11-10"), (.started, "2026-11-12")))
        #expect(figures().count(.newEmployment) == 1)
        #expect(figures().count(.secondary) == 2)
        var other = try desk.person("P2")
        other.absence = .merged(into: try recordID("P1"), MergeTrace())
        desk.register.update(other)
        desk.register.update(try desk.placement("R3", person: "P2", steps: (.referred, "2026-11-10"), (.hired, "2026-11-10"), (.started, "2026-11-12")))
        let figures = figures()
        #expect(figures.count(.newEmployment) == 1)
        // R2 and R3 tell of one start of one person at one job.
        #expect(figures.count(.secondary) == 2)
        #expect(figures.count(.started) == 2)
        #expect(figures.count(.registered) == 1)
    }

    @Test("What was taken back counts nowhere, and who never started is told from who was declined")
    mutating func takenBack() throws {
        var placement = try desk.placement(steps: (.referred, "2026-11-02"), (.hired, "2026-11-03"), (.started, "2026-11-05"))
        placement.append(
            PlacementStep(
                number: 9, stage: .corrected, party: nil, corrects: 3, date: desk.today, recorded: "", caseworker: "", note: "", employer: "", title: "", kind: "",
                link: ""))
        desk.register.update(placement)
        #expect(figures().count(.newEmployment) == 0)
        #expect(figures().count(.hired) == 1)
        desk.register.update(try desk.placement("R2", steps: (.referred, "2026-11-02"), (.hired, "2026-11-03"), (.declined, "2026-11-04"), by: .person))
        desk.register.update(try desk.placement("R3", steps: (.referred, "2026-11-02"), (.declined, "2026-11-04"), by: .employer))
        #expect(figures().count(.neverStarted) == 1)
        #expect(figures().count(.declinedByEmployer) == 1)
        #expect(figures().count(.declinedByPerson) == 0)
    }

    @Test("Thirty days in post count on the thirtieth day, from the ledger; confirmed by a check from then on")
    mutating func staying() throws {
        desk.register.update(try desk.placement(steps: (.referred, "2026-10-01"), (.hired, "2026-10-01"), (.started, "2026-10-05"), (.checked, "2026-11-03")))
        desk.register.update(try desk.placement("R2", person: "P2", steps: (.referred, "2026-10-01"), (.hired, "2026-10-01"), (.started, "2026-10-05"), (.checked, "2026-11-04")))
        desk.register.update(try desk.placement("R3", person: "P3", steps: (.referred, "2026-10-01"), (.hired, "2026-10-01"), (.started, "2026-10-05"), (.left, "2026-11-03")))
        let figures = figures()
        #expect(figures.count(.inPost30) == 2)
        #expect(figures.count(.confirmed30) == 1)
        #expect(figures.entries(.confirmed30).first?.position == 1)
        #expect(figures.count(.inPost90) == 0)
    }

    @Test("An employer of unknown industry is named among what is wanting, not guessed")
    mutating func wanting() throws {
        desk.register.update(try desk.employer())
        desk.register.update(try desk.placement(steps: (.referred, "2026-11-02"), (.hired, "2026-11-03"), (.started, "2026-11-05")))
        let figures = figures()
        #expect(figures.count(.secondary) == 0 && figures.wanting(.secondary).count == 1 && figures.wanting(.tertiary).count == 1)
        #expect(figures.wanting(.small).count == 1 && figures.wanting(.urban).isEmpty)
    }

    @Test("Services count by kind, those taken back not; vacancies by headcount; rates of all who are recorded now")
    mutating func services() throws {
        let person = Service.Subject.person(try recordID("P1"))
        func serve(_ number: Int, _ kind: ServiceKind, _ outcome: CallOutcome? = nil, takesBack: Int? = nil) {
            let draft = ServiceDraft(person, kind, outcome: outcome, takesBack: takesBack, date: desk.today)
            desk.register.update(Service(number: number, draft, recorded: "", caseworker: ""))
        }
        serve(1, .wishSurvey)
        serve(2, .call, .noAnswer)
        serve(3, .call, .reached)
        serve(4, .revisit)
        serve(5, .revisit, takesBack: 4)
        desk.register.update(try desk.job("J2") { $0.headcount = 7 })
        desk.register.update(try desk.person("P2") { [catalogue = desk.catalogue] in $0.recordedGroups = try catalogue.groupSet("hard-to-employ") })
        let figures = figures()
        #expect(figures.count(.wishSurveys) == 1 && figures.count(.calls) == 2 && figures.count(.callsReached) == 1 && figures.count(.revisits) == 0)
        #expect(figures.count(.posted) == 8 && figures.count(.postedJobs) == 2)
        #expect(figures.count(.hardToEmployAssisted) == 1 && figures.base(.hardToEmployAssisted) == 2 && figures.countBefore(.hardToEmployAssisted) == nil)
    }

    @Test("A placement of another place or group is left out where these alone are asked for")
    mutating func scope() throws {
        desk.register.update(try desk.placement(steps: (.referred, "2026-11-02"), (.hired, "2026-11-03"), (.started, "2026-11-05")))
        let tongliao = try desk.catalogue.place("150500")
        #expect(figures(nil, Figures.Scope(area: tongliao)).count(.newEmployment) == 0)
        #expect(figures(nil, Figures.Scope(area: try desk.catalogue.place("150784"))).count(.newEmployment) == 1)
        #expect(figures(nil, Figures.Scope(group: try desk.catalogue.group("disabled"))).count(.newEmployment) == 0)
        #expect(figures(nil, Figures.Scope(group: try desk.catalogue.group("hard-to-employ"))).count(.newEmployment) == 1)
    }

    @Test("The whole period before and a year earlier stand beside it, as many days of each as have gone by")
    mutating func compared() throws {
        for (number, date) in ["2026-11-05", "2026-10-21", "2026-10-22", "2025-11-21", "2025-11-22"].enumerated() {
            desk.register.update(try desk.placement("R\(number)", person: "P\(number)", steps: (.referred, date), (.hired, date), (.started, date)))
        }
        let figures = figures()
        #expect(figures.count(.started) == 1 && figures.countBefore(.started) == 1 && figures.countAYearBefore(.started) == 1)
        #expect(figures.yearToDate(.started) == 3)
        #expect(figures.yearGone == 325 * 10_000 / 365)
    }

    @Test("Every indicator has a code and a name of its own, by which it is read, and a definition in both languages")
    func words() {
        #expect(Set(Indicator.allCases.map(\.code)).count == Indicator.allCases.count)
        #expect(Set(Indicator.allCases.map(\.phrase.chinese)).count == Indicator.allCases.count)
        #expect(Set(Indicator.allCases.map(\.phrase.english)).count == Indicator.allCases.count)
        #expect(Indicator.allCases.count <= 63)
        for indicator in Indicator.allCases {
            #expect(Indicator.read(indicator.code) == indicator && Indicator.read(indicator.phrase.chinese) == indicator && Indicator.read(indicator.phrase.english) == indicator)
            #expect(indicator.definition.chinese.hasSuffix("。") && indicator.definition.english.hasSuffix("."), "\(indicator)")
            #expect(!indicator.definition.english.contains(".A") && !indicator.definition.english.contains(".C"), "\(indicator)")
        }
        #expect(Indicator.read("no such thing") == nil)
    }
}
