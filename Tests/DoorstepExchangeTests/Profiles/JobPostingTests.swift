import DoorstepCore
import Foundation
import Testing

@testable import DoorstepExchange

@Suite("Jobs as schema.org's JobPosting")
struct JobPostingTests {
    /// The demonstration's jobs, as they are read from its sheets.
    private func demonstration() throws -> Register {
        let catalogue = try ExchangeStation.catalogue()
        var importer = SheetImporter(register: try ExchangeStation.empty(), catalogue: catalogue, day: ExchangeStation.day)
        for (kind, file) in [(SheetKind.employers, "employers.csv"), (.jobs, "jobs.csv")] {
            try importer.read(kind, file: file, bytes: ExchangeStation.sheet("demonstration/" + file))
        }
        var register = try ExchangeStation.empty()
        for employer in importer.plan.employers.records { register.update(employer) }
        for job in importer.plan.jobs.records { register.update(job) }
        return register
    }

    private func read(_ bytes: [UInt8], into register: Register) throws -> ImportPlan {
        var importer = SheetImporter(register: register, catalogue: try ExchangeStation.catalogue(), day: ExchangeStation.day)
        try importer.read(.jobs, file: "jobs.json", bytes: bytes, profile: .jobposting)
        return importer.plan
    }

    private func read(_ text: String) throws -> ImportPlan { try read(Array(text.utf8), into: ExchangeStation.empty()) }

    /// What the form has no property for; the class says the same.
    private func withoutWhatIsLost(_ job: Job) -> Job {
        var job = job
        (job.lowestAge, job.highestAge) = (nil, nil)
        (job.prefers, job.reservedFor) = ([], [])
        (job.isHazardous, job.isByNight, job.givesLodging) = (false, false, false)
        job.to = nil
        job.note = ""
        for extra in [JobExtra.settlement, .insurance, .probation, .contractTerm, .verified] { job.extras[extra] = nil }
        return job
    }

