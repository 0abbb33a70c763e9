/// Work that somebody is wanted for: 有活没人干.
public struct Job: Hashable, Sendable, Identifiable {
    public private(set) var id: RecordID
    public var employer: RecordID
    public var title: String
    public var occupation: SkillName?
    public var kind: JobKindID?
    /// How many people are wanted; for day work, on each day.
    public var headcount: Int
    public var place: PlaceID
    public var coordinates: Coordinates?
    public var wage: Wage
    public var skills: [AskedSkill]
    public var certificates: [CertificateName]
    /// Nil where none is asked for.
    public var education: Education?
    public var lowestAge: Int?
    public var highestAge: Int?
    public var prefers: GroupSet
    /// Whom the job is reserved for; where empty, its kind decides.
    public var reservedFor: GroupSet
    public var givesLodging: Bool
    /// Can be done from home.
    public var isRemote: Bool
    public var isHazardous: Bool
    public var isByNight: Bool
    public var from: Day?
    public var to: Day?
    public var posted: Day
    /// The last day on which the job is open.
    public var closes: Day?
    public var contact: String
    public var telephone: String
    public var status: JobStatus
    public var note: String
    public var extras: Extras<JobExtra>
    /// Why it does not stand any more; nil for all that do. No column of a
    /// sheet.
    public var absence: Absence?

    /// A job about which nothing but the required is known.
    public init(id: RecordID, employer: RecordID, title: String, place: PlaceID, posted: Day) {
        self.id = id
        self.employer = employer
        self.title = title
        occupation = nil
        kind = nil
        headcount = 1
        self.place = place
        coordinates = nil
        wage = .open
        skills = []
        certificates = []
        education = nil
        lowestAge = nil
        highestAge = nil
        prefers = []
        reservedFor = []
        givesLodging = false
        isRemote = false
        isHazardous = false
        isByNight = false
        from = nil
        to = nil
        self.posted = posted
        closes = nil
        contact = ""
        telephone = ""
        status = .open
        note = ""
        extras = [:]
        absence = nil
    }

    /// The same record under the identifier that the station gives it.
    public func identified(as id: RecordID) -> Job {
        var copy = self
        copy.id = id
        return copy
    }
}

public enum JobStatus: String, Hashable, Sendable, CaseIterable {
    case open, filled, withdrawn
}

/// A skill that a job asks for.
public struct AskedSkill: Hashable, Sendable {
    public let name: SkillName
    /// The lowest level, `unknown` where none is asked for.
    public let level: SkillLevel
    public let isRequired: Bool

    public init(_ name: SkillName, _ level: SkillLevel = .unknown, isRequired: Bool = true) {
        self.name = name
        self.level = level
        self.isRequired = isRequired
    }
}

/// What of a job is kept, shown and exported, and never matched on.
public enum JobExtra: String, Hashable, Sendable, CaseIterable {
    case duties
    case settlement
    case shifts
    case board
    case insurance
    case probation
    case contractTerm = "contract_term"
    case actualEmployer = "actual_employer"
    case verified = "job_verified"
}
