import Foundation
import Testing

/// The main job from an empty folder, by commands alone.
@Suite("A station at work, by commands")
struct StationJourneyTests {
    @Test("init, import of all fixtures, match, refer, hire, export and verify follow from one another")
    func wholeDay() throws {
        let program = try Program()
        defer { program.remove() }
        // Given a new store with the fictional station's sheets
        #expect(try program.run("init", "--station", "150784001", "--name", "拉布大林街道", "--no-passphrase").code == 0)
        for kind in ["employers", "people", "jobs", "distances"] {
            let result = try program.run("import", kind, Program.fixture("\(kind).csv"), "--on", "2026-11-21", "--rejects", "\(kind)-rejects.csv")
            #expect(result.code <= 1, "\(result.errors)")
            #expect(result.errors.contains("已读入"))
        }
        // When the best pair of all is referred, seen and taken on
        let matches = try program.run("match", "all", "--top", "20", "--format", "csv", "--on", "2026-11-21")
        #expect(matches.code == 0)
        let header = "job_id,person_id,rank,points,skill_points,location_points,group_points,distance_m,blocked,explanation"
        #expect(matches.lines.first == "\u{FEFF}" + header)
        #expect(matches.lines.count > 1000)
        let best = try #require(matches.lines.dropFirst().first).split(separator: ",").map(String.init)
        let refer = try program.run("place", "refer", best[0], best[1], "--on", "2026-11-21", "--caseworker", "乌兰")
        let placement = refer.output.trimmingCharacters(in: .newlines)
        #expect(refer.code == 0)
        #expect(placement.wholeMatch(of: /[A-Za-z0-9-]+/) != nil)
        #expect(try program.run("place", "interview", placement, "--on", "2026-11-21").code == 0)
        #expect(try program.run("place", "hire", placement, "--on", "2026-11-21").code == 0)
        // Then the person is off the list, the log has three steps, and both hold
        let after = try program.run("match", "all", "--top", "20", "--format", "csv", "--on", "2026-11-21")
        #expect(!after.output.contains(",\(best[1]),"))
        let export = try program.run("export", "placements", "--output", "log.csv")
        #expect(export.code == 0)
        let log = try String(contentsOf: program.folder.appendingPathComponent("log.csv"), encoding: .utf8)
        #expect(log.split(whereSeparator: \.isNewline).count == 4)
        #expect(try program.run("verify", "log.csv").code == 0)
        #expect(try program.run("verify").code == 0)
    }

    @Test("Day work entered a day late is held against the vacancies of its own day")
    func lateDayWork() throws {
        let program = try Program()
        defer { program.remove() }
        try station(program)
        try "编号,姓名,常住地\nP2,李四,拉布大林街道\nP3,王五,拉布大林街道\n"
            .write(to: program.folder.appendingPathComponent("more.csv"), atomically: true, encoding: .utf8)
        try "编号,单位,岗位,工作地点,用工形式,用工起,用工止\nG1,丙场,装卸,拉布大林街道,零工,2026-11-19,2026-11-21\n"
            .write(to: program.folder.appendingPathComponent("gig.csv"), atomically: true, encoding: .utf8)
        try program.run("import", "people", "more.csv")
        try program.run("import", "jobs", "gig.csv")
        // Given one vacancy a day and three people sent on the 20th
        let ids = try ["P1", "P2", "P3"].map {
            try program.run("place", "refer", "G1", $0, "--on", "2026-11-20").output.trimmingCharacters(in: .newlines)
        }
        // When one is taken on for the 21st, then one for the 20th, then another for the 20th
        let codes = try zip(ids, ["2026-11-21", "2026-11-20", "2026-11-20"]).map {
            try program.run("place", "hire", $0, "--date", $1, "--on", "2026-11-21").code
        }
        // Then only the last finds its day full
        #expect(codes == [0, 0, 2])
    }

