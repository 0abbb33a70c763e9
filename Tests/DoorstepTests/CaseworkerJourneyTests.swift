import Foundation
import Testing

/// What a caseworker does all day, with the real program in a real terminal.
@Suite("A caseworker's journeys", .serialized)
struct CaseworkerJourneyTests {
    private let program: Program

    init() throws { program = try Program.smallStation() }

    /// Leaves, and the store holds.
    private func leave(_ terminal: Tmux, location: SourceLocation = #_sourceLocation) throws {
        try terminal.press("q")
        #expect(try terminal.expectEnd(location: location) == 0, sourceLocation: location)
        #expect(try program.run("verify").code == 0, sourceLocation: location)
    }

    @Test("A new person from the identity number to a referral on their matches")
    func newPerson() throws {
        defer { program.remove() }
        let terminal = try program.console()
        try terminal.expect("2/2")
        try terminal.press("2")
        try terminal.expect("3/3")
        try terminal.press("n")
        try terminal.expect(">证件号码")
        try terminal.type("150784199005011454")
        try terminal.press("Enter")
        try terminal.expect("1990-05-01")
        try terminal.type("李秀")
        try terminal.expect("李秀")
        try terminal.press("Down", "Down", "Down", "Down", "Down")
        try terminal.expect(">常住地")
        try terminal.press("Space")
        try terminal.expect("额尔古纳市拉布大林街道")
        try terminal.press("Enter")
        try terminal.type("焊工")
        try terminal.expect(">技能             焊工")
        try terminal.press("C-s")
        try terminal.expect("已保存 李秀")
        try terminal.expect("李秀 > 匹配")
        try terminal.expect("氩弧焊工")
        try terminal.press("p")
        try terminal.expect("[推荐]")
        try terminal.press("Enter")
        try terminal.expect("已保存 推荐 李秀 -> 氩弧焊工")
        try terminal.press("3")
        try terminal.expect("1/1")
        try leave(terminal)
    }

    @Test("A job's title is changed, taken back with u, made again with Ctrl-R, and another program finds it so")
    func takingBack() throws {
        defer { program.remove() }
        let terminal = try program.console()
        try terminal.expect(">氩弧焊工")
        try terminal.press("e")
        try terminal.expect(">单位")
        try terminal.press("Down", "Down")
        try terminal.expect(">岗位")
        try terminal.type("长")
        try terminal.press("C-s")
        try terminal.expect("已保存 氩弧焊工长")
        try terminal.press("u")
        try terminal.expect("已撤销 氩弧焊工")
        try terminal.expectGone("氩弧焊工长")
        try terminal.press("C-r")
        try terminal.expect("已重做 氩弧焊工长")
        try leave(terminal)
        #expect(try program.run("show", "jobs", "J1").output.contains("氩弧焊工长"))
    }

    @Test("A form that Esc put aside is there again; a window of 1×1 and a locked screen in the middle of it lose nothing")
    func form() throws {
        defer { program.remove() }
        let terminal = try program.console()
        try terminal.expect("2/2")
        try terminal.press("2", "n")
        try terminal.expect(">证件号码")
        try terminal.press("Down")
        try terminal.type("李秀英")
        try terminal.expect("李秀英")
        try terminal.press("Escape")
        try terminal.expect("再按一次 Esc")
        try terminal.press("Escape")
        try terminal.expect("已放下")
        try terminal.press("n")
        try terminal.expect("接着上次")
        try terminal.expect("李秀英")
        try terminal.resize(columns: 1, rows: 1)
        try terminal.expectGone("李秀英")
        try terminal.resize(columns: 80, rows: 24)
        try terminal.expect("李秀英")
        try terminal.press("F12")
        try terminal.expect("已锁定")
        #expect(try !terminal.screen().contains("李秀英"))
        try terminal.press("Enter")
        try terminal.expect("李秀英")
        try terminal.press("Escape", "Escape")
        try terminal.expect("已放下")
        try leave(terminal)
        #expect(try program.run("export", "people").lines.count == 4)
    }

    @Test("Searches by initials, by digits, by group and place completed with Tab; Esc clears, another column sorts")
    func searching() throws {
        defer { program.remove() }
        let terminal = try program.console()
        try terminal.expect("2/2")
        try terminal.press("2", "/")
        try terminal.type("zs")
        try terminal.expect("1/3")
        try terminal.expect(">张三")
        try terminal.press("Escape", "/")
        try terminal.type("0003")
        try terminal.expect(">王芳")
        try terminal.press("Escape", "/")
        try terminal.type("#退役")
        try terminal.press("Tab")
        try terminal.expect("/ #退役军人")
        try terminal.expect(">巴特尔")
        try terminal.press("Escape", "/")
        try terminal.type("@黑山头")
        try terminal.press("Tab", "Enter")
        try terminal.expect("1/3")
        try terminal.expect(">王芳")
        try terminal.press("Escape")
        try terminal.expect("3/3")
        try terminal.press(">")
        try terminal.expect("按姓名升序")
        try terminal.press("o")
        try terminal.expect("按姓名降序")
        try leave(terminal)
    }

