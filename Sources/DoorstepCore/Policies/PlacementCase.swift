/// A placement as policies ask of it, without a text or a list: made once,
/// asked by each rule.
struct PlacementCase: Sendable {
    /// Its place among the register's placements.
    let number: Int32
    /// The place of whoever stands for the person, and for the employer,
    /// among the register's records; -1 where there is none.
    let person: Int32
    var employer: Int32 = -1

    // The days of the steps that stand.
    let referral: Day
    var hire: Day?
    var started: Day?
    var left: Day?
    /// The last day somebody asked.
    var seen: Day?
    var isDayWork = false

    /// Of the day of the referral, and of that of being taken on.
    var groupsAtReferral = GroupSet()
    var groupsAtHire = GroupSet()
    /// Groups that the record does not rule out.
    var groupsLeftOpen = GroupSet()

    /// Of each plan, one bit: whether its place contains this one.
    var employerPlans: UInt32 = 0
    var homePlans: UInt32 = 0
    /// The employer's place, not only the workplace, is known.
    var employerPlace: PlaceID?
    var type: EmployerType?
    var size: EmployerSize?
    var kind: JobKindID?
    var household: PlaceID?
    var isHouseholdKnown = false
    var leftSchool: Day?
    var unemployedSince: Day?
    var neverEmployed = false

    var proven = ProvenFacts()
    /// The agency, as `PolicyBook` numbers them; -1 where none is named.
    var agency: Int32 = -1
    /// The policies that were claimed for it, one bit each.
    var claimed: UInt64 = 0

    /// The day that the placement counts from in matters of order.
    var day: Day { hire ?? started ?? referral }
    var isHired: Bool { hire != nil || started != nil }
}

/// What a placement's steps prove, by fields.
struct ProvenFacts: Sendable {
    var contractSigned: Day?
    var contractFrom: Day?
    var contractTo: Day?
    var insuranceFrom: Day?
    /// Of the schemes of `EvidenceItem.schemes`, in their order; -1 where
    /// nothing is known.
    var months: InlineArray<5, Int16> = .init(repeating: -1)
    /// When the months were last asked for.
    var insuranceSeen: Day?
    var trainingFinished: Day?
    var trainingHours: Int32 = -1
    var traineeshipFrom: Day?
    var traineeshipTo: Day?
    var traineeshipEnded: Day?
    var reserveFrom: Day?
    var reserveTo: Day?
    var registered: Day?
    var operating: Day?
    var headcountEarlier: Int32 = -1
    var headcountNow: Int32 = -1
    /// By the item's place in the list: something is known of it; and that
    /// it is so.
    private var known: UInt64 = 0
    private var yes: UInt64 = 0

    var contractDay: Day? { contractSigned ?? contractFrom }

    func isKnown(_ item: EvidenceItem) -> Bool { known & item.bit != 0 }

    /// Nil where nobody said.
    func isSo(_ item: EvidenceItem) -> Bool? { known & item.bit == 0 ? nil : yes & item.bit != 0 }

    func months(_ scheme: Int) -> Int? { months[scheme] < 0 ? nil : Int(months[scheme]) }

    /// The most of any scheme.
    var mostMonths: Int? {
        var most: Int?
        for scheme in months.indices { if let months = months(scheme) { most = max(most ?? 0, months) } }
        return most
    }

    /// A later value takes the place of an earlier one.
    mutating func take(_ item: EvidenceItem, _ value: Evidence.Value, on date: Day) {
        known |= item.bit
        switch value {
        case .yes(let isSo): yes = isSo ? yes | item.bit : yes & ~item.bit
        case .day(let day): take(item, day)
        case .number(let number): take(item, number, on: date)
        case .text, .level, .source: break
        }
    }

    private mutating func take(_ item: EvidenceItem, _ day: Day) {
        switch item {
        case .contractSigned: contractSigned = day
        case .contractFrom: contractFrom = day
        case .contractTo: contractTo = day
        case .insuranceFrom: insuranceFrom = day
        case .trainingFinished: trainingFinished = day
        case .traineeshipFrom: traineeshipFrom = day
        case .traineeshipTo: traineeshipTo = day
        case .traineeshipEnded: traineeshipEnded = day
        case .reserveFrom: reserveFrom = day
        case .reserveTo: reserveTo = day
        case .businessRegistered: registered = day
        case .operatingOn: operating = day
        default: break
        }
    }

    private mutating func take(_ item: EvidenceItem, _ number: Int, on date: Day) {
        switch item {
        case .trainingHours: trainingHours = Int32(clamping: number)
        case .headcountEarlier: headcountEarlier = Int32(clamping: number)
        case .headcountNow: headcountNow = Int32(clamping: number)
        default:
            guard let scheme = item.scheme else { return }
            months[scheme] = Int16(clamping: number)
            insuranceSeen = date
        }
    }
}

extension EvidenceItem {
    /// One bit an item, in the order of the list.
    var bit: UInt64 { 1 << (EvidenceItem.places[self] ?? 63) }

    private static let places = Dictionary(uniqueKeysWithValues: zip(allCases, 0..<UInt64(allCases.count)))

    /// Which of the schemes it is.
    var scheme: Int? {
        switch self {
        case .pensionMonths: 0
        case .unemploymentMonths: 1
        case .injuryMonths: 2
        case .medicalMonths: 3
        case .maternityMonths: 4
        default: nil
        }
    }
}
