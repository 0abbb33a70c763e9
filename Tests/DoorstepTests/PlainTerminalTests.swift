import Foundation
import Testing

/// Plain mode, as a screen reader or a braille line meets it.
@Suite("Plain mode in a terminal", .serialized)
struct PlainTerminalTests {
    private let program: Program

    init() throws { program = try Program.smallStation() }

    /// What the program wrote since it was asked to be kept, but for what the
    /// terminal makes of line feeds.
    private func written(_ name: String) throws -> String {
        try String(contentsOf: program.folder.appendingPathComponent(name), encoding: .utf8).replacing("\r\n", with: "\n")
    }

    @Test("On a dumb terminal it says that it is plain, and leads from the list to a saved referral in text and line feeds alone")
    func referral() throws {
        defer { program.remove() }
        let terminal = try program.console(columns: 120, rows: 60, terminal: "dumb")
        try terminal.expect("终端类型“dumb”不能移动光标，所以逐行显示。")
        try terminal.expect("1/2 氩弧焊工，三河糖业")
        try terminal.record(in: "written")
        try terminal.press("2")
        try terminal.expect("1/3 巴特尔")
        try terminal.press("/")
        try terminal.expect("查找：")
        try terminal.type("zs")
        try terminal.expect("1/1 张三")
        try terminal.expect("查找：zs")
        try terminal.press("Enter", "Enter")
        try terminal.expect("求职 > 张三 > 匹配")
        try terminal.press("p")
        try terminal.expect("步骤：推荐 1/1")
        try terminal.press("Tab", "Tab")
        try terminal.expect("备注：")
        try terminal.type("电话约好")
        try terminal.expect("备注：电话约好")
        // The cursor stands behind what is typed, on the last line that is.
        let rows = try terminal.screen().split(separator: "\n", omittingEmptySubsequences: false)
        let row = try #require(rows.lastIndex { !$0.isEmpty })
        try terminal.expectCursor(column: 14, row: row)
        try terminal.press("Enter")
        try terminal.expect("已保存 推荐 张三 -> 氩弧焊工")
        try terminal.press("3")
        // As much as stands at 80 columns; the employer is among the rest.
        try terminal.expect("1/1 2026-11-21，张三，推荐，氩弧焊工")
        try terminal.press(".")
        try terminal.expect("p 可办 面试")
        try terminal.press("q")
        #expect(try terminal.expectEnd() == 0)
        let text = try written("written")
        #expect(text.contains("已保存 推荐 张三"))
        #expect(!text.unicodeScalars.contains { $0 != "\n" && ($0.value < 0x20 || (0x7F..<0xA0).contains($0.value)) })
        #expect(try program.run("verify").code == 0)
    }

    @Test("--plain, and plain = true in config.toml, do the same in any terminal; the modes are as they were afterwards", arguments: ["--plain", "config"])
    func asked(way: String) throws {
        defer { program.remove() }
        if way == "config" {
            let folder = program.folder.appendingPathComponent(".config/doorstep")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try "plain = true\n".write(to: folder.appendingPathComponent("config.toml"), atomically: true, encoding: .utf8)
        }
        let option = way == "config" ? "" : way
        let terminal = try Tmux(program, command: "sh -c \"stty -g >before; '\(Program.path)' --lang en --on 2026-11-21 \(option); stty -g >after\"")
        try terminal.expect("Plain mode: . says the whole record")
        try terminal.expect("1/2 氩弧焊工")
        try terminal.press("C-c")
        #expect(try terminal.expectEnd() == 0)
        let (before, after) = try (written("before"), written("after"))
        #expect(before == after && !before.isEmpty)
    }

    @Test("Ctrl-Z and fg, and a shell that has its terminal back meanwhile")
    func suspend() throws {
        defer { program.remove() }
        let terminal = try Tmux(program, rows: 50, terminal: "dumb", command: "env PS1='shell> ' bash --norc --noprofile -i")
        try terminal.expect("shell>")
        try terminal.type("'\(Program.path)' --lang zh --on 2026-11-21")
        try terminal.press("Enter")
        try terminal.expect("1/2 氩弧焊工")
        try terminal.press("j")
        try terminal.expect("2/2 叉车司机")
        try terminal.press("C-z")
        try terminal.expect("Stopped")
        try terminal.type("echo an$((1 + 1))swer; fg")
        try terminal.press("Enter")
        try terminal.expect("an2swer")
        try terminal.press("k", "q")
        try terminal.expect("1/2 氩弧焊工")
        try terminal.type("echo back$((1 + 1))")
        try terminal.press("Enter")
        try terminal.expect("back2")
    }

    @Test("A passphrase is not echoed, and locking moves what was said out of sight")
    func locked() throws {
        let sealed = try Program()
        defer {
            sealed.remove()
            program.remove()
        }
        try sealed.run("init", "--station", "150784001", "--name", "拉布大林街道", "--caseworker", "乌兰", variables: ["DOORSTEP_PASSPHRASE": "ulaan-2026"])
        let terminal = try sealed.console(terminal: "dumb")
        try terminal.expect("经办人：乌兰")
        try terminal.type("ulaan-2026")
        try terminal.expect("口令：**********")
        #expect(try !terminal.screen().contains("ulaan"))
        try terminal.press("Enter")
        try terminal.expect("还没有在招岗位", seconds: 180)
        try terminal.press("F12")
        // That it is locked was said at the beginning too.
        try terminal.expectGone("还没有在招岗位")
        try terminal.expect("已锁定")
        try terminal.press("C-c")
        #expect(try terminal.expectEnd() == 0)
    }

    @Test("A megabyte pasted, by a terminal that does not say so, runs no keys")
    func paste() throws {
        defer { program.remove() }
        let terminal = try program.console(terminal: "dumb")
        try terminal.expect("1/2 氩弧焊工")
        try terminal.paste(String(repeating: "q\nn张三\n", count: 100_000))
        try terminal.expect("q n张三 q n张三")
        try terminal.press("Escape")
        try terminal.expect("1/2 氩弧焊工")
        try terminal.press("q")
        #expect(try terminal.expectEnd() == 0)
    }
}
