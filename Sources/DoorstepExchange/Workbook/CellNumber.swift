import DoorstepCore
import Foundation

/// Numbers of a workbook's cells, as people mean them.
///
/// | kept in the file | format | text |
/// | --- | --- | --- |
/// | `1.0` | general | `1` |
/// | `0.30000000000000004` | general | `0.3` |
/// | `1.38E10` | general | `13800000000` |
/// | `46347` | `yyyy"年"m"月"d"日"` | `2026-11-21` |
/// | `46347.375` | `yyyy/m/d h:mm` | `2026-11-21 09:00` |
/// | `0.52` | `0%` | `52%` |
/// | `21000` | `000000` | `021000` |
enum CellNumber {
    /// The text of a number; what is none stays as it is.
    static func text(of bytes: UnsafeBufferPointer<UInt8>, as format: CellFormat, since1904: Bool) -> String {
        if format == .plain || format == .text, let text = settled(bytes) { return text }
        let raw = String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        guard let number = Double(raw), number.isFinite else { return raw }
        switch format {
        case .plain, .text: break
        case .percent: return text(number * 100) + "%"
        case .digits(let count):
            let text = text(number)
            guard text.allSatisfy(\.isNumber) else { return text }
            return String(repeating: "0", count: max(0, count - text.count)) + text
        case .day, .time, .hours:
            // What is no day is a number, whatever its format says.
            if let text = DayNumber(number, since1904: since1904).text(as: format) { return text }
        }
        return settled(bytes) ?? text(number)
    }

    /// A number that stands as people write it, and has no more digits than
    /// its writer can have meant; nil of any other. Whole numbers are kept to
    /// the last digit: some programs write an identity number so.
    private static func settled(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        var digits = 0
        var point: Int?
        let start = bytes.first == UInt8(ascii: "-") ? 1 : 0
        for index in start..<max(start, bytes.count) {
            switch bytes[index] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
            case UInt8(ascii: ".") where point == nil && index > start: point = index
            default: return nil
            }
        }
        guard digits > 0, digits < 40 else { return nil }
        let wholeDigits = (point ?? bytes.count) - start
        guard bytes[start] != UInt8(ascii: "0") || wholeDigits == 1 else { return nil }
        var end = bytes.count
        if let point {
            while end > point + 1, bytes[end - 1] == UInt8(ascii: "0") { end -= 1 }
            if end == point + 1 { end = point }
            guard end == point || digits <= 15 else { return nil }
        }
        if start == 1, end == 2, bytes[1] == UInt8(ascii: "0") { return "0" }
        return String(decoding: UnsafeBufferPointer(rebasing: bytes[..<end]), as: UTF8.self)
    }

    /// With fifteen digits, which is what spreadsheet programs show and people
    /// see: what the sixteenth says is noise.
    static func text(_ number: Double) -> String {
        let form = String(format: "%.14e", number)
        let parts = form.split(separator: "e")
        guard parts.count == 2, let exponent = Int(parts[1]) else { return form }
        let sign = parts[0].hasPrefix("-") ? "-" : ""
        var digits = parts[0].filter(\.isNumber)
        while digits.count > 1, digits.last == "0" { digits.removeLast() }
        guard digits != "0" else { return "0" }
        if exponent >= 21 || exponent < -9 {
            let fraction = digits.dropFirst()
            return "\(sign)\(digits.prefix(1))\(fraction.isEmpty ? "" : "." + fraction)E\(exponent < 0 ? "" : "+")\(exponent)"
        }
        if exponent < 0 { return sign + "0." + String(repeating: "0", count: -exponent - 1) + digits }
        if digits.count <= exponent + 1 { return sign + digits + String(repeating: "0", count: exponent + 1 - digits.count) }
        return sign + digits.prefix(exponent + 1) + "." + digits.dropFirst(exponent + 1)
    }

    /// A date written out (`2026-11-21T08:30:00`) as the others are.
    static func text(ofISO text: String) -> String {
        guard text.count > 10, Day(iso: text.prefix(10)) != nil else { return text }
        let time = text.dropFirst(11).prefix(8).split(separator: ":").map { Int($0) }
        guard time.count >= 2, let hour = time[0], let minute = time[1] else { return text }
        let second = time.count > 2 ? time[2] ?? 0 : 0
        guard hour + minute + second > 0 else { return String(text.prefix(10)) }
        return text.prefix(10) + " " + DayNumber.clock((hour * 60 + minute) * 60 + second)
    }
}

/// A spreadsheet's number of a day and the time of it.
private struct DayNumber {
    private let days: Int
    private let seconds: Int
    private let since1904: Bool
    private let isHeld: Bool

    /// 9999-12-31.
    private static let last = 2_958_465.0

    init(_ number: Double, since1904: Bool) {
        // To the second; the last one of a day may make it the next.
        let isDay = number >= 0 && number < DayNumber.last + 1
        let whole = isDay ? number.rounded(.down) : 0
        let rest = isDay ? Int(((number - whole) * 86_400).rounded()) : 0
        days = Int(whole) + rest / 86_400
        seconds = rest % 86_400
        isHeld = isDay && days <= Int(DayNumber.last)
        self.since1904 = since1904
    }

    /// Nil where it is no day.
    func text(as format: CellFormat) -> String? {
        guard isHeld else { return nil }
        if format == .hours { return DayNumber.clock(days * 86_400 + seconds) }
        guard days > 0 || since1904 && format == .day else { return format == .time || seconds > 0 ? DayNumber.clock(seconds) : nil }
        // The calendar of 1900 counts a 29 February that was none; what comes
        // before it is one day further on.
        let start = since1904 ? DayNumber.start1904 : days < 60 ? DayNumber.start1900 + 1 : DayNumber.start1900
        let day = (start + days).description
        return seconds == 0 ? day : day + " " + DayNumber.clock(seconds)
    }

    /// 1899-12-30 and 1904-01-01.
    private static let start1900 = Day(number: -25_569)
    private static let start1904 = Day(number: -24_107)

    /// `09:05`, or `09:05:30`.
    static func clock(_ seconds: Int) -> String {
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
        let clock = padded(seconds / 3600) + ":" + padded(seconds / 60 % 60)
        return seconds % 60 == 0 ? clock : clock + ":" + padded(seconds % 60)
    }
}
