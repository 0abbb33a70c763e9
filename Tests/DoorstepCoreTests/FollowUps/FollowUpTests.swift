@testable import DoorstepCore
import Testing

@Suite("A placement asks for a call")
struct FollowUpTests {
    private var desk: Desk

    init() throws {
        desk = try Desk()
        desk.register.update(try desk.employer())
        desk.register.update(try desk.job())
        desk.register.update(try desk.job("J2") { $0.kind = try desk.catalogue.kind("零工") })
        desk.register.update(try desk.person())
    }

    private func calls(_ placement: Placement, on date: String, contact: Contact? = nil, isDayWork: Bool = false) throws -> String {
        try placement.followUps(asOf: day(date), contact: contact, isDayWork: isDayWork).map { "\($0.reason) \($0.due)" }.joined(separator: "; ")
    }

    private func contact(_ services: (kind: ServiceKind, outcome: CallOutcome?, date: String, again: String?)...) throws -> Contact {
        var contact = Contact()
        for (index, service) in services.enumerated() {
            let draft = try ServiceDraft(
                .person(recordID("P1")), service.kind, outcome: service.outcome, placement: recordID("R1"), again: service.again.map { try day($0) }, date: day(service.date))
            contact.take(Service(number: index + 1, draft, recorded: "", caseworker: "李四"))
        }
        return contact
    }

    @Test("a week after the referral, unless it was answered")
    func answer() throws {
        let sent = try desk.placement(steps: (.referred, "2026-11-01"))
        #expect(try calls(sent, on: "2026-11-07") == "")
        #expect(try calls(sent, on: "2026-11-08") == "answer 2026-11-08")
        #expect(try calls(sent, on: "2027-11-08") == "answer 2026-11-08")
        for stage in [Stage.interviewed, .hired, .declined] {
            let answered = try desk.placement(steps: (.referred, "2026-11-01"), (stage, "2026-11-14"))
            #expect(try calls(answered, on: "2026-11-15") == "", "\(stage)")
            // As of a day before the answer there was none.
            #expect(try calls(answered, on: "2026-11-13") == "answer 2026-11-08", "\(stage)")
        }
    }

    @Test("which a call settles only where it reached somebody, and for a week")
    func asked() throws {
        let sent = try desk.placement(steps: (.referred, "2026-11-01"))
        // A Monday: the next working day is Tuesday; of a Friday, Monday.
        #expect(try calls(sent, on: "2026-11-09", contact: contact((.call, .noAnswer, "2026-11-09", nil))) == "")
        #expect(try calls(sent, on: "2026-11-10", contact: contact((.call, .noAnswer, "2026-11-09", nil))) == "answer 2026-11-10")
        #expect(try calls(sent, on: "2026-11-15", contact: contact((.call, .outOfService, "2026-11-13", nil))) == "")
        #expect(try calls(sent, on: "2026-11-16", contact: contact((.call, .outOfService, "2026-11-13", nil))) == "answer 2026-11-16")
        #expect(try calls(sent, on: "2026-11-19", contact: contact((.call, .postponed, "2026-11-09", "2026-11-20"))) == "")
        #expect(try calls(sent, on: "2026-11-20", contact: contact((.call, .postponed, "2026-11-09", "2026-11-20"))) == "answer 2026-11-20")
        #expect(try calls(sent, on: "2026-11-15", contact: contact((.call, .reached, "2026-11-09", nil))) == "")
        #expect(try calls(sent, on: "2026-11-16", contact: contact((.call, .reached, "2026-11-09", nil))) == "answer 2026-11-16")
    }

    @Test("three days after work was to begin")
    func start() throws {
        var hired = try desk.placement(steps: (.referred, "2026-11-01"), (.hired, "2026-11-02"))
        #expect(try calls(hired, on: "2026-11-04") == "")
        #expect(try calls(hired, on: "2026-11-05") == "start 2026-11-05")
        hired.append(try check("2026-11-03", [.contractFrom: .day(day("2026-11-16"))]))
        #expect(try calls(hired, on: "2026-11-18") == "")
        #expect(try calls(hired, on: "2026-11-19") == "start 2026-11-19")
    }

    private func check(_ date: String, _ evidence: Evidence = [:], stage: Stage = .checked) throws -> PlacementStep {
        PlacementStep(
            number: 99, stage: stage, party: nil, date: try day(date), recorded: "", caseworker: "李四", note: "", evidence: evidence, employer: "", title: "",
            kind: "", link: "")
    }

