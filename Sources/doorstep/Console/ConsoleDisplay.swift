import DoorstepConsole
import TerminalUI

/// How the state comes before somebody: drawn, or said.
@MainActor
protocol ConsoleDisplay: AnyObject {
    /// How long nothing further may come before the state is shown, and how
    /// long it is put off at most, in milliseconds; nil where it is at once.
    var pause: (quiet: Int, longest: Int)? { get }
    /// Takes the times that it takes.
    var trace: Trace? { get set }
    /// - Parameter afterKey: what was pressed led to it.
    func show(_ state: ConsoleState, afterKey: Bool)
    /// Shows once more what is there.
    func showAgain(_ state: ConsoleState)
    /// Shows all there is about what the cursor stands on.
    func showWhole(_ state: ConsoleState)
}

/// Draws the whole screen.
final class DrawnDisplay: ConsoleDisplay {
    let pause: (quiet: Int, longest: Int)? = nil
    private let terminal: any ScreenTerminal
    var trace: Trace?

    init(_ terminal: any ScreenTerminal) { self.terminal = terminal }

    func show(_ state: ConsoleState, afterKey: Bool) {
        let frame = render(state)
        trace?.didRender()
        terminal.present(frame)
    }

    func showAgain(_ state: ConsoleState) { terminal.redrawAll() }
    /// All of it is on the screen.
    func showWhole(_ state: ConsoleState) {}
}

/// Says what is new, line by line.
final class SpokenDisplay: ConsoleDisplay {
    /// What is said cannot be unsaid: the answers to a key are waited for, so
    /// that it is said with them and not once before.
    let pause: (quiet: Int, longest: Int)? = (40, 200)
    private let terminal: any LineTerminal
    var trace: Trace?
    private var speaker = Speaker()
    /// The key was answered already.
    private var hasAnswered = false

    /// - Parameter greeting: said before everything else.
    init(_ terminal: any LineTerminal, greeting: [String]) {
        self.terminal = terminal
        terminal.say(greeting, typing: nil)
    }

    func show(_ state: ConsoleState, afterKey: Bool) {
        let utterance = speaker.say(state, afterKey: afterKey && !hasAnswered)
        trace?.didRender()
        say(utterance)
        hasAnswered = false
    }

    func showAgain(_ state: ConsoleState) {
        say(speaker.again(state))
        hasAnswered = true
    }

    func showWhole(_ state: ConsoleState) {
        say(speaker.sayAll(state))
        hasAnswered = true
    }

    private func say(_ utterance: Speaker.Utterance) { terminal.say(utterance.lines, typing: utterance.typing) }
}
