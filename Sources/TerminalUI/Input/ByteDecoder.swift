/// Makes events of the bytes of a terminal of which nothing is known but that
/// it sends UTF-8, and keys as most do: what curses does where there is curses.
///
/// Whoever feeds it tells it when nothing more came for a while, which is what
/// makes a lone escape the Escape key.
public struct ByteDecoder: Sendable {
    private var bytes = UTF8Assembler()
    private var decoder = InputDecoder()
    private var state = State.text

    /// A sequence that is longer belongs to no key.
    private static let longestSequence = 4096

    private enum State {
        case text
        /// Right behind an escape.
        case escape
        case sequence(SequenceForm, String)
        /// The older form of a mouse report ends with so many further bytes.
        case oldMouseReport(Int)
    }

    public init() {}

    /// In the middle of what may be a sequence, or of a paste: more is to be
    /// waited for, but not for long.
    public var isWaiting: Bool {
        if case .text = state { isPasting } else { true }
    }

    /// The terminal marked the beginning of a paste, and not its end yet.
    public var isPasting: Bool { decoder.isPasting }

    public mutating func take(_ byte: UInt8) {
        if case .oldMouseReport(let left) = state {
            state = left > 1 ? .oldMouseReport(left - 1) : .text
            return
        }
        if let scalar = bytes.take(byte) { take(scalar) }
    }

    /// Takes bytes that were pasted, by a terminal that does not say so: they
    /// are one text, and run no keys.
    public mutating func takePasted(_ pasted: [UInt8]) {
        decoder.take(.pasteStart)
        for byte in pasted {
            if let scalar = bytes.take(byte) { decoder.take(.scalar(scalar)) }
        }
        decoder.take(.pasteEnd)
    }

    /// Nothing more came: what was begun is all there is of it.
    public mutating func endSequence() {
        if case .escape = state { decoder.take(.scalar("\u{1B}")) }
        state = .text
        decoder.endPaste()
    }

    /// What is complete by now.
    public mutating func finish() -> [InputEvent] { decoder.finish() }

    private mutating func take(_ scalar: Unicode.Scalar) {
        switch state {
        case .text where scalar == "\u{1B}": state = .escape
        case .text: decoder.take(.scalar(scalar))
        case .escape: takeBehindEscape(scalar)
        case .sequence(let form, var sequence):
            sequence.unicodeScalars.append(scalar)
            if sequence == "[M" {
                state = .oldMouseReport(3)
            } else if form.isEnd(scalar) || sequence.unicodeScalars.count >= Self.longestSequence {
                state = .text
                takeSequence(sequence)
            } else {
                state = .sequence(form, sequence)
            }
        case .oldMouseReport: state = .text
        }
    }

    private mutating func takeBehindEscape(_ scalar: Unicode.Scalar) {
        if let form = SequenceForm(introducer: scalar) {
            state = .sequence(form, String(Character(scalar)))
            return
        }
        state = .text
        if scalar == "\u{1B}" {
            decoder.take(.scalar(scalar))
            state = .escape
        } else if scalar.isASCII {
            decoder.take(.altScalar(scalar))
        } else {
            decoder.take(.scalar("\u{1B}"))
            decoder.take(.scalar(scalar))
        }
    }

    /// Of a mouse nothing is known here; marks around a paste are understood
    /// where a terminal sends them unasked.
    private mutating func takeSequence(_ sequence: String) {
        switch sequence {
        case "[200~": decoder.take(.pasteStart)
        case "[201~": decoder.take(.pasteEnd)
        default:
            if case .mouse? = EscapeSequence.event(for: sequence) { return }
            decoder.take(.escapeSequence(sequence))
        }
    }
}
