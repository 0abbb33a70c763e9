import DoorstepCore

/// What is said while a sheet is read in.
enum ImportWords {
    static let title = Phrase("读入表格", "Import a sheet")
    static let chooseFile = Phrase("选文件", "choose a file")
    static let reading = Phrase("正在读取……", "Reading …")
    static let emptyFolder = Phrase("这里没有表格（.csv .tsv .txt .xlsx .xls .json）", "no sheets here (.csv .tsv .txt .xlsx .xls .json)")
    static let noSuchFile = Phrase("没有符合的；Enter 打开所写的路径", "nothing fits; Enter opens the path as typed")
    static let recent = Phrase("最近", "recent")
    static let folder = Phrase("文件夹", "folder")
    static let fileLabel = Phrase("文件：", "file: ")
    static let fileKeys = Phrase("输入缩小或写路径  上下键选择  Enter打开  Backspace上一级  ~主目录  Esc返回", "type a name or path  Enter open  Backspace up  ~ home  Esc back")
    static func leftOut(_ count: Int) -> Phrase { Phrase("另有 \(count) 个不是表格", "\(count) others are no sheets") }

    static let columns = Phrase("列", "Columns")
    static let refusals = Phrase("拒收", "Refused")
    static let warnings = Phrase("提醒", "Warnings")
    static let doubles = Phrase("重复", "Doubles")
    static let line = Phrase("行", "Line")
    static let thisRow = Phrase("这一行", "This row")
    static let maybe = Phrase("可能是", "May be")
    static let decision = Phrase("处理", "Decision")
    static let undecided = Phrase("未定，", "open: ")
    static let inThisSheet = Phrase("本表前面的", "earlier row")
    static let knownRecord = Phrase("已有", "Known")
    static let position = Phrase("列", "No")
    static let header = Phrase("表头", "Title")
    static let meaning = Phrase("当作", "Taken for")
    static let because = Phrase("依据", "Because")
    static let samples = Phrase("前几行", "First rows")
    static let ignored = Phrase("不读入", "not read")
    static let untitled = Phrase("（没有表头）", "(no title)")
    static let firstRows = Phrase("前五行：", "first rows:")
    static let nothingInIt = Phrase("（空）", "(empty)")
    static let automatic = Phrase("编码自动", "encoding auto")
    static let noNotes = Phrase("没有", "none")
    static let notTried = Phrase("还没有核对完", "not checked yet")
    static let checking = Phrase("正在核对", "Checking")
    static let storing = Phrase("正在保存", "Storing")
    static let stopping = Phrase("正在停止……", "Stopping …")
    static let stopped = Phrase("已停止核对；按 r 再核对", "stopped; r checks it again")
    static let notStored = Phrase("已停止，什么也没有保存", "stopped; nothing was saved")
    static let stillChecking = Phrase("还没有核对完，再等一等", "not checked yet; wait a moment")
    static let nothingToStore = Phrase("没有要保存的：没有新的，也没有变化", "nothing to save: nothing is new, nothing changed")
    static let nothingRefused = Phrase("没有拒收的行", "no rows were refused")
    static let oneSheet = Phrase("这个文件只有一张表", "this file has one sheet only")
    static let workbookEncoding = Phrase("工作簿没有编码可选", "a workbook has no encoding to choose")
    static let escStops = Phrase("Esc停止", "Esc stops")
    static let meaningKeys = Phrase("输入查找  上下键选择  Enter采用  Esc返回", "type to search  Up Down choose  Enter take it  Esc back")
    static let sheetKeys = Phrase(
        "Enter改含义  s保存  d不读入  Tab种类  左右键换页  F3编码  F4工作表  Esc返回", "Enter meaning  s save  d not read  Tab kind  F3 encoding  F4 sheet  Left Right page  Esc back")
    static let problemKeys = Phrase("Tab种类  F3编码  F4工作表  r再读一遍  Esc返回", "Tab kind  F3 encoding  F4 sheet  r read it again  Esc back")
    static let noteKeys = Phrase("s保存  x把拒收的写到文件  左右键换页  上下键翻看  Esc返回", "s save  x write the refused to a file  Left Right page  Up Down move  Esc back")
    static let doubleKeys = Phrase("b都留  m并入已有的  d不读这一行  a全部照此  s保存  左右键换页  Esc返回", "b both stand  m merge  d leave out  a all alike  s save  Left Right page  Esc back")
    static let decideFirst = Phrase("先决定这一条：b 都留、m 并入、d 不读", "decide about this one first: b both stand, m merge, d leave out")
    static let decisionsDropped = Phrase("重复的行要重新选择", "decide about the doubles anew")
    static let questionKeys = Phrase("y确认  其他键返回", "y yes  any other key back")
    static let storingKeys = Phrase("Esc停止，什么也不保存", "Esc stops; then nothing is saved")
    static let rejectsKeys = Phrase("Enter写文件  Esc取消", "Enter write  Esc cancel")
    static let leave = Phrase("表格还没有保存，离开程序吗？", "The sheet is not saved. Leave the program?")
    static let fileName = Phrase("文件名", "file")

