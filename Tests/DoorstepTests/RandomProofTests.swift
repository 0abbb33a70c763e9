import Foundation
import Testing

@testable import DoorstepCore
@testable import doorstep

/// Proofs of random graphs, before a checker that shares nothing with the
/// program.
@Suite("Proofs of random plans")
struct RandomProofTests {
    @Test("are each found to hold by a checker of its own: sparse and dense, with equal points, ranks and limits, both goals")
    func checked() throws {
        let program = try Program()
        defer { program.remove() }
        let catalogue = try Resources.catalogue()
        let place = try #require(catalogue.places.all.first)
        let matcher = Matcher(register: Register(station: Station(place: place, name: "某站")), catalogue: catalogue, day: Day(number: 0))
        let index = MatchIndex(matcher)
        // The seed is the number of the graph.
        for seed in 0..<120 {
            var random = Numbers(state: UInt64(seed))
            let draft = try PlanDraft(graph(&random), settings(&random), index)
            #expect(draft.plan.gap?.isNone == true, "seed \(seed)")
            var text = ""
            draft.proof.write { text += $0 + "\n" }
            let file = program.folder.appendingPathComponent("proof.jsonl")
            try text.write(to: file, atomically: true, encoding: .utf8)
            let script = Program.repository.appendingPathComponent("Tests/Oracle/check-plan-proof.py").path
            let verdict = try Program.launch("/usr/bin/env", ["python3", script, file.path], program.environment, in: program.folder)
            #expect(verdict.code == 0 && verdict.output.contains("optimal"), "seed \(seed): \(verdict.output)\(verdict.errors)")
        }
    }

    private func id(_ kind: RecordID.Kind, _ number: Int) -> RecordID { RecordID(station: "150784001", kind: kind, number: number) }

    private func graph(_ random: inout Numbers) -> CandidateGraph {
        let (people, jobs) = (random.below(40), random.below(20))
        let (share, most) = (random.below(10) + 1, [1, 40, 5_000][random.below(3)])
        var candidates: [CandidateGraph.Candidate] = []
        for person in 0..<people {
            for job in 0..<jobs where random.below(10) < share {
                candidates.append(CandidateGraph.Candidate(person: Int32(person), job: Int32(job), points: UInt16(5_000 + random.below(most + 1))))
            }
        }
        return CandidateGraph(
            people: (0..<people).map { (id: id(.person, $0 + 1), groups: []) },
            jobs: (0..<jobs).map { (id: id(.job, $0 + 1), vacancies: 1 + random.below(3), employer: id(.employer, 1 + random.below(5))) }, candidates: [candidates])
    }

    private func settings(_ random: inout Numbers) -> PlanSettings {
        var settings = PlanSettings()
        settings.goal = random.below(2) == 0 ? .cover : .total
        settings.perEmployer = random.below(2) == 0 ? nil : 1 + random.below(4)
        settings.first = (0..<random.below(3)).map { _ in
            PlanSettings.Rank(people: Set((0..<5).map { _ in id(.person, 1 + random.below(40)) }))
        }
        return settings
    }
}

/// SplitMix64.
private struct Numbers {
    var state: UInt64

    mutating func below(_ count: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(count))
    }
}
