import DoorstepCore
import Synchronization
import Testing
import TerminalUI

@testable import DoorstepConsole

@Suite("Why not, at the keyboard")
struct WhyTests {
    /// The lines of the box that stands over the screen.
    private func box(_ console: ConsoleDriver) -> String {
        console.screen.split(separator: "\n").filter { $0.contains("|") || $0.contains("+-") }.joined(separator: "\n")
    }

    // MARK: - In the three places

    @Test("In the matches it shows the whole explanation of the chosen pair, and Esc goes back to them")
    func fromMatches() throws {
        var console = try ConsoleDriver(columns: 100, rows: 45, model: SampleStation.model())
        // Given the near miss among the matches of the first job
        try console.press("<enter>G")
        // When asked why not
        try console.press("w")
        // Then every rule and every part is there
        guard case .why(let view)? = console.state.overlay else {
            Issue.record("no explanation")
            return
        }
        #expect(view == WhyView(job: try id("J1"), person: try id("P3")))
        #expect(console.screen.contains("王芳 -> 氩弧焊工"))
        #expect(console.screen.contains("差一项"))
        #expect(console.screen.contains("不符：最高 6000 元/月，本人期望每月 7000"))
        #expect(console.screen.contains("符合：岗位在招，缺 3 人"))
        #expect(console.screen.contains("未核对：年龄（岗位未填）"))
        #expect(console.screen.contains("技能 0.00"))
        #expect(console.screen.contains("焊工中级工：缺"))
        #expect(console.screen.contains("已推荐0人，空缺21天，求职20天"))
        try console.press("<esc>")
        #expect(console.state.overlay == nil)
        #expect(console.state.matches != nil)
        #expect(console.state.matches?.state.selection == 2)
    }

    @Test("In the jobs it asks for a person: typing searches, arrows choose, Enter shows why, Esc goes back one level at a time")
    func fromJobs() throws {
        var console = try ConsoleDriver(model: SampleStation.model())
        try console.press("w")
        #expect(console.screen.contains("不符原因 > 氩弧焊工 > 选人"))
        #expect(console.screen.contains(">巴特尔 36岁"))
        console.commit("张")
        #expect(console.screen.contains(">张三"))
        #expect(!console.screen.contains(">巴特尔"))
        try console.press("<enter>")
        #expect(console.screen.contains("张三 -> 氩弧焊工"))
        #expect(console.screen.contains("焊工中级工：本人初级工，差 1 级"))
        // Esc: the search as it was left, then the list.
        try console.press("<esc>")
        #expect(console.screen.contains("/ 张"))
        #expect(console.screen.contains(">张三"))
        try console.press("<c-u>")
        #expect(console.screen.contains(">巴特尔"))
        try console.press("<down><down><enter>")
        #expect(console.screen.contains("王芳 -> 氩弧焊工"))
        try console.press("<esc><esc>")
        #expect(console.state.overlay == nil)
        #expect(console.state.matches == nil)
        #expect(console.state.current == .jobs)
        #expect(console.saved.isEmpty)
    }

    @Test("In the people it asks for a job, also one that is no longer open, and an identifier finds it")
    func fromPeople() throws {
        var model = try SampleStation.model()
        var job = model.register.jobs[1]
        job.status = .filled
        model.take([.job(job)])
        var console = ConsoleDriver(model: model)
        try console.press("2w")
        #expect(console.screen.contains("不符原因 > 巴特尔 > 选岗位"))
        try console.press("j2")
        #expect(console.screen.contains(">叉车司机 口岸物流园 已招满"))
        try console.press("<enter>")
        #expect(console.screen.contains("巴特尔 -> 叉车司机"))
        #expect(console.screen.contains("不符：岗位已招满"))
        try console.press("<esc>")
        #expect(console.screen.contains("选岗位"))
        try console.press("<esc>")
        #expect(console.state.overlay == nil)
        #expect(console.state.current == .people)
    }

