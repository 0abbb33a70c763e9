import Foundation
import Testing

/// Every point and every rank against an independent computation from the
/// paper, on random stations. Needs the catalogues that the paper's program
/// reads, in ../shared/data; says so and passes over where they are absent.
@Suite("Matching against the independent computation")
struct OracleTests {
    private static let data = Program.repository.deletingLastPathComponent().appendingPathComponent("shared/data")
    private static var isThere: Bool { FileManager.default.fileExists(atPath: data.appendingPathComponent("places.csv").path) }

    @Test("Matches and near misses agree to the point and the rank", .enabled(if: isThere, "../shared/data is absent"), arguments: [11, 12, 13])
    func agrees(seed: Int) throws {
        let program = try Program()
        defer { program.remove() }
        let oracle = Program.repository.appendingPathComponent("Tests/Oracle")
        func python(_ script: String, _ arguments: [String]) throws -> Program.Result {
            try Program.launch(
                "/usr/bin/env", ["python3", oracle.appendingPathComponent(script).path, "--data", Self.data.path] + arguments, program.environment,
                in: program.folder)
        }
        // Given a random station
        let made = try python(
            "random_station.py", ["--seed", "\(seed)", "--people", "300", "--jobs", "80", "--employers", "20", "--out", program.folder.path])
        #expect(made.code == 0, "\(made.errors)")
        try program.run("init", "--station", "150784001", "--name", "某街道", "--no-passphrase")
        for kind in ["employers", "people", "jobs"] {
            let result = try program.run("import", kind, "\(kind).csv", "--on", "2026-11-21")
            #expect(result.code == 0, "\(result.errors)")
        }
        // When both rank it
        let sheets = ["--people", "people.csv", "--jobs", "jobs.csv", "--employers", "employers.csv", "--station", "150784001", "--on", "2026-11-21"]
        let expected = try python("oracle.py", sheets + ["--top", "20"])
        let ours = try program.run("match", "all", "--top", "20", "--format", "csv", "--on", "2026-11-21")
        // Then they say the same
        let ourRows = ours.lines.dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false).prefix(9).joined(separator: ",") }
        let theirRows = expected.lines.dropFirst().map { String($0) }
        #expect(theirRows.count > 500)
        #expect(ourRows == theirRows)
    }
}
