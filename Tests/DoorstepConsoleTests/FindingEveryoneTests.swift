import DoorstepCore
import Testing
import TerminalUI

@testable import DoorstepConsole

@Suite("Finding somebody from the day's screen")
struct FindingEveryoneTests {
    /// P2 was placed, P3 seeks no more.
    private func console(_ language: Language = .chinese, columns: Int = 80) throws -> ConsoleDriver {
        var model = try SampleStation.model()
        for (number, status) in [("P2", PersonStatus.placed), ("P3", .withdrawn)] {
            var person = try #require(model.register.people[id(number)])
            person.status = status
            model.take([.person(person)])
        }
        return ConsoleDriver(columns: columns, rows: 24, language: language, model: model)
    }

    private func id(_ text: String) throws -> RecordID { try #require(RecordID(text)) }

    @Test("Chinese, pasted text, and / find whoever stands, also who was placed, with the status in the line", arguments: Language.allCases)
    func finds(language: Language) throws {
        for number in 0..<4 {
            var console = try console(language)
            try console.press("0")
            switch number {
            case 0: console.commit("张三")
            case 1: console.send(.paste("15400000002"))
            case 2: try console.press("/zhangsan")
            default: try console.press("/0002")
            }
            #expect(try console.state.current == .people && console.state.list.items == [id("P2")], "\(number)\n\(console.screen)")
            let line = try #require(console.screen.split(separator: "\n").first { $0.hasPrefix(">") })
            #expect(line.contains("张三") && line.contains(language == .chinese ? "已就业" : "placed"), "\(line)")
            #expect(console.screen.contains("1/3"), "of three who stand")
        }
    }

    @Test("Who was taken back or merged does not stand, and is not found")
    func absent() throws {
        var console = try console()
        let person = try #require(console.state.model?.register.people[id("P2")])
        console.apply(.caughtUp([.person(person.absent(.takenBack))], sequence: 2))
        try console.press("0")
        console.commit("张三")
        #expect(console.state.list.items == [])
    }

    @Test("Nothing typed lists nobody, and says what may be typed; the hints and the page's title say that numbers come after /")
    func hints() throws {
        var console = try console()
        try console.press("0")
        #expect(console.screen.contains("号码、拼音先按 /") && console.screen.contains("/找人、号码"), "\(console.screen)")
        try console.press("/")
        #expect(console.state.list.items == [] && console.screen.contains("输入姓名、拼音、电话"), "\(console.screen)")
        // Figures without it are the screens' keys.
        try console.press("<esc>1")
        #expect(console.state.current == .jobs)
    }

    @Test("Esc goes back to the day from there, and the people list is as it was", arguments: [false, true])
    func back(entered: Bool) throws {
        var console = try console()
        try console.press("2/bate<enter>0")
        console.commit("张三")
        if entered { try console.press("<enter>") }
        try console.press("<esc>")
        #expect(console.state.current == .today)
        try console.press("2")
        #expect(console.state.list.field.text == "bate" && console.state.list.entries == nil && console.state.list.items?.count == 1)
        // Another screen's key ends it as well.
        try console.press("0/wang<enter>12")
        #expect(console.state.list.field.text == "bate" && !console.state.list.isOfEveryone)
    }

    @Test("Enter stands on who was found; once more opens the record of who does not seek, the matches of who does")
    func opens() throws {
        var console = try console()
        try console.press("0/zhangsan<enter>")
        #expect(console.state.overlay == nil && !console.state.list.isTyping)
        #expect(console.screen.contains("154****0002"))
        try console.press("<enter>")
        guard case .record(let form)? = console.state.overlay else { return #expect(Bool(false), "\(console.screen)") }
        #expect(try form.before?.id == id("P2"))
        try console.press("<esc><esc>0/bateer<enter><enter>")
        #expect(try console.state.matches?.target == .person(id("P1")), "\(console.screen)")
    }

    @Test("Where nobody is found a line offers a new record, and the form has what was typed", arguments: Language.allCases)
    func new(language: Language) throws {
        for (typed, column, value) in [
            ("李四光", "name", "李四光"), ("138 0013 8000", "phone", "13800138000"), ("11010519491231002X", "id_number", "11010519491231002X"),
            ("１３９００００１１１１", "phone", "13900001111"),
        ] {
            for isTyping in [true, false] {
                var console = try console(language)
                try console.press("0")
                console.send(.paste(typed))
                #expect(console.screen.contains(language == .chinese ? "没有找到。按 Enter 或 n" : "Enter or n"), "\(typed)\n\(console.screen)")
                if isTyping {
                    try console.press("<enter>")
                } else {
                    // Put aside, it is offered again; no letter is typed then.
                    try console.press("<enter><esc><esc>n")
                }
                guard case .record(let form)? = console.state.overlay else { return #expect(Bool(false), "\(typed)\n\(console.screen)") }
                #expect(form.before == nil && form.changed == [column: value], "\(form.changed)")
            }
        }
    }

    @Test("A new record from there is saved and stands")
    func saves() throws {
        var console = try console()
        try console.press("0")
        console.commit("李四光")
        try console.press("<enter>")
        for _ in 0..<60 {
            guard case .record(let form)? = console.state.overlay, form.fields.indices.contains(form.focus), form.fields[form.focus].column.id != "place" else { break }
            try console.press("<down>")
        }
        console.commit("拉布大林街道")
        try console.press("<c-s>")
        #expect(console.edits.last?.edit.record.name == "李四光", "\(console.screen)")
        #expect(console.state.current == .people && console.state.matches != nil)
    }

    @Test("What is typed is told apart: an identity number, a telephone, a name; conditions are none of them")
    func typed() {
        func values(_ text: String) -> [String: String] { TypedPerson(text).values }
        #expect(values("张三 13800138000") == ["name": "张三", "phone": "13800138000"])
        #expect(values("11010519491231002x 138-0013-8000") == ["id_number": "11010519491231002X", "phone": "13800138000"])
        #expect(values("110105 19491231 002X") == ["id_number": "11010519491231002X"])
        #expect(values("+86 138 0013 8000") == ["phone": "+8613800138000"])
        #expect(values("John Smith") == ["name": "John Smith"])
        #expect(values("欧阳 锋") == ["name": "欧阳锋"])
        for text in ["", "  ", "#退役军人 @额尔古纳市 >=4000 !焊工 18-45岁", "12", "-", "---", "+"] { #expect(values(text).isEmpty, "\(text)") }
    }

    @Test("Whatever is pasted opens the search and never the wrong form", arguments: [UInt64(1), 2, 3])
    func hostile(seed: UInt64) throws {
        var random = Splitter(state: seed)
        let pieces = ["\u{1B}[31m", "张三", "\u{202E}", "1", "999999999999999999999", "X", " ", "\n", "#", "!", "\"", "@额", "，", "\u{0}", "é", "👨‍👩‍👧"]
        for _ in 0..<60 {
            var console = try console()
            try console.press("0")
            let text = (0..<Int.random(in: 1...6, using: &random)).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
            console.send(.paste(text))
            try console.press("<enter>")
            #expect(console.state.current == .people, "seed \(seed) \(text.debugDescription)")
            if case .record(let form)? = console.state.overlay { #expect(form.before == nil && !form.changed.isEmpty) }
        }
    }

    @Test("The day's own lines open their record also where no list has it")
    func lines() throws {
        var console = try console()
        try console.press("0/zhangsan<enter>b<enter>0")
        let lines = try #require(console.state.pages[.today]?.lines)
        let placed = try id("P2")
        let index = try #require(lines.firstIndex { $0.about == .person(placed) })
        try console.press("g" + String(repeating: "j", count: index) + "<enter>")
        #expect(try console.state.current == .people && console.state.list.selected == id("P2"), "\(console.screen)")
        try console.press("<esc>")
        #expect(console.state.current == .today)
    }

    @Test("Turned towards a client, who was found is hidden as everybody is")
    func turned() throws {
        var console = try console()
        try console.press("1t0/zhangsan<enter>")
        #expect(console.state.list.items?.count == 1)
        for hidden in ["张三", "已就业", "154****", "zhangsan"] { #expect(!console.screen.contains(hidden), "\(hidden)\n\(console.screen)") }
    }
}
