import DoorstepCore
import Testing
import TerminalUI

@testable import DoorstepConsole

@Suite("Reading a sheet in")
struct ImportTests: ImportDesk {
    // MARK: - The file

    @Test("i lists the folder, folders first, and only what may be a sheet; what else there is it leaves out")
    func listing() throws {
        var console = try console()
        try console.press("i")
        let rows = console.screen.split(separator: "\n").map(String.init)
        let names = ["表格/", "岗位.xlsx", "求职登记表.csv"]
        let positions = names.map { name in rows.firstIndex { $0.contains(name) } }
        #expect(positions.allSatisfy { $0 != nil } && positions.compactMap(\.self) == positions.compactMap(\.self).sorted())
        for name in [".cache", "notes.pdf", "readme"] { #expect(!console.screen.contains(name)) }
    }

    @Test("Typing narrows by Chinese or by pinyin; Enter opens a folder, Backspace leaves it, and stands on it again")
    func browsing() throws {
        var console = try console()
        try console.press("i")
        console.commit("登记")
        #expect(console.screen.contains("求职登记表.csv") && !console.screen.contains("岗位.xlsx"))
        try console.press("<c-u>gw")
        #expect(console.screen.contains("岗位.xlsx") && !console.screen.contains("求职登记表.csv"))
        try console.press("<c-u><enter>")
        #expect(console.screen.contains("家政.csv") && !console.screen.contains("岗位.xlsx"))
        try console.press("<backspace>")
        #expect(console.screen.contains(">表格/"))
        try console.press("<backspace>")
        #expect(console.screen.contains(">wulan/"))
        try console.press("~")
        #expect(console.screen.contains("求职登记表.csv"))
    }

    @Test(
        "A path is typed or pasted, as a file manager hands it over, from the folder, from home or from the top",
        arguments: ["/home/wulan/表格/家政.csv", "~/表格/家政.csv", "表格/家政.csv", "./表格/../表格/家政.csv", "'/home/wulan/表格/家政.csv'", "file:///home/wulan/表格/家政.csv"])
    func path(text: String) throws {
        var console = try console()
        try console.press("i")
        console.send(.paste(text))
        try console.press("<enter>")
        #expect(console.looked.map(\.path) == ["/home/wulan/表格/家政.csv"])
    }

    @Test("A folder that is not there is said, and mending what was typed finds the right one")
    func noFolder() throws {
        var console = try console()
        try console.press("i/nowhere/x")
        #expect(console.screen.contains("没有这个目录"))
        try console.press("<c-u>")
        #expect(console.screen.contains("求职登记表.csv"))
    }

    @Test("A file of any name is opened by its path, and what is wrong with it is said")
    func anyName() throws {
        var console = try console()
        try console.press("i/home/wulan/notes.pdf<enter>")
        #expect(console.looked.last?.path == "/home/wulan/notes.pdf")
        #expect(console.screen.contains("找不到表头"))
    }

    // MARK: - What is in it

    @Test("The columns are shown with what they are taken for and why, five rows of the chosen one, and the counts", arguments: Language.allCases)
    func columns(language: Language) throws {
        var console = try console(language: language)
        try console.press(toSheet + "<down>")
        let expected =
            language == .chinese
            ? ["身份证号", "证件号码", "内容 92%", "不保存：婚否", "不读入", "新增 1203、更新 9、未变 3", "拒收 2 行", "1 张三", "5 高娃"]
            : ["身份证号", "identity", "content", "not kept", "not read", "1203 new", "2 rows refused", "1 张三", "5 高娃"]
        for text in expected { #expect(console.screen.contains(text), "\(text) in\n\(console.screen)") }
    }

    @Test("Whole identity numbers and telephones are on no screen, whatever the column is taken for")
    func masked() throws {
        var console = try console(columns: 160, rows: 40)
        for keys in [toSheet + "<down><down>", "<down>", "<enter><enter>", "<right>", "<left>d"] {
            try console.press(keys)
            #expect(!console.screen.contains("150784199005010013") && !console.screen.contains("150784199005010014"), "\(keys)")
            #expect(!console.screen.contains("15400000001") && !console.screen.contains("15400000009"), "\(keys)")
        }
        #expect(try view(console).sheet?.columns[3].meaning != .column("phone") || console.screen.contains("154****0001"))
    }

    @Test("Enter, some letters and Enter give a column another meaning; who had it before has none, and the rows are tried anew")
    func mending() throws {
        // Given
        var console = try console()
        try console.press(toSheet)
        // When
        try console.press("<enter>")
        console.commit("姓名")
        try console.press("<enter>")
        // Then
        let sheet = try #require(view(console).sheet)
        #expect(sheet.columns[0].meaning == .column("name") && sheet.columns[0].reason == .chosen)
        #expect(sheet.columns[1].meaning == .ignored)
        #expect(console.looked.count == 2)
        #expect(console.looked.last?.choices == [IntakeRequest.Choice(position: 0, meaning: .column("name"))])
    }

    @Test("d takes a column's meaning away; where that was required, the lack is said, and nothing can be saved")
    func lacking() throws {
        var console = try console()
        try console.press(toSheet + "<down>d")
        #expect(console.screen.contains("缺必填的列：姓名"))
        try console.press("s")
        #expect(console.stored.isEmpty)
        #expect(try view(console).question == nil)
    }

    @Test("Tab goes through the kinds, F3 through the encodings of a text, F4 through the sheets of a workbook; meanings that were chosen go with them")
    func changing() throws {
        var console = try console()
        try console.press(toSheet + "<down>d<tab>")
        #expect(console.looked.last?.kind == .jobs && console.looked.last?.choices == [])
        try console.press("<f3>")
        #expect(console.looked.last?.encoding == "UTF-8")
        try console.press("<f3>")
        #expect(console.looked.last?.encoding == "GB 18030")
        try console.press("<esc><c-u>/home/wulan/岗<enter><f3>")
        #expect(console.screen.contains("工作簿没有编码可选"))
        try console.press("<f4>")
        #expect(console.looked.last?.sheet == "说明" && console.screen.contains("说明 2/2"))
    }

    @Test("What was being tried when something was changed is dropped, however late it answers")
    func late() throws {
        // Given
        var console = try console()
        try console.press(toSheet)
        let old = console.state.intakeGeneration
        console.answersLate = true
        // When
        try console.press("<f3>")
        var counts = IntakeCounts()
        counts.rows = 7
        console.apply(.intake(.tried(IntakeReport(counts: counts, refusals: [], warnings: [])), generation: old))
        // Then
        #expect(try view(console).report == nil)
        console.answerLate()
        #expect(try view(console).report?.counts.rows == 1217)
    }

    @Test("Esc stops a trial that goes on, then goes back to the files, then leaves; r tries again")
    func stopping() throws {
        var console = try console()
        try console.press(toSheet + "<down><down><down><down>")
        console.answersLate = true
        try console.press("d")
        console.apply(.intake(.progress(rows: 512, rowsASecond: 9000), generation: console.state.intakeGeneration))
        #expect(console.screen.contains("正在核对 512 行，每秒 9000 行"))
        try console.press("<esc>")
        #expect(console.screen.contains("已停止核对"))
        try console.press("s")
        #expect(console.state.message?.text(.chinese) == "已停止核对；按 r 再核对")
        console.answersLate = false
        try console.press("r")
        #expect(console.screen.contains("新增 1203"))
        try console.press("<esc>")
        #expect(try view(console).stage == .file)
        try console.press("<esc><esc>")
        #expect(console.state.overlay == nil)
    }

    @Test("Back among the files the cursor is on the one that was looked at, and the next one is typed as if nothing had been")
    func nextFile() throws {
        var console = try console()
        try console.press(toSheet + "<esc>")
        let view = try view(console)
        #expect(view.browser.field.isEmpty)
        let lines = view.browser.lines(console.state.recentSheets, console.state.model)
        #expect(lines[view.browser.state.selection].entry.name == "求职登记表.csv")
        try console.press("/home/wulan/岗<enter>")
        #expect(try self.view(console).request?.fileName.hasPrefix("岗") == true)
    }

    @Test("The last row says how to save and how to get out again, however narrow the terminal", arguments: Language.allCases, [60, 80, 160])
    func keysOfASheet(language: Language, columns: Int) throws {
        var console = try console(language: language)
        console.apply(.input(.resize(Size(columns: columns, rows: 24))))
        try console.press(toSheet)
        for tab in 0..<3 {
            let keys = try #require(console.screen.split(separator: "\n", omittingEmptySubsequences: false).last { !$0.isEmpty })
            #expect(keys.contains(language == .chinese ? "s保存" : "s save") && keys.contains(language == .chinese ? "Esc返回" : "Esc back"), "\(tab): \(keys)")
            try console.press("<right>")
        }
    }

    @Test("Where the file cannot be read, the last row has only the keys that help", arguments: Language.allCases)
    func keysOfAProblem(language: Language) throws {
        var console = try console(language: language)
        try console.press(toSheet)
        console.answersLate = true
        try console.press("<f3>")
        console.apply(.intake(.refused(Phrase("不是表格文件", "no sheet")), generation: console.state.intakeGeneration))
        #expect(console.screen.contains(language == .chinese ? "r再读一遍  Esc返回" : "r read it again  Esc back"))
        #expect(!console.screen.contains(language == .chinese ? "s保存" : "s save"))
    }

    @Test("The same file opened once more is as it was left: nothing that was said of it is lost")
    func takenUpAgain() throws {
        var console = try console()
        try console.press(toSheet + "<down><down><down><down>d<esc><esc><esc>")
        #expect(console.state.overlay == nil)
        try console.press(toSheet)
        #expect(try view(console).sheet?.columns[4].meaning == .ignored)
    }

    // MARK: - Who looks

    @Test("Locked, the console keeps nothing of the sheet but what was said of it, and looks at it anew once it is open again")
    func locking() throws {
        var console = try console(passphrases: ["乌兰": "x"])
        try console.press(toSheet + "<down><down><down><down>d<f12>")
        #expect(try view(console).sheet == nil && view(console).report == nil)
        #expect(!console.screen.contains("求职登记表"))
        try console.press("x<enter>")
        #expect(try view(console).sheet?.columns[4].meaning == .ignored)
        #expect(try view(console).report != nil)
    }

    @Test("An import that is stored while the console is locked is told once it is open, and cannot be taken back by the next")
    func storedWhileLocked() throws {
        var console = try console(passphrases: ["乌兰": "x"])
        try console.press(toSheet)
        console.answersLate = true
        try console.press("sy<f12>")
        let stored = StoredImport(file: "a.csv", counts: IntakeCounts(), sequence: 9, before: ImportedRecords())
        console.apply(.importStored(stored, changes: [], madeAgain: false))
        console.answersLate = false
        #expect(console.state.history.done.isEmpty)
    }

    @Test("Turned to the client nothing is read in")
    func turned() throws {
        var console = try console()
        try console.press("ti")
        #expect(console.state.overlay == nil)
        #expect(console.screen.contains("先按 t 转回来"))
    }

    @Test("Of imports that changed many records only the latest is held; what was done before it is let go with the earlier")
    func bounded() throws {
        let person = try #require(try SampleStation.model().register.people.first { _ in true })
        var history = WorkHistory()
        func stored(_ count: Int, _ sequence: Int) -> StoredImport {
            StoredImport(file: "a.csv", counts: IntakeCounts(), sequence: sequence, before: ImportedRecords(people: Array(repeating: person, count: count)))
        }
        history.add(stored(0, 1))
        history.add(stored(WorkHistory.mostRecords, 2))
        #expect(history.done.count == 2)
        history.add(stored(WorkHistory.mostRecords * 5, 3))
        #expect(history.done == [.stored(stored(WorkHistory.mostRecords * 5, 3))])
        history.add(stored(0, 4))
        #expect(history.done.count == 2)
    }

    @Test("It is listened to: the file under the cursor, the columns one by one, the question and what came of it")
    func spoken() throws {
        var listener = try ListeningDriver(model: SampleStation.model())
        try listener.expect("i", saysFirst: ["读入表格 > 选文件", "~"])
        #expect(try listener.press("<down>").contains("2/3 岗位.xlsx，47 KB，2026-11-20"))
        let said = try listener.press("<down><enter>")
        #expect(said.contains("读入表格 > 求职登记表.csv > 求职者") && said.contains("1/6 序号，当作不读入，不认识"), "\(said)")
        #expect(said.contains { $0.contains("新增 1203") })
        try listener.expect("<down>", says: ["2/6 姓名，当作姓名，表头"])
        #expect(listener.all().contains("1 张三"))
        #expect(try listener.press("s").contains("保存到台站数据吗？"))
        #expect(try listener.press("y").contains { $0.contains("已读入 求职登记表.csv") })
    }
}
