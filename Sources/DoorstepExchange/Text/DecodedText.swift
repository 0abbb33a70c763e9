/// Text that has been read from a file: valid UTF-8 by construction, without a
/// byte-order mark.
public struct DecodedText: Hashable, Sendable {
    /// The text in UTF-8.
    public let utf8: [UInt8]
    /// The encoding in which the file was written.
    public let encoding: SheetEncoding

    /// A text that is in memory already. A byte-order mark in front is dropped.
    public init(_ text: String) {
        let bytes = Array(text.utf8)
        let mark = SheetEncoding.utf8.mark
        utf8 = bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes
        encoding = .utf8
    }

    /// For the decoder, which has made sure that the bytes are valid.
    init(validated utf8: [UInt8], encoding: SheetEncoding) {
        self.utf8 = utf8
        self.encoding = encoding
    }

    /// The text as a string. O(n).
    public var string: String { String(decoding: utf8, as: UTF8.self) }
}
