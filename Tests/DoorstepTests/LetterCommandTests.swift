import DoorstepCore
import Foundation
import Testing

@Suite("Letters, published lists and profiles on the command line")
struct LetterCommandTests {
    private let program: Program
    private let placement: String

    init() throws {
        program = try Program.smallStation()
        placement = try program.run("place", "refer", "J1", "P1", "--on", "2026-11-20").output.trimmingCharacters(in: .newlines)
    }

    @Test("letter writes the letter as text; to a file named .html as a page; with the station's telephone where it is set")
    func letter() throws {
        defer { program.remove() }
        try program.run("settings", "station-phone=0470-6800000")
        let text = try program.run("letter", placement)
        #expect(text.code == 0, "\(text.errors)")
        for word in ["巴特尔", "氩弧焊工", "三河糖业", "15400000001", "0470-6800000", "（回执）", placement] { #expect(text.output.contains(word), "\(word)") }
        #expect(try program.run("letter", placement, "--output", "a.html").code == 0)
        #expect(try String(contentsOf: program.folder.appendingPathComponent("a.html"), encoding: .utf8).hasPrefix("<!DOCTYPE html>"))
        #expect(try program.run("letter", placement, "--format", "html", "--lang", "en").output.contains("RETURN SLIP"))
    }

    @Test("A letter is an entry of the journal, made before the letter is: one that cannot be written anywhere has none")
    func journalled() throws {
        defer { program.remove() }
        func entries() throws -> Int {
            // "… N entries …" in words of either language.
            let said = try program.run("verify").output
            return try #require(said.split { !$0.isNumber }.compactMap { Int($0) }.first)
        }
        let before = try entries()
        try program.run("letter", placement)
        #expect(try entries() == before + 1)
        #expect(try program.run("letter", placement, "--output", "station.doorstep").code == 2)
        #expect(try entries() == before + 1)
        #expect(try program.run("verify").code == 0)
    }

    @Test("No letter for what is unknown, mistyped, taken back, ended or erased: exit code 2, one sentence, nothing on standard output")
    func refused() throws {
        defer { program.remove() }
        func refusal(_ number: String) throws -> String {
            let result = try program.run("letter", number)
            #expect(result.code == 2 && result.output.isEmpty && result.errors.split(separator: "\n").count == 1, "\(number): \(result.errors)")
            return result.errors
        }
        #expect(try refusal("150784001-R000099").contains("没有编号为"))
        let number = LetterNumber(try #require(RecordID(placement)))
        #expect(try refusal(placement + (number.check == "00" ? "-01" : "-00")).contains("校验位不对"))
        #expect(try program.run("letter", number.text).code == 0)
        try program.run("place", "correct", placement)
        #expect(try refusal(placement).contains("已经撤销"))
        let second = try program.run("place", "refer", "J1", "P2").output.trimmingCharacters(in: .newlines)
        try program.run("place", "decline", second, "--by", "employer")
        #expect(try refusal(second).contains("单位未录用"))
        let third = try program.run("place", "refer", "J1", "P3").output.trimmingCharacters(in: .newlines)
        try program.run("subject", "erase", "P3", "--yes")
        #expect(try refusal(third).contains("已经删除"))
    }

    @Test("The slip's number with its check moves the placement on; a wrong check does not")
    func slipComesBack() throws {
        defer { program.remove() }
        let number = LetterNumber(try #require(RecordID(placement)))
        #expect(try program.run("place", "hire", placement + (number.check == "07" ? "-08" : "-07")).code == 2)
        #expect(try program.run("place", "hire", number.text).code == 0)
    }

    @Test("Published lists hold open jobs and people who seek, in every form, and never anything unmasked")
    func published() throws {
        defer { program.remove() }
        let people = try program.run("export", "people", "--published")
        #expect(people.code == 0 && people.lines.count == 4, "\(people.errors)")
        for word in ["巴特尔", "15400000001", "1990", "退役", "街道"] { #expect(!people.output.replacing("拉布大林街道", with: "").contains(word), "\(word)") }
        #expect(people.output.contains("巴*") && people.output.contains("30-39岁"))
        let jobs = try program.run("export", "jobs", "--published", "--format", "jsonl", "--query", "焊工", "--on", "2026-11-21")
        #expect(jobs.lines.first?.contains("氩弧焊工") == true && !jobs.output.contains("叉车"))
        for wrong in [["jobs", "--unmasked", "--yes"], ["placements"], ["employers"], ["jobs", "--profile", "national"]] {
            let result = try program.run(arguments: ["export"] + wrong + ["--published"])
            #expect(result.code == 2 && result.output.isEmpty, "\(wrong)")
        }
    }

    @Test("Jobs go out under others' names and come in again as they were", arguments: ["national", "jobposting"])
    func profiles(profile: String) throws {
        defer { program.remove() }
        for form in profile == "national" ? ["csv", "json", "jsonl"] : ["json", "jsonl"] {
            let out = try program.run("export", "jobs", "--profile", profile, "--format", form, "--output", "jobs.\(form)", "--unmasked", "--yes", "--on", "2026-11-21")
            #expect(out.code == 0, "\(out.errors)")
            let same = try program.run("import", "jobs", "jobs.\(form)", "--profile", profile)
            #expect(same.code == 0 && same.errors.contains("未变 2"), "\(form): \(same.errors)")
        }
        let other = try Program()
        defer { other.remove() }
        try other.run("init", "--station", "150784001", "--name", "另一站", "--no-passphrase")
        let file = program.folder.appendingPathComponent("jobs.json").path
        #expect(try other.run("import", "jobs", file, "--profile", profile, "--dry-run").errors.contains("新增 2"))
        #expect(try other.run("import", "jobs", file, "--profile", profile).code == 0)
        #expect(try other.run("search", "jobs", "").lines.count == 3)
    }

    @Test("A profile is for jobs alone, and a posting is JSON alone")
    func wrongUse() throws {
        defer { program.remove() }
        for wrong in [
            ["export", "people", "--profile", "national"], ["export", "jobs", "--profile", "jobposting", "--format", "csv"], ["export", "jobs", "--profile", "x"],
            ["import", "people", "people.csv", "--profile", "national"],
        ] {
            let result = try program.run(arguments: wrong)
            #expect(result.code == 2 && result.errors.split(separator: "\n").count == 1, "\(wrong): \(result.errors)")
        }
    }
}
