import Foundation
import Testing

@Suite("Workbooks, by commands")
struct WorkbookCommandTests {
    /// The cells of each sheet by name, as Python's own readers find them.
    private func sheets(_ name: String, _ program: Program) throws -> [String: [[String]]] {
        let script = """
            import json, sys, zipfile
            import xml.etree.ElementTree as tree
            main = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
            book = zipfile.ZipFile(sys.argv[1])
            names = [sheet.get("name") for sheet in tree.fromstring(book.read("xl/workbook.xml")).iter(main + "sheet")]
            found = {}
            for number, name in enumerate(names, 1):
                sheet = tree.fromstring(book.read("xl/worksheets/sheet%d.xml" % number))
                found[name] = [["".join(cell.itertext()) for cell in row.iter(main + "c")] for row in sheet.iter(main + "row")]
            print(json.dumps(found))
            """
        let result = try Program.launch("/usr/bin/env", ["python3", "-c", script, name], program.environment, in: program.folder)
        return try JSONDecoder().decode([String: [[String]]].self, from: Data(result.output.utf8))
    }

    private func files(_ program: Program) throws -> Set<String> { Set(try FileManager.default.contentsOfDirectory(atPath: program.folder.path)) }

    @Test("are exported by their ending, masked, with station and query above and the checkpoint in a sheet of its own")
    func export() throws {
        let program = try Program.smallStation()
        defer { program.remove() }
        let before = try files(program)
        let result = try program.run("export", "people", "--query", "#退役军人", "--output", "people.xlsx", "--on", "2026-11-21")
        #expect(result.code == 0 && result.errors.isEmpty, "\(result.errors)")
        #expect(try files(program).subtracting(before) == ["people.xlsx"])
        let sheets = try sheets("people.xlsx", program)
        let people = try #require(sheets["求职者"])
        #expect(people[0] == ["拉布大林街道 求职者  查询：#退役军人  2026-11-21  1 行  个人信息已遮盖"])
        #expect(people[1].prefix(3) == ["编号", "姓名", "证件号码"])
        #expect(people[2].prefix(4) == ["P1", "巴*", "男", "1990-**-**"] && people.count == 3)
        #expect(!people.joined().contains { $0.contains("15400000001") || $0.contains("巴特尔") })
        let checkpoint = try #require(sheets["签名存证"]).joined()
        #expect(checkpoint.first == "doorstep-checkpoint-1" && checkpoint.contains("sheet people") && checkpoint.contains("rows 1"))
        // What is said of the workbook is what is said of the same sheet as CSV.
        try program.run("export", "people", "--query", "#退役军人", "--output", "people.csv", "--on", "2026-11-21")
        let beside = try String(contentsOf: program.folder.appendingPathComponent("people.csv.checkpoint"), encoding: .utf8)
        let digest = try #require(checkpoint.first { $0.hasPrefix("digest ") })
        #expect(beside.contains(digest))
        #expect(try program.run("verify").code == 0)
    }

