/// A calendar day of the Gregorian calendar, without a time or a time zone.
///
/// Counted in days from 1970-01-01, so that differences are subtractions.
/// Holds the years 1 to 9999.
public struct Day: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01.
    public let number: Int32

    public init(number: Int32) {
        self.number = number
    }

    /// The day with these numbers, or nil where the calendar has none.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Day.length(ofMonth: month, year: year)
        else { return nil }
        self.init(validYear: year, month: month, day: day)
    }

    /// Reads `2026-11-21` and nothing else.
    public init?(iso text: some StringProtocol) { self.init(digits: text.utf8) }

    /// As `init(iso:)`, of a text's bytes.
    public init?(isoBytes bytes: UnsafeRawBufferPointer) { self.init(digits: bytes) }

    private init?(digits bytes: some Sequence<UInt8>) {
        var digits = 0
        var place = 0
        for byte in bytes {
            switch (place, byte) {
            case (4, 45), (7, 45): break
            case (0...3, 48...57), (5...6, 48...57), (8...9, 48...57): digits = digits * 10 + Int(byte - 48)
            default: return nil
            }
            place += 1
        }
        guard place == 10 else { return nil }
        self.init(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
    }

    // The civil-from-days arithmetic counts years from 1 March, so that the
    // leap day is the last of its year, in eras of 400 years (146,097 days).
    private init(validYear year: Int, month: Int, day: Int) {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = Int32(era * 146_097 + dayOfEra - 719_468)
    }

    /// Year, month and day of the month.
    public var parts: (year: Int, month: Int, day: Int) {
        let shifted = Int(number) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    public var year: Int { parts.year }

    /// The day `months` months later; the last day of that month where it is
    /// too short: one month after 31 January is 28 or 29 February.
    public func adding(months: Int) -> Day {
        let (year, month, day) = parts
        let count = year * 12 + (month - 1) + months
        let newYear = count / 12
        let newMonth = count % 12 + 1
        return Day(validYear: newYear, month: newMonth, day: min(day, Day.length(ofMonth: newMonth, year: newYear)))
    }

    /// Full years from `birth` to this day. A birthday on 29 February comes
    /// round on 1 March in common years.
    public func fullYears(since birth: Day) -> Int {
        let now = parts
        let then = birth.parts
        let birthdayReached = (now.month, now.day) >= (then.month, then.day)
        return now.year - then.year - (birthdayReached ? 0 : 1)
    }

    /// The last day of this day's month.
    public var endOfMonth: Day {
        let (year, month, _) = parts
        return Day(validYear: year, month: month, day: Day.length(ofMonth: month, year: year))
    }

    public static func < (left: Day, right: Day) -> Bool {
        left.number < right.number
    }

    /// Days from `right` to `left`.
    public static func - (left: Day, right: Day) -> Int {
        Int(left.number) - Int(right.number)
    }

    public static func + (day: Day, days: Int) -> Day {
        Day(number: day.number + Int32(clamping: days))
    }

    static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension Day: CustomStringConvertible {
    /// `2026-11-21`.
    public var description: String {
        let (year, month, day) = parts
        guard (1...9999).contains(year) else { return "\(year)-\(month)-\(day)" }
        // Ten bytes of their own, without a text for each part: sheets have
        // millions of dates.
        return String(unsafeUninitializedCapacity: 10) { bytes in
            var rest = year * 10_000 + month * 100 + day
            for place in [9, 8, 6, 5, 3, 2, 1, 0] {
                bytes[place] = UInt8(truncatingIfNeeded: 48 + rest % 10)
                rest /= 10
            }
            (bytes[4], bytes[7]) = (45, 45)
            return 10
        }
    }
}
