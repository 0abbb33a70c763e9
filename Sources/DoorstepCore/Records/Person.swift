/// Somebody who looks for work: 有人没活干.
public struct Person: Hashable, Sendable, Identifiable {
    public private(set) var id: RecordID
    public var name: String
    public var identityNumber: IdentityNumber?
    public var sex: Sex?
    public var birth: Day?
    /// As written, where it is no mainland number: kept, and never dialled
    /// from.
    public var telephone: String
    /// Nil where unknown, which blocks nothing.
    public var education: Education?
    /// Where the person lives.
    public var place: PlaceID
    /// The person's own point, where known more exactly than the place's.
    public var coordinates: Coordinates?
    public var skills: [HeldSkill]
    public var certificates: [HeldCertificate]
    /// Tags that somebody recorded; those that follow from dates are worked
    /// out as of the day of working (`GroupCatalogue.groups(of:asOf:…)`).
    public var recordedGroups: GroupSet
    /// Up to three occupations the person wishes for.
    public var wants: [SkillName]
    /// Kinds of job the person accepts; empty accepts any.
    public var kinds: [JobKindID]
    /// The lowest wage expected, in a month.
    public var lowestWage: Money?
    /// Where the person wishes to work.
    public var areas: [PlaceID]
    public var canMove: Bool
    public var household: Household?
    /// The day of registering as unemployed; nil where not registered.
    public var unemployedSince: Day?
    public var leftSchool: Day?
    public var neverEmployed: Bool
    /// The day the station first wrote the person down.
    public var registered: Day
    public var status: PersonStatus
    public var note: String
    /// Columns that are kept, shown and exported but never matched on.
    public var extras: Extras<PersonExtra>
    /// Why it does not stand any more; nil for all that do. No column of a
    /// sheet.
    public var absence: Absence?

    /// A person about whom nothing but the required is known.
    public init(id: RecordID, name: String, place: PlaceID, registered: Day) {
        self.id = id
        self.name = name
        identityNumber = nil
        sex = nil
        birth = nil
        telephone = ""
        education = nil
        self.place = place
        coordinates = nil
        skills = []
        certificates = []
        recordedGroups = []
        wants = []
        kinds = []
        lowestWage = nil
        areas = []
        canMove = false
        household = nil
        unemployedSince = nil
        leftSchool = nil
        neverEmployed = false
        self.registered = registered
        status = .seeking
        note = ""
        extras = [:]
        absence = nil
    }

    /// The same record under the identifier that the station gives it.
    public func identified(as id: RecordID) -> Person {
        var copy = self
        copy.id = id
        return copy
    }
}

public enum PersonStatus: String, Hashable, Sendable, CaseIterable {
    case seeking, placed, paused, withdrawn
}

/// Where someone's household is registered.
public enum Household: Hashable, Sendable {
    case place(PlaceID)
    /// Outside Inner Mongolia, as written.
    indirect case elsewhere(String)
}

/// What of a person is kept, shown and exported, and never matched on.
public enum PersonExtra: String, Hashable, Sendable, CaseIterable {
    case ethnicity
    case householdType = "household_type"
    case employmentCertificate = "employment_certificate"
    case unemploymentReason = "unemployment_reason"
    case school
    case major
    case trainingWish = "training_wish"
    case startUpWish = "start_up_wish"
    case otherTelephone = "other_phone"
}

/// What a skill is called: an entry of the catalogue or, where it has none,
/// a word, which matches itself letter for letter.
public enum SkillName: Hashable, Sendable {
    case catalogued(SkillID)
    // On the heap: hardly any is a word, and all take its room.
    indirect case word(String)
}

public struct HeldSkill: Hashable, Sendable {
    public let name: SkillName
    public let level: SkillLevel

    public init(_ name: SkillName, _ level: SkillLevel = .unknown) {
        self.name = name
        self.level = level
    }
}

/// What a certificate is called, as `SkillName`.
public enum CertificateName: Hashable, Sendable {
    case catalogued(CertificateID)
    // On the heap: hardly any is a word, and all take its room.
    indirect case word(String)
}

public struct HeldCertificate: Hashable, Sendable {
    public let name: CertificateName
    /// The last day it is good for; nil where it does not run out.
    public let expires: Day?

    public init(_ name: CertificateName, expires: Day? = nil) {
        self.name = name
        self.expires = expires
    }
}
