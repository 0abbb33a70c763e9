import DoorstepCore
import Foundation
import Testing
import TerminalUI

@testable import DoorstepConsole

@Suite("The caseworker's own settings file")
struct ConsoleSettingsTests {
    private func problems(_ text: String) -> [(Int, String)] {
        ConsoleSettings.reading(text).problems.map { ($0.line, $0.message(.english)) }
    }

    @Test("An empty file, comments and blank lines say nothing")
    func nothing() {
        #expect(ConsoleSettings.reading("").settings == ConsoleSettings())
        let (settings, problems) = ConsoleSettings.reading("\u{FEFF}# mine\r\n\r\n   # more\n\t\n")
        #expect(settings == ConsoleSettings() && problems.isEmpty)
    }

    @Test("Every setting is read, with comments behind it and blanks around it")
    func all() {
        let (settings, problems) = ConsoleSettings.reading(
            """
            language = "en" # English
              mouse=false
            colors =  false
            'background' = 'light'
            "borders" = "lines"
            client = true
            [ keys ]   # mine
            record = "K"
            sort-left = ["<f5>", "<c-h>", ]
            """)
        #expect(problems.isEmpty)
        #expect(settings.language == .english && !settings.usesMouse && !settings.usesColor && settings.startsTurned)
        #expect(settings.background == .light && settings.borders == .lines)
        #expect(settings.keys.find(KeyStroke(character: "K"), in: .list(.jobs))?.id == .record)
        #expect(settings.keys.find(KeyStroke(character: "p"), in: .list(.jobs)) == nil)
        #expect(settings.keys.find(KeyStroke(.function(5)), in: .list(.jobs))?.id == .sortLeft)
        #expect(settings.keys.find(KeyStroke(character: "j"), in: .list(.jobs))?.id == .down)
    }

    @Test("Each default that is written out is the default")
    func defaults() {
        for entry in ConsoleSettings.all where !entry.standard.isEmpty {
            let (settings, problems) = ConsoleSettings.reading("\(entry.name) = \(entry.standard)")
            #expect(problems.isEmpty && settings == ConsoleSettings(), "\(entry.name)")
        }
    }

    @Test(
        "What is wrong is named with its line, and the rest of the file holds",
        arguments: [
            ("mouse", 1, "NAME = VALUE"), ("mouse = yes", 1, "NAME = VALUE"), ("\nmouse = \"true\"", 2, "true false"), ("volume = true", 1, "no setting volume"),
            ("\n\n[colours]\nx = \"y\"", 4, "no section [colours]"), ("[keys]\nfly = \"f\"", 2, "no command fly"), ("[keys]\nrecord = \"<f99x>\"", 2, "not a key"),
            ("[keys]\nrecord = []", 2, "not a key"), ("[keys]\nrecord = true", 2, "not a key"), ("[keys]\nrecord = \"j\"", 2, "j means “down” already"),
            ("background = \"light", 1, "NAME = VALUE"), ("borders = \"lines\" x", 1, "NAME = VALUE"), ("= \"x\"", 1, "NAME = VALUE"), ("[keys", 1, "NAME = VALUE"),
        ])
    func wrong(text: String, line: Int, part: String) {
        let found = problems(text + "\n[x\n")
        #expect(found.first?.0 == line)
        #expect(found.first?.1.contains(part) == true, "\(found)")
        #expect(ConsoleSettings.reading("client = true\n" + text).settings.startsTurned)
    }

    @Test("A key may go to another command where the two never work in one place, or after it was given up")
    func moved() {
        #expect(problems("[keys]\nexport = \"v\"").count == 1, "v shows numbers in a list that can be exported")
        #expect(problems("[keys]\nreveal = \"V\"\nexport = \"v\"").isEmpty)
    }

    @Test("Whatever bytes a file has, it is read to its end and each problem is of one of its lines")
    func anything() {
        var random = Splitter(state: 20_261_121)
        let pieces = ["[", "]", "keys", "=", "\"", "'", "\\", "#", ",", "true", "record", "mouse", " ", "\n", "\r\n", "p", "<f5>", "中", "\0"]
        for _ in 0..<3000 {
            let text = (0..<Int(random.next() % 30)).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined()
            let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).count
            for (line, _) in problems(text) { #expect((1...lines).contains(line), "\(text)") }
        }
    }

    @Test("README.md names each with its default")
    func readme() throws {
        let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../README.md")
        let readme = try String(contentsOf: url, encoding: .utf8)
        for entry in ConsoleSettings.all {
            let standard = entry.standard.isEmpty ? " " : " `\(entry.standard)` "
            #expect(readme.contains("| `\(entry.name)` |\(standard)|"), "\(entry.name)")
        }
    }

    @Test("Chosen keys are those that work, that the last row hints at and that ? shows")
    func shown() throws {
        let settings = ConsoleSettings.reading("borders = \"lines\"\n[keys]\nrecord = \"<f7>\"").settings
        var console = try ConsoleDriver(columns: 100, rows: 60, model: SampleStation.model(), settings: settings)
        #expect(console.screen.contains("F7推荐") && !console.screen.contains("p推荐"))
        try console.press("?")
        #expect(console.screen.contains("┌") && !console.screen.contains("+-"))
        #expect(console.screen.contains("F7"))
        try console.press("<esc><enter><f7>")
        guard case .step? = console.state.overlay else {
            Issue.record("F7 opens the form")
            return
        }
    }

    @Test("A setting starts with the screen turned to the client")
    func turned() throws {
        let settings = ConsoleSettings.reading("client = true").settings
        let console = try ConsoleDriver(model: SampleStation.model(), settings: settings)
        #expect(console.screen.contains("[对客 t]"))
        #expect(!console.screen.contains("巴特尔"))
    }
}
