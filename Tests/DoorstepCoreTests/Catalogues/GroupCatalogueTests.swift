@testable import DoorstepCore
import Testing

@Suite("Group tags")
struct GroupCatalogueTests {
    private let groups: GroupCatalogue

    init() throws {
        groups = try Samples.catalogue.groups
    }

    @Test("each of the 41 is found by its identifier and its name in both languages")
    func everyEntry() {
        #expect(groups.all.count == 41)
        for group in groups.all {
            for text in [group.code, group.name.chinese, group.name.english, group.code.uppercased(), " \(group.name.chinese) "] {
                #expect(groups.group(text)?.id == group.id, "\(text)")
            }
        }
        #expect(groups.group("外星人") == nil)
    }

    @Test("15 follow from the record and the day; the others somebody records")
    func derived() {
        #expect(
            Set(groups.all.filter(\.isDerived).map(\.code)) == [
                "unemployed-veteran", "registered-unemployed", "unemployed-one-year", "veteran-unemployed-one-year", "unemployed-youth",
                "college-graduate", "graduating-year", "graduate-unemployed-two-years", "graduate-two-years", "graduate-unemployed",
                "graduate-five-years", "returnee-rural-worker", "woman", "local-registration", "graduate-job-choice-window",
            ])
    }

    @Test("priorities lie between 0 and 1", arguments: [
        ("zero-employment-family", 0.6), ("disabled", 0.6), ("long-term-unemployed", 0.5), ("veteran", 0.3), ("woman", 0), ("local-registration", 0),
        ("unemployed-one-year", 0.4), ("graduate-hardship", 0.5), ("landless", 0.4), ("college-graduate", 0),
    ])
    func priorities(code: String, priority: Double) throws {
        #expect(try #require(groups.group(code)).priority == priority)
        #expect(groups.all.allSatisfy { (0...1).contains($0.priority) })
    }

    @Test("a set of tags does what a set does")
    func sets() {
        var random = SplitMix64.printed()
        let all = groups.all.map(\.id)
        for _ in 0..<500 {
            let one = random.some(0...8, of: all)
            let other = random.some(0...8, of: all)
            let left = GroupSet(one)
            let right = GroupSet(other)
            #expect(left.members == one.sorted(), "seed \(random.seed)")
            #expect(left.union(right).members == Set(one).union(other).sorted(), "seed \(random.seed)")
            #expect(left.intersection(right).members == Set(one).intersection(other).sorted(), "seed \(random.seed)")
            #expect(left.isDisjoint(with: right) == Set(one).isDisjoint(with: other), "seed \(random.seed)")
            #expect(left.isEmpty == one.isEmpty && all.allSatisfy { left.contains($0) == one.contains($0) }, "seed \(random.seed)")
            var smaller = left
            if let first = one.first { smaller.remove(first) }
            #expect(smaller == GroupSet(one.dropFirst()), "seed \(random.seed)")
        }
    }
}
