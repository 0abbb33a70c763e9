import Foundation
import Testing

/// Searches kept under a name, by commands and in a terminal.
@Suite("Saved searches, by commands")
struct SavedSearchCommandTests {
    private func station() throws -> Program {
        let program = try Program()
        try program.run("init", "--station", "150784001", "--name", "拉布大林街道", "--no-passphrase")
        try "编号,姓名,常住地,技能,学历\nP1,张三,拉布大林街道,焊工,本科\nP2,李四,黑山头镇,焊工,初中\nP3,王五,黑山头镇,,\n"
            .write(to: program.folder.appendingPathComponent("people.csv"), atomically: true, encoding: .utf8)
        #expect(try program.run("import", "people", "people.csv", "--on", "2026-11-21").code == 0)
        return program
    }

    private func ids(_ result: Program.Result) -> [String] { result.lines.dropFirst().map { $0.prefix { $0 != "," }.description } }

    private func list(_ program: Program) throws -> [String] { try Array(program.run("searches", "--format", "csv").lines.dropFirst()) }

    @Test("One is saved, listed, used by search and export, narrowed further, and removed; all of it holds")
    func life() throws {
        var program = try station()
        defer { program.remove() }
        let saved = try program.run("searches", "save", "people", "会焊的", "+焊工")
        #expect(saved.code == 0 && saved.errors.contains("已保存 常用查找“会焊的”"), "\(saved.errors)")
        #expect(try program.run("searches", "save", "people", "大专以上", "学历>=大专").code == 0)
        #expect(try program.run("searches", "save", "jobs", "会焊的", "+焊工").code == 0)
        #expect(try program.run("searches", "people", "--format", "csv").lines.first == "\u{FEFF}list,name,query,problem")
        #expect(try program.run("searches", "list", "people").lines.count == 3)
        #expect(try list(program) == ["people,会焊的,'+焊工,", "people,大专以上,学历>=大专,", "jobs,会焊的,'+焊工,"])
        #expect(try Set(ids(program.run("search", "people", "--saved", "会焊的"))) == ["P1", "P2"])
        #expect(try ids(program.run("search", "people", "--saved", "会 焊的", "@黑山头镇")) == ["P2"])
        #expect(try Set(ids(program.run("export", "people", "--saved", "会焊的"))) == ["P1", "P2"])
        #expect(try ids(program.run("export", "people", "--saved", "会焊的", "--query", "学历>=大专")) == ["P1"])
        program.language = "C"
        #expect(try list(program)[1] == "people,大专以上,education>=college,")
        #expect(try program.run("searches", "remove", "people", "会焊的").errors.contains("Removed"))
        #expect(try list(program).count == 2)
        #expect(try program.run("verify").code == 0)
    }

    @Test("A name that is taken is left as it is unless --replace says otherwise")
    func taken() throws {
        let program = try station()
        defer { program.remove() }
        try program.run("searches", "save", "people", "ABC", "焊")
        let refused = try program.run("searches", "save", "people", "ａｂｃ", "瓦")
        #expect(refused.code == 2 && refused.errors.contains("--replace") && refused.errors.contains("“ABC”（焊）"), "\(refused.errors)")
        #expect(try list(program) == ["people,ABC,焊,"])
        #expect(try program.run("searches", "save", "people", "ａｂｃ", "瓦", "--replace").code == 0)
        #expect(try list(program) == ["people,ａｂｃ,瓦,"])
        // The same again is no change.
        let before = try program.run("verify").output
        #expect(try program.run("searches", "save", "people", "ａｂｃ", "瓦").code == 0)
        #expect(try program.run("verify").output == before)
    }

    @Test("What cannot be saved or found is one sentence, exit code 2, and changes nothing", arguments: [
        (["searches", "save", "people", "", "焊"], "要有名称"), (["searches", "save", "people", "\u{202E}\u{1B}", "焊"], "要有名称"),
        (["searches", "save", "people", String(repeating: "长", count: 10_000), "焊"], "不超过 80"), (["searches", "save", "people", "甲", ""], "还没有条件"),
        (["searches", "save", "people", "甲", "#退役军入"], "退役军人"), (["searches", "save", "employers", "甲", "18-45岁"], "没有年龄"),
        (["searches", "save", "people", "甲"], "缺少参数"), (["searches", "save", "skills", "甲", "焊"], "skills"),
        (["searches", "remove", "people", "会焊"], "会焊的"), (["searches", "remove", "jobs", "会焊的"], "没有常用查找"),
        (["search", "people", "--saved", "会焊"], "相近的有 会焊的"), (["search", "skills", "--saved", "会焊的"], "--saved"),
        (["search", "people"], "缺少参数"), (["export", "jobs", "--saved", "会焊的"], "没有常用查找"),
    ])
    func refused(arguments: [String], part: String) throws {
        let program = try station()
        defer { program.remove() }
        try program.run("searches", "save", "people", "会焊的", "+焊工")
        let before = try program.run("verify").output
        let result = try Program.launch(Program.path, arguments, program.environment, in: program.folder)
        #expect(result.code == 2 && result.output.isEmpty)
        #expect(result.errors.contains(part) && result.errors.split(separator: "\n").count == 1, "\(result.errors)")
        #expect(!result.errors.contains("\u{1B}") && !result.errors.contains("\u{202E}") && result.errors.count < 500)
        #expect(try program.run("verify").output == before)
    }

    @Test("Nothing that steers a terminal comes out of a name")
    func hostileName() throws {
        let program = try station()
        defer { program.remove() }
        #expect(try program.run("searches", "save", "people", "甲\u{1B}[2J\u{202E}乙\n丙\u{7}", "焊").code == 0)
        for format in ["table", "csv", "jsonl"] {
            let output = try program.run("searches", "--format", format).output
            #expect(output.contains("甲[2J乙 丙"), "\(output)")
            #expect(!output.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" || $0 == "\u{7}" })
        }
    }

    @Test("In a terminal: Ctrl-S saves what is typed, s takes it up, Ctrl-X and y remove it; what another program saves appears")
    func terminal() throws {
        let program = try station()
        defer { program.remove() }
        let terminal = try Tmux(program, command: "'\(Program.path)' --lang zh --on 2026-11-21")
        try terminal.press("2")
        try terminal.expect("3/3")
        try terminal.press("/")
        try terminal.type("焊")
        try terminal.expect("2/3")
        try terminal.press("C-s")
        try terminal.expect("存为常用查找")
        try terminal.press("C-u")
        try terminal.type("会焊的")
        try terminal.expect("会焊的")
        try terminal.press("Enter")
        try terminal.expect("已保存 常用查找“会焊的”")
        #expect(try list(program) == ["people,会焊的,焊,"])
        try terminal.press("Escape")
        try terminal.expect("3/3")
        try terminal.press("s")
        try terminal.expect(">会焊的")
        #expect(try program.run("searches", "save", "people", "黑山头", "@黑山头镇").code == 0)
        try terminal.expect(" 黑山头 ")
        try terminal.press("Enter")
        try terminal.expect("2/3")
        try terminal.press("C-o")
        try terminal.expect(">会焊的")
        try terminal.press("C-x")
        try terminal.expect("删除“会焊的”吗？")
        try terminal.press("y")
        try terminal.expect("已删除 常用查找“会焊的”")
        try terminal.press("Escape")
        try terminal.expectGone("常用查找 >")
        try terminal.press("q")
        #expect(try terminal.expectEnd() == 0)
        #expect(try list(program) == ["people,黑山头,'@额尔古纳市黑山头镇,"])
        #expect(try program.run("verify").code == 0)
    }
}
