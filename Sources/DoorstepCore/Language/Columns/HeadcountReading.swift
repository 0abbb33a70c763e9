/// How many people are wanted, as people write it: `3`, `招5人`, `十名`,
/// `若干`, `3-5人`, `10人以上`, `男2女3`.
struct HeadcountReading {
    private(set) var count = 1
    /// The cell leaves open how many: the number is the least that is certain.
    private(set) var isOpen = false
    /// It says how many men and how many women.
    private(set) var isBySex = false

    private static let several: Set = [
        "若干", "若干人", "若干名", "多名", "多人", "数名", "数人", "几名", "几人", "不限", "人数不限", "不限人数", "大量", "批量", "一批", "长期", "长期招聘", "常年招聘", "长期有效", "多个", "若干个",
    ]

    /// Nil where it is no number of people.
    init?(_ text: String) {
        if text.utf8.count <= 6, let number = Int(text) {
            guard let usable = HeadcountReading.usable(number) else { return nil }
            count = usable
            return
        }
        guard text.utf8.count <= 120 else { return nil }
        var key = CellReading.dashed(PlainText.key(text))
        if let bracket = key.firstIndex(of: "("), bracket > key.startIndex, key.hasSuffix(")"), !key.contains("男"), !key.contains("女") {
            key = String(key[..<bracket])
            isOpen = true
        }
        for beginning in ["招聘人数", "计划招聘", "拟招聘", "拟招", "招聘", "招收", "招", "需求", "需", "缺", "共计", "共", "合计", ":"] where key.hasPrefix(beginning) {
            key.removeFirst(beginning.count)
        }
        if HeadcountReading.several.contains(key) {
            isOpen = true
            return
        }
        guard let number = key.contains("男") || key.contains("女") ? bySex(key) : range(key), let usable = HeadcountReading.usable(number) else { return nil }
        count = usable
    }

    private static func usable(_ number: Int) -> Int? { (1...100_000).contains(number) ? number : nil }

    /// Of a range the lower end, which is certain.
    private mutating func range(_ text: String) -> Int? {
        var key = text
        for beginning in ["不少于", "至少", "约", "大约", "最少"] where key.hasPrefix(beginning) {
            key.removeFirst(beginning.count)
            isOpen = true
        }
        for _ in 0..<2 {
            for ending in ["左右", "及以上", "以上", "余", "多", "+"] where key.hasSuffix(ending) {
                key.removeLast(ending.count)
                isOpen = true
            }
            for ending in ["个人", "人", "名", "个", "位"] where key.hasSuffix(ending) { key.removeLast(ending.count) }
        }
        if key.hasSuffix(".0") { key.removeLast(2) }
        let ends = key.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = ends.first.flatMap({ HeadcountReading.number($0) }) else { return nil }
        switch ends.count {
        case 1: return first
        case 2:
            guard let last = HeadcountReading.number(ends[1]), first <= last else { return nil }
            isOpen = isOpen || first < last
            return first
        default: return nil
        }
    }

    /// `男2女3` is five.
    private mutating func bySex(_ key: String) -> Int? {
        let parts = key.split { "男女性各,;、/()+:".contains($0) }.map { $0.filter { !"人名个位".contains($0) } }.filter { !$0.isEmpty }
        let numbers = parts.compactMap { HeadcountReading.number(Substring($0)) }
        guard !key.contains("各"), (1...2).contains(parts.count), numbers.count == parts.count else { return nil }
        (isBySex, isOpen) = (true, true)
        return numbers.reduce(0, +)
    }

    private static func number(_ text: Substring) -> Int? {
        var text = text
        for ending in ["人", "名", "个", "位"] where text.hasSuffix(ending) { text.removeLast(ending.count) }
        guard !text.isEmpty, text.utf8.count <= 24 else { return nil }
        if text.utf8.allSatisfy({ (48...57).contains($0) }) { return text.utf8.count <= 6 ? Int(text) : nil }
        return text.contains(where: \.isASCII) ? nil : ChineseNumber.read(text)
    }
}

extension CellReading {
    /// `若干` is at least one: counted as one, and said.
    mutating func headcount(_ text: String) throws(CellProblem) -> HeadcountReading {
        guard let reading = HeadcountReading(text) else {
            throw problem(
                text, Phrase("不是可用的数字", "not a usable number"), mend: Phrase("请填 1 到 100000 的整数", "write a whole number from 1 to 100000"))
        }
        if reading.isBySex {
            warn(text, Phrase("按 \(reading.count) 人记；分男女招聘涉嫌就业歧视，只记入备注", "counted as \(reading.count); wanting men and women apart may discriminate, and is kept in the note alone"))
        } else if reading.isOpen {
            warn(text, Phrase("按 \(reading.count) 人记", "counted as \(reading.count == 1 ? "one" : String(reading.count))"))
        }
        return reading
    }
}
