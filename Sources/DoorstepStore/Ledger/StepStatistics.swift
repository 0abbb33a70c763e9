import Crypto
import DoorstepCore

/// What statistics need of the two sides at the moment of a step, as it is
/// kept: sealed in the step, and so in the journal, under the store's key for
/// statistics. A figure can be made again from it when the person was erased.
struct StepStatistics: Equatable {
    /// In the order they are sealed; what is not known is empty.
    private let cells: [Field: String]

    /// Steps of earlier formats have the first five.
    private enum Field: String, CaseIterable {
        /// Identifiers of the groups, in the order of the catalogue.
        case groups
        /// Full years.
        case age
        case sex, place, industry, workplace
        case employerPlace = "employer_place"
        case employerType = "employer_type"
        case employerSize = "employer_size"
    }

    init(_ facts: StepFacts, _ catalogue: Catalogue) {
        func code(_ place: PlaceID?) -> String { place.map { catalogue.places[$0].code } ?? "" }
        cells = [
            .groups: catalogue.groups.all.filter { facts.groups.contains($0.id) }.map(\.code).joined(separator: ";"),
            .age: facts.age.map { String($0) } ?? "", .sex: facts.sex?.rawValue ?? "", .place: code(facts.place),
            .industry: facts.industry.map { catalogue.industries[$0].code } ?? "", .workplace: code(facts.workplace),
            .employerPlace: code(facts.employerPlace), .employerType: facts.employerType?.rawValue ?? "",
            .employerSize: facts.employerSize?.rawValue ?? "",
        ]
    }

    /// Nil where the bytes do not open, or hold something else.
    init?(_ sealed: [UInt8], step: Int, _ key: SymmetricKey) {
        guard let opened = try? Seal.open(sealed, key, place: StepStatistics.place(step)), let content = Seal.unpadded(opened),
            let found = CellBlock.cells(content)
        else { return nil }
        var cells: [Field: String] = [:]
        for cell in found { if let field = Field(rawValue: cell.column) { cells[field] = cell.text } }
        self.cells = cells
    }

    /// What a code of the catalogue does not know any more is left out.
    func facts(_ catalogue: Catalogue) -> StepFacts {
        func text(_ field: Field) -> String { cells[field] ?? "" }
        func place(_ field: Field) -> PlaceID? { text(field).isEmpty ? nil : catalogue.places.place(code: text(field))?.id }
        return StepFacts(
            groups: GroupSet(text(.groups).split(separator: ";").compactMap { catalogue.groups.group(code: String($0)) }), age: Int(text(.age)),
            sex: Sex(rawValue: text(.sex)), place: place(.place), workplace: place(.workplace), employerPlace: place(.employerPlace),
            industry: text(.industry).isEmpty ? nil : catalogue.industries.industry(code: text(.industry)),
            employerType: EmployerType(rawValue: text(.employerType)), employerSize: EmployerSize(rawValue: text(.employerSize)))
    }

    func sealed(step: Int, _ key: SymmetricKey) throws(SealError) -> [UInt8] {
        let content = Field.allCases.map { ($0.rawValue, cells[$0] ?? "") }
        return try Seal.seal(Seal.padded(CellBlock.bytes(content)), key, place: StepStatistics.place(step))
    }

    private static func place(_ step: Int) -> HashedFields {
        var place = HashedFields("doorstep-statistics-seal-1")
        place.add(step)
        return place
    }
}
