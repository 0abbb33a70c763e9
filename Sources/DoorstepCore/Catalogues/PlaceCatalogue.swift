/// The places of Inner Mongolia, found by code, name, or a text that leads
/// to one.
public struct PlaceCatalogue: Sendable {
    public let all: [Place]
    private let byCode: [String: PlaceID]
    let finder: NameFinder
    private let grounds: [Ground]

    init(_ sheet: CatalogueSheet) throws(CatalogueError) {
        let code = try sheet.column("code")
        let level = try sheet.column("level")
        let name = try sheet.column("name")
        let parent = try sheet.column("parent")
        let pinyin = try sheet.column("pinyin")
        let latitude = try sheet.column("latitude")
        let longitude = try sheet.column("longitude")
        let point = try sheet.column("point")
        var all: [Place] = []
        var byCode: [String: PlaceID] = [:]
        var finder = NameFinder.Draft()
        all.reserveCapacity(sheet.rows.count)
        for (index, row) in sheet.rows.enumerated() {
            guard let level = Place.Level(rawValue: row[level]), let pointLevel = Place.Level(rawValue: row[point]),
                let latitude = Double(row[latitude]), let longitude = Double(row[longitude]),
                let coordinates = Coordinates(latitude: latitude, longitude: longitude),
                row[parent].isEmpty || byCode[row[parent]] != nil
            else { throw .unreadable(sheet: sheet.name, line: index + 2) }
            let id = PlaceID(position: UInt16(index))
            all.append(
                Place(
                    id: id, code: row[code], level: level, name: row[name], parent: byCode[row[parent]],
                    pinyin: row[pinyin], point: coordinates, pointLevel: pointLevel))
            byCode[row[code]] = id
            finder.add(name: row[name], at: index)
            for short in PlaceCatalogue.shortNames(row[name]) { finder.add(alias: short, at: index) }
        }
        self.all = all
        self.byCode = byCode
        self.finder = NameFinder(finder)
        grounds = all.map { place in
            let county = place.parent.flatMap { all[Int($0.position)].level == .county ? $0 : nil }
            return Ground(point: place.point, isCoarse: place.hasCoarsePoint, countyOfStreet: place.isStreet ? county : nil)
        }
    }

    public subscript(id: PlaceID) -> Place { all[Int(id.position)] }

    func ground(_ id: PlaceID) -> Ground { grounds[Int(id.position)] }

    /// The place with this code: six or nine digits, or a longer statistical
    /// code that begins with one.
    public func place(code: String) -> Place? {
        if let id = byCode[code] { return self[id] }
        // Twelve digits go down to the village; a county's end in zeros.
        guard code.count == 12 || code.count == 9 else { return nil }
        let id = byCode[String(code.prefix(9))] ?? (code.dropFirst(6).allSatisfy { $0 == "0" } ? byCode[String(code.prefix(6))] : nil)
        return id.map { self[$0] }
    }

    /// The place and all it lies in, smallest first.
    public func lineage(_ id: PlaceID) -> [PlaceID] {
        var lineage = [id]
        while let parent = self[lineage[lineage.count - 1]].parent { lineage.append(parent) }
        return lineage
    }

    /// Whether `inner` is `outer` or lies in it.
    public func lies(_ inner: PlaceID, in outer: PlaceID) -> Bool {
        var place: PlaceID? = inner
        while let current = place {
            if current == outer { return true }
            place = self[current].parent
        }
        return false
    }

    /// The place of this level that `id` is or lies in.
    public func ancestor(of id: PlaceID, at level: Place.Level) -> PlaceID? {
        lineage(id).first { self[$0].level == level }
    }

    /// What a text leads to.
    public enum Outcome: Hashable, Sendable {
        case found(PlaceID)
        /// Several places have this name.
        case ambiguous([PlaceID])
        /// None has.
        case unknown
    }

    /// The place that a code, a name, a shortened name or a row of names
    /// (`额尔古纳市拉布大林街道`) means. Where several have the name, the
    /// one nearest to `near` in the order of things: the same county, then
    /// the same prefecture.
    public func resolve(_ text: String, near: PlaceID?) -> Outcome {
        let text = PlainText.key(text)
        if let place = place(code: text) { return .found(place.id) }
        let whole = finder.whole(text).map { PlaceID(position: UInt16($0)) }
        if let choice = choose(whole, near: near) { return choice }
        if let choice = choose(endOfRow(text), near: near) { return choice }
        return .unknown
    }

    /// The places with the names most like a text that leads to none; for
    /// the mend of a message. Looks at every name.
    public func nearest(to text: String, count: Int) -> [PlaceID] {
        finder.nearest(to: text, count: count).map { PlaceID(position: UInt16($0)) }
    }

    func choose(_ candidates: [PlaceID], near: PlaceID?) -> Outcome? {
        guard let first = candidates.first else { return nil }
        if candidates.count == 1 { return .found(first) }
        for level in [Place.Level.county, .prefecture] {
            guard let near, let area = ancestor(of: near, at: level) else { continue }
            let inside = candidates.filter { lies($0, in: area) }
            if inside.count == 1 { return .found(inside[0]) }
        }
        return .ambiguous(candidates)
    }

    /// Places whose name ends the text, and before whose name stand only
    /// names of what they lie in.
    private func endOfRow(_ text: String) -> [PlaceID] {
        let hits = finder.contained(in: text)
        guard hits.count > 1, hits.last?.range.upperBound == text.count, let last = hits.last,
            zip(hits, hits.dropFirst()).allSatisfy({ $0.range.upperBound == $1.range.lowerBound }), hits[0].range.lowerBound == 0
        else { return [] }
        return last.positions.map { PlaceID(position: UInt16($0)) }.filter { candidate in
            let around = Set(lineage(candidate).dropFirst().map { Int($0.position) })
            return hits.dropLast().allSatisfy { !around.isDisjoint(with: $0.positions) }
        }
    }

    /// Places that a longer text names, smallest and most certain last.
    public func contained(in text: String) -> [PlaceID] {
        finder.contained(in: text).flatMap(\.positions).map { PlaceID(position: UInt16($0)) }
    }

    /// The names in a longer text, from left to right, with the places that
    /// have them.
    func hits(in text: String) -> [(text: String, ids: [PlaceID])] {
        let characters = Array(PlainText.key(text))
        return finder.contained(in: text).map { hit in
            (String(characters[hit.range]), hit.positions.map { PlaceID(position: UInt16($0)) })
        }
    }

    /// `额尔古纳市拉布大林街道`: the place under its county, as one would
    /// write it.
    public func fullName(_ id: PlaceID) -> String {
        let place = self[id]
        guard place.level == .township, let parent = place.parent else { return place.name }
        return self[parent].name + place.name
    }

    /// A name that leads back to the place: its full name, or its code where
    /// two places share one.
    public func unmistakableName(_ id: PlaceID) -> String {
        let name = fullName(id)
        if case .found(id) = resolve(name, near: nil) { return name }
        return self[id].code
    }

    /// What people say for short: 额尔古纳 for 额尔古纳市.
    private static func shortNames(_ name: String) -> [String] {
        let endings = ["自治区", "自治旗", "街道", "苏木", "地区", "林场", "市", "盟", "旗", "区", "县", "镇", "乡"]
        for ending in endings where name.hasSuffix(ending) {
            let short = String(name.dropLast(ending.count))
            return short.count >= 2 ? [short] + (ending == "街道" ? [name + "办事处", name + "办"] : []) : []
        }
        return []
    }
}
