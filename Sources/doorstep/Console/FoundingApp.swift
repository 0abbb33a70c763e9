import Dispatch
import DoorstepConsole
import DoorstepCore
import DoorstepStore
import NcursesTerminal
import Synchronization
import TerminalUI

/// The main loop of a first start, on the terminal that the console goes on
/// with.
@MainActor
final class FoundingApp {
    private let terminal: NcursesTerminal
    private let mailbox: Mailbox<FoundingAction>
    private let path: String
    private var state: FoundingState
    private var founded: NewStation?
    /// Made beside the keyboard.
    private let store = Slot()

    /// What a first start came to.
    enum Outcome {
        case left
        case demonstration(Language)
        case founded(StationStore, caseworker: String, Language)
    }

    init(terminal: NcursesTerminal, _ options: StationOptions, _ catalogue: Catalogue, _ settings: ConsoleSettings, _ language: Language) {
        self.terminal = terminal
        let waker = terminal.waker
        mailbox = Mailbox { waker.wake() }
        path = options.path
        state = FoundingState(
            size: terminal.size, language: language, path: path, caseworker: options.worker, places: FoundingPlaces(catalogue),
            shortestPassphrase: Passphrase.shortest, settings: settings)
    }

    /// Runs until somebody has chosen, or leaves.
    func run() -> Outcome {
        show()
        while state.ending == nil, terminal.terminationRequested == nil {
            let events = terminal.nextEvents(timeoutMilliseconds: 1000)
            let answers = mailbox.take()
            for action in events.map(FoundingAction.input) + answers where state.ending == nil { apply(action) }
            if !events.isEmpty || !answers.isEmpty { show() }
        }
        switch state.ending {
        case .demonstration: return .demonstration(state.language)
        case .founded:
            guard let store = store.taken, let founded else { return .left }
            return .founded(store, caseworker: StationOptions.oneLine(founded.caseworker), state.language)
        case .left, nil: return .left
        }
    }

    private func show() {
        terminal.present(DisplayWidth.$current.withValue(terminal.width) { render(state) })
    }

    private func apply(_ action: FoundingAction) {
        for effect in reduce(&state, action) {
            switch effect {
            case .suspend: terminal.suspendToShell()
            case .redraw: terminal.redrawAll()
            case .found(let station):
                founded = station
                found(station)
            }
        }
    }

    private func found(_ station: NewStation) {
        DispatchQueue.global(qos: .userInitiated).async { [mailbox, path, store] in
            do {
                let made = try StationFounding.make(station, at: path)
                store.put(made.store)
                mailbox.post(.founded(recovery: made.recovery?.text))
            } catch {
                mailbox.post(.notFounded(Desk.phrase(for: error)))
            }
        }
    }

    /// Where the store is left for the main loop.
    private final class Slot: Sendable {
        private let store = Mutex<StationStore?>(nil)

        func put(_ made: StationStore) { store.withLock { $0 = made } }

        var taken: StationStore? { store.withLock { $0 } }
    }
}
