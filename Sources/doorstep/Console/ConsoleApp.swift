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
    private let trace: Trace?
    private var watch: StoreWatch
    private var state: ConsoleState
    private let start = ContinuousClock.now

    /// - Parameters:
    ///   - caseworkers: who may open the desk's store.
    ///   - trace: takes the times that everything takes.
    ///   - opening: reads it.
    init(
        terminal: NcursesTerminal, desk: Desk, storeNote: ConsoleState.StoreNote, caseworkers: [String],
        _ settings: ConsoleSettings, trace: Trace? = nil, _ opening: @escaping EffectRunner.Opening
    ) {
        self.terminal = terminal
        self.trace = trace
        let waker = terminal.waker
        mailbox = Mailbox { waker.wake() }
        runner = EffectRunner(desk: desk, mailbox: mailbox, opening)
        watch = StoreWatch(path: desk.store.path)
        state = ConsoleState(
            size: terminal.size, language: desk.language, caseworker: desk.caseworker, stationName: desk.stationName, storeNote: storeNote,
            day: desk.day, caseworkers: caseworkers, isLocked: desk.store.isLocked, settings: settings, width: terminal.width)
    }

    /// Says something on the message line before the first key.
    func say(_ problem: Phrase) { apply(.failed(problem)) }

    /// Runs until the caseworker leaves, the terminal goes or a signal asks.
    func run() {
        show()
        if state.lock == nil { run(.open) }
        while !state.isLeaving, terminal.terminationRequested == nil {
            let events = terminal.nextEvents(timeoutMilliseconds: 1000)
            trace?.begin(events, isLocked: state.lock != nil)
            // Before the keys: those that come after a long pause find the
            // console locked.
            let shown = state.timeShown
            apply(.tick(second: second))
            for event in events { apply(.input(event)) }
            let answers = mailbox.take()
            for answer in answers { apply(answer) }
            trace?.didReduce()
            if !events.isEmpty || !answers.isEmpty || state.timeShown != shown {
                show()
            } else {
                if state.lock == nil, let model = state.model, watch.mayHaveChanged() { runner.lookForChanges(since: model) }
                apply(.rested)
                trace?.didRest()
            }
        }
        runner.finish()
        terminal.close()
    }

    private func show() {
        let frame = render(state)
        trace?.didRender()
        terminal.present(frame)
        trace?.didPresent()
    }

    /// Seconds since the console opened.
    private var second: Int { Int(start.duration(to: .now).components.seconds) }

    private func apply(_ action: Action) {
        trace?.willApply(action)
        for effect in reduce(&state, action) { run(effect) }
    }

    private func run(_ effect: Effect) {
        trace?.willRun(effect)
        switch effect {
        case .suspend: terminal.suspendToShell()
        case .redraw: terminal.redrawAll()
        case .copy(let text): terminal.copy(text)
        case .editNote(let text): apply(.noteEdited(NoteEditor.edit(text, on: terminal), second: second))
        default: runner.run(effect, state)
        }
    }
}
