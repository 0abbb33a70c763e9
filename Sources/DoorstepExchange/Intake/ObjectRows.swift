import DoorstepCore

/// Objects as rows of a sheet, the names of their members as its header: what
/// `export` writes as JSON, and what others do.
enum ObjectRows {
    /// Members that hold the objects, where others wrap them up.
    private static let containers = ["records", "rows", "data", "list"]
    /// The last line of JSON Lines holds no record.
    private static let checkpoint = ["checkpoint"]

    static func rows(_ objects: PostedObjects) throws(SheetError) -> [SheetLine] {
        var titles: [String] = []
        var known: Set<String> = []
        let rows = try objects.rows(within: containers) { object in
            let names = object.names
            guard !names.isEmpty, names != checkpoint else { return nil }
            let new = names.filter { !known.contains($0) }
            if !new.isEmpty {
                known.formUnion(new)
                titles += new.map { (objects.position(of: $0), $0) }.sorted { $0 < $1 }.map(\.1)
            }
            return titles.map { object[$0].cell }
        }
        return [SheetLine(made: titles, line: 0)] + rows
    }
}
