@testable import DoorstepCore

/// Records with anything in them that reading could have put there.
struct RandomRecords {
    let catalogue: Catalogue
    var random: SplitMix64
    /// Where the records are, so that some are near each other.
    var places: [PlaceID]
    /// What is held and asked for, few enough that much of it meets.
    var skills: [SkillName]

    init(_ catalogue: Catalogue, _ random: SplitMix64) {
        self.catalogue = catalogue
        self.random = random
        places = catalogue.places.all.filter { $0.level >= .county }.map(\.id)
        skills = catalogue.skills.all.map { .catalogued($0.id) } + [.word("驯鹿养护"), .word("桦树皮画 制作"), .word("冰雕(大型)")]
    }

    /// Few places and skills, so that pairs have much to do with each other.
    mutating func narrow() {
        places = random.some(12...12, of: places)
        let families = Dictionary(grouping: catalogue.skills.all, by: \.family).values.filter { $0.count > 2 }
            .sorted { $0[0].code < $1[0].code }
        skills = random.some(3...3, of: families).flatMap { $0.prefix(4).map { .catalogued($0.id) } } + [.word("驯鹿养护")]
    }

    mutating func day(_ range: ClosedRange<Int> = 1950...2026) -> Day {
        let year = random.int(range)
        return Day(year: year, month: random.int(1...12), day: random.int(1...28)) ?? Day(number: 0)
    }

    mutating func text() -> String {
        let pieces = ["张", "三", "额尔古纳", "𠮷", "㐀", "，", "。", "（", "）", "a", "Latin word", "é", "\"", "'", "=1+1", "\n", "；", ";", "、", "|", "@"]
        let inner = (0..<random.int(0...5)).map { _ in random.pick(pieces) }.joined()
        return "文" + inner + "末"
    }

    mutating func groups(derived: Bool) -> GroupSet {
        GroupSet(random.some(0...4, of: catalogue.groups.all.filter { derived || !$0.isDerived }.map(\.id)))
    }

    mutating func coordinates() -> Coordinates? {
        Coordinates(latitude: random.double(37...54), longitude: random.double(97...127))
    }

    mutating func level() -> SkillLevel { random.pick(SkillLevel.allCases) }

    mutating func certificates() -> [CertificateName] {
        random.some(0...3, of: catalogue.certificates.all.map { .catalogued($0.id) } + [.word("驯鹿证"), .word("某某(省级)证")])
    }

    mutating func identityNumber(birth: Day) -> IdentityNumber? {
        let (year, month, day) = birth.parts
        var digits = [1, 5, 0, 7, 8, 4]
        digits += [year / 1000, year / 100 % 10, year / 10 % 10, year % 10, month / 10, month % 10, day / 10, day % 10]
        digits += (0..<3).map { _ in random.int(0...9) }
        return try? IdentityNumber(digits.map(String.init).joined() + String(IdentityNumber.checkCharacter(digits)))
    }

    mutating func person(_ id: RecordID) -> Person {
        var person = Person(id: id, name: text(), place: random.pick(places), registered: day(2020...2026))
        person.birth = random.maybe { _ in 0 }.map { _ in day(1950...2012) }
        person.sex = random.maybe { $0.pick(Sex.allCases) }
        if let birth = person.birth, random.once(in: 2), let number = identityNumber(birth: birth) {
            person.identityNumber = number
            person.sex = person.sex ?? .some(number.sex)
        }
        person.telephone = random.pick(["", "13847001234", "04701234567", "打给邻居"])
        person.education = random.maybe { $0.pick(Education.allCases) }
        person.coordinates = random.once(in: 3) ? coordinates() : nil
        person.skills = random.some(0...4, of: skills).map { HeldSkill($0, level()) }
        person.certificates = certificates().map { HeldCertificate($0, expires: random.once(in: 2) ? day(2024...2030).endOfMonth : day(2024...2030)) }
        person.recordedGroups = groups(derived: false)
        person.wants = random.some(0...3, of: skills)
        person.kinds = random.some(0...3, of: catalogue.kinds.all.map(\.id))
        person.lowestWage = random.maybe { Money(fen: $0.int(0...1_000_000)) }
        person.areas = random.some(0...3, of: catalogue.places.all.map(\.id))
        person.canMove = random.once(in: 2)
        person.household = random.maybe { _ in 0 }.map { _ in random.once(in: 3) ? .elsewhere("黑龙江省某县") : .place(random.pick(places)) }
        person.unemployedSince = random.once(in: 2) ? day(2023...2026) : nil
        person.leftSchool = random.once(in: 2) ? day(2019...2026) : nil
        person.neverEmployed = random.once(in: 2)
        person.status = random.once(in: 5) ? random.pick(PersonStatus.allCases) : .seeking
        person.note = random.once(in: 2) ? text() : ""
        for extra in PersonExtra.allCases where random.once(in: 3) { person.extras[extra] = text() }
        return person
    }

