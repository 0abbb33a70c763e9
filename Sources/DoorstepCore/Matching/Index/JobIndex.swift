import HashTreeCollections

/// Jobs as people look for them. A job's slot is its position in the
/// register.
struct JobIndex: Sendable {
    let rows: JobRows
    private(set) var certificateWords = CertificateDemands()
    /// Slots of jobs that ask, or once asked, for a skill of a family or for
    /// a word; in no order.
    private(set) var askers: [[UInt32]] = []
    /// Slots of jobs that ask, or once asked, for no skill.
    private(set) var undemanding: [UInt32] = []
    private(set) var chunks: Chunks<JobChunk>
    private(set) var slotCount = 0

    /// - Parameter codes: shared with the people's side; takes words that
    ///   only jobs say.
    init(_ matcher: Matcher, _ codes: inout SkillCodes) {
        rows = JobRows(matcher)
        chunks = Chunks(count: 0, rowCount: rows.count) { _, _ in }
        for (position, job) in matcher.register.jobs.enumerated() { update(job, at: position, matcher, &codes) }
    }

    /// Takes in a job, or what changed about it: itself, its placements, its
    /// employer.
    mutating func update(_ job: Job, at slot: Int, _ matcher: Matcher, _ codes: inout SkillCodes) {
        if Slots.chunk(slot) == chunks.count { chunks.append() }
        slotCount = max(slotCount, slot + 1)
        let employer = matcher.register.employers.position(of: job.employer)
        let before = chunks.edit(Slots.chunk(slot)) { [rows] chunk in
            let index = Slots.index(slot)
            let before = index < chunk.count ? chunk.asked(index).map(\.list) : nil
            chunk.write(matcher.opening(job), employer: employer, rows, matcher, &codes, at: index)
            return before
        }
        certificateWords.update(job, at: slot)
        list(slot, before: before)
    }

    /// Enters a job in the lists in which it did not stand before.
    ///
    /// - Parameter before: the lists it stood in; nil where it is new.
    private mutating func list(_ slot: Int, before: [Int]?) {
        let lists = chunks[Slots.chunk(slot)].asked(Slots.index(slot)).map(\.list)
        if lists.isEmpty, before?.isEmpty != true { undemanding.append(UInt32(slot)) }
        for (position, list) in lists.enumerated() where !lists[..<position].contains(list) && before?.contains(list) != true {
            while askers.count <= list { askers.append([]) }
            askers[list].append(UInt32(slot))
        }
    }

    /// Slots of the jobs of the employer at a position, or of those whose
    /// employer nobody knew. O(number of jobs), a nanosecond each.
    func slots(ofEmployer position: Int?) -> [Int] {
        let wanted = Int32(position ?? -1)
        var slots: [Int] = []
        for (number, chunk) in chunks.all.enumerated() {
            for index in 0..<chunk.count where chunk.facts[index].employer == wanted { slots.append(number * Slots.perChunk + index) }
        }
        return slots
    }
}

/// Which jobs require certificates that no catalogue has, by the word.
struct CertificateDemands: Sendable {
    private var slots: TreeDictionary<String, Set<UInt32>> = [:]
    private var words: TreeDictionary<UInt32, Set<String>> = [:]

    mutating func update(_ job: Job, at slot: Int) {
        let slot = UInt32(slot)
        let new = Set(job.certificates.compactMap { name in if case .word(let word) = name { word } else { nil } })
        let old = words[slot] ?? []
        guard new != old else { return }
        for word in old.subtracting(new) { slots[word]?.remove(slot) }
        for word in new.subtracting(old) { slots[word, default: []].insert(slot) }
        words[slot] = new.isEmpty ? nil : new
    }

    /// Slots of the jobs that require a word which is not held; ascending.
    func slots(lacking isHeld: (String) -> Bool) -> [UInt32] {
        var missed: Set<UInt32> = []
        for (word, slots) in slots where !slots.isEmpty && !isHeld(word) { missed.formUnion(slots) }
        return missed.sorted()
    }
}
