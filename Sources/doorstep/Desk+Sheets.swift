import DoorstepConsole
import DoorstepCore
import DoorstepExchange
import DoorstepStore
import Foundation

extension Desk {
    /// What a workbook says of a sheet of this station.
    func title(_ sheet: Phrase, query: String = "", rows: Int? = nil, isMasked: Bool? = nil) -> SheetTitle {
        SheetTitle(sheet, station: stationName, query: query, day: day, rows: rows, isMasked: isMasked, language: language)
    }

    /// Rows that are there already: see the other.
    func noteExport(_ kind: String, query: String = "", rows: [[SheetValue]], isMasked: Bool) throws -> Checkpoint {
        try noteExport(kind, query: query, rows: SheetRows(rows), isMasked: isMasked)
    }

    /// Writes what is listed to a file, personal data masked, in the form
    /// that its name asks for.
    ///
    /// - Returns: how many rows it has.
    func export(_ selection: ExportSelection, _ register: Register, to path: String, replacing: Bool) throws -> Int {
        if !replacing, FileManager.default.fileExists(atPath: path) { throw OutputError.exists(path) }
        let records = RecordRows(register: register, catalogue: catalogue, language: language, isMasked: true)
        let lines = selection.lines ?? []
        let kind: ExportArgument
        let header: [String]
        let made: SheetRows
        var log: SheetStatement.Log?
        switch selection.list {
        case .people:
            (kind, header) = (.people, records.header(.people))
            made = SheetRows(lines.compactMap { register.people.position(of: $0) }) { records.row(register.people[$0]) }
        case .jobs:
            (kind, header) = (.jobs, records.header(.jobs))
            made = SheetRows(lines.compactMap { register.jobs.position(of: $0) }) { records.row(register.jobs[$0]) }
        case .ledger:
            let wanted = selection.lines.map { Set($0) }
            let ledger = Ledger(register) { placement, _ in wanted?.contains(placement.id) ?? true }
            (kind, header) = (.placements, LedgerRows.header(language))
            made = ledger.rows(isMasked: true, self)
            log = ledger.statement(self)
        }
        let format = SheetFormat(path: path) ?? .csv
        let rows = format == .xlsx ? made.inWorkbook : made
        let checkpoint = try noteExport(kind.rawValue, rows: rows, isMasked: true, log: log)
        let sheet = WrittenSheet(header: header, rows: rows, title: title(kind.phrase, rows: rows.count, isMasked: true), checkpoint: checkpoint)
        _ = try sheet.write(format, to: path, replacing: replacing)
        return rows.count
    }
}
