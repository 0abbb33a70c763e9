import DoorstepCore
import Testing
import TerminalUI

@testable import DoorstepConsole

@Suite("Locking the console")
struct LockTests {
    private static let passphrases = ["乌兰": "ulaan-2026", "李四": "lisi-2026"]
    /// Whatever of the station's lists could be seen.
    private static let personal = ["巴特尔", "张三", "王芳", "氩弧焊工", "三河糖业", "154****"]

    private func console(isLocked: Bool = false, language: Language = .chinese, holdsUnlocking: Bool = false) throws -> ConsoleDriver {
        var console = try ConsoleDriver(language: language, model: SampleStation.model(), passphrases: Self.passphrases, isLocked: isLocked)
        console.holdsUnlocking = holdsUnlocking
        return console
    }

    private func expectNothingPersonal(_ console: ConsoleDriver, _ location: SourceLocation = #_sourceLocation) {
        for text in Self.personal { #expect(!console.screen.contains(text), "\(text)", sourceLocation: location) }
        #expect(console.state.model == nil, sourceLocation: location)
        #expect(console.state.panel.ranking == nil && console.state.message == nil && console.state.revealed == nil, sourceLocation: location)
        for list in console.state.lists.values { #expect(list.items == nil && list.hits == nil, sourceLocation: location) }
    }

    // MARK: - Locking

    @Test("F12 locks at once: the register is dropped, nothing of the lists stays on the screen", arguments: [
        "", "2", "<enter>p<enter>3", "<enter>", "2<enter>", "/", "<f9>", "w", "<enter>p", "r", "<enter>w", "2v",
    ])
    func locks(script: String) throws {
        var console = try console()
        try console.press(script)
        #expect(Self.personal.contains { console.screen.contains($0) })
        try console.press("<f12>")
        #expect(console.state.lock?.caseworker == "乌兰")
        #expect(console.screen.contains(script == "<f9>" ? "Locked" : "已锁定") && console.screen.contains("拉布大林街道"))
        expectNothingPersonal(console)
        if case .step(let form)? = console.state.overlay { #expect(form.heading.isEmpty && form.warnings.isEmpty) }
    }

    @Test("Five minutes without a key lock it; a key begins them anew, time alone does not")
    func idle() throws {
        var console = try console()
        console.apply(.tick(second: 299))
        #expect(console.state.lock == nil)
        try console.press("j")
        console.apply(.tick(second: 598))
        #expect(console.state.lock == nil)
        console.send(.resize(Size(columns: 90, rows: 30)))
        console.apply(.tick(second: 599))
        #expect(console.state.lock != nil)
        expectNothingPersonal(console)
        // Who unlocks it has five minutes again.
        try console.press("ulaan-2026<enter>")
        console.apply(.tick(second: 898))
        #expect(console.state.lock == nil)
    }

    @Test("After how many minutes it locks is a setting, which another program may change meanwhile")
    func idleSetting() throws {
        var console = try console()
        var settings = StationSettings()
        try Setting.named("lock-minutes").set("1", in: &settings)
        console.apply(.caughtUp([], settings: settings, sequence: 2))
        console.apply(.tick(second: 59))
        #expect(console.state.lock == nil)
        console.apply(.tick(second: 60))
        #expect(console.state.lock != nil)
    }

    @Test("What is answered after locking is not shown, and what others changed is not taken in")
    func lateAnswers() throws {
        var console = try console()
        let model = try #require(console.state.model)
        let person = try #require(model.register.people[0] as Person?)
        let list = try #require(console.state.lists[.people])
        let ranking = try #require(console.state.panel.ranking)
        let generation = console.state.panel.generation
        try console.press("<f12>")
        console.apply(.opened(model))
        console.apply(.narrowed(.people, generation: list.generation, Narrowing.Found(items: list.items ?? [], total: 3)))
        console.apply(.ranked(generation: generation, ranking))
        console.apply(.indexed(MatchIndex(model.matcher), generation: 1))
        console.apply(.caughtUp([.person(person)], sequence: 9))
        expectNothingPersonal(console)
        #expect(console.state.lock != nil)
    }

    @Test("A step that was on its way to the disk is told of after unlocking, without a name before")
    func savedMeanwhile() throws {
        var console = try console()
        try console.press("<enter>p<enter>")
        let saved = try #require(console.state.model?.register.placements[0] as Placement?)
        try console.press("p<f12>")
        console.apply(.stepSaved(saved, person: nil, sequence: 3))
        for text in Self.personal { #expect(!console.screen.contains(text)) }
        #expect(console.state.overlay == nil && console.state.model == nil)
        try console.press("ulaan-2026<enter>")
        #expect(console.state.lock == nil)
    }

    // MARK: - Unlocking

    @Test("Starting on a locked store shows the same screen, and the passphrase opens it", arguments: Language.allCases)
    func start(language: Language) throws {
        var console = try console(isLocked: true, language: language)
        #expect(console.screen.contains(language == .chinese ? "已锁定" : "Locked"))
        #expect(console.screen.contains(language == .chinese ? "口令" : "Passphrase"))
        expectNothingPersonal(console)
        try console.press("ulaan-2026")
        #expect(console.screen.contains("**********") && !console.screen.contains("ulaan"))
        try console.press("<enter>")
        #expect(console.screen.contains("氩弧焊工"))
        #expect(console.state.caseworker == "乌兰")
    }

    @Test("The caseworker is chosen among those who are known; who unlocked it is who works then")
    func caseworkers() throws {
        var console = try console(isLocked: true)
        #expect(console.screen.contains("乌兰  1/2") || console.screen.contains("乌兰  2/2"))
        try console.press("<down>")
        #expect(console.screen.contains("李四"))
        try console.press("lisi-2026<enter>")
        #expect(console.state.lock == nil && console.state.caseworker == "李四")
        #expect(console.screen.contains(" 李四 2026-11-21"))
        try console.press("<f12>")
        #expect(console.state.lock?.caseworker == "李四")
        try console.press("<tab><backtab><up><up>")
        #expect(console.state.lock?.caseworker == "李四")
    }

    @Test("The real cursor stays in the field; pasting works, Esc clears, an input method's letters go in")
    func field() throws {
        var console = try console(isLocked: true)
        let start = console.frame.cursor
        console.send(.paste("ulaan-2026"))
        #expect(console.frame.cursor == Point(column: start.column + 10, row: start.row))
        try console.press("<esc>")
        #expect(console.frame.cursor == start && console.state.lock?.field.isEmpty == true)
        console.commit("口令")
        #expect(console.state.lock?.field.text == "口令")
        try console.press("<c-u>")
        #expect(console.state.lock?.field.isEmpty == true)
        try console.press("<enter>")
        #expect(console.state.lock?.isTrying == false, "nothing is not tried")
    }

    @Test("A wrong passphrase says so and how long to wait, and counts down; keys go on meanwhile")
    func wrong() throws {
        var console = try console(isLocked: true)
        console.apply(.tick(second: 10))
        try console.press("x<enter>")
        #expect(console.screen.contains("口令不对") && console.screen.contains("1 秒后可以再试"))
        console.apply(.tick(second: 11))
        #expect(!console.screen.contains("秒后"))
        try console.press("x<enter>")
        #expect(console.screen.contains("2 秒后可以再试"))
        // Too soon: what was typed stays.
        try console.press("ulaan-2026<enter>")
        #expect(console.screen.contains("还要等一等") && console.state.lock?.field.text == "ulaan-2026")
        console.apply(.tick(second: 12))
        #expect(console.screen.contains("1 秒后可以再试") && console.state.timeShown == 1)
        console.apply(.tick(second: 13))
        try console.press("<enter>")
        #expect(console.state.lock == nil)
    }

    @Test("While a passphrase is tried keys work, and it is tried once")
    func trying() throws {
        var console = try console(isLocked: true, holdsUnlocking: true)
        try console.press("ulaan-2026<enter>")
        #expect(console.screen.contains("正在打开"))
        try console.press("abc<enter><f9>")
        #expect(console.state.lock?.field.text == "abc" && console.screen.contains("Opening"))
        console.answerUnlocking()
        #expect(console.state.lock == nil && console.screen.contains("氩弧焊工"))
    }

    @Test("While it is locked only what tells nothing works: language, redraw, leaving")
    func commands() throws {
        var console = try console(isLocked: true)
        try console.press("<f9>")
        #expect(console.screen.contains("Locked"))
        try console.press("q?:1<f2><f12>")
        #expect(console.state.lock?.field.text == "q?:1" && !console.state.isLeaving && console.state.overlay == nil)
        #expect(console.state.lock?.isTrying == false)
        try console.press("<c-c>")
        #expect(console.state.isLeaving)
    }

    // MARK: - Coming back

    @Test("The lists come back where they were: the search, the line, the screen")
    func comesBack() throws {
        var console = try console()
        try console.press("2jj/1540000000")
        #expect(console.screen.contains("2/3"))
        try console.press("<enter><down>")
        let selected = console.state.list.selected
        #expect(selected != nil && console.state.list.state.selection == 1)
        let before = console.screen
        try console.press("<f12>ulaan-2026<enter>")
        #expect(console.state.current == .people && console.state.list.field.text == "1540000000")
        #expect(console.state.list.selected == selected)
        #expect(console.screen == before)
        // Earlier searches name people: who comes next does not get them.
        try console.press("/<c-u><c-p>")
        #expect(console.state.list.field.isEmpty)
    }

    @Test("The chosen match is chosen again, though others stand above it now")
    func matches() throws {
        var console = try console()
        try console.press("<enter>j")
        let chosen = try #require(console.state.panel.ranking?.line(1)?.person)
        try console.press("<f12>ulaan-2026<enter>")
        let view = try #require(console.state.matches)
        #expect(console.state.panel.ranking?.line(view.state.selection)?.person == chosen)
        #expect(console.screen.contains("名次"))
    }

    @Test("What was being typed in a form is not lost, and whom it is about is said again")
    func form() throws {
        var console = try console()
        try console.press("<enter>p<tab><tab>")
        console.commit("带介绍信")
        try console.press("<f12>ulaan-2026<enter>")
        #expect(console.screen.contains("巴特尔 -> 氩弧焊工") && console.screen.contains("带介绍信"))
        try console.press("<enter>")
        #expect(console.saved.first?.note == "带介绍信")
    }

    @Test("A search for the other side, findings, a file's name and a command being typed go on", arguments: [
        ("w", "巴特尔", "选人"), ("r", "", "放宽一项 >"), ("3x", "x", "导出台账到"), ("?", "培训", "培训清单"), ("/焊<c-s>", "二", "存为常用查找"), ("s", "焊", "常用查找"),
    ])
    func overlays(script: String, text: String, shown: String) throws {
        var console = try console()
        try console.press(script == "3x" ? "<enter>p<enter>3x" : script.replacing("焊", with: "h"))
        console.commit(text)
        let before = console.screen
        #expect(before.contains(shown))
        try console.press("<f12>")
        expectNothingPersonal(console)
        try console.press("ulaan-2026<enter>")
        #expect(console.screen == before)
    }

    // MARK: - Without a passphrase

    @Test("Without a passphrase F12 clears the screen and says so; Enter goes on; it never locks by itself", arguments: Language.allCases)
    func withoutPassphrase(language: Language) throws {
        var console = try ConsoleDriver(language: language, model: SampleStation.model())
        let before = console.screen
        console.apply(.tick(second: 10_000))
        #expect(console.state.lock == nil)
        try console.press("<f12>")
        for text in Self.personal { #expect(!console.screen.contains(text)) }
        #expect(console.screen.contains(language == .chinese ? "没有口令" : "no passphrase"))
        #expect(console.screen.contains(language == .chinese ? "按 Enter 继续" : "press Enter to go on"))
        try console.press("jxq<esc>")
        console.commit("张三")
        #expect(console.state.lock != nil && !console.state.isLeaving)
        try console.press("<enter>")
        #expect(console.screen == before)
    }

    @Test("A store that another program gave a passphrase locks with it from then on")
    func firstPassphrase() throws {
        var console = try ConsoleDriver(model: SampleStation.model())
        console.give(Self.passphrases)
        try console.press("<f12>")
        expectNothingPersonal(console)
        #expect(console.state.lock?.caseworker == "乌兰")
        try console.press("<enter>")
        #expect(console.state.lock != nil)
        try console.press("ulaan-2026<enter>")
        #expect(console.screen.contains("氩弧焊工"))
        // And by itself.
        console.apply(.tick(second: 300))
        #expect(console.state.lock != nil)
    }

    @Test("The first row says whether there is a passphrase, as the store says it now")
    func firstRow() throws {
        var console = try ConsoleDriver(model: SampleStation.model())
        console.apply(.caseworkers([], isLocked: false))
        #expect(console.screen.contains("未设口令"))
        console.apply(.caseworkers(["乌兰"], isLocked: false))
        #expect(!console.screen.contains("未设口令"))
    }
}
