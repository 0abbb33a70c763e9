import DoorstepCore

/// What a column means by what it holds.
///
/// For each column that a kind of sheet may have and that can be told by its
/// cells there is a question that such a cell answers with yes and others
/// rarely do. The columns are given out by how telling the question is, and
/// then by the share of cells that fit.
struct ContentGuess {
    private let kind: SheetKind
    private let catalogue: Catalogue
    private let near: PlaceID?
    private let day: Day

    init(_ kind: SheetKind, _ catalogue: Catalogue, near: PlaceID?, day: Day) {
        (self.kind, self.catalogue, self.near, self.day) = (kind, catalogue, near, day)
    }

    struct Found: Equatable {
        let column: String
        let percent: Int
    }

    /// How many of a hundred cells a column of that meaning might have, by
    /// the question that most of them fit; nil where it cannot be told.
    func share(of column: String, _ cells: [String]) -> Int? {
        guard !cells.isEmpty else { return nil }
        return questions().filter { $0.column == column }.map { question in cells.count(where: question.fits) * 100 / cells.count }.max()
    }

    private struct Question {
        let column: String
        /// Percent of the filled cells that have to fit.
        let least: Int
        /// Cells of many columns fit; only for a sheet without a header.
        let isVague: Bool
        let fits: (String) -> Bool
    }

    /// - Parameters:
    ///   - columns: the filled cells of the first rows, by position; only of
    ///     columns that nothing is known of.
    ///   - taken: columns that are known by their titles.
    ///   - hasHeader: whether the sheet has titles at all: where it has, only
    ///     what is beyond doubt is guessed.
    func guess(_ columns: [Int: [String]], taken: Set<String>, hasHeader: Bool) -> [Int: Found] {
        var found: [Int: Found] = [:]
        var taken = taken
        for question in questions() where !taken.contains(question.column) && !(hasHeader && question.isVague) {
            let best = columns
                .filter { found[$0.key] == nil && !$0.value.isEmpty }
                .map { position, cells in (position: position, percent: cells.count(where: question.fits) * 100 / cells.count) }
                .filter { $0.percent >= question.least }
                // Of two that fit alike, the one further to the left.
                .max { ($0.percent, $1.position) < ($1.percent, $0.position) }
            guard let best else { continue }
            found[best.position] = Found(column: question.column, percent: best.percent)
            taken.insert(question.column)
        }
        return found
    }

    // MARK: - The questions, the most telling first

    private func questions() -> [Question] {
        switch kind {
        case .people:
            [
                Question(column: "id_number", least: 60, isVague: false, fits: ContentGuess.isIdentityNumber),
                Question(column: "phone", least: 70, isVague: false, fits: ContentGuess.isTelephone),
                Question(column: "sex", least: 90, isVague: false) { ["男", "女", "男性", "女性"].contains($0) },
                Question(column: "education", least: 80, isVague: false, fits: ContentGuess.isEducation),
                Question(column: "birth_date", least: 70, isVague: false) { [day] in (ContentGuess.day($0)?.year).map { (day.year - 80...day.year - 15).contains($0) } ?? false },
                Question(column: "groups", least: 70, isVague: false, fits: isGroups),
                Question(column: "place", least: 70, isVague: false, fits: isPlace),
                Question(column: "kinds", least: 70, isVague: false, fits: isKinds),
                Question(column: "skills", least: 60, isVague: false, fits: isSkills),
                Question(column: "name", least: 80, isVague: true, fits: isName),
                Question(column: "wage_min", least: 80, isVague: true, fits: ContentGuess.isWage),
                Question(column: "registered", least: 80, isVague: true) { [day] in (ContentGuess.day($0)?.year).map { (day.year - 5...day.year).contains($0) } ?? false },
            ]
        case .jobs:
            [
                Question(column: "uscc", least: 60, isVague: false, fits: ContentGuess.isCreditCode),
                Question(column: "phone", least: 70, isVague: false, fits: ContentGuess.isTelephone),
                Question(column: "employer", least: 60, isVague: false, fits: ContentGuess.isEmployer),
                Question(column: "education", least: 80, isVague: false, fits: ContentGuess.isEducation),
                Question(column: "wage_min", least: 60, isVague: false, fits: ContentGuess.isToldWage),
                Question(column: "age_min", least: 70, isVague: false, fits: ContentGuess.isAge),
                Question(column: "place", least: 70, isVague: false, fits: isPlace),
                Question(column: "kind", least: 80, isVague: false, fits: isKinds),
                Question(column: "title", least: 40, isVague: true, fits: isTitle),
                Question(column: "title", least: 80, isVague: true, fits: isShortText),
                Question(column: "skills", least: 60, isVague: true, fits: isSkills),
                Question(column: "wage_min", least: 80, isVague: true, fits: ContentGuess.isWage),
                Question(column: "headcount", least: 80, isVague: true, fits: ContentGuess.isHeadcount),
                Question(column: "posted", least: 80, isVague: true) { [day] in (ContentGuess.day($0)?.year).map { (day.year - 5...day.year).contains($0) } ?? false },
                Question(column: "contact", least: 80, isVague: true, fits: isName),
            ]
        case .employers:
            [
                Question(column: "uscc", least: 60, isVague: false, fits: ContentGuess.isCreditCode),
                Question(column: "phone", least: 70, isVague: false, fits: ContentGuess.isTelephone),
                Question(column: "employer", least: 60, isVague: false, fits: ContentGuess.isEmployer),
                Question(column: "place", least: 70, isVague: false, fits: isPlace),
                Question(column: "contact", least: 80, isVague: true, fits: isName),
            ]
        case .distances:
            []
        }
    }

