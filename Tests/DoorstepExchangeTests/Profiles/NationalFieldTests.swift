import DoorstepCore
import Foundation
import Testing

@testable import DoorstepExchange

@Suite("The national recruitment site's field names")
struct NationalFieldTests {
    private func read(_ text: String) throws -> ImportPlan {
        var importer = SheetImporter(register: try ExchangeStation.empty(), catalogue: try ExchangeStation.catalogue(), day: ExchangeStation.day)
        try importer.read(.jobs, file: "jobs", bytes: Array(text.utf8), profile: .national)
        return importer.plan
    }

    @Test("A sheet with them is read, its codes of education and its moments too; other fields of the site are passed over")
    func sheet() throws {
        let plan = try read(
            """
            某地岗位
            acb200,AAB004,aca112,acb240,acb241,acb242,aab302,aac011,acb22a,aae004,aae005,aae397,aae398,aae036,ace751
            1001,甲厂,电焊工,3,4000,6000,额尔古纳市,31,焊接,韩梅,15400000009,1793491200000,2026-12-31 00:00:00,x,1
            1002,甲厂,力工,2,,,额尔古纳市,90,,,,,,,
            """)
        #expect(plan.refusals.isEmpty && plan.warnings.isEmpty, "\((plan.refusals + plan.warnings).first?.message.english ?? "")")
        let jobs = plan.jobs.records
        #expect(jobs.map(\.title) == ["电焊工", "力工"] && jobs.map(\.headcount) == [3, 2] && jobs[0].id == RecordID("1001"))
        #expect(jobs[0].wage == Wage(lowest: Money(yuan: 4000), highest: Money(yuan: 6000), unit: .month))
        #expect(jobs[0].education == .college && jobs[1].education == nil && jobs[0].extras[.duties] == "焊接")
        #expect(jobs[0].posted == Day(iso: "2026-11-01") && jobs[0].closes == Day(iso: "2026-12-31") && jobs[0].telephone == "15400000009")
    }

    @Test("Of region, place and district the first that is filled is the place")
    func places() throws {
        let plan = try read(
            """
            aca112,aab004,aab301,acb202,aab302
            甲,厂,150784001000,不知哪里,额尔古纳市
            乙,厂,,黑山头镇,额尔古纳市
            丙,厂,,,额尔古纳市
            丁,厂,,,
            """)
        let places = try ExchangeStation.catalogue().places
        #expect(plan.jobs.records.map { places[$0.place].name } == ["拉布大林街道", "黑山头镇", "额尔古纳市"])
        #expect(plan.refusals.map(\.line) == [5])
    }

    @Test("The site's JSON is read, whatever case its names have and whichever member holds the list")
    func json() throws {
        for text in [
            #"[{"aca112":"力工","aab004":"甲厂","acb240":2,"aab302":"额尔古纳市","md5":"x"}]"#,
            #"{"total":1,"records":[{"ACA112":"力工","AAB004":"甲厂","ACB240":"2","AAB302":"额尔古纳市"}]}"#,
            "{\"aca112\":\"力工\",\"aab004\":\"甲厂\",\"acb240\":2,\"aab302\":\"额尔古纳市\"}\n",
        ] {
            let plan = try read(text)
            #expect(plan.jobs.records.map(\.title) == ["力工"] && plan.jobs.records.map(\.headcount) == [2], "\(text)")
        }
    }

