@testable import DoorstepCore
import Testing

@Suite("Text reduced to what is compared")
struct PlainTextTests {
    @Test("is half-width, small and without blanks or invisible signs", arguments: [
        ("ＡＢＣ１２３", "abc123"), (" 焊 工　", "焊工"), ("Excel", "excel"), ("（含）", "(含)"), ("a\u{200B}b\u{FEFF}c", "abc"), ("电\t焊\u{A0}工", "电焊工"), ("", ""), ("𠮷", "𠮷"),
        ("ÀÉ", "àé"), ("￥", "￥"), ("！ａ～ｂ", "!a~b"),
    ])
    func key(text: String, key: String) {
        #expect(PlainText.key(text) == key)
    }

    @Test("is the same again when reduced again")
    func idempotent() {
        var random = SplitMix64.printed()
        for _ in 0..<2000 {
            let scalars = (0..<random.int(0...6)).compactMap { _ in Unicode.Scalar(UInt32(random.once(in: 2) ? random.int(0...0x7F) : random.int(0...0x1_0000))) }
            let text = String(String.UnicodeScalarView(scalars))
            let key = PlainText.key(text)
            #expect(PlainText.key(key) == key, "seed \(random.seed), \(scalars)")
            #expect(PlainText.halfWidth(PlainText.halfWidth(text)) == PlainText.halfWidth(text), "seed \(random.seed), \(scalars)")
        }
    }

    @Test("has no blanks at its ends when trimmed", arguments: [("  a b　", "a b"), ("\n\t甲\r\n", "甲"), ("", ""), (" 　", ""), ("a", "a")])
    func trimmed(text: String, trimmed: String) {
        #expect(PlainText.trimmed(text) == trimmed)
    }

    @Test("is a list at ; ； 、 | ｜, without empty parts", arguments: [
        ("甲;乙；丙、丁|戊｜己", ["甲", "乙", "丙", "丁", "戊", "己"]), (" 甲 ; ; 乙 ", ["甲", "乙"]), ("", []), (";、|", []), ("甲,乙", ["甲,乙"]), ("甲", ["甲"]),
    ])
    func list(text: String, parts: [String]) {
        #expect(PlainText.list(text) == parts)
    }

    @Test("keeps a 、 in a part that is one name all the same")
    func wholeNames() {
        #expect(PlainText.list("甲、乙;丙、丁") { $0 == "丙、丁" } == ["甲", "乙", "丙、丁"])
    }

    @Test("is as alike as the pieces it shares", arguments: [
        // 焊工: 焊, 工, 焊工; 焊工人: 焊, 工, 人, 焊工, 工人. Three shared:
        // 2 × 3 / (3 + 5) = 0.75.
        ("焊工", "焊工", 1.0), ("焊工", "焊工人", 0.75), ("甲", "乙", 0), ("", "", 0), ("甲", "", 0), ("甲", "甲", 1),
    ])
    func likeness(left: String, right: String, value: Double) {
        #expect(PlainText.likeness(left, right) == value && PlainText.likeness(right, left) == value)
    }

    @Test("holds a part where the bytes of the part stand in it", arguments: [
        ("额尔古纳市", "古纳", true), ("额尔古纳市", "纳古", false), ("aab", "ab", true), ("aaab", "aab", true), ("a", "ab", false), ("", "", true), ("a", "", true), ("", "a", false),
        ("abc", "c", true), ("额", "额", true),
    ])
    func holds(text: String, part: String, holds: Bool) {
        #expect(PlainText.holds(text, part) == holds)
    }

    /// Pieces that are one scalar each, so that bytes, scalars and
    /// characters agree on what stands where.
    private static let pieces = ["a", "b", "焊", "工", "𠮷", " ", "　", ";", "；", "、", "|", "｜", "。", "（", "，"]

    @Test("is searched and split as its characters, one by one, would be")
    func oracles() {
        var random = SplitMix64.printed()
        for _ in 0..<3000 {
            let text = (0..<random.int(0...9)).map { _ in random.pick(Self.pieces) }.joined()
            let part = (0..<random.int(0...3)).map { _ in random.pick(Self.pieces) }.joined()
            let isHeld = part.isEmpty || Array(text).indices.contains { Array(text)[$0...].starts(with: Array(part)) }
            #expect(PlainText.holds(text, part) == isHeld, "seed \(random.seed), \(text) \(part)")
            let parts = text.split { ";；、|｜".contains($0) }.map { String($0).trimmingBlanks }.filter { !$0.isEmpty }
            #expect(PlainText.list(text) == parts, "seed \(random.seed), \(text)")
        }
    }

    @Test("has the key that it would have if nothing were known of its bytes")
    func keyOracle() {
        var random = SplitMix64.printed()
        let scalars: [ClosedRange<Int>] = [0x21...0x7F, 0x41...0x5A, 0x4E00...0x9FFF, 0x3400...0x4DFF, 0x2000...0x2010, 0x3000...0x3020, 0xFF00...0xFF70, 0xC0...0x180]
        for _ in 0..<4000 {
            let text = String(String.UnicodeScalarView((0..<random.int(0...4)).compactMap { _ in Unicode.Scalar(UInt32(random.int(random.pick(scalars)))) }))
            let plain = String(String.UnicodeScalarView(PlainText.halfWidth(text).unicodeScalars.filter { !$0.properties.isWhitespace })).lowercased()
            #expect(PlainText.key(text) == plain, "seed \(random.seed), \(Array(text.unicodeScalars))")
        }
    }
}

extension String {
    fileprivate var trimmingBlanks: String {
        let blanks: Set<Character> = [" ", "　"]
        return String(drop(while: { blanks.contains($0) }).reversed().drop(while: { blanks.contains($0) }).reversed())
    }
}
