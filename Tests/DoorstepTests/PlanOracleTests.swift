import Foundation
import Testing

/// The plan that the program makes of a station of a thousand, and its proof,
/// before judges that share nothing with it.
@Suite("The plan before other judges")
struct PlanOracleTests {
    private static let oracle = Program.repository.appendingPathComponent("Tests/Oracle")

    private static func python(_ script: String, _ arguments: [String], input: String = "", _ program: Program) throws -> Program.Result {
        try Program.launch("/usr/bin/env", ["python3", oracle.appendingPathComponent(script).path] + arguments, program.environment, input: input, in: program.folder)
    }

    /// A plan of some kind, with its proof.
    private static let kinds: [[String]] = [
        [], ["--goal", "total"], ["--threshold", "3000", "--top", "8"], ["--goal", "total", "--per-employer", "2", "--threshold", "0", "--top", "5"],
        ["--first", "退役军人", "--first", "高校毕业生,残疾人", "--per-employer", "3"], ["--goal", "total", "--first", "零就业家庭成员", "--threshold", "4000"],
    ]

    private func station() throws -> Program {
        let program = try Program()
        try program.run("init", "--station", "150784001", "--name", "拉布大林街道", "--no-passphrase")
        for kind in ["employers", "people", "jobs", "distances"] {
            let sheet = Program.repository.appendingPathComponent("Fixtures/demonstration/\(kind).csv").path
            let result = try program.run("import", kind, sheet, "--on", "2026-11-21")
            try #require(result.code == 0, "\(result.errors)")
        }
        return program
    }

    @Test("The checker finds what is spoiled in a proof")
    func selfTest() throws {
        let program = try Program()
        defer { program.remove() }
        let result = try PlanOracleTests.python("check-plan-proof.py", ["--self-test"], program)
        #expect(result.code == 0, "\(result.output)\(result.errors)")
    }

    @Test("A checker of its own finds each plan optimal, and another solver finds none better")
    func judged() throws {
        let program = try station()
        defer { program.remove() }
        var problems: [(kind: [String], problem: PlanProblemOfProof)] = []
        for kind in PlanOracleTests.kinds {
            let plan = try program.run(arguments: ["plan", "--on", "2026-11-21", "--proof", "proof.jsonl", "--output", "plan.csv"] + kind)
            #expect(plan.code == 0, "\(kind) \(plan.errors)")
            let verdict = try PlanOracleTests.python("check-plan-proof.py", ["proof.jsonl", "plan.csv"], program)
            #expect(verdict.code == 0, "\(kind) \(verdict.output)\(verdict.errors)")
            #expect(verdict.output.contains("optimal"), "\(kind)")
            let lines = try String(contentsOf: program.folder.appendingPathComponent("proof.jsonl"), encoding: .utf8).split(separator: "\n")
            problems.append((kind, try PlanProblemOfProof(lines.map(String.init))))
            #expect(problems.last.map { $0.problem.points > 0 } == true, "\(kind)")
            try FileManager.default.removeItem(at: program.folder.appendingPathComponent("plan.csv"))
            try FileManager.default.removeItem(at: program.folder.appendingPathComponent("proof.jsonl"))
        }
        // Where there is another solver, ask it as well.
        let input = try problems.map { try $0.problem.json() }.joined(separator: "\n")
        let others = try PlanOracleTests.python("make-assignments.py", ["--check"], input: input, program)
        guard others.code != 77 else { return }
        #expect(others.code == 0, "\(others.errors)")
        #expect(others.lines.count == problems.count)
        for (line, planned) in zip(others.lines, problems) {
            let optima = try JSONDecoder().decode([String: PlanProblemOfProof.Optimum].self, from: Data(line.utf8))
            let optimum = try #require(optima[planned.problem.goal])
            #expect(optimum.points == planned.problem.points, "\(planned.kind)")
            #expect(optimum.ranks == planned.problem.placedOfRanks, "\(planned.kind)")
            if let placed = optimum.placed { #expect(placed == planned.problem.placed, "\(planned.kind)") }
        }
    }
}

/// What a proof says was to be solved, as the other solver reads it.
private struct PlanProblemOfProof {
    struct Optimum: Decodable {
        let ranks: [Int]
        let placed: Int?
        let points: Int
    }

    private struct Line: Decodable {
        let goal: String?
        let ranks: Int?
        let job: String?
        let employer: String?
        let person: String?
        let vacancies: Int?
        let limit: Int?
        let worth: Int?
        let pair: [String]?
        let points: Int?
        let placed: Placed?

        /// A pair that was placed; in the last line, how many were.
        enum Placed: Decodable {
            case pair([String]), count(Int)

            init(from decoder: any Decoder) throws {
                let value = try decoder.singleValueContainer()
                if let count = try? value.decode(Int.self) { self = .count(count) } else { self = .pair(try value.decode([String].self)) }
            }
        }
    }

    private(set) var goal = ""
    private(set) var placed = 0
    private(set) var points = 0
    private(set) var placedOfRanks: [Int] = []
    private var vacancies: [Int] = []
    private var employers: [Int] = []
    private var limits: [Int] = []
    private var ranks: [Int] = []
    private var pairs: [[Int]] = []

    init(_ lines: [String]) throws {
        let read = try lines.map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
        goal = read.first?.goal ?? ""
        let limited = read.filter { $0.limit != nil }
        let employerNumbers = Dictionary(uniqueKeysWithValues: limited.enumerated().map { ($1.employer ?? "", $0) })
        limits = limited.map { $0.limit ?? 0 }
        let jobs = read.filter { $0.job != nil }
        let jobNumbers = Dictionary(uniqueKeysWithValues: jobs.enumerated().map { ($1.job ?? "", $0) })
        vacancies = jobs.map { $0.vacancies ?? 0 }
        employers = jobs.map { $0.employer.flatMap { employerNumbers[$0] } ?? -1 }
        let people = read.filter { $0.worth != nil }
        let personNumbers = Dictionary(uniqueKeysWithValues: people.enumerated().map { ($1.person ?? "", $0) })
        // Ranks are told by what placing somebody is worth; who is worth least
        // is in none, where there are as many worths as ranks and one more.
        let worths = Set(people.compactMap(\.worth)).sorted(by: >)
        let rankCount = read.first?.ranks ?? 0
        try #require(worths.count == rankCount + 1)
        ranks = people.map { person in worths.firstIndex(of: person.worth ?? 0).map { $0 == rankCount ? 0 : $0 + 1 } ?? 0 }
        pairs = read.compactMap { line in
            guard let pair = line.pair, let person = personNumbers[pair[1]], let job = jobNumbers[pair[0]] else { return nil }
            return [person, job, line.points ?? -1]
        }
        placedOfRanks = Array(repeating: 0, count: rankCount)
        for line in read {
            guard case .pair(let pair)? = line.placed else { continue }
            placed += 1
            let rank = personNumbers[pair[1]].map { ranks[$0] } ?? 0
            if rank > 0 { placedOfRanks[rank - 1] += 1 }
        }
        points = read.last?.points ?? 0
    }

    func json() throws -> String {
        let problem: [String: Any] = [
            "people": ranks.count, "jobs": vacancies.count, "vacancies": vacancies, "employers": employers, "limits": limits, "ranks": ranks, "pairs": pairs,
        ]
        return String(decoding: try JSONSerialization.data(withJSONObject: problem), as: UTF8.self)
    }
}
