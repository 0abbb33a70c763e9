import DoorstepCore
import DoorstepStore
import Foundation
import GRDB

@testable import StoreWorker

/// Something a caseworker does with the program, and what has been done
/// before it.
struct Operation: Sendable {
    let name: String
    let words: [String]
    /// The sheet that it writes, if any.
    var sheet: String?
    /// Lines on standard error beside the one of an error.
    var notes = 0
    /// How it ends where nothing fails: a row that is refused is not nothing.
    var success: Child.Ending = .exited(0)
    /// What the store is opened with, and what is set.
    var passphrases: (present: String?, new: String?) = (nil, nil)
    /// What the console alone can do is done by the worker.
    var isPlanned = false
    /// Whether the journal tells of it even where the sheet could not be
    /// written: never more leaves the house than was recorded.
    var isExport: Bool { words.contains("export") || words.first == "backup" }
    /// A passphrase takes its time.
    var isSlow: Bool { passphrases.present != nil || passphrases.new != nil }

    /// The first days of a station: so many of all operations from the first,
    /// but for those that take others back.
    static func first(_ count: Int) -> ArraySlice<Operation> {
        all.filter { !$0.name.hasPrefix("take ") }.prefix(count)
    }

    /// A station's first days: each follows from those before it.
    static let all: [Operation] = [
        Operation(name: "found the station", words: ["init", "--station", WorkDesk.place, "--name", "拉布大林街道", "--no-passphrase"]),
        Operation(name: "import employers", words: ["import", "employers", "employers.csv"]),
        Operation(name: "import people", words: ["import", "people", "people.csv"]),
        Operation(name: "import jobs", words: ["import", "jobs", "jobs.csv"]),
        Operation(name: "import distances", words: ["import", "distances", "distances.csv"]),
        Operation(name: "import people again, edited", words: ["import", "people", "edited.csv"]),
        Operation(
            name: "import people of whom one is refused", words: ["import", "people", "wrong.csv", "--rejects", "rejects.csv"], sheet: "rejects.csv", notes: 2,
            success: .exited(1)),
        Operation(name: "take an import back", words: ["follow", "takeback.txt"], isPlanned: true),
        Operation(name: "take back one that changed people", words: ["follow", "takeback-edited.txt"], isPlanned: true),
        Operation(name: "refer", words: ["place", "refer", "J1", "P1"]),
        Operation(name: "interview", words: ["place", "interview", placement(1)]),
        Operation(name: "hire", words: ["place", "hire", placement(1), "--note", "好"]),
        Operation(name: "start", words: ["place", "start", placement(1)]),
        Operation(name: "refer another", words: ["place", "refer", "J2", "P2"]),
        Operation(name: "decline", words: ["place", "decline", placement(2), "--by", "person"]),
        Operation(name: "leave", words: ["place", "leave", placement(1)]),
        Operation(name: "take a step back", words: ["place", "correct", placement(1)], notes: 1),
        Operation(name: "plan", words: ["plan", "--output", "plan.csv"], sheet: "plan.csv", notes: 2),
        Operation(name: "accept a plan", words: ["plan", "--accept", "accepted.csv"], notes: 1),
        Operation(name: "export people", words: ["export", "people", "--output", "out.csv"], sheet: "out.csv"),
        Operation(name: "export people in full", words: ["export", "people", "--unmasked", "--yes", "--output", "full.csv"], sheet: "full.csv"),
        Operation(name: "export the ledger", words: ["export", "placements", "--output", "log.csv"], sheet: "log.csv"),
        Operation(name: "match all", words: ["match", "all", "--output", "matches.csv"], sheet: "matches.csv"),
        Operation(name: "search", words: ["search", "people", "张", "--output", "found.csv"], sheet: "found.csv"),
        Operation(name: "verify", words: ["verify"]),
        Operation(name: "set", words: ["settings", "decline-days=45"], notes: 1),
        Operation(name: "set again", words: ["settings", "decline-days=60"], notes: 1),
        Operation(name: "save a search", words: ["searches", "save", "people", "焊工", "+焊工"], notes: 1),
        Operation(name: "replace a search", words: ["searches", "save", "people", "焊工", "+电焊工", "--replace"], notes: 1),
        Operation(name: "remove a search", words: ["searches", "remove", "people", "焊工"], notes: 1),
        Operation(name: "reveal", words: ["follow", "reveal.txt"], isPlanned: true),
        Operation(name: "copy of one's data", words: ["subject", "export", "P1", "--output", "own.csv"], sheet: "own.csv"),
        Operation(name: "erase", words: ["subject", "erase", "P2", "--yes"], notes: 1),
        Operation(name: "back up", words: ["backup", "backup"], sheet: "backup"),
        Operation(name: "set the first passphrase", words: ["caseworker", "add", "李四"], notes: 1, passphrases: (nil, "甲甲甲甲 一一一")),
        Operation(name: "add a caseworker", words: ["caseworker", "add", "王五"], passphrases: ("甲甲甲甲 一一一", "丙丙丙丙 三三三")),
        Operation(name: "change a passphrase", words: ["caseworker", "passphrase"], passphrases: ("甲甲甲甲 一一一", "乙乙乙乙 二二二")),
        Operation(name: "remove a caseworker", words: ["caseworker", "remove", "王五"], passphrases: ("乙乙乙乙 二二二", nil)),
        Operation(name: "new recovery code", words: ["caseworker", "recovery"], notes: 1, passphrases: ("乙乙乙乙 二二二", nil)),
    ]

