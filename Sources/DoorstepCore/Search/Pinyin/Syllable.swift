/// A syllable of toneless pinyin, as a position among those of `Readings`.
struct SyllableID: Hashable, Sendable {
    let position: UInt16
}

/// Sounds that much of the country does not tell apart, and that may
/// therefore be typed for one another. Off unless the station sets them.
public struct SouthernSounds: OptionSet, Hashable, Sendable {
    public let rawValue: Int

    public init(rawValue: Int) { self.rawValue = rawValue }

    /// zh = z, ch = c, sh = s.
    public static let flatInitials = SouthernSounds(rawValue: 1)
    /// n = l at the beginning.
    public static let nasalInitial = SouthernSounds(rawValue: 2)
    /// ang = an, eng = en, ing = in.
    public static let backFinals = SouthernSounds(rawValue: 4)

    public static let all: SouthernSounds = [.flatInitials, .nasalInitial, .backFinals]
}

/// How one syllable may be typed.
struct SyllableSpellings: Sendable {
    /// Whole, in lower-case letters: the first as it is written, then ü as
    /// `u`, and what southern sounds make of each.
    let whole: [[UInt8]]
    /// What stands for it alone: its first letter, and zh, ch or sh.
    let initials: [[UInt8]]

    /// - Parameter letters: as written, with `v` for ü.
    init(_ letters: [UInt8], _ sounds: SouthernSounds) {
        var whole = [letters]
        if let umlaut = letters.firstIndex(of: UInt8(ascii: "v")) {
            var plain = letters
            plain[umlaut] = UInt8(ascii: "u")
            whole.append(plain)
        }
        if sounds.contains(.flatInitials) { whole += whole.compactMap(SyllableSpellings.flattened) }
        if sounds.contains(.nasalInitial) { whole += whole.compactMap(SyllableSpellings.swappedNasal) }
        if sounds.contains(.backFinals) { whole += whole.compactMap(SyllableSpellings.swappedFinal) }
        self.whole = SyllableSpellings.once(whole)
        initials = SyllableSpellings.once(self.whole.flatMap { SyllableSpellings.initials(of: $0) })
    }

    /// Letters before the vowel, where they stand for the syllable: more of
    /// it is the syllable begun.
    static func initialLength(_ letters: [UInt8]) -> Int {
        letters.count > 1 && letters[1] == UInt8(ascii: "h") ? 2 : 1
    }

    private static func initials(of letters: [UInt8]) -> [[UInt8]] {
        let length = initialLength(letters)
        return (1...length).map { Array(letters.prefix($0)) }
    }

    /// `zhang` and `zang`, each for the other.
    private static func flattened(_ letters: [UInt8]) -> [UInt8]? {
        guard let first = letters.first, "zcs".utf8.contains(first), letters.count > 1 else { return nil }
        return letters[1] == UInt8(ascii: "h") ? [first] + letters.dropFirst(2) : [first, UInt8(ascii: "h")] + letters.dropFirst()
    }

    private static func swappedNasal(_ letters: [UInt8]) -> [UInt8]? {
        switch letters.first {
        case UInt8(ascii: "n"): [UInt8(ascii: "l")] + letters.dropFirst()
        case UInt8(ascii: "l"): [UInt8(ascii: "n")] + letters.dropFirst()
        default: nil
        }
    }

    private static func swappedFinal(_ letters: [UInt8]) -> [UInt8]? {
        let text = String(decoding: letters, as: UTF8.self)
        if ["ang", "eng", "ing"].contains(where: { text.hasSuffix($0) }) { return Array(letters.dropLast()) }
        return ["an", "en", "in"].contains(where: { text.hasSuffix($0) }) ? letters + [UInt8(ascii: "g")] : nil
    }

    private static func once(_ spellings: [[UInt8]]) -> [[UInt8]] {
        var known: Set<[UInt8]> = []
        return spellings.filter { known.insert($0).inserted }
    }
}
