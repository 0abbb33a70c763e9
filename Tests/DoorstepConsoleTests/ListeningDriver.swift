import DoorstepCore
import Testing
import TerminalUI

@testable import DoorstepConsole

/// The console as it is listened to: keys go in, and what is said of them
/// comes out.
struct ListeningDriver {
    private(set) var console: ConsoleDriver
    private var speaker = Speaker()
    /// What was said on opening.
    private(set) var opening: [String] = []

    init(_ language: Language = .chinese, model: StationModel, passphrases: [String: String] = [:], isLocked: Bool = false) {
        var settings = ConsoleSettings()
        settings.isPlain = true
        console = ConsoleDriver(language: language, model: model, passphrases: passphrases, isLocked: isLocked, settings: settings)
        opening = listen(afterKey: false)
    }

    /// What is said once the keys are pressed, and the line that is typed in.
    @discardableResult
    mutating func press(_ script: String, location: SourceLocation = #_sourceLocation) throws -> [String] {
        try console.press(script, location: location)
        return listen()
    }

    mutating func commit(_ text: String) -> [String] {
        console.commit(text)
        return listen()
    }

    /// Presses keys, of which exactly this is to be said.
    mutating func expect(_ script: String, says expected: [String], location: SourceLocation = #_sourceLocation) throws {
        let said = try press(script, location: location)
        #expect(said == expected, sourceLocation: location)
    }

    /// Presses keys, of which this is to be said first.
    mutating func expect(_ script: String, saysFirst expected: [String], location: SourceLocation = #_sourceLocation) throws {
        let said = try press(script, location: location)
        #expect(Array(said.prefix(expected.count)) == expected, "\(said)", sourceLocation: location)
    }

    mutating func expect(committing text: String, says expected: [String], location: SourceLocation = #_sourceLocation) {
        let said = commit(text)
        #expect(said == expected, sourceLocation: location)
    }

    mutating func send(_ event: InputEvent) -> [String] {
        console.send(event)
        return listen()
    }

    mutating func apply(_ action: Action) -> [String] {
        console.apply(action)
        return listen(afterKey: false)
    }

    mutating func again() -> [String] { lines(speaker.again(console.state)) }

    mutating func all() -> [String] { lines(speaker.sayAll(console.state)) }

    private mutating func listen(afterKey: Bool = true) -> [String] { lines(speaker.say(console.state, afterKey: afterKey)) }

    private func lines(_ utterance: Speaker.Utterance) -> [String] { utterance.lines + [utterance.typing].compactMap(\.self) }
}
