import DoorstepCore
import Foundation
import Testing
import TerminalUI

@testable import DoorstepConsole

/// Nothing that anybody can press, in any order, at any size, brings the
/// console to its knees or something on the screen that does not belong there.
@Suite("Random keys")
struct RandomKeyTests {
    /// Seconds for each of the tests below.
    private static let seconds: Double = ProcessInfo.processInfo.environment["DOORSTEP_TEST_LONG"] == nil ? 3 : 60

    /// A seed that another run was given, else a new one; printed.
    private static func seed() -> UInt64 {
        let given = ProcessInfo.processInfo.environment["DOORSTEP_TEST_SEED"].flatMap { UInt64($0) }
        let seed = given ?? UInt64.random(in: .min ... .max)
        print("DOORSTEP_TEST_SEED=\(seed)")
        return seed
    }

    /// One step: mostly a key, else time, an answer that was waited for, or
    /// news from elsewhere.
    private func step(_ keys: inout RandomKeys, _ console: inout ConsoleDriver, _ second: inout Int, _ last: inout [String]) {
        switch keys.number(0...19) {
        case 0:
            second += keys.number(0...1) * keys.number(0...400)
            last.append("tick \(second)")
            console.apply(.tick(second: second))
        case 1...5:
            let number = console.waiting > 0 ? keys.number(0...(console.waiting - 1)) : 0
            last.append("answer \(number)")
            console.answerLate(number)
        case 6 where keys.number(0...3) == 0:
            last.append("failed")
            console.apply(.failed(Phrase("坏了\u{1B}[2J", "broken\u{1B}[2J")))
        default:
            let event = keys.event(console.state.size)
            last.append("\(event)".prefix(200).description)
            console.send(event)
        }
        if last.count > 40 { last.removeFirst() }
    }

    /// What is wrong with a picture; nil where nothing is.
    private func problem(_ frame: Frame, _ size: Size) -> String? {
        guard frame.size == size else { return "\(frame.size) instead of \(size)" }
        let width = DisplayWidth()
        for row in 0..<size.rows {
            var total = 0
            for cell in frame.cells[row] {
                total += width.of(cell.text)
                for scalar in cell.text.unicodeScalars where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || scalar == "\u{202E}" {
                    return "U+\(String(scalar.value, radix: 16)) in row \(row)"
                }
            }
            if total != size.columns { return "row \(row) takes \(total) of \(size.columns) columns" }
        }
        if !size.isEmpty, !size.bounds.contains(frame.cursor) { return "the cursor is at \(frame.cursor) of \(size)" }
        return nil
    }

    private func console(_ keys: inout RandomKeys, isPlain: Bool) throws -> ConsoleDriver {
        var settings = ConsoleSettings()
        settings.isPlain = isPlain
        settings.startsTurned = keys.number(0...4) == 0
        if keys.number(0...1) == 0 { settings.borders = .lines }
        let passphrases = keys.number(0...1) == 0 ? ["乌兰": "x", "李四": "y"] : [:]
        var console = try ConsoleDriver(
            language: keys.number(0...1) == 0 ? .chinese : .english, model: SampleStation.model(), passphrases: passphrases, settings: settings)
        console.answersLate = keys.number(0...3) > 0
        return console
    }

    @Test("Every frame fills its screen exactly, without a control character, and the cursor stands in it")
    func frames() throws {
        let end = Date().addingTimeInterval(Self.seconds)
        var keys = RandomKeys(seed: Self.seed())
        var steps = 0
        while Date() < end {
            var console = try console(&keys, isPlain: false)
            var (second, last): (Int, [String]) = (0, [])
            for _ in 0..<300 where !console.state.isLeaving {
                step(&keys, &console, &second, &last)
                steps += 1
                if let problem = problem(console.frame, console.state.size) {
                    Issue.record("\(problem) after \(last.joined(separator: ", ")):\n\(console.screen)")
                    return
                }
            }
        }
        print("\(steps) steps")
    }

    @Test("Whatever is said is text on one line, and what is written is text and line feeds")
    func lines() throws {
        let end = Date().addingTimeInterval(Self.seconds)
        var keys = RandomKeys(seed: Self.seed())
        var steps = 0
        while Date() < end {
            var console = try console(&keys, isPlain: true)
            var (second, last): (Int, [String]) = (0, [])
            var speaker = Speaker()
            for _ in 0..<300 where !console.state.isLeaving {
                step(&keys, &console, &second, &last)
                steps += 1
                let said = speaker.say(console.state, afterKey: keys.number(0...1) == 0)
                let more = keys.number(0...9) == 0 ? speaker.sayAll(console.state) : speaker.again(console.state)
                for line in said.lines + more.lines + [said.typing].compactMap(\.self) where SafeText.clean(line) != line {
                    Issue.record("\(line.debugDescription) after \(last.joined(separator: ", "))")
                    return
                }
                // Said once, it is not said again by itself.
                let again = speaker.say(console.state)
                if !again.lines.isEmpty || again.typing != said.typing {
                    Issue.record("said twice: \(again.lines) after \(last.joined(separator: ", "))")
                    return
                }
            }
        }
        print("\(steps) steps")
    }
}
