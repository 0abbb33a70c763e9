import Foundation
import Testing

/// Any pair explained and the two queues, by commands.
@Suite("Why not and who waits, by commands")
struct MatchWhyTests {
    /// Two jobs and three people, one of whom was sent to the first job.
    private func station() throws -> Program {
        let program = try Program()
        try program.run("init", "--station", "150784001", "--name", "拉布大林街道", "--no-passphrase")
        try "编号,姓名,常住地,学历,登记日期\nP1,张三,拉布大林街道,高中,2026-11-01\nP2,李四,拉布大林街道,本科,2026-10-01\nP3,王五,拉布大林街道,,2026-11-01\n"
            .write(to: program.folder.appendingPathComponent("people.csv"), atomically: true, encoding: .utf8)
        try "编号,单位,岗位,工作地点,学历要求,发布日期\nJ1,甲厂,会计,拉布大林街道,大专,2026-11-01\nJ2,甲厂,厨师,拉布大林街道,,2026-11-10\nJ3,乙店,保安,拉布大林街道,,2026-11-09\n"
            .write(to: program.folder.appendingPathComponent("jobs.csv"), atomically: true, encoding: .utf8)
        #expect(try program.run("import", "people", "people.csv").code == 0)
        #expect(try program.run("import", "jobs", "jobs.csv").code == 0)
        return program
    }

    /// A sheet's cells without the mark in front.
    private func cells(_ result: Program.Result) -> [[String]] {
        result.lines.map { line in
            line.replacing("\u{FEFF}", with: "").split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    @Test("match why gives every rule, every part, their sum and the crowding, for a pair that no list shows")
    func why() throws {
        let program = try station()
        defer { program.remove() }
        let result = try program.run("match", "why", "J1", "P1", "--on", "2026-11-21")
        #expect(result.code == 0, "\(result.errors)")
        #expect(result.errors.isEmpty)
        let rows = cells(result)
        #expect(rows[0] == ["kind", "code", "state", "points", "explanation"])
        #expect(rows.dropFirst().map { $0[0] } == Array(repeating: "rule", count: 12) + ["part", "part", "part", "total", "crowding"])
        #expect(
            rows[1...12].map { $0[1] } == [
                "job-open", "person-seeking", "employer-barred", "legal-age", "in-hand", "declined", "age-range", "education", "certificate", "kind",
                "wage", "group-only",
            ])
        #expect(rows[8] == ["rule", "education", "blocked", "", "要求大专，本人高中"])
        #expect(rows[1] == ["rule", "job-open", "holds", "", "岗位在招，缺 1 人"])
        #expect(rows[4] == ["rule", "legal-age", "unchecked", "", "法定年龄（本人出生日期未填）"])
        let points = rows[13...16].compactMap { Int($0[3]) }
        #expect(points.count == 4)
        #expect(points[0] + points[1] + points[2] == points[3])
        #expect(rows[16][1...] == ["total", "blocked", "\(points[3])", "差一项"])
        #expect(rows[17] == ["crowding", "crowding", "", "", "已推荐0人，空缺20天，求职20天"])
    }

    @Test("match why says where the pair's placements stand, as of the day, and how many were sent")
    func placements() throws {
        let program = try station()
        defer { program.remove() }
        let id = try program.run("place", "refer", "J2", "P1", "--on", "2026-11-15").output.trimmingCharacters(in: .newlines)
        try program.run("place", "decline", id, "--by", "employer", "--on", "2026-11-18")
        let rows = cells(try program.run("match", "why", "J2", "P1", "--on", "2026-11-21"))
        #expect(rows.last == ["placement", id, "", "", "2026-11-18 单位未录用"])
        #expect(rows[17] == ["crowding", "crowding", "", "", "已推荐1人，空缺6天，求职6天"])
        let before = cells(try program.run("match", "why", "J2", "P1", "--on", "2026-11-14"))
        #expect(before.last == ["crowding", "crowding", "", "", "已推荐0人，空缺4天，求职13天"])
    }

    @Test("match why in English, and as JSON lines")
    func english() throws {
        let program = try station()
        defer { program.remove() }
        let result = try program.run("match", "why", "J1", "P1", "--on", "2026-11-21", "--lang", "en", "--format", "jsonl")
        #expect(result.code == 0)
        #expect(result.lines.count == 17)
        #expect(result.output.contains("asks for college, has senior middle"))
        #expect(result.output.contains("0 sent, vacant 20 days, seeking 20 days"))
        #expect(result.output.contains("near miss"))
        #expect(try program.run("match", "why", "J1", "P1", "--format", "table").output.contains("要求大专，本人高中"))
        #expect(try program.run("match", "--help", "--lang", "en").output.contains("why"))
        #expect(try program.run("match", "why", "--help").output.contains("不符原因"))
    }

    @Test("match why of a job or a person that is not there is one sentence and exit code 2")
    func unknown() throws {
        let program = try station()
        defer { program.remove() }
        for (arguments, chinese, english) in [
            (["J9", "P1"], "没有编号为 J9 的岗位", "There is no job J9"), (["J1", "P9"], "没有编号为 P9 的求职者", "There is no person P9"),
        ] {
            for (language, words) in [("zh", chinese), ("en", english)] {
                let result = try program.run("match", "why", arguments[0], arguments[1], "--lang", language)
                #expect(result.code == 2)
                #expect(result.output.isEmpty)
                #expect(result.errors.split(separator: "\n").count == 1)
                #expect(result.errors.contains(words))
            }
        }
        #expect(try program.run("match", "why", "J1").code == 2)
    }

    @Test("match waiting gives both queues, longest first, names in part, and --top keeps so many of each")
    func waiting() throws {
        let program = try station()
        defer { program.remove() }
        try program.run("place", "refer", "J1", "P2", "--on", "2026-11-15")
        let result = try program.run("match", "waiting", "--on", "2026-11-21")
        #expect(result.code == 0, "\(result.errors)")
        #expect(
            cells(result) == [
                ["queue", "id", "name_or_title", "days", "since"], ["job", "J3", "保安", "12", "2026-11-09"], ["job", "J2", "厨师", "11", "2026-11-10"],
                ["person", "P1", "张*", "20", "2026-11-01"], ["person", "P3", "王*", "20", "2026-11-01"],
            ])
        #expect(cells(try program.run("match", "waiting", "--on", "2026-11-21", "--top", "1")).dropFirst().map { $0[1] } == ["J3", "P1"])
        // Before the referral the first of each was still waiting.
        #expect(cells(try program.run("match", "waiting", "--on", "2026-11-14", "--top", "1")).dropFirst().map { $0[1] } == ["J1", "P2"])
        #expect(try program.run("match", "waiting", "--top", "0").code == 2)
        #expect(try program.run("match", "waiting", "--help", "--lang", "en").output.contains("longest first"))
    }
}