    static func lacks(_ titles: [Phrase]) -> Phrase {
        let list = Phrase.list(titles)
        return Phrase("缺必填的列：\(list.chinese)。在对应的列上按 Enter 指定", "required columns are missing: \(list.english). Press Enter on the column that is it")
    }

    static func rows(_ progress: ImportView.Progress, _ title: Phrase) -> Phrase {
        let pace = progress.rowsASecond > 0 ? Phrase("，每秒 \(progress.rowsASecond) 行", ", \(progress.rowsASecond) a second") : Phrase(verbatim: "")
        return title + Phrase(" \(progress.rows) 行", " \(progress.rows) rows") + pace
    }

    static func cannotDecide(_ choices: [DoubleDecision]) -> Phrase {
        let list = Phrase.list(choices.map(\.phrase))
        return Phrase("这一条只能：\(list.chinese)", "of this one there is only: \(list.english)")
    }

    static func allAlike(_ decision: DoubleDecision) -> Phrase { Phrase("全部：", "all of them: ") + decision.phrase }

    static func refused(_ count: Int) -> Phrase { Phrase("拒收 \(count) 行", "\(count) \(count == 1 ? "row" : "rows") refused") }
    static func warned(_ count: Int) -> Phrase { Phrase("提醒 \(count) 条", "\(count) \(count == 1 ? "warning" : "warnings")") }
    static func tried(_ count: Int) -> Phrase { Phrase("共 \(count) 行", "\(count) rows in all") }
    static func shownOnly(_ count: Int) -> Phrase { Phrase("只列出前 \(count) 条", "the first \(count) are listed") }
    static let othersSummed = Phrase("，其余合计在最后", ", the others summed up at the end")
    static func holder(_ position: Int) -> Phrase { Phrase("现为第 \(position + 1) 列", "column \(position + 1) now") }
    static func writeRejects(_ count: Int) -> Phrase { Phrase("把拒收的 \(count) 行连同原因写到", "Write the \(count) refused rows, with reasons, to") }
    static func wroteRejects(_ path: String, _ rows: Int) -> Phrase { Phrase("已把拒收的 \(rows) 行写到 \(path)", "Wrote the \(rows) refused rows to \(path)") }

    static func save(_ counts: IntakeCounts) -> [Phrase] {
        [Phrase("保存到台站数据吗？", "Save to the station's store?")] + counts.stored
            + (counts.refused > 0 ? [Phrase("拒收的 \(counts.refused) 行不保存", "the \(counts.refused) refused are left out")] : [])
            + (counts.doubles.total > 0 ? [counts.doubles.phrase] : [])
    }

    static func stored(_ file: String, _ counts: IntakeCounts) -> Phrase {
        let parts = counts.stored + (counts.refused > 0 ? [refused(counts.refused)] : [])
        let list = Phrase(parts.map(\.chinese).joined(separator: "；"), parts.map(\.english).joined(separator: "; "))
        return Phrase("已读入 \(file)：", "Imported \(file): ") + list
    }

    static let takesBack = Phrase("  u 撤销", "  u takes it back")
    static func theImport(of file: String) -> Phrase { Phrase("读入的 \(file)", "the import of \(file)") }
    static let takingBack = Phrase("正在撤销", "Taking it back")
    static let makingAgain = Phrase("正在重做", "Doing it again")
}
