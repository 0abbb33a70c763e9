/// All policies for all placements, as of a day: what may be claimed, what
/// waits for a day, what cannot be told, and what fails.
///
/// What a plan leaves open is reckoned in both readings, the narrow and the
/// wide; where they differ both are said. Void and declined placements
/// claim nothing; day work does not either, as far as a rule asks of who was
/// taken on, unless a contract is on record: what comes of it is wages.
///
/// Complexity: linear in the placements, on all processors.
public struct PolicyBook: Sendable {
    public let day: Day
    public let register: Register
    public let catalogue: Catalogue
    public let settings: PolicySettings
    let cases: [PlacementCase]
    let units: PolicyUnits
    /// All that do not fail, by placement and then policy.
    private(set) var findings: [PolicyFinding]
    /// Of each policy, how many placements failed it.
    let failed: [Int]
    let grounds: PolicyGrounds

    /// - Parameter settings: the rates that no plan gives.
    public init(_ register: Register, _ catalogue: Catalogue, _ settings: PolicySettings, asOf day: Day) {
        self.register = register
        self.catalogue = catalogue
        self.settings = settings
        self.day = day
        let grounds = PolicyGrounds(catalogue, station: register.station.place)
        self.grounds = grounds
        let maker = CaseMaker(register, catalogue, grounds, asOf: day)
        let portions = PolicyBook.portions(register.placements.count)
        var made = portions.mapOnAllProcessors(portion: 1) { portion in portion.compactMap { maker.make($0) } }.flatMap(\.self)
        PolicyBook.numberAgencies(&made)
        let cases = made.map(\.placement)
        let units = PolicyUnits(cases, catalogue.policies, asOf: day)
        self.cases = cases
        self.units = units
        let test = PolicyTest(places: catalogue.places, day: day, units: units)
        let asking = PolicyAsking(catalogue: catalogue.policies, groups: catalogue, test: test, money: PolicyMoney(settings: settings, day: day), grounds: grounds)
        let asked = PolicyBook.portions(cases.count).mapOnAllProcessors(portion: 1) { portion in asking.ask(cases[portion]) }
        var findings: [PolicyFinding] = []
        findings.reserveCapacity(asked.reduce(0) { $0 + $1.findings.count })
        var failed = [Int](repeating: 0, count: catalogue.policies.policies.count)
        for part in asked {
            findings += part.findings
            for (policy, count) in part.failed.enumerated() { failed[policy] += count }
        }
        self.failed = failed
        var shares = PolicyShares(findings, cases, catalogue.policies)
        shares.settle()
        self.findings = shares.findings
    }

    /// Rows of so many placements, worth handing to a processor at once.
    private static func portions(_ count: Int) -> [Range<Int>] {
        stride(from: 0, to: count, by: 2048).map { $0..<min(count, $0 + 2048) }
    }

    /// Each agency that is named gets a number, the same however it is
    /// written.
    private static func numberAgencies(_ made: inout [CaseMaker.Made]) {
        var numbers: [String: Int32] = [:]
        for index in made.indices {
            guard let agency = made[index].agency else { continue }
            let key = PlainText.key(agency)
            let number = numbers[key] ?? Int32(numbers.count)
            numbers[key] = number
            made[index].placement.agency = number
        }
    }

    var asking: PolicyAsking {
        PolicyAsking(
            catalogue: catalogue.policies, groups: catalogue, test: PolicyTest(places: catalogue.places, day: day, units: units),
            money: PolicyMoney(settings: settings, day: day), grounds: grounds)
    }

    /// What there is to say of a placement, by policy.
    func findings(of number: Int32) -> ArraySlice<PolicyFinding> {
        var (low, high) = (0, findings.count)
        while low < high {
            let middle = (low + high) / 2
            if findings[middle].placement < number { low = middle + 1 } else { high = middle }
        }
        return findings[low...].prefix { $0.placement == number }
    }

    func placementCase(_ number: Int32) -> PlacementCase? {
        var (low, high) = (0, cases.count)
        while low < high {
            let middle = (low + high) / 2
            if cases[middle].number < number { low = middle + 1 } else { high = middle }
        }
        return low < cases.count && cases[low].number == number ? cases[low] : nil
    }
}

/// The plans' places, one bit a plan.
struct PolicyGrounds: Sendable {
    /// By place: the plans whose place contains it.
    private let masks: [UInt32]
    let station: UInt32

    init(_ catalogue: Catalogue, station: PlaceID) {
        let plans = catalogue.policies.plans
        masks = catalogue.places.all.map { place in
            plans.enumerated().reduce(into: 0) { mask, plan in
                if catalogue.places.lies(place.id, in: plan.element.place) { mask |= 1 << UInt32(plan.offset) }
            }
        }
        self.station = masks[Int(station.position)]
    }

    func plans(of place: PlaceID?) -> UInt32 { place.map { masks[Int($0.position)] } ?? 0 }
}
