import CResources
import DoorstepCore
@testable import DoorstepExchange
import Testing

/// A station that knows nothing yet, to read sheets at.
struct EmptyStation {
    let catalogue: Catalogue
    let place: Place
    let day: Day

    init() throws {
        catalogue = try EmptyStation.carried.get()
        place = try #require(catalogue.places.place(code: "150784001"))
        day = try #require(Day(iso: "2026-11-21"))
    }

    var register: Register { Register(station: Station(place: place, name: "拉布大林街道")) }

    var importer: SheetImporter { SheetImporter(register: register, catalogue: catalogue, day: day) }

    var understanding: Understanding { Understanding(catalogue: catalogue, near: place.id, day: day) }

    /// A sheet as it is understood.
    func understood(_ text: String, as kind: SheetKind, _ map: [String] = []) throws -> UnderstoodSheet {
        try understanding.of(SheetFile(name: "表.csv", bytes: Array(text.utf8)), as: kind, map: ColumnMap(map, kind))
    }

    /// What a text comes to.
    func plan(_ text: String, as kind: SheetKind, _ map: [String] = []) throws -> ImportPlan {
        let file = try SheetFile(name: "表.csv", bytes: Array(text.utf8))
        var importer = importer
        try importer.read(understanding.of(file, as: kind, map: ColumnMap(map, kind)), of: file)
        return importer.plan
    }

    private static let carried = Result {
        try Catalogue { name in
            var index = 0
            while true {
                let resource = doorstep_resource_at(index)
                guard resource.count > 0 else { return [] }
                if String(cString: resource.name) == name { return Array(UnsafeBufferPointer(start: resource.bytes, count: resource.count)) }
                index += 1
            }
        }
    }
}

extension UnderstoodSheet {
    /// The columns' meanings, from left to right, in a word each.
    var words: [String] {
        columns.map { column in
            switch column.meaning {
            case .identifier: "#"
            case .column(let id): id
            case .aside: "aside"
            case .ignored: "-"
            }
        }
    }
}
