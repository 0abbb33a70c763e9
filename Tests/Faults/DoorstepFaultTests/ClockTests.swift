import Foundation
import GRDB
import Testing

@testable import StoreWorker

extension Faults {
    @Suite("A clock that is wrong", .serialized)
    struct Clocks {
        private let folder: Folder
        private static let fiveYears = 5 * 31_557_600

        init() throws {
            folder = try Folder()
            try Operation.putSheets(in: folder.path)
            for operation in Operation.first(7) { _ = try operation.run(in: folder.path) }
        }

        @Test("Five years ahead, then five years back: order is that of the sequence, and the journal notes where the clock went backwards")
        func years() throws {
            // Given entries of today.
            let known = try entries().count
            // When the clock goes ahead, back behind today, and comes right.
            _ = try step(["place", "refer", "J1", "P1"], ["CLOCK_OFFSET": "\(Self.fiveYears)"])
            _ = try step(["place", "interview", Script.placement(0).text], ["CLOCK_OFFSET": "-\(Self.fiveYears)"])
            _ = try step(["place", "hire", Script.placement(0).text], [:])
            // Then
            let entries = try entries()
            let added = entries.suffix(3).map { $0 }
            #expect(entries.map(\.sequence) == Array(1...known + 3))
            #expect(added[0].time > entries[known - 1].time && added[1].time < entries[known - 1].time)
            #expect(added.map(\.wentBackFrom) == [nil, added[0].time, nil])
            #expect(entries.prefix(known).allSatisfy { $0.wentBackFrom == nil })
            let steps = try StationContent(folder.path).records.last { $0.hasPrefix(Script.placement(0).text) }
            #expect(steps?.contains("referred 2026-11-21 \", \"interviewed 2026-11-21 \", \"hired 2026-11-21") == true, "\(steps ?? "")")
        }

        @Test("A clock that steps back each time it is asked: each entry says so, and the chain and the ledger hold")
        func steps() throws {
            let clock = ["CLOCK_FILE": folder.file("clock")]
            _ = try step(["place", "refer", "J1", "P1"], clock)
            _ = try step(["place", "interview", Script.placement(0).text], clock)
            _ = try step(["place", "hire", Script.placement(0).text], clock)
            let added = try entries().suffix(3).map { $0 }
            #expect(added[1].wentBackFrom == added[0].time && added[2].wentBackFrom == added[1].time)
        }

        @Test("Without --on a clock far back cannot slip a step in before those that are there")
        func earlierDay() throws {
            _ = try step(["place", "refer", "J1", "P1"], [:])
            let before = try StationContent(folder.path)
            let operation = Operation(name: "", words: ["place", "interview", Script.placement(0).text, "--store", folder.file(), "--lang", "en"])
            let result = try Child.run(
                Child.program, operation.words, ["LD_PRELOAD": try Preload.clock.path(), "CLOCK_OFFSET": "-\(Self.fiveYears)"], in: folder.path)
            #expect(result.ending == .exited(2))
            #expect(result.errorLines.count == 1, "\(result.errors)")
            #expect(try StationContent(folder.path) == before)
        }

        /// Records a step by a wrong clock, on 21 November 2026 all the same.
        private func step(_ words: [String], _ clock: [String: String]) throws -> Child.Result {
            let result = try Operation(name: "", words: words).run(in: folder.path, ["LD_PRELOAD": try Preload.clock.path()].merging(clock) { $1 })
            #expect(result.ending == .exited(0), "\(result.errors)")
            _ = try StationContent(folder.path)
            return result
        }

        private struct Entry {
            let sequence: Int
            let time: String
            let wentBackFrom: String?
        }

        private func entries() throws -> [Entry] {
            let queue = try DatabaseQueue(path: folder.file())
            defer { try? queue.close() }
            return try queue.read { db in
                try Row.fetchAll(db, sql: "SELECT sequence, time, content FROM journal ORDER BY sequence").map { row in
                    let lines = (row[2] as String).split(separator: "\n")
                    let mark = "clock_went_back_from="
                    return Entry(sequence: row[0], time: row[1], wentBackFrom: lines.first { $0.hasPrefix(mark) }.map { String($0.dropFirst(mark.count)) })
                }
            }
        }
    }
}
