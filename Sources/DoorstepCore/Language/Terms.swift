/// A closed list of words that people see and write: declared once, for
/// sheets, screens and forms, in both languages.
public protocol Term: CaseIterable, RawRepresentable, Sendable, Hashable where RawValue == String {
    var phrase: Phrase { get }
    /// What else is read as one of the terms.
    static var synonyms: [String: Self] { get }
}

extension Term {
    public static var synonyms: [String: Self] { [:] }

    /// The term that a text means: its name in either language, its
    /// identifier, or a synonym.
    public static func read(_ text: String) -> Self? {
        let key = PlainText.key(text)
        if let term = Self(rawValue: key) { return term }
        return allCases.first { PlainText.key($0.phrase.chinese) == key || PlainText.key($0.phrase.english) == key } ?? synonyms[key]
    }
}

extension Sex: Term {
    public var phrase: Phrase {
        switch self {
        case .male: Phrase("男", "male")
        case .female: Phrase("女", "female")
        }
    }
    public static var synonyms: [String: Sex] { 
        // 1 and 2 are the codes of GB/T 2261.
        ["男性": .male, "女性": .female, "m": .male, "f": .female, "男士": .male, "女士": .female, "先生": .male, "1": .male, "2": .female] }
}

extension PersonStatus: Term {
    public var phrase: Phrase {
        switch self {
        case .seeking: Phrase("求职", "seeking")
        case .placed: Phrase("已就业", "placed")
        case .paused: Phrase("暂停", "paused")
        case .withdrawn: Phrase("退出求职", "withdrawn")
        }
    }
    public static var synonyms: [String: PersonStatus] {
        [
            "求职中": .seeking, "待业": .seeking, "失业": .seeking, "未就业": .seeking, "无业": .seeking, "待岗": .seeking, "登记失业": .seeking, "就业": .placed, "已上岗": .placed,
            "暂停求职": .paused, "退出": .withdrawn,
        ]
    }
}

extension JobStatus: Term {
    public var phrase: Phrase {
        switch self {
        case .open: Phrase("招聘", "open")
        case .filled: Phrase("已招满", "filled")
        case .withdrawn: Phrase("停招", "withdrawn")
        }
    }
    public static var synonyms: [String: JobStatus] {
        [
            "招聘中": .open, "在招": .open, "有效": .open, "发布中": .open, "急聘": .open, "招满": .filled, "停止招聘": .withdrawn, "关闭": .withdrawn, "已关闭": .withdrawn, "下架": .withdrawn,
            "已下架": .withdrawn, "失效": .withdrawn, "已过期": .withdrawn,
        ]
    }
}

extension PayUnit: Term {
    public var phrase: Phrase {
        switch self {
        case .month: Phrase("月", "month")
        case .day: Phrase("日", "day")
        case .hour: Phrase("时", "hour")
        case .piece: Phrase("件", "piece")
        }
    }
    public static var synonyms: [String: PayUnit] {
        [
            "月薪": .month, "按月": .month, "元/月": .month, "天": .day, "日薪": .day, "按日": .day, "按天": .day, "元/天": .day,
            "元/日": .day, "小时": .hour, "时薪": .hour, "按小时": .hour, "元/小时": .hour, "计件": .piece,
            "按件": .piece, "元/件": .piece, "月结": .month, "月工资": .month, "日工资": .day, "日结": .day, "元/时": .hour, "小时工资": .hour, "计件工资": .piece,
        ]
    }
}

extension EmployerType: Term {
    public var phrase: Phrase {
        switch self {
        case .enterprise: Phrase("企业", "enterprise")
        case .stateEnterprise: Phrase("国有企业", "state enterprise")
        case .publicInstitution: Phrase("事业单位", "public institution")
        case .socialOrganisation: Phrase("社会组织", "social organisation")
        case .soleTrader: Phrase("个体工商户", "sole trader")
        case .cooperative: Phrase("合作社", "cooperative")
        case .agency: Phrase("人力资源服务机构", "employment agency")
        case .household: Phrase("个人雇主", "private household")
        }
    }
    public static var synonyms: [String: EmployerType] {
        ["民营企业": .enterprise, "私营企业": .enterprise, "国企": .stateEnterprise, "个体": .soleTrader, "个体户": .soleTrader, "个人": .household]
    }
}

