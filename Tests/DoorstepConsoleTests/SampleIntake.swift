import DoorstepConsole
import DoorstepCore
import DoorstepExchange

/// A sheet that is really read, on the register of a console that is driven:
/// as the program does it, without files.
struct SampleIntake {
    private let register: Register
    private let importer: SheetImporter
    private(set) var sheet: UnderstoodSheet
    /// As they were stored.
    private(set) var records = ImportedRecords()

    init(_ text: String, _ request: IntakeRequest, _ model: StationModel) throws {
        register = model.register
        let file = try SheetFile(name: request.fileName, bytes: Array(text.utf8))
        let understanding = Understanding(catalogue: model.catalogue, near: model.register.station.place, day: ConsoleDriver.day)
        sheet = request.applied(to: try understanding.of(file, as: request.kind ?? .people))
        var importer = SheetImporter(register: model.register, catalogue: model.catalogue, day: ConsoleDriver.day)
        if sheet.missing.isEmpty { try importer.read(sheet, of: file) }
        self.importer = importer
    }

    func report(_ decisions: DoubleDecisions) -> IntakeReport { importer.report(importer.plan(decisions)) }

    mutating func store(_ request: IntakeRequest, sequence: Int) -> StoredImport {
        let plan = importer.plan(request.decisions)
        func given(_ kind: RecordID.Kind, _ count: Int) -> [RecordID] { (0..<count).map { RecordID(station: "150784001", kind: kind, number: 900 + $0) } }
        records = plan.identified(
            people: given(.person, plan.people.waiting.count), jobs: given(.job, plan.jobs.waiting.count),
            employers: given(.employer, plan.employers.waiting.count)
        ).records
        return StoredImport(file: request.fileName, counts: plan.counts, sequence: sequence, before: plan.before(register))
    }

    /// The records as they are once the import was taken back.
    func withoutIt(_ stored: StoredImport) -> ImportedRecords {
        ImportedRecords(people: records.people.map { person in stored.before.people.first { $0.id == person.id } ?? person.absent(.takenBack) })
    }
}
