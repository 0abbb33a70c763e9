import DoorstepCore
import TerminalUI

/// Why somebody wants to see the whole numbers of a person.
public struct RevealPrompt: Equatable, Sendable {
    public let person: RecordID
    /// Nothing is chosen beforehand: who is asked why has to say it.
    public private(set) var chosen: Int?
    public var note = TextField(maximumLength: 200)
    public var error: Phrase?
    public var isSaving = false

    init(person: RecordID) { self.person = person }

    static let kinds = RevealReason.Kind.allCases

    mutating func choose(by step: Int) {
        let count = RevealPrompt.kinds.count
        chosen = chosen.map { ($0 + step + count) % count } ?? (step > 0 ? 0 : count - 1)
    }

    /// Nil where nothing is said. Words alone are another reason than those
    /// on the list.
    var reason: RevealReason? {
        RevealReason(chosen.map { RevealPrompt.kinds[$0] } ?? .other, note: note.text)
    }
}
