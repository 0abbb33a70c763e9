import DoorstepCore
import Testing
import TerminalUI

@testable import DoorstepConsole

@Suite("A sheet that was read in is saved, and taken back")
struct ImportSavingTests: ImportDesk {
    @Test("s asks with the counts, and only y stores; the message says what was stored and how to take it back", arguments: Language.allCases)
    func saving(language: Language) throws {
        var console = try console(language: language)
        try console.press(toSheet + "s")
        #expect(console.screen.contains(language == .chinese ? "保存到台站数据吗？" : "Save to the station's store?"))
        try console.press("s")
        #expect(try view(console).question == nil && console.stored.isEmpty)
        try console.press("sy")
        #expect(console.stored.count == 1 && console.state.overlay == nil)
        #expect(try hasNewcomer(console))
        let message = try #require(console.state.message).text(language)
        #expect(message.hasSuffix(language == .chinese ? "u 撤销" : "u takes it back") && message.contains("1203"))
    }

    @Test("u takes the whole import back, Ctrl-R makes it again; the line says which")
    func takingBack() throws {
        var console = try console()
        try console.press(toSheet + "syu")
        #expect(console.screen.contains("已撤销 读入的 求职登记表.csv"))
        #expect(try !hasNewcomer(console))
        try console.press("<c-r>")
        #expect(console.screen.contains("已重做 读入的 求职登记表.csv"))
        #expect(try hasNewcomer(console))
        console.importRefusal = Phrase("求职者 P1 在读入之后改过", "person P1 was changed after the import")
        try console.press("u")
        #expect(console.screen.contains("在读入之后改过"))
        #expect(try hasNewcomer(console))
        // It can be tried again.
        console.importRefusal = nil
        try console.press("u")
        #expect(try !hasNewcomer(console))
    }

    @Test("While it is taken back, the line says how far it is, keys go on working, and Esc stops it", arguments: Language.allCases)
    func takingBackSlowly(language: Language) throws {
        var console = try console(language: language)
        try console.press(toSheet + "sy")
        console.answersLate = true
        try console.press("u")
        #expect(console.screen.contains(language == .chinese ? "正在撤销……" : "Taking it back …"))
        console.apply(.importMoved(rows: 4096, rowsASecond: 20_000))
        let told = language == .chinese ? "正在撤销 4096 行，每秒 20000 行  Esc停止" : "Taking it back 4096 rows, 20000 a second  Esc stops"
        #expect(console.screen.contains(told))
        let before = console.state.current
        try console.press("2")
        #expect(console.state.current == .people && before != .people)
        #expect(console.screen.contains(told))
        // Nobody who listens is told of every row.
        let said = speak(console.state)
        console.apply(.importMoved(rows: 8192, rowsASecond: 20_000))
        #expect(speak(console.state) == said)
        // Once more is nothing further.
        try console.press("u<esc>")
        #expect(console.screen.contains(language == .chinese ? "正在停止……" : "Stopping …"))
        console.apply(.importRefused(ImportReversal.stopped))
        #expect(console.screen.contains(language == .chinese ? "已停止，读入的表格还和先前一样" : "stopped; the import is as it was before"))
        #expect(try hasNewcomer(console))
        console.answersLate = false
        try console.press("u")
        #expect(try !hasNewcomer(console))
    }

    @Test("While it is stored Esc stops it, after which nothing is said to be saved; all other keys wait")
    func storing() throws {
        var console = try console()
        try console.press(toSheet)
        console.answersLate = true
        try console.press("sy")
        console.apply(.intake(.progress(rows: 4096, rowsASecond: 20_000), generation: console.state.intakeGeneration))
        #expect(console.screen.contains("正在保存 4096 行"))
        try console.press("q2<tab>s")
        #expect(try view(console).storing != nil && !console.state.isLeaving)
        try console.press("<esc>")
        console.apply(.intake(.stopped, generation: console.state.intakeGeneration))
        #expect(console.screen.contains("已停止，什么也没有保存"))
        #expect(try view(console).storing == nil && view(console).report != nil)
        #expect(try !hasNewcomer(console))
    }

    @Test("Where the file or the store changed since, the counts as they are now are to be confirmed anew")
    func recounted() throws {
        var console = try console()
        try console.press(toSheet)
        console.answersLate = true
        try console.press("sy")
        let sheet = try #require(view(console).sheet)
        var counts = IntakeCounts()
        counts.people.new = 7
        let report = IntakeReport(counts: counts, refusals: [], warnings: [])
        console.apply(.intake(.recounted(sheet, report, Phrase("文件改过", "the file changed")), generation: console.state.intakeGeneration))
        #expect(console.screen.contains("文件改过") && console.screen.contains("新增 7"))
        #expect(try view(console).question == .save)
    }

    @Test("An import of very many is shown once the store was read anew, and meanwhile the keys go on")
    func many() throws {
        var console = try console()
        console.hasManyChanges = true
        let sequence = try #require(console.state.model?.sequence)
        try console.press(toSheet + "sy")
        #expect(try !hasNewcomer(console))
        #expect(console.state.model?.sequence == sequence)
        try console.press("2j")
        #expect(console.state.current == .people)
    }

    @Test("Rows that are refused are shown with their reasons, and written to a file, which is not replaced without asking")
    func rejects() throws {
        var console = try console()
        try console.press(toSheet + "<right>")
        #expect(console.screen.contains("第 12 行：证件号码") && console.screen.contains("姓名：李四"))
        try console.press("x")
        #expect(console.screen.contains("把拒收的 2 行"))
        try console.press("<enter>")
        #expect(console.wroteRejects == ["/home/wulan/求职登记表-拒收.csv"])
        #expect(console.screen.contains("已把拒收的 2 行写到"))
        try console.press("x<enter>")
        #expect(console.wroteRejects.count == 1 && console.screen.contains("文件已存在"))
        try console.press("<enter>")
        #expect(console.wroteRejects.count == 2)
    }

    @Test("Of warnings of one sort the first are listed, and the last line says how many more there are", arguments: Language.allCases)
    func summedWarnings(language: Language) throws {
        var console = try console(columns: 120, language: language)
        try console.press("i/home/wulan/表格/遮盖.csv<enter><right><right>")
        let expected = language == .chinese ? ["提醒 60", "只列出前 20 条，其余合计在最后"] : ["Warnings 60", "the first 20 are listed, the others summed up"]
        for text in expected { #expect(console.screen.contains(text), "\(text) in\n\(console.screen)") }
        try console.press("G")
        #expect(console.screen.contains(language == .chinese ? "另有 40 条与第 2 行同类：手机“" : "and 40 further warnings like that of line 2: phone “"), "\(console.screen)")
        #expect(!console.screen.contains("甲1"), "it shows no row of its own")
    }

    @Test("q asks before it leaves with a sheet that is not saved; where a file is looked for it is a letter")
    func leaving() throws {
        var console = try console()
        try console.press("iq")
        #expect(!console.state.isLeaving)
        try console.press("<esc>/home/wulan/求<enter>q")
        #expect(console.screen.contains("离开程序吗") && !console.state.isLeaving)
        try console.press("n")
        #expect(try view(console).question == nil)
        try console.press("qy")
        #expect(console.state.isLeaving)
    }
}
