import DoorstepCore
import Testing
import TerminalUI

@testable import DoorstepConsole

@Suite("The letter of introduction in the console")
struct LetterTests {
    /// P1 referred to J1.
    private func console(_ script: String = "") throws -> ConsoleDriver {
        var console = try ConsoleDriver(model: SampleStation.model())
        try console.press("1<enter>p<enter><esc>" + script)
        return console
    }

    @Test("l in the ledger asks for a file, writes the letter of the placement under the cursor there, and says where")
    func ledger() throws {
        var console = try console("3l")
        let placement = try #require(console.state.model?.register.placements[0]).id
        #expect(console.screen.contains("推荐信-\(placement.text).html"))
        try console.press("<enter>")
        #expect(console.letters == [placement] && console.state.overlay == nil)
        #expect(console.screen.contains("推荐信已写到 推荐信-\(placement.text).html"))
    }

    @Test("l on a person or a job is about the one referral in hand; where there is none, or several, it says so")
    func lists() throws {
        var console = try console("1l<enter>")
        let placement = try #require(console.state.model?.register.placements[0]).id
        #expect(console.letters == [placement])
        let person = try #require(console.state.model?.register.placements[0]).person
        try console.press("2")
        let items = try #require(console.state.list.items)
        for item in items {
            try console.press("g" + String(repeating: "j", count: items.firstIndex(of: item) ?? 0) + "l")
            if item == person { try console.press("<enter>") } else { #expect(console.screen.contains("没有在办的推荐") && console.state.overlay == nil) }
        }
        #expect(console.letters == [placement, placement])
        // A second one is sent to the same job.
        try console.press("1<enter>jp<enter><esc>l")
        #expect(console.screen.contains("有 2 笔在办的推荐") && console.state.overlay == nil)
    }

    @Test("What was taken back or ended has no letter: no file is asked for, and the reason is said")
    func refused() throws {
        var console = try console("3u")
        try console.press("l")
        #expect(console.state.overlay == nil && console.screen.contains("已经撤销"))
        #expect(console.letters.isEmpty)
    }

    @Test("Esc writes nothing; a file that is there is replaced after a second Enter alone")
    func asks() throws {
        var console = try console("3l<esc>")
        #expect(console.letters.isEmpty && console.state.overlay == nil)
        try console.press("l")
        console.apply(.exportWouldReplace)
        guard case .export(let prompt)? = console.state.overlay else { Issue.record("no prompt"); return }
        #expect(prompt.isReplacing && prompt.effect("a", .english) == .writeLetter(try #require(console.state.model?.register.placements[0]).id, .english, path: "a", replacing: true))
    }

    @Test("While the screen is turned, another person's letter is not asked for")
    func turned() throws {
        let console = try console("1t3l")
        #expect(console.state.overlay == nil && console.screen.contains("先按 t"))
    }

    @Test("In plain mode the prompt says what it writes and where")
    func spoken() throws {
        let console = try console("3l")
        let lines = speak(console.state).lines.joined(separator: "\n")
        #expect(lines.contains("推荐信写到") && lines.contains(".html"))
    }
}
