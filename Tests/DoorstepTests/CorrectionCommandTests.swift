import Foundation
import Testing

@Suite("A placement step taken back by command")
struct CorrectionCommandTests {
    private let program: Program

    init() throws {
        program = try Program()
        #expect(try program.run("init", "--station", "150784001", "--name", "拉布大林街道", "--no-passphrase").code == 0)
        try write("people.csv", "编号,姓名,常住地\nP1,张三,拉布大林街道\nP2,李四,拉布大林街道\n")
        try write("jobs.csv", "编号,单位,岗位,工作地点\nJ1,甲厂,力工,拉布大林街道\n")
        try program.run("import", "people", "people.csv", "--on", "2026-11-01")
        try program.run("import", "jobs", "jobs.csv", "--on", "2026-11-01")
    }

    private func path(_ name: String) -> String { program.folder.appendingPathComponent(name).path }
    private func read(_ name: String) throws -> String { try String(contentsOfFile: path(name), encoding: .utf8) }
    private func write(_ name: String, _ text: String) throws { try text.write(toFile: path(name), atomically: true, encoding: .utf8) }

    @discardableResult
    private func place(_ words: String..., on day: String = "2026-11-21", language: String = "zh") throws -> Program.Result {
        try program.run(arguments: ["place"] + words + ["--on", day, "--lang", language])
    }

    private func refer(_ person: String = "P1") throws -> String { try place("refer", "J1", person).output.trimmingCharacters(in: .newlines) }

    /// What the program and an auditor's own come to: 0 where the log holds.
    private func verdicts(_ log: String) throws -> [Int32] {
        let script = Program.repository.appendingPathComponent("Tests/Verifier/verify_log.py").path
        let audit = try Program.launch("/usr/bin/env", ["python3", script, path(log)], program.environment, in: program.folder)
        return [try program.run("verify", log).code, audit.code]
    }

    @Test("The latest step that stands is taken back, and said; the person is seeking again, the job open, and the store holds")
    func taken() throws {
        defer { program.remove() }
        let id = try refer()
        try place("hire", id)
        #expect(try program.run("search", "people", "状态:求职").lines.count == 2)
        let corrected = try place("correct", id, "--note", "记错了人")
        #expect(corrected.code == 0 && corrected.output.isEmpty)
        #expect(corrected.errors == "已撤销第 2 步：2026-11-21 录用。\n")
        #expect(try program.run("search", "people", "状态:求职").lines.count == 3)
        #expect(try place("correct", id, language: "en").errors == "Took back step 1: 2026-11-21 referred.\n")
        // A header, and every step of the placement.
        #expect(try program.run("search", "placements", "状态:更正").lines.count == 5)
        #expect(try program.run("verify").code == 0)
        // The pair can be referred anew.
        #expect(try refer() == "150784001-R000002")
    }

    @Test("What cannot be taken back is refused in one line, and nothing is changed")
    func refused() throws {
        defer { program.remove() }
        let id = try refer()
        let future = try place("correct", id, "--date", "2026-11-22")
        #expect(future.code == 2 && future.errors.contains("2026-11-22 还没有到"))
        let early = try place("correct", id, "--date", "2026-11-20")
        #expect(early.code == 2 && early.errors.contains("早于上一步"))
        try place("correct", id)
        let twice = try place("correct", id)
        #expect(twice.code == 2 && twice.errors.contains("\(id) 的每一步都已经撤销"))
        #expect(try place("correct", "R9").errors.contains("没有编号为 R9 的推荐"))
        #expect(try place("interview", id).errors.contains("现在是“更正”，不能接“面试”，这一笔已经结束"))
        #expect(try program.run("verify").code == 0)
        #expect(twice.errors.split(separator: "\n").count == 1)
    }

