import DoorstepCore

/// The console's own words; those of the field come from the core.
enum Words {
    static let jobs = Phrase("岗位", "Jobs")
    static let people = Phrase("求职", "People")
    static let ledger = Phrase("台账", "Ledger")
    static let reports = Phrase("报表", "Reports")
    static func onlyEntries(_ title: Phrase) -> Phrase { Phrase("只列：\(title.chinese)（Esc 返回）", "only: \(title.english) (Esc goes back)") }
    static let today = Phrase("今日", "Today")
    static let followUps = Phrase("回访", "Due")
    static let nothingBehind = Phrase("这一行没有可打开的名单", "there is no list behind this line")
    static let jobsTitle = Phrase("有活没人干 > 在招", "Jobs with no one to do them > open")
    static let peopleTitle = Phrase("有人没活干 > 求职中", "People with no job > seeking")
    static let ledgerTitle = Phrase("台账 > 全部", "Ledger > all placements")
    static let opening = Phrase("正在打开台站数据……", "Opening the station's store …")
    static let readingOn = Phrase("正在读取", "being read")
    static let notReadWhole = Phrase("没有读完", "not read whole")
    static let stillReading = Phrase("数据还在读取，读完才可以", "the data are still being read; then it can be done")
    static let readNow = Phrase("数据读完了，可以办理了", "the data are read; it can be done now")
    static let narrowsLater = Phrase("数据还在读取，读完就按这个查找", "the data are still being read; then they are searched for this")
    static let matchesLater = Phrase("数据读完就匹配", "matches come when the data are read")
    static let ranking = Phrase("正在匹配……", "Matching …")
    static let searchHint = Phrase("按 / 输入姓名、拼音、电话，#群体 @地点 +技能 >=4000", "press / and type a name, pinyin, number, #group @place +skill >=4000")
    static func manyWords(_ most: Int) -> Phrase { Phrase("只按前 \(most) 个词查找", "only the first \(most) words are looked for") }
    static let nothingToComplete = Phrase("Tab 补全 # 群体、@ 地点、+ 技能", "Tab completes a # group, @ place or + skill")
    static let nothingFound = Phrase("没有符合的，按 Esc 清除条件", "nothing fits; Esc clears the search")
    static let searchComing = Phrase("正在准备查找……", "Getting ready to search …")
    static let noJobs = Phrase(
        "还没有在招岗位。\n按 n 写下第一个；\n已有表格的，按 i 读入（WPS、Excel 或 CSV）。",
        "No open jobs yet.\nPress n to write the first one down.\nWhere there is a sheet (WPS, Excel or CSV), press i to import it.")
    static let noPeople = Phrase(
        "还没有求职者。\n按 n 写下第一位；\n已有表格的，按 i 读入（WPS、Excel 或 CSV）。",
        "Nobody is seeking yet.\nPress n to write the first one down.\nWhere there is a sheet (WPS, Excel or CSV), press i to import it.")
    static let noPlacements = Phrase(
        "还没有推荐。\n在岗位（1）或求职（2）里按 Enter 看匹配，选好后按 p 推荐。",
        "No placements yet.\nEnter on a job (1) or a person (2) shows the matches; p refers the one chosen.")
    static let noMatches = Phrase("没有匹配", "no match")
    static let nearMisses = Phrase("差一项", "Near misses")
    static let blocked = Phrase("不符", "Blocked")
    static let unchecked = Phrase("未能核对", "Not checked")
    static let skills = Phrase("技能", "Skills")
    static let location = Phrase("地点", "Location")
    static let groups = Phrase("群体", "Groups")
    static let readOnly = Phrase("只读，不能保存", "read-only, cannot save")
    static let halted = Phrase("!已停止保存", "! no longer saving")
    static let open = Phrase("未设口令", "no passphrase")
    static let demo = Phrase("演示数据，均为虚构", "demo, all made up")
    static let demoInShort = Phrase("演示", "demo")
    static let tooSmall = Phrase("窗口太小，请放大到 60×15 以上", "The window is too small: 60×15 at least")
    static let choosePair = Phrase("选好人（岗位）后按 p 推荐", "choose a line, then press p to refer")
    static let chooseFirst = Phrase("这里没有可办理的", "nothing to record here")
    static let ended = Phrase("这一笔已经结束", "this placement has ended")
    static let saving = Phrase("正在保存……", "Saving …")
    static let saved = Phrase("已保存 ", "Saved ")
    static let step = Phrase("办理", "Record a step")
    static let stepHint = Phrase("办理", "step")
    static let pageHint = Phrase("名单", "list")
    static let stage = Phrase("步骤", "Step")
    static let date = Phrase("日期", "Date")
    static let note = Phrase("备注", "Note")
    static let stepReason = Phrase("原因", "Reason")
    static let noReason = Phrase("不写", "none")
    static let evidence = Phrase("凭证", "Proof")
    static let evidenceForm = Phrase("写成“项目 值”，几项之间用分号", "“item value”, with ; between several")
    static let formKeys = Phrase("左右键选步骤  Tab下一项  Enter保存  Esc取消", "Left Right step  Tab next  Enter save  Esc cancel")
    static let formNoteKeys = Phrase("Ctrl-O用编辑器写  Tab下一项  Enter保存  Esc取消", "Ctrl-O editor  Tab next  Enter save  Esc cancel")
    static let escAgain = Phrase("备注还没有保存，再按一次 Esc 放弃", "the note is not saved; Esc again drops it")
    static func exportTo(_ count: Int?) -> Phrase {
        guard let count else { return Phrase("导出台账到（姓名已遮盖）", "Export the log to (names masked)") }
        return Phrase("导出 \(count) 条到（个人信息已遮盖）", "Export \(count) records to (personal data masked)")
    }
    static let exportKeys = Phrase("Enter导出  Esc取消", "Enter export  Esc cancel")
    static let letterTo = Phrase("推荐信写到（.html 打印，.txt 文字）", "Write the letter to (.html prints, .txt is text)")
    static func letterWritten(_ path: String) -> Phrase { Phrase("推荐信已写到 \(path)", "The letter is in \(path)") }
    static let letterFile = Phrase("推荐信", "letter")
    static let fileExists = Phrase("文件已存在，再按一次 Enter 覆盖", "the file exists; Enter again replaces it")
    static let help = Phrase("命令", "Commands")
    static let helpKeys = Phrase("输入查找  上下键选择  Enter执行  Esc返回", "type to search  Up Down choose  Enter run  Esc back")
    static let commandKeys = Phrase("输入名称、拼音或 English  Tab补全  上下键选择  Enter执行  Esc返回", "type a name  Tab complete  Up Down choose  Enter run  Esc back")
    static func notHere(_ title: Phrase) -> Phrase { Phrase("“\(title.chinese)”在这里不能用", "“\(title.english)” does not work here") }
    static let noClipboard = Phrase("逐行方式下没有剪贴板，按 . 说出整条", "plain mode has no clipboard; . says the whole record")
    static let noCommand = Phrase("没有这个命令，按 ? 查看全部", "no such command; ? shows all")
    static let relax = Phrase("放宽一项", "Relax one thing")
    static let training = Phrase("培训清单", "Training list")
    static let working = Phrase("正在计算……（Esc 停止）", "Working it out … (Esc stops)")
    static let nothingToGain = Phrase("没有一项能多出匹配", "no single change would bring a further match")
    static let furtherMatches = Phrase(" 多出匹配  放宽什么", " Further   What")
    static let unlocked = Phrase(" 多出匹配  学会或考取什么", " Further   What is learnt")
    static let whyNot = Phrase("不符原因", "Why not")
    static let whichPerson = Phrase("选人", "which person")
    static let whichJob = Phrase("选岗位", "which job")
    static let searching = Phrase("正在查找……", "Searching …")
    static let differs = Phrase("不同", "differs")
    static func moreFields(_ count: Int, differing: Int) -> Phrase {
        differing > 0
            ? Phrase("另有 \(count) 项，其中 \(differing) 项不同", "\(count) more, \(differing) of them differ") : Phrase("另有 \(count) 项相同", "\(count) more are the same")
    }

