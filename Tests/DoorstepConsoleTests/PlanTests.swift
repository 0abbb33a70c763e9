import DoorstepCore
import Testing
import TerminalUI

@testable import DoorstepConsole

@Suite("The plan's screen")
struct PlanTests {
    private func id(_ text: String) -> RecordID { RecordID(text) ?? RecordID(station: "0", kind: .person, number: 0) }

    private func pair(_ job: String, _ person: String) -> PlanPair { PlanPair(job: id(job), person: id(person)) }

    /// With the plan's screen open; its lines are 张三 welding, then 巴特尔
    /// driving.
    private func opened(_ language: Language = .chinese, columns: Int = 80) throws -> ConsoleDriver {
        var console = try ConsoleDriver(columns: columns, language: language, model: SampleStation.withPlan())
        try console.press("6")
        return console
    }

    private func lines(_ console: ConsoleDriver) -> [Plan.Line] { console.state.model?.plan?.plan.lines ?? [] }

    @Test("6 makes the draft and shows its figures beside those of referring one by one, in both languages")
    func figures() throws {
        var console = try opened()
        #expect(lines(console).map(\.pair) == [pair("J1", "P2"), pair("J2", "P1")])
        for text in ["安置 2/3 人", "空缺填 2/2", "已证明最优", "多安置 1 人", "[最多安置]", "叉车司机", "张三"] { #expect(console.screen.contains(text), "\(text)") }
        try console.press("<f9>")
        for text in ["2/3 placed", "2/2 filled", "proven optimal", "1 more placed", "[most people]"] { #expect(console.screen.contains(text), "\(text)") }
    }

    @Test("A line says where the greedy plan has the person, and beside it stand the score's parts")
    func line() throws {
        var console = try opened()
        #expect(console.state.planEntry == .pair(pair("J1", "P2"), lines(console)[0].points, greedy: .nowhere))
        #expect(console.screen.contains("逐个推荐没有岗位") && console.screen.contains("技能"))
        try console.press("j")
        #expect(console.screen.contains("逐个推荐去氩弧焊工"))
        try console.press("<enter>")
        guard case .why(let view)? = console.state.overlay else { return #expect(Bool(false), "no explanation") }
        #expect(view.job.text == "J2" && view.person.text == "P1")
    }

    @Test("An accepted line is a referral once it is on disk, stays agreed, and is free again where it is taken back")
    func accept() throws {
        var console = try opened()
        try console.press("p")
        #expect(console.screen.contains("张三 -> 氩弧焊工") && console.saved.isEmpty)
        try console.press("<enter>")
        #expect(console.saved.map(\.target) == [.pair(job: id("J1"), person: id("P2"))])
        #expect(console.screen.contains("已保存") && console.screen.contains("已推荐"))
        #expect(console.state.model?.plan?.draft.settings.fixed == [pair("J1", "P2")])
        #expect(lines(console).first?.isFixed == true && !console.state.isPlanStale)
        // What is a referral is neither referred once more nor refused.
        try console.press("p")
        #expect(console.state.overlay == nil && console.screen.contains("已经推荐"))
        try console.press("d")
        #expect(console.state.overlay == nil)
        try console.press("u")
        #expect(console.screen.contains("已撤销") && console.state.model?.plan?.draft.settings.fixed == [])
        #expect(lines(console).count == 2 && console.state.model?.planState(of: pair("J1", "P2")) == Phrase(verbatim: ""))
        try console.press("<c-r>")
        #expect(console.state.model?.plan?.draft.settings.fixed == [pair("J1", "P2")])
    }

    @Test("Made anew, the draft keeps what was accepted and what was refused")
    func anew() throws {
        var console = try opened()
        try console.press("p<enter>jd1R")
        let settings = try #require(console.state.model?.plan?.draft.settings)
        #expect(settings.fixed == [pair("J1", "P2")] && settings.excluded == [pair("J2", "P1")])
        #expect(lines(console).map(\.pair) == [pair("J1", "P2")])
    }

    @Test("Marked lines are accepted as one: the form says how many first")
    func many() throws {
        var console = try opened()
        try console.press("<space><space>")
        #expect(console.screen.contains("已选 2"))
        try console.press("p")
        #expect(console.screen.contains("一起办理 2 笔") && console.accepted.isEmpty)
        try console.press("<enter>")
        #expect(console.accepted == [[pair("J1", "P2"), pair("J2", "P1")]])
        #expect(console.screen.contains("已保存 2 笔") && console.state.planning.marks.isEmpty)
        #expect(lines(console).allSatisfy { $0.isFixed })
        try console.press("u")
        #expect(lines(console).allSatisfy { !$0.isFixed } && lines(console).count == 2)
    }

    @Test("A referral from another screen that the plan has too is agreed on; any other makes the draft stale")
    func elsewhere() throws {
        var console = try opened()
        // 王芳 takes no part in the plan.
        try console.press("1<enter>Gp<enter>6")
        #expect(console.state.isPlanStale == !console.saved.isEmpty)
        var other = try opened()
        // 张三 stands behind 巴特尔 among the welders.
        try other.press("1<enter>jp<enter>6")
        #expect(other.saved.map(\.target) == [.pair(job: id("J1"), person: id("P2"))])
        #expect(other.state.model?.plan?.draft.settings.fixed == [pair("J1", "P2")] && !other.state.isPlanStale)
    }

    @Test("Where the lists changed since, a line says so and R makes the draft anew")
    func stale() throws {
        var console = try opened()
        var person = try #require(console.state.model?.register.people[id("P2")])
        person.status = .paused
        console.apply(.caughtUp([.person(person)], sequence: 2))
        #expect(console.state.isPlanStale && console.screen.contains("按 R 重做"))
        #expect(lines(console).count == 2)
        try console.press("R")
        #expect(!console.state.isPlanStale && lines(console).map(\.pair) == [pair("J1", "P1")])
    }

    @Test("A refused pair, person or job is in the plan no more; what was refused is listed, and u or Enter takes it back", arguments: 1...3)
    func refuse(choice: Int) throws {
        var console = try opened()
        try console.press("d")
        #expect(console.screen.contains("不要这一行"))
        try console.press("\(choice)")
        let settings = try #require(console.state.model?.plan?.draft.settings)
        #expect([settings.excluded.count, settings.withdrawn.count, settings.closed.count] == (1...3).map { $0 == choice ? 1 : 0 })
        #expect(!lines(console).map(\.pair).contains(pair("J1", "P2")))
        #expect(console.screen.contains("重排后"))
        try console.press("[")
        #expect(console.state.planTopic == .settled && console.state.page?.lines?.count == 1)
        try console.press("<enter>")
        #expect(console.state.page?.lines?.isEmpty == true && lines(console).count == 2)
        try console.press("u")
        #expect(console.state.page?.lines?.count == 1)
        try console.press("u")
        #expect(lines(console).count == 2 && console.saved.isEmpty)
        try console.press("<c-r>")
        #expect(lines(console).count == 1)
    }

    @Test("Esc leaves a line as it is; a job to which somebody was referred takes people")
    func keeps() throws {
        var console = try opened()
        try console.press("d<esc>")
        #expect(console.state.overlay == nil && lines(console).count == 2)
        #expect(console.waiting == 0 && console.state.planning.wish?.excluded.isEmpty == true)
    }

    @Test("Tab goes round what is empty, who is without, who is elsewhere and what was refused; Esc goes back to the pairs")
    func topics() throws {
        var console = try opened()
        var seen: [PlanTopic] = []
        for _ in PlanTopic.allCases {
            try console.press("<tab>")
            seen.append(console.state.planTopic)
        }
        #expect(seen == [.vacancies, .unplaced, .differences, .settled, .pairs])
        try console.press("j]]")
        #expect(console.state.planEntry == .unplaced(id("P3")))
        #expect(console.state.planning.explained?.reason != nil && console.screen.contains("王芳 未安置"))
        try console.press("<esc>")
        #expect(console.state.planTopic == .pairs && console.state.page?.state.selection == 1)
        try console.press("]]<enter>")
        #expect(console.state.current == .people && console.state.list.selected == id("P3"))
    }

    @Test("m, z and the form ask for another plan of the same pairs")
    func settings() throws {
        var console = try opened()
        try console.press("m")
        #expect(console.state.model?.plan?.draft.settings.goal == .total && console.screen.contains("[总分最高]"))
        try console.press("z")
        #expect(console.state.model?.plan?.draft.settings.first.count == 1 && console.screen.contains("零就业优先"))
        try console.press("zm")
        #expect(console.state.model?.plan?.draft.settings.first.isEmpty == true)
        try console.press("f<down><down>x<enter>")
        #expect(console.screen.contains("写 1 或更大的数"))
        try console.press("<backspace>1<enter>")
        #expect(console.state.overlay == nil && console.state.model?.plan?.draft.settings.perEmployer == 1)
        #expect(console.screen.contains("每家至多 1 人"))
        try console.press("f<up><up><c-u>62.5<enter>")
        #expect(console.state.model?.plan?.draft.settings.threshold == Points(6250))
    }

    @Test("While it is being made, it says how far it is; Esc stops it, and what was found by then is shown as not whole")
    func stop() throws {
        var console = try ConsoleDriver(model: SampleStation.withPlan())
        console.answersLate = true
        try console.press("6")
        console.apply(.planProgress(done: 2, of: 5, generation: console.state.planning.generation))
        #expect(console.screen.contains("正在找候选 2/5"))
        let effects = console.reduceAlone(.input(.key(KeyStroke(.escape))))
        #expect(effects == [.stopPlan(generation: console.state.planning.generation)] && console.screen.contains("正在停止"))
        console.stopsPlans = true
        console.answersLate = false
        while console.waiting > 0 { console.answerLate() }
        #expect(console.state.planning.work == nil && console.screen.contains("候选没有找全"))
        console.stopsPlans = false
        try console.press("R")
        #expect(console.screen.contains("已证明最优"))
    }

    @Test("An answer to an earlier wish is dropped, whichever comes first", arguments: [false, true])
    func late(newestFirst: Bool) throws {
        var console = try opened()
        console.answersLate = true
        try console.press("mzm")
        console.answersLate = false
        while console.waiting > 0 { console.answerLate(newestFirst ? console.waiting - 1 : 0) }
        let settings = try #require(console.state.model?.plan?.draft.settings)
        #expect(settings.goal == .cover && settings.first.count == 1 && console.state.planning.work == nil)
    }

    @Test("Turned to the client, others' names and scores are hidden, and nobody is referred")
    func turned() throws {
        var console = try opened()
        try console.press("t")
        for name in ["张三", "巴特尔", "71.", "退役军人"] { #expect(!console.screen.contains(name), "\(name)") }
        try console.press("p")
        #expect(console.state.overlay == nil && console.screen.contains("按 t 转回来"))
        try console.press("d")
        #expect(console.state.overlay == nil)
        try console.press("<space>p")
        #expect(console.state.overlay == nil)
    }

    @Test("Locked, nothing of the draft is kept but what was settled; unlocked, it is made anew")
    func locked() throws {
        var console = try ConsoleDriver(model: SampleStation.withPlan(), passphrases: ["乌兰": "x"])
        try console.press("6d1<f12>")
        #expect(console.state.model == nil && console.state.pages[.plan]?.lines == nil)
        try console.press("x<enter>")
        #expect(console.state.current == .plan && lines(console).map(\.pair) == [pair("J1", "P1")])
        #expect(console.state.model?.plan?.draft.settings.excluded == [pair("J1", "P2")])
    }

    @Test("Settings lead from one to any other by single changes, which the draft takes")
    func changes() throws {
        var generator = SystemRandomNumberGenerator()
        let seed = UInt64.random(in: .min ... .max, using: &generator)
        print("seed \(seed)")
        var random = Splitter(state: seed)
        let model = try SampleStation.withPlan()
        let pairs = [pair("J1", "P1"), pair("J1", "P2"), pair("J2", "P1")]
        func wish() -> PlanSettings {
            var settings = PlanSettings()
            if Bool.random(using: &random) { settings.fixed = [pairs[Int.random(in: 0..<3, using: &random)]] }
            for pair in pairs where !settings.fixed.contains(pair) && Bool.random(using: &random) { settings.excluded.insert(pair) }
            for person in ["P1", "P2", "P3"] where Int.random(in: 0..<4, using: &random) == 0 {
                if !settings.fixed.contains(where: { $0.person == id(person) }) { settings.withdrawn.insert(id(person)) }
            }
            for job in ["J1", "J2"] where Int.random(in: 0..<4, using: &random) == 0 {
                if !settings.fixed.contains(where: { $0.job == id(job) }) { settings.closed.insert(id(job)) }
            }
            return settings
        }
        var sheet = try PlanSheet.make(wish(), from: nil, model)
        for _ in 0..<200 {
            let next = wish()
            sheet = try PlanSheet.make(next, from: sheet, model)
            #expect(sheet.draft.settings == next)
            let anew = try PlanSheet.make(next, from: nil, model)
            #expect(sheet.plan.figures.placed == anew.plan.figures.placed && sheet.plan.figures.points == anew.plan.figures.points)
        }
    }

    @Test("Where there is nothing to plan it says so")
    func nothing() throws {
        let sample = try SampleStation.model()
        let empty = StationModel(
            register: Register(station: sample.register.station), catalogue: sample.catalogue, queries: sample.queries, settings: StationSettings(),
            day: ConsoleDriver.day, sequence: 1)
        var console = ConsoleDriver(model: empty)
        try console.press("6")
        #expect(console.screen.contains("没有可安排的"))
        try console.press("pd<space><enter>")
        #expect(console.state.overlay == nil)
    }

    @Test("No key means two things where the plan is shown")
    func unambiguous() {
        for scope in Scope.all {
            var seen: [KeyStroke: Command.ID] = [:]
            for command in Command.all where command.works(in: scope) {
                for key in command.keys {
                    #expect(seen[key] == nil, "\(key) is \(command.id) and \(String(describing: seen[key])) in \(scope)")
                    seen[key] = command.id
                }
            }
        }
    }

    @Test("What is said of the plan: its figures once, each line with the names of its columns, in both languages", arguments: Language.allCases)
    func spoken(language: Language) throws {
        func said(_ chinese: String, _ english: String) -> String { language == .chinese ? chinese : english }
        var listener = try ListeningDriver(language, model: SampleStation.withPlan())
        let opening = try listener.press("6")
        #expect(opening.contains { $0.contains(said("安置 2/3 人", "2/3 placed")) }, "\(opening)")
        #expect(opening.contains { $0.hasPrefix("1/2 氩弧焊工") && $0.contains(said("逐个推荐没有岗位", "no job one by one")) }, "\(opening)")
        let next = try listener.press("j")
        #expect(next.count == 1 && next[0].hasPrefix("2/2 叉车司机"), "\(next)")
        let marked = try listener.press("<space>")
        #expect(marked.contains { $0.contains(said("已标记，2/2", "marked, 2/2")) }, "\(marked)")
        let refusing = try listener.press("d")
        #expect(refusing.contains { $0.hasPrefix("1/3 ") }, "\(refusing)")
        let whole = listener.all()
        #expect(whole.count > 4)
        let left = try listener.press("<esc>]")
        #expect(left.first?.contains(said("空着的", "Left vacant")) == true, "\(left)")
        let form = try listener.press("f")
        #expect(form.contains { $0.contains(said("目标：最多安置", "Goal: most people")) }, "\(form)")
    }
}
