import DoorstepConsole
import DoorstepCore

/// The station's file, and the program round it.
extension ManualTopic {
    static let store = ManualTopic(
        "store", Phrase("台站数据", "The store"),
        [
            .paragraph(
                Phrase(
                    "台站的全部数据是一个文件，放在本机，不联网。姓名、证件号码、电话、家庭、群体、备注都加密，用经办人的口令打开；每位经办人有自己的口令。新建时写出的恢复码只显示一次，请抄在纸上锁好。",
                    "All of a station's data is one file on this machine; nothing goes over a network. Names, identity numbers, telephones, households, groups and notes are sealed and open with a caseworker's passphrase, of which everyone has their own. The recovery code, shown once when the store is made, belongs on paper in a safe.")),
            .example([
                "doorstep init --station 150784001 --name 拉布大林街道",
                "doorstep caseworker add 高娃",
                "doorstep caseworker passphrase 高娃",
            ]),
            .paragraph(
                Phrase(
                    "命令从 --passphrase-file、$DOORSTEP_PASSPHRASE 或终端取口令；口令从不写在命令行里。F12 锁定控制台，几分钟不按键也会锁定（设置 lock-minutes）。不设口令的数据（--no-passphrase）谁能读到文件谁就能看，请依靠磁盘加密。",
                    "Commands take the passphrase from --passphrase-file, $DOORSTEP_PASSPHRASE or the terminal, never from an argument. F12 locks the console, and so do some minutes without a key (the setting lock-minutes). A store without a passphrase (--no-passphrase) can be read by whoever can read the file: encrypt the disk.")),
            .paragraph(
                Phrase(
                    "电话和证件号码在屏幕上遮住，v 写明事由后显示，并记入日志。本人要求查阅或删除自己的信息：",
                    "Telephone and identity number are masked on the screen; v shows them to who says why, and the journal has it. What a person may ask for:")),
            .example(["doorstep subject export 150784001-P000001", "doorstep subject erase 150784001-P000001"]),
            .paragraph(
                Phrase(
                    "几个人可以同时打开同一台站的数据；别人改了什么，各自的控制台会自己跟上。",
                    "Several may have the store open at once; each console follows what the others change.")),
        ])

    static let backups = ManualTopic(
        "backups", Phrase("备份", "Backups"),
        [
            .paragraph(
                Phrase(
                    "backup 在使用中也能做：核对、加密、写好、读回检查之后才算数。用当时的口令或恢复码打开。restore 先全部核对，原有的数据改名保留在旁边。",
                    "backup works while the store is in use: the copy is checked, sealed, written and read back before it counts. It opens with the passphrases and the recovery code of that moment. restore checks everything first; what was there stays beside it under another name.")),
            .example([
                "doorstep backup /media/stick/monday.backup",
                "doorstep verify /media/stick/monday.backup",
                "doorstep restore /media/stick/monday.backup",
                "doorstep settings backup-to=/media/stick backup-every=1d",
            ]),
            .paragraph(
                Phrase(
                    "设了 backup-to，打开着的控制台空闲时自己备份。直接复制数据文件不算备份：使用中复制的不完整。",
                    "With backup-to an open console makes backups by itself when nobody has touched a key for a while. A plain copy of the file is no backup: made in the middle of a change it is not whole.")),
        ])

    static let settings = ManualTopic(
        "settings", Phrase("设置", "Settings"),
        [
            .paragraph(
                Phrase(
                    "设置是台站的，存在数据里，全站一样，改动记入日志；打开着的控制台会自己跟上。括号里是没有设过时的值。",
                    "Settings are the station's: kept in the store, the same for everyone, journalled, and taken in by a console that is open. In brackets stands what counts where nothing is set.")),
            .example(["doorstep settings", "doorstep settings decline-days", "doorstep settings decline-days=60"]),
            .table(
                Setting.all.map { setting in
                    ManualRow(
                        Phrase(verbatim: "\(setting.name) (\(setting.standard))"),
                        setting.meaning + Phrase("应为", " It has to be ") + setting.allowed + Phrase("。", "."))
                }),
            .heading(Phrase("经办人自己的", "The caseworker's own")),
            .paragraph(
                Phrase(
                    "控制台的样子和按键由每位经办人自己定，写在 ~/.config/doorstep/config.toml 里，一行一项：名称 = 值。读不懂的会说出在第几行，其余照用。",
                    "How the console looks and which keys it listens to is each caseworker's own, in ~/.config/doorstep/config.toml, a line each: NAME = VALUE. What is wrong is said with its line, and the rest holds.")),
            .table(
                ConsoleSettings.all.map { entry in
                    let standard = entry.standard.isEmpty ? "" : " (\(entry.standard))"
                    return ManualRow(Phrase(verbatim: entry.name + standard), entry.title + Phrase("：", ": ") + Phrase(verbatim: entry.values))
                }),
            .paragraph(
                Phrase(
                    "[keys] 下面，命令的名称（: 里打的那个）后面写它的按键，代替原有的：",
                    "Under [keys] a command's name, as : knows it, takes other keys in the place of its own:")),
            .example(["[keys]", "record = [\"p\", \"<f5>\"]"]),
        ])

