import DoorstepCore

/// What is said of plain mode itself, before anything else.
public enum PlainMode {
    /// The keys that only matter here, as the caseworker chose them.
    public static func greeting(_ keys: KeyMap) -> Phrase {
        func key(_ id: Command.ID) -> String { Command.all.first { $0.id == id }.flatMap { keys.keys(of: $0).first?.label } ?? "" }
        return Phrase(
            "逐行方式：\(key(.tell)) 说整条，\(key(.redraw)) 重说，\(key(.help)) 列出命令。",
            "Plain mode: \(key(.tell)) says the whole record, \(key(.redraw)) says it again, \(key(.help)) lists the commands.")
    }

    /// Why it is there where nobody asked for it.
    public static func reason(terminal name: String) -> Phrase {
        Phrase("终端类型“\(name)”不能移动光标，所以逐行显示。", "The terminal type “\(name)” cannot move its cursor, so lines are written instead.")
    }
}
