import DoorstepCore

/// Records with anything in them that reading a sheet could have put there,
/// in every column.
struct RandomRecords {
    let catalogue: Catalogue
    var random: SplitMix64
    private let places: [PlaceID]
    private let skills: [SkillName]
    private let certificates: [CertificateName]

    init(_ catalogue: Catalogue, seed: UInt64) {
        self.catalogue = catalogue
        random = SplitMix64(seed: seed)
        places = catalogue.places.all.filter { $0.level >= .county }.map(\.id)
        skills = catalogue.skills.all.map { .catalogued($0.id) } + [.word("驯鹿养护"), .word("桦树皮画 制作"), .word("冰雕(大型)")]
        certificates = catalogue.certificates.all.map { .catalogued($0.id) } + [.word("驯鹿证"), .word("某某（省级）证")]
    }

    mutating func person(_ id: RecordID) -> Person {
        var person = Person(id: id, name: text(), place: random.pick(places), registered: day(2020...2026))
        person.birth = random.once(in: 4) ? nil : day(1950...2010)
        person.sex = random.once(in: 4) ? nil : random.pick(Sex.allCases)
        if let birth = person.birth, random.once(in: 2), let number = identityNumber(birth: birth) {
            person.identityNumber = number
            person.sex = person.sex ?? number.sex
        }
        person.telephone = random.pick(["", "13847001234", "04701234567", "打给邻居"])
        person.education = random.once(in: 3) ? nil : random.pick(Education.allCases)
        person.coordinates = random.once(in: 3) ? coordinates() : nil
        person.skills = random.some(4, of: skills).map { HeldSkill($0, random.pick(SkillLevel.allCases)) }
        person.certificates = random.some(3, of: certificates).map {
            HeldCertificate($0, expires: random.once(in: 3) ? nil : random.once(in: 2) ? day(2024...2030) : day(2024...2030).endOfMonth)
        }
        person.recordedGroups = groups(derived: false)
        person.wants = random.some(3, of: skills)
        person.kinds = random.some(3, of: catalogue.kinds.all.map(\.id))
        person.lowestWage = random.once(in: 2) ? nil : Money(fen: random.int(0...1_000_000))
        person.areas = random.some(3, of: catalogue.places.all.map(\.id))
        person.canMove = random.once(in: 2)
        person.household = random.pick([nil, .elsewhere("黑龙江省某县"), .place(random.pick(places))])
        person.unemployedSince = random.once(in: 2) ? day(2023...2026) : nil
        person.leftSchool = random.once(in: 2) ? day(2019...2026) : nil
        person.neverEmployed = random.once(in: 2)
        person.status = random.pick(PersonStatus.allCases)
        person.note = random.once(in: 2) ? text() : ""
        for extra in PersonExtra.allCases where random.once(in: 3) { person.extras[extra] = text() }
        return random.once(in: 6) ? person.absent(absence()) : person
    }

    mutating func job(_ id: RecordID, employer: RecordID) -> Job {
        var job = Job(id: id, employer: employer, title: text(), place: random.pick(places), posted: day(2025...2026))
        job.occupation = random.once(in: 2) ? nil : random.pick(skills)
        job.kind = random.once(in: 3) ? nil : random.pick(catalogue.kinds.all).id
        job.headcount = random.int(1...40)
        job.coordinates = random.once(in: 3) ? coordinates() : nil
        let lowest = random.once(in: 3) ? nil : Money(fen: random.int(0...900_000))
        let highest = random.once(in: 3) ? nil : Money(fen: random.int(900_000...1_500_000))
        job.wage = Wage(lowest: lowest, highest: highest, unit: random.pick(PayUnit.allCases)) ?? .open
        job.skills = random.some(4, of: skills).map { AskedSkill($0, random.pick(SkillLevel.allCases), isRequired: random.once(in: 2)) }
        job.certificates = random.some(3, of: certificates)
        job.education = random.once(in: 2) ? nil : random.pick(Education.allCases)
        job.lowestAge = random.once(in: 2) ? nil : random.int(16...30)
        job.highestAge = random.once(in: 2) ? nil : random.int(30...65)
        job.prefers = groups(derived: true)
        job.reservedFor = groups(derived: true)
        job.givesLodging = random.once(in: 2)
        job.isRemote = random.once(in: 2)
        job.isHazardous = random.once(in: 2)
        job.isByNight = random.once(in: 2)
        job.from = random.once(in: 2) ? nil : day(2024...2025)
        job.to = random.once(in: 2) ? nil : day(2026...2027)
        job.closes = random.once(in: 2) ? nil : day(2026...2027)
        job.contact = random.once(in: 2) ? text() : ""
        job.telephone = random.pick(["", "13847001234", "8220123"])
        job.status = random.pick(JobStatus.allCases)
        job.note = random.once(in: 2) ? text() : ""
        for extra in JobExtra.allCases where random.once(in: 3) { job.extras[extra] = text() }
        return random.once(in: 6) ? job.absent(absence()) : job
    }