    static let nothingFits = Phrase("没有符合的，换个词或编号", "nothing fits; try another word or an identifier")
    static let nothingChosen = Phrase("没有选中的，先选一行", "nothing is chosen; choose a line first")
    static let closed = Phrase("不再招人", "no longer open")
    static let placedBefore = Phrase("推荐过：", "sent before: ")
    static let counterpartKeys = Phrase("输入查找或编号  上下键选择  Enter看原因  Esc返回", "type to search, or an identifier  Up Down choose  Enter why  Esc back")
    static let whyKeys = Phrase("上下键翻看  Esc返回", "Up Down scroll  Esc back")
    static let badDate = Phrase("日期请写成 2026-11-21 的样子", "write the date as 2026-11-21")
    static let changedElsewhere = Phrase("其他程序改动了数据，已更新", "another program changed the data; taken in")

    static func newRecord(_ kind: RecordID.Kind) -> Phrase {
        switch kind {
        case .person: Phrase("新增求职者", "A new person")
        case .job: Phrase("新增岗位", "A new job")
        case .employer, .placement: Phrase("新增单位", "A new employer")
        }
    }
    static let editRecord = Phrase("修改 ", "Edit ")
    static let recordFormKeys = Phrase("Enter下一项  Tab补全  Ctrl-S保存  Esc取消", "Enter next  Tab complete  Ctrl-S save  Esc cancel")
    static let recordNoteKeys = Phrase("Ctrl-O用编辑器写  Enter下一项  Ctrl-S保存  Esc取消", "Ctrl-O editor  Enter next  Ctrl-S save  Esc cancel")
    static let noteOnly = Phrase("Ctrl-O 只用于备注：先移到备注一行", "Ctrl-O is for the note: go to its field first")
    static func noteCut(_ most: Int) -> Phrase { Phrase("备注太长，只留下前 \(most) 个字", "the note is too long: its first \(most) characters were kept") }
    static func copied(_ count: Int) -> Phrase { Phrase("已把 \(count) 个字符交给终端的剪贴板", "\(count) characters were handed to the terminal's clipboard") }
    static let blankKey = Phrase("空格", "Space")
    static let turned = Phrase("[对客 t]", "[client t]")
    static let hiddenSearch = Phrase("（查找条件已遮住）", "(the search is hidden)")
    static let turnBackFirst = Message(Phrase("对客时不显示，先按 t 转回来", "not shown to the client; press t first"))
    static func marked(_ count: Int) -> Phrase { Phrase("已选 \(count)", "\(count) marked") }
    static func many(_ count: Int) -> Phrase { Phrase("一起办理 \(count) 笔", "\(count) together") }
    static let nothingTogether = Phrase("标记的各笔没有共同的下一步", "the marked placements have no next step in common")
    static func savedMany(_ count: Int) -> Phrase { Phrase("已保存 \(count) 笔", "Saved \(count)") }
    static func notAll(_ count: Int, _ name: String) -> Phrase { Phrase("\(count) 笔没有办成，\(name)：", "\(count) not: \(name): ") }
    static let nothingToEdit = Phrase("这里没有可新增或修改的", "there is nothing to make or edit here")
    static let escDropsForm = Phrase("还没有保存，再按一次 Esc 放下（Ctrl-S 保存）", "not saved; Esc again puts it aside (Ctrl-S saves)")
    static let shelved = Phrase("已放下，没有保存；再打开时内容还在", "put aside, not saved; opening it again brings it back")
    static let takenUpAgain = Phrase("接着上次没有保存的内容", "as it was left, not saved yet")
    static let unchanged = Phrase("没有改动", "nothing was changed")
    static let maskedField = Phrase("号码已遮盖；直接输入就换成新的", "masked; typing replaces it")
    static func knownAlready(_ name: String) -> Phrase { Phrase("这个证件号码已经登记：\(name)", "this identity number is known already: \(name)") }
    static func sameNumber(_ name: String) -> Phrase { Phrase("与\(name)的证件号码相同，请核对", "\(name) has the same identity number; check it") }
    static let nothingToTakeBack = Phrase("没有可撤销的", "nothing to take back")
    static let nothingToMakeAgain = Phrase("没有可重做的", "nothing to do again")
    static let cannotTakeBack = Phrase("新增的单位不撤销，可以修改", "a new employer is not taken back; edit it")
    static func steps(_ count: Int) -> Phrase { Phrase("\(count) 步", count == 1 ? "1 step" : "\(count) steps") }
    /// What stands no longer.
    static let takenBack = Phrase("已更正", "taken back")
    static let isVoid = Phrase("推荐已撤销，可以重新推荐", "the referral was taken back; the pair may be referred anew")
    static let correction = Phrase("更正（撤销上一步）", "correct (take back the latest step)")
    static let aCorrection = Phrase("更正", "a correction")
    static let takesBack = Phrase("撤销 ", "Takes back ")
    static let tookBack = Phrase("已撤销 ", "Taken back: ")
    static let madeAgain = Phrase("已重做 ", "Done again: ")

