import DoorstepCore
import TerminalUI

/// What stands before everything while the console is locked.
public struct LockView: Equatable, Sendable {
    /// Who may open the store; none where it has no passphrase, and Enter
    /// alone goes on.
    public private(set) var caseworkers: [String]
    public private(set) var chosen = 0
    public var field = TextField(maximumLength: 500, isSecret: true)
    /// A passphrase is being tried, beside the keyboard.
    public var isTrying = false
    public var error: Phrase?
    /// The second from which the next passphrase is taken; see
    /// `ConsoleState.second`.
    public var waitsUntil = 0

    /// - Parameter preselected: who was last at the keyboard.
    init(_ caseworkers: [String], preselected: String) {
        self.caseworkers = caseworkers
        chosen = caseworkers.firstIndex(of: preselected) ?? 0
    }

    /// Nil where there is no passphrase.
    public var caseworker: String? { caseworkers.indices.contains(chosen) ? caseworkers[chosen] : nil }

    mutating func choose(by step: Int) {
        guard !caseworkers.isEmpty else { return }
        chosen = (chosen + step + caseworkers.count) % caseworkers.count
    }

    /// Others may open it now; who was chosen stays chosen.
    mutating func take(_ caseworkers: [String]) {
        let name = caseworker
        self.caseworkers = caseworkers
        chosen = name.flatMap { caseworkers.firstIndex(of: $0) } ?? 0
    }

    /// How many seconds the next passphrase has to wait.
    func wait(at second: Int) -> Int { max(0, waitsUntil - second) }
}

/// Why a passphrase did not open the store.
public enum UnlockRefusal: Hashable, Sendable {
    /// It is another; the next one is taken after so many seconds.
    case wrong(wait: Int)
    case tooSoon(wait: Int)
    case other(Phrase)

    var message: Phrase {
        switch self {
        case .wrong: Words.wrongPassphrase
        case .tooSoon: Words.tooSoon
        case .other(let reason): reason
        }
    }

    var wait: Int {
        switch self {
        case .wrong(let wait), .tooSoon(let wait): wait
        case .other: 0
        }
    }
}
