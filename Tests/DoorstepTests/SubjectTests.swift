import Foundation
import Testing

/// What a person may ask of a station that holds their data.
@Suite("What a person may ask for")
struct SubjectTests {
    private let program: Program
    private let placement: String

    init() throws {
        program = try Program()
        try program.run("init", "--station", "150784001", "--name", "拉布大林街道", "--no-passphrase")
        try "编号,姓名,手机,出生日期,常住地,群体,备注\nP1,欧阳密名,15400000001,1980-03-04,拉布大林街道,残疾人,腿脚不便\nP2,李四,,,拉布大林街道,,\n"
            .write(to: program.folder.appendingPathComponent("people.csv"), atomically: true, encoding: .utf8)
        try "编号,单位,岗位,工作地点\nJ1,甲厂,力工,拉布大林街道\n"
            .write(to: program.folder.appendingPathComponent("jobs.csv"), atomically: true, encoding: .utf8)
        try program.run("import", "people", "people.csv")
        try program.run("import", "jobs", "jobs.csv")
        placement = try program.run("place", "refer", "J1", "P1", "--note", "密步注").output.trimmingCharacters(in: .newlines)
    }

    @Test("A copy holds every cell, every step with its note, and the entries that name the person")
    func copy() throws {
        defer { program.remove() }
        let copy = try program.run("subject", "export", "P1")
        #expect(copy.code == 0)
        for word in ["欧阳密名", "15400000001", "1980-03-04", "腿脚不便", "密步注", placement, "step"] { #expect(copy.output.contains(word), "\(word)") }
        #expect(!copy.output.contains("李四"))
        #expect(try program.run("subject", "export", "P9").code == 2)
    }

    @Test("Who is erased is named nowhere, not even in the file; the step stays, the store holds, and it is asked for twice")
    func erase() throws {
        defer { program.remove() }
        #expect(try program.run("subject", "erase", "P1").code == 2)
        #expect(try program.run("subject", "export", "P1").output.contains("欧阳密名"))
        let erased = try program.run("subject", "erase", "P1", "--yes")
        #expect(erased.code == 0, "\(erased.errors)")
        for command in [["subject", "export", "P1"], ["export", "people", "--unmasked", "--yes"], ["export", "placements", "--unmasked", "--yes"]] {
            let output = try Program.launch(Program.path, command, program.environment, in: program.folder).output
            for word in ["欧阳", "15400000001", "1980-03-04", "腿脚", "密步注"] { #expect(!output.contains(word), "\(command) \(word)") }
        }
        #expect(try program.run("export", "placements").output.contains(placement))
        #expect(try program.run("search", "people", "欧阳").lines.count == 1)
        #expect(try program.run("verify").code == 0)
        // Erasing again changes nothing.
        let head = try program.run("verify").lines.dropFirst()
        #expect(try program.run("subject", "erase", "P1", "--yes").code == 0)
        #expect(try program.run("verify").lines.dropFirst() == head)
    }
}