    @Test("A row of an exported log that is changed, removed, put in or moved is found")
    func tamperedLog() throws {
        let program = try Program()
        defer { program.remove() }
        try station(program)
        for job in ["J1", "J2", "J3"] { #expect(try program.run("place", "refer", job, "P1", "--on", "2026-11-21").code == 0) }
        try program.run("export", "placements", "--output", "log.csv")
        let file = program.folder.appendingPathComponent("log.csv")
        let lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\r\n").filter { !$0.isEmpty }
        #expect(lines.count == 4)
        func verdict(_ lines: [String]) throws -> Int32 {
            try (lines.joined(separator: "\r\n") + "\r\n").write(to: file, atomically: true, encoding: .utf8)
            return try program.run("verify", "log.csv").code
        }
        #expect(try verdict(lines) == 0)
        #expect(try verdict([lines[0], lines[1], lines[2].replacing("2026-11-21", with: "2026-11-20"), lines[3]]) == 1)
        #expect(try verdict([lines[0], lines[1], lines[3]]) == 1)
        #expect(try verdict([lines[0], lines[1], lines[2], lines[2], lines[3]]) == 1)
        #expect(try verdict([lines[0], lines[2], lines[1], lines[3]]) == 1)
        // A span of recording holds by itself, but is not what the checkpoint
        // beside it tells of.
        #expect(try verdict([lines[0], lines[2], lines[3]]) == 1)
        try FileManager.default.removeItem(at: program.folder.appendingPathComponent("log.csv.checkpoint"))
        #expect(try verdict([lines[0], lines[2], lines[3]]) == 0)
    }

    @Test("An import that is tried dry changes nothing; the same import twice changes nothing the second time")
    func importTwice() throws {
        let program = try Program()
        defer { program.remove() }
        try station(program)
        let people = "编号,姓名,常住地\nP9,李四,拉布大林街道\n"
        try people.write(to: program.folder.appendingPathComponent("p.csv"), atomically: true, encoding: .utf8)
        #expect(try program.run("import", "people", "p.csv", "--dry-run").errors.contains("试读（没有保存）：求职者新增 1"))
        #expect(try program.run("search", "people", "李四").lines.count == 1)
        #expect(try program.run("import", "people", "p.csv").errors.contains("求职者新增 1"))
        #expect(try program.run("import", "people", "p.csv").errors.contains("未变 1"))
        #expect(try program.run("search", "people", "P9").lines.count == 2)
    }

    @Test("A sheet in GB 18030 and one in UTF-8 give the same records")
    func encodings() throws {
        let program = try Program()
        defer { program.remove() }
        try station(program)
        let name: [UInt8] = [0xC0, 0xEE, 0xCB, 0xC4]  // 李四
        let header: [UInt8] = [0xD0, 0xD5, 0xC3, 0xFB, 0x2C, 0xB3, 0xA3, 0xD7, 0xA1, 0xB5, 0xD8, 0x0A]  // 姓名,常住地
        try Data(header + name + Array(",150784001\n".utf8)).write(to: program.folder.appendingPathComponent("gb.csv"))
        let result = try program.run("import", "people", "gb.csv")
        #expect(result.code == 0, "\(result.errors)")
        #expect(try program.run("export", "people", "--unmasked", "--yes").output.contains("李四"))
    }

    @Test("Exports are masked unless asked otherwise, and personal data in full has to be confirmed")
    func masked() throws {
        let program = try Program()
        defer { program.remove() }
        try station(program)
        let masked = try program.run("export", "people").output
        #expect(masked.contains("张*"))
        #expect(!masked.contains("张三"))
        #expect(!masked.contains("15400000001"))
        let refused = try program.run("export", "people", "--unmasked")
        #expect(refused.code == 2)
        #expect(refused.output.isEmpty)
        #expect(try program.run("export", "people", "--unmasked", "--yes").output.contains("张三"))
    }

    /// A store with one person and three jobs.
    private func station(_ program: Program) throws {
        try program.run("init", "--station", "150784001", "--name", "拉布大林街道", "--no-passphrase")
        try "编号,姓名,手机,常住地\nP1,张三,15400000001,拉布大林街道\n"
            .write(to: program.folder.appendingPathComponent("people.csv"), atomically: true, encoding: .utf8)
        try "编号,单位,岗位,工作地点\nJ1,甲厂,力工,拉布大林街道\nJ2,甲厂,厨师,拉布大林街道\nJ3,乙店,保安,黑山头镇\n"
            .write(to: program.folder.appendingPathComponent("jobs.csv"), atomically: true, encoding: .utf8)
        #expect(try program.run("import", "people", "people.csv").code == 0)
        #expect(try program.run("import", "jobs", "jobs.csv").code == 0)
    }
}
