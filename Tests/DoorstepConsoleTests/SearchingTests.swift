import DoorstepCore
import Testing
import TerminalUI

@testable import DoorstepConsole

@Suite("Searching a list")
struct SearchingTests {
    private func people(_ typed: String) throws -> ConsoleDriver {
        var console = try ConsoleDriver(columns: 100, rows: 30, model: SampleStation.model())
        try console.press("2/")
        console.commit(typed)
        return console
    }

    private func names(_ console: ConsoleDriver) throws -> [String] {
        let register = try #require(console.state.model).register
        return try #require(console.state.list.items).compactMap { register.people[$0]?.name }
    }

    @Test("finds by pinyin, initials, digits and places", arguments: [
        ("zhangsan", ["张三"]), ("zs", ["张三"]), ("zhang3", ["张三"]), ("bte", ["巴特尔"]), ("0002", ["张三"]), ("wf", ["王芳"]), ("hangong", ["巴特尔", "张三"]),
        ("拉布大林", ["巴特尔", "张三", "王芳"]), ("没有", []),
    ])
    func ways(_ typed: String, _ expected: [String]) throws {
        #expect(try Set(names(people(typed))) == Set(expected))
    }

    @Test("narrows by groups, places, skills, wages and ages, and by what is not")
    func terms() throws {
        #expect(try names(people("#退役军人")) == ["巴特尔"])
        #expect(try Set(names(people("!#退役军人"))) == ["张三", "王芳"])
        #expect(try Set(names(people("+焊工"))) == ["巴特尔", "张三"])
        #expect(try names(people("+焊工 zs")) == ["张三"])
        #expect(try names(people(">=6000")) == ["王芳"])
        #expect(try names(people("＞＝6000")) == ["王芳"])
        #expect(try names(people("等待>35天")) == ["巴特尔"])
        #expect(try names(people("18-45岁")).count == 3)
        #expect(try names(people("@上海")).count == 3)
    }

    @Test("says what it does not understand, and narrows by the rest")
    func problems() throws {
        let console = try people("zs #退役军入")
        #expect(try names(console) == ["张三"])
        #expect(console.screen.contains("退役军人"))
        // What is not finished is no mistake yet.
        #expect(try people("#").state.message == nil)
        #expect(try people(">=").state.message == nil)
    }

    @Test("looks for the first words only where a whole page is pasted, and says so")
    func pasted() throws {
        var console = try ConsoleDriver(columns: 100, rows: 30, model: SampleStation.model())
        try console.press("2/")
        console.send(.paste(String(repeating: "zs ", count: 3000)))
        #expect(try names(console) == ["张三"])
        console.send(.paste((0..<3000).map { "z\($0)" }.joined(separator: " ")))
        #expect(try names(console).isEmpty)
        #expect(console.screen.contains("24"))
    }

    @Test("shows which characters were hit, and in no other column")
    func hits() throws {
        let console = try people("zs")
        let row = try #require(console.screen.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains("张三") && $0.contains(">") })
        let line = console.frame.cells[row]
        #expect(line.filter { $0.style.underline && !$0.text.isEmpty }.map(\.text).joined() == "张三")
        // The best comes first: no column says that it gives the order.
        #expect(!console.screen.contains("求职 v"))
        #expect(try people("!zs").screen.contains("求职 v"))
    }

    @Test("Tab completes a group, a place or a skill, and goes on to the next")
    func completion() throws {
        var console = try people("#退役")
        try console.press("<tab>")
        #expect(console.state.list.field.text == "#退役军人 ")
        #expect(try names(console) == ["巴特尔"])
        console = try people("@海拉")
        try console.press("<tab>")
        #expect(console.state.list.field.text.hasPrefix("@海拉尔"))
        #expect(console.screen.contains("["))
        let first = console.state.list.field.text
        try console.press("<tab>")
        let second = console.state.list.field.text
        if second != first {
            try console.press("<backtab>")
            #expect(console.state.list.field.text == first)
        }
        console = try people("@hailaer")
        try console.press("<tab>")
        #expect(console.state.list.field.text.hasPrefix("@海拉尔"))
        console = try people("zs")
        try console.press("<tab>")
        #expect(console.state.list.field.text == "zs")
        #expect(console.screen.contains("Tab"))
    }

