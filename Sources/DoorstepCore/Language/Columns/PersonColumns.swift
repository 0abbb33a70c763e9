/// A person while cells are being read.
public struct PersonEntry: RecordEntry {
    public var person: Person
    private var latitude: Double?
    private var longitude: Double?
    private var sexIsGiven: Bool
    private var birthIsGiven: Bool

    public init(id: RecordID, near: PlaceID, day: Day) {
        self.init(Person(id: id, name: "", place: near, registered: day))
        sexIsGiven = false
        birthIsGiven = false
    }

    /// A person already known, to be changed.
    public init(_ person: Person) {
        self.person = person
        latitude = person.coordinates?.latitude
        longitude = person.coordinates?.longitude
        // What followed from the old identity number follows from a new one.
        sexIsGiven = person.sex != nil && person.sex != person.identityNumber?.sex
        birthIsGiven = person.birth != nil && person.birth != person.identityNumber?.birth
    }

    public var absence: Absence? {
        get { person.absence }
        set { person.absence = newValue }
    }

    public mutating func finish(_ reading: inout CellReading) throws(CellProblem) -> Person {
        if let number = person.identityNumber {
            try checkBirth(number, reading)
            person.birth = number.birth
            if !sexIsGiven { person.sex = number.sex }
        }
        let isHalfAPoint = (latitude == nil) != (longitude == nil)
        person.coordinates = latitude.flatMap { latitude in longitude.flatMap { Coordinates(latitude: latitude, longitude: $0) } }
        warn(isHalfAPoint: isHalfAPoint, &reading)
        return person
    }

    private func checkBirth(_ number: IdentityNumber, _ reading: CellReading) throws(CellProblem) {
        guard birthIsGiven, let birth = person.birth, birth != number.birth else { return }
        throw CellProblem(
            column: Phrase("出生日期", "birth date"), value: birth.description,
            reason: Phrase("与证件号码的 \(number.birth) 不一致", "contradicts the identity number, which says \(number.birth)"),
            mend: Phrase("请核对证件", "check the card"))
    }

    /// What is odd and kept. Apart from what throws, and never inlined into
    /// it: optimised together, Swift 6.3.1 leaves the register of thrown
    /// errors set on the way out, and the caller reads an error that is none.
    @inline(never)
    private func warn(isHalfAPoint: Bool, _ reading: inout CellReading) {
        if let number = person.identityNumber, !number.isMadeUp, number.sex != person.sex {
            reading.column = Phrase("性别", "sex")
            reading.warn(person.sex?.phrase.chinese ?? "", Phrase("与证件号码不一致，按所填保留", "differs from the identity number; kept as written"))
        }
        if let birth = person.birth, birth > reading.day {
            reading.column = Phrase("出生日期", "birth date")
            reading.warn(birth.description, Phrase("还没有到", "in the future"), mend: Phrase("请核对", "check it"))
        }
        if isHalfAPoint {
            reading.column = Phrase("经度 纬度", "coordinates")
            reading.warn("", Phrase("只有一个，不用", "only one of the two, not used"))
        }
    }

    public static let positions = index(columns)
    public static let titles = titleIndex(columns)

