/// Why a policy file is not taken: nothing of it is, so that no rule is
/// followed by half.
public enum PolicyFileError: SayableError, Hashable {
    /// No JSON, or a key twice.
    case unreadable(file: String, line: Int)
    /// A word that this program does not know.
    case unknown(file: String, entry: String, Kind, word: String)
    /// The entry does not say what every such entry has to.
    case missing(file: String, entry: String, word: String)
    /// Two entries of one identifier.
    case twice(file: String, entry: String)

    public enum Kind: Hashable, Sendable {
        case condition, evidence, group, kind, recipient, plan, place, amount, employerType, employerSize, jobKind, field

        var phrase: Phrase {
            switch self {
            case .condition: Phrase("条件", "condition")
            case .evidence: Phrase("证据", "item of evidence")
            case .group: Phrase("群体", "group")
            case .kind: Phrase("政策种类", "kind of policy")
            case .recipient: Phrase("领取人", "recipient")
            case .plan: Phrase("方案", "plan")
            case .place: Phrase("地方", "place")
            case .amount: Phrase("金额", "amount")
            case .employerType: Phrase("单位类型", "type of employer")
            case .employerSize: Phrase("单位规模", "size of employer")
            case .jobKind: Phrase("岗位类型", "kind of job")
            case .field: Phrase("字段", "field")
            }
        }
    }

    public var message: Phrase {
        switch self {
        case .unreadable(let file, let line):
            Phrase(
                "政策文件 \(file) 第 \(line) 行读不出来：请检查这一行的引号、逗号和重复的字段。",
                "The policy file \(file) cannot be read at line \(line): see to its quotes, commas and fields that stand twice.")
        case .unknown(let file, let entry, let kind, let word):
            Phrase(
                "政策文件 \(file) 的“\(entry.shortened)”有本程序不认识的\(kind.phrase.chinese)“\(word.shortened)”，整个文件不采用；请升级程序或改正这个词。",
                "The policy file \(file), entry “\(entry.shortened)”, has the \(kind.phrase.english) “\(word.shortened)”, which this program does not know; nothing of the file is used. Upgrade the program or mend the word.")
        case .missing(let file, let entry, let word):
            Phrase(
                "政策文件 \(file) 的“\(entry.shortened)”缺“\(word)”或写法不对，整个文件不采用；请补上。",
                "The policy file \(file), entry “\(entry.shortened)”, lacks “\(word)” or has it in a wrong form; nothing of the file is used. Add it.")
        case .twice(let file, let entry):
            Phrase(
                "政策文件 \(file) 里“\(entry.shortened)”出现了两次，整个文件不采用；请删去一个。",
                "The policy file \(file) has “\(entry.shortened)” twice; nothing of the file is used. Take one out.")
        }
    }
}
