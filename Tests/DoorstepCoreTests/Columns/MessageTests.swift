@testable import DoorstepCore
import Testing

/// Whole sentences, as people read them: the column, the cell, what is
/// wrong, and the mend.
@Suite("What is said of a cell")
struct MessageTests {
    private let reader: RowReader

    init() throws {
        reader = try RowReader()
    }

    private func expect(_ problem: CellProblem?, _ chinese: String, _ english: String) throws {
        let message = try #require(problem).message
        #expect(message.chinese == chinese)
        #expect(message.english == english)
    }

    @Test("of a person that cannot be read", arguments: [
        ("id_number", "110105194912310021", "证件号码“110105194912310021”：校验码不对，应为 X，请核对证件。",
         "identity number “110105194912310021”: the check character should be X; check the card."),
        ("id_number", "11010519491231002", "证件号码“11010519491231002”：应为 18 位，这里有 17 位，请核对证件。",
         "identity number “11010519491231002”: has 17 characters instead of 18; check the card."),
        ("id_number", "11010519491331002X", "证件号码“11010519491331002X”：第 7 至 14 位不是日期，请核对证件。",
         "identity number “11010519491331002X”: characters 7 to 14 are no date; check the card."),
        ("id_number", "A1010519491231002X", "证件号码“A1010519491231002X”：前 17 位应为数字，请核对证件。",
         "identity number “A1010519491231002X”: the first 17 must be digits; check the card."),
        ("birth_date", "2026-02-30", "出生日期“2026-02-30”：不是日期，请写成 2026-11-21 的样子。", "birth date “2026-02-30”: not a date; write it as 2026-11-21."),
        ("education", "幼儿园", "学历“幼儿园”：不认识的学历，可填 未上学、小学、初中、高中/中专/技校、大专、本科、硕士、博士。",
         "education “幼儿园”: unknown education; write one of no schooling, primary school, junior middle school, senior middle school, college, bachelor, master, doctor."),
        ("place", "呼伦贝尔市", "常住地“呼伦贝尔市”：地方太大，请至少写到旗县区。", "place “呼伦贝尔市”: too large a place; name a county or smaller."),
        ("place", "东山街道", "常住地“东山街道”：有几个地方叫这个名字，请写明是 海拉尔区东山街道(150702008)、满洲里市东山街道(150781001)。",
         "place “东山街道”: several places have this name; say which: 海拉尔区东山街道(150702008), 满洲里市东山街道(150781001)."),
        ("place", "xyz", "常住地“xyz”：目录里没有这个地方，请填区划代码或名称。", "place “xyz”: no such place in the catalogue; write a place's code or name."),
        ("groups", "xyz", "群体“xyz”：目录里没有这个群体，请查群体目录。", "groups “xyz”: no such group in the catalogue; see the list of groups."),
        ("wage_min", "200元/天", "期望月薪“200元/天”：不是月薪，请填每月多少元。", "lowest wage “200元/天”: not a monthly wage; write yuan a month."),
        ("can_move", "也许", "可外出“也许”：读不出是或否，请填“是”或“否”。", "willing to move “也许”: neither yes nor no; write yes or no."),
        ("lat", "95", "纬度“95”：不是可用的经纬度，请填 ±90 以内的小数。", "latitude “95”: not usable degrees; write decimal degrees within ±90."),
        ("certificates", "C1驾驶证@明年", "证书“明年”：不是日期，请写成 2026-11-21 的样子。", "certificates “明年”: not a date; write it as 2026-11-21."),
    ])
    func people(column: String, text: String, chinese: String, english: String) throws {
        try expect(reader.person(["name": "张三", "place": "额尔古纳市"].merging([column: text]) { $1 }).problem, chinese, english)
    }

