import Foundation
import Testing

/// `report`, as a person or a script runs it.
@Suite("Reports, by the command")
struct ReportCommandTests {
    private func station(_ code: String = "150784001") throws -> Program {
        let program = try Program()
        try program.run("init", "--station", code, "--name", "某站", "--no-passphrase")
        try "编号,姓名,手机,常住地,登记日期\nP1,张三,15400000001,\(code),2026-11-02\nP2,李四,15400000002,\(code),2026-10-02\n"
            .write(to: program.folder.appendingPathComponent("people.csv"), atomically: true, encoding: .utf8)
        #expect(try program.run("import", "people", "people.csv", "--on", "2026-11-21").code == 0)
        return program
    }

    private func rows(_ result: Program.Result) -> [[String]] {
        result.output.trimmingPrefix("\u{FEFF}").split(whereSeparator: \.isNewline).map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    }

    @Test("report month says every indicator with what the plans ask, its source and how it is counted")
    func month() throws {
        let program = try station()
        defer { program.remove() }
        let result = try program.run("report", "month", "--on", "2026-11-21")
        #expect(result.code == 0 && result.errors.isEmpty, "\(result.errors)")
        let rows = rows(result)
        let registered = try #require(rows.first { $0[0] == "registered" })
        #expect(registered[1...5] == ["登记求职", "1", "1", "0", "2"])
        let own = try #require(rows.first { $0[0] == "new-employment" })
        #expect(own[6] == "700" && own[7] == "人" && own[8] == "0.0" && result.output.contains("征求意见稿"))
        #expect(try program.run("report", "week", "--on", "2026-11-21", "--lang", "en", "--format", "jsonl").output.contains("\"people registered\""))
    }

    @Test("--entries lists what a number was counted from, names in part")
    func entries() throws {
        let program = try station()
        defer { program.remove() }
        let result = try program.run("report", "month", "--on", "2026-11-21", "--entries", "登记求职")
        #expect(result.code == 0 && rows(result).count == 2 && rows(result)[1].contains("P1") && !result.output.contains("张三"), "\(result.output) \(result.errors)")
    }

    @Test("A file takes the checkpoint of the journal with it, as an export does; a workbook holds it in a sheet, and verify holds it to be whole", arguments: ["csv", "xlsx"])
    func files(ending: String) throws {
        let program = try station()
        defer { program.remove() }
        let result = try program.run("report", "year", "--on", "2026-11-21", "--output", "report.\(ending)")
        #expect(result.code == 0, "\(result.errors)")
        if ending == "csv" { #expect(FileManager.default.fileExists(atPath: program.folder.appendingPathComponent("report.csv.checkpoint").path)) }
        let verified = try program.run("verify", "report.\(ending)")
        #expect(verified.code == 0, "\(verified.output) \(verified.errors)")
    }

    @Test("The annex table is there for a station in Tongliao, and refused elsewhere with the reason")
    func annex() throws {
        let there = try station("150521")
        defer { there.remove() }
        let table = try there.run("report", "year", "--annex", "--on", "2026-11-21")
        #expect(rows(table).count == 11 && table.output.contains("科左中旗") && table.output.contains("不由台账产生"), "\(table.output) \(table.errors)")
        let elsewhere = try station()
        defer { elsewhere.remove() }
        let refused = try elsewhere.run("report", "year", "--annex", "--on", "2026-11-21")
        #expect(refused.code == 2 && refused.errors.contains("任务分解表是通辽市的"), "\(refused.errors)")
    }

    @Test("What there is not is refused with what there is", arguments: [
        (["decade"], ["month", "half-year"]), (["month", "--entries", "gold"], ["gold", "new-employment"]), (["month", "--area", "拉布大琳"], ["拉布大琳", "拉布大林"]),
        (["month", "--group", "退伍军人"], ["退伍军人"]), (["month", "--sheet", "moon"], ["moon", "indicators"]),
    ])
    func refused(arguments: [String], said: [String]) throws {
        let program = try station()
        defer { program.remove() }
        let result = try program.run(arguments: ["report"] + arguments + ["--on", "2026-11-21"])
        #expect(result.code == 2 && result.output.isEmpty)
        for word in said { #expect(result.errors.contains(word), "\(result.errors)") }
    }
}
