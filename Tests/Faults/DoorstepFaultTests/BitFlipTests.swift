import DoorstepCore
import DoorstepStore
import Foundation
import Testing

@testable import StoreWorker

extension Faults {
    @Suite("Single bits that turn over", .serialized)
    struct BitFlips {
        @Test("Each one that changes what the store says is found, no other is complained of, and none ends the program")
        func flips() throws {
            // Given a store with a history.
            let folder = try Folder()
            let path = folder.file()
            let desk = try WorkDesk(path)
            for _ in 0..<28 { try desk.commit(Script.change(after: desk.store.sequence(), at: desk)) }
            for name in ["焊工", "钳工"] { try desk.commit(.saveSearch(SavedSearch(name: SearchName(name), records: .person, query: "+\(name)"), replacing: false)) }
            try desk.commit(.reveal(person: WorkDesk.known(RecordID("P1")), shown: [.telephone], reason: WorkDesk.known(RevealReason(.call, note: "问他"))))
            let whole = [UInt8](try Data(contentsOf: URL(filePath: path)))
            let content = try FileContent(path)
            #expect(try StationStore.open(at: path).verify().findings == [])
            // A good part of the file is empty.
            let used = whole.indices.filter { whole[$0] != 0 }
            var random = SplitMix64.printed()
            var tally = FlipTally()
            for number in 1...Faults.size(1000, long: 10_000) {
                // When a bit turns over.
                let byte = number % 4 == 0 ? random.int(0...whole.count - 1) : used[random.int(0...used.count - 1)]
                let bit = random.int(0...7)
                var flipped = whole
                flipped[byte] ^= 1 << UInt8(bit)
                let copy = folder.file("copy")
                try Data(flipped).write(to: URL(filePath: copy))
                // Then
                let verdict = try? StationStore.open(at: copy).verify()
                let isFound = verdict?.holds != true
                let found = try? FileContent(copy)
                tally.take(isFound: isFound, isChanged: found != content, isWhole: found?.isWhole ?? false, "seed \(random.seed): bit \(bit) of byte \(byte): \(verdict?.findings.first?.english ?? "not opened")")
                // Reading what is damaged is refused or not, and ends nothing.
                if number % 10 == 0 { _ = try? StationStore.open(at: copy).load(catalogue: desk.catalogue) }
            }
            Faults.report("\(whole.count) bytes, bits turned over: \(tally)")
            #expect(tally.missed == [])
            #expect(tally.falseAlarms == [])
            #expect(tally.changed > 300, "the flips hit something")
            // The control: what SQLite looks at by itself is not enough.
            #expect(tally.missedByIntegrityCheck * 10 > tally.changed)
        }
    }

    @Suite("Forged stores", .serialized)
    struct Forgeries {
        @Test("A store replaced by an older copy of itself holds by itself; a checkpoint that somebody kept tells of it")
        func olderCopy() throws {
            let folder = try Folder()
            let desk = try WorkDesk(folder.file())
            for _ in 0..<20 { try desk.commit(Script.change(after: desk.store.sequence(), at: desk)) }
            let older = try Data(contentsOf: URL(filePath: folder.file()))
            let kept = try #require(try desk.commit(.export(SheetStatement(kind: "people", query: "", rows: 0, digest: "", log: nil), isUnmasked: false)).checkpoint)
            #expect(try desk.store.verify(against: [kept]).holds)
            try older.write(to: URL(filePath: folder.file("older")))
            let store = try StationStore.open(at: folder.file("older"))
            #expect(try store.verify().holds)
            #expect(try store.verify(against: [kept]).findings.map(\.english).contains { $0.contains("cut off") })
        }

        @Test("An export that was made to look smaller, with every later link worked out again, does not fit the checkpoint that went with it")
        func rewritten() throws {
            let folder = try Folder()
            let desk = try WorkDesk(folder.file())
            for _ in 0..<20 { try desk.commit(Script.change(after: desk.store.sequence(), at: desk)) }
            try ForgedJournal.rewrite(folder.file(), replacing: "rows=10", with: "rows=1")
            let verdict = try StationStore.open(at: folder.file()).verify()
            #expect(verdict.findings.map(\.english).contains { $0.contains("rewritten") })
        }

        @Test("A checkpoint of another station, or with a changed line, is not taken for this one's")
        func strangers() throws {
            let folder = try Folder()
            let (desk, other) = (try WorkDesk(folder.file()), try WorkDesk(folder.file("other")))
            let sheet = SheetStatement(kind: "people", query: "", rows: 0, digest: "", log: nil)
            let own = try #require(try desk.commit(.export(sheet, isUnmasked: false)).checkpoint)
            let strange = try #require(try other.commit(.export(sheet, isUnmasked: false)).checkpoint)
            let changed = try #require(Checkpoint(text: own.text.replacingOccurrences(of: "rows 0", with: "rows 1")))
            #expect(try desk.store.verify(against: [own]).holds)
            #expect(try desk.store.verify(against: [strange]).findings.count == 1)
            #expect(!changed.isSigned)
            #expect(try desk.store.verify(against: [changed]).findings.count == 1)
        }
    }
}

/// What so many flipped bits came to.
private struct FlipTally: CustomStringConvertible {
    /// Those that changed what the store says, or made it unreadable.
    var changed = 0
    var found = 0
    var missed: [String] = []
    /// Complained of, though nothing was changed and the file is whole.
    var falseAlarms: [String] = []
    var missedByIntegrityCheck = 0

    mutating func take(isFound: Bool, isChanged: Bool, isWhole: Bool, _ moment: String) {
        if isFound { found += 1 }
        if isChanged {
            changed += 1
            if isWhole { missedByIntegrityCheck += 1 }
            if !isFound { missed.append(moment) }
        } else if isFound, isWhole {
            falseAlarms.append(moment)
        }
    }

    var description: String {
        let misses = "\(missed.count) of them missed (\(missedByIntegrityCheck) by integrity_check alone)"
        return "\(changed) changed something, \(misses), \(found) found in all, \(falseAlarms.count) false alarms"
    }
}
