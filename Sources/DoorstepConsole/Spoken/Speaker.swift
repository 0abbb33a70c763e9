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

    /// What is hidden, and from whom: what was said before it changed is not
    /// to be read any more.
    private struct Veil: Equatable {
        let isLocked: Bool
        let turned: Turned?
        let revealed: RecordID?

        init(_ state: ConsoleState) { (isLocked, turned, revealed) = (state.lock != nil, state.turned, state.revealed ?? state.called) }

        /// Whether something that could be heard `before` is hidden now.
        func hides(whatWas before: Veil) -> Bool {
            isLocked && !before.isLocked || turned != nil && turned != before.turned || before.revealed != nil && revealed != before.revealed
        }

        /// Whether the same lines say other things to other eyes.
        func isForOthers(than before: Veil) -> Bool { isLocked != before.isLocked || turned != before.turned }
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
        if lines.isEmpty, afterKey, spoken.typing == nil { lines = spoken.part(.line)?.lines ?? hints(state) }
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
        if now.isForOthers(than: before) { known = known.filter { $0.key.isForAllEyes } }
        guard now.hides(whatWas: before) else { return [] }
        last = []
        return Array(repeating: "", count: max(1, state.size.rows))
    }

    private func hints(_ state: ConsoleState) -> [String] { Chrome.overlayKeys(state).map { [$0(state.language)] } ?? [] }
}
