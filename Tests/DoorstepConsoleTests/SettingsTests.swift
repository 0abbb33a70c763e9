import DoorstepCore
import Testing
import TerminalUI

@testable import DoorstepConsole

@Suite("Settings that another program changes")
struct SettingsTests {
    private func settings(_ values: [String: String]) -> StationSettings { StationSettings.reading(values).settings }

    @Test("are followed by the matches, the explanation and a training list that stands open")
    func matching() throws {
        var console = try ConsoleDriver(columns: 100, rows: 30, model: SampleStation.model())
        try console.press("<enter>")
        let before = try #require(console.state.panel.ranking?.line(0)?.assessment.score)
        #expect(before.locationPoints != before.points.value)
        console.apply(.caughtUp([], settings: settings(["weights": "0,1,0"]), sequence: 2))
        let after = try #require(console.state.panel.ranking?.line(0)?.assessment.score)
        #expect(after.locationPoints == after.points.value)
        #expect(console.state.model?.index?.matcher.settings.weights == MatchSettings.Weights(skills: 0, location: 1, groups: 0))
        #expect(console.screen.contains("设置"))
        try console.press("<esc>T")
        #expect(findings(console)?.lines != nil)
        console.apply(.caughtUp([], settings: settings(["threshold": "10000"]), sequence: 3))
        #expect(findings(console)?.lines != nil && findings(console)?.question == .training)
    }

    private func findings(_ console: ConsoleDriver) -> FindingsView? {
        if case .findings(let view)? = console.state.overlay { view } else { nil }
    }

    @Test("have the index made anew beside the keyboard; the matcher answers until then, and an index of the old ones is dropped")
    func index() throws {
        let model = try SampleStation.model()
        var state = ConsoleDriver(model: model).state
        let old = MatchIndex(model.matcher)
        let effects = reduce(&state, .caughtUp([], settings: settings(["decline-days": "7"]), sequence: 2))
        #expect(effects.contains(.makeMatchIndex(generation: state.indexGeneration)))
        #expect(state.model?.index == nil && state.model?.search != nil)
        _ = reduce(&state, .indexed(old, generation: state.indexGeneration))
        #expect(state.model?.index == nil)
        // What changes meanwhile is taken in when the index comes.
        let asked = try #require(state.model?.matcher)
        var person = try #require(model.register.people[0] as Person?)
        person.name = "阿拉坦"
        _ = reduce(&state, .caughtUp([.person(person)], sequence: 3))
        _ = reduce(&state, .indexed(MatchIndex(asked), generation: state.indexGeneration))
        #expect(state.model?.index?.matcher.settings.declineDays == 7)
        #expect(state.model?.index?.register.people[0].name == "阿拉坦")
        #expect(state.model?.register.people[0].name == "阿拉坦")
        // The same again is nothing new.
        #expect(reduce(&state, .caughtUp([], settings: settings(["decline-days": "7"]), sequence: 4)).isEmpty)
    }

    @Test("of sounds hold for what is typed next, and for what stands in the field")
    func sounds() throws {
        var console = try ConsoleDriver(columns: 100, rows: 30, model: SampleStation.model())
        try console.press("2/")
        console.commit("zhangshan")
        #expect(console.state.list.items == [])
        console.apply(.caughtUp([], settings: settings(["southern-sounds": "zh=z"]), sequence: 2))
        #expect(console.state.list.items?.map(\.text) == ["P2"])
        console.apply(.caughtUp([], settings: settings([:]), sequence: 3))
        #expect(console.state.list.items == [])
    }

    @Test("that cannot be read are said on the message line")
    func unreadable() throws {
        var console = try ConsoleDriver(model: SampleStation.model())
        let problem = try #require(StationSettings.reading(["weights": "?"]).problems.first)
        console.apply(.failed(problem.message))
        #expect(console.screen.contains("weights"))
    }
}
