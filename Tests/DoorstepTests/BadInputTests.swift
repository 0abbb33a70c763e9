import Foundation
import Testing

/// One clear sentence in the user's language, the right exit code, and
/// nothing half done.
@Suite("Bad input")
struct BadInputTests {
    private func station() throws -> Program {
        let program = try Program()
        try program.run("init", "--station", "150784001", "--name", "拉布大林街道", "--no-passphrase")
        return program
    }

    private func expectSentence(_ result: Program.Result, code: Int32, _ part: String, location: SourceLocation = #_sourceLocation) {
        #expect(result.code == code, "\(result.errors)", sourceLocation: location)
        let lines = result.errors.split(separator: "\n")
        #expect(lines.count == 1, "\(result.errors)", sourceLocation: location)
        #expect(result.errors.contains(part), "\(result.errors)", sourceLocation: location)
        #expect(result.output.isEmpty, sourceLocation: location)
    }

    @Test("A store that is not there")
    func missingStore() throws {
        let program = try Program()
        defer { program.remove() }
        expectSentence(try program.run("match", "all"), code: 2, "doorstep init")
    }

    @Test("A file that is no store")
    func notAStore() throws {
        let program = try Program()
        defer { program.remove() }
        let path = program.folder.appendingPathComponent("station.doorstep")
        try Data(repeating: 65, count: 5000).write(to: path)
        expectSentence(try program.run("match", "all"), code: 2, "station.doorstep")
        #expect(try Data(contentsOf: path) == Data(repeating: 65, count: 5000))
    }

    @Test("A store of a newer version is left as it is, with exit code 3")
    func newerStore() throws {
        let program = try station()
        defer { program.remove() }
        let path = program.folder.appendingPathComponent("station.doorstep")
        var bytes = try Data(contentsOf: path)
        // The format stands in the file's header, at 60 (user_version).
        bytes.replaceSubrange(60..<64, with: [0, 0, 0, 99])
        try bytes.write(to: path)
        expectSentence(try program.run("match", "all"), code: 3, "请升级程序")
        #expect(try Data(contentsOf: path) == bytes)
    }

