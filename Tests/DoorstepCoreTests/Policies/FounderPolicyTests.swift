@testable import DoorstepCore
import Testing

@Suite("What a founder receives")
struct FounderPolicyTests {
    private func story(_ place: String, _ proof: Evidence, on: String = "2026-12-01") -> PolicyStory {
        var story = PolicyStory(station: place, employerPlace: place, workplace: place, home: place)
        story.size = .micro
        story.proof = proof
        story.on = on
        return story
    }

    private func founder(_ registered: String) throws -> Evidence {
        [.businessRegistered: try .on(registered), .firstBusiness: .yes(true), .founderGroup: .yes(true)]
    }

    @Test("10,000 after twelve months in Tongliao (004 item 18)")
    func once() throws {
        let id = "cn-150500-startup-10k"
        var proof = try founder("2025-12-01")
        proof[.operatingOn] = try .on("2026-12-01")
        let base = story("150502", proof)
        try expect(base, id, .yuan(10_000), "twelve months to the day, seen on it")
        try expect(base.with { $0.on = "2026-11-30"; $0.proof[.operatingOn] = try .on("2026-11-30") }, id, .waiting("2026-12-01"), "a day before")
        try expect(base.with { $0.proof[.operatingOn] = try .on("2026-11-30") }, id, .unknown, "not seen since")
        try expect(base.with { $0.proof[.firstBusiness] = .yes(false) }, id, .failed, "not the first business")
        try expect(base.with { $0.proof[.founderGroup] = .yes(false) }, id, .failed, "a founder of no group")
        try expect(base.with { $0.proof[.founderGroup] = nil }, id, .unknown, "no proof of the founder's group")
        try expect(base.with { $0.size = .medium }, id, .failed, "a medium enterprise")
        try expect(base.with { $0.size = nil }, id, .unknown, "of no known size")
        try expect(base.with { $0.size = nil; $0.type = .soleTrader }, id, .yuan(10_000), "a sole trader")
        try expect(base.with { $0.proof[.businessRegistered] = nil }, id, .beside, "no business on record")
        let two = [base, base.with { $0.personID = "P2" }]
        let line = try #require(PolicyStory.book(two).lines.first { $0.policy.id == id })
        #expect((line.count, line.upper) == (1, Money(yuan: 10_000)), "once for the employer, however many were placed there")
    }

    @Test("Dongsheng's list of founders is open, its amount not stated; Bayannur names the policy alone")
    func notStated() throws {
        let base = try story("150602", founder("2026-06-01"))
        try expect(base, "cn-150602-startup", .claimable, "all shown")
        try expect(base.with { $0.proof[.founderGroup] = .yes(false) }, "cn-150602-startup", .unknown, "等: others may belong to it")
        try expect(base.with { $0.proof[.firstBusiness] = .yes(false) }, "cn-150602-startup", .failed, "not the first")
        try expect(base.with { $0.proof[.firstBusiness] = nil }, "cn-150602-startup", .unknown, "first: nobody said")
        try expect(story("150802", try founder("2026-06-01")), "cn-150800-startup", .unknown, "no conditions stated")
    }

    @Test("Three people, each insured for twelve months, bring 20,000")
    func jobs() throws {
        for (id, place) in [("cn-150800-startup-jobs", "150802"), ("cn-150602-startup-jobs", "150602"), ("cn-150500-startup-jobs", "150502")] {
            func staff(_ months: [Int?], started: String = "2025-06-01", on: String = "2026-06-01") throws -> [PolicyStory] {
                try months.enumerated().map { index, months in
                    try story(place, founder("2024-01-01"), on: on).with {
                        $0.personID = "P\(index + 1)"
                        $0.referred = started
                        $0.hired = started
                        $0.started = started
                        if let months { $0.proof[.pensionMonths] = .number(months) }
                    }
                }
            }
            func come(_ stories: [PolicyStory], _ expected: Expected, _ what: Comment) throws {
                let verdict = try PolicyStory.book(stories).verdicts(of: recordID("R1")).first { $0.policy.id == id }
                #expect(Expected(verdict) == expected, "\(what): \(verdict?.phrase.english ?? "")")
            }
            try come(staff([12, 12, 12]), .yuan(20_000), "three")
            try come(staff([12, 12]), .waiting(nil), "two, and nobody else in sight")
            try come(staff([12, 12, 12], on: "2026-05-31"), .waiting("2026-06-01"), "a day before")
            try come(staff([12, 12, 11]), .waiting("2026-07-01"), "a month is missing")
            try come(staff([12, 12, nil]), .unknown, "of one nothing is known")
            let same = try staff([12, 12, 12]).enumerated().map { index, story in story.with { $0.personID = index == 2 ? "P1" : $0.personID } }
            try come(same, .waiting(nil), "three placements of two people")
            let gone = try staff([12, 12, 6]).enumerated().map { index, story in story.with { if index == 2 { $0.left = "2026-01-01" } } }
            try come(gone, .waiting(nil), "one left after half a year")
        }
    }

    @Test("Three years in operation, with no fewer people than before, bring 20,000 on top")
    func survival() throws {
        for (id, place) in [("cn-150800-startup-3y", "150802"), ("cn-150602-startup-3y", "150602"), ("cn-150500-startup-3y", "150502")] {
            var proof = try founder("2023-06-01")
            proof[.operatingOn] = try .on("2026-06-01")
            proof[.headcountEarlier] = .number(4)
            proof[.headcountNow] = .number(4)
            let base = story(place, proof, on: "2026-06-01")
            try expect(base, id, .yuan(20_000), "36 months to the day, as many people")
            try expect(base.with { $0.on = "2026-05-31"; $0.proof[.operatingOn] = try .on("2026-05-31") }, id, .waiting("2026-06-01"), "a day before")
            try expect(base.with { $0.proof[.headcountNow] = .number(3) }, id, .failed, "one fewer")
            try expect(base.with { $0.proof[.headcountEarlier] = nil }, id, .unknown, "how many before is not known")
        }
        // 1万 → 2万 → 2万: Tongliao's three are additive, and so are Dongsheng's two with amounts.
        var proof = try founder("2023-06-01")
        proof[.operatingOn] = try .on("2026-06-01")
        proof[.headcountEarlier] = .number(4)
        proof[.headcountNow] = .number(4)
        proof[.pensionMonths] = .number(12)
        for (place, yuan) in [("150502", 50_000), ("150602", 40_000), ("150802", 40_000)] {
            let staff = try (1...3).map { number in
                try story(place, proof, on: "2026-07-01").with {
                    $0.personID = "P\(number)"
                    $0.referred = "2025-06-01"
                    $0.hired = "2025-06-01"
                    $0.started = "2025-06-01"
                    $0.proof[.operatingOn] = try .on("2026-07-01")
                }
            }
            let lines = try PolicyStory.book(staff).lines.filter { $0.policy.recipient == .founder }
            #expect(lines.reduce(0) { $0 + $1.lower.fen } == yuan * 100, "\(place)")
            #expect(lines.allSatisfy { $0.elsewhere == 0 }, "none is set off against another")
        }
    }
}
