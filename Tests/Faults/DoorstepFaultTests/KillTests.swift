import Foundation
import Testing

@testable import StoreWorker

extension Faults {
    @Suite("Killed", .serialized)
    struct Killed {
        @Test("What was acknowledged outlasts kill -9 at any moment, whole")
        func kills() throws {
            let kills = Faults.size(200, long: 2000)
            let tally = try KillTally.make("write", kills: kills, .printed())
            Faults.report("\(kills) kills: \(tally)")
            #expect(tally.problems == [])
            #expect(tally.hotJournals * 4 >= kills, "at least a quarter of the kills leave a change to be undone")
            #expect(tally.changes > kills)
        }

        @Test("Control: a worker that acknowledges before it saves is found out")
        func control() throws {
            let tally = try KillTally.make("boast", kills: 20, .printed())
            Faults.report("control, 20 kills of a worker that boasts: \(tally)")
            #expect(tally.losses > 0)
        }
    }
}

/// What so many kills came to.
private struct KillTally: CustomStringConvertible {
    /// Changes acknowledged in all.
    var changes = 0
    /// Kills that left a change half made, to be undone at the next opening.
    var hotJournals = 0
    var losses = 0
    var problems: [String] = []

    var description: String {
        "\(changes) changes acknowledged, \(hotJournals) left a change to be undone, \(losses) lost, \(problems.count) problems"
    }

    /// Kills a worker so many times; the next one goes on with what it left.
    static func make(_ verb: String, kills: Int, _ random: SplitMix64) throws -> KillTally {
        var random = random
        var tally = KillTally()
        // On a disk that takes its time, where a change spends most of it
        // waiting to be on the disk.
        let folder = try Folder(isOnDisk: true)
        // The next worker gets ready while the present one works.
        var next = try KilledWorker(verb, folder, &random)
        for number in 0..<kills {
            // A store that grows for ever would be slower and slower to look at.
            if number % 25 == 0 {
                try folder.empty()
                tally.standing = 0
            }
            let worker = next
            worker.begin()
            next = try KilledWorker(verb, folder, &random)
            let lines = worker.run()
            tally.changes += lines.count
            if isHot(folder.file() + "-journal") { tally.hotJournals += 1 }
            let check = StoreCheck(folder.file(), acknowledged: lines.last.flatMap(Int.init) ?? tally.standing)
            tally.standing = check.sequence
            guard let problem = check.problem else { continue }
            if problem.isLoss { tally.losses += 1 }
            tally.problems.append("seed \(random.seed), kill \(number): \(problem)")
        }
        next.giveUp()
        return tally
    }

    /// The latest entry of the store that is worked at.
    private var standing = 0

    /// Whether a change has to be undone before the store can be read: its
    /// journal has the first of the eight bytes that SQLite begins one with
    /// once it is on the disk.
    private static func isHot(_ journal: String) -> Bool {
        guard let bytes = FileManager.default.contents(atPath: journal) else { return false }
        return bytes.first == 0xD9
    }
}

/// A worker, and the moment at which it is killed.
private struct KilledWorker {
    private let child: Child
    private let moment: Moment

    private enum Moment {
        /// From outside, so many microseconds after its first word.
        case outside(Int)
        /// At a call that changes a file, or in the middle of a write: moments
        /// that are rare from outside.
        case inside
    }

    init(_ verb: String, _ folder: Folder, _ random: inout SplitMix64) throws {
        var environment: [String: String] = [:]
        switch random.int(1...4) {
        case 1, 2: moment = .outside(random.int(0...30_000))
        case let kind:
            moment = .inside
            environment = [
                "LD_PRELOAD": try Preload.disk.path(), "DISK_FOLDER": folder.path, "DISK_DO": random.chance(30) ? "half" : "kill",
                "DISK_AT": "\(random.int(1...(kind == 3 ? 600 : 60)))",
            ]
            // Every such moment is one at which a change has to be undone.
            if kind == 4 { environment["DISK_ONLY"] = folder.file() }
        }
        child = try Child(Child.worker, [verb, folder.file(), "100000"], environment, listens: true)
    }

    func begin() { child.tell(".") }

    /// What it acknowledged.
    func run() -> [String] {
        var lines: [String] = []
        if case .outside(let microseconds) = moment {
            // The moment is the fault itself; nothing is waited for.
            lines = child.lines(upTo: 1) + child.lines(for: .microseconds(microseconds))
            child.signal(SIGKILL)
        }
        lines += child.lines()
        #expect(child.end() == .killed(by: SIGKILL), "\(child.errors)")
        return lines
    }

    func giveUp() {
        child.signal(SIGKILL)
        child.end()
    }
}
