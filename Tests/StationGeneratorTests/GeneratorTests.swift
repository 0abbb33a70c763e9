import DoorstepCore
import DoorstepExchange
import Testing

@testable import StationGenerator

@Suite struct GeneratorTests {
    let catalogue: Catalogue
    let station: GeneratedStation

    init() throws {
        catalogue = try carriedCatalogue()
        station = try fixturePlan().generate(catalogue)
    }

    @Test func `the same seed makes the same bytes`() throws {
        let again = try fixturePlan().generate(catalogue)

        for kind in SheetKind.allCases {
            #expect(StationSheets(again, catalogue: catalogue).bytes(kind) == StationSheets(station, catalogue: catalogue).bytes(kind))
            #expect(try SheetMess(again, catalogue: catalogue).sheet(kind).bytes == SheetMess(station, catalogue: catalogue).sheet(kind).bytes)
        }
    }

    @Test func `another seed makes another station`() throws {
        let other = try fixturePlan(seed: 2).generate(catalogue)

        #expect(other.people != station.people)
        #expect(other.jobs != station.jobs)
        #expect(other.employers != station.employers)
    }

    @Test func `fewer records are the first of more`() throws {
        let plan = StationPlan(seed: 20_261_121, people: 100, jobs: 50, employers: station.employers.count, day: station.plan.day, station: "150784001")
        let smaller = try plan.generate(catalogue)

        #expect(smaller.people == Array(station.people.prefix(100)))
        #expect(smaller.jobs == Array(station.jobs.prefix(50)))
    }

    @Test func `as many records are made as were asked for, each once`() throws {
        #expect(station.people.count == 1200)
        #expect(station.jobs.count == 320)
        #expect(station.employers.count == station.plan.employers)
        #expect(Set(station.people.map(\.id)).count == 1200)
        #expect(Set(station.jobs.map(\.id)).count == 320)
        #expect(Set(station.employers.map(\.name)).count == station.employers.count)
        #expect(station.jobs.allSatisfy { job in station.employers.contains { $0.id == job.employer } })
    }

    @Test func `nobody's numbers are used`() throws {
        let numbers = station.people.compactMap(\.identityNumber)
        #expect(numbers.count > 1000)
        #expect(Set(numbers).count == numbers.count)
        #expect(numbers.allSatisfy { $0.text.dropFirst(14).prefix(3) == "000" && $0.isMadeUp })

        let telephones = station.people.map(\.telephone) + station.employers.map(\.telephone) + station.jobs.map(\.telephone)
        #expect(telephones.allSatisfy { $0.count == 11 && $0.hasPrefix("154") && Telephone($0) != nil })
        #expect(Set(station.people.map(\.telephone)).count == 1200)

        let codes = station.employers.compactMap(\.creditCode)
        #expect(codes.count > 70)
        #expect(codes.allSatisfy { $0.text.hasPrefix("W") })
        #expect(station.employers.allSatisfy { ($0.creditCode == nil) == ($0.type == .household) })
    }

    @Test func `every record says that it is made up`() {
        #expect(station.people.allSatisfy { $0.note.hasPrefix("虚构数据") })
        #expect(station.jobs.allSatisfy { $0.note.hasPrefix("虚构数据") })
        #expect(station.employers.allSatisfy { $0.note.hasPrefix("虚构数据") })
    }

    @Test func `what people can do and jobs ask for is in the catalogue`() {
        let names = station.people.flatMap { $0.skills.map(\.name) + $0.wants } + station.jobs.flatMap { $0.skills.map(\.name) }
        #expect(!names.contains { if case .word = $0 { true } else { false } })
        let certificates = station.people.flatMap { $0.certificates.map(\.name) } + station.jobs.flatMap(\.certificates)
        #expect(!certificates.contains { if case .word = $0 { true } else { false } })
        #expect(station.people.allSatisfy { catalogue.places[$0.place].level >= .county })
        #expect(station.people.allSatisfy { $0.recordedGroups.members.allSatisfy { !catalogue.groups[$0].isDerived } })
    }

    @Test func `no date is later than it can be`() {
        let day = station.plan.day
        #expect(station.people.allSatisfy { ($0.birth ?? day) < day && $0.registered <= day && ($0.unemployedSince ?? $0.registered) <= $0.registered })
        #expect(station.jobs.allSatisfy { $0.posted <= day && ($0.closes ?? day) >= $0.posted && ($0.from ?? day) <= ($0.to ?? $0.from ?? day) })
    }

    @Test func `a place that there is not is said`() throws {
        let plan = StationPlan(seed: 1, people: 1, jobs: 1, day: try day("2026-11-21"), station: "999999999")
        #expect(throws: GeneratorError.unknownStation("999999999")) { try plan.generate(catalogue) }
    }

    @Test func `other stations and sizes can be made`() throws {
        for (people, jobs, code) in [(0, 0, "150702007"), (3, 0, "150784103"), (6000, 900, "150702007"), (60_000, 10, "150602")] {
            let station = try StationPlan(seed: 3, people: people, jobs: jobs, day: day("2025-03-01"), station: code).generate(catalogue)
            #expect(station.people.count == people)
            #expect(Set(station.people.compactMap(\.identityNumber)).count == station.people.count { $0.identityNumber != nil })
            #expect(Set(station.employers.map(\.name)).count == station.employers.count)
        }
    }
}
