import DoorstepCore
import Foundation
import Testing

@testable import DoorstepStore
@testable import StoreWorker

extension Faults {
    @Suite("What befalls a backup", .serialized)
    struct Backups {
        @Test("Made while another program writes, each holds every change acknowledged before it began, and nothing half", .timeLimit(.minutes(30)))
        func underLoad() throws {
            let folder = try Folder()
            let worker = try Child(Child.worker, ["contend", folder.file(), "李四", "1000000"])
            var acknowledged = worker.lines(upTo: 1)
            // Only looks: what it noted of its own would be in the way.
            let onlooker = try WorkDesk(folder.file())
            let count = Faults.size(15, long: 1000)
            for number in 1...count {
                acknowledged += worker.lines(for: .milliseconds(5))
                let receipt = try onlooker.store.backUp(to: folder.file("b"), replacing: number > 1, by: "王五", now: onlooker.now)
                let restored = folder.file("restored")
                unlink(restored)
                _ = try Backup(at: folder.file("b")).open(nil, as: nil).restore(to: restored, by: "王五", now: onlooker.now, catalogue: onlooker.catalogue) { _ in true }
                let desk = try WorkDesk(restored)
                #expect(try desk.store.verify().findings == [])
                let people = Set(try desk.store.load(catalogue: desk.catalogue).register.people.map(\.id.text))
                #expect(people.isSuperset(of: acknowledged.compactMap { $0.split(separator: " ").last.map(String.init) }), "backup \(number)")
                #expect(people.count == receipt.verdict.people)
            }
            worker.signal(SIGKILL)
            worker.end()
            Faults.report("\(count) backups while another program wrote \(acknowledged.count) changes: each whole")
        }

        @Test("Plain copies made while another program writes are whole or found, never silently wrong", .timeLimit(.minutes(30)))
        func plainCopies() throws {
            let folder = try Folder()
            let worker = try Child(Child.worker, ["write", folder.file(), "1000000"])
            _ = worker.lines(upTo: 30)
            var (whole, found) = (0, 0)
            let count = Faults.size(20, long: 1000)
            for number in 1...count {
                _ = worker.lines(for: .microseconds(number % 7 * 311))
                unlink(folder.file("copy"))
                #expect(try Child.run("/bin/cp", [folder.file(), folder.file("copy")]).ending == .exited(0))
                let verdict = try PlainCopy.check(folder.file("copy"), in: folder.path)
                guard verdict.holds else {
                    found += 1
                    continue
                }
                whole += 1
                let desk = try WorkDesk(folder.file("copy"))
                #expect(try StationState(of: desk).difference(from: StationState(after: verdict.entries)) == nil, "copy \(number)")
            }
            worker.signal(SIGKILL)
            worker.end()
            Faults.report("\(count) plain copies under load: \(whole) whole, \(found) found not to be, none silently wrong")
        }

