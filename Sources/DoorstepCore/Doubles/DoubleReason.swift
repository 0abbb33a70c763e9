/// Why two records may be one and the same, the strongest first. That they
/// are is for somebody to say who looks at both: nothing is merged by itself.
public enum DoubleReason: String, CaseIterable, Comparable, Hashable, Sendable {
    case identityNumber = "identity-number"
    case creditCode = "credit-code"
    case telephoneAndName = "phone-and-name"
    case employerName = "employer-name"
    /// One employer looks for the same work at the same place on the same
    /// days, twice.
    case posting = "posting"
    /// Weaker: names are common.
    case nameAndBirth = "name-and-birth"

    public var phrase: Phrase {
        switch self {
        case .identityNumber: Phrase("证件号码相同", "the same identity number")
        case .creditCode: Phrase("信用代码相同", "the same credit code")
        case .telephoneAndName: Phrase("姓名和电话相同", "the same name and telephone")
        case .employerName: Phrase("单位名称相同", "the same name")
        case .posting: Phrase("同一岗位重复发布", "the same job posted twice")
        case .nameAndBirth: Phrase("姓名和出生日期相同", "the same name and birth date")
        }
    }

    public static func < (left: DoubleReason, right: DoubleReason) -> Bool { left.position < right.position }

    private var position: Int { DoubleReason.allCases.firstIndex(of: self) ?? 0 }
}

/// Two records that may be one and the same.
public struct DoublePair: Hashable, Sendable {
    /// The one that came first.
    public let first: RecordID
    public let second: RecordID
    public let reason: DoubleReason

    public init(first: RecordID, second: RecordID, reason: DoubleReason) {
        (self.first, self.second, self.reason) = (first, second, reason)
    }
}

/// A record that may have a double.
public protocol DoubleRecord: StandingRecord {
    /// The reasons there are for such records, strongest first.
    static var doubleReasons: [DoubleReason] { get }

    /// A number that two records have in common of which a reason may hold,
    /// and others hardly ever; nil where it holds of no pair with this one.
    func doubleKey(_ reason: DoubleReason, _ rules: DoubleRules) -> UInt64?

    /// Whether the reason holds of the two: the one definition of it.
    func isDouble(of other: Self, _ reason: DoubleReason, _ rules: DoubleRules) -> Bool

    /// What it is called, by which one of several doubles is chosen.
    var doubleName: String { get }
}

/// What telling doubles needs besides the records.
public struct DoubleRules: Sendable {
    let names: EmployerNames
    let day: Day

    /// - Parameter day: the day of working, on which jobs of the past are
    ///   posted no more.
    public init(_ catalogue: Catalogue, day: Day) {
        names = EmployerNames(catalogue.places)
        self.day = day
    }
}