    private static func isIdentityNumber(_ cell: String) -> Bool { (try? IdentityNumber(PlainText.key(cell))) != nil }

    private static func isCreditCode(_ cell: String) -> Bool { (try? CreditCode(PlainText.key(cell))) != nil }

    private static func isTelephone(_ cell: String) -> Bool { Telephone(PlainText.halfWidth(cell)).map { $0.digits.count >= 10 } ?? false }

    private static func isEducation(_ cell: String) -> Bool {
        let key = PlainText.key(cell)
        return Int(key) == nil && (Education.read(key) != nil || ["不限", "学历不限"].contains(key))
    }

    /// A date with its parts set apart: eight digits may be anything.
    private static func day(_ cell: String) -> Day? {
        cell.utf8.allSatisfy { (0x30...0x39).contains($0) } ? nil : CellReading.day(cell)
    }

    private static func isWage(_ cell: String) -> Bool {
        guard let amount = CellReading.monthlyWage(cell) else { return false }
        return (800...60_000).contains(amount)
    }

    /// A wage that says that it is one.
    private static func isToldWage(_ cell: String) -> Bool {
        let key = PlainText.key(cell)
        if key == "面议" || key == "薪资面议" { return true }
        return isWage(cell) && (key.contains { "元千万kw-~".contains($0) })
    }

    private static func isAge(_ cell: String) -> Bool {
        let key = PlainText.key(cell)
        if key.hasSuffix("岁") || key.hasSuffix("岁以下") || key.hasSuffix("岁以上") { return true }
        let ends = key.split { "-~—–至到".contains($0) }.map { Int($0) }
        guard ends.count == 2, let low = ends[0], let high = ends[1] else { return false }
        return (16...60).contains(low) && (low...70).contains(high)
    }

    private static func isHeadcount(_ cell: String) -> Bool {
        var key = PlainText.key(cell)
        if ["若干", "若干人", "招若干人", "多名"].contains(key) { return true }
        while let last = key.last, "人名个".contains(last) { key.removeLast() }
        if key.hasPrefix("招") { key.removeFirst() }
        return Int(key).map { (1...300).contains($0) } ?? false
    }

    private static let employerEndings = [
        "公司", "厂", "店", "合作社", "中心", "学校", "幼儿园", "医院", "酒店", "宾馆", "饭店", "餐厅", "超市", "商场", "集团", "牧场", "农场", "事务所", "经营部", "服务部", "工作室", "协会",
        "研究院", "研究所", "银行", "诊所", "药房", "商行", "门市部", "加油站", "养老院", "局", "委员会", "办事处", "大队", "煤矿", "电厂",
    ]

    private static func isEmployer(_ cell: String) -> Bool {
        let name = withoutBrackets(PlainText.trimmed(cell))
        return name.count >= 4 && employerEndings.contains { name.hasSuffix($0) }
    }

    private static func withoutBrackets(_ text: String) -> String {
        guard let bracket = text.lastIndex(where: { "(（".contains($0) }), let last = text.last, ")）".contains(last) else { return text }
        return String(text[..<bracket])
    }

