@testable import DoorstepCore
import Testing

/// 001 item 5 and 000 item 22.
@Suite("What an agency receives")
struct AgencyPolicyTests {
    private let worker = "cn-150602-agency-industrial-worker"
    private let priority = "cn-150602-agency-priority-group"

    private func story() throws -> PolicyStory {
        var story = PolicyStory()
        story.groups = ["industrial-worker"]
        story.proof = [
            .agency: .text("鄂尔多斯众才"), .contractSigned: try .on("2026-01-12"), .contractFrom: try .on("2026-01-15"), .contractTo: try .on("2027-01-14"),
            .firstContract: .yes(true), .insuranceFrom: try .on("2026-01-15"), .pensionMonths: .number(3), .insuranceUnbroken: .yes(true),
        ]
        story.proven = "2026-04-15"
        story.on = "2026-04-15"
        return story
    }

    private func crowd(_ count: Int, _ change: (inout PolicyStory, Int) throws -> Void = { _, _ in }) throws -> [PolicyStory] {
        let story = try story()
        return try (1...count).map { number in
            try story.with {
                $0.personID = "P\(number)"
                try change(&$0, number)
            }
        }
    }

    private func line(_ stories: [PolicyStory], _ policy: String) throws -> PolicyLine {
        try #require(PolicyStory.book(stories).lines.first { $0.policy.id == policy })
    }

    @Test("for industrial workers begins with the 30th person of a calendar year, and then for all of them")
    func threshold() throws {
        let few = try line(crowd(29), worker)
        #expect((few.claimable, few.waiting) == (0, 29))
        let book = try PolicyStory.book(crowd(29))
        let verdict = try #require(book.verdicts(of: recordID("R1")).first { $0.policy.id == worker })
        #expect(verdict.phrase.english.contains("29 of 30"))
        #expect(verdict.plan.isDraft)
        let enough = try line(crowd(30), worker)
        #expect((enough.claimable, enough.waiting) == (30, 0))
        #expect(enough.lower == Money(yuan: 15_000) && enough.upper == Money(yuan: 15_000))
    }

    @Test("counts people and not placements, each agency and each year by itself")
    func counting() throws {
        let twice = try line(crowd(30) { story, number in story.personID = "P\(min(number, 29))" }, worker)
        #expect((twice.claimable, twice.waiting, twice.elsewhere) == (0, 29, 1))
        let apart = try line(crowd(30) { story, number in if number == 30 { story.proof[.agency] = .text("另一家") } }, worker)
        #expect((apart.claimable, apart.waiting) == (0, 30))
        let written = try line(crowd(30) { story, number in if number == 30 { story.proof[.agency] = .text(" 鄂尔多斯 众才 ") } }, worker)
        #expect(written.claimable == 30, "the same agency, written with blanks")
        let lastYear = try line(crowd(30) { story, number in if number == 30 { story.referred = "2025-12-31" } }, worker)
        #expect((lastYear.claimable, lastYear.waiting) == (0, 30))
    }

