import DoorstepCore
import TerminalUI

/// What there is to say of the console at one moment, in the order in which
/// it is read: what a sighted person would look at, and no more.
///
/// Made by ``speak(_:)``; what of it is new is found by ``Speaker``.
public struct Spoken: Equatable, Sendable {
    public enum Key: Hashable, Sendable {
        case station, message, title, notes, tour
        /// What the screen or the form is about.
        case about
        case progress, error, wait
        /// What is wrong with a field that is not typed in, by its column.
        case problem(String)
        case completion, numbers, marks, count
        /// What the cursor stands on.
        case line
        /// The best match of that line, or what its score is made of.
        case match
        case hints(String)

        /// Names nobody, whoever looks.
        var isForAllEyes: Bool {
            switch self {
            case .station, .hints: true
            default: false
            }
        }

        /// Kept in mind while something else is in front, so that coming back
        /// says only what changed meanwhile.
        var outlivesAbsence: Bool {
            switch self {
            case .station, .marks, .count, .line, .match, .hints: true
            default: false
            }
        }
    }

    public struct Part: Equatable, Sendable {
        public let key: Key
        /// None where there is nothing of it any more.
        public let lines: [String]
        /// Tells it from another that has the same words.
        let identity: String
    }

    public private(set) var parts: [Part] = []
    /// The line that is typed in, with its name; nil where none is.
    public private(set) var typing: String?
    let language: Language

    init(_ language: Language) { self.language = language }

    /// All of it, from the first line to the one that is typed in.
    public var lines: [String] { parts.flatMap(\.lines) + [typing].compactMap(\.self) }

    func part(_ key: Key) -> Part? { parts.first { $0.key == key } }

    // MARK: - Putting together

    mutating func add(_ key: Key, _ phrases: [Phrase], identity: String = "") {
        let lines = phrases.map { SafeText.clean($0(language)) }.filter { !$0.isEmpty }
        parts.append(Part(key: key, lines: lines, identity: identity))
    }

    mutating func add(_ key: Key, _ phrase: Phrase?, identity: String = "") {
        add(key, [phrase].compactMap(\.self), identity: identity)
    }

    /// The keys of what stands in front: heard once, since they stay the same.
    mutating func addHints(_ name: String, _ words: Phrase) { add(.hints(name), words) }

    /// The cursor of the terminal stands behind what is typed; where that of
    /// the field does not, it is said where it is.
    mutating func type(_ label: Phrase, _ field: TextField) {
        let shown = field.isSecret ? String(repeating: "*", count: field.text.count) : field.text
        var text = label(language) + shown
        if field.cursor < field.text.count {
            let next = field.text[field.text.index(field.text.startIndex, offsetBy: field.cursor)]
            text += Words.cursorBefore(field.isSecret ? "*" : next, field.cursor + 1)(language)
        }
        typing = SafeText.clean(text)
    }
}

extension Phrase {
    /// Parts of one line.
    static func clauses(_ phrases: [Phrase]) -> Phrase {
        Phrase(
            phrases.map(\.chinese).filter { !$0.isEmpty }.joined(separator: "，"), phrases.map(\.english).filter { !$0.isEmpty }.joined(separator: ", "))
    }

    /// Behind a colon.
    static func labelled(_ label: Phrase, _ text: Phrase) -> Phrase { label + Phrase("：", ": ") + text }

    /// Without the blanks by which columns stand under one another.
    var trimmed: Phrase {
        func single(_ text: String) -> String { text.split(separator: " ").joined(separator: " ") }
        return Phrase(single(chinese), single(english))
    }
}
