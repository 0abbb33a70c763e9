import DoorstepCore
import Testing
import TerminalUI

@testable import DoorstepConsole

@Suite("What there is to look at while the store is being read")
struct FirstLinesTests {
    /// A console whose store is being read, with the first pages there.
    private func reading(passphrases: [String: String] = [:], count: Int = 2, language: Language = .chinese) throws -> (console: ConsoleDriver, model: StationModel) {
        let model = try SampleStation.model()
        var console = ConsoleDriver(language: language, model: model, isOpened: false, passphrases: passphrases)
        console.apply(.begun(try page(model, count)))
        return (console, model)
    }

    private func page(_ model: StationModel, _ count: Int) throws -> FirstLines {
        var lists: [ListKind: FirstLines.List] = [:]
        for kind in [ListKind.jobs, .people] {
            let items = try #require(Narrowing.run(kind, query: "", sort: kind.standardSort, model)).items
            lists[kind] = FirstLines.List(items: Array(items.prefix(count)), isWhole: items.count <= count)
        }
        return FirstLines(model: model, lists: lists)
    }

    @Test("It shows lines and the record, and says that there is more to come; the ledger is still awaited")
    func shown() throws {
        var (console, _) = try reading(count: 1)
        #expect(console.screen.contains(">氩弧焊工") && !console.screen.contains("叉车司机"))
        #expect(console.screen.contains("1+ 正在读取") && console.screen.contains("要求 焊工") && console.screen.contains("数据读完就匹配"))
        try console.press("2")
        #expect(console.screen.contains(">巴特尔") && console.screen.contains("1+ 正在读取"))
        try console.press("3")
        #expect(console.screen.contains("正在打开台站数据"))
    }

    @Test("A page that has all there is does not say that there is more")
    func wholePage() throws {
        let (console, _) = try reading()
        #expect(console.screen.contains(" 2 正在读取") && !console.screen.contains("2+"))
    }

    @Test("The second page comes after the first, and leaves the line where it is")
    func secondPage() throws {
        let model = try SampleStation.model()
        var console = ConsoleDriver(model: model, isOpened: false)
        let both = try page(model, 2)
        console.apply(.begun(FirstLines(model: model, lists: both.lists.filter { $0.key == .jobs })))
        try console.press("j")
        #expect(console.screen.contains(">叉车司机"))
        console.apply(.begun(both))
        #expect(console.screen.contains(">叉车司机"))
        try console.press("2")
        #expect(console.screen.contains(">巴特尔"))
    }

    @Test("The line that was chosen on the page stays chosen when the whole list is there, and its matches come")
    func sameLine() throws {
        var (console, model) = try reading()
        try console.press("j")
        console.apply(.opened(model))
        #expect(console.screen.contains(">叉车司机") && console.screen.contains("2/2") && !console.screen.contains("正在读取"))
        #expect(console.screen.contains("匹配 "))
    }

    @Test("What is typed narrows the list as soon as the store is read, and says so until then")
    func typing() throws {
        var (console, model) = try reading()
        try console.press("/chache")
        #expect(console.screen.contains("/ chache") && console.screen.contains("读完就按这个查找") && console.screen.contains("氩弧焊工"))
        console.apply(.opened(model))
        #expect(console.screen.contains(">叉车司机") && !console.screen.contains("氩弧焊工") && console.screen.contains("1/2"))
        #expect(!console.screen.contains("读完就按这个查找"))
    }

    @Test("All matches are opened, and come when the store is read")
    func matches() throws {
        var (console, model) = try reading()
        try console.press("<enter>")
        #expect(console.screen.contains("氩弧焊工 三河糖业 > 匹配") && console.screen.contains("数据读完就匹配"))
        console.apply(.opened(model))
        #expect(console.screen.contains("名次") && console.screen.contains("巴特尔"))
    }

