import DoorstepCore
import DoorstepExchange
import Testing

@testable import StationGenerator

/// `Fixtures/station` and `Fixtures/demonstration` are what the generator
/// makes, and read as they should.
@Suite struct FixtureTests {
    let catalogue: Catalogue
    let station: GeneratedStation
    static let order: [SheetKind] = [.employers, .jobs, .people, .distances]

    init() throws {
        catalogue = try carriedCatalogue()
        station = try fixturePlan().generate(catalogue)
    }

    private func importer() throws -> SheetImporter {
        let place = try #require(catalogue.places.place(code: "150784001"))
        return SheetImporter(register: Register(station: Station(place: place, name: "演示站")), catalogue: catalogue, day: station.plan.day)
    }

    @Test(arguments: SheetKind.allCases) func `the fixtures are what the generator makes`(kind: SheetKind) throws {
        let file = kind.rawValue + ".csv"
        #expect(try fixture("demonstration/" + file) == StationSheets(station, catalogue: catalogue).bytes(kind))
        #expect(try fixture("station/" + file) == SheetMess(station, catalogue: catalogue).sheet(kind).bytes)
    }

    @Test func `the list of what is wrong on purpose is complete`() throws {
        let text = String(decoding: try fixture("README.md"), as: UTF8.self)
        let listed = text.split(separator: "\n").filter { $0.contains(".csv | ") }.count
        var refused = 0
        for kind in SheetKind.allCases {
            for fault in try SheetMess(station, catalogue: catalogue).sheet(kind).refused {
                refused += 1
                #expect(text.contains("| \(kind.rawValue).csv | \(fault.line) |"))
            }
        }
        #expect(listed == refused)
    }

    @Test func `the demonstration reads back record for record`() throws {
        var importer = try importer()
        for kind in Self.order {
            try importer.read(kind, file: kind.rawValue, bytes: StationSheets(station, catalogue: catalogue).bytes(kind))
        }

        #expect(importer.plan.refusals.map(\.message.english) == [])
        // Made-up employers look for the same people at the same place now and then.
        #expect(importer.plan.warnings.map(\.message.english).filter { !$0.contains("possibly posted twice") } == [])
        #expect(importer.plan.employers.records == station.employers)
        #expect(importer.plan.jobs.records == station.jobs)
        #expect(importer.plan.people.records == station.people)
        #expect(importer.plan.distances == station.distances)
    }

    @Test func `of the station's own sheets just the spoilt rows are refused`() throws {
        let mess = SheetMess(station, catalogue: catalogue)
        for kind in Self.order {
            let sheet = try mess.sheet(kind)
            var importer = try importer()
            try importer.read(kind, file: kind.rawValue, bytes: sheet.bytes)

            #expect(importer.plan.refusals.map(\.line) == sheet.refused.map(\.line), "\(importer.plan.refusals.map(\.message.chinese))")
            #expect(kind == .distances || (5...8).contains(sheet.refused.count))
            let warned = Set(importer.plan.warnings.filter { !$0.reason.chinese.contains("按 1 人记") && !$0.reason.english.contains("possibly posted twice") }.map(\.line))
            #expect(warned == Set(sheet.doubtful.map(\.line)), "\(importer.plan.warnings.map(\.message.chinese))")
        }
    }

    @Test func `the station's own sheets say the same as the clean ones`() throws {
        let mess = SheetMess(station, catalogue: catalogue)
        var importer = try importer()
        var wrong: Set<RecordID> = []
        for kind in Self.order {
            let sheet = try mess.sheet(kind)
            wrong.formUnion((sheet.refused + sheet.doubtful).map(\.id))
            try importer.read(kind, file: kind.rawValue, bytes: sheet.bytes)
        }
        let employers = Dictionary(uniqueKeysWithValues: importer.plan.employers.records.map { ($0.id, $0) })
        let jobs = Dictionary(uniqueKeysWithValues: importer.plan.jobs.records.map { ($0.id, $0) })
        let people = Dictionary(uniqueKeysWithValues: importer.plan.people.records.map { ($0.id, $0) })

        for employer in station.employers where !wrong.contains(employer.id) { #expect(employers[employer.id] == employer) }
        for job in station.jobs where !wrong.contains(job.id) && !wrong.contains(job.employer) {
            var read = jobs[job.id]
            // 若干 is kept in the note, beside the one that it counts for.
            if let note = read?.note, let place = note.range(of: "；人数：若干") { read?.note = String(note[..<place.lowerBound]) }
            #expect(read == job)
        }
        for person in station.people where !wrong.contains(person.id) { #expect(people[person.id] == person) }
        #expect(importer.plan.distances == station.distances)
    }
}
