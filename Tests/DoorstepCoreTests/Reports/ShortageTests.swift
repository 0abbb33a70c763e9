@testable import DoorstepCore
import Testing

@Suite("Shortage, and supply by place")
struct ShortageTests {
    private func shortage(_ desk: Desk) -> ShortageList {
        ShortageList(desk.register, asOf: desk.today, vacancies: { $0.headcount }, isOpen: { $0.status == .open })
    }

    @Test("An occupation is short where a job has stood for 30 days and fewer seek it than are wanted; a day less and it is not")
    func list() throws {
        var desk = try Desk()
        let (welder, cook) = (try desk.catalogue.skill("焊工"), try desk.catalogue.skill("中式烹调师"))
        desk.register.update(try desk.job { $0.occupation = welder; $0.headcount = 3; $0.posted = desk.today + -30 })
        desk.register.update(try desk.job("J2") { $0.occupation = cook; $0.headcount = 3; $0.posted = desk.today + -29 })
        desk.register.update(try desk.person { $0.wants = [welder]; $0.skills = [HeldSkill(welder)] })
        #expect(shortage(desk).lines == [ShortageList.Line(occupation: welder, vacancies: 3, candidates: 1, days: 30, jobs: [0])])
        for number in 2...3 { desk.register.update(try desk.person("P\(number)") { $0.skills = [HeldSkill(welder)] }) }
        #expect(shortage(desk).lines.isEmpty)
    }

    @Test("Fewest people for each vacancy come first, then the longest open")
    func order() throws {
        var desk = try Desk()
        let names = try ["焊工", "中式烹调师", "电工"].map { try desk.catalogue.skill($0) }
        for (number, (days, headcount)) in [(40, 2), (50, 4), (60, 4)].enumerated() {
            desk.register.update(try desk.job("J\(number)") { $0.occupation = names[number]; $0.headcount = headcount; $0.posted = desk.today + -days })
            desk.register.update(try desk.person("P\(number)") { $0.wants = [names[number]] })
        }
        #expect(shortage(desk).lines.map(\.occupation) == [names[2], names[1], names[0]])
    }

    @Test("Each open job counts where its work is and each person seeking where they live, townships under their own names")
    func places() throws {
        var desk = try Desk()
        let other = try desk.catalogue.place("150784103")
        let county = try desk.catalogue.place("150784")
        desk.register.update(try desk.job { $0.headcount = 3 })
        desk.register.update(try desk.job("J2") { $0.place = county })
        desk.register.update(try desk.job("J3") { $0.status = .filled })
        desk.register.update(try desk.person { $0.place = other })
        desk.register.update(try desk.person("P2") { $0.status = .placed })
        let supply = SupplyByPlace(desk.register, level: .township, desk.catalogue.places, vacancies: { $0.headcount }, isOpen: { $0.status == .open })
        #expect(supply.lines.map(\.place) == [county, desk.home, other].sorted())
        #expect(supply.lines.first { $0.place == desk.home }?.vacancies == 3)
        #expect(supply.lines.first { $0.place == other }?.ratio == 0)
        let whole = SupplyByPlace(desk.register, level: .county, desk.catalogue.places, vacancies: { $0.headcount }, isOpen: { $0.status == .open })
        #expect(whole.lines == [SupplyByPlace.Line(place: county, vacancies: 4, seekers: 1, jobs: [0, 1], people: [0])])
        #expect(whole.lines.first?.ratio == 400)
    }
}
