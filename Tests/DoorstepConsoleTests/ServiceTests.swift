import DoorstepCore
import Testing
import TerminalUI

@testable import DoorstepConsole

@Suite("What is due, services and calls, at the console")
struct ServiceTests {
    private func console(_ language: Language = .chinese, _ change: (inout StationModel) throws -> Void = { _ in }) throws -> ConsoleDriver {
        var model = try SampleStation.model()
        try change(&model)
        return ConsoleDriver(columns: 100, rows: 30, language: language, model: model)
    }

    @Test("4 lists what is due, overdue longest first; how much is said on its tab, and the record stands beside it, masked")
    func due() throws {
        var console = try console()
        #expect(console.screen.contains("4回访(3)"), "three who registered and nobody spoke to:\n\(console.screen)")
        try console.press("4")
        let rows = console.screen.split(separator: "\n").filter { $0.contains("首次联系") }
        #expect(rows.count >= 3)
        let line = try #require(rows.first { $0.hasPrefix(">") })
        #expect(line.contains("巴特尔") && line.contains("2026-10-12"), "\(rows)")
        #expect(console.screen.contains("154****0001") && !console.screen.contains("15400000001"))
    }

    @Test("One key and a result: saved, it leaves the list", arguments: Language.allCases)
    func result(language: Language) throws {
        var console = try console(language)
        try console.press("4<enter>")
        #expect(console.screen.contains(language == .chinese ? "[1接通]" : "[1 reached]"), "\(console.screen)")
        try console.press("<enter>")
        #expect(try console.served == [ServiceDraft(.person(id("P1")), .call, outcome: .reached, date: ConsoleDriver.day)])
        #expect(console.state.overlay == nil && console.state.pages[.followUps]?.dueCount == 2)
        #expect(console.screen.contains("(2)"))
    }

    @Test("A call that is put off asks for the day, which has to come after")
    func again() throws {
        var console = try console()
        try console.press("4<enter>4")
        try console.press("<c-u>2026-11-20<enter>")
        #expect(console.served.isEmpty && console.screen.contains("不在这一次之后"), "\(console.screen)")
        try console.press("<c-u>2026-12-01<enter>")
        #expect(console.served.first?.outcome == .postponed && console.served.first?.again == Day(iso: "2026-12-01"))
    }

    @Test("What came of a placement is a step of it; day work is settled by its wages")
    func steps() throws {
        var console = try console { model in
            for (number, kind) in [("J1", nil), ("J2", model.catalogue.kinds.kind("零工")?.id)] {
                var job = try #require(model.register.jobs[id(number)])
                job.kind = kind
                model.take([.job(job)])
            }
            let steps: [(Stage, String)] = [(.referred, "2026-10-01"), (.hired, "2026-10-02"), (.started, "2026-10-03")]
            model.take([.placement(try placement("R1", "J1", "P1", steps)), .placement(try placement("R2", "J2", "P2", [(.referred, "2026-11-01"), (.hired, "2026-11-02")]))])
        }
        try console.press("4")
        let rows = console.screen.split(separator: "\n").filter { $0.contains("在岗核实 30 天") || $0.contains("零工结算") }
        #expect(rows.count >= 2, "\(console.screen)")
        // Overdue longest stands first: in post since 2 November, day work since the 3rd.
        try select(&console, .inPost(days: 30))
        try console.press("<enter>")
        #expect(console.screen.contains("在岗]") && console.screen.contains("离职"), "\(console.screen)")
        try console.press("<enter>")
        #expect(console.saved.last?.stage == .checked && console.state.overlay == nil, "\(console.screen)")
        try select(&console, .dayWork)
        try console.press("<enter>")
        #expect(console.screen.contains("[1工资已结]"), "\(console.screen)")
        try console.press("<enter>")
        #expect(console.saved.last?.evidence[.paid] == .yes(true))
    }

