/// Which indicators a start in a job counts for: the catalogue's groups,
/// places and industries looked up once.
struct IndicatorRules: Sendable {
    /// What counts, and what would be known if facts were not wanting.
    struct Judgement: Equatable {
        var counts = IndicatorSet()
        var unknown = IndicatorSet()

        mutating func set(_ indicator: Indicator, _ answer: Bool?) {
            switch answer {
            case true?: counts.insert(indicator)
            case nil: unknown.insert(indicator)
            case false?: break
            }
        }
    }

    private let rural: GroupSet
    private let graduates: GroupSet
    /// Indicators that belonging to a group decides.
    private let groups: [(Indicator, GroupSet)]
    /// Of each industry by its position: its sector, and whether it is one of
    /// divisions 13 to 15.
    private let sectors: [(sector: Int, isProcessing: Bool)]
    /// Of each place by its position.
    private let counties: [PlaceID?]
    private let isTown: [Bool?]

    init(_ catalogue: Catalogue) {
        func set(_ codes: String...) -> GroupSet { GroupSet(codes.compactMap { catalogue.groups.group($0)?.id }) }
        rural = set("rural-resident", "rural-migrant", "returnee-rural-worker", "landless")
        graduates = set("graduating-year", "graduate-two-years", "graduate-unemployed-two-years")
        groups = [
            (.unemployed, set("registered-unemployed")), (.hardToEmploy, set("hard-to-employ")), (.zeroFamily, set("zero-employment-family")),
            (.outOfPoverty, set("out-of-poverty")), (.disabled, set("disabled")), (.veterans, set("veteran", "unemployed-veteran")),
        ]
        sectors = catalogue.industries.all.map { ($0.sector, ["13", "14", "15"].contains($0.code)) }
        let places = catalogue.places
        counties = places.all.map { places.ancestor(of: $0.id, at: .county) }
        isTown = places.all.map(IndicatorRules.isTown)
    }

    /// 城镇: a street office's quarter, a town, an industrial park. A district
    /// (区) is one as a whole; of other counties the township decides.
    static func isTown(_ place: Place) -> Bool? {
        switch place.level {
        case .township: ["街道", "镇", "区", "园", "中心", "筹备处"].contains { place.name.hasSuffix($0) }
        case .county: place.name.hasSuffix("区") ? true : nil
        case .prefecture, .province: nil
        }
    }

    func county(_ place: PlaceID?) -> PlaceID? { place.flatMap { counties[Int($0.position)] } }

    /// What the kind of a job decides.
    enum Kind {
        case flexible, trainee, welfare, other

        init(code: String) {
            switch code {
            case "flexible", "part-time": self = .flexible
            case "traineeship": self = .trainee
            case "public-welfare", "rural-public-welfare": self = .welfare
            default: self = .other
            }
        }
    }

    /// Which indicators a start counts for.
    ///
    /// - Parameter facts: as of that day; nil where nothing is known of it.
    func judge(_ facts: StepFacts?, _ kind: Kind) -> Judgement {
        var judgement = Judgement()
        judgement.counts.insert(.newEmployment)
        judgement.counts.insert(.started)
        judgement.set(.flexible, kind == .flexible)
        judgement.set(.trainees, kind == .trainee)
        judgement.set(.welfarePosts, kind == .welfare)
        guard let facts else {
            judgement.unknown = IndicatorRules.restingOnFacts
            return judgement
        }
        for (indicator, set) in groups where !facts.groups.isDisjoint(with: set) { judgement.counts.insert(indicator) }
        judgement.set(.urban, facts.workplace.flatMap { isTown[Int($0.position)] })
        let industry = facts.industry.map { sectors[Int($0.position)] }
        judgement.set(.secondary, industry.map { $0.sector == 2 })
        judgement.set(.tertiary, industry.map { $0.sector == 3 })
        judgement.set(.small, IndicatorRules.isSmall(facts))
        let type = facts.employerType
        let isCooperative = type == .cooperative
        judgement.set(.agriProcessing, isCooperative ? true : industry.map(\.isProcessing) ?? (type == nil ? nil : false))
        let isLocal = sameCounty(facts)
        judgement.set(.local, isLocal)
        let isFarm = isCooperative ? true : industry.map { $0.sector == 1 }
        judgement.set(.forestLocal, IndicatorRules.both(isLocal, isFarm))
        if !facts.groups.isDisjoint(with: rural) {
            judgement.set(.ruralTransfer, industry.map { $0.sector != 1 })
            judgement.set(.ruralNearby, isLocal)
        }
        if !facts.groups.isDisjoint(with: graduates) {
            judgement.counts.insert(.graduates)
            judgement.set(.graduatesInEnterprises, kind == .flexible ? true : type.map(IndicatorRules.isFirm))
        }
        return judgement
    }

    private func sameCounty(_ facts: StepFacts) -> Bool? {
        guard let home = county(facts.place), let work = county(facts.workplace) else { return nil }
        return home == work
    }

    /// What is not where one of the two is not, whatever the other.
    private static func both(_ one: Bool?, _ other: Bool?) -> Bool? {
        if one == false || other == false { return false }
        guard let one, let other else { return nil }
        return one && other
    }

    private static func isSmall(_ facts: StepFacts) -> Bool? {
        switch facts.employerType {
        case .soleTrader?, .cooperative?: true
        case .publicInstitution?, .socialOrganisation?, .household?: false
        case .enterprise?, .stateEnterprise?, .agency?, nil: facts.employerSize.map { $0 == .small || $0 == .micro }
        }
    }

    private static func isFirm(_ type: EmployerType) -> Bool {
        switch type {
        case .enterprise, .stateEnterprise, .soleTrader, .cooperative, .agency: true
        case .publicInstitution, .socialOrganisation, .household: false
        }
    }

    /// All that cannot be told where nothing is known but that somebody
    /// started.
    private static let restingOnFacts = IndicatorSet(
        Indicator.allCases.filter { $0.section == .outcomes && ![.newEmployment, .flexible, .trainees, .welfarePosts].contains($0) })
}
