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
    private let mailbox: Mailbox<Action>
    private let runner: EffectRunner
    private var state: ConsoleState
    private let start = ContinuousClock.now

    /// - Parameters:
    ///   - caseworkers: who may open the desk's store.
    ///   - opening: reads it.
    init(
        terminal: NcursesTerminal, desk: Desk, storeNote: ConsoleState.StoreNote, caseworkers: [String],
        _ settings: ConsoleSettings, _ opening: @escaping EffectRunner.Opening
    ) {
        self.terminal = terminal
        let waker = terminal.waker
        mailbox = Mailbox { waker.wake() }
        runner = EffectRunner(desk: desk, mailbox: mailbox, opening)
        state = ConsoleState(
            size: terminal.size, language: desk.language, caseworker: desk.caseworker, stationName: desk.stationName, storeNote: storeNote,
            day: desk.day, caseworkers: caseworkers, isLocked: desk.store.isLocked, settings: settings)
    }

    /// Says something on the message line before the first key.
    func say(_ problem: Phrase) { apply(.failed(problem)) }

    /// Runs until the caseworker leaves, the terminal goes or a signal asks.
    func run() {
        terminal.present(render(state))
        if state.lock == nil { runner.run(.open, state) }
        while !state.isLeaving, terminal.terminationRequested == nil {
            let events = terminal.nextEvents(timeoutMilliseconds: 1000)
            // Before the keys: those that come after a long pause find the
            // console locked.
            let shown = state.timeShown
            apply(.tick(second: Int(start.duration(to: .now).components.seconds)))
            for event in events { apply(.input(event)) }
            let answers = mailbox.take()
            for answer in answers { apply(answer) }
            if !events.isEmpty || !answers.isEmpty || state.timeShown != shown {
                terminal.present(render(state))
            } else {
                if state.lock == nil, let model = state.model { runner.lookForChanges(since: model) }
                apply(.rested)
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
            default: runner.run(effect, state)
            }
        }
    }
}
