import DoorstepCore
import Foundation
import GRDB
import Testing

@testable import DoorstepStore

@Suite("Restoring a backup")
struct RestoreTests {
    let folder: Folder
    let catalogue: Catalogue

    init() throws {
        folder = try Folder()
        catalogue = try Samples.catalogue
    }

    private func station() throws -> Desk {
        let desk = try Desk.inFile(folder.file())
        try desk.makeHistory()
        return desk
    }

    private func restore(_ backup: String = "b", patience: Int = 100, _ confirm: (Verdict) -> Bool = { _ in true }) throws(BackupError) -> Restoration {
        let open: OpenBackup
        do { open = try Backup(at: folder.file(backup)).open(nil, as: nil) } catch let error as BackupError { throw error } catch { throw .notABackup(path: backup) }
        return try open.restore(to: folder.file(), by: "王五", now: "2026-11-22T01:00:00Z", catalogue: catalogue, patience: patience, confirm: confirm)
    }

    @Test("What it replaces stays beside it as it was, and the journal of what is restored tells of both")
    func replaced() throws {
        let desk = try station()
        let records = try desk.records
        let receipt = try desk.backUp(to: folder.file("b"))
        try desk.save(people: [desk.person("P9")])
        let latest = try desk.verdict
        let report = try restore()
        #expect(report.kept == folder.file() + ".replaced-20261122T010000Z")
        #expect(report.couldReadReplaced)

        let restored = try Desk(StationStore.open(at: folder.file()))
        #expect(try restored.records == records)
        let entry = try restored.column("SELECT kind || char(10) || content FROM journal ORDER BY sequence DESC LIMIT 1")
        #expect(entry == [
            "restore\nsequence=\(receipt.verdict.entries)\nhead=\(receipt.verdict.head)\nreplaced_sequence=\(latest.entries)\nreplaced_head=\(latest.head)\n"
                + "next=P 1\nnext=J 1\nnext=E 1\nnext=R 2",
        ])
        #expect(try restored.verdict.findings == [])
        #expect(try StationStore.open(at: try #require(report.kept)).verify() == latest)
        #expect(try folder.names == ["station.doorstep", "station.doorstep.lock", "station.doorstep.replaced-20261122T010000Z", "b"])
    }

    @Test("A second restoring in the same second keeps what the first has put there under a name of its own")
    func twice() throws {
        try station().backUp(to: folder.file("b"))
        #expect(try restore().kept == folder.file() + ".replaced-20261122T010000Z")
        #expect(try restore().kept == folder.file() + ".replaced-20261122T010000Z-2")
    }

    @Test("Whoever does not want it finds everything as it was; they are asked once the backup is known to hold")
    func declined() throws {
        let desk = try station()
        let receipt = try desk.backUp(to: folder.file("b"))
        let before = try folder.bytes("station.doorstep")
        #expect(throws: BackupError.declined) {
            try restore { verdict in
                #expect(verdict == receipt.verdict)
                return false
            }
        }
        #expect(try folder.bytes("station.doorstep") == before)
        #expect(try folder.names == ["station.doorstep", "station.doorstep.lock", "b"])
    }

    @Test("A backup that is damaged changes nothing, and nobody is asked")
    func damaged() throws {
        try station().backUp(to: folder.file("b"))
        var bytes = try folder.bytes("b")
        bytes[bytes.count - 5] ^= 1
        _ = try folder.put(bytes, "b")
        let before = try folder.bytes("station.doorstep")
        #expect(throws: BackupError.self) {
            try restore { _ in
                Issue.record("asked")
                return true
            }
        }
        #expect(try folder.bytes("station.doorstep") == before)
        #expect(try folder.names == ["station.doorstep", "station.doorstep.lock", "b"])
    }

    @Test("A damaged store gives way, is kept, and it is said that nobody knows what it had erased", arguments: [100, 5000, 20_000])
    func overDamage(kept length: Int) throws {
        try station().backUp(to: folder.file("b"))
        let damaged = [UInt8](repeating: 7, count: 100) + (try folder.bytes("station.doorstep")).prefix(length)
        _ = try folder.put(damaged, "station.doorstep")
        let report = try restore()
        #expect(!report.couldReadReplaced)
        #expect(try folder.bytes("station.doorstep.replaced-20261122T010000Z") == damaged)
        #expect(try StationStore.open(at: folder.file()).verify().holds)
    }

    @Test("The journal of a change that was cut off is undone in the store that it belongs to, and not in the restored one")
    func hotJournal() async throws {
        let path = folder.file()
        let desk = try station()
        try desk.backUp(to: folder.file("b"))
        let latest = try desk.verdict
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
            try Desk(StationStore.open(at: path)).dieInTheMiddleOfAChange()
        }
        #expect(try folder.names.contains("station.doorstep-journal"))
        let report = try restore()
        #expect(try !folder.names.contains("station.doorstep-journal"))
        #expect(try StationStore.open(at: path).verify().holds)
        #expect(try StationStore.open(at: try #require(report.kept)).verify() == latest)
    }

    @Test("What SQLite cannot undo goes with the file that it lies beside")
    func journalOfRuins() throws {
        try station().backUp(to: folder.file("b"))
        _ = try folder.put([UInt8](repeating: 7, count: 9000), "station.doorstep")
        try FileManager.default.createDirectory(atPath: folder.file("station.doorstep-journal"), withIntermediateDirectories: false)
        _ = try restore()
        #expect(try folder.names.contains("station.doorstep.replaced-20261122T010000Z-journal"))
        #expect(try !folder.names.contains("station.doorstep-journal"))
        #expect(try StationStore.open(at: folder.file()).verify().holds)
    }

    @Test("It is refused while another program changes the store, and says who")
    func lockHeld() throws {
        let desk = try station()
        try desk.backUp(to: folder.file("b"))
        let before = try folder.bytes("station.doorstep")
        let lock = ChangeLock(path: folder.file() + ".lock", patience: 0)
        try lock.hold(by: "王主任", since: desk.now) { () throws(ChangeError) in
            let error = #expect(throws: BackupError.self) { try restore() }
            #expect(error?.message.english.contains("王主任") == true)
        }
        #expect(try folder.bytes("station.doorstep") == before)
        #expect(try folder.names == ["station.doorstep", "station.doorstep.lock", "b"])
    }

    @Test("It is refused while somebody's tool reads the store in a transaction, and is done once they are through", .timeLimit(.minutes(1)))
    func readerHolds() throws {
        try station().backUp(to: folder.file("b"))
        let queue = try DatabaseQueue(path: folder.file())
        let error = try queue.read { db in
            _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM journal")
            return #expect(throws: BackupError.self) { try restore() }
        }
        #expect(error == .store(.locked(by: "")))
        try queue.close()
        _ = try restore()
    }

    @Test("Who has the store open when it is replaced is told so, and saves nothing into what was replaced")
    func openElsewhere() throws {
        let desk = try station()
        try desk.backUp(to: folder.file("b"))
        let latest = try desk.store.sequence()
        let report = try restore()
        #expect(throws: ChangeError.store(.replaced(path: folder.file()))) { try desk.save(people: [desk.person("P9")]) }
        #expect(throws: StoreError.replaced(path: folder.file())) { try desk.store.sequence() }
        #expect(try StationStore.open(at: try #require(report.kept)).sequence() == latest)
    }

    @Test("An identifier that was given after the backup is not given to somebody else")
    func identifiers() throws {
        let desk = try station()
        try desk.backUp(to: folder.file("b"))
        let given = try desk.store.reserve(.person, count: 3, by: "李四", now: desk.now)
        let placement = try desk.refer("P1")
        _ = try restore()
        let restored = try Desk(StationStore.open(at: folder.file()))
        #expect(try !given.contains(restored.store.reserve(.person, count: 1, by: "李四", now: desk.now)[0]))
        #expect(try restored.refer("P1") != placement)
        #expect(try restored.verdict.findings == [])
    }

    @Test("Who was erased after the backup is erased in what is restored, and nothing of them is left in its file")
    func erased() throws {
        let desk = try station()
        try desk.save(people: [desk.person("P1") { $0.note = "二" }, desk.person("P2") { $0.note = "二" }])
        try desk.save(.erase(recordID("P2")))
        try desk.backUp(to: folder.file("b"))
        let row = try desk.column("SELECT hex(personal) FROM person WHERE id = 'P1'")
        try desk.save(.erase(recordID("P1")))
        let report = try restore()
        #expect(report.erasedAgain == 1)
        let restored = try Desk(StationStore.open(at: folder.file()))
        #expect(try restored.column("SELECT id FROM person WHERE personal = x'02' ORDER BY id") == ["P1", "P2"])
        #expect(try restored.verdict.findings == [])
        let sealed = try #require(Hex.bytes(row[0].lowercased()))
        #expect(try Data(folder.bytes("station.doorstep")).range(of: Data(sealed[1..<60])) == nil)
        #expect(try Data(folder.bytes("b")).range(of: Data("张三".utf8)) == nil)
        // Restoring once more finds them erased in what is replaced, by the
        // first restoring.
        #expect(try restore().erasedAgain == 1)
        #expect(try StationStore.open(at: folder.file()).verify().holds)
    }

    @Test("Of a store with another beginning nothing is taken over")
    func anotherStation() throws {
        let other = try Desk.inFile(folder.file("other"))
        try other.makeHistory()
        try other.backUp(to: folder.file("b"))
        let desk = try station()
        try desk.save(.erase(recordID("P1")))
        _ = try desk.store.reserve(.person, count: 30, by: "李四", now: desk.now)
        #expect(try restore().erasedAgain == 0)
        let restored = try Desk(StationStore.open(at: folder.file()))
        #expect(try restored.store.reserve(.person, count: 1, by: "李四", now: desk.now)[0].text.hasSuffix("P000001"))
        #expect(try restored.column("SELECT content FROM journal ORDER BY sequence DESC LIMIT 1").allSatisfy { !$0.contains("replaced") })
    }

    @Test("Restoring what was restored and backed up again gives the same records")
    func again() throws {
        let desk = try station()
        let records = try desk.records
        try desk.backUp(to: folder.file("b"))
        for number in 1...3 {
            _ = try restore()
            let restored = try Desk(StationStore.open(at: folder.file()))
            #expect(try restored.records == records)
            try restored.backUp(to: folder.file("b"), replacing: true)
            #expect(try restored.column("SELECT count(*) FROM journal WHERE kind = 'restore'") == ["\(number)"])
        }
    }

    @Test("Where two files cannot swap their names in one step they do in several, and back where the last fails")
    func inSteps() throws {
        let place = StorePlace(path: try folder.put([1], "s"), now: "2026-11-22T01:00:00Z")
        try Data([2]).write(to: URL(filePath: place.kept))
        try place.swapInSteps()
        #expect(try folder.bytes("s") == [2])
        #expect(try Data(contentsOf: URL(filePath: place.kept)) == Data([1]))
        // With no store there, the one that waits is given up.
        unlink(folder.file("s"))
        #expect(throws: BackupError.self) { try place.swapInSteps() }
        #expect(try folder.names == [])
    }

    @Test("A link is not restored onto, and no folder is")
    func places() throws {
        try station().backUp(to: folder.file("b"))
        let open = try Backup(at: folder.file("b")).open(nil, as: nil)
        symlink(folder.file(), folder.file("link"))
        for (path, error) in [(folder.file("link"), StoreError.linked(path: folder.file("link"))), (folder.path, .notAStore(path: folder.path))] {
            #expect(throws: BackupError.store(error)) { try open.restore(to: path, by: "王五", now: "2026-11-22T01:00:00Z", catalogue: Samples.catalogue) { _ in true } }
        }
    }
}