    @Test("Ctrl-P brings earlier searches back, and Ctrl-N what was being typed")
    func history() throws {
        var console = try people("zs")
        try console.press("<enter>/<c-u>wf<enter>/<c-u>b")
        try console.press("<c-p>")
        #expect(console.state.list.field.text == "wf")
        try console.press("<c-p>")
        #expect(console.state.list.field.text == "zs")
        #expect(try names(console) == ["张三"])
        try console.press("<c-p>")
        #expect(console.state.list.field.text == "zs")
        try console.press("<c-n><c-n>")
        #expect(console.state.list.field.text == "b")
    }

    @Test("finds by pinyin what was typed before there was an index, as soon as there is one")
    func typedBeforeTheIndex() throws {
        let model = try SampleStation.model()
        var state = ConsoleDriver(columns: 100, rows: 30, model: model, isOpened: false).state
        _ = reduce(&state, .opened(model))
        state.current = .people
        state.list.field.insert("zs")
        let index = SearchIndex(model.register, model.catalogue, try SampleStation.readings())
        let effects = reduce(&state, .searchable(index, generation: state.indexGeneration))
        let asked = try #require(effects.first)
        guard case .narrow(.people, "zs", let sort, _) = asked, effects.count == 1 else {
            Issue.record("\(effects)")
            return
        }
        let found = Narrowing.run(.people, query: "zs", sort: sort, try #require(state.model))
        #expect(found?.items.map(\.text) == ["P2"])
        // One that was made of an older store is left alone.
        #expect(reduce(&state, .searchable(index, generation: state.indexGeneration - 1)).isEmpty)
    }

    @Test("does not say that nothing fits before there is an index, aloud or on the screen; of conditions it does")
    func emptyBeforeTheIndex() throws {
        let model = try SampleStation.model()
        var state = ConsoleDriver(columns: 100, rows: 30, model: model, isOpened: false).state
        _ = reduce(&state, .opened(model))
        state.current = .people
        func look(for query: String) throws {
            state.list.field.replace(with: query)
            guard case .narrow(let kind, _, let sort, let generation) = state.narrow(.people) else { return }
            let opened = try #require(state.model)
            let found = try #require(Narrowing.run(kind, query: ListQuery(query), sort: sort, opened))
            _ = reduce(&state, .narrowed(kind, generation: generation, found))
        }
        func said() -> [String] {
            var speaker = Speaker()
            return speaker.say(state).lines
        }
        try look(for: "zs")
        #expect(render(state).text.contains("正在准备查找") && !render(state).text.contains("没有符合的"))
        #expect(said().contains { $0.contains("正在准备查找") } && !said().contains { $0.contains("查到 0") })
        try look(for: "#退役军人 18-19岁")
        #expect(render(state).text.contains("没有符合的"))
        try look(for: "zs")
        let index = SearchIndex(model.register, model.catalogue, try SampleStation.readings())
        _ = reduce(&state, .searchable(index, generation: state.indexGeneration))
        try look(for: "zzzz")
        #expect(render(state).text.contains("没有符合的"))
        #expect(said().contains { $0.contains("查到 0") })
    }

    @Test("Esc with a key close behind, which arrives as one, clears the search and is that key")
    func escapeAndKey() throws {
        var console = try people("zs")
        console.send(.key(KeyStroke(.character("/"), alt: true)))
        #expect(console.state.list.isTyping && console.state.list.field.isEmpty)
        try console.press("wf")
        #expect(try names(console) == ["王芳"])
        console.send(.key(KeyStroke(.character("3"), alt: true)))
        #expect(console.state.current == .ledger)
    }

    @Test("finds what was just changed, and the rest as before")
    func changes() throws {
        var console = try people("")
        var person = try #require(console.state.model?.register.people[0])
        person.name = "阿拉坦"
        console.apply(.caughtUp([.person(person)], sequence: 2))
        console.commit("alt")
        #expect(try names(console) == ["阿拉坦"])
    }
}
