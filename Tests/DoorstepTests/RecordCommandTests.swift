import Foundation
import Testing

/// One record from the command line.
@Suite("One record: add, set, show")
struct RecordCommandTests {
    private let program: Program

    init() throws {
        program = try Program()
        try program.run("init", "--station", "150784001", "--name", "拉布大林街道", "--no-passphrase")
    }

    @Test("add says the identifier alone; set changes what is given and clears what is empty; show masks unless asked twice")
    func person() throws {
        defer { program.remove() }
        let added = try program.run("add", "people", "姓名=测试甲", "place=拉布大林街道", "手机=15400000001", "技能=焊工:中级工")
        #expect(added.code == 0, "\(added.errors)")
        let id = added.output.trimmingCharacters(in: .newlines)
        #expect(id == "150784001-P000001")
        let shown = try program.run("show", "people", id).output
        #expect(shown.contains("测*") && shown.contains("154****0001") && shown.contains("焊工:中级工"))
        #expect(!shown.contains("测试甲") && !shown.contains("15400000001"))
        #expect(try program.run("set", "people", id, "手机=", "学历=大专").code == 0)
        #expect(try program.run("show", "people", id, "--unmasked").code == 2)
        let whole = try program.run("show", "people", id, "--unmasked", "--yes").output
        #expect(whole.contains("测试甲") && whole.contains("大专") && !whole.contains("1540000"))
        #expect(try program.run("verify").code == 0)
    }

    @Test("add says on standard error whom the new record may be, with the reason; the identifier stays alone on standard output")
    func doubles() throws {
        defer { program.remove() }
        let first = try program.run("add", "people", "姓名=测试甲", "常住地=拉布大林街道", "手机=15400000001")
        #expect(first.errors.isEmpty)
        let second = try program.run("add", "people", "姓名=测试甲", "常住地=拉布大林街道", "手机=15400000001")
        #expect(second.code == 0 && second.output == "150784001-P000002\n")
        #expect(second.errors.contains("150784001-P000001") && second.errors.contains("姓名和电话相同"))
        #expect(second.errors.contains("doorstep merge people 150784001-P000001 150784001-P000002"))
        #expect(try program.run("add", "people", "姓名=测试乙", "常住地=拉布大林街道", "手机=15400000001").errors.isEmpty)
        _ = try program.run("add", "employers", "单位=甲厂")
        #expect(try program.run("add", "employers", "单位=甲厂").errors.contains("单位名称相同"))
    }

    @Test("A job brings its employer with it, who is then there to be changed")
    func job() throws {
        defer { program.remove() }
        let job = try program.run("add", "jobs", "单位=甲厂", "岗位=焊工", "工作地点=拉布大林街道", "最低月薪=4-6千")
        #expect(job.output.trimmingCharacters(in: .newlines) == "150784001-J000001", "\(job.errors)")
        let shown = try program.run("show", "jobs", "150784001-J000001").output
        #expect(shown.contains("甲厂") && shown.contains("4000") && shown.contains("6000"))
        #expect(try program.run("set", "employers", "150784001-E000001", "暂停推荐原因=欠薪").code == 0)
        #expect(try program.run("show", "employers", "150784001-E000001").output.contains("欠薪"))
    }

    @Test(
        "What cannot be is one sentence, code 2, and nothing changed",
        arguments: [
            ["add", "people", "姓名=甲"], ["add", "people", "姓名"], ["add", "people", "外号=甲"], ["add", "people", "姓名=甲", "name=乙"],
            ["add", "placements", "job=J1"], ["set", "people", "P9", "姓名=甲"], ["show", "people", "P9"], ["add", "people", "姓名=甲", "常住地=火星"],
        ])
    func refused(arguments: [String]) throws {
        defer { program.remove() }
        let result = try Program.launch(Program.path, arguments, program.environment, in: program.folder)
        #expect(result.code == 2)
        #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
        #expect(result.output.isEmpty)
        #expect(try program.run("export", "people").lines.count == 1)
    }
}
