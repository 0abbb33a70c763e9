import DoorstepCore
import Testing
import TerminalUI

@testable import DoorstepConsole

@Suite("A first start")
struct FoundingTests {
    // MARK: - The way through

    @Test("It says that there is no store, offers a station or the demonstration, and shows six keys")
    func welcome() throws {
        let start = try FoundingDriver()
        for text in ["还没有台站数据：/home/wulan/station.doorstep", ">1 建立台站", "2 先看演示", "全部虚构", "/       查找", "Enter   打开全部匹配", "p       推荐", "n       新增", "?       这里能用的命令", "q       离开"] {
            #expect(start.screen.contains(text), "\(text)")
        }
    }

    @Test("Place, names and passphrase twice found a station; its code is shown until y says that it is written down")
    func wholeWay() throws {
        var start = try FoundingDriver()
        try start.press("<enter>")
        start.commit("拉布大林街道")
        try start.press("<enter>")
        // The place is named whole, and its name is proposed for the station's.
        #expect(start.screen.contains("额尔古纳市拉布大林街道") && start.state.form.text(.name) == "拉布大林街道")
        try start.press("<enter><enter>ulaan-2026<enter>ulaan-2026")
        #expect(!start.screen.contains("ulaan") && start.screen.contains("**********"))
        try start.press("<enter>")
        let station = try #require(start.stations.first)
        #expect(start.stations.count == 1)
        #expect(station.place.code == "150784001" && station.name == "拉布大林街道" && station.caseworker == "乌兰" && station.passphrase == "ulaan-2026")
        #expect(start.screen.contains(FoundingDriver.code) && start.screen.contains("只显示这一次") && start.screen.contains("忘了口令时"))
        for key in ["<enter>", "<esc>", "<space>", "x", "q"] {
            try start.press(key)
            #expect(start.screen.contains(FoundingDriver.code) && start.state.ending == nil, "\(key)")
        }
        try start.press("y")
        #expect(start.state.ending == .founded)
    }

    @Test("The passphrase is forgotten once the station is founded")
    func forgets() throws {
        var start = try FoundingDriver()
        try start.fill()
        try start.press("ulaan-2026<enter>ulaan-2026<enter>")
        #expect(start.state.form.field(.passphrase).isEmpty && start.state.form.field(.again).isEmpty)
    }

    @Test("Without a passphrase it asks whether that is meant; only y is yes, and then there is no code", arguments: ["<enter>", "<esc>", "n", "<space>"])
    func withoutPassphrase(other: String) throws {
        var start = try FoundingDriver()
        try start.fill()
        try start.press("<enter>")
        #expect(start.screen.contains("确定不设口令吗") && start.screen.contains("能读到全部内容"))
        try start.press(other)
        #expect(start.stations.isEmpty && start.state.stage == .form && start.state.form.focus == .passphrase)
        try start.press("<enter>y")
        #expect(start.stations.map(\.passphrase) == [nil])
        #expect(start.state.ending == .founded)
    }

    @Test("The demonstration is one key away", arguments: ["2", "j<down><enter>", "<up><enter>"])
    func demonstration(script: String) throws {
        var start = try FoundingDriver()
        try start.press(script)
        #expect(start.state.ending == .demonstration && start.stations.isEmpty)
    }

    // MARK: - Back and out

    @Test("Esc goes back a field at a time, keeps what was typed, and never leaves")
    func escape() throws {
        var start = try FoundingDriver()
        try start.fill()
        try start.press("secret<esc>")
        #expect(start.state.form.focus == .caseworker)
        try start.press("<esc><esc>")
        #expect(start.state.form.focus == .place)
        try start.press("<esc>")
        #expect(start.state.stage == .welcome(chosen: .station))
        try start.press("<esc><esc><esc>")
        #expect(start.state.ending == nil)
        try start.press("<enter>")
        #expect(start.screen.contains("额尔古纳市拉布大林街道") && start.state.form.text(.passphrase) == "secret")
    }

    @Test("Ctrl-C leaves, and nothing was asked for", arguments: ["", "<enter>", "<enter>lbdl<enter>", "<enter>lbdl<enter><enter><enter><enter>"])
    func leaves(script: String) throws {
        var start = try FoundingDriver()
        try start.press(script + "<c-c>")
        #expect(start.state.ending == .left && start.stations.isEmpty)
    }

    @Test("While the store is being made no key does anything; once it is there, Ctrl-C goes on to it")
    func making() throws {
        var start = try FoundingDriver()
        start.holds = true
        try start.fill()
        try start.press("ulaan-2026<enter>ulaan-2026<enter>")
        #expect(start.screen.contains("正在建立"))
        try start.press("<c-c><esc><enter>yq")
        start.commit("额尔古纳")
        #expect(start.state.ending == nil && start.state.stage == .making && start.stations.count == 1)
        start.answer()
        try start.press("<c-c>")
        #expect(start.state.ending == .founded)
    }

