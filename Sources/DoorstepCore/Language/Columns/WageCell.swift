/// A wage's cell on the way to its bare numbers: what stands around them is
/// peeled off and understood, layer by layer.
struct WageCell {
    private(set) var key: String
    private(set) var unit: (unit: PayUnit, months: Int)?
    private(set) var opening: Opening?
    private(set) var more = WageReading.More.nothing
    private(set) var givesLodging = false
    /// Two units, or an open end on both sides.
    private(set) var isContradictory = false

    enum Opening {
        case above, below
    }

    static let currencies = ["¥", "￥", "rmb", "cny", "人民币"]

    /// Nil where brackets do not close.
    init?(_ text: String) {
        // 到 stands between two ends elsewhere.
        let key = PlainText.key(text).replacing("到手", with: "实发")
        self.key = WageCell.withoutThousands(WageCell.dashedFigures(CellReading.dashed(key)))
        for (together, alone) in [("/人/", "/"), ("/天/人", "/天"), ("/日/人", "/日"), ("/月/人", "/月"), ("/小时/人", "/小时"), ("/时/人", "/时")]
        where PlainText.holds(self.key, together) {
            self.key = self.key.replacing(together, with: alone)
        }
        guard takeBrackets() else { return nil }
    }

    /// 面议, or nothing but how it is paid.
    var isOpen: Bool {
        WageCell.openWords.contains(key) || key == "-" || unit?.unit == .piece && ["计件", "按件", "工资", "计酬", "计薪"].contains(key)
    }

    private static let openWords = ["面议", "面谈", "电议", "详谈", "另议", "协商", "negotiable"]
    private static let beforeOpenWords: Set = [
        "", "薪资", "工资", "待遇", "薪酬", "月薪", "日薪", "薪水", "工资待遇", "薪资待遇", "薪酬待遇", "具体", "可", "待", "双方", "具体工资", "具体薪资", "综合工资", "收入",
    ]

    // MARK: - Peeling

    mutating func peel() {
        takeBonus()
        takeTail()
        if let word = WageCell.openWords.first(where: { key.hasSuffix($0) }), WageCell.beforeOpenWords.contains(String(key.dropLast(word.count))) {
            key = word
            return
        }
        if key == "计件" || key == "按件" {
            unit = (.piece, 1)
            return
        }
        // `4000元/月以上` and `4000以上/月` are both written: until nothing
        // comes off any more.
        for _ in 0..<12 where takeEnding() || takeBeginning() {}
    }

    /// `·13薪`
    private mutating func takeBonus() {
        guard key.hasSuffix("薪") else { return }
        var rest = key.dropLast()
        let digits = rest.reversed().prefix { $0.isASCII && $0.isNumber }.reversed()
        guard digits.count == 2, let months = Int(String(digits)), (12...24).contains(months) else { return }
        rest.removeLast(2)
        if let sign = rest.last, "·•・∙*x×".contains(sign) { rest.removeLast() }
        (key, more) = (String(rest), max(more, .bonus))
    }

    /// What follows a sign: `底薪3000+提成`, `4000元，包吃住`.
    private mutating func takeTail() {
        guard let sign = key.firstIndex(where: { "+,;、。|；".contains($0) }), sign > key.startIndex else { return }
        let tail = key[key.index(after: sign)...]
        guard !tail.isEmpty else {
            if key[sign] != "+" { key = String(key[..<sign]) }
            return
        }
        let isMore = key[sign] == "+"
        // Two wages in one cell are none.
        if !isMore, let first = tail.first, first.isWholeNumber && first.isASCII || first == "¥" || first == "￥" { return }
        let isPaid = isMore && (tail.contains { $0.isASCII && $0.isNumber } || ["提成", "绩效", "奖", "补", "加班", "计件", "分红", "全勤", "工龄", "抽成"].contains { PlainText.holds(String(tail), $0) })
        note(String(tail))
        key = String(key[..<sign])
        if isPaid { open(.above) }
    }

    private mutating func takeBrackets() -> Bool {
        let opening: Set<Character> = ["(", "[", "【", "〔"]
        let closing: Set<Character> = [")", "]", "】", "〕"]
        guard key.contains(where: { opening.contains($0) || closing.contains($0) }) else { return true }
        var outside = ""
        var inside = ""
        var depth = 0
        for character in key {
            if opening.contains(character) {
                depth += 1
            } else if closing.contains(character) {
                depth -= 1
                guard depth >= 0 else { return false }
                if depth == 0 {
                    takeBracketed(inside)
                    inside = ""
                }
            } else if depth > 0 {
                inside.append(character)
            } else {
                outside.append(character)
            }
        }
        key = outside
        return depth == 0
    }

