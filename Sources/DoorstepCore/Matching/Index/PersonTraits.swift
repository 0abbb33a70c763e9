/// What rules ask of a person, in half a line of the processor's cache: for
/// tests of single people here and there, where rows of answers would bring
/// in a line for each rule.
struct PersonTraits: BitwiseCopyable {
    /// Held or covered by one held, good on the day: of the catalogue's
    /// first 64.
    let certificates: UInt64
    /// Recorded and derived.
    let groups: GroupSet
    /// The lowest expected, in fen a month.
    let wage: Int
    /// Full years.
    let age: Int16
    /// Kinds of jobs that are not accepted: of the catalogue's first 16.
    let refused: UInt16
    let education: Int8
    fileprivate(set) var isSeeking: Bool

    /// Values that stand for nothing known, and block nobody.
    static let noAge = Int16.max
    static let noEducation = Int8.max
    static let noWage = Int.min

    init(_ person: IndexedPerson) {
        var certificates: UInt64 = 0
        for id in person.certificates where id.position < 64 { certificates |= 1 << UInt64(id.position) }
        var refused: UInt16 = 0
        if !person.kinds.isEmpty {
            refused = .max
            for kind in person.kinds where kind.position < 16 { refused &= ~(1 << UInt16(kind.position)) }
        }
        self.certificates = certificates
        self.refused = refused
        groups = person.groups
        wage = person.wage ?? PersonTraits.noWage
        age = person.age.map { Int16(clamping: $0) } ?? PersonTraits.noAge
        education = person.education.map { Int8(clamping: $0) } ?? PersonTraits.noEducation
        isSeeking = person.isSeeking
    }

    /// Nobody can be matched with anything who is not there any more.
    mutating func erase() { isSeeking = false }
}

/// What a job's rules ask, for traits; the same as its `EligibilityTest`,
/// but for who is kept apart from it.
struct TraitsTest {
    private let leastAge: Int16
    private let lowestAge: Int16
    private let highestAge: Int16
    private let education: Int8
    private let certificates: UInt64
    private let kind: UInt16
    private let wage: Int
    private let reservedFor: GroupSet

    /// Nil where traits do not tell: certificates in words, or beyond what
    /// has a bit.
    init?(_ opening: Matcher.Opening, _ matcher: Matcher) {
        let job = opening.job
        var certificates: UInt64 = 0
        for name in job.certificates {
            guard case .catalogued(let id) = name, id.position < 64 else { return nil }
            if !matcher.catalogue.certificates[id].isSoft { certificates |= 1 << UInt64(id.position) }
        }
        var kind: UInt16 = 0
        if let asked = job.kind {
            guard asked.position < 16 else { return nil }
            kind = 1 << UInt16(asked.position)
        }
        self.certificates = certificates
        self.kind = kind
        leastAge = Int16(clamping: matcher.lowestAge(for: job))
        // A range with one end only goes from 0, and to any age.
        lowestAge = job.lowestAge.map { Int16(clamping: $0) } ?? (job.highestAge == nil ? .min : 0)
        highestAge = job.highestAge.map { Int16(clamping: $0) } ?? .max
        education = Int8(clamping: job.education?.rawValue ?? 0)
        wage = PeopleRows.highestWage(job) ?? .max
        reservedFor = opening.reservedFor
    }

    /// Marks that those have whom neither kind nor certificates block.
    var neededMarks: UInt64 {
        var marks: UInt64 = 0
        for number in 0..<UInt16.bitWidth where kind >> number & 1 == 1 { marks |= Holding.mark(ofKind: number) }
        for number in 0..<UInt64.bitWidth where certificates >> number & 1 == 1 { marks |= Holding.mark(ofCertificate: number) }
        return marks
    }

    /// How many rules block somebody of those of which a near miss may break
    /// one; far more where another does. Without a branch.
    @inline(__always)
    func broken(_ traits: PersonTraits) -> Int {
        func one(_ isBroken: Bool) -> Int { isBroken ? 1 : 0 }
        let isTooOld = (traits.age > highestAge) != (traits.age == PersonTraits.noAge && highestAge < .max)
        let isBarred = one(!traits.isSeeking) | one(traits.age < leastAge)
        let isOutside = !reservedFor.isEmpty && traits.groups.isDisjoint(with: reservedFor)
        return isBarred &* 100 &+ (one(traits.age < lowestAge) | one(isTooOld)) &+ one(traits.education < education)
            &+ one(traits.certificates & certificates != certificates) &+ one(traits.refused & kind != 0) &+ one(traits.wage > wage) &+ one(isOutside)
    }
}
