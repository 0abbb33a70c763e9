import ArgumentParser
import DoorstepConsole
import DoorstepCore
import DoorstepStore
import Foundation
import NcursesTerminal

struct ConsoleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "console", abstract: .told("打开台站的控制台。", "Opens the console on the station's store."))

    @OptionGroup var station: StationOptions

    func run() throws {
        var ahead: Beside<WaitingOrder>?
        let desk = try Desk.open(station, .given) { [day = station.day] store in
            // One that is locked is read when it is opened.
            if !store.isLocked { ahead = Beside { try store.waitingOrder(of: .jobs, asOf: day) } }
        }
        try TerminalDoor.enter(desk, station) { [ahead] show in try desk.read(ahead: ahead, show) }
    }
}

struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: .told("打开演示台站的控制台，用完即弃。", "Opens the console on a throw-away store filled with the demonstration station."))

    @OptionGroup var station: StationOptions

    func run() throws {
        let desk = try Desk.demonstration(station)
        try TerminalDoor.enter(desk, station, isDemonstration: true) { show in try desk.fillDemonstration { show(.whole($0)) } }
    }
}

/// Opens the terminal for a desk, and says why where there is none.
enum TerminalDoor {
    /// - Parameter opening: reads the desk's store.
    static func enter(_ desk: Desk, _ options: StationOptions, isDemonstration: Bool = false, _ opening: @escaping EffectRunner.Opening) throws {
        let (settings, problem) = ConsoleConfiguration.read()
        let desk = desk.speaking(options.lang ?? settings.language ?? desk.language)
        let caseworkers = try desk.store.caseworkers()
        let note: ConsoleState.StoreNote =
            isDemonstration ? .demonstration : desk.store.isReadOnly ? .readOnly : caseworkers.isEmpty ? .withoutPassphrase : .none
        try MainActor.assumeIsolated {
            let terminal: NcursesTerminal
            do throws(NcursesTerminal.Failure) { terminal = try NcursesTerminal(options: settings.terminalOptions) } catch { throw TerminalMissing(failure: error) }
            let app = ConsoleApp(terminal: terminal, desk: desk, storeNote: note, caseworkers: caseworkers, settings, opening)
            if let problem { app.say(problem) }
            app.run()
            if let signal = terminal.terminationRequested {
                // Ended by a signal, and says so to whoever started it.
                Foundation.signal(signal, SIG_DFL)
                raise(signal)
            }
        }
    }
}

/// There is no terminal that the console could be shown on.
struct TerminalMissing: SayableError {
    let failure: NcursesTerminal.Failure

    var message: Phrase {
        switch failure {
        case .noTerminal:
            Phrase("这里没有终端，控制台打不开；请在终端里运行，或用命令（doorstep --help）。", "There is no terminal here for the console; run it in one, or use the commands (doorstep --help).")
        case .unknownTerminal(let name):
            Phrase("系统不认识终端类型 \(name)，请设 TERM=xterm-256color 再试。", "The terminal type \(name) is not known here; try TERM=xterm-256color.")
        case .dumbTerminal(let name):
            Phrase(
                "终端类型“\(name)”不能移动光标，控制台打不开；请换终端，或用命令（doorstep --help）。",
                "The terminal type “\(name)” cannot move its cursor; use another terminal, or the commands (doorstep --help).")
        case .noUnicodeLocale:
            Phrase("系统没有 UTF-8 区域设置，中文显示不了；请安装 C.UTF-8。", "There is no UTF-8 locale here to show Chinese with; install C.UTF-8.")
        }
    }
}
