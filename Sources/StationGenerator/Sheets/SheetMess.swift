import DoorstepCore
import DoorstepExchange

/// A station's records as sheets that a station would really have: words of
/// every day, dates in all forms, aliases, and a few rows that nobody can
/// read.
///
/// But for the faults it names, a sheet says the same as `StationSheets`.
public struct SheetMess: Sendable {
    let station: GeneratedStation
    let catalogue: Catalogue
    /// Decides between places of the same name, as it does on reading.
    let near: PlaceID?

    public init(_ station: GeneratedStation, catalogue: Catalogue) {
        self.station = station
        self.catalogue = catalogue
        near = catalogue.places.place(code: station.plan.station)?.id
    }

    /// A sheet with what is wrong in it.
    public struct Sheet: Sendable {
        public let bytes: [UInt8]
        /// Rows that must be refused.
        public internal(set) var refused: [Fault] = []
        /// Rows that must be read with a warning.
        public internal(set) var doubtful: [Fault] = []
    }

    /// Something put wrong on purpose.
    public struct Fault: Hashable, Sendable {
        /// The line of the file, from 1.
        public let line: Int
        public let id: RecordID
        /// The column's title in the sheet.
        public let title: String
        /// The cell as it stands there.
        public let cell: String
    }

    /// - Throws: `GeneratorError.noConverter`.
    public func sheet(_ kind: SheetKind) throws(GeneratorError) -> Sheet {
        switch kind {
        case .people:
            // As an old office program saves it.
            let sheet = peopleSheet
            return Sheet(bytes: try GB18030Encoder.encode(sheet.bytes), refused: sheet.refused, doubtful: sheet.doubtful)
        case .jobs: return jobSheet
        case .employers: return employerSheet
        case .distances: return distanceSheet
        }
    }

    private var distanceSheet: Sheet {
        var writer = CSVWriter()
        var bytes: [UInt8] = []
        writer.append(StationSheets.distanceHeader, to: &bytes)
        for distance in station.distances {
            writer.append(
                [catalogue.places[distance.from].name, catalogue.places[distance.to].name, String((distance.metres ?? 0) / 1000)], to: &bytes)
        }
        return Sheet(bytes: bytes)
    }

    /// A column of a messy sheet: what it is called there, and how a record
    /// fills it. Its identifier names it for the faults.
    struct MessColumn<Record> {
        let id: String
        let title: String
        let cell: (Record, inout MessyCell) -> String

        init(_ id: String, _ title: String, _ cell: @escaping (Record, inout MessyCell) -> String) {
            self.id = id
            self.title = title
            self.cell = cell
        }
    }

    /// A cell put wrong in one row.
    struct Spoiling<Record> {
        let column: String
        /// Stands behind what the cell says, rather than in its place.
        let isAdded: Bool
        let cell: (Record) -> String

        init(_ column: String, isAdded: Bool = false, cell: @escaping (Record) -> String) {
            self.column = column
            self.isAdded = isAdded
            self.cell = cell
        }

        func applied(to text: String, of record: Record) -> String {
            isAdded && !text.isEmpty ? text + "；" + cell(record) : cell(record)
        }
    }

    /// Writes rows, some of them spoilt or made doubtful, at even distances.
    func table<Record: Identifiable>(
        _ records: [Record], _ columns: [MessColumn<Record>], heading: String? = nil, byteOrderMark: Bool, stream: SeededGenerator.Stream,
        spoilt: [Spoiling<Record>], doubtful: [Spoiling<Record>]
    ) -> Sheet where Record.ID == RecordID {
        var writer = CSVWriter(byteOrderMark: byteOrderMark)
        var bytes: [UInt8] = []
        var line = 1
        if let heading {
            writer.append([heading] + Array(repeating: "", count: columns.count), to: &bytes)
            line += 1
        }
        writer.append(["编号"] + columns.map(\.title), to: &bytes)
        var refusals: [Fault] = []
        var doubts: [Fault] = []
        let spoiltRows = SheetMess.spread(spoilt, over: records.count, offset: 0)
        let doubtfulRows = SheetMess.spread(doubtful, over: records.count, offset: 1)
        for (index, record) in records.enumerated() {
            line += 1
            let random = SeededGenerator(seed: station.plan.seed, stream: stream, number: index)
            var cells = MessyCell(catalogue: catalogue, near: near, random: random)
            var row = [record.id.text]
            for column in columns {
                let text = column.cell(record, &cells)
                if let spoiling = spoiltRows[index], spoiling.column == column.id {
                    row.append(spoiling.applied(to: text, of: record))
                    refusals.append(Fault(line: line, id: record.id, title: column.title, cell: row[row.count - 1]))
                } else if let spoiling = doubtfulRows[index], spoiling.column == column.id {
                    row.append(spoiling.applied(to: text, of: record))
                    doubts.append(Fault(line: line, id: record.id, title: column.title, cell: row[row.count - 1]))
                } else {
                    row.append(text)
                }
            }
            writer.append(row, to: &bytes)
        }
        return Sheet(bytes: bytes, refused: refusals, doubtful: doubts)
    }

    /// Which row is spoilt in which way.
    private static func spread<Record>(_ spoilings: [Spoiling<Record>], over count: Int, offset: Int) -> [Int: Spoiling<Record>] {
        guard count > spoilings.count * 4 else { return [:] }
        let step = count / (spoilings.count + 1)
        return Dictionary(
            spoilings.enumerated().map { (($0 + 1) * step + $0 * 3 + offset, $1) }, uniquingKeysWith: { first, _ in first })
    }
}
