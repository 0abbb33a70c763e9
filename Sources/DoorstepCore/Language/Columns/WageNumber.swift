/// One end of a wage: `4500`, `1.2万`, `三千五`, `1万2`.
struct WageNumber {
    let digits: String
    let units: Double
    /// What the number is to be multiplied by; nil where nothing says so.
    let scale: Int?

    init?(_ text: Substring) {
        var text = text
        for ending in ["块钱", "元钱", "元整", "元", "块", "圆"] where text.hasSuffix(ending) {
            text.removeLast(ending.count)
            break
        }
        guard let last = text.last, text.utf8.count <= 40 else { return nil }
        let scale = ChineseNumber.scale(last)
        let head = scale == nil ? text : text.dropLast()
        if WageNumber.isDecimal(head), let units = Double(head) {
            (digits, self.units, self.scale) = (String(head), units, scale)
        } else if let number = ChineseNumber.small(head) {
            (digits, units, self.scale) = (String(number), Double(number), scale)
        } else if let number = ChineseNumber.read(text) {
            (digits, units, self.scale) = (String(number), Double(number), 1)
        } else {
            return nil
        }
    }

    private static func isDecimal(_ text: Substring) -> Bool {
        // One that begins with 0 is a telephone's: 0470-8220123.
        if text.utf8.count > 1, text.hasPrefix("0"), !text.hasPrefix("0.") { return false }
        return !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) || $0 == 46 }
    }
}

/// Numbers in Chinese words, with figures among them or without: `十`,
/// `两千`, `三千五` (3,500), `一万二`, `三千零五十`, `1万2`.
enum ChineseNumber {
    private static let figures: [Character: Int] = [
        "一": 1, "二": 2, "两": 2, "俩": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5,
        "陆": 6, "柒": 7, "捌": 8, "玖": 9,
    ]

    /// What a number with this behind it is counted in.
    static func scale(_ character: Character) -> Int? {
        switch character {
        case "百", "佰": 100
        case "千", "k", "仟": 1000
        case "万", "w", "萬": 10_000
        default: nil
        }
    }

    /// A number below a hundred, in words alone.
    static func small(_ text: Substring) -> Int? {
        guard (1...3).contains(text.count), text.allSatisfy({ figures[$0] != nil || $0 == "十" }) else { return nil }
        return read(text)
    }

    /// A whole number below a thousand million; nil for anything else, and
    /// for what means several numbers (三四千).
    static func read(_ text: Substring) -> Int? {
        var total = 0
        var section = 0
        /// The figure that waits for what it counts.
        var waiting: (value: Int, isFigures: Bool)?
        var lastUnit = 100_000
        var isAfterZero = false
        var hasAny = false
        var rest = text
        while let character = rest.first {
            hasAny = true
            if character.isASCII, character.isNumber {
                let digits = rest.prefix { $0.isASCII && $0.isNumber }
                guard waiting == nil, digits.count <= 6, digits.first != "0", let value = Int(digits) else { return nil }
                waiting = (value, digits.count > 1)
                rest = rest[digits.endIndex...]
                continue
            }
            rest.removeFirst()
            if let value = figures[character] {
                guard waiting == nil else { return nil }
                waiting = (value, false)
            } else if character == "零" || character == "〇" {
                guard waiting == nil, lastUnit <= 10_000 else { return nil }
                isAfterZero = true
            } else if character == "万" || character == "w" || character == "萬" {
                let value = section + (waiting?.value ?? 0)
                guard total == 0, value > 0, value < 100_000 else { return nil }
                (total, section, waiting, lastUnit, isAfterZero) = (value * 10_000, 0, nil, 10_000, false)
            } else if let unit = character == "十" ? 10 : scale(character) {
                guard unit < lastUnit, waiting != nil || unit == 10, waiting.map({ $0.value < 1000 }) ?? true else { return nil }
                section += (waiting?.value ?? 1) * unit
                (waiting, lastUnit, isAfterZero) = (nil, unit, false)
            } else {
                return nil
            }
        }
        guard hasAny else { return nil }
        if let waiting {
            // 三千五 leaves out 百; 二十五, 三千零五 and 1万2000 leave out nothing.
            let counted = lastUnit == 100_000 || lastUnit == 10 || isAfterZero || waiting.isFigures ? 1 : lastUnit / 10
            section += waiting.value * counted
        }
        return total + section
    }
}
