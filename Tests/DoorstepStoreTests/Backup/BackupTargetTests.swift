import DoorstepCore
import Foundation
import Testing

@testable import DoorstepStore

@Suite("Where a backup may be put")
struct BackupTargetTests {
    let folder: Folder
    let desk: Desk

    init() throws {
        folder = try Folder()
        desk = try Desk.inFile(folder.file())
        try desk.fill()
    }

    @Test("A file that is there stays as it is, unless it is said to be replaced")
    func existing() throws {
        let path = try folder.put([1, 2, 3], "b")
        #expect(throws: BackupError.exists(path: path)) { try desk.backUp(to: path) }
        #expect(try folder.bytes("b") == [1, 2, 3])
        try desk.backUp(to: path, replacing: true)
        #expect(try Backup(at: path).open(nil, as: nil).check(in: folder.path).holds)
    }

    @Test("A store is never replaced: not its own, by whatever name, and no other")
    func stores() throws {
        let before = try folder.bytes("station.doorstep")
        let other = folder.file("other")
        _ = try Desk.inFile(other)
        try FileManager.default.createDirectory(atPath: folder.file("sub"), withIntermediateDirectories: false)
        for path in [folder.file(), folder.file("sub/../station.doorstep"), folder.file() + ".lock", folder.file() + "-journal", folder.file("sub/../station.doorstep-journal"), other] {
            #expect(throws: BackupError.isStore(path: path)) { try desk.backUp(to: path, replacing: true) }
        }
        #expect(try folder.bytes("station.doorstep") == before)
    }

    @Test("A link is not written onto, wherever it leads")
    func links() throws {
        let victim = try folder.put([7], "victim")
        for (name, target) in [("link", victim), ("loose", folder.file("nowhere"))] {
            symlink(target, folder.file(name))
            #expect(throws: BackupError.linked(path: folder.file(name))) { try desk.backUp(to: folder.file(name), replacing: true) }
        }
        #expect(try folder.bytes("victim") == [7])
    }

    @Test("A folder, a pipe and a folder that is not there are refused by name")
    func noFile() throws {
        mkfifo(folder.file("pipe"), 0o600)
        #expect(throws: BackupError.notAFile(path: folder.file("pipe"))) { try desk.backUp(to: folder.file("pipe"), replacing: true) }
        #expect(throws: BackupError.notAFile(path: folder.path)) { try desk.backUp(to: folder.path, replacing: true) }
        #expect(throws: BackupError.unwritable(path: folder.file("no/b"), .missing)) { try desk.backUp(to: folder.file("no/b")) }
        #expect(throws: BackupError.notAFile(path: folder.file("pipe"))) { try Backup(at: folder.file("pipe")) }
    }
}
