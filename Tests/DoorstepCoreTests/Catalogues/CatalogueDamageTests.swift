@testable import DoorstepCore
import Testing

@Suite("A damaged catalogue")
struct CatalogueDamageTests {
    /// The program's catalogues with one sheet changed line by line.
    private func catalogue(_ name: String, _ change: (inout [String]) -> Void) throws(CatalogueError) {
        _ = try Catalogue { sheet in
            var lines = String(decoding: Samples.sheet(sheet), as: UTF8.self).split(separator: "\n").map(String.init)
            if sheet == name { change(&lines) }
            return Array(lines.joined(separator: "\n").utf8)
        }
    }

    @Test("that is whole is read")
    func whole() throws {
        try catalogue("places.tsv") { _ in }
    }

    @Test("says the sheet and the line where a row has a column too few or too many", arguments: [
        "places.tsv", "skills.tsv", "groups.tsv", "job-kinds.tsv", "certificates.tsv", "industries.tsv", "sayings.tsv",
    ])
    func columns(sheet: String) {
        #expect(throws: CatalogueError.unreadable(sheet: sheet, line: 5)) { try catalogue(sheet) { $0[4] += "\tx" } }
        #expect(throws: CatalogueError.unreadable(sheet: sheet, line: 3)) { try catalogue(sheet) { $0[2] = "x" } }
    }

    @Test("says the first line where a sheet is missing, empty or lacks a column", arguments: ["places.tsv", "groups.tsv", "industries.tsv"])
    func headers(sheet: String) {
        #expect(throws: CatalogueError.unreadable(sheet: sheet, line: 1)) { try catalogue(sheet) { $0 = [] } }
        #expect(throws: CatalogueError.unreadable(sheet: sheet, line: 1)) { try catalogue(sheet) { $0[0] = $0[0].replacing("name", with: "nome") } }
    }

    @Test("is refused where a value cannot be", arguments: [
        ("places.tsv", "county", "village"), ("places.tsv", "150100", "999999"), ("groups.tsv", "0.6", "1.6"), ("groups.tsv", "0.6", "high"),
        ("groups.tsv", "veteran, unemployed", "veteran, idle"), ("groups.tsv", "unemployed>=12m", "unemployed>=xm"), ("groups.tsv", "age:16-24", "age:24-16"),
        ("job-kinds.tsv", "hard-to-employ|zero-employment-family", "hard-to-employ|nobody"), ("certificates.tsv", "drive-a3|drive-b1", "drive-a9|drive-b1"),
        ("industries.tsv", "\t2", "\t4"), ("sayings.tsv", "means\t", "meens\t"), ("sayings.tsv", "呼叫中心服务员|客户服务管理员", "呼叫中心|客户服务管理员"), ("sayings.tsv", "2-02:1.12", "2-02:x"),
    ])
    func values(sheet: String, value: String, wrong: String) throws {
        let lines = String(decoding: Samples.sheet(sheet), as: UTF8.self).split(separator: "\n")
        let index = try #require(lines.firstIndex { $0.contains(value) && $0 != lines[0] })
        #expect(throws: CatalogueError.self, "\(sheet) \(index + 1)") {
            try catalogue(sheet) { $0[index] = $0[index].replacing(value, with: wrong) }
        }
    }

    @Test("says so where rules of groups go round in a circle")
    func circle() {
        #expect(throws: CatalogueError.self) {
            try catalogue("groups.tsv") { lines in
                lines = lines.map { $0.hasPrefix("unemployed-one-year\t") ? $0.replacing("unemployed>=12m", with: "veteran-unemployed-one-year") : $0 }
            }
        }
    }

    @Test("is said in both languages, with the mend")
    func message() {
        let message = CatalogueError.unreadable(sheet: "places.tsv", line: 7).message
        #expect(message.chinese == "程序自带的目录 places.tsv 第 7 行读不出来，请重新安装程序。")
        #expect(message.english == "The program's own catalogue places.tsv cannot be read at line 7; install the program again.")
    }
}
