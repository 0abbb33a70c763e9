import CNcurses
import TerminalUI

/// The keys behind curses' key codes.
enum KeyCodes {
    /// Codes of our own for the marks around a paste, well above those that
    /// curses gives to keys it learns from terminfo.
    static let pasteStart: Int32 = 2000
    static let pasteEnd: Int32 = 2001

    /// The stroke of a key code; nil for keys that mean nothing here.
    static func stroke(of code: Int32) -> KeyStroke? {
        if let stroke = table[code] { return stroke }
        if code > KEY_F0, code <= KEY_F0 + 63 { return functionKey(Int(code - KEY_F0)) }
        if code > KEY_MAX, let name = keyname(code) { return extended(String(cString: name)) }
        return nil
    }

    /// Terminals number shifted function keys on: Shift-F1 is F13, Ctrl-F1 is
    /// F25.
    private static func functionKey(_ number: Int) -> KeyStroke {
        let (bank, key) = ((number - 1) / 12, (number - 1) % 12 + 1)
        let modifier = [1, 2, 5, 6, 3, 4][min(bank, 5)]
        return EscapeSequence.stroke(.function(key), modifier: modifier)
    }

    /// Keys that curses knows by terminfo's name only, such as `kUP5` for
    /// Ctrl-Up.
    private static func extended(_ name: String) -> KeyStroke? {
        guard let last = name.last, let digit = last.wholeNumberValue, let key = extendedNames[String(name.dropLast())]
        else { return nil }
        return EscapeSequence.stroke(key, modifier: digit)
    }

    private static let extendedNames: [String: Key] = [
        "kUP": .up, "kDN": .down, "kLFT": .left, "kRIT": .right, "kHOM": .home, "kEND": .end,
        "kPRV": .pageUp, "kNXT": .pageDown, "kDC": .delete, "kIC": .insert,
    ]

    private static let table: [Int32: KeyStroke] = [
        KEY_UP: KeyStroke(.up), KEY_DOWN: KeyStroke(.down),
        KEY_LEFT: KeyStroke(.left), KEY_RIGHT: KeyStroke(.right),
        KEY_HOME: KeyStroke(.home), KEY_FIND: KeyStroke(.home), KEY_A1: KeyStroke(.home),
        KEY_END: KeyStroke(.end), KEY_SELECT: KeyStroke(.end), KEY_LL: KeyStroke(.end), KEY_C1: KeyStroke(.end),
        KEY_PPAGE: KeyStroke(.pageUp), KEY_A3: KeyStroke(.pageUp),
        KEY_NPAGE: KeyStroke(.pageDown), KEY_C3: KeyStroke(.pageDown),
        KEY_BACKSPACE: KeyStroke(.backspace), KEY_DC: KeyStroke(.delete), KEY_IC: KeyStroke(.insert),
        KEY_ENTER: KeyStroke(.enter), KEY_BTAB: KeyStroke(.backTab), KEY_SUSPEND: .control("z"),
        KEY_SR: KeyStroke(.up, shift: true), KEY_SF: KeyStroke(.down, shift: true),
        KEY_SLEFT: KeyStroke(.left, shift: true), KEY_SRIGHT: KeyStroke(.right, shift: true),
        KEY_SHOME: KeyStroke(.home, shift: true), KEY_SEND: KeyStroke(.end, shift: true),
        KEY_SPREVIOUS: KeyStroke(.pageUp, shift: true), KEY_SNEXT: KeyStroke(.pageDown, shift: true),
        KEY_SDC: KeyStroke(.delete, shift: true), KEY_SIC: KeyStroke(.insert, shift: true),
    ]
}
