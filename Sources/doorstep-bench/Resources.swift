import CResources
import DoorstepCore

/// What the program carries in itself.
enum Resources {
    /// The bytes of the resource of that name; empty where there is none.
    static func bytes(_ name: String) -> [UInt8] {
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

    static func catalogue() throws(CatalogueError) -> Catalogue {
        try Catalogue(sheet: bytes)
    }
}
