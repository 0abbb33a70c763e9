import DoorstepStore
import Foundation
import Testing

@testable import StoreWorker

extension Faults {
    @Suite("A disk that fails")
    struct Failures {
        @Test("Whatever write, sync, cut or removal fails, once or for ever: one clear line, nothing said to be saved that is not, nothing damaged")
        func failures() throws {
            var random = SplitMix64.printed()
            var tally = FailureTally()
            let station = try FailingStation()
            for operation in Operation.all {
                let calls = try station.prepare(operation)
                // In the small size a share of the calls; in the large one each.
                let chosen = Faults.isLong ? Array(1...max(1, calls)) : Array((1...max(1, calls)).shuffled(using: &random).prefix(3)).sorted()
                for call in calls == 0 ? [] : chosen {
                    for failure in DiskFailure.all where Faults.isLong || failure == DiskFailure.all[(call + tally.runs) % DiskFailure.all.count] {
                        tally.take(try station.fail(operation, at: call, failure), "seed \(random.seed), \(operation.name), call \(call) of \(calls), \(failure)")
                    }
                }
                try station.goOn()
            }
            Faults.report("failing calls: \(tally)")
            for message in tally.messages.sorted() { Faults.report("  said: \(message)") }
            #expect(tally.problems == [])
            #expect(tally.refused > 0)
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
            #expect(try attempt(["DISK_LOG": folder.file("log")]).ending == .exited(0))
            let calls = try DiskLog(folder.file("log")).count
            #expect(calls > 5)
            for call in 1...calls {
                for failure in DiskFailure.all {
                    // When a call of its recovery fails.
                    let result = try attempt(["DISK_AT": "\(call)"].merging(failure.environment) { $1 })
                    // Then
                    #expect(result.ending == .exited(0) || result.ending == .exited(3) && result.errorLines.count == 1, "call \(call) \(failure): \(result.errors)")
                    let check = StoreCheck("\(trial)/station.doorstep", acknowledged: acknowledged)
                    #expect(check.problem == nil, "call \(call) of \(calls), \(failure)")
                }
            }
            Faults.report("failing calls of a recovery: \(calls * DiskFailure.all.count) runs")
        }

        @Test("Control: a failure that is swallowed is noticed")
        func control() throws {
            let station = try FailingStation()
            var tally = FailureTally()
            for operation in Operation.all.prefix(8) {
                let calls = try station.prepare(operation)
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

/// How a call fails.
private enum DiskFailure: Equatable, CustomStringConvertible {
    case error(Int32, forEver: Bool)
    /// It reports success: what a program that looks away would make of it.
    case swallowed

    static let all: [DiskFailure] = [
        .error(EIO, forEver: false), .error(ENOSPC, forEver: true), .error(EIO, forEver: true), .error(ENOSPC, forEver: false),
    ]

    var environment: [String: String] {
        switch self {
        case .error(let number, let forEver): ["DISK_DO": "fail", "DISK_ERRNO": "\(number)"].merging(forEver ? ["DISK_EVER": "1"] : [:]) { $1 }
        case .swallowed: ["DISK_DO": "swallow"]
        }
    }

    var description: String {
        switch self {
        case .error(let number, let forEver): "\(number == EIO ? "EIO" : "ENOSPC") \(forEver ? "for ever" : "once")"
        case .swallowed: "swallowed"
        }
    }
}

/// What one failing call came to.
private struct FailureResult {
    /// What was said where it was not done.
    let refusal: String?
    let problem: String?
}

private struct FailureTally: CustomStringConvertible {
    var runs = 0
    var refused = 0
    var messages: Set<String> = []
    var problems: [String] = []

    mutating func take(_ result: FailureResult, _ moment: String) {
        runs += 1
        if let message = result.refusal {
            refused += 1
            messages.insert(message)
        }
        if let problem = result.problem { problems.append("\(moment): \(problem)") }
    }

    var description: String { "\(runs) runs, \(refused) refused, \(problems.count) problems" }
}

/// A station at which one operation after the other is tried on a failing
/// disk, each from the same state, and then done.
private final class FailingStation {
    private let folder: Folder
    /// What the operation finds, what it leaves, and where it is tried.
    private let before: String
    private let after: String
    private let trial: String
    private var contentBefore = StationContent()
    private var contentAfter = StationContent()
    private var operation: Operation?

    init() throws {
        folder = try Folder()
        before = try folder.folder("before")
        after = folder.file("after")
        trial = folder.file("trial")
        try Operation.putSheets(in: before)
    }

    /// Does the operation on a disk that holds, and learns what it does.
    ///
    /// - Returns: how many calls of it change a file.
    func prepare(_ operation: Operation) throws -> Int {
        self.operation = operation
        try copy(before, to: after)
        let log = folder.file("log")
        unlink(log)
        let result = try operation.run(in: after, ["LD_PRELOAD": try Preload.disk.path(), "DISK_FOLDER": after, "DISK_LOG": log])
        try #require(result.ending == operation.success, "\(operation.name): \(result.errors)")
        contentBefore = try StationContent(before)
        contentAfter = try StationContent(after)
        return FileManager.default.fileExists(atPath: log) ? try DiskLog(log).count : 0
    }

    /// What comes after it finds it done.
    func goOn() throws {
        try copy(after, to: before)
    }

    func fail(_ operation: Operation, at call: Int, _ failure: DiskFailure) throws -> FailureResult {
        try copy(before, to: trial)
        let fault = ["LD_PRELOAD": try Preload.disk.path(), "DISK_FOLDER": trial, "DISK_AT": "\(call)"].merging(failure.environment) { $1 }
        let result = try operation.run(in: trial, fault)
        return FailureResult(
            refusal: result.ending == operation.success ? nil : result.errorLines.last ?? "", problem: problem(operation, result))
    }

    private func problem(_ operation: Operation, _ result: Child.Result) -> String? {
        let content: StationContent
        do { content = try StationContent(trial) } catch { return "damaged: \(error); said \(result.errors)" }
        let sheet = operation.sheet.flatMap { FileManager.default.contents(atPath: "\(trial)/\($0)") }
        let wholeSheet = operation.sheet.flatMap { FileManager.default.contents(atPath: "\(after)/\($0)") }
        let isSheetWhole = sheet?.count == wholeSheet?.count
        switch result.ending {
        case operation.success:
            guard content == contentAfter else { return "said to be saved, and is not" }
            return isSheetWhole ? nil : "said to be written, and the sheet is not whole"
        case .exited(2), .exited(3):
            let lines = result.errorLines
            guard lines.count <= 1 + operation.notes, let line = lines.last else { return "\(lines.count) lines: \(result.errors)" }
            guard line.hasSuffix("."), line.contains(";") else { return "a line that names no mend: \(line)" }
            guard sheet == nil || isSheetWhole else { return "half a sheet was left" }
            // The one message that says that it was saved all the same.
            if line.contains("was written, but") { return content == contentAfter ? nil : "said to be written, and is not: \(line)" }
            if content == contentBefore { return nil }
            return operation.isExport && content == contentAfter ? nil : "said to be refused, and is there: \(line)"
        default: return "ended by \(result.ending): \(result.errors)"
        }
    }

    private func copy(_ source: String, to target: String) throws {
        try? FileManager.default.removeItem(atPath: target)
        try FileManager.default.copyItem(atPath: source, toPath: target)
    }
}