    @Test("What needs all of the store says that it is still being read, and does nothing", arguments: Command.all.filter { $0.id.needsWholeStation }.map(\.id))
    func waits(id: Command.ID) throws {
        var (console, model) = try reading(passphrases: ["乌兰": "ulaan-2026"])
        try console.press("2:" + id.rawValue + "<enter>")
        // Some do not work where people are listed, and are not offered.
        let works = Command.all.contains { $0.id == id && $0.works(in: .list(.people)) }
        #expect(console.screen.contains("还在读取") == works)
        #expect(console.edits.isEmpty && console.saved.isEmpty && console.exported.isEmpty && console.revealed.isEmpty)
        #expect(console.state.list.sort == ListKind.people.standardSort)
        // Whoever was put off is told when it can be done.
        console.apply(.opened(model))
        #expect(console.screen.contains("可以办理了") == works)
    }

    @Test("Marks, the other screens, the client's view and the language work", arguments: ["<space>", "U", "2", "3", "t", "<f9>", "?", "G", "g", "<pagedown>", "<enter>", "<esc>"])
    func works(script: String) throws {
        var (console, model) = try reading()
        try console.press(script)
        #expect(!console.screen.contains("还在读取") && !console.screen.contains("still being read"))
        console.apply(.opened(model))
    }

    @Test("Turned to the client, the page hides what the lists hide")
    func turned() throws {
        var (console, _) = try reading()
        try console.press("2t")
        // Who is under the cursor sits across the desk.
        for name in ["张三", "王芳"] { #expect(!console.screen.contains(name)) }
    }

    @Test("Locking forgets the page; one that was read before does not come back; the line is chosen again after unlocking")
    func locking() throws {
        var (console, model) = try reading(passphrases: ["乌兰": "ulaan-2026"])
        let late = try page(model, 2)
        try console.press("2j")
        #expect(console.screen.contains(">张三"))
        try console.press("<f12>")
        console.apply(.begun(late))
        for name in ["巴特尔", "张三", "氩弧焊工"] { #expect(!console.screen.contains(name)) }
        #expect(console.state.firstLines == nil && console.state.shown == nil)
        try console.press("ulaan-2026<enter>")
        #expect(console.screen.contains(">张三"))
    }

    @Test("A line that no page has is chosen when the whole list comes, unless somebody moved meanwhile", arguments: [("", "王芳"), ("j", "张三")])
    func awaited(script: String, name: String) throws {
        var (console, model) = try reading(passphrases: ["乌兰": "ulaan-2026"])
        console.apply(.opened(model))
        try console.press("2G<f12>")
        // Unlocked, a page comes first.
        _ = console.reduceAlone(.unlocked(as: "乌兰"))
        _ = console.reduceAlone(.begun(try page(model, 2)))
        #expect(console.screen.contains(">巴特尔"))
        try console.press(script)
        console.apply(.opened(model))
        #expect(console.screen.contains(">" + name))
    }

    @Test("A store that cannot be read leaves the page in sight, and nothing says that it is being read")
    func unreadable() throws {
        var (console, _) = try reading()
        console.apply(.notOpened(Phrase("台站数据损坏", "the store is damaged")))
        #expect(console.screen.contains(">氩弧焊工") && console.screen.contains("台站数据损坏"))
        #expect(!console.screen.contains("正在读取") && console.screen.contains("没有读完"))
        try console.press("n")
        #expect(console.state.overlay == nil && !console.screen.contains("还在读取"))
    }

    @Test("A page that comes after the whole store changes nothing")
    func late() throws {
        var (console, model) = try reading(count: 1)
        console.apply(.opened(model))
        let before = console.screen
        console.apply(.begun(try page(model, 1)))
        #expect(console.screen == before)
    }

    @Test("Every size draws, rows as wide as the screen, the cursor inside", arguments: [Language.chinese, .english])
    func sizes(language: Language) throws {
        var (console, _) = try reading(language: language)
        for script in ["", "<enter>", "2", "/ab"] {
            try console.press(script)
            for (columns, rows) in [(1, 1), (60, 15), (61, 16), (80, 24), (133, 43), (200, 60)] {
                console.send(.resize(Size(columns: columns, rows: rows)))
                let frame = console.frame
                #expect(frame.size == Size(columns: columns, rows: rows))
                for row in 0..<rows { #expect(frame.cells[row].reduce(0) { $0 + DisplayWidth().of($1.text) } == columns) }
                if columns >= 60 { #expect(frame.size.bounds.contains(frame.cursor)) }
            }
        }
    }
}
