import Crypto
import DoorstepCore
import Foundation
import GRDB
import Testing

@testable import DoorstepStore

@Suite("Seals")
struct SealTests {
    let folder: Folder
    let station: LockedStation

    /// P1 with an edit and a placement of three steps with notes, P2 and P3.
    init() throws {
        folder = try Folder()
        station = try LockedStation(folder)
        let desk = try station.unlocked()
        try desk.fill()
        try desk.save(people: [desk.person("P1", Planted.fill)])
        let id = try desk.refer("P1", note: "第一步")
        try desk.take(.interviewed, of: id, note: "第二步")
        _ = try desk.refer("P2", to: "J2", note: "别人的")
    }

    /// What reading the unlocked store comes to.
    private func refusal() throws -> StoreError? {
        let catalogue = try Samples.catalogue
        do throws(StoreError) {
            let store = try StationStore.open(at: station.path)
            try store.unlock(.ofLi, as: "李四", now: "2026-11-21T03:00:00Z")
            _ = try store.load(catalogue: catalogue)
            return nil
        } catch {
            return error
        }
    }

    private func record(_ id: String, _ desk: Desk) throws -> KeptRecord {
        try #require(try desk.store.queue.read { try RecordRows.find(.person, id, $0) }).record
    }

    // MARK: - What they tell