    @Test("for industrial workers asks for a contract of twelve months, the first in the district, and three months of insurance")
    func conditions() throws {
        // Of one of thirty, so that the threshold is reached by the others.
        func come(_ expected: Expected, _ what: Comment, _ change: (inout PolicyStory) throws -> Void) throws {
            let book = try PolicyStory.book(crowd(31) { story, number in if number == 1 { try change(&story) } })
            let verdict = try book.verdicts(of: recordID("R1")).first { $0.policy.id == worker }
            #expect(Expected(verdict) == expected, "\(what): \(verdict?.phrase.english ?? "")")
        }
        try come(.yuan(500), "just in") { _ in }
        try come(.failed, "a contract a day too short") { $0.proof[.contractTo] = try .on("2027-01-13") }
        try come(.yuan(500), "without end") {
            $0.proof[.contractTo] = nil
            $0.proof[.contractOpen] = .yes(true)
        }
        try come(.unknown, "until when is not known") { $0.proof[.contractTo] = nil }
        try come(.failed, "not the first contract") { $0.proof[.firstContract] = .yes(false) }
        try come(.unknown, "first or not: nobody said") { $0.proof[.firstContract] = nil }
        try come(.waiting("2026-04-16"), "a day too early") { $0.proof[.insuranceFrom] = try .on("2026-01-16") }
        try come(.waiting("2026-05-15"), "a month is missing still") { $0.proof[.pensionMonths] = .number(2) }
        try come(.failed, "left with two months paid") {
            $0.proof[.pensionMonths] = .number(2)
            $0.left = "2026-04-10"
        }
        try come(.either(.unknown, .yuan(500)), "another scheme than the pension") {
            $0.proof[.pensionMonths] = nil
            $0.proof[.injuryMonths] = .number(3)
        }
        try come(.failed, "no industrial worker") { $0.groups = [] }
        try come(.beside, "no agency named") { $0.proof[.agency] = nil }
        try come(.beside, "an employer of elsewhere") {
            $0.employerPlace = "150603"
            $0.employerID = "E2"
        }
        try come(.unknown, "where the employer is, is not known") {
            $0.employerPlace = nil
            $0.employerID = "E2"
        }
        try come(.failed, "a public institution") {
            $0.type = .publicInstitution
            $0.employerID = "E2"
        }
        try come(.failed, "draws a pension") {
            $0.proof[.pensionMonths] = .number(1)
            $0.proof[.retirementPension] = .yes(true)
        }
        try come(.claimed, "claimed") { $0.proof[.claimed] = .text(worker) }
    }

    @Test("has a last day, which may bind the hire or the claim")
    func validity() throws {
        func last(hired: String, on: String) throws -> [PolicyStory] {
            try crowd(30) { story, _ in
                story.referred = hired
                story.hired = hired
                story.started = hired
                story.proof[.contractSigned] = try .on(hired)
                story.proof[.contractFrom] = try .on(hired)
                story.proof[.contractTo] = try .on("2029-12-31")
                story.proof[.insuranceFrom] = try .on(hired)
                story.proven = on
                story.on = on
            }
        }
        #expect(try line(last(hired: "2027-09-30", on: "2027-12-31"), worker).claimable == 30)
        let after = try line(last(hired: "2027-12-31", on: "2028-03-31"), worker)
        #expect((after.claimable, after.disputed) == (0, 30), "hired on the last day, claimed after it: the readings differ")
        #expect((after.lower, after.upper) == (Money(yuan: 0), Money(yuan: 15_000)))
        #expect(try line(last(hired: "2028-01-01", on: "2028-04-01"), worker).failed == 30)
    }

    @Test("is capped at 500,000 yuan, in the wide reading a year and of this policy alone")
    func cap() throws {
        let capped = try line(crowd(1001), worker)
        #expect((capped.claimable, capped.failed) == (1000, 1))
        #expect(capped.upper == Money(yuan: 500_000))
        let twoYears = try line(
            crowd(1030) { story, number in if number > 1000 { story.referred = "2025-12-31" } }, worker)
        #expect((twoYears.claimable, twoYears.disputed) == (1000, 30), "over the cap of all years together, within that of each")
        #expect((twoYears.lower, twoYears.upper) == (Money(yuan: 500_000), Money(yuan: 515_000)))
        // 100 who bring 800, hired first: in the narrow reading they use the cap up too.
        let mixed = try crowd(1100) { story, number in
            if number <= 100 {
                story.groups = ["hard-to-employ"]
                story.hired = "2026-01-09"
            }
        }
        let five = try line(mixed, worker)
        #expect((five.claimable, five.disputed) == (840, 160))
        #expect(try line(mixed, priority).claimable == 100)
    }

    @Test("is 800 and never 1,300 for one person, also over two placements and merged records")
    func higherOnly() throws {
        let both = try crowd(30) { story, number in if number == 1 { story.groups = ["industrial-worker", "hard-to-employ"] } }
        let book = try PolicyStory.book(both)
        let verdicts = try book.verdicts(of: recordID("R1"))
        #expect(Expected(verdicts.first { $0.policy.id == worker }) == .superseded)
        #expect(Expected(verdicts.first { $0.policy.id == priority }) == .yuan(800))
        let all = PolicyTotal(book.lines)
        #expect(all.upper == Money(yuan: 29 * 500 + 800))

        var two = try crowd(31) { story, number in
            if number == 31 {
                story.personID = "P1"
                story.groups = ["hard-to-employ", "industrial-worker"]
                story.proof[.firstContract] = .yes(false)
            }
        }
        two[0].groups = ["industrial-worker"]
        let apart = try PolicyStory.book(two)
        let sums = apart.lines.filter { $0.policy.kind == .agencyReferral }.reduce(0) { $0 + $1.upper.fen / 100 }
        #expect(sums == 29 * 500 + 800)
    }

