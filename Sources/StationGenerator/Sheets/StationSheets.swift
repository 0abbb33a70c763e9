import DoorstepCore
import DoorstepExchange

/// A station's records as clean sheets: UTF-8, the store's words (codes of
/// places and skills, identifiers of groups and kinds), so that they are
/// small and quickly read.
public struct StationSheets: Sendable {
    private let station: GeneratedStation
    private let catalogue: Catalogue
    private let form: ColumnForm
    private let naming: ColumnForm

    public init(_ station: GeneratedStation, catalogue: Catalogue) {
        self.station = station
        self.catalogue = catalogue
        form = ColumnForm(catalogue, nil)
        naming = ColumnForm(catalogue, .chinese)
    }

    /// Writes a sheet, handing its bytes on in pieces; an error of the sink
    /// is passed on.
    public func write<Failure: Error>(_ kind: SheetKind, to sink: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
        switch kind {
        case .people:
            try write(station.people.lazy.map { ($0.id, PersonEntry($0)) }, to: sink)
        case .jobs:
            let employers = Dictionary(station.employers.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
            try write(station.jobs.lazy.map { ($0.id, JobEntry($0, employer: employers[$0.employer])) }, to: sink)
        case .employers:
            try write(station.employers.lazy.map { ($0.id, EmployerEntry($0)) }, to: sink)
        case .distances:
            try SheetWriter.write(distanceRows, header: StationSheets.distanceHeader, format: .csv, to: sink)
        }
    }

    /// The whole sheet in memory.
    public func bytes(_ kind: SheetKind) -> [UInt8] {
        var bytes: [UInt8] = []
        write(kind) { bytes += $0 }
        return bytes
    }

    private func write<Entry: RecordEntry, Failure: Error>(
        _ entries: some Sequence<(RecordID, Entry)>, to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        let columns = Entry.columns.filter { !StationSheets.neverFilled.contains($0.id) }
        // The store's form names no employer: a sheet has to.
        let named = columns.map { ["employer", "uscc"].contains($0.id) }
        var writer = SheetWriter(.csv, header: ["编号"] + columns.map(\.title.chinese))
        for (id, entry) in entries {
            var row: [SheetValue] = [.text(id.text)]
            row.reserveCapacity(columns.count + 1)
            for index in columns.indices {
                let text = named[index] ? columns[index].text(of: entry, naming) : columns[index].text(of: entry, form)
                row.append(text.isEmpty || StationSheets.defaults.contains(text) ? .empty : .text(text))
            }
            try writer.write(row, to: sink)
        }
        try writer.finish(to: sink)
    }

    /// What an empty cell means anyhow.
    private static let defaults: Set<String> = ["seeking", "open", "month"]

    private static let neverFilled: Set<String> = [
        "employment_certificate", "school", "other_phone", "duties", "probation", "actual_employer", "job_verified",
    ]

    static let distanceHeader = ["起", "止", "公里"]

    private var distanceRows: [[SheetValue]] {
        station.distances.map { distance in
            [.text(catalogue.places[distance.from].code), .text(catalogue.places[distance.to].code), .integer((distance.metres ?? 0) / 1000)]
        }
    }
}
