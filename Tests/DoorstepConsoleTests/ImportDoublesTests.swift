import DoorstepCore
import Testing
import TerminalUI

@testable import DoorstepConsole

@Suite("Rows of a sheet that may be known already")
struct ImportDoublesTests {
    private func console(columns: Int = 80, rows: Int = 24, language: Language = .chinese, passphrases: [String: String] = [:]) throws -> ConsoleDriver {
        ConsoleDriver(columns: columns, rows: rows, language: language, model: try SampleStation.model(), passphrases: passphrases)
    }

    /// To the doubles of a sheet of four rows: the first may be P1, the third
    /// the second.
    private let toDoubles = "i/home/wulan/表格/名<enter><left>"

    private struct NotImporting: Error {}

    private func view(_ console: ConsoleDriver) throws -> ImportView {
        guard case .importing(let view)? = console.state.overlay else { throw NotImporting() }
        return view
    }

    private func counts(_ console: ConsoleDriver) throws -> IntakeCounts { try #require(view(console).report).counts }

    private func people(_ console: ConsoleDriver, named name: String) throws -> [Person] {
        try #require(console.state.model).register.people.filter { $0.name == name && $0.stands }
    }

    @Test("They are a tab of their own: each line with its row, whom it may be, why, and that nobody decided", arguments: Language.allCases)
    func listed(language: Language) throws {
        var console = try console(language: language)
        try console.press(toDoubles)
        let expected =
            language == .chinese
            ? ["重复 2", "巴特尔", "巴特尔 P1", "姓名和电话相同", "本表前面的 新来的", "未定，都留"] : ["Doubles 2", "巴特尔 P1", "the same name", "earlier row 新来的", "open: both"]
        for text in expected { #expect(console.screen.contains(text), "\(text) in\n\(console.screen)") }
    }

    @Test("A sheet without any has no such tab")
    func none() throws {
        var console = try console()
        try console.press("i/home/wulan/求<enter><left>")
        #expect(try view(console).tab == .warnings)
        #expect(!console.screen.contains("重复 "))
    }

    @Test("Both records stand side by side, what differs first and marked; whole numbers are on no screen", arguments: [Size(columns: 80, rows: 24), Size(columns: 160, rows: 40)])
    func sideBySide(size: Size) throws {
        var console = try console(columns: size.columns, rows: size.rows)
        try console.press(toDoubles)
        let rows = console.screen.split(separator: "\n").map(String.init)
        let place = try #require(rows.first { $0.contains("* 常住地") })
        #expect(place.contains("黑山头镇") && place.contains("拉布大林街道"))
        let telephone = try #require(rows.first { $0.contains("手机") && $0.contains("154****0001") })
        #expect(!telephone.contains("* 手机"))
        #expect(try #require(rows.firstIndex(of: place)) < #require(rows.firstIndex(of: telephone)))
        #expect(!console.screen.contains("15400000001"))
    }

    @Test("Undecided, both stand; before anything is saved the question says of how many nobody decided")
    func undecided() throws {
        // Given
        var console = try console()
        let before = try #require(people(console, named: "巴特尔").first)
        // When
        try console.press(toDoubles + "s")
        // Then
        #expect(console.screen.contains("可能重复 2 行（都留 2，其中未定 2；并入 0、不读 0）"))
        // When
        try console.press("y")
        // Then
        let all = try people(console, named: "巴特尔")
        #expect(all.count == 2 && all.contains(before))
        #expect(try people(console, named: "新来的").count == 2)
    }

    @Test("m makes the row an update of the known record: its cells replace, the rest stays, nobody is new; the counts follow")
    func merged() throws {
        // Given
        var console = try console()
        let before = try #require(people(console, named: "巴特尔").first)
        // When
        try console.press(toDoubles + "m")
        // Then
        #expect(try counts(console).people == IntakeCounts.Tally(new: 3, changed: 1))
        #expect(console.looked.count == 1, "the sheet is not read again")
        // When
        try console.press("sy")
        // Then
        let all = try people(console, named: "巴特尔")
        let person = try #require(all.first)
        #expect(all.count == 1 && person.id == before.id && person.skills == before.skills && person.telephone == before.telephone)
        #expect(person.place != before.place && person.note.contains("搬了家"))
    }

    @Test("d leaves the row out: it counts as refused, by choice, and nobody is stored of it")
    func leftOut() throws {
        // Given
        var console = try console()
        let before = try people(console, named: "巴特尔")
        // When
        try console.press(toDoubles + "d")
        // Then
        #expect(try counts(console).refused == 1 && counts(console).people.new == 3)
        try console.press("<left><left>")
        #expect(console.screen.contains("按选择没有读入"))
        // When
        try console.press("sy")
        // Then
        #expect(try people(console, named: "巴特尔") == before)
        #expect(try people(console, named: "娜仁").count == 1)
    }

    @Test("u takes the whole of it back, merged rows too")
    func takenBack() throws {
        // Given
        var console = try console()
        let before = try people(console, named: "巴特尔")
        // When
        try console.press(toDoubles + "m<down>dsy")
        #expect(try people(console, named: "巴特尔") != before)
        try console.press("u")
        // Then
        #expect(try people(console, named: "巴特尔") == before)
        #expect(try people(console, named: "新来的").isEmpty && people(console, named: "娜仁").isEmpty)
        // When
        try console.press("<c-r>")
        // Then
        #expect(try people(console, named: "巴特尔") != before && people(console, named: "新来的").count == 1)
    }

    @Test("a decides all of them as the one under the cursor, once that is decided; Enter goes round what can be chosen")
    func allAlike() throws {
        var console = try console()
        try console.press(toDoubles + "a")
        #expect(console.screen.contains("先决定这一条"))
        #expect(try counts(console).doubles.open == 2)
        try console.press("ma")
        #expect(try counts(console).doubles.merged == 2)
        #expect(try counts(console).people == IntakeCounts.Tally(new: 2, changed: 2))
        var seen: [DoubleDecision] = []
        for _ in 0..<3 {
            try console.press("<enter>")
            let double = try #require(view(console).double)
            seen.append(try view(console).decisions.decision(of: double))
        }
        #expect(Set(seen) == Set(DoubleDecision.allCases))
    }

    @Test("What is decided is shown at once; the question about saving waits for the counts")
    func pending() throws {
        // Given
        var console = try console()
        try console.press(toDoubles)
        console.answersLate = true
        // When
        try console.press("ms")
        // Then
        #expect(console.screen.contains("并入"))
        #expect(try view(console).question == nil)
        // When
        console.answerLate()
        // Then
        #expect(try view(console).question == .save)
        #expect(console.screen.contains("并入 1"))
    }

    @Test("Once a column means something else nothing is decided any more, and that is said")
    func dropped() throws {
        var console = try console()
        try console.press(toDoubles + "m<esc>G")
        try console.press("d")
        #expect(console.screen.contains("重复的行要重新选择"))
        #expect(try view(console).decisions == DoubleDecisions())
        #expect(try counts(console).doubles.open == 2)
    }

    @Test("Where the sheet was tried anew before it was stored, what the new counts take as decided is what is shown")
    func recounted() throws {
        var console = try console()
        try console.press(toDoubles + "m")
        let (sheet, report) = try (#require(view(console).sheet), #require(view(console).report))
        let news = IntakeReport(counts: report.counts, refusals: [], warnings: [], doubles: report.doubles)
        console.answersLate = true
        try console.press("sy")
        console.apply(.intake(.recounted(sheet, news, Phrase("有变化", "changed")), generation: console.state.intakeGeneration))
        #expect(try view(console).decisions == DoubleDecisions())
        #expect(try view(console).question == .save)
    }

    @Test("It is listened to: each with its row, whom it may be, why and what is decided; the whole of it column by column")
    func spoken() throws {
        var listener = try ListeningDriver(model: SampleStation.model())
        try listener.press("i/home/wulan/表格/名<enter>")
        let said = try listener.press("<left>")
        #expect(said.contains("1/2 第 2 行 巴特尔，可能是 巴特尔 P1，姓名和电话相同，未定，都留"), "\(said)")
        #expect(listener.all().contains { $0.hasPrefix("常住地：不同，") })
        #expect(try listener.press("m").contains { $0.contains("姓名和电话相同，并入") })
    }
}