    @Test("of a job that cannot be read", arguments: [
        (["uscc": "91350100M000100Y44"], "统一社会信用代码“91350100M000100Y44”：校验码不对，应为 3，请核对营业执照。",
         "credit code “91350100M000100Y44”: the check character should be 3; check the licence."),
        (["uscc": "91350100O000100Y43"], "统一社会信用代码“91350100O000100Y43”：不会有字符 O，请核对营业执照。",
         "credit code “91350100O000100Y43”: never has the character O; check the licence."),
        (["uscc": "9135"], "统一社会信用代码“9135”：应为 18 位，这里有 4 位，请核对营业执照。", "credit code “9135”: has 4 characters instead of 18; check the licence."),
        (["headcount": "很多"], "人数“很多”：不是可用的数字，请填 1 到 100000 的整数。", "headcount “很多”: not a usable number; write a whole number from 1 to 100000."),
        (["wage_min": "高薪"], "最低月薪“高薪”：不是工资，请填元数，如 4000 或 4000-6000。", "lowest wage “高薪”: not a wage; write yuan, such as 4000 or 4000-6000."),
        (["wage_min": "6000", "wage_max": "4000"], "最低月薪 最高月薪“6000-4000”：上下限颠倒，请核对两端。", "wage “6000-4000”: the range is upside down; check both ends."),
        (["age_min": "45", "age_max": "18"], "最低年龄 最高年龄“45-18”：上下限颠倒，请核对两端。", "age range “45-18”: the range is upside down; check both ends."),
        (["from": "2026-11-22", "to": "2026-11-21"], "用工起 用工止“2026-11-22-2026-11-21”：上下限颠倒，请核对两端。",
         "days of work “2026-11-22-2026-11-21”: the range is upside down; check both ends."),
    ])
    func jobs(cells: [String: String], chinese: String, english: String) throws {
        try expect(reader.job(["employer": "甲", "title": "力工", "place": "额尔古纳市"].merging(cells) { $1 }).problem, chinese, english)
    }

    @Test("of a kind that no catalogue has names them all")
    func kinds() throws {
        let problem = try #require(try reader.job(["employer": "甲", "title": "力工", "place": "额尔古纳市", "kind": "义务劳动"]).problem)
        #expect(problem.message.chinese.hasPrefix("用工形式“义务劳动”：目录里没有这种用工形式，可填 全日制、非全日制、灵活就业、零工、"))
        #expect(problem.message.english.hasPrefix("kind “义务劳动”: no such kind of job; write one of full time, part time, flexible work, day or piece work, "))
        #expect(problem.message.chinese.hasSuffix("乡村公益性岗位。"))
    }

    @Test("of a birth date that contradicts the identity number names both")
    func contradiction() throws {
        let row = try reader.person(["name": "张三", "place": "额尔古纳市", "id_number": "11010519491231002X", "birth_date": "1949-12-30"])
        try expect(
            row.problem, "出生日期“1949-12-30”：与证件号码的 1949-12-31 不一致，请核对证件。",
            "birth date “1949-12-30”: contradicts the identity number, which says 1949-12-31; check the card.")
    }

    @Test("of a word kept as a warning", arguments: [
        ("skills", "焊工:3", "技能“焊工:3”：等级写成数字分不清方向，按未知处理，请写 初级工、中级工、高级工……。",
         "skills “焊工:3”: a level written as a digit could be counted from either end; taken as unknown; write junior, intermediate, senior …."),
        ("sex", "未知", "性别“未知”：不认识，未采用。", "sex “未知”: not understood, not used."),
        ("certificates", "驯鹿证", "证书“驯鹿证”：证书目录里没有，按原文保留。", "certificates “驯鹿证”: not in the list of certificates, kept as a word."),
        ("skills", "xyz", "技能“xyz”：目录里没有，按原文保留。", "skills “xyz”: not in the catalogue, kept as a word."),
        ("skills", "中式烹条师", "技能“中式烹条师”：目录里没有，按原文保留，目录里最接近的是 中式烹调师、西式烹调师、中式面点师。",
         "skills “中式烹条师”: not in the catalogue, kept as a word; the nearest in the catalogue are 中式烹调师, 西式烹调师, 中式面点师."),
        ("household", "东山街道", "户籍“东山街道”：有几个地方叫这个名字，按原文保留。", "household registration “东山街道”: several places have this name; kept as a word."),
    ])
    func warnings(column: String, text: String, chinese: String, english: String) throws {
        // 东山街道 is in two cities of the station's own prefecture.
        try expect(reader.person(["name": "张三", "place": "额尔古纳市", column: text]).warnings.first, chinese, english)
    }

    @Test("of an industry that is none says how to write one")
    func industry() throws {
        try expect(
            reader.employer(["employer": "甲", "industry": "挖矿"]).warnings.first,
            "行业“挖矿”：不是 GB/T 4754 的门类或大类，未采用，请填字母、两位数字或名称。",
            "industry “挖矿”: no section or division of GB/T 4754, not used; write a letter, two digits or a name.")
    }

    @Test("quotes a long cell by its first forty characters")
    func longCells() throws {
        let row = try reader.person(["name": "张三", "place": "额尔古纳市", "birth_date": String(repeating: "一二三四五", count: 9)])
        let shown = String(repeating: "一二三四五", count: 8)
        #expect(row.problem?.message.chinese == "出生日期“\(shown)…”：不是日期，请写成 2026-11-21 的样子。")
    }
}