@Suite("A store's file that was copied as it was")
struct PlainCopyTests {
    @Test("One that was copied at rest holds; one with pages of before and after a change, or cut short, does not")
    func copies() throws {
        let folder = try Folder()
        let desk = try Desk.inFile(folder.file())
        try desk.makeHistory()
        let before = try folder.bytes("station.doorstep")
        #expect(try PlainCopy.isOne(folder.file()))
        #expect(try PlainCopy.check(folder.put(before, "copy"), in: folder.path).holds)
        try desk.save(people: (1...40).map { try desk.person("N\($0)") })
        try desk.save(people: [desk.person("P1") { $0.note = "又改" }])
        let after = try folder.bytes("station.doorstep")
        #expect(try PlainCopy.check(folder.put(after, "copy"), in: folder.path).holds)
        var isMixedFound = 0
        for page in stride(from: 4096, to: before.count, by: 4096) where before[page..<page + 4096] != after[page..<page + 4096] {
            // As if the change had come to this page when it was copied.
            let mixed = after[..<page] + before[page..<before.count] + after[before.count...]
            let verdict = try PlainCopy.check(folder.put(Array(mixed), "copy"), in: folder.path)
            #expect(!verdict.holds, "page \(page / 4096)")
            isMixedFound += 1
        }
        #expect(isMixedFound > 3)
        #expect(try !PlainCopy.check(folder.put(Array(after.prefix(after.count / 2)), "copy"), in: folder.path).holds)
        #expect(try folder.names == ["station.doorstep", "station.doorstep.lock", "copy"])
    }

    @Test("One with any page of nothing, or of another page, is found, whatever table that was of", arguments: [true, false])
    func pages(isEmpty: Bool) throws {
        let folder = try Folder()
        let desk = try Desk.inFile(folder.file())
        try desk.makeHistory()
        try desk.save(people: (1...40).map { try desk.person("N\($0)") })
        let whole = try folder.bytes("station.doorstep")
        // The first page is what makes the file a store of ours.
        for page in stride(from: 4096, to: whole.count, by: 4096) {
            let other = page + 4096 < whole.count ? page + 4096 : 4096
            let wrong = whole[..<page] + (isEmpty ? ArraySlice(repeating: 0, count: 4096) : whole[other..<other + 4096]) + whole[(page + 4096)...]
            guard Array(wrong) != whole else { continue }
            let verdict = try PlainCopy.check(folder.put(Array(wrong), "copy"), in: folder.path)
            #expect(!verdict.holds, "page \(page / 4096)")
        }
    }
}
