import DoorstepStore
import Foundation
import Testing

@testable import StoreWorker

extension Faults {
    @Suite("A medium that takes no more", .serialized)
    struct Medium {
        @Test(
            "On a full disk a change is refused in one line, everything acknowledged is there and readable, and once there is room it goes on",
            .enabled(if: SmallDisk.canBeMade, "a small file system can be mounted by root alone"))
        func fullDisk() throws {
            // Given a disk of 400 KiB, on which a worker has written until it was full.
            let disk = try SmallDisk(kibibytes: 400)
            defer { disk.remove() }
            let path = disk.path + "/station.doorstep"
            let worker = try Child.run(Child.worker, ["write", path, "100000"])
            #expect(worker.ending == .exited(3))
            #expect(worker.errorLines.count == 1 && worker.errors.contains("The disk is full, and nothing was saved"), "\(worker.errors)")
            let acknowledged = try #require(worker.lines.last.flatMap(Int.init))
            #expect(acknowledged > 20)
            #expect(StoreCheck(path, acknowledged: acknowledged).problem == nil)

            // When the program is used there.
            let filler = disk.path + "/filler"
            try disk.fill(filler)
            try Operation.putSheets(in: disk.elsewhere)
            let options = ["--store", path, "--on", "2026-11-21", "--lang", "en"]
            func run(_ words: String...) throws -> Child.Result { try Child.run(Child.program, words + options, in: disk.elsewhere) }
            let refused = try run("import", "people", "people.csv")
            // Then
            #expect(refused.ending == .exited(3))
            #expect(refused.errorLines.count == 1 && refused.errors.contains("disk is full"), "\(refused.errors)")
            #expect(try run("verify").ending == .exited(0))
            #expect(try run("search", "people", "张").lines.count > 1)
            #expect(StoreCheck(path, acknowledged: acknowledged).problem == nil)
            unlink(filler)
            disk.grow(kibibytes: 4000)
            #expect(try run("import", "people", "people.csv").ending == .exited(0))
        }

        @Test("Where a file may not grow, the program is not killed: one line, nothing saved, nothing damaged")
        func fileLimit() throws {
            let folder = try Folder()
            try Operation.putSheets(in: folder.path)
            for operation in Operation.first(4) { _ = try operation.run(in: folder.path) }
            let before = try StationContent(folder.path)
            let lines = (1...2000).map { "Q\($0),李四,拉布大林街道,焊工\r\n" }
            try Data(("编号,姓名,常住地,技能\r\n" + lines.joined()).utf8).write(to: URL(filePath: folder.file("many.csv")))
            // In blocks of 512 bytes: a little above what the store has.
            let size = try #require(FileManager.default.contents(atPath: folder.file())).count
            let command = "ulimit -f \(size / 512 + 64); exec '\(Child.program)' import people many.csv --store '\(folder.file())' --lang en"
            let result = try Child.run("/bin/sh", ["-c", command], in: folder.path)
            #expect(result.ending == .exited(3), "\(result.errors)")
            #expect(result.errorLines.count == 1 && result.errors.contains("nothing was saved"), "\(result.errors)")
            #expect(try StationContent(folder.path) == before)
        }

        @Test(
            "What may only be read is read; a change is refused in one line, and nothing of it is there",
            .enabled(if: Unprivileged.canBeHad, "root may write everything, and setpriv cannot give its rights away here"),
            arguments: Guarded.allCases)
        func readOnly(guarded: Guarded) throws {
            // Given a station whose file or folder may not be written.
            let folder = try Folder()
            try Operation.putSheets(in: folder.path)
            for operation in Operation.first(8) { _ = try operation.run(in: folder.path) }
            let before = try StationContent(folder.path)
            chmod(folder.file(), guarded.fileMode)
            chmod(folder.path, guarded.folderMode)
            defer { chmod(folder.path, 0o755) }
            // When somebody without further rights uses it.
            func run(_ words: String...) throws -> Child.Result {
                let line = Unprivileged.words + [Child.program] + words + ["--store", folder.file(), "--on", "2026-11-21", "--lang", "en"]
                return try Child.run("/usr/bin/env", line)
            }
            let refused = try run("place", "interview", Script.placement(0).text)
            let read = try [run("verify"), run("search", "people", "张"), run("match", "all")]
            chmod(folder.path, 0o755)
            chmod(folder.file(), 0o600)
            // Then
            #expect(refused.ending == .exited(3))
            #expect(refused.errorLines.count == 1 && refused.errors.contains(guarded.says), "\(refused.errors)")
            for result in read { #expect(result.ending == (guarded == .unreadable ? .exited(3) : .exited(0)), "\(result.errors)") }
            #expect(try StationContent(folder.path) == before)
        }

        @Test(
            "A change that was cut off cannot be undone where nothing may be written, which is said; where it may, it is",
            .enabled(if: Unprivileged.canBeHad, "root may write everything, and setpriv cannot give its rights away here"))
        func cutOff() throws {
            let folder = try Folder()
            let fault = ["LD_PRELOAD": try Preload.disk.path(), "DISK_FOLDER": folder.path, "DISK_ONLY": folder.file(), "DISK_AT": "40", "DISK_DO": "half"]
            let worker = try Child.run(Child.worker, ["write", folder.file(), "1000"], fault)
            #expect(worker.ending == .killed(by: SIGKILL))
            for name in ["", "-journal"] { chmod(folder.file() + name, 0o444) }
            chmod(folder.path, 0o555)
            defer { chmod(folder.path, 0o755) }
            let result = try Child.run("/usr/bin/env", Unprivileged.words + [Child.program, "verify", "--store", folder.file(), "--lang", "en"])
            #expect(result.ending == .exited(3))
            #expect(result.errorLines.count == 1 && result.errors.contains("was cut off"), "\(result.errors)")
            chmod(folder.path, 0o755)
            for name in ["", "-journal"] { chmod(folder.file() + name, 0o600) }
            #expect(StoreCheck(folder.file(), acknowledged: worker.lines.last.flatMap(Int.init) ?? 0).problem == nil)
        }

        /// What may not be written.
        enum Guarded: CaseIterable {
            case file, folder, both, unreadable

            var fileMode: mode_t {
                switch self {
                case .file, .both: 0o444
                case .folder: 0o666
                case .unreadable: 0o000
                }
            }
            var folderMode: mode_t { self == .folder || self == .both ? 0o555 : 0o777 }
            var says: String { self == .unreadable ? "may not be read; check the permissions" : "The store can only be read, and nothing was saved" }
        }
    }
}
