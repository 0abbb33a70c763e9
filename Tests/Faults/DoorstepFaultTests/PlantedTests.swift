import DoorstepCore
import Foundation
import GRDB
import Testing

@testable import StoreWorker

extension Faults {
    @Suite("What is left on the disk", .serialized)
    struct LeftBehind {
        @Test("Of ten thousand planted values, none is in any file of a station under a passphrase, however it is written", .timeLimit(.minutes(30)))
        func planted() throws {
            let station = try PlantedStation(PlantedValues(10_000))
            try station.work()
            let (people, texts) = (station.values.people, station.values.texts)
            // What is looked for was there to be found.
            let inFull = try Search(texts, in: [station.full])
            #expect(inFull.texts.count > people.count * 6, "\(inFull)")
            let hot = try #require(FileManager.default.contents(atPath: station.path + "-journal"))
            #expect(hot.first == 0xD9, "a change was cut off")
            let left = try Search(texts, in: station.folders)
            Faults.report("planted values: \(left.texts.count) of \(texts.count) on disk; looked for in \(left)")
            #expect(left.finds == [], "in \(left.places)")
            #expect(texts.count >= 10_000)
            #expect(left.files > 12)

            // And once the change that was cut off is undone.
            #expect(try station.run("verify").ending == .exited(0))
            let undone = try Search(texts, in: station.folders)
            #expect(undone.finds == [])
        }

        @Test("Control: in a plain SQLite file, and in each other writing, every one is found")
        func control() throws {
            let texts = PlantedValues(10_000).texts
            let folder = try Folder()
            let queue = try DatabaseQueue(path: folder.file("plain"))
            try queue.write { db in
                try db.execute(sql: "CREATE TABLE value (text TEXT NOT NULL)")
                for text in texts { try db.execute(sql: "INSERT INTO value VALUES (?)", arguments: [text]) }
            }
            try queue.close()
            for writing in FileSeeker.Writing.allCases where writing != .utf8 {
                var bytes: [UInt8] = []
                for text in texts { bytes += try writing.bytes(text) + [0x53] }
                try Data(bytes).write(to: URL(filePath: folder.file(writing.rawValue)))
            }
            let search = try Search(texts, in: [folder.path])
            Faults.report("control, planted values in clear: \(search.texts.count) of \(texts.count) found in \(search)")
            #expect(search.texts.count == texts.count)
            #expect(Set(texts).count == texts.count)
            for writing in FileSeeker.Writing.allCases {
                let missed = try texts.indices.filter { index in
                    // What is written the same way in two is found as the first.
                    guard !search.finds.contains("\(index)\t\(writing.rawValue)") else { return false }
                    return try writing != .gb18030 || writing.bytes(texts[index]) != FileSeeker.Writing.utf8.bytes(texts[index])
                }
                #expect(missed == [], "\(writing)")
            }
        }
    }
}

/// Made-up values, each unlike every other from its first letters on.
private struct PlantedValues {
    /// One of a person's: what the columns of `header` hold.
    private(set) var people: [[String]] = []
    private(set) var edited: [String] = []
    private(set) var stepNotes: [String] = []
    private(set) var reasons: [String] = []
    private(set) var searches: [(name: String, query: String)] = []
    /// What somebody was about to save when the program was killed.
    private(set) var unsaved: [String] = []
    let passphrases = ["靠山屯的口令 甲", "靠山屯的口令 乙", "靠山屯的口令 丙"]
    let wrong = "猜的靠山屯口令"
    /// Told while the station is made.
    var recovery: [String] = []

    static let header = "编号,姓名,证件号码,手机,常住地,群体,户籍,备注,专业,毕业院校"
    private static let groups = [
        ("零就业家庭成员", "zero-employment-family"), ("就业困难人员", "hard-to-employ"), ("残疾人", "disabled"), ("退役军人", "veteran"),
        ("低保家庭成员", "dibao-family"),
    ]

    /// No letter twice.
    private static let letters = Array("乌兰巴图其格娜仁高娃苏和斯琴哈朝鲁额尔敦宝音达来孟根满都呼青乐温日")

    private var given = 0

    init(_ count: Int) {
        for number in 0..<count * 12 / 100 { people.append(person(number)) }
        edited = (0..<count * 3 / 100).map { _ in word("改后须回访") }
        stepNotes = (0..<count * 4 / 100).map { _ in word("须陪同面试") }
        reasons = (0..<count * 4 / 100).map { _ in word("替其母询问") }
        searches = (0..<count / 100).map { _ in (word("的查找"), "\"\(word("要找的人"))\"") }
        unsaved = (0..<count - texts.count).map { _ in word("没有存下的话") }
    }

