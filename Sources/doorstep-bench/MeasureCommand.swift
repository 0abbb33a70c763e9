import ArgumentParser
import DoorstepCore
import DoorstepExchange
import Foundation

/// `doorstep-bench measure`: what the program takes at which size.
struct MeasureCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure", abstract: "Measures matching at the sizes of a station, a city and a prefecture.",
        discussion: "Times are of the processors together, not of the wall, unless a line says so. Each figure of the plain implementation is of the same run.")

    @Option(help: "PEOPLExJOBS; may be given several times (default: 5000x1000, 100000x20000, 500000x60000).") var size: [String] = []
    @Option(help: "How many lines a ranking has.") var top = 20
    @Option(help: "The seed of the made-up stations.") var seed: UInt64 = 20_261_121
    @Option(help: "The code of the station's township or street.") var station = "150784001"
    @Option(help: "The day of working, as 2026-11-21.") var on = "2026-11-21"
    @Option(help: "Seconds for the plain implementation, at each size and direction.") var patience = 5.0
    @Option(help: "Only one part: all, near-misses, single, edits, search, store, sheets, import, console, policies, reports, follow-ups or plan; may be given several times.") var part: [MatchMeasures.Part] = []
    @Option(help: "Writes the figures to a CSV file.") var output: String?
    @Option(help: "Shows the figures beside those of an earlier --output.") var compare: String?

    func validate() throws {
        guard Day(iso: on) != nil else { throw ValidationError("--on: not a day of the form 2026-11-21: \(on)") }
        for text in size where MeasureCommand.size(text) == nil { throw ValidationError("--size: not of the form 5000x1000: \(text)") }
        guard top >= 1 else { throw ValidationError("--top: not a positive number: \(top)") }
    }

    private static func size(_ text: String) -> (people: Int, jobs: Int)? {
        let parts = text.split(separator: "x").map { Int($0) }
        guard parts.count == 2, let people = parts[0], let jobs = parts[1], people >= 1, jobs >= 1 else { return nil }
        return (people, jobs)
    }

    func run() throws {
        let catalogue = try Resources.catalogue()
        let readings = try Readings(sheet: Resources.bytes)
        let earlier = try compare.map(FigureFile.read) ?? [:]
        let figures = Figures()
        FigureTable.printHeader(isCompared: compare != nil)
        for text in size.isEmpty ? ["5000x1000", "100000x20000", "500000x60000"] : size {
            guard let (people, jobs) = MeasureCommand.size(text) else { continue }
            let measures = MatchMeasures(
                name: text, people: people, jobs: jobs, catalogue: catalogue, readings: readings, day: Day(iso: on) ?? Day(number: 0), seed: seed, station: station, top: top,
                patience: patience, parts: part.isEmpty ? Set(MatchMeasures.Part.allCases) : Set(part))
            do {
                try measures.run { figure in
                    figures.all.append(figure)
                    FigureTable.print(figure, earlier: compare == nil ? nil : .some(earlier[figure.key]))
                }
            } catch {
                throw ValidationError(error.message.english)
            }
        }
        if let output { try FigureFile.write(figures.all, to: output) }
    }
}

extension MatchMeasures.Part: ExpressibleByArgument {}

/// Figures as they come.
private final class Figures {
    var all: [Figure] = []
}
