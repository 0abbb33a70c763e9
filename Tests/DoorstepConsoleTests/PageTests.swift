import DoorstepCore
import Testing
import TerminalUI

@testable import DoorstepConsole

@Suite("Pages")
struct PageTests {
    /// Opens the reports and goes to the line with this title.
    private func open(_ title: Phrase, in console: inout ConsoleDriver) throws {
        try console.press("7")
        let line = try #require(console.state.page?.lines?.firstIndex { $0.title == title })
        try console.press("g" + String(repeating: "j", count: line))
    }

    @Test("7 opens the reports: this month's figures with their targets and definitions, then the two lists against each other")
    func reports() throws {
        var console = try ConsoleDriver(model: SampleStation.model())
        try console.press("7")
        #expect(console.screen.contains("报表 > 指标") && console.screen.contains("2026年11月"))
        let lines = try #require(console.state.page?.lines)
        for section in ["推荐过程", "稳岗", "零工", "基层服务", "按工作地", "供求", "供求地区", "急需紧缺", "等得最久", "培训清单"] {
            #expect(lines.contains { $0.title.chinese.hasSuffix(section) && $0.isHeading }, "\(section)")
        }
        try open(Indicator.registered.phrase, in: &console)
        // One of the three people was written down this month, two the month before.
        #expect(console.screen.contains("2025-12") && console.screen.contains("2026-11"))
        #expect(lines.first { $0.title == Indicator.registered.phrase }?.chart?.values.suffix(2) == [2, 1])
        let urban = try #require(lines.first { $0.title == Indicator.newEmployment.phrase })
        let said = urban.details.map(\.text.chinese).joined(separator: "\n")
        #expect(said.contains("目标") && said.contains("700") && said.contains("征求意见稿") && said.contains(Indicator.newEmployment.definition.chinese))
    }

    @Test("[ and ] go a period back and forth, never beyond now; m takes another kind")
    func periods() throws {
        var console = try ConsoleDriver(model: SampleStation.model())
        try open(Indicator.registered.phrase, in: &console)
        func registered() -> String? { console.state.page?.lines?.first { $0.title == Indicator.registered.phrase }?.values.first?.chinese }
        #expect(registered() == "1")
        try console.press("[")
        #expect(registered() == "2" && console.screen.contains("2026年10月"))
        try console.press("]]")
        #expect(registered() == "1" && console.screen.contains("2026年11月"))
        try console.press("mmm")
        #expect(registered() == "3" && console.screen.contains("2026年"))
        try console.press("2[")
        #expect(console.screen.contains("没有这个命令"))
    }

    @Test("Enter on a number lists the records that it was counted from, Esc is the page again on its line")
    func countedFrom() throws {
        var console = try ConsoleDriver(model: SampleStation.model())
        try open(Indicator.registered.phrase, in: &console)
        try console.press("[<enter>")
        #expect(console.state.current == .people && console.state.list.items?.count == 2)
        #expect(console.screen.contains("只列：登记求职 2026年10月"))
        try console.press("<esc>")
        #expect(console.state.current == .reports && console.state.page?.selected?.title == Indicator.registered.phrase)
    }

    @Test("No line of the reports names anybody")
    func nobody() throws {
        var console = try ConsoleDriver(model: SampleStation.model())
        try console.press("2<enter>p<enter><esc>7")
        let model = try #require(console.state.model)
        let said = try #require(console.state.page?.lines).flatMap { [$0.title] + $0.values + $0.details.map(\.text) }.map(\.chinese).joined(separator: "\n")
        for person in model.register.people { #expect(!said.contains(person.name)) }
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
        let referred = try #require(console.state.page?.lines?.first { $0.title == Indicator.referred.phrase })
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
            try open(Phrase("合计", "all together"), in: &console)
            try console.press("jjjj")
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
