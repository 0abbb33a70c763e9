import Foundation
import Testing

/// What the program carries is searched from any folder, without a station.
@Suite("Search of the catalogue, by command")
struct CatalogueSearchTests {
    @Test("names the entry that a saying means, likeliest first, with family and the words hit")
    func skills() throws {
        let program = try Program()
        defer { program.remove() }
        // Given no store at all, when a saying is looked up
        let result = try program.run("search", "skills", "会电焊", "--top", "3", "--format", "csv")
        // Then the occupation leads, and no store was made
        #expect(result.code == 0, "\(result.errors)")
        #expect(result.lines.first == "\u{FEFF}code,name,family,matched")
        #expect(result.lines.dropFirst().first == "6-18-02-04,焊工,6-18-02,电焊")
        #expect(result.lines.count <= 4)
        #expect(try FileManager.default.contentsOfDirectory(atPath: program.folder.path).isEmpty)
    }

    @Test("names the smallest place that a text tells of, with what it lies in")
    func places() throws {
        let program = try Program()
        defer { program.remove() }
        let result = try program.run("search", "places", "额尔古纳市拉布大林街道办旁", "--top", "1", "--format", "csv")
        #expect(result.code == 0, "\(result.errors)")
        #expect(result.lines.first == "\u{FEFF}code,name,parent,matched")
        #expect(result.lines.last?.contains(",拉布大林街道,额尔古纳市,拉布大林街道办") == true)
        #expect(result.lines.count == 2)
    }

    @Test("finds nothing in a text that says nothing, which is no error", arguments: ["skills", "places"])
    func nothing(kind: String) throws {
        let program = try Program()
        defer { program.remove() }
        for text in ["", "🎉", "\u{7}"] {
            let result = try program.run("search", kind, text, "--format", "csv")
            #expect(result.code == 0 && result.lines.count == 1, "\(result.errors)")
        }
    }
}
