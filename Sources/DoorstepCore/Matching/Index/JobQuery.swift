/// A job that looks for people, prepared once.
struct JobQuery {
    let opening: Matcher.Opening
    let test: EligibilityTest<PeopleRows.Value>
    let asked: [AskedCode]
    /// What a whole credit for all skills sums up to.
    let wholeSum: Double
    let occupation: HeldCode?
    /// Groups that the job prefers or is reserved for.
    let wanted: GroupSet
    /// The place and all it lies in.
    let lineage: [PlaceID]
    /// Lists of those who hold a skill asked for, the weightiest first; to
    /// each, the greatest S of people who stand in no list before it.
    let lists: [(list: Int, most: Double)]

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
        lineage = opening.lineage
        var weightOfList: [Int: Int] = [:]
        for skill in asked where skill.list < people.holders.count { weightOfList[skill.list, default: 0] += skill.weight }
        var left = weightOfList.values.reduce(0, +)
        var lists: [(list: Int, most: Double)] = []
        for (list, weight) in weightOfList.sorted(by: { ($0.value, $1.key) > ($1.value, $0.key) }) {
            lists.append((list, Double(left) / Double(weights)))
            left -= weight
        }
        self.lists = lists
        var test = people.rows.test(opening, matcher, words: people.certificateWords)
        var apart: [UInt32] = []
        let opening = opening
        for (person, placements) in opening.pairs
        where placements.contains(where: { matcher.isInHand($0, isDayWork: opening.isDayWork) || matcher.wasDeclined($0) }) {
            if let position = matcher.register.people.position(of: person), let slot = people.slot(ofPosition: position) { apart.append(UInt32(slot)) }
        }
        test.keptApart = apart.sorted()
        self.test = test
    }
}
