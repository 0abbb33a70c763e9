/// One of the plans that policies stand in.
public struct PolicyPlan: Hashable, Sendable {
    public let id: String
    /// The number of its document or, of a draft, its title.
    public let name: Phrase
    /// Where it is in force.
    public let place: PlaceID
    /// 征求意见稿: published for comment, and in force for nobody.
    public let isDraft: Bool
    public let from: Day?
    /// The last day; nil where the plan gives none.
    public let to: Day?
    /// 就高不重复: of policies of one kind a person brings the higher alone.
    public let takesHigher: Bool
}

/// Who receives it.
public enum PolicyRecipient: String, Term {
    case agency = "hr-agency"
    case worker, trainee, employer, founder, household
    case internshipUnit = "internship-unit"
    case trainingBody = "training-body"
    case workerOrEmployer = "worker-employer"
    case employerOrFounder = "employer-founder"

    public var phrase: Phrase {
        switch self {
        case .agency: Phrase("经营性人力资源机构", "a commercial employment agency")
        case .worker: Phrase("本人", "the worker")
        case .trainee: Phrase("见习人员", "the trainee")
        case .employer: Phrase("用人单位", "the employer")
        case .founder: Phrase("创业者", "the founder")
        case .household: Phrase("家庭", "the household")
        case .internshipUnit: Phrase("见习单位", "the traineeship unit")
        case .trainingBody: Phrase("培训机构", "the training body")
        case .workerOrEmployer: Phrase("本人、单位", "the worker or the employer")
        case .employerOrFounder: Phrase("单位、创业者", "the employer or the founder")
        }
    }
}

/// Policies of one kind compete where the plan takes the higher.
public enum PolicyKind: String, CaseIterable, Hashable, Sendable {
    case agencyReferral = "agency-referral"
    case workerLiving = "worker-living"
    case talentReserve = "talent-reserve"
    case internship
    case internshipRemainder = "internship-remainder"
    case internshipInsurance = "internship-insurance"
    case publicWelfarePay = "public-welfare-pay"
    case publicWelfareSideline = "public-welfare-sideline"
    case aidedPerson = "aided-person"
    case aidedPreference = "aided-preference"
    case dibao
    case overAgeService = "over-age-service"
    case overAgeSupport = "over-age-support"
    case employerExpansion = "employer-expansion"
    case employerLocalHire = "employer-local-hire"
    case employerGraduateTax = "employer-graduate-tax"
    case employerDisabled = "employer-disabled"
    case trainingUplift = "training-uplift"
    case startup
    case startupJobs = "startup-jobs"
    case startupSurvival = "startup-3y"
    case jobChoiceWindow = "job-choice-window"
    case aidPost = "aid-post"
    case hukou
}

/// Where the plan's place has to be looked for.
///
/// What is given to an employer, its founder or whoever brought somebody
/// there is the business of the place where the employer is; so is what
/// comes with a post. A service to a person is that of the station that
/// gives it, an allowance of a household that of where it lives. A training
/// may have been paid for where the station is or where the work is.
public enum PolicyGround: String, Hashable, Sendable {
    /// The employer's place or, where that is not known, the workplace.
    case employer
    case station, home
    /// The employer's or the station's.
    case training
}

/// Which placements it is asked of at all: an agency's subsidy says nothing
/// of somebody whom the station itself sent.
public enum PolicyConcern: String, Hashable, Sendable {
    case everybody
    /// An agency is named.
    case agency
    /// A training or its body is on record.
    case training
    /// A job for trainees, or the person is one.
    case traineeship
    /// In the talent reserve, by tag or date.
    case reserve
    /// A business was registered; asked once for each employer.
    case business
}

/// A choice that a plan leaves open, and how it is dealt with.
public struct PolicyReading: Hashable, Sendable {
    public let about: String
    public let text: Phrase
}

/// One of the rules whose conditions a placement's record can meet.
public struct Policy: Hashable, Sendable {
    public let id: String
    /// Its place in the catalogue.
    let number: Int
    public let name: Phrase
    /// Which of the catalogue's plans.
    let plan: Int
    /// The plan's item.
    public let item: String
    public let recipient: PolicyRecipient
    public let kind: PolicyKind
    public let amount: PolicyAmount
    public let ground: PolicyGround
    /// Asked of who was sent; else of who was taken on.
    public let isFromReferral: Bool
    public let concern: PolicyConcern
    /// Never twice for one person or, of a founder, for one employer.
    public let isOnce: Bool
    /// “再给予”: given on top of others of its kind.
    public let isAdditive: Bool
    /// The policy in whose place it comes, never on top.
    public let replaces: String?
    /// The policy whose cap an agency's sum may come under too.
    public let inCapOf: String?
    public let conditions: [PolicyCondition]
    public let evidence: [EvidenceItem]
    public let readings: [PolicyReading]
    public let note: Phrase?

    /// What a plan leaves open can change what comes out.
    let dependsOnReading: Bool
}

/// One of the further entries of the policy list: looked up, not reckoned.
public struct PolicyEntry: Hashable, Sendable {
    public let id: String
    public let name: Phrase
    let plan: Int
    public let item: String
    public let recipient: Phrase
    public let amount: Phrase
    public let note: Phrase?
}
