import DoorstepCore

extension Words {
    static let service = Phrase("记一次服务", "A service")
    static let result = Phrase("回访结果", "What came of it")
    static let resultShort = Phrase("结果", "result")
    static let againOn = Phrase("改约到", "again")
    static let noTelephone = Phrase("没有登记电话", "there is no telephone")
    static let restOfDue = Phrase("前面的办了，这些就会列出来", "they are listed once those before them are done")
    static let restIsOnFollowUps = Phrase("其余的在 4 回访", "the rest is on screen 4")
    static let findTitle = Phrase("找人 > 所有登记过的人", "Find > everyone registered")
    static let everyone = Phrase("所有登记过的人", "everyone registered")
    static let findAnyone = Phrase("输入姓名、拼音、电话或证件号码：不在求职的也找得到", "type a name, pinyin, telephone or identity number: also of who does not seek")
    static let offersNewPerson = Phrase("没有找到。按 Enter 或 n 新登记，输入的会填进表里", "Nobody was found. Enter or n writes them down, with what was typed filled in")
    static let findHint = Phrase("找人、号码", "find by name or number")
    static let newPersonHint = Phrase("新登记", "new record")
    static let theChosen = Phrase("所选的", "the one chosen")
    static let resultHint = Phrase("办结", "result")
    static let serviceKeys = Phrase("数字或左右键选结果  Tab下一项  Enter保存  Esc取消", "Digit or Left Right result  Tab next  Enter save  Esc cancel")
    static let callKeys = Phrase("1接通 2未接 3停机 4改约  Tab下一项  Esc取消", "1 reached 2 no answer 3 out of service 4 again  Tab next  Esc cancel")
}
