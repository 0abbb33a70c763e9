import CResources
@testable import DoorstepCore
import Testing

/// The program's own catalogues, read once.
enum Samples {
    private static let loaded = Result { () throws(CatalogueError) in try Catalogue(sheet: sheet) }

    static var catalogue: Catalogue {
        get throws { try loaded.get() }
    }

    /// The bytes of a sheet that the program carries; empty where it has
    /// none of that name.
    static func sheet(_ name: String) -> [UInt8] {
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

extension Catalogue {
    /// The place of a code or an unmistakable name.
    func place(_ text: String) throws -> PlaceID {
        guard case .found(let id) = places.resolve(text, near: nil) else {
            throw MissingSample(text: text)
        }
        return id
    }

    func group(_ code: String) throws -> GroupID {
        try #require(groups.group(code), "no group \(code)").id
    }

    func groupSet(_ codes: String...) throws -> GroupSet {
        GroupSet(try codes.map { try group($0) })
    }

    func kind(_ code: String) throws -> JobKindID {
        try #require(kinds.kind(code), "no kind \(code)").id
    }

    /// A skill that the catalogue has.
    func skill(_ name: String) throws -> SkillName {
        .catalogued(try #require(skills.skill(name), "no skill \(name)").id)
    }

    func certificate(_ name: String) throws -> CertificateName {
        .catalogued(try #require(certificates.certificate(name), "no certificate \(name)").id)
    }
}

struct MissingSample: Error {
    let text: String
}
