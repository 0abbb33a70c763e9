/// What two employers' names are compared by: written in full or in short,
/// with brackets of either width or none, with the region before them or
/// without.
///
/// `内蒙古自治区呼伦贝尔市额尔古纳市宏达机械（有限责任公司）` and
/// `额尔古纳宏达机械有限公司` are the same. The county stays: two counties
/// have two hospitals.
public struct EmployerNames: Sendable {
    private static let region = ["内蒙古自治区", "内蒙古"]
    /// As they begin names, the longest first, with what they are reduced to.
    private let prefectures: [String]
    private let counties: [(written: String, kept: String)]

    init(_ places: PlaceCatalogue) {
        func stem(_ name: String) -> String {
            for ending in ["族自治旗", "自治旗"] where name.hasSuffix(ending) { return String(name.dropLast(ending.count)) }
            return String(name.dropLast())
        }
        var prefectures: Set<String> = []
        var counties: [String: String] = [:]
        for place in places.all where place.level == .prefecture || place.level == .county {
            let stem = stem(place.name)
            guard stem.count >= 2 else { continue }
            if place.level == .prefecture {
                prefectures.formUnion([place.name, stem])
            } else {
                for written in [place.name, stem + place.name.suffix(1), stem] { counties[written] = stem }
            }
        }
        self.prefectures = prefectures.sorted { ($0.count, $0) > ($1.count, $1) }
        self.counties = counties.map { (written: $0.key, kept: $0.value) }.sorted { ($0.written.count, $0.written) > ($1.written.count, $1.written) }
    }

    /// Empty where the name is nothing but signs.
    public func key(_ name: String) -> String {
        let whole = DoubleText.name(name).replacing("有限责任公司", with: "有限公司")
        var rest = whole[...]
        if let region = EmployerNames.region.first(where: { rest.hasPrefix($0) }) { rest = rest.dropFirst(region.count) }
        // A prefecture's own offices are not those of one of its counties.
        if let prefecture = prefectures.first(where: { rest.hasPrefix($0) }), county(rest.dropFirst(prefecture.count)) != nil {
            rest = rest.dropFirst(prefecture.count)
        }
        guard let county = county(rest) else { return rest.count >= 2 ? String(rest) : whole }
        let own = rest.dropFirst(county.written.count)
        return own.count >= 2 ? county.kept + own : whole
    }

    private func county(_ text: Substring) -> (written: String, kept: String)? { counties.first { text.hasPrefix($0.written) } }
}