    private func isPlace(_ cell: String) -> Bool {
        // A bare number is no code that anybody means.
        guard cell.unicodeScalars.contains(where: { $0.value >= 0x4E00 }) else { return false }
        if case .found = catalogue.places.resolve(cell, near: near) { return true }
        // A place elsewhere is one, too: its rows are refused for what is the
        // matter with them, and not the sheet for having no place.
        return cell.count <= 30 && (ContentGuess.placeBeginnings.contains { cell.hasPrefix($0) } || ContentGuess.placeEndings.contains { cell.hasSuffix($0) })
    }

    /// Provinces as GB/T 2260 has them, and the cities that lists name alone.
    private static let placeBeginnings = [
        "北京", "天津", "河北", "山西", "内蒙古", "辽宁", "吉林", "黑龙江", "上海", "江苏", "浙江", "安徽", "福建", "江西", "山东", "河南", "湖北", "湖南", "广东", "广西", "海南", "重庆", "四川", "贵州",
        "云南", "西藏", "陕西", "甘肃", "青海", "宁夏", "新疆", "香港", "澳门", "台湾", "广州", "深圳", "武汉", "南京", "杭州", "成都", "西安", "苏州", "沈阳", "大连", "长春", "哈尔滨", "济南", "青岛", "郑州",
        "长沙", "合肥", "宁波", "厦门", "福州", "佛山", "东莞", "无锡", "昆明", "南昌", "石家庄", "太原", "兰州", "银川",
    ]
    private static let placeEndings = ["省", "市", "区", "县", "旗", "镇", "乡", "苏木", "街道", "嘎查", "村", "社区"]

    /// What a job may be called where nothing else in the sheet is a title.
    private func isShortText(_ cell: String) -> Bool {
        let text = PlainText.trimmed(cell)
        return (2...40).contains(text.count) && !text.contains("://") && text.unicodeScalars.contains { $0.properties.isAlphabetic } && !isPlace(text)
            && !ContentGuess.isEmployer(text) && !ContentGuess.isToldWage(text) && !ContentGuess.isEducation(text)
    }

    private func isGroups(_ cell: String) -> Bool {
        let parts = PlainText.list(cell, isWhole: { catalogue.groups.group($0) != nil })
        return !parts.isEmpty && parts.allSatisfy { Int($0) == nil && catalogue.groups.group($0) != nil }
    }

    private func isKinds(_ cell: String) -> Bool {
        let parts = PlainText.list(cell)
        return !parts.isEmpty && parts.allSatisfy { Int($0) == nil && catalogue.kinds.kind($0) != nil }
    }

    private func isSkills(_ cell: String) -> Bool {
        PlainText.list(cell).contains { part in
            if case .catalogued = catalogue.skills.name(String(part.prefix { $0 != ":" && $0 != "：" })) { true } else { false }
        }
    }

    private static let titleEndings = [
        "员", "工", "师", "岗", "长", "经理", "助理", "司机", "保安", "保洁", "主管", "会计", "出纳", "客服", "导购", "顾问", "专员", "学徒", "总监", "销售", "教练", "厨", "管家", "店长", "阿姨",
        "护士", "医生", "文员", "秘书", "前台", "管培生", "储备干部", "保姆", "代表", "普工", "骑手",
    ]

    private func isTitle(_ cell: String) -> Bool {
        let title = ContentGuess.withoutBrackets(PlainText.trimmed(cell))
        guard (2...20).contains(title.count) else { return false }
        if case .catalogued = catalogue.skills.name(title) { return true }
        return ContentGuess.titleEndings.contains { title.hasSuffix($0) }
    }

    /// Two to eight Chinese characters, a dot between them perhaps, that mean
    /// nothing else.
    private func isName(_ cell: String) -> Bool {
        let name = cell.filter { !$0.isWhitespace }
        guard (2...8).contains(name.count), name.unicodeScalars.allSatisfy({ (0x4E00...0x9FFF).contains($0.value) || $0 == "·" || $0 == "•" }) else { return false }
        if case .found = catalogue.places.resolve(name, near: near) { return false }
        if case .catalogued = catalogue.skills.name(name) { return false }
        return Education.read(name) == nil && catalogue.groups.group(name) == nil && catalogue.kinds.kind(name) == nil
            && !ContentGuess.employerEndings.contains { name.hasSuffix($0) } && !ContentGuess.titleEndings.dropFirst(5).contains { name.hasSuffix($0) }
    }
}
