@testable import DoorstepCore
import Testing

@Suite("What an employer, a training body or a trainee receives")
struct EmployerPolicyTests {
    private func settle(_ place: String) -> (inout PolicyStory) -> Void {
        {
            $0.station = place
            $0.employerPlace = place
            $0.workplace = place
            $0.home = place
        }
    }

    @Test("1,500 for a young person in Tongliao with three insurances of three months (004 item 15)")
    func expansion() throws {
        let id = "cn-150500-job-expansion"
        let base = try PolicyStory().with(settle("150502")).with {
            $0.person = {
                $0.birth = try day("2003-06-01")
                $0.unemployedSince = try day("2025-10-01")
                $0.education = .primary
            }
            $0.proof = [
                .contractSigned: try .on("2026-01-12"), .pensionMonths: .number(3), .unemploymentMonths: .number(3), .injuryMonths: .number(3),
            ]
            $0.on = "2026-04-15"
            $0.proven = "2026-04-15"
        }
        try expect(base, id, .yuan(1500), "three months to the day")
        try expect(base.with { $0.on = "2026-04-14"; $0.proven = "2026-04-14" }, id, .waiting("2026-04-15"), "a day before")
        for scheme in [EvidenceItem.pensionMonths, .unemploymentMonths, .injuryMonths] {
            try expect(base.with { $0.proof[scheme] = .number(2) }, id, .waiting("2026-05-15"), "two months of \(scheme)")
            try expect(base.with { $0.proof[scheme] = nil }, id, .unknown, "nothing is known of \(scheme)")
        }
        try expect(base.with { $0.proof[.contractSigned] = nil }, id, .unknown, "no contract on record")
        try expect(base.with { $0.type = .socialOrganisation }, id, .yuan(1500), "a social organisation, by the region's plan")
        try expect(base.with { $0.type = .soleTrader }, id, .failed, "a sole trader")
        try expect(base.with { $0.type = nil }, id, .unknown, "of no known type")
        try expect(base.with { $0.person = { $0.education = .primary; $0.birth = try day("2003-06-01") } }, id, .failed, "not registered")
        try expect(base.with { $0.proof[.retirementPension] = .yes(true); $0.proof[.pensionMonths] = .number(0) }, id, .failed, "draws a pension: it cannot be met")
        try expect(base.with { $0.groups = ["over-retirement-age"] }, id, .yuan(1500), "nothing is made of the tag alone")
        func graduate(_ neverEmployed: Bool) -> PolicyStory {
            base.with {
                $0.person = {
                    $0.education = .college
                    $0.leftSchool = try day("2026-07-01")
                    $0.neverEmployed = neverEmployed
                }
            }
        }
        try expect(graduate(true), id, .yuan(1500), "in the year of graduation and never employed")
        try expect(graduate(false), id, .either(.failed, .yuan(1500)), "in the year of graduation: whether 未就业 binds it too is not clear")
    }

    @Test("Elsewhere the plans name the policy and nothing else")
    func named() throws {
        let base = PolicyStory()
        try expect(base.with(settle("150802")), "cn-150800-expansion", .unknown, "Bayannur")
        try expect(base.with { $0.type = .socialOrganisation }, "cn-150000-expansion-social-org", .unknown, "the region, a social organisation")
        try expect(base, "cn-150000-expansion-social-org", .failed, "the region, an enterprise")
        try expect(base.with { $0.groups = ["disabled"] }, "cn-150000-disabled-award", .unknown, "the region")
        try expect(base, "cn-150000-disabled-award", .failed, "nobody disabled")
        try expect(base.with(settle("150784")).with { $0.groups = ["disabled"] }, "cn-150784-disabled-overquota", .unknown, "Ergun")
        try expect(base.with(settle("150784")), "cn-150784-disabled-overquota", .failed, "nobody disabled")
        try expect(base.with { $0.hired = "2025-04-29"; $0.referred = "2025-04-01" }, "cn-150000-disabled-award", .failed, "before the region's plan")
    }

