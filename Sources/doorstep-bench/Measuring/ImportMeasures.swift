import DoorstepCore
import DoorstepExchange
import DoorstepStore
import Foundation

/// Measures what it takes to read a sheet of everybody into a new store, from
/// the file to the journal's entry.
struct ImportMeasures {
    let register: Register
    let catalogue: Catalogue
    let day: Day

    private static let now = "2026-11-21T03:04:05Z"
    private static let caseworker = "bench"

    typealias Say = MeasuringFolder.Say

    func run(_ say: Say) {
        MeasuringFolder.with("import", say) { folder in
            try measure(in: folder, say)
        }
    }

    private func measure(in folder: URL, _ say: Say) throws {
        let records = RecordRows(register: register, catalogue: catalogue, language: .chinese, isMasked: false)
        let header = records.header(.people)
        let rows = SheetRows(count: register.people.count) { records.row(register.people[$0]) }
        let text = folder.appending(path: "import.csv").path
        _ = FileManager.default.createFile(atPath: text, contents: nil)
        let handle = try FileHandle(forWritingTo: URL(filePath: text))
        try SheetWriter.write(rows, header: header, format: .csv) { (bytes: [UInt8]) throws in try handle.write(contentsOf: Data(bytes)) }
        try handle.close()
        let book = folder.appending(path: "import.xlsx").path
        try WorkbookWriter().write(rows, header: header, to: book, keepingRowsIn: folder.path)
        try measure("CSV", text, folder, say)
        try measure("XLSX", book, folder, say)
    }

    private func measure(_ form: String, _ path: String, _ folder: URL, _ say: Say) throws {
        let store = try StationStore.create(
            at: folder.appending(path: "\(form).doorstep").path, station: register.station, caseworker: Self.caseworker, now: Self.now)
        let before = Memory.now
        Memory.forgetPeak()
        var read: ImportPlan?
        let reading = try Cost.of {
            var importer = SheetImporter(register: Register(station: register.station), catalogue: catalogue, day: day)
            let file = try SheetFile(path: path)
            let understood = try Understanding(catalogue: catalogue, near: register.station.place, day: day).of(file, as: .people)
            try importer.read(understood, of: file)
            read = importer.plan(DoubleDecisions(.keep))
        }
        guard let plan = read else { return }
        let storing = try Cost.of {
            let batch = RecordBatch(employers: [], people: plan.people.records, jobs: [], distances: [])
            _ = try store.commit(
                .records(batch, reason: .import(file: path, rows: plan.rowCount, refused: plan.refusals.count)), by: Self.caseworker, now: Self.now, day: day,
                catalogue: catalogue)
        }
        let note = "\(plan.rowCount) rows, \(plan.people.newCount) new, \(plan.refusals.count) refused"
        say("import of \(form), wall", "s", reading.wall + storing.wall, nil, note)
        say("import of \(form), processors", "s", reading.processor + storing.processor, nil, "")
        say("import of \(form): read, checked, doubles looked for, wall", "s", reading.wall, nil, "")
        say("import of \(form): stored with the journal, wall", "s", storing.wall, nil, "one transaction")
        say("import of \(form), peak memory above", "MB", max(0, Memory.peak - before), nil, "what was read is held")
    }
}
