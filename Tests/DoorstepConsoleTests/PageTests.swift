import DoorstepCore
import Testing
import TerminalUI

@testable import DoorstepConsole

@Suite("Pages")
struct PageTests {
    @Test("7 opens the reports: each month's figures with a picture, then the two lists against each other")
    func reports() throws {
        var console = try ConsoleDriver(model: SampleStation.model())
        try console.press("7")
        #expect(console.screen.contains("报表 > 近十二个月"))
        #expect(console.screen.contains("登记求职") && console.screen.contains("焊工"))
        // One of the three people was written down this month, two the month before.
        #expect(console.screen.contains("本月 1，上月 2，合计 3"))
        #expect(console.screen.contains("2025-12") && console.screen.contains("2026-11"))
    }

    @Test("Enter on an occupation lists the jobs that ask for it; Esc takes the narrowing off, and another 7 is the page again with its line")
    func opens() throws {
        var console = try ConsoleDriver(model: SampleStation.model())
        try console.press("7")
        let lines = try #require(console.state.page?.lines)
        let skills = try SampleStation.catalogue().skills
        let driver = skills.title(skills.name("叉车司机"))
        let line = try #require(lines.firstIndex { $0.title.chinese == driver })
        try console.press("g" + String(repeating: "j", count: line) + "<enter>")
        #expect(console.state.current == .jobs)
        #expect(console.state.list.field.text == "+\(driver)")
        #expect(console.screen.contains("1/2"))
        try console.press("<esc>")
        #expect(console.screen.contains("2/2"))
        try console.press("7")
        #expect(console.state.page?.state.selection == line)
    }

    @Test("Of a line that was counted from records Enter lists just these, also those that the list has not otherwise; words go on narrowing, Esc goes back to the page")
    func entries() throws {
        var console = try ConsoleDriver(model: SampleStation.model())
        try console.press("7")
        let ids = ["P2", "P3", "no such"].compactMap { RecordID($0) }
        var line = PageLine(title: Phrase("两人", "two people"))
        line.opens = PageLine.Narrowed(list: .people, entries: ListEntries(Phrase("两人", "two people"), ids))
        console.apply(.pageMade(.reports, generation: try #require(console.state.page?.generation), [line]))
        try console.press("<enter>")
        #expect(console.state.current == .people)
        #expect(console.screen.contains("只列：两人") && console.screen.contains("2/2"))
        #expect(console.state.list.items?.map(\.text).sorted() == ["P2", "P3"])
        let name = try #require(console.state.model?.register.people[ids[0]]?.name)
        console.commit(name)
        #expect(console.state.list.items?.map(\.text) == ["P2"])
        try console.press("<esc>")
        #expect(console.screen.contains("2/2"))
        try console.press("<esc>")
        #expect(console.state.current == .reports && console.state.lists[.people]?.entries == nil)
        try console.press("2")
        #expect(console.screen.contains("3/3"))
    }

    @Test("A line without a list behind it says so")
    func nothingBehind() throws {
        var console = try ConsoleDriver(model: SampleStation.model())
        try console.press("7<enter>")
        #expect(console.screen.contains("这一行没有可打开的名单"))
    }

    @Test("Esc goes back to the list that was shown before, and what is recorded meanwhile is counted")
    func backAndAnew() throws {
        var console = try ConsoleDriver(model: SampleStation.model())
        try console.press("2<enter>p<enter><esc>7")
        let referred = try #require(console.state.page?.lines?.first { $0.title == Stage.referred.phrase })
        #expect(referred.values.first == Phrase(verbatim: "1"))
        try console.press("<esc>")
        #expect(console.state.current == .people)
    }

    @Test("Chinese typed on a page starts a search of the list that was shown before it")
    func search() throws {
        var console = try ConsoleDriver(model: SampleStation.model())
        try console.press("27")
        console.commit("巴特尔")
        #expect(console.state.current == .people)
        #expect(console.screen.contains("1/3"))
    }

    @Test("Commands of lists do nothing on a page, and say so", arguments: ["n", "e", "p", "x", "<lt>", " "])
    func otherCommands(key: String) throws {
        var console = try ConsoleDriver(model: SampleStation.model())
        try console.press("7")
        try console.press(key == " " ? "<space>" : key)
        #expect(console.state.current == .reports && console.state.overlay == nil)
        #expect(console.screen.contains("没有这个命令"))
    }

    @Test("With lines and blocks the pictures are blocks, else ASCII")
    func pictures() throws {
        var settings = ConsoleSettings()
        for borders in ConsoleSettings.Borders.allCases {
            settings.borders = borders
            var console = ConsoleDriver(columns: 120, rows: 40, model: try SampleStation.model(), settings: settings)
            try console.press("7")
            #expect(console.screen.contains("█") == (borders == .lines))
            #expect(console.screen.contains("#|#") == (borders == .ascii))
        }
    }

    @Test("Every screen has its own command, whose key stands on its tab, and a list or a page of its own", arguments: Screen.ID.allCases)
    func screens(id: Screen.ID) throws {
        let screen = Screen.of(id)
        #expect(screen.id == id)
        #expect(Screen.opened(by: screen.command)?.id == id)
        var console = try ConsoleDriver(columns: 100, model: SampleStation.model())
        let key = try #require(Command.all.first { $0.id == screen.command }?.keys.first)
        try console.press(key.description)
        #expect(console.state.current == id)
        #expect(console.screen.contains(key.label + screen.tab.chinese))
        #expect((id.list == nil) != (id.page == nil))
    }
}
