import DoorstepConsole
import DoorstepCore
import TerminalUI

/// At the keyboard.
extension ManualTopic {
    static let start = ManualTopic(
        "start", Phrase("上手", "First steps"),
        [
            .paragraph(
                Phrase(
                    "一张表是有活没人干，一张表是有人没活干。程序按技能、地点和群体给两边打分，每一分都说得出来由；推荐之后的每一步记进本站的台账。",
                    "One list is jobs with no one to do them, the other people with no job. Doorstep scores every pair on skills, location and groups and explains every point; what came of a referral goes into the station's ledger.")),
            .paragraph(Phrase("先看演示，里面的人和单位都是虚构的，用完即弃：", "To look round first, at a station where everyone is made up and nothing is kept:")),
            .example(["doorstep demo"]),
            .paragraph(Phrase("两分钟看一遍：在控制台里按 :，打 tour，按 Enter。", "For a tour of two minutes press : in the console, type tour and press Enter.")),
            .paragraph(
                Phrase(
                    "用读屏软件、盲文点显器，或终端不能移动光标：加 --plain，逐行显示，按键都一样；. 说出整条，Ctrl-L 重说，打字时 Ctrl-T 说出整张表。也可以在 config.toml 里写 plain = true。",
                    "With a screen reader, a braille line or a terminal that cannot move its cursor, --plain writes lines instead of a screen; the keys are the same, . says the whole record, Ctrl-L says the last lines again, and Ctrl-T says a form whole while typing. plain = true in config.toml does the same.")),
            .example(["doorstep --plain"]),
            .paragraph(
                Phrase(
                    "还没有台站数据时，直接运行 doorstep：它在屏幕上问台站所在地、名称、经办人和口令，建好就打开控制台；恢复码只显示一次。",
                    "Where there is no store yet, run doorstep alone: it asks on its screen for the place, the names and a passphrase, makes the store and opens the console. The recovery code is shown once.")),
            .paragraph(Phrase("也可以用命令新建、读入表格，再打开控制台：", "Or make it by a command, read its sheets in and open the console:")),
            .example([
                "doorstep init --station 150784001 --name 拉布大林街道",
                "doorstep import employers employers.csv",
                "doorstep import people people.csv --rejects rejects.csv",
                "doorstep import jobs jobs.csv",
                "doorstep",
            ]),
            .paragraph(
                Phrase(
                    "在控制台里：上下键选一行，Enter 看全部匹配，p 推荐，i 读入表格，/ 查找，? 列出全部命令，Esc 返回，q 离开。",
                    "In the console: Up and Down choose a line, Enter shows all its matches, p refers, i imports a sheet, / searches, ? lists every command, Esc goes back, q leaves.")),
        ])

