/// A job while cells are being read, with its employer as the sheet names
/// them.
public struct JobEntry: RecordEntry {
    public var job: Job
    public var employerName: String
    public var creditCode: CreditCode?
    private var lowest: Money?
    private var highest: Money?
    private var unit: PayUnit
    /// The credit code is of this reading, not of what was known before.
    private var codeIsRead = false
    private var latitude: Double?
    private var longitude: Double?

    public init(id: RecordID, near: PlaceID, day: Day) {
        self.init(Job(id: id, employer: id, title: "", place: near, posted: day), employer: nil)
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
        warn(isHalfAPoint: isHalfAPoint, &reading)
        return job
    }

    public static let positions = index(columns)
    public static let titles = titleIndex(columns)

    public static let columns: [Column<JobEntry>] = [
        Column(
            "employer", Phrase("单位", "employer"), synonyms: ["单位名称", "用人单位", "企业名称", "招聘单位", "公司名称"], vocabulary: .employers, isRequired: true,
            read: { text, entry, _ in
                // Another employer has another code, which the sheet may give.
                if text != entry.employerName, !entry.codeIsRead { entry.creditCode = nil }
                entry.employerName = text
            },
            write: { entry, form in form.language == nil ? "" : entry.employerName }),
        Column(
            "uscc", Phrase("统一社会信用代码", "credit code"), synonyms: ["社会信用代码", "信用代码"],
            read: { text, entry, reading throws(CellProblem) in
                entry.creditCode = try reading.creditCode(text)
                entry.codeIsRead = true
            },
            write: { entry, form in form.language == nil ? "" : entry.creditCode?.text ?? "" }),
        Column(
            "title", Phrase("岗位", "title"), synonyms: ["岗位名称", "招聘岗位", "职位", "职位名称"], isRequired: true,
            read: { text, entry, _ in entry.job.title = text }, write: { entry, _ in entry.job.title }),
        Column(
            "occupation", Phrase("工种", "occupation"), synonyms: ["职业", "职业工种"], vocabulary: .skills,
            read: { text, entry, reading in entry.job.occupation = reading.skillName(text) },
            write: { entry, form in entry.job.occupation.map { form.skill($0) } ?? "" }),
        Column(
            "kind", Phrase("用工形式", "kind"), synonyms: ["类型", "用工类型", "岗位类型"], vocabulary: .kinds,
            read: { text, entry, reading throws(CellProblem) in entry.job.kind = try reading.kind(text) },
            write: { entry, form in form.kinds(entry.job.kind.map { [$0] } ?? []) }),
        Column(
            "headcount", Phrase("人数", "headcount"), synonyms: ["招聘人数", "需求人数", "招工人数"], kind: .number,
            read: { text, entry, reading throws(CellProblem) in entry.job.headcount = try reading.headcount(text) },
            write: { entry, _ in String(entry.job.headcount) }),
        Column(
            "place", Phrase("工作地点", "place"), synonyms: ["工作地", "工作地址", "地点"], vocabulary: .places, isRequired: true,
            read: { text, entry, reading throws(CellProblem) in entry.job.place = try reading.place(text) },
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
            "wage_min", Phrase("最低月薪", "lowest wage"), synonyms: ["月薪", "薪资", "工资", "薪资待遇", "工资待遇", "最低工资"], kind: .number,
            read: { text, entry, reading throws(CellProblem) in
                let wage = try reading.wage(text)
                entry.lowest = wage.lowest
                // One column may hold the whole range, or a fixed wage.
                if wage.isRange || reading.hasOneWageColumn { entry.highest = wage.highest }
                entry.unit = wage.unit ?? entry.unit
            },
            write: { entry, form in form.money(entry.lowest) }),
        Column(
            "wage_max", Phrase("最高月薪", "highest wage"), synonyms: ["最高工资"], kind: .number,
            read: { text, entry, reading throws(CellProblem) in
                let wage = try reading.wage(text)
                entry.highest = wage.highest
                if wage.isRange, let lowest = wage.lowest { entry.lowest = lowest }
                entry.unit = wage.unit ?? entry.unit
            },
            write: { entry, form in form.money(entry.highest) }),
        Column(
            "pay", Phrase("计薪方式", "paid by"), synonyms: ["计薪单位", "薪资单位"], vocabulary: .terms(PayUnit.self),
            read: { text, entry, reading in
                guard let unit = PayUnit.read(text) else { return reading.warn(text, Phrase("不认识，未采用", "not understood, not used")) }
                entry.unit = unit
            },
            write: { entry, form in form.term(entry.unit) }),
        Column(
            "skills", Phrase("技能要求", "skills asked for"), synonyms: ["技能", "所需技能"], vocabulary: .skills,
            read: { text, entry, reading in entry.job.skills = reading.askedSkills(text) },
            write: { entry, form in
                entry.job.skills.map { form.skill($0.name) + form.level($0.level) + ($0.isRequired ? "" : "?") }.joined(separator: ";")
            }),
        Column(
            "certificates", Phrase("证书要求", "certificates required"), synonyms: ["证书", "资格要求"], vocabulary: .certificates,
            read: { text, entry, reading in entry.job.certificates = reading.certificateNames(text) },
            write: { entry, form in entry.job.certificates.map { form.certificate($0) }.joined(separator: ";") }),
        Column(
            "education", Phrase("学历要求", "education asked for"), synonyms: ["学历", "文化程度"], vocabulary: .education,
            read: { text, entry, reading throws(CellProblem) in entry.job.education = try reading.education(text) },
            write: { entry, form in form.education(entry.job.education) }),
        Column(
            "age_min", Phrase("最低年龄", "lowest age"), synonyms: ["年龄", "年龄要求"], kind: .number,
            read: { text, entry, reading throws(CellProblem) in
                let ages = try reading.ages(text)
                entry.job.lowestAge = ages.lowest
                // One column may hold both ends; another for the highest comes after.
                if ages.isRange { entry.job.highestAge = ages.highest }
            },
            write: { entry, _ in entry.job.lowestAge.map { String($0) } ?? "" }),
        Column(
            "age_max", Phrase("最高年龄", "highest age"), kind: .number,
            read: { text, entry, reading throws(CellProblem) in
                let ages = try reading.ages(text)
                entry.job.highestAge = ages.highest
                if ages.isRange { entry.job.lowestAge = ages.lowest ?? entry.job.lowestAge }
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
        flag("lodging", Phrase("包住", "lodging"), ["提供住宿"], \.givesLodging),
        flag("remote", Phrase("居家", "from home"), ["居家办公"], \.isRemote),
        flag("hazardous", Phrase("危险", "hazardous"), ["危险作业"], \.isHazardous),
        flag("night", Phrase("夜班", "by night"), [], \.isByNight),
        Column(
            "from", Phrase("用工起", "first day"), synonyms: ["开始日期", "用工开始"], kind: .date,
            read: { text, entry, reading throws(CellProblem) in entry.job.from = try reading.date(text) },
            write: { entry, form in form.day(entry.job.from) }),
        Column(
            "to", Phrase("用工止", "last day"), synonyms: ["结束日期", "用工结束"], kind: .date,
            read: { text, entry, reading throws(CellProblem) in entry.job.to = try reading.date(text) },
            write: { entry, form in form.day(entry.job.to) }),
        Column(
            "posted", Phrase("发布日期", "posted"), synonyms: ["发布时间", "登记日期"], kind: .date,
            read: { text, entry, reading throws(CellProblem) in entry.job.posted = try reading.date(text) },
            write: { entry, form in form.day(entry.job.posted) }),
        Column(
            "closes", Phrase("截止日期", "closes"), synonyms: ["截止时间", "有效期至"], kind: .date,
            read: { text, entry, reading throws(CellProblem) in entry.job.closes = try reading.date(text) },
            write: { entry, form in form.day(entry.job.closes) }),
        Column(
            "contact", Phrase("联系人", "contact"), masking: .name,
            read: { text, entry, _ in entry.job.contact = text }, write: { entry, _ in entry.job.contact }),
        Column(
            "phone", Phrase("联系电话", "phone"), synonyms: ["电话", "手机", "联系方式"], masking: .telephone,
            read: { text, entry, reading in entry.job.telephone = reading.telephone(text) }, write: { entry, _ in entry.job.telephone }),
        Column(
            "status", Phrase("状态", "status"), synonyms: ["招聘状态"], vocabulary: .terms(JobStatus.self),
            read: { text, entry, reading in
                guard let status = JobStatus.read(text) else { return reading.warn(text, Phrase("不认识，未采用", "not understood, not used")) }
                entry.job.status = status
            },
            write: { entry, form in form.term(entry.job.status) }),
        Column(
            "note", Phrase("备注", "note"), synonyms: ["其他要求"],
            read: { text, entry, _ in entry.job.note = text }, write: { entry, _ in entry.job.note }),
    ] + JobExtra.allCases.map { extra in
        Column(
            extra.rawValue, extra.phrase,
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

    /// Columns that ask for what must not be asked for: kept in the note.
    public static let discriminating = ["性别", "性别要求", "户籍要求", "婚姻要求", "婚育要求", "民族要求", "户口要求"]

    /// Keeps a discriminating demand as a note, where it neither filters nor
    /// scores.
    public mutating func noteDemand(_ title: String, _ text: String, _ reading: inout CellReading) {
        guard !text.isEmpty, !["不限", "无", "无要求", "男女不限", "男女均可", "均可", "不要求"].contains(PlainText.key(text)) else { return }
        let line = "\(title)：\(text)"
        if !PlainText.holds(job.note, line) { job.note += (job.note.isEmpty ? "" : "；") + line }
        reading.column = Phrase(verbatim: title)
        reading.warn(text, Phrase("涉嫌就业歧视，只记入备注，不参与匹配", "may discriminate; kept in the note, never matched on"))
    }

    /// What is odd and kept; never inlined, for the reason that
    /// `PersonEntry` gives.
    @inline(never)
    private func warn(isHalfAPoint: Bool, _ reading: inout CellReading) {
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
    func creditCode(_ text: String) throws(CellProblem) -> CreditCode {
        do {
            return try CreditCode(PlainText.key(text))
        } catch {
            let mend = Phrase("请核对营业执照", "check the licence")
            switch error {
            case .length(let count): throw problem(text, Phrase("应为 18 位，这里有 \(count) 位", "has \(count) characters instead of 18"), mend: mend)
            case .character(let character): throw problem(text, Phrase("不会有字符 \(character)", "never has the character \(character)"), mend: mend)
            case .checkCharacter(let expected):
                throw problem(text, Phrase("校验码不对，应为 \(expected)", "the check character should be \(expected)"), mend: mend)
            }
        }
    }

    func wage(_ text: String) throws(CellProblem) -> WageReading {
        guard let wage = WageReading(text) else {
            throw problem(text, Phrase("不是工资", "not a wage"), mend: Phrase("请填元数，如 4000 或 4000-6000", "write yuan, such as 4000 or 4000-6000"))
        }
        return wage
    }

    /// `若干` is at least one: counted as one, and said.
    mutating func headcount(_ text: String) throws(CellProblem) -> Int {
        var key = PlainText.key(text)
        for beginning in ["招聘", "招"] where key.hasPrefix(beginning) {
            key.removeFirst(beginning.count)
            break
        }
        if ["若干", "若干人", "若干名", "多名", "多人"].contains(key) {
            warn(text, Phrase("按 1 人记", "counted as one"))
            return 1
        }
        return try number(key, 1...100_000, unit: ["人", "名", "个"])
    }

    /// `18`, `18-45岁`, `18周岁以上`, `45岁以下`, `不限`.
    ///
    /// - Returns: both ends the same where there is one number.
    func ages(_ text: String) throws(CellProblem) -> (lowest: Int?, highest: Int?, isRange: Bool) {
        var key = CellReading.dashed(PlainText.key(text))
        for word in ["周岁", "岁"] where PlainText.holds(key, word) { key = key.replacing(word, with: "") }
        if ["不限", "无要求", "年龄不限"].contains(key) { return (nil, nil, true) }
        let isBelow = key.hasSuffix("以下") || key.hasSuffix("以内")
        let isAbove = key.hasSuffix("以上")
        if isBelow || isAbove { key.removeLast(2) }
        if key.hasSuffix("及") { key.removeLast() }
        var ends: [Int] = []
        for part in key.split(separator: "-") { ends.append(try number(String(part), 0...120)) }
        switch ends.count {
        case 1: return isBelow ? (nil, ends[0], true) : isAbove ? (ends[0], nil, true) : (ends[0], ends[0], false)
        case 2:
            guard ends[0] <= ends[1] else {
                throw problem(text, Phrase("上下限颠倒", "the range is upside down"), mend: Phrase("请核对两端", "check both ends"))
            }
            return (ends[0], ends[1], true)
        default: throw problem(text, Phrase("不是年龄", "not an age"), mend: Phrase("请写成 18-45", "write it as 18-45"))
        }
    }
}
