@testable import DoorstepCore
import Testing

/// What became of a row of cells: a record with warnings, or a problem.
struct ReadRow<Record> {
    var record: Record?
    var problem: CellProblem?
    var warnings: [CellProblem] = []
}

/// Reads rows of cells the way sheets are read: column by column, in the
/// order of the columns, then the whole.
struct RowReader {
    let catalogue: Catalogue
    let near: PlaceID
    let today: Day
    var hasOneWageColumn = false

    init() throws {
        catalogue = try Samples.catalogue
        near = try catalogue.place("150784001")
        today = try day("2026-11-21")
    }

    var reading: CellReading {
        var reading = CellReading(catalogue: catalogue, near: near, day: today)
        reading.hasOneWageColumn = hasOneWageColumn
        return reading
    }

    /// - Parameters:
    ///   - cells: texts by the columns' identifiers.
    ///   - entry: what the cells change; a new record where nil.
    func read<Entry: RecordEntry>(_ cells: [String: String], into entry: Entry? = nil) throws -> ReadRow<Entry.Record> {
        for id in cells.keys { _ = try #require(Entry.column(id), "no column \(id)") }
        var entry = try entry ?? Entry(id: recordID("X1"), near: near, day: today)
        var reading = reading
        var row = ReadRow<Entry.Record>()
        do throws(CellProblem) {
            for column in Entry.columns {
                if let text = cells[column.id] { try entry.read(text, column, &reading) }
            }
            row.record = try entry.finish(&reading)
        } catch {
            row.problem = error
        }
        row.warnings = reading.warnings
        return row
    }

    func person(_ cells: [String: String], into person: Person? = nil) throws -> ReadRow<Person> {
        try read(cells, into: person.map(PersonEntry.init))
    }

    func job(_ cells: [String: String], into job: Job? = nil) throws -> ReadRow<Job> {
        try read(cells, into: job.map { JobEntry($0, employer: nil) })
    }

    func employer(_ cells: [String: String]) throws -> ReadRow<Employer> {
        try read(cells, into: EmployerEntry?.none)
    }
}
