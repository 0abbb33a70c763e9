import DoorstepCore
import Foundation
import Testing
import TerminalUI

@testable import DoorstepConsole

/// What is hidden on the screen is not said.
@Suite("Plain mode says no secrets")
struct SpokenSecrecyTests {
    /// Everything that could be heard of a state.
    private func audible(_ listener: inout ListeningDriver) -> String {
        (speak(listener.console.state).lines + tell(listener.console.state) + listener.again() + listener.all()).joined(separator: "\n")
    }

    private func listening() throws -> ListeningDriver {
        var model = try SampleStation.model()
        for position in 0..<model.register.people.count {
            var person = model.register.people[position]
            person.note = "密注"
            model.take([.person(person)])
        }
        return ListeningDriver(model: model)
    }

    @Test("Turned to the client nobody else's name, group, number or note is said, and what was said before goes out of sight")
    func turned() throws {
        for script in ["1", "1j", "2", "3", "1<enter>", "1j<enter>", "1w"] {
            var listener = try listening()
            try listener.press("1<enter>p<enter>")
            try listener.press("<esc><esc>1")
            let turning = try listener.press("t")
            #expect(turning.prefix(24).allSatisfy { $0.isEmpty } && turning.contains { $0.hasPrefix("对客") })
            let said = try listener.press(script)
            let heard = said.joined(separator: "\n") + audible(&listener)
            for secret in ["巴特尔", "张三", "王芳", "退役军人", "154****", "密注"] { #expect(!heard.contains(secret), "\(script): \(secret)\n\(heard)") }
        }
        var listener = try listening()
        try listener.press("2t")
        let next = try listener.press("j")
        #expect(next.first?.hasPrefix("2/3 ***") == true)
        let back = try listener.press("t")
        #expect(back.contains { $0.hasPrefix("2/3 张三") })
    }

    @Test("Ctrl-L and . in one breath with t say nothing of before")
    func atOnce() throws {
        var listener = try listening()
        try listener.press("2j")
        // The speaker was not asked yet what turning changes.
        var speaker = Speaker()
        var state = listener.console.state
        _ = speaker.say(state)
        _ = reduce(&state, .input(.key(KeyStroke(character: "t"))))
        #expect(speaker.again(state).lines.isEmpty && speaker.sayAll(state).lines.isEmpty)
    }

    @Test("Locked nothing is said but whose store it is; of a passphrase only how long it is")
    func locked() throws {
        var listener = try ListeningDriver(model: SampleStation.model(), passphrases: ["乌兰": "geheim", "李四": "y"], isLocked: true)
        #expect(listener.opening == [
            "已锁定，拉布大林街道", "经办人：乌兰 1/2", "Enter打开  上下键选经办人  Esc清除  F9中文/English  Ctrl-C离开", "口令：",
        ])
        try listener.expect("gehein", says: ["口令：******"])
        try listener.expect("<enter>", says: ["口令不对，已记入日志", "1 秒后可以再试", "口令："])
        try listener.expect("x", says: ["口令：*"])
        let later = listener.apply(.tick(second: 5))
        #expect(later == ["可以再试了", "口令：*"])
        let opened = try listener.press("<esc>geheim<enter>")
        #expect(opened.contains("有活没人干 > 在招") && !opened.joined().contains("geheim"))
        try listener.press("2/")
        _ = listener.commit("张")
        let locking = try listener.press("<f12>")
        #expect(locking.prefix(24).allSatisfy { $0.isEmpty })
        let heard = audible(&listener)
        #expect(!(locking.joined() + heard).contains("张"))
    }

    @Test("Numbers are said once somebody said why, and not again after the record was left")
    func revealed() throws {
        var listener = try listening()
        let masked = try listener.press("2")
        #expect(!masked.joined().contains("15400000001"))
        let heard = audible(&listener)
        #expect(!heard.contains("15400000001"))
        try listener.press("v<down>")
        let shown = try listener.press("<enter>")
        #expect(shown.contains("电话：15400000001"))
        let whole = listener.all()
        #expect(whole.contains("电话 15400000001"))
        let left = try listener.press("j")
        #expect(left.prefix(24).allSatisfy { $0.isEmpty })
        let heardAfterwards = audible(&listener)
        #expect(!(left.joined() + heardAfterwards).contains("15400000001"))
    }

    @Test("No control character, direction override or escape is said, whatever a record holds")
    func hostile() throws {
        let model = try SampleStation.model()
        var person = try #require(model.register.people[0] as Person?)
        person.name = "张\u{1B}[2J三\u{202E}李\u{7}" + String(repeating: "👩‍👩‍👧", count: 100)
        person.note = "一\n二\u{9B}31m"
        var listener = ListeningDriver(model: model)
        _ = listener.apply(.caughtUp([.person(person)], sequence: 2))
        for script in ["2", "<enter>", "<esc>e", "<esc>v"] {
            let heard = try listener.press(script) + listener.all()
            for line in heard { #expect(SafeText.clean(line) == line, "\(line)") }
        }
    }

    @Test("Nothing is said past what may be shown, but for the ledger")
    func oneWay() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources/DoorstepConsole/Spoken")
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
            #expect(try !String(contentsOf: file, encoding: .utf8).contains("register."), "\(file.lastPathComponent)")
        }
    }
}