        @Test("Whatever call fails, once or for ever: one line, a whole backup or none, nothing left behind, the store as it was")
        func failures() throws {
            let trials = try BackupTrials(["backup", "b"])
            for call in trials.chosen(Faults.size(16, long: .max)) {
                for (index, failure) in BackupTrials.failures.enumerated() where Faults.isLong || index == call % BackupTrials.failures.count {
                    let result = try trials.run(at: call, failure)
                    let lines = result.errorLines
                    switch result.ending {
                    case .exited(0): #expect(lines.isEmpty && trials.isBackupWhole, "call \(call) \(failure): \(result.errors)")
                    // The journal could not tell of it.
                    case .exited(1): #expect(lines.count == 1 && trials.isBackupWhole, "call \(call) \(failure): \(result.errors)")
                    case .exited(2), .exited(3):
                        #expect(lines.count == 1 && lines[0].hasSuffix(".") && lines[0].contains(";"), "call \(call) \(failure): \(result.errors)")
                        // One that is in its place cannot be taken away from a disk that fails for ever.
                        #expect(try !trials.names.contains("b") || failure["DISK_EVER"] != nil && trials.isBackupWhole, "call \(call) \(failure): \(result.errors)")
                    default: Issue.record("call \(call) \(failure): \(result.ending) \(result.errors)")
                    }
                    // A disk that fails for ever does not remove anything either.
                    if failure["DISK_EVER"] == nil { #expect(try trials.leftovers == [], "call \(call) \(failure)") }
                    try trials.checkStore("call \(call) \(failure)")
                }
            }
            Faults.report("failing calls of a backup: \(trials.calls) calls")
        }

        @Test("Killed at any call, also in the middle of a write: no half file under the name, no clear text anywhere, and the next backup clears up")
        func kills() throws {
            let trials = try BackupTrials(["backup", "b"])
            for call in trials.chosen(Faults.size(16, long: .max)) {
                let result = try trials.run(at: call, ["DISK_DO": call % 2 == 0 ? "half" : "kill"])
                #expect(result.ending == .killed(by: SIGKILL))
                if try trials.names.contains("b") { #expect(trials.isBackupWhole, "call \(call)") }
                #expect(try trials.clearText() == [], "call \(call)")
                try trials.checkStore("call \(call)")
                #expect(try trials.run("backup", "next").ending == .exited(0))
                #expect(try trials.leftovers == [], "call \(call)")
            }
            Faults.report("kills within a backup: \(trials.calls) calls")
        }

        @Test("Stopped by hand at any call, it clears everything away, or had done all of it", arguments: [SIGINT, SIGTERM])
        func stopped(signal: Int32) throws {
            let trials = try BackupTrials(["backup", "b"])
            for call in trials.chosen(Faults.size(10, long: .max)) {
                let result = try trials.run(at: call, ["DISK_DO": "stop"], whenStopped: signal)
                switch result.ending {
                case .exited(0): #expect(trials.isBackupWhole, "call \(call)")
                case .killed(by: signal): #expect(try !trials.names.contains("b"), "call \(call)")
                default: Issue.record("call \(call): \(result.ending) \(result.errors)")
                }
                #expect(try trials.leftovers == [], "call \(call)")
                try trials.checkStore("call \(call)")
            }
        }

        @Test("A restoring that is killed at any call leaves the store that was there or the restored one, whole, and keeps the other")
        func restoringKilled() throws {
            let trials = try BackupTrials(["restore", "whole", "--yes"], before: [["backup", "whole"], ["import", "people", "edited.csv"]])
            for call in trials.chosen(Faults.size(16, long: .max)) {
                let result = try trials.run(at: call, ["DISK_DO": call % 2 == 0 ? "half" : "kill"])
                #expect(result.ending == .killed(by: SIGKILL))
                try trials.checkStore("call \(call)")
                #expect(try trials.clearText() == [], "call \(call)")
                #expect(try trials.run("restore", "whole", "--yes").ending == .exited(0), "call \(call)")
                try trials.checkStore("call \(call), restored")
                #expect(try trials.leftovers == [], "call \(call)")
            }
            Faults.report("kills within a restoring: \(trials.calls) calls")
        }

        @Test("A restoring of which a call fails: one line, and the store that was there or the restored one, whole")
        func restoringFails() throws {
            let trials = try BackupTrials(["restore", "whole", "--yes"], before: [["backup", "whole"], ["import", "people", "edited.csv"]])
            let before = try trials.contentAtStart()
            for call in trials.chosen(Faults.size(16, long: .max)) {
                for (index, failure) in BackupTrials.failures.enumerated() where Faults.isLong || index == call % BackupTrials.failures.count {
                    let result = try trials.run(at: call, failure)
                    try trials.checkStore("call \(call) \(failure)")
                    if result.ending != .exited(0) {
                        let lines = result.errorLines
                        #expect(lines.count == 1 && lines[0].hasSuffix(".") && lines[0].contains(";"), "call \(call) \(failure): \(result.errors)")
                        if !result.errors.contains("was written, but") { #expect(try trials.content() == before, "call \(call) \(failure): \(result.errors)") }
                    }
                }
            }
            Faults.report("failing calls of a restoring: \(trials.calls) calls")
        }

        @Test("A full disk takes no backup, and nothing is left on it", .enabled(if: SmallDisk.canBeMade, "a small file system can be mounted by root alone"))
        func fullDisk() throws {
            let disk = try SmallDisk(kibibytes: 40)
            defer { disk.remove() }
            try Operation.putSheets(in: disk.elsewhere)
            for operation in Operation.first(6) { _ = try operation.run(in: disk.elsewhere) }
            let words = ["backup", disk.path + "/b", "--store", disk.elsewhere + "/station.doorstep", "--lang", "en"]
            let result = try Child.run(Child.program, words)
            #expect(result.ending == .exited(2))
            #expect(result.errorLines.count == 1 && result.errors.contains("the disk is full"), "\(result.errors)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: disk.path) == [])
            disk.grow(kibibytes: 4000)
            #expect(try Child.run(Child.program, words).ending == .exited(0))
        }

        @Test("From a store on a full disk a backup is made to another one", .enabled(if: SmallDisk.canBeMade, "a small file system can be mounted by root alone"))
        func fromFullDisk() throws {
            let disk = try SmallDisk(kibibytes: 400)
            defer { disk.remove() }
            _ = try Child.run(Child.worker, ["write", disk.path + "/station.doorstep", "100000"])
            try disk.fill(disk.path + "/filler")
            let result = try Child.run(Child.program, ["backup", disk.elsewhere + "/b", "--store", disk.path + "/station.doorstep", "--lang", "en"])
            #expect(result.ending == .exited(1), "\(result.errors)")
            #expect(result.errorLines.count == 1 && result.errors.contains("the journal could not tell of it"), "\(result.errors)")
            #expect(try Child.run(Child.program, ["verify", disk.elsewhere + "/b"]).ending == .exited(0))
        }

        @Test(
            "A folder that may not be written takes no backup, in one line",
            .enabled(if: Unprivileged.canBeHad, "root may write everything, and setpriv cannot give its rights away here"))
        func unwritable() throws {
            let folder = try Folder()
            chmod(folder.path, 0o777)
            let place = try folder.folder("closed")
            chmod(place, 0o555)
            func run(_ words: String...) throws -> Child.Result {
                try Child.run("/usr/bin/env", Unprivileged.words + [Child.program] + words + ["--store", folder.file(), "--lang", "en"])
            }
            #expect(try run("init", "--station", WorkDesk.place, "--name", "x", "--no-passphrase").ending == .exited(0))
            let result = try run("backup", place + "/b")
            #expect(result.ending == .exited(2))
            #expect(result.errorLines.count == 1 && result.errors.contains("not permitted"), "\(result.errors)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: place) == [])
            #expect(try run("backup", folder.file("b")).ending == .exited(0))
        }
    }
}

/// A command of backups, tried over and over on a disk that fails, each time
/// from the same state.
private final class BackupTrials {
    private let folder: Folder
    private let start: String
    private let trial: String
    private let words: [String]
    /// How many calls of the command change a file.
    let calls: Int

    static let failures: [[String: String]] = [
        ["DISK_DO": "fail", "DISK_ERRNO": "\(EIO)"], ["DISK_DO": "fail", "DISK_ERRNO": "\(ENOSPC)", "DISK_EVER": "1"],
        ["DISK_DO": "fail", "DISK_ERRNO": "\(EIO)", "DISK_EVER": "1"], ["DISK_DO": "fail", "DISK_ERRNO": "\(ENOSPC)"],
    ]

    /// - Parameter before: what was done at the station before, beside its
    ///   first days.
    init(_ words: [String], before: [[String]] = []) throws {
        folder = try Folder()
        start = try folder.folder("start")
        trial = folder.file("trial")
        self.words = words
        try Operation.putSheets(in: start)
        for operation in Operation.first(9) { _ = try operation.run(in: start) }
        for words in before { try #require(Operation(name: "", words: words).run(in: start).ending == .exited(0)) }
        try FileManager.default.copyItem(atPath: start, toPath: trial)
        let log = folder.file("log")
        let result = try Operation(name: "", words: words).run(in: trial, ["LD_PRELOAD": Preload.disk.path(), "DISK_FOLDER": trial, "DISK_LOG": log])
        try #require(result.ending == .exited(0), "\(result.errors)")
        calls = try DiskLog(log).count
        try #require(calls > 10)
    }

    /// Some of the calls, spread over all of them.
    func chosen(_ count: Int) -> [Int] {
        count >= calls ? Array(1...calls) : (0..<count).map { 1 + $0 * (calls - 1) / max(1, count - 1) }
    }

    /// Does it from the start, with something happening at a call.
    func run(at call: Int, _ fault: [String: String], whenStopped signal: Int32? = nil) throws -> Child.Result {
        try? FileManager.default.removeItem(atPath: trial)
        try FileManager.default.copyItem(atPath: start, toPath: trial)
        let environment = ["LD_PRELOAD": try Preload.disk.path(), "DISK_FOLDER": trial, "DISK_AT": "\(call)"].merging(fault) { $1 }
        guard let signal else { return try Operation(name: "", words: words).run(in: trial, environment) }
        let child = try Child(Child.program, words + ["--store", "\(trial)/station.doorstep", "--lang", "en"], environment, in: trial)
        guard child.stop() == .stopped else { throw Child.NotStarted(path: "not stopped", code: 0) }
        child.signal(signal)
        child.signal(SIGCONT)
        let lines = child.lines()
        let ending = child.end()
        return Child.Result(lines: lines, errors: child.errors, ending: ending)
    }

    /// Does something where the latest trial was, with nothing in its way.
    func run(_ words: String...) throws -> Child.Result { try Operation(name: "", words: words).run(in: trial) }

    var names: Set<String> {
        get throws { Set(try FileManager.default.contentsOfDirectory(atPath: trial)) }
    }

    /// What should only have been there meanwhile.
    var leftovers: [String] {
        get throws { try names.filter { $0.hasPrefix(".") || $0.hasSuffix(".new") || $0.hasSuffix("-journal") }.sorted() }
    }

    var isBackupWhole: Bool { (try? Backup(at: trial + "/b").open(nil, as: nil).check(in: folder.path).holds) == true }

    func content() throws -> StationContent { try StationContent(trial) }

    /// What every trial begins with.
    func contentAtStart() throws -> StationContent { try StationContent(start) }

    func checkStore(_ moment: String) throws {
        do { _ = try StationContent(trial) } catch { Issue.record("\(moment): \(error)") }
    }

    /// Files in which a name of the station's people stands as it is: but
    /// for the sheets that they came from.
    func clearText() throws -> [String] {
        let name = Data("张三".utf8)
        guard let files = FileManager.default.enumerator(atPath: trial) else { return ["?"] }
        return files.compactMap { $0 as? String }.filter { path in
            !path.hasSuffix(".csv") && FileManager.default.contents(atPath: "\(trial)/\(path)")?.range(of: name) != nil
        }
    }
}