    var texts: [String] {
        people.flatMap { $0[1...3] + $0[6...] } + edited + stepNotes + reasons + searches.flatMap { [$0.name, String($0.query.dropFirst().dropLast())] }
            + unsaved + recovery + passphrases + [wrong] + PlantedValues.groups.flatMap { [$0.0, $0.1] }
    }

    private mutating func person(_ number: Int) -> [String] {
        [
            "P\(number)", word(""), PlantedValues.identityNumber(number), "138" + String(String(100_000_000 + number * 7919).suffix(8)), "拉布大林街道",
            PlantedValues.groups[number % PlantedValues.groups.count].0, word("屯靠山组"), word("腿脚不便"), word("加工专业"), word("职业学校"),
        ]
    }

    /// Four letters that no other value begins with, and more.
    private mutating func word(_ rest: String) -> String {
        let letters = PlantedValues.letters
        given += 1
        var number = given
        var word = ""
        for _ in 0..<4 {
            word.append(letters[number % letters.count])
            number /= letters.count
        }
        return word + rest
    }

    private static func identityNumber(_ number: Int) -> String {
        let digits = "15078419" + String(70 + number % 30) + String(101 + number / 30 % 9 * 100).leftPadded(4) + String(number / 270 % 1000).leftPadded(3)
        let sum = zip(digits.compactMap(\.wholeNumberValue), [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]).reduce(0) { $0 + $1.0 * $1.1 }
        return digits + String(Array("10X98765432")[sum % 11])
    }
}

extension String {
    fileprivate func leftPadded(_ length: Int) -> String { String(repeating: "0", count: max(0, length - count)) + self }
}

/// A station at which everything was done that touches a person, and not
/// always to its end.
private final class PlantedStation {
    private let folder: Folder
    private(set) var values: PlantedValues
    /// Everything in them is looked at; what the caseworker has in clear is
    /// elsewhere.
    let folders: [String]
    /// Sheets in full, which somebody asked for.
    let full: String
    private let desk: String
    private let out: String
    private let stick: String
    let path: String
    private var passphrase: String

    init(_ values: PlantedValues) throws {
        folder = try Folder()
        self.values = values
        passphrase = values.passphrases[0]
        let station = try folder.folder("station")
        (desk, full) = (try folder.folder("desk"), try folder.folder("full"))
        (out, stick) = (try folder.folder("out"), try folder.folder("stick"))
        folders = [station, out, stick, try folder.folder("tmp"), try folder.folder("home")]
        path = station + "/station.doorstep"
    }

    private var environment: [String: String] {
        ["DOORSTEP_PASSPHRASE": passphrase, "TMPDIR": folder.file("tmp"), "SQLITE_TMPDIR": folder.file("tmp"), "HOME": folder.file("home")]
    }

    func run(_ words: String..., with more: [String: String] = [:]) throws -> Child.Result {
        let shared = ["--store", path, "--on", "2026-11-21", "--caseworker", "李四", "--lang", "en"]
        return try Child.run(Child.program, words + shared, environment.merging(more) { $1 }, in: desk)
    }

    /// As `run`, where nothing stands in the way.
    @discardableResult
    private func done(_ words: String..., with more: [String: String] = [:]) throws -> [String] {
        let shared = ["--store", path, "--on", "2026-11-21", "--caseworker", "李四", "--lang", "en"]
        let result = try Child.run(Child.program, words + shared, environment.merging(more) { $1 }, in: desk)
        try #require(result.ending == .exited(0), "\(words): \(result.errors)")
        return result.lines
    }

    private func fault(in folder: String, at call: Int, only: String? = nil) throws -> [String: String] {
        let fault = ["LD_PRELOAD": try Preload.disk.path(), "DISK_FOLDER": folder, "DISK_DO": "half", "DISK_AT": "\(call)"]
        return fault.merging(only.map { ["DISK_ONLY": $0] } ?? [:]) { $1 }
    }

