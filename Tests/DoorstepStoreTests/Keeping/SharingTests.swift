import DoorstepCore
import Foundation
import Synchronization
import Testing

@testable import DoorstepStore

@Suite("Several programs at one store")
struct SharingTests {
    let folder: Folder

    init() throws {
        folder = try Folder()
    }

    @Test("What one program changes, the other takes in")
    func changes() throws {
        // Given
        let mine = try Desk.inFile(folder.file())
        try mine.fill()
        let other = try Desk(StationStore.open(at: folder.file()))
        let loaded = try other.store.load(catalogue: other.catalogue)
        var (register, sequence) = (loaded.register, loaded.sequence)
        #expect(try other.store.changes(since: sequence, catalogue: other.catalogue).isEmpty)

        // When
        try mine.save(people: [mine.person("P1") { $0.name = "王五" }, mine.person("P4")])
        let id = try mine.refer("P2")
        try mine.take(.interviewed, of: id)

        // Then
        #expect(try other.store.sequence() == sequence + 3)
        let changes = try other.store.changes(since: sequence, catalogue: other.catalogue)
        #expect(changes.people.map(\.id.text) == ["P1", "P4"])
        #expect(changes.placements.map(\.steps.count) == [2])
        #expect(changes.jobs.isEmpty && changes.employers.isEmpty)
        changes.update(&register)
        sequence = changes.sequence
        let whole = try mine.register
        #expect(Array(register.people) == Array(whole.people))
        #expect(Array(register.placements) == Array(whole.placements))
        #expect(try other.store.changes(since: sequence, catalogue: other.catalogue).isEmpty)
    }

    @Test("A change that meets a lock waits, and then says who holds it")
    func locked() throws {
        let mine = try Desk.inFile(folder.file(), patience: 60)
        let lock = ChangeLock(path: folder.file() + ".lock", patience: 0)
        let error = try lock.hold(by: "王主任", since: "2026-11-21T03:00:00Z") { () throws(ChangeError) in
            #expect(throws: ChangeError.self) { try mine.save(people: [mine.person()]) }
        }
        #expect(error == .store(.locked(by: "王主任, pid \(getpid()), since 2026-11-21T03:00:00Z")))
        try mine.save(people: [mine.person()])
    }

    @Test("A lock does not keep readers out")
    func reading() throws {
        let mine = try Desk.inFile(folder.file())
        try mine.fill()
        let lock = ChangeLock(path: folder.file() + ".lock", patience: 0)
        let count = try lock.hold(by: "王主任", since: "2026-11-21T03:00:00Z") { () throws(ChangeError) in try? mine.register.people.count }
        #expect(count == 3)
    }

    @Test("Four threads with a store each lose nothing and give no identifier twice")
    func threads() throws {
        // Given
        let path = folder.file()
        try Desk.inFile(path).fill()
        let failures = Failures()

        // When
        DispatchQueue.concurrentPerform(iterations: 4) { writer in
            do {
                let desk = try Desk(StationStore.open(at: path, patience: 60_000))
                for _ in 0..<25 {
                    let id = try desk.store.reserve(.person, count: 1, by: "\(writer)", now: desk.now)[0]
                    try desk.save(people: [desk.person(id.text)])
                }
            } catch {
                failures.add("\(error)")
            }
        }

        // Then
        #expect(failures.all == [])
        let desk = try Desk(StationStore.open(at: path))
        #expect(try desk.register.people.count == 103)
        #expect(try desk.store.sequence() == 102)
        #expect(try desk.verdict.findings == [])
    }

    @Test("Two processes contend for the last vacancies: each is given once")
    func processes() async throws {
        // Given one job with five vacancies, and ten people referred to it.
        let path = folder.file()
        let desk = try Desk.inFile(path)
        try desk.fill { $0.headcount = 5 }
        try desk.save(people: (1...10).map { try desk.person("N\($0)") })
        for number in 1...10 { try desk.refer("N\(number)") }

        // When two processes hire all of them.
        async let one: Void = hireAll(path)
        async let other: Void = hireAll(path)
        _ = await (one, other)

        // Then
        #expect(try desk.column("SELECT count(*) FROM step WHERE stage = 'hired'") == ["5"])
        #expect(try desk.register.people.count { $0.status == .placed } == 5)
        #expect(try desk.verdict.findings == [])
    }

    private func hireAll(_ path: String) async {
        await #expect(processExitsWith: .success) { [path = path as String] in
            let desk = try Desk(StationStore.open(at: path, patience: 60_000))
            for number in 1...10 {
                let id = RecordID(station: "150784001", kind: .placement, number: number)
                do throws(ChangeError) {
                    try desk.take(.hired, of: id)
                } catch {
                    guard case .refused = error else { throw error }
                }
            }
        }
    }

    @Test("A process killed in the middle of a change leaves nothing of it")
    func killed() async throws {
        let path = folder.file()
        let desk = try Desk.inFile(path)
        try desk.fill()
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
            try Desk(StationStore.open(at: path)).dieInTheMiddleOfAChange()
        }
        #expect(try desk.register.people.count == 3)
        #expect(try desk.verdict.findings == [])
        try desk.save(people: [desk.person("P4")])
    }

    @Test("Where a file may not grow, nothing is saved and what was stays")
    func fileLimit() async throws {
        let path = folder.file()
        try Desk.inFile(path).fill()
        await #expect(processExitsWith: .success) { [path = path as String] in
            // Given a limit a little above the store's size.
            signal(SIGXFSZ, SIG_IGN)
            let desk = try Desk(StationStore.open(at: path))
            let size = try #require(try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int)
            var limit = rlimit()
            getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
            limit.rlim_cur = rlim_t(size + 8192)
            setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
            let before = try desk.store.sequence()

            // When
            let people = try (1...500).map { number in try desk.person("N\(number)") { $0.note = String(repeating: "长", count: 200) } }
            let error = #expect(throws: ChangeError.self) { try desk.save(people: people) }

            // Then
            guard case .store(.failed) = error else { throw NotAsExpected() }
            guard try desk.store.sequence() == before, try desk.verdict.findings == [] else { throw NotAsExpected() }
            // From here on nothing is written, whatever room there is.
            guard case .failed = desk.store.haltedBy else { throw NotAsExpected() }
            limit.rlim_cur = limit.rlim_max
            setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
            #expect(throws: ChangeError.store(.halted)) { try desk.save(people: [desk.person("P9")]) }
            guard try desk.register.people.count == 3 else { throw NotAsExpected() }
            // Whoever opens it anew begins anew.
            try Desk(StationStore.open(at: path)).save(people: [desk.person("P9")])
        }
    }
}

/// What went wrong on several threads.
private final class Failures: Sendable {
    private let lines = Mutex<[String]>([])
    var all: [String] { lines.withLock { $0 } }
    func add(_ line: String) { lines.withLock { $0.append(line) } }
}

/// Ends a process of a test with failure, which the test then sees.
private struct NotAsExpected: Error {}
