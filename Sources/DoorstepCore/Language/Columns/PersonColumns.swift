/// A person while cells are being read.
public struct PersonEntry: RecordEntry {
    public var person: Person
    private var latitude: Double?
    private var longitude: Double?
    private var sexIsGiven: Bool
    private var birthIsGiven: Bool
    /// Those of the cell behind the first.
    private var otherTelephones: [String] = []
    /// Certificates that the cell of skills names.
    private var spoken: [CertificateName] = []
    private var remarks = Remarks()

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
        takeAsides()
        warn(isHalfAPoint: isHalfAPoint, &reading)
        return person
    }

    /// What cells said beyond their own values, once all are read.
    private mutating func takeAsides() {
        for name in spoken where !person.certificates.contains(where: { $0.name == name }) { person.certificates.append(HeldCertificate(name)) }
        if !otherTelephones.isEmpty {
            let others = otherTelephones.joined(separator: "、")
            if person.extras[.otherTelephone] == nil { person.extras[.otherTelephone] = others } else if person.extras[.otherTelephone] != others {
                person.note = PersonEntry.noted(person.note, "其他电话：\(others)")
            }
        }
        if !remarks.isEmpty { person.note = remarks.appended(to: person.note) }
    }

    private static func noted(_ note: String, _ line: String) -> String {
        PlainText.holds(note, line) ? note : note + (note.isEmpty ? "" : "；") + line
    }

    /// Keeps a column that the record has not in the note.
    public mutating func note(_ title: String, _ text: String) {
        guard !text.isEmpty, !["无", "没有", "-", "/"].contains(PlainText.key(text)) else { return }
        person.note = PersonEntry.noted(person.note, "\(title)：\(text)")
    }

    /// Columns that no record has and that say something of work: kept in the
    /// note.
    public static let noted = ["工作经历", "工作经验", "工作年限", "从业经历", "就业经历", "工作简历", "自我评价", "自我介绍", "服务需求", "就业服务需求"]

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

    public static let columns: [Column<PersonEntry>] = own + PersonExtra.allCases.map(column)

    private static let own: [Column<PersonEntry>] = [
        Column(
            "name", Phrase("姓名", "name"),
            synonyms: [
                "求职者", "求职人员", "求职者姓名", "人员姓名", "名字", "真实姓名",
            ], isRequired: true, isPersonal: true, masking: .name,
            read: { text, entry, reading in entry.person.name = reading.name(text) }, write: { entry, _ in entry.person.name }),
        Column(
            "id_number", Phrase("证件号码", "identity number"),
            synonyms: [
                "身份证号", "身份证号码", "证件号", "身份证", "公民身份号码", "公民身份证号码", "居民身份证号码", "居民身份证号", "身份号码", "有效证件号码",
            ],
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
            "birth_date", Phrase("出生日期", "birth date"),
            synonyms: [
                "出生年月", "出生年月日", "生日", "出生时间",
            ], kind: .date, isPersonal: true, masking: .birthDate,
            read: { text, entry, reading throws(CellProblem) in
                // Which day of a month it is, the identity number tells.
                if let birth = entry.person.identityNumber?.birth, CellReading.day(text) == nil, let month = CellReading.month(text), birth.endOfMonth == month.endOfMonth { return }
                entry.person.birth = try reading.date(text, inMonth: .first)
                entry.birthIsGiven = true
            },
            write: { entry, form in form.day(entry.person.birth) }),
        Column(
            "phone", Phrase("手机", "phone"),
            synonyms: [
                "联系电话", "电话", "手机号", "手机号码", "联系方式", "移动电话", "电话号码", "联系手机", "本人电话", "本人联系电话",
            ], isPersonal: true, masking: .telephone,
            read: { text, entry, reading in
                let telephones = reading.telephones(text)
                entry.person.telephone = telephones.first
                entry.otherTelephones = telephones.others
                if !telephones.words.isEmpty { entry.remarks.add("手机", text, reading) }
            },
            write: { entry, _ in entry.person.telephone }),
        Column(
            "education", Phrase("学历", "education"), synonyms: ["文化程度", "最高学历", "教育程度", "受教育程度", "学历层次", "学历情况"], vocabulary: .education,
            read: { text, entry, reading throws(CellProblem) in entry.person.education = try reading.heldEducation(text) },
            write: { entry, form in form.education(entry.person.education) }),
        Column(
            "place", Phrase("常住地", "place"),
            synonyms: [
                "住址", "居住地", "家庭住址", "现住址", "所在地区", "现居住地", "现居住地址", "居住地址", "家庭地址", "常住地址", "常住地区", "居住地点", "现居地",
                "联系地址", "通讯地址", "所在街道", "所属街道", "所在苏木乡镇",
            ], vocabulary: .places, isRequired: true,
            read: { text, entry, reading throws(CellProblem) in
                let (place, saysMore) = try reading.address(text, atLeast: .county)
                entry.person.place = place
                if saysMore { entry.remarks.add("住址", text, reading) }
            },
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
            "skills", Phrase("技能", "skills"),
            synonyms: [
                "技能特长", "技能等级", "特长", "职业技能", "专业技能", "掌握技能", "劳动技能", "个人技能", "技能情况",
            ], vocabulary: .skills,
            read: { text, entry, reading in
                guard !reading.isExact else { return entry.person.skills = reading.heldSkills(text) }
                let read = reading.trades(text)
                entry.person.skills = reading.heldSkills(read)
                entry.spoken = read.certificates.map(\.name)
                for remark in read.remarks { entry.remarks.add("技能", remark, reading) }
            },
            write: { entry, form in entry.person.skills.map { form.skill($0.name) + form.level($0.level) }.joined(separator: ";") }),
        Column(
            "certificates", Phrase("证书", "certificates"),
            synonyms: [
                "职业证书", "资格证书", "持证情况", "职业资格证书", "技能证书", "持有证书", "证书名称", "职业资格", "职业技能等级证书",
            ], vocabulary: .certificates,
            read: { text, entry, reading throws(CellProblem) in entry.person.certificates = try reading.heldCertificates(text) },
            write: { entry, form in entry.person.certificates.map { form.certificate($0.name) + expiry($0.expires) }.joined(separator: ";") }),
        Column(
            "groups", Phrase("群体", "groups"),
            synonyms: [
                "人员类别", "人员类型", "重点群体", "群体类别", "人员身份", "人群类别", "重点人群", "困难类型", "就业困难类型", "帮扶类别",
            ], vocabulary: .groups, isPersonal: true,
            read: { text, entry, reading throws(CellProblem) in entry.person.recordedGroups = try reading.groups(text, derived: false) },
            write: { entry, form in form.groups(entry.person.recordedGroups) }),
        Column(
            "wants", Phrase("意向工种", "occupations wished for"),
            synonyms: [
                "求职意向", "意向岗位", "求职工种", "就业意向", "求职岗位", "意向职业", "期望岗位", "期望职位", "意向职位", "期望工种", "择业工种", "求职职业", "期望工作",
                "应聘岗位",
            ], vocabulary: .skills,
            read: { text, entry, reading in entry.person.wants = reading.wishes(text) },
            write: { entry, form in entry.person.wants.map { form.skill($0) }.joined(separator: ";") }),
        Column(
            "kinds", Phrase("可接受用工形式", "kinds accepted"), synonyms: ["接受类型", "接受用工形式", "期望用工形式", "用工形式"], vocabulary: .kinds,
            read: { text, entry, reading throws(CellProblem) in entry.person.kinds = try reading.kinds(text) },
            write: { entry, form in form.kinds(entry.person.kinds) }),
        Column(
            "wage_min", Phrase("期望月薪", "lowest wage"),
            synonyms: [
                "最低月薪", "期望薪资", "期望工资", "期望薪酬", "期望待遇", "期望月收入", "期望收入", "薪资要求", "工资要求", "薪酬要求", "月薪要求", "意向薪资", "薪资期望",
                "最低薪资要求",
            ], kind: .number,
            read: { text, entry, reading throws(CellProblem) in
                let (wage, saysMore) = try reading.lowestWage(text)
                entry.person.lowestWage = wage
                if saysMore { entry.remarks.add("期望月薪", text, reading) }
            },
            write: { entry, form in form.money(entry.person.lowestWage) }),
        Column(
            "areas", Phrase("意向工作地区", "areas wished for"),
            synonyms: [
                "愿去地区", "意向地区", "意向工作地", "意向工作地点", "意向区域", "意向城市", "期望工作地", "期望工作地点", "期望工作地区", "期望地区", "期望城市",
                "求职地区", "择业地区", "意向就业地",
            ], vocabulary: .places,
            read: { text, entry, reading throws(CellProblem) in entry.person.areas = try reading.places(text) },
            write: { entry, form in entry.person.areas.map { form.place($0) }.joined(separator: ";") }),
        Column(
            "can_move", Phrase("可外出", "willing to move"),
            synonyms: [
                "可外出务工", "愿意外出", "是否外出", "是否可外出", "是否愿意外出", "是否愿意外出务工", "外出意愿", "外出务工意愿", "能否外出",
            ], vocabulary: .yesNo,
            read: { text, entry, reading throws(CellProblem) in entry.person.canMove = try reading.yesNo(text) },
            write: { entry, form in form.yesNo(entry.person.canMove) }),
        Column(
            "household", Phrase("户籍", "household registration"),
            synonyms: [
                "户籍地", "户籍所在地", "户口所在地", "户籍地址", "户籍所在地址", "户口所在地址",
            ], vocabulary: .places, isPersonal: true,
            read: { text, entry, reading in entry.person.household = reading.household(text) },
            write: { entry, form in
                switch entry.person.household {
                case .place(let place)?: form.place(place)
                case .elsewhere(let text)?: text
                case nil: ""
                }
            }),
        Column(
            "unemployed_since", Phrase("失业登记日期", "unemployed since"), synonyms: ["失业登记时间", "登记失业日期", "登记失业时间"], kind: .date,
            read: { text, entry, reading throws(CellProblem) in entry.person.unemployedSince = try reading.date(text, inMonth: .first) },
            write: { entry, form in form.day(entry.person.unemployedSince) }),
        Column(
            "left_school", Phrase("毕业日期", "left school"), synonyms: ["离校日期", "毕业时间", "毕业年月", "离校时间"], kind: .date,
            read: { text, entry, reading throws(CellProblem) in entry.person.leftSchool = try reading.date(text, inMonth: .last) },
            write: { entry, form in form.day(entry.person.leftSchool) }),
        Column(
            "never_employed", Phrase("从未就业", "never employed"), synonyms: ["是否从未就业"], vocabulary: .yesNo,
            read: { text, entry, reading throws(CellProblem) in entry.person.neverEmployed = try reading.yesNo(text) },
            write: { entry, form in form.yesNo(entry.person.neverEmployed) }),
        Column(
            "registered", Phrase("登记日期", "registered"),
            synonyms: [
                "登记时间", "求职登记日期", "求职登记时间", "填表日期", "填报日期", "采集日期", "录入日期",
            ], kind: .date,
            read: { text, entry, reading throws(CellProblem) in entry.person.registered = try reading.date(text, inMonth: .first) },
            write: { entry, form in form.day(entry.person.registered) }),
        Column(
            "status", Phrase("状态", "status"), synonyms: ["求职状态", "就业状态", "当前状态"], vocabulary: .terms(PersonStatus.self),
            read: { text, entry, reading in
                guard let status = PersonStatus.read(text) else { return reading.warn(text, Phrase("不认识，未采用", "not understood, not used")) }
                entry.person.status = status
            },
            write: { entry, form in form.term(entry.person.status) }),
        Column(
            "note", Phrase("备注", "note"), synonyms: ["备注说明", "备注信息", "说明", "其他说明", "其他"], isPersonal: true,
            read: { text, entry, _ in entry.person.note = text }, write: { entry, _ in entry.person.note }),
    ]

    private static func column(_ extra: PersonExtra) -> Column<PersonEntry> {
        Column(
            extra.rawValue, extra.phrase, synonyms: extra.synonyms, isPersonal: true, masking: extra.masking,
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

extension PersonExtra {
    fileprivate var synonyms: [String] {
        switch self {
        case .ethnicity: []
        case .householdType: ["户籍性质", "户籍类型", "户口类型", "户口类别"]
        case .employmentCertificate: ["就业创业证", "就业创业证编号", "就业创业证号码", "就业失业登记证号"]
        case .unemploymentReason: ["未就业原因"]
        case .school: ["毕业学校", "毕业院校名称", "学校", "院校"]
        case .major: ["所学专业", "专业名称"]
        case .trainingWish: ["培训需求", "培训意向", "是否愿意参加培训", "意向培训工种", "培训项目"]
        case .startUpWish: ["创业意向", "创业需求", "是否有创业意愿"]
        case .otherTelephone: ["备用电话", "其他联系电话", "家庭电话", "固定电话", "紧急联系电话", "备用联系方式", "联系电话2"]
        }
    }
}

extension CellReading {
    /// What a person expects by the month, at least.
    ///
    /// - Returns: whether the cell says more.
    func lowestWage(_ text: String) throws(CellProblem) -> (lowest: Money?, saysMore: Bool) {
        if let money = Money.read(text) { return (money, false) }
        if CellReading.isNothing(text) { return (nil, false) }
        guard let wage = WageReading(text), wage.unit == nil || wage.unit == .month else {
            throw problem(text, Phrase("不是月薪", "not a monthly wage"), mend: Phrase("请填每月多少元", "write yuan a month"))
        }
        return (wage.lowest, wage.more == .words)
    }
}