    @Test("What kept the store from being made is said, the form is as it was, and Enter tries again")
    func refused() throws {
        var start = try FoundingDriver()
        start.refusal = Phrase("磁盘已满", "the disk is full")
        try start.fill()
        try start.press("ulaan-2026<enter>ulaan-2026<enter>")
        #expect(start.screen.contains("磁盘已满") && start.screen.contains("额尔古纳市拉布大林街道") && start.state.form.focus == .again)
        start.refusal = nil
        try start.press("<enter>")
        #expect(start.stations.count == 2 && start.screen.contains(FoundingDriver.code))
    }

    // MARK: - The place

    @Test("A place is typed in Chinese, pinyin, first letters or as its code", arguments: [
        "拉布大林街道", "拉布大林", "labudalin", "lbdl", "150784001", "额尔古纳市拉布大林街道", "１５０７８４００１",
    ])
    func place(typed: String) throws {
        var start = try FoundingDriver()
        try start.press("<enter>")
        start.commit(typed)
        try start.press("<enter>")
        #expect(start.state.form.focus == .name && start.state.form.text(.place) == "额尔古纳市拉布大林街道")
    }

    @Test("Of several places Tab chooses one, forwards and back; Enter takes it")
    func several() throws {
        var start = try FoundingDriver()
        try start.press("<enter>")
        start.commit("苏木")
        let names = start.state.form.names
        try #require(names.count > 3)
        #expect(start.screen.contains("Tab: " + names[0]))
        try start.press("<tab><tab>")
        #expect(start.state.form.text(.place) == names[1] && start.screen.contains("[\(names[1])]"))
        try start.press("<backtab>")
        #expect(start.state.form.text(.place) == names[0])
        try start.press("<enter>")
        #expect(start.state.form.focus == .name)
    }

    @Test("A name that several places have is not guessed at: it asks to choose")
    func ambiguous() throws {
        let catalogue = try SampleStation.catalogue().places
        let shared = try #require(Dictionary(grouping: catalogue.all, by: \.name).first { $0.value.count > 1 })
        var start = try FoundingDriver()
        try start.press("<enter>")
        start.commit(shared.key)
        try start.press("<enter>")
        #expect(start.state.form.focus == .place && start.screen.contains("按 Tab 选一个"))
        try start.press("<tab><enter>")
        #expect(start.state.form.focus == .name)
    }

    @Test("A name of the station that was typed stays, whatever place is chosen after")
    func nameStays() throws {
        var start = try FoundingDriver()
        try start.press("<enter>lbdl<enter><c-u>")
        start.commit("东街服务站")
        try start.press("<esc><c-u>150784200<enter>")
        #expect(start.state.form.text(.name) == "东街服务站")
        // One that was filled in changes with the place.
        var other = try FoundingDriver()
        try other.press("<enter>lbdl<enter><esc><c-u>150784200<enter>")
        let place = try #require(SampleStation.catalogue().places.place(code: "150784200"))
        #expect(other.state.form.text(.name) == place.name)
    }

    // MARK: - Mistakes, and worse

    @Test("A mistake is said at its field, which is not left", arguments: [
        ("<enter>", FoundingForm.Field.place, "请填台站所在的"), ("nirgendwo-9<enter>", .place, "内蒙古没有这个地方"), ("999999<enter>", .place, "内蒙古没有这个地方"),
        ("lbdl<enter><c-u><enter>", .name, "请填写"), ("lbdl<enter><c-u><space><enter>", .name, "请填写"), ("lbdl<enter><enter><c-u><enter>", .caseworker, "请填写"),
        ("lbdl<enter><enter><enter>1234567<enter>", .passphrase, "口令太短，至少 8"), ("lbdl<enter><enter><enter><space><space><space><space><space><space><space><space><enter>", .passphrase, "口令太短"),
        ("lbdl<enter><enter><enter>12345678<enter>12345679<enter>", .again, "两次输入的不一样"),
    ])
    func mistakes(script: String, field: FoundingForm.Field, words: String) throws {
        var start = try FoundingDriver()
        try start.press("<enter>" + script)
        #expect(start.state.form.focus == field && start.screen.contains(words))
        #expect(start.stations.isEmpty)
        // Typing takes it away.
        try start.press("x")
        #expect(!start.screen.contains(words))
    }

    @Test("Another passphrase has to be typed twice again")
    func otherPassphrase() throws {
        var start = try FoundingDriver()
        try start.fill()
        try start.press("12345678<enter>12345678<up>9<enter><enter>")
        #expect(start.stations.isEmpty && start.screen.contains("两次输入的不一样"))
        try start.press("123456789<enter>")
        #expect(start.stations.map(\.passphrase) == ["123456789"])
    }

