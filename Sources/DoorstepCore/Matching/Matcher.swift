import Foundation

/// Scores and explains pairs of people and jobs as of one day: the plain
/// implementation of the matching paper, and the oracle of any faster one.
///
/// One function, `assess`, serves both directions, so that the points are
/// the same whichever side asks.
public struct Matcher: Sendable {
    public internal(set) var register: Register
    public let catalogue: Catalogue
    public let settings: MatchSettings
    public let day: Day
    /// The prefecture of the station.
    let city: PlaceID?
    let scale: PointScale

    public init(register: Register, catalogue: Catalogue, settings: MatchSettings = MatchSettings(), day: Day) {
        self.register = register
        self.catalogue = catalogue
        self.settings = settings
        self.day = day
        city = catalogue.places.ancestor(of: register.station.place, at: .prefecture)
        scale = PointScale(settings.weights)
    }

    /// A person as matching sees them on the day.
    public struct Candidate: Sendable {
        public let person: Person
        /// Full years; nil where the birth date is unknown.
        public let age: Int?
        /// Recorded and derived.
        public let groups: GroupSet
        let families: [FamilyID?]
        let wishFamilies: [FamilyID?]
        let highestPriority: (group: GroupID, priority: Double)?
    }

    /// A job as matching sees it on the day.
    public struct Opening: Sendable {
        public let job: Job
        public let isDayWork: Bool
        public let hasVacancy: Bool
        /// Whom it is reserved for, by itself or by its kind.
        public let reservedFor: GroupSet
        let employerIsBarred: Bool
        let families: [FamilyID?]
        let occupationFamily: FamilyID?
        let lineage: [PlaceID]
        /// This job's placements by person.
        let pairs: [RecordID: [Placement]]
    }

    public func candidate(_ person: Person) -> Candidate {
        let groups = catalogue.groups.groups(of: person, asOf: day, city: city, places: catalogue.places)
        let highest = groups.members.map { (group: $0, priority: catalogue.groups[$0].priority) }
            .reduce(nil as (group: GroupID, priority: Double)?) { best, next in
                best.map { $0.priority >= next.priority } == true ? best : next
            }
        return Candidate(
            person: person, age: person.birth.map { day.fullYears(since: $0) }, groups: groups,
            families: person.skills.map { catalogue.skills.family(of: $0.name) },
            wishFamilies: person.wants.map { catalogue.skills.family(of: $0) }, highestPriority: highest)
    }

    public func opening(_ job: Job) -> Opening {
        let kind = job.kind.map { catalogue.kinds[$0] }
        let isDayWork = catalogue.kinds.isDayWork(job)
        return Opening(
            job: job, isDayWork: isDayWork,
            hasVacancy: register.hasVacancy(job, from: day, isDayWork: isDayWork),
            reservedFor: job.reservedFor.isEmpty ? kind?.reservedFor ?? [] : job.reservedFor,
            employerIsBarred: register.employers[job.employer]?.isBarred ?? false,
            families: job.skills.map { catalogue.skills.family(of: $0.name) },
            occupationFamily: job.occupation.flatMap { catalogue.skills.family(of: $0) },
            lineage: catalogue.places.lineage(job.place),
            pairs: Dictionary(grouping: register.placements(ofJob: job.id)) { register.standing(person: $0.person) })
    }

    /// Rules, score and findings of one pair.
    public func assess(_ opening: Opening, _ candidate: Candidate) -> Assessment {
        var blocked = RuleSet()
        var unchecked = RuleSet()
        for rule in Rule.allCases {
            switch check(rule, opening, candidate) {
            case true?: continue
            case false?: blocked.insert(rule)
            case nil: unchecked.insert(rule)
            }
        }
        let weighing = weigh(opening, candidate)
        return Assessment(
            blocked: blocked, unchecked: unchecked, score: Score(weighing.parts, scale), skills: weighing.skills,
            location: weighing.location, groups: weighing.groups)
    }

