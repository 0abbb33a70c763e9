import Foundation
import Testing

/// Random keys into the real program: whatever comes of them, it is still
/// there, drawn, and leaves when it is asked to.
@Suite("Random keys in a terminal", .serialized)
struct RandomKeyTerminalTests {
    private static let seconds: Double = ProcessInfo.processInfo.environment["DOORSTEP_TEST_LONG"] == nil ? 4 : 60

    private static let keys = [
        "1", "2", "3", "7", "j", "k", "Down", "Up", "PageDown", "PageUp", "End", "g", "G", "Enter", "Escape", "Tab", "BTab", "Left", "Right", "BSpace", "DC",
        "/", "p", "w", "r", "T", "n", "e", "E", "u", "C-r", "v", "Space", "U", "s", "S", "C-s", "C-o", "C-x", "<", ">", "o", "t", "F9", "F12", "C-l", "?", ":", ".", "C-t",
        "C-e", "C-u", "C-w", "M-j", "C-p", "C-n", "y", "F1", "F2", "F5",
    ]
    private static let texts = ["张", "焊工", "zs", "#退", "@黑", "+~", ">=40", "！", "２", "ｊ", "\u{202E}", "👩‍👩‍👧", "2026-11-21", "150784199005011454"]

    /// Out of whatever stands open, unlocked, and then q: Esc goes back one
    /// level only, and a form with something in it asks for it twice.
    private func leave(_ terminal: Tmux) throws {
        let deadline = Date().addingTimeInterval(240)
        while terminal.exitCode() == nil, Date() < deadline {
            let screen = try terminal.screen()
            if screen.contains("已锁定") || screen.contains("Locked") { try terminal.press("Enter") }
            for _ in 0..<3 { try terminal.press("Escape") }
            try terminal.press("q")
        }
    }

    @Test("The program is still there, drawn, and answers q", arguments: ["tmux-256color", "dumb"])
    func pressed(terminal name: String) throws {
        let program = try Program.smallStation()
        defer { program.remove() }
        let given = ProcessInfo.processInfo.environment["DOORSTEP_TEST_SEED"].flatMap { UInt64($0) }
        let seed = given ?? UInt64.random(in: .min ... .max)
        print("DOORSTEP_TEST_SEED=\(seed)")
        var random = Seeded(state: seed)
        let terminal = try program.console(terminal: name)
        try terminal.expect("氩弧焊工")
        if name == "dumb" { try terminal.record(in: "written") }
        var pressed: [String] = []
        let end = Date().addingTimeInterval(Self.seconds)
        while Date() < end, terminal.exitCode() == nil {
            switch Int.random(in: 0..<20, using: &random) {
            case 0:
                let (columns, rows) = (Int.random(in: 1...200, using: &random), Int.random(in: 1...60, using: &random))
                pressed.append("\(columns)×\(rows)")
                try terminal.resize(columns: columns, rows: rows)
            case 1...3:
                let text = Self.texts.randomElement(using: &random) ?? ""
                pressed.append(text)
                try terminal.type(text)
            case 4 where name != "dumb":
                try terminal.mouse([0, 64, 65].randomElement(using: &random) ?? 0, column: Int.random(in: 1...80, using: &random), row: Int.random(in: 1...24, using: &random))
            default:
                let keys = (0..<Int.random(in: 1...12, using: &random)).compactMap { _ in Self.keys.randomElement(using: &random) }
                pressed += keys
                try terminal.press(together: keys)
            }
            if pressed.count > 200 { pressed.removeFirst(pressed.count - 200) }
        }
        // The list of commands has one that leaves.
        if let code = terminal.exitCode() {
            #expect(code == 0, "\(pressed.joined(separator: " "))")
            return
        }
        try terminal.resize(columns: 80, rows: 24)
        try leave(terminal)
        #expect(try terminal.expectEnd() == 0, "\(pressed.joined(separator: " "))")
        #expect(try program.run("verify").code == 0)
        if name == "dumb" {
            let written = try Data(contentsOf: program.folder.appendingPathComponent("written"))
            #expect(!written.contains(0x1B))
        }
    }
}

/// A generator whose whole state is its seed.
private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
