import Foundation
import Testing

/// What an auditor has: a sheet, and the checkpoint that came with it.
@Suite("An exported sheet")
struct ExportedSheetTests {
    private let program: Program

    init() throws {
        program = try Program()
        #expect(try program.run("init", "--station", "150784001", "--name", "拉布大林街道", "--no-passphrase").code == 0)
        try write("people.csv", "编号,姓名,常住地,学历\nP1,张三,拉布大林街道,初中\nP2,李四,拉布大林街道,大专\n")
        try write("jobs.csv", "编号,单位,岗位,工作地点,用工形式\nJ1,甲厂,=HYPERLINK(1),拉布大林街道,全日制\n")
        try program.run("import", "people", "people.csv")
        try program.run("import", "jobs", "jobs.csv")
        let id = try program.run("place", "refer", "J1", "P1", "--note", "备注\n两行").output.trimmingCharacters(in: .newlines)
        #expect(try program.run("place", "interview", id).code == 0)
        #expect(try program.run("place", "hire", id).code == 0)
    }

    private func path(_ name: String) -> String { program.folder.appendingPathComponent(name).path }
    private func read(_ name: String) throws -> String { try String(contentsOfFile: path(name), encoding: .utf8) }
    private func write(_ name: String, _ text: String) throws { try text.write(toFile: path(name), atomically: true, encoding: .utf8) }

    /// The auditor's own program, which has nothing of ours.
    private func audit(_ log: String) throws -> Int32 {
        let script = Program.repository.appendingPathComponent("Tests/Verifier/verify_log.py").path
        return try Program.launch("/usr/bin/env", ["python3", script, path(log)], program.environment, in: program.folder).code
    }

    /// What both programs come to: 0 where the log holds, 1 where not.
    private func verdicts(_ log: String) throws -> [Int32] { [try program.run("verify", log).code, try audit(log)] }

    @Test("holds, says program and auditor, in either language", arguments: ["zh", "en"])
    func holds(language: String) throws {
        defer { program.remove() }
        #expect(try program.run("export", "placements", "--output", "log.csv", "--unmasked", "--yes", "--lang", language).code == 0)
        #expect(try verdicts("log.csv") == [0, 0])
    }

    @Test("does not hold, say both, where a row was changed, removed, put in or moved, or the end cut off, or the statement changed")
    func forged() throws {
        defer { program.remove() }
        try program.run("export", "placements", "--output", "log.csv")
        let log = try read("log.csv")
        let rows = log.components(separatedBy: "\r\n")
        // Header, three steps, and what follows the last line's end.
        func sheet(of lines: [Int]) -> String { lines.map { rows[$0] }.joined(separator: "\r\n") }
        let forgeries: [String: String] = [
            "a date": log.replacingOccurrences(of: ",面试,", with: ",录用,"), "the last": sheet(of: [0, 1, 2, 4]), "the first": sheet(of: [0, 2, 3, 4]),
            "the middle": sheet(of: [0, 1, 3, 4]), "twice": sheet(of: [0, 1, 1, 2, 3, 4]), "moved": sheet(of: [0, 2, 1, 3, 4]),
        ]
        for (name, forged) in forgeries {
            #expect(forged != log, "\(name)")
            try write("log.csv", forged)
            #expect(try verdicts("log.csv") == [1, 1], "\(name)")
        }
        try write("log.csv", log)
        let checkpoint = try read("log.csv.checkpoint")
        try write("log.csv.checkpoint", checkpoint.replacingOccurrences(of: "station 150784001", with: "station 150784002"))
        #expect(try verdicts("log.csv") == [1, 1])
        try write("log.csv.checkpoint", checkpoint)
        #expect(try verdicts("log.csv") == [0, 0])
    }

    @Test("of people or of a query is held by its digest")
    func digest() throws {
        defer { program.remove() }
        for (arguments, word) in [(["people"], "张"), (["placements", "--query", "!李四"], "面试")] {
            let export = try Program.launch(Program.path, ["export"] + arguments + ["--output", "sheet.csv"], program.environment, in: program.folder)
            #expect(export.code == 0)
            #expect(try program.run("verify", "sheet.csv").code == 0)
            let sheet = try read("sheet.csv")
            try write("sheet.csv", sheet.replacingOccurrences(of: word, with: "王"))
            #expect(try program.run("verify", "sheet.csv").code == 1)
            try write("sheet.csv", sheet)
        }
        // JSON Lines carry it in their last line.
        let lines = try program.run("export", "people", "--format", "jsonl").lines
        #expect(lines.count == 3)
        #expect(lines.last?.contains("doorstep-checkpoint-1") == true)
    }

    @Test("binds the store: one that was put back to an earlier state does not fit it")
    func store() throws {
        defer { program.remove() }
        let store = path("station.doorstep")
        let before = try Data(contentsOf: URL(fileURLWithPath: store))
        try program.run("export", "placements", "--output", "log.csv")
        #expect(try program.run("verify", "--checkpoint", "log.csv.checkpoint").code == 0)
        try before.write(to: URL(fileURLWithPath: store))
        #expect(try program.run("verify").code == 0)
        #expect(try program.run("verify", "--checkpoint", "log.csv.checkpoint").code == 1)
        #expect(try program.run("verify", "--checkpoint", "people.csv").code == 2)
    }
}
