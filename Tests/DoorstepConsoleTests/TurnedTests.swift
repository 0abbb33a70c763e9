import DoorstepCore
import Foundation
import Testing
import TerminalUI

@testable import DoorstepConsole

@Suite("The screen turned to the client")
struct TurnedTests {
    /// Every record with something in it that is for no client's eyes.
    private func console() throws -> ConsoleDriver {
        var model = try SampleStation.model()
        for position in 0..<model.register.people.count {
            var person = model.register.people[position]
            person.note = "密注"
            person.extras[.ethnicity] = "密族"
            model.take([.person(person)])
        }
        var employer = try #require(model.register.employers[0] as Employer?)
        employer.barred = "密由"
        employer.note = "密注"
        model.take([.employer(employer)])
        var job = try #require(model.register.jobs[1] as Job?)
        job.note = "密注"
        model.take([.job(job)])
        return ConsoleDriver(columns: 120, rows: 40, model: model)
    }

    private let secrets = ["巴特尔", "张三", "王芳", "退役军人", "154****", "密注", "密族", "密由"]

    @Test("Whatever list and matches are shown, others' names, groups, telephones, all notes and reasons are hidden; t brings them back")
    func hidden() throws {
        for script in ["1", "1j", "2", "3", "1<enter>", "1j<enter>", "1w"] {
            var console = try console()
            // One referral stands in the ledger.
            try console.press("1<enter>p<enter>")
            try console.press("<esc><esc>1t\(script)")
            let client = console.state.turned?.client
            #expect(client == nil)
            for secret in secrets { #expect(!console.screen.contains(secret), "\(script): \(secret)\n\(console.screen)") }
            #expect(console.screen.contains("[对客 t]"))
        }
        var console = try console()
        try console.press("2t")
        try console.press("t")
        for name in ["巴特尔", "张三", "王芳"] { #expect(console.screen.contains(name)) }
    }

    @Test("The client sees their own record and matches with every point, and nobody else's")
    func client() throws {
        var console = try console()
        try console.press("2t<enter>")
        #expect(console.state.turned?.client?.text == "P1")
        #expect(console.screen.contains("巴特尔"))
        #expect(console.screen.contains("技能 "))
        for name in ["张三", "王芳", "密注", "密由"] { #expect(!console.screen.contains(name), "\(name)") }
        try console.press("<esc>j")
        for name in ["张三", "王芳"] { #expect(!console.screen.contains(name), "\(name)") }
    }

    @Test("What would show another's data is refused until t turns the screen back", arguments: ["v", "e", "w", "r", "s"])
    func refused(key: String) throws {
        var console = try console()
        try console.press("2tj\(key)")
        #expect(console.state.overlay == nil)
        #expect(console.screen.contains("先按 t 转回来"))
        try console.press("t\(key)")
        #expect(console.state.overlay != nil)
    }

    @Test("The last message and what was searched for are hidden too")
    func messages() throws {
        var console = try console()
        try console.press("2/")
        console.commit("张三")
        try console.press("<enter>1t2")
        #expect(!console.screen.contains("张三"))
        console.apply(.failed(Phrase("张三 出错", "张三 failed")))
        #expect(!console.screen.contains("张三"))
    }

    @Test("No screen reads the register past what may be shown, but for what a list is sorted by")
    func oneWay() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources/DoorstepConsole/Screens")
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") where line.contains("register.") {
                let isSortKey = line.contains("key:")
                let isPlacement = line.contains("register.placements")
                #expect(isSortKey || isPlacement, "\(file.lastPathComponent): \(line)")
            }
        }
    }
}
