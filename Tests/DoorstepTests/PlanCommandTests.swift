import Foundation
import Testing

/// `doorstep plan`, as a person or a script runs it.
@Suite("The plan, by command")
struct PlanCommandTests {
    private let program: Program

    /// Two welders for one welder's job; one of them may also do what asks
    /// for no skill, and so may who has none. The best pair first leaves one
    /// of the three without.
    init() throws {
        program = try Program()
        try program.run("init", "--station", "150784001", "--name", "拉布大林街道", "--no-passphrase")
        try program.take(
            "people", """
                编号,姓名,性别,出生日期,手机,常住地,技能,群体,期望月薪,登记日期
                P1,巴特尔,男,1990-05-01,15400000001,拉布大林街道,焊工:高级工,退役军人,3000,2026-10-01
                P2,张三,男,1985-03-02,15400000002,拉布大林街道,焊工:高级工,,5000,2026-10-11
                P3,王芳,女,1992-07-03,15400000003,拉布大林街道,,残疾人,,2026-10-21
                """)
        try program.take(
            "jobs", """
                编号,单位,岗位,工作地点,技能要求,人数,最高月薪,发布日期
                J1,三河糖业,氩弧焊工,拉布大林街道,焊工,1,6000,2026-10-31
                J2,三河糖业,装卸工,拉布大林街道,力工?,1,4000,2026-11-03
                J3,口岸物流园,叉车司机,拉布大林街道,叉车司机:中级工,2,4000,2026-11-03
                """)
    }

    private func plan(_ words: String..., language: String = "zh") throws -> Program.Result {
        try program.run(arguments: ["plan"] + words + ["--on", "2026-11-21", "--lang", language])
    }

    private func csv(_ result: Program.Result) -> [String] {
        result.output.trimmingPrefix("\u{FEFF}").split(whereSeparator: \.isNewline).map(String.init)
    }

    private func path(_ name: String) -> String { program.folder.appendingPathComponent(name).path }
    private func read(_ name: String) throws -> String { try String(contentsOfFile: path(name), encoding: .utf8) }
    private func write(_ name: String, _ text: String) throws { try text.write(toFile: path(name), atomically: true, encoding: .utf8) }

    /// The kinds of the journal's entries about a record.
    private func ledgerLines() throws -> Int { try program.run("export", "placements").lines.count - 1 }

    private let header = "job_id,person_id,points"
    private let best = ["J1,P2,8500", "J3,P1,3450", "J3,P3,3900"]

    // MARK: - The plan

