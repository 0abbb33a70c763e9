import Foundation
import Testing

/// The tour as README.md shows it: the recording there is played again.
@Suite("The tour in a terminal")
struct TourTerminalTests {
    /// What is pressed, and rows of the screen after it.
    private struct Step {
        var keys: [String]
        var rows: [String] = []
    }

    /// The steps of the recording: a line that begins with » says what to
    /// press, the rows stand below it.
    private func recording() throws -> [Step] {
        let text = try String(contentsOf: Program.repository.appendingPathComponent("README.md"), encoding: .utf8)
        let section = try #require(text.firstRange(of: "## 两分钟导览 · The tour")).upperBound
        let block = try #require(text[section...].split(separator: "```", omittingEmptySubsequences: false).dropFirst().first)
        var steps: [Step] = []
        for line in block.split(separator: "\n") {
            if line.hasPrefix("» ") {
                steps.append(Step(keys: line.dropFirst(2).split(separator: " ").map(String.init)))
            } else {
                try #require(!steps.isEmpty)
                steps[steps.count - 1].rows.append(String(line))
            }
        }
        return steps
    }

    @Test("Every step that README.md records brings the rows that stand there, to the end of the tour")
    func played() throws {
        let steps = try recording()
        let program = try Program()
        defer { program.remove() }
        let terminal = try Tmux(program, command: "'\(Program.path)' demo --lang zh --caseworker 乌兰")
        // What the demonstration's placements change stands only once they
        // are all there.
        try terminal.expect("有活没人干", seconds: 180)
        try terminal.press("3")
        try terminal.expect("27/27", seconds: 180)
        try terminal.press("1")
        try terminal.expect("匹配 ")
        for step in steps {
            for key in step.keys {
                if key.hasPrefix(":") { try terminal.type(key) } else { try terminal.press(key == "Esc" ? "Escape" : key) }
            }
            #expect((2...5).contains(step.rows.count))
            try terminal.expectRows(step.rows, seconds: 180)
        }
        #expect(steps.count == 14 && steps.last?.rows.contains { $0.contains("导览完了") } == true)
        try terminal.press("q")
        #expect(try terminal.expectEnd() == 0)
    }
}
