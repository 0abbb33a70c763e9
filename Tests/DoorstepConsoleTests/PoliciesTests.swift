import DoorstepCore
import Testing
import TerminalUI

@testable import DoorstepConsole

@Suite("The policies' screen")
struct PoliciesTests {
    @Test("5 lists the 52 policies, those in force at the station first, and the 33 further entries; drafts say so")
    func list() throws {
        var console = try ConsoleDriver(model: SampleStation.model())
        try console.press("5")
        let lines = try #require(console.state.page?.lines)
        #expect(lines.count { !$0.isHeading } == 85)
        #expect(lines.count(where: \.isHeading) == 3 && lines.first?.isHeading == true)
        #expect(console.screen.contains("政策 >"))
        let drafts = lines.filter { $0.title.chinese.hasPrefix("[草案]") }
        #expect(drafts.allSatisfy { line in line.details.contains { $0.text.chinese.contains("征求意见稿") } } && !drafts.isEmpty)
    }

    @Test("Enter goes inside a policy that concerns placements, Esc comes back to its line")
    func inside() throws {
        var console = try ConsoleDriver(model: SampleStation.model())
        try console.press("2<enter>p<enter><esc>5")
        let lines = try #require(console.state.page?.lines)
        guard let line = lines.firstIndex(where: { $0.topic != nil }) else { return }
        try console.press("g" + String(repeating: "j", count: line) + "<enter>")
        #expect(console.state.page?.topic == lines[line].topic)
        try console.press("<esc>")
        #expect(console.state.page?.topic == nil && console.state.page?.state.selection == line)
    }
}
