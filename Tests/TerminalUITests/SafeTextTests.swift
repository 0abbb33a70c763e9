import Testing

@testable import TerminalUI

@Suite("What may reach a terminal")
struct SafeTextTests {
    @Test("Ordinary text stays as it is", arguments: ["", "abc ~", "张三，欧阳。（）", "Ünïcödé", "𠮷㐀　Ａ", "ᠮᠣᠩᠭᠣᠯ", "각하"])
    func ordinary(text: String) {
        #expect(SafeText.clean(text) == text)
    }

    @Test("Control characters are shown, never sent")
    func controls() {
        #expect(SafeText.clean("a\u{1B}[31mb\u{7F}\u{9B}c\u{0}") == "a\u{FFFD}[31mb\u{FFFD}\u{FFFD}c\u{FFFD}")
    }

    @Test("Tabs and line ends become one blank each")
    func lineEnds() {
        #expect(SafeText.clean("a\tb\nc\r\nd\re\u{2028}f\u{85}g") == "a b c d e f g")
    }

    @Test("Direction overrides and invisible characters are made visible")
    func invisible() {
        let values: [UInt32] = [
            0x202E, 0x2066, 0x200F, 0x61C, 0x200B, 0x200D, 0x2060, 0xFEFF, 0xAD, 0xFFFE, 0xFDD0, 0x1FFFF, 0xE0041,
            0x3164, 0x115F, 0xFFA0, 0x34F,
        ]
        for scalar in values.compactMap(Unicode.Scalar.init) {
            #expect(SafeText.clean("张\(scalar)三") == "张\u{FFFD}三", "\(String(scalar.value, radix: 16))")
        }
    }

    @Test("A character of a private font is shown as a frame")
    func privateUse() {
        #expect(SafeText.clean("王\u{E1A3}") == "王▯")
        #expect(SafeText.clean("\u{F0000}") == "▯")
    }

    @Test("No more than two marks stay on a character, and none stands alone")
    func marks() {
        #expect(SafeText.clean("e\u{301}\u{302}\u{303}\u{304}x").unicodeScalars.count == 4)
        #expect(SafeText.clean("\u{301}a") == " \u{301}a")
    }

    @Test("Joined emoji are cut to their first, tones and selectors fall away")
    func emoji() {
        #expect(SafeText.clean("👩‍👩‍👧!") == "👩!")
        #expect(SafeText.clean("👍🏽") == "👍")
        #expect(SafeText.clean("☎️1️⃣") == "☎1")
        #expect(SafeText.clean("🇨🇳") == "CN")
        #expect(SafeText.clean("🏴\u{E0067}\u{E0062}\u{E007F}") == "🏴")
        #expect(SafeText.clean("葛\u{E0100}") == "葛")
    }

    @Test("Whatever comes in, only what can be shown comes out, and cleaning twice changes nothing", arguments: 1...40)
    func hostile(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<50 {
            let text = random.hostileText(pieces: 12)
            let clean = SafeText.clean(text)
            #expect(SafeText.clean(clean).unicodeScalars.elementsEqual(clean.unicodeScalars))
            var marks = 0
            for scalar in clean.unicodeScalars {
                #expect(!Self.isForbidden(scalar), "\(String(scalar.value, radix: 16))")
                marks = DisplayWidth().of(scalar) == 0 ? marks + 1 : 0
                #expect(marks <= SafeText.markLimit)
            }
        }
    }

    /// An oracle of its own, by class rather than by list.
    static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: true
        default: scalar.properties.isVariationSelector
        }
    }
}
