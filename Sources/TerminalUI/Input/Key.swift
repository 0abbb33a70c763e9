/// A key, apart from what is held down with it.
public enum Key: Hashable, Sendable {
    case character(Character)
    case enter, escape, tab, backTab
    case backspace, delete, insert
    case up, down, left, right
    case home, end, pageUp, pageDown
    /// `F1` is `function(1)`.
    case function(Int)
}

extension Key {
    /// The keys that have a name in a description, by that name.
    static let names: [(name: String, key: Key)] = [
        ("enter", .enter), ("esc", .escape), ("tab", .tab), ("backtab", .backTab),
        ("backspace", .backspace), ("delete", .delete), ("insert", .insert),
        ("up", .up), ("down", .down), ("left", .left), ("right", .right),
        ("home", .home), ("end", .end), ("pageup", .pageUp), ("pagedown", .pageDown),
        ("space", .character(" ")), ("lt", .character("<")), ("gt", .character(">")),
    ]

    /// Other spellings that are understood.
    static let aliases: [String: Key] = [
        "return": .enter, "cr": .enter, "escape": .escape, "bs": .backspace, "del": .delete, "ins": .insert,
        "pgup": .pageUp, "pgdn": .pageDown, "minus": .character("-"),
    ]

    static func named(_ name: String) -> Key? {
        let lowered = name.lowercased()
        if let found = names.first(where: { $0.name == lowered }) { return found.key }
        if let found = aliases[lowered] { return found }
        if lowered.hasPrefix("f"), let number = Int(lowered.dropFirst()), (1...63).contains(number) {
            return .function(number)
        }
        return nil
    }

    /// The name in a description; nil for a character that stands for itself.
    var name: String? {
        if case .function(let number) = self { return "f\(number)" }
        return Key.names.first { $0.key == self }?.name
    }
}
