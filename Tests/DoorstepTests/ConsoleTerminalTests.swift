import Foundation
import Testing

/// The program as a caseworker meets it: in a real terminal, in Chinese.
@Suite("The console in a terminal", .serialized)
struct ConsoleTerminalTests {
    private var demo: String { "'\(Program.path)' demo --lang zh --caseworker 乌兰" }

    @Test("The main job at 80×24: a name as an input method commits it, its matches, a referral, the ledger, the log, and out")
    func mainJob() throws {
        let program = try Program()
        defer { program.remove() }
        try program.run("init", "--station", "150784001", "--name", "拉布大林街道", "--no-passphrase")
        for kind in ["employers", "people", "jobs", "distances"] { try program.run("import", kind, Program.fixture("\(kind).csv"), "--on", "2026-11-21") }
        let names = try program.run("export", "people", "--unmasked", "--yes", "--query", "其其格").lines
        let name = try #require(names.dropFirst().first?.split(separator: ",")[1]).description

        let terminal = try Tmux(program, command: "'\(Program.path)' --lang zh --on 2026-11-21 --caseworker 乌兰")
        try terminal.expect("有活没人干")
        try terminal.press("2")
        try terminal.expect("有人没活干")
        // The commit of an input method starts the search; the cursor, where
        // its window opens, stands behind it.
        try terminal.type(name)
        try terminal.expect("/ " + name)
        try terminal.expect(">" + name)
        try terminal.expectCursor(column: 3 + 2 * name.count, row: 2)
        try terminal.press("Enter")
        try terminal.press("1")
        try terminal.expect("匹配 ")
        try terminal.press("Enter")
        try terminal.expect("名次")
        try terminal.press("p")
        try terminal.expect("[推荐]")
        try terminal.press("Enter")
        try terminal.expect("已保存 推荐")
        try terminal.press("3")
        try terminal.expect("1/1")
        try terminal.press("p", "Right", "Enter")
        try terminal.expect("已保存 录用")
        try terminal.press("x")
        try terminal.expect("导出台账到")
        try terminal.press("Enter")
        try terminal.expect("已导出 2 行")
        try terminal.press("q")
        #expect(try terminal.expectEnd() == 0)
        let log = try #require(try FileManager.default.contentsOfDirectory(atPath: program.folder.path).first { $0.hasPrefix("台账") && $0.hasSuffix(".csv") })
        #expect(try program.run("verify", log).code == 0)
        #expect(try program.run("verify").code == 0)
    }

    @Test("The plan over both lists: made, a line accepted, another refused, two accepted together as one entry")
    func plan() throws {
        let program = try Program()
        defer { program.remove() }
        try program.run("init", "--station", "150784001", "--name", "拉布大林街道", "--no-passphrase")
        for kind in ["employers", "people", "jobs", "distances"] { try program.run("import", kind, Program.fixture("\(kind).csv"), "--on", "2026-11-21") }
        let terminal = try Tmux(program, command: "'\(Program.path)' --lang zh --on 2026-11-21 --caseworker 乌兰")
        try terminal.expect("有活没人干")
        try terminal.press("6")
        try terminal.expect("已证明最优")
        try terminal.press("p")
        try terminal.expect("[推荐]")
        try terminal.press("Enter")
        try terminal.expect("已保存 推荐")
        try terminal.press("j", "d")
        try terminal.expect("不要这一行")
        try terminal.press("1")
        try terminal.expect("重排后")
        try terminal.press("Space", "Space", "p")
        try terminal.expect("一起办理 2 笔")
        try terminal.press("Enter")
        try terminal.expect("已保存 2 笔")
        try terminal.press("q")
        #expect(try terminal.expectEnd() == 0)
        #expect(try program.run("verify").code == 0)
    }

    @Test("The demonstration opens, in a terminal of any size, and follows a resize")
    func resize() throws {
        let program = try Program()
        defer { program.remove() }
        let terminal = try Tmux(program, columns: 100, rows: 30, command: demo)
        try terminal.expect("匹配 ")
        try terminal.resize(columns: 10, rows: 5)
        try terminal.expect("窗口")
        try terminal.resize(columns: 160, rows: 50)
        try terminal.expect("匹配 ")
        try terminal.press("?")
        try terminal.expect("打开全部匹配")
        try terminal.press("Escape")
        try terminal.expectGone("打开全部匹配")
        try terminal.press("q")
        #expect(try terminal.expectEnd() == 0)
    }

    @Test("Why not: a person is looked for beside the keyboard, the pair is explained, Esc goes back twice")
    func whyNot() throws {
        let program = try Program()
        defer { program.remove() }
        let terminal = try Tmux(program, command: demo)
        try terminal.expect("差一项")
        try terminal.press("w")
        try terminal.expect("选人")
        try terminal.type("巴特尔")
        try terminal.expect(">巴特尔")
        try terminal.press("Enter")
        try terminal.expect("巴特尔 -> ")
        try terminal.expect("符合：")
        try terminal.press("Escape")
        try terminal.expect("/ 巴特尔")
        try terminal.press("Escape")
        try terminal.expectGone("选人")
        try terminal.press("q")
        #expect(try terminal.expectEnd() == 0)
    }

    @Test("Ctrl-C leaves; the terminal is as it was", arguments: ["C-c", "q"])
    func leaves(key: String) throws {
        let program = try Program()
        defer { program.remove() }
        let terminal = try Tmux(program, command: "sh -c \"stty -g >before; '\(Program.path)' demo --lang zh; stty -g >after\"")
        try terminal.expect("匹配 ")
        try terminal.press(key)
        #expect(try terminal.expectEnd() == 0)
        let before = try String(contentsOf: program.folder.appendingPathComponent("before"), encoding: .utf8)
        let after = try String(contentsOf: program.folder.appendingPathComponent("after"), encoding: .utf8)
        #expect(before == after)
    }

    @Test("What another program records appears by itself")
    func changedElsewhere() throws {
        let program = try Program()
        defer { program.remove() }
        try program.run("init", "--station", "150784001", "--name", "拉布大林街道", "--no-passphrase")
        let terminal = try Tmux(program, command: "'\(Program.path)' --lang zh")
        try terminal.expect("还没有在招岗位")
        try "编号,单位,岗位,工作地点\nJ1,甲厂,挤奶工,拉布大林街道\n".write(
            to: program.folder.appendingPathComponent("j.csv"), atomically: true, encoding: .utf8)
        #expect(try program.run("import", "jobs", "j.csv").code == 0)
        try terminal.expect("挤奶工")
    }
}
