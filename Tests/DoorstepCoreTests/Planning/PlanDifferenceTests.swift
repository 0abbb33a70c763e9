@testable import DoorstepCore
import Testing

@Suite("A plan beside another")
struct PlanDifferenceTests {
    private let catalogue: Catalogue

    init() throws {
        catalogue = try Samples.catalogue
    }

    @Test("tells who is in one only and who goes elsewhere, counted by hand over random plans")
    func random() throws {
        var planning = RandomPlanning(catalogue, .printed(), today: try day("2026-11-21"))
        var different = 0
        for number in 0..<SplitMix64.rounds(40) {
            let comment: Comment = "seed \(planning.seed), \(number)"
            let index = try planning.index(people: 24, jobs: 10)
            let draft = try planning.draft(index)
            let (plan, greedy) = (draft.plan, draft.greedy)
            let difference = PlanDifference(plan, besides: greedy)
            var expected: [PlanDifference.Line] = []
            for person in index.register.people.map(\.id).sorted() {
                let job = plan.lines.first { $0.person == person }?.job
                let other = greedy.lines.first { $0.person == person }?.job
                if job != other { expected.append(PlanDifference.Line(person: person, job: job, other: other)) }
            }
            #expect(difference.lines == expected, comment)
            #expect(difference.placed == plan.lines.count - greedy.lines.count, comment)
            #expect(difference.placed == difference.gained - difference.lost, comment)
            #expect(difference.gained + difference.lost + difference.moved == expected.count, comment)
            #expect(difference.points == plan.lines.reduce(0) { $0 + $1.points.value } - greedy.lines.reduce(0) { $0 + $1.points.value }, comment)
            func counts(_ plan: Plan) -> [GroupID: Int] {
                var counts: [GroupID: Int] = [:]
                for line in plan.lines {
                    guard let person = index.register.people[line.person] else { continue }
                    for group in index.matcher.candidate(person).groups.members { counts[group, default: 0] += 1 }
                }
                return counts
            }
            let more = counts(plan).merging(counts(greedy).mapValues { -$0 }, uniquingKeysWith: +).filter { $0.value != 0 }
            #expect(Dictionary(uniqueKeysWithValues: difference.groups.map { ($0.group, $0.placed) }) == more, comment)
            #expect(PlanDifference(plan, besides: plan).isNone, comment)
            if !difference.isNone { different += 1 }
        }
        #expect(different > 5, "\(different)")
    }

    private func plan(_ pairs: [(String, String, Int)], groups: [(String, Int)] = []) throws -> Plan {
        var figures = Plan.Figures()
        figures.placed = pairs.count
        figures.points = pairs.reduce(0) { $0 + $1.2 }
        figures.groups = try groups.map { Plan.GroupCount(group: try catalogue.group($0.0), placed: $0.1, people: 9) }
        let lines = try pairs.map { job, person, points in
            Plan.Line(pair: PlanPair(job: try recordID(job), person: try recordID(person)), points: Points(clamping: points), isFixed: false)
        }
        return Plan(lines: lines, figures: figures, gap: nil)
    }

    @Test("is said in one sentence of both languages, points in tenths")
    func sentence() throws {
        let one = try plan([("J1", "P1", 8000), ("J2", "P2", 6000), ("J3", "P3", 5445)], groups: [("zero-employment", 2)])
        let other = try plan([("J1", "P2", 9000), ("J3", "P3", 5445)])
        let difference = PlanDifference(one, besides: other)
        #expect(difference.phrase(catalogue) == Phrase(
            "比逐个推荐多安置 1 人，总分多 50.0；零就业家庭多 2 人；另有 1 人换了岗位。",
            "1 person more placed than by referring one by one, 50.0 points more in all; zero-employment household: 2 more; 1 person has another job."))
        let back = PlanDifference(other, besides: one).phrase(catalogue, than: Phrase("原方案", "the former plan"))
        #expect(back.chinese == "比原方案少安置 1 人，总分少 50.0；零就业家庭少 2 人；另有 1 人换了岗位。")
        #expect(PlanDifference(one, besides: one).phrase(catalogue).chinese == "与逐个推荐相同。")
        let higher = try plan([("J1", "P2", 9000), ("J2", "P3", 5456)])
        #expect(PlanDifference(higher, besides: other).phrase(catalogue).chinese == "与逐个推荐相比，安置人数一样，总分多 0.1；另有 1 人换了岗位。")
    }
}