    @Test("Two marked people are referred to one job together; marks are gone afterwards, and the log holds both")
    func marks() throws {
        defer { program.remove() }
        let terminal = try program.console()
        try terminal.expect(">氩弧焊工")
        try terminal.press("Enter")
        try terminal.expect("名次")
        try terminal.press("Space", "Space")
        try terminal.expect("已选 2")
        try terminal.press("p")
        try terminal.expect("一起办理 2 笔")
        try terminal.press("Enter")
        try terminal.expect("已保存 2 笔")
        try terminal.expectGone("已选")
        try terminal.press("3")
        try terminal.expect("2/2")
        try terminal.press("x", "Enter")
        try terminal.expect("已导出 2 行")
        try leave(terminal)
        let log = try #require(try FileManager.default.contentsOfDirectory(atPath: program.folder.path).first { $0.hasPrefix("台账") && $0.hasSuffix(".csv") })
        #expect(try program.run("verify", log).code == 0)
    }

    @Test("Turned to the client nobody else is seen, whatever is opened; t turns back")
    func turned() throws {
        defer { program.remove() }
        let terminal = try program.console()
        try terminal.expect(">氩弧焊工")
        try terminal.press("t")
        try terminal.expect("对客")
        for key in ["Enter", "Escape", "2", "3", "1"] {
            try terminal.press(key)
            let screen = try terminal.expectGone("巴特尔")
            for name in ["张三", "王芳", "154****"] { #expect(!screen.contains(name), "\(screen)") }
        }
        try terminal.press("2", "e")
        try terminal.expect("先按 t 转回来")
        try terminal.press("t")
        try terminal.expect(">巴特尔")
        try leave(terminal)
    }

    @Test("F9 goes on in English with the search, the line and the form as they were")
    func language() throws {
        defer { program.remove() }
        let terminal = try program.console()
        try terminal.expect("2/2")
        try terminal.press("2", "/")
        try terminal.type("zs")
        try terminal.expect(">张三")
        try terminal.press("Enter", "F9")
        try terminal.expect("People with no job")
        try terminal.expect("/ zs")
        try terminal.expect(">张三")
        try terminal.press("F9")
        try terminal.expect("有人没活干")
        try leave(terminal)
    }

    @Test("A megabyte pasted into a list or a field runs no keys and does not hang", arguments: ["list", "field"])
    func paste(place: String) throws {
        defer { program.remove() }
        let terminal = try program.console()
        try terminal.expect("2/2")
        try terminal.press("2")
        try terminal.expect("3/3")
        if place == "field" {
            try terminal.press("n")
            try terminal.expect(">证件号码")
        }
        // Lines of keys each of which would do something: leave, lock, delete.
        // No two are the same: words that are there already count once.
        try terminal.paste((0..<60_000).map { "q\nn\nt张三\($0)\n\u{3}\u{1B}[24~" }.joined())
        if place == "list" {
            try terminal.expect("只按前")
            try terminal.press("Escape")
            try terminal.expect("3/3")
        } else {
            try terminal.expect("q n t张三1")
            try terminal.press("Escape", "Escape")
            try terminal.expect("已放下")
        }
        #expect(try !terminal.screen().contains("对客"))
        try leave(terminal)
        #expect(try program.run("export", "people").lines.count == 4)
    }

    @Test("Names with escape sequences, a direction override, 500 characters and emoji are shown and drive nothing")
    func hostileNames() throws {
        defer { program.remove() }
        try program.take(
            "people", """
                编号,姓名,常住地,登记日期
                P4,"甲\u{1B}[2J乙\u{1B}]0;x\u{7}",拉布大林街道,2026-09-01
                P5,"丙\u{202E}丁",拉布大林街道,2026-09-02
                P6,\(String(repeating: "长", count: 500)),拉布大林街道,2026-09-03
                P7,👩‍👩‍👧戊🇨🇳,拉布大林街道,2026-09-04
                """)
        let terminal = try program.console()
        try terminal.expect("2/2")
        try terminal.press("2")
        var screen = try terminal.expect("7/7")
        #expect(screen.contains("甲") && screen.contains("乙") && screen.contains("丙") && screen.contains("长长长"), "\(screen)")
        #expect(!screen.contains("\u{202E}"))
        try terminal.press("j", "j", "j")
        screen = try terminal.expect("戊")
        // Every row still begins and ends where it should.
        #expect(screen.split(separator: "\n").filter { $0.contains("|") }.count > 15, "\(screen)")
        try terminal.press("Enter")
        try terminal.expect("> 匹配")
        try terminal.press("Escape", "Escape")
        try leave(terminal)
    }

    @Test("Full-width keys of an input method that was left on mean the plain ones")
    func fullWidth() throws {
        defer { program.remove() }
        let terminal = try program.console()
        try terminal.expect("2/2")
        try terminal.type("２")
        try terminal.expect("有人没活干")
        try terminal.type("ｊ")
        try terminal.expect(">张三")
        try terminal.type("／")
        try terminal.type("王")
        try terminal.expect("1/3")
        try terminal.press("Escape")
        try terminal.expect("3/3")
        try terminal.type("ｑ")
        #expect(try terminal.expectEnd() == 0)
    }

    @Test("A click chooses a line, the wheel moves, a double click opens")
    func mouse() throws {
        defer { program.remove() }
        let terminal = try program.console()
        try terminal.expect("2/2")
        try terminal.press("2")
        try terminal.expect(">巴特尔")
        try terminal.mouse(0, column: 5, row: 6)
        try terminal.expect(">张三")
        try terminal.mouse(65, column: 5, row: 6)
        try terminal.expect(">王芳")
        try terminal.mouse(64, column: 5, row: 6)
        try terminal.expect(">巴特尔")
        try terminal.mouse(0, column: 5, row: 6, times: 2)
        try terminal.expect("张三 > 匹配")
        try terminal.press("Escape")
        try leave(terminal)
    }
}