    @Test("How long a sealed person is tells little: every length up to a hundred bytes gives the same")
    func padding() throws {
        let key = try PersonKey(of: "P1", under: SymmetricKey(size: .bits256))
        func length(_ count: Int) throws -> Int {
            try PersonalPart.sealed([UInt8](repeating: 7, count: count), key, person: "P1", revision: 1).count
        }
        #expect(Set(try (0...124).map(length)).count == 1)
        #expect(try length(125) == length(0) + 128)
        #expect(Set(try (125...252).map(length)).count == 1)
        for note in ["", "短", String(repeating: "长", count: 41)] {
            #expect(try PersonalPart.sealed(note: note, key, step: 1).count == PersonalPart.sealed(note: "", key, step: 1).count)
        }
        for count in [0, 1, 123, 124, 125, 1000] {
            let content = [UInt8](repeating: 7, count: count)
            #expect(Seal.unpadded(Seal.padded(content)).map { Array($0) } == content)
        }
        for bytes in [[], [0, 0, 0], [0, 0, 0, 1], [255, 255, 255, 255, 1]] as [[UInt8]] { #expect(Seal.unpadded(bytes) == nil) }
    }

    @Test("Nothing is sealed twice the same way, and a person keeps their key in every revision")
    func nonces() throws {
        let desk = try station.unlocked()
        let secrets = try desk.store.keys()
        let before = try record("P1", desk)
        try desk.save(people: [desk.person("P1") { try Planted.fill(&$0); $0.note += "。" }])
        let after = try record("P1", desk)
        #expect(before.personal.prefix(1 + PersonKey.length) == after.personal.prefix(1 + PersonKey.length))
        #expect(before.personal.suffix(100) != after.personal.suffix(100))
        let keys = try [before, after].map { try $0.key(secrets)?.key }
        #expect(keys[0] != nil && keys[0] == keys[1])
        #expect(try record("P2", desk).key(secrets)?.key != keys[0])
    }

    // MARK: - Flipped bits

    @Test("Every single flipped bit of a sealed person, note and statistics is refused")
    func flippedBits() throws {
        let desk = try station.unlocked()
        let secrets = try desk.store.keys()
        let person = try record("P1", desk)
        for (byte, bit) in SealTests.bits(of: person.personal) {
            var personal = person.personal
            personal[byte] ^= 1 << bit
            let changed = KeptRecord(kind: .person, id: "P1", revision: person.revision, salt: person.salt, facts: person.facts, personal: personal)
            let refusal = #expect(throws: UnreadableRow.self, "byte \(byte)") { try changed.image(secrets) }
            #expect(refusal?.storeError == .damaged(at: Phrase("求职者 P1", "person P1")))
        }
        var steps: [StepRow] = []
        try desk.store.queue.read { db in try StepRows.each("", [], db) { steps.append($0) } }
        for step in steps {
            for (byte, bit) in SealTests.bits(of: step.note) {
                #expect(step.with(note: step.note.flipped(byte, bit)).step(secrets) == nil, "byte \(byte)")
            }
            for (byte, bit) in SealTests.bits(of: step.statistics) {
                #expect(StepStatistics(step.statistics.flipped(byte, bit), step: step.shown.number, secrets.statistics) == nil, "byte \(byte)")
            }
            #expect(StepStatistics(step.statistics, step: step.shown.number, secrets.statistics) != nil)
        }
    }

    private static func bits(of bytes: [UInt8]) -> [(Int, Int)] { bytes.indices.flatMap { byte in (0..<8).map { (byte, $0) } } }

    @Test("Seals cut short or made longer are refused, and nothing traps")
    func cutShort() throws {
        let desk = try station.unlocked()
        let secrets = try desk.store.keys()
        let person = try record("P1", desk)
        for length in 0..<person.personal.count {
            let cut = KeptRecord(kind: .person, id: "P1", revision: 2, salt: [], facts: [], personal: Array(person.personal.prefix(length)))
            #expect(throws: UnreadableRow.self, "\(length)") { try cut.image(secrets) }
        }
        let long = KeptRecord(kind: .person, id: "P1", revision: 2, salt: [], facts: [], personal: person.personal + [0])
        #expect(throws: UnreadableRow.self) { try long.image(secrets) }
        let clear = KeptRecord(kind: .person, id: "P1", revision: 2, salt: [], facts: [], personal: [0, 1, 0, 0])
        #expect(throws: UnreadableRow.self, "what is in clear is somebody else's") { try clear.image(secrets) }
        let erased = KeptRecord(kind: .person, id: "P1", revision: 2, salt: [], facts: [], personal: PersonalPart.erased)
        #expect(try erased.image(secrets).personal == [])
        #expect(try PersonalPart.note(PersonalPart.erased, nil, step: 1) == "")
    }

    @Test("In a file: whatever bit it is, verify names the record, and reading refuses it by name", arguments: [0, 1, 20, 62, 70, 90, -1])
    func flippedInFile(byte: Int) throws {
        try tamper(station.path) { db in try SealTests.flip("person", "personal", "id = 'P1'", byte, db) }
        #expect(try refusal() == .damaged(at: Phrase("求职者 P1", "person P1")))
        #expect(try station.locked().verify().findings.contains { $0.english.contains("person P1 was changed") })
        let desk = try station.unlocked()
        #expect(try desk.verdict.findings.contains { $0.english.contains("sealed of the person P1 does not open") })
        #expect(throws: ChangeError.store(.damaged(at: Phrase("求职者 P1", "person P1")))) { try desk.save(people: [desk.person("P1")]) }
    }

    @Test("In a file: a note or statistics with a flipped bit", arguments: ["note", "statistics"], [0, 5, 40, -1])
    func flippedStep(column: String, byte: Int) throws {
        try tamper(station.path) { db in try SealTests.flip("step", column, "number = 2", byte, db) }
        #expect(try station.locked().verify().findings.contains { $0.english.contains("Step 2 of the ledger is not what") })
        let verdict = try station.unlocked().verdict
        #expect(verdict.findings.contains { $0.english.contains("step 2 of the ledger does not open") })
        if column == "note" { #expect(try refusal() == .damaged(at: Phrase("推荐台账第 2 步", "step 2 of the ledger"))) }
    }

    @Test("Statistics that were taken away are missed")
    func noStatistics() throws {
        try tamper(station.path) { try $0.execute(sql: "UPDATE step SET statistics = x'' WHERE number = 2") }
        #expect(try station.locked().verify().findings.contains { $0.english.contains("Step 2 of the ledger is not what") })
    }

    @Test("Every flipped bit of a slot keeps its holder out, and verify names it", arguments: ["salt", "wrapped"])
    func flippedSlot(column: String) throws {
        let desk = try station.unlocked()
        let slot = try #require(try desk.store.reading { try KeySlots.all($0) }.first { $0.holder == .caseworker("李四") })
        for (byte, bit) in SealTests.bits(of: column == "salt" ? slot.salt : slot.wrapped) {
            let changed = KeySlot(
                holder: slot.holder, salt: column == "salt" ? slot.salt.flipped(byte, bit) : slot.salt, strength: slot.strength,
                wrapped: column == "wrapped" ? slot.wrapped.flipped(byte, bit) : slot.wrapped)
            #expect(throws: SealError.broken) { try changed.key(.ofLi) }
        }
        try tamper(station.path) { db in try SealTests.flip("keySlot", column, "kind = 'caseworker'", 9, db) }
        #expect(try !station.opens(.ofLi, as: "李四"))
        #expect(try station.locked().verify().findings.contains { $0.english.contains("key of the caseworker “李四” is not the one") })
        // The recovery code is another slot.
        #expect(try station.opens(station.recovery.passphrase, as: nil))
    }

    @Test("A slot of an impossible strength, kind or length is damage, said as such", arguments: [
        "UPDATE keySlot SET logarithm = 60 WHERE kind = 'caseworker'", "UPDATE keySlot SET kind = 'nobody' WHERE kind = 'caseworker'",
        "UPDATE keySlot SET logarithm = 0",
    ])
    func impossibleSlot(sql: String) throws {
        try tamper(station.path) { try $0.execute(sql: "PRAGMA ignore_check_constraints = ON; \(sql)") }
        #expect(throws: StoreError.damaged(at: .keySlots)) { try station.locked().unlock(.ofLi, as: "李四", now: "2026-11-21T03:00:00Z") }
    }

    @Test("A key that lies open and is cut short or another opens nothing, and verify names it")
    func openSlot() throws {
        let path = folder.file("open.doorstep")
        try Desk.inFile(path).fill()
        try tamper(path) { db in try SealTests.flip("keySlot", "wrapped", "kind = 'open'", 3, db) }
        let store = try StationStore.open(at: path)
        #expect(throws: StoreError.damaged(at: Phrase("求职者 P1", "person P1"))) { try store.load(catalogue: Samples.catalogue) }
        let findings = try store.verify().findings.map(\.english)
        #expect(findings.contains { $0.contains("key without a passphrase is not the one") })
        #expect(findings.contains { $0.contains("The key that opened the store is not the one") })
        try tamper(path) { try $0.execute(sql: "UPDATE keySlot SET wrapped = x'00'") }
        #expect(throws: StoreError.damaged(at: .sealed)) { try StationStore.open(at: path) }
    }

    // MARK: - Moved

    @Test("A seal opens nowhere else: not for another person, not in another revision, not in another step")
    func moved() throws {
        let desk = try station.unlocked()
        let secrets = try desk.store.keys()
        let (first, second) = (try record("P1", desk), try record("P2", desk))
        for (id, revision, personal) in [
            ("P2", first.revision, first.personal), ("P1", first.revision - 1, first.personal), ("P1", first.revision + 1, first.personal),
            ("P1", first.revision, second.personal),
            // The own key with another's cells.
            ("P1", second.revision, Array(first.personal.prefix(61) + second.personal.dropFirst(61))),
        ] {
            let moved = KeptRecord(kind: .person, id: id, revision: revision, salt: [], facts: [], personal: personal)
            #expect(throws: UnreadableRow.self) { try moved.image(secrets) }
        }
        var steps: [StepRow] = []
        try desk.store.queue.read { db in try StepRows.each("", [], db) { steps.append($0) } }
        #expect(steps.map { $0.step(secrets)?.note } == ["第一步", "第二步", "别人的"])
        #expect(steps[0].with(note: steps[1].note).step(secrets) == nil, "another step of the same person")
        #expect(steps[0].with(note: steps[2].note).step(secrets) == nil, "another person's")
        #expect(StepStatistics(steps[1].statistics, step: 1, secrets.statistics) == nil)
        #expect(StepStatistics(steps[0].statistics, step: 1, secrets.people) == nil, "another use's key")
    }

    @Test("Who works out every commitment and link anew moves a seal unnoticed only while the store is locked")
    func movedWithJournal() throws {
        // Given two people whose sealed parts change places, with all that the journal says of them
        try tamper(station.path) { db in
            let rows = try ["P1", "P2"].map { try #require(try RecordRows.find(.person, $0, db)) }
            for (row, other) in [(rows[0], rows[1]), (rows[1], rows[0])] {
                let forged = KeptRecord(
                    kind: .person, id: row.record.id, revision: row.record.revision, salt: row.record.salt, facts: row.record.facts,
                    personal: other.record.personal)
                try db.execute(
                    sql: "UPDATE person SET personal = ?, commitment = ? WHERE id = ?",
                    arguments: [Data(forged.personal), Data(forged.commitment), forged.id])
                try db.execute(
                    sql: "UPDATE journal SET content = replace(content, ?, ?)", arguments: [Hex.text(row.commitment), Hex.text(forged.commitment)])
            }
            try Forgery.relink(db)
            // Signed states would tell.
            try db.execute(sql: "DELETE FROM checkpoint")
        }
        // Then
        #expect(try station.locked().verify().findings == [], "the hashes have no key")
        let findings = try station.unlocked().verdict.findings.map(\.english)
        #expect(findings.contains { $0.contains("sealed of the person P1 does not open. (2 in all)") }, "\(findings)")
        #expect(try refusal() != nil)
    }

    /// Flips the lowest bit of a byte; of -1, of the last.
    private static func flip(_ table: String, _ column: String, _ condition: String, _ byte: Int, _ db: Database) throws {
        let bytes = try #require(try Data.fetchOne(db, sql: "SELECT \(column) FROM \(table) WHERE \(condition)"))
        let flipped = Array(bytes).flipped(byte < 0 ? bytes.count + byte : byte, 0)
        try db.execute(sql: "UPDATE \(table) SET \(column) = ? WHERE \(condition)", arguments: [Data(flipped)])
    }
}

extension [UInt8] {
    fileprivate func flipped(_ byte: Int, _ bit: Int) -> [UInt8] {
        var bytes = self
        bytes[byte] ^= 1 << bit
        return bytes
    }
}

extension StepRow {
    fileprivate func with(note: [UInt8]) -> StepRow {
        StepRow(shown: shown, note: note, noteSalt: noteSalt, statistics: statistics, personal: personal, journal: journal)
    }
}
