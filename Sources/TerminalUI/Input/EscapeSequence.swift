/// Keys and mouse reports whose escape sequences the terminal's description
/// leaves out: many terminals send Home, End and the function keys in another
/// terminal's way, and reports of the mouse come in two forms.
public enum EscapeSequence {
    /// The event behind `sequence`, given without its escape, such as
    /// `[1;5A`, `OP` or `[<0;10;5M`; nil where it means nothing here. Mouse
    /// presses come out single; ``ClickTracker`` finds the double ones.
    public static func event(for sequence: String) -> InputEvent? {
        guard let first = sequence.first, let final = sequence.last, sequence.count >= 2 else { return nil }
        let body = sequence.dropFirst().dropLast()
        switch first {
        case "O" where body.isEmpty:
            return letterKey(final).map { .key(KeyStroke($0)) }
        case "[" where body.first == "<":
            return mouse(body.dropFirst(), pressed: final == "M")
        case "[" where final == "~":
            let numbers = parameters(body)
            guard let code = numbers.first, let key = tildeKey(code) else { return nil }
            return .key(stroke(key, modifier: numbers.count > 1 ? numbers[1] : 1))
        case "[":
            let numbers = parameters(body)
            if final == "Z" { return .key(KeyStroke(.backTab)) }
            // Where the cursor stands, as the terminal was asked (`[2;3R`). On
            // the first row it could not be told from F3 with Shift.
            if final == "R", numbers.count > 1, numbers[0] != 1 { return nil }
            guard let key = letterKey(final) else { return nil }
            return .key(stroke(key, modifier: numbers.count > 1 ? numbers[1] : 1))
        default:
            return nil
        }
    }

    /// A key with the modifiers as terminals number them: one more than the
    /// sum of Shift 1, Alt 2, Ctrl 4.
    public static func stroke(_ key: Key, modifier: Int) -> KeyStroke {
        let bits = max(0, modifier - 1)
        return KeyStroke(key, control: bits & 4 != 0, alt: bits & 2 != 0, shift: bits & 1 != 0)
    }

    /// The place that a report of the cursor names, other than on the first
    /// row, from 1.
    public static func cursorReport(_ sequence: String) -> (row: Int, column: Int)? {
        guard sequence.first == "[", sequence.last == "R" else { return nil }
        let numbers = parameters(sequence.dropFirst().dropLast())
        guard numbers.count == 2, numbers[0] > 1, numbers[1] > 0 else { return nil }
        return (numbers[0], numbers[1])
    }

    private static func parameters(_ body: Substring) -> [Int] {
        body.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    }

    private static func letterKey(_ letter: Character) -> Key? {
        switch letter {
        case "A": .up
        case "B": .down
        case "C": .right
        case "D": .left
        case "H": .home
        case "F": .end
        case "M": .enter
        case "P": .function(1)
        case "Q": .function(2)
        case "R": .function(3)
        case "S": .function(4)
        default: nil
        }
    }

    private static func tildeKey(_ code: Int) -> Key? {
        switch code {
        case 1, 7: .home
        case 2: .insert
        case 3: .delete
        case 4, 8: .end
        case 5: .pageUp
        case 6: .pageDown
        case 11...15: .function(code - 10)
        case 17...21: .function(code - 11)
        case 23...26: .function(code - 12)
        default: nil
        }
    }

    private static func mouse(_ body: Substring, pressed: Bool) -> InputEvent? {
        let numbers = parameters(body)
        guard pressed, numbers.count == 3, numbers[1] > 0, numbers[2] > 0 else { return nil }
        let kind: MouseEvent.Kind
        switch numbers[0] & ~0b11100 {  // without the modifiers
        case 0: kind = .press
        case 1: kind = .middlePress
        case 2: kind = .rightPress
        case 64: kind = .wheelUp
        case 65: kind = .wheelDown
        default: return nil
        }
        return .mouse(MouseEvent(position: Point(column: numbers[1] - 1, row: numbers[2] - 1), kind: kind))
    }
}
