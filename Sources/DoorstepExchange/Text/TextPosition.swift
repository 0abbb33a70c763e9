/// A place in a text as a person would name it.
struct TextPosition: Equatable {
    /// From 1. A line ends with LF, CRLF or a CR alone.
    var line = 1
    /// From 1, in Unicode scalars.
    var column = 1

    /// The place right after these bytes of UTF-8. O(n).
    init(after text: some Sequence<UInt8>) {
        var previous: UInt8 = 0
        for byte in text {
            switch byte {
            case TextByte.lineFeed where previous == TextByte.carriageReturn:
                break
            case TextByte.lineFeed, TextByte.carriageReturn:
                line += 1
                column = 1
            case 0x80...0xBF:
                break
            default:
                column += 1
            }
            previous = byte
        }
    }
}
