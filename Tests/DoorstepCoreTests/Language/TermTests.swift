@testable import DoorstepCore
import Testing

@Suite("Words of closed lists")
struct TermTests {
    private func expectReadable<T: Term>(_ type: T.Type) {
        for term in T.allCases {
            for text in [term.rawValue, term.phrase.chinese, term.phrase.english, term.phrase.english.uppercased(), " \(term.phrase.chinese)　"] {
                #expect(T.read(text) == term, "\(text)")
            }
        }
        for (word, term) in T.synonyms { #expect(T.read(word) == term, "\(word)") }
        #expect(Set(T.allCases.map(\.phrase)).count == T.allCases.count && T.read("") == nil && T.read("别的") == nil)
    }

    @Test("are read in either language, by identifier and by synonym, and each means one thing")
    func readable() {
        expectReadable(Sex.self)
        expectReadable(PersonStatus.self)
        expectReadable(JobStatus.self)
        expectReadable(PayUnit.self)
        expectReadable(EmployerType.self)
        expectReadable(EmployerSize.self)
        expectReadable(Stage.self)
        expectReadable(Party.self)
    }

    @Test("have the paper's names")
    func names() {
        #expect(PersonStatus.allCases.map(\.phrase.chinese) == ["求职", "已就业", "暂停", "退出求职"])
        #expect(PersonStatus.allCases.map(\.phrase.english) == ["seeking", "placed", "paused", "withdrawn"])
        #expect(JobStatus.allCases.map(\.phrase.chinese) == ["招聘", "已招满", "停招"])
        #expect(JobStatus.allCases.map(\.phrase.english) == ["open", "filled", "withdrawn"])
        #expect(PayUnit.allCases.map(\.phrase.chinese) == ["月", "日", "时", "件"])
        #expect(EmployerType.allCases.map(\.phrase.chinese) == ["企业", "国有企业", "事业单位", "社会组织", "个体工商户", "合作社", "人力资源服务机构", "个人雇主"])
        #expect(EmployerSize.allCases.map(\.phrase.chinese) == ["大", "中", "小", "微"])
    }

    @Test("say who declined")
    func declined() {
        #expect(Stage.declined.phrase(by: .employer) == Phrase("单位未录用", "declined by the employer"))
        #expect(Stage.declined.phrase(by: .person) == Phrase("本人放弃", "declined by the person"))
        #expect(Stage.hired.phrase(by: nil) == Phrase("录用", "hired"))
    }

    // MARK: - Language and phrases

    @Test("are shown in the language that the first name given asks for, Chinese for zh, else English", arguments: [
        (["zh_CN.UTF-8", nil, nil], Language.chinese), ([nil, "", "zh"], .chinese), (["", "", "ZH_TW"], .chinese), (["C", "zh_CN", nil], .english),
        (["en_US.UTF-8", "zh_CN", "zh_CN"], .english), ([nil, nil, nil], .english), (["", "", ""], .english),
    ] as [([String?], Language)])
    func language(names: [String?], language: Language) {
        #expect(Language(localeNames: names) == language)
    }

    @Test("stand in a row with 、 or a comma between them, and sentences one after the other")
    func phrases() {
        let list = Phrase.list([Phrase("甲", "a"), Phrase("乙", "b"), Phrase(verbatim: "3")])
        #expect(list == Phrase("甲、乙、3", "a, b, 3") && Phrase.list([]) == Phrase("", ""))
        #expect(list + Phrase("。", ".") == Phrase("甲、乙、3。", "a, b, 3."))
        #expect(list(.chinese) == "甲、乙、3" && list(.english) == "a, b, 3")
    }
}
