/// A job while cells are being read, with its employer as the sheet names
/// them.
public struct JobEntry: RecordEntry {
    public var job: Job
    public var employerName: String
    public var creditCode: CreditCode?
    var lowest: Money?
    var highest: Money?
    var unit: PayUnit
    /// By what the wage's own cell says that it is paid.
    var wageUnit: PayUnit?
    var wageIsRead = false
    /// Columns that are kept in the note, and what they say.
    var demands: [(title: String, text: String)] = []
    /// Certificates that the cell of skills names.
    var spoken: [CertificateName] = []
    var remarks = Remarks()
    /// The credit code is of this reading, not of what was known before.
    private var codeIsRead = false
    /// What a sheet does not say of a job that is known stays as it is.
    private(set) var isKnown = true
    private var latitude: Double?
    private var longitude: Double?

    public init(id: RecordID, near: PlaceID, day: Day) {
        self.init(Job(id: id, employer: id, title: "", place: near, posted: day), employer: nil)
        isKnown = false
    }

    /// A job already known, to be changed or shown.
    public init(_ job: Job, employer: Employer?) {
        self.job = job
        employerName = employer?.name ?? ""
        creditCode = employer?.creditCode
        lowest = job.wage.lowest
        highest = job.wage.highest
        unit = job.wage.unit
        latitude = job.coordinates?.latitude
        longitude = job.coordinates?.longitude
    }

    public var absence: Absence? {
        get { job.absence }
        set { job.absence = newValue }
    }

    public mutating func finish(_ reading: inout CellReading) throws(CellProblem) -> Job {
        let upsideDown = Phrase("上下限颠倒", "the range is upside down")
        let mend = Phrase("请核对两端", "check both ends")
        reading.column = Phrase("最低月薪 最高月薪", "wage")
        guard let wage = Wage(lowest: lowest, highest: highest, unit: unit) else {
            throw reading.problem("\(lowest?.description ?? "")-\(highest?.description ?? "")", upsideDown, mend: mend)
        }
        job.wage = wage
        reading.column = Phrase("最低年龄 最高年龄", "age range")
        if let low = job.lowestAge, let high = job.highestAge, low > high {
            throw reading.problem("\(low)-\(high)", upsideDown, mend: mend)
        }
        reading.column = Phrase("用工起 用工止", "days of work")
        if let from = job.from, let to = job.to, from > to { throw reading.problem("\(from)-\(to)", upsideDown, mend: mend) }
        let isHalfAPoint = (latitude == nil) != (longitude == nil)
        job.coordinates = latitude.flatMap { latitude in longitude.flatMap { Coordinates(latitude: latitude, longitude: $0) } }
        for name in spoken where !job.certificates.contains(name) { job.certificates.append(name) }
        if !reading.absent.isEmpty { takeFromText(&reading) }
        if !remarks.isEmpty { job.note = remarks.appended(to: job.note) }
        warn(isHalfAPoint: isHalfAPoint, &reading)
        return job
    }

    public static let positions = index(columns)
    public static let titles = titleIndex(columns)

    public static let columns: [Column<JobEntry>] = own + JobExtra.allCases.map(column)

