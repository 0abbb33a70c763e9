import DoorstepCore
import Foundation
import Testing

@testable import DoorstepExchange

@Suite("Lists as they are published")
struct PublishedListTests {
    private func job(_ register: Register, _ language: Language = .chinese) throws -> [PublishedJobs.Column: String]? {
        let job = try #require(register.jobs[ExchangeStation.job])
        return try PublishedJobs.row(job, ExchangeStation.matcher(register), language).map { row in
            Dictionary(uniqueKeysWithValues: zip(PublishedJobs.Column.allCases, row.map(\.plainText)))
        }
    }

    private func person(_ register: Register) throws -> [PublishedPeople.Column: String]? {
        let person = try #require(register.people[ExchangeStation.person])
        return try PublishedPeople.row(person, ExchangeStation.matcher(register), telephone: "0470-6800000", .chinese).map { row in
            Dictionary(uniqueKeysWithValues: zip(PublishedPeople.Column.allCases, row.map(\.plainText)))
        }
    }

    @Test("A job says what an advertisement says, with how many are still wanted and whom to call")
    func jobs() throws {
        var register = try ExchangeStation.register()
        let row = try #require(try job(register))
        #expect(row[.title] == "氩弧焊工" && row[.employer] == "三河糖业" && row[.vacancies] == "3" && row[.wage] == "4000-6000元/月")
        #expect(row[.ages] == "18-45岁" && row[.contact] == "韩梅" && row[.telephone] == "15400000009" && row[.number] == ExchangeStation.job.text)
        #expect(row[.skills]?.hasSuffix("（中级工）、看图纸（优先）") == true)
        // One is taken on.
        var placement = try #require(register.placements[ExchangeStation.placement])
        placement.append(ExchangeStation.step(2, .hired))
        register.update(placement)
        #expect(try job(register)?[.vacancies] == "2")
    }

    @Test("Jobs that are filled, withdrawn, past their last day or of a barred employer are not published")
    func openAlone() throws {
        typealias Change = (inout Job, inout Employer) -> Void
        let changes: [Change] = [
            { job, _ in job.status = .filled }, { job, _ in job.status = .withdrawn }, { job, _ in job.closes = ExchangeStation.day + -1 },
            { job, _ in job.headcount = 0 }, { _, employer in employer.barred = "欠薪" },
        ]
        for change in changes { #expect(try job(ExchangeStation.register { _, job, employer in change(&job, &employer) }) == nil) }
        #expect(try job(ExchangeStation.register { _, job, _ in job.closes = ExchangeStation.day }) != nil)
    }

    @Test("A private person who takes on day labour is named in part, and so are contact and telephone")
    func household() throws {
        let gig = try #require(ExchangeStation.catalogue().kinds.kind("gig")).id
        let registers = [
            try ExchangeStation.register { _, _, employer in employer.type = .household },
            try ExchangeStation.register { _, job, employer in (job.kind, employer.creditCode) = (gig, nil) },
        ]
        for register in registers {
            let row = try job(register)
            #expect(row?[.employer] == "三*" && row?[.contact] == "韩*" && row?[.telephone] == "154****0009")
        }
        // A firm that does is none.
        #expect(try job(ExchangeStation.register { _, job, _ in job.kind = gig })?[.contact] == "韩梅")
    }

    @Test("A person's row names nobody: no number, telephone, address, group or note, and no words but the catalogue's")
    func people() throws {
        let register = try ExchangeStation.register()
        let row = try #require(try person(register))
        #expect(row[.name] == "阿*" && row[.sex] == "女" && row[.ages] == "30-39岁" && row[.education] == "大专" && row[.areas] == "额尔古纳市")
        #expect(row[.skills]?.contains("焊工") == true && row[.contact] == "拉布大林街道 0470-6800000")
        let all = row.values.joined(separator: "\n")
        for word in ["拉坦", "15400000001", "1990", "150784199", "腿脚", "残疾", "村支书", "骑马", "回老家"] { #expect(!all.contains(word), "\(word)") }
        #expect(row[.areas]?.contains("街道") == false)
    }

    @Test("Who is placed, paused, withdrawn or erased is not published")
    func seekingAlone() throws {
        for status in PersonStatus.allCases where status != .seeking { #expect(try person(ExchangeStation.register { person, _, _ in person.status = status }) == nil) }
        #expect(try person(ExchangeStation.register { person, _, _ in person.name = "" }) == nil)
    }

    @Test("An identifier that came with a sheet is not published: it may be an identity number")
    func identifiers() throws {
        #expect(PublishedID.text(ExchangeStation.person) == ExchangeStation.person.text)
        for text in ["150784199005010022", "张三", "P1"] { #expect(PublishedID.text(try #require(RecordID(text))) == "") }
    }
}
