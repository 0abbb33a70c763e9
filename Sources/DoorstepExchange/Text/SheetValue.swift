/// The value of a cell that is to be written.
public enum SheetValue: Hashable, Sendable {
    case text(String)
    case integer(Int)
    /// A number of `places` decimals, exactly: `.decimal(8625, places: 2)` is
    /// 86.25. Fewer than no places count as none.
    case decimal(Int, places: Int)
    /// A day, as `2026-11-21`.
    case date(String)
    case empty

    /// The value rounded to that many decimals; empty if it is no number or
    /// too large for one.
    public static func rounded(_ value: Double, places: Int) -> SheetValue {
        var scaled = value
        for _ in 0..<max(0, places) { scaled *= 10 }
        guard let units = Int(exactly: scaled.rounded()) else { return .empty }
        return .decimal(units, places: places)
    }

    /// The value as text: what a cell of a text sheet shows.
    public var plainText: String {
        switch self {
        case .text(let text): return text
        case .integer(let number): return String(number)
        case .date(let day): return day
        case .empty: return ""
        case .decimal(let units, let places):
            guard places > 0 else { return String(units) }
            let digits = String(units.magnitude)
            let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
            return (units < 0 ? "-" : "") + padded.dropLast(places) + "." + padded.suffix(places)
        }
    }

    /// Whether it is aligned as a number.
    var isNumber: Bool {
        switch self {
        case .integer, .decimal: true
        case .text, .date, .empty: false
        }
    }
}