    private mutating func takeBracketed(_ text: String) {
        if ["", "元", "rmb", "人民币"].contains(text) { return }
        var rest = text
        if takeUnit(from: &rest), ["", "元"].contains(rest) { return }
        note(text)
    }

    private mutating func takeEnding() -> Bool {
        for (ending, opening) in WageCell.openEndings where key.hasSuffix(ending) {
            key.removeLast(ending.count)
            open(opening)
            return true
        }
        var rest = key
        if takeUnit(from: &rest) {
            key = rest
            return true
        }
        for ending in WageCell.wordEndings where key.hasSuffix(ending) && key.count > ending.count {
            key.removeLast(ending.count)
            if key.hasSuffix("/") { key.removeLast() }
            if ending == "日结", unit == nil { unit = (.day, 1) }
            if ending == "底薪" || ending == "保底" { open(.above) }
            note(ending)
            return true
        }
        return false
    }

    private mutating func takeBeginning() -> Bool {
        for sign in WageCell.currencies + [":", "为"] where key.hasPrefix(sign) {
            key.removeFirst(sign.count)
            return true
        }
        for beginning in WageCell.beginnings where key.hasPrefix(beginning.text) && key.count > beginning.text.count {
            key.removeFirst(beginning.text.count)
            if let unit = beginning.unit { set(unit, beginning.months) }
            if let opening = beginning.opening { open(opening) }
            if beginning.isWorthKeeping { note(beginning.text) }
            return true
        }
        return false
    }

    /// Takes the unit off the end of a text.
    mutating func takeUnit(from text: inout String) -> Bool {
        for ending in WageCell.unitEndings where text.hasSuffix(ending.text) {
            text.removeLast(ending.text.count)
            set(ending.unit, ending.months)
            // By the sheep or the square metre is by the piece, and worth saying.
            if ending.isWorthKeeping { more = .words }
            return true
        }
        return false
    }

    private mutating func set(_ unit: PayUnit, _ months: Int) {
        if let known = self.unit, known != (unit, months) { isContradictory = true }
        self.unit = (unit, months)
    }

    private mutating func open(_ opening: Opening) {
        if let known = self.opening, known != opening { isContradictory = true }
        self.opening = opening
    }

    private mutating func note(_ words: String) {
        more = .words
        if Lodging.isGiven(words) { givesLodging = true }
    }

    // MARK: - Words

    private static let openEndings: [(String, Opening)] = [
        ("及以上", .above), ("以上", .above), ("起", .above), ("+", .above), ("多", .above), ("余", .above), ("及以下", .below), ("以下", .below), ("以内", .below),
        ("之内", .below),
    ]

    private static let unitEndings: [(text: String, unit: PayUnit, months: Int, isWorthKeeping: Bool)] = {
        let stems: [(PayUnit, Int, [String])] = [
            (.month, 1, ["月", "个月"]), (.month, 12, ["年"]), (.day, 1, ["天", "日", "工日", "个工", "工"]), (.hour, 1, ["小时", "时", "h", "个小时", "hour"]),
            (.piece, 1, ["件", "个"]),
        ]
        var endings: [(text: String, unit: PayUnit, months: Int, isWorthKeeping: Bool)] = []
        for (unit, months, words) in stems {
            for word in words {
                endings += ["/" + word, "每" + word].map { ($0, unit, months, false) }
            }
        }
        endings += ["一天", "一日"].map { ($0, .day, 1, false) } + [("一个月", .month, 1, false), ("一年", .month, 12, false), ("一小时", .hour, 1, false)]
        endings += [("一件", .piece, 1, false), ("月薪", .month, 1, false), ("年薪", .month, 12, false), ("日薪", .day, 1, false), ("时薪", .hour, 1, false)]
        for word in ["亩", "吨", "斤", "公斤", "平方米", "平方", "平米", "平", "米", "单", "次", "头", "只", "袋", "箱", "车", "趟", "棵", "捆", "台", "套", "张", "份"] {
            endings += ["/" + word, "每" + word].map { ($0, .piece, 1, true) }
        }
        return endings.sorted { $0.text.count > $1.text.count }
    }()

