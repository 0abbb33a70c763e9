import CResources
import DoorstepCore
import DoorstepStore
import Foundation

/// A caseworker at a station's store, on 21 November 2026.
struct WorkDesk: Sendable {
    let catalogue: Catalogue
    let store: StationStore
    let station: Station
    var caseworker = "李四"
    /// What the clock says of every change.
    var now = "2026-11-21T03:04:05Z"

    /// The place of the station that all faults befall.
    static let place = "150784001"

    /// The program's own, read once.
    static var catalogue: Catalogue {
        get throws { try loaded.get() }
    }

    private static let loaded = Result { () throws(CatalogueError) in try Catalogue(sheet: resource) }

    /// Opens the store, which is made where there is none.
    ///
    /// - Parameter patience: how long a change waits for those of others, in
    ///   thousandths of a second.
    init(_ path: String, patience: Int = 60_000) throws {
        catalogue = try Self.catalogue
        guard let place = catalogue.places.place(code: Self.place) else { throw StoreError.unknownStation(code: Self.place) }
        station = Station(place: place, name: "拉布大林街道")
        if FileManager.default.fileExists(atPath: path) {
            store = try StationStore.open(at: path, patience: patience)
        } else {
            store = try StationStore.create(at: path, station: station, caseworker: caseworker, now: now, patience: patience)
        }
    }

    var day: Day {
        get throws { try Self.known(Day(iso: "2026-11-21")) }
    }

    @discardableResult
    func commit(_ change: StoreChange) throws -> Committed {
        try store.commit(change, by: caseworker, now: now, day: day, catalogue: catalogue)
    }

    func person(_ id: String, note: String) throws -> Person {
        var person = Person(id: try Self.known(RecordID(id)), name: "张三", place: station.place, registered: try day)
        person.note = note
        return person
    }

    func job(_ id: String, note: String) throws -> Job {
        var job = Job(id: try Self.known(RecordID(id)), employer: try Self.known(RecordID("E1")), title: "电焊工", place: station.place, posted: try day)
        job.headcount = 100_000
        job.note = note
        return job
    }

    static func known<Value>(_ value: Value?) throws -> Value {
        guard let value else { throw Unknown() }
        return value
    }

    struct Unknown: Error {}

    private static func resource(_ name: String) -> [UInt8] {
        var index = 0
        while true {
            let resource = doorstep_resource_at(index)
            guard resource.count > 0 else { return [] }
            if String(cString: resource.name) == name { return Array(UnsafeBufferPointer(start: resource.bytes, count: resource.count)) }
            index += 1
        }
    }
}
