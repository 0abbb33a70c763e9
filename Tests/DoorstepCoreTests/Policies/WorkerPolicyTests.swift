@testable import DoorstepCore
import Testing

@Suite("What a worker or a household receives")
struct WorkerPolicyTests {
    private let tongliao: (inout PolicyStory) -> Void = {
        $0.station = "150502"
        $0.employerPlace = "150502"
        $0.workplace = "150502"
        $0.home = "150502"
    }
    private let bayannur: (inout PolicyStory) -> Void = {
        $0.station = "150802"
        $0.employerPlace = "150802"
        $0.workplace = "150802"
        $0.home = "150802"
    }
    private let ergun: (inout PolicyStory) -> Void = {
        $0.station = "150784"
        $0.employerPlace = "150784"
        $0.workplace = "150784"
        $0.home = "150784"
    }

    @Test("Six months at a small or medium enterprise of Dongsheng bring 3,000 (001 item 10)")
    func living() throws {
        let id = "cn-150602-worker-living"
        var base = PolicyStory()
        base.person = {
            $0.birth = try day("2003-06-01")
            $0.unemployedSince = try day("2025-10-01")
        }
        base.on = "2026-07-15"
        base.checked = "2026-07-15"
        try expect(base, id, .yuan(3000), "just in: six months, seen on the day")
        try expect(base.with { $0.on = "2026-07-14"; $0.checked = "2026-07-14" }, id, .waiting("2026-07-15"), "a day before")
        try expect(base.with { $0.checked = "2026-07-14" }, id, .unknown, "nobody asked since")
        try expect(base.with { $0.checked = nil; $0.proof = [.pensionMonths: .number(6)] }, id, .yuan(3000), "insurance shows it")
        try expect(base.with { $0.left = "2026-07-14" }, id, .failed, "left a day too early")
        try expect(base.with { $0.left = "2026-07-15" }, id, .yuan(3000), "left on the day")
        try expect(base.with { $0.size = .large }, id, .failed, "a large enterprise")
        try expect(base.with { $0.size = nil }, id, .unknown, "of unknown size")
        try expect(base.with { $0.employerPlace = "150603" }, id, .beside, "elsewhere")
        try expect(
            base.with {
                $0.person = {
                    $0.birth = try day("2001-01-10")
                    $0.unemployedSince = try day("2025-10-01")
                    $0.education = .primary
                }
            }, id, .either(.failed, .yuan(3000)), "25 on the day of the hire, 24 on that of the referral")
        try expect(
            base.with {
                $0.person = {
                    $0.birth = try day("2001-01-05")
                    $0.unemployedSince = try day("2025-10-01")
                    $0.education = .primary
                }
            }, id, .failed, "25 on both")
        try expect(base.with { $0.proof = [.claimed: .text("稳定就业一次性生活补贴")] }, id, .claimed, "claimed, by name")
    }

    @Test("A month in the talent reserve brings 1,000: a floor in Dongsheng and Tongliao, exactly that in Bayannur")
    func reserve() throws {
        var base = PolicyStory()
        base.proof = [.reserveFrom: try .on("2026-02-01"), .reserveEmployer: .yes(true)]
        base.on = "2026-05-01"
        let dongsheng = "cn-150602-talent-reserve"
        try expect(base, dongsheng, .yuan(3000), "three full months")
        #expect(try base.verdict(dongsheng)?.phrase.english.contains("at least 3000 yuan") == true)
        try expect(base.with { $0.on = "2026-04-30" }, dongsheng, .yuan(2000), "a day before the third")
        try expect(base.with { $0.on = "2026-02-28"; $0.proven = "2026-02-20" }, dongsheng, .waiting("2026-03-01"), "before the first")
        try expect(base.with { $0.on = "2027-12-31" }, dongsheng, .yuan(22_000), "22 months")
        try expect(base.with { $0.proof[.reserveFrom] = try .on("2025-10-01"); $0.on = "2027-12-31" }, dongsheng, .yuan(24_000), "24 at the most")
        try expect(base.with { $0.proof[.reserveEmployer] = .yes(false) }, dongsheng, .failed, "an employer without a plan")
        try expect(base.with { $0.proof[.reserveEmployer] = nil }, dongsheng, .unknown, "a plan: nobody said")
        try expect(base.with { $0.size = .large; $0.type = .stateEnterprise }, dongsheng, .failed, "large and public")
        try expect(base.with { $0.size = .large; $0.type = .enterprise }, dongsheng, .yuan(3000), "large and not public")
        try expect(base.with { $0.proof = [:] }, dongsheng, .beside, "a graduate alone is not in the reserve")
        try expect(base.with { $0.proof[.reserveTo] = try .on("2026-03-31") }, dongsheng, .yuan(2000), "the reserve ended")
        for (id, settle, floor) in [("cn-150800-talent-reserve", bayannur, false), ("cn-150500-talent-reserve", tongliao, true)] {
            let there = base.with(settle)
            try expect(there, id, .yuan(3000), "three full months")
            #expect(try there.verdict(id)?.phrase.english.contains("at least") == floor)
            try expect(there.with { $0.on = "2026-02-28"; $0.proven = "2026-02-20" }, id, .waiting("2026-03-01"), "before the first month is over")
            try expect(there.with { $0.size = .large }, id, .failed, "a large enterprise")
            try expect(there.with { $0.proof[.reserveFrom] = nil; $0.groups = ["talent-reserve-member"] }, id, .unknown, "since when is not known")
        }
    }