    @Test("200 for somebody whose household is Tongliao's, wherever the station is (004 item 26)")
    func localHire() throws {
        let id = "cn-150500-local-hire"
        let catalogue = try Samples.catalogue
        let kailu = try catalogue.place("150523")
        let base = try PolicyStory().with(settle("150502")).with {
            $0.person = {
                $0.household = .place(kailu)
                $0.neverEmployed = true
            }
            $0.proof = [.contractSigned: try .on("2026-01-12"), .pensionMonths: .number(6)]
            $0.on = "2026-07-15"
            $0.proven = "2026-07-15"
        }
        try expect(base, id, .yuan(200), "six months to the day")
        try expect(base.with { $0.station = "150802" }, id, .yuan(200), "a station of elsewhere")
        try expect(base.with { $0.on = "2026-07-14"; $0.proven = "2026-07-14" }, id, .waiting("2026-07-15"), "a day before")
        try expect(base.with { $0.proof[.pensionMonths] = .number(5) }, id, .waiting("2026-08-15"), "five months")
        try expect(base.with { $0.person = { $0.household = .place(try catalogue.place("150602")) } }, id, .failed, "another household")
        try expect(base.with { $0.person = { $0.household = .elsewhere("吉林") } }, id, .failed, "another province")
        try expect(base.with { $0.person = { $0.neverEmployed = true } }, id, .unknown, "household not known")
        try expect(base.with { $0.person = { $0.household = .place(kailu) } }, id, .either(.failed, .yuan(200)), "worked before: newly employed is not defined")
        try expect(
            base.with { $0.person = { $0.household = .place(kailu) }; $0.proof[.newlyEmployed] = .yes(true) }, id, .yuan(200), "told to be newly employed")
        try expect(base.with { $0.type = .household }, id, .failed, "no enterprise")
        try expect(base.with { $0.proof[.contractSigned] = nil }, id, .unknown, "no contract")
        // Nothing forbids both: 1,500 and 200 go to the same employer.
        let both = base.with {
            $0.person = {
                $0.household = .place(kailu)
                $0.neverEmployed = true
                $0.birth = try day("2003-06-01")
                $0.unemployedSince = try day("2025-10-01")
            }
            $0.proof[.unemploymentMonths] = .number(6)
            $0.proof[.injuryMonths] = .number(6)
        }
        #expect(try PolicyTotal(PolicyStory.book([both]).lines).upper == Money(yuan: 1700))
    }

    @Test("Graduates bring an enterprise tax relief, of no stated amount (004 item 15)")
    func tax() throws {
        let id = "cn-150500-graduate-tax"
        let base = PolicyStory().with(settle("150502")).with {
            $0.person = {
                $0.education = .bachelor
                $0.leftSchool = try day("2015-07-01")
            }
        }
        try expect(base, id, .claimable, "a graduate")
        try expect(base.with { $0.person = { $0.education = .seniorMiddle } }, id, .failed, "none")
        try expect(base.with { $0.person = { $0.education = .bachelor } }, id, .unknown, "when is not known")
        try expect(base.with { $0.type = .publicInstitution }, id, .failed, "no enterprise")
    }

    @Test("A contract of a year within six months of a training raises its hour rate by half")
    func training() throws {
        for (id, place) in [("cn-150800-training-uplift", "150802"), ("cn-150602-training-uplift", "150602"), ("cn-150500-training-uplift", "150502")] {
            let base = try PolicyStory().with(settle(place)).with {
                $0.proof = [
                    .trainingFinished: try .on("2025-07-12"), .trainingHours: .number(80), .contractSigned: try .on("2026-01-12"), .contractFrom: try .on("2026-01-15"),
                    .contractTo: try .on("2027-01-14"), .pensionMonths: .number(1),
                ]
                $0.settings = try .sample
            }
            try expect(base, id, .yuan(400), "half of 80 hours at 10 yuan")
            try expect(base.with { $0.proof[.trainingFinished] = try .on("2025-07-11") }, id, .failed, "a day too long ago")
            try expect(base.with { $0.proof[.trainingFinished] = try .on("2026-01-13") }, id, .failed, "signed before it was finished")
            try expect(base.with { $0.proof[.contractTo] = try .on("2027-01-13") }, id, .failed, "a contract a day too short")
            try expect(base.with { $0.proof[.contractSigned] = nil }, id, .unknown, "when it was signed is not known")
            try expect(base.with { $0.proof[.pensionMonths] = nil }, id, .unknown, "insured: nobody said")
            try expect(base.with { $0.proof[.trainingFinished] = nil }, id, .beside, "no training")
            let bare = base.with { $0.settings = PolicySettings() }
            try expect(bare, id, .claimable, "no rate is set: no sum is made up")
            #expect(try bare.verdict(id)?.phrase.english.contains("training-hour") == true)
            #expect(try base.with { $0.proof[.trainingHours] = nil }.verdict(id)?.phrase.english.contains("hours of training") == true)
        }
    }

