import CNcurses

/// What the machine's terminfo says about a terminal.
struct TerminalDescription {
    /// The name under which curses finds it; a common one where the terminal's
    /// own is unknown.
    let name: String
    let hasMouse: Bool
    /// Whether the cursor is placed with the sequences that nearly all
    /// terminals know, so that the others' questions are known too.
    let placesCursorAsUsual: Bool
    /// Gives the terminal back: colours and attributes off, mouse and paste
    /// marks off, plain keypad, cursor on, back from the alternate screen.
    /// Made beforehand since a signal handler can only write what is ready.
    let resetBytes: [UInt8]

    /// Asks the terminal to mark what is pasted. Terminals that do not know
    /// it pass over it.
    static let pasteMarksOn = Array("\u{1B}[?2004h".utf8)
    static let pasteMarksOff = Array("\u{1B}[?2004l".utf8)

    /// Asks for reports of presses and the wheel, written in digits, since the
    /// older form ends at column 223.
    static let mouseOn = Array("\u{1B}[?1000h\u{1B}[?1006h".utf8)
    static let mouseOff = Array("\u{1B}[?1006l\u{1B}[?1000l".utf8)

    /// Common terminals to try for one that is not described.
    private static let fallbacks = ["xterm-256color", "xterm", "vt100"]

    init(terminalName: String, device: Int32) throws(NcursesTerminal.Failure) {
        guard !terminalName.isEmpty, terminalName != "dumb" else {
            throw .dumbTerminal(terminalName)
        }
        guard let found = ([terminalName] + Self.fallbacks).first(where: { Self.load($0, device: device) }) else {
            throw .unknownTerminal(terminalName)
        }
        defer { nc_forget_terminal() }
        guard let cup = Self.capability("cup") else { throw .dumbTerminal(terminalName) }
        placesCursorAsUsual = cup.starts(with: Array("\u{1B}[".utf8))
        name = found
        hasMouse = Self.capability("kmous") != nil

        var bytes: [UInt8] = []
        bytes += Self.capability("sgr0") ?? []
        bytes += Self.capability("op") ?? []
        if hasMouse { bytes += Self.mouseOff }
        bytes += Self.pasteMarksOff
        bytes += Self.capability("rmkx") ?? []
        bytes += Self.capability("cnorm") ?? []
        bytes += Self.capability("rmcup") ?? Array("\r\n".utf8)
        resetBytes = bytes
    }

    private static func load(_ name: String, device: Int32) -> Bool {
        var problem: Int32 = 0
        return setupterm(name, device, &problem) == OK
    }

    /// A string capability without its padding marks (`$<5>`).
    private static func capability(_ name: String) -> [UInt8]? {
        guard let value = nc_capability(name) else { return nil }
        var bytes: [UInt8] = []
        var isPadding = false
        for byte in String(cString: value).utf8 {
            if byte == UInt8(ascii: "<"), bytes.last == UInt8(ascii: "$") {
                bytes.removeLast()
                isPadding = true
            } else if isPadding {
                isPadding = byte != UInt8(ascii: ">")
            } else {
                bytes.append(byte)
            }
        }
        return bytes
    }
}
