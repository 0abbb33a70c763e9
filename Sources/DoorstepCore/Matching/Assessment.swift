/// All there is to say of one person and one job on one day: what blocks
/// the pair, its score, and where every point comes from.
public struct Assessment: Hashable, Sendable {
    public let blocked: RuleSet
    /// Rules that hold because one side gives no value.
    public let unchecked: RuleSet
    public let score: Score
    public let skills: SkillFinding
    public let location: LocationFinding
    public let groups: GroupFinding

    public var isMatch: Bool { blocked.isEmpty }

    /// The one rule that would have to give way, where one alone blocks and
    /// it is of those that can.
    public var nearMiss: Rule? {
        guard blocked.count == 1, let rule = blocked.members.first, rule.canBeNearMiss else { return nil }
        return rule
    }
}

/// What set S.
public enum SkillFinding: Hashable, Sendable {
    /// The job asks for skills: each with what the person brings.
    case asked([AskedFinding])
    /// The job asks for none: how its occupation meets the person's wishes.
    case wish(Wish)

    public enum Wish: Hashable, Sendable {
        case noOccupation, noWishes, same
        /// Through a wish of the same family.
        case related(SkillName)
        case other
    }
}

/// One skill asked for and what the person brings.
public struct AskedFinding: Hashable, Sendable {
    public let asked: AskedSkill
    public let brought: Brought
    /// From 0 to `AskedFinding.full`.
    public let credit: Int

    /// Full credit. A multiple of twice every possible `r + 1`, so that every
    /// credit is a whole number of its parts and S is exact.
    public static let full = 5040

    public enum Brought: Hashable, Sendable {
        /// The skill itself, at this level.
        case held(SkillLevel)
        /// Another skill of the family, at this level.
        case related(SkillName, SkillLevel)
        case missing
    }
}

/// What set L.
public struct LocationFinding: Hashable, Sendable {
    /// Whole metres, as shown and exported.
    public let metres: Int
    /// False where the distance rests on a point that says little: 里程未录.
    public let isRecorded: Bool
    public let reason: Reason

    public enum Reason: Hashable, Sendable {
        case distance, remote
        /// The job lies in this area, where the person wishes to work.
        case wishedArea(PlaceID)
        case lodging
    }
}

/// What set G.
public enum GroupFinding: Hashable, Sendable {
    /// The job prefers the group or is reserved for it.
    case wanted(GroupID)
    /// The person's tag of the highest priority.
    case priority(GroupID)
    case none
}