    @Test("A name of 500 characters is too long, and said to be; control characters never get in", arguments: [FoundingForm.Field.place, .name, .caseworker])
    func longNames(field: FoundingForm.Field) throws {
        var start = try FoundingDriver()
        try start.press("<enter>")
        if field != .place { try start.press("lbdl<enter>") }
        if field == .caseworker { try start.press("<enter>") }
        try start.press("<c-u>")
        start.send(.paste(String(repeating: "长\u{1B}[31m\u{7}\u{0}\n\u{202E}", count: 500)))
        for row in 0..<24 { #expect(!start.frame.cells.text(row: row).unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F || $0.value == 0x202E }) }
        try start.press("<enter>")
        #expect(start.state.form.focus == field && start.screen.contains("最多 60 个字"))
        #expect(!start.state.form.text(field).unicodeScalars.contains { $0.value < 0x20 })
    }

    @Test("Anything typed anywhere ends nothing and founds nothing by chance", arguments: 1...20 as ClosedRange<UInt64>)
    func anything(seed: UInt64) throws {
        var random = SystemRandom(seed: seed)
        var start = try FoundingDriver()
        let strokes = ["<enter>", "<esc>", "<tab>", "<backtab>", "<up>", "<down>", "<left>", "<backspace>", "<c-u>", "<c-w>", "<f9>", "<c-l>", "<f12>", "a", "1", "<space>", "9", "!"]
        let texts = ["拉布大林", "额尔古纳市", "ｙ", "\u{1B}", "\u{0}", "👩‍👩‍👧", "e\u{301}", "\u{202E}", String(repeating: "张", count: 300)]
        for _ in 0..<300 {
            if random.int(3) == 0 { start.commit(texts[random.int(texts.count)]) } else { try start.press(strokes[random.int(strokes.count)]) }
            if random.int(5) == 0 { start.send(.resize(Size(columns: random.int(201), rows: random.int(61)))) }
            if random.int(9) == 0 { start.send(.paste(texts[random.int(texts.count)])) }
            _ = start.frame
            if start.state.ending != nil { start = try FoundingDriver() }
        }
    }

    // MARK: - On the screen

    @Test("Every size from 1×1 to 200×60 draws, each row as wide as the screen, the cursor inside", arguments: [Language.chinese, .english])
    func sizes(language: Language) throws {
        for script in ["", "<enter>", "<enter>erguna", "<enter>nirgendwo<enter>", "<enter>lbdl<enter><enter><enter><enter>", "<enter>lbdl<enter><enter><enter>ulaan-2026<enter>ulaan-2026<enter>"] {
            var start = try FoundingDriver(language: language)
            try start.press(script)
            for (columns, rows) in [(0, 0), (1, 1), (2, 3), (59, 15), (60, 14), (60, 15), (61, 16), (80, 24), (131, 40), (200, 60)] {
                start.send(.resize(Size(columns: columns, rows: rows)))
                let frame = start.frame
                #expect(frame.size == Size(columns: columns, rows: rows))
                for row in 0..<rows { #expect(frame.cells[row].reduce(0) { $0 + DisplayWidth().of($1.text) } == columns, "\(script) \(columns)×\(rows)") }
                if columns >= 60, rows >= 15 { #expect(frame.size.bounds.contains(frame.cursor), "\(script) \(columns)×\(rows)") }
            }
        }
    }

    @Test("At 60×15 the field that is typed in, what is wrong with it and the recovery code are in sight", arguments: [Language.chinese, .english])
    func smallest(language: Language) throws {
        var start = try FoundingDriver(columns: 60, rows: 15, language: language)
        try start.fill()
        try start.press("123<enter>")
        #expect(start.screen.contains(language == .chinese ? "口令太短" : "too short"))
        try start.press("45678<enter>12345678")
        #expect(start.screen.contains(language == .chinese ? ">再输一次    ********" : ">Once more"))
        try start.press("<enter>")
        #expect(start.screen.contains(FoundingDriver.code) && start.screen.contains(language == .chinese ? "锁进柜子" : "lock it away"))
    }

    @Test("In a window too small to see the code, y does not confirm it")
    func hiddenCode() throws {
        var start = try FoundingDriver()
        try start.fill()
        try start.press("ulaan-2026<enter>ulaan-2026<enter>")
        start.send(.resize(Size(columns: 30, rows: 8)))
        try start.press("y")
        #expect(start.state.ending == nil)
        start.send(.resize(Size(columns: 80, rows: 24)))
        #expect(start.screen.contains(FoundingDriver.code))
        // An input method that was left on gives a full-width letter.
        start.commit("ｙ")
        #expect(start.state.ending == .founded)
    }

    @Test("F9 turns the language everywhere")
    func language() throws {
        var start = try FoundingDriver()
        try start.press("<f9>")
        #expect(start.screen.contains("Found a station") && start.screen.contains("Six keys"))
        try start.press("<enter><f9>")
        #expect(start.screen.contains("建立台站"))
    }

    @Test("The six keys are those of the caseworker's own settings")
    func ownKeys() throws {
        let (settings, problems) = ConsoleSettings.reading("[keys]\nrecord = \"<f5>\"")
        #expect(problems.isEmpty)
        let state = FoundingState(
            size: Size(columns: 80, rows: 24), language: .chinese, path: "/x", caseworker: "乌兰", places: FoundingPlaces(try SampleStation.catalogue()),
            shortestPassphrase: 8, settings: settings)
        #expect(render(state).text.contains("F5      推荐"))
    }
}

/// Numbers that come again with the same seed.
private struct SystemRandom {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// From 0 to below a bound.
    mutating func int(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
    }
}
