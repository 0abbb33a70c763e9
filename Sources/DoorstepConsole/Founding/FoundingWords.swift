import DoorstepCore

/// What a first start says.
enum FoundingWords {
    static let title = Phrase("家门口 Doorstep", "Doorstep 家门口")
    static func noStore(_ path: String) -> Phrase { Phrase("这里还没有台站数据：\(path)", "There is no store yet: \(path)") }

    static func offer(_ offer: FoundingState.Offer) -> Phrase {
        switch offer {
        case .station: Phrase("1 建立台站", "1 Found a station")
        case .demonstration: Phrase("2 先看演示（数据全部虚构，用完即弃）", "2 See the demonstration first (all made up, thrown away after)")
        }
    }

    static let keysThatMatter = Phrase("以后常用的六个键", "Six keys that matter later")
    static let welcomeKeys = Phrase("上下键选择  Enter开始  F9中文/English  q离开", "Up Down choose  Enter begin  F9 中文/English  q leave")
    static let form = Phrase("建立台站", "Found a station")
    static let formKeys = Phrase(
        "Enter下一项  Tab补全  Esc上一项  F9中文/English  Ctrl-C离开，什么也不建", "Enter next  Tab complete  Esc back  F9 中文/English  Ctrl-C leave, nothing made")
    static let answerKeys = Phrase("y不设口令  其他键返回", "y without a passphrase  any other key back")
    static let recoveryKeys = Phrase("y已经记下，打开控制台", "y it is written down, open the console")

    static func hint(_ field: FoundingForm.Field, shortestPassphrase: Int) -> Phrase {
        switch field {
        case .place: Phrase("输汉字、拼音或区划代码，如 拉布大林、lbdl、150784001", "type Chinese, pinyin or a code: 拉布大林, lbdl, 150784001")
        case .name: Phrase("显示在每一页的左上角", "stands at the top left of every screen")
        case .caseworker: Phrase("每一笔都记在办理人名下", "all that is done is recorded under it")
        case .passphrase:
            Phrase("至少 \(shortestPassphrase) 个字符，每次打开都要输；不设就直接按 Enter", "\(shortestPassphrase) characters at least, asked for each time; Enter alone does without")
        case .again: Phrase("和上面的一样", "the same as above")
        }
    }

    static let placeMissing = Phrase("请填台站所在的乡镇、街道或旗县", "say in which township, street or county the station is")
    static let severalPlaces = Phrase("有几个地方都对得上，按 Tab 选一个", "several places go with it; Tab chooses one")
    static func noSuchPlace(_ nearest: Phrase) -> Phrase {
        nearest.chinese.isEmpty
            ? Phrase("内蒙古没有这个地方，换个写法或填区划代码", "no such place in Inner Mongolia; write it otherwise, or give its code")
            : Phrase("内蒙古没有这个地方，相近的有\(nearest.chinese)", "no such place in Inner Mongolia; the nearest are \(nearest.english)")
    }
    static let nameMissing = Phrase("请填写", "this is needed")
    static func tooLong(_ most: Int) -> Phrase { Phrase("太长，最多 \(most) 个字", "too long: \(most) characters at most") }
    static func tooShort(_ least: Int) -> Phrase { Phrase("口令太短，至少 \(least) 个字符", "too short: \(least) characters at least") }
    static let different = Phrase("两次输入的不一样，请再输一次", "it differs from the first; type it once more")
    static let withoutPassphrase = Phrase(
        "确定不设口令吗？能读到这个文件的人就能读到全部内容，只有磁盘已经加密时才这样做。",
        "Do without a passphrase? Whoever can read the file can then read it all; only where the disk is encrypted.")
    static let making = Phrase("正在建立，约两秒……", "Making it, some two seconds …")
    static let recovery = Phrase("恢复码", "Recovery code")
    static let whatItIsFor = Phrase(
        "忘了口令时，用它打开台站数据。只显示这一次：请抄下来或打印，锁进柜子。没有口令也没有它，数据谁也打不开。",
        "It opens the store when a passphrase is forgotten. It is shown this once: write it down or print it, and lock it away. Without a passphrase and without it, nobody can open the store.")
}
