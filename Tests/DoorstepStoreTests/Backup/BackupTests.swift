import DoorstepCore
import Foundation
import Synchronization
import Testing

@testable import DoorstepStore

@Suite("Backups")
struct BackupTests {
    let folder: Folder

    init() throws {
        folder = try Folder()
    }

    @Test("What is restored is what was backed up, to the record and the link")
    func roundTrip() throws {
        let desk = try Desk.inFile(folder.file())
        try desk.makeHistory()
        let (records, verdict) = (try desk.records, try desk.verdict)
        let receipt = try desk.backUp(to: folder.file("b"))
        #expect(receipt.verdict == verdict)
        #expect(receipt.unjournalled == nil)

        let (restored, report) = try Desk.restoring(folder.file("b"), to: folder.file("again"))
        #expect(report.verdict == verdict)
        #expect(report.kept == nil)
        #expect(try restored.records == records)
        let after = try restored.verdict
        #expect(after.findings == [])
        #expect(after.entries == verdict.entries + 1)
        // Nothing but the backup and the two stores is left.
        #expect(try folder.names == ["station.doorstep", "station.doorstep.lock", "again", "again.lock", "b"])
    }

    @Test("A backup is readable to its owner alone, and larger than the store by a few hundred bytes")
    func size() throws {
        let desk = try Desk.inFile(folder.file())
        try desk.makeHistory()
        let receipt = try desk.backUp(to: folder.file("b"))
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.file("b"))
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(attributes[.size] as? Int == receipt.bytes)
        #expect(receipt.bytes - (try folder.bytes("station.doorstep").count) < 2000)
    }

    @Test("It opens with the passphrase or the recovery code of the store, with none else, and not without")
    func passphrases() throws {
        let (desk, recovery) = try Desk.keptUnderPassphrases(folder.file())
        try desk.makeHistory()
        let verdict = try desk.verdict
        try desk.backUp(to: folder.file("b"))
        let backup = try Backup(at: folder.file("b"))
        #expect(backup.needsPassphrase)
        #expect(backup.caseworkers == ["李四"])
        for passphrase in [Desk.passphrase, recovery.passphrase] {
            #expect(try backup.open(passphrase, as: nil).check(in: folder.path) == verdict)
        }
        #expect(try backup.open(Passphrase(recovery.text.lowercased().replacing("-", with: " ")), as: nil).caseworker == nil)
        #expect(throws: StoreError.wrongPassphrase(wait: 0)) { try backup.open(Passphrase("另一个很长的口令"), as: nil) }
        #expect(throws: StoreError.sealed) { try backup.open(nil, as: nil) }
        #expect(throws: StoreError.unknownCaseworker("张三", known: ["李四"])) { try backup.open(Desk.passphrase, as: "张三") }

        // Restored, it is as closed as before.
        _ = try backup.open(Desk.passphrase, as: nil).restore(to: folder.file("again"), by: "李四", now: desk.now, catalogue: desk.catalogue) { _ in true }
        let store = try StationStore.open(at: folder.file("again"))
        #expect(store.isLocked)
        try store.unlock(Desk.passphrase, as: nil, now: desk.now)
        #expect(try Desk(store).records == desk.records)
    }

    @Test("A backup opens with the passphrases of its moment, whatever became of them since")
    func passphrasesOfTheMoment() throws {
        let (desk, _) = try Desk.keptUnderPassphrases(folder.file())
        try desk.backUp(to: folder.file("before"))
        try desk.store.changePassphrase(of: "李四", to: Passphrase("换过的很长的口令"), by: "李四", now: desk.now)
        try desk.backUp(to: folder.file("after"))
        #expect(try Backup(at: folder.file("before")).open(Desk.passphrase, as: nil).check(in: folder.path).holds)
        #expect(throws: StoreError.self) { try Backup(at: folder.file("after")).open(Desk.passphrase, as: nil) }
    }

    @Test("A store that nobody has unlocked is not backed up")
    func locked() throws {
        let (desk, _) = try Desk.keptUnderPassphrases(folder.file())
        desk.store.lock()
        #expect(throws: BackupError.store(.sealed)) { try desk.backUp(to: folder.file("b")) }
        #expect(try !folder.names.contains("b"))
    }

    @Test("The journal tells what a backup holds and what it is, and nothing personal; the backup ends before")
    func journalled() throws {
        let desk = try Desk.inFile(folder.file())
        try desk.makeHistory()
        let verdict = try desk.verdict
        let receipt = try desk.backUp(to: folder.file("b"))
        let entry = try desk.column("SELECT kind || char(10) || subjects || content FROM journal ORDER BY sequence DESC LIMIT 1")
        #expect(entry == ["backup\nsequence=\(verdict.entries)\nhead=\(verdict.head)\nbytes=\(receipt.bytes)\ndigest=\(receipt.digest)"])
        #expect(try desk.verdict.holds)
    }

    @Test("Where the store can only be read a backup is made all the same, and it is said that the journal could not tell")
    func readOnly() throws {
        try Desk.inFile(folder.file()).makeHistory()
        let desk = try Desk(StationStore.open(at: folder.file(), patience: 0, isReadOnly: true))
        #expect(try desk.backUp(to: folder.file("b")).unjournalled == .readOnly)
        #expect(try Desk.restoring(folder.file("b"), to: folder.file("again")).desk.records == desk.records)
    }

    @Test("A store that does not hold is not backed up, and says why")
    func unsound() throws {
        let path = folder.file()
        try Desk.inFile(path).makeHistory()
        try tamper(path) { try $0.execute(sql: "UPDATE person SET facts = x'01' WHERE id = 'P1'") }
        let desk = try Desk(StationStore.open(at: path))
        let error = #expect(throws: BackupError.self) { try desk.backUp(to: folder.file("b")) }
        #expect(error?.message.english.contains("person P1 was changed") == true)
        #expect(try folder.names == ["station.doorstep", "station.doorstep.lock"])
    }

    @Test("Each backup that is made while others write holds everything that was acknowledged before it began", .timeLimit(.minutes(2)))
    func underLoad() throws {
        let path = folder.file()
        let desk = try Desk.inFile(path)
        try desk.fill()
        let acknowledged = Atomic(try desk.store.sequence())
        let isOver = Atomic(false)
        let writers = (1...2).map { number in
            Thread {
                // Each with a connection of its own, as another program has.
                guard let other = try? Desk(StationStore.open(at: path, patience: 60_000)) else { return }
                var count = 0
                while !isOver.load(ordering: .acquiring) {
                    count += 1
                    guard let sequence = try? other.save(people: [other.person("W\(number)-\(count)")]).sequence else { continue }
                    acknowledged.max(sequence, ordering: .acquiringAndReleasing)
                }
            }
        }
        for writer in writers { writer.start() }
        defer { isOver.store(true, ordering: .releasing) }
        for number in 1...(TestSize.isLong ? 200 : 8) {
            let before = acknowledged.load(ordering: .acquiring)
            try desk.backUp(to: folder.file("b\(number)"))
            let (restored, report) = try Desk.restoring(folder.file("b\(number)"), to: folder.file("r\(number)"))
            #expect(report.verdict.entries >= before)
            #expect(report.verdict.holds)
            #expect(try restored.verdict.findings == [])
            #expect(try restored.register.people.count == report.verdict.people)
        }
    }

    @Test("A backup that is stopped leaves nothing, at whatever point")
    func stopped() throws {
        let desk = try Desk.inFile(folder.file())
        try desk.makeHistory()
        let before = try desk.store.sequence()
        var questions = 0
        while true {
            let asked = Atomic(0)
            let limit = questions
            let watch = BackupWatch(isStopped: { asked.add(1, ordering: .relaxed).newValue > limit })
            do {
                _ = try desk.store.backUp(to: folder.file("b"), by: "李四", now: desk.now, watch: watch)
                break
            } catch BackupError.stopped {
                #expect(try folder.names == ["station.doorstep", "station.doorstep.lock"])
                #expect(try desk.store.sequence() == before)
            }
            questions += 1
        }
        #expect(questions > 5)
        #expect(try Backup(at: folder.file("b")).open(nil, as: nil).check(in: folder.path).holds)
    }

    @Test("A store in memory can be backed up too")
    func inMemory() throws {
        let desk = try Desk()
        try desk.makeHistory()
        try desk.backUp(to: folder.file("b"))
        #expect(try Desk.restoring(folder.file("b"), to: folder.file("again")).desk.records == desk.records)
    }

    @Test("What a program that was killed has left is cleared away by the next, and what another is working on is not")
    func leftovers() throws {
        let desk = try Desk.inFile(folder.file())
        let left = folder.file(".doorstep-work-abcdef")
        try FileManager.default.createDirectory(atPath: left, withIntermediateDirectories: false)
        try Data([1]).write(to: URL(filePath: left + "/copy"))
        try WorkFolder.use(in: folder.path) { busy in
            try Data([1]).write(to: URL(filePath: busy.file("copy")))
            try desk.backUp(to: folder.file("b"))
            #expect(FileManager.default.fileExists(atPath: busy.file("copy")))
        }
        #expect(try folder.names == ["station.doorstep", "station.doorstep.lock", "b"])
    }
}