    public func assess(job: Job, person: Person) -> Assessment {
        assess(opening(job), candidate(person))
    }
}

// MARK: - The three parts

extension Matcher {
    /// The parts of one pair, and what set each.
    func weigh(_ opening: Opening, _ candidate: Candidate) -> Weighing {
        let (skills, skillFinding) = skillPart(opening, candidate)
        let (location, locationFinding) = locationPart(opening, candidate, distance(opening.job, candidate.person))
        let (groups, groupFinding) = groupPart(opening, candidate)
        return Weighing(
            parts: Parts(skills: skills, location: location, groups: groups), skills: skillFinding, location: locationFinding,
            groups: groupFinding)
    }

    func skillPart(_ opening: Opening, _ candidate: Candidate) -> (Double, SkillFinding) {
        let job = opening.job
        guard !job.skills.isEmpty else {
            let wish = self.wish(opening, candidate)
            return (wish.worth, .wish(wish))
        }
        var findings: [AskedFinding] = []
        findings.reserveCapacity(job.skills.count)
        var credits = Credits()
        for (asked, family) in zip(job.skills, opening.families) {
            let finding = self.finding(for: asked, family: family, candidate)
            credits.add(finding.credit, for: asked)
            findings.append(finding)
        }
        return (credits.share, .asked(findings))
    }

    /// What the skills that a job asks for add up to.
    private struct Credits {
        private var sum = 0
        private var weights = 0

        mutating func add(_ credit: Int, for asked: AskedSkill) {
            let weight = asked.isRequired ? 3 : 1
            sum += weight * credit
            weights += weight
        }

        /// S.
        var share: Double { Double(sum) / Double(AskedFinding.full * weights) }
    }

    /// S of a pair whose findings are known, were the person to bring one
    /// more skill.
    func skillPart(_ findings: [AskedFinding], _ opening: Opening, with skill: HeldSkill, family skillFamily: FamilyID?) -> Double {
        var credits = Credits()
        for (finding, family) in zip(findings, opening.families) {
            let credit = self.credit(of: skill, family: skillFamily, for: finding.asked, family: family)
            credits.add(max(finding.credit, credit), for: finding.asked)
        }
        return credits.share
    }

    /// `min(1, (a + 1) / (r + 1))`, in parts of `AskedFinding.full`.
    private func fit(_ held: SkillLevel, _ asked: SkillLevel) -> Int {
        min(AskedFinding.full, AskedFinding.full / (asked.rawValue + 1) * (held.rawValue + 1))
    }

    /// What one skill held is worth where this one is asked for.
    private func credit(of held: HeldSkill, family heldFamily: FamilyID?, for asked: AskedSkill, family: FamilyID?) -> Int {
        if held.name == asked.name { return fit(held.level, asked.level) }
        guard let family, family == heldFamily else { return 0 }
        return fit(held.level, asked.level) / 2
    }

    private func finding(for asked: AskedSkill, family: FamilyID?, _ candidate: Candidate) -> AskedFinding {
        var best = AskedFinding(asked: asked, brought: .missing, credit: 0)
        for (held, heldFamily) in zip(candidate.person.skills, candidate.families) {
            let credit = self.credit(of: held, family: heldFamily, for: asked, family: family)
            if held.name == asked.name {
                if credit >= best.credit { best = AskedFinding(asked: asked, brought: .held(held.level), credit: credit) }
            } else if credit > best.credit {
                best = AskedFinding(asked: asked, brought: .related(held.name, held.level), credit: credit)
            }
        }
        return best
    }

    private func wish(_ opening: Opening, _ candidate: Candidate) -> SkillFinding.Wish {
        guard let occupation = opening.job.occupation else { return .noOccupation }
        let wants = candidate.person.wants
        if wants.isEmpty { return .noWishes }
        if wants.contains(occupation) { return .same }
        if let family = opening.occupationFamily,
            let index = candidate.wishFamilies.firstIndex(where: { $0 == family })
        {
            return .related(wants[index])
        }
        return .other
    }

