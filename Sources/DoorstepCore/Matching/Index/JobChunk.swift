/// The columns of up to 1,024 jobs.
struct JobChunk: Chunk, RuleColumns {
    let rows: UnsafeMutablePointer<UInt64>
    let ids: UnsafeMutablePointer<RecordID>
    let facts: UnsafeMutablePointer<Facts>
    private var asked: Growing<AskedCode>
    private(set) var count = 0
    private let rowCount: Int

    /// What scoring reads of a job, side by side.
    struct Facts: BitwiseCopyable {
        let place: PlaceID
        let flags: Flags
        let askedCount: UInt16
        let askedStart: UInt32
        /// Zero where no skill is asked for.
        let wholeSum: Double
        let wanted: GroupSet
        let occupation: HeldCode
        let point: Coordinates
        let lowestAge: Int32
        let highestAge: Int32
        let wage: Int
        let education: Int8
        let employer: Int32
    }

    struct Flags: OptionSet, BitwiseCopyable {
        let rawValue: UInt8
        static let hasPoint = Flags(rawValue: 1)
        static let givesLodging = Flags(rawValue: 2)
        static let isRemote = Flags(rawValue: 4)
        static let hasOccupation = Flags(rawValue: 8)
    }

    init(rowCount: Int) {
        self.rowCount = rowCount
        rows = Slots.allocateRows(rowCount)
        ids = .allocate(capacity: Slots.perChunk)
        facts = .allocate(capacity: Slots.perChunk)
        asked = Growing(capacity: Slots.perChunk * 2)
    }

    func copy() -> JobChunk {
        var copy = JobChunk(rowCount: rowCount)
        copy.rows.update(from: rows, count: rowCount * Slots.wordsPerChunk)
        copy.ids.initialize(from: ids, count: count)
        copy.facts.initialize(from: facts, count: count)
        copy.asked.deallocate()
        copy.asked = asked.copy()
        copy.count = count
        return copy
    }

    func deallocate() {
        rows.deallocate()
        ids.deinitialize(count: count)
        ids.deallocate()
        facts.deallocate()
        asked.deallocate()
    }

    var askedValues: UnsafePointer<AskedCode> { UnsafePointer(asked.values) }

    func asked(_ index: Int) -> UnsafeBufferPointer<AskedCode> {
        UnsafeBufferPointer(start: asked.values + Int(facts[index].askedStart), count: Int(facts[index].askedCount))
    }

    func value(_ value: JobRows.Value, _ index: Int) -> Int {
        switch value {
        case .lowestAge: Int(facts[index].lowestAge)
        case .highestAgeTurned: -Int(facts[index].highestAge)
        case .education: Int(facts[index].education)
        case .wageTurned: -facts[index].wage
        }
    }

    /// Appends a job, or writes over the one that stands there.
    mutating func write(_ opening: Matcher.Opening, employer: Int?, _ rows: JobRows, _ matcher: Matcher, _ codes: inout SkillCodes, at index: Int) {
        let job = opening.job
        if index == count {
            ids.advanced(by: index).initialize(to: job.id)
            count += 1
        }
        let start = askedStart(job, codes: &codes)
        var flags: Flags = []
        if job.coordinates != nil { flags.insert(.hasPoint) }
        if job.givesLodging { flags.insert(.givesLodging) }
        if job.isRemote { flags.insert(.isRemote) }
        if job.occupation != nil { flags.insert(.hasOccupation) }
        var occupation = HeldCode(skill: .max, family: SkillCodes.noFamilyAsked, steps: 0)
        if let name = job.occupation {
            occupation = HeldCode(skill: codes.code(adding: name), family: codes.family(name) ?? SkillCodes.noFamilyAsked, steps: 1)
        }
        let highestWage = PeopleRows.highestWage(job)
        let weights = job.skills.reduce(0) { $0 + ($1.isRequired ? 3 : 1) }
        facts[index] = Facts(
            place: job.place, flags: flags, askedCount: UInt16(clamping: job.skills.count), askedStart: start,
            wholeSum: Double(AskedFinding.full * weights), wanted: job.prefers.union(opening.reservedFor), occupation: occupation,
            point: job.coordinates ?? matcher.catalogue.places[job.place].point, lowestAge: Int32(clamping: job.lowestAge ?? 0),
            highestAge: Int32(clamping: job.highestAge ?? 0), wage: highestWage ?? 0, education: Int8(job.education?.rawValue ?? 0),
            employer: Int32(employer ?? -1))
        erase(index)
        func set(_ row: Int) { self.rows[row * Slots.wordsPerChunk + index >> 6] |= 1 << UInt64(index & 63) }
        if matcher.isOpen(opening), !opening.employerIsBarred { set(JobRows.open) }
        if job.isHazardous || job.isByNight { set(JobRows.forAdults) }
        if !opening.reservedFor.isEmpty { set(JobRows.reserved) }
        if let kind = job.kind { set(rows.ofKind + Int(kind.position)) }
        for case .catalogued(let id) in job.certificates where !matcher.catalogue.certificates[id].isSoft { set(rows.requires + Int(id.position)) }
        opening.reservedFor.forEach { set(rows.reservedFor + $0) }
        // A range with one end only goes from 0, and to any age.
        if job.lowestAge != nil || job.highestAge != nil { rows.older.forEachRow(of: job.lowestAge ?? 0, set) }
        if let highest = job.highestAge { rows.younger.forEachRow(of: -highest, set) }
        if let education = job.education { rows.schooled.forEachRow(of: education.rawValue, set) }
        if let highestWage { rows.cheap.forEachRow(of: -highestWage, set) }
    }

    /// Puts the skills asked for at the end, and says where; those of before
    /// are left behind.
    private mutating func askedStart(_ job: Job, codes: inout SkillCodes) -> UInt32 {
        let start = UInt32(asked.count)
        for skill in job.skills {
            asked.append(
                AskedCode(
                    skill: codes.code(adding: skill.name), family: codes.family(skill.name) ?? SkillCodes.noFamilyAsked, level: skill.level,
                    isRequired: skill.isRequired))
        }
        return start
    }

    private func erase(_ index: Int) {
        for row in 0..<rowCount { rows[row * Slots.wordsPerChunk + index >> 6] &= ~(1 << UInt64(index & 63)) }
    }
}
