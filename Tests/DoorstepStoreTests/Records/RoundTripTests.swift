import DoorstepCore
import Testing

@testable import DoorstepStore

@Suite("What goes into the store comes out of it")
struct RoundTripTests {
    @Test("Records with anything in any column are the same after opening again", arguments: 1...8 as ClosedRange<UInt64>)
    func records(seed: UInt64) throws {
        // Given
        let folder = try Folder()
        let catalogue = try Samples.catalogue
        var records = RandomRecords(catalogue, seed: seed)
        let employers = try (1...20).map { records.employer(try recordID("E\($0)")) }
        let people = try (1...100).map { records.person(try recordID("人 \($0)")) }
        let jobs = try (1...50).map { records.job(try recordID("J\($0)"), employer: try recordID("E\(records.random.int(1...20))")) }
        let distances = (1...20).map { _ in records.distance() }

        // When
        do {
            let desk = try Desk.inFile(folder.file())
            try desk.save(.records(RecordBatch(employers: employers, people: people, jobs: jobs, distances: distances), reason: .edit()))
        }
        let store = try StationStore.open(at: folder.file())
        let register = try store.load(catalogue: catalogue).register

        // Then
        #expect(Array(register.employers) == employers, "seed \(seed)")
        #expect(Array(register.people) == people, "seed \(seed)")
        #expect(Array(register.jobs) == jobs, "seed \(seed)")
        for distance in distances.reversed() where register.distances[distance.to, distance.from] != distance.metres {
            // A later row for the same pair took its place.
            let later = distances.last { Set([$0.from, $0.to]) == Set([distance.from, distance.to]) }
            #expect(register.distances[distance.from, distance.to] == later?.metres, "seed \(seed)")
        }
        #expect(try store.station(catalogue) == Samples.station)
        #expect(try store.verify().findings == [], "seed \(seed)")
    }

    @Test("A record that was changed stays in its place")
    func order() throws {
        let desk = try Desk()
        try desk.fill()
        try desk.save(people: [desk.person("P1") { $0.name = "王五" }])
        #expect(try desk.register.people.map(\.name) == ["王五", "张三", "张三"])
        #expect(try desk.register.people.map(\.id.text) == ["P1", "P2", "P3"])
    }

    @Test("What was admitted on one day is read on any other")
    func anyDay() throws {
        let desk = try Desk()
        let birth = try day("2026-11-20")
        try desk.save(people: [desk.person { $0.birth = birth }])
        #expect(try desk.register.people.map(\.birth) == [birth])
    }
}
