import DoorstepCore

/// What station to make up: the same plan makes the same records, to the
/// letter, everywhere.
///
/// ```swift
/// let station = try StationPlan(seed: 1, people: 1200, jobs: 320, day: day, station: "150784001").generate(catalogue)
/// ```
public struct StationPlan: Hashable, Sendable {
    public let seed: UInt64
    public let people: Int
    public let jobs: Int
    public let employers: Int
    /// The day of working: ages, waiting times and dates are as of it.
    public let day: Day
    /// The code of the station's place, with which identifiers begin.
    public let station: String

    /// - Parameter employers: nil for as many as so many jobs would have.
    public init(seed: UInt64, people: Int, jobs: Int, employers: Int? = nil, day: Day, station: String) {
        self.seed = seed
        self.people = max(0, people)
        self.jobs = max(0, jobs)
        self.employers = max(1, employers ?? max(40, jobs * 2 / 7))
        self.day = day
        self.station = station
    }

    /// Makes up the station. Time and memory in proportion to the number of
    /// records.
    ///
    /// - Throws: `GeneratorError` where the catalogue lacks a name that the
    ///   generator speaks of, or the station's place.
    public func generate(_ catalogue: Catalogue) throws(GeneratorError) -> GeneratedStation {
        var people: [Person] = []
        var jobs: [Job] = []
        people.reserveCapacity(self.people)
        jobs.reserveCapacity(self.jobs)
        let (employers, distances) = try make(catalogue, person: { people.append($0) }, job: { jobs.append($0) })
        return GeneratedStation(plan: self, employers: employers, jobs: jobs, people: people, distances: distances)
    }

    /// The same records in a register, without a second copy of them.
    public func register(_ catalogue: Catalogue) throws(GeneratorError) -> Register {
        guard let place = catalogue.places.place(code: station) else { throw .unknownStation(station) }
        var register = Register(station: Station(place: place, name: place.name))
        let (employers, distances) = try make(catalogue, person: { register.update($0) }, job: { register.update($0) })
        for employer in employers { register.update(employer) }
        for distance in distances { register.update(distance) }
        return register
    }

    private func make(
        _ catalogue: Catalogue, person: (Person) -> Void, job: (Job) -> Void
    ) throws(GeneratorError) -> (employers: [Employer], distances: [Distance]) {
        let settlements = try SettlementTable(plan: self, catalogue: catalogue)
        let trades = try TradeTable(catalogue, seed: seed)
        let employers = try EmployerMaker(plan: self, catalogue: catalogue, settlements: settlements).employers()
        let jobMaker = try JobMaker(plan: self, catalogue: catalogue, settlements: settlements, trades: trades, employers: employers)
        for number in (1...).prefix(jobs) { job(jobMaker.job(number)) }
        var personMaker = try PersonMaker(plan: self, catalogue: catalogue, settlements: settlements, trades: trades)
        for number in (1...).prefix(people) { person(personMaker.person(number)) }
        return (employers.map(\.employer), try RoadDistances.distances(station: settlements.station, catalogue: catalogue))
    }
}

/// A station that nobody has: all of it is made up.
public struct GeneratedStation: Sendable {
    public let plan: StationPlan
    public let employers: [Employer]
    public let jobs: [Job]
    public let people: [Person]
    /// Roads between the townships; empty except around Ergun.
    public let distances: [Distance]
}

/// Why no station can be made up.
public enum GeneratorError: SayableError, Hashable {
    /// The catalogue has nothing of this name.
    case unknownName(String, in: CatalogueName)
    case unknownStation(String)
    /// Something is to be chosen from an empty list.
    case nothingToDraw
    /// The system cannot write this encoding.
    case noConverter

    public enum CatalogueName: String, Hashable, Sendable {
        case skills, places, groups, kinds, certificates, industries
    }

    public var message: Phrase {
        switch self {
        case .unknownName(let name, let sheet):
            Phrase("目录 \(sheet.rawValue) 里没有“\(name)”，请改正生成器。", "The catalogue \(sheet.rawValue) has no “\(name)”; mend the generator.")
        case .nothingToDraw: Phrase("没有可选的内容，请改正生成器。", "There is nothing to choose from; mend the generator.")
        case .noConverter:
            Phrase("本机不能写 GB 18030，请去掉 --messy。", "This system cannot write GB 18030; leave out --messy.")
        case .unknownStation(let code):
            Phrase("没有代码为“\(code)”的乡镇或街道，请核对。", "No township or street has the code “\(code)”; check it.")
        }
    }
}
