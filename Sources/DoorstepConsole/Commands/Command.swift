import DoorstepCore
import TerminalUI

/// Everything the console can be told to do: the one list that keys, hints,
/// `?` and the manual's chapter of keys are made from. The README's table of
/// keys, which says several in a line, is held to it by a test.
public struct Command: Sendable {
    public enum ID: String, CaseIterable, Sendable {
        case today, jobs, people, ledger, followUps = "follow-ups", policies, plan, reports
        case up, down, pageUp = "page-up", pageDown = "page-down", first, last
        case open, search, searches, saveSearch = "save-search", back
        case call, serve, record, letter, new, `import`, doubles, edit, employer, undo, redo, why, relax, training, reveal, export, mark, unmark, copy
        case periodBefore = "period-before", periodAfter = "period-after", periodKind = "period-kind"
        case planRefuse = "plan-refuse", planGoal = "plan-goal", planFirst = "plan-first", planSettings = "plan-settings", planAgain = "plan-again"
        case planNext = "plan-next", planBefore = "plan-before"
        case sortLeft = "sort-left", sortRight = "sort-right", sortTurn = "sort-turn"
        case tell, language, turn, help, command, tour, suspend, redraw, lock, quit
    }

    public enum Group: Int, CaseIterable, Sendable {
        case screens, moving, work, view, program

        public var phrase: Phrase {
            switch self {
            case .screens: Phrase("界面", "Screens")
            case .moving: Phrase("移动", "Moving")
            case .work: Phrase("办理", "Work")
            case .view: Phrase("查看", "View")
            case .program: Phrase("程序", "Program")
            }
        }
    }

    /// Where it works.
    enum Place: Sendable {
        case everywhere, lists, matches, listsAndMatches, listsAndPages, ledger
        /// On pages that are of a period.
        case pages
        /// Everywhere, and while the console is locked as well.
        case always
        /// Where people or jobs are listed.
        case recordLists
        /// Where a person is chosen.
        case people
        /// Where a person or a job is chosen, or both.
        case records
        /// Where somebody can be called or served: people and jobs, and pages
        /// whose lines are about them.
        case contacts
        /// Where `people` or `lists` do, and on those pages.
        case peopleAndWork, listsAndWork
        /// Where something may have been done that can be taken back.
        case listsMatchesAndWork
        /// Where the plan over both lists is shown; or where `listsAndMatches`
        /// or `records` do as well.
        case plan, listsMatchesAndPlan, recordsAndPlan
        /// Everywhere, where lines are said and nothing is drawn.
        case spoken
    }

    public let id: ID
    /// Where the caseworker chose no others; see `KeyMap`. None where it is
    /// chosen by its name alone.
    public let keys: [KeyStroke]
    public let title: Phrase
    public let group: Group
    /// The word on the last row; nil where it is not hinted at.
    let hint: Phrase?
    /// Left out where the last row has no room for every hint.
    let isHintSpare: Bool
    let place: Place

    private init(
        _ id: ID, _ keys: String, _ title: Phrase, _ group: Group, hint: Phrase? = nil, isHintSpare: Bool = false, _ place: Place = .everywhere
    ) {
        self.id = id
        self.keys = keys.split(separator: " ").compactMap { KeyStroke(String($0)) }
        self.title = title
        self.group = group
        self.hint = hint
        self.isHintSpare = isHintSpare
        self.place = place
    }

    /// Means something only where lines are said; see ``speak(_:)``.
    var isSpoken: Bool { place == .spoken }

    func works(in scope: Scope) -> Bool {
        switch (place, scope) {
        case (.always, _), (.spoken, _), (.everywhere, .list), (.everywhere, .page), (.everywhere, .matches), (.lists, .list), (.listsAndPages, .list), (.listsAndPages, .page), (.matches, .matches), (.listsAndMatches, .list),
            (.people, .list(.people)), (.people, .matches), (.recordLists, .list(.jobs)), (.recordLists, .list(.people)),
            (.listsAndMatches, .matches), (.ledger, .list(.ledger)), (.records, .list(.jobs)), (.records, .list(.people)), (.records, .matches):
            true
        case (.everywhere, .report), (.listsAndPages, .report), (.pages, .report): true
        case (.everywhere, .work), (.listsAndPages, .work), (.contacts, .work), (.peopleAndWork, .work), (.listsAndWork, .work),
            (.contacts, .list(.people)), (.contacts, .list(.jobs)), (.contacts, .matches), (.peopleAndWork, .list(.people)), (.peopleAndWork, .matches),
            (.listsAndWork, .list), (.listsMatchesAndWork, .list), (.listsMatchesAndWork, .matches), (.listsMatchesAndWork, .work):
            true
        case (.plan, .plan), (.everywhere, .plan), (.listsAndPages, .plan), (.contacts, .plan), (.peopleAndWork, .plan), (.listsMatchesAndWork, .plan),
            (.listsMatchesAndPlan, .plan), (.listsMatchesAndPlan, .list), (.listsMatchesAndPlan, .matches),
            (.recordsAndPlan, .plan), (.recordsAndPlan, .list(.jobs)), (.recordsAndPlan, .list(.people)), (.recordsAndPlan, .matches):
            true
        default: false
        }
    }

