import DoorstepCore

/// A township or street in which people live and work is done.
struct Settlement: Sendable {
    let place: PlaceID
    /// GB/T 2260, six digits.
    let countyCode: String
    let county: PlaceID
    let land: Land
    let peoples: Peoples?
    /// Hundred-thousandths of a degree; nil where the catalogue has no point
    /// of the place itself.
    let point: (latitude: Int, longitude: Int)?
    let isBorder: Bool

    enum Land: Sendable {
        case town, country, stateFarm
    }

    /// Which people a place is named for.
    enum Peoples: Sendable {
        case mongolian, russian, hui, daur, evenki
    }

    init(_ place: Place, county: Place) {
        self.place = place.id
        self.county = county.id
        countyCode = county.code
        let name = place.name
        land = name.contains("农牧场") || name.contains("农场") ? .stateFarm : name.hasSuffix("街道") || place.level == .county ? .town : .country
        peoples =
            name.contains("俄罗斯") ? .russian
            : name.contains("回族") ? .hui
            : name.contains("达斡尔") ? .daur
            : name.contains("鄂温克") ? .evenki
            : name.hasSuffix("苏木") ? .mongolian : nil
        point =
            place.hasCoarsePoint
            ? nil : (Int((place.point.latitude * 100_000).rounded()), Int((place.point.longitude * 100_000).rounded()))
        isBorder = Settlement.borderCodes.contains(place.code)
    }

    var isCountry: Bool { land != .town }

    /// 黑山头, 恩和哈达, 恩和, 室韦, 奇乾: on the river Argun.
    private static let borderCodes = ["150784101", "150784104", "150784210", "150784211", "150784212"]

    /// A point within some kilometres of the settlement's own.
    func point(near random: inout SeededGenerator) -> Coordinates? {
        guard let point else { return nil }
        let reach = land == .town ? 2_200 : 7_000
        let north = random.within(-reach...reach) * random.within(20...100) / 100
        let east = random.within(-reach...reach) * random.within(20...100) / 70
        return Coordinates(
            latitude: Double(point.latitude + north) / 100_000, longitude: Double(point.longitude + east) / 100_000)
    }
}
