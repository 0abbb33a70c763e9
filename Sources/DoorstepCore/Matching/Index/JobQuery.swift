/// A job that looks for people, prepared once.
final class JobQuery {
    let opening: Matcher.Opening
    let test: EligibilityTest<PeopleRows.Value>
    /// The same for single people; nil where traits do not tell.
    let traits: TraitsTest?
    /// Slots that a placement keeps apart from the job, ascending.
    let apart: [UInt32]
    let asked: [AskedCode]
    /// What a whole credit for all skills sums up to.
    let wholeSum: Double
    let occupation: HeldCode?
    /// Groups that the job prefers or is reserved for.
    let wanted: GroupSet
    let place: PlaceID
    let point: Coordinates?
    let ground: Ground
    let isRemote: Bool
    let givesLodging: Bool
    /// The place and all it lies in.
    let lineage: [PlaceID]
    /// Places whose distance from the job's is recorded, nearest first.
    let recorded: [(place: PlaceID, metres: Int)]
    /// Lists of those who hold a skill asked for, the weightiest first;
    /// where none is, of those who wish for nothing or for the occupation.
    let lists: [SkillList]
    /// The greatest S of people who stand in none of the lists.
    let mostOfOthers: Double
    /// Of the job's place, as holdings have it.
    let prefecture: UInt8
    /// Marks of those who may belong to a wanted group.
    let wantedMarks: UInt64
    /// Marks that all who match have.
    let neededMarks: UInt64

    /// A list of people, and what those who stand in no list before it can
    /// reach.
    struct SkillList {
        let people: PeopleList
        /// The greatest S.
        let most: Double
        /// The one skill asked for from the list, and S of its whole credit;
        /// nil where there are several, or all in the list are alike.
        let only: (asked: AskedCode, share: Double)?
        /// For each list after it, the mark of those who stand there too and
        /// S of its whole credit.
        let later: [(mark: UInt64, share: Double)]
    }

    init(_ job: Job, _ matcher: Matcher, _ people: PeopleIndex, _ codes: SkillCodes) {
        opening = matcher.opening(job)
        asked = job.skills.map { skill in
            AskedCode(
                skill: codes.code(skill.name) ?? .max, family: codes.family(skill.name) ?? SkillCodes.noFamilyAsked, level: skill.level,
                isRequired: skill.isRequired)
        }
        let weights = asked.reduce(0) { $0 + $1.weight }
        wholeSum = Double(AskedFinding.full * weights)
        occupation = job.occupation.map {
            HeldCode(skill: codes.code($0) ?? .max, family: codes.family($0) ?? SkillCodes.noFamilyAsked, steps: 1)
        }
        wanted = job.prefers.union(opening.reservedFor)
        (place, point, isRemote, givesLodging) = (job.place, job.coordinates, job.isRemote, job.givesLodging)
        ground = matcher.catalogue.places.ground(job.place)
        lineage = opening.lineage
        recorded = matcher.register.distances.recorded(from: job.place).sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map { ($0.key, $0.value) }
        prefecture = people.prefectures.number(of: job.place)
        wantedMarks = Holding.marks(of: wanted)
        if asked.isEmpty {
            (lists, mostOfOthers) = JobQuery.wishLists(occupation, people)
        } else {
            (lists, mostOfOthers) = (JobQuery.skillLists(asked, people), 0)
        }
        var test = people.rows.test(opening, matcher, words: people.certificateWords)
        var apart: [UInt32] = []
        let opening = opening
        for (person, placements) in opening.pairs
        where placements.contains(where: { matcher.isInHand($0, isDayWork: opening.isDayWork) || matcher.wasDeclined($0) }) {
            if let position = matcher.register.people.position(of: person), let slot = people.slot(ofPosition: position) { apart.append(UInt32(slot)) }
        }
        apart.sort()
        if !apart.isEmpty { test.barred.listed.append((apart, true)) }
        self.test = test
        self.apart = apart
        traits = TraitsTest(opening, matcher)
        neededMarks = traits?.neededMarks ?? 0
    }

    private static func skillLists(_ asked: [AskedCode], _ people: PeopleIndex) -> [SkillList] {
        func weight(_ asked: [AskedCode]) -> Int { asked.reduce(0) { $0 + $1.weight } }
        let whole = Double(weight(asked))
        let byList = Dictionary(grouping: asked.filter { $0.list < people.holders.count }, by: \.list)
            .sorted { (weight($0.value), $1.key) > (weight($1.value), $0.key) }
        return byList.enumerated().map { number, list in
            let later = byList[(number + 1)...].map { (Holding.mark(ofList: $0.key), Double(weight($0.value)) / whole) }
            let share = Double(weight(list.value)) / whole
            return SkillList(
                people: people.holders[list.key], most: later.reduce(share) { $0 + $1.1 }, only: list.value.count == 1 ? (list.value[0], share) : nil,
                later: later)
        }
    }

    private static func wishLists(_ occupation: HeldCode?, _ people: PeopleIndex) -> (lists: [SkillList], mostOfOthers: Double) {
        guard let occupation else { return ([], 1) }
        var lists = [SkillList(people: people.undecided, most: 1, only: nil, later: [])]
        // As a skill of which relatives count half.
        let asked = AskedCode(skill: occupation.skill, family: occupation.family, level: .unknown, isRequired: true)
        if asked.list < people.wanters.count {
            lists.append(SkillList(people: people.wanters[asked.list], most: 1, only: (asked, 1), later: []))
        }
        return (lists, SkillFinding.Wish.other.worth)
    }

    /// Whether a placement keeps somebody apart from the job. O(log n).
    func isApart(_ slot: Int) -> Bool {
        let position = apart.position(of: UInt32(slot))
        return position < apart.count && apart[position] == slot
    }

    /// S of a person.
    @inline(__always)
    func skills(of people: PeopleChunk, _ index: Int) -> Double {
        if asked.isEmpty {
            let wants = people.wants(index)
            return wishWorth(occupation, wants.first, wants.count)
        }
        let sum = asked.withUnsafeBufferPointer { asked in
            guard let first = asked.baseAddress else { return 0 }
            if people.facts[index].skillCount <= PersonFacts.inlineSkills { return creditSum(first, asked.count, people.facts[index].skills) }
            let held = people.skills(index)
            return creditSum(first, asked.count, held.first, held.count)
        }
        return Double(sum) / wholeSum
    }
}
