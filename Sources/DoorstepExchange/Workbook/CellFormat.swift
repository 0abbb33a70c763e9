/// How a number is meant, by the format it is shown in.
enum CellFormat: Hashable, Sendable {
    /// As it stands.
    case plain
    /// A day, with a time where there is one.
    case day
    /// A time of the day.
    case time
    /// Hours that go on beyond the day.
    case hours
    case percent
    /// With zeros in front up to so many digits: a postcode, a number of a
    /// list.
    case digits(Int)
    /// As text: the digits as they were typed.
    case text

    /// By a number format's code, such as `yyyy"年"m"月"d"日"` or `0.00%`.
    init(code: String) {
        let section = FormatCode(code)
        if section.hasDay {
            self = .day
        } else if section.hasElapsed {
            self = .hours
        } else if section.hasTime {
            self = .time
        } else if section.hasPercent {
            self = .percent
        } else if code.count > 1, code.count < 20, code.allSatisfy({ $0 == "0" }) {
            self = .digits(code.count)
        } else {
            self = code == "@" ? .text : .plain
        }
    }

    /// By the number of a format that every program has. From 27 on they are
    /// those of Chinese editions (`yyyy"年"m"月"`, `上午/下午h"时"mm"分"`).
    init(builtIn number: Int) {
        switch number {
        case 9, 10: self = .percent
        case 14...17, 22, 27...31, 36, 50...54, 57, 58: self = .day
        case 18...21, 32...35, 45, 47, 55, 56: self = .time
        case 46: self = .hours
        case 49: self = .text
        default: self = .plain
        }
    }
}

/// What a format's code asks for, as far as it matters to what a cell means:
/// its first section, without quoted and escaped texts, colours and
/// conditions.
struct FormatCode {
    private(set) var hasDay = false
    private(set) var hasTime = false
    private(set) var hasElapsed = false
    private(set) var hasPercent = false

    init(_ code: String) {
        var letters = Set<Character>()
        var rest = code.lowercased()[...]
        while let character = rest.popFirst(), character != ";" {
            switch character {
            case "\"":
                while let quoted = rest.popFirst(), quoted != "\"" {}
            case "\\", "_", "*": _ = rest.popFirst()
            case "[":
                let inner = rest.prefix { $0 != "]" }
                rest = rest.dropFirst(inner.count + 1)
                if let first = inner.first, "hms".contains(first), inner.allSatisfy({ $0 == first }) { hasElapsed = true }
            case "g" where rest.hasPrefix("eneral"): rest = rest.dropFirst(6)
            // An exponent, and no year of an era.
            case "e" where rest.hasPrefix("+") || rest.hasPrefix("-"): rest = rest.dropFirst()
            case "a" where rest.hasPrefix("m/pm") || rest.hasPrefix("/p"):
                rest = rest.drop { $0 != "p" }
                letters.insert("h")
            case "%": hasPercent = true
            default: letters.insert(character)
            }
        }
        hasTime = !letters.isDisjoint(with: ["h", "s"])
        // A month, where it is not the minutes between hours and seconds.
        hasDay = !letters.isDisjoint(with: ["y", "d", "e"]) || (letters.contains("m") && !hasTime && !hasElapsed)
    }
}

/// The formats of a workbook's cells, by the number that a cell gives.
final class CellFormats: XMLSink {
    private(set) var problem: WorkbookProblem?
    private(set) var all: [CellFormat] = []
    private var codes: [Int: CellFormat] = [:]
    private var isInCells = false

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        switch name {
        case "numFmt":
            guard codes.count < WorkbookLimits.formats, let number = attributes.number("numFmtId"), let code = attributes["formatCode"] else { return }
            codes[number] = CellFormat(code: code)
        case "cellXfs": isInCells = true
        case "xf" where isInCells && all.count < WorkbookLimits.formats:
            let number = attributes.number("numFmtId") ?? 0
            all.append(codes[number] ?? CellFormat(builtIn: number))
        default: break
        }
    }

    func end(_ name: XMLName) { if "cellXfs" ~= name { isInCells = false } }
}
