import ArgumentParser
import DoorstepConsole
import DoorstepCore
import Foundation
import NcursesTerminal
import PlainTerminal
import TerminalDevice
import TerminalUI

struct ConsoleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "console", abstract: .told("打开台站的控制台。", "Opens the console on the station's store."))

    @OptionGroup var station: StationOptions
    @OptionGroup var look: LookOptions

    func run() throws {
        let desk = try Desk.open(station, .given)
        try TerminalDoor.enter(desk, station, look) { show in show(try desk.load()) }
    }
}

struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: .told("打开演示台站的控制台，用完即弃。", "Opens the console on a throw-away store filled with the demonstration station."))

    @OptionGroup var station: StationOptions
    @OptionGroup var look: LookOptions

    func run() throws {
        let desk = try Desk.demonstration(station)
        try TerminalDoor.enter(desk, station, look, isDemonstration: true) { show in try desk.fillDemonstration(show) }
    }
}

/// How the console is shown.
struct LookOptions: ParsableArguments {
    @Flag(help: .told("逐行方式，供读屏软件、盲文点显器和不能移动光标的终端。", "Plain mode, for screen readers, braille lines and terminals that cannot move their cursor."))
    var plain = false
}

/// Opens the terminal for a desk, and says why where there is none.
enum TerminalDoor {
    /// - Parameter opening: reads the desk's store.
    static func enter(_ desk: Desk, _ options: StationOptions, _ look: LookOptions, isDemonstration: Bool = false, _ opening: @escaping EffectRunner.Opening) throws {
        var (settings, problem) = ConsoleConfiguration.read()
        if look.plain { settings.isPlain = true }
        let desk = desk.speaking(options.lang ?? settings.language ?? desk.language)
        let caseworkers = try desk.store.caseworkers()
        let note: ConsoleState.StoreNote =
            isDemonstration ? .demonstration : desk.store.isReadOnly ? .readOnly : caseworkers.isEmpty ? .withoutPassphrase : .none
        try MainActor.assumeIsolated {
            let (terminal, display, waker) = try open(&settings, desk.language)
            let app = ConsoleApp(
                terminal: terminal, display: display, waker: waker, desk: desk, storeNote: note, caseworkers: caseworkers, settings, opening)
            if let problem { app.say(problem) }
            app.run()
            if let signal = terminal.terminationRequested {
                // Ended by a signal, and says so to whoever started it.
                Foundation.signal(signal, SIG_DFL)
                raise(signal)
            }
        }
    }

    /// The screen, or lines where they are asked for and where there can be no
    /// screen.
    @MainActor
    private static func open(_ settings: inout ConsoleSettings, _ language: Language) throws(TerminalMissing) -> (any Terminal, any ConsoleDisplay, Waker) {
        guard !settings.isPlain else { return try openPlain(settings, greeting: [PlainMode.greeting(settings.keys)], language) }
        do throws(NcursesTerminal.Failure) {
            let terminal = try NcursesTerminal(options: settings.terminalOptions)
            return (terminal, DrawnDisplay(terminal), terminal.waker)
        } catch .dumbTerminal(let name), .unknownTerminal(let name) {
            settings.isPlain = true
            return try openPlain(settings, greeting: [PlainMode.reason(terminal: name), PlainMode.greeting(settings.keys)], language)
        } catch {
            throw TerminalMissing(failure: error)
        }
    }

    @MainActor
    private static func openPlain(
        _ settings: ConsoleSettings, greeting: [Phrase], _ language: Language
    ) throws(TerminalMissing) -> (any Terminal, any ConsoleDisplay, Waker) {
        do throws(PlainTerminal.Missing) {
            let terminal = try PlainTerminal(options: PlainTerminal.Options(escapeDelay: settings.terminalOptions.escapeDelay))
            return (terminal, SpokenDisplay(terminal, greeting: greeting.map { $0(language) }), terminal.waker)
        } catch {
            throw TerminalMissing(failure: .noTerminal)
        }
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
