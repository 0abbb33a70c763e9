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

    @Test("A query keeps the lines of the people, jobs and placements that it names, and of what it does not want none")
    func query() throws {
        let program = try Program.smallStation()
        defer { program.remove() }
        #expect(try program.run("place", "refer", "J1", "P2", "--date", "2026-11-02", "--on", "2026-11-21").code == 0)
        func lines(_ query: String, on day: String = "2026-12-10") throws -> [String] {
            let result = try program.run("export", "follow-ups", "--query", query, "--on", day)
            #expect(result.code == 0, "\(result.errors)")
            return Array(result.lines.dropFirst())
        }
        let all = try lines("")
        let ofPerson = try lines("张三")
        #expect(ofPerson.contains { $0.contains("回执未回") } && ofPerson.allSatisfy { $0.contains("P2") } && ofPerson.count < all.count, "\(ofPerson)")
        #expect(try lines("巴特尔").contains { $0.contains("P1") }, "who has no placement")
        let ofJob = try lines("氩弧焊工")
        #expect(ofJob.contains { $0.contains("回执未回") } && ofJob.contains { $0.contains("仍在招") }, "\(ofJob)")
        #expect(try lines("张三 氩弧焊工") == ofJob.filter { $0.contains("P2") })
        #expect(try Set(lines("!张三")) == Set(all).subtracting(ofPerson), "neither the person's nor their placement's")
        #expect(try lines("#退役军人").allSatisfy { $0.contains("P1") })
        #expect(try lines("查无此人").isEmpty)
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
