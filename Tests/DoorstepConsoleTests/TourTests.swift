import DoorstepCore
import Testing
import TerminalUI

@testable import DoorstepConsole

@Suite("The tour")
struct TourTests {
    private func started(_ language: Language = .chinese) throws -> ConsoleDriver {
        var console = try ConsoleDriver(language: language, model: SampleStation.model())
        try console.press(":tour<enter>")
        return console
    }

    @Test("Pressing what it says goes through all of it, each step is on the screen whole, and nothing is saved", arguments: Language.allCases)
    func walk(language: Language) throws {
        var console = try started(language)
        var shown: [Int] = []
        while let tour = console.state.tour, let step = tour.step, shown.count <= Tour.steps.count {
            shown.append(tour.done)
            let row = tour.row(KeyMap(), language)
            #expect(console.screen.contains(row), "\(row) on\n\(console.screen)")
            try console.press(step.script(KeyMap()))
            #expect((console.state.tour?.done ?? Tour.steps.count) > tour.done, "\(row)")
        }
        #expect(console.state.tour == nil && console.state.message == Tour.finished)
        #expect(shown.count >= Tour.steps.count - 1)
        #expect(console.saved.isEmpty && console.edits.isEmpty && console.exported.isEmpty)
    }

    @Test("It takes no key: whatever is pressed does what it does without a tour")
    func transparent() throws {
        let script = "2jjkG/z<enter><enter>jp<tab><esc><esc>w<esc>x<esc>13e<esc><gt>o2n<esc>s<esc>tt"
        var console = try started()
        var plain = try ConsoleDriver(model: SampleStation.model())
        for stroke in try #require(KeyStroke.sequence(script)) {
            console.send(.key(stroke))
            plain.send(.key(stroke))
            #expect(console.state.current == plain.state.current && console.state.overlay == plain.state.overlay, "\(stroke)")
            #expect(console.state.matches == plain.state.matches && console.state.list.field.text == plain.state.list.field.text, "\(stroke)")
        }
    }

    @Test("It speaks of the keys that the caseworker chose")
    func chosenKeys() throws {
        var keys = KeyMap()
        try keys.set([KeyStroke(.function(5))], for: .people)
        #expect(Tour().row(keys, .english).contains("F5: the people"))
        #expect(Tour().step?.script(keys) == "<f5>")
    }

    @Test("Esc on a list with nothing to go back from ends it, and so does :tour")
    func end() throws {
        var console = try started()
        try console.press("2/z<esc>")
        #expect(console.state.tour != nil)
        try console.press("<esc>")
        #expect(console.state.tour == nil)
        try console.press(":tour<enter>")
        #expect(console.state.tour != nil)
        try console.press(":tour<enter>")
        #expect(console.state.tour == nil)
    }

    @Test("Every step fits on a row of 80 columns, in both languages", arguments: Language.allCases)
    func width(language: Language) {
        for number in Tour.steps.indices {
            var tour = Tour()
            tour.done = number
            #expect(DisplayWidth().of(tour.row(KeyMap(), language)) <= 78, "\(tour.row(KeyMap(), language))")
        }
    }
}