    private static let own: [Column<JobEntry>] = [
        Column(
            "employer", Phrase("单位", "employer"),
            synonyms: [
                "单位名称", "用人单位", "企业名称", "招聘单位", "公司名称", "用工单位", "用工企业", "招聘企业", "企业", "公司", "用人单位名称", "用工单位名称",
                "招聘单位名称", "招聘企业名称", "用工企业名称", "用人企业", "单位全称", "企业全称", "公司全称", "招工单位", "雇主", "用工主体", "所属单位", "company", "company_name", "employer_name",
            ], vocabulary: .employers, isRequired: true,
            read: { text, entry, _ in
                // Another employer has another code, which the sheet may give.
                if text != entry.employerName, !entry.codeIsRead { entry.creditCode = nil }
                entry.employerName = text
            },
            write: { entry, form in form.language == nil ? "" : entry.employerName }),
        Column(
            "uscc", Phrase("统一社会信用代码", "credit code"), synonyms: ["社会信用代码", "信用代码", "统一信用代码", "社会统一信用代码", "企业信用代码"],
            read: { text, entry, reading throws(CellProblem) in
                entry.creditCode = try reading.creditCode(text)
                entry.codeIsRead = true
            },
            write: { entry, form in form.language == nil ? "" : entry.creditCode?.text ?? "" }),
        Column(
            "title", Phrase("岗位", "title"),
            synonyms: [
                "岗位名称", "招聘岗位", "职位", "职位名称", "招聘职位", "招聘岗位名称", "招聘职位名称", "需求岗位", "用工岗位", "招工岗位", "缺工岗位", "空缺岗位",
                "工作岗位", "招聘工种", "用工工种", "需求工种", "职务", "工作名称", "job", "job_title", "job_name", "position", "position_name", "post",
            ], isRequired: true,
            read: { text, entry, _ in entry.job.title = text }, write: { entry, _ in entry.job.title }),
        Column(
            "occupation", Phrase("工种", "occupation"), synonyms: ["职业", "职业工种", "工种名称", "职业名称", "岗位工种"], vocabulary: .skills,
            read: { text, entry, reading in entry.job.occupation = reading.skillName(text) },
            write: { entry, form in entry.job.occupation.map { form.skill($0) } ?? "" }),
        Column(
            "kind", Phrase("用工形式", "kind"),
            synonyms: [
                "类型", "用工类型", "岗位类型", "用工方式", "用工性质", "工作性质", "职位类型", "岗位性质", "工作类型", "工作形式", "就业形式",
            ], vocabulary: .kinds,
            read: { text, entry, reading throws(CellProblem) in entry.job.kind = CellReading.isNothing(text) ? nil : try reading.kind(text) },
            write: { entry, form in form.kinds(entry.job.kind.map { [$0] } ?? []) }),
        Column(
            "headcount", Phrase("人数", "headcount"),
            synonyms: [
                "招聘人数", "需求人数", "招工人数", "拟招聘人数", "拟招人数", "用工人数", "用人数", "需求数", "需求数量", "需求量", "招聘数量", "招收人数", "招录人数",
                "缺工人数", "用工需求", "用工需求人数", "招聘需求人数", "计划招聘人数", "招聘名额", "名额", "岗位数", "岗位人数",
            ], kind: .number,
            read: { text, entry, reading throws(CellProblem) in
                let headcount = try reading.headcount(text)
                entry.job.headcount = headcount.count
                if headcount.isOpen { entry.remarks.add("人数", text, reading) }
            },
            write: { entry, _ in String(entry.job.headcount) }),
        Column(
            "place", Phrase("工作地点", "place"),
            synonyms: [
                "工作地", "工作地址", "地点", "工作区域", "工作地区", "工作城市", "工作所在地", "上班地点", "上班地址", "用工地点", "用工地址", "岗位地点", "就业地点",
                "地址", "单位地址", "企业地址", "公司地址", "所在地区", "城市", "所在城市", "地区", "city", "location", "work_place", "workplace", "work_location",
            ], vocabulary: .places, isRequired: true,
            read: { text, entry, reading throws(CellProblem) in
                let (place, saysMore) = try reading.address(text)
                entry.job.place = place
                if saysMore { entry.remarks.add("工作地点", text, reading) }
            },
            write: { entry, form in form.place(entry.job.place) }),
        Column(
            "lon", Phrase("经度", "longitude"), kind: .number,
            read: { text, entry, reading throws(CellProblem) in entry.longitude = try reading.degrees(text, limit: 180) },
            write: { entry, _ in entry.longitude.map { "\($0)" } ?? "" }),
        Column(
            "lat", Phrase("纬度", "latitude"), kind: .number,
            read: { text, entry, reading throws(CellProblem) in entry.latitude = try reading.degrees(text, limit: 90) },
            write: { entry, _ in entry.latitude.map { "\($0)" } ?? "" }),
        Column(
            "wage_min", Phrase("最低月薪", "lowest wage"),
            synonyms: [
                "月薪", "薪资", "工资", "薪资待遇", "工资待遇", "最低工资", "薪酬", "薪酬待遇", "待遇", "月工资", "月薪资", "月收入", "综合工资", "综合薪资", "综合月薪",
                "工资标准", "薪资标准", "薪资范围", "薪酬范围", "工资范围", "月薪范围", "薪资水平", "工资水平", "薪水", "薪金", "劳动报酬", "报酬", "工资薪酬", "月工资待遇",
                "参考工资", "参考薪资", "最低薪资", "薪资下限", "月薪下限", "起薪", "wage", "salary",
            ], kind: .number,
            read: { text, entry, reading throws(CellProblem) in
                let wage = try reading.wage(text)
                entry.lowest = wage.lowest
                // One column may hold the whole range, or a fixed wage.
                if wage.isRange || reading.hasOneWageColumn { entry.highest = wage.highest }
                entry.take(wage, text, &reading)
            },
            write: { entry, form in form.money(entry.lowest) }),
        Column(
            "wage_max", Phrase("最高月薪", "highest wage"), synonyms: ["最高工资", "最高薪资", "薪资上限", "月薪上限"], kind: .number,
            read: { text, entry, reading throws(CellProblem) in
                let wage = try reading.wage(text)
                entry.highest = wage.highest
                if wage.isRange, let lowest = wage.lowest { entry.lowest = lowest }
                entry.take(wage, text, &reading)
            },
            write: { entry, form in form.money(entry.highest) }),
        Column(
            "pay", Phrase("计薪方式", "paid by"),
            synonyms: [
                "计薪单位", "薪资单位", "工资单位", "薪酬单位", "计薪类型", "薪资类型", "计酬方式",
            ], vocabulary: .terms(PayUnit.self),
            read: { text, entry, reading in entry.take(pay: text, &reading) },
            write: { entry, form in form.term(entry.unit) }),
        Column(
            "skills", Phrase("技能要求", "skills asked for"),
            synonyms: [
                "技能", "所需技能", "技能条件", "岗位技能", "专业技能", "职业技能", "职业技能要求",
            ], vocabulary: .skills,
            read: { text, entry, reading in
                let read = reading.trades(text)
                entry.job.skills = reading.askedSkills(read)
                for (name, isWelcome) in read.certificates {
                    if isWelcome { entry.remarks.add("优先证书", reading.catalogue.certificates.title(name), reading) } else { entry.spoken.append(name) }
                }
                for remark in read.remarks { entry.remarks.add("技能要求", remark, reading) }
            },
            write: { entry, form in
                entry.job.skills.map { form.skill($0.name) + form.level($0.level) + ($0.isRequired ? "" : "?") }.joined(separator: ";")
            }),
        Column(
            "certificates", Phrase("证书要求", "certificates required"),
            synonyms: [
                "证书", "资格要求", "资格证书", "职业资格", "职业资格要求", "证书资格", "持证要求", "所需证书",
            ], vocabulary: .certificates,
            read: { text, entry, reading in entry.job.certificates = reading.certificateNames(text) },
            write: { entry, form in entry.job.certificates.map { form.certificate($0) }.joined(separator: ";") }),
        Column(
            "education", Phrase("学历要求", "education asked for"),
            synonyms: [
                "学历", "文化程度", "最低学历", "学历条件", "文化程度要求", "教育程度", "学历层次", "degree",
            ], vocabulary: .education,
            read: { text, entry, reading throws(CellProblem) in
                let (education, saysMore) = try reading.askedEducation(text)
                entry.job.education = education
                if saysMore { entry.remarks.add("学历", text, reading) }
            },
            write: { entry, form in form.education(entry.job.education) }),
        Column(
            "age_min", Phrase("最低年龄", "lowest age"), synonyms: ["年龄", "年龄要求", "年龄范围", "年龄条件", "年龄限制", "年龄段"], kind: .number,
            read: { text, entry, reading throws(CellProblem) in
                let ages = try reading.ages(text)
                entry.job.lowestAge = ages.lowest
                // One column may hold both ends; another for the highest comes after.
                if ages.isRange { entry.job.highestAge = ages.highest }
                entry.take(ages, text, &reading)
            },
            write: { entry, _ in entry.job.lowestAge.map { String($0) } ?? "" }),
        Column(
            "age_max", Phrase("最高年龄", "highest age"), kind: .number,
            read: { text, entry, reading throws(CellProblem) in
                let ages = try reading.ages(text)
                entry.job.highestAge = ages.highest
                if ages.isRange { entry.job.lowestAge = ages.lowest ?? entry.job.lowestAge }
                entry.take(ages, text, &reading)
            },
            write: { entry, _ in entry.job.highestAge.map { String($0) } ?? "" }),
        Column(
            "prefers", Phrase("优先群体", "groups preferred"), synonyms: ["优先条件"], vocabulary: .groups,
            read: { text, entry, reading throws(CellProblem) in entry.job.prefers = try reading.groups(text, derived: true) },
            write: { entry, form in form.groups(entry.job.prefers) }),
        Column(
            "only", Phrase("定向群体", "reserved for"), synonyms: ["限定群体"], vocabulary: .groups,
            read: { text, entry, reading throws(CellProblem) in entry.job.reservedFor = try reading.groups(text, derived: true) },
            write: { entry, form in form.groups(entry.job.reservedFor) }),
        Column(
            "lodging", Phrase("包住", "lodging"), synonyms: ["提供住宿", "是否包住", "是否提供住宿", "是否住宿", "住宿", "是否包吃住", "是否包食宿", "是否提供食宿"], vocabulary: .yesNo,
            read: { text, entry, reading throws(CellProblem) in entry.job.givesLodging = try reading.lodging(text) },
            write: { entry, form in form.yesNo(entry.job.givesLodging) }),
        flag("remote", Phrase("居家", "from home"), ["居家办公", "是否居家", "远程办公"], \.isRemote),
        flag("hazardous", Phrase("危险", "hazardous"), ["危险作业", "是否危险作业"], \.isHazardous),
        flag("night", Phrase("夜班", "by night"), ["是否夜班", "上夜班"], \.isByNight),
        Column(
            "from", Phrase("用工起", "first day"),
            synonyms: [
                "开始日期", "用工开始", "用工开始时间", "用工开始日期", "开工日期", "上岗时间", "到岗时间", "用工时间",
            ], kind: .date,
            read: { text, entry, reading throws(CellProblem) in
                let days = try reading.firstDay(text)
                entry.job.from = days.first
                if let last = days.last { entry.job.to = last }
            },
            write: { entry, form in form.day(entry.job.from) }),
        Column(
            "to", Phrase("用工止", "last day"), synonyms: ["结束日期", "用工结束", "用工结束时间", "用工结束日期"], kind: .date,
            read: { text, entry, reading throws(CellProblem) in entry.job.to = try reading.lastDay(text) },
            write: { entry, form in form.day(entry.job.to) }),
        Column(
            "posted", Phrase("发布日期", "posted"),
            synonyms: [
                "发布时间", "登记日期", "登记时间", "采集日期", "采集时间", "招聘日期", "更新时间", "更新日期", "填报日期", "发布于", "publish_date", "publish_time", "posted_date", "post_date", "date_posted",
            ], kind: .date,
            read: { text, entry, reading throws(CellProblem) in entry.job.posted = try reading.recentDay(text) },
            write: { entry, form in form.day(entry.job.posted) }),
        Column(
            "closes", Phrase("截止日期", "closes"),
            synonyms: [
                "截止时间", "有效期至", "有效期", "有效日期", "招聘截止日期", "招聘截止时间", "报名截止日期", "截止日", "招聘期限", "岗位有效期",
            ], kind: .date,
            read: { text, entry, reading throws(CellProblem) in entry.job.closes = try reading.lastDay(text) },
            write: { entry, form in form.day(entry.job.closes) }),
        Column(
            "contact", Phrase("联系人", "contact"), synonyms: ["联系人姓名", "招聘联系人", "企业联系人", "单位联系人", "负责人", "人事负责人"], masking: .name,
            read: { text, entry, _ in entry.job.contact = text }, write: { entry, _ in entry.job.contact }),
        Column(
            "phone", Phrase("联系电话", "phone"),
            synonyms: [
                "电话", "手机", "联系方式", "手机号", "手机号码", "联系手机", "电话号码", "联系人电话", "联系人手机", "咨询电话", "报名电话", "招聘电话", "企业电话",
                "单位电话",
            ], masking: .telephone,
            read: { text, entry, reading in
                let telephones = reading.telephones(text)
                entry.job.telephone = telephones.first
                if !telephones.others.isEmpty { entry.remarks.add("其他电话", telephones.others.joined(separator: "、"), reading) }
                if !telephones.words.isEmpty {
                    if entry.job.contact.isEmpty { entry.job.contact = telephones.words } else { entry.remarks.add("联系电话", text, reading) }
                }
            },
            write: { entry, _ in entry.job.telephone }),
        Column(
            "status", Phrase("状态", "status"), synonyms: ["招聘状态", "岗位状态", "职位状态"], vocabulary: .terms(JobStatus.self),
            read: { text, entry, reading in
                guard let status = JobStatus.read(text) else { return reading.warn(text, Phrase("不认识，未采用", "not understood, not used")) }
                entry.job.status = status
            },
            write: { entry, form in form.term(entry.job.status) }),
        Column(
            "note", Phrase("备注", "note"), synonyms: ["其他要求", "备注说明", "备注信息", "说明", "其他说明", "其他"],
            read: { text, entry, _ in entry.job.note = text }, write: { entry, _ in entry.job.note }),
    ]

