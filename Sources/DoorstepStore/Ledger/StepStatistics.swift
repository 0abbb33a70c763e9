import Crypto
import DoorstepCore

/// What statistics need of a person at the moment of a step: groups, age,
/// sex, where they live and the employer's industry. A figure can be made
/// again from it when the person was erased; who it was it does not tell.
///
/// Kept in the step sealed under the store's key for statistics, and so in
/// the journal.
struct StepStatistics: Equatable {
    /// Identifiers of the groups, in the order of the catalogue: recorded and
    /// worked out, as of the step's day.
    let groups: [String]
    /// Full years; nil where the birth date is not known.
    let age: Int?
    let sex: String
    /// The place's code.
    let place: String
    /// The industry's code; empty where it is not known.
    let industry: String

    private enum Field {
        static let groups = "groups"
        static let age = "age"
        static let sex = "sex"
        static let place = "place"
        static let industry = "industry"
    }

    /// - Parameter station: where the station is: some groups are its
    ///   prefecture's alone.
    init(of person: Person, industry: IndustryID?, asOf day: Day, station: PlaceID?, _ catalogue: Catalogue) {
        let city = station.flatMap { catalogue.places.ancestor(of: $0, at: .prefecture) }
        let groups = catalogue.groups.groups(of: person, asOf: day, city: city, places: catalogue.places)
        self.groups = catalogue.groups.all.filter { groups.contains($0.id) }.map(\.code)
        age = person.birth.map { day.fullYears(since: $0) }
        sex = person.sex?.rawValue ?? ""
        place = catalogue.places[person.place].code
        self.industry = industry.map { catalogue.industries[$0].code } ?? ""
    }

    /// Nil where the bytes do not open, or hold something else.
    init?(_ sealed: [UInt8], step: Int, _ key: SymmetricKey) {
        guard let opened = try? Seal.open(sealed, key, place: StepStatistics.place(step)), let content = Seal.unpadded(opened),
            let cells = CellBlock.cells(Array(content))
        else { return nil }
        func value(_ name: String) -> String { cells.first { $0.column == name }?.text ?? "" }
        groups = value(Field.groups).split(separator: ";").map(String.init)
        age = Int(value(Field.age))
        sex = value(Field.sex)
        place = value(Field.place)
        industry = value(Field.industry)
    }

    func sealed(step: Int, _ key: SymmetricKey) throws(SealError) -> [UInt8] {
        let cells = [
            (Field.groups, groups.joined(separator: ";")), (Field.age, age.map { String($0) } ?? ""), (Field.sex, sex), (Field.place, place),
            (Field.industry, industry),
        ]
        return try Seal.seal(Seal.padded(CellBlock.bytes(cells)), key, place: StepStatistics.place(step))
    }

    private static func place(_ step: Int) -> HashedFields {
        var place = HashedFields("doorstep-statistics-seal-1")
        place.add(step)
        return place
    }
}