    private func select(_ console: inout ConsoleDriver, _ reason: FollowUp.Reason) throws {
        let lines = try #require(console.state.pages[.followUps]?.lines)
        let index = try #require(lines.firstIndex { if case .followUp(let call)? = $0.about { call.reason == reason } else { false } })
        try console.press("g" + String(repeating: "j", count: index))
    }

    @Test("A job is still open, or filled, which its status says from then on")
    func jobs() throws {
        var console = try console { model in
            var job = try #require(model.register.jobs[id("J1")])
            job.closes = ConsoleDriver.day + 2
            model.take([.job(job)])
        }
        try console.press("4")
        try select(&console, .closing)
        try console.press("<enter>2<enter>")
        #expect(console.edits.last?.edit.record.name == "氩弧焊工")
        guard case .job(let job, _)? = console.edits.last?.edit.record else { return #expect(Bool(false)) }
        #expect(job.status == .filled)
        #expect(console.state.pages[.followUps]?.lines?.contains { if case .followUp(let call)? = $0.about { call.reason == .closing } else { false } } == false)
    }

    @Test("c shows the telephone once that is journalled, and asks what came of it by one key; it is masked when the record is left")
    func call() throws {
        var console = try console()
        try console.press("2c")
        #expect(console.revealed.map(\.person.text) == ["P1"] && console.revealed.first?.reason == RevealReason(.call))
        #expect(console.screen.contains("15400000001"))
        try console.press("2")
        #expect(console.served.first?.outcome == .noAnswer && console.state.overlay == nil)
        #expect(console.screen.contains("15400000001"), "until the record is left:\n\(console.screen)")
        try console.press("j")
        #expect(!console.screen.contains("15400000001"))
        // Nothing to show without a number.
        try console.press("Gc")
        #expect(console.state.overlay == nil || console.screen.contains("154"))
    }

    @Test("Before it is in the journal the telephone stays masked; where that fails, for good")
    func notJournalled() throws {
        var state = try console().state
        for key in try #require(KeyStroke.sequence("2c")) { _ = reduce(&state, .input(.key(key))) }
        #expect(!render(state).text.contains("15400000001"))
        _ = reduce(&state, .revealRefused(Phrase("磁盘已满", "The disk is full")))
        #expect(render(state).text.contains("磁盘已满") && !render(state).text.contains("15400000001"))
    }

    @Test("b records a service, and the card counts it; Esc asks before a note is lost")
    func service() throws {
        var console = try console()
        try console.press("2")
        #expect(console.screen.contains("推荐0 指导0 培训信息0"), "\(console.screen)")
        try console.press("b2")
        console.commit("想学电焊")
        try console.press("<esc>")
        #expect(console.state.overlay != nil)
        try console.press("<enter>")
        #expect(try console.served == [ServiceDraft(.person(id("P1")), .guidance, date: ConsoleDriver.day, note: "想学电焊")])
        #expect(console.screen.contains("推荐0 指导1 培训信息0") && console.screen.contains("职业指导 想学电焊"))
    }

    @Test("What the store refuses is said in the form, which stays")
    func refused() throws {
        var console = try console()
        console.refusal = Phrase("磁盘已满", "The disk is full")
        try console.press("2b<enter>")
        #expect(console.screen.contains("磁盘已满") && console.state.overlay != nil)
    }

    @Test("0 is the day: who came, what is due, what I did; a name typed there finds the person")
    func today() throws {
        var console = try console()
        try console.press("2b<enter>0")
        #expect(console.screen.contains("来访和电话") && console.screen.contains("我办的") && console.screen.contains("接待"), "\(console.screen)")
        console.commit("张三")
        #expect(console.state.current == .people && console.state.list.items?.count == 1)
        try console.press("<esc>0/")
        #expect(console.state.current == .people && console.state.list.isTyping)
    }

    @Test("u takes a service or call back by a further one, and says which; Ctrl-R records it again; on the pages as well", arguments: Language.allCases)
    func takenBack(language: Language) throws {
        for page in ["", "0", "4"] {
            var console = try console(language)
            try console.press("2b2<enter>" + page)
            try console.press("u")
            let person = Service.Subject.person(try id("P1"))
            #expect(console.served.last == ServiceDraft(person, .guidance, takesBack: 1, date: ConsoleDriver.day))
            #expect(console.screen.contains(language == .chinese ? "已撤销 职业指导 巴特尔" : "Taken back: guidance 巴特尔"), "\(console.screen)")
            #expect(console.state.model?.register.services(of: person) == [])
            try console.press("<c-r>")
            #expect(console.served.last == ServiceDraft(person, .guidance, date: ConsoleDriver.day) && console.served.count == 3)
            #expect(console.screen.contains(language == .chinese ? "已重做 职业指导 巴特尔" : "Done again: guidance 巴特尔"), "\(console.screen)")
            #expect(console.state.model?.register.services(of: person).map(\.number) == [3])
            // The other way round once more, under the number it has now.
            try console.press("uu")
            #expect(console.served.last?.takesBack == 3)
            #expect(console.screen.contains(language == .chinese ? "没有可撤销的" : "nothing to take back"))
        }
    }

    @Test("A call keeps its outcome and the day agreed on where it is done again")
    func callAgain() throws {
        var console = try console()
        try console.press("4<enter>4<c-u>2026-12-01<enter>u<c-r>")
        #expect(console.served.count == 3 && console.served.last == console.served.first && console.served.last?.again == Day(iso: "2026-12-01"))
    }

    @Test("Steps and services are taken back in the order they were done, the latest first")
    func mixed() throws {
        var console = try console()
        try console.press("1/氩<enter><enter>p<enter><esc>2b2<enter>")
        try console.press("u")
        #expect(console.served.last?.takesBack == 1 && console.saved.count == 1)
        try console.press("u")
        #expect(console.saved.last?.stage == .corrected && console.served.count == 2)
    }

    @Test("What the store refuses to take back is said, and can be tried again; locked, nothing is left to take back")
    func notTakenBack() throws {
        var console = try console()
        try console.press("2b2<enter>")
        console.refusal = Phrase("磁盘已满", "The disk is full")
        try console.press("u")
        #expect(console.screen.contains("磁盘已满") && console.served.count == 1)
        console.refusal = nil
        try console.press("u")
        #expect(console.served.last?.takesBack == 1)
        var state = console.state
        state.caseworkers = ["乌兰"]
        _ = reduce(&state, .input(.key(try #require(KeyStroke.sequence("<f12>")?.first))))
        let given = Service(number: 9, ServiceDraft(.person(try id("P1")), .guidance, date: ConsoleDriver.day), recorded: "", caseworker: "乌兰")
        _ = reduce(&state, .serviceSaved(given, sequence: 9))
        #expect(state.history == WorkHistory())
    }

    @Test("Turned towards a client, neither names nor numbers of others are shown there, and nobody is called")
    func turned() throws {
        var console = try console()
        for key in ["4", "0"] {
            try console.press("t" + key)
            for name in ["巴特尔", "张三", "王芳", "154****"] { #expect(!console.screen.contains(name), "\(key) \(name)\n\(console.screen)") }
            try console.press("jc<enter>")
            #expect(console.state.overlay == nil && console.revealed.isEmpty)
            try console.press("t")
        }
    }

    private func id(_ text: String) throws -> RecordID { try #require(RecordID(text)) }

    private func placement(_ number: String, _ job: String, _ person: String, _ steps: [(Stage, String)]) throws -> Placement {
        let all = try steps.enumerated().map { index, step in
            PlacementStep(
                number: index + 1, stage: step.0, party: nil, date: try #require(Day(iso: step.1)), recorded: "", caseworker: "李四", note: "", employer: "三河糖业",
                title: "氩弧焊工", kind: job == "J2" ? JobKind.dayWorkCode : "", link: "")
        }
        var placement = Placement(id: try id(number), job: try id(job), person: try id(person), first: try #require(all.first))
        for step in all.dropFirst() { placement.append(step) }
        return placement
    }
}