    mutating func job(_ id: RecordID, employer: RecordID) -> Job {
        var job = Job(id: id, employer: employer, title: text(), place: random.pick(places), posted: day(2025...2026))
        job.occupation = random.maybe { _ in 0 }.map { _ in random.pick(skills) }
        job.kind = random.maybe { [catalogue] in $0.pick(catalogue.kinds.all).id }
        job.headcount = random.int(1...40)
        job.coordinates = random.once(in: 3) ? coordinates() : nil
        let low = random.maybe { $0.int(0...900_000) }
        let high = random.maybe { $0.int(900_000...1_500_000) }
        job.wage = Wage(lowest: low.map { Money(fen: $0) }, highest: high.map { Money(fen: $0) }, unit: random.pick(PayUnit.allCases)) ?? .open
        job.skills = random.some(0...4, of: skills).map { AskedSkill($0, level(), isRequired: random.once(in: 2)) }
        job.certificates = random.once(in: 3) ? certificates() : []
        job.education = random.once(in: 3) ? random.pick(Education.allCases) : nil
        job.lowestAge = random.maybe { $0.int(16...30) }
        job.highestAge = random.maybe { $0.int(30...65) }
        job.prefers = random.once(in: 2) ? groups(derived: true) : []
        job.reservedFor = random.once(in: 4) ? groups(derived: true) : []
        job.givesLodging = random.once(in: 2)
        job.isRemote = random.once(in: 8)
        job.isHazardous = random.once(in: 8)
        job.isByNight = random.once(in: 8)
        job.from = random.maybe { _ in 0 }.map { _ in day(2024...2025) }
        job.to = random.maybe { _ in 0 }.map { _ in day(2026...2027) }
        job.closes = random.maybe { _ in 0 }.map { _ in day(2026...2027) }
        job.contact = random.once(in: 2) ? text() : ""
        job.telephone = random.pick(["", "13847001234", "8220123"])
        job.status = random.once(in: 6) ? random.pick(JobStatus.allCases) : .open
        job.note = random.once(in: 2) ? text() : ""
        for extra in JobExtra.allCases where random.once(in: 3) { job.extras[extra] = text() }
        return job
    }

    mutating func employer(_ id: RecordID) -> Employer {
        var employer = Employer(id: id, name: text())
        employer.creditCode = random.once(in: 2) ? creditCode() : nil
        employer.type = random.maybe { $0.pick(EmployerType.allCases) }
        employer.industry = random.maybe { [catalogue] in $0.pick(catalogue.industries.all).id }
        employer.size = random.maybe { $0.pick(EmployerSize.allCases) }
        employer.place = random.once(in: 2) ? random.pick(catalogue.places.all).id : nil
        employer.verified = random.once(in: 2) ? day(2020...2026) : nil
        employer.barred = random.once(in: 6) ? "欠薪" : ""
        employer.contact = random.once(in: 2) ? text() : ""
        employer.telephone = random.pick(["", "13847001234", "04708220123"])
        employer.note = random.once(in: 2) ? text() : ""
        return employer
    }

    mutating func creditCode() -> CreditCode? {
        let values = (0..<17).map { _ in random.int(0...30) }
        let text = String(values.map { CreditCode.alphabet[$0] }) + String(CreditCode.checkCharacter(values))
        return try? CreditCode(text)
    }

    /// A register of so many people, jobs and employers, with placements
    /// between some of them and some distances.
    mutating func register(people: Int, jobs: Int, today: Day) -> Register {
        var register = Register(station: Station(place: catalogue.places[random.pick(places)], name: "站"))
        func id(_ kind: RecordID.Kind, _ number: Int) -> RecordID { RecordID(station: register.station.code, kind: kind, number: number) }
        for number in 1...3 { register.update(employer(id(.employer, number))) }
        for number in 1...jobs { register.update(job(id(.job, number), employer: id(.employer, random.int(1...3)))) }
        for number in 1...people { register.update(person(id(.person, number))) }
        for number in 1...max(1, jobs / 2) {
            let stage = random.pick(Stage.allCases)
            let date = today + -random.int(0...200)
            let step = PlacementStep(
                number: number, stage: stage, party: stage == .declined ? .person : nil, date: date, recorded: "", caseworker: "", note: "",
                employer: "", title: "", kind: "", link: "")
            register.update(
                Placement(
                    id: id(.placement, number), job: id(.job, random.int(1...jobs)), person: id(.person, random.int(1...people)), first: step))
        }
        for _ in 0..<5 {
            register.update(Distance(from: random.pick(places), to: random.pick(places), metres: random.int(0...90_000)))
        }
        return register
    }
}