    func locationPart(
        _ opening: Opening, _ candidate: Candidate, _ distance: (metres: Int, isRecorded: Bool)
    ) -> (Double, LocationFinding) {
        let job = opening.job
        let person = candidate.person
        let (metres, isRecorded) = distance
        func finding(_ reason: LocationFinding.Reason) -> LocationFinding {
            LocationFinding(metres: metres, isRecorded: isRecorded, reason: reason)
        }
        if job.isRemote { return (1, finding(.remote)) }
        var location = Matcher.nearness(metres)
        var reason = LocationFinding.Reason.distance
        if location < Matcher.nearnessOfWish, let area = person.areas.first(where: { opening.lineage.contains($0) }) {
            location = Matcher.nearnessOfWish
            reason = .wishedArea(area)
        }
        if location < Matcher.nearnessOfLodging, job.givesLodging, person.canMove {
            location = Matcher.nearnessOfLodging
            reason = .lodging
        }
        return (location, finding(reason))
    }

    /// L at least, where the job lies in an area wished for.
    static let nearnessOfWish = 0.8
    /// L at least, where the job gives lodging and the person would move.
    static let nearnessOfLodging = 0.5

    /// L of a distance alone: full within a quarter of an hour's walk, half
    /// every 15 km beyond.
    static func nearness(_ metres: Int) -> Double {
        exp2(-max(0, Double(metres) / 1000 - 1.25) / 15)
    }

    private func distance(_ job: Job, _ person: Person) -> (metres: Int, isRecorded: Bool) {
        distance((job.place, job.coordinates), (person.place, person.coordinates))
    }

    /// Whole metres between two places, each with a point of its own where
    /// one is known, and whether they can be relied upon.
    func distance(
        _ job: (place: PlaceID, point: Coordinates?), _ person: (place: PlaceID, point: Coordinates?)
    ) -> (metres: Int, isRecorded: Bool) {
        let recorded = register.distances[job.place, person.place]
        let (jobGround, personGround) = (catalogue.places.ground(job.place), catalogue.places.ground(person.place))
        return Matcher.distance(
            recorded: recorded, (job.place, jobGround, job.point), (person.place, personGround, person.point))
    }

    /// - Parameter recorded: what the station recorded between the places.
    static func distance(
        recorded: Int?, _ job: (place: PlaceID, ground: Ground, point: Coordinates?), _ person: (place: PlaceID, ground: Ground, point: Coordinates?)
    ) -> (metres: Int, isRecorded: Bool) {
        if let recorded { return (recorded, true) }
        let metres = (job.point ?? job.ground.point).metres(to: person.point ?? person.ground.point)
        let restsOnCoarsePoint = (job.point == nil && job.ground.isCoarse) || (person.point == nil && person.ground.isCoarse)
        guard restsOnCoarsePoint, job.place != person.place else { return (metres, true) }
        return (max(metres, leastMetres(between: job.ground, person.ground)), false)
    }

    /// How far apart two places are at least, where the point of one says
    /// little: streets of one county, and all others.
    static func leastMetres(between one: Ground, _ other: Ground) -> Int {
        one.countyOfStreet != nil && one.countyOfStreet == other.countyOfStreet ? 3000 : 40_000
    }

    func groupPart(_ opening: Opening, _ candidate: Candidate) -> (Double, GroupFinding) {
        let wanted = candidate.groups.intersection(opening.job.prefers.union(opening.reservedFor))
        if let group = wanted.members.first { return (1, .wanted(group)) }
        guard let highest = candidate.highestPriority, highest.priority > 0 else { return (0, .none) }
        return (highest.priority, .priority(highest.group))
    }
}

extension SkillFinding.Wish {
    var worth: Double {
        switch self {
        case .noOccupation, .noWishes, .same: 1
        case .related: 0.5
        case .other: 0.3
        }
    }
}
