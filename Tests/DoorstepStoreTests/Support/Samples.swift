import CResources
import DoorstepCore
import Testing

/// The program's own catalogues, read once.
enum Samples {
    private static let loaded = Result { () throws(CatalogueError) in try Catalogue(sheet: sheet) }

    static var catalogue: Catalogue {
        get throws { try loaded.get() }
    }

    /// 拉布大林街道, where the tests' station is.
    static var station: Station {
        get throws { Station(place: try #require(try catalogue.places.place(code: "150784001")), name: "拉布大林街道就业服务站") }
    }

    private static func sheet(_ name: String) -> [UInt8] {
        var index = 0
        while true {
            let resource = doorstep_resource_at(index)
            guard resource.count > 0 else { return [] }
            if String(cString: resource.name) == name {
                return Array(UnsafeBufferPointer(start: resource.bytes, count: resource.count))
            }
            index += 1
        }
    }
}

/// A day written as `2026-11-21`.
func day(_ iso: String) throws -> Day {
    try #require(Day(iso: iso), "\(iso) is no day")
}

func recordID(_ text: String) throws -> RecordID {
    try #require(RecordID(text))
}