    @Test("In English the same, without a Chinese word of the console's own")
    func english() throws {
        var console = try ConsoleDriver(columns: 100, rows: 45, language: .english, model: SampleStation.model())
        try console.press("w")
        #expect(console.screen.contains("Why not > 氩弧焊工 > which person"))
        #expect(console.screen.contains("type to search, or an identifier"))
        try console.press("P3<enter>")
        #expect(console.screen.contains("near miss"))
        #expect(console.screen.contains("blocked: pays 6000 yuan a month at most, expects 7000 a month"))
        #expect(console.screen.contains("holds: the job is open, 3 vacancies left"))
        #expect(console.screen.contains("unchecked: age (the job says none)"))
        #expect(console.screen.contains("0 sent, vacant 21 days, seeking 20 days"))
        #expect(console.screen.contains("Up Down scroll  Esc back"))
    }

    // MARK: - What may go wrong

    @Test("The hint of the key stands on the last row where it works, and nowhere else")
    func hints() throws {
        for size in [Size(columns: 60, rows: 15), Size(columns: 80, rows: 24)] {
            var console = try ConsoleDriver(columns: size.columns, rows: size.rows, model: SampleStation.model())
            for (keys, isThere) in [("1", true), ("2", true), ("3", false), ("1<enter>", true)] {
                try console.press(keys)
                let hints = console.screen.split(separator: "\n", omittingEmptySubsequences: false)[size.rows - 1]
                #expect(hints.contains("w不符原因") == isThere, "\(keys)")
                #expect(hints.contains("q离开"), "\(keys)")
            }
        }
    }

    @Test("Where nothing is chosen it says so")
    func nothingChosen() throws {
        var console = try ConsoleDriver(model: SampleStation.model())
        try console.press("/")
        console.commit("没有这个")
        try console.press("<enter>w")
        #expect(console.screen.contains("没有选中的"))
        #expect(console.state.overlay == nil)
    }

    @Test("Nothing found says so, and Enter stays where it is")
    func nothingFound() throws {
        var console = try ConsoleDriver(model: SampleStation.model())
        try console.press("w")
        console.commit("没有这个")
        try console.press("<enter>")
        #expect(console.screen.contains("没有符合的，换个词或编号"))
        #expect(console.screen.contains("选人"))
    }

    @Test("An answer to an older question is dropped, and Enter pressed early waits for the newer one")
    func lateAnswers() throws {
        let model = try SampleStation.model()
        var state = ConsoleDriver(model: model).state
        func key(_ text: String) throws -> [Effect] {
            try #require(KeyStroke.sequence(text)).flatMap { reduce(&state, .input(.key($0))) }
        }
        // Given two questions, of which the first is answered last
        #expect(try key("w") == [.findCounterparts(of: .job(id("J1")), query: "", generation: 1)])
        #expect(reduce(&state, .input(.text("王"))) == [.findCounterparts(of: .job(try id("J1")), query: "王", generation: 2)])
        // When Enter is pressed before either
        #expect(try key("<enter>").isEmpty)
        _ = reduce(&state, .foundCounterparts(generation: 1, items: [try id("P1")]))
        guard case .counterpart? = state.overlay else {
            Issue.record("an old answer was taken")
            return
        }
        _ = reduce(&state, .foundCounterparts(generation: 2, items: [try id("P3"), try id("P1")]))
        // Then the first of the newer is shown
        guard case .why(let view)? = state.overlay else {
            Issue.record("Enter was lost")
            return
        }
        #expect(view.person == (try id("P3")))
        // And an answer that comes after leaving changes nothing
        #expect(try key("<esc><esc>").isEmpty)
        _ = reduce(&state, .foundCounterparts(generation: 2, items: []))
        #expect(state.overlay == nil)
    }

    // MARK: - At every size

