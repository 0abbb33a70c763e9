import Foundation
import Testing

/// A real terminal: the program runs in it, keys go in, its screen is read.
///
/// Waits until what is expected is there and never sleeps; where it does not
/// come, the last screen is in the message.
final class Tmux {
    private let server = "doorstep-\(UUID().uuidString.prefix(8))"
    private let environment: [String: String]
    private let folder: URL

    init(_ program: Program, columns: Int = 80, rows: Int = 24, terminal: String = "tmux-256color", command: String) throws {
        environment = program.environment.merging(["LC_ALL": "C.UTF-8"]) { $1 }
        folder = program.folder
        var variables = program.environment
        variables["TERM"] = terminal
        let assignments = variables.map { "\($0.key)='\($0.value)'" }.joined(separator: " ")
        try tmux(
            "-u", "-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)",
            // ^C is for the program, and not for the shell that tells how it ended.
            "trap : INT; cd '\(program.folder.path)' && env -i \(assignments) \(command); echo $? > ended; exec sleep 600")
    }

    deinit { _ = try? tmux("kill-server") }

    @discardableResult
    private func tmux(_ arguments: String...) throws -> String {
        try Program.launch("/usr/bin/env", ["tmux", "-L", server] + arguments, environment, in: folder).output
    }

    /// Keys by name: `Enter`, `Escape`, `j`, `C-c`.
    func press(_ keys: String...) throws {
        for key in keys { try tmux("send-keys", key) }
    }

    /// The same, in one go: a lone Escape and what follows may be taken for
    /// one key.
    func press(together keys: [String]) throws {
        _ = try Program.launch("/usr/bin/env", ["tmux", "-L", server, "send-keys"] + keys, environment, in: folder)
    }

    /// Text as an input method commits it: all at once.
    func type(_ text: String) throws {
        try tmux("send-keys", "-l", text)
    }

    /// Sets an option of the server's.
    func set(_ option: String, _ value: String) throws {
        try tmux("set-option", "-s", option, value)
    }

    /// What was copied last; waits until something was.
    func copied(seconds: Double = 20, location: SourceLocation = #_sourceLocation) throws -> String {
        var text = ""
        let isThere = try Patience.lasts(seconds) {
            text = try tmux("show-buffer")
            return !text.isEmpty
        }
        if !isThere { Issue.record("nothing was copied", sourceLocation: location) }
        return text
    }

    /// Text as the terminal pastes it: marked, where the program asks for that.
    func paste(_ text: String) throws {
        try text.write(to: folder.appendingPathComponent("pasted"), atomically: true, encoding: .utf8)
        try tmux("load-buffer", "pasted")
        try tmux("paste-buffer", "-p")
    }

    /// A report of the mouse, as terminals send it; from 1.
    func mouse(_ button: Int, column: Int, row: Int, times: Int = 1) throws {
        let place = "\u{1B}[<\(button);\(column);\(row)"
        try type(String(repeating: "\(place)M\(place)m", count: times))
    }

    /// Keeps all that the program writes from here on in a file of this name.
    func record(in name: String) throws {
        try tmux("pipe-pane", "cat >> '\(folder.path)/\(name)'")
    }

    /// The terminal is gone, as when its window is closed.
    func vanish() throws {
        try tmux("kill-server")
    }

    func resize(columns: Int, rows: Int) throws {
        try tmux("resize-window", "-x", "\(columns)", "-y", "\(rows)")
    }

    func screen() throws -> String {
        try tmux("capture-pane", "-p")
    }

    /// The screen with the sequences of its colours.
    func styledScreen() throws -> String {
        try tmux("capture-pane", "-e", "-p")
    }

    private func cursor() throws -> (column: Int, row: Int) {
        let numbers = try tmux("display", "-p", "#{cursor_x},#{cursor_y}").split(whereSeparator: { $0 == "," || $0.isNewline }).compactMap { Int($0) }
        return (numbers.first ?? -1, numbers.count > 1 ? numbers[1] : -1)
    }

    /// The program's exit code once it has ended; nil while it runs.
    func exitCode() -> Int? {
        let file = folder.appendingPathComponent("ended")
        guard let text = try? String(contentsOf: file, encoding: .utf8), text.hasSuffix("\n") else { return nil }
        return Int(text.dropLast())
    }

    /// Waits until the screen shows the text.
    @discardableResult
    func expect(_ text: String, seconds: Double = 60, location: SourceLocation = #_sourceLocation) throws -> String {
        try wait(seconds: seconds, "“\(text)”", location) { $0.contains(text) }
    }

    /// Waits until the screen has these rows, whole and in this order.
    func expectRows(_ rows: [String], seconds: Double = 60, location: SourceLocation = #_sourceLocation) throws {
        _ = try wait(seconds: seconds, "the rows\n\(rows.joined(separator: "\n"))\n", location) { screen in
            var left = rows[...]
            for row in screen.split(separator: "\n", omittingEmptySubsequences: false) where row.trimmed == left.first?.trimmed { left.removeFirst() }
            return left.isEmpty
        }
    }

    /// Waits until the screen no longer shows the text.
    @discardableResult
    func expectGone(_ text: String, seconds: Double = 60, location: SourceLocation = #_sourceLocation) throws -> String {
        try wait(seconds: seconds, "no “\(text)”", location) { !$0.contains(text) }
    }

    /// Waits until the cursor rests at a place: while a frame is drawn it
    /// goes over the screen.
    func expectCursor(column: Int, row: Int, seconds: Double = 60, location: SourceLocation = #_sourceLocation) throws {
        var last = (column: -1, row: -1)
        let isThere = try Patience.lasts(seconds) {
            last = try cursor()
            return last == (column, row)
        }
        if !isThere { Issue.record("the cursor is at \(last); the screen:\n\(try screen())", sourceLocation: location) }
    }

    /// Waits until the program has ended.
    func expectEnd(seconds: Double = 60, location: SourceLocation = #_sourceLocation) throws -> Int {
        if Patience.lasts(seconds, until: { exitCode() != nil }), let code = exitCode() { return code }
        Issue.record("the program did not end; the screen:\n\(try screen())", sourceLocation: location)
        return -1
    }

    private func wait(seconds: Double, _ what: String, _ location: SourceLocation, until holds: (String) -> Bool) throws -> String {
        var last = ""
        let isThere = try Patience.lasts(seconds) {
            last = try screen()
            return holds(last)
        }
        if isThere { return last }
        Issue.record("expected \(what) on the screen:\n\(last)", sourceLocation: location)
        throw Missing(what: what)
    }

    struct Missing: Error { let what: String }
}

extension StringProtocol {
    /// Without the blanks at its end.
    fileprivate var trimmed: SubSequence { self[..<(lastIndex { $0 != " " }.map(index(after:)) ?? startIndex)] }
}
