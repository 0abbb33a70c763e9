import Foundation
import Testing

/// Reading a sheet in, in a real terminal, from a real file, into a real
/// store.
@Suite("Importing in a terminal", .serialized)
struct ImportTerminalTests {
    private let sheet = """
        2026年求职登记
        序号,姓名,身份证号,手机,住址,备注
        1,张三,150784198503020017,15400000002,拉布大林街道,原来的备注
        2,新来的,,15400000009,黑山头镇,
        3,,,,黑山头镇,没有姓名
        """

    /// A station with two people whose sheet lies in its folder.
    private func station() throws -> Program {
        let program = try Program.smallStation()
        try (sheet + "\n").write(to: program.folder.appendingPathComponent("登记.csv"), atomically: true, encoding: .utf8)
        try "x".write(to: program.folder.appendingPathComponent("别的.pdf"), atomically: true, encoding: .utf8)
        return program
    }

    @Test("From the file to the store at 80×24: found by its name, a column mended, the counts confirmed, taken back with u, made again")
    func journey() throws {
        // Given
        let program = try station()
        defer { program.remove() }
        let terminal = try program.console()
        try terminal.expect("差一项")
        let before = try program.run("export", "people", "--unmasked", "--yes").lines
        // When the file is found
        try terminal.press("i")
        try terminal.expect("读入表格 > 选文件")
        try terminal.paste(program.folder.path + "/登")
        try terminal.expect(">登记.csv")
        #expect(try !terminal.screen().contains("别的.pdf"))
        try terminal.press("Enter")
        // Then
        try terminal.expect("新增 2")
        try terminal.expect("拒收 1 行")
        // When a column is mended
        try terminal.press("G", "Enter")
        try terminal.expect("第 6 列 备注 当作")
        try terminal.type("不读")
        try terminal.press("Enter")
        // Then
        try terminal.expect("指定")
        try terminal.expect("新增 2")
        // When it is stored
        try terminal.press("s")
        try terminal.expect("保存到台站数据吗？")
        try terminal.press("y")
        try terminal.expect("已读入 登记.csv")
        // Then
        let after = try program.run("export", "people", "--unmasked", "--yes").lines
        #expect(after.count == before.count + 2)
        try terminal.press("2")
        try terminal.expect("新来的")
        #expect(try program.run("verify").code == 0)
        // When it is taken back, and made again
        try terminal.press("u")
        try terminal.expect("已撤销 读入的 登记.csv")
        #expect(try program.run("export", "people", "--unmasked", "--yes").lines == before)
        #expect(try program.run("verify").code == 0)
        try terminal.press("C-r")
        try terminal.expect("已重做 读入的 登记.csv")
        #expect(try program.run("export", "people", "--unmasked", "--yes").lines == after)
        #expect(try program.run("verify").code == 0)
        try terminal.press("q")
        #expect(try terminal.expectEnd() == 0)
    }

    @Test("A file that changes between the look and the saving is looked at again, and has to be confirmed anew")
    func changedFile() throws {
        let program = try station()
        defer { program.remove() }
        let path = program.folder.appendingPathComponent("people.csv")
        try "编号,姓名,常住地\nA1,甲,拉布大林街道\n".write(to: path, atomically: true, encoding: .utf8)
        let terminal = try program.console()
        try terminal.expect("差一项")
        try terminal.press("i")
        try terminal.expect("选文件")
        try terminal.paste(path.path)
        try terminal.expect(">people.csv")
        try terminal.press("Enter")
        try terminal.expect("新增 1")
        try "编号,姓名,常住地\nA1,甲,拉布大林街道\nA2,乙,黑山头镇\n".write(to: path, atomically: true, encoding: .utf8)
        try terminal.press("s")
        try terminal.expect("保存到台站数据吗？")
        try terminal.press("y")
        try terminal.expect("文件在核对之后改过")
        try terminal.expect("新增 2")
        try terminal.press("y")
        try terminal.expect("已读入 people.csv")
        #expect(try program.run("search", "people", "甲").lines.count == 2)
        try terminal.press("q")
        #expect(try terminal.expectEnd() == 0)
    }

    @Test("What others changed after the sheet was looked at is not overwritten: the counts are made anew")
    func changedStore() throws {
        let program = try station()
        defer { program.remove() }
        let path = program.folder.appendingPathComponent("people.csv")
        try "编号,姓名,常住地,备注\nP1,巴特尔,拉布大林街道,表里的\nP2,张三,拉布大林街道,\n".write(to: path, atomically: true, encoding: .utf8)
        let terminal = try program.console()
        try terminal.expect("差一项")
        try terminal.press("i")
        try terminal.expect("选文件")
        try terminal.paste(path.path)
        try terminal.expect(">people.csv")
        try terminal.press("Enter")
        try terminal.expect("更新 1、未变 1")
        try program.run("set", "people", "P1", "备注=表里的")
        try terminal.press("s")
        try terminal.expect("保存到台站数据吗？")
        try terminal.press("y")
        // Whether the console had noticed before the key or after it.
        try terminal.expect("没有要保存的")
        try terminal.press("q")
        #expect(try terminal.expectEnd() == 0)
    }

    @Test("Whatever is opened in place of a sheet is one sentence, and the console goes on", arguments: ["别的.pdf", "空.csv", "管道.csv", "没有.csv"])
    func bad(name: String) throws {
        let program = try station()
        defer { program.remove() }
        try Data().write(to: program.folder.appendingPathComponent("空.csv"))
        mkfifo(program.folder.appendingPathComponent("管道.csv").path, 0o600)
        let terminal = try program.console()
        try terminal.expect("差一项")
        try terminal.press("i")
        try terminal.expect("选文件")
        try terminal.paste(program.folder.path + "/" + name)
        try terminal.press("Enter")
        // What is the matter is said below, behind the path and a colon, wrapped by its length: nothing else there has one.
        try terminal.expect("读入表格 > \(name)")
        try terminal.expect("：")
        try terminal.press("Escape")
        try terminal.expect("选文件")
        try terminal.press("C-u")
        try terminal.paste(program.folder.path + "/登记.csv")
        try terminal.press("Enter")
        try terminal.expect("当作")
    }

    @Test("The command says how far it is on a terminal; ^C stops it and leaves nothing, and the entry's number is told")
    func command() throws {
        let program = try station()
        defer { program.remove() }
        let rows = (1...200_000).map { "N\($0),张三,拉布大林街道" }
        try (["编号,姓名,常住地"] + rows).joined(separator: "\n").write(to: program.folder.appendingPathComponent("many.csv"), atomically: true, encoding: .utf8)
        let terminal = try Tmux(program, columns: 100, rows: 10, command: "'\(Program.path)' import people many.csv --lang zh --on 2026-11-21")
        try terminal.expect("行，每秒")
        try terminal.press("C-c")
        #expect(try terminal.expectEnd() == 130)
        #expect(try program.run("search", "people", "N200000").lines.count <= 1)
        #expect(try program.run("verify").code == 0)
        let result = try program.run("import", "people", "登记.csv", "--on", "2026-11-21", "--lang", "en")
        #expect(result.code == 1 && result.errors.contains("journal entry"))
    }
}