    static let files = ManualTopic(
        "files", Phrase("文件和环境变量", "Files and environment"),
        [
            .heading(Phrase("文件", "Files")),
            .table([
                ManualRow(
                    "~/.local/share/doorstep/station.doorstep", "台站的数据，除非 --store、$DOORSTEP_STORE 或 $XDG_DATA_HOME 另有所指",
                    "the station's store, unless --store, $DOORSTEP_STORE or $XDG_DATA_HOME says otherwise"),
                ManualRow("~/.config/doorstep/config.toml", "经办人自己的设置，见“设置”", "the caseworker's own settings; see Settings"),
                ManualRow("station.doorstep.lock", "谁正在改动数据；可以留着", "who is changing the store just now; may stay"),
                ManualRow("station.doorstep-journal", "只在保存的一瞬间有；断电后留下的不要删，下次打开时用它复原", "there while something is saved; one that a power cut left must not be deleted: the next opening restores from it"),
                ManualRow("log.csv.checkpoint", "导出的台账 log.csv 的签名存证", "the signed checkpoint of the exported log log.csv"),
            ]),
            .heading(Phrase("环境变量", "Environment")),
            .table([
                ManualRow("DOORSTEP_STORE", "台站的数据文件", "the station's store"),
                ManualRow("DOORSTEP_PASSPHRASE", "口令", "the passphrase"),
                ManualRow("DOORSTEP_NEW_PASSPHRASE", "caseworker 要设的新口令", "the new passphrase that caseworker is to set"),
                ManualRow("XDG_DATA_HOME", "放数据的目录（默认 ~/.local/share）", "the folder of data (default: ~/.local/share)"),
                ManualRow("XDG_CONFIG_HOME", "放自己设置的目录（默认 ~/.config）", "the folder of one's own settings (default: ~/.config)"),
                ManualRow("NO_COLOR COLORFGBG", "不用颜色；终端的前景和底色", "no colours; the terminal's foreground and background"),
                ManualRow("LC_ALL LC_MESSAGES LANG", "第一个有值的以 zh 开头是中文，否则是英文；--lang 优先", "Chinese where the first that is set begins with zh, else English; --lang goes first"),
                ManualRow("LOGNAME USER", "没有口令时记在谁名下；--caseworker 优先", "who does it where no passphrase says so; --caseworker goes first"),
                ManualRow("TERM", "终端类型；dumb 或没有就逐行显示", "the terminal's type; where it is dumb or empty, lines are written"),
                ManualRow("VISUAL EDITOR", "写备注用的编辑器，可以带参数", "the editor for notes, with arguments where it has any"),
                ManualRow("XDG_RUNTIME_DIR", "写备注时文字放在这里，须在内存里；否则放在 /dev/shm", "where a note is while it is written, if that is in memory; else /dev/shm"),
            ]),
        ])

    static let exitCodes = ManualTopic(
        "exit-codes", Phrase("返回码", "Exit codes"),
        [
            .table([
                ManualRow("0", "做完了", "done"),
                ManualRow("1", "只做了一部分，或查出了问题：有拒收的行，verify 查出缺失或改动", "done in part, or something found: rows refused, loss or tampering that verify came upon"),
                ManualRow("2", "参数或输入不能用，什么也没有做", "unusable arguments or input; nothing was done"),
                ManualRow("3", "数据锁着、坏了，或是新版程序写的", "the store is locked, damaged or of a newer version"),
            ]),
            .paragraph(Phrase("出错时标准错误输出一句话：哪里、什么、怎么改。", "What went wrong is one sentence on standard error: where, what, and the mend.")),
        ])
}