    @Test("A log with corrections holds, say program and auditor, in either language; with another number, or without the column, it does not", arguments: ["zh", "en"])
    func log(language: String) throws {
        defer { program.remove() }
        let id = try refer()
        try place("hire", id)
        try place("correct", id)
        _ = try refer("P2")
        try program.run("export", "placements", "--output", "log.csv", "--lang", language)
        let log = try read("log.csv")
        let rows = log.components(separatedBy: "\r\n").map { $0.components(separatedBy: ",") }
        let column = try #require(rows[0].firstIndex(of: language == "zh" ? "更正步骤" : "corrects"))
        #expect(rows[1...4].map { $0[column] } == ["", "", "2", ""])
        #expect(rows[3].contains(language == "zh" ? "更正" : "corrected"))
        #expect(try verdicts("log.csv") == [0, 0])
        func write(_ rows: [[String]]) throws { try self.write("log.csv", rows.map { $0.joined(separator: ",") }.joined(separator: "\r\n")) }
        for (row, cell) in [(3, "1"), (3, ""), (2, "1")] {
            var forged = rows
            forged[row][column] = cell
            try write(forged)
            #expect(try verdicts("log.csv") == [1, 1], "\(row) \(cell)")
        }
        try write(rows.map { row in row.indices.contains(column) ? Array(row[..<column] + row[(column + 1)...]) : row })
        #expect(try verdicts("log.csv") == [1, 1])
    }

    @Test("A log that was exported before there were corrections still holds, and one that was tampered with still does not")
    func former() throws {
        defer { program.remove() }
        for name in ["log-1.csv", "log-1.csv.checkpoint"] {
            try FileManager.default.copyItem(at: Program.repository.appendingPathComponent("Tests/Verifier/\(name)"), to: program.folder.appendingPathComponent(name))
        }
        #expect(try verdicts("log-1.csv") == [0, 0])
        let log = try read("log-1.csv")
        #expect(!log.contains("更正步骤"))
        try write("log-1.csv", log.replacingOccurrences(of: ",面试,", with: ",录用,"))
        #expect(try verdicts("log-1.csv") == [1, 1])
        // A column of corrections that was put in by hand.
        let lines = log.components(separatedBy: "\r\n").filter { !$0.isEmpty }
        try write("log-1.csv", lines.enumerated().map { "\($1),\($0 == 0 ? "更正步骤" : $0 == 3 ? "2" : "")" }.joined(separator: "\r\n"))
        #expect(try program.run("verify", "log-1.csv").code == 1)
    }

    @Test("A person's own copy of their data tells what was taken back")
    func subject() throws {
        defer { program.remove() }
        let id = try refer()
        try place("hire", id)
        try place("correct", id)
        let copy = try program.run("subject", "export", "P1").output
        #expect(copy.contains("录用（已更正）") && copy.contains("更正"))
        #expect(!copy.contains("推荐（已更正）"))
    }

    @Test("In the console u takes back what was recorded there, Ctrl-R does it again, and the store has each")
    func console() throws {
        defer { program.remove() }
        let terminal = try Tmux(program, command: "'\(Program.path)' --lang zh --on 2026-11-21 --caseworker 乌兰")
        try terminal.expect(">力工")
        try terminal.press("Enter")
        try terminal.expect("名次")
        try terminal.expect("张三")
        try terminal.press("p", "Enter")
        try terminal.expect("已保存 推荐")
        try terminal.press("u")
        try terminal.expect("已撤销 推荐")
        try terminal.press("C-r")
        try terminal.expect("已重做 推荐")
        try terminal.press("3")
        try terminal.expect("2/2")
        // Moved on by somebody else meanwhile.
        #expect(try program.run("place", "interview", "150784001-R000002", "--on", "2026-11-21").code == 0)
        try terminal.expect("面试")
        try terminal.press("u")
        try terminal.expect("已由其他人办理")
        try terminal.press("g", "p", "Left")
        try terminal.expect("撤销 2026-11-21 面试")
        try terminal.press("Enter")
        try terminal.expect("已保存 更正（面试）")
        try terminal.press("q")
        #expect(try terminal.expectEnd() == 0)
        try program.run("export", "placements", "--output", "log.csv")
        let numbers = try read("log.csv").components(separatedBy: "\r\n").dropFirst().filter { !$0.isEmpty }.map { $0.components(separatedBy: ",")[13] }
        #expect(numbers == ["", "1", "", "", "4"])
        #expect(try program.run("verify").code == 0)
    }
}
