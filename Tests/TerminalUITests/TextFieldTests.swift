import Testing

@testable import TerminalUI

@Suite("Editing a line")
struct TextFieldTests {
    @Test("Backspace takes a whole character, however it is made up")
    func backspace() {
        var field = TextField("𠮷e\u{301}👩‍👩‍👧")
        field.backspace()
        #expect(field.text == "𠮷e\u{301}")
        field.backspace()
        #expect(field.text == "𠮷")
        field.backspace()
        field.backspace()
        #expect(field.text == "" && field.cursor == 0)
    }

    @Test("A mark typed behind its letter joins it")
    func joiningMark() {
        var field = TextField("e", maximumLength: 1)
        field.insert("\u{301}")
        #expect(field.text == "e\u{301}" && field.cursor == 1)
    }

    @Test("A paste is one edit on one line")
    func paste() {
        var field = TextField("ab")
        field.moveLeft()
        let isConsumed = field.handle(.paste("一\r\n二\t三\u{1B}\u{7}\n"))
        #expect(isConsumed)
        #expect(field.text == "a一 二 三 b")
        #expect(field.cursor == 7)
    }

    @Test("More than the field takes is left out")
    func maximum() {
        var field = TextField(maximumLength: 3)
        field.insert("张三丰四")
        #expect(field.text == "张三丰")
        let isConsumed = field.handle(.text("五"))
        #expect(isConsumed && field.text == "张三丰")
    }

    @Test("The keys of a shell's line edit work, and others are passed on")
    func keys() {
        var field = TextField("焊工 welder x")
        func press(_ description: String) -> Bool {
            KeyStroke(description).map { field.handle(.key($0)) } ?? false
        }
        #expect(press("<c-w>") && field.text == "焊工 welder ")
        #expect(press("<c-w>") && field.text == "焊工 ")
        #expect(press("<home>") && press("<delete>") && field.text == "工 ")
        #expect(press("<end>") && press("<c-u>") && field.isEmpty)
        #expect(press("q") && press("<space>") && field.text == "q ")
        for other in ["<enter>", "<esc>", "<tab>", "<up>", "<f2>", "<c-r>", "<a-x>", "<pagedown>"] {
            #expect(!press(other), "\(other)")
        }
        let takesResize = field.handle(.resize(.zero))
        #expect(!takesResize)
    }

    @Test("The cursor is in the field and what surrounds it is shown", arguments: 1...40)
    func rendering(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var field = TextField()
        for _ in 0..<80 {
            switch random.int(0...9) {
            case 0...3: field.insert(random.hostileText(pieces: random.int(0...3)))
            case 4: field.backspace()
            case 5: field.delete()
            case 6: field.moveLeft()
            case 7: field.moveRight()
            case 8: field.moveWordLeft()
            default: field.deleteWord()
            }
            #expect((0...field.text.count).contains(field.cursor))
            #expect(!field.text.unicodeScalars.contains { $0.properties.generalCategory == .control })

            var buffer = CellBuffer(size: Size(columns: 20, rows: 2))
            let rect = Rect(column: 2, row: 1, columns: random.int(1...18), rows: 1)
            let cursor = field.render(into: &buffer, rect: rect)
            #expect(rect.contains(cursor))
            #expect(buffer.text(row: 0) == "")
            #expect(buffer[1].reduce(0) { $0 + buffer.width.of($1.text) } == 20)
        }
    }

    @Test("Typed text and its cursor stand where they should")
    func placing() {
        var buffer = CellBuffer(size: Size(columns: 10, rows: 1))
        var field = TextField("张三a")
        #expect(field.render(into: &buffer, rect: buffer.bounds) == Point(column: 5, row: 0))
        field.insert("额尔古纳市")
        #expect(field.render(into: &buffer, rect: buffer.bounds) == Point(column: 8, row: 0))
        #expect(buffer.text(row: 0) == "尔古纳市")
    }

    @Test("A secret is shown as stars, an empty field as its placeholder")
    func secret() {
        var buffer = CellBuffer(size: Size(columns: 10, rows: 1))
        let field = TextField("口令x", isSecret: true)
        #expect(field.render(into: &buffer, rect: buffer.bounds) == Point(column: 3, row: 0))
        #expect(buffer.text(row: 0) == "***")
        #expect(TextField().render(into: &buffer, rect: buffer.bounds, placeholder: "姓名") == .zero)
        #expect(buffer.text(row: 0) == "姓名")
    }
}
