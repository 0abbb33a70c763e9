@testable import DoorstepConsole
import DoorstepCore
import Testing
import TerminalUI

@Suite("Relaxing one thing and the training list on the screen")
struct FindingsTests {
    @Test("r on a job says what each single change would bring, in both languages")
    func relaxJob() throws {
        var console = try ConsoleDriver(model: SampleStation.model())
        try console.press("r")
        #expect(console.screen.contains("放宽一项 > 氩弧焊工"))
        // The near miss expects more than the job pays.
        #expect(console.screen.contains("+1"))
        try console.press("<esc>")
        #expect(!console.screen.contains("放宽一项 >"))
        try console.press("<f9>r")
        #expect(console.screen.contains("Relax one thing > 氩弧焊工"))
    }

    @Test("r on a person and in the matches asks about whom the cursor stands on")
    func relaxPerson() throws {
        var console = try ConsoleDriver(model: SampleStation.model())
        try console.press("2r")
        #expect(console.screen.contains("放宽一项 > 巴特尔"))
        try console.press("<esc><enter>r")
        #expect(console.screen.contains("放宽一项 > 巴特尔"))
    }

    @Test("T lists what training would unlock")
    func training() throws {
        var console = try ConsoleDriver(columns: 100, rows: 30, model: SampleStation.model())
        try console.press("T")
        #expect(console.screen.contains("培训清单"))
        #expect(console.screen.contains("叉车司机") && console.screen.contains("学会或考取什么"))
        try console.press("Gg<esc>")
        #expect(!console.screen.contains("培训清单"))
    }

    @Test("progress is shown until the answer is there; an answer that Esc came before is dropped")
    func progress() throws {
        var state = try ConsoleDriver(model: SampleStation.model()).state
        let key = try #require(KeyStroke("T"))
        #expect(reduce(&state, .input(.key(key))) == [.find(.training, generation: 1)])
        _ = reduce(&state, .findingProgress(37, generation: 1))
        #expect(render(state).text.contains("正在计算") && render(state).text.contains("37%"))
        let escape = try #require(KeyStroke("<esc>"))
        #expect(reduce(&state, .input(.key(escape))) == [.stopFinding(generation: 2)])
        _ = reduce(&state, .found([FindingLine(Phrase("晚了", "late"), 9)], generation: 1))
        #expect(state.overlay == nil)
    }

    @Test("nothing to gain, and nothing chosen, are said")
    func nothing() throws {
        var state = try ConsoleDriver(columns: 60, rows: 15, model: SampleStation.model()).state
        let key = try #require(KeyStroke("r"))
        _ = reduce(&state, .input(.key(key)))
        _ = reduce(&state, .found([], generation: 1))
        #expect(render(state).text.contains("没有一项能多出匹配"))
    }
}
