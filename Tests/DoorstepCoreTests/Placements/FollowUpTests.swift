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

    private func call(_ placement: Placement, on date: String, isDayWork: Bool = false) throws -> String {
        guard let call = placement.followUp(asOf: try day(date), isDayWork: isDayWork) else { return "" }
        return "\(call.reason) \(call.due)"
    }

    @Test("a week after the referral, unless it was answered")
    func answer() throws {
        let sent = try desk.placement(steps: (.referred, "2026-11-01"))
        #expect(try call(sent, on: "2026-11-07") == "")
        #expect(try call(sent, on: "2026-11-08") == "answer 2026-11-08")
        #expect(try call(sent, on: "2027-11-08") == "answer 2026-11-08")
        for stage in [Stage.interviewed, .hired, .declined, .corrected] {
            let answered = try desk.placement(steps: (.referred, "2026-11-01"), (stage, "2026-11-05"))
            // A correction names what it takes back; one that does not leaves the referral standing.
            guard stage != .corrected else { continue }
            #expect(try call(answered, on: "2026-11-20") == "", "\(stage)")
            // As of a day before the answer there was none.
            #expect(try call(answered, on: "2026-11-04") == "", "\(stage)")
        }
    }

    @Test(
        "30, 90, 180 and 365 days after starting, each until the next one's day",
        arguments: [
            ("2026-01-01", "inPost(days: 30) 2026-01-31"), ("2026-01-31", "inPost(days: 30) 2026-01-31"), ("2026-03-31", "inPost(days: 30) 2026-01-31"),
            ("2026-04-01", "inPost(days: 90) 2026-04-01"), ("2026-06-30", "inPost(days: 180) 2026-06-30"), ("2027-01-01", "inPost(days: 365) 2027-01-01"),
            ("2027-06-29", "inPost(days: 365) 2027-01-01"), ("2027-06-30", ""),
        ])
    func checks(date: String, expected: String) throws {
        let started = try desk.placement(steps: (.referred, "2025-12-20"), (.hired, "2025-12-25"), (.started, "2026-01-01"))
        #expect(try call(started, on: date) == expected)
    }

    @Test("no more once it has ended, and not before anybody started")
    func ended() throws {
        #expect(try call(desk.placement(steps: (.referred, "2026-01-01"), (.hired, "2026-01-02"), (.started, "2026-01-03"), (.left, "2026-02-01")), on: "2026-03-01") == "")
        #expect(try call(desk.placement(steps: (.referred, "2026-01-01"), (.hired, "2026-01-02")), on: "2026-06-01") == "")
    }

    @Test("the day after day work, about the wages, for a month")
    func dayWork() throws {
        let taken = try desk.placement(steps: (.referred, "2026-11-01"), (.hired, "2026-11-02"))
        #expect(try call(taken, on: "2026-11-02", isDayWork: true) == "")
        #expect(try call(taken, on: "2026-11-03", isDayWork: true) == "dayWork 2026-11-03")
        #expect(try call(taken, on: "2026-12-02", isDayWork: true) == "dayWork 2026-11-03")
        #expect(try call(taken, on: "2026-12-03", isDayWork: true) == "")
    }

    @Test("and all of them come due longest first")
    mutating func list() throws {
        desk.register.update(try desk.placement("R3", steps: (.referred, "2026-11-10")))
        desk.register.update(try desk.placement("R1", steps: (.referred, "2026-10-01"), (.hired, "2026-10-02"), (.started, "2026-11-20")))
        desk.register.update(try desk.placement("R2", steps: (.referred, "2026-11-10")))
        desk.register.update(try desk.placement("R4", job: "J2", steps: (.referred, "2026-11-10"), (.hired, "2026-11-15")))
        #expect(desk.matcher.followUps().map(\.placement.text) == ["R4", "R2", "R3", "R1"])
    }
}