    private static func column(_ extra: JobExtra) -> Column<JobEntry> {
        Column(
            extra.rawValue, extra.phrase, synonyms: extra.synonyms,
            read: { text, entry, _ in entry.job.extras[extra] = text }, write: { entry, _ in entry.job.extras[extra] ?? "" })
    }

    private static func flag(
        _ id: String, _ title: Phrase, _ synonyms: [String], _ path: any WritableKeyPath<Job, Bool> & Sendable
    ) -> Column<JobEntry> {
        Column(
            id, title, synonyms: synonyms, vocabulary: .yesNo,
            read: { text, entry, reading throws(CellProblem) in entry.job[keyPath: path] = try reading.yesNo(text) },
            write: { entry, form in form.yesNo(entry.job[keyPath: path]) })
    }

    /// What is odd and kept; never inlined, for the reason that
    /// `PersonEntry` gives.
    @inline(never)
    private func warn(isHalfAPoint: Bool, _ reading: inout CellReading) {
        checkWage(&reading)
        if isHalfAPoint {
            reading.column = Phrase("经度 纬度", "coordinates")
            reading.warn("", Phrase("只有一个，不用", "only one of the two, not used"))
        }
        let words = [
            "限男", "限女", "只要男", "只要女", "只招男", "只招女", "男性优先", "女性优先", "男士优先", "女士优先", "限本地", "本地户籍", "已婚", "未婚",
            "已育", "未育", "限汉族",
        ]
        let texts = [(Phrase("岗位", "title"), job.title), (Phrase("备注", "note"), job.note)]
            + job.extras.all.map { ($0.key.phrase, $0.text) }
        for (column, text) in texts {
            guard let word = words.first(where: { PlainText.holds(text, $0) }) else { continue }
            reading.column = column
            reading.warn(word, Phrase("涉嫌就业歧视，不参与匹配", "may discriminate; never matched on"))
        }
    }
}

