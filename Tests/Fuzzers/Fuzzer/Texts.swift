import CResources
import DoorstepCore
import DoorstepExchange

/// Sheets as text: any bytes are either decoded or refused, and every record
/// of a text that is written again comes back.
struct CSVText: Reader {
    func read(_ bytes: [UInt8]) {
        guard let text = try? TextDecoder.decode(bytes) else { return }
        for row in CSVReader(text) {
            guard row.problem == nil, !row.cells.isEmpty else { continue }
            var written: [UInt8] = []
            var writer = CSVWriter()
            writer.append(row.cells, to: &written)
            let again = (try? TextDecoder.decode(written)).map { CSVReader($0, separator: .comma) }.flatMap { Array($0).first }
            promise(again?.cells == row.cells || row.cells.allSatisfy(\.isEmpty), "a row comes back as it was written")
        }
    }
}

/// Sheets of records: rows are taken or refused, each with its line.
struct Sheets: Reader {
    private let kind: SheetKind
    private let profile: ExchangeProfile?
    /// That has read nothing yet.
    private let fresh: SheetImporter

    /// - Parameter profile: whose names the columns have.
    init(_ kind: SheetKind, profile: ExchangeProfile? = nil) throws {
        self.kind = kind
        self.profile = profile
        let catalogue = try Resources.catalogue()
        guard let place = catalogue.places.place(code: "150784001"), let day = Day(iso: "2026-11-21") else { throw Missing() }
        fresh = SheetImporter(
            register: Register(station: Station(place: place, name: "站")), catalogue: catalogue, day: day, sayings: SayingIndex(catalogue))
    }

    func read(_ bytes: [UInt8]) {
        var importer = fresh
        try? importer.read(kind, file: "a.csv", bytes: bytes, profile: profile)
        for refusal in importer.plan.refusals { promise(refusal.line >= 1, "a refusal names its line") }
    }
}

/// A log of placements that somebody says is ours.
struct Log: Reader {
    private let catalogue: Catalogue

    init() throws { catalogue = try Resources.catalogue() }

    func read(_ bytes: [UInt8]) { _ = try? LedgerRows.read(file: "a.csv", bytes: bytes, catalogue: catalogue) }
}

/// What is typed into the search field.
struct Queries: Reader {
    private let parser: QueryParser

    init() throws { parser = QueryParser(try Resources.catalogue()) }

    func read(_ bytes: [UInt8]) {
        let parsed = parser.parse(String(decoding: bytes, as: UTF8.self))
        for language in Language.allCases {
            let printed = parser.description(of: parsed.query, in: language)
            promise(parser.parse(printed).query == parsed.query, "a query printed is understood as it was")
        }
    }
}

struct Missing: Error {}

enum Resources {
    static func catalogue() throws -> Catalogue {
        try Catalogue { name in
            var index = 0
            while true {
                let resource = doorstep_resource_at(index)
                guard resource.count > 0 else { return [] }
                if String(cString: resource.name) == name { return Array(UnsafeBufferPointer(start: resource.bytes, count: resource.count)) }
                index += 1
            }
        }
    }
}
