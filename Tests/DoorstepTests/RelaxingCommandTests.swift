import Foundation
import Testing

/// `match … --relax` and `match training`, as a person or a script runs them.
@Suite("Relaxing one thing, by commands")
struct RelaxingCommandTests {
    private let header = "change,subject,value,matches,explanation"

    /// One person who asks for 4,000 yuan and full-time work, and jobs that
    /// each lack one thing.
    private func station() throws -> Program {
        let program = try Program()
        try program.run("init", "--station", "150784001", "--name", "拉布大林街道", "--no-passphrase")
        try "编号,姓名,手机,常住地,最低月薪,接受类型\nP1,张三,15400000001,拉布大林街道,4000,全日制\n"
            .write(to: program.folder.appendingPathComponent("people.csv"), atomically: true, encoding: .utf8)
        try """
        编号,单位,岗位,工作地点,最高月薪,用工形式,证书要求,技能要求
        J1,甲厂,力工,拉布大林街道,3600,全日制,,
        J2,甲厂,搬运,拉布大林街道,,零工,,
        J3,甲厂,电工,拉布大林街道,,全日制,电工证,
        J4,甲厂,焊工,拉布大林街道,,全日制,,焊工:中级工
        J5,甲厂,钳焊,拉布大林街道,,全日制,,焊工:初级工

        """.write(to: program.folder.appendingPathComponent("jobs.csv"), atomically: true, encoding: .utf8)
        #expect(try program.run("import", "people", "people.csv").code == 0)
        #expect(try program.run("import", "jobs", "jobs.csv").code == 0)
        return program
    }

    private func csv(_ result: Program.Result) -> [String] {
        result.output.trimmingPrefix("\u{FEFF}").split(whereSeparator: \.isNewline).map(String.init)
    }

    @Test("match person --relax lists changes, most further matches first, in both languages")
    func person() throws {
        let program = try station()
        defer { program.remove() }
        let chinese = try program.run("match", "person", "P1", "--relax", "--on", "2026-11-21")
        #expect(chinese.code == 0 && chinese.errors.isEmpty, "\(chinese.errors)")
        #expect(csv(chinese) == [
            header, "skill,6-18-02-04,中级工,2,再会焊工（中级工）", "wage,,3600,1,最低月薪降到 3600", "wage,,3200,1,最低月薪降到 3200",
            "wage,,2800,1,最低月薪降到 2800", "wage,,2400,1,最低月薪降到 2400", "wage,,2000,1,最低月薪降到 2000", "kind,gig,,1,也接受零工",
            "certificate,lv-electrician,,1,再有低压电工作业证",
        ])
        let english = try program.run("match", "person", "P1", "--relax", "--on", "2026-11-21", "--lang", "en", "--top", "2")
        #expect(csv(english) == [header, "skill,6-18-02-04,intermediate,2,also know 焊工 (intermediate)", "wage,,3600,1,take 3600 yuan a month"])
    }

    @Test("match job --relax lists what the job could offer or do without")
    func job() throws {
        let program = try station()
        defer { program.remove() }
        #expect(try csv(program.run("match", "job", "J1", "--relax", "--on", "2026-11-21")) == [
            header, "wage,,4000,1,最高工资提到 4000 元/月", "wage,,4400,1,最高工资提到 4400 元/月", "wage,,4700,1,最高工资提到 4700 元/月",
            "wage,,5400,1,最高工资提到 5400 元/月",
        ])
        #expect(try csv(program.run("match", "job", "J2", "--relax", "--on", "2026-11-21", "--lang", "en")) == [header, "kind,full-time,,1,make it full time"])
        #expect(try csv(program.run("match", "job", "J3", "--relax", "--on", "2026-11-21")) == [header, "certificate,lv-electrician,,1,不要求低压电工作业证"])
        let json = try program.run("match", "job", "J4", "--relax", "--on", "2026-11-21", "--format", "jsonl").output
        #expect(json.contains(#""change":"skill""#) && json.contains(#""matches":1"#), "\(json)")
    }

    @Test("match training lists skills and certificates with their pairs, people and jobs")
    func training() throws {
        let program = try station()
        defer { program.remove() }
        let result = try program.run("match", "training", "--on", "2026-11-21")
        #expect(result.code == 0 && result.errors.isEmpty, "\(result.errors)")
        let header = "kind,code,name,pairs,people,jobs,wishing,wishing_people"
        #expect(csv(result) == [header, "skill,6-18-02-04,焊工,2,1,2,0,", "certificate,lv-electrician,低压电工作业证,1,1,1,0,"])
        #expect(try csv(program.run("match", "training", "--on", "2026-11-21", "--top", "1")).count == 2)
        // 3,000 points by nearness alone are enough for both.
        #expect(try csv(program.run("match", "training", "--on", "2026-11-21", "--threshold", "3000")) == [header, "certificate,lv-electrician,低压电工作业证,1,1,1,0,"])
        #expect(try program.run("match", "training", "--on", "2026-11-21", "--format", "table").output.contains("焊工"))
    }

    @Test("Who is not known, and a threshold that is none, are refused in one sentence with exit code 2")
    func refused() throws {
        let program = try station()
        defer { program.remove() }
        for (arguments, sentence) in [
            (["person", "P9", "--relax"], "没有编号为 P9 的求职者"), (["job", "J9", "--relax"], "没有编号为 J9 的岗位"), (["all", "--relax"], "没有选项 --relax"),
            (["training", "--threshold", "10001"], "--threshold 不能是 10001"), (["training", "--threshold", "-1"], "--threshold"),
            (["training", "--top", "0"], "--top 不能是 0"),
        ] {
            let result = try Program.launch(Program.path, ["match"] + arguments, program.environment, in: program.folder)
            #expect(result.code == 2 && result.output.isEmpty && result.errors.contains(sentence), "\(arguments): \(result.errors)")
            #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
        }
    }

    @Test("Where there is nothing to relax or to learn, the header stands alone")
    func nothing() throws {
        let program = try Program()
        defer { program.remove() }
        try program.run("init", "--station", "150784001", "--name", "拉布大林街道", "--no-passphrase")
        #expect(try csv(program.run("match", "training")) == ["kind,code,name,pairs,people,jobs,wishing,wishing_people"])
    }
}