extension EmployerSize: Term {
    public var phrase: Phrase {
        switch self {
        case .large: Phrase("大", "large")
        case .medium: Phrase("中", "medium")
        case .small: Phrase("小", "small")
        case .micro: Phrase("微", "micro")
        }
    }
    public static var synonyms: [String: EmployerSize] {
        [
            "大型": .large, "中型": .medium, "小型": .small, "微型": .micro, "大型企业": .large, "中型企业": .medium,
            "小型企业": .small, "微型企业": .micro, "小微企业": .small,
        ]
    }
}

extension Stage: Term {
    public static var synonyms: [String: Stage] { ["派工": .hired, "完工": .left, "结算": .checked] }
    public var phrase: Phrase {
        switch self {
        case .referred: Phrase("推荐", "referred")
        case .interviewed: Phrase("面试", "interviewed")
        case .hired: Phrase("录用", "hired")
        case .started: Phrase("到岗", "started")
        case .checked: Phrase("在岗核实", "checked")
        case .declined: Phrase("未成", "declined")
        case .left: Phrase("离职", "left")
        case .corrected: Phrase("更正", "corrected")
        }
    }

    /// What to call the step; who declined makes the difference.
    public func phrase(by party: Party?) -> Phrase {
        switch (self, party) {
        case (.declined, .employer?): Phrase("单位未录用", "declined by the employer")
        case (.declined, .person?): Phrase("本人放弃", "declined by the person")
        default: phrase
        }
    }

    /// As `phrase(by:)`; day work has words of its own: 派工, 完工, 结算.
    public func phrase(by party: Party?, isDayWork: Bool) -> Phrase {
        switch (self, isDayWork) {
        case (.hired, true): Phrase("派工", "sent for the day")
        case (.left, true): Phrase("完工", "done")
        case (.checked, true): Phrase("结算", "settled")
        default: phrase(by: party)
        }
    }
}

extension Party: Term {
    public var phrase: Phrase {
        switch self {
        case .employer: Phrase("单位", "employer")
        case .person: Phrase("本人", "person")
        }
    }
}

extension Education {
    public var phrase: Phrase {
        switch self {
        case .none: Phrase("未上学", "no schooling")
        case .primary: Phrase("小学", "primary school")
        case .juniorMiddle: Phrase("初中", "junior middle school")
        case .seniorMiddle: Phrase("高中/中专/技校", "senior middle school")
        case .college: Phrase("大专", "college")
        case .bachelor: Phrase("本科", "bachelor")
        case .master: Phrase("硕士", "master")
        case .doctor: Phrase("博士", "doctor")
        }
    }

    /// The word for a narrow column.
    public var short: Phrase { self == .seniorMiddle ? Phrase("高中", "senior middle") : phrase }

    private static let words: [String: Education] = [
        "文盲": .none, "半文盲": .none, "不识字": .none, "无学历": .none, "小学毕业": .primary, "初中毕业": .juniorMiddle, "初级中学": .juniorMiddle, "高中": .seniorMiddle,
        "中专": .seniorMiddle, "技校": .seniorMiddle, "职高": .seniorMiddle, "中技": .seniorMiddle, "中职": .seniorMiddle, "高中毕业": .seniorMiddle, "高级中学": .seniorMiddle,
        "高中/中专": .seniorMiddle, "中专/技校": .seniorMiddle, "中技/中专": .seniorMiddle, "中专/高中": .seniorMiddle, "中专/中技": .seniorMiddle, "高中/中技": .seniorMiddle,
        "高中/职高": .seniorMiddle, "高中/中职": .seniorMiddle, "高中/技校": .seniorMiddle, "中专/职高": .seniorMiddle, "高中(中专)": .seniorMiddle, "高中、中专": .seniorMiddle,
        "中专、高中": .seniorMiddle, "高中或中专": .seniorMiddle, "中专或高中": .seniorMiddle, "高中(中专、技校)": .seniorMiddle, "职业高中": .seniorMiddle, "职中": .seniorMiddle,
        "职专": .seniorMiddle, "技工": .seniorMiddle, "技工学校": .seniorMiddle, "中等专科": .seniorMiddle, "中等专业学校": .seniorMiddle, "中等职业": .seniorMiddle, "中等职业教育": .seniorMiddle,
        "专科": .college, "高职": .college, "高专": .college, "大学专科": .college, "专科/高职": .college, "高职高专": .college, "大专/高职": .college, "大专(高职)": .college, "高等职业教育": .college,
        "大学": .bachelor, "大学本科": .bachelor, "学士": .bachelor, "本科/学士": .bachelor, "专升本": .bachelor, "研究生": .master, "硕士研究生": .master, "mba": .master, "硕士/研究生": .master,
        "博士研究生": .doctor, "博士后": .doctor,
    ]

