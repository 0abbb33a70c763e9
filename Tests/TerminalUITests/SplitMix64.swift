/// A small generator whose whole state is its seed, so that a failure can be
/// run again.
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension SplitMix64 {
    mutating func int(_ range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &self)
    }

    mutating func pick<C: RandomAccessCollection>(_ choices: C) -> C.Element where C.Index == Int {
        choices[int(choices.startIndex...choices.endIndex - 1)]
    }

    /// Text as bad as it comes: Chinese and Latin mixed with marks, controls,
    /// direction overrides, joined emoji, private use and any scalar at all.
    mutating func hostileText(pieces: Int) -> String {
        var text = ""
        for _ in 0..<pieces {
            switch int(0...9) {
            case 0...5: text += pick(Self.pieces)
            case 6: text += String(int(0...99999))
            default:
                if let scalar = Unicode.Scalar(UInt32(int(0...0x10FFFF))) { text.unicodeScalars.append(scalar) }
            }
        }
        return text
    }

    private static let pieces = [
        "张", "三", "额尔古纳", "𠮷", "㐀", "　", "，", "。", "（", "）", "a", "Latin word ", " ", "-", "é", "e\u{301}",
        "\u{301}\u{302}\u{303}", "\t", "\n", "\r\n", "\u{1B}[31m", "\u{7F}", "\u{9B}", "\u{202E}", "\u{2066}",
        "\u{200B}", "\u{200D}", "\u{FEFF}", "\u{AD}", "👩‍👩‍👧", "👍🏽", "🇨🇳", "1️⃣", "☎️", "\u{E000}", "\u{FFFE}",
        "🏴\u{E0067}\u{E0062}\u{E007F}", "각", "\u{1100}\u{1161}\u{11A8}", "ﾊﾞ", "“", "…", "①", "█", "\u{3164}", "\u{E0100}",
    ]
}
