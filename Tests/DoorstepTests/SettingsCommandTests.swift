import Foundation
import Testing

/// What changes results is listed, changed and followed, by commands.
@Suite("Settings, by commands")
struct SettingsCommandTests {
    private func station() throws -> Program {
        let program = try Program()
        try program.run("init", "--station", "150784001", "--name", "拉布大林街道", "--no-passphrase")
        try "编号,姓名,常住地,出生日期,技能\nP1,张三,拉布大林街道,1990-01-01,焊工\nP2,林楠,黑山头镇,2009-01-01,\n"
            .write(to: program.folder.appendingPathComponent("people.csv"), atomically: true, encoding: .utf8)
        try "编号,单位,岗位,工作地点,技能要求\nJ1,甲厂,焊工,黑山头镇,焊工\n"
            .write(to: program.folder.appendingPathComponent("jobs.csv"), atomically: true, encoding: .utf8)
        #expect(try program.run("import", "people", "people.csv", "--on", "2026-11-21").code == 0)
        #expect(try program.run("import", "jobs", "jobs.csv", "--on", "2026-11-21").code == 0)
        return program
    }

    private func value(_ name: String, _ program: Program) throws -> String? {
        let lines = try program.run("settings", name, "--format", "jsonl").lines
        guard let line = lines.first, let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] else { return nil }
        return object["value"] as? String
    }

    @Test("lists them all with value, default and meaning, and one by its name")
    func list() throws {
        var program = try station()
        defer { program.remove() }
        let all = try program.run("settings", "--format", "csv")
        #expect(all.code == 0 && all.errors.isEmpty, "\(all.errors)")
        #expect(all.lines.first == "\u{FEFF}name,value,default,meaning")
        #expect(
            all.lines.dropFirst().map { $0.prefix { $0 != "," } } == [
                "weights", "lowest-age", "lowest-age-hazard", "decline-days", "threshold", "southern-sounds", "lock-minutes", "backup-to", "backup-every", "station-phone",
                "minimum-wage", "training-hour",
            ])
        #expect(all.lines.contains("decline-days,90,90,一方没有同意之后，多少天内不再匹配这一对。"))
        program.language = "C"
        #expect(try program.run("settings", "DECLINE_DAYS").lines.dropFirst() == ["decline-days,90,90,For how many days after one side declined the pair is left alone."])
        #expect(try program.run("settings", "--format", "table").output.contains("southern-sounds"))
    }

    @Test("README.md names each with its default")
    func readme() throws {
        let program = try station()
        defer { program.remove() }
        let readme = try String(contentsOf: Program.repository.appendingPathComponent("README.md"), encoding: .utf8)
        for line in try program.run("settings", "--format", "jsonl").lines {
            let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String])
            let (name, standard) = (object["name"] ?? "", object["default"] ?? "")
            #expect(readme.contains("| `\(name)` | `\(standard)` |"), "\(name)")
        }
    }

    @Test("A changed one is kept, journalled and followed by matching")
    func change() throws {
        let program = try station()
        defer { program.remove() }
        func points() throws -> String {
            let rows = try program.run("match", "why", "J1", "P1", "--on", "2026-11-21", "--format", "csv").lines
            return rows.first { $0.hasPrefix("total") } ?? ""
        }
        let before = try points()
        let result = try program.run("settings", "weights=0;1;0", "decline-days=30", "lowest-age=18")
        #expect(result.code == 0, "\(result.errors)")
        #expect(result.errors.contains("已保存 weights：55,30,15 → 0,1,0"), "\(result.errors)")
        #expect(result.lines.count == 4)
        #expect(try value("weights", program) == "0,1,0")
        #expect(try points() != before)
        // Seventeen is too young from now on.
        #expect(try program.run("match", "why", "J1", "P2", "--on", "2026-11-21").lines.contains { $0.hasPrefix("rule,legal-age,blocked") })
        let verdict = try program.run("verify")
        #expect(verdict.code == 0 && verdict.output.contains("日志 6 条"), "\(verdict.output)")
        // What is so already makes no entry.
        #expect(try program.run("settings", "decline-days=30").code == 0)
        #expect(try program.run("verify").output == verdict.output)
    }

    @Test("Search takes the sounds that are set for one another")
    func sounds() throws {
        let program = try station()
        defer { program.remove() }
        func found(_ typed: String) throws -> Int { try program.run("search", "people", typed, "--format", "csv").lines.count - 1 }
        #expect(try found("zhangshan") == 0)
        #expect(try program.run("settings", "southern-sounds=zh=z,n=l").code == 0)
        #expect(try found("zhangshan") == 1)
        #expect(try found("ninnan") == 1)
        #expect(try program.run("settings", "southern-sounds=off").code == 0)
        #expect(try found("ninnan") == 0)
    }

    @Test("A wrong name or value is one sentence, exit code 2, and nothing is changed", arguments: [
        (["weigths=1,2,3"], "weights"), (["weights=1,2"], "如 55,30,15"), (["lowest-age=15"], "16 到 80"), (["decline-days=30", "threshold=x"], "0 到 10000"),
        (["decline-days=30", "\u{1B}[2J\u{202E}"], "没有设置"), (["=", "weights"], "没有设置"), ([String(repeating: "长", count: 10_000)], "没有设置"),
    ])
    func refused(arguments: [String], part: String) throws {
        let program = try station()
        defer { program.remove() }
        let result = try Program.launch(Program.path, ["settings"] + arguments, program.environment, in: program.folder)
        #expect(result.code == 2)
        #expect(result.output.isEmpty && result.errors.contains(part) && result.errors.split(separator: "\n").count == 1, "\(result.errors)")
        #expect(result.errors.count < 400 && !result.errors.contains("\u{1B}") && !result.errors.contains("\u{202E}"))
        #expect(try value("decline-days", program) == "90")
        #expect(try program.run("verify").output.contains("日志 3 条"))
    }
}
