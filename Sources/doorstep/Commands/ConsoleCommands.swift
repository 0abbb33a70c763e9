import ArgumentParser
import DoorstepConsole
import DoorstepCore
import DoorstepStore
import Foundation
import NcursesTerminal
import TerminalUI

struct ConsoleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "console", abstract: .told("打开台站的控制台。", "Opens the console on the station's store."))

    @OptionGroup var station: StationOptions
    @OptionGroup var look: LookOptions

    func run() throws {
        var ahead: Beside<WaitingOrder>?
        // Asked first: what is read ahead keeps the store busy.
        var caseworkers: [String]?
        let desk: Desk
        do {
            desk = try Desk.open(station, .given) { store in
                caseworkers = try? store.caseworkers()
                ahead = Desk.readAhead(store, station.day)
            }
        } catch let missing as StoreError {
            guard case .missing = missing else { throw missing }
            return try TerminalDoor.found(station, look, orSay: missing)
        }
        try TerminalDoor.enter(desk, station, look, caseworkers) { [ahead] show in try desk.read(ahead: ahead, show) }
    }
}

struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: .told("打开演示台站的控制台，用完即弃。", "Opens the console on a throw-away store filled with the demonstration station."))

    @OptionGroup var station: StationOptions
    @OptionGroup var look: LookOptions

    func run() throws {
        let desk = try Desk.demonstration(station)
        try TerminalDoor.enter(desk, station, look, isDemonstration: true) { show in try desk.fillDemonstration { show(.whole($0)) } }
    }
}

/// How the console is shown.
struct LookOptions: ParsableArguments {
    @Flag(help: .told("逐行方式，供读屏软件、盲文点显器和不能移动光标的终端。", "Plain mode, for screen readers, braille lines and terminals that cannot move their cursor."))
    var plain = false

    @Option(help: .told("把程序自己的用时写到这个 CSV 文件（微秒；不含个人信息，也不含输入的内容）。", "Writes the program's own timings to this CSV file (microseconds; nothing personal, nothing that was typed)."), completion: .file())
    var trace: String?
}

/// Opens the terminal, and says why where there is none.
enum TerminalDoor {
    /// - Parameters:
    ///   - known: who may open the store, where that was asked already.
    ///   - opening: reads the desk's store.
    static func enter(
        _ desk: Desk, _ options: StationOptions, _ look: LookOptions, _ known: [String]? = nil, isDemonstration: Bool = false,
        _ opening: @escaping EffectRunner.Opening
    ) throws {
        var (settings, problem) = ConsoleConfiguration.read()
        if look.plain { settings.isPlain = true }
        let desk = desk.speaking(options.lang ?? settings.language ?? desk.language)
        let caseworkers = try known ?? desk.store.caseworkers()
        try MainActor.assumeIsolated {
            let seat = try Seat.take(&settings, desk.language)
            try run(on: seat, desk, caseworkers, settings, problem, look, isDemonstration: isDemonstration, opening)
        }
    }

    /// A first start: asks what a new station needs, and opens its console.
    ///
    /// - Parameter missing: what is thrown where there is no screen to ask
    ///   on; it says which command makes a store.
    static func found(_ options: StationOptions, _ look: LookOptions, orSay missing: StoreError) throws {
        let (settings, problem) = ConsoleConfiguration.read()
        guard !look.plain, !settings.isPlain else { throw missing }
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
                try run(on: Seat(terminal), desk, [], settings, problem, look, isDemonstration: true) { show in try desk.fillDemonstration { show(.whole($0)) } }
            case .founded(let store, let caseworker, let language):
                let desk = Desk(
                    store: store, catalogue: catalogue, language: language, day: options.day, caseworker: caseworker, stationName: store.stationName)
                try run(on: Seat(terminal), desk, try store.caseworkers(), settings, problem, look) { show in try desk.read(ahead: nil, show) }
            }
        }
    }

    @MainActor
    private static func run(
        on seat: Seat, _ desk: Desk, _ caseworkers: [String], _ settings: ConsoleSettings, _ problem: Phrase?, _ look: LookOptions,
        isDemonstration: Bool = false, _ opening: @escaping EffectRunner.Opening
    ) throws {
        let note: ConsoleState.StoreNote =
            isDemonstration ? .demonstration : desk.store.isReadOnly ? .readOnly : caseworkers.isEmpty ? .withoutPassphrase : .none
        let trace: Trace?
        do throws(OutputError) {
            trace = try look.trace.map { path throws(OutputError) in try Trace(to: path) }
        } catch {
            // Said where it can be read.
            seat.terminal.close()
            throw error
        }
        let app = ConsoleApp(seat, desk: desk, storeNote: note, caseworkers: caseworkers, settings, trace: trace, opening)
        if let problem { app.say(problem) }
        app.run()
        try trace?.finish()
        end(seat.terminal)
    }

    /// Whoever was ended by a signal says so to whoever started it.
    @MainActor
    private static func end(_ terminal: any Terminal) {
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
        case .noTerminal, .dumbTerminal, .unknownTerminal:
            Phrase("这里没有终端，控制台打不开；请在终端里运行，或用命令（doorstep --help）。", "There is no terminal here for the console; run it in one, or use the commands (doorstep --help).")
        case .noUnicodeLocale:
            Phrase("系统没有 UTF-8 区域设置，中文显示不了；请安装 C.UTF-8。", "There is no UTF-8 locale here to show Chinese with; install C.UTF-8.")
        }
    }
}
