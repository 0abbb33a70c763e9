import DoorstepExchange
import Foundation
import Testing

/// The public suite of hard CSV files, which lies beside the repository.
private enum Spectrum {
    static let folder = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "../shared/data/suites/csv-spectrum").standardized

    static var isThere: Bool { FileManager.default.fileExists(atPath: folder.path) }

    static let names = [
        "comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json", "newlines", "newlines_crlf",
        "quotes_and_newlines", "simple", "simple_crlf", "utf8",
    ]

    static func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appending(path: "csvs/\(name).csv")))
    }
}

@Suite("The csv-spectrum suite", .enabled(if: Spectrum.isThere, "skipped: csv-spectrum is not beside the repository"))
struct CSVSpectrumTests {
    @Test("is read as its JSON says", arguments: Spectrum.names)
    func agrees(name: String) throws {
        let json = try Data(contentsOf: Spectrum.folder.appending(path: "json/\(name).json"))
        let expected = try JSONDecoder().decode([[String: String]].self, from: json)

        var reader = CSVReader(try TextDecoder.decode(try Spectrum.bytes(name)))
        let first = reader.next()
        let header = try #require(first).cells
        let found = reader.map { row in Dictionary(zip(header, row.cells)) { first, _ in first } }

        #expect(found == expected)
    }

    @Test("a degree sign lost long ago, and bare quotes, come through as they are")
    func coordinates() throws {
        let reader = CSVReader(try TextDecoder.decode(try Spectrum.bytes("location_coordinates")))
        let expected = ["2095257564", "37\u{FFFD}36'37.8\"N 121\u{FFFD}2'17.9\"W", "Modesto", "Stanislaus"]
        #expect(reader.map(\.cells).last == expected)
    }
}