    private static let wordEndings = [
        "包吃包住", "管吃管住", "包吃住", "管吃住", "包食宿", "管食宿", "供吃住", "供食宿", "提供食宿", "提供住宿", "包住宿", "包住", "管住", "不包吃住", "不包住", "包吃", "管吃",
        "管饭", "左右", "上下", "不等", "之间", "税前", "税后", "实发", "保底", "底薪", "提成", "日结", "周结", "月结", "现结", "可面议", "面议", "可议", "可谈", "无责",
    ].sorted { $0.count > $1.count }

    private struct Beginning {
        let text: String
        var unit: PayUnit?
        var months = 1
        var opening: Opening?
        var isWorthKeeping = false
    }

    private static let beginnings: [Beginning] = {
        var all: [Beginning] = []
        func add(_ words: [String], _ unit: PayUnit? = nil, months: Int = 1, _ opening: Opening? = nil, isWorthKeeping: Bool = false) {
            all += words.map { Beginning(text: $0, unit: unit, months: months, opening: opening, isWorthKeeping: isWorthKeeping) }
        }
        add(["月薪", "月工资", "月收入", "每月", "一个月", "月均", "综合月薪", "月"], .month)
        add(["日薪", "日工资", "日结", "每天", "每日", "一天", "日"], .day)
        add(["时薪", "小时工资", "每小时", "一小时", "小时工", "小时"], .hour)
        add(["年薪", "年收入", "年工资", "每年", "一年", "年均"], .month, months: 12)
        add(["计件", "每件", "一件", "按件"], .piece)
        add(["底薪", "基本工资", "基础工资", "无责底薪", "保底", "保底工资", "保底薪资", "责任底薪"], nil, .above, isWorthKeeping: true)
        add(["工资", "薪资", "薪酬", "待遇", "薪水", "工资待遇", "薪资待遇", "综合工资", "综合薪资", "综合", "具体", "可"])
        add(["税前", "税后", "实发", "约", "大约", "大概", "平均"], isWorthKeeping: true)
        add(["不低于", "不少于", "最低", "高于", "至少", ">=", "≥", ">"], nil, .above)
        add(["最高", "不超过", "不高于", "低于", "最多", "<=", "≤", "<"], nil, .below)
        return all.sorted { $0.text.count > $1.text.count }
    }()

    /// `4,500` is 4500; any other comma stays.
    private static func withoutThousands(_ text: String) -> String {
        guard text.utf8.contains(0x2C) else { return text }
        let scalars = Array(text.unicodeScalars)
        func isDigit(_ index: Int) -> Bool { scalars.indices.contains(index) && ("0"..."9").contains(scalars[index]) }
        var result = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            if scalar == ",", isDigit(index - 1), isDigit(index + 1), isDigit(index + 2), isDigit(index + 3), !isDigit(index + 4) { continue }
            result.append(scalar)
        }
        return String(result)
    }

    /// `4000一6000`: the figure one in the place of a dash.
    private static func dashedFigures(_ text: String) -> String {
        guard PlainText.holds(text, "一") else { return text }
        let scalars = Array(text.unicodeScalars)
        func isDigit(_ index: Int) -> Bool { scalars.indices.contains(index) && ("0"..."9").contains(scalars[index]) }
        var result = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() { result.append(scalar == "一" && isDigit(index - 1) && isDigit(index + 1) ? "-" : scalar) }
        return String(result)
    }
}

/// Words that say whether lodging is given.
enum Lodging {
    private static let words = [
        "包吃住", "包吃包住", "包住", "包食宿", "包宿", "管吃管住", "管吃住", "管住", "管食宿", "供吃住", "供食宿", "供住", "供宿", "提供食宿", "提供住宿", "提供宿舍", "免费食宿",
        "免费住宿", "有宿舍", "含食宿", "含住宿",
    ]

    /// Says so, and does not say the contrary: 不包住.
    static func isGiven(_ text: String) -> Bool {
        let key = PlainText.key(text)
        guard words.contains(where: { PlainText.holds(key, $0) }) else { return false }
        return !["不", "无", "没", "未", "非"].contains { no in words.contains { PlainText.holds(key, no + $0) } }
    }
}