    public static let columns: [Column<PersonEntry>] = [
        Column(
            "name", Phrase("姓名", "name"), synonyms: ["求职者", "求职人员", "求职者姓名", "人员姓名"], isRequired: true, isPersonal: true, masking: .name,
            read: { text, entry, _ in entry.person.name = text }, write: { entry, _ in entry.person.name }),
        Column(
            "id_number", Phrase("证件号码", "identity number"), synonyms: ["身份证号", "身份证号码", "证件号", "身份证", "公民身份号码"],
            isPersonal: true, masking: .identityNumber,
            read: { text, entry, reading throws(CellProblem) in
                entry.person.identityNumber = try reading.identityNumber(text)
            },
            write: { entry, _ in entry.person.identityNumber?.text ?? "" }),
        Column(
            "sex", Phrase("性别", "sex"), vocabulary: .terms(Sex.self),
            read: { text, entry, reading in
                guard let sex = Sex.read(text) else { return reading.warn(text, Phrase("不认识，未采用", "not understood, not used")) }
                entry.person.sex = sex
                entry.sexIsGiven = true
            },
            write: { entry, form in form.term(entry.person.sex) }),
        Column(
            "birth_date", Phrase("出生日期", "birth date"), synonyms: ["出生年月", "出生年月日", "生日"], kind: .date, isPersonal: true, masking: .birthDate,
            read: { text, entry, reading throws(CellProblem) in
                entry.person.birth = try reading.date(text)
                entry.birthIsGiven = true
            },
            write: { entry, form in form.day(entry.person.birth) }),
        Column(
            "phone", Phrase("手机", "phone"), synonyms: ["联系电话", "电话", "手机号", "手机号码", "联系方式"], isPersonal: true, masking: .telephone,
            read: { text, entry, reading in entry.person.telephone = reading.telephone(text) },
            write: { entry, _ in entry.person.telephone }),
        Column(
            "education", Phrase("学历", "education"), synonyms: ["文化程度", "最高学历"], vocabulary: .education,
            read: { text, entry, reading throws(CellProblem) in entry.person.education = try reading.education(text) },
            write: { entry, form in form.education(entry.person.education) }),
        Column(
            "place", Phrase("常住地", "place"), synonyms: ["住址", "居住地", "家庭住址", "现住址", "所在地区"], vocabulary: .places, isRequired: true,
            read: { text, entry, reading throws(CellProblem) in entry.person.place = try reading.place(text, atLeast: .county) },
            write: { entry, form in form.place(entry.person.place) }),
        Column(
            "lon", Phrase("经度", "longitude"), kind: .number, isPersonal: true,
            read: { text, entry, reading throws(CellProblem) in entry.longitude = try reading.degrees(text, limit: 180) },
            write: { entry, _ in entry.longitude.map { "\($0)" } ?? "" }),
        Column(
            "lat", Phrase("纬度", "latitude"), kind: .number, isPersonal: true,
            read: { text, entry, reading throws(CellProblem) in entry.latitude = try reading.degrees(text, limit: 90) },
            write: { entry, _ in entry.latitude.map { "\($0)" } ?? "" }),
        Column(
            "skills", Phrase("技能", "skills"), synonyms: ["技能特长", "技能等级", "特长", "职业技能"], vocabulary: .skills,
            read: { text, entry, reading in entry.person.skills = reading.heldSkills(text) },
            write: { entry, form in entry.person.skills.map { form.skill($0.name) + form.level($0.level) }.joined(separator: ";") }),
        Column(
            "certificates", Phrase("证书", "certificates"), synonyms: ["职业证书", "资格证书", "持证情况"], vocabulary: .certificates,
            read: { text, entry, reading throws(CellProblem) in entry.person.certificates = try reading.heldCertificates(text) },
            write: { entry, form in entry.person.certificates.map { form.certificate($0.name) + expiry($0.expires) }.joined(separator: ";") }),
        Column(
            "groups", Phrase("群体", "groups"), synonyms: ["人员类别", "人员类型", "重点群体", "群体类别"], vocabulary: .groups, isPersonal: true,
            read: { text, entry, reading throws(CellProblem) in entry.person.recordedGroups = try reading.groups(text, derived: false) },
            write: { entry, form in form.groups(entry.person.recordedGroups) }),
        Column(
            "wants", Phrase("意向工种", "occupations wished for"), synonyms: ["求职意向", "意向岗位", "求职工种"], vocabulary: .skills,
            read: { text, entry, reading in entry.person.wants = reading.wishes(text) },
            write: { entry, form in entry.person.wants.map { form.skill($0) }.joined(separator: ";") }),
        Column(
            "kinds", Phrase("可接受用工形式", "kinds accepted"), synonyms: ["接受类型", "接受用工形式"], vocabulary: .kinds,
            read: { text, entry, reading throws(CellProblem) in entry.person.kinds = try reading.kinds(text) },
            write: { entry, form in form.kinds(entry.person.kinds) }),
        Column(
            "wage_min", Phrase("期望月薪", "lowest wage"), synonyms: ["最低月薪", "期望薪资", "期望工资"], kind: .number,
            read: { text, entry, reading throws(CellProblem) in entry.person.lowestWage = try reading.lowestWage(text) },
            write: { entry, form in form.money(entry.person.lowestWage) }),
        Column(
            "areas", Phrase("意向工作地区", "areas wished for"), synonyms: ["愿去地区", "意向地区", "意向工作地"], vocabulary: .places,
            read: { text, entry, reading throws(CellProblem) in entry.person.areas = try reading.places(text) },
            write: { entry, form in entry.person.areas.map { form.place($0) }.joined(separator: ";") }),
        Column(
            "can_move", Phrase("可外出", "willing to move"), synonyms: ["可外出务工", "愿意外出"], vocabulary: .yesNo,
            read: { text, entry, reading throws(CellProblem) in entry.person.canMove = try reading.yesNo(text) },
            write: { entry, form in form.yesNo(entry.person.canMove) }),
        Column(
            "household", Phrase("户籍", "household registration"), synonyms: ["户籍地", "户籍所在地"], vocabulary: .places, isPersonal: true,
            read: { text, entry, reading in entry.person.household = reading.household(text) },
            write: { entry, form in
                switch entry.person.household {
                case .place(let place)?: form.place(place)
                case .elsewhere(let text)?: text
                case nil: ""
                }
            }),
        Column(
            "unemployed_since", Phrase("失业登记日期", "unemployed since"), synonyms: ["失业登记时间", "登记失业日期"], kind: .date,
            read: { text, entry, reading throws(CellProblem) in entry.person.unemployedSince = try reading.date(text) },
            write: { entry, form in form.day(entry.person.unemployedSince) }),
        Column(
            "left_school", Phrase("毕业日期", "left school"), synonyms: ["离校日期", "毕业时间"], kind: .date,
            read: { text, entry, reading throws(CellProblem) in entry.person.leftSchool = try reading.date(text) },
            write: { entry, form in form.day(entry.person.leftSchool) }),
        Column(
            "never_employed", Phrase("从未就业", "never employed"), vocabulary: .yesNo,
            read: { text, entry, reading throws(CellProblem) in entry.person.neverEmployed = try reading.yesNo(text) },
            write: { entry, form in form.yesNo(entry.person.neverEmployed) }),
        Column(
            "registered", Phrase("登记日期", "registered"), synonyms: ["登记时间", "求职登记日期"], kind: .date,
            read: { text, entry, reading throws(CellProblem) in entry.person.registered = try reading.date(text) },
            write: { entry, form in form.day(entry.person.registered) }),
        Column(
            "status", Phrase("状态", "status"), synonyms: ["求职状态"], vocabulary: .terms(PersonStatus.self),
            read: { text, entry, reading in
                guard let status = PersonStatus.read(text) else { return reading.warn(text, Phrase("不认识，未采用", "not understood, not used")) }
                entry.person.status = status
            },
            write: { entry, form in form.term(entry.person.status) }),
        Column(
            "note", Phrase("备注", "note"), isPersonal: true,
            read: { text, entry, _ in entry.person.note = text }, write: { entry, _ in entry.person.note }),
    ] + PersonExtra.allCases.map { extra in
        Column(
            extra.rawValue, extra.phrase, isPersonal: true, masking: extra.masking,
            read: { text, entry, _ in entry.person.extras[extra] = text }, write: { entry, _ in entry.person.extras[extra] ?? "" })
    }