    @Test("A store that another program is changing: who waits is told after a second, and nothing is saved")
    func lockedStore() throws {
        let program = try station()
        defer { program.remove() }
        try "编号,姓名,常住地\nP1,张三,拉布大林街道\n".write(to: program.folder.appendingPathComponent("p.csv"), atomically: true, encoding: .utf8)
        let lock = open(program.folder.appendingPathComponent("station.doorstep.lock").path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        #expect(flock(lock, LOCK_EX) == 0)
        let result = try program.run("import", "people", "p.csv")
        #expect(result.code == 3)
        #expect(result.errors.contains("正被占用"))
        close(lock)
        #expect(try program.run("search", "people", "P1").lines.count == 1)
        #expect(try program.run("import", "people", "p.csv").code == 0)
    }

    @Test("init over a store that is there leaves it alone")
    func initTwice() throws {
        let program = try station()
        defer { program.remove() }
        let path = program.folder.appendingPathComponent("station.doorstep")
        let before = try Data(contentsOf: path)
        expectSentence(try program.run("init", "--station", "150784001", "--name", "另一个"), code: 2, "已经存在")
        #expect(try Data(contentsOf: path) == before)
    }

    @Test("A station that is no place")
    func unknownStation() throws {
        let program = try Program()
        defer { program.remove() }
        expectSentence(try program.run("init", "--station", "150784009", "--name", "某街道"), code: 2, "150784009")
        #expect(!FileManager.default.fileExists(atPath: program.folder.appendingPathComponent("station.doorstep").path))
    }

    @Test(
        "Files that are no sheet",
        arguments: [
            ([UInt8](), "空"), (Array("PK\u{3}\u{4}xxxxxxxxxxxxxxxx".utf8), "不完整或已损坏"), ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], ".xls"),
            ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0], "不是表格"), (Array("没有表头的文件\n".utf8), "找不到表头"),
        ])
    func noSheet(bytes: [UInt8], part: String) throws {
        let program = try station()
        defer { program.remove() }
        try Data(bytes).write(to: program.folder.appendingPathComponent("x.csv"))
        expectSentence(try program.run("import", "people", "x.csv"), code: 2, part)
    }

    @Test("A file that is not there, and a folder")
    func noFile() throws {
        let program = try station()
        defer { program.remove() }
        expectSentence(try program.run("import", "people", "none.csv"), code: 2, "没有这个文件")
        expectSentence(try program.run("import", "people", "."), code: 2, "是目录")
    }

    @Test("A refused row says file, row, column, value and the mend, and stays out while the others go in")
    func refusedRow() throws {
        let program = try station()
        defer { program.remove() }
        let sheet = """
            编号,姓名,证件号码,常住地,出生日期,技能
            P1,张三,,拉布大林街道,1990-01-01,炒茶
            P2,李四,150784199001010001,拉布大林街道,,
            P3,王五,,拉布大林镇子,,
            P4,赵六,,拉布大林街道,2026-13-01,
            """
        try sheet.write(to: program.folder.appendingPathComponent("p.csv"), atomically: true, encoding: .utf8)
        let result = try program.run("import", "people", "p.csv", "--rejects", "r.csv")
        #expect(result.code == 1)
        #expect(result.errors.contains("p.csv 第 3 行：证件号码“150784199001010001”：校验码不对，应为"))
        #expect(result.errors.contains("p.csv 第 4 行：常住地“拉布大林镇子”：目录里没有这个地方，相近的有 "))
        #expect(result.errors.contains("p.csv 第 5 行：出生日期“2026-13-01”：不是日期，请写成 2026-11-21 的样子。"))
        #expect(result.errors.contains("p.csv 第 2 行：技能“炒茶”：目录里没有，按原文保留"))
        #expect(try program.run("search", "people", "").lines.count == 2)
        let rejects = try String(contentsOf: program.folder.appendingPathComponent("r.csv"), encoding: .utf8)
        #expect(rejects.split(whereSeparator: \.isNewline).count == 4)
        #expect(rejects.contains("王五"))
    }

    @Test("What is odd and can be kept goes in with a warning: the optimised program as the other")
    func oddRows() throws {
        let program = try station()
        defer { program.remove() }
        let sheet = """
            编号,姓名,常住地,出生日期,性别,经度,纬度,技能,期望月薪,婚姻状况
            P1,张三,拉布大林街道,2130-01-01,,,,,,
            P2,李四,拉布大林街道,,未知,120.1,,炒茶:9;焊工:五级,面议,已婚
            """
        try sheet.write(to: program.folder.appendingPathComponent("p.csv"), atomically: true, encoding: .utf8)
        let result = try program.run("import", "people", "p.csv")
        #expect(result.code == 0, "\(result.errors)")
        for part in ["还没有到", "只有一个，不用", "不认识，未采用", "等级写成数字", "“婚姻状况”不保存"] { #expect(result.errors.contains(part), "\(part)") }
        #expect(try program.run("search", "people", "").lines.count == 3)
    }

    @Test("No sheet is written over a store, nor rejects over the sheet they come from")
    func noOverwriting() throws {
        let program = try station()
        defer { program.remove() }
        expectSentence(try program.run("export", "people", "--output", "station.doorstep"), code: 2, "不能覆盖")
        #expect(try program.run("verify").code == 0)
        let sheet = program.folder.appendingPathComponent("p.csv")
        try "姓名,常住地\n张三,没有的地方\n".write(to: sheet, atomically: true, encoding: .utf8)
        expectSentence(try program.run("import", "people", "p.csv", "--rejects", "p.csv"), code: 2, "不能覆盖")
        #expect(try String(contentsOf: sheet, encoding: .utf8).contains("没有的地方"))
    }

    @Test("A masked sheet that is read in again changes nothing")
    func maskedBack() throws {
        let program = try station()
        defer { program.remove() }
        try "编号,单位,岗位,工作地点,联系人,联系电话\nJ1,甲厂,力工,拉布大林街道,姜一,15400000001\n".write(
            to: program.folder.appendingPathComponent("j.csv"), atomically: true, encoding: .utf8)
        try program.run("import", "jobs", "j.csv")
        #expect(try program.run("export", "jobs", "--output", "masked.csv").code == 0)
        #expect(try program.run("import", "jobs", "masked.csv").errors.contains("未变 1"))
        #expect(try program.run("export", "jobs", "--unmasked", "--yes").output.contains("15400000001"))
    }

    @Test("Two credit codes are two employers, whatever their names")
    func twoEmployers() throws {
        let program = try station()
        defer { program.remove() }
        let sheet = """
            编号,单位,统一社会信用代码,岗位,工作地点
            J1,甲厂,91350100M000100Y43,力工,拉布大林街道
            J2,甲厂,91110000600037341L,力工,拉布大林街道
            J3,甲厂,,力工,拉布大林街道
            """
        try sheet.write(to: program.folder.appendingPathComponent("j.csv"), atomically: true, encoding: .utf8)
        let result = try program.run("import", "jobs", "j.csv")
        #expect(result.errors.contains("单位新增 2"), "\(result.errors)")
    }

    @Test("Arguments that cannot be used, in both languages")
    func arguments() throws {
        var program = try station()
        defer { program.remove() }
        expectSentence(try program.run("frobnicate"), code: 2, "frobnicate")
        expectSentence(try program.run("match", "job"), code: 2, "缺少参数")
        expectSentence(try program.run("match", "all", "--top", "0"), code: 2, "--top")
        expectSentence(try program.run("match", "job", "none"), code: 2, "没有编号为 none 的岗位")
        expectSentence(try program.run("match", "all", "--on", "昨天"), code: 2, "--on")
        program.language = "C"
        expectSentence(try program.run("match", "job", "none"), code: 2, "There is no job none")
        expectSentence(try program.run("match", "all", "--bad"), code: 2, "There is no option --bad")
    }

    @Test("Steps that cannot follow change nothing")
    func steps() throws {
        let program = try station()
        defer { program.remove() }
        try "编号,姓名,常住地\nP1,张三,拉布大林街道\n".write(to: program.folder.appendingPathComponent("p.csv"), atomically: true, encoding: .utf8)
        try "编号,单位,岗位,工作地点\nJ1,甲厂,力工,拉布大林街道\n".write(
            to: program.folder.appendingPathComponent("j.csv"), atomically: true, encoding: .utf8)
        try program.run("import", "people", "p.csv")
        try program.run("import", "jobs", "j.csv")
        expectSentence(try program.run("place", "hire", "X"), code: 2, "没有编号为 X 的推荐")
        expectSentence(try program.run("place", "refer", "J1", "P7"), code: 2, "没有编号为 P7 的求职者")
        let id = try program.run("place", "refer", "J1", "P1").output.trimmingCharacters(in: .newlines)
        expectSentence(try program.run("place", "refer", "J1", "P1"), code: 2, "已有一笔在办")
        expectSentence(try program.run("place", "start", id), code: 2, "现在是“推荐”，不能接“到岗”")
        expectSentence(try program.run("place", "decline", id), code: 2, "请说明是单位未录用还是本人放弃")
        expectSentence(try program.run("place", "hire", id, "--date", "2099-01-01"), code: 2, "还没有到")
        expectSentence(try program.run("place", "hire", id, "--date", "2001-01-01"), code: 2, "早于上一步")
        #expect(try program.run("export", "placements").lines.count == 2)
    }

    @Test("Without a terminal the console says so, and standard input may be a pipe")
    func noTerminal() throws {
        let program = try station()
        defer { program.remove() }
        var environment = program.environment
        environment["TERM"] = "dumb"
        let result = try Program.launch("/usr/bin/setsid", ["-w", Program.path, "console"], environment, input: "q", in: program.folder)
        #expect(result.code == 2)
        #expect(result.errors.split(separator: "\n").count == 1)
    }
}
