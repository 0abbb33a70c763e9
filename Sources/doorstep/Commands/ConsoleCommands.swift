import ArgumentParser
import DoorstepConsole
import DoorstepCore
import DoorstepStore
import Foundation
import NcursesTerminal

struct ConsoleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "console", abstract: .told("打开台站的控制台。", "Opens the console on the station's store."))

    @OptionGroup var station: StationOptions
    @OptionGroup var watching: TraceOptions

    func run() throws {
        var ahead: Beside<WaitingOrder>?
        let desk: Desk
        do {
            desk = try Desk.open(station, .given) { [day = station.day] store in
                // One that is locked is read when it is opened.
                if !store.isLocked { ahead = Beside { try store.waitingOrder(of: .jobs, asOf: day) } }
            }
        } catch let missing as StoreError {
            guard case .missing = missing else { throw missing }
            return try TerminalDoor.found(station, watching, orSay: missing)
        }
        try TerminalDoor.enter(desk, station, watching) { [ahead] show in try desk.read(ahead: ahead, show) }
    }
}

struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: .told("打开演示台站的控制台，用完即弃。", "Opens the console on a throw-away store filled with the demonstration station."))

    @OptionGroup var station: StationOptions
    @OptionGroup var watching: TraceOptions

    func run() throws {
        let desk = try Desk.demonstration(station)
        try TerminalDoor.enter(desk, station, watching, isDemonstration: true) { show in try desk.fillDemonstration { show(.whole($0)) } }
    }
}

/// How long everything takes, for whoever looks after the program.
struct TraceOptions: ParsableArguments {
    @Option(help: .told("把程序自己的用时写到这个 CSV 文件（微秒；不含个人信息，也不含输入的内容）。", "Writes the program's own timings to this CSV file (microseconds; nothing personal, nothing that was typed)."), completion: .file())
    var trace: String?
}

/// Opens the terminal, and says why where there is none.
enum TerminalDoor {
    /// - Parameter opening: reads the desk's store.
    static func enter(
        _ desk: Desk, _ options: StationOptions, _ watching: TraceOptions, isDemonstration: Bool = false, _ opening: @escaping EffectRunner.Opening
    ) throws {
        let (settings, problem) = ConsoleConfiguration.read()
        let desk = desk.speaking(options.lang ?? settings.language ?? desk.language)
        let caseworkers = try desk.store.caseworkers()
        try MainActor.assumeIsolated {
            let terminal: NcursesTerminal
            do throws(NcursesTerminal.Failure) { terminal = try NcursesTerminal(options: settings.terminalOptions) } catch { throw TerminalMissing(failure: error) }
            try run(on: terminal, desk, caseworkers, settings, problem, watching, isDemonstration: isDemonstration, opening)
        }
    }

    /// A first start: asks what a new station needs, and opens its console.
    ///
    /// - Parameter missing: what is thrown where there is no terminal to ask
    ///   at.
    static func found(_ options: StationOptions, _ watching: TraceOptions, orSay missing: StoreError) throws {
        let (settings, problem) = ConsoleConfiguration.read()
        let catalogue = try Resources.catalogue()
        try MainActor.assumeIsolated {
            guard let terminal = try? NcursesTerminal(options: settings.terminalOptions) else { throw missing }
            // Whatever goes wrong, the terminal is given back first.
            defer { terminal.close() }
            let app = FoundingApp(terminal: terminal, options, catalogue, settings, options.lang ?? settings.language ?? options.language)
            switch app.run() {
            case .left: end(terminal)
            case .demonstration(let language):
                let desk = try Desk.demonstration(options).speaking(language)
                try run(on: terminal, desk, [], settings, problem, watching, isDemonstration: true) { show in try desk.fillDemonstration { show(.whole($0)) } }
            case .founded(let store, let caseworker, let language):
                let desk = Desk(
                    store: store, catalogue: catalogue, language: language, day: options.day, caseworker: caseworker, stationName: store.stationName)
                try run(on: terminal, desk, try store.caseworkers(), settings, problem, watching) { show in try desk.read(ahead: nil, show) }
            }
        }
    }

    @MainActor
    private static func run(
        on terminal: NcursesTerminal, _ desk: Desk, _ caseworkers: [String], _ settings: ConsoleSettings, _ problem: Phrase?, _ watching: TraceOptions,
        isDemonstration: Bool = false, _ opening: @escaping EffectRunner.Opening
    ) throws {
        let note: ConsoleState.StoreNote =
            isDemonstration ? .demonstration : desk.store.isReadOnly ? .readOnly : caseworkers.isEmpty ? .withoutPassphrase : .none
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
        end(terminal)
    }

    /// Whoever was ended by a signal says so to whoever started it.
    @MainActor
    private static func end(_ terminal: NcursesTerminal) {
        terminal.close()
        guard let signal = terminal.terminationRequested else { return }
        Foundation.signal(signal, SIG_DFL)
        raise(signal)
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