    @Test("Public-welfare posts in Dongsheng bring 300 a month more, and part-time rural ones leave room for other work")
    func publicWelfare() throws {
        var base = PolicyStory()
        base.kind = "rural-public-welfare"
        base.on = "2026-04-15"
        let raise = "cn-150602-pwj-raise"
        try expect(base, raise, .yuan(900), "three full months")
        try expect(base.with { $0.on = "2026-04-14" }, raise, .yuan(600), "a day before")
        try expect(base.with { $0.on = "2026-02-14" }, raise, .waiting("2026-02-15"), "before the first month is over")
        try expect(base.with { $0.kind = "full-time" }, raise, .failed, "no such post")
        let sideline = "cn-150602-pwj-sideline"
        try expect(base.with { $0.proof = [.partTime: .yes(true), .ruralPost: .yes(true)] }, sideline, .claimable, "part time and rural")
        try expect(base.with { $0.proof = [.partTime: .yes(false), .ruralPost: .yes(true)] }, sideline, .failed, "full time")
        try expect(base.with { $0.proof = [.partTime: .yes(true), .ruralPost: .yes(false)] }, sideline, .failed, "in town")
        try expect(base.with { $0.proof = [.partTime: .yes(true)] }, sideline, .unknown, "rural: nobody said")
    }

    @Test("Aided persons are recognised, not told by a tag alone (001 item 13)")
    func aided() throws {
        let subsidy = "cn-150602-two-three-si"
        let base = PolicyStory().with {
            $0.groups = ["disabled"]
            $0.proof = [.aidedPerson: .yes(true), .pensionMonths: .number(1)]
        }
        try expect(base, subsidy, .claimable, "recognised and insured")
        try expect(base.with { $0.proof[.aidedPerson] = nil }, subsidy, .unknown, "not yet recognised")
        try expect(base.with { $0.proof[.aidedPerson] = .yes(false) }, subsidy, .failed, "refused")
        try expect(base.with { $0.proof[.pensionMonths] = nil }, subsidy, .unknown, "neither insured nor trained nor certified")
        try expect(base.with { $0.groups = [] }, subsidy, .unknown, "an open list of groups")
        let preference = "cn-150602-two-preferences"
        try expect(base, preference, .claimable, "taken on")
        try expect(base.with { $0.proof = [:] }, preference, .unknown, "not yet recognised")
    }

    @Test("A household on the allowance keeps it for a while (001 item 15, 003 item 16)")
    func allowance() throws {
        let id = "cn-150602-dibao-taper"
        let base = PolicyStory().with {
            $0.groups = ["dibao-family"]
            $0.proof = [.incomeAboveAllowance: .yes(true)]
        }
        try expect(base, id, .claimable, "income above it")
        try expect(base.with { $0.proof = [.incomeAboveAllowance: .yes(false)] }, id, .failed, "still below")
        try expect(base.with { $0.proof = [:] }, id, .unknown, "income not known")
        try expect(base.with { $0.groups = [] }, id, .failed, "no such household")
        try expect(base.with { $0.home = "150603" }, id, .beside, "lives elsewhere")
        try expect(base.with { $0.hired = nil; $0.started = nil; $0.proof = [:] }, id, .beside, "not taken on")
        try expect(base.with(ergun), "cn-150784-dibao-taper", .unknown, "Ergun's plan states no conditions")
        try expect(base.with(ergun).with { $0.groups = [] }, "cn-150784-dibao-taper", .failed, "no such household")
    }