    private func put(_ name: String, _ lines: [String]) throws {
        try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: URL(filePath: "\(desk)/\(name)"))
    }

    func work() throws {
        let code = try done("init", "--station", WorkDesk.place, "--name", "拉布大林街道")
        values.recovery = code + code.map { $0.replacing("-", with: "") }
        try put("employers.csv", ["编号,单位,所在地", "E1,甲厂,拉布大林街道"])
        try put("jobs.csv", ["编号,单位,岗位,工作地点,人数", "J1,E1,电焊工,拉布大林街道,9999"])
        try put("people.csv", [PlantedValues.header] + values.people.map { $0.joined(separator: ",") })
        for kind in ["employers", "people", "jobs"] { try done("import", kind, "\(kind).csv") }
        try inFull("people.csv", "export", "people", "--unmasked", "--yes")
        try follow()

        // A second caseworker, a new passphrase, and somebody who guesses.
        try done("caseworker", "add", "王五", with: ["DOORSTEP_NEW_PASSPHRASE": values.passphrases[1]])
        try done("caseworker", "passphrase", with: ["DOORSTEP_NEW_PASSPHRASE": values.passphrases[2]])
        passphrase = values.passphrases[2]
        // So long ago that nobody has to wait for it.
        let earlier = ["LD_PRELOAD": try Preload.clock.path(), "CLOCK_OFFSET": "-7200", "DOORSTEP_PASSPHRASE": values.wrong]
        #expect(try run("export", "people", with: earlier).ending == .exited(3))

        try done("backup", "\(stick)/backup")
        for (kind, name) in [("people", "people.csv"), ("people", "people.jsonl"), ("placements", "log.csv")] {
            try done("export", kind, "--output", "\(out)/\(name)", "--format", name.hasSuffix("jsonl") ? "jsonl" : "csv")
        }
        // Tells of each match by which groups it gained.
        try inFull("matches.csv", "match", "all")
        try done("search", "people", "#退役军人", "--output", "\(out)/found.csv")
        try done("subject", "erase", "P0", "--yes")
        try done("restore", "\(stick)/backup", "--yes")
        try cutOff()
    }

    private func inFull(_ name: String, _ words: String...) throws {
        let shared = ["--output", "\(full)/\(name)", "--store", path, "--caseworker", "李四", "--lang", "en"]
        let result = try Child.run(Child.program, words + shared, environment, in: desk)
        try #require(result.ending == .exited(0), "\(result.errors)")
    }

    /// Edits, referrals, reveals and saved searches.
    private func follow() throws {
        var plan = values.edited.enumerated().map { "note\tP\($0)\t\($1)" }
        plan += values.stepNotes.enumerated().map { "refer\tJ1\tP\($0 + 1)\t\($1)" }
        plan += values.reasons.enumerated().map { "reveal\tP\($0)\t\($1)" }
        plan += values.searches.map { "search\t\($0.name)\t\($0.query)" }
        try put("plan", plan)
        let result = try Child.run(Child.worker, ["follow", path, "\(desk)/plan"], environment)
        try #require(result.lines.count == plan.count, "\(result.errors)")
    }

    /// A backup, a restoring and a change that are killed half-way.
    private func cutOff() throws {
        for call in [4, 9] {
            #expect(try run("backup", "\(stick)/half", with: fault(in: stick, at: call)).ending == .killed(by: SIGKILL))
        }
        #expect(try run("restore", "\(stick)/backup", "--yes", with: fault(in: folders[0], at: 9)).ending == .killed(by: SIGKILL))
        // P0 was erased, and takes no note any more.
        let noted = values.unsaved.enumerated().map { "P\(1 + $0 % (values.people.count - 1))\t\($1)" }
        // The last of a person's notes is the one that is saved.
        try put("unsaved", ["note\t" + noted.joined(separator: "\t")])
        let killed = try Child.run(
            Child.worker, ["follow", path, "\(desk)/unsaved"], environment.merging(try fault(in: folders[0], at: 20, only: path)) { $1 })
        #expect(killed.ending == .killed(by: SIGKILL))
    }
}

/// Where texts stand in the files of folders.
private struct Search: CustomStringConvertible {
    let files: Int
    private let bytes: Int
    /// Text and writing of each find.
    let finds: Set<String>
    /// In which files something was found.
    let places: Set<String>

    var texts: Set<String> { Set(finds.compactMap { $0.split(separator: "\t").first.map(String.init) }) }
    var description: String { "\(files) files, \(bytes) bytes, \(FileSeeker.Writing.allCases.count) writings" }

    init(_ texts: [String], in folders: [String]) throws {
        let elsewhere = try Folder()
        try Data(texts.map { $0 + "\n" }.joined().utf8).write(to: URL(filePath: elsewhere.file("texts")))
        let result = try Child.run(Child.worker, ["seek", elsewhere.file("texts")] + folders)
        try #require(result.ending == .exited(0), "\(result.errors)")
        let head = try #require(result.lines.first).split(separator: "\t").compactMap { Int($0) }
        try #require(head.count == 2)
        (files, bytes) = (head[0], head[1])
        places = Set(result.lines.dropFirst().compactMap { $0.split(separator: "\t").last?.split(separator: "/").last.map(String.init) })
        finds = Set(result.lines.dropFirst().map { $0.split(separator: "\t").prefix(2).joined(separator: "\t") })
    }
}
