import DoorstepCore
import DoorstepExchange

/// The station's ledger of steps in the order of recording, with the link
/// before each.
struct Ledger {
    private let register: Register
    private let steps: [(placement: Placement, step: PlacementStep)]

    init(_ register: Register) {
        self.register = register
        steps = register.placements.flatMap { placement in placement.steps.map { (placement, $0) } }.sorted { $0.1.number < $1.1.number }
    }

    /// The rows of the log, oldest first.
    func rows(isMasked: Bool, _ desk: Desk, where fits: (Placement, PlacementStep) -> Bool) -> [[SheetValue]] {
        var previous = String(repeating: "0", count: 64)
        var rows: [[SheetValue]] = []
        for (placement, step) in steps {
            if fits(placement, step) {
                rows.append(
                    LedgerRows.row(
                        step, of: placement, name: register.people[placement.person]?.name ?? "", previous: previous,
                        catalogue: desk.catalogue, language: desk.language, isMasked: isMasked))
            }
            previous = step.link
        }
        return rows
    }
}
