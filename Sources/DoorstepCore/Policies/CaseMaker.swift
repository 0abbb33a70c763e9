/// Makes of the register's placements what policies ask of.
struct CaseMaker: Sendable {
    private let register: Register
    private let catalogue: Catalogue
    private let grounds: PolicyGrounds
    private let day: Day
    private let city: PlaceID?
    private let trainee: GroupSet
    private let welfare: GroupSet
    private let reserve: GroupSet
    private let traineeKind: JobKindID?
    private let welfareKinds: [JobKindID]

    /// With the agency that was named, not yet numbered.
    struct Made: Sendable {
        var placement: PlacementCase
        var agency: String?
    }

    init(_ register: Register, _ catalogue: Catalogue, _ grounds: PolicyGrounds, asOf day: Day) {
        self.register = register
        self.catalogue = catalogue
        self.grounds = grounds
        self.day = day
        city = catalogue.places.ancestor(of: register.station.place, at: .prefecture)
        func set(_ code: String) -> GroupSet { GroupSet([catalogue.groups.group(code)?.id].compactMap(\.self)) }
        trainee = set("trainee")
        welfare = set("public-welfare-job-holder")
        reserve = set("talent-reserve-member")
        traineeKind = catalogue.kinds.kind("traineeship")?.id
        welfareKinds = ["public-welfare", "rural-public-welfare"].compactMap { catalogue.kinds.kind($0)?.id }
    }

    /// Nil where the placement claims nothing: taken back, came to nothing,
    /// or not begun by the day of working.
    func make(_ position: Int) -> Made? {
        let standing = register.placements[position].standing
        guard let first = standing.first, first.date <= day else { return nil }
        let id = register.placements[position].person
        let jobID = register.placements[position].job
        let person = register.people.position(of: register.standing(person: id))
        let job = register.jobs.position(of: register.standing(job: jobID))
        var made = Made(placement: PlacementCase(number: Int32(position), person: Int32(person ?? -1), referral: first.date))
        var atHire: StepFacts?
        var latest: Stage = .referred
        for step in standing where step.date <= day {
            switch step.stage {
            case .hired: made.placement.hire = made.placement.hire ?? step.date
            case .started: made.placement.started = made.placement.started ?? step.date
            case .left: made.placement.left = step.date
            default: break
            }
            if step.stage == .hired || step.stage == .started, atHire == nil { atHire = step.facts }
            if step.stage == .checked || step.stage == .left { made.placement.seen = max(made.placement.seen ?? step.date, step.date) }
            if step.stage != .checked { latest = step.stage }
            if !step.evidence.isEmpty { take(step, &made) }
        }
        guard latest != .declined else { return nil }
        let facts = atHire ?? first.facts
        if let job { takeJob(job, facts, &made.placement) }
        if let person { takePerson(person, first.facts, atHire, &made.placement) }
        made.placement.homePlans = grounds.plans(of: facts?.place ?? person.map { register.people[$0].place })
        return made
    }

    private func take(_ step: PlacementStep, _ made: inout Made) {
        step.evidence.forEach { item, value in
            made.placement.proven.take(item, value, on: step.date)
            guard case .text(let text) = value else { return }
            if item == .agency { made.agency = text }
            if item == .claimed { made.placement.claimed |= catalogue.policies.named(in: text) }
        }
    }

    private func takeJob(_ position: Int, _ facts: StepFacts?, _ placement: inout PlacementCase) {
        let employer = register.employers.position(of: register.standing(employer: register.jobs[position].employer))
        placement.employer = Int32(employer ?? -1)
        placement.kind = register.jobs[position].kind
        placement.isDayWork = placement.kind.map { catalogue.kinds[$0].isDayWork } ?? false
        placement.employerPlace = facts?.employerPlace ?? employer.flatMap { register.employers[$0].place }
        placement.type = facts?.employerType ?? employer.flatMap { register.employers[$0].type }
        placement.size = facts?.employerSize ?? employer.flatMap { register.employers[$0].size }
        placement.employerPlans = grounds.plans(of: placement.employerPlace ?? facts?.workplace ?? register.jobs[position].place)
    }

    /// Groups are those of the steps, as they were; of steps that did not keep
    /// them, what the record says as of their days.
    private func takePerson(_ position: Int, _ atReferral: StepFacts?, _ atHire: StepFacts?, _ placement: inout PlacementCase) {
        func groups(_ day: Day) -> GroupSet {
            catalogue.groups.groups(of: register.people[position], asOf: day, city: city, places: catalogue.places)
        }
        placement.groupsAtReferral = atReferral?.groups ?? groups(placement.referral)
        placement.groupsAtHire = atHire?.groups ?? (placement.isHired ? groups(placement.day) : placement.groupsAtReferral)
        placement.groupsLeftOpen = catalogue.groups.leftOpen(
            of: register.people[position], with: placement.groupsAtHire, asOf: placement.day, city: city, places: catalogue.places)
        // What the post makes of who holds it needs no tag beside it.
        var byPost = GroupSet()
        if placement.kind == traineeKind { byPost = trainee }
        if let kind = placement.kind, welfareKinds.contains(kind) { byPost = welfare }
        if placement.proven.isKnown(.reserveFrom) { byPost = byPost.union(reserve) }
        placement.groupsAtReferral = placement.groupsAtReferral.union(byPost)
        placement.groupsAtHire = placement.groupsAtHire.union(byPost)
        if case .place(let household)? = register.people[position].household { placement.household = household }
        placement.isHouseholdKnown = register.people[position].household != nil
        placement.leftSchool = register.people[position].leftSchool
        placement.unemployedSince = register.people[position].unemployedSince
        placement.neverEmployed = register.people[position].neverEmployed
    }
}
