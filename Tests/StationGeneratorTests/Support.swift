import CResources
import DoorstepCore
import DoorstepExchange
import Foundation

@testable import StationGenerator

/// The catalogues that the program carries.
func carriedCatalogue() throws -> Catalogue {
    try Catalogue { (name: String) -> [UInt8] in
        var index = 0
        while case let resource = doorstep_resource_at(index), resource.count > 0 {
            if String(cString: resource.name) == name {
                return Array(UnsafeBufferPointer(start: resource.bytes, count: resource.count))
            }
            index += 1
        }
        return []
    }
}

struct Missing: Error {}

func day(_ text: String) throws -> Day {
    guard let day = Day(iso: text) else { throw Missing() }
    return day
}

/// The plan of the fixtures; `Fixtures/README.md` names it too.
func fixturePlan(seed: UInt64 = 20_261_121) throws -> StationPlan {
    StationPlan(seed: seed, people: 1200, jobs: 320, day: try day("2026-11-21"), station: "150784001")
}

func fixture(_ path: String) throws -> [UInt8] {
    let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return try [UInt8](Data(contentsOf: root.appending(path: "Fixtures").appending(path: path)))
}

func register(of station: GeneratedStation, _ catalogue: Catalogue) throws -> Register {
    guard let place = catalogue.places.place(code: station.plan.station) else { throw Missing() }
    var register = Register(station: Station(place: place, name: "演示站"))
    for employer in station.employers { register.update(employer) }
    for job in station.jobs { register.update(job) }
    for person in station.people { register.update(person) }
    for distance in station.distances { register.update(distance) }
    return register
}
