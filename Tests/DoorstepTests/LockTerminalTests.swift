import Foundation
import Testing

/// A store under passphrases, as a caseworker meets it in a real terminal.
@Suite("Locking, in a terminal", .serialized)
struct LockTerminalTests {
    private let program: Program
    private static let passphrase = "ulaan-2026"

    init() throws {
        program = try Program()
        // The first passphrase comes from the environment, as in a script.
        let made = try program.run(
            "init", "--station", "150784001", "--name", "拉布大林街道", "--caseworker", "乌兰", variables: ["DOORSTEP_PASSPHRASE": Self.passphrase])
        #expect(made.code == 0, "\(made.errors)")
        try "编号,姓名,手机,证件号码,常住地\nP1,巴特尔,15400000001,150784199005010013,拉布大林街道\n".write(
            to: program.folder.appendingPathComponent("p.csv"), atomically: true, encoding: .utf8)
        let imported = try open("import", "people", "p.csv")
        #expect(imported.code == 0, "\(imported.errors)")
    }

    /// Runs a command with the passphrase.
    @discardableResult
    private func open(_ arguments: String...) throws -> Program.Result {
        try program.run(arguments: arguments, variables: ["DOORSTEP_PASSPHRASE": Self.passphrase])
    }

    private func terminal() throws -> Tmux {
        try Tmux(program, command: "'\(Program.path)' --lang zh --on 2026-11-21")
    }

    @Test("The console asks for the passphrase itself, says when it is wrong, and F12 locks it again; the search is there when it opens")
    func lock() throws {
        defer { program.remove() }
        let terminal = try terminal()
        var screen = try terminal.expect("已锁定")
        #expect(screen.contains("乌兰") && !screen.contains("巴特尔"))
        try terminal.type("falsch-2026")
        try terminal.expect("***********")
        try terminal.press("Enter")
        try terminal.expect("口令不对")
        try terminal.expectGone("秒后")
        try terminal.type(Self.passphrase)
        try terminal.press("Enter")
        try terminal.expect("有活没人干")
        try terminal.press("2")
        try terminal.expect(">巴特尔")
        try terminal.type("/bate")
        try terminal.expect("/ bate")
        try terminal.press("F12")
        try terminal.expect("已锁定")
        screen = try terminal.expectGone("bate")
        for text in ["巴特尔", "154****", "有人没活干"] { #expect(!screen.contains(text)) }
        // What another program changes meanwhile is read once it is open.
        try "编号,姓名,常住地\nP2,巴特尔夫,拉布大林街道\n".write(to: program.folder.appendingPathComponent("q.csv"), atomically: true, encoding: .utf8)
        #expect(try open("import", "people", "q.csv").code == 0)
        #expect(try !terminal.screen().contains("巴特尔"))
        try terminal.type(Self.passphrase)
        try terminal.press("Enter")
        try terminal.expect("/ bate")
        try terminal.expect("2/2")
        try terminal.press("C-c")
        #expect(try terminal.expectEnd() == 0)
        #expect(try open("verify").code == 0)
    }

    @Test("Numbers are shown to who says why, until the record is left, and the journal has it")
    func reveal() throws {
        defer { program.remove() }
        let terminal = try Tmux(program, command: "env DOORSTEP_PASSPHRASE=\(Self.passphrase) '\(Program.path)' --lang zh --on 2026-11-21")
        try terminal.expect("有活没人干")
        try terminal.press("2")
        try terminal.expect("154****0001")
        try terminal.expect("150784********0013")
        try terminal.press("v")
        try terminal.expect("为什么")
        try terminal.press("Enter")
        try terminal.expect("请选一个事由")
        try terminal.type("替其母问")
        try terminal.expect("替其母问")
        try terminal.press("Enter")
        try terminal.expect("15400000001")
        try terminal.expect("150784199005010013")
        try terminal.press("1", "2")
        try terminal.expect("154****0001")
        try terminal.press("q")
        #expect(try terminal.expectEnd() == 0)
        let verified = try open("verify")
        #expect(verified.code == 0 && verified.output.contains("打开加密内容 2 处"), "\(verified.output)\(verified.errors)")
        let file = try Data(contentsOf: program.folder.appendingPathComponent("station.doorstep"))
        #expect(file.range(of: Data("reveal".utf8)) != nil)
        for text in ["替其母问", "15400000001", "巴特尔"] { #expect(file.range(of: Data(text.utf8)) == nil) }
    }

    @Test("A store without a passphrase says so on the first row; F12 clears the screen, Enter goes on")
    func withoutPassphrase() throws {
        defer { program.remove() }
        let other = try Program()
        defer { other.remove() }
        try other.run("init", "--station", "150784001", "--name", "拉布大林街道", "--no-passphrase")
        let terminal = try Tmux(other, command: "'\(Program.path)' --lang zh")
        try terminal.expect("未设口令")
        try terminal.expect("还没有在招岗位")
        try terminal.press("F12")
        try terminal.expect("按 Enter 继续")
        #expect(try !terminal.screen().contains("还没有在招岗位"))
        try terminal.press("Enter")
        try terminal.expect("还没有在招岗位")
        try terminal.press("q")
        #expect(try terminal.expectEnd() == 0)
    }

    @Test("verify works without a passphrase and says what it did not do; with one it opens every seal; a wrong one is refused")
    func verify() throws {
        defer { program.remove() }
        let without = try program.run("verify")
        #expect(without.code == 0)
        #expect(without.output.contains("台站数据完好") && without.errors.contains("没有打开核对"))
        let with = try open("verify")
        #expect(with.code == 0)
        #expect(with.output.contains("打开加密内容 1 处") && with.errors.isEmpty, "\(with.output)\(with.errors)")
        let wrong = try program.run("verify", variables: ["DOORSTEP_PASSPHRASE": "falsch-2026"])
        #expect(wrong.code == 3 && wrong.errors.contains("口令不对"))
        // At a terminal it asks, and Enter alone goes on without.
        let terminal = try Tmux(program, command: "'\(Program.path)' verify --lang zh")
        try terminal.expect("直接回车")
        try terminal.press("Enter")
        try terminal.expect("没有打开核对")
        #expect(try terminal.expectEnd() == 0)
    }

    @Test("Every other command needs the passphrase, and says so where nobody can be asked")
    func commands() throws {
        defer { program.remove() }
        for arguments in [["export", "people"], ["search", "people", "巴"], ["match", "all"], ["caseworker", "recovery"]] {
            let result = try program.run(arguments: arguments)
            #expect(result.code == 3 && result.output.isEmpty && result.errors.contains("--passphrase-file"), "\(arguments): \(result.errors)")
        }
        #expect(try program.run("caseworker", "list").lines == ["乌兰"])
    }
}
