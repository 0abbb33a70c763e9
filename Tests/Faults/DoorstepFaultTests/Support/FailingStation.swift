import Foundation
import Testing

@testable import StoreWorker

/// What happens at a call.
enum DiskFailure: Equatable, CustomStringConvertible {
    case error(Int32, forEver: Bool)
    /// It reads the store's file, and fails with EIO.
    case unreadable(forEver: Bool)
    /// The program is killed before it, or when half of it is written.
    case killed(half: Bool)
    /// It reports success: what a program that looks away would make of it.
    case swallowed

    static let writes: [DiskFailure] = [
        .error(EIO, forEver: false), .error(ENOSPC, forEver: true), .error(EIO, forEver: true), .error(ENOSPC, forEver: false),
    ]
    static let reads: [DiskFailure] = [.unreadable(forEver: false), .unreadable(forEver: true)]
    static let kills: [DiskFailure] = [.killed(half: false), .killed(half: true)]

    var environment: [String: String] {
        switch self {
        case .error(let number, let forEver): ["DISK_DO": "fail", "DISK_ERRNO": "\(number)"].merging(forEver ? ["DISK_EVER": "1"] : [:]) { $1 }
        case .unreadable(let forEver): ["DISK_DO": "fail", "DISK_READS": "1"].merging(forEver ? ["DISK_EVER": "1"] : [:]) { $1 }
        case .killed(let half): ["DISK_DO": half ? "half" : "kill"]
        case .swallowed: ["DISK_DO": "swallow"]
        }
    }

    var description: String {
        switch self {
        case .error(let number, let forEver): "\(number == EIO ? "EIO" : "ENOSPC") \(forEver ? "for ever" : "once")"
        case .unreadable(let forEver): "unreadable \(forEver ? "for ever" : "once")"
        case .killed(let half): half ? "killed half-way" : "killed"
        case .swallowed: "swallowed"
        }
    }
}

/// What one failing call came to.
struct FailureResult {
    /// What was said where it was not done.
    let refusal: String?
    let problem: String?
}

struct FailureTally: CustomStringConvertible {
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
final class FailingStation {
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
    /// - Returns: what it asked of the disk.
    func prepare(_ operation: Operation) throws -> DiskLog {
        self.operation = operation
        try copy(before, to: after)
        let log = folder.file("log")
        unlink(log)
        let result = try operation.run(in: after, ["LD_PRELOAD": try Preload.disk.path(), "DISK_FOLDER": after, "DISK_LOG": log])
        try #require(result.ending == operation.success, "\(operation.name): \(result.errors)")
        contentBefore = try StationContent(before)
        contentAfter = try StationContent(after)
        return try DiskLog(log, from: SimulatedDisk(files: files(of: before)))
    }

    /// - Returns: how many calls of it read the store's file.
    func countReads(_ operation: Operation) throws -> Int {
        try copy(before, to: trial)
        let log = folder.file("log")
        unlink(log)
        let reads = ["LD_PRELOAD": try Preload.disk.path(), "DISK_FOLDER": trial, "DISK_LOG": log, "DISK_READS": "1"]
        try #require(try operation.run(in: trial, reads).ending == operation.success)
        return try DiskLog(log).calls.count { $0.kind == .readFrom && $0.name == "station.doorstep" }
    }

    /// What comes after it finds it done.
    func goOn() throws {
        try copy(after, to: before)
    }

    func fail(_ operation: Operation, at call: Int, _ failure: DiskFailure) throws -> FailureResult {
        try copy(before, to: trial)
        var fault = ["LD_PRELOAD": try Preload.disk.path(), "DISK_FOLDER": trial, "DISK_AT": "\(call)"].merging(failure.environment) { $1 }
        if case .unreadable = failure { fault["DISK_ONLY"] = "\(trial)/station.doorstep" }
        let result = try operation.run(in: trial, fault)
        return FailureResult(
            refusal: result.ending == operation.success ? nil : result.errorLines.last ?? "", problem: problem(operation, result))
    }

    /// What is there once the power is back that went after some calls.
    func cutPower(_ operation: Operation, after calls: ArraySlice<DiskLog.Call>, isDone: Bool, _ random: inout SplitMix64) throws -> FailureResult {
        var disk = SimulatedDisk(files: try files(of: before))
        for call in calls { disk.take(call) }
        try? FileManager.default.removeItem(atPath: trial)
        try FileManager.default.createDirectory(atPath: trial, withIntermediateDirectories: true)
        for (name, bytes) in disk.afterPowerCut(&random) where !name.hasSuffix(".lock") {
            try Data(bytes).write(to: URL(fileURLWithPath: "\(trial)/\(name)"))
        }
        let ending = isDone ? operation.success : .killed(by: SIGKILL)
        return FailureResult(refusal: nil, problem: problem(operation, Child.Result(lines: [], errors: "", ending: ending)))
    }

    /// By name, what is in the files of a folder.
    private func files(of folder: String) throws -> [String: [UInt8]] {
        try FileManager.default.contentsOfDirectory(atPath: folder).reduce(into: [:]) { files, name in
            files[name] = FileManager.default.contents(atPath: "\(folder)/\(name)").map { Array($0) }
        }
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
        case .exited(1) where operation.words.first == "backup":
            // The backup is there, and only the journal could not tell of it.
            guard result.errorLines.count == 1, isSheetWhole else { return "said to be whole, and is not: \(result.errors)" }
            return content == contentBefore || content == contentAfter ? nil : "neither told of nor left alone"
        case .killed(by: SIGKILL):
            guard sheet == nil || isSheetWhole else { return "half a sheet was left" }
            return content == contentBefore || content == contentAfter ? nil : "neither done nor left alone"
        default: return "ended by \(result.ending): \(result.errors)"
        }
    }

    private func copy(_ source: String, to target: String) throws {
        try? FileManager.default.removeItem(atPath: target)
        try FileManager.default.copyItem(atPath: source, toPath: target)
    }
}