    /// What is told at other desks and not kept here: dropped with a warning.
    public static let notKept = [
        "婚姻", "婚姻状况", "婚育", "婚育状况", "子女", "子女情况", "生育", "生育状况", "身高", "体重", "健康状况", "疾病", "病史", "宗教", "宗教信仰",
        "犯罪记录", "前科",
    ]

    private static func expiry(_ day: Day?) -> String {
        guard let day else { return "" }
        return day == day.endOfMonth ? "@" + day.description.dropLast(3) : "@" + day.description
    }
}

extension PersonExtra {
    fileprivate var masking: Masking {
        switch self {
        case .otherTelephone, .employmentCertificate: .telephone
        case .trainingWish, .startUpWish: .none
        case .ethnicity, .householdType, .unemploymentReason, .school, .major: .whole
        }
    }
}

extension CellReading {
    func identityNumber(_ text: String) throws(CellProblem) -> IdentityNumber {
        do {
            return try IdentityNumber(PlainText.key(text))
        } catch {
            let mend = Phrase("请核对证件", "check the card")
            switch error {
            case .length(let count): throw problem(text, Phrase("应为 18 位，这里有 \(count) 位", "has \(count) characters instead of 18"), mend: mend)
            case .notDigits: throw problem(text, Phrase("前 17 位应为数字", "the first 17 must be digits"), mend: mend)
            case .birthDate: throw problem(text, Phrase("第 7 至 14 位不是日期", "characters 7 to 14 are no date"), mend: mend)
            case .checkCharacter(let expected):
                throw problem(text, Phrase("校验码不对，应为 \(expected)", "the check character should be \(expected)"), mend: mend)
            }
        }
    }

    mutating func telephone(_ text: String) -> String {
        if let telephone = Telephone(PlainText.halfWidth(text)) { return telephone.digits }
        warn(text, Phrase("不像电话号码，按原文保留", "does not look like a telephone number, kept as it is"))
        return text
    }

    mutating func wishes(_ text: String) -> [SkillName] {
        var names: [SkillName] = []
        for part in PlainText.list(text) {
            let name = skillName(part)
            if !names.contains(name) { names.append(name) }
        }
        if names.count > 3 { warn(text, Phrase("最多三个，取前三个", "three at most; the first three are kept")) }
        return Array(names.prefix(3))
    }

    /// What a person expects by the month, at least.
    func lowestWage(_ text: String) throws(CellProblem) -> Money? {
        guard let wage = WageReading(text), wage.unit == nil || wage.unit == .month else {
            throw problem(text, Phrase("不是月薪", "not a monthly wage"), mend: Phrase("请填每月多少元", "write yuan a month"))
        }
        return wage.lowest
    }

    mutating func household(_ text: String) -> Household {
        switch catalogue.places.resolve(text, near: near) {
        case .found(let id): return .place(id)
        case .unknown: return .elsewhere(text)
        case .ambiguous:
            warn(text, Phrase("有几个地方叫这个名字，按原文保留", "several places have this name; kept as a word"))
            return .elsewhere(text)
        }
    }
}
