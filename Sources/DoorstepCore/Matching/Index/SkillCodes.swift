import HashTreeCollections

/// Skills as numbers: those of the catalogue by their position, words by the
/// order in which they came.
struct SkillCodes: Sendable {
    private let catalogue: SkillCatalogue
    private var words: TreeDictionary<String, UInt32> = [:]

    /// Families that no skill has, one for each side, so that words are
    /// related to nothing.
    static let noFamilyHeld: UInt16 = .max
    static let noFamilyAsked: UInt16 = .max - 1

    init(_ catalogue: SkillCatalogue) {
        self.catalogue = catalogue
    }

    /// Gives a word that is new the next number.
    mutating func add(_ name: SkillName) {
        if case .word(let word) = name, words[word] == nil { words[word] = UInt32(catalogue.all.count + words.count) }
    }

    /// The number of a skill; a word that is new gets the next.
    mutating func code(adding name: SkillName) -> UInt32 {
        add(name)
        return code(name) ?? .max
    }

    /// Nil for a word that nobody has said before.
    func code(_ name: SkillName) -> UInt32? {
        switch name {
        case .catalogued(let id): UInt32(id.position)
        case .word(let word): words[word]
        }
    }

    func family(_ name: SkillName) -> UInt16? { catalogue.family(of: name)?.position }

    /// How many lists of holders there are: one for each family, one for
    /// each word.
    var listCount: Int { catalogue.all.count + words.count }
}

/// A skill that somebody has or wishes for.
struct HeldCode: BitwiseCopyable, Equatable {
    let skill: UInt32
    let family: UInt16
    /// The level plus one.
    let steps: UInt16

    /// No skill at all, which is worth nothing.
    static let none = HeldCode(skill: .max, family: SkillCodes.noFamilyHeld, steps: 0)

    /// Which list of holders it stands in: its family's; a word's own.
    var list: Int { family == SkillCodes.noFamilyHeld ? Int(skill) : Int(family) }
}

/// A skill that a job asks for.
struct AskedCode: BitwiseCopyable {
    let skill: UInt32
    let family: UInt16
    /// Credit for each step of the holder's level, in parts of
    /// `AskedFinding.full`; in the highest bit, whether it is required.
    private let stepsAndWeight: UInt16

    init(skill: UInt32, family: UInt16, level: SkillLevel, isRequired: Bool) {
        self.skill = skill
        self.family = family
        stepsAndWeight = UInt16(AskedFinding.full / (level.rawValue + 1)) | (isRequired ? 0x8000 : 0)
    }

    /// Which list of holders it is looked for in.
    var list: Int { family == SkillCodes.noFamilyAsked ? Int(skill) : Int(family) }

    @inline(__always)
    var weight: Int { stepsAndWeight & 0x8000 != 0 ? 3 : 1 }

    @inline(__always)
    var creditOfStep: Int { Int(stepsAndWeight & 0x7FFF) }

    /// What one skill held is worth, in parts of `AskedFinding.full`. Without
    /// a branch.
    @inline(__always)
    func credit(of held: HeldCode) -> Int {
        let fit = min(AskedFinding.full, creditOfStep &* Int(held.steps))
        return held.skill == skill ? fit : held.family == family ? fit / 2 : 0
    }
}

/// The sum of weighted credits, as `Matcher` works it out.
@inline(__always)
func creditSum(
    _ asked: UnsafePointer<AskedCode>, _ askedCount: Int, _ held: UnsafePointer<HeldCode>, _ heldCount: Int
) -> Int {
    var sum = 0
    for position in 0..<askedCount {
        let one = asked[position]
        var best = 0
        for other in 0..<heldCount { best = max(best, one.credit(of: held[other])) }
        sum &+= one.weight &* best
    }
    return sum
}

/// The same for three skills held, of which those that are not there are
/// `HeldCode.none`: how many somebody has is anybody's guess.
@inline(__always)
func creditSum(_ asked: UnsafePointer<AskedCode>, _ askedCount: Int, _ held: (HeldCode, HeldCode, HeldCode)) -> Int {
    var sum = 0
    for position in 0..<askedCount {
        let one = asked[position]
        sum &+= one.weight &* max(one.credit(of: held.0), one.credit(of: held.1), one.credit(of: held.2))
    }
    return sum
}

/// How an occupation meets wishes, as `Matcher` works it out.
@inline(__always)
func wishWorth(_ occupation: HeldCode?, _ wants: UnsafePointer<HeldCode>, _ count: Int) -> Double {
    guard let occupation, count > 0 else { return SkillFinding.Wish.noWishes.worth }
    var worth = SkillFinding.Wish.other.worth
    for position in 0..<count {
        if wants[position].skill == occupation.skill { return SkillFinding.Wish.same.worth }
        if wants[position].family == occupation.family { worth = 0.5 }
    }
    return worth
}