    @Test("What does not fit scrolls, by rows, pages and to either end, and never past it", arguments: [(80, 24), (60, 15)])
    func scrolls(columns: Int, rows: Int) throws {
        var console = try ConsoleDriver(columns: columns, rows: rows, model: SampleStation.model())
        try console.press("<enter>Gw")
        let first = console.screen
        #expect(first.contains("王芳 -> 氩弧焊工"))
        try console.press("k<pageup>")
        #expect(console.screen == first)
        try console.press("j")
        if rows == 15 { #expect(console.screen != first) }
        try console.press("G")
        #expect(console.screen.contains("求职20天"))
        let last = console.screen
        try console.press("<down><pagedown><end>")
        #expect(console.screen == last)
        // One page back shows the row that stood on top.
        try console.press("g")
        #expect(console.screen == first)
        console.commit("Ｇ")
        #expect(console.screen == last)
        // All of it can be read by paging.
        try console.press("g")
        var seen = box(console)
        for _ in 0..<10 {
            try console.press("<pagedown>")
            seen += box(console)
        }
        for part in ["不符：", "未核对：年龄", "符合：单位没有暂停推荐", "符合：不限群体", "技能 ", "地点 ", "群体 "] { #expect(seen.contains(part), "\(part)") }
    }

    @Test("A smaller window keeps the explanation in sight")
    func shrinks() throws {
        var console = try ConsoleDriver(columns: 100, rows: 16, model: SampleStation.model())
        try console.press("<enter>GwG")
        console.send(.resize(Size(columns: 100, rows: 50)))
        #expect(console.screen.contains("王芳 -> 氩弧焊工"))
        console.send(.resize(Size(columns: 60, rows: 15)))
        #expect(console.screen.contains("不符原因 "))
    }

    private func id(_ text: String) throws -> RecordID { try #require(RecordID(text)) }
}

@Suite("Looking for the other side of a pair")
struct CounterpartTests {
    private func model(people: Int) throws -> StationModel {
        var model = try SampleStation.model()
        for number in 0..<people {
            let id = try #require(RecordID("N\(number)"))
            var person = Person(id: id, name: "刘\(number)", place: model.register.station.place, registered: model.day)
            person.note = number == 70 ? "巴特尔介绍" : ""
            model.take([.person(person)])
        }
        return model
    }

    private func find(_ query: String, _ model: StationModel) throws -> [String]? {
        Counterparts.run(of: .job(try #require(RecordID("J1"))), query: query, model)?.map(\.text)
    }

    @Test("The identifier comes first, then names, then other columns, fifty at the most")
    func order() throws {
        let model = try model(people: 80)
        #expect(try find("巴特尔", model) == ["P1", "N70"])
        #expect(try find("N7", model)?.prefix(2) == ["N7", "N70"])
        #expect(try find("ｎ７", model)?.first == "N7")
        #expect(try find("刘", model)?.count == 50)
        #expect(try find("", model)?.count == 50)
        #expect(try find("没有这个", model) == [])
    }

    @Test("People who are off the list are found as well")
    func offTheList() throws {
        var model = try model(people: 0)
        var person = model.register.people[0]
        person.status = .placed
        model.take([.person(person)])
        #expect(try find("巴特尔", model) == ["P1"])
    }

    @Test("A search that is no longer wanted ends without an answer")
    func cancelled() throws {
        let model = try model(people: 2000)
        let asked = Atomic(0)
        let target = MatchTarget.job(try #require(RecordID("J1")))
        let found = Counterparts.run(of: target, query: "没有这个", model) { asked.add(1, ordering: .relaxed).newValue > 3 }
        #expect(found == nil)
        #expect(asked.load(ordering: .relaxed) == 4)
    }
}

@Suite("Crowding beside the score")
struct CrowdingTests {
    @Test("A person's jobs say how many were sent to each already, where anybody was", arguments: [(Language.chinese, "已荐1"), (.english, "1 sent")])
    func sent(language: Language, words: String) throws {
        var console = try ConsoleDriver(columns: 120, rows: 30, language: language, model: SampleStation.model())
        try console.press("2")
        #expect(!console.screen.contains(words))
        try console.press("1<enter>p<enter>")
        #expect(console.saved.count == 1)
        // The person sent is 巴特尔: another one's list says so.
        try console.press("2g")
        #expect(console.screen.contains(words))
        // A job's people do not: it is the same job for all of them.
        try console.press("1<enter>")
        let lines = console.screen.split(separator: "\n").filter { $0.contains("张三") && $0.contains("焊工初级工") }
        #expect(lines.allSatisfy { !$0.contains(words) })
    }
}
