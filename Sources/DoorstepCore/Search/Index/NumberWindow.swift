/// A telephone or identity number, or a stretch of it, as digits of four
/// bits: sixteen at most, the first in the highest bits.
enum NumberWindow {
    static let letterX: UInt64 = 0xA
    /// Where there is no digit.
    static let none: UInt64 = 0xF
    static let empty = UInt64.max
    static let length = 16

    /// Collects the digits of a number.
    struct Digits {
        /// The first sixteen.
        private(set) var first = NumberWindow.empty
        /// The last sixteen; the first, where there are no more.
        private(set) var last = NumberWindow.empty
        private(set) var count = 0

        /// - Parameter digit: from 0, or 10 for an X.
        @inline(__always)
        mutating func append(_ digit: Int) {
            if count < length {
                let shift = UInt64((length - 1 - count) * 4)
                first = first & ~(0xF << shift) | UInt64(digit) << shift
                last = first
            } else {
                last = last << 4 | UInt64(digit)
            }
            count += 1
        }
    }

    /// Digits that are looked for, ready to be held against windows.
    struct Pattern: Sendable {
        /// Each digit in all sixteen places.
        private let digits: [UInt64]
        let count: Int

        init(value: UInt64, count: Int) {
            digits = (0..<count).map { (value >> UInt64((count - 1 - $0) * 4) & 0xF) &* Pattern.each }
            self.count = count
        }

        private static let each: UInt64 = 0x1111_1111_1111_1111

        /// Where the digits stand in a window first; nil where they do not.
        ///
        /// All places at once: a bit for each digit of the window, which
        /// stays set for as long as what is looked for goes on there.
        @inline(__always)
        func position(in window: UInt64) -> Int? {
            var places = Pattern.each
            for number in 0..<count {
                let other = window ^ digits[number]
                let halves = other | other >> 1
                places &= ~(halves | halves >> 2) << UInt64(number * 4)
            }
            return places == 0 ? nil : places.leadingZeroBitCount / 4
        }
    }
}
