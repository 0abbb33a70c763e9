import Foundation
import Testing

/// What may befall a terminal while the console is open in it.
@Suite("The console and its terminal", .serialized)
struct TerminalLifeTests {
    private let program: Program

    init() throws { program = try Program.smallStation() }

    @Test("A terminal type that is not known here gets the screen all the same")
    func unknownTerminal() throws {
        defer { program.remove() }
        let terminal = try program.console(terminal: "nosuch-terminal")
        try terminal.expect(">氩弧焊工")
        try terminal.press("q")
        #expect(try terminal.expectEnd() == 0)
    }

    @Test("When the terminal vanishes the program ends by itself, and what was saved is there")
    func vanish() throws {
        defer { program.remove() }
        let terminal = try Tmux(program, command: "sh -c 'echo $$ > pid; exec \"\(Program.path)\" --lang zh --on 2026-11-21'")
        try terminal.expect(">氩弧焊工")
        try terminal.press("Enter")
        try terminal.expect("名次")
        try terminal.press("p", "Enter")
        try terminal.expect("已保存 推荐")
        // In the middle of something that is not saved.
        try terminal.press("2", "e", "Down", "x")
        let pid = try #require(Int32(String(contentsOf: program.folder.appendingPathComponent("pid"), encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)))
        try terminal.vanish()
        // It looks at the terminal once a second at the latest.
        #expect(Patience.lasts(60) { !isRunning(pid) })
        #expect(try program.run("verify").code == 0)
        #expect(try program.run("export", "placements").lines.count == 2)
    }

    /// One that has ended and that nobody has asked about since is still
    /// listed, as a zombie: whoever became its parent may take its time.
    private func isRunning(_ pid: Int32) -> Bool {
        guard let line = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8) else { return false }
        let state = line[(line.lastIndex(of: ")") ?? line.startIndex)...].dropFirst(2).first
        return state != "Z" && state != "X"
    }

    @Test("Ctrl-Z goes back to the shell, fg comes back to where one was, also out of a form")
    func suspend() throws {
        defer { program.remove() }
        let terminal = try Tmux(program, command: "env PS1='shell> ' bash --norc --noprofile -i")
        try terminal.expect("shell>")
        try terminal.type("'\(Program.path)' --lang zh --on 2026-11-21")
        try terminal.press("Enter")
        try terminal.expect(">氩弧焊工")
        try terminal.press("j", "C-z")
        try terminal.expect("shell>")
        try terminal.type("fg")
        try terminal.press("Enter")
        try terminal.expect(">叉车司机")
        try terminal.press("e")
        try terminal.expect(">单位")
        try terminal.press("C-z")
        try terminal.expect("shell>")
        try terminal.type("fg")
        try terminal.press("Enter")
        try terminal.expect(">单位")
        try terminal.press("Escape")
        try terminal.expectGone(">单位")
        try terminal.press("q")
        try terminal.expect("shell>")
    }

    @Test("NO_COLOR is obeyed; without it there are colours")
    func colours() throws {
        defer { program.remove() }
        func colours(_ variables: String) throws -> Bool {
            let terminal = try Tmux(program, command: "env \(variables) '\(Program.path)' --lang zh --on 2026-11-21")
            try terminal.expect(">氩弧焊工")
            return try terminal.styledScreen().contains(/\u{1B}\[[0-9;]*(3|4|9|10)[0-7]m/)
        }
        #expect(try colours("A=b"))
        #expect(try !colours("NO_COLOR=1"))
    }

    @Test("Ctrl-L draws anew over what another program left, also in a form")
    func redraw() throws {
        defer { program.remove() }
        let terminal = try Tmux(program, command: "sh -c 'tty > tty; exec \"\(Program.path)\" --lang zh --on 2026-11-21'")
        try terminal.expect(">氩弧焊工")
        let device = try String(contentsOf: program.folder.appendingPathComponent("tty"), encoding: .utf8).trimmingCharacters(in: .newlines)
        for key in ["j", "e"] {
            try terminal.press(key)
            try terminal.expect(key == "e" ? ">单位" : ">叉车司机")
            let other = try #require(FileHandle(forWritingAtPath: device))
            try other.write(contentsOf: Data("\u{1B}[2;1Hrubbish from wall(1)".utf8))
            try other.close()
            try terminal.expect("rubbish")
            try terminal.press("C-l")
            try terminal.expectGone("rubbish")
        }
        try terminal.press("Escape")
        try terminal.expectGone(">单位")
        try terminal.press("q")
        #expect(try terminal.expectEnd() == 0)
    }
}
