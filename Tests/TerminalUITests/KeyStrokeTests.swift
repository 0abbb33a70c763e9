import Testing

@testable import TerminalUI

@Suite("Keys")
struct KeyStrokeTests {
    @Test("Descriptions are read as they are meant", arguments: [
        ("j", KeyStroke(character: "j")), ("?", KeyStroke(character: "?")), ("<c-r>", .control("r")), ("<C-R>", .control("r")),
        ("<enter>", KeyStroke(.enter)), ("<f2>", KeyStroke(.function(2))), ("<space>", KeyStroke(character: " ")),
        ("<lt>", KeyStroke(character: "<")), ("<", KeyStroke(character: "<")), (">", KeyStroke(character: ">")), ("<s-tab>", KeyStroke(.backTab)),
        ("<c-->", .control("-")), ("<a-x>", KeyStroke(.character("x"), alt: true)),
        ("<c-s-up>", KeyStroke(.up, control: true, shift: true)), ("张", KeyStroke(character: "张")), ("<PgDn>", KeyStroke(.pageDown)),
    ])
    func parsing(description: String, stroke: KeyStroke) {
        #expect(KeyStroke(description) == stroke)
    }

    @Test("What is no key is refused", arguments: ["", "ab", "<>", "<nosuch>", "<x-a>", "<f0>", "<f99>", "<c->", "enter", "<c-r"])
    func refusing(description: String) {
        #expect(KeyStroke(description) == nil)
    }

    @Test("Every stroke is described so that it parses back")
    func roundTrip() {
        var keys: [Key] = Key.names.map(\.key) + (1...24).map { .function($0) }
        keys += (0x20...0x7E).map { .character(Character(Unicode.Scalar(UInt8($0)))) }
        keys += [.character("张"), .character("é"), .character("👩‍👩‍👧")]
        for key in keys {
            for bits in 0..<8 {
                let stroke = KeyStroke(key, control: bits & 1 != 0, alt: bits & 2 != 0, shift: bits & 4 != 0)
                #expect(KeyStroke(stroke.description) == stroke, "\(stroke)")
                #expect(KeyStroke.sequence(stroke.description + "x") == [stroke, KeyStroke(character: "x")], "\(stroke)")
            }
        }
    }

    @Test("A script is a sequence of strokes")
    func sequence() {
        #expect(KeyStroke.sequence("/zs<enter>") == [KeyStroke(character: "/"), KeyStroke(character: "z"), KeyStroke(character: "s"), KeyStroke(.enter)])
        #expect(KeyStroke.sequence("") == [])
        #expect(KeyStroke.sequence("a<b") == nil)
    }

    @Test("Labels are what stands on the keys")
    func labels() {
        #expect(["<c-r>", "<enter>", "<f2>", "<space>", "j", "G", "<a-x>", "<backtab>", "<pagedown>"]
            .compactMap { KeyStroke($0)?.label }
            == ["Ctrl-R", "Enter", "F2", "Space", "j", "G", "Alt-X", "Shift-Tab", "PgDn"])
    }

    @Test("Full-width keys mean the plain ones")
    func halfWidth() {
        let pairs: [(Character, Character)] = [
            ("ｍ", "m"), ("Ｇ", "G"), ("／", "/"), ("？", "?"), ("：", ":"), ("；", ";"), ("，", ","), ("。", "."),
            ("　", " "), ("、", "/"), ("！", "!"), ("＜", "<"), ("《", "<"), ("》", ">"), ("１", "1"),
        ]
        for (full, plain) in pairs {
            #expect(KeyStroke(character: full).halfWidth() == KeyStroke(character: plain))
        }
        #expect(KeyStroke(character: "张").halfWidth() == KeyStroke(character: "张"))
        #expect(KeyStroke(.enter).halfWidth() == KeyStroke(.enter))
        #expect(KeyStroke.halfWidth(of: "／ｊj") == [KeyStroke(character: "/"), KeyStroke(character: "j"), KeyStroke(character: "j")])
        #expect(KeyStroke.halfWidth(of: "／张") == nil)
    }
}
