import DoorstepCore
import DoorstepExchange
import DoorstepStore

/// Steps of the station's ledger in the order of recording, with the link
/// before each.
struct Ledger: Sendable {
    private let register: Register
    /// All that were recorded.
    private let steps: [Place]
    /// Positions among them of those that are asked for.
    private let wanted: [Int]

    /// Where a step is in the register.
    private struct Place {
        let placement: Int32
        let step: Int32
        let number: Int
    }

    /// - Parameter fits: which steps are asked for.
    init(_ register: Register, where fits: (Placement, PlacementStep) -> Bool) {
        var steps: [Place] = []
        for position in 0..<register.placements.count {
            for (step, recorded) in register.placements[position].steps.enumerated() {
                steps.append(Place(placement: Int32(position), step: Int32(step), number: recorded.number))
            }
        }
        steps.sort { $0.number < $1.number }
        wanted = steps.indices.filter { index in
            let placement = register.placements[Int(steps[index].placement)]
            return fits(placement, placement.steps[Int(steps[index].step)])
        }
        (self.register, self.steps) = (register, steps)
    }

    /// The rows of the log, oldest first.
    func rows(isMasked: Bool, _ desk: Desk) -> SheetRows {
        SheetRows(wanted) { position in
            let placement = register.placements[Int(steps[position].placement)]
            let previous = position == 0 ? String(repeating: "0", count: 64) : step(position - 1).link
            return LedgerRows.row(
                placement.steps[Int(steps[position].step)], of: placement, name: register.person(of: placement)?.name ?? "", previous: previous,
                catalogue: desk.catalogue, language: desk.language, isMasked: isMasked)
        }
    }

    private func step(_ position: Int) -> PlacementStep {
        register.placements[Int(steps[position].placement)].steps[Int(steps[position].step)]
    }

    /// What makes a log readable to a program that knows neither language;
    /// nil where steps between its first and last are missing, so that it is
    /// no log to be checked by itself.
    func statement(_ desk: Desk) -> SheetStatement.Log? {
        guard let first = wanted.first.map({ steps[$0].number }), let end = wanted.last, steps[end].number - first == wanted.count - 1 else { return nil }
        let columns = zip(LedgerRow.header, LedgerRows.Column.allCases.filter(\.isCovered) + [.previous, .link]).map { name, column in
            SheetStatement.Meaning(name, column.phrase(desk.language))
        }
        let stages = Stage.allCases.map { SheetStatement.Meaning("stage:\($0.rawValue)", $0.phrase(desk.language)) }
        let parties = Party.allCases.map { SheetStatement.Meaning("party:\($0.rawValue)", $0.phrase(desk.language)) }
        let reasons = StepReason.allCases.map { SheetStatement.Meaning("reason:\($0.rawValue)", $0.phrase(desk.language)) }
        let kinds = desk.catalogue.kinds.all.map { SheetStatement.Meaning("kind:\($0.code)", $0.name(desk.language)) }
        return SheetStatement.Log(columns: columns, words: stages + parties + reasons + kinds, first: first, last: steps[end].number, link: step(end).link)
    }
}
