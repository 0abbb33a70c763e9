import DoorstepCore
import DoorstepStore
import Foundation
import Testing

@testable import StoreWorker

extension Faults {
    @Suite("Several programs at one store", .serialized)
    struct Sharing {
        @Test("None of their changes is lost, no number is given twice, and who looks on takes all of them in", arguments: [2, 3, 4])
        func contention(programs: Int) throws {
            // Given a store that is open here.
            let folder = try Folder()
            let onlooker = try WorkDesk(folder.file())
            let loaded = try onlooker.store.load(catalogue: onlooker.catalogue)
            var (register, sequence) = (loaded.register, loaded.sequence)

            // When programs change it at the same time.
            let each = Faults.size(25, long: 500)
            let workers = try (1...programs).map { try Child(Child.worker, ["contend", folder.file(), "经办人\($0)", "\(each)"]) }
            var lines: [String] = []
            while sequence < 1 + programs * each {
                let changes = try onlooker.store.changes(since: sequence, catalogue: onlooker.catalogue)
                changes.update(&register)
                #expect(changes.sequence >= sequence)
                sequence = changes.sequence
                for worker in workers { lines += worker.lines(for: .milliseconds(1)) }
                // One that gives up would be waited for without end.
                let failed = workers.first { !$0.errors.isEmpty }
                try #require(failed == nil, "\(failed?.errors ?? "")")
            }
            for worker in workers {
                lines += worker.lines()
                #expect(worker.end() == .exited(0), "\(worker.errors)")
            }

            // Then
            let saved = lines.map { $0.split(separator: " ").map(String.init) }
            #expect(saved.count == programs * each)
            #expect(Set(saved.map { $0[0] }).count == saved.count, "no sequence was given twice")
            #expect(Set(saved.map { $0[1] }).count == saved.count, "no identifier was given twice")
            let whole = try onlooker.store.load(catalogue: onlooker.catalogue)
            #expect(whole.sequence == 1 + programs * each)
            #expect(Set(whole.register.people.map(\.id.text)) == Set(saved.map { $0[1] }))
            #expect(Array(register.people) == Array(whole.register.people))
            #expect(try onlooker.store.verify().findings == [])
            Faults.report("\(programs) programs: \(saved.count) changes, none lost, none twice")
        }

        @Test("Who holds the store up is named after a second's wait, and nothing is lost once it goes on", arguments: Hold.allCases)
        func holder(hold: Hold) throws {
            // Given a program that is stopped in the middle of a change.
            let folder = try Folder()
            try Operation.putSheets(in: folder.path)
            for operation in Operation.first(7) { _ = try operation.run(in: folder.path) }
            let fault = ["LD_PRELOAD": try Preload.disk.path(), "DISK_FOLDER": folder.path, "DISK_AT": "1", "DISK_DO": "stop", "DISK_ONLY": folder.file() + hold.suffix]
            let words = ["place", "refer", "J1", "P1", "--store", folder.file(), "--on", "2026-11-21", "--caseworker", "王主任"]
            let other = try Child(Child.program, words, fault)
            #expect(other.stop() == .stopped)

            // When another wants to change the store.
            let start = ContinuousClock.now
            let refer = Operation(name: "refer", words: ["place", "refer", "J2", "P2"])
            let refused = try refer.run(in: folder.path)
            let waited = start.duration(to: .now)

            // Then
            #expect(refused.ending == .exited(3))
            #expect(refused.errorLines.count == 1 && refused.errors.contains("王主任, pid \(other.id), since "), "\(refused.errors)")
            #expect(waited > .seconds(1))
            other.signal(SIGCONT)
            #expect(other.lines() == [Script.placement(0).text])
            #expect(other.end() == .exited(0), "\(other.errors)")
            #expect(try refer.run(in: folder.path).lines == [Script.placement(1).text])
            let content = try StationContent(folder.path)
            for number in 0...1 { #expect(content.records.contains { $0.hasPrefix(Script.placement(number).text) }) }
        }

        /// Where a program stops.
        enum Hold: CaseIterable {
            /// Before anything is written: others can still read.
            case atJournal
            /// While the store itself is being written.
            case atStore

            var suffix: String { self == .atJournal ? "-journal" : "" }
        }
    }
}
