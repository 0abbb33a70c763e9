import ArgumentParser
import DoorstepConsole
import DoorstepCore
import Foundation
import NcursesTerminal

struct ConsoleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "console", abstract: .told("打开台站的控制台。", "Opens the console on the station's store."))

    @OptionGroup var station: StationOptions
    @OptionGroup var watching: TraceOptions

    func run() throws {
        let desk = try Desk.open(station, .given)
        try TerminalDoor.enter(desk, station, watching) { show in show(try desk.load()) }
    }
}

struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: .told("打开演示台站的控制台，用完即弃。", "Opens the console on a throw-away store filled with the demonstration station."))

    @OptionGroup var station: StationOptions
    @OptionGroup var watching: TraceOptions

    func run() throws {
        let desk = try Desk.demonstration(station)
        try TerminalDoor.enter(desk, station, watching, isDemonstration: true) { show in try desk.fillDemonstration(show) }
    }
}

/// How long everything takes, for whoever looks after the program.
struct TraceOptions: ParsableArguments {
    @Option(help: .told("把程序自己的用时写到这个 CSV 文件（微秒；不含个人信息，也不含输入的内容）。", "Writes the program's own timings to this CSV file (microseconds; nothing personal, nothing that was typed)."), completion: .file())
    var trace: String?
}

/// Opens the terminal for a desk, and says why where there is none.
enum TerminalDoor {
    /// - Parameter opening: reads the desk's store.
    static func enter(
        _ desk: Desk, _ options: StationOptions, _ watching: TraceOptions, isDemonstration: Bool = false, _ opening: @escaping EffectRunner.Opening
    ) throws {
        let (settings, problem) = ConsoleConfiguration.read()
        let desk = desk.speaking(options.lang ?? settings.language ?? desk.language)
        let caseworkers = try desk.store.caseworkers()
        let note: ConsoleState.StoreNote =
            isDemonstration ? .demonstration : desk.store.isReadOnly ? .readOnly : caseworkers.isEmpty ? .withoutPassphrase : .none
        try MainActor.assumeIsolated {
            let terminal: NcursesTerminal
            do throws(NcursesTerminal.Failure) { terminal = try NcursesTerminal(options: settings.terminalOptions) } catch { throw TerminalMissing(failure: error) }
            let trace: Trace?
            do throws(OutputError) {
                trace = try watching.trace.map { path throws(OutputError) in try Trace(to: path) }
            } catch {
                // Said where it can be read.
                terminal.close()
                throw error
            }
            let app = ConsoleApp(terminal: terminal, desk: desk, storeNote: note, caseworkers: caseworkers, settings, trace: trace, opening)
            if let problem { app.say(problem) }
            app.run()
            try trace?.finish()
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