    @Test("The demonstration's jobs, written and read in at a station that has none, are the same but for what is said to be lost")
    func roundTrip() throws {
        let register = try demonstration()
        let jobs = Array(register.jobs).filter { $0.status == .open }
        #expect(jobs.count > 100)
        let postings = JobPosting(register: register, catalogue: try ExchangeStation.catalogue(), isMasked: false)
        for bytes in [postings.document(jobs), jobs.flatMap { postings.line($0) }] {
            let plan = try read(bytes, into: ExchangeStation.empty())
            #expect(plan.refusals.isEmpty && plan.rowCount == jobs.count, "\(plan.refusals.first?.message.english ?? "")")
            let employers = Dictionary(uniqueKeysWithValues: plan.employers.records.map { ($0.id, $0) })
            for (read, job) in zip(plan.jobs.records, jobs) {
                let (employer, known) = (try #require(employers[read.employer]), try #require(register.employers[job.employer]))
                #expect(employer.name == known.name && employer.creditCode == known.creditCode)
                var expected = withoutWhatIsLost(job)
                expected.employer = read.employer
                // What a job gives says whether it is a bed.
                expected.givesLodging = read.givesLodging
                #expect(read == expected)
            }
        }
    }

    @Test("Read in again where the jobs are, the file changes nothing: what it does not say is kept")
    func unchanged() throws {
        let register = try demonstration()
        let jobs = Array(register.jobs).filter { $0.status == .open }
        let postings = JobPosting(register: register, catalogue: try ExchangeStation.catalogue(), isMasked: false)
        let plan = try read(postings.document(jobs), into: register)
        #expect(plan.jobs.unchangedCount == jobs.count && plan.jobs.records.isEmpty && plan.employers.records.isEmpty)
        // Masked, it says nothing of contact and telephone, and changes as little.
        let masked = JobPosting(register: register, catalogue: try ExchangeStation.catalogue(), isMasked: true)
        #expect(try read(masked.document(jobs), into: register).jobs.unchangedCount == jobs.count)
    }

    @Test("A posting has all that search engines require, in the types of schema.org")
    func members() throws {
        let register = try ExchangeStation.register()
        let job = try #require(register.jobs[ExchangeStation.job])
        let line = JobPosting(register: register, catalogue: try ExchangeStation.catalogue(), isMasked: false).line(job)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
        #expect(object["@context"] as? String == "https://schema.org/" && object["@type"] as? String == "JobPosting")
        for name in ["title", "description", "datePosted", "hiringOrganization", "jobLocation", "identifier"] { #expect(object[name] != nil, "\(name)") }
        #expect(object["employmentType"] as? String == "FULL_TIME" && object["totalJobOpenings"] as? Int == 3 && object["directApply"] as? Bool == false)
        func member(_ path: String...) -> Any? { path.reduce(object as Any?) { ($0 as? [String: Any])?[$1] } }
        #expect(member("baseSalary", "currency") as? String == "CNY" && member("baseSalary", "value", "minValue") as? Int == 4000)
        #expect(member("baseSalary", "value", "unitText") as? String == "MONTH")
        #expect(member("jobLocation", "address", "addressCountry") as? String == "CN")
        #expect(member("jobLocation", "address", "addressRegion") as? String == "内蒙古自治区")
        #expect(member("jobLocation", "address", "addressLocality") as? String == "呼伦贝尔市额尔古纳市")
        #expect(member("educationRequirements", "credentialCategory") as? String == "high school")
        #expect(member("hiringOrganization", "identifier", "value") as? String == register.employers[ExchangeStation.employer]?.creditCode?.text)
        #expect(member("applicationContact", "telephone") as? String == "15400000009")
    }

    @Test("Nothing in a posting ends the script that it may stand in")
    func scripts() throws {
        let register = try ExchangeStation.register { _, job, employer in
            (job.title, employer.name) = ("</script><script>alert(1)</script>", "a & b \u{2028}\u{7}\"\\")
        }
        let job = try #require(register.jobs[ExchangeStation.job])
        let bytes = JobPosting(register: register, catalogue: try ExchangeStation.catalogue(), isMasked: false).document([job])
        #expect(!bytes.contains(UInt8(ascii: "<")) && !bytes.contains(UInt8(ascii: "&")))
        #expect(try read(bytes, into: ExchangeStation.empty()).jobs.records.first?.title == job.title)
    }

    @Test("A posting of another service is understood: list or graph, yearly pay, markup, credentials, a name for a place")
    func foreign() throws {
        let plan = try read(
            """
            [{"@context":"http://schema.org","@type":["Thing","http://schema.org/JobPosting"],"title":"电焊工","description":"<p>焊接&amp;切割</p><ul><li>早班</li></ul>",
              "datePosted":"2026-11-01T08:00:00+08:00","validThrough":"2026-12-31","employmentType":["PART_TIME","OTHER"],"hiringOrganization":"甲厂",
              "jobLocation":{"@type":"Place","address":{"addressRegion":"内蒙古自治区","addressLocality":"呼伦贝尔市额尔古纳市"}},
              "baseSalary":{"@type":"MonetaryAmount","currency":"CNY","value":{"minValue":48000,"maxValue":72000,"unitText":"YEAR"}},
              "educationRequirements":{"@type":"EducationalOccupationalCredential","credentialCategory":"associate degree"},
              "skills":"焊工, 叉车司机","qualifications":"吃苦耐劳","experienceRequirements":{"monthsOfExperience":24}},
             {"@type":"BreadcrumbList","title":"不是岗位"},
             {"@type":"JobPosting","title":"力工","hiringOrganization":{"name":"乙厂"},"jobLocation":{"address":"额尔古纳市"},"baseSalary":200}]
            """)
        #expect(plan.rowCount == 2 && plan.refusals.isEmpty, "\(plan.refusals.first?.message.english ?? "")")
        let jobs = plan.jobs.records
        let catalogue = try ExchangeStation.catalogue()
        #expect(jobs[0].wage == Wage(lowest: Money(yuan: 4000), highest: Money(yuan: 6000), unit: .month))
        #expect(jobs[0].extras[.duties] == "焊接&切割 早班" && jobs[0].posted == Day(iso: "2026-11-01") && jobs[0].closes == Day(iso: "2026-12-31"))
        #expect(jobs[0].kind == catalogue.kinds.kind("part-time")?.id && jobs[0].education == .college && jobs[0].skills.count == 2)
        #expect(jobs[0].note == "吃苦耐劳；24 个月经验")
        #expect(jobs[1].wage == Wage(lowest: Money(yuan: 200), highest: Money(yuan: 200), unit: .month))
    }

    @Test("A posting that cannot be used is refused like a row, by its number, and the others go in")
    func refused() throws {
        let plan = try read(
            """
            {"@type":"JobPosting","title":"力工","hiringOrganization":"甲厂","jobLocation":{"address":"额尔古纳市"}}

            {"@type":"JobPosting","title":"","hiringOrganization":"甲厂","jobLocation":{"address":"额尔古纳市"}}
            {"@type":"JobPosting","title":"瓦工","hiringOrganization":"甲厂","jobLocation":{"address":"火星"}}
            """)
        #expect(plan.rowCount == 3 && plan.jobs.records.count == 1 && plan.refusals.map(\.line) == [3, 4])
    }

    @Test("What is no JSON, too deep or cut off is one sentence that says where; nothing is read", arguments: [
        "", "{", "[1,2", "力工,甲厂", "[\"a\u{0}b\"]", "{\"a\":1}\n{\"a\":", String(repeating: "[", count: 100_000), "{\"a\":" + String(repeating: "[", count: 65) + String(repeating: "]", count: 65) + "}",
    ])
    func hostile(text: String) throws {
        #expect(throws: SheetError.self) { try read(text) }
    }

    @Test("Values of the wrong type are as if they were not there")
    func wrongTypes() throws {
        let plan = try read(
            """
            [{"@type":"JobPosting","title":{"a":1},"hiringOrganization":[[]],"jobLocation":7,"baseSalary":[null],"skills":{"x":[]},"validThrough":true},
             {"@type":{"@type":"JobPosting"}},null,3,"x",[{"@type":"JobPosting"}]]
            """)
        #expect(plan.jobs.records.isEmpty && plan.rowCount == plan.refusals.count && plan.rowCount == 1)
    }

    @Test("A document over the bound is refused before it is read; lines may be any number")
    func bounds() throws {
        let posting = #"{"@type":"JobPosting","title":"力工","hiringOrganization":"甲厂","jobLocation":{"address":"额尔古纳市"},"workHours":"\#(String(repeating: "早", count: 3000))"}"#
        let count = PostedObjects.longest / posting.utf8.count + 1
        #expect(throws: SheetError.tooLongJSON(file: "jobs.json", megabytes: 16)) { try read("[" + Array(repeating: posting, count: count).joined(separator: ",") + "]") }
        let lines = try SheetFile(name: "jobs.jsonl", bytes: Array(Array(repeating: posting, count: count).joined(separator: "\n").utf8), profile: .jobposting).lines()
        var rows = lines
        var found = 0
        while try rows.next() != nil { found += 1 }
        #expect(found == count + 1)
    }
}
