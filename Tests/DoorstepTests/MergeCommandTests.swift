import Foundation
import Testing

@Suite("Doubles by command")
struct MergeCommandTests {
    private let program: Program

    init() throws {
        program = try Program()
        try program.run("init", "--station", "150784001", "--name", "拉布大林街道", "--no-passphrase")
        try write("people.csv", "编号,姓名,手机,常住地,学历\nP1,张三,13847001234,拉布大林街道,\nP2,张三,13847001234,拉布大林街道,大专\n")
        try program.run("import", "people", "people.csv")
    }

    private func write(_ name: String, _ text: String) throws {
        try text.write(toFile: program.folder.appendingPathComponent(name).path, atomically: true, encoding: .utf8)
    }

    @Test("are listed with names masked, made one, in no list any more, and two again when that is taken back")
    func merge() throws {
        defer { program.remove() }
        let listed = try program.run("doubles", "people").output
        #expect(listed.contains("P1,张*,P2,张*,phone-and-name") && !listed.contains("张三"))
        let before = try ["P1", "P2"].map { try program.run("show", "people", $0, "--unmasked", "--yes").output }
        let merged = try program.run("merge", "people", "P1", "P2", "--lang", "zh")
        #expect(merged.code == 0 && merged.errors == "P2 已合并到 P1。\n", "\(merged.errors)")
        #expect(try program.run("doubles", "people").lines.count == 1)
        #expect(try program.run("export", "people").lines.count == 2)
        #expect(try program.run("search", "people", "张三").lines.count == 2)
        #expect(try program.run("show", "people", "P1").output.contains("大专"))
        #expect(try program.run("show", "people", "P2", "--lang", "zh").output.contains("已合并到 P1"))
        #expect(try program.run("set", "people", "P2", "备注=新").code == 2)
        #expect(try program.run("verify").code == 0)
        #expect(try program.run("merge", "people", "P2", "--take-back").code == 0)
        #expect(try ["P1", "P2"].map { try program.run("show", "people", $0, "--unmasked", "--yes").output } == before)
        #expect(try program.run("verify").code == 0)
    }

    @Test("What cannot be merged is one sentence, code 2", arguments: [
        ["people", "P1", "P1"], ["people", "P1", "P9"], ["people", "P1"], ["people", "P1", "P2", "姓名=neither"], ["people", "P1", "P2", "学历=both"],
        ["people", "P1", "--take-back"], ["placements", "P1", "P2"],
    ])
    func refused(arguments: [String]) throws {
        defer { program.remove() }
        let result = try Program.launch(Program.path, ["merge"] + arguments, program.environment, in: program.folder)
        #expect(result.code == 2 && result.errors.split(separator: "\n").count == 1, "\(result.errors)")
        #expect(try program.run("export", "people").lines.count == 3)
    }

    @Test("Rows that are known already are kept, merged or left out as is asked, and that is no failure")
    func imported() throws {
        defer { program.remove() }
        try write("more.csv", "姓名,手机,常住地,备注\n张三,13847001234,拉布大林街道,新\n")
        let merged = try program.run("import", "people", "more.csv", "--doubles", "merge", "--lang", "zh")
        #expect(merged.code == 0 && merged.errors.contains("可能重复 1 行（都留 0、并入 1、不读 0）"), "\(merged.errors)")
        #expect(try program.run("show", "people", "P1", "--unmasked", "--yes").output.contains("新"))
        let skipped = try program.run("import", "people", "more.csv", "--doubles", "skip", "--lang", "zh")
        #expect(skipped.code == 0 && skipped.errors.contains("拒收 1 行"), "\(skipped.errors)")
        #expect(try program.run("export", "people").lines.count == 3)
        #expect(try program.run("import", "people", "more.csv").code == 0)
        #expect(try program.run("export", "people").lines.count == 4)
        #expect(try program.run("verify").code == 0)
    }
}
