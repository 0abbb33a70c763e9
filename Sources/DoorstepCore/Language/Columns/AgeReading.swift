/// An age or a range of ages in one cell: `18`, `18-45岁`, `18周岁以上`,
/// `不超过45岁`, `男18-60女18-55`, `不限`.
struct AgeReading {
    private(set) var lowest: Int?
    private(set) var highest: Int?
    /// The cell gave two ends, or said that one is open.
    private(set) var isRange = true
    /// It says more than a range, which is worth keeping.
    private(set) var saysMore = false
    /// It says different ages for men and women.
    private(set) var isBySex = false

    enum Flaw: Error {
        /// 80后, 1980年以后: which ages these are changes by the year.
        case byBirthYear
        case unreadable
        case notAnAge(Int)
        case upsideDown
    }

    private static let longest = 200
    private static let open: Set = ["不限", "无要求", "年龄不限", "不限年龄", "无限制", "不限制", "均可", "不要求", "无", "-", "/", "any"]

    init(_ text: String) throws(Flaw) {
        // Most are a number and nothing else.
        if text.utf8.count <= 3, let number = Int(text) {
            guard (0...120).contains(number) else { throw .notAnAge(number) }
            (lowest, highest, isRange) = (number, number, false)
            return
        }
        guard text.utf8.count <= AgeReading.longest else { throw .unreadable }
        var key = CellReading.dashed(PlainText.key(text))
        if AgeReading.open.contains(key) { return }
        for word in ["周岁", "岁", "年龄", "要求", ":"] where PlainText.holds(key, word) { key = key.replacing(word, with: "") }
        if AgeReading.open.contains(key) { return }
        if PlainText.holds(key, "劳动年龄") {
            saysMore = true
            return
        }
        if key.contains(where: { $0.isASCII && $0.isNumber }), key.hasSuffix("后") || PlainText.holds(key, "出生") || PlainText.holds(key, "年以") { throw .byBirthYear }
        if PlainText.holds(key, "男") || PlainText.holds(key, "女") {
            try takeBySex(key)
        } else {
            try take(key)
        }
    }

    /// The wider of both ranges: who is meant by which must not count.
    private mutating func takeBySex(_ key: String) throws(Flaw) {
        let parts = key.split { "男女性,;、/()+".contains($0) }.map(String.init)
        guard !parts.isEmpty, parts.count <= 2 else { throw .unreadable }
        var ranges: [AgeReading] = []
        for part in parts { ranges.append(try AgeReading(part)) }
        guard ranges.allSatisfy(\.isRange) else { throw .unreadable }
        (isBySex, saysMore) = (true, true)
        let lows = ranges.map(\.lowest)
        let highs = ranges.map(\.highest)
        lowest = lows.contains(nil) ? nil : lows.compactMap(\.self).min()
        highest = highs.contains(nil) ? nil : highs.compactMap(\.self).max()
    }

    private mutating func take(_ text: String) throws(Flaw) {
        var key = text
        // 18以上60以下
        if let above = key.firstRange(of: "以上"), key.hasSuffix("以下") || key.hasSuffix("以内"), above.upperBound < key.index(key.endIndex, offsetBy: -2) {
            key = String(key.dropLast(2)).replacing("以上,", with: "-").replacing("以上", with: "-")
        }
        takeAside(&key)
        var opening: WageCell.Opening?
        let endings: [(String, WageCell.Opening)] = [
            ("及以上", .above), ("以上", .above), ("起", .above), ("+", .above), ("及以下", .below), ("以下", .below), ("以内", .below), ("之内", .below), ("止", .below),
        ]
        for (ending, side) in endings where key.hasSuffix(ending) {
            key.removeLast(ending.count)
            opening = side
            break
        }
        let beginnings: [(String, WageCell.Opening?)] = [
            ("不超过", .below), ("不高于", .below), ("不大于", .below), ("小于", .below), ("低于", .below), ("最大", .below), ("最高", .below), ("<=", .below), ("≤", .below), ("<", .below),
            ("年满", .above), ("满", .above), ("不低于", .above), ("不小于", .above), ("大于", .above), ("最小", .above), ("最低", .above), (">=", .above), ("≥", .above), (">", .above),
            ("在", nil),
        ]
        for (beginning, side) in beginnings where key.hasPrefix(beginning) {
            key.removeFirst(beginning.count)
            // 满18 至 45 has both ends.
            if !key.contains("-") { opening = side ?? opening }
            break
        }
        var ends: [Int] = []
        for part in key.split(separator: "-", omittingEmptySubsequences: false) { ends.append(try AgeReading.number(part)) }
        switch ends.count {
        case 1:
            isRange = opening != nil
            (lowest, highest) = (opening == .below ? nil : ends[0], opening == .above ? nil : ends[0])
        case 2:
            guard ends[0] <= ends[1] else { throw .upsideDown }
            (lowest, highest) = (ends[0], ends[1])
        default: throw .unreadable
        }
    }

    /// `18-45(可放宽至50)`, `18-45，身体健康`, `18-45左右`.
    private mutating func takeAside(_ key: inout String) {
        if let sign = key.firstIndex(where: { "(,;。、".contains($0) }), sign > key.startIndex {
            key = String(key[..<sign])
            saysMore = true
        }
        for ending in ["左右", "之间", "最佳", "为宜"] where key.hasSuffix(ending) && key.contains("-") {
            key.removeLast(ending.count)
            if ending != "之间" { saysMore = true }
        }
    }

    private static func number(_ text: Substring) throws(Flaw) -> Int {
        var text = text
        if text.hasSuffix(".0") { text.removeLast(2) }
        if text.hasSuffix("满") || text.hasPrefix("满") { text = text.hasPrefix("满") ? text.dropFirst() : text.dropLast() }
        guard text.count <= 3, text.first != "+", let number = Int(text) ?? ChineseNumber.read(text) else { throw .unreadable }
        guard (0...120).contains(number) else { throw .notAnAge(number) }
        return number
    }
}

extension CellReading {
    func ages(_ text: String) throws(CellProblem) -> AgeReading {
        let mend = Phrase("请写成 18-45", "write it as 18-45")
        do {
            return try AgeReading(text)
        } catch {
            switch error {
            case .byBirthYear: throw problem(text, Phrase("按出生年份写的年龄读不出来", "ages by the year of birth cannot be read"), mend: mend)
            case .unreadable: throw problem(text, Phrase("不是年龄", "not an age"), mend: mend)
            case .notAnAge: throw problem(text, Phrase("不是可用的数字", "not a usable number"), mend: Phrase("请填 0 到 120 的整数", "write a whole number from 0 to 120"))
            case .upsideDown: throw problem(text, Phrase("上下限颠倒", "the range is upside down"), mend: Phrase("请核对两端", "check both ends"))
            }
        }
    }
}
