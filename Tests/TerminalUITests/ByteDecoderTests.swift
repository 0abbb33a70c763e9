import Testing

@testable import TerminalUI

@Suite("Bytes of a terminal that nobody describes")
struct ByteDecoderTests {
    /// What comes of bytes after which nothing more comes.
    private func events(_ bytes: [UInt8]) -> [InputEvent] {
        var decoder = ByteDecoder()
        for byte in bytes { decoder.take(byte) }
        decoder.endSequence()
        return decoder.finish()
    }

    private func events(_ text: String) -> [InputEvent] { events(Array(text.utf8)) }

    @Test("ASCII comes as keys, what an input method commits as one text")
    func typing() {
        #expect(events("j张三𠮷\r") == [.key(KeyStroke(character: "j")), .text("张三𠮷"), .key(KeyStroke(.enter))])
        #expect(events("\u{3}\u{1A}\u{7F}\t") == [.key(.control("c")), .key(.control("z")), .key(KeyStroke(.backspace)), .key(KeyStroke(.tab))])
    }

    @Test("Keys come whole, in either of the two common ways", arguments: [
        ("\u{1B}OA", "<up>"), ("\u{1B}[A", "<up>"), ("\u{1B}[1;5C", "<c-right>"), ("\u{1B}[5~", "<pageup>"), ("\u{1B}[Z", "<backtab>"),
        ("\u{1B}[24~", "<f12>"), ("\u{1B}OQ", "<f2>"), ("\u{1B}x", "<a-x>"), ("\u{1B}", "<esc>"),
    ])
    func keys(typed: String, description: String) {
        #expect(events(typed).map { "\($0)" } == ["key(\(description))"])
    }

    @Test("An escape waits for what may follow, and is the key once nothing does")
    func escape() {
        var decoder = ByteDecoder()
        decoder.take(0x1B)
        #expect(decoder.isWaiting && decoder.finish().isEmpty)
        decoder.endSequence()
        #expect(!decoder.isWaiting && decoder.finish() == [.key(KeyStroke(.escape))])
        #expect(events("\u{1B}\u{1B}") == [.key(KeyStroke(.escape)), .key(KeyStroke(.escape))])
        #expect(events("\u{1B}张") == [.key(KeyStroke(.escape)), .text("张")])
    }

    @Test("Answers and reports that nobody asked for run no keys", arguments: [
        "\u{1B}[?62;c", "\u{1B}]11;rgb:0000/0000/0000\u{7}", "\u{1B}]11;rgb:00/00/00\u{1B}\\", "\u{1B}Pq\u{1B}\\", "\u{1B}[M !!", "\u{1B}[<0;10;5M",
        "\u{1B}[<0;10;5m",
    ])
    func reports(sequence: String) {
        #expect(events(sequence + "j") == [.key(KeyStroke(character: "j"))])
    }

    @Test("A paste is one text, whether the terminal marks it or its reader knows it for one")
    func paste() {
        #expect(events("\u{1B}[200~q\rj\u{1B}[201~k") == [.paste("q\nj"), .key(KeyStroke(character: "k"))])
        var decoder = ByteDecoder()
        decoder.takePasted(Array("q\u{3}张\r\t".utf8))
        #expect(decoder.finish() == [.paste("q张\n\t")])
    }

    @Test("Whatever bytes come, in whatever pieces, it takes them and a key after them is that key")
    func anything() {
        let seed = UInt64.random(in: .min ... .max)
        print("seed \(seed)")
        var random = SplitMix64(seed: seed)
        let pieces: [[UInt8]] = [[0x1B], [0x5B], [0x4F], [0x5D], [0x4D], [0x33, 0x7E], [0xFF], [0xE5, 0xBC], [0xA0], [0x3B], [0x7], [0x32, 0x30, 0x30, 0x7E], [0x3]]
        for _ in 0..<2000 {
            var decoder = ByteDecoder()
            for _ in 0..<Int.random(in: 0...12, using: &random) {
                let piece = pieces[Int.random(in: 0..<pieces.count, using: &random)]
                for byte in piece { decoder.take(byte) }
                if Bool.random(using: &random) { decoder.endSequence() }
            }
            decoder.endSequence()
            for byte in Array("\u{1B}[201~".utf8) { decoder.take(byte) }
            _ = decoder.finish()
            decoder.take(0x71)
            #expect(decoder.finish() == [.key(KeyStroke(character: "q"))])
        }
    }
}
