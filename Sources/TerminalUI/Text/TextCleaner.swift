/// The scalar-by-scalar work of ``SafeText/clean(_:)``.
struct TextCleaner {
    private(set) var result = ""
    private var marks = 0
    private var hasBase = false
    /// Set after an emoji and its joiner: the next emoji is left out.
    private var isJoining = false
    /// Set while the last thing shown was an emoji, to which a skin tone, a
    /// joiner or tags may belong.
    private var afterEmoji = false
    private var afterCarriageReturn = false

    mutating func take(_ scalar: Unicode.Scalar) {
        let wasCarriageReturn = afterCarriageReturn
        afterCarriageReturn = scalar == "\r"
        let value = scalar.value

        switch value {
        case 0x0A where wasCarriageReturn:
            return
        case 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029:
            put(" ")
        case 0xFE00...0xFE0F, 0xE0100...0xE01EF, 0x180B...0x180D, 0x180F:
            return
        case 0x20E3:
            return  // the frame of a keycap: terminals differ about its width
        case 0x1F3FB...0x1F3FF where hasBase:
            return
        case 0xE0020...0xE007F where afterEmoji:
            return
        case 0x200D where afterEmoji:
            isJoining = true
        case 0x1F1E6...0x1F1FF:
            // A flag is a pair of letters; the letters have a sure width.
            put(Unicode.Scalar(UInt8(0x41 + value - 0x1F1E6)))
        case 0xE000...0xF8FF, 0xF0000...0xFFFFD, 0x100000...0x10FFFD:
            put(SafeText.privateUse)
        default:
            takeVisible(scalar)
        }
    }

    private mutating func takeVisible(_ scalar: Unicode.Scalar) {
        if isForbidden(scalar) {
            put(SafeText.replacement)
        } else if DisplayWidth(ambiguous: .narrow).of(scalar) == 0 {
            takeMark(scalar)
        } else if isJoining, isEmoji(scalar) {
            isJoining = false  // the rest of a joined picture: already shown
        } else {
            put(scalar)
            afterEmoji = isEmoji(scalar)
        }
    }

    private mutating func takeMark(_ scalar: Unicode.Scalar) {
        if !hasBase { put(" ") }
        guard marks < SafeText.markLimit else { return }
        marks += 1
        result.unicodeScalars.append(scalar)
    }

    private mutating func put(_ scalar: Unicode.Scalar) {
        result.unicodeScalars.append(scalar)
        marks = 0
        hasBase = true
        isJoining = false
        afterEmoji = false
    }

    private func isEmoji(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x203C && scalar.properties.isEmoji
    }

    /// Controls, noncharacters, and everything that can be in a text
    /// without being seen.
    private func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20..<0x7F: return false
        case 0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800, 0x034F, 0x17B4, 0x17B5: return true  // fillers
        case 0xFDD0...0xFDEF: return true
        case 0xE0000...0xE0FFF: return true
        case let value where value & 0xFFFE == 0xFFFE: return true
        default: break
        }
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator: return true
        default: return false
        }
    }
}
