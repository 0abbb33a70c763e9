import DoorstepCore
import Testing
import TerminalUI

@testable import DoorstepConsole

@Suite("Marks")
struct MarksTests {
    private func console(language: Language = .chinese) throws -> ConsoleDriver {
        ConsoleDriver(columns: 100, rows: 30, language: language, model: try SampleStation.model())
    }

    @Test("Space marks and goes on, marks outlive narrowing and other screens, U takes them off", arguments: Language.allCases)
    func marks(language: Language) throws {
        var console = try console(language: language)
        try console.press("2<space><space>")
        #expect(console.state.list.marks.count == 2)
        #expect(console.screen.contains(language == .chinese ? "已选 2" : "2 marked"))
        #expect(console.screen.contains("*巴特尔"))
        try console.press("/王<enter>")
        #expect(console.screen.contains(language == .chinese ? "已选 2" : "2 marked"))
        try console.press("12<esc>")
        #expect(console.state.list.marks.count == 2)
        // Marked again, it is no longer marked.
        try console.press("g<space>")
        #expect(console.state.list.marks.count == 1)
        try console.press("U")
        #expect(console.state.list.marks.isEmpty)
    }

    @Test("Several marked people are referred to a job together; the form says how many first")
    func together() throws {
        var console = try console()
        try console.press("1/氩<enter><enter>")
        try console.press("<space><space>p")
        #expect(console.screen.contains("一起办理 2 笔 -> 氩弧焊工"))
        #expect(console.saved.isEmpty)
        try console.press("<enter>")
        #expect(console.saved.count == 2)
        #expect(Set(console.saved.map(\.target)).count == 2)
        #expect(console.screen.contains("已保存 2 笔"))
        #expect(console.state.matches?.marks.isEmpty == true)
    }

    @Test("One that is refused does not keep the others; it is named with the reason and stays marked")
    func partly() throws {
        var console = try console()
        try console.press("1/氩<enter><enter><space><space>p")
        let marks = try #require(console.state.matches?.marks.sorted { $0.person < $1.person })
        let step = PlacementStep(
            number: 1, stage: .referred, party: nil, date: ConsoleDriver.day, recorded: "2026-11-21T01:00:00Z", caseworker: "乌兰", note: "",
            employer: "三河糖业", title: "氩弧焊工", kind: "", link: "")
        let placement = Placement(id: try #require(RecordID("R1")), job: marks[0].job, person: marks[0].person, first: step)
        console.apply(
            .stepsSaved(
                [SavedStep(placement: placement, person: nil, sequence: 2)],
                refused: RefusedStep(target: .pair(job: marks[1].job, person: marks[1].person), reason: Phrase("推荐过", "sent before"), of: 1)))
        #expect(console.screen.contains("已保存 1 笔；1 笔没有办成，张三：推荐过"))
        #expect(console.state.matches?.marks == [marks[1]])
        #expect(console.state.overlay == nil)
    }

    @Test("In the ledger marked placements take the next step that all of them can")
    func ledger() throws {
        var console = try console()
        try console.press("1/氩<enter><enter><space><space>p<enter><esc>3<space><space>p")
        #expect(console.screen.contains("一起办理 2 笔"))
        try console.press("<enter>")
        #expect(console.saved.suffix(2).allSatisfy { $0.stage != .referred })
        // One goes on; then there is nothing in common but what ends both.
        #expect(console.state.list.marks.isEmpty)
    }

    @Test("x exports what is marked, else what is listed, else the whole ledger")
    func export() throws {
        var console = try console()
        try console.press("2/王<enter>x")
        #expect(console.screen.contains("导出 1 条到"))
        try console.press("<enter>")
        try console.press("<esc>g<space>x<enter>3x<enter>")
        let selections = console.exports
        #expect(selections.map(\.list) == [.people, .people, .ledger])
        #expect(selections[0].lines?.map(\.text) == ["P3"])
        #expect(selections[1].lines?.map(\.text) == ["P1"])
        #expect(selections[2].lines == nil)
    }
}
