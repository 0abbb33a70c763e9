import DoorstepCore
import Testing
import TerminalUI

@testable import DoorstepConsole

@Suite("Showing what is masked")
struct RevealTests {
    private func console(language: Language = .chinese) throws -> ConsoleDriver {
        var model = try SampleStation.model()
        var person = try #require(model.register.people[0] as Person?)
        person.identityNumber = try RevealTests.identityNumber()
        model.take([.person(person)])
        return ConsoleDriver(columns: 100, rows: 30, language: language, model: model)
    }

    private static func identityNumber() throws -> IdentityNumber {
        let digits = [1, 5, 0, 7, 8, 4, 1, 9, 9, 0, 0, 5, 0, 1, 4, 5, 1]
        return try IdentityNumber(digits.map { String($0) }.joined() + String(IdentityNumber.checkCharacter(digits)))
    }

    private func isMasked(_ console: ConsoleDriver) throws -> Bool {
        let whole = try RevealTests.identityNumber().text
        return console.screen.contains("154****0001") && console.screen.contains("150784********" + whole.suffix(4))
            && !console.screen.contains("15400000001") && !console.screen.contains(whole)
    }

    private func isShown(_ console: ConsoleDriver) throws -> Bool {
        try console.screen.contains("15400000001") && console.screen.contains(RevealTests.identityNumber().text)
    }

    @Test("Numbers are masked; v asks why, journals it, and shows them until the record is left", arguments: Language.allCases)
    func shown(language: Language) throws {
        var console = try console(language: language)
        try console.press("2")
        #expect(try isMasked(console))
        try console.press("v")
        #expect(console.screen.contains(language == .chinese ? "为什么" : "why?"))
        try console.press("<down><enter>")
        #expect(console.revealed.map(\.person.text) == ["P1"])
        #expect(console.revealed.first?.reason == RevealReason(.call))
        #expect(try isShown(console))
        try console.press("j")
        #expect(!console.screen.contains("15400000001"))
        try console.press("k")
        #expect(try isMasked(console))
    }

    @Test("No reason is no reason: nothing is asked of the store, nothing shown")
    func noReason() throws {
        var console = try console()
        try console.press("2v<enter>")
        #expect(console.screen.contains("请选一个事由"))
        console.commit("\u{3000}")
        try console.press("<enter><up><enter>")
        #expect(console.screen.contains("请选一个事由"), "other needs words")
        #expect(console.revealed.isEmpty)
        try console.press("<esc>")
        #expect(try isMasked(console))
    }

    @Test("Words alone are a reason, and go with a chosen one")
    func words() throws {
        var console = try console()
        try console.press("2v")
        console.commit("替其母问")
        try console.press("<enter>")
        #expect(console.revealed.first?.reason == RevealReason(.other, note: "替其母问"))
        try console.press("jkv<tab><tab><tab>")
        console.send(.paste("社保\n"))
        try console.press("<enter>")
        #expect(console.revealed.last?.reason == RevealReason(.paperwork, note: "社保"))
    }

    @Test("Before it is on disk nothing is shown; where it cannot be saved neither")
    func notSaved() throws {
        var state = try console().state
        for key in try #require(KeyStroke.sequence("2v<down><enter>")) { _ = reduce(&state, .input(.key(key))) }
        #expect(render(state).text.contains("正在保存") && !render(state).text.contains("15400000001"))
        _ = reduce(&state, .revealRefused(Phrase("磁盘已满", "The disk is full")))
        #expect(render(state).text.contains("磁盘已满") && !render(state).text.contains("15400000001"))
        // Who tries again is answered again.
        let enter = try #require(KeyStroke("<enter>"))
        let effects = reduce(&state, .input(.key(enter)))
        #expect(effects == [.reveal(try #require(RecordID("P1")), shown: [.telephone, .identityNumber], try #require(RevealReason(.call)))])
        _ = reduce(&state, .revealed(try #require(RecordID("P1")), sequence: 2))
        #expect(render(state).text.contains("15400000001"))
        #expect(state.model?.sequence == 2)
    }

    @Test("Where the console was locked meanwhile, or the record left, nothing is shown")
    func lockedMeanwhile() throws {
        var state = try console().state
        for key in try #require(KeyStroke.sequence("2v<down><enter><f12>")) { _ = reduce(&state, .input(.key(key))) }
        _ = reduce(&state, .revealed(try #require(RecordID("P1")), sequence: 2))
        #expect(state.revealed == nil && state.overlay == nil)
        let enter = try #require(KeyStroke("<enter>"))
        _ = reduce(&state, .input(.key(enter)))
        #expect(state.lock == nil && !render(state).text.contains("15400000001"))
    }

    @Test("In the matches of a job it is the chosen person's numbers, until another is chosen")
    func inMatches() throws {
        var console = try console()
        try console.press("<enter>v<down><enter>")
        #expect(console.revealed.map(\.person.text) == ["P1"])
        #expect(try isShown(console))
        try console.press("j")
        #expect(!console.screen.contains("15400000001"))
    }

    @Test("Another screen, other matches and locking leave the record", arguments: ["12", "<enter><esc>", "3<enter>2", "<f12><enter>"])
    func left(script: String) throws {
        var console = try console()
        try console.press("2v<down><enter>")
        #expect(try isShown(console))
        try console.press("?<esc>")
        #expect(try isShown(console), "what only stands before it does not")
        try console.press(script)
        #expect(console.state.revealed == nil && !console.screen.contains("15400000001"))
    }

    @Test("Where nothing is masked, that is said and nothing asked")
    func nothing() throws {
        var console = try console()
        try console.press(":reveal<enter>")
        #expect(console.state.overlay == nil, "among the jobs there is no such command")
        try console.press("2jjv")
        #expect(console.screen.contains("没有登记电话和证件号码"))
        try console.press("kk<enter>v")
        #expect(console.screen.contains("没有遮盖的号码"))
        #expect(console.revealed.isEmpty)
    }

    @Test("The question fits 80×24, and the smallest screen")
    func sizes() throws {
        for size in [Size(columns: 80, rows: 24), Size(columns: 60, rows: 15)] {
            var console = try console()
            console.send(.resize(size))
            try console.press("2v<down>")
            #expect(console.screen.contains("[打电话]") && console.screen.contains("说明") && console.screen.contains("日志"))
            try console.press("<enter>")
            #expect(console.screen.contains("15400000001"))
        }
    }
}