    private static let ways = ["全日制", "统招", "国家统招", "普通", "自考", "函授", "电大", "成人", "成教", "在职", "非全日制", "网络教育", "最低", "至少"]

    /// The level that a word means, with or without `及以上`, and however it
    /// was reached (全日制本科).
    public static func read(_ text: String) -> Education? {
        var key = PlainText.key(text)
        if let number = Int(key) { return Education(rawValue: number) }
        if let education = word(key) { return education }
        for ending in ["及以上文化程度", "及以上学历", "及以上", "以上文化程度", "以上学历", "以上", "文化程度", "学历", "文化", "学位", "毕业", "毕业生", "起"] where key.hasSuffix(ending) {
            key.removeLast(ending.count)
            break
        }
        for _ in 0..<2 {
            if let education = word(key) { return education }
            guard let way = ways.first(where: { key.hasPrefix($0) }) else { break }
            key.removeFirst(way.count)
        }
        return word(key)
    }

    private static func word(_ key: String) -> Education? {
        allCases.first { PlainText.key($0.phrase.chinese) == key || PlainText.key($0.phrase.english) == key || PlainText.key($0.short.english) == key }
            ?? words[key]
    }

    /// Whether a text names a level anywhere.
    static func names(in key: String) -> Bool { words.keys.contains { PlainText.holds(key, $0) } }
}

extension SkillLevel {
    public var phrase: Phrase {
        switch self {
        case .unknown: Phrase("", "")
        case .apprentice: Phrase("学徒工", "apprentice")
        case .junior: Phrase("初级工", "junior")
        case .intermediate: Phrase("中级工", "intermediate")
        case .senior: Phrase("高级工", "senior")
        case .technician: Phrase("技师", "technician")
        case .seniorTechnician: Phrase("高级技师", "senior technician")
        case .specialTechnician: Phrase("特级技师", "special technician")
        case .chiefTechnician: Phrase("首席技师", "chief technician")
        }
    }

    private static let words: [String: SkillLevel] = {
        var words: [String: SkillLevel] = [
            "学徒": .apprentice, "初级": .junior, "中级": .intermediate, "高级": .senior, "五级": .junior, "四级": .intermediate,
            "三级": .senior, "二级": .technician, "一级": .seniorTechnician,
        ]
        for level in allCases.dropFirst() {
            words[level.phrase.chinese] = level
            words[PlainText.key(level.phrase.english)] = level
        }
        return words
    }()

    /// The level that a word means: 五级 to 一级 are 初级工 to 高级技师. A
    /// digit means none, since it could be counted from either end.
    public static func read(_ text: String) -> SkillLevel? {
        words[PlainText.key(text)]
    }
}

extension PersonExtra {
    public var phrase: Phrase {
        switch self {
        case .ethnicity: Phrase("民族", "ethnicity")
        case .householdType: Phrase("户口性质", "household type")
        case .employmentCertificate: Phrase("就业创业证号", "employment certificate")
        case .unemploymentReason: Phrase("失业原因", "reason of unemployment")
        case .school: Phrase("毕业院校", "school")
        case .major: Phrase("专业", "major")
        case .trainingWish: Phrase("培训意愿", "training wished for")
        case .startUpWish: Phrase("创业意愿", "start-up wish")
        case .otherTelephone: Phrase("备用联系电话", "other telephone")
        }
    }
}

extension JobExtra {
    public var phrase: Phrase {
        switch self {
        case .duties: Phrase("工作内容", "duties")
        case .settlement: Phrase("结算方式", "settlement")
        case .shifts: Phrase("班次", "shifts")
        case .board: Phrase("食宿", "board and lodging")
        case .insurance: Phrase("社会保险", "social insurance")
        case .probation: Phrase("试用期", "probation")
        case .contractTerm: Phrase("合同期限", "contract term")
        case .actualEmployer: Phrase("实际用工单位", "actual employer")
        case .verified: Phrase("岗位核实日期", "job verified")
        }
    }
}