    @Test("are verified by the checkpoint in them, logs by their chain too, and a changed one is found")
    func verify() throws {
        let program = try Program.smallStation()
        defer { program.remove() }
        try program.run("place", "refer", "J1", "P1", "--note", "第一行")
        try program.run("place", "refer", "J1", "P2")
        try program.take("people", "编号,姓名,常住地,经度,纬度,备注\nP9,乙,拉布大林街道,120.50,50.0,\"=1\t_x0041_\n007\"")
        for (kind, word) in [("people", "张三"), ("placements", "张三"), ("placements", "推荐"), ("employers", "三河糖业")] {
            #expect(try program.run("export", kind, "--unmasked", "--yes", "--output", "sheet.xlsx").code == 0)
            let holds = try program.run("verify", "sheet.xlsx")
            #expect(holds.code == 0 && holds.output.contains("签名有效"), "\(kind): \(holds.errors)")
            // When one word in it is another.
            let forge = """
                import sys, zipfile
                book = zipfile.ZipFile("sheet.xlsx"); parts = {name: book.read(name) for name in book.namelist()}; book.close()
                sheet = "xl/worksheets/sheet1.xml"; forged = parts[sheet].replace(sys.argv[1].encode() + b"</t>", "面试".encode() + b"</t>")
                assert forged != parts[sheet]
                parts[sheet] = forged
                book = zipfile.ZipFile("sheet.xlsx", "w", zipfile.ZIP_DEFLATED)
                for name, part in parts.items(): book.writestr(name, part)
                book.close()
                """
            #expect(try Program.launch("/usr/bin/env", ["python3", "-c", forge, word], program.environment, in: program.folder).code == 0)
            // A log's chain does not cover names, its checkpoint speaks of the chain.
            let isCovered = kind != "placements" || word == "推荐"
            #expect(try program.run("verify", "sheet.xlsx").code == (isCovered ? 1 : 0), "\(kind) \(word)")
        }
    }

    @Test("are read in again, and say nothing new")
    func readAgain() throws {
        let program = try Program.smallStation()
        defer { program.remove() }
        for kind in ["people", "jobs", "employers"] {
            #expect(try program.run("export", kind, "--output", "\(kind).xlsx").code == 0)
            let result = try program.run("import", kind, "\(kind).xlsx")
            #expect(result.code == 0 && result.errors.contains("更新 0、"), "\(kind): \(result.errors)")
        }
    }

    @Test("hold everything once that is confirmed")
    func unmasked() throws {
        let program = try Program.smallStation()
        defer { program.remove() }
        #expect(try program.run("export", "people", "--unmasked", "--output", "full.xlsx").code == 2)
        #expect(try !files(program).contains("full.xlsx"))
        #expect(try program.run("export", "people", "--unmasked", "--yes", "--output", "full.xlsx").code == 0)
        let people = try #require(try sheets("full.xlsx", program)["求职者"])
        #expect(people[0][0].hasSuffix("含完整个人信息") && people[2].contains("15400000001") && people[2].contains("巴特尔"))
    }

    @Test("of every list go to a file or to standard output, whatever the command")
    func commands() throws {
        let program = try Program.smallStation()
        defer { program.remove() }
        let commands = [
            ["export", "jobs"], ["export", "employers"], ["export", "placements"], ["export", "follow-ups"], ["search", "people", "张"], ["match", "all"],
            ["match", "job", "J1"], ["match", "why", "J1", "P1"], ["match", "waiting"], ["match", "training"], ["show", "people", "P1"], ["settings"], ["searches"],
            ["search", "skills", "焊"], ["subject", "export", "P1"],
        ]
        for command in commands {
            let name = command.joined(separator: "-") + ".xlsx"
            let written = try program.run(arguments: command + ["--output", name])
            #expect(written.code == 0 && written.output.isEmpty, "\(command): \(written.errors)")
            #expect(try !sheets(name, program).isEmpty, "\(command)")
        }
        let piped = try Program.launch("/bin/sh", ["-c", "'\(Program.path)' match all --format xlsx > piped.xlsx"], program.environment, in: program.folder)
        #expect(piped.code == 0 && piped.errors.isEmpty)
        let matches = try sheets("piped.xlsx", program)
        #expect(try #require(matches["匹配"])[1].first == "job_id")
        #expect(try FileManager.default.contentsOfDirectory(atPath: FileManager.default.temporaryDirectory.path).allSatisfy { !$0.hasPrefix("doorstep-") || !$0.hasSuffix(".xlsx") })
    }