    @Test("A month of a traineeship brings 70% of the minimum wage, where that is set")
    func traineeship() throws {
        for (id, place, floor) in [("cn-150800-internship-70", "150802", false), ("cn-150602-internship-70", "150602", true), ("cn-150500-internship-70", "150502", true)] {
            let base = try PolicyStory().with(settle(place)).with {
                $0.kind = "traineeship"
                $0.proof = [.traineeshipFrom: try .on("2026-01-15"), .traineeshipTo: try .on("2026-07-14")]
                $0.proven = "2026-01-20"
                $0.settings = try .sample
                $0.on = "2026-04-15"
            }
            try expect(base, id, .yuan(4200), "three full months")
            #expect(try base.verdict(id)?.phrase.english.contains("at least") == floor)
            try expect(base.with { $0.on = "2026-04-14" }, id, .yuan(2800), "a day before the third")
            try expect(base.with { $0.on = "2026-02-14" }, id, .waiting("2026-02-15"), "before the first")
            try expect(base.with { $0.on = "2027-01-15" }, id, .yuan(8400), "no longer than planned")
            try expect(base.with { $0.proof = [:] }, id, .unknown, "since when is not known")
            try expect(base.with { $0.kind = "full-time"; $0.proof = [:] }, id, .beside, "no trainee")
            try expect(base.with { $0.settings = PolicySettings() }, id, .claimable, "no wage is set: no sum is made up")
            // The wage of each month, as it stood when the month began.
            let rising = try base.with { $0.settings.minimumWage = try #require(DatedRates("2025-01-01:2000,2026-03-01:2270")) }
            try expect(rising, id, .yuan(1400 * 2 + 1589), "two months at the old wage, one at the new")
        }
    }

    @Test("A unit that keeps half of its trainees gets 100% in the place of 70%")
    func retention() throws {
        for (plan, place) in [("cn-150800", "150802"), ("cn-150602", "150602"), ("cn-150500", "150502")] {
            func trainees(_ kept: [Bool?], ended: String = "2026-03-14") throws -> [PolicyStory] {
                try kept.enumerated().map { index, kept in
                    try PolicyStory().with(settle(place)).with {
                        $0.kind = "traineeship"
                        $0.personID = "P\(index + 1)"
                        $0.proof = [.traineeshipFrom: try .on("2025-01-15"), .traineeshipTo: try .on(ended), .traineeshipEnded: try .on(ended)]
                        $0.referred = "2025-05-01"
                        $0.hired = "2025-05-05"
                        $0.started = "2025-05-15"
                        $0.proof[.traineeshipFrom] = try .on("2025-05-15")
                        if let kept { $0.proof[.retained] = .yes(kept) }
                        $0.settings = try .sample
                    }
                }
            }
            func come(_ stories: [PolicyStory]) throws -> (Expected, Expected) {
                let verdicts = try PolicyStory.book(stories).verdicts(of: recordID("R1"))
                func of(_ key: String) -> Expected { Expected(verdicts.first { $0.policy.id == "\(plan)-internship-\(key)" }) }
                return (of("70"), of("100"))
            }
            #expect(try come(trainees([true, false])) == (.superseded, .yuan(20_000)), "half of two")
            #expect(try come(trainees([true, false, false])) == (.yuan(14_000), .failed), "a third")
            #expect(try come(trainees([true, nil, nil])) == (.yuan(14_000), .unknown), "what became of two nobody said")
            #expect(try come(trainees([true, nil])) == (.superseded, .yuan(20_000)), "one kept is half, whatever became of the other")
            // Half of all, a third of this year's: the period is not stated.
            let two = try trainees([false, false, true]) + trainees([true], ended: "2025-12-31").map { $0.with { $0.personID = "P9" } }
            let (lower, higher) = try come(two)
            #expect(higher == .either(.failed, .yuan(20_000)) && lower == .either(.yuan(14_000), .superseded))
        }
    }

    @Test("What is left of a traineeship goes to who takes the trainee on early, at 70% or at 100%")
    func remainder() throws {
        for (id, place) in [("cn-150800-internship-remainder", "150802"), ("cn-150602-internship-remainder", "150602"), ("cn-150500-internship-remainder", "150502")] {
            let base = try PolicyStory().with(settle(place)).with {
                $0.kind = "traineeship"
                $0.proof = [.traineeshipFrom: try .on("2026-01-15"), .traineeshipTo: try .on("2026-07-14"), .contractSigned: try .on("2026-05-15")]
                $0.settings = try .sample
            }
            try expect(base, id, .between(2800, 4000), "two months")
            try expect(base.with { $0.proof[.contractSigned] = try .on("2026-07-13") }, id, .yuan(0), "a day before the end: no full month is left")
            try expect(base.with { $0.proof[.contractSigned] = try .on("2026-07-14") }, id, .failed, "on the last day")
            try expect(base.with { $0.proof[.contractSigned] = nil }, id, .unknown, "no contract")
            try expect(base.with { $0.settings = PolicySettings() }, id, .claimable, "no wage is set")
        }
    }

    @Test("A trainee may be insured for at most 100 yuan (001 item 11)")
    func insurance() throws {
        let id = "cn-150602-internship-insurance"
        let base = PolicyStory().with {
            $0.kind = "traineeship"
            $0.proof = [.traineeInsured: .yes(true)]
        }
        try expect(base, id, .between(0, 100), "insured")
        try expect(base.with { $0.proof = [:] }, id, .unknown, "nobody said")
        try expect(base.with { $0.proof = [.traineeInsured: .yes(false)] }, id, .failed, "not insured")
        try expect(base.with { $0.kind = "full-time" }, id, .beside, "no trainee")
    }
}