    @Test("counts somebody once who was written down twice and made one")
    func merged() throws {
        let stories = try crowd(2) { story, _ in story.groups = ["hard-to-employ"] }
        let catalogue = try Samples.catalogue
        var register = Register(station: Station(place: try #require(catalogue.places.place(code: "150602")), name: "站"))
        for (index, story) in stories.enumerated() { try story.tell(as: index + 1, in: &register, catalogue) }
        func count() throws -> (Int, Int) {
            let line = try #require(PolicyBook(register, catalogue, PolicySettings(), asOf: day("2026-04-15")).lines.first { $0.policy.id == priority })
            return (line.claimable, line.elsewhere)
        }
        #expect(try count() == (2, 0))
        var second = try #require(register.people[recordID("P2")])
        second.absence = .merged(into: try recordID("P1"), MergeTrace())
        register.update(second)
        #expect(try count() == (1, 1))
    }

    @Test("for priority groups asks for unbroken insurance and for no length of contract")
    func priorityGroups() throws {
        let base = try story().with { $0.groups = ["long-term-unemployed"] }
        try expect(base, priority, .yuan(800), "just in")
        try expect(base.with { $0.proof[.contractTo] = try .on("2026-05-01") }, priority, .yuan(800), "a short contract")
        try expect(base.with { $0.proof[.insuranceUnbroken] = .yes(false) }, priority, .failed, "broken")
        try expect(base.with { $0.proof[.insuranceUnbroken] = nil }, priority, .unknown, "unbroken: nobody said")
        try expect(base.with { $0.on = "2026-04-14"; $0.proven = "2026-04-14" }, priority, .waiting("2026-04-15"), "a day before")
        try expect(base.with { $0.groups = []; $0.person = { $0.neverEmployed = true } }, priority, .unknown, "nothing is known of school")
        try expect(base.with { $0.groups = []; $0.person = { $0.education = .primary } }, priority, .failed, "no graduate")
        try expect(base.with { $0.proof[.contractSigned] = nil; $0.proof[.contractFrom] = nil }, priority, .unknown, "no contract on record")
        // 离校2年内: in on the day of the referral, out on that of the hire.
        func graduate(_ left: String) -> PolicyStory {
            base.with {
                $0.groups = []
                $0.person = {
                    $0.education = .college
                    $0.leftSchool = try day(left)
                    $0.neverEmployed = true
                }
            }
        }
        try expect(graduate("2024-01-10"), priority, .yuan(800), "two years to the day of the hire")
        try expect(graduate("2024-01-09"), priority, .either(.failed, .yuan(800)), "two years end between referral and hire")
        try expect(graduate("2024-01-04"), priority, .failed, "a day before the referral")
    }

    @Test("at Bayannur's parks has no amount, and asks for a contract and insurance")
    func parkHelper() throws {
        let id = "cn-150800-park-helper"
        let base = try story().with {
            $0.groups = ["hard-to-employ"]
            $0.station = "150802"
            $0.employerPlace = "150802"
            $0.workplace = "150802"
        }
        try expect(base, id, .claimable, "just in, the amount not stated")
        try expect(base.with { $0.proof[.contractSigned] = nil; $0.proof[.contractFrom] = nil }, id, .unknown, "no contract")
        try expect(base.with { $0.proof[.insuranceFrom] = nil; $0.proof[.pensionMonths] = nil }, id, .unknown, "no insurance")
        try expect(base.with { $0.groups = []; $0.person = { $0.education = .primary } }, id, .failed, "no such group")
        let early = base.with { $0.referred = "2025-02-20"; $0.hired = "2025-02-28"; $0.started = "2025-03-01" }
        try expect(early, id, .failed, "taken on the day before the plan came into force")
        try expect(early.with { $0.hired = "2025-03-01" }, id, .claimable, "on that day")
    }
}
