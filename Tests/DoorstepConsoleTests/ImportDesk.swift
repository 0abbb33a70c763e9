import DoorstepCore
import Testing

@testable import DoorstepConsole

/// A console at which sheets are read in.
protocol ImportDesk {}

extension ImportDesk {
    func console(columns: Int = 80, rows: Int = 24, language: Language = .chinese, passphrases: [String: String] = [:]) throws -> ConsoleDriver {
        ConsoleDriver(columns: columns, rows: rows, language: language, model: try SampleStation.model(), passphrases: passphrases)
    }

    /// To the columns of the sheet of people.
    var toSheet: String { "i/home/wulan/求<enter>" }

    func view(_ console: ConsoleDriver) throws -> ImportView {
        guard case .importing(let view)? = console.state.overlay else { throw NotImporting() }
        return view
    }

    func hasNewcomer(_ console: ConsoleDriver) throws -> Bool {
        try console.state.model?.register.people[#require(RecordID("P900"))]?.stands == true
    }
}

private struct NotImporting: Error {}
