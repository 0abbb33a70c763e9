@testable import DoorstepCore
import Testing

@Suite("Figures and their plain version")
struct FiguresOracleTests {
    @Test("Of any histories, in any order, every figure of every window is what its definition says, whoever was merged into whom")
    func oracle() throws {
        let catalogue = try Samples.catalogue
        var histories = try RandomHistories(catalogue, .printed())
        for round in 0..<SplitMix64.rounds(25) {
            let placements = try (1...60).map { try histories.placement($0, people: 12, jobs: 6, from: day("2025-01-01"), to: day("2026-11-21")) }
            let today = try day("2026-11-21") + -histories.random.int(0...200)
            let merged: [RecordID: RecordID] = round % 2 == 0 ? [:] : try ["P2": "P1", "P3": "P1", "J2": "J1"].reduce(into: [:]) { $0[try recordID($1.key)] = try recordID($1.value) }
            let scope = Figures.Scope(
                area: histories.random.once(in: 3) ? histories.random.pick(histories.places) : nil,
                group: histories.random.once(in: 4) ? histories.random.pick(catalogue.groups.all).id : nil)
            let period = Period(histories.random.pick(Period.Kind.allCases), containing: today + -histories.random.int(0...40))
            let figures = Figures(
                placements: placements.shuffled(using: &histories.random), services: [], period: period, asOf: today, scope: scope, catalogue,
                standing: { id, _ in merged[id] ?? id })
            let plain = PlainFigures(placements: placements, catalogue: catalogue, day: today, scope: scope) { merged[$0] ?? $0 }
            for indicator in Indicator.allCases where indicator.source == .placements {
                for (number, window) in figures.windows.enumerated() {
                    #expect(
                        figures.counts[number][indicator.rawValue] == plain.count(indicator, window),
                        "seed \(histories.random.seed), round \(round), \(indicator), window \(number), \(period.kind)")
                }
                #expect(figures.entries(indicator).reduce(0) { $0 + Int($1.amount) } == figures.count(indicator))
            }
        }
    }

    @Test("Nobody is both counted and wanting facts, and whoever wants them would count if they were known")
    func wanting() throws {
        let catalogue = try Samples.catalogue
        var histories = try RandomHistories(catalogue, .printed())
        for _ in 0..<SplitMix64.rounds(10) {
            let placements = try (1...60).map { try histories.placement($0, people: 20, jobs: 6, from: day("2026-01-01"), to: day("2026-11-21")) }
            let figures = Figures(placements: placements, services: [], period: Period(.year, containing: try day("2026-11-21")), asOf: try day("2026-11-21"), catalogue)
            for indicator in Indicator.allCases where indicator.unit == .persons && indicator.source == .placements {
                let counted = Set(figures.entries(indicator).map { placements[Int($0.position)].person })
                let wanting = figures.wanting(indicator).map { placements[Int($0.position)].person }
                #expect(counted.isDisjoint(with: wanting), "seed \(histories.random.seed), \(indicator)")
                #expect(Set(wanting).count == wanting.count, "seed \(histories.random.seed), \(indicator)")
            }
            #expect(figures.wanting(.newEmployment).isEmpty)
        }
    }

    @Test("The parts of a figure by place and by reason come to the figure")
    func parts() throws {
        let catalogue = try Samples.catalogue
        var histories = try RandomHistories(catalogue, .printed())
        let placements = try (1...200).map { try histories.placement($0, people: 40, jobs: 6, from: day("2026-01-01"), to: day("2026-11-21")) }
        let figures = Figures(placements: placements, services: [], period: Period(.year, containing: try day("2026-11-21")), asOf: try day("2026-11-21"), catalogue)
        for indicator in Indicator.allCases {
            for level in [Place.Level.county, .township] {
                #expect(figures.byArea(indicator, level, catalogue.places).reduce(0) { $0 + $1.count } == figures.count(indicator), "\(indicator)")
            }
            if indicator.source == .placements {
                #expect(figures.byReason(indicator) { placements[$0] }.reduce(0) { $0 + $1.count } == figures.count(indicator), "\(indicator)")
            }
        }
    }
}
