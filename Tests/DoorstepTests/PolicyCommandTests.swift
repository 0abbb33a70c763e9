import Foundation
import Testing

@Suite("Policies, follow-ups and reports by command")
struct PolicyCommandTests {
    private let program: Program

    /// A station in Dongsheng: somebody who is an industrial worker and hard
    /// to employ, and somebody who is the one alone, both sent by an agency.
    init() throws {
        program = try Program()
        #expect(try program.run("init", "--station", "150602", "--name", "东胜站", "--no-passphrase").code == 0)
        try write("employers.csv", "单位,单位类型,规模,所在地,行业\n甲厂,企业,小,东胜区,制造业\n")
        try write("people.csv", "编号,姓名,常住地,群体\nP1,张三,东胜区,产业工人;就业困难人员\nP2,李四,东胜区,产业工人\n")
        try write("jobs.csv", "编号,单位,岗位,工作地点,用工形式,人数\nJ1,甲厂,焊工,东胜区,全日制,9\n")
        for kind in ["employers", "people", "jobs"] { try program.run("import", kind, "\(kind).csv", "--on", "2026-01-01") }
        for person in ["P1", "P2"] {
            let id = try program.run("place", "refer", "J1", person, "--agency", "北疆人力", "--on", "2026-01-05").output.trimmingCharacters(in: .newlines)
            try program.run("place", "hire", id, "--contract-signed", "2026-01-08", "--contract-from", "2026-01-10", "--contract-to", "2027-01-09", "--first-contract", "yes", "--on", "2026-01-08")
            try program.run("place", "start", id, "--on", "2026-01-10")
            let checked = try program.run("place", "check", id, "--pension-months", "4", "--unemployment-months", "4", "--injury-months", "4", "--insurance-unbroken", "yes", "--on", "2026-04-12")
            #expect(checked.code == 0, "\(checked.errors)")
        }
    }

    private func write(_ name: String, _ text: String) throws {
        try text.write(toFile: program.folder.appendingPathComponent(name).path, atomically: true, encoding: .utf8)
    }

    private func rows(_ text: String) -> [[String: String]] {
        let lines = text.replacing("\u{FEFF}", with: "").split(separator: "\r\n").map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        guard let header = lines.first else { return [] }
        return lines.dropFirst().map { Dictionary(zip(header, $0)) { first, _ in first } }
    }

    @Test("One person whom 500 and 800 could be claimed for brings 800, and the draft says that it is one")
    func higher() throws {
        defer { program.remove() }
        let claims = try program.run("policies", "--on", "2026-05-01", "--lang", "zh")
        #expect(claims.code == 0)
        let line = try #require(rows(claims.output).first { $0["policy"] == "cn-150602-agency-priority-group" })
        #expect(line["claimable"] == "1" && line["upper_yuan"] == "800" && line["draft"] == "征求意见稿")
        // The 500 waits for thirty people of the agency.
        let other = try #require(rows(claims.output).first { $0["policy"] == "cn-150602-agency-industrial-worker" })
        #expect(other["claimable"] == "0" && other["waiting"] == "2")
        #expect(claims.errors.contains("征求意见稿（尚未施行）：可申领 1 项，800 元"))
    }

    @Test("As of an earlier day it waits; and of one placement every verdict says why")
    func earlier() throws {
        defer { program.remove() }
        let one = try program.run("policies", "150602-R000001", "--on", "2026-03-01", "--lang", "zh")
        let verdict = try #require(rows(one.output).first { $0["policy"] == "cn-150602-agency-priority-group" })
        #expect(verdict["verdict"]?.hasPrefix("等到 2026-") == true, "\(verdict)")
        #expect(rows(one.output).allSatisfy { $0["verdict"]?.isEmpty == false })
        #expect(try program.run("policies", "见习").lines.count > 5)
    }

    @Test("A report counts both once with its definition, opens the entries, and a written one goes with a checkpoint that holds")
    func report() throws {
        defer { program.remove() }
        let report = try program.run("report", "year", "--on", "2026-11-21", "--lang", "zh", "--format", "csv")
        #expect(report.code == 0 && report.output.contains("城镇新增就业"))
        let entries = try program.run("report", "year", "--entries", "started", "--on", "2026-11-21", "--lang", "zh", "--format", "csv")
        #expect(entries.code == 0 && entries.lines.count == 3, "\(entries.errors)\(entries.output)")
        let written = try program.run("report", "month", "--on", "2026-01-31", "--output", "january.xlsx", "--lang", "zh")
        #expect(written.code == 0, "\(written.errors)")
        #expect(try program.run("verify", "january.xlsx").code == 0)
        let unknown = try program.run("report", "fortnight", "--lang", "zh")
        #expect(unknown.code == 2 && unknown.errors.split(separator: "\n").count == 1)
    }

    @Test("What is due says who, why and since when; what was done for them takes it off")
    func followUps() throws {
        defer { program.remove() }
        let due = try program.run("follow-ups", "--due", "--on", "2026-05-20", "--lang", "zh", "--format", "csv")
        #expect(due.code == 0 && due.output.contains("在岗核实 90 天") == false, "checked after 92 days")
        let later = try program.run("follow-ups", "--due", "--on", "2026-07-12", "--lang", "zh", "--format", "csv")
        #expect(later.output.contains("在岗核实 180 天"), "\(later.output)")
        #expect(try program.run("serve", "P1", "guidance", "--on", "2026-05-20").output == "1\n")
        let refused = try program.run("serve", "P9", "guidance", "--on", "2026-05-20", "--lang", "en")
        #expect(refused.code == 2 && refused.errors.contains("no person or job P9"))
        #expect(try program.run("verify").code == 0)
    }
}