    @Test("Its lines have exactly three columns, and beside them stand what it comes to and what the greedy plan does, in both languages")
    func lines() throws {
        defer { program.remove() }
        let chinese = try plan("--threshold", "3000")
        #expect(chinese.code == 0)
        #expect(csv(chinese) == [header] + best)
        #expect(chinese.errors.split(separator: "\n") == [
            "安排 3 人中的 3 人，填上 4 个空缺中的 3 个，总分 15850，与已证明的上限相差 0。",
            "与逐个推荐（2 人，12850 分）相比：多 1 人，多 3000 分。",
        ])
        let english = try plan("--threshold", "3000", language: "en")
        #expect(csv(english) == csv(chinese))
        #expect(english.errors.split(separator: "\n") == [
            "Placed 3 of 3 people, filled 3 of 4 vacancies, 15850 points; gap to the proven bound: 0.",
            "Beside the greedy plan, which takes the best pair first (2 people, 12850 points): 1 more person, 3000 more points.",
        ])
    }

    @Test("The threshold is the station's setting where none is given")
    func threshold() throws {
        defer { program.remove() }
        #expect(try csv(plan()) == [header, "J1,P1,8950"])
        try program.run("settings", "threshold=3000")
        #expect(try csv(plan()) == [header] + best)
        #expect(try csv(plan("--threshold", "10000")) == [header])
    }

    @Test("It is written as xlsx, json, jsonl and a table too, and journalled by none of them")
    func formats() throws {
        defer { program.remove() }
        let before = try program.run("verify").output
        let objects = try plan("--threshold", "3000", "--format", "jsonl")
        #expect(objects.lines == [
            #"{"job_id":"J1","person_id":"P2","points":8500}"#, #"{"job_id":"J3","person_id":"P1","points":3450}"#,
            #"{"job_id":"J3","person_id":"P3","points":3900}"#,
        ])
        #expect(try plan("--threshold", "3000", "--format", "json").output.contains(#""person_id":"P2""#))
        #expect(try plan("--threshold", "3000", "--format", "table").lines.prefix(1) == ["job_id  person_id  points"])
        let workbook = try plan("--threshold", "3000", "--output", "plan.xlsx")
        #expect(workbook.code == 0 && workbook.output.isEmpty && workbook.errors.contains("15850"))
        #expect(try Data(contentsOf: URL(fileURLWithPath: path("plan.xlsx"))).starts(with: Data("PK".utf8)))
        #expect(try program.run("verify").output == before)
    }

    @Test("Who comes first, agreed and excluded pairs and the most for one employer are kept to")
    func options() throws {
        defer { program.remove() }
        // Who is agreed for a job stays there, however few points it has.
        #expect(try csv(plan("--threshold", "3000", "--fix", "J1:P3")).contains("J1,P3,3900"))
        #expect(try !csv(plan("--threshold", "3000", "--exclude", "J1:P2")).contains { $0.contains("P2") })
        try write("pairs.csv", "who,person_id,job_id\n说定,P3,J1\n\n")
        #expect(try csv(plan("--threshold", "3000", "--fix", "pairs.csv")).contains("J1,P3,3900"))
        // One employer has J1 and J2, the other J3.
        #expect(try csv(plan("--threshold", "3000", "--per-employer", "1")) == [header, "J1,P1,8950", "J3,P3,3900"])
        // Only the welder's job is left: whoever comes first gets it.
        #expect(try csv(plan("--first", "P2")) == [header, "J1,P2,8500"])
        #expect(try csv(plan("--first", "退役军人", "--first", "P2")) == [header, "J1,P1,8950"])
        #expect(try csv(plan("--first", "disabled,P2", "--first", "veteran")) == [header, "J1,P2,8500"])
        // Of each job's and person's best alone two can be placed.
        #expect(try csv(plan("--top", "1", "--threshold", "3000")).count == 3)
    }

    @Test("--groups tells of each group how many are placed, by the greedy plan too, and how many there are")
    func groups() throws {
        defer { program.remove() }
        let rows = try csv(plan("--threshold", "3000", "--groups"))
        #expect(rows.prefix(1) == ["group,name,planned,greedy,people"])
        #expect(rows.contains("veteran,退役军人,1,1,1") && rows.contains("disabled,残疾人,1,1,1"), "\(rows)")
        #expect(try csv(plan("--threshold", "3000", "--groups", language: "en")).contains("veteran,veteran,1,1,1"))
    }

    @Test("--compare, --empty and --unplaced tell who fares otherwise by the greedy plan, which vacancies are left and who has none, and why")
    func views() throws {
        defer { program.remove() }
        #expect(try csv(plan("--threshold", "3000", "--compare")) == ["person_id,job_id,greedy_job_id", "P1,J3,J1", "P2,J1,", "P3,J3,J2"])
        let vacancies = try csv(plan("--empty", language: "en"))
        #expect(vacancies.prefix(1) == ["job_id,vacancies_left,placed,cause,explanation"])
        #expect(vacancies.dropFirst().map { $0.split(separator: ",").prefix(3).joined(separator: ",") } == ["J2,1,0", "J3,2,0"], "\(vacancies)")
        #expect(vacancies.dropFirst().allSatisfy { $0.contains("threshold-") && $0.contains("points") }, "\(vacancies)")
        let people = try csv(plan("--unplaced"))
        #expect(people.prefix(1) == ["person_id,cause,explanation"])
        #expect(people.dropFirst().map { $0.prefix(3) } == ["P2,", "P3,"], "\(people)")
        #expect(people.contains { $0.hasPrefix("P2,contested,") }, "\(people)")
        #expect(try csv(plan("--threshold", "3000", "--unplaced")) == ["person_id,cause,explanation"])
        #expect(try plan("--empty", "--groups").errors == "--empty --groups 只能用一个。\n")
        // Figures stand beside each of them.
        #expect(try plan("--threshold", "3000", "--compare").errors.contains("多 1 人，多 3000 分"))
    }

    @Test("What cannot be planned is said in one line with exit code 2, and names the pairs that contradict each other")
    func refused() throws {
        defer { program.remove() }
        try write("odd.csv", "a,b\n1,2\n")
        try write("gap.csv", "job_id,person_id\nJ1,P1\nJ2,\n")
        for (words, part) in [
            (["--threshold", "10001"], "--threshold 不能是 10001"), (["--threshold", "-1"], "--threshold"), (["--top", "0"], "--top 不能是 0"),
            (["--per-employer", "0"], "--per-employer 不能是 0"), (["--goal", "most"], "不能是 most"),
            (["--fix", "J9:P1"], "“J9”"), (["--exclude", "J1:P9"], "“P9”"), (["--fix", "J1"], "“J1”"), (["--fix", "odd.csv"], "odd.csv：不是方案"),
            (["--fix", "gap.csv"], "gap.csv 第 3 行"), (["--first", "没有的群体"], "没有的群体"),
            (["--fix", "J1:P1", "--fix", "J2:P1"], "P1 已定给 J1，又定给 J2"), (["--fix", "J1:P1", "--exclude", "J1:P1"], "P1 → J1 既是已定又是排除"),
            (["--fix", "J1:P1", "--fix", "J1:P2"], "J1 只缺 1 人"), (["--fix", "J1:P1", "--fix", "J2:P3", "--per-employer", "1"], "至多 1 人"),
            (["--accept", "pairs.csv", "--top", "3"], "--top 不能与 --accept 同用"), (["--accept", "没有.csv"], "没有.csv"),
            (["--accept", "odd.csv"], "odd.csv：不是方案"),
        ] {
            let result = try program.run(arguments: ["plan"] + words + ["--on", "2026-11-21", "--output", "out.csv"])
            #expect(result.code == 2 && result.output.isEmpty && result.errors.contains(part), "\(words): \(result.errors)")
            #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
        }
        #expect(try plan("--fix", "J1:P1", "--fix", "J2:P1", language: "en").errors == "P1 is agreed for J1 and for J2; a person has one job, so leave out one of the pairs.\n")
        #expect(!FileManager.default.fileExists(atPath: path("out.csv")))
    }

    @Test("Without jobs or people the header stands alone, and nothing is amiss")
    func nobody() throws {
        defer { program.remove() }
        let empty = try Program()
        defer { empty.remove() }
        try empty.run("init", "--station", "150784001", "--name", "拉布大林街道", "--no-passphrase")
        for _ in 0..<2 {
            let result = try empty.run("plan", "--on", "2026-11-21")
            #expect(result.code == 0 && csv(result) == [header])
            #expect(result.errors.contains("0 个空缺中的 0 个") && result.errors.contains("相差 0"), "\(result.errors)")
            try empty.take("people", "编号,姓名,常住地\nP1,张三,拉布大林街道")
        }
    }

    @Test("The proof is found to hold by an auditor's checker, for the plan that was written and for no other")
    func proven() throws {
        defer { program.remove() }
        for options in [[], ["--goal", "total"], ["--first", "veteran", "--per-employer", "1"], ["--fix", "J1:P3", "--exclude", "J3:P1"]] {
            let words = ["plan", "--threshold", "3000", "--on", "2026-11-21", "--output", "plan.csv", "--proof", "proof.jsonl"] + options
            #expect(try program.run(arguments: words).code == 0)
            let checker = Program.repository.appendingPathComponent("Tests/Oracle/check-plan-proof.py").path
            func check() throws -> Program.Result {
                try Program.launch("/usr/bin/env", ["python3", checker, path("proof.jsonl"), path("plan.csv")], program.environment, in: program.folder)
            }
            let holds = try check()
            #expect(holds.code == 0 && holds.output.contains("optimal"), "\(options): \(holds.output) \(holds.errors)")
            try write("plan.csv", header + "\r\nJ1,P1,8950\r\n")
            #expect(try check().code == 1, "\(options)")
        }
        let same = try plan("--output", "a.csv", "--proof", "a.csv")
        #expect(same.code == 2 && same.errors.contains("不能写进同一个文件"), "\(same.errors)")
    }

    // MARK: - What becomes of it

    @Test("An accepted plan becomes referrals in one entry; the second time each of its lines is in hand already")
    func accepted() throws {
        defer { program.remove() }
        _ = try plan("--threshold", "3000", "--output", "plan.csv")
        let first = try plan("--accept", "plan.csv", "--caseworker", "乌兰")
        #expect(first.code == 0)
        #expect(csv(first) == ["placement_id,job_id,person_id", "150784001-R000001,J1,P2", "150784001-R000002,J3,P1", "150784001-R000003,J3,P3"])
        #expect(first.errors.split(separator: "\n").suffix(1).first?.contains("推荐 3 人（日志第") == true, "\(first.errors)")
        #expect(try ledgerLines() == 3)

        let second = try plan("--accept", "plan.csv", language: "en")
        #expect(second.code == 1)
        #expect(csv(second) == ["placement_id,job_id,person_id"])
        let errors = second.errors.split(separator: "\n")
        #expect(errors.count == 4 && errors.prefix(3).allSatisfy { $0.contains("in hand already") }, "\(second.errors)")
        #expect(errors.first?.hasPrefix("plan.csv line 2 (P2 → J1): ") == true && errors.last == "Referred 0 people; 3 lines were refused.", "\(second.errors)")
        #expect(try ledgerLines() == 3)
        #expect(try program.run("verify").code == 0)
        // Nobody who is in hand is planned again with the same job.
        #expect(try !csv(plan("--threshold", "3000")).contains { best.contains($0) })
    }

    @Test("An accepted plan is exported as a log that the program and an auditor's own verify, and each referral goes on and is taken back")
    func audited() throws {
        defer { program.remove() }
        _ = try plan("--threshold", "3000", "--output", "plan.csv")
        _ = try plan("--accept", "plan.csv")
        #expect(try program.run("place", "hire", "150784001-R000001", "--on", "2026-11-22").code == 0)
        #expect(try program.run("place", "correct", "150784001-R000002", "--on", "2026-11-22").code == 0)
        #expect(try program.run("export", "placements", "--output", "log.csv", "--on", "2026-11-22").code == 0)
        let script = Program.repository.appendingPathComponent("Tests/Verifier/verify_log.py").path
        #expect(try Program.launch("/usr/bin/env", ["python3", script, path("log.csv")], program.environment, in: program.folder).code == 0)
        #expect(try program.run("verify", "log.csv").code == 0)
        #expect(try program.run("verify").code == 0)
        #expect(try program.run("place", "refer", "J3", "P1", "--on", "2026-11-22").output == "150784001-R000004\n")
    }

    @Test("Lines that somebody took out are not accepted, further columns and another order are no hindrance, and what cannot be referred is named by its line")
    func edited() throws {
        defer { program.remove() }
        try write("mine.csv", """
            说明;Person_ID;points;JOB_ID
            留下;P2;8500;J1
            不存在;P9;1;J1
            ;P3;;J9

            空;;1;J2
            再一次;P2;8500;J1

            """)
        let result = try plan("--accept", "mine.csv", "--format", "jsonl")
        #expect(result.code == 1)
        #expect(result.lines == [#"{"placement_id":"150784001-R000001","job_id":"J1","person_id":"P2"}"#])
        let errors = result.errors.split(separator: "\n")
        #expect(errors.count == 5, "\(result.errors)")
        for (line, part) in zip(errors, ["mine.csv 第 3 行（P9 → J1）：没有编号为 P9 的求职者", "第 4 行（P3 → J9）：没有编号为 J9 的岗位", "第 6 行（ → J2）：没有编号为", "第 7 行（P2 → J1）：两者已有一笔在办", "推荐 1 人，4 行没有办"]) {
            #expect(line.contains(part), "\(line)")
        }
        #expect(try program.run("verify").code == 0)
    }

    @Test("A workbook is accepted as it was written, and a plan is not written over itself")
    func workbook() throws {
        defer { program.remove() }
        _ = try plan("--threshold", "3000", "--output", "plan.xlsx")
        let itself = try plan("--accept", "plan.xlsx", "--output", "plan.xlsx")
        #expect(itself.code == 2 && itself.errors.contains("正是要读入的文件"))
        let result = try plan("--accept", "plan.xlsx", "--output", "referred.csv")
        #expect(result.code == 0 && result.output.isEmpty, "\(result.errors)")
        #expect(try read("referred.csv").split(whereSeparator: \.isNewline).count == 4)
        try write("empty.csv", header + "\n")
        let empty = try plan("--accept", "empty.csv")
        #expect(empty.code == 2 && empty.errors.contains("没有数据行"))
    }

    // MARK: - Stopped half-way

    /// Runs the plan of the fictional station at a terminal, sends a signal as
    /// soon as it says that it is working, and tells how it ended and what it
    /// said.
    private func stopped(_ signal: String) throws -> (code: Int, said: String) {
        for kind in ["employers", "people", "jobs"] { try program.run("import", kind, Program.fixture("\(kind).csv"), "--on", "2026-11-21") }
        let script = """
            import os, pty, signal, subprocess, sys
            number, program = getattr(signal, sys.argv[1]), sys.argv[2:]
            master, slave = pty.openpty()
            child = subprocess.Popen(program, stderr=slave)
            os.close(slave)
            said = b""
            while True:
                try:
                    piece = os.read(master, 4096)
                except OSError:
                    break
                if not piece:
                    break
                if not said:
                    child.send_signal(number)
                said += piece
            print(child.wait())
            print(said.decode())
            """
        let words = ["-c", script, signal, Program.path, "plan", "--threshold", "0", "--top", "400", "--on", "2026-11-21", "--output", "plan.csv"]
        let result = try Program.launch("/usr/bin/env", ["python3"] + words, program.environment, in: program.folder)
        return (Int(result.lines.first ?? "") ?? -1000, result.output)
    }

    @Test("Who stops it half-way has the best plan so far, is told what is not proven, and gets exit code 1", arguments: ["SIGINT", "SIGTERM"])
    func interrupted(signal: String) throws {
        defer { program.remove() }
        let (code, said) = try stopped(signal)
        // On a fast machine it may have been done by then.
        #expect(code == 1 && said.contains("已停止") || code == 0 && said.contains("相差 0"), "\(code): \(said)")
        let lines = try read("plan.csv").split(whereSeparator: \.isNewline)
        #expect(lines.first?.hasSuffix(header) == true && lines.allSatisfy { $0.split(separator: ",").count == 3 })
        let people = lines.dropFirst().map { $0.split(separator: ",")[1] }
        #expect(!people.isEmpty && Set(people).count == people.count)
        #expect(try files().filter { $0.contains(".tmp") } == [])
    }

    private func files() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: program.folder.path) }
}
