import Foundation
import Testing

@testable import TerminalUI

@Suite("Text for the terminal's clipboard")
struct ClipboardTextTests {
    private func base64(_ text: ClipboardText) -> Substring { text.sequence.dropFirst("\u{1B}]52;c;".count).dropLast() }

    @Test("It is written in base64 as others write it", arguments: ["", "a", "ab", "abc", "张三", "额尔古纳市拉布大林街道 4000-6000\n", "🌾\u{0}"])
    func encoding(text: String) {
        let copied = ClipboardText(lines: text.components(separatedBy: "\n"))
        #expect(copied.sequence.hasPrefix("\u{1B}]52;c;") && copied.sequence.hasSuffix("\u{07}"))
        #expect(base64(copied) == Data(copied.text.utf8).base64EncodedString())
    }

    @Test("Random texts are written as others write them", arguments: 1...50)
    func random(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let copied = ClipboardText(lines: (0..<5).map { _ in random.hostileText(pieces: random.int(0...9)) })
        #expect(base64(copied) == Data(copied.text.utf8).base64EncodedString())
        #expect(copied.text.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
    }

    @Test("No more than a terminal takes, and whole characters of it")
    func limit() {
        let copied = ClipboardText(lines: Array(repeating: "额尔古纳", count: 10_000))
        #expect(base64(copied).count <= ClipboardText.limit)
        #expect(base64(copied).count > ClipboardText.limit - 8)
        #expect(!copied.text.contains("\u{FFFD}"))
    }

    @Test("Inside tmux it is asked for, and handed through with its escapes doubled")
    func tmux() {
        let copied = ClipboardText(lines: ["a"])
        #expect(copied.sequenceInsideTmux == "\u{1B}]52;c;YQ==\u{07}\u{1B}Ptmux;\u{1B}\u{1B}]52;c;YQ==\u{07}\u{1B}\\")
    }
}
