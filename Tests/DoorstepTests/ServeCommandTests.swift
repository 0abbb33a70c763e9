import Testing

@Suite("serve and follow-ups")
struct ServeCommandTests {
    @Test("A service is recorded under a number, answers what was due, and can be taken back")
    func served() throws {
        let program = try Program.smallStation()
        defer { program.remove() }
        let before = try program.run("follow-ups", "--due", "--on", "2026-11-21").lines
        #expect(before.contains { $0.contains("首次联系") && $0.contains(",P3,") })
        let served = try program.run("serve", "P3", "职业指导", "--on", "2026-11-21", "--note", "想学电焊")
        #expect(served.code == 0 && served.output == "1\n" && served.errors.contains("已记：2026-11-21 职业指导 P3。"), "\(served)")
        #expect(try !program.run("follow-ups", "--due", "--on", "2026-11-21").lines.contains { $0.contains(",P3,") })
        #expect(try program.run("serve", "P3", "--take-back", "1", "--on", "2026-11-21").code == 0)
        #expect(try program.run("follow-ups", "--due", "--on", "2026-11-21").lines == before)
        #expect(try program.run("follow-ups", "--on", "2026-11-21", "--top", "1").lines.count == 2)
    }

    @Test("What cannot be recorded is refused in one sentence with exit code 2")
    func refused() throws {
        let program = try Program.smallStation()
        defer { program.remove() }
        for (arguments, sentence) in [
            (["P99", "guidance"], "P99"), (["P1", "dancing"], "dancing"), (["J1", "guidance"], "职业指导"), (["P1", "call", "--outcome", "maybe"], "maybe"),
            (["P1", "call", "--date", "2099-01-01"], "2099-01-01"), (["P1", "call", "--again", "2026-11-01"], "2026-11-01"),
            (["P1", "call", "--placement", "R9"], "R9"), (["P1", "--take-back", "7"], "7"), (["P1"], "kind"),
        ] {
            let result = try Program.launch(Program.path, ["serve"] + arguments + ["--on", "2026-11-21"], program.environment, in: program.folder)
            #expect(result.code == 2 && result.output.isEmpty && result.errors.contains(sentence), "\(arguments): \(result.errors)")
            #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
        }
    }
}
