import DoorstepCore
import Testing
import TerminalUI

@testable import DoorstepConsole

@Suite("Taking back what was done at this desk")
struct TakeBackTests {
    private func console(columns: Int = 100, rows: Int = 30, language: Language = .chinese) throws -> ConsoleDriver {
        ConsoleDriver(columns: columns, rows: rows, language: language, model: try SampleStation.model())
    }

    private func register(_ console: ConsoleDriver) throws -> Register { try #require(console.state.model?.register) }

    private func status(_ console: ConsoleDriver, _ id: String) throws -> PersonStatus? { try register(console).people[#require(RecordID(id))]?.status }

    /// P1 referred to J1.
    private let refer = "1/氩<enter><enter>p<enter>"

    @Test("u takes the latest step back and says which; Ctrl-R records it again as a new step", arguments: Language.allCases)
    func single(language: Language) throws {
        // Given
        var console = try console(language: language)
        try console.press(refer + "<esc>3p<right><enter>")
        #expect(try status(console, "P1") == .placed)
        // When
        try console.press("u")
        // Then
        #expect(console.screen.contains(language == .chinese ? "已撤销 录用 巴特尔 -> 氩弧焊工" : "Taken back: hired 巴特尔 -> 氩弧焊工"))
        #expect(try status(console, "P1") == .seeking)
        let placement = try register(console).placements[0]
        #expect(placement.stage == .referred && placement.steps.map(\.corrects) == [nil, nil, 2])
        // When
        try console.press("<c-r>")
        // Then
        #expect(console.screen.contains(language == .chinese ? "已重做 录用 巴特尔" : "Done again: hired 巴特尔"))
        #expect(try status(console, "P1") == .placed)
        #expect(try register(console).placements[0].steps.map(\.stage) == [.referred, .hired, .corrected, .hired])
    }

    @Test("A referral that was taken back is opened anew, and what follows it is done again there")
    func void() throws {
        var console = try console()
        try console.press(refer + "<esc>3p<right><enter>uu")
        let first = try register(console).placements[0]
        #expect(first.isVoid)
        #expect(try register(console).sentCount(to: first.job, asOf: ConsoleDriver.day) == 0)
        try console.press("<c-r><c-r>")
        let placements = try register(console).placements
        #expect(placements.count == 2 && placements[1].steps.map(\.stage) == [.referred, .hired])
        #expect(try status(console, "P1") == .placed)
        try console.press("uu")
        #expect(try register(console).placements.allSatisfy(\.isVoid))
        #expect(try status(console, "P1") == .seeking)
        try console.press("u")
        #expect(console.screen.contains("没有可撤销"))
    }

    @Test("Steps that were recorded together are taken back together, and it says how many", arguments: Language.allCases)
    func together(language: Language) throws {
        var console = try console(language: language)
        try console.press("1/氩<enter><enter><space><space>p<enter>u")
        #expect(console.screen.contains(language == .chinese ? "已撤销 2 步" : "Taken back: 2 steps"))
        #expect(try register(console).placements.count == 2 && register(console).placements.allSatisfy(\.isVoid))
        // The latest first.
        #expect(console.saved.suffix(2).map(\.corrects) == [2, 1])
        try console.press("<c-r>")
        #expect(console.screen.contains(language == .chinese ? "已重做 2 步" : "Done again: 2 steps"))
        let again = try register(console).placements.suffix(2)
        #expect(again.map(\.stage) == [.referred, .referred])
        #expect(again.map(\.person) == console.saved.prefix(2).map { draft in if case .pair(_, let person) = draft.target { person } else { again[0].job } })
        try console.press("u")
        #expect(try register(console).placements.allSatisfy(\.isVoid))
    }

    @Test("Records and steps go back in the order in which they were done")
    func mixed() throws {
        var console = try console()
        try console.press("2e<down>")
        console.commit("二")
        try console.press("<c-s>" + refer + "<esc>3p<right><enter>2/王<enter>e<down>")
        console.commit("三")
        try console.press("<c-s>")
        func names() throws -> [String] { try register(console).people.map(\.name) }
        #expect(try names() == ["巴特尔二", "张三", "王芳三"])
        try console.press("u")
        #expect(try names() == ["巴特尔二", "张三", "王芳"])
        #expect(try status(console, "P1") == .placed)
        try console.press("uu")
        #expect(try register(console).placements.allSatisfy(\.isVoid))
        try console.press("u")
        #expect(try names() == ["巴特尔", "张三", "王芳"])
        try console.press("<c-r><c-r><c-r><c-r>")
        #expect(try names() == ["巴特尔二", "张三", "王芳三"])
        #expect(try status(console, "P1") == .placed)
        try console.press("<c-r>")
        #expect(console.screen.contains("没有可重做"))
    }

    @Test("What somebody else moved on meanwhile stays; it says so, of several it takes the others back")
    func movedOn() throws {
        var console = try console()
        try console.press("1/氩<enter><enter><space><space>p<enter><esc>")
        // Given somebody else who takes the first one on.
        var placement = try register(console).placements[0]
        placement.append(
            PlacementStep(
                number: 77, stage: .interviewed, party: nil, date: ConsoleDriver.day, recorded: "2026-11-21T02:00:00Z", caseworker: "王五", note: "", employer: "",
                title: "", kind: "", link: ""))
        console.apply(.caughtUp([.placement(placement)], sequence: 90))
        // When
        try console.press("u")
        // Then
        #expect(console.screen.contains("已撤销 1 步；1 笔没有办成，巴特尔："))
        #expect(try register(console).placements.map(\.stage) == [.interviewed, .corrected])
        // And again, for what is left.
        try console.press("u")
        #expect(console.state.message?.text.chinese.contains("已由其他人办理，现在是“面试”") == true)
        #expect(console.state.message?.tone == .error)
        #expect(try register(console).placements.map(\.stage) == [.interviewed, .corrected])
        // Once that is gone, it can be.
        let id = placement.id
        placement.append(
            PlacementStep(
                number: 78, stage: .corrected, party: nil, corrects: 77, date: ConsoleDriver.day, recorded: "2026-11-21T02:00:00Z", caseworker: "王五", note: "",
                employer: "", title: "", kind: "", link: ""))
        console.apply(.caughtUp([.placement(placement)], sequence: 95))
        try console.press("u")
        #expect(try register(console).placements[id]?.isVoid == true)
    }

    @Test("Until the store has answered, u asks nothing more")
    func waiting() throws {
        var state = try console().state
        for stroke in try #require(KeyStroke.sequence(refer)) {
            for effect in reduce(&state, .input(.key(stroke))) {
                switch effect {
                case .narrow(let kind, let query, let sort, let generation):
                    guard let model = state.model, let found = Narrowing.run(kind, query: query, sort: sort, model) else { continue }
                    _ = reduce(&state, .narrowed(kind, generation: generation, found))
                case .rank(let target, let generation):
                    _ = reduce(&state, .ranked(generation: generation, state.model?.ranking(target, limit: 5) ?? .empty))
                case .saveStep(let draft):
                    guard case .pair(let job, let person) = draft.target else { continue }
                    let step = PlacementStep(
                        number: 1, stage: .referred, party: nil, date: draft.date, recorded: "", caseworker: "", note: "", employer: "", title: "", kind: "", link: "")
                    let placement = Placement(id: try #require(RecordID("R1")), job: job, person: person, first: step)
                    _ = reduce(&state, .stepSaved(placement, person: nil, sequence: 2))
                default: break
                }
            }
        }
        let u = InputEvent.key(try #require(KeyStroke("u")))
        #expect(reduce(&state, .input(u)).count == 1)
        #expect(reduce(&state, .input(u)).isEmpty)
        #expect(reduce(&state, .input(.key(try #require(KeyStroke("<c-r>"))))).isEmpty)
        _ = reduce(&state, .stepsSaved([], refused: RefusedStep(target: .placement(try #require(RecordID("R1"))), reason: Phrase("占用", "in use"), of: 1), purpose: .tookBack))
        #expect(state.message?.text.chinese == "巴特尔：占用")
        #expect(reduce(&state, .input(u)).count == 1)
    }

    @Test("Whatever is done, taken back and done again at the desk, each u is as before the deed and each Ctrl-R as after it")
    func oracle() throws {
        var random = SystemSeed(20_261_121)
        for run in 0..<12 {
            var console = try console()
            // Marks and notes, as deep as they are, tell the states apart.
            func look() throws -> [String] {
                let register = try register(console)
                return register.people.map { "\($0.name) \($0.status)" }
                    + register.placements.filter { !$0.isVoid }.map { "\($0.person) \($0.job) \($0.standing.map(\.stage))" }.sorted()
            }
            var past = [try look()]
            var future: [[String]] = []
            for number in 0..<25 {
                let before = try look()
                switch random.next(6) {
                case 0, 1:
                    try console.press("u")
                    if past.count > 1 { future.append(past.removeLast()) }
                    #expect(try look() == past.last, "run \(run), \(number): u")
                    continue
                case 2:
                    try console.press("<c-r>")
                    if let next = future.popLast() { past.append(next) }
                    #expect(try look() == past.last, "run \(run), \(number): Ctrl-R")
                    continue
                case 3:
                    try console.press("<esc><esc><esc>2g" + String(repeating: "j", count: random.next(2)) + "e<down>")
                    console.commit("\(number)")
                    try console.press("<c-s><esc>")
                case 4:
                    try console.press("<esc><esc><esc>1g" + String(repeating: "j", count: random.next(2)) + "<enter>")
                    try console.press(random.next(2) == 0 ? "<space><space>p<enter><esc><esc>" : "p<enter><esc><esc>")
                default:
                    try console.press("<esc><esc><esc>3g" + String(repeating: "j", count: random.next(3)) + "p" + String(repeating: "<right>", count: random.next(5)))
                    try console.press("<enter><esc><esc>")
                }
                guard try look() != before else { continue }
                past.append(try look())
                future = []
            }
        }
    }

    // MARK: - The ledger

    @Test("In the ledger the last choice of p is to take the latest step back, whoever recorded it; it says which", arguments: Language.allCases)
    func lastChoice(language: Language) throws {
        var console = try console(columns: 80, rows: 24, language: language)
        try console.press(refer + "<esc>3p")
        let correction = language == .chinese ? "更正（撤销上一步）" : "correct (take back the latest step)"
        #expect(console.screen.contains(" \(correction) "), "every choice is there at 80 columns")
        try console.press("<left>")
        #expect(console.screen.contains("[\(correction)]"))
        #expect(console.screen.contains(language == .chinese ? "撤销 2026-11-21 推荐" : "Takes back 2026-11-21 referred"))
        try console.press("<enter>")
        #expect(console.saved.last?.stage == .corrected && console.saved.last?.corrects == 1)
        #expect(console.screen.contains(language == .chinese ? "已保存 更正（推荐） 巴特尔" : "Saved corrected (referred) 巴特尔"))
        // It can be taken back itself: the referral is recorded anew.
        try console.press("u")
        let placements = try register(console).placements
        #expect(placements.count == 2 && placements[1].steps.map(\.stage) == [.referred])
    }

    @Test("What was taken back is there still, in the background and marked; where nothing stands it says so", arguments: Language.allCases)
    func shown(language: Language) throws {
        var console = try console(language: language)
        try console.press(refer + "<esc>3p<right><enter>u")
        let (hired, mark) = language == .chinese ? ("2026-11-21 录用  乌兰  已更正", "2026-11-21 更正（录用）") : ("2026-11-21 hired  乌兰  taken back", "2026-11-21 corrected (hired)")
        let model = try #require(console.state.model)
        let lines = LedgerScreen.details(model.register.placements[0].id, model)
        func tone(_ text: String) -> DetailLine.Tone? { lines.first { $0.text(language).hasPrefix(text) }?.tone }
        #expect(tone(hired) == .muted && tone(mark) == .muted)
        #expect(tone(language == .chinese ? "2026-11-21 推荐  乌兰" : "2026-11-21 referred  乌兰") == .plain)
        #expect(console.screen.contains(hired))
        try console.press("up")
        #expect(console.screen.contains(language == .chinese ? "推荐已撤销" : "the referral was taken back"))
        #expect(console.state.overlay == nil)
        #expect(console.state.message?.text == Words.isVoid)
    }

    @Test("What others did is corrected together too; what has ended is still corrected, what is void no more")
    func marked() throws {
        var console = try console()
        try console.press("1/氩<enter><enter><space><space>p<enter><esc>3<space><space>p")
        #expect(console.screen.contains("一起办理 2 笔"))
        try console.press("<left>")
        #expect(console.screen.contains("撤销 2 步"))
        try console.press("<enter>")
        #expect(console.screen.contains("已保存 2 笔"))
        #expect(try register(console).placements.allSatisfy(\.isVoid))
        try console.press("u")
        #expect(try register(console).placements.filter { !$0.isVoid }.count == 2)
    }

    @Test("While the console is locked nothing can be taken back, nor afterwards what was done before")
    func locked() throws {
        var console = ConsoleDriver(model: try SampleStation.model(), passphrases: ["乌兰": "口令口令"])
        try console.press(refer + "<f12>")
        console.commit("口令口令")
        try console.press("<enter><esc><esc>u")
        #expect(console.screen.contains("没有可撤销"))
        #expect(console.saved.count == 1)
    }
}

/// Numbers that are the same at every run.
private struct SystemSeed {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % limit
    }
}
