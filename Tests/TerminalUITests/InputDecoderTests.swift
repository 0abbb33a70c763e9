import Testing

@testable import TerminalUI

@Suite("Putting input together")
struct InputDecoderTests {
    private func events(_ text: String) -> [InputEvent] {
        var decoder = InputDecoder()
        for scalar in text.unicodeScalars { decoder.take(.scalar(scalar)) }
        return decoder.finish()
    }

    @Test("ASCII typed fast stays single keys")
    func fastTyping() {
        #expect(events("jj") == [.key(KeyStroke(character: "j")), .key(KeyStroke(character: "j"))])
    }

    @Test("What an input method commits is one text")
    func commit() {
        #expect(events("张三") == [.text("张三")])
        #expect(events("𠮷") == [.text("𠮷")])
        #expect(events("／张\r") == [.text("／张"), .key(KeyStroke(.enter))])
        #expect(events("/张a") == [.key(KeyStroke(character: "/")), .text("张"), .key(KeyStroke(character: "a"))])
    }

    @Test("Control characters are the keys that send them")
    func controls() {
        #expect(events("\u{3}\u{1A}\u{1C}\t\r\n\u{8}\u{7F}\u{0}") == [
            .key(.control("c")), .key(.control("z")), .key(.control("\\")), .key(KeyStroke(.tab)),
            .key(KeyStroke(.enter)), .key(KeyStroke(.enter)), .key(KeyStroke(.backspace)),
            .key(KeyStroke(.backspace)), .key(.control(" ")),
        ])
    }

    @Test("A paste is one event, and runs no key within it")
    func paste() {
        var decoder = InputDecoder()
        decoder.take(.pasteStart)
        for scalar in "行一\r二\tq\u{1B}\u{9B}".unicodeScalars { decoder.take(.scalar(scalar)) }
        decoder.take(.stroke(KeyStroke(.delete)))
        decoder.take(.escapeSequence("[31m"))
        #expect(decoder.finish() == [])
        #expect(decoder.isPasting)
        decoder.take(.pasteEnd)
        decoder.take(.scalar("j"))
        #expect(decoder.finish() == [.paste("行一\n二\tq"), .key(KeyStroke(character: "j"))])
    }

    @Test("A paste whose end is lost can be ended, and one without end is cut")
    func lostEnd() {
        var decoder = InputDecoder()
        decoder.take(.pasteStart)
        for _ in 0..<InputDecoder.pasteLimit + 5 { decoder.take(.scalar("x")) }
        decoder.endPaste()
        decoder.endPaste()
        guard case .paste(let text)? = decoder.finish().first else {
            Issue.record("no paste")
            return
        }
        #expect(text.count == InputDecoder.pasteLimit)
        #expect(!decoder.isPasting)
    }

    @Test("Of several new sizes at once the last counts")
    func resizes() {
        var decoder = InputDecoder()
        decoder.take(.resize(Size(columns: 80, rows: 24)))
        decoder.take(.resize(Size(columns: 60, rows: 20)))
        #expect(decoder.finish() == [.resize(Size(columns: 60, rows: 20))])
    }

    @Test("Keys that terminals send in another's way are known", arguments: [
        ("[1~", "<home>"), ("[4~", "<end>"), ("[12~", "<f2>"), ("OP", "<f1>"), ("[1;5A", "<c-up>"),
        ("[3;2~", "<s-delete>"), ("[Z", "<backtab>"), ("[H", "<home>"), ("[24~", "<f12>"),
    ])
    func foreignKeys(sequence: String, description: String) {
        #expect(EscapeSequence.event(for: sequence).map { "\($0)" } == "key(\(description))")
    }

    @Test("Mouse reports are read, releases and other sequences are not")
    func mouse() {
        let position = Point(column: 9, row: 4)
        #expect(EscapeSequence.event(for: "[<0;10;5M") == .mouse(MouseEvent(position: position, kind: .press)))
        #expect(EscapeSequence.event(for: "[<65;10;5M") == .mouse(MouseEvent(position: position, kind: .wheelDown)))
        #expect(EscapeSequence.event(for: "[<68;10;5M") == .mouse(MouseEvent(position: position, kind: .wheelUp)))
        for sequence in ["[<0;10;5m", "[<35;10;5M", "[<0;0;0M", "[<0M", "[I", "[?1;2c", "]11;rgb:0/0/0\u{7}", "[", ""] {
            #expect(EscapeSequence.event(for: sequence) == nil)
        }
    }

    @Test("Two presses on one cell within the time are a double press")
    func doubleClick() {
        var tracker = ClickTracker()
        let press = MouseEvent(position: Point(column: 1, row: 1), kind: .press)
        let elsewhere = MouseEvent(position: Point(column: 2, row: 1), kind: .press)
        let kinds = [(press, 0), (press, 300), (press, 500), (press, 1000), (elsewhere, 1100)]
            .map { tracker.track($0.0, time: $0.1).kind }
        #expect(kinds == [.press, .doublePress, .press, .press, .press])
    }

    @Test("Bytes make the scalars they were made of, and broken ones take nothing else with them", arguments: 1...20)
    func bytes(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let text = random.hostileText(pieces: 60)
        var assembler = UTF8Assembler()
        #expect(text.utf8.compactMap { assembler.take($0) } == Array(text.unicodeScalars))
        for broken: [UInt8] in [[0xFF], [0x80], [0xE5], [0xE5, 0xBC], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80]] {
            #expect((broken + Array("张j".utf8)).compactMap { assembler.take($0) } == ["张", "j"])
        }
    }
}