    static let locked = Phrase("已锁定", "Locked")
    static let caseworker = Phrase("经办人", "Caseworker")
    static let passphrase = Phrase("口令", "Passphrase")
    static let unlocking = Phrase("正在打开……", "Opening …")
    static let wrongPassphrase = Phrase("口令不对，已记入日志", "that is not the passphrase; it was journalled")
    static let tooSoon = Phrase("口令刚刚输错，还要等一等", "the passphrase was wrong just now; wait a little")
    static func wait(_ seconds: Int) -> Phrase { Phrase("\(seconds) 秒后可以再试", "the next one is taken in \(seconds) s") }
    static let lockKeys = Phrase("Enter打开  Esc清除  F9中文/English  Ctrl-C离开", "Enter open  Esc clear  F9 中文/English  Ctrl-C leave")
    static let lockKeysOfMany = Phrase("Enter打开  上下键选经办人  Esc清除  F9中文/English  Ctrl-C离开", "Enter open  Up Down caseworker  Esc clear  F9 中文/English  Ctrl-C leave")
    static let coverKeys = Phrase("Enter继续  F9中文/English  Ctrl-C离开", "Enter go on  F9 中文/English  Ctrl-C leave")
    static let withoutPassphrase = Phrase(
        "台站数据没有口令，谁按 Enter 都能继续。设口令：doorstep caseworker add 姓名",
        "The store has no passphrase: whoever presses Enter goes on. To give it one: doorstep caseworker add NAME")
    static let enterGoesOn = Phrase("按 Enter 继续", "press Enter to go on")
    static let reveal = Phrase("查看电话和证件号码：为什么？", "Show phone and identity number: why?")
    static let reason = Phrase("说明", "In words")
    static let reasonMissing = Phrase("请选一个事由，或写明", "choose a reason, or write one")
    static let isJournalled = Phrase("谁、看谁、为什么，都记入日志", "who, whose and why goes into the journal")
    static let revealed = Phrase("已记入日志；离开这条记录后重新遮盖", "journalled; masked again when the record is left")
    static let revealKeys = Phrase("上下键选事由  Enter查看  Esc取消", "Up Down reason  Enter show  Esc cancel")
    static let nothingMasked = Phrase("这里没有遮盖的号码，先在求职者里选一人", "nothing is masked here; choose a person first")
    static let noNumbers = Phrase("没有登记电话和证件号码", "neither phone nor identity number is recorded")
    static func backedUp(_ path: String) -> Phrase { Phrase("已自动备份到 \(path)", "Backed up to \(path)") }
    static let notBackedUp = Phrase("自动备份没有做成：", "No backup was made: ")
    static let settingsChangedElsewhere = Phrase("其他程序改动了设置，已按新设置匹配和查找", "another program changed the settings; matching and searching follow them")

