/// A single change to one criterion and what it would bring.
public struct Relaxation<Change: Hashable & Sendable>: Hashable, Sendable {
    public let change: Change
    /// How many further matches: pairs that are blocked and become matches,
    /// or are matches of fewer points than the threshold and rise to it.
    public let matches: Int

    /// Those that bring anything, most first; otherwise in their order.
    static func sorted(_ changes: [Change], _ counts: [Int]) -> [Relaxation] {
        zip(changes, counts).enumerated().filter { $0.element.1 > 0 }
            .sorted { (-$0.element.1, $0.offset) < (-$1.element.1, $1.offset) }
            .map { Relaxation(change: $0.element.0, matches: $0.element.1) }
    }
}

/// The sorts of change. The codes are stable: other programs rely on them.
public enum ChangeSort: String, CaseIterable, Hashable, Sendable {
    case area, move, wage, kind, certificate, skill, lodging, education, age, reserved
}

/// What a change can alter about a pair: rules that may come to hold or to
/// block, parts of the score that may become others.
struct Touch {
    var rules = RuleSet()
    var parts: PartSet = []
}

struct PartSet: OptionSet {
    let rawValue: UInt8

    static let skills = PartSet(rawValue: 1)
    static let location = PartSet(rawValue: 2)
    static let groups = PartSet(rawValue: 4)
}

/// What keeps a pair from being a good match.
enum Shortfall {
    case blocked(RuleSet)
    /// A match of fewer points than the threshold.
    case points(Weighing)
}

extension Matcher {
    /// What a pair lacks; nil where it lacks nothing, or where a rule blocks
    /// that is none of `mendable`.
    func shortfall(_ opening: Opening, _ candidate: Candidate, mendable: RuleSet) -> Shortfall? {
        var blocked = RuleSet()
        for rule in Rule.allCases where check(rule, opening, candidate) == false {
            guard mendable.contains(rule) else { return nil }
            blocked.insert(rule)
        }
        guard blocked.isEmpty else { return .blocked(blocked) }
        let weighing = weigh(opening, candidate)
        return reachesThreshold(weighing.parts) ? nil : .points(weighing)
    }

    func reachesThreshold(_ parts: Parts) -> Bool {
        Points(clamping: scale.points(parts)) >= settings.threshold
    }

    /// Whether a pair with this shortfall becomes a further match by a
    /// change, after which its sides are `opening` and `candidate`.
    ///
    /// Looks again at what the change touches and at nothing else.
    func mends(_ shortfall: Shortfall, by touch: Touch, _ opening: Opening, _ candidate: Candidate) -> Bool {
        switch shortfall {
        case .blocked(let rules):
            return rules.isSubset(of: touch.rules) && holds(touch.rules, opening, candidate)
        case .points(let weighing):
            guard !touch.parts.isEmpty, holds(touch.rules, opening, candidate) else { return false }
            var parts = weighing.parts
            if touch.parts.contains(.skills) { parts.skills = skillPart(opening, candidate).0 }
            if touch.parts.contains(.location) {
                // Nobody moves house: the distance stays.
                parts.location = locationPart(opening, candidate, (weighing.location.metres, weighing.location.isRecorded)).0
            }
            if touch.parts.contains(.groups) { parts.groups = groupPart(opening, candidate).0 }
            return reachesThreshold(parts)
        }
    }

    private func holds(_ rules: RuleSet, _ opening: Opening, _ candidate: Candidate) -> Bool {
        Rule.allCases.allSatisfy { !rules.contains($0) || check($0, opening, candidate) != false }
    }
}
