import DoorstepCore
import Testing
import TerminalUI

@testable import DoorstepConsole

@Suite("Doubles of the register")
struct DoublesTests {
    private func console(columns: Int = 80, rows: Int = 24, language: Language = .chinese, passphrases: [String: String] = [:]) throws -> ConsoleDriver {
        ConsoleDriver(columns: columns, rows: rows, language: language, model: try SampleStation.withDoubles(), passphrases: passphrases)
    }

    private struct NoDoubles: Error {}

    private func view(_ console: ConsoleDriver) throws -> DoublesView {
        guard case .doubles(let view)? = console.state.overlay else { throw NoDoubles() }
        return view
    }

    private func person(_ console: ConsoleDriver, _ id: String) throws -> Person {
        let id = try #require(RecordID(id))
        return try #require(console.state.model?.register.people[id])
    }

    @Test("D lists the pairs of what is listed, with the reason; Tab goes to jobs, employers and round", arguments: Language.allCases)
    func listed(language: Language) throws {
        var console = try console(language: language)
        try console.press("2D")
        for text in language == .chinese ? ["查重 > 求职者 1 对", "P1 巴特尔", "P4 巴特尔", "姓名和电话相同"] : ["Doubles > people 1 pair", "P1 巴特尔", "P4 巴特尔"] {
            #expect(console.screen.contains(text), "\(text) in\n\(console.screen)")
        }
        try console.press("<tab>")
        #expect(console.screen.contains("J1 氩弧焊工") && console.screen.contains("J3 氩弧焊工"))
        try console.press("<tab>")
        #expect(console.screen.contains(language == .chinese ? "没有可能重复的" : "nothing may be a double"))
        try console.press("<tab>")
        #expect(try view(console).kind == .person)
        try console.press("<esc>1D")
        #expect(try view(console).kind == .job)
    }

    @Test("Enter shows both side by side, what differs first and marked, and no whole numbers")
    func sideBySide() throws {
        var console = try console()
        try console.press("2D<enter>")
        let rows = console.screen.split(separator: "\n").map(String.init)
        let place = try #require(rows.first { $0.contains("* 常住地") })
        #expect(place.contains("拉布大林街道") && place.contains("用左边"))
        #expect(console.screen.contains("154****0001") && !console.screen.contains("15400000001"))
    }

    @Test("Only m and then y make one of two; what one says stands, of lists what both say; whose value stands is chosen with Enter")
    func merged() throws {
        // Given
        var console = try console()
        let (first, second) = try (person(console, "P1"), person(console, "P4"))
        // When
        try console.press("2D<enter>m")
        #expect(console.screen.contains("把 P4 合并到 P1"))
        try console.press("n")
        #expect(try person(console, "P4").stands)
        try console.press("<enter>my")
        // Then
        let merged = try person(console, "P1")
        #expect(merged.place == second.place && merged.skills == first.skills && merged.note == second.note)
        #expect(try !person(console, "P4").stands)
        #expect(console.screen.contains("P4 并入 P1") && console.screen.contains("没有可能重复的"))
    }

    @Test("Tab chooses which of the two records stays")
    func swapped() throws {
        var console = try console()
        try console.press("2D<enter><tab>my")
        #expect(try person(console, "P4").stands && !person(console, "P1").stands)
        #expect(try person(console, "P4").skills == person(console, "P1").skills)
    }

    @Test("u takes a merge back, both stand again as they were; Ctrl-R makes it again", arguments: ["", "<esc>"])
    func takenBack(leave: String) throws {
        // Given
        var console = try console()
        let (first, second) = try (person(console, "P1"), person(console, "P4"))
        try console.press("2D<enter>my" + leave)
        let merged = try person(console, "P1")
        // When
        try console.press("u")
        // Then
        #expect(try person(console, "P1") == first && person(console, "P4") == second)
        #expect(console.screen.contains("已撤销"))
        // When
        try console.press("<c-r>")
        // Then
        #expect(try person(console, "P1") == merged && !person(console, "P4").stands)
        // When
        try console.press("u")
        // Then
        #expect(try person(console, "P4") == second)
    }

    @Test("What the store refuses, as where somebody changed one of them meanwhile, changes nothing, and can be tried again")
    func refused() throws {
        var console = try console()
        console.refusal = Phrase("P4 已被别人改过", "P4 was changed meanwhile")
        try console.press("2D<enter>my")
        #expect(console.screen.contains("P4 已被别人改过"))
        #expect(try person(console, "P4").stands && console.state.history.done.isEmpty)
        console.refusal = nil
        try console.press("my")
        #expect(try !person(console, "P4").stands)
    }

    @Test("A job posted twice becomes one posting")
    func jobs() throws {
        var console = try console()
        try console.press("1D<enter>my")
        let jobs = try #require(console.state.model).register.jobs
        #expect(try jobs[#require(RecordID("J3"))]?.stands == false && jobs[#require(RecordID("J1"))]?.stands == true)
    }

    @Test("Locked, the console keeps no pair, and finds them anew once it is open; what is late is dropped")
    func locking() throws {
        var console = try console(passphrases: ["乌兰": "x"])
        try console.press("2D<enter><f12>")
        #expect(try view(console).pairs == nil && view(console).merging == nil)
        #expect(!console.screen.contains("巴特尔"))
        try console.press("x<enter>")
        #expect(try view(console).pairs?.count == 1)
        console.answersLate = true
        try console.press("<tab>")
        console.apply(.foundDoubles([], generation: console.state.doublesGeneration - 1))
        #expect(try view(console).pairs == nil)
    }

    @Test("Turned to the client no doubles are looked for")
    func turned() throws {
        var console = try console()
        try console.press("2tD")
        #expect(console.state.overlay == nil)
        #expect(console.screen.contains("先按 t 转回来"))
    }

    @Test("They are listened to: pair by pair, then column by column, then the question")
    func spoken() throws {
        var listener = try ListeningDriver(model: SampleStation.withDoubles())
        try listener.press("2")
        #expect(try listener.press("D").contains("1/1 P1 巴特尔，P4 巴特尔，姓名和电话相同"))
        #expect(try listener.press("<enter>").contains { $0.contains("常住地：") && $0.contains("用左边") })
        #expect(listener.all().contains { $0.hasPrefix("P1 巴特尔（留下）") })
        #expect(try listener.press("m").contains { $0.contains("把 P4 合并到 P1") })
    }
}
