import DoorstepCore
import Testing
import TerminalUI

@testable import DoorstepConsole

@Suite("A terminal that draws ambiguous signs in two columns")
struct AmbiguousWidthTests {
    private static let wide = DisplayWidth(ambiguous: .wide)
    private static let hostile = [
        "卡佳·库兹涅佐娃", "Екатерина Кузнецова", "а", "aя中…“”", "··········", "①②③④⑤⑥⑦⑧⑨⑩", "Ж\u{301}\u{302}\u{303}ук", "■●★→─│█±≤≥", "ÄÖÜæßéè", "\u{FE0F}Д\u{200D}Д", "яя\tяя\u{202E}я",
        "Очень длинное имя, которому никогда не хватит одной строки на экране",
    ]

    /// Everybody and everything is called by something hostile.
    private func console(_ name: String, language: Language = .chinese) throws -> ConsoleDriver {
        var model = try SampleStation.model()
        for position in 0..<model.register.people.count {
            var person = model.register.people[position]
            (person.name, person.note) = (name, String(repeating: name + " ", count: 9))
            model.take([.person(person)])
        }
        for position in 0..<model.register.jobs.count {
            var job = model.register.jobs[position]
            (job.title, job.note) = (name, name)
            model.take([.job(job)])
        }
        for position in 0..<model.register.employers.count {
            var employer = model.register.employers[position]
            (employer.name, employer.barred) = (name, name)
            model.take([.employer(employer)])
        }
        return ConsoleDriver(language: language, model: model, settings: ConsoleSettings.reading("borders = \"lines\"").settings, width: Self.wide)
    }

    @Test("Whatever names are like, every row of every screen is exactly as wide as the terminal, and the cursor is on it", arguments: hostile)
    func rows(name: String) throws {
        let scripts = ["", "2", "3", "<enter>", "2<enter>", "<enter>p", "<enter>p<tab><tab>", "2e", "2eG", "?", "3x", "w", "2w<enter>", "s", "t", "2t", "1<enter>p<enter>3", "<f9>2"]
        for script in scripts {
            var console = try console(name)
            try console.press(script)
            if script.hasSuffix("<tab>") { console.commit(name) }
            for size in [Size(columns: 80, rows: 24), Size(columns: 61, rows: 16)] {
                console.send(.resize(size))
                let frame = console.frame
                #expect(frame.cells.width == Self.wide)
                for row in 0..<size.rows {
                    #expect(frame.cells[row].reduce(0) { $0 + Self.wide.of($1.text) } == size.columns, "row \(row) of \(size) after \(script)")
                }
                #expect(size.bounds.contains(frame.cursor), "\(size) after \(script)")
            }
        }
    }

    @Test("A name that was searched for is marked where it stands")
    func hits() throws {
        var console = try console("卡佳·库兹涅佐娃")
        try console.press("2/")
        console.commit("库兹")
        let row = try #require((0..<24).first { console.frame.cells.text(row: $0).hasPrefix(">卡佳") })
        // The dot takes the columns 5 and 6.
        let hit = console.frame.cells[row].enumerated().filter { $0.element.style.underline }.map(\.offset)
        #expect(hit == [7, 8, 9, 10])
    }

    @Test("The cursor stands behind what was typed")
    func typing() throws {
        var console = try console("Катя")
        try console.press("2/")
        console.commit("Катя…")
        #expect(console.frame.cursor == Point(column: 3 + 10, row: 2))
    }

    @Test("Cyrillic words stay whole where text is wrapped, and Chinese breaks anywhere")
    func wrapping() {
        DisplayWidth.$current.withValue(Self.wide) {
            #expect("Екатерина Кузнецова".wrapped(to: 20) == ["Екатерина", "Кузнецова"])
            #expect("卡佳·库兹涅佐娃".wrapped(to: 8) == ["卡佳·库", "兹涅佐娃"])
        }
        #expect("Екатерина Кузнецова".wrapped(to: 20) == ["Екатерина Кузнецова"])
    }

    @Test("Lines are drawn only where they take one column each")
    func borders() throws {
        var wide = try console("a")
        try wide.press("?")
        #expect(wide.screen.contains("+-") && !wide.screen.contains("─"))
        var narrow = try ConsoleDriver(model: SampleStation.model(), settings: ConsoleSettings.reading("borders = \"lines\"").settings)
        try narrow.press("?")
        #expect(narrow.screen.contains("─"))
    }

    @Test("The width holds while the console draws and no longer")
    func scope() throws {
        _ = try console("я").frame
        #expect(DisplayWidth() == DisplayWidth(ambiguous: .narrow))
        #expect(try ConsoleDriver(model: SampleStation.model()).frame.cells.width.ambiguous == .narrow)
    }

    @Test("config.toml takes auto, 1 and 2", arguments: [("\"auto\"", 0), ("1", 1), ("2", 2), ("\"2\"", 2)])
    func setting(text: String, choice: Int) {
        let (settings, problems) = ConsoleSettings.reading("ambiguous-width = \(text) # mine")
        #expect(problems.isEmpty && settings.ambiguousWidth.rawValue == choice)
    }

    @Test("and nothing else", arguments: ["3", "0", "12345678901234567890", "true", "\"wide\"", "1.5", "-1"])
    func noSetting(text: String) {
        let (settings, problems) = ConsoleSettings.reading("ambiguous-width = \(text)")
        #expect(problems.count == 1 && settings.ambiguousWidth == .auto)
    }
}
