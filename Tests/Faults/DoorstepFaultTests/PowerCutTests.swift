import Foundation
import Testing

@testable import StoreWorker

extension Faults {
    @Suite("Power cuts", .serialized)
    struct PowerCuts {
        @Test("What was acknowledged outlasts a power cut at any moment, also one while the last is being undone")
        func cuts() throws {
            let cuts = Faults.size(200, long: 20_000)
            let tally = try CutTally.make(cuts: cuts, .printed())
            Faults.report("power cuts: \(tally)")
            #expect(tally.problems == [])
            #expect(tally.cuts >= cuts)
            #expect(tally.duringRecovery * 10 >= cuts)
        }

        @Test("A station that was said to be founded is there after a power cut; before that it is there whole, or not at all")
        func founding() throws {
            let folder = try Folder()
            let log = try recorded(["open", folder.file()], in: folder)
            var random = SplitMix64.printed()
            let copy = try Folder()
            for point in 0...log.calls.count {
                for _ in 0..<Faults.size(4, long: 40) {
                    let disk = SimulatedDisk(after: log.calls[..<point])
                    let files = disk.afterPowerCut(&random)
                    try copy.put(files)
                    let isThere = files["station.doorstep"] != nil
                    #expect(isThere || disk.acknowledged == 0, "seed \(random.seed), call \(point): lost")
                    guard isThere else { continue }
                    #expect(StoreCheck(copy.file(), acknowledged: 1).problem == nil, "seed \(random.seed), call \(point)")
                }
            }
        }

        @Test("Control: on a disk that only says that it has synced, something is lost")
        func lyingDisk() throws {
            let tally = try CutTally.make(cuts: 40, on: .lies, .printed())
            Faults.report("control, power cuts on a disk that lies: \(tally)")
            #expect(tally.losses > 0)
        }

        @Test("Control: where removing the journal is not synced, as with synchronous = FULL, the last change is lost now and then")
        func unsyncedRemoval() throws {
            let tally = try CutTally.make(cuts: Faults.size(300, long: 3000), on: .forgetsRemovals, .printed())
            Faults.report("control, power cuts as if synchronous = FULL: \(tally)")
            #expect(tally.losses > 0)
        }

        @Test("Control: a write-ahead log with synchronous = NORMAL loses rows", arguments: [
            ["WAL", "NORMAL", "lost"], ["DELETE", "EXTRA", "kept"],
        ])
        func writeAheadLog(settings: [String]) throws {
            // Given a file that is kept with these settings.
            let folder = try Folder()
            let log = try recorded(["plain", folder.file(), settings[0], settings[1], "60"], in: folder)
            var random = SplitMix64.printed()
            let copy = try Folder()
            var lost = 0
            for point in log.points(60, &random) {
                // When the power is cut.
                let disk = SimulatedDisk(after: log.calls[..<point])
                try copy.put(disk.afterPowerCut(&random))
                // Then
                if (try? PlainFile.count(copy.file())).flatMap({ $0 }) ?? 0 < disk.acknowledged { lost += 1 }
            }
            Faults.report("control, 60 power cuts with \(settings[0]) and \(settings[1]): \(lost) lost something")
            #expect((lost > 0) == (settings[2] == "lost"))
        }
    }
}

/// What so many power cuts came to.
private struct CutTally: CustomStringConvertible {
    var cuts = 0
    var duringRecovery = 0
    var losses = 0
    var problems: [String] = []

    var description: String { "\(cuts) cuts, \(duringRecovery) of them during recovery: \(losses) lost, \(problems.count) problems" }

    /// Cuts the power of a worker's disk so many times.
    static func make(cuts: Int, on honesty: SimulatedDisk.Honesty = .honest, _ random: SplitMix64) throws -> CutTally {
        var random = random
        var tally = CutTally()
        while tally.cuts < cuts {
            let folder = try Folder()
            let log = try recorded(["write", folder.file(), "\(random.int(8...48))"], in: folder)
            let copy = try Folder()
            var disk = SimulatedDisk(honesty)
            var taken = 0
            for point in log.points(Faults.size(50, long: 500), &random) {
                for call in log.calls[taken..<point] { disk.take(call) }
                taken = point
                let files = disk.afterPowerCut(&random)
                // Each second change that has to be undone is cut off too.
                if honesty == .honest, files["station.doorstep-journal"]?.first == 0xD9, random.chance(50) {
                    try tally.cutRecovery(of: files, acknowledged: disk.acknowledged, copy, &random)
                }
                try tally.look(at: files, acknowledged: disk.acknowledged, copy, "seed \(random.seed), cut \(tally.cuts)")
            }
        }
        return tally
    }

    /// Opens a store after a power cut, and cuts the power while that puts
    /// right what the first has left.
    private mutating func cutRecovery(of files: [String: [UInt8]], acknowledged: Int, _ copy: Folder, _ random: inout SplitMix64) throws {
        try copy.put(files)
        let before = SimulatedDisk(files: files)
        let log = try recorded(["open", copy.file()], in: copy, from: before)
        for _ in 0..<3 {
            let point = random.int(0...log.calls.count)
            var disk = before
            for call in log.calls[..<point] { disk.take(call) }
            duringRecovery += 1
            try look(at: disk.afterPowerCut(&random), acknowledged: acknowledged, copy, "seed \(random.seed), recovery \(duringRecovery)")
        }
    }

    private mutating func look(at files: [String: [UInt8]], acknowledged: Int, _ copy: Folder, _ moment: String) throws {
        cuts += 1
        try copy.put(files)
        guard let problem = StoreCheck(copy.file(), acknowledged: acknowledged).problem else { return }
        if problem.isLoss { losses += 1 }
        problems.append("\(moment): \(problem)")
    }
}

/// What a worker asks of its disk.
private func recorded(_ words: [String], in folder: Folder, from disk: SimulatedDisk = SimulatedDisk()) throws -> DiskLog {
    let elsewhere = try Folder()
    let environment = ["LD_PRELOAD": try Preload.disk.path(), "DISK_FOLDER": folder.path, "DISK_LOG": elsewhere.file("log")]
    let result = try Child.run(Child.worker, words, environment)
    try #require(result.ending == .exited(0), "\(result.errors)")
    return try DiskLog(elsewhere.file("log"), from: disk)
}

extension DiskLog {
    /// Moments for a power cut, in order, each before a call; none before
    /// the first was acknowledged.
    fileprivate func points(_ count: Int, _ random: inout SplitMix64) -> [Int] {
        let first = calls.firstIndex { $0.kind == .acknowledged } ?? 0
        return (0..<count).map { _ in random.int(first + 1...calls.count) }.sorted()
    }
}

extension SimulatedDisk {
    fileprivate init(after calls: ArraySlice<DiskLog.Call>) {
        self.init()
        for call in calls { take(call) }
    }
}

extension Folder {
    /// Leaves these files in it and no others. A lock and what SQLite shares
    /// between processes are worth nothing after a power cut.
    fileprivate func put(_ files: [String: [UInt8]]) throws {
        try empty()
        for (name, bytes) in files where !name.hasSuffix(".lock") && !name.hasSuffix("-shm") {
            try Data(bytes).write(to: URL(fileURLWithPath: file(name)))
        }
    }
}