    private static func placement(_ number: Int) -> String { Script.placement(number - 1).text }

    /// Does it at the station in a folder.
    func run(in folder: String, _ environment: [String: String] = [:], with options: [String] = []) throws -> Child.Result {
        let store = "\(folder)/station.doorstep"
        if isPlanned { return try Child.run(Child.worker, [words[0], store] + words.dropFirst(), environment, in: folder) }
        let shared = ["--store", store, "--on", "2026-11-21", "--caseworker", "李四", "--lang", "en"]
        var variables = environment
        variables["DOORSTEP_PASSPHRASE"] = passphrases.present
        variables["DOORSTEP_NEW_PASSPHRASE"] = passphrases.new
        return try Child.run(Child.program, words + shared + options, variables, in: folder)
    }

    /// Leaves in the folder the sheets that operations read.
    static func putSheets(in folder: String) throws {
        let people = (1...6).map { "P\($0),张三\($0),拉布大林街道,焊工" }
        let sheets = [
            "employers": ["单位,所在地", "甲厂,拉布大林街道", "乙店,拉布大林街道"],
            "people": ["编号,姓名,常住地,技能"] + people,
            "jobs": ["编号,单位,岗位,工作地点,人数", "J1,甲厂,电焊工,拉布大林街道,3", "J2,乙店,店员,拉布大林街道,2"],
            "distances": ["起,止,公里", "拉布大林街道,上库力街道,24"],
            "edited": ["编号,姓名,常住地,备注", "P1,张三1,拉布大林街道,改过", "P3,张三3,拉布大林街道,改过"],
            "accepted": ["job_id,person_id,points", "J1,P4,9000", "J2,P5,8000", "J1,P6,7000"],
            "wrong": ["编号,姓名,常住地", "P8,李四,拉布大林街道", "P9,王五,"],
        ]
        for (name, lines) in sheets {
            try Data(lines.map { $0 + "\r\n" }.joined().utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name).csv"))
        }
        // By the entries that the operations before them make.
        try Data("takeback\t7\n".utf8).write(to: URL(fileURLWithPath: "\(folder)/takeback.txt"))
        try Data("takeback\t6\tP1\tP3\n".utf8).write(to: URL(fileURLWithPath: "\(folder)/takeback-edited.txt"))
        try Data("reveal\tP3\t核对身份\n".utf8).write(to: URL(fileURLWithPath: "\(folder)/reveal.txt"))
    }
}

/// What a station's folder holds, as far as it can be told by opening the
/// store: what was saved, and what was not.
struct StationContent: Equatable {
    /// 0 where there is no store.
    var sequence = 0
    var records: [String] = []

    init() {}

    /// - Throws: where the store does not open, or does not hold.
    init(_ folder: String) throws {
        let path = "\(folder)/station.doorstep"
        guard FileManager.default.fileExists(atPath: path) else { return }
        let desk = try WorkDesk(path)
        if let finding = try desk.store.verify().findings.first { throw Damaged(finding: finding.english) }
        if desk.store.isLocked {
            try readLocked(path, desk.store)
            return
        }
        let loaded = try desk.store.load(catalogue: desk.catalogue)
        let (register, sequence) = (loaded.register, loaded.sequence)
        self.sequence = sequence
        records = register.people.map { "\($0)" } + register.jobs.map { "\($0)" } + register.employers.map { "\($0)" }
        // But for the moment and the links, which no two runs have in common.
        for placement in register.placements {
            records.append("\(placement.id) \(placement.job) \(placement.person) \(placement.steps.map { "\($0.stage) \($0.date) \($0.note)" })")
        }
        records += try desk.store.settings().map { "\($0.key) \($0.value)" }.sorted() + loaded.searches.map { "\($0)" }
        records += try desk.store.reveals().map { "\($0.person) \($0.shown) \($0.note ?? "")" }
    }

    /// Of a store under passphrases, what can be told without one.
    private mutating func readLocked(_ path: String, _ store: StationStore) throws {
        sequence = try store.sequence()
        let queue = try DatabaseQueue(path: path)
        records = try queue.read { db in
            try ["keySlot": "kind || name", "person": "hex(commitment)", "job": "hex(commitment)", "step": "hex(link)", "setting": "name || value", "savedSearch": "hex(commitment)"]
                .sorted { $0.key < $1.key }.flatMap { try String.fetchAll(db, sql: "SELECT \($0.value) FROM \($0.key) ORDER BY 1") }
        }
        try queue.close()
    }

    struct Damaged: Error { let finding: String }
}
