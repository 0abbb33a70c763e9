import CResources
import DoorstepCore

/// What the program carries in itself.
enum Resources {
    /// The bytes of the resource with this name; none where there is none.
    static func bytes(_ name: String) -> [UInt8] {
        var index = 0
        while true {
            let resource = doorstep_resource_at(index)
            if resource.count == 0 { return [] }
            if String(cString: resource.name) == name {
                return Array(UnsafeBufferPointer(start: resource.bytes, count: resource.count))
            }
            index += 1
        }
    }

    static func catalogue() throws(CatalogueError) -> Catalogue {
        try Catalogue(sheet: bytes)
    }

    static func readings() throws(CatalogueError) -> Readings {
        try Readings(sheet: bytes)
    }
}