    @Test("The site's list is read as it stands: days beside moments, classes of education, zeros where nothing is meant, markup in what is done")
    func listed() throws {
        let plan = try read(
            #"""
            [{"acb200":79106904,"aca112":"普工","aca111_":"其他","aab001":36842309,"aab004":"甲厂","area_":"内蒙古自治区","aab302":"额尔古纳市","aab301":"150784",
              "acb241":"0","acb242":"0","acb240":3,"acb221":"18","acb222":"0","aac011":"20","acb22a":"<p>有经验者优先</p><br>包吃住",
              "aae004":"韩梅","aae005":"15400000009","s_aae397":"2026-11-01","s_aae398":"2026-12-01"},
             {"acb200":79106905,"aca112":"保洁","aab004":"甲厂","aab301":"150784001000","acb241":3000,"acb242":4000,"acb240":1,"aac011":"0",
              "aae397":1793491200000,"s_aae397":"2026-10-01"}]
            """#)
        #expect(plan.refusals.isEmpty, "\(plan.refusals.first?.message.english ?? "")")
        let jobs = plan.jobs.records
        #expect(jobs[0].wage == .open && jobs[0].education == .bachelor && jobs[0].lowestAge == 18 && jobs[0].highestAge == nil)
        #expect(jobs[0].extras[.duties] == "有经验者优先 包吃住")
        #expect(jobs[0].posted == Day(iso: "2026-11-01") && jobs[0].closes == Day(iso: "2026-12-01"))
        #expect(jobs[1].wage == Wage(lowest: Money(yuan: 3000), highest: Money(yuan: 4000), unit: .month) && jobs[1].education == nil)
        #expect(jobs[1].posted == Day(iso: "2026-11-01"))
    }

    @Test("Classes of education are read as they are told, whichever of the ministry's lists they are of")
    func educations() throws {
        let codes: [(String, Education?)] = [
            ("11", .doctor), ("10", .master), ("12", .master), ("14", .master), ("20", .bachelor), ("21", .bachelor), ("30", .college), ("31", .college), ("40", .seniorMiddle),
            ("60", .seniorMiddle), ("61", .seniorMiddle), ("70", .juniorMiddle), ("80", .primary), ("90", nil), ("00", nil), ("0", nil),
        ]
        let rows = codes.map { "普工,甲厂,额尔古纳市,\($0.0)" }.joined(separator: "\n")
        let plan = try read("aca112,aab004,aab302,aac011\n" + rows)
        #expect(plan.jobs.records.map(\.education) == codes.map(\.1) && plan.refusals.isEmpty)
        // What is written is of the newest list alone.
        #expect(NationalField.code(of: .master) == "14" && NationalField.code(of: .bachelor) == "21" && NationalField.code(of: .seniorMiddle) == "61")
    }

    @Test("Nobody has to say that a sheet has the site's names, or is of job postings: the console has no option for it")
    func foundOut() throws {
        for text in [
            "acb200,AAB004,ACA112,acb240,aab302\n1001,甲厂,力工,3,额尔古纳市\n",
            #"{"records":[{"acb200":1001,"aab004":"甲厂","aca112":"力工","acb240":3,"aab302":"额尔古纳市"}]}"#,
            #"{"@context":"https://schema.org/","@type":"JobPosting","title":"力工","identifier":"1001","totalJobOpenings":3,"#
                + #""hiringOrganization":{"name":"甲厂"},"jobLocation":{"address":"额尔古纳市"}}"#,
        ] {
            let file = try SheetFile(name: "jobs", bytes: Array(text.utf8))
            let understanding = Understanding(catalogue: try ExchangeStation.catalogue(), near: nil, day: ExchangeStation.day)
            let sheet = try #require(understanding.kinds(of: file).first)
            #expect(sheet.kind == .jobs && sheet.missing.isEmpty, "\(text)")
            var importer = SheetImporter(register: try ExchangeStation.empty(), catalogue: try ExchangeStation.catalogue(), day: ExchangeStation.day)
            try importer.read(sheet, of: file)
            let job = try #require(importer.plan.jobs.records.first)
            #expect(job.title == "力工" && job.headcount == 3 && job.id == RecordID("1001"), "\(text)")
        }
    }

    @Test("What is written comes back the same, but for what the site has no field for")
    func roundTrip() throws {
        let register = try ExchangeStation.register()
        let job = try #require(register.jobs[ExchangeStation.job])
        let catalogue = try ExchangeStation.catalogue()
        let row = NationalSheet.row(job, register, catalogue, isMasked: false)
        for format in [TextSheetFormat.csv, .json, .jsonl] {
            var bytes: [UInt8] = []
            SheetWriter.write([row], header: NationalSheet.header, format: format) { bytes += $0 }
            let read = try #require(try self.read(String(decoding: bytes, as: UTF8.self)).jobs.records.first)
            var expected = job
            (expected.employer, expected.kind, expected.skills, expected.certificates) = (read.employer, nil, [], [])
            // The site's words are taken from the title, as of any sheet that has neither.
            expected.occupation = read.occupation
            #expect(read == expected, "\(format)")
        }
        let masked = NationalSheet.row(job, register, catalogue, isMasked: true).map(\.plainText)
        #expect(masked.contains("韩*") && masked.contains("154****0009"))
    }

    @Test("Wages by the day or hour are left out: the site's field is one of monthly pay")
    func otherUnits() throws {
        let register = try ExchangeStation.register { _, job, _ in job.wage = Wage(lowest: Money(yuan: 200), highest: nil, unit: .day) ?? .open }
        let job = try #require(register.jobs[ExchangeStation.job])
        let cells = NationalSheet.row(job, register, try ExchangeStation.catalogue(), isMasked: false)
        #expect(zip(NationalField.allCases, cells).filter { $0.0 == .lowestWage || $0.0 == .highestWage }.allSatisfy { $0.1 == .empty })
    }
}
