/// What is counted in a report: the one list that figures, their definitions,
/// sheets, the screen and the answers to targets are made from.
///
/// At most 63, so that one word of bits says of all of them whether they
/// count something.
public enum Indicator: Int, CaseIterable, Sendable {
    // What became of people, as the plans ask for it.
    case newEmployment, urban, ruralTransfer, ruralNearby, unemployed, hardToEmploy, zeroFamily, outOfPoverty, disabled, veterans
    case graduates, graduatesInEnterprises, secondary, tertiary, flexible, small, trainees, welfarePosts
    case local, forestLocal, agriProcessing
    // Who came, and what there was for them.
    case registered, postedJobs, posted, traineePosts
    // Step by step.
    case referred, interviewed, hired, started, neverStarted, declinedByEmployer, declinedByPerson, left
    // Staying.
    case inPost30, inPost90, inPost180, inPost365, confirmed30, confirmed90, confirmed180, confirmed365
    // Day work.
    case dayWork, dayWorkPeople, dayWorkDone, dayWorkPaid
    // What a station does beside it.
    case wishSurveys, revisits, verifications, guidance, trainingNotices, policyAdvice, receptions, calls, callsReached
    // Of all who are registered, whom something was done for.
    case unemployedAssisted, hardToEmployAssisted, zeroFamilyAssisted

    /// Nil of an unknown one.
    public init?(code: String) {
        guard let found = Indicator.allCases.first(where: { $0.code == code }) else { return nil }
        self = found
    }

    /// By its code or its name in either language.
    public static func read(_ text: String) -> Indicator? {
        let key = PlainText.key(text)
        return Indicator(code: key) ?? allCases.first { PlainText.key($0.phrase.chinese) == key || PlainText.key($0.phrase.english) == key }
    }

    /// What is counted.
    public enum Unit: Sendable {
        /// People, each once in a period, however often it happened.
        case persons
        /// Placements: one person at one job.
        case placements
        /// Vacancies, or posts that were filled.
        case posts
        case jobs
        /// Days that somebody worked.
        case days
        /// Times that something was done.
        case times

        public var phrase: Phrase {
            switch self {
            case .persons: Phrase("人", "people")
            case .placements: Phrase("笔", "placements")
            case .posts: Phrase("个岗位", "posts")
            case .jobs: Phrase("条岗位", "jobs")
            case .days: Phrase("人天", "days")
            case .times: Phrase("人次", "times")
            }
        }
    }

    /// What the entries behind a number are.
    public enum Source: Sendable {
        case placements, services, people, jobs
    }

    /// Which place decides in whose area something counts.
    enum Side {
        /// Where the work is: jobs are made there.
        case workplace
        /// Where the person lives: whose people are placed, wherever that is.
        case home
    }

    public enum Section: Int, CaseIterable, Sendable {
        case outcomes, intake, steps, staying, dayWork, services, assistance

        public var phrase: Phrase {
            switch self {
            case .outcomes: Phrase("就业成效", "What came of it")
            case .intake: Phrase("登记和岗位", "People and vacancies")
            case .steps: Phrase("推荐过程", "Step by step")
            case .staying: Phrase("稳岗", "Staying in post")
            case .dayWork: Phrase("零工", "Day work")
            case .services: Phrase("基层服务", "Services")
            case .assistance: Phrase("帮扶率", "Assistance")
            }
        }
    }

    public var section: Section {
        switch self {
        case .newEmployment, .urban, .ruralTransfer, .ruralNearby, .unemployed, .hardToEmploy, .zeroFamily, .outOfPoverty, .disabled, .veterans,
            .graduates, .graduatesInEnterprises, .secondary, .tertiary, .flexible, .small, .trainees, .welfarePosts, .local, .forestLocal,
            .agriProcessing:
            .outcomes
        case .registered, .postedJobs, .posted, .traineePosts: .intake
        case .referred, .interviewed, .hired, .started, .neverStarted, .declinedByEmployer, .declinedByPerson, .left: .steps
        case .inPost30, .inPost90, .inPost180, .inPost365, .confirmed30, .confirmed90, .confirmed180, .confirmed365: .staying
        case .dayWork, .dayWorkPeople, .dayWorkDone, .dayWorkPaid: .dayWork
        case .wishSurveys, .revisits, .verifications, .guidance, .trainingNotices, .policyAdvice, .receptions, .calls, .callsReached: .services
        case .unemployedAssisted, .hardToEmployAssisted, .zeroFamilyAssisted: .assistance
        }
    }

    public var unit: Unit {
        switch self {
        case .secondary, .tertiary, .posted, .traineePosts: .posts
        case .postedJobs: .jobs
        case .dayWork, .dayWorkDone, .dayWorkPaid: .days
        default:
            switch section {
            case .outcomes, .assistance, .intake: .persons
            case .dayWork: .persons
            case .steps, .staying: .placements
            case .services: .times
            }
        }
    }

    public var source: Source {
        switch section {
        case .outcomes, .steps, .staying, .dayWork: .placements
        case .services: .services
        case .assistance: .people
        case .intake: self == .registered ? .people : .jobs
        }
    }

    /// Jobs belong to where they are; people to where they live.
    var side: Side {
        switch self {
        case .ruralTransfer, .ruralNearby, .unemployed, .hardToEmploy, .zeroFamily, .outOfPoverty, .disabled, .veterans, .graduates,
            .graduatesInEnterprises, .registered, .unemployedAssisted, .hardToEmployAssisted, .zeroFamilyAssisted:
            .home
        default: section == .services ? .home : .workplace
        }
    }

    /// Set where a placement has come so many days after starting.
    static let milestones: [(days: Int, inPost: Indicator, confirmed: Indicator)] = [
        (30, .inPost30, .confirmed30), (90, .inPost90, .confirmed90), (180, .inPost180, .confirmed180), (365, .inPost365, .confirmed365),
    ]
}

/// Several indicators, one bit each.
struct IndicatorSet: Equatable, Sendable, BitwiseCopyable {
    var bits: UInt64 = 0

    init(bits: UInt64 = 0) { self.bits = bits }

    init(_ indicators: some Sequence<Indicator>) {
        for indicator in indicators { insert(indicator) }
    }

    mutating func insert(_ indicator: Indicator) { bits |= 1 << UInt64(indicator.rawValue) }
    func contains(_ indicator: Indicator) -> Bool { bits & 1 << UInt64(indicator.rawValue) != 0 }
    func intersection(_ other: IndicatorSet) -> IndicatorSet { IndicatorSet(bits: bits & other.bits) }
    func subtracting(_ other: IndicatorSet) -> IndicatorSet { IndicatorSet(bits: bits & ~other.bits) }
    var isEmpty: Bool { bits == 0 }

    /// Each of them by its position, lowest first.
    @inline(__always)
    func forEach(_ body: (Int) -> Void) {
        var rest = bits
        while rest != 0 {
            body(rest.trailingZeroBitCount)
            rest &= rest - 1
        }
    }

    static let onceForEachPerson = IndicatorSet(Indicator.allCases.filter { $0.unit == .persons })
    static let byHome = IndicatorSet(Indicator.allCases.filter { $0.side == .home })
    static let all = IndicatorSet(Indicator.allCases)
}
