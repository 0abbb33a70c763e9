import DoorstepConsole
import DoorstepCore
import Foundation
import TerminalUI

/// The console's main loop: keys and answers go into `reduce`, effects come
/// out, and the state is shown once for all that came at a time.
@MainActor
final class ConsoleApp {
    private let terminal: any Terminal
    private let display: any ConsoleDisplay
    private let mailbox: Mailbox<Action>
    private let runner: EffectRunner
    private let trace: Trace?
    private var watch: StoreWatch
    private var state: ConsoleState
    private let start = ContinuousClock.now
    /// Set while there is something to show.
    private var waiting: Waiting?

    /// - Parameters:
    ///   - caseworkers: who may open the desk's store.
    ///   - trace: takes the times that everything takes.
    ///   - opening: reads it.
    init(
        _ seat: Seat, desk: Desk, storeNote: ConsoleState.StoreNote, caseworkers: [String],
        _ settings: ConsoleSettings, trace: Trace? = nil, _ opening: @escaping EffectRunner.Opening
    ) {
        terminal = seat.terminal
        display = seat.display
        display.trace = trace
        self.trace = trace
        watch = StoreWatch(path: desk.store.path)
        let waker = seat.waker
        mailbox = Mailbox { waker.wake() }
        runner = EffectRunner(desk: desk, mailbox: mailbox, opening)
        state = ConsoleState(
            size: terminal.size, language: desk.language, caseworker: desk.caseworker, stationName: desk.stationName, storeNote: storeNote,
            day: desk.day, caseworkers: caseworkers, isLocked: desk.store.isLocked, settings: settings, width: seat.width)
    }

    /// Says something on the message line before the first key.
    func say(_ problem: Phrase) { apply(.failed(problem)) }

    /// Runs until the caseworker leaves, the terminal goes or a signal asks.
    func run() {
        show(afterKey: false)
        if state.lock == nil { run(.open) }
        while !state.isLeaving, terminal.terminationRequested == nil {
            let events = terminal.nextEvents(timeoutMilliseconds: waiting.map { $0.milliseconds(to: .now) } ?? 1000)
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
                showSoon(afterKey: events.contains(where: \.isTyped))
            } else if waiting == nil {
                if state.lock == nil, let model = state.model, watch.mayHaveChanged() { runner.lookForChanges(since: model) }
                apply(.rested)
                trace?.didRest()
            }
            if let waiting, waiting.milliseconds(to: .now) == 0, !state.isLeaving { show(afterKey: waiting.isAfterKey) }
        }
        runner.finish()
        terminal.close()
    }

    /// Shows the state, or notes that it is to be shown once nothing further
    /// comes for a moment.
    private func showSoon(afterKey: Bool) {
        guard let pause = display.pause else { return show(afterKey: afterKey) }
        let now = ContinuousClock.now
        let latest = waiting?.latest ?? now + .milliseconds(pause.longest)
        waiting = Waiting(until: min(now + .milliseconds(pause.quiet), latest), latest: latest, isAfterKey: afterKey || waiting?.isAfterKey == true)
    }

    private func show(afterKey: Bool) {
        waiting = nil
        display.show(state, afterKey: afterKey)
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
        case .suspend:
            terminal.suspendToShell()
            display.showAgain(state)
        case .redraw: display.showAgain(state)
        case .tell: display.showWhole(state)
        case .copy(let text): terminal.copy(text)
        case .editNote(let text): apply(.noteEdited(NoteEditor.edit(text, on: terminal), second: second))
        default: runner.run(effect, state)
        }
    }
}

/// Until when what is to be shown is put off.
private struct Waiting {
    let until: ContinuousClock.Instant
    let latest: ContinuousClock.Instant
    let isAfterKey: Bool

    /// Never below 0, and 1 at least while there is any.
    func milliseconds(to now: ContinuousClock.Instant) -> Int {
        let left = now.duration(to: until)
        return left > .zero ? Int(left / .milliseconds(1)) + 1 : 0
    }
}

extension InputEvent {
    /// From the keyboard, which waits for an answer.
    fileprivate var isTyped: Bool {
        switch self {
        case .key, .text, .paste: true
        case .mouse, .resize: false
        }
    }
}
