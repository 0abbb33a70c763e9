/// What statistics need of the two sides of a placement at the moment of a
/// step: figures and group proofs rest on it, not on what the records say
/// later. Who it was it does not tell.
public struct StepFacts: Hashable, Sendable {
    /// Recorded and worked out, as of the step's day.
    public let groups: GroupSet
    /// Full years; nil where the birth date is not known.
    public let age: Int?
    public let sex: Sex?
    /// Where the person lives.
    public let place: PlaceID?
    /// Where the work is.
    public let workplace: PlaceID?
    /// Where the employer is.
    public let employerPlace: PlaceID?
    public let industry: IndustryID?
    public let employerType: EmployerType?
    public let employerSize: EmployerSize?

    public init(
        groups: GroupSet, age: Int?, sex: Sex?, place: PlaceID?, workplace: PlaceID? = nil, employerPlace: PlaceID? = nil, industry: IndustryID? = nil,
        employerType: EmployerType? = nil, employerSize: EmployerSize? = nil
    ) {
        self.groups = groups
        self.age = age
        self.sex = sex
        self.place = place
        self.workplace = workplace
        self.employerPlace = employerPlace
        self.industry = industry
        self.employerType = employerType
        self.employerSize = employerSize
    }

    /// - Parameters:
    ///   - day: the step's.
    ///   - station: where the station is: some groups are its prefecture's
    ///     alone.
    public init(of person: Person, at job: Job, _ employer: Employer?, asOf day: Day, station: PlaceID?, _ catalogue: Catalogue) {
        let city = station.flatMap { catalogue.places.ancestor(of: $0, at: .prefecture) }
        self.init(
            groups: catalogue.groups.groups(of: person, asOf: day, city: city, places: catalogue.places),
            age: person.birth.map { day.fullYears(since: $0) }, sex: person.sex, place: person.place, workplace: job.place,
            employerPlace: employer?.place, industry: employer?.industry, employerType: employer?.type, employerSize: employer?.size)
    }
}
