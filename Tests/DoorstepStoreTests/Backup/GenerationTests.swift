import DoorstepCore
import Foundation
import Testing

@testable import DoorstepStore

@Suite("Backups by themselves")
struct GenerationTests {
    let folder: Folder
    let desk: Desk
    let place: String

    init() throws {
        folder = try Folder()
        desk = try Desk.inFile(folder.file())
        try desk.fill()
        place = folder.file("backups")
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: false)
    }

    private func ask(every interval: String?, in folder: String? = nil) throws {
        try desk.save(.setting(name: "backup-to", value: folder ?? place))
        if let interval { try desk.save(.setting(name: "backup-every", value: interval)) }
    }

    private func backUp(at now: String) throws(BackupError) -> BackupReceipt? { try desk.store.backUpIfDue(by: "李四", now: now) }

    private var names: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: place).sorted() }
    }

    @Test("Nothing is done where nobody asked for it, or asked for none")
    func unasked() throws {
        #expect(try backUp(at: "2026-11-21T03:00:00Z") == nil)
        try ask(every: "1h", in: "off")
        #expect(try backUp(at: "2026-11-21T03:00:00Z") == nil)
        #expect(try names == [])
    }

    @Test("One is made when the latest is older than asked, and not before")
    func due() throws {
        try ask(every: "12h")
        let first = try #require(try backUp(at: "2026-11-21T03:00:00Z"))
        #expect(try Backup(at: first.path).open(nil, as: nil).check(in: folder.path).holds)
        #expect(try backUp(at: "2026-11-21T14:59:59Z") == nil)
        #expect(try backUp(at: "2026-11-21T15:00:00Z") != nil)
        #expect(try names.map { $0.suffix(32) } == ["20261121T030000Z.doorstep-backup", "20261121T150000Z.doorstep-backup"])
    }

    @Test("Where nobody says how often, it is once a day")
    func usual() throws {
        try ask(every: nil)
        #expect(try backUp(at: "2026-11-21T03:00:00Z") != nil)
        #expect(try backUp(at: "2026-11-22T02:59:00Z") == nil)
        #expect(try backUp(at: "2026-11-22T03:00:00Z") != nil)
    }

    @Test("Three are kept, and nothing is taken away that is not this store's backup")
    func generations() throws {
        let foreign = ["notes.txt", "150784001-00000000-20200101T000000Z.doorstep-backup"]
        for name in foreign { try Data([1]).write(to: URL(filePath: "\(place)/\(name)")) }
        try ask(every: "1d")
        // One with a name of ours that somebody put there.
        let first = try #require(try backUp(at: "2026-11-20T03:00:00Z"))
        let fake = first.path.replacing("20261120", with: "20191120")
        try Data([1]).write(to: URL(filePath: fake))
        for day in 21...25 { #expect(try backUp(at: "2026-11-\(day)T03:00:00Z") != nil) }
        let own = try names.filter { !foreign.contains($0) && !fake.hasSuffix($0) }
        #expect(own.map { $0.suffix(32).prefix(8) } == ["20261123", "20261124", "20261125"])
        for name in foreign { #expect(try names.contains(name)) }
        #expect(FileManager.default.fileExists(atPath: fake))
    }

    @Test("A clock that was years ahead once neither puts backups off nor has the new ones taken away")
    func clock() throws {
        try ask(every: "1d")
        #expect(try backUp(at: "2031-01-01T03:00:00Z") != nil)
        for day in 21...25 { #expect(try backUp(at: "2026-11-\(day)T03:00:00Z") != nil) }
        #expect(try names.map { $0.suffix(32).prefix(8) } == ["20261123", "20261124", "20261125"])
    }

    @Test("Nothing is done while the store is locked")
    func locked() throws {
        let (desk, _) = try Desk.keptUnderPassphrases(folder.file("closed"))
        try desk.save(.setting(name: "backup-to", value: place))
        desk.store.lock()
        #expect(try desk.store.backUpIfDue(by: "李四", now: desk.now) == nil)
        try desk.store.unlock(Desk.passphrase, as: nil, now: desk.now)
        #expect(try desk.store.backUpIfDue(by: "李四", now: desk.now) != nil)
    }

    @Test("A folder that is not there is said, and older backups stay where the new one fails")
    func failures() throws {
        try ask(every: "1h", in: folder.file("away"))
        #expect(throws: BackupError.unwritable(path: folder.file("away"), .missing)) { try backUp(at: "2026-11-21T03:00:00Z") }
        try ask(every: "1h")
        for hour in 10...12 { #expect(try backUp(at: "2026-11-21T\(hour):00:00Z") != nil) }
        let before = try names
        try tamper(folder.file()) { try $0.execute(sql: "UPDATE person SET facts = x'01' WHERE id = 'P1'") }
        #expect(throws: BackupError.self) { try backUp(at: "2026-11-21T13:00:00Z") }
        #expect(try names == before)
    }
}
