/// A key with what is held down.
///
/// Written as one character (`j`, `?`) or between angles: `<enter>`, `<f2>`,
/// `<space>`, `<lt>` for `<`, with `c-`, `a-` and `s-` before it for Ctrl, Alt
/// and Shift: `<c-r>`, `<a-x>`, `<s-up>`. The description parses back to the
/// same stroke.
public struct KeyStroke: Hashable, Sendable {
    public var key: Key
    public var control: Bool
    public var alt: Bool
    public var shift: Bool

    /// Two strokes that a terminal cannot tell apart are made one: Shift with
    /// Tab is `backTab`, and Ctrl with a capital is Ctrl with the small letter.
    public init(_ key: Key, control: Bool = false, alt: Bool = false, shift: Bool = false) {
        self.key = key
        self.control = control
        self.alt = alt
        self.shift = shift
        if key == .tab, shift {
            self.key = .backTab
            self.shift = false
        }
        if control, case .character(let character) = key, character.isASCII {
            self.key = .character(Character(character.lowercased()))
        }
    }

    /// The stroke of a plain character.
    public init(character: Character) {
        self.init(.character(character))
    }

    public static func control(_ character: Character) -> KeyStroke {
        KeyStroke(.character(character), control: true)
    }

    /// The character typed, where nothing but Shift is held.
    public var plainCharacter: Character? {
        guard !control, !alt, case .character(let character) = key else { return nil }
        return character
    }

    /// How the stroke is named to a user: `Ctrl-R`, `Enter`, `F2`, `Space`,
    /// `j`.
    public var label: String {
        let name: String
        switch key {
        case .character(" "): name = "Space"
        case .character(let character): name = control || alt ? character.uppercased() : String(character)
        case .enter: name = "Enter"
        case .escape: name = "Esc"
        case .tab: name = "Tab"
        case .backTab: name = "Shift-Tab"
        case .backspace: name = "Backspace"
        case .delete: name = "Del"
        case .insert: name = "Ins"
        case .up: name = "Up"
        case .down: name = "Down"
        case .left: name = "Left"
        case .right: name = "Right"
        case .home: name = "Home"
        case .end: name = "End"
        case .pageUp: name = "PgUp"
        case .pageDown: name = "PgDn"
        case .function(let number): name = "F\(number)"
        }
        return (control ? "Ctrl-" : "") + (alt ? "Alt-" : "") + (shift ? "Shift-" : "") + name
    }
}

extension KeyStroke: LosslessStringConvertible {
    public var description: String {
        let modifiers = (control ? "c-" : "") + (alt ? "a-" : "") + (shift ? "s-" : "")
        if let name = key.name { return "<\(modifiers)\(name)>" }
        guard case .character(let character) = key else { return "<\(modifiers)>" }
        return modifiers.isEmpty ? String(character) : "<\(modifiers)\(character)>"
    }

    public init?(_ description: String) {
        if description.count == 1, let character = description.first {
            self.init(.character(character))
            return
        }
        guard description.hasPrefix("<"), description.hasSuffix(">"), description.count > 2 else { return nil }
        var rest = description.dropFirst().dropLast()
        var (control, alt, shift) = (false, false, false)
        while rest.count > 2, rest.dropFirst().first == "-" {
            switch rest.first {
            case "c", "C": control = true
            case "a", "A", "m", "M": alt = true
            case "s", "S": shift = true
            default: return nil
            }
            rest = rest.dropFirst(2)
        }
        let key: Key
        if rest.count == 1, let character = rest.first {
            key = .character(character)
        } else if let named = Key.named(String(rest)) {
            key = named
        } else {
            return nil
        }
        self.init(key, control: control, alt: alt, shift: shift)
    }

    /// The strokes of a script such as `/zs<enter>`; nil where an angle opens
    /// no known key. A line feed in it is ignored.
    public static func sequence(_ script: String) -> [KeyStroke]? {
        var strokes: [KeyStroke] = []
        var rest = Substring(script)
        while let character = rest.first {
            if character == "<" {
                guard let end = rest.firstIndex(of: ">"), let stroke = KeyStroke(String(rest[...end])) else {
                    return nil
                }
                strokes.append(stroke)
                rest = rest[rest.index(after: end)...]
            } else {
                if !character.isNewline { strokes.append(KeyStroke(character: character)) }
                rest = rest.dropFirst()
            }
        }
        return strokes
    }
}
