/// A plan beside another of the same lists: who is placed in one of them
/// only, who has another job, and what more or less there is in all.
public struct PlanDifference: Hashable, Sendable {
    /// Those whose job is not the same in both, by person.
    public let lines: [Line]
    /// What the plan has more than the other; less where negative.
    public let placed: Int
    public let points: Int
    /// Groups of which not as many are placed, in the catalogue's order.
    public let groups: [GroupDifference]

    public struct Line: Hashable, Sendable {
        public let person: RecordID
        /// In the plan, and in the other; nil where the person has none.
        public let job: RecordID?
        public let other: RecordID?
    }

    public struct GroupDifference: Hashable, Sendable {
        public let group: GroupID
        /// How many more are placed; never 0.
        public let placed: Int
    }

    /// Complexity: O(n log n) in the lines of both.
    public init(_ plan: Plan, besides other: Plan) {
        let (jobs, others) = (plan.jobOfPerson, other.jobOfPerson)
        let people = Set(jobs.keys).union(others.keys)
        lines = people.filter { jobs[$0] != others[$0] }.sorted().map { Line(person: $0, job: jobs[$0], other: others[$0]) }
        placed = plan.figures.placed - other.figures.placed
        points = plan.figures.points - other.figures.points
        var more: [GroupID: Int] = [:]
        for count in plan.figures.groups { more[count.group, default: 0] += count.placed }
        for count in other.figures.groups { more[count.group, default: 0] -= count.placed }
        groups = more.filter { $0.value != 0 }.sorted { $0.key.position < $1.key.position }.map { GroupDifference(group: $0.key, placed: $0.value) }
    }

    /// People who are placed in the plan only, in the other only, and in both
    /// but elsewhere.
    public var gained: Int { lines.count { $0.other == nil } }
    public var lost: Int { lines.count { $0.job == nil } }
    public var moved: Int { lines.count { $0.job != nil && $0.other != nil } }

    public var isNone: Bool { lines.isEmpty && placed == 0 && points == 0 && groups.isEmpty }
}

extension PlanDifference {
    /// What the greedy plan is called.
    public static let oneByOne = Phrase("逐个推荐", "referring one by one")

    /// In one sentence: people, points, then groups.
    ///
    /// - Parameter other: what the other plan is called.
    public func phrase(_ catalogue: Catalogue, than other: Phrase = oneByOne) -> Phrase {
        guard !isNone else { return Phrase("与\(other.chinese)相同。", "The same as \(other.english).") }
        var sentence = Phrase("与\(other.chinese)相比，", "Compared with \(other.english): ")
        switch (placed, points) {
        case (0, 0): sentence = sentence + Phrase("安置人数和总分一样", "as many placed, and as many points in all")
        case (0, _): sentence = sentence + Phrase("安置人数一样", "as many placed")
        default:
            let (count, more) = (abs(placed), placed > 0)
            sentence = Phrase(
                "比\(other.chinese)\(more ? "多" : "少")安置 \(count) 人", "\(count) \(count == 1 ? "person" : "people") \(more ? "more" : "fewer") placed than by \(other.english)")
        }
        if points != 0 {
            let (sum, more) = (PlanDifference.tenths(abs(points)), points > 0)
            sentence = sentence + Phrase("，总分\(more ? "多" : "少") \(sum)", ", \(sum) points \(more ? "more" : "fewer") in all")
        } else if placed != 0 {
            sentence = sentence + Phrase("，总分一样", ", as many points in all")
        }
        for difference in groups {
            let (name, count, more) = (catalogue.groups[difference.group].name, abs(difference.placed), difference.placed > 0)
            sentence = sentence + Phrase("；\(name.chinese)\(more ? "多" : "少") \(count) 人", "; \(name.english): \(count) \(more ? "more" : "fewer")")
        }
        if moved > 0 {
            sentence = sentence + Phrase("；另有 \(moved) 人换了岗位", moved == 1 ? "; 1 person has another job" : "; \(moved) people have another job")
        }
        return sentence + Phrase("。", ".")
    }

    /// A sum of points as points are shown: tenths, rounded half away from
    /// zero.
    public static func tenths(_ sum: Int) -> String {
        let tenths = (abs(sum) + 5) / 10
        return "\(sum < 0 && tenths > 0 ? "-" : "")\(tenths / 10).\(tenths % 10)"
    }
}
