/// Reads UTF-8, strictly.
enum UTF8Decoder {
    /// The bytes from `start` on, which are text. A zero byte is not. O(n).
    static func decode(_ bytes: [UInt8], from start: Int) throws(TextDecodingError) -> [UInt8] {
        let text = start == 0 ? bytes : Array(bytes[start...])
        var end = text.firstIndex(of: 0)
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: text.span)
        } catch {
            end = min(end ?? text.count, error.byteOffsets.lowerBound)
        }
        if let end {
            throw .badBytes(.utf8, at: start + end, after: text[..<end])
        }
        return text
    }
}