    @Test("Who is past retirement may be served, where resident, able and willing")
    func overAge() throws {
        for (id, settle) in [("cn-150602-elig-over-age", { (_: inout PolicyStory) in }), ("cn-150800-elig-over-age", bayannur), ("cn-150500-elig-over-age", tongliao)] {
            let base = PolicyStory().with(settle).with {
                $0.groups = ["over-retirement-age"]
                $0.hired = nil
                $0.started = nil
                $0.proof = [.resident: .yes(true), .ableAndWilling: .yes(true)]
            }
            try expect(base, id, .claimable, "resident, able and willing")
            try expect(base.with { $0.proof[.resident] = .yes(false) }, id, .failed, "not resident")
            try expect(base.with { $0.proof[.ableAndWilling] = nil }, id, .unknown, "able: nobody said")
            try expect(base.with { $0.groups = [] }, id, .failed, "not past it")
        }
        let base = PolicyStory().with(ergun).with { $0.groups = ["over-retirement-age"] }
        try expect(base, "cn-150784-over-age", .unknown, "Ergun's plan states no conditions")
        #expect(try base.verdict("cn-150784-over-age")?.plan.isDraft == true)
    }

    @Test("The two-year window of new graduates ends after two years to the day")
    func window() throws {
        for (id, settle) in [("cn-150602-job-choice-window", { (_: inout PolicyStory) in }), ("cn-150500-job-choice-window", tongliao)] {
            func graduate(_ left: String, _ proof: Evidence = [.noStatePost: .yes(true)]) -> PolicyStory {
                PolicyStory().with(settle).with {
                    $0.hired = nil
                    $0.started = nil
                    $0.proof = proof
                    $0.person = {
                        $0.education = .bachelor
                        $0.leftSchool = try day(left)
                    }
                }
            }
            try expect(graduate("2024-01-05"), id, .claimable, "on the last day")
            try expect(graduate("2024-01-04"), id, .failed, "a day after it")
            try expect(graduate("2024-01-05", [.noStatePost: .yes(false)]), id, .failed, "has had a post")
            try expect(graduate("2024-01-05", [.resident: .yes(true)]), id, .unknown, "a post: nobody said")
        }
    }

    @Test("Aid posts are the last resort")
    func aidPosts() throws {
        for (id, settle) in [("cn-150800-aid-post", bayannur), ("cn-150500-aid-post", tongliao)] {
            let base = PolicyStory().with(settle).with {
                $0.groups = ["hard-to-employ"]
                $0.kind = "assistance"
                $0.proof = [.notWelfareEligible: .yes(true), .channelsFailed: .yes(true)]
            }
            try expect(base, id, .claimable, "all shown")
            try expect(base.with { $0.proof[.notWelfareEligible] = .yes(false) }, id, .failed, "a public-welfare post would do")
            try expect(base.with { $0.proof[.channelsFailed] = nil }, id, .unknown, "other channels: nobody said")
            try expect(base.with { $0.kind = "full-time" }, id, .failed, "another kind of job")
            try expect(base.with { $0.groups = [] }, id, .failed, "not recognised")
        }
        let id = "cn-150784-aid-post-veteran"
        let base = PolicyStory().with(ergun).with {
            $0.groups = ["veteran"]
            $0.kind = "assistance"
            $0.proof = [.channelsFailed: .yes(true)]
            $0.person = { $0.unemployedSince = try day("2025-01-05") }
        }
        try expect(base, id, .claimable, "a year to the day of the referral")
        try expect(base.with { $0.person = { $0.unemployedSince = try day("2025-01-08") } }, id, .either(.failed, .claimable), "a year by the hire alone")
        try expect(base.with { $0.person = { $0.unemployedSince = try day("2025-01-11") } }, id, .failed, "a day too late for both")
        try expect(
            base.with { $0.person = { $0.unemployedSince = try day("2025-01-08") }; $0.hired = nil; $0.started = nil; $0.on = "2026-01-07"; $0.proven = "2026-01-06" },
            id, .waiting("2026-01-08"), "sent, and the year not over")
        try expect(base.with { $0.person = { _ in } }, id, .failed, "not registered")
        try expect(base.with { $0.groups = ["military-dependant"] }, id, .claimable, "a dependant")
    }

    @Test("Six months' work in a town of Tongliao give the right to register there (004 item 34)")
    func hukou() throws {
        let id = "cn-150500-hukou"
        let base = PolicyStory().with(tongliao).with {
            $0.groups = ["incoming-worker"]
            $0.proof = [.urbanWork: .yes(true)]
            $0.proven = "2026-03-01"
            $0.on = "2026-07-15"
            $0.checked = "2026-07-15"
        }
        try expect(base, id, .claimable, "six months to the day")
        try expect(base.with { $0.on = "2026-07-14"; $0.checked = "2026-07-14" }, id, .waiting("2026-07-15"), "a day before")
        try expect(base.with { $0.proof = [.urbanWork: .yes(false)] }, id, .failed, "not in a town")
        try expect(base.with { $0.proof = [:] }, id, .unknown, "in a town: nobody said")
        try expect(base.with { $0.left = "2026-07-01" }, id, .failed, "left before")
    }
}
