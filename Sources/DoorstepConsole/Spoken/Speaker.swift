import DoorstepCore

/// Finds what of the console was not said yet. Values in, values out: whoever
/// holds a terminal writes what comes of it.
public struct Speaker: Sendable {
    private var known: [Spoken.Key: Spoken.Part] = [:]
    private var typing: String?
    private var last: [String] = []
    private var veil: Veil?

    public init() {}

    /// What is to be written: lines behind what is there, and the line that is
    /// typed in.
    public struct Utterance: Equatable, Sendable {
        public let lines: [String]
        public let typing: String?
    }

    /// From whose eyes something is hidden: what was said before that changed
    /// is not to be read any more.
    private struct Veil: Equatable {
        let isLocked: Bool
        let turned: Turned?

        init(_ state: ConsoleState) { (isLocked, turned) = (state.lock != nil, state.turned) }
    }

    /// What is new since the last time.
    ///
    /// - Parameter afterKey: a key was pressed. Where it changed nothing, what
    ///   the cursor stands on is said again, so that nobody wonders whether it
    ///   was heard.
    public mutating func say(_ state: ConsoleState, afterKey: Bool = false) -> Utterance {
        let spoken = speak(state)
        var lines = liftVeil(state)
        let covering = lines.count
        let isElsewhere = spoken.part(.title) != known[.title]
        for part in spoken.parts where part != known[part.key] || isElsewhere && part.key == .line { lines += part.lines }
        let present = Set(spoken.parts.map(\.key))
        known = known.filter { $0.key.outlivesAbsence || present.contains($0.key) }
        for part in spoken.parts { known[part.key] = part }
        if lines.isEmpty, afterKey, spoken.typing == nil, typing == nil { lines = spoken.part(.line)?.lines ?? hints(state) }
        if !lines.isEmpty { last = Array(lines.dropFirst(covering)) }
        typing = spoken.typing
        return Utterance(lines: lines, typing: typing)
    }

    /// The last lines once more.
    public func again(_ state: ConsoleState) -> Utterance {
        Utterance(lines: veil == Veil(state) ? last : [], typing: typing)
    }

    /// Everything about what the cursor stands on; see ``tell(_:)``.
    public mutating func sayAll(_ state: ConsoleState) -> Utterance {
        guard veil == Veil(state) else { return Utterance(lines: [], typing: typing) }
        last = tell(state)
        return Utterance(lines: last, typing: typing)
    }

    /// Where somebody else is to look from here on, what was said before goes
    /// out of sight; and all that is shown is new.
    private mutating func liftVeil(_ state: ConsoleState) -> [String] {
        let before = veil
        let now = Veil(state)
        veil = now
        guard let before, before != now else { return [] }
        known = known.filter { if case .hints = $0.key { true } else { false } }
        last = []
        guard now.isLocked || now.turned != nil else { return [] }
        return Array(repeating: "", count: max(1, state.size.rows))
    }

    private func hints(_ state: ConsoleState) -> [String] { Chrome.overlayKeys(state).map { [$0(state.language)] } ?? [] }
}
