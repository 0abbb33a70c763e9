import DoorstepCore
import DoorstepExchange
import DoorstepStore

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
                        step, of: placement, name: register.person(of: placement)?.name ?? "", previous: previous,
                        catalogue: desk.catalogue, language: desk.language, isMasked: isMasked))
            }
            previous = step.link
        }
        return rows
    }

    /// What makes a log readable to a program that knows neither language;
    /// nil where steps between its first and last are missing, so that it is
    /// no log to be checked by itself.
    static func statement(of rows: [[SheetValue]], _ desk: Desk) -> SheetStatement.Log? {
        let numbers = rows.compactMap { row -> Int? in if case .integer(let number) = row[0] { number } else { nil } }
        guard let first = numbers.first, let last = numbers.last, numbers == Array(first...last), let link = rows.last?.last?.plainText else { return nil }
        let columns = zip(LedgerRow.header, LedgerRows.Column.allCases.filter(\.isCovered) + [.previous, .link]).map { name, column in
            SheetStatement.Meaning(name, column.phrase(desk.language))
        }
        let stages = Stage.allCases.map { SheetStatement.Meaning("stage:\($0.rawValue)", $0.phrase(desk.language)) }
        let parties = Party.allCases.map { SheetStatement.Meaning("party:\($0.rawValue)", $0.phrase(desk.language)) }
        let kinds = desk.catalogue.kinds.all.map { SheetStatement.Meaning("kind:\($0.code)", $0.name(desk.language)) }
        return SheetStatement.Log(columns: columns, words: stages + parties + kinds, first: first, last: last, link: link)
    }
}
