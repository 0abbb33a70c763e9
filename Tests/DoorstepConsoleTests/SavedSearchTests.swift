import DoorstepCore
import Testing
import TerminalUI

@testable import DoorstepConsole

@Suite("Saved searches at the keyboard")
struct SavedSearchTests {
    /// The people, narrowed.
    private func people(_ typed: String, language: Language = .chinese) throws -> ConsoleDriver {
        var console = try ConsoleDriver(columns: 100, rows: 30, language: language, model: SampleStation.model())
        try console.press("2/")
        console.commit(typed)
        return console
    }

    private func prompt(_ console: ConsoleDriver) -> SearchPrompt? {
        if case .saveSearch(let prompt)? = console.state.overlay { prompt } else { nil }
    }

    private func view(_ console: ConsoleDriver) -> SearchesView? {
        if case .searches(let view)? = console.state.overlay { view } else { nil }
    }

    /// Saves the present narrowing.
    private func save(_ name: String, _ console: inout ConsoleDriver) throws {
        try console.press("<c-s><c-u>")
        console.commit(name)
        try console.press("<enter>")
    }

    @Test("Ctrl-S while typing, or S on the list, saves the narrowing as it is printed back; that is the name that is offered", arguments: ["<c-s>", "<enter>S"])
    func save(keys: String) throws {
        var console = try people("＃退役军人   ZS")
        try console.press(keys)
        #expect(prompt(console)?.field.text == "#退役军人 zs")
        #expect(console.screen.contains("存为常用查找"))
        try console.press("<enter>")
        #expect(console.searches == [SavedSearch(name: try SearchName("#退役军人 zs"), records: .person, query: "#退役军人 zs")])
        #expect(console.state.overlay == nil)
        #expect(console.screen.contains("已保存 常用查找“#退役军人 zs”"))
        #expect(console.state.model?.sequence == 2)
    }

