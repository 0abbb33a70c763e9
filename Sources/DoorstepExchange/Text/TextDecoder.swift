/// Turns the bytes of a file into text, and finds out how they are encoded.
///
/// Nothing is repaired: a byte that does not fit is an error that names its
/// line. In this order
///
/// 1. a signature says that the file is no text at all (a workbook, a picture);
/// 2. a byte-order mark says the encoding, and outranks a name given beside
///    the file, for it was written by whoever wrote the bytes;
/// 3. zero bytes mean UTF-16 without a mark, if the text that comes out is
///    plausible;
/// 4. what is valid UTF-8 is UTF-8;
/// 5. what is nearly UTF-8 is UTF-8 with a bad byte (`UTF8Evidence`): read as
///    GB 18030 it would pass for long stretches, as other words;
/// 6. what is valid GB 18030, and plausible as such (`GB18030Evidence`), is
///    GB 18030;
/// 7. anything else is an error in the encoding that got further.
///
/// A file whose only Chinese is a word or two can be valid and plausible in
/// both UTF-8 and GB 18030; it is then taken for UTF-8, and its user has to
/// name the encoding.
public enum TextDecoder {
    /// The text that the bytes of a whole file stand for. O(n).
    ///
    /// - Parameters:
    ///   - bytes: the whole file.
    ///   - encoding: the encoding, where it is known; else it is found out.
    public static func decode(
        _ bytes: [UInt8], encoding: SheetEncoding? = nil
    ) throws(TextDecodingError) -> DecodedText {
        if bytes.isEmpty { throw .empty }
        if let refusal = BinarySignature.refusal(of: bytes) { throw refusal }
        if let marked = SheetEncoding.marked(bytes) {
            if bytes.count == marked.mark.count { throw .empty }
            return try decode(bytes, as: marked, from: marked.mark.count)
        }
        if let encoding { return try decode(bytes, as: encoding, from: 0) }
        return try decodeUnmarked(bytes)
    }

    private static func decodeUnmarked(_ bytes: [UInt8]) throws(TextDecodingError) -> DecodedText {
        let census = ByteCensus(of: bytes)
        if census.hasZeros, let order = UTF16Decoder.plausibleOrder(of: bytes) {
            return try decode(bytes, as: order, from: 0)
        }
        if census.looksBinary { throw .notText(.other) }

        let refusedAsUTF8: TextDecodingError
        do throws(TextDecodingError) {
            return try decode(bytes, as: .utf8, from: 0)
        } catch {
            refusedAsUTF8 = error
        }
        let evidence = UTF8Evidence(in: bytes)
        if evidence.outweighsBadBytes { throw refusedAsUTF8 }

        let text: DecodedText
        do throws(TextDecodingError) {
            text = try decode(bytes, as: .gb18030, from: 0)
        } catch {
            // Of two readings that both fail, the one that got further is the
            // one that was meant. If neither got anywhere, a single bad byte
            // is one in plain ASCII.
            let isUTF8 = error.progress == refusedAsUTF8.progress
                ? evidence.bad <= 1 : error.progress < refusedAsUTF8.progress
            throw isUTF8 ? refusedAsUTF8 : error
        }
        guard GB18030Evidence(in: bytes).isPlausible else { throw refusedAsUTF8 }
        return text
    }

    /// The text in a known encoding, behind a mark of `start` bytes.
    private static func decode(
        _ bytes: [UInt8], as encoding: SheetEncoding, from start: Int
    ) throws(TextDecodingError) -> DecodedText {
        let utf8 = switch encoding {
        case .utf8: try UTF8Decoder.decode(bytes, from: start)
        case .utf16LittleEndian, .utf16BigEndian: try UTF16Decoder.decode(bytes, as: encoding, from: start)
        case .gb18030: try GB18030Decoder.decode(bytes, from: start)
        }
        return DecodedText(validated: utf8, encoding: encoding)
    }
}

extension TextDecodingError {
    /// How many bytes were read before the error.
    fileprivate var progress: Int {
        if case .badBytes(_, _, _, let offset) = self { offset } else { 0 }
    }

    /// A bad byte at `offset` of the file, after this much text in UTF-8.
    static func badBytes(
        _ encoding: SheetEncoding, at offset: Int, after text: some Sequence<UInt8>
    ) -> TextDecodingError {
        let position = TextPosition(after: text)
        return .badBytes(encoding: encoding, line: position.line, column: position.column, offset: offset)
    }
}
