import DoorstepCore
import TerminalUI

/// Which keys mean which command: those of the one list, but for what the
/// caseworker chose.
public struct KeyMap: Equatable, Sendable {
    private var chosen: [Command.ID: [KeyStroke]] = [:]
    /// Whether lines are said and nothing is drawn.
    var isPlain = false

    public init() {}

    /// None of a command that means nothing here.
    public func keys(of command: Command) -> [KeyStroke] { isPlain || !command.isSpoken ? all(of: command) : [] }

    private func all(of command: Command) -> [KeyStroke] { chosen[command.id] ?? command.keys }

    /// Gives a command other keys, in the place of all it had.
    ///
    /// - Throws: where one of them means another command in a place where
    ///   both work.
    public mutating func set(_ keys: [KeyStroke], for id: Command.ID) throws(KeyTaken) {
        guard let command = Command.all.first(where: { $0.id == id }) else { return }
        for key in keys {
            let other = Command.all.first { other in
                other.id != id && all(of: other).contains(key) && Scope.all.contains { other.works(in: $0) && command.works(in: $0) }
            }
            if let other { throw KeyTaken(key: key, by: other) }
        }
        chosen[id] = keys
    }

    /// The command that a key means.
    func find(_ stroke: KeyStroke, in scope: Scope) -> Command? {
        Command.all.first { $0.works(in: scope) && keys(of: $0).contains(stroke) }
    }
}

/// A key that means another command already.
public struct KeyTaken: Error {
    let key: KeyStroke
    let by: Command
}

extension Scope {
    static let all: [Scope] = ListKind.allCases.map { .list($0) } + [.page, .work, .report, .plan, .matches, .overlay, .locked]
}
