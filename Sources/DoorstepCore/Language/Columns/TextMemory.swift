import Synchronization

/// What was worked out about texts, by the text, so that it need not be worked
/// out again where a sheet repeats it.
final class TextMemory<Value: Sendable>: Sendable {
    private let known = Mutex<[ByteText: Value]>([:])
    /// A sheet in which no text comes twice must not fill the memory.
    private static var most: Int { 20_000 }
    /// Nor is a text kept that hardly comes twice.
    private static var longest: Int { 200 }

    subscript(text: String) -> Value? { known.withLock { $0[ByteText(text)] } }

    func remember(_ value: Value, of text: String) {
        guard text.utf8.count <= Self.longest else { return }
        known.withLock { known in
            if known.count >= Self.most { known.removeAll() }
            known[ByteText(text)] = value
        }
    }

    /// - Parameter work: works it out, where it is not known.
    func value(of text: String, _ work: () -> Value) -> Value {
        if let known = self[text] { return known }
        let value = work()
        remember(value, of: text)
        return value
    }
}

/// A text that is the same as another where their bytes are: told several
/// times as fast as by characters, of which each may be written in more ways
/// than one.
private struct ByteText: Hashable {
    private let text: String

    init(_ text: String) { self.text = text }

    static func == (a: ByteText, b: ByteText) -> Bool {
        let (a, b) = (a.text.utf8, b.text.utf8)
        return a.count == b.count && a.elementsEqual(b)
    }

    func hash(into hasher: inout Hasher) {
        for bytes in CollectionOfOne(text.utf8) {
            if bytes.withContiguousStorageIfAvailable({ hasher.combine(bytes: UnsafeRawBufferPointer($0)) }) == nil {
                for byte in bytes { hasher.combine(byte) }
            }
        }
    }
}
