import DoorstepStore
import Foundation
import Testing

@testable import StoreWorker

extension Faults {
    @Suite("A disk that fails", .serialized)
    struct Failures {
        /// One walk through all that a caseworker does: each operation begins
        /// where the one before it ended, on a disk that holds.
        @Test(
            """
            Whatever write, sync, cut or removal fails, whatever cannot be read, once or for ever: one clear line, nothing said to be saved that is not, \
            nothing damaged; killed or without power at any call, each operation is done or not begun
            """, .timeLimit(.minutes(180)))
        func operations() throws {
            var random = SplitMix64.printed()
            var (writes, reads, kills, cuts) = (FailureTally(), FailureTally(), FailureTally(), FailureTally())
            let station = try FailingStation()
            for operation in Operation.all {
                let (log, readCalls) = (try station.prepare(operation), try station.countReads(operation))
                /// In the small size a share of the calls; in the large one each.
                func each(of calls: Int, _ share: Int, _ failures: [DiskFailure], _ tally: inout FailureTally) throws {
                    let few = (1...max(1, calls)).shuffled(using: &random).prefix(operation.isSlow ? 1 : share)
                    for call in calls == 0 ? [] : Faults.isLong ? Array(1...calls) : few.sorted() {
                        for failure in failures where Faults.isLong && !operation.isSlow || failure == failures[(call + tally.runs) % failures.count] {
                            tally.take(try station.fail(operation, at: call, failure), "seed \(random.seed), \(operation.name), call \(call) of \(calls), \(failure)")
                        }
                    }
                }
                try each(of: log.count, 3, DiskFailure.writes, &writes)
                try each(of: readCalls, 1, DiskFailure.reads, &reads)
                try each(of: log.count, 1, DiskFailure.kills, &kills)
                // The last moment is the one at which it was said to be done,
                // and a sheet is there for good.
                let points = Faults.isLong ? Array(0...log.calls.count) : [random.int(0...log.calls.count), log.calls.count]
                for point in points {
                    for _ in 0..<Faults.size(point == log.calls.count && operation.sheet != nil ? 6 : 1, long: 10) {
                        let result = try station.cutPower(operation, after: log.calls[..<point], isDone: point == log.calls.count, &random)
                        cuts.take(result, "seed \(random.seed), \(operation.name), power cut after call \(point) of \(log.calls.count)")
                    }
                }
                try station.goOn()
            }
            Faults.report("\(Operation.all.count) operations, failing calls: \(writes)")
            Faults.report("\(Operation.all.count) operations, failing reads: \(reads)")
            Faults.report("\(Operation.all.count) operations, killed: \(kills)")
            Faults.report("\(Operation.all.count) operations, power cuts: \(cuts)")
            for message in writes.messages.union(reads.messages).sorted() { Faults.report("  said: \(message)") }
            for tally in [writes, reads, kills, cuts] { #expect(tally.problems == []) }
            #expect(writes.refused > 0 && reads.refused > 0)
        }

        @Test("A disk that fails while a change that was cut off is undone: one line, and the next opening undoes it")
        func duringRecovery() throws {
            // Given a store that was left in the middle of a change.
            let folder = try Folder()
            let left = try folder.folder("left")
            let fault = [
                "LD_PRELOAD": try Preload.disk.path(), "DISK_FOLDER": left, "DISK_ONLY": "\(left)/station.doorstep", "DISK_AT": "40", "DISK_DO": "half",
            ]
            let worker = try Child.run(Child.worker, ["write", "\(left)/station.doorstep", "1000"], fault)
            let acknowledged = try #require(worker.lines.last.flatMap(Int.init))
            let trial = folder.file("trial")
            let verify = Operation(name: "verify", words: ["verify"])
            func attempt(_ environment: [String: String]) throws -> Child.Result {
                try? FileManager.default.removeItem(atPath: trial)
                try FileManager.default.copyItem(atPath: left, toPath: trial)
                let shared = ["LD_PRELOAD": try Preload.disk.path(), "DISK_FOLDER": trial]
                return try verify.run(in: trial, shared.merging(environment) { $1 })
            }
            func calls(_ environment: [String: String]) throws -> Int {
                unlink(folder.file("log"))
                #expect(try attempt(environment.merging(["DISK_LOG": folder.file("log")]) { $1 }).ending == .exited(0))
                return try DiskLog(folder.file("log")).count
            }
            let faults = [(try calls([:]), DiskFailure.writes), (try calls(["DISK_READS": "1"]), DiskFailure.reads)]
            for (calls, failures) in faults {
                #expect(calls > 5)
                for (call, failure) in (1...calls).flatMap({ call in failures.map { (call, $0) } }) {
                    // When a call of its recovery fails.
                    let result = try attempt(["DISK_AT": "\(call)"].merging(failure.environment) { $1 })
                    // Then
                    #expect(result.ending == .exited(0) || result.ending == .exited(3) && result.errorLines.count == 1, "call \(call) \(failure): \(result.errors)")
                    let check = StoreCheck("\(trial)/station.doorstep", acknowledged: acknowledged)
                    #expect(check.problem == nil, "call \(call) of \(calls), \(failure)")
                }
            }
            Faults.report("failing calls and reads of a recovery: \(faults.reduce(0) { $0 + $1.0 * $1.1.count }) runs")
        }

        @Test("Control: a failure that is swallowed is noticed")
        func control() throws {
            let station = try FailingStation()
            var tally = FailureTally()
            for operation in Operation.first(8) {
                let calls = try station.prepare(operation).count
                if operation.name == "refer" {
                    for call in stride(from: 1, through: calls, by: Faults.size(2, long: 1)) {
                        tally.take(try station.fail(operation, at: call, .swallowed), "call \(call)")
                    }
                }
                try station.goOn()
            }
            Faults.report("control, calls that only seem to be done: \(tally)")
            #expect(!tally.problems.isEmpty)
        }
    }
}
