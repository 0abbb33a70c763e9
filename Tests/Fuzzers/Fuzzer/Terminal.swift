@testable import TerminalUI

/// Bytes as a terminal, or somebody who writes to it, can send them.
struct Terminal: Reader {
    func read(_ bytes: [UInt8]) {
        var assembler = UTF8Assembler()
        var decoder = InputDecoder()
        var sequence: String?
        for byte in bytes {
            guard let scalar = assembler.take(byte) else { continue }
            switch (sequence, scalar.value) {
            case (nil, 0x1B): sequence = ""
            case (nil, 0x01): decoder.take(.pasteStart)
            case (nil, 0x02): decoder.take(.pasteEnd)
            case (nil, _): decoder.take(.scalar(scalar))
            case (let begun?, 0x1B):
                decoder.take(.escapeSequence(begun))
                sequence = ""
            case (let begun?, _):
                let longer = begun + String(scalar)
                let isWhole = longer.count > 1 && (0x40...0x7E).contains(scalar.value) || longer.count > 16
                if isWhole { decoder.take(.escapeSequence(longer)) }
                sequence = isWhole ? nil : longer
            }
        }
        for event in decoder.finish() {
            if case .paste(let text) = event { promise(text.unicodeScalars.count <= InputDecoder.pasteLimit, "a paste has an end") }
        }
        // Whatever comes in, nothing of it steers the terminal when it is shown.
        let text = SafeText.clean(String(decoding: bytes, as: UTF8.self))
        promise(text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }, "what is shown holds no control character")
    }
}
