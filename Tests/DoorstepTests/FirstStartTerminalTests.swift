import Foundation
import Testing

/// A first start as a caseworker meets it: in a real terminal, with nothing
/// there.
@Suite("A first start, in a terminal", .serialized)
struct FirstStartTerminalTests {
    private func start(_ program: Program, _ options: String = "") throws -> Tmux {
        try Tmux(program, command: "'\(Program.path)' --lang zh --on 2026-11-21 \(options)")
    }

    private func store(of program: Program) -> String { program.environment["DOORSTEP_STORE"] ?? "" }

    @Test("From nothing to the first person saved; the store is as doorstep init makes it, and opens with the passphrase")
    func journey() throws {
        let program = try Program()
        defer { program.remove() }
        let terminal = try start(program)
        try terminal.expect("还没有台站数据")
        try terminal.press("Enter")
        try terminal.expect("台站所在地")
        try terminal.type("拉布大林")
        try terminal.expect("Tab: 额尔古纳市拉布大林街道")
        try terminal.press("Enter")
        try terminal.expect(">台站名称    拉布大林街道")
        try terminal.press("Enter")
        try terminal.expect(">经办人姓名  乌兰")
        try terminal.press("Enter")
        try terminal.expect(">口令")
        try terminal.type("ulaan-2026")
        try terminal.press("Enter")
        try terminal.expect(">再输一次")
        try terminal.type("ulaan-2026")
        try terminal.press("Enter")
        // Making keys of a passphrase is slow on purpose.
        let shown = try terminal.expect("只显示这一次", seconds: 180)
        let code = try #require(shown.split(whereSeparator: { $0 == " " || $0.isNewline }).first { $0.count == 34 && $0.contains("-") })
        try terminal.press("y")
        try terminal.expect("还没有在招岗位")
        try terminal.press("2")
        try terminal.expect("还没有求职者")
        try terminal.press("n")
        try terminal.expect("新增求职者")
        try terminal.press("Down")
        try terminal.type("巴特尔")
        try terminal.press("Down", "Down", "Down", "Down", "Down")
        // The station's own place is offered, and a blank takes it.
        try terminal.expect(">常住地")
        try terminal.expect("空格: 额尔古纳市拉布大林街道")
        try terminal.press("Space")
        try terminal.expect(">常住地*          额尔古纳市拉布大林街道")
        try terminal.press("C-s")
        try terminal.expect("已保存 巴特尔")
        try terminal.press("q")
        #expect(try terminal.expectEnd() == 0)

        let unlocked = try program.run("search", "people", "巴特尔", variables: ["DOORSTEP_PASSPHRASE": "ulaan-2026"])
        #expect(unlocked.code == 0 && unlocked.lines.count == 2 && unlocked.output.contains("巴*"), "\(unlocked.output)\(unlocked.errors)")
        #expect(try program.run("verify", variables: ["DOORSTEP_PASSPHRASE": "ulaan-2026"]).code == 0)
        #expect(try program.run("search", "people", "巴特尔", variables: ["DOORSTEP_PASSPHRASE": String(code)]).code == 0)
    }

    @Test("Ctrl-C leaves, nothing was made, and the terminal is as it was")
    func leaves() throws {
        let program = try Program()
        defer { program.remove() }
        let terminal = try Tmux(program, command: "sh -c \"stty -g >before; '\(Program.path)' --lang zh; echo $? >code; stty -g >after\"")
        try terminal.expect("还没有台站数据")
        try terminal.press("Enter")
        try terminal.expect("台站所在地")
        try terminal.type("lbdl")
        try terminal.press("Escape")
        try terminal.expect("还没有台站数据")
        try terminal.press("Enter", "Enter")
        try terminal.expect(">台站名称")
        try terminal.press("C-c")
        #expect(try terminal.expectEnd() == 0)
        #expect(!FileManager.default.fileExists(atPath: store(of: program)))
        func file(_ name: String) throws -> String { try String(contentsOf: program.folder.appendingPathComponent(name), encoding: .utf8) }
        #expect(try file("before") == file("after"))
    }

    @Test("Without a passphrase the store is made in a folder that was not there, and the next start opens it")
    func openly() throws {
        let program = try Program()
        defer { program.remove() }
        let path = program.folder.appendingPathComponent("新 文件夹/a/station.doorstep").path
        let terminal = try start(program, "--store '\(path)'")
        try terminal.expect("还没有台站数据")
        try terminal.press("Enter")
        try terminal.expect("台站所在地")
        try terminal.type("150784001")
        try terminal.press("Enter", "Enter", "Enter", "Enter")
        try terminal.expect("确定不设口令吗")
        try terminal.press("y")
        try terminal.expect("未设口令")
        try terminal.expect("还没有在招岗位")
        try terminal.press("q")
        #expect(try terminal.expectEnd() == 0)
        #expect(try program.run("settings", "--store", path).code == 0)
    }

    @Test("A folder in which nothing can be made is said on the form, and what was typed stays")
    func refused() throws {
        let program = try Program()
        defer { program.remove() }
        let terminal = try start(program, "--store /proc/doorstep/station.doorstep")
        try terminal.expect("还没有台站数据")
        try terminal.press("Enter")
        try terminal.type("150784001")
        try terminal.press("Enter", "Enter", "Enter", "Enter")
        try terminal.expect("确定不设口令吗")
        try terminal.press("y")
        let screen = try terminal.expect("/proc/doorstep")
        #expect(screen.contains("额尔古纳市拉布大林街道"))
        try terminal.press("C-c")
        #expect(try terminal.expectEnd() == 0)
    }

    @Test("The demonstration opens on the same screen")
    func demonstration() throws {
        let program = try Program()
        defer { program.remove() }
        let terminal = try start(program)
        try terminal.expect("先看演示")
        try terminal.press("2")
        try terminal.expect("演示 ")
        try terminal.expect("匹配 ")
        try terminal.press("q")
        #expect(try terminal.expectEnd() == 0)
        #expect(!FileManager.default.fileExists(atPath: store(of: program)))
    }

    @Test("Without a terminal it is the sentence that it was")
    func withoutTerminal() throws {
        let program = try Program()
        defer { program.remove() }
        for arguments in [[], ["console"]] {
            let result = try program.run(arguments: arguments)
            #expect(result.code == 2 && result.errors.contains("doorstep init") && result.errors.split(separator: "\n").count == 1, "\(result.errors)")
        }
    }
}