    static let savedSearches = Phrase("常用查找", "Saved searches")
    static let saveSearch = Phrase("存为常用查找", "Save this search")
    static let searchName = Phrase("名称", "Name")
    static let searchPromptKeys = Phrase("Enter保存  Esc取消", "Enter save  Esc cancel")
    static let replaceKeys = Phrase("y覆盖  其他键返回", "y replace  any other key back")
    static let searchesKeys = Phrase("输入查找  上下键选择  Enter使用  Ctrl-X删除  Esc返回", "type to search  Up Down choose  Enter use  Ctrl-X remove  Esc back")
    static let removeKeys = Phrase("y删除  其他键返回", "y remove  any other key back")
    static let noSearches = Phrase("还没有常用查找：输入条件后按 S（查找时按 Ctrl-S）", "no saved searches yet: narrow the list, then press S (Ctrl-S while typing)")
    static let noSuchSearch = Phrase("没有符合的，换个词", "nothing fits; try another word")

    static func replaceSearch(_ name: SearchName, _ query: Phrase) -> Phrase {
        Phrase("已有“\(name)”：\(query.chinese)。覆盖吗？", "There is “\(name)” already: \(query.english). Replace it?")
    }

    static func removeSearch(_ search: SavedSearch) -> Phrase {
        Phrase("删除“\(search.name)”吗？", "Remove “\(search.name)”?")
    }

