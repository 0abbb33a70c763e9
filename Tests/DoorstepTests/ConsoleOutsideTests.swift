import Foundation
import Testing
import TerminalUI

/// What the console shares with what is around it: the clipboard, an editor,
/// a file of its timings.
@Suite("The console and what is around it", .serialized)
struct ConsoleOutsideTests {
    private func path(_ program: Program, _ name: String) -> String { program.folder.appendingPathComponent(name).path }

    private func text(_ program: Program, _ name: String) -> String {
        (try? String(contentsOfFile: path(program, name), encoding: .utf8)) ?? ""
    }

    // MARK: - The clipboard

    @Test("y hands the record to the clipboard of a terminal that takes it, and nothing of it comes on the screen")
    func clipboard() throws {
        let program = try Program()
        defer { program.remove() }
        let terminal = try Tmux(program, command: "'\(Program.path)' demo --lang zh")
        try terminal.set("set-clipboard", "on")
        try terminal.expect("差一项")
        try terminal.press("2")
        try terminal.expect("有人没活干")
        try terminal.press("y")
        try terminal.expect("个字符交给终端的剪贴板")
        let copied = try terminal.copied()
        #expect(copied.contains("岁") && copied.contains("\n住 ") && copied.contains("****"))
        let screen = try terminal.screen()
        #expect(screen.contains("有人没活干") && !screen.contains("52;c"), "\(screen)")
        try terminal.press("q")
        #expect(try terminal.expectEnd() == 0)
    }

    // MARK: - An editor

    /// A console in the note of a referral, with an editor that is a script.
    private func note(_ program: Program, editor: String) throws -> Tmux {
        try "#!/bin/sh\n\(editor)\n".write(toFile: path(program, "editor.sh"), atomically: true, encoding: .utf8)
        chmod(path(program, "editor.sh"), 0o755)
        let terminal = try Tmux(program, command: "env DOORSTEP_PASSPHRASE=other VISUAL= EDITOR=\"'\(path(program, "editor.sh"))' --wait\" '\(Program.path)' demo --lang zh")
        try terminal.expect("差一项")
        try terminal.press("Enter")
        try terminal.expect("名次")
        try terminal.press("p", "Tab", "Tab")
        try terminal.type("早班")
        try terminal.expect("早班")
        return terminal
    }

    @Test("The editor gets the note in a private folder in memory and the terminal whole; what it leaves is the note, and nothing is left behind")
    func editor() throws {
        let program = try Program()
        defer { program.remove() }
        let terminal = try note(
            program,
            editor: """
                stty -a > modes
                stat -c '%a' "$(dirname "$2")" "$2" > rights
                stat -f -c '%T' "$2" >> rights
                cp "$2" got
                printf '%s' "$2" > where
                printf '%s' "${DOORSTEP_PASSPHRASE-none}" > passphrase
                cp "$2" "$2~"
                mkdir "$(dirname "$2")/.backup" && cp "$2" "$(dirname "$2")/.backup/old"
                printf '夜班\\033[31m\\r\\n也行\\n' > "$2"
                """)
        try terminal.press("C-o")
        try terminal.expect("夜班[31m  也行")
        #expect(text(program, "got") == "早班\n")
        #expect(text(program, "passphrase") == "none", "a passphrase is no other program's")
        #expect(text(program, "rights") == "700\n600\ntmpfs\n")
        #expect(text(program, "modes").contains(" icanon") && text(program, "modes").contains(" echo "))
        let file = text(program, "where")
        #expect(file.hasSuffix("/note.txt") && !FileManager.default.fileExists(atPath: (file as NSString).deletingLastPathComponent))
        // The form goes on from there.
        try terminal.press("Enter")
        try terminal.expect("已保存 推荐")
        try terminal.press("q")
        #expect(try terminal.expectEnd() == 0)
    }

    @Test("An editor that fails, is killed or is not there changes nothing and says so", arguments: [
        ("echo x > \"$2\"; exit 3", "出错退出（3）"), ("echo x > \"$2\"; kill -9 $$", "信号 9"), ("printf '\\377\\376' > \"$2\"", "不是 UTF-8"), ("rm \"$2\" \"$0\"", "不是 UTF-8"),
    ])
    func failing(script: String, words: String) throws {
        let program = try Program()
        defer { program.remove() }
        let terminal = try note(program, editor: script)
        try terminal.press("C-o")
        let screen = try terminal.expect(words)
        #expect(screen.contains("早班") && !screen.contains("x早班"))
        try terminal.press("Escape")
        try terminal.expect("再按一次 Esc")
        try terminal.press("Escape")
        try terminal.expectGone("步骤")
        try terminal.press("q")
        #expect(try terminal.expectEnd() == 0)
    }

    @Test("Without an editor the console says what to set")
    func noEditor() throws {
        let program = try Program()
        defer { program.remove() }
        let terminal = try Tmux(program, command: "'\(Program.path)' demo --lang zh")
        try terminal.expect("差一项")
        try terminal.press("Enter", "p", "Tab", "Tab", "C-o")
        try terminal.expect("没有指定编辑器")
        try terminal.press("Escape")
        try terminal.expectGone("步骤")
        try terminal.press("q")
        #expect(try terminal.expectEnd() == 0)
    }

    // MARK: - Timings

    @Test("--trace writes what everything took, and nothing of what was typed or of whom")
    func trace() throws {
        let program = try Program()
        defer { program.remove() }
        let terminal = try Tmux(program, command: "'\(Program.path)' demo --lang zh --trace trace.csv")
        try terminal.expect("差一项")
        try terminal.press("j", "2", "/")
        try terminal.type("巴特尔")
        try terminal.expect("/ 巴特尔")
        try terminal.press("Enter", "y", "F9")
        try terminal.expect("People with no job")
        try terminal.press("q")
        #expect(try terminal.expectEnd() == 0)
        let lines = text(program, "trace.csv").split(separator: "\r\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        #expect(lines.first?.joined(separator: ",") == "microseconds,event,what,reduce,render,present,bytes,shown")
        let rows = lines.dropFirst()
        for event in ["first-frame", "opened", "turn", "answer", "keys"] { #expect(rows.contains { $0[1] == event }, "\(event)") }
        // A key's turn, what it took and what it wrote.
        let turn = try #require(rows.first { $0[1] == "turn" && $0[2].contains("text") })
        #expect((3...6).allSatisfy { Int(turn[$0]) != nil } && Int(turn[6]) ?? 0 > 0, "\(turn)")
        // The search's answer was asked by the text, and both were shown.
        #expect(rows.contains { $0[1] == "answer" && $0[2] == "narrow-people" && Int($0[7]) ?? 0 > 0 })
        #expect(rows.contains { $0[1] == "keys" && $0[2].contains("text") && Int($0[7]) ?? 0 > 0 })
        for text in ["巴", "特", "尔", "j"] { #expect(!rows.contains { $0[2].split(separator: " ").contains(Substring(text)) || $0[2].contains("巴特尔") }, "\(text)") }
    }

    @Test("A file that is there already is not written over, and the console does not open")
    func traceExists() throws {
        let program = try Program()
        defer { program.remove() }
        try "mine".write(toFile: path(program, "trace.csv"), atomically: true, encoding: .utf8)
        let terminal = try Tmux(program, command: "'\(Program.path)' demo --lang zh --trace trace.csv")
        try terminal.expect("文件已存在")
        #expect(try terminal.expectEnd() == 2)
        #expect(text(program, "trace.csv") == "mine")
    }
}
