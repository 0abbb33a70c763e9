extension KeyStroke {
    /// The stroke that was meant when an input method was left on: full-width
    /// letters and signs become plain ones, Chinese punctuation the key it
    /// shares. Other strokes stay as they are.
    public func halfWidth() -> KeyStroke {
        guard case .character(let character) = key, let plain = character.halfWidth else { return self }
        var stroke = self
        stroke.key = .character(plain)
        return stroke
    }

    /// The strokes that `text` stands for if all of it is full-width letters,
    /// signs and ASCII; nil if any character is real Chinese.
    public static func halfWidth(of text: String) -> [KeyStroke]? {
        var strokes: [KeyStroke] = []
        for character in text {
            if let plain = character.halfWidth {
                strokes.append(KeyStroke(character: plain))
            } else if let ascii = character.asciiValue, ascii >= 0x20, ascii < 0x7F {
                strokes.append(KeyStroke(character: character))
            } else {
                return nil
            }
        }
        return strokes
    }
}

extension Character {
    /// The ASCII character on the same key, for full-width forms and Chinese
    /// punctuation; nil for all others, ASCII too.
    public var halfWidth: Character? {
        guard let scalar = unicodeScalars.first, unicodeScalars.count == 1 else { return nil }
        switch scalar.value {
        case 0xFF01...0xFF5E:
            return Character(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
        case 0x3000: return " "
        case 0x3001: return "/"  // 、 is typed with the slash key in many input methods
        case 0x3002: return "."
        case 0x300A, 0x3008: return "<"
        case 0x300B, 0x3009: return ">"
        case 0x300C, 0x3010: return "["
        case 0x300D, 0x3011: return "]"
        case 0x2018, 0x2019: return "'"
        case 0x201C, 0x201D: return "\""
        case 0x00B7: return "`"
        case 0xFFE5: return "$"
        default: return nil
        }
    }
}
