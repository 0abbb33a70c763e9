import DoorstepCore
import Foundation
import Testing
import TerminalUI

@testable import DoorstepConsole

@Suite("Plain mode")
struct SpokenTests {
    private func listening(_ language: Language = .chinese) throws -> ListeningDriver { try ListeningDriver(language, model: SampleStation.model()) }

    @Test("The number of who is called is said like one that was asked to be shown, and of it the telephone alone", arguments: ["2", "4"])
    func called(screen: String) throws {
        var console = try ListeningDriver(model: SampleStation.model())
        try console.press(screen + "c")
        // The form closed, it is on the screen until the record is left.
        let said = try console.press("<esc>")
        #expect(said.contains("电话：15400000001"), "\(said)")
        #expect(try !console.press("j").contains { $0.contains("1540000") })
    }

    @Test("It opens with the station, the screen, the line under the cursor, its best match and the keys")
    func opening() throws {
        #expect(try listening().opening == [
            "拉布大林街道，乌兰，2026-11-21，未设口令", "有活没人干 > 在招", "1/2 氩弧焊工，三河糖业，4000-6000，缺 3，空缺 21 天",
            "匹配 2，差一项 1，第一 89.5 巴特尔 焊工高级工 0米",
            "Enter 匹配，p 推荐，w 不符原因，/ 搜索，s 常用，x 导出，n 新增，e 修改，c 电话，Esc 返回，. 整条，? 命令，q 离开",
        ])
        #expect(try listening(.english).opening == [
            "拉布大林街道, 乌兰, 2026-11-21, no passphrase", "Jobs with no one to do them > open",
            "1/2 氩弧焊工, 三河糖业, 4000-6000, 3 left, vacant for 21 days", "2 matches, 1 near miss, first 89.5 巴特尔 焊工 0 m",
            "Enter matches, p refer, w why not, / search, s saved, x export, n new, e edit, c call, Esc back, . whole, ? help, q leave",
        ])
    }

    @Test("A key says what is new and no more; one that changes nothing says the line again")
    func news() throws {
        var listener = try listening()
        try listener.expect("j", says: ["2/2 叉车司机，口岸物流园，4500，缺 1，空缺 18 天", "匹配 2，差一项 1，第一 14.3 巴特尔 25.5公里"])
        try listener.expect("j", says: ["2/2 叉车司机，口岸物流园，4500，缺 1，空缺 18 天"])
        let nothing = listener.apply(.tick(second: 1))
        #expect(nothing.isEmpty)
        try listener.expect("2", saysFirst: ["有人没活干 > 求职中", "1/3 巴特尔，36 岁，焊工高级工，拉布大林街道，求职 40 天"])
        // The same message again is another one.
        try listener.expect("F", says: ["没有这个命令，按 ? 查看全部"])
        try listener.expect("F", says: ["没有这个命令，按 ? 查看全部"])
        let failure = listener.apply(.failed(Phrase("坏了", "broken")))
        #expect(failure == ["坏了"])
    }

    @Test("A search says how many it found and the best of them, and what is typed stands on the last line")
    func search() throws {
        var listener = try listening()
        try listener.press("2")
        try listener.expect("/", says: ["查找："])
        listener.expect(committing: "张", says: ["查到 1，共 3", "1/1 张三，36 岁，焊工初级工，拉布大林街道，求职 30 天", "查找：张"])
        listener.expect(committing: "五", says: ["查到 0，共 3", "没有符合的，按 Esc 清除条件", "查找：张五"])
        try listener.expect("<backspace><enter>", says: [
            "查到 1，共 3", "1/1 张三，36 岁，焊工初级工，拉布大林街道，求职 30 天", "匹配 2，差一项 0，第一 71.3 氩弧焊工 三河糖业 焊工初级工 0米",
        ])
        // Clearing it is known by the place of the line.
        try listener.expect("<esc>", says: ["2/3 张三，36 岁，焊工初级工，拉布大林街道，求职 30 天"])
    }

    @Test("Matches say the points of each part, a near miss first what is in its way")
    func matches() throws {
        var listener = try listening()
        try listener.expect("<enter>", says: [
            "岗位 > 氩弧焊工 三河糖业 > 匹配", "匹配 2，差一项 1", "1/3 89.5 巴特尔 焊工高级工 0米", "技能 55.00，地点 30.00，群体 4.50",
            "p 推荐，w 不符原因，e 修改，c 电话，Esc 返回，. 整条，? 命令，q 离开",
        ])
        try listener.expect("G", says: ["3/3 30.0 王芳 差：工资 0米", "最高 6000 元/月，本人期望每月 7000，技能 0.00，地点 30.00，群体 0.00"])
        try listener.press("k")
        try listener.expect(" ", says: ["已选 1", "3/3 30.0 王芳 差：工资 0米", "最高 6000 元/月，本人期望每月 7000，技能 0.00，地点 30.00，群体 0.00"])
        try listener.expect("k", says: ["2/3 已标记，71.3 张三 焊工初级工 0米", "技能 41.25，地点 30.00，群体 0.00"])
    }

    @Test("There is no clipboard: y says so, and hands nothing over")
    func clipboard() throws {
        var listener = try listening()
        try listener.expect("y", says: ["逐行方式下没有剪贴板，按 . 说出整条"])
    }

    @Test("A referral from the first line to the ledger, in what is heard")
    func referral() throws {
        var listener = try listening()
        try listener.press("<enter>")
        try listener.expect("p", says: ["办理", "巴特尔 -> 氩弧焊工", "三河糖业", "步骤：推荐 1/1", "左右键选步骤  Tab下一项  Enter保存  Esc取消"])
        try listener.expect("<tab>", says: ["日期：2026-11-21"])
        try listener.expect("<tab>", says: ["Ctrl-O用编辑器写  Tab下一项  Enter保存  Esc取消", "备注："])
        listener.expect(committing: "好", says: ["备注：好"])
        try listener.expect("<enter>", says: [
            "已保存 推荐 巴特尔 -> 氩弧焊工（三河糖业）", "岗位 > 氩弧焊工 三河糖业 > 匹配", "匹配 1，差一项 1", "1/2 71.3 张三 焊工初级工 0米", "技能 41.25，地点 30.00，群体 0.00",
        ])
        try listener.expect("3", saysFirst: ["台账 > 全部", "1/1 2026-11-21，巴特尔，推荐，氩弧焊工"])
        try listener.expect("p", says: ["办理", "巴特尔 -> 氩弧焊工", "三河糖业", "步骤：面试 1/5", "左右键选步骤  Tab下一项  Enter保存  Esc取消"])
        try listener.expect("<right>", says: ["步骤：录用 2/5"])
        try listener.press("<tab>")
        try listener.expect("<c-u>x<enter>", says: ["日期请写成 2026-11-21 的样子", "日期：x"])
    }

    @Test("A form says each field with its place and value, its mistake when it is left, and what Tab would bring")
    func form() throws {
        var listener = try listening(.english)
        try listener.expect("2n", says: ["A new person", "Enter next  Tab complete  Ctrl-S save  Esc cancel", "identity number 1/33: "])
        let left = try listener.press("123<enter>")
        #expect(left.last == "name, required 2/33: ")
        #expect(listener.console.screen.contains("!identity number"))
        let back = try listener.press("<up>")
        #expect(back.count == 2 && back[1] == "identity number, wrong 1/33: 123", "\(back)")
        try listener.expect("<c-u>", says: ["identity number 1/33: "])
        try listener.press("<enter>")
        listener.expect(committing: "张三", says: ["name, required 2/33: 张三"])
        try listener.expect("<left>", says: ["name, required 2/33: 张三 (cursor before character 2, “三”)"])
        listener.expect(committing: "小", says: ["name, required 2/33: 张小三 (cursor before character 3, “三”)"])
        try listener.expect("<end>", says: ["name, required 2/33: 张小三"])
        try listener.expect("<enter>", says: ["Space: male, female", "sex 3/33: "])
        try listener.expect(" ", says: ["1/2", "sex 3/33: male"])
        let refused = try listener.press("<c-s>")
        #expect(refused.contains { $0.hasPrefix("place, required, wrong") }, "\(refused)")
        let whole = listener.all()
        #expect(whole.contains("name, required 2/33: 张小三"))
        let asked = try listener.press("<esc>")
        #expect(asked.first == "not saved; Esc again puts it aside (Ctrl-S saves)")
        let aside = try listener.press("<esc>")
        #expect(aside.first == "put aside, not saved; opening it again brings it back")
    }

    @Test("Commands, the other side of a pair, explanations, findings and saved searches are said line by line", arguments: Language.allCases)
    func overlays(language: Language) throws {
        func said(_ chinese: [String], _ english: [String]) -> [String] { language == .chinese ? chinese : english }
        var listener = try listening(language)
        let count = Command.all.filter { $0.works(in: .list(.jobs)) }.count
        try listener.expect("?", says: said(
            ["命令", "1/\(count) 打开全部匹配，Enter", "输入查找  上下键选择  Enter执行  Esc返回", "查找："],
            ["Commands", "1/\(count) show all matches, Enter", "type to search  Up Down choose  Enter run  Esc back", "search: "]))
        let locking = try listener.press("lock")
        #expect(locking.first?.hasSuffix(said(["锁定，F12"], ["lock, F12"])[0]) == true && locking.last == said(["查找：lock"], ["search: lock"])[0], "\(locking)")
        try listener.expect("<esc>", says: said(
            ["有活没人干 > 在招", "1/2 氩弧焊工，三河糖业，4000-6000，缺 3，空缺 21 天"],
            ["Jobs with no one to do them > open", "1/2 氩弧焊工, 三河糖业, 4000-6000, 3 left, vacant for 21 days"]))
        try listener.expect("w", saysFirst: said(
            ["不符原因 > 氩弧焊工 > 选人", "1/3 巴特尔 36岁 拉布大林街道 焊工 P1"], ["Why not > 氩弧焊工 > which person", "1/3 巴特尔, aged 36, 拉布大林街道, 焊工 P1"]))
        listener.expect(committing: "王", says: said(["1/1 王芳 36岁 拉布大林街道 P3", "查找：王"], ["1/1 王芳, aged 36, 拉布大林街道 P3", "search: 王"]))
        let why = try listener.press("<enter>")
        #expect(why.count > 15 && Array(why.prefix(4)) == said(
            ["不符原因", "王芳 -> 氩弧焊工  30.00  差一项", "三河糖业", "不符：最高 6000 元/月，本人期望每月 7000"],
            ["Why not", "王芳 -> 氩弧焊工  30.00  near miss", "三河糖业", "blocked: pays 6000 yuan a month at most, expects 7000 a month"]))
        try listener.press("<esc><esc>")
        try listener.expect("r", saysFirst: said(
            ["放宽一项 > 氩弧焊工", "1/3 多出 1 个匹配：最高工资提到 7200 元/月"], ["Relax one thing > 氩弧焊工", "1/3 1 further match: pay up to 7200 yuan a month"]))
        let findings = listener.all()
        #expect(findings.count == 4)
        try listener.press("<esc>")
        try listener.expect("x", says: said(
            ["导出 2 条到（个人信息已遮盖）", "Enter导出  Esc取消", "文件：岗位-2026-11-21.csv"], ["Export 2 records to (personal data masked)", "Enter export  Esc cancel", "file: Jobs-2026-11-21.csv"]))
        try listener.press("<esc>/")
        _ = listener.commit("焊")
        try listener.expect("<c-s>", says: said(
            ["存为常用查找", "焊", "Enter保存  Esc取消", "名称：焊"], ["Save this search", "焊", "Enter save  Esc cancel", "Name: 焊"]))
        try listener.press("<enter><enter>")
        try listener.expect("s", saysFirst: said(["常用查找 > 岗位", "1/1 焊"], ["Saved searches > Jobs", "1/1 焊"]))
        let removing = try listener.press("<c-x>")
        #expect(removing.first == said(["删除“焊”吗？"], ["Remove “焊”?"]).first)
    }

    @Test("Ctrl-L says the last lines again, and . everything about the line under the cursor: the record, its matches, every point")
    func whole() throws {
        var listener = try listening()
        let line = try listener.press("j")
        #expect(listener.again() == line)
        #expect(try reduceEffects(listener, "<c-l>") == [.redraw] && reduceEffects(listener, ".") == [.tell])
        try listener.press("k")
        let whole = listener.all()
        for text in ["氩弧焊工  三河糖业", "要求 焊工中级工", "2/3 71.3 张三 焊工初级工 0米", "巴特尔 -> 氩弧焊工  89.50", "焊工中级工：有高级工", "退役军人，优先度 0.3"] {
            #expect(whole.contains(text), "\(text): \(whole)")
        }
        #expect(listener.again() == whole)
        try listener.press("<enter>j")
        let chosen = listener.all()
        #expect(chosen.first == "张三 -> 氩弧焊工  71.25")
        // Also in the middle of a form, by a key that is no letter.
        try listener.press("p")
        #expect(try reduceEffects(listener, "<c-t>") == [.tell] && reduceEffects(listener, ".").isEmpty)
    }

    private func reduceEffects(_ listener: ListeningDriver, _ key: String) throws -> [Effect] {
        var state = listener.console.state
        return reduce(&state, .input(.key(try #require(KeyStroke(key)))))
    }

    @Test("The key for the whole record is hinted at and listed in plain mode alone")
    func commands() throws {
        let drawn = try ConsoleDriver(columns: 120, rows: 60, model: SampleStation.model())
        #expect(KeyMap().find(KeyStroke(character: "."), in: .list(.jobs)) == nil)
        #expect(!drawn.screen.contains("整条"))
        #expect(try listening().opening.last?.contains(". 整条") == true)
        #expect(ConsoleSettings.reading("plain = true").settings.keys.find(KeyStroke(character: "."), in: .list(.jobs))?.id == .tell)
    }

    @Test("The tour says its steps")
    func tour() throws {
        var listener = try listening()
        let begun = try listener.press(":tour<enter>")
        #expect(begun.contains { $0.hasPrefix("导览 1/13  按 2") })
        let next = try listener.press("2")
        #expect(next.contains { $0.hasPrefix("导览 2/13") })
    }

    @Test("A page says its lines with the names of their numbers, and . what is beside them")
    func pages() throws {
        var listener = try listening()
        let opened = try listener.press("7")
        #expect(opened.first?.hasPrefix("报表 > 指标") == true && opened.contains { $0.contains("新增就业") }, "\(opened)")
        let line = try listener.press("j")
        #expect(line.count == 1 && line[0].contains("本期 ") && line[0].contains("上期 "), "\(line)")
        let whole = listener.all()
        #expect(whole.count > 3 && whole[0] == line[0] && whole[1].hasPrefix("2025-12 至 2026-11："), "\(whole)")
    }

    @Test("The line of commands says which one is meant, and where it does not work")
    func commandLine() throws {
        var listener = try listening(.english)
        try listener.press("<enter>")
        try listener.press(":")
        let typed = try listener.press("training")
        #expect(typed.first == "1/1 training list: what would unlock matches, T, not here" && typed.last == ": training", "\(typed)")
    }
}
