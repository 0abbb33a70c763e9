import Foundation
import Testing

@Suite("The life of a placement by command")
struct PlacementLifeCommandTests {
    private let program: Program

    init() throws {
        program = try Program()
        #expect(try program.run("init", "--station", "150784001", "--name", "拉布大林街道", "--no-passphrase").code == 0)
        try write("people.csv", "编号,姓名,常住地\nP1,张三,拉布大林街道\nP2,李四,拉布大林街道\n")
        try write("jobs.csv", "编号,单位,岗位,工作地点,用工形式\nJ1,甲厂,焊工,拉布大林街道,全日制\nJ2,乙店,力工,拉布大林街道,全日制\nJ3,丙场,装卸工,拉布大林街道,零工\n")
        try program.run("import", "people", "people.csv", "--on", "2026-01-01")
        try program.run("import", "jobs", "jobs.csv", "--on", "2026-01-01")
    }

    private func write(_ name: String, _ text: String) throws {
        try text.write(toFile: program.folder.appendingPathComponent(name).path, atomically: true, encoding: .utf8)
    }

    @discardableResult
    private func place(_ words: String..., on day: String, language: String = "zh") throws -> Program.Result {
        try program.run(arguments: ["place"] + words + ["--on", day, "--lang", language])
    }

    private func refer(_ job: String, _ person: String, on day: String) throws -> String {
        try place("refer", job, person, on: day).output.trimmingCharacters(in: .newlines)
    }

    @Test("From the referral to the day it ends, with what was proven, and the log holds, say program and auditor")
    func wholeWay() throws {
        defer { program.remove() }
        let id = try refer("J1", "P1", on: "2026-01-05")
        for words in [
            ["hire", id, "--contract-signed", "2026-01-08", "--contract-from", "2026-01-10", "--contract-to", "2027-01-09", "--first-contract", "是", "--on", "2026-01-08"],
            ["start", id, "--on", "2026-01-10"],
            ["check", id, "--pension-months", "4", "--insurance-unbroken", "yes", "--checked-against", "insurance-record", "--wage", "4500", "--on", "2026-04-15"],
            ["leave", id, "--reason", "contract-ended", "--note", "期满", "--on", "2027-01-09"],
        ] {
            let step = try program.run(arguments: ["place"] + words + ["--lang", "zh"])
            #expect(step.code == 0 && step.errors.isEmpty, "\(words): \(step.errors)")
        }
        let log = try program.run("export", "placements", "--output", "log.csv", "--on", "2027-01-10", "--lang", "zh")
        #expect(log.code == 0)
        let text = try String(contentsOfFile: program.folder.appendingPathComponent("log.csv").path, encoding: .utf8)
        #expect(text.contains("pension-months=4;insurance-unbroken=yes;wage=4500;checked-against=insurance-record"))
        #expect(text.contains("合同期满"))
        let script = Program.repository.appendingPathComponent("Tests/Verifier/verify_log.py").path
        let audit = try Program.launch("/usr/bin/env", ["python3", script, program.folder.appendingPathComponent("log.csv").path], program.environment, in: program.folder)
        #expect(try [program.run("verify", "log.csv").code, audit.code, program.run("verify").code] == [0, 0, 0], "\(audit.errors)")
        try write("log.csv", text.replacing("pension-months=4", with: "pension-months=6"))
        #expect(try program.run("verify", "log.csv").code == 1)
    }

    @Test("Day work: sent, done, paid; the person stays on the list and may go elsewhere")
    func dayWork() throws {
        defer { program.remove() }
        let id = try refer("J3", "P1", on: "2026-03-01")
        #expect(try place("hire", id, on: "2026-03-02").code == 0)
        #expect(try place("leave", id, on: "2026-03-02").code == 0)
        #expect(try place("check", id, "--paid", "否", on: "2026-03-03").code == 0)
        #expect(try place("check", id, "--paid", "是", on: "2026-03-06").code == 0)
        #expect(try program.run("search", "people", "状态:求职").lines.count == 3)
        let other = try refer("J1", "P1", on: "2026-03-02")
        #expect(try place("hire", other, on: "2026-03-02").code == 0)
        #expect(try place("check", other, "--paid", "是", on: "2026-03-06").errors.contains("只用于零工"))
    }

    @Test("What cannot be is refused in one sentence that says why, in either language", arguments: [
        (["hire", "ID", "--date", "2026-01-04"], "早于上一步", "is before the step it follows"), (["start", "ID"], "不能接“到岗”", "cannot follow"),
        (["hire", "ID", "--date", "2099-01-01"], "还没有到", "in the future"), (["check", "ID"], "不能接“在岗核实”", "cannot follow"),
        (["hire", "ID", "--contract-from", "2026-02-01", "--contract-to", "2026-01-01"], "早于合同起", "is before “contract from”"),
        (["hire", "ID", "--contract-to", "2099-01-01"], "核对年份", "check the year"), (["hire", "ID", "--wage", "很多"], "月工资“很多”", "wage a month"),
        (["decline", "ID", "--by", "person", "--reason", "lacks-skill"], "不是“本人放弃”的原因", "is no reason for"),
    ])
    func refused(words: [String], chinese: String, english: String) throws {
        defer { program.remove() }
        let id = try refer("J1", "P1", on: "2026-01-05")
        for (language, said) in [("zh", chinese), ("en", english)] {
            let result = try program.run(arguments: ["place"] + words.map { $0 == "ID" ? id : $0 } + ["--on", "2026-01-20", "--lang", language])
            #expect(result.code == 2 && result.errors.contains(said) && result.errors.split(separator: "\n").count == 1, "\(result.errors)")
        }
        #expect(try program.run("verify").code == 0)
    }

    @Test("Nobody is taken on full time a second time while at work, nor beyond the vacancies")
    func second() throws {
        defer { program.remove() }
        let first = try refer("J1", "P1", on: "2026-01-05")
        try place("hire", first, on: "2026-01-06")
        let stranger = try refer("J2", "P2", on: "2026-01-06")
        let beyond = try program.run("place", "refer", "J1", "P2", "--on", "2026-01-07", "--lang", "zh")
        #expect(beyond.code == 2, "\(beyond.errors)")
        try program.run("set", "people", "P1", "status=求职", "--on", "2026-01-07")
        let elsewhere = try refer("J2", "P1", on: "2026-01-07")
        let second = try place("hire", elsewhere, on: "2026-01-08")
        #expect(second.code == 2 && second.errors.contains("全日制在岗（\(first)）"), "\(second.errors)")
        #expect(try place("hire", stranger, on: "2026-01-08").code == 0)
    }
}
