/// Puts together what the terminal delivers in pieces: runs of characters
/// outside ASCII become one text event, everything between the paste marks one
/// paste.
public struct InputDecoder: Sendable {
    /// A paste longer than this many scalars is cut: it cannot be meant.
    public static let pasteLimit = 1 << 20

    private var events: [InputEvent] = []
    private var run = ""
    private var paste: String.UnicodeScalarView?
    /// The scalars in `paste`; counting them each time would take too long.
    private var pastedCount = 0

    public init() {}

    /// Whether a paste has begun and its end has not come yet.
    public var isPasting: Bool { paste != nil }

    public mutating func take(_ input: RawInput) {
        if paste != nil {
            takePasted(input)
            return
        }
        switch input {
        case .scalar(let scalar) where scalar.value >= 0xA0:
            run.unicodeScalars.append(scalar)
            return
        case .scalar(let scalar):
            endRun()
            if let stroke = Self.stroke(of: scalar) { events.append(.key(stroke)) }
        case .altScalar(let scalar):
            endRun()
            if var stroke = Self.stroke(of: scalar) {
                stroke.alt = true
                events.append(.key(stroke))
            }
        case .stroke(let stroke):
            endRun()
            events.append(.key(stroke))
        case .escapeSequence(let sequence):
            endRun()
            if let event = EscapeSequence.event(for: sequence) { events.append(event) }
        case .pasteStart:
            endRun()
            paste = String.UnicodeScalarView()
            pastedCount = 0
        case .pasteEnd:
            endRun()
        case .mouse(let event):
            endRun()
            events.append(.mouse(event))
        case .resize(let size):
            endRun()
            // Only the last of several sizes counts.
            if case .resize = events.last { events.removeLast() }
            events.append(.resize(size))
        }
    }

    /// What is complete by now; call it when nothing more is waiting.
    public mutating func finish() -> [InputEvent] {
        endRun()
        defer { events = [] }
        return events
    }

    /// Ends a paste whose end mark was lost.
    public mutating func endPaste() {
        guard let scalars = paste else { return }
        paste = nil
        if !scalars.isEmpty { events.append(.paste(String(scalars))) }
    }

    /// `text` as it would come in if it were pasted.
    public static func pasted(_ text: String) -> String {
        var decoder = InputDecoder()
        decoder.take(.pasteStart)
        for scalar in text.unicodeScalars { decoder.take(.scalar(scalar)) }
        decoder.take(.pasteEnd)
        if case .paste(let kept)? = decoder.finish().first { return kept }
        return ""
    }

    private mutating func takePasted(_ input: RawInput) {
        switch input {
        case .pasteEnd:
            endPaste()
        case .resize(let size):
            events.append(.resize(size))
        case .scalar(let scalar), .altScalar(let scalar):
            appendPasted(scalar)
        case .stroke(KeyStroke(.enter)):
            appendPasted("\n")
        case .stroke(KeyStroke(.tab)):
            appendPasted("\t")
        default:
            break  // keys and sequences inside a paste run nothing
        }
    }

    private mutating func appendPasted(_ scalar: Unicode.Scalar) {
        let kept: Unicode.Scalar = scalar == "\r" ? "\n" : scalar
        let isControl = kept.value < 0x20 || (0x7F..<0xA0).contains(kept.value)
        guard pastedCount < Self.pasteLimit, !isControl || kept == "\n" || kept == "\t" else { return }
        paste?.append(kept)
        pastedCount += 1
    }

    private mutating func endRun() {
        guard !run.isEmpty else { return }
        events.append(.text(run))
        run = ""
    }

    /// The stroke behind an ASCII scalar; nil for those that no key sends.
    static func stroke(of scalar: Unicode.Scalar) -> KeyStroke? {
        switch scalar.value {
        case 0x00: return .control(" ")
        case 0x08, 0x7F: return KeyStroke(.backspace)
        case 0x09: return KeyStroke(.tab)
        case 0x0A, 0x0D: return KeyStroke(.enter)
        case 0x1B: return KeyStroke(.escape)
        case 0x01...0x1A:
            return .control(Character(Unicode.Scalar(UInt8(scalar.value + 0x60))))
        case 0x1C...0x1F:
            return .control(Character(Unicode.Scalar(UInt8(scalar.value + 0x40))))
        case 0x20..<0x7F:
            return KeyStroke(character: Character(scalar))
        default:
            return nil
        }
    }
}
