import DoorstepCore
import Testing
import TerminalUI

@testable import DoorstepConsole

@Suite("The mouse")
struct MouseTests {
    /// Presses where a text is first seen, from a row on.
    private func press(
        _ console: inout ConsoleDriver, _ text: String, _ kind: MouseEvent.Kind = .press, from first: Int = 0, location: SourceLocation = #_sourceLocation
    ) throws {
        let rows = (first..<console.frame.size.rows).filter { console.frame.cells.text(row: $0).contains(text) }
        let row = try #require(rows.first, "“\(text)” is not on the screen", sourceLocation: location)
        // The column at which the text begins.
        let line = console.frame.cells.text(row: row)
        let before = try #require(line.range(of: text), sourceLocation: location).lowerBound
        console.send(.mouse(MouseEvent(position: Point(column: DisplayWidth().of(String(line[..<before])), row: row), kind: kind)))
    }

    @Test("A press on a screen's name opens it, from the matches too, in every language and width", arguments: Language.allCases, [60, 80, 140])
    func tabs(language: Language, columns: Int) throws {
        var console = try ConsoleDriver(columns: columns, language: language, model: SampleStation.model())
        func tab(_ id: Screen.ID) -> String { Screen.of(id).label(KeyMap(), language) }
        for screen in [Screen.ID.people, .ledger, .reports, .jobs, .people] {
            try press(&console, tab(screen))
            #expect(console.state.current == screen)
        }
        try console.press("<enter>")
        try press(&console, tab(.ledger))
        #expect(console.state.current == .ledger && console.state.matches == nil)
        // Beside the names nothing happens.
        console.send(.mouse(MouseEvent(position: Point(column: 0, row: 0), kind: .press)))
        #expect(console.state.current == .ledger)
    }

    @Test("A press on a column's title sorts by it, and once more turns the order round")
    func titles() throws {
        var console = try ConsoleDriver(columns: 120, model: SampleStation.model())
        try console.press("2")
        let widths = ListPane.table(console.state.list, Layout(console.state.size), .chinese).widths
        for (index, column) in ListKind.people.columns.enumerated().reversed() where widths[index] > 0 {
            let title = column.title(.chinese)
            let wasSorted = console.state.list.sort.column == index
            let before = console.state.list.sort.isDescending
            try press(&console, title, from: 3)
            #expect(console.state.list.sort.column == index, "\(title)")
            #expect(console.state.list.sort.isDescending == (wasSorted ? !before : column.startsDescending), "\(title)")
            let now = console.state.list.sort.isDescending
            try press(&console, title, from: 3)
            #expect(console.state.list.sort == ListSort(column: index, isDescending: !now), "\(title)")
        }
    }

    @Test("In the list of commands a press chooses, a double press runs, the wheel moves")
    func help() throws {
        var console = try ConsoleDriver(model: SampleStation.model())
        try console.press("?")
        console.send(.mouse(MouseEvent(position: Point(column: 40, row: 10), kind: .wheelDown)))
        guard case .help(let moved)? = console.state.overlay else { throw Missing() }
        #expect(moved.state.selection == ListState.wheelRows)
        try press(&console, "放宽一项")
        guard case .help(let view)? = console.state.overlay else { throw Missing() }
        #expect(Command.all.filter { $0.works(in: .list(.jobs)) }[view.state.selection].id == .relax)
        try press(&console, "不符原因：", .doublePress)
        guard case .counterpart? = console.state.overlay else { throw Missing() }
    }

    @Test("Of the commands that are called by name a press chooses, a double press runs one")
    func commands() throws {
        var console = try ConsoleDriver(model: SampleStation.model())
        try console.press(":ledger")
        try press(&console, "ledger", from: 10)
        guard case .command? = console.state.overlay else { throw Missing() }
        try press(&console, "ledger", .doublePress, from: 10)
        #expect(console.state.current == .ledger && console.state.overlay == nil)
    }

    @Test("Of those who could be the other side a press chooses, a double press shows why")
    func counterparts() throws {
        var console = try ConsoleDriver(model: SampleStation.model())
        try console.press("w")
        try press(&console, "王芳")
        guard case .counterpart(let search)? = console.state.overlay else { throw Missing() }
        #expect(search.selected.flatMap { console.state.model?.register.people[$0]?.name } == "王芳")
        try press(&console, "张三", .doublePress)
        #expect(console.screen.contains("张三 -> 氩弧焊工"))
    }

    @Test("Of saved searches a press chooses, a double press uses one")
    func searches() throws {
        var console = try ConsoleDriver(model: SampleStation.model())
        for name in ["焊工", "司机"] {
            try console.press("/")
            console.commit(name)
            try console.press("<c-s><enter><esc>")
        }
        try console.press("s")
        try press(&console, "司机")
        guard case .searches(let view)? = console.state.overlay else { throw Missing() }
        #expect(view.state.selection == 1)
        try press(&console, "司机", .doublePress)
        #expect(console.state.overlay == nil && console.state.list.field.text == "司机")
    }

    @Test("In a form a press goes to the field under it, and says what is wrong with the one that is left; the wheel goes from field to field")
    func form() throws {
        var console = try ConsoleDriver(columns: 100, rows: 40, model: SampleStation.model())
        try console.press("2n")
        guard case .record(let form)? = console.state.overlay else { throw Missing() }
        let index = 4
        try press(&console, form.fields[index].column.title(.chinese))
        guard case .record(let pressed)? = console.state.overlay else { throw Missing() }
        #expect(pressed.focus == index)
        console.send(.mouse(MouseEvent(position: .zero, kind: .wheelDown)))
        guard case .record(let turned)? = console.state.overlay else { throw Missing() }
        #expect(turned.focus == index + 1)
        console.send(.mouse(MouseEvent(position: .zero, kind: .wheelUp)))
        guard case .record(let back)? = console.state.overlay else { throw Missing() }
        #expect(back.focus == index)
    }

    @Test("Whatever the mouse does anywhere, at any size, the console goes on and stays within its lists", arguments: ["", "2", "3", "<enter>", "?", "w", "s", "2n", "2e", "T", "r", "x", "<enter>p", "2v", "<f12>", ":", ":e"])
    func anywhere(script: String) throws {
        var random = Splitter(state: 20_261_121)
        var console = try ConsoleDriver(model: SampleStation.model())
        try console.press(script)
        let kinds: [MouseEvent.Kind] = [.press, .doublePress, .middlePress, .rightPress, .wheelUp, .wheelDown]
        for step in 0..<400 {
            if step % 40 == 0 {
                console.send(.resize(Size(columns: Int.random(in: 1...150, using: &random), rows: Int.random(in: 1...50, using: &random))))
            }
            let place = Point(column: Int.random(in: -1...150, using: &random), row: Int.random(in: -1...50, using: &random))
            console.send(.mouse(MouseEvent(position: place, kind: kinds[Int.random(in: 0..<kinds.count, using: &random)])))
            #expect(console.state.size.bounds.contains(console.frame.cursor))
        }
    }

    private struct Missing: Error {}
}
