/// 求人倍率 by place: each open job counts once with its vacancies where its
/// work is, each person seeking once where they live.
public struct SupplyByPlace: Hashable, Sendable {
    public struct Line: Hashable, Sendable {
        public let place: PlaceID
        public internal(set) var vacancies = 0
        public internal(set) var seekers = 0
        /// Positions of the jobs and people in the register.
        public internal(set) var jobs: [Int] = []
        public internal(set) var people: [Int] = []

        public var gap: Int { vacancies - seekers }

        /// As `SupplyAndDemand.Line.ratio`.
        public var ratio: Int? { seekers == 0 ? nil : (vacancies * 200 + seekers) / (2 * seekers) }
    }

    /// In the catalogue's order.
    public let lines: [Line]

    /// - Parameter level: counties or townships; what is known only more
    ///   coarsely stands by its own name.
    public init(_ register: Register, level: Place.Level, _ places: PlaceCatalogue, vacancies: (Job) -> Int, isOpen: (Job) -> Bool) {
        var lines: [PlaceID: Line] = [:]
        func area(_ place: PlaceID) -> PlaceID { places.ancestor(of: place, at: level) ?? place }
        for (position, job) in register.jobs.enumerated() where job.stands && isOpen(job) {
            let area = area(job.place)
            lines[area, default: Line(place: area)].vacancies += vacancies(job)
            lines[area, default: Line(place: area)].jobs.append(position)
        }
        for (position, person) in register.people.enumerated() where person.status == .seeking {
            let area = area(person.place)
            lines[area, default: Line(place: area)].seekers += 1
            lines[area, default: Line(place: area)].people.append(position)
        }
        self.lines = lines.values.sorted { $0.place < $1.place }
    }
}
