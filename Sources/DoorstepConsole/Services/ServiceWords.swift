import DoorstepCore

extension Words {
    static let service = Phrase("记一次服务", "A service")
    static let result = Phrase("回访结果", "What came of it")
    static let resultShort = Phrase("结果", "result")
    static let againOn = Phrase("改约到", "again")
    static let noTelephone = Phrase("没有登记电话", "there is no telephone")
    static let restOfDue = Phrase("前面的办了，这些就会列出来", "they are listed once those before them are done")
    static let restIsOnFollowUps = Phrase("其余的在 4 回访", "the rest is on screen 4")
    static let resultHint = Phrase("办结", "result")
    static let serviceKeys = Phrase("数字或左右键选结果  Tab下一项  Enter保存  Esc取消", "Digit or Left Right result  Tab next  Enter save  Esc cancel")
    static let callKeys = Phrase("1接通 2未接 3停机 4改约  Tab下一项  Esc取消", "1 reached 2 no answer 3 out of service 4 again  Tab next  Esc cancel")
}
