/// Who gives the work.
public struct Employer: Hashable, Sendable, Identifiable {
    public private(set) var id: RecordID
    public var name: String
    public var creditCode: CreditCode?
    public var type: EmployerType?
    public var industry: IndustryID?
    public var size: EmployerSize?
    public var place: PlaceID?
    /// The day somebody made sure that the employer exists; nil: not yet.
    public var verified: Day?
    /// Why nobody is referred until it is cleared up (wage arrears, false
    /// recruitment, …); empty where nothing stands in the way.
    public var barred: String
    public var contact: String
    public var telephone: String
    public var note: String
    /// Why it does not stand any more; nil for all that do. No column of a
    /// sheet.
    public var absence: Absence?

    public init(id: RecordID, name: String) {
        self.id = id
        self.name = name
        creditCode = nil
        type = nil
        industry = nil
        size = nil
        place = nil
        verified = nil
        barred = ""
        contact = ""
        telephone = ""
        note = ""
        absence = nil
    }

    public var isBarred: Bool { !barred.isEmpty }

    /// The same record under the identifier that the station gives it.
    public func identified(as id: RecordID) -> Employer {
        var copy = self
        copy.id = id
        return copy
    }
}

public enum EmployerType: String, Hashable, Sendable, CaseIterable {
    case enterprise
    case stateEnterprise = "state-enterprise"
    case publicInstitution = "public-institution"
    case socialOrganisation = "social-organisation"
    case soleTrader = "sole-trader"
    case cooperative
    case agency
    case household
}

public enum EmployerSize: String, Hashable, Sendable, CaseIterable {
    case large, medium, small, micro
}