    /// In the order of `?` and of the hints.
    public static let all: [Command] = [
        Command(.open, "<enter>", Phrase("打开全部匹配", "show all matches"), .work, hint: Phrase("匹配", "matches"), .listsAndPages),
        Command(.record, "p", Phrase("推荐或办理下一步", "refer, or record the next step"), .work, hint: Phrase("推荐", "refer"), .listsMatchesAndPlan),
        Command(.letter, "l", Phrase("推荐信：存成文件，打印给本人带去", "letter of introduction, as a file to print"), .work, .lists),
        Command(.why, "w", Phrase("不符原因：任一人和任一岗位", "why not: any person with any job"), .work, hint: Phrase("不符原因", "why not"), .recordsAndPlan),
        Command(.search, "/", Phrase("查找，边输边缩小", "narrow the list as you type"), .work, hint: Phrase("搜索", "search"), .listsAndWork),
        Command(
            .searches, "s <c-o>", Phrase("常用查找：按名称选一个", "saved searches: choose one by its name"), .work, hint: Phrase("常用", "saved"),
            isHintSpare: true, .lists),
        Command(.saveSearch, "S <c-s>", Phrase("存为常用查找：给现在的条件起名", "save this search under a name"), .work, .lists),
        Command(.relax, "r", Phrase("放宽一项，能多出多少匹配", "relax one thing: what it would bring"), .work, .records),
        Command(.training, "T", Phrase("培训清单：学会什么能多出匹配", "training list: what would unlock matches"), .work, .lists),
        Command(.reveal, "v", Phrase("查看电话和证件号码", "show phone and identity number"), .work, .peopleAndWork),
        Command(.mark, "<space>", Phrase("标记，标记的一起办理或导出", "mark: what is marked is acted on together"), .work, .listsMatchesAndPlan),
        Command(.unmark, "U", Phrase("去掉全部标记", "take all marks off"), .work, .listsMatchesAndPlan),
        Command(.export, "x", Phrase("导出所列或标记的", "export what is listed, or marked"), .work, hint: Phrase("导出", "export"), isHintSpare: true, .lists),
        Command(.copy, "y", Phrase("复制所示的记录到终端的剪贴板", "copy the record as it is shown"), .work, .listsAndMatches),
        Command(
            .planRefuse, "d", Phrase("方案：不要这一行，另排", "plan: refuse this line, plan again"), .work, hint: Phrase("不要", "refuse"), .plan),
        Command(
            .planNext, "] <tab>", Phrase("方案：换着看空着的、没安置的、不同的、不要的", "plan: what stays empty, who without …"), .view,
            hint: Phrase("换看", "lists"), .plan),
        Command(.planBefore, "[ <backtab>", Phrase("方案：往回换着看", "plan: the list before"), .view, .plan),
        Command(.planGoal, "m", Phrase("方案：最多安置还是总分最高", "plan: most people, or highest sum"), .view, hint: Phrase("目标", "goal"), .plan),
        Command(
            .planFirst, "z", Phrase("方案：零就业家庭优先，再按取消", "plan: zero-employment families first, or not"), .view, hint: Phrase("零就业优先", "first"),
            isHintSpare: true, .plan),
        Command(
            .planSettings, "f", Phrase("方案条件：目标、优先、每家至多", "plan: goal, who first, most an employer"), .view, hint: Phrase("条件", "asks"),
            isHintSpare: true, .plan),
        Command(.planAgain, "R", Phrase("方案：按现在的名单重做", "plan: make it anew from the lists"), .work, hint: Phrase("重做", "anew"), .plan),
        Command(.new, "n", Phrase("新增求职者或岗位", "a new person or job"), .work, hint: Phrase("新增", "new"), isHintSpare: true, .recordLists),
        Command(.import, "i", Phrase("导入：读入表格", "import a sheet"), .work, .listsAndPages),
        Command(.doubles, "D", Phrase("查重：可能重复的并排看，合并", "doubles: side by side, made one"), .work, .listsAndPages),
        Command(.edit, "e", Phrase("修改", "edit"), .work, hint: Phrase("修改", "edit"), isHintSpare: true, .records),
        Command(.employer, "E", Phrase("修改岗位的单位", "edit the job's employer"), .work, .records),
        Command(.call, "c", Phrase("电话：显示号码，记下结果", "call: show the number, note the outcome"), .work, hint: Phrase("电话", "call"), isHintSpare: true, .contacts),
        Command(.serve, "b", Phrase("记一次服务：接待、指导、意愿摸排……", "record a service: reception, guidance …"), .work, .contacts),
        Command(.undo, "u", Phrase("撤销上一次新增、修改或办理", "take back the latest record or step"), .work, .listsMatchesAndWork),
        Command(.redo, "<c-r>", Phrase("重做撤销的", "do again what was taken back"), .work, .listsMatchesAndWork),
        Command(.back, "<esc>", Phrase("返回上一级", "go back one level"), .moving, hint: Phrase("返回", "back")),
        Command(.today, "0", Phrase("今日", "today"), .screens),
        Command(.jobs, "1", Phrase("岗位", "jobs"), .screens),
        Command(.people, "2", Phrase("求职者", "people"), .screens),
        Command(.ledger, "3", Phrase("台账", "ledger"), .screens),
        Command(.followUps, "4", Phrase("回访", "follow-ups"), .screens),
        Command(.policies, "5", Phrase("政策", "policies"), .screens),
        Command(.plan, "6", Phrase("方案：两张名单一起安排", "plan: both lists together"), .screens),
        Command(.reports, "7", Phrase("报表", "reports"), .screens),
        Command(.up, "<up> k", Phrase("上一行", "up"), .moving),
        Command(.down, "<down> j", Phrase("下一行", "down"), .moving),
        Command(.pageUp, "<pageup> <c-b>", Phrase("上一页", "page up"), .moving),
        Command(.pageDown, "<pagedown> <c-f>", Phrase("下一页", "page down"), .moving),
        Command(.first, "g <home>", Phrase("第一行", "first line"), .moving),
        Command(.last, "G <end>", Phrase("最后一行", "last line"), .moving),
        Command(.periodBefore, "[", Phrase("报表：早一期", "report: the period before"), .view, hint: Phrase("早一期", "earlier"), isHintSpare: true, .pages),
        Command(.periodAfter, "]", Phrase("报表：晚一期", "report: the period after"), .view, hint: Phrase("晚一期", "later"), isHintSpare: true, .pages),
        Command(
            .periodKind, "m", Phrase("报表：日、周、月、季、半年、年，轮着换", "report: day, week, month, quarter, half-year, year in turn"), .view,
            hint: Phrase("换期", "period"), isHintSpare: true, .pages),
        Command(.sortLeft, "<lt>", Phrase("按左边一列排序", "sort by the column to the left"), .view, .lists),
        Command(.sortRight, "<gt>", Phrase("按右边一列排序", "sort by the column to the right"), .view, .lists),
        Command(.sortTurn, "o", Phrase("升序降序互换", "turn the order round"), .view, .lists),
        Command(.tell, ". <c-t>", Phrase("说出整条记录和得分由来（逐行方式）", "say the whole record and its score (plain mode)"), .view, hint: Phrase("整条", "whole"), .spoken),
        Command(.turn, "t", Phrase("对客：遮住别人的信息，再按恢复", "turn the screen to the client, and back"), .view),
        Command(.language, "<f9>", Phrase("中文/English", "中文/English"), .view, .always),
        Command(.lock, "<f12>", Phrase("锁定", "lock"), .program, .always),
        Command(.redraw, "<c-l>", Phrase("重画屏幕", "draw everything anew"), .program, .always),
        Command(.suspend, "<c-z>", Phrase("暂时回到命令行", "suspend"), .program, .always),
        Command(.help, "? <f1>", Phrase("这里能用的命令", "commands that work here"), .program, hint: Phrase("命令", "help")),
        Command(.command, ": <f2>", Phrase("按名称执行任何命令", "any command, by its name"), .program),
        Command(.tour, "", Phrase("两分钟导览，再选一次结束", "a tour of two minutes; again to end it"), .program),
        Command(.quit, "q <c-c>", Phrase("离开", "leave"), .program, hint: Phrase("离开", "leave"), .always),
    ]

    private var names: [String] { [title.chinese, title.english, id.rawValue] }

    /// Commands that fit what was typed; those that are called just so come
    /// first.
    ///
    /// - Parameters:
    ///   - scope: where they have to work; nil for anywhere.
    ///   - isBegun: whether a Chinese name is begun by what was typed, in
    ///     pinyin.
    static func search(_ text: String, in scope: Scope?, _ keys: KeyMap, isBegun: ((String) -> Bool)? = nil) -> [Command] {
        let here = all.filter { command in (scope.map { command.works(in: $0) } ?? true) && (keys.isPlain || !command.isSpoken) }
        let search = PlainSearch(text)
        guard !search.isEmpty else { return here }
        let found = here.filter { command in
            search.fits((command.names + [keys.keys(of: command).map(\.label).joined(separator: " ")]).joined(separator: "\n").lowercased())
                || isBegun?(command.title.chinese) == true
        }
        let typed = PlainText.key(text)
        func isCalledSo(_ command: Command) -> Bool { command.names.contains { PlainText.key($0) == typed } }
        return found.filter(isCalledSo) + found.filter { !isCalledSo($0) }
    }
}
