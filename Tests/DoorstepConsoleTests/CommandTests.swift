import DoorstepCore
import Foundation
import Testing
import TerminalUI

@testable import DoorstepConsole

@Suite("The one list of commands")
struct CommandTests {
    @Test("Every command is there once, with a key that is understood; the tour alone goes by its name")
    func complete() {
        #expect(Command.all.map(\.id.rawValue).sorted() == Command.ID.allCases.map(\.rawValue).sorted())
        for command in Command.all where command.id != .tour { #expect(!command.keys.isEmpty, "\(command.id)") }
    }

    @Test("No key means two things in one place", arguments: ListKind.allCases)
    func unambiguous(kind: ListKind) {
        for scope in [Scope.list(kind), .matches] {
            var seen: [KeyStroke: Command.ID] = [:]
            for command in Command.all where command.works(in: scope) {
                for key in command.keys {
                    #expect(seen[key] == nil, "\(key) is \(command.id) and \(String(describing: seen[key]))")
                    seen[key] = command.id
                }
            }
        }
    }

    @Test("The help shows each command that works here with its keys, in both languages", arguments: Language.allCases)
    func help(language: Language) throws {
        var console = try ConsoleDriver(columns: 100, rows: 60, language: language, model: SampleStation.model())
        try console.press("?")
        for command in Command.all where command.works(in: .list(.jobs)) && !command.isSpoken {
            #expect(console.screen.contains(command.title(language)), "\(command.id)")
            if let key = command.keys.first { #expect(console.screen.contains(key.label), "\(command.id)") }
        }
    }

    @Test("README.md's table of keys has the first key of every command, and no key that is none")
    func readme() throws {
        let readme = try String(
            contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
                .appendingPathComponent("README.md"), encoding: .utf8)
        let table = readme.split(separator: "\n", omittingEmptySubsequences: false).drop { $0 != "| key | does |" }.dropFirst(2).prefix { $0.hasPrefix("|") }
        let cells = table.map { $0.split(separator: "|", maxSplits: 1)[0] }
        let keys = Set(cells.flatMap { $0.split(separator: "`").filter { !$0.allSatisfy(\.isWhitespace) }.map(String.init) })
        #expect(keys.count > 20)
        for key in Command.all.compactMap(\.keys.first) { #expect(keys.contains(key.label), "\(key)") }
        for key in keys { #expect(Command.all.contains { $0.keys.contains { $0.label == key } }, "\(key)") }
    }

    @Test("Typing in the help finds a command by name in either language, and Enter runs it")
    func runByName() throws {
        var console = try ConsoleDriver(model: SampleStation.model())
        try console.press(":ledger<enter>")
        #expect(console.state.current == .ledger)
        try console.press(":")
        console.commit("求职者")
        try console.press("<enter>")
        #expect(console.state.current == .people)
        try console.press(":gangwei<enter>")
        #expect(console.state.current == .jobs)
    }

    @Test("What is called by its name where it does not work says so, and so does what is no name; nothing runs")
    func calledElsewhere() throws {
        var console = try ConsoleDriver(model: SampleStation.model())
        try console.press("3:edit<enter>")
        #expect(console.screen.contains("“修改”在这里不能用") && console.state.overlay == nil)
        try console.press(":xyzzy<enter>")
        #expect(console.screen.contains("没有这个命令"))
        try console.press(":<enter>")
        #expect(console.state.overlay == nil && console.state.message == nil)
        // What is empty is left by rubbing out its sign, or by Esc.
        try console.press(":a<backspace>")
        #expect(console.state.overlay != nil)
        try console.press("<backspace>")
        #expect(console.state.overlay == nil)
    }

    @Test("The line shows what fits, the best one lowest; Tab writes its name out, Up goes to the next")
    func completes() throws {
        var console = try ConsoleDriver(model: SampleStation.model())
        try console.press(":sort")
        let rows = console.screen.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(rows[21].contains(">按左边一列排序") && rows[20].contains("按右边一列排序"))
        #expect(rows[22].hasPrefix(" :sort"))
        #expect(console.frame.cursor == Point(column: 6, row: 22))
        try console.press("<up><tab>")
        #expect(console.screen.contains(":按右边一列排序"))
        try console.press("<enter>")
        #expect(console.state.list.sort.column == 0)
    }
}

@Suite("Drawing")
struct RenderTests {
    @Test("Every screen draws at every size, with rows that are exactly as wide as the screen and the cursor on it")
    func anySize() throws {
        var generator = SystemRandomNumberGenerator()
        let seed = UInt64.random(in: .min ... .max, using: &generator)
        print("seed \(seed)")
        var random = Splitter(state: seed)
        let scripts = ["", "2", "3", "<enter>", "2<enter>", "<enter>p", "?", "3x", "/焊", "<enter>p<enter>3p", "<f9><enter>", "w", "2w<enter>", "<enter>wG", "<f9>w<enter>", "s", "s<c-x>", "/焊<c-s>", "/焊<c-s><enter>s<c-x>", "<f9>/焊<c-s><enter>/<c-s><enter>", "<f12>", "<f9><f12>", "2v", "<f9>2v<enter>", ":", ":sort", "<f9>:", "7:列", "7", "7jjjjjjjjjj", "<f9>7G", "6", "6d", "6f", "<f9>6f", "6]", "<f9>6]]"]
        for script in scripts {
            var console = try ConsoleDriver(model: SampleStation.model(), passphrases: script == "<f12>" ? ["乌兰": "x", "李四": "y"] : [:])
            for part in script.split(separator: "焊", omittingEmptySubsequences: false).enumerated() {
                if part.offset > 0 { console.commit("焊") }
                try console.press(String(part.element))
            }
            for _ in 0..<40 {
                let size = Size(columns: Int.random(in: 1...200, using: &random), rows: Int.random(in: 1...60, using: &random))
                console.send(.resize(size))
                let frame = console.frame
                let width = DisplayWidth()
                for row in 0..<size.rows {
                    let total = frame.cells[row].reduce(0) { $0 + width.of($1.text) }
                    #expect(total == size.columns, "row \(row) of \(size) after \(script)")
                }
                #expect(size.bounds.contains(frame.cursor), "\(frame.cursor) in \(size) after \(script)")
            }
        }
    }

    @Test("At 60×15 and above nothing says the window is too small; below it one line does")
    func smallest() throws {
        var console = try ConsoleDriver(columns: 60, rows: 15, model: SampleStation.model())
        #expect(!console.screen.contains("窗口太小"))
        console.send(.resize(Size(columns: 40, rows: 10)))
        #expect(console.screen.contains("窗口太小"))
    }

    @Test("A name with control characters and direction overrides reaches no cell")
    func hostileName() throws {
        let model = try SampleStation.model()
        var person = try #require(model.register.people[0] as Person?)
        person.name = "张\u{1B}[2J三\u{202E}李\u{7}"
        var console = ConsoleDriver(model: model)
        console.apply(.caughtUp([.person(person)], sequence: 2))
        try console.press("2")
        for row in 0..<24 {
            for cell in console.frame.cells[row] {
                for scalar in cell.text.unicodeScalars {
                    #expect(scalar.value >= 0x20 && scalar.value != 0x202E && !(0x7F...0x9F).contains(scalar.value))
                }
            }
        }
    }
}

struct Splitter: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
