import DoorstepConsole
import DoorstepCore
import Testing
import TerminalUI

@Suite("The main job at the keyboard")
struct ConsoleJourneyTests {
    @Test("The jobs come first, the one vacant for longest on top, with the best match beside it")
    func firstScreen() throws {
        let console = try ConsoleDriver(model: SampleStation.model())
        let lines = console.screen.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[1].contains("有活没人干"))
        #expect(lines[1].contains("2/2"))
        #expect(lines[4].contains("氩弧焊工"))
        #expect(lines[5].contains("叉车司机"))
        #expect(console.screen.contains("匹配 2  差一项 1"))
        #expect(console.screen.contains("巴特尔"))
    }

    @Test("Referring the best match saves one step, says so, and takes the pair out of the matches")
    func refer() throws {
        // Given the matches of the first job
        var console = try ConsoleDriver(model: SampleStation.model())
        try console.press("<enter>")
        #expect(console.screen.contains("巴特尔 -> 氩弧焊工"))
        // When the first one is referred
        try console.press("p")
        #expect(console.screen.contains("[推荐]"))
        try console.press("<enter>")
        // Then
        #expect(console.saved.count == 1)
        #expect(console.saved.first?.stage == .referred)
        #expect(console.screen.contains("已保存 推荐 巴特尔 -> 氩弧焊工（三河糖业）"))
        #expect(console.screen.contains("匹配 1  差一项 1"))
    }

    @Test("Once the disk has failed, the first row goes on saying so, what is shown stays, and the note written is still there")
    func halted() throws {
        var console = try ConsoleDriver(model: SampleStation.model())
        try console.press("<enter>p<tab><tab>")
        console.commit("早班")
        let reason = Phrase("磁盘坏了，什么也没有保存。", "The disk failed, and nothing was saved.")
        // When saving is refused for the disk's sake, and told again by the
        // next look at the store.
        console.apply(.stepRefused(reason))
        console.apply(.halted(reason))
        console.apply(.halted(reason))
        // Then
        #expect(console.screen.contains("!已停止保存"))
        #expect(console.screen.contains("早班") && console.screen.contains("磁盘坏了"))
        try console.press("<esc><esc>2")
        #expect(console.screen.contains("巴特尔") && console.screen.contains("!已停止保存"))
        #expect(console.state.message?.text != reason)
    }

    @Test("A placement is moved on from the ledger until it ends, and hiring takes the person off the list")
    func wholeLife() throws {
        var console = try ConsoleDriver(model: SampleStation.model())
        try console.press("<enter>p<enter>3p")
        #expect(console.screen.contains("[面试]"))
        try console.press("<enter>p<right><left><enter>")
        #expect(console.saved.map(\.stage) == [.referred, .interviewed, .hired])
        try console.press("2")
        #expect(console.screen.contains("2/2"))
        #expect(!console.screen.contains(">巴特尔"))
        try console.press("3p<right><right><enter>")
        #expect(console.saved.last?.stage == .declined)
        #expect(console.saved.last?.party == .person)
        #expect(console.screen.contains("这一笔已经结束"))
        // It has ended: nothing but a correction can come.
        try console.press("p")
        #expect(console.screen.contains("[更正（撤销上一步）]"))
        try console.press("<right><esc>")
        #expect(console.saved.count == 4)
    }

    @Test("Typing narrows the list with the count beside it, and coming back finds it narrowed")
    func narrowing() throws {
        var console = try ConsoleDriver(model: SampleStation.model())
        try console.press("2/")
        console.commit("张")
        #expect(console.screen.contains("1/3"))
        try console.press("<enter>1")
        #expect(console.screen.contains("2/2"))
        try console.press("2")
        #expect(console.screen.contains("1/3"))
        try console.press("<esc>")
        #expect(console.screen.contains("3/3"))
    }

    @Test("Chinese typed without pressing / starts a search")
    func chineseStartsSearch() throws {
        var console = try ConsoleDriver(model: SampleStation.model())
        try console.press("2")
        console.commit("巴特尔")
        #expect(console.screen.contains("1/3"))
    }

    @Test("What is typed while the store is still being read narrows the list as soon as it is there")
    func typedEarly() throws {
        let model = try SampleStation.model()
        var console = ConsoleDriver(model: model, isOpened: false)
        try console.press("2")
        console.commit("巴特尔")
        #expect(console.screen.contains("/ 巴特尔"))
        console.apply(.opened(model))
        #expect(console.screen.contains("1/3"))
    }

    @Test("Full-width letters and signs mean the plain ones outside a text field")
    func fullWidth() throws {
        var console = try ConsoleDriver(model: SampleStation.model())
        console.commit("２")
        #expect(console.screen.contains("有人没活干"))
        console.commit("？")
        #expect(console.screen.contains("打开全部匹配"))
    }

    @Test("A refusal stays in the form with what was typed")
    func refusal() throws {
        var console = try ConsoleDriver(model: SampleStation.model())
        try console.press("<enter>p<tab><c-u>2027-01-01<tab>")
        console.commit("电话约好")
        try console.press("<enter>")
        #expect(console.saved.isEmpty)
        #expect(console.screen.contains("2027-01-01"))
        #expect(console.screen.contains("电话约好"))
        #expect(console.screen.contains("还没有到"))
    }

    @Test("Esc over a note that is not saved asks first")
    func escapeKeepsNote() throws {
        var console = try ConsoleDriver(model: SampleStation.model())
        try console.press("<enter>p<tab><tab>")
        console.commit("已电话通知")
        try console.press("<esc>")
        #expect(console.screen.contains("再按一次 Esc 放弃"))
        #expect(console.screen.contains("已电话通知"))
        try console.press("<esc>")
        #expect(!console.screen.contains("已电话通知"))
    }

    @Test("The near miss says both values")
    func nearMiss() throws {
        var console = try ConsoleDriver(columns: 120, rows: 40, model: SampleStation.model())
        try console.press("<enter>G")
        #expect(console.screen.contains("最高 6000 元/月，本人期望每月 7000"))
    }

    @Test("What another program changed is taken in and said; a sequence that went on without a change is not")
    func caughtUp() throws {
        let model = try SampleStation.model()
        var console = ConsoleDriver(model: model)
        console.apply(.caughtUp([], sequence: 5))
        #expect(!console.screen.contains("其他程序"))
        #expect(console.state.model?.sequence == 5)
        var job = model.register.jobs[1]
        job.title = "装卸工"
        console.apply(.caughtUp([.job(job)], sequence: 6))
        #expect(console.screen.contains("装卸工"))
        #expect(console.screen.contains("其他程序"))
    }

    @Test("Changes that come before the index is there are in it, and in the matches, when it comes")
    func changedBeforeTheIndex() throws {
        let model = try SampleStation.model()
        var console = ConsoleDriver(model: model, isOpened: false)
        let index = MatchIndex(model.matcher)
        // The index is asked for, and answered only after a change.
        var state = console.state
        let effects = reduce(&state, .opened(model))
        #expect(effects.contains(.makeIndex(generation: 1)))
        var person = model.register.people[0]
        person.status = .paused
        _ = reduce(&state, .caughtUp([.person(person)], sequence: 7))
        _ = reduce(&state, .indexed(index, generation: 1))
        let now = try #require(state.model)
        #expect(now.index?.register.people[0].status == .paused)
        for job in now.register.jobs {
            #expect(now.ranking(.job(job.id), limit: 9) == now.matcher.people(for: job, limit: 9))
        }
        // One of an earlier store is dropped.
        console.apply(.opened(model))
        let known = console.state.model?.sequence
        console.apply(.indexed(index, generation: 0))
        #expect(console.state.model?.sequence == known)
    }

    @Test("An answer to a question that is no longer asked changes nothing")
    func lateAnswer() throws {
        var console = try ConsoleDriver(model: SampleStation.model())
        let before = console.screen
        console.apply(.ranked(generation: console.state.panel.generation - 1, .empty))
        console.apply(.narrowed(.jobs, generation: 0, Narrowing.Found(items: [], total: 0)))
        #expect(console.screen == before)
    }
}
