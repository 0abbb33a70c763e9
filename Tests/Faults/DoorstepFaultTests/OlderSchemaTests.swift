import Foundation
import GRDB
import Testing

@testable import StoreWorker

extension Faults {
    /// Stores as earlier versions of the program left them.
    @Suite("Older schemas", .serialized)
    struct OlderSchemas {
        private static let folder = Child.repository + "/Tests/Faults/Schemas"

        private static func versions() throws -> [Int] {
            try FileManager.default.contentsOfDirectory(atPath: folder).compactMap { name in
                name.hasPrefix("v") && name.hasSuffix(".sql") ? Int(name.dropFirst().dropLast(4)) : nil
            }.sorted()
        }

        @Test("There is a store of every version that was ever made before this one")
        func kept() throws {
            let folder = try Folder()
            _ = try WorkDesk(folder.file())
            let queue = try DatabaseQueue(path: folder.file())
            let migrations = try queue.read { try String.fetchAll($0, sql: "SELECT identifier FROM grdb_migrations ORDER BY rowid") }
            #expect(try migrations.dropLast() == Self.versions().filter { try $0 < present() }.map { "v\($0)" })
        }

        @Test("Each is brought up to date with all that it holds, and killed at any moment meanwhile it is whole and of one version")
        func upgrades() throws {
            let present = try present()
            for version in try Self.versions() where version <= present {
                // Given a store of an older version.
                let folder = try Folder()
                let old = folder.file("old.doorstep")
                let sequence = try make(version, at: old)
                let trial = try folder.folder("trial")
                let path = trial + "/station.doorstep"
                func attempt(_ environment: [String: String]) throws -> Child.Result {
                    try? FileManager.default.removeItem(atPath: trial)
                    try FileManager.default.createDirectory(atPath: trial, withIntermediateDirectories: true)
                    try FileManager.default.copyItem(atPath: old, toPath: path)
                    let shared = ["LD_PRELOAD": try Preload.disk.path(), "DISK_FOLDER": trial]
                    return try Child.run(Child.worker, ["open", path], shared.merging(environment) { $1 })
                }

                // When it is opened, it is new, and holds what it held.
                let log = folder.file("log")
                let whole = try attempt(["DISK_LOG": log])
                #expect(whole.ending == .exited(0), "\(whole.errors)")
                #expect(try mark(path) == present)
                #expect(problem(path, sequence) == nil)

                // When that is cut off, or the disk fails.
                let calls = FileManager.default.fileExists(atPath: log) ? try DiskLog(log).count : 0
                let faults = [
                    ["DISK_DO": "kill"], ["DISK_DO": "half"], ["DISK_DO": "fail", "DISK_ERRNO": "\(EIO)"],
                    ["DISK_DO": "fail", "DISK_ERRNO": "\(ENOSPC)", "DISK_EVER": "1"],
                ]
                var runs = 0
                for call in 0..<calls {
                    // In the small size one fault of them at each call.
                    for (index, fault) in faults.enumerated() where Faults.isLong || index == call % faults.count {
                        runs += 1
                        let result = try attempt(fault.merging(["DISK_AT": "\(call + 1)"]) { $1 })
                        let moment = "version \(version), call \(call + 1) of \(calls), \(fault)"
                        #expect(result.errorLines.count <= 1, "\(moment): \(result.errors)")
                        // Then it is of one version, old, new or between, and the next opening makes it new.
                        #expect(try (version...present).contains(mark(path)), "\(moment)")
                        #expect(problem(path, sequence) == nil, "\(moment)")
                        #expect(try mark(path) == present, "\(moment)")
                    }
                }
                Faults.report("schema \(version) to \(present): \(runs) runs cut off or failed")
            }
        }

        /// What is not as the script had left it, if anything; becoming new may
        /// have added entries of its own.
        private func problem(_ path: String, _ sequence: Int) -> String? {
            do {
                let desk = try WorkDesk(path)
                if let finding = try desk.store.verify().findings.first { return finding.english }
                return try StationState(of: desk).difference(from: StationState(after: sequence))
            } catch {
                return "\(error)"
            }
        }

        /// The schema that this program makes.
        private func present() throws -> Int {
            let folder = try Folder()
            _ = try WorkDesk(folder.file())
            return try mark(folder.file())
        }

        private func mark(_ path: String) throws -> Int {
            let queue = try DatabaseQueue(path: path)
            defer { try? queue.close() }
            return try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
        }

        /// - Returns: the sequence of its latest entry.
        private func make(_ version: Int, at path: String) throws -> Int {
            let text = try String(contentsOfFile: "\(Self.folder)/v\(version).sql", encoding: .utf8)
            var configuration = Configuration()
            configuration.foreignKeysEnabled = false
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            defer { try? queue.close() }
            return try queue.inDatabase { db in
                try db.execute(sql: text)
                return try Int.fetchOne(db, sql: "SELECT max(sequence) FROM journal") ?? 0
            }
        }
    }
}
