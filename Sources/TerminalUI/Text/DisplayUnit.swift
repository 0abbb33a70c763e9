/// What fills one place on a row: a character that takes columns, with the
/// marks that belong to it.
struct DisplayUnit: Hashable, Sendable {
    var text: String
    /// 1 or 2.
    var columns: Int
}

extension DisplayUnit {
    /// The units of `text`, made safe first. O(n).
    static func units(of text: String, width: DisplayWidth) -> [DisplayUnit] {
        var units: [DisplayUnit] = []
        units.reserveCapacity(text.utf8.count)
        for scalar in SafeText.clean(text).unicodeScalars {
            let columns = width.of(scalar)
            if columns > 0 {
                units.append(DisplayUnit(text: String(Character(scalar)), columns: columns))
            } else if let last = units.indices.last {
                units[last].text.unicodeScalars.append(scalar)
            }
        }
        return units
    }
}
