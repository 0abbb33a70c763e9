/// What a terminal has been switched to by the control sequences that it was
/// sent, as far as a shell would suffer from it.
struct TerminalState: Equatable, CustomStringConvertible {
    /// Private modes that are on: 1049 is the alternate screen, 1000 and 1006
    /// the mouse, 2004 paste marks, 1 the other arrow keys.
    private(set) var modes: Set<Int> = []
    private(set) var isCursorHidden = false
    private(set) var hasOtherKeypad = false
    private(set) var hasLineDrawing = false
    /// Colours and attributes that are on, by what switches them off.
    private(set) var attributes: Set<Int> = []

    private var pending: [UInt8] = []

    static func == (one: TerminalState, other: TerminalState) -> Bool { one.description == other.description }

    var description: String {
        var parts = modes.sorted().map { "mode \($0)" }
        if isCursorHidden { parts.append("no cursor") }
        if hasOtherKeypad { parts.append("the other keypad") }
        if hasLineDrawing { parts.append("line drawing") }
        if !attributes.isEmpty { parts.append("attributes \(attributes.sorted())") }
        return parts.isEmpty ? "plain" : parts.joined(separator: ", ")
    }

    mutating func take(_ bytes: some Sequence<UInt8>) {
        for byte in bytes {
            if pending.isEmpty {
                switch byte {
                case 0x1B: pending = [byte]
                case 0x0E: hasLineDrawing = true
                case 0x0F: hasLineDrawing = false
                default: break
                }
                continue
            }
            pending.append(byte)
            if pending.count == 2 {
                switch byte {
                case UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: ")"): continue
                case UInt8(ascii: "="): hasOtherKeypad = true
                case UInt8(ascii: ">"): hasOtherKeypad = false
                default: break
                }
                pending = []
            } else if pending[1] != UInt8(ascii: "[") {
                if pending[1] == UInt8(ascii: "(") { hasLineDrawing = byte == UInt8(ascii: "0") }
                pending = []
            } else if (0x40...0x7E).contains(byte) {
                finish(String(decoding: pending[2..<pending.count - 1], as: UTF8.self), byte)
                pending = []
            }
        }
    }

    private mutating func finish(_ parameters: String, _ last: UInt8) {
        let isPrivate = parameters.hasPrefix("?")
        let numbers = parameters.drop { $0 == "?" }.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
        switch (isPrivate, last) {
        case (true, UInt8(ascii: "h")), (true, UInt8(ascii: "l")):
            let isOn = last == UInt8(ascii: "h")
            for number in numbers {
                switch number {
                case 25: isCursorHidden = !isOn
                // Wrapping at the edge and a blinking cursor: a shell sets
                // them as it likes.
                case 7, 12: break
                default: if isOn { modes.insert(number) } else { modes.remove(number) }
                }
            }
        case (false, UInt8(ascii: "m")): setAttributes(numbers)
        default: break
        }
    }

    private mutating func setAttributes(_ numbers: [Int]) {
        var index = 0
        while index < numbers.count {
            let number = numbers[index]
            switch number {
            case 0: attributes = []
            case 1, 2: attributes.insert(22)
            case 3...9: attributes.insert(number + 20)
            case 22...29, 39, 49: attributes.remove(number)
            case 30...38, 90...97: attributes.insert(39)
            case 40...48, 100...107: attributes.insert(49)
            default: break
            }
            // 38;5;n and 48;5;n name a colour of 256.
            index += number == 38 || number == 48 ? 3 : 1
        }
    }
}
