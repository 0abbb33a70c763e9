/// Somebody in a list of those who hold a skill, or wish for an occupation:
/// what tells whether they can come in at all, so that nothing else need be
/// read of most of them.
struct Holding: BitwiseCopyable, Sendable {
    /// The slot in the upper half, so that holdings are ordered by it.
    let bits: UInt64
    /// Which lists the person stands in, which groups they belong to, which
    /// kinds of jobs they accept and which certificates they hold: a bit that
    /// is not set says no, one that is says perhaps.
    let marks: UInt64

    /// - Parameter wish: 0 where no area is wished for; the number of the
    ///   prefecture in which all of them lie, from 1; `anyPrefecture` for
    ///   others.
    init(slot: Int, skill: HeldCode, wish: UInt8, marks: UInt64, facts: PersonFacts) {
        bits =
            UInt64(slot) << 32 | UInt64(skill.skill & 0xFFFF) << 16 | UInt64(skill.steps & 15) << 12 | UInt64(facts.priority & 15) << 8
            | UInt64(wish & 15) << 4 | (facts.flags.contains(.canMove) ? 1 : 0)
        self.marks = marks
    }

    /// One of which only the lowest byte counts: where they may come to.
    init(lowest: UInt8) { (bits, marks) = (UInt64(lowest), 0) }

    static let anyPrefecture: UInt8 = 15

    @inline(__always) var slot: Int { Int(bits >> 32) }
    /// The skill's number; of a word, whatever is left of it, which in a
    /// list of its own does not matter.
    @inline(__always) var skill: Int { Int(bits >> 16 & 0xFFFF) }
    /// The level plus one.
    @inline(__always) var steps: Int { Int(bits >> 12 & 15) }
    @inline(__always) var priority: Int { Int(bits >> 8 & 15) }
    @inline(__always) var wish: UInt8 { UInt8(truncatingIfNeeded: bits >> 4 & 15) }
    @inline(__always) var canMove: Bool { bits & 1 != 0 }

    /// Whether an area wished for may lie in a prefecture, or hold it.
    @inline(__always)
    func mayWish(for prefecture: UInt8) -> Bool {
        wish != 0 && (wish == prefecture || wish == Holding.anyPrefecture || prefecture == Holding.anyPrefecture)
    }

    /// Wishes of those who may wish for a prefecture.
    static func wishes(reaching prefecture: UInt8) -> [Int] {
        prefecture == anyPrefecture ? Array(1...Int(anyPrefecture)) : [Int(prefecture), Int(anyPrefecture)]
    }

    // MARK: - Marks

    // Where each sort of marks begins, and how many there are: whatever has
    // more members shares them.
    private static let (groups, groupCount) = (0, 14)
    private static let (kinds, kindCount) = (14, 14)
    private static let (certificates, certificateCount) = (28, 16)
    private static let (lists, listCount) = (44, 20)

    static func mark(ofList list: Int) -> UInt64 { 1 << UInt64(lists + list % listCount) }

    static func mark(ofKind kind: Int) -> UInt64 { 1 << UInt64(kinds + kind % kindCount) }

    static func mark(ofCertificate certificate: Int) -> UInt64 { 1 << UInt64(certificates + certificate % certificateCount) }

    static func marks(of groups: GroupSet) -> UInt64 {
        var marks: UInt64 = 0
        groups.forEach { marks |= 1 << UInt64(Holding.groups + $0 % groupCount) }
        return marks
    }

    /// Groups, kinds of jobs accepted and certificates.
    static func marks(of traits: PersonTraits) -> UInt64 {
        var marks = marks(of: traits.groups)
        for kind in 0..<UInt16.bitWidth where traits.refused >> kind & 1 == 0 { marks |= mark(ofKind: kind) }
        for certificate in 0..<UInt64.bitWidth where traits.certificates >> certificate & 1 == 1 { marks |= mark(ofCertificate: certificate) }
        return marks
    }
}

/// Prefectures by number, so that four bits tell where somebody wishes to
/// work.
struct Prefectures: Sendable {
    private let numbers: [UInt8]

    init(_ places: PlaceCatalogue) {
        var known: [PlaceID: UInt8] = [:]
        numbers = places.all.map { place in
            guard let prefecture = places.ancestor(of: place.id, at: .prefecture) else { return Holding.anyPrefecture }
            if let number = known[prefecture] { return number }
            let number = UInt8(min(known.count + 1, Int(Holding.anyPrefecture)))
            known[prefecture] = number
            return number
        }
    }

    /// From 1; `Holding.anyPrefecture` for what lies above prefectures, or
    /// beyond the fourteenth.
    func number(of place: PlaceID) -> UInt8 { numbers[Int(place.position)] }

    /// As holdings have it.
    func wish(_ areas: UnsafeBufferPointer<PlaceID>) -> UInt8 {
        guard let first = areas.first else { return 0 }
        let number = number(of: first)
        return areas.allSatisfy { self.number(of: $0) == number } ? number : Holding.anyPrefecture
    }
}
