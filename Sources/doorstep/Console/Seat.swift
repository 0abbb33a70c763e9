import DoorstepConsole
import DoorstepCore
import NcursesTerminal
import PlainTerminal
import TerminalDevice
import TerminalUI

/// A terminal, how the console is shown on it, and what wakes it.
@MainActor
struct Seat {
    let terminal: any Terminal
    let display: any ConsoleDisplay
    let waker: Waker
    /// How wide the terminal draws what others draw narrow.
    let width: DisplayWidth

    /// A screen.
    init(_ terminal: NcursesTerminal) {
        self.terminal = terminal
        display = DrawnDisplay(terminal)
        width = terminal.width
        waker = terminal.waker
    }

    /// Lines.
    ///
    /// - Parameter greeting: said before everything else.
    init(_ terminal: PlainTerminal, greeting: [String]) {
        self.terminal = terminal
        display = SpokenDisplay(terminal, greeting: greeting)
        width = DisplayWidth(ambiguous: .narrow)
        waker = terminal.waker
    }

    /// Takes the terminal: for the screen, or for lines where they are asked
    /// for and where there can be no screen.
    static func take(_ settings: inout ConsoleSettings, _ language: Language) throws(TerminalMissing) -> Seat {
        guard !settings.isPlain else { return try takePlain(settings, [PlainMode.greeting(settings.keys)], language) }
        do throws(NcursesTerminal.Failure) {
            return Seat(try NcursesTerminal(options: settings.terminalOptions))
        } catch .dumbTerminal(let name), .unknownTerminal(let name) {
            settings.isPlain = true
            return try takePlain(settings, [PlainMode.reason(terminal: name), PlainMode.greeting(settings.keys)], language)
        } catch {
            throw TerminalMissing(failure: error)
        }
    }

    private static func takePlain(_ settings: ConsoleSettings, _ greeting: [Phrase], _ language: Language) throws(TerminalMissing) -> Seat {
        do throws(PlainTerminal.Missing) {
            let terminal = try PlainTerminal(options: PlainTerminal.Options(escapeDelay: settings.terminalOptions.escapeDelay))
            return Seat(terminal, greeting: greeting.map { $0(language) })
        } catch {
            throw TerminalMissing(failure: .noTerminal)
        }
    }
}
