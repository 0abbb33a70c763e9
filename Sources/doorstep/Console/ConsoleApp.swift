import DoorstepConsole
import DoorstepCore
import Foundation
import NcursesTerminal
import TerminalUI

/// The console's main loop: keys and answers go into `reduce`, effects come
/// out, and the screen is drawn once for all that came at a time.
@MainActor
final class ConsoleApp {
    private let terminal: NcursesTerminal
    private let mailbox: Mailbox
    private let runner: EffectRunner
    private var state: ConsoleState

    init(terminal: NcursesTerminal, desk: Desk, storeNote: ConsoleState.StoreNote) {
        self.terminal = terminal
        let waker = terminal.waker
        mailbox = Mailbox { waker.wake() }
        runner = EffectRunner(desk: desk, mailbox: mailbox)
        state = ConsoleState(
            size: terminal.size, language: desk.language, caseworker: desk.caseworker, stationName: desk.stationName, storeNote: storeNote,
            day: desk.day)
    }

    /// Runs until the caseworker leaves, the terminal goes or a signal asks.
    ///
    /// - Parameter opening: reads the store, beside the first screen.
    func run(_ opening: @escaping EffectRunner.Opening) {
        terminal.present(render(state))
        runner.open(opening)
        while !state.isLeaving, terminal.terminationRequested == nil {
            let events = terminal.nextEvents(timeoutMilliseconds: 1000)
            for event in events { apply(.input(event)) }
            let answers = mailbox.take()
            for answer in answers { apply(answer) }
            if events.isEmpty, answers.isEmpty {
                if let model = state.model { runner.lookForChanges(since: model) }
                apply(.rested)
            } else {
                terminal.present(render(state))
            }
        }
        runner.finish()
        terminal.close()
    }

    private func apply(_ action: Action) {
        for effect in reduce(&state, action) {
            switch effect {
            case .suspend: terminal.suspendToShell()
            case .redraw: terminal.redrawAll()
            default: runner.run(effect, state.model)
            }
        }
    }
}