    static func savedSearch(_ search: SavedSearch) -> Phrase { saved + Phrase("常用查找“\(search.name)”", "the search “\(search.name)”") }

    static func removedSearch(_ search: SavedSearch) -> Phrase { Phrase("已删除 常用查找“\(search.name)”", "Removed the saved search “\(search.name)”") }

    static func exported(_ path: String, _ rows: Int) -> Phrase {
        Phrase("已导出 \(rows) 行到 \(path)", "Exported \(rows) rows to \(path)")
    }

    static func vacantDays(_ count: Int) -> Phrase { Phrase("空缺 \(count) 天", "vacant for \(count) \(count == 1 ? "day" : "days")") }
    static func waitingDays(_ count: Int) -> Phrase { Phrase("求职 \(count) 天", "seeking for \(count) \(count == 1 ? "day" : "days")") }
    static func days(_ count: Int) -> Phrase { Phrase("\(count)天", "\(count)d") }

    static func counts(_ matches: Int, _ nearMisses: Int) -> Phrase {
        Phrase("匹配 \(matches)  差一项 \(nearMisses)", "\(matches) \(matches == 1 ? "match" : "matches")  \(nearMisses) near \(nearMisses == 1 ? "miss" : "misses")")
    }

    static func sorted(_ column: Phrase, descending: Bool) -> Phrase {
        Phrase("按\(column.chinese)\(descending ? "降" : "升")序", "by \(column.english), \(descending ? "descending" : "ascending")")
    }

    // What is said where nothing is drawn.

    static let searchLabel = Phrase("查找：", "search: ")
    static let file = Phrase("文件", "file")
    static let first = Phrase("第一 ", "first ")
    static let sayAgain = Phrase("重说一遍", "say it again")
    static let worksElsewhere = Phrase("在这里不能用", "not here")
    static let isMarked = Phrase("已标记，", "marked, ")
    static let isChosen = Phrase("已选 ", "chosen: ")
    static let isRequired = Phrase("必填", "required")
    static let isWrong = Phrase("有误", "wrong")
    static let noneChosen = Phrase("未选", "none yet")
    static let whyShown = Phrase("事由", "reason")
    static let turnedAloud = Phrase("对客：别人的信息不说，按 t 恢复", "turned to the client: others' data is not said, t turns back")
    static let haltedAloud = Phrase("已停止保存", "no longer saving")
    static let waitIsOver = Phrase("可以再试了", "the next one is taken now")

    static func cursorBefore(_ next: Character, _ position: Int) -> Phrase {
        Phrase("（光标在第 \(position) 个字“\(next)”前）", " (cursor before character \(position), “\(next)”)")
    }

    static func found(_ count: Int, of total: Int) -> Phrase { Phrase("查到 \(count)，共 \(total)", "\(count) of \(total) found") }

    static func countsAloud(_ matches: Int, _ nearMisses: Int) -> Phrase {
        Phrase("匹配 \(matches)，差一项 \(nearMisses)", "\(matches) \(matches == 1 ? "match" : "matches"), \(nearMisses) near \(nearMisses == 1 ? "miss" : "misses")")
    }

    static func further(_ count: Int) -> Phrase {
        Phrase("多出 \(count) 个匹配：", "\(count) further \(count == 1 ? "match" : "matches"): ")
    }

    static func more(_ count: Int) -> Phrase { Phrase("还有 \(count) 个", "\(count) more") }
}