    @Test("The key is hinted at where there is room for it", arguments: Language.allCases)
    func hint(language: Language) throws {
        for (columns, isThere) in [(60, false), (80, true)] {
            for screen in ["1", "2", "3"] {
                var console = try ConsoleDriver(columns: columns, rows: 24, language: language, model: SampleStation.model())
                try console.press(screen)
                let hints = console.screen.split(separator: "\n", omittingEmptySubsequences: false)[23]
                if isThere { #expect(hints.contains(language == .chinese ? "s常用" : "s saved"), "\(hints)") }
                if columns == 80 { #expect(hints.contains(language == .chinese ? "q离开" : "q leave"), "\(hints)") }
            }
        }
    }

    @Test("s lists those of this list alone; typing narrows them by name, query and pinyin; Enter takes one up")
    func use() throws {
        var console = try people("zs")
        try save("张家的人", &console)
        try console.press("<c-u>")
        console.commit("+焊工")
        try save("会焊的", &console)
        try console.press("<enter>1/")
        console.commit("@额尔古纳市")
        try save("本市的岗位", &console)
        try console.press("<esc>2<esc>s")
        #expect(view(console)?.found(console.state.model).map(\.search.name.text) == ["张家的人", "会焊的"])
        #expect(console.screen.contains("常用查找 > 求职") && !console.screen.contains("本市的岗位"))
        for (typed, expected) in [("会", ["会焊的"]), ("焊工", ["会焊的"]), ("zjd", ["张家的人"]), ("没有", [])] {
            try console.press("<c-u>")
            console.commit(typed)
            #expect(view(console)?.found(console.state.model).map(\.search.name.text) == expected, "\(typed)")
        }
        try console.press("<c-u><down><enter>")
        #expect(console.state.overlay == nil && !console.state.list.isTyping)
        #expect(console.state.list.field.text == "+焊工")
        #expect(Set(console.state.list.items?.map(\.text) ?? []) == ["P1", "P2"])
    }

    @Test("Ctrl-X asks, y removes; any other key, Enter too, leaves it", arguments: ["<enter>", "n", "<esc>", "<c-x>"])
    func remove(no: String) throws {
        var console = try people("zs")
        try save("张", &console)
        try console.press("<enter>s<c-x>")
        #expect(console.screen.contains("删除“张”吗？"))
        try console.press(no)
        #expect(console.searches.count == 1 && view(console)?.asked == nil)
        try console.press("<c-x>")
        console.commit("ｙ")
        #expect(console.searches.isEmpty)
        #expect(console.screen.contains("已删除") && console.screen.contains("还没有常用查找"))
        try console.press("<esc>")
        #expect(console.state.overlay == nil && console.state.list.field.text == "zs")
    }

    @Test("A name that is taken, also in full width, is asked about and replaced by y alone")
    func taken() throws {
        var console = try people("zs")
        try save("abc", &console)
        try console.press("<c-u>")
        console.commit("wf")
        try save("ＡＢＣ", &console)
        #expect(console.screen.contains("已有“abc”：zs"))
        try console.press("<enter>")
        #expect(console.searches.map(\.query) == ["zs"])
        #expect(prompt(console) != nil && prompt(console)?.taken == nil)
        try console.press("<enter>y")
        #expect(console.searches.map(\.query) == ["wf"])
        #expect(console.state.overlay == nil)
    }

    @Test("Nothing is saved where nothing narrows, or where it is not understood; and it says why", arguments: [
        ("", "还没有条件"), ("#退役军入", "退役军人"), ("#", "没有写完|还没写完"), ("缺>2", "没有空缺"),
    ])
    func nothing(typed: String, part: String) throws {
        var console = try people(typed)
        try console.press("<c-s>")
        #expect(console.state.overlay == nil)
        let said = console.state.message?.text.chinese ?? ""
        #expect(part.split(separator: "|").contains { said.contains($0) }, "\(said)")
    }

    @Test("A name is a line of at most 80 characters without what cannot be seen", arguments: Language.allCases)
    func hostileNames(language: Language) throws {
        var console = try people("zs", language: language)
        try console.press("<c-s><c-u><enter>")
        #expect(prompt(console)?.error == SavedSearchError.nameMissing.message)
        console.send(.paste("\u{202E}\u{200B} \t"))
        try console.press("<enter>")
        #expect(prompt(console)?.error == SavedSearchError.nameMissing.message)
        console.send(.paste("甲\u{1B}[31m\u{202E}乙\n\u{7}丙\u{0}"))
        try console.press("<enter>")
        #expect(console.searches.map(\.name.text) == ["甲[31m乙 丙"])
        try console.press("<enter>s")
        for row in 0..<30 {
            for cell in console.frame.cells[row] {
                for scalar in cell.text.unicodeScalars {
                    #expect(scalar.value >= 0x20 && scalar.value != 0x202E && !(0x7F...0x9F).contains(scalar.value))
                }
            }
        }
        try console.press("<esc>S<c-u>")
        console.send(.paste(String(repeating: "长", count: 10_000)))
        #expect(prompt(console)?.field.text.count == 80)
        try console.press("<c-u>")
        console.send(.paste("e" + String(repeating: "\u{301}", count: 10_000)))
        try console.press("<enter>")
        #expect(prompt(console)?.error == SavedSearchError.nameTooLong.message)
        #expect(console.searches.count == 1)
    }

    @Test("One that is no longer understood is listed with the reason, and stands in the field to be mended")
    func noLongerUnderstood() throws {
        var console = try people("")
        let model = try #require(console.state.model)
        let old = SavedSearch(name: try SearchName("老群体"), records: .person, query: "#没有的群体 zs")
        console.apply(.caughtUp([], searches: model.readings(of: [old]), sequence: 2))
        #expect(console.screen.contains("其他程序"))
        try console.press("<enter>s")
        #expect(console.screen.contains("老群体") && console.screen.contains("!#没有的群体") && console.screen.contains("目录里没有这个群体"))
        try console.press("<enter>")
        #expect(console.state.list.isTyping && console.state.list.field.text == "#没有的群体 zs")
        #expect(console.screen.contains("目录里没有这个群体"))
        #expect(console.state.list.items?.map(\.text) == ["P2"])
    }

    @Test("What another program removes leaves the list that stands open, and the question about it")
    func removedElsewhere() throws {
        var console = try people("zs")
        try save("张", &console)
        try console.press("<enter>s<c-x>")
        console.apply(.caughtUp([], searches: [], sequence: 9))
        #expect(view(console)?.asked == nil && view(console)?.found(console.state.model) == [])
        try console.press("y<esc>")
        #expect(console.searches.count == 1)
    }

    @Test("What the store refuses is said in the prompt, which stays; only what is on disk is saved")
    func refused() throws {
        let model = try SampleStation.model()
        var state = ConsoleDriver(model: model).state
        state.list.field.insert("焊")
        _ = reduce(&state, .input(.key(try #require(KeyStroke("S")))))
        let effects = reduce(&state, .input(.key(try #require(KeyStroke("<enter>")))))
        let search = SavedSearch(name: try SearchName("焊"), records: .job, query: "焊")
        #expect(effects == [.saveSearch(search, replacing: false)])
        #expect(render(state).text.contains("正在保存") && !render(state).text.contains("已保存"))
        #expect(reduce(&state, .input(.key(try #require(KeyStroke("<enter>"))))).isEmpty)
        _ = reduce(&state, .searchRefused(Phrase("磁盘已满", "the disk is full")))
        #expect(render(state).text.contains("磁盘已满"))
        _ = reduce(&state, .input(.key(try #require(KeyStroke("<esc>")))))
        #expect(state.overlay == nil && state.model?.searches == [])
        // An answer with a gap before it leaves the rest to the next look.
        _ = reduce(&state, .searchSaved(search, all: model.readings(of: [search]), sequence: 5))
        #expect(state.model?.sequence == 1 && state.model?.searches.count == 1)
    }

    @Test("An English caseworker reads what a Chinese one saved in English")
    func languages() throws {
        var console = try people("学历>=大专")
        try save("大专", &console)
        try console.press("<enter><f9>s")
        #expect(console.screen.contains("education>=college") && console.screen.contains("Saved searches > People"))
        try console.press("<enter>")
        #expect(console.state.list.field.text == "education>=college")
    }
}
