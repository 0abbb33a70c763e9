/// What a query can ask about by its name: `学历>=大专`, `status:seeking`.
enum QueryKey: String, Hashable, Sendable, CaseIterable {
    case wage, age, education, status, waiting, vacancies

    /// In the first place what a query is printed with.
    var phrase: Phrase {
        switch self {
        case .wage: Phrase("月薪", "wage")
        case .age: Phrase("年龄", "age")
        case .education: Phrase("学历", "education")
        case .status: Phrase("状态", "status")
        case .waiting: Phrase("等待", "waiting")
        case .vacancies: Phrase("缺", "vacancies")
        }
    }

    private static let keys: [String: QueryKey] = {
        var keys: [String: QueryKey] = [
            "工资": .wage, "薪资": .wage, "薪": .wage, "pay": .wage, "岁": .age, "文化程度": .education, "edu": .education, "阶段": .status, "stage": .status,
            "等待天数": .waiting, "求职天数": .waiting, "空缺天数": .waiting, "天数": .waiting, "waited": .waiting, "days": .waiting, "缺人": .vacancies,
            "空缺": .vacancies, "缺口": .vacancies, "vacant": .vacancies,
        ]
        for key in allCases {
            keys[key.phrase.chinese] = key
            keys[key.phrase.english] = key
        }
        return keys
    }()

    /// The key of this name in either language.
    static func named(_ text: some StringProtocol) -> QueryKey? {
        keys[String(text)] ?? keys[text.lowercased()]
    }

    /// A value as one would write it, for messages.
    var example: Phrase {
        switch self {
        case .wage: Phrase("月薪，如 >=4000、4-6千", "a wage a month, such as >=4000 or 4000-6000")
        case .age: Phrase("年龄，如 18-45岁、>=50岁", "an age, such as 18-45y or >=50y")
        case .education: Phrase("学历，如 学历>=大专", "an education, such as education>=college")
        case .status: Phrase("状态，如 状态:求职", "a status, such as status:seeking")
        case .waiting: Phrase("天数，如 等待>30天", "a number of days, such as waiting>30")
        case .vacancies: Phrase("人数，如 缺>2", "a number of people, such as vacancies>2")
        }
    }
}

/// What a sign in front of a term says that the term is.
public enum QuerySign: String, Hashable, Sendable, CaseIterable {
    case group = "#"
    case place = "@"
    /// A certificate as well.
    case skill = "+"

    var phrase: Phrase {
        switch self {
        case .group: Phrase("群体", "group")
        case .place: Phrase("地方", "place")
        case .skill: Phrase("技能、工种或证书", "skill, occupation or certificate")
        }
    }
}
