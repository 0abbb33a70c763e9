/// What makes a pair eligible. The codes are stable: explanations, exports
/// and other programs rely on them.
public enum Rule: String, CaseIterable, Hashable, Sendable {
    case jobOpen = "job-open"
    case personSeeking = "person-seeking"
    case employerBarred = "employer-barred"
    case legalAge = "legal-age"
    case inHand = "in-hand"
    case declined = "declined"
    case ageRange = "age-range"
    case education = "education"
    case certificate = "certificate"
    case kind = "kind"
    case wage = "wage"
    case groupOnly = "group-only"

    /// Something about the pair that could change: a pair that one such rule
    /// blocks, and nothing else, is a near miss.
    public var canBeNearMiss: Bool {
        switch self {
        case .jobOpen, .personSeeking, .employerBarred, .legalAge, .inHand, .declined: false
        case .ageRange, .education, .certificate, .kind, .wage, .groupOnly: true
        }
    }

    /// What a rule that can be a near miss is about, in a word; nil for the
    /// others.
    public var subject: Phrase? {
        switch self {
        case .jobOpen, .personSeeking, .employerBarred, .legalAge, .inHand, .declined: nil
        case .ageRange: Phrase("年龄", "age")
        case .education: Phrase("学历", "education")
        case .certificate: Phrase("证书", "certificate")
        case .kind: Phrase("用工形式", "kind")
        case .wage: Phrase("工资", "wage")
        case .groupOnly: Phrase("定向群体", "group")
        }
    }

    /// Stands in the way of a referral, not only of a match.
    public var forbidsReferral: Bool {
        switch self {
        case .jobOpen, .personSeeking, .employerBarred, .legalAge, .inHand: true
        default: false
        }
    }
}

/// Rules that a pair does not satisfy, or that could not be checked, in the
/// order of `Rule`.
public struct RuleSet: Hashable, Sendable {
    private var bits: UInt16 = 0

    public init() {}

    init(_ rules: Rule...) {
        for rule in rules { insert(rule) }
    }

    func union(_ other: RuleSet) -> RuleSet {
        var union = self
        union.bits |= other.bits
        return union
    }

    func isSubset(of other: RuleSet) -> Bool { bits & ~other.bits == 0 }

    mutating func insert(_ rule: Rule) { bits |= RuleSet.bit(rule) }
    public func contains(_ rule: Rule) -> Bool { bits & RuleSet.bit(rule) != 0 }
    public var isEmpty: Bool { bits == 0 }
    public var count: Int { bits.nonzeroBitCount }
    public var members: [Rule] { Rule.allCases.filter(contains) }

    private static func bit(_ rule: Rule) -> UInt16 {
        // The position among the cases; spelled out by the compiler into a
        // jump table, where looking it up in `allCases` would be a search.
        let position: UInt16 =
            switch rule {
            case .jobOpen: 0
            case .personSeeking: 1
            case .employerBarred: 2
            case .legalAge: 3
            case .inHand: 4
            case .declined: 5
            case .ageRange: 6
            case .education: 7
            case .certificate: 8
            case .kind: 9
            case .wage: 10
            case .groupOnly: 11
            }
        return 1 << position
    }
}