extension CellReading {
    func wage(_ text: String) throws(CellProblem) -> WageReading {
        // A number is read faster than it is remembered.
        let isNumber = text.utf8.count <= 9 && text.utf8.allSatisfy { (48...57).contains($0) }
        guard let wage = isNumber ? WageReading(text) : remembered(text, \.wages, { WageReading(text) }) else {
            throw problem(text, Phrase("不是工资", "not a wage"), mend: Phrase("请填元数，如 4000 或 4000-6000", "write yuan, such as 4000 or 4000-6000"))
        }
        return wage
    }
}

extension JobEntry {
    /// What a cell says beside the ages.
    fileprivate mutating func take(_ ages: AgeReading, _ text: String, _ reading: inout CellReading) {
        guard ages.saysMore else { return }
        remarks.add("年龄", text, reading)
        let taken =
            switch (ages.lowest, ages.highest) {
            case (nil, nil): Phrase("不限", "any")
            case (let low?, nil): Phrase("\(low) 岁以上", "\(low) and older")
            case (nil, let high?): Phrase("\(high) 岁以下", "\(high) and younger")
            case (let low?, let high?): Phrase("\(low)-\(high) 岁", "\(low) to \(high)")
            }
        let why = ages.isBySex ? Phrase("；分男女涉嫌就业歧视", "; telling men and women apart may discriminate") : Phrase(verbatim: "")
        reading.warn(text, Phrase("按 ", "taken for ") + taken + Phrase(" 记，原文记入备注", "; the text is kept in the note") + why)
    }
}

extension JobExtra {
    fileprivate var synonyms: [String] {
        switch self {
        case .duties: ["岗位职责", "工作职责", "岗位描述", "职位描述", "工作描述", "职责描述", "岗位内容", "主要职责", "岗位说明", "职位信息", "职位详情", "岗位详情", "description", "job_description"]
        case .settlement: ["结算", "结算周期", "发薪方式", "工资结算方式", "薪资结算方式"]
        case .shifts: ["工作时间", "上班时间", "工作班次", "班制", "作息时间", "工时", "工作时长"]
        case .board: ["食宿情况", "食宿条件", "食宿安排", "食宿待遇", "吃住", "吃住情况"]
        case .insurance: ["社保", "保险", "五险一金", "社会保险情况", "参保情况", "社保缴纳", "缴纳社保", "是否缴纳社保"]
        case .probation: ["试用期限"]
        case .contractTerm: ["合同期", "劳动合同期限", "合同年限"]
        case .actualEmployer: ["实际用人单位", "派遣单位"]
        case .verified: ["岗位核实时间"]
        }
    }
}
