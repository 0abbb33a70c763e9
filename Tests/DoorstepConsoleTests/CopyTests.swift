import DoorstepCore
import Testing
import TerminalUI

@testable import DoorstepConsole

@Suite("Copying what is shown")
struct CopyTests {
    @Test("The record under the cursor is handed over as the right-hand side shows it, and the message says how much that was")
    func record() throws {
        var console = try ConsoleDriver(model: SampleStation.model())
        try console.press("y")
        let job = try #require(console.copied.last)
        #expect(job.hasPrefix("氩弧焊工  三河糖业\n") && job.contains("4000-6000"))
        #expect(console.screen.contains("已把 \(job.count) 个字符交给终端的剪贴板"))
        try console.press("2y")
        #expect(console.copied.last?.hasPrefix("巴特尔") == true)
    }

    @Test("What is masked stays masked until it is shown")
    func masked() throws {
        var console = try ConsoleDriver(model: SampleStation.model())
        try console.press("2y")
        #expect(console.copied.last?.contains("154****0001") == true, "\(console.copied)")
        try console.press("v<down><enter>y")
        #expect(console.copied.last?.contains("15400000001") == true)
        try console.press("jky")
        #expect(console.copied.last?.contains("15400000001") == false)
    }

    @Test("In the matches it is the explanation of the chosen one")
    func match() throws {
        var console = try ConsoleDriver(model: SampleStation.model())
        try console.press("<enter>y")
        let text = try #require(console.copied.last)
        #expect(text.hasPrefix("巴特尔 -> 氩弧焊工") && text.contains("技能 ") && text.contains("地点 ") && !text.contains("15400000001"))
    }

    @Test("While the screen is turned to the client, what is hidden there is not copied")
    func turned() throws {
        for script in ["2t", "1<enter>t", "t2j", "2<enter>t<esc>j"] {
            var console = try ConsoleDriver(model: SampleStation.model())
            try console.press(script + "y")
            let client = console.state.turned?.client
            let text = try #require(console.copied.last, "\(script)")
            for position in 0..<3 {
                let person = try #require(console.state.model?.register.people[position] as Person?)
                if person.id != client { #expect(!text.contains(person.name), "\(script): \(text)") }
                #expect(client != nil || !text.contains("154"), "\(script): \(text)")
            }
        }
    }

    @Test("Control characters of a record's never get in, and lines are the screen's")
    func control() throws {
        var model = try SampleStation.model()
        var person = model.register.people[0]
        person.name = "张\u{1B}]52;c;eA==\u{7}三\u{202E}\n四"
        model.take([.person(person)])
        var console = ConsoleDriver(model: model)
        try console.press("2y")
        let text = try #require(console.copied.last)
        #expect(text.hasPrefix("张\u{FFFD}]52;c;eA==\u{FFFD}三\u{FFFD} 四"))
        #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || ($0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value)) })
    }

    @Test("Where nothing is chosen nothing is handed over")
    func nothing() throws {
        var console = try ConsoleDriver(model: SampleStation.model())
        try console.press("3y")
        #expect(console.copied.isEmpty && console.screen.contains("没有选中的"))
    }
}
