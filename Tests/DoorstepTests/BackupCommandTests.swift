import Foundation
import Testing

/// Backups as a caseworker and a script make, check and restore them.
@Suite("Backups, by commands")
struct BackupCommandTests {
    /// A station with one person, in a folder of the test.
    private func station(_ program: Program, passphrase: String? = nil) throws {
        let words = ["init", "--station", "150784001", "--name", "拉布大林街道"] + (passphrase == nil ? ["--no-passphrase"] : [])
        #expect(try run(program, words, passphrase).code == 0)
        try add("P1,张三", program, passphrase)
    }

    private func add(_ person: String, _ program: Program, _ passphrase: String? = nil) throws {
        try "编号,姓名,常住地\n\(person),拉布大林街道\n".write(to: program.folder.appendingPathComponent("p.csv"), atomically: true, encoding: .utf8)
        #expect(try run(program, ["import", "people", "p.csv"], passphrase).code == 0)
    }

    private func run(_ program: Program, _ words: [String], _ passphrase: String? = nil) throws -> Program.Result {
        let variables = passphrase.map { ["DOORSTEP_PASSPHRASE": $0] } ?? [:]
        return try Program.launch(Program.path, words, program.environment.merging(variables) { $1 }, in: program.folder)
    }

    private func names(_ program: Program) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: program.folder.path).filter { $0.hasPrefix("station.doorstep") || $0.hasPrefix(".") }.sorted()
    }

    @Test("backup, verify and restore follow from one another; what was added since is in the file that is kept")
    func journey() throws {
        let program = try Program()
        defer { program.remove() }
        try station(program)
        let backup = try program.run("backup", "one.backup")
        #expect(backup.code == 0 && backup.output.contains("求职者 1 人") && backup.errors.isEmpty, "\(backup.errors)")
        let verified = try program.run("verify", "one.backup")
        #expect(verified.code == 0 && verified.output.contains("备份完好：") && verified.output.contains("求职者 1 人"))
        try add("P2,李四", program)

        // Nobody is there to be asked.
        let refused = try program.run("restore", "one.backup")
        #expect(refused.code == 2 && refused.errors.contains("--yes") && refused.errors.split(separator: "\n").count == 1, "\(refused.errors)")
        #expect(try program.run("search", "people", "李四").lines.count == 2)

        let restored = try program.run("restore", "one.backup", "--yes")
        #expect(restored.code == 0, "\(restored.errors)")
        #expect(try program.run("search", "people", "李四").lines.count == 1)
        #expect(try program.run("search", "people", "张三").lines.count == 2)
        #expect(try program.run("verify").code == 0)
        let kept = try #require(try names(program).first { $0.contains(".replaced-") })
        #expect(try program.run("search", "people", "李四", "--store", kept).lines.count == 2)
        #expect(try names(program).count == 3)
    }

    @Test("A backup of a store with passphrases is opened as the store is; where no store is, nobody is asked")
    func passphrase() throws {
        let program = try Program()
        defer { program.remove() }
        try station(program, passphrase: "一个很长很长的口令")
        #expect(try run(program, ["backup", "one.backup"], "一个很长很长的口令").code == 0)
        #expect(try run(program, ["verify", "one.backup"], "另一个很长很长的口令").code == 3)
        let unasked = try run(program, ["verify", "one.backup"])
        #expect(unasked.code == 3 && unasked.errors.contains("--passphrase-file"), "\(unasked.errors)")
        try "一个很长很长的口令\n".write(to: program.folder.appendingPathComponent("word"), atomically: true, encoding: .utf8)
        #expect(try run(program, ["verify", "one.backup", "--passphrase-file", "word"]).code == 0)
        #expect(try run(program, ["restore", "one.backup", "--store", "new/station.doorstep", "--passphrase-file", "word"]).code == 0)
        let found = try run(program, ["search", "people", "张三", "--store", "new/station.doorstep"], "一个很长很长的口令")
        #expect(found.lines.count == 2)
    }

    @Test("Damage is 1 from verify and 2 from restore; what is no backup is 2; what is there is not replaced without being told")
    func codes() throws {
        let program = try Program()
        defer { program.remove() }
        try station(program)
        #expect(try program.run("backup", "one.backup").code == 0)
        let again = try program.run("backup", "one.backup")
        #expect(again.code == 2 && again.errors.contains("--replace"), "\(again.errors)")
        #expect(try program.run("backup", "one.backup", "--replace").code == 0)
        for own in ["station.doorstep", "station.doorstep.lock"] { #expect(try program.run("backup", own, "--replace").code == 2) }

        let file = program.folder.appendingPathComponent("one.backup")
        var bytes = try Data(contentsOf: file)
        bytes[bytes.count - 9] ^= 4
        try bytes.write(to: file)
        let found = try program.run("verify", "one.backup")
        #expect(found.code == 1 && found.errors.split(separator: "\n").count == 1, "\(found.errors)")
        #expect(try program.run("restore", "one.backup", "--yes").code == 2)
        bytes[19] = 9
        try bytes.write(to: file)
        #expect(try program.run("verify", "one.backup").code == 3, "of a newer program")
        #expect(try program.run("verify", "p.csv").code == 2)
        #expect(try program.run("restore", "p.csv", "--yes").code == 2)
        #expect(try program.run("restore", "nothing", "--yes").code == 2)
        #expect(try program.run("verify").code == 0)
    }

    @Test("A plain copy of the store is told to be one, whole or not")
    func plainCopy() throws {
        let program = try Program()
        defer { program.remove() }
        try station(program)
        let copy = program.folder.appendingPathComponent("copy")
        let bytes = try Data(contentsOf: program.folder.appendingPathComponent("station.doorstep"))
        try bytes.write(to: copy)
        let whole = try program.run("verify", "copy")
        #expect(whole.code == 0 && whole.output.contains("不是备份"), "\(whole.errors)")
        try bytes.prefix(bytes.count / 2).write(to: copy)
        let half = try program.run("verify", "copy")
        #expect(half.code == 1 && half.errors.contains("doorstep backup"), "\(half.errors)")
        #expect(try program.run("verify", "station.doorstep").output.contains("台站数据完好"))
    }

    @Test("An open console that nobody touches makes the backup that was asked for, and says so", .timeLimit(.minutes(2)))
    func console() throws {
        let program = try Program()
        defer { program.remove() }
        try station(program)
        let place = program.folder.appendingPathComponent("u").path
        let wrong = try program.run("settings", "backup-to=u")
        #expect(wrong.code == 2)
        #expect(try program.run("settings", "backup-to=\(place)").code == 0)
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: false)
        let terminal = try Tmux(program, columns: 160, command: "'\(Program.path)' --lang zh")
        try terminal.expect("已自动备份到", seconds: 60)
        try terminal.press("q")
        #expect(try terminal.expectEnd() == 0)
        let made = try FileManager.default.contentsOfDirectory(atPath: place)
        #expect(made.count == 1)
        #expect(try program.run("verify", "u/\(made.first ?? "")").code == 0)
    }
}
