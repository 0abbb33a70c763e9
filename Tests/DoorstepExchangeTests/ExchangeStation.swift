import CResources
import DoorstepCore
import DoorstepExchange
import Foundation
import Testing

/// A station for what goes out and comes in: two employers, two jobs, a
/// person sent to the first.
enum ExchangeStation {
    static let day = Day(iso: "2026-11-21") ?? Day(number: 0)
    private static let loaded = Result { () throws(CatalogueError) in try Catalogue(sheet: sheet) }

    static func catalogue() throws -> Catalogue { try loaded.get() }

    static func sheet(_ name: String) -> [UInt8] {
        var index = 0
        while true {
            let resource = doorstep_resource_at(index)
            if resource.count == 0 { return [] }
            if String(cString: resource.name) == name { return Array(UnsafeBufferPointer(start: resource.bytes, count: resource.count)) }
            index += 1
        }
    }

    static func empty() throws -> Register {
        Register(station: Station(place: try #require(catalogue().places.place(code: "150784001")), name: "拉布大林街道"))
    }

    static let placement = RecordID(station: "150784001", kind: .placement, number: 15)
    static let job = RecordID(station: "150784001", kind: .job, number: 1)
    static let person = RecordID(station: "150784001", kind: .person, number: 1)
    static let employer = RecordID(station: "150784001", kind: .employer, number: 1)

    static func register(_ change: (inout Person, inout Job, inout Employer) throws -> Void = { _, _, _ in }) throws -> Register {
        let catalogue = try catalogue()
        var register = try empty()
        let street = register.station.place
        var employer = Employer(id: employer, name: "三河糖业")
        employer.place = street
        employer.creditCode = try CreditCode(validCode)
        var job = Job(id: job, employer: employer.id, title: "氩弧焊工", place: street, posted: day + -21)
        job.skills = [AskedSkill(catalogue.skills.name("焊工"), .intermediate), AskedSkill(.word("看图纸"), isRequired: false)]
        job.certificates = [catalogue.certificates.name("低压电工作业证")]
        job.wage = try #require(Wage(lowest: Money(yuan: 4000), highest: Money(yuan: 6000), unit: .month))
        job.headcount = 3
        job.education = .seniorMiddle
        job.kind = catalogue.kinds.kind("full-time")?.id
        (job.lowestAge, job.highestAge) = (18, 45)
        (job.contact, job.telephone) = ("韩梅", "15400000009")
        var person = Person(id: person, name: "阿拉坦其其格·巴特尔", place: street, registered: day + -40)
        person.birth = Day(iso: "1990-05-01")
        person.sex = .female
        person.education = .college
        person.telephone = "15400000001"
        person.identityNumber = try IdentityNumber(validNumber)
        person.skills = [HeldSkill(catalogue.skills.name("焊工"), .senior), HeldSkill(catalogue.skills.name("养老护理员")), HeldSkill(.word("村支书的弟弟"))]
        person.certificates = [HeldCertificate(catalogue.certificates.name("低压电工作业证")), HeldCertificate(.word("骑马证"))]
        person.recordedGroups = catalogue.groups.group("disabled").map { [$0.id] } ?? []
        person.wants = [catalogue.skills.name("焊工"), .word("回老家的活")]
        person.areas = [street]
        person.lowestWage = Money(yuan: 3500)
        person.note = "腿脚不便"
        try change(&person, &job, &employer)
        register.update(employer)
        register.update(job)
        register.update(person)
        register.update(Placement(id: placement, job: job.id, person: person.id, first: step(1, .referred)))
        return register
    }

    static func step(_ number: Int, _ stage: Stage, party: Party? = nil, corrects: Int? = nil) -> PlacementStep {
        PlacementStep(
            number: number, stage: stage, party: party, corrects: corrects, date: day + -1 + (number - 1), recorded: "2026-11-20T01:00:00Z", caseworker: "乌兰", note: "密步注",
            employer: "三河糖业", title: "氩弧焊工", kind: "full-time", link: "")
    }

    static func matcher(_ register: Register) throws -> Matcher {
        Matcher(register: register, catalogue: try catalogue(), settings: StationSettings().matching, day: day)
    }

    private static let validCode = code("91150784MA0Q1234")
    private static let validNumber = number("15078419900501002")

    /// With its check character (GB 32100).
    private static func code(_ body: String) -> String {
        let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
        for end in alphabet { if let code = try? CreditCode(body + "5" + String(end)) { return code.text } }
        return ""
    }

    /// With its check digit (GB 11643).
    private static func number(_ body: String) -> String {
        for end in "0123456789X" { if let number = try? IdentityNumber(body + String(end)) { return number.text } }
        return ""
    }

    /// The columns that a row takes where every Chinese sign takes two.
    static func width(_ row: String) -> Int {
        row.unicodeScalars.reduce(0) { $0 + ((0x2E80...0x9FFF).contains($1.value) || (0xFF00...0xFF60).contains($1.value) || (0x3000...0x303E).contains($1.value) ? 2 : 1) }
    }
}
