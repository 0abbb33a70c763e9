import ArgumentParser
import DoorstepCore
import DoorstepExchange
import Foundation
import StationGenerator

/// `doorstep-bench generate`: writes the sheets of a station that nobody has.
struct GenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate", abstract: "Writes the sheets of a station that is made up.",
        discussion: "The same arguments write the same bytes. Identity numbers, telephones and credit codes belong to nobody.")

    @Option(help: "How many people.") var people = 1200
    @Option(help: "How many jobs.") var jobs = 320
    @Option(help: "How many employers; left out: as many as so many jobs would have.") var employers: Int?
    @Option(help: "The seed.") var seed: UInt64 = 20_261_121
    @Option(help: "The code of the station's township or street.") var station = "150784001"
    @Option(help: "The day of working, as 2026-11-21.") var on = "2026-11-21"
    @Flag(help: "As a station would really have them: everyday words, GB 18030, some rows that must be refused.") var messy = false
    @Option(help: "The folder to write to; made where missing.") var output: String

    func validate() throws {
        guard Day(iso: on) != nil else { throw ValidationError("--on: not a day of the form 2026-11-21: \(on)") }
        guard people >= 0, jobs >= 0, employers.map({ $0 > 0 }) ?? true else { throw ValidationError("counts cannot be negative") }
    }

    func run() throws {
        let catalogue = try Resources.catalogue()
        let day = Day(iso: on) ?? Day(number: 0)
        let clock = ContinuousClock()
        let start = clock.now
        let plan = StationPlan(seed: seed, people: people, jobs: jobs, employers: employers, day: day, station: station)
        let generated: GeneratedStation
        do { generated = try plan.generate(catalogue) } catch { throw ValidationError(error.message.english) }
        let made = clock.now
        let folder = URL(filePath: output, directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for kind in SheetKind.allCases where kind != .distances || !generated.distances.isEmpty {
            try write(kind, of: generated, catalogue, to: folder.appending(path: kind.rawValue + ".csv"))
        }
        print(
            "seed \(seed): \(generated.people.count) people, \(generated.jobs.count) jobs, \(generated.employers.count) employers, \(generated.distances.count) distances; made in \(made - start), written in \(clock.now - made)"
        )
    }

    private func write(_ kind: SheetKind, of generated: GeneratedStation, _ catalogue: Catalogue, to file: URL) throws {
        if messy {
            let sheet: SheetMess.Sheet
            do { sheet = try SheetMess(generated, catalogue: catalogue).sheet(kind) } catch { throw ValidationError(error.message.english) }
            try Data(sheet.bytes).write(to: file)
            for fault in sheet.refused { print("\(file.lastPathComponent):\(fault.line) refused: \(fault.title) “\(fault.cell)”") }
            for fault in sheet.doubtful { print("\(file.lastPathComponent):\(fault.line) warned: \(fault.title) “\(fault.cell)”") }
            return
        }
        _ = FileManager.default.createFile(atPath: file.path, contents: nil)
        let handle = try FileHandle(forWritingTo: file)
        defer { try? handle.close() }
        try StationSheets(generated, catalogue: catalogue).write(kind) { (bytes: [UInt8]) throws in
            try handle.write(contentsOf: Data(bytes))
        }
    }
}
