/// How well a word fits a text; the lower the better.
///
/// By how it fits: the whole text, its beginning, some of it, its full
/// pinyin, its initials, a mixture, and last its letters with gaps; in each,
/// readings that a surname or a character usually has before others; then
/// the shorter text.
public struct SearchRank: Hashable, Comparable, Sendable {
    let value: UInt16

    enum Way: UInt16, CaseIterable {
        case exact, beginning, part, pinyin, initials, mixed, gaps
    }

    /// Fits not at all.
    static let none = SearchRank(value: .max)
    /// Where nothing is searched for.
    static let all = SearchRank(value: 0)

    private init(value: UInt16) { self.value = value }

    /// - Parameters:
    ///   - isUsual: whether every character is read as it usually is.
    ///   - length: characters of the text.
    @inline(__always)
    init(_ way: Way, isUsual: Bool = true, length: Int) {
        value = (way.rawValue * 2 + (isUsual ? 0 : 1)) << 6 | UInt16(min(length, 63))
    }

    /// As something that a record has, rather than its own name: never
    /// better than a part of it.
    var ofSome: SearchRank {
        let part = SearchRank(.part, length: Int(value & 63))
        return self == .none ? self : max(self, part)
    }

    /// Ranks of records that are to fit one thing and another: the worse of
    /// the two.
    ///
    /// - Parameters:
    ///   - one: nil where nothing was asked before.
    ///   - isUnwanted: whether the other is not to fit.
    static func both(_ one: [SearchRank]?, _ other: [SearchRank], isUnwanted: Bool) -> [SearchRank] {
        if !isUnwanted { return one.map { zip($0, other).map { max($0, $1) } } ?? other }
        guard let one else { return other.map { $0 == .none ? .all : .none } }
        return zip(one, other).map { $1 == .none ? $0 : .none }
    }

    /// How many ranks there are.
    static let count = Way.allCases.count * 2 << 6

    @inline(__always)
    public static func < (left: SearchRank, right: SearchRank) -> Bool { left.value < right.value }
}