    /// Made from the list that the keys themselves come from.
    static let keys = ManualTopic(
        "keys", Phrase("按键", "Keys"),
        Command.Group.allCases.sorted { $0.rawValue < $1.rawValue }.flatMap { group -> [ManualBlock] in
            let rows = Command.all.filter { $0.group == group }.map { command -> ManualRow in
                // What has no key is called by its name.
                let keys = command.keys.isEmpty ? [":" + command.id.rawValue] : command.keys.map(\.label)
                return ManualRow(Phrase(verbatim: keys.joined(separator: " ")), command.title)
            }
            return rows.isEmpty ? [] : [.heading(group.phrase), .table(rows)]
        } + [
            .heading(Phrase("输入时", "While typing")),
            .table([
                ManualRow("Tab", "查找和登记表里：补全", "in a search and in a form: complete"),
                ManualRow("Ctrl-P Ctrl-N", "查找里：以前查过的", "in a search: earlier ones"),
                ManualRow("Ctrl-S", "登记表里：保存", "in a form: save"),
                ManualRow(
                    "Ctrl-O", "登记表和办理表的备注里：用 $VISUAL 或 $EDITOR 写；文字只放在内存里，离开编辑器就抹掉",
                    "in the note of a form or a step: write it in $VISUAL or $EDITOR; the text is kept in memory alone, and wiped when the editor is left"),
                ManualRow("Enter", "查找里：停在结果上；登记表里：下一项", "in a search: stay with what was found; in a form: the next field"),
                ManualRow("Esc", "查找里：去掉条件；登记表里：先放下，下次还在", "in a search: clear it; in a form: put it aside, to be there again"),
            ]),
            .heading(Phrase("鼠标", "The mouse")),
            .table([
                ManualRow(Phrase("单击", "a click"), Phrase("界面名称：打开；列标题：按它排序，再点一次换方向；一行：选中", "a screen's name: opens it; a column's title: sorts by it, once more turns the order; a line: chooses it")),
                ManualRow(Phrase("双击", "a double click"), Phrase("和 Enter 一样", "does what Enter does")),
                ManualRow(Phrase("滚轮", "the wheel"), Phrase("移动，在弹出的框里也是", "moves, in what stands over the screen too")),
            ]),
            .paragraph(
                Phrase(
                    "y 复制的是屏幕右边所示的内容：遮住的仍然遮住。能不能到剪贴板，要看终端（OSC 52）；在 tmux 里要 set-clipboard on 或 allow-passthrough on。",
                    "y copies what the right-hand side shows: what is masked stays masked. Whether it comes to the clipboard is the terminal's to decide (OSC 52); inside tmux set-clipboard on or allow-passthrough on lets it through.")),
            .paragraph(
                Phrase(
                    "在列表上直接用中文输入法输入就开始查找；全角字母等同半角。: 也打开全部命令，输入名称、Enter 执行。",
                    "Chinese typed on a list starts a search, and full-width letters mean the plain ones. : opens the list of commands too; type a name and press Enter to run it.")),
        ])

    static let search = ManualTopic(
        "search", Phrase("查找", "Searching"),
        [
            .paragraph(
                Phrase(
                    "张三可以用 张三、三、zhangsan、zs、zhs、张s、zhang3 查到，也可以用电话或证件号码里的任意几位；ü 打 v 或 u。打错一点也能查到，最像的在前。几个条件用空格隔开，都要符合：",
                    "张三 is found by 张三, 三, zhangsan, zs, zhs, 张s, zhang3, and by any digits of the telephone or identity number; ü is v or u. What fits nothing is looked for with gaps; best first. Terms are set apart by blanks and all have to fit:")),
            .table([
                ManualRow("#退役军人", "群体，推算出来的也算；岗位：优先或专为这个群体", "a group, derived ones included; of jobs: preferred or reserved for"),
                ManualRow("@额尔古纳市", "在这里，或它下面的地方", "there, and all below it"),
                ManualRow("+焊工", "会或想做这项技能，或有这本证书；岗位：要求它", "holds or wishes for the skill, or has the certificate; of jobs: asks for it"),
                ManualRow("+~焊工", "同一族的技能也算", "one of the skill's family as well"),
                ManualRow(">=4000 4-6千", "月薪", "a wage a month"),
                ManualRow("18-45岁 >=50岁", "年龄", "an age"),
                ManualRow(Phrase("学历>=大专", "education>=college"), Phrase("学历", "education")),
                ManualRow("状态:求职 等待>30天 缺>2", "状态、等了几天、还缺几人", "status, days waiting, vacancies left"),
                ManualRow("!…", "不要", "not this"),
                ManualRow("\"…\"", "一字不差", "these letters just so"),
            ]),
            .paragraph(Phrase("命令行用同样的写法；读不懂的会指出来，并给出相近的：", "The command line reads the same; what is not understood is named, with the nearest that is:")),
            .example([
                "doorstep search people \"zhangsan #退役军人 @额尔古纳市\"",
                "doorstep search skills 会电焊",
                "doorstep searches save people 退役焊工 \"+焊工 #退役军人\"",
                "doorstep export people --saved 退役焊工 --output people.csv",
            ]),
            .paragraph(
                Phrase(
                    "常用查找全站共用：控制台里 S 存、s 选。哪些音可以混着打，见设置 southern-sounds。",
                    "Saved searches are shared by the station's caseworkers: in the console S saves one and s chooses one. Which sounds may be typed for one another is the setting southern-sounds.")),
        ])
}