    @Test("are not shown on a terminal, and nothing is journalled then")
    func terminal() throws {
        let program = try Program.smallStation()
        defer { program.remove() }
        let before = try program.run("verify").output
        let script = "import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))"
        let result = try Program.launch(
            "/usr/bin/env", ["python3", "-c", script, Program.path, "export", "people", "--format", "xlsx", "--lang", "en"], program.environment, in: program.folder)
        #expect(result.code == 2)
        #expect(result.output.contains("A workbook (xlsx) cannot be shown on a terminal; name a file with --output."))
        #expect(try program.run("verify").output == before)
    }

    @Test("are one sentence where the disk is full or a file may be no larger, and leave an earlier file as it was")
    func full() throws {
        let program = try Program.smallStation()
        defer { program.remove() }
        func shell(_ command: String) throws -> Program.Result {
            try Program.launch("/bin/sh", ["-c", command], program.environment, in: program.folder)
        }
        try Data("earlier".utf8).write(to: program.folder.appendingPathComponent("old.xlsx"))
        let before = try files(program)
        let export = "export people --unmasked --yes --lang en"
        let stdout = try shell("'\(Program.path)' \(export) --format xlsx > /dev/full")
        #expect(stdout.code == 2 && stdout.errors == "stdout: cannot be written (the disk is full); choose another place or make room.\n", "\(stdout.errors)")
        // The store is larger than that already, so that nothing but the workbook is held up.
        let limited = try shell("""
            seq 1 3000 | sed 's/.*/N&,人&,拉布大林街道,&备注&&&/' | (echo 编号,姓名,常住地,备注; cat) > many.csv
            '\(Program.path)' import people many.csv || exit 9
            size=$(stat -c %s station.doorstep); ulimit -f $((size / 512 / 8)); exec '\(Program.path)' match all --top 3000 --output old.xlsx --lang en
            """)
        #expect(limited.code == 2, "\(limited.errors)")
        #expect(limited.errors.split(separator: "\n").last == "old.xlsx: cannot be written (over the limit of a file's size); choose another place or make room.", "\(limited.errors)")
        #expect(try String(contentsOf: program.folder.appendingPathComponent("old.xlsx"), encoding: .utf8) == "earlier")
        #expect(try files(program).subtracting(before) == ["many.csv"])
    }

    @Test("and other forms tell which calls are due")
    func followUps() throws {
        let program = try Program.smallStation()
        defer { program.remove() }
        let first = try program.run("place", "refer", "J1", "P1", "--on", "2026-10-01").output.trimmingCharacters(in: .newlines)
        for step in ["hire", "start"] { #expect(try program.run("place", step, first, "--on", "2026-10-02").code == 0) }
        try program.run("place", "refer", "J1", "P2", "--on", "2026-11-10")
        let all = try program.run("export", "follow-ups", "--on", "2026-11-21").lines
        #expect(all.count == 4)
        #expect(all[1].hasPrefix("2026-10-28,24,首次联系,2026-10-21,,P3,王*"), "\(all[1])")
        #expect(all[2].hasPrefix("2026-11-01,20,在岗核实 30 天,2026-10-02,\(first),P1,巴*,154****0001,J1,氩弧焊工,三河糖业"), "\(all[2])")
        #expect(all[3].hasPrefix("2026-11-17,4,回执未回,2026-11-10,"))
        #expect(try program.run("export", "follow-ups", "--on", "2026-11-21", "--from", "2026-11-10").lines.count == 2)
        #expect(try program.run("export", "follow-ups", "--on", "2026-11-21", "--to", "2026-11-10").lines.count == 3)
        #expect(try program.run("export", "follow-ups", "--on", "2026-11-21", "--query", "张三").lines.count == 2)
        #expect(try program.run("export", "follow-ups", "--on", "2026-11-21", "--unmasked", "--yes").output.contains("巴特尔,15400000001"))
        #expect(try program.run("export", "follow-ups", "--on", "2026-10-05").lines.count == 1)
        #expect(try program.run("export", "follow-ups", "--on", "2026-10-05", "--to", "2026-11-05").lines.contains { $0.contains("在岗核实 30 天") })
    }
}