    mutating func employer(_ id: RecordID) -> Employer {
        var employer = Employer(id: id, name: text())
        employer.creditCode = random.once(in: 2) ? creditCode() : nil
        employer.type = random.once(in: 3) ? nil : random.pick(EmployerType.allCases)
        employer.industry = random.once(in: 3) ? nil : random.pick(catalogue.industries.all).id
        employer.size = random.once(in: 3) ? nil : random.pick(EmployerSize.allCases)
        employer.place = random.once(in: 2) ? random.pick(catalogue.places.all).id : nil
        employer.verified = random.once(in: 2) ? day(2020...2026) : nil
        employer.barred = random.once(in: 6) ? "欠薪" : ""
        employer.contact = random.once(in: 2) ? text() : ""
        employer.telephone = random.pick(["", "13847001234", "04708220123"])
        employer.note = random.once(in: 2) ? text() : ""
        // A merged one has no jobs left, which these have.
        return random.once(in: 6) ? employer.absent(.takenBack) : employer
    }

    mutating func distance() -> Distance {
        Distance(from: random.pick(places), to: random.pick(places), metres: random.once(in: 4) ? nil : random.int(0...900_000))
    }

    private mutating func absence() -> Absence {
        guard random.once(in: 2) else { return .takenBack }
        let into = RecordID(station: "150784001", kind: .person, number: random.int(1...9))
        var trace = MergeTrace(status: random.pick(["", "seeking"]))
        for _ in 0..<random.int(0...3) { trace.columns.append(MergeTrace.Column(id: "note", before: text() + "\\n\r\n", after: random.once(in: 2) ? "" : text())) }
        trace.jobs = random.some(2, of: [into])
        trace.ledOn = random.some(2, of: [into])
        return .merged(into: into, trace)
    }

    // MARK: - Values

    private mutating func day(_ years: ClosedRange<Int>) -> Day {
        Day(year: random.int(years), month: random.int(1...12), day: random.int(1...28)) ?? Day(number: 0)
    }

    private mutating func text() -> String {
        let pieces = ["张", "额尔古纳", "𠮷", "㐀", "，", "（", "a", "Latin word", "é", "e\u{301}", "\"", "=1+1", "\n", "；", ";", "|", "@", "\0", "\t"]
        return "文" + (0..<random.int(0...5)).map { _ in random.pick(pieces) }.joined() + "末"
    }

    private mutating func groups(derived: Bool) -> GroupSet {
        GroupSet(random.some(4, of: catalogue.groups.all.filter { derived || !$0.isDerived }.map(\.id)))
    }

    private mutating func coordinates() -> Coordinates? {
        Coordinates(
            latitude: Double.random(in: 37...54, using: &random), longitude: Double.random(in: 97...127, using: &random))
    }

    private mutating func identityNumber(birth: Day) -> IdentityNumber? {
        let (year, month, day) = birth.parts
        var digits = [1, 5, 0, 7, 8, 4]
        digits += [year / 1000, year / 100 % 10, year / 10 % 10, year % 10, month / 10, month % 10, day / 10, day % 10]
        digits += (0..<3).map { _ in random.int(0...9) }
        return try? IdentityNumber(digits.map(String.init).joined() + String(IdentityNumber.checkCharacter(digits)))
    }

    private mutating func creditCode() -> CreditCode? {
        let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
        let values = (0..<17).map { _ in random.int(0...30) }
        return try? CreditCode(String(values.map { alphabet[$0] }) + String(CreditCode.checkCharacter(values)))
    }
}