    @Test(
        "30, 90, 180 and 365 days after starting: the latest that was reached, for as long as nobody asked",
        arguments: [
            ("2026-01-01", ""), ("2026-01-30", ""), ("2026-01-31", "inPost(days: 30) 2026-01-31"), ("2026-03-31", "inPost(days: 30) 2026-01-31"),
            ("2026-04-01", "inPost(days: 90) 2026-04-01"), ("2026-06-30", "inPost(days: 180) 2026-06-30"), ("2027-01-01", "inPost(days: 365) 2027-01-01"),
            ("2029-06-29", "inPost(days: 365) 2027-01-01"),
        ])
    func checks(date: String, expected: String) throws {
        let started = try desk.placement(steps: (.referred, "2025-12-20"), (.hired, "2025-12-25"), (.started, "2026-01-01"))
        #expect(try calls(started, on: date) == expected)
    }

    @Test("and one check covers all milestones that were missed, and none that is to come")
    func checked() throws {
        func started(_ checks: String...) throws -> Placement {
            var placement = try desk.placement(steps: (.referred, "2025-12-20"), (.hired, "2025-12-25"), (.started, "2026-01-01"))
            for date in checks { placement.append(try check(date)) }
            return placement
        }
        #expect(try calls(started("2026-01-30"), on: "2026-02-01") == "inPost(days: 30) 2026-01-31", "a day too early")
        #expect(try calls(started("2026-01-31"), on: "2026-02-01") == "")
        #expect(try calls(started("2026-01-31"), on: "2026-04-01") == "inPost(days: 90) 2026-04-01")
        #expect(try calls(started("2026-07-01"), on: "2026-07-02") == "")
        #expect(try calls(started("2026-07-01"), on: "2026-06-30") == "inPost(days: 180) 2026-06-30", "not known as of the day before")
        #expect(try calls(started("2026-07-01"), on: "2027-01-01") == "inPost(days: 365) 2027-01-01")
        #expect(try calls(started("2027-01-01"), on: "2030-01-01") == "")
    }

    @Test("no more once it has ended")
    func ended() throws {
        #expect(try calls(desk.placement(steps: (.referred, "2026-01-01"), (.hired, "2026-01-02"), (.started, "2026-01-03"), (.left, "2026-02-01")), on: "2026-03-01") == "")
        #expect(try calls(desk.placement(steps: (.referred, "2026-01-01"), (.hired, "2026-01-02"), (.declined, "2026-01-03"), by: .person), on: "2026-06-01") == "")
    }

    @Test("a month before the contract ends, until somebody asked")
    func contract() throws {
        var placement = try desk.placement(steps: (.referred, "2026-01-01"), (.hired, "2026-01-02"), (.started, "2026-11-01"))
        placement.append(try check("2026-11-02", [.contractTo: .day(day("2027-01-15"))]))
        #expect(try calls(placement, on: "2026-12-15") == "inPost(days: 30) 2026-12-01")
        #expect(try calls(placement, on: "2026-12-16") == "inPost(days: 30) 2026-12-01; contractEnds 2026-12-16")
        placement.append(try check("2026-12-16"))
        #expect(try calls(placement, on: "2026-12-17") == "")
    }

    @Test("the day after day work, until the wages are paid; where they were not, after three working days again")
    func dayWork() throws {
        var taken = try desk.placement(steps: (.referred, "2026-11-01"), (.hired, "2026-11-02"))
        #expect(try calls(taken, on: "2026-11-02", isDayWork: true) == "")
        #expect(try calls(taken, on: "2026-11-03", isDayWork: true) == "dayWork 2026-11-03")
        #expect(try calls(taken, on: "2027-11-03", isDayWork: true) == "dayWork 2026-11-03")
        taken.append(try check("2026-11-02", stage: .left))
        #expect(try calls(taken, on: "2026-11-03", isDayWork: true) == "dayWork 2026-11-03")
        taken.append(try check("2026-11-03"))
        #expect(try calls(taken, on: "2026-11-04", isDayWork: true) == "dayWork 2026-11-03", "nothing was said of wages")
        // A Thursday: three working days on it is Tuesday.
        taken.append(try check("2026-11-05", [.paid: .yes(false)]))
        #expect(try calls(taken, on: "2026-11-09", isDayWork: true) == "")
        #expect(try calls(taken, on: "2026-11-10", isDayWork: true) == "dayWork 2026-11-10")
        taken.append(try check("2026-11-10", [.paid: .yes(true)]))
        #expect(try calls(taken, on: "2027-11-10", isDayWork: true) == "")
    }

    @Test("Working days are Monday to Friday, counted one by one")
    func workingDays() throws {
        let first = try day("2026-11-16")
        #expect(first.isWorkingDay && !(first + 5).isWorkingDay && !(first + 6).isWorkingDay)
        for start in -40...40 {
            for count in 0...12 {
                var (expected, left) = (first + start, count)
                while left > 0 {
                    expected = expected + 1
                    if expected.isWorkingDay { left -= 1 }
                }
                #expect((first + start).adding(workingDays: count) == expected, "\(first + start) \(count)")
            }
        }
        #expect(Day(number: 0).weekday == 3 && Day(number: -3).weekday == 0 && Day(number: -4).weekday == 6)
    }
}
