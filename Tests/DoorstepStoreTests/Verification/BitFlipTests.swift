import DoorstepCore
import Foundation
import GRDB
import Testing

@testable import DoorstepStore

@Suite("Single bits that turn over")
struct BitFlipTests {
    @Test("Every one that changes what the store says is found, and none ends the program", arguments: 1...4 as ClosedRange<UInt64>)
    func flips(seed: UInt64) throws {
        // Given a store with a history.
        let folder = try Folder()
        let path = folder.file()
        try Desk.inFile(path).makeHistory()
        let whole = try Data(contentsOf: URL(filePath: path))
        let content = try #require(Self.content(path))
        // Most of so small a file is empty pages.
        let used = whole.indices.filter { whole[$0] != 0 }
        var random = SplitMix64(seed: seed)
        var found = 0
        for number in 1...150 {
            // When a bit turns over.
            var flipped = whole
            let byte = random.pick(used)
            let bit = random.int(0...7)
            flipped[byte] ^= 1 << UInt8(bit)
            let copy = folder.file("copy\(number)")
            try flipped.write(to: URL(filePath: copy))
            defer { try? FileManager.default.removeItem(atPath: copy) }

            // Then
            guard let verdict = try? StationStore.open(at: copy).verify() else {
                found += 1
                continue
            }
            if !verdict.holds { found += 1 }
            if Self.content(copy) != content { #expect(!verdict.holds, "seed \(seed): bit \(bit) of byte \(byte)") }
            _ = try? StationStore.open(at: copy).load(catalogue: Samples.catalogue)
        }
        #expect(found > 50, "the flips hit something")
    }

    /// All that the tables say, but for the order of the rows and the
    /// counters, which nothing is lost with. Nil where it cannot be read.
    private static func content(_ path: String) -> [[DatabaseValue]]? {
        let tables = [
            "SELECT * FROM station", "SELECT * FROM journal ORDER BY 1", "SELECT * FROM step ORDER BY 1", "SELECT * FROM setting ORDER BY 1",
            "SELECT id, revision, salt, commitment, facts, journal, personal FROM savedSearch ORDER BY 1",
            "SELECT id, jobId, personId FROM placement ORDER BY 1", "SELECT * FROM superseded ORDER BY 1, 2, 3",
            "SELECT id, revision, salt, commitment, facts, journal, personal FROM person ORDER BY 1",
            "SELECT id, revision, salt, commitment, facts, journal, employerId FROM job ORDER BY 1",
            "SELECT id, revision, salt, commitment, facts, journal FROM employer ORDER BY 1",
            "SELECT id, revision, salt, commitment, facts, journal FROM distance ORDER BY 1",
        ]
        do {
            let queue = try DatabaseQueue(path: path)
            return try queue.read { db in try tables.flatMap { try Row.fetchAll(db, sql: $0).map { Array($0.databaseValues) } } }
        } catch {
            return nil
        }
    }
}
