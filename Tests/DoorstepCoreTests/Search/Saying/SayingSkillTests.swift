@testable import DoorstepCore
import Testing

@Suite("Skills and occupations by what people say")
struct SayingSkillTests {
    private let index: SayingIndex

    init() throws {
        index = try SayingAccuracyTests.index.get()
    }

    private func names(_ text: String, _ limit: Int = 5) -> [String] {
        index.skills(text, limit: limit).map { index.catalogue.skills[$0.id].name }
    }

    @Test("a saying leads to its entry", arguments: [
        ("开大车的", "道路货运汽车驾驶员"), ("做饭", "家常烹饪"), ("会电焊", "焊工"), ("美团骑手", "网约配送员"),
        ("招聘高级Java开发工程师（五险一金）", "计算机软件工程技术人员"), ("仓库管理员", "仓储管理员"), ("销售代表/客户经理", "营销员"), ("幼师", "幼儿园教师"),
        ("挖掘机司机", "挖掘铲运和桩工机械司机"), ("【急聘】保洁阿姨 8小时 包吃住", "保洁员"), ("ＣＮＣ操机", "多工序数控机床操作调整工"), ("C++开发", "计算机软件工程技术人员"),
        ("饲料厂会计", "会计专业人员"), ("水电工师傅", "电工"), ("看大门的", "保安员"),
    ])
    func sayings(text: String, name: String) {
        #expect(names(text, 1) == [name], "\(names(text))")
    }

    @Test("the entry whose name, alias or code the whole text is comes first, and is certain")
    func whole() {
        // Every tenth: a look-up takes milliseconds in a debug build.
        for skill in index.catalogue.skills.all where skill.id.position % 10 == 0 {
            for text in [skill.name, skill.code] + skill.aliases.prefix(1) {
                let first = index.skills(text, limit: 1).first
                #expect(first?.id == index.catalogue.skills.skill(text)?.id && (first?.score ?? 0) >= SayingIndex.certain, "\(text)")
            }
        }
        #expect(index.skills("会电焊和开叉车", limit: 9).allSatisfy { $0.score < SayingIndex.certain })
    }

    @Test("wages, offers, brackets, widths and letters in capitals change nothing of what comes first", arguments: [
        "急聘%双休", "%（月薪6000+提成）", "【%】", "诚聘%五险一金", "%，包吃住🎉", "　%　", "资深%",
    ])
    func noise(frame: String) {
        for title in ["会计", "Java工程师", "电工", "货车司机", "JAVA工程师"] {
            let plain = names(title.lowercased(), 1)
            #expect(names(frame.replacing("%", with: title), 1) == plain, "\(frame.replacing("%", with: title))")
        }
    }

    @Test("what of the text was hit is told, in its order")
    func matched() {
        #expect(index.skills("招聘高级Java开发工程师（五险一金）", limit: 1).first?.matched.contains("java") == true)
        #expect(index.skills("美团骑手高薪", limit: 1).first?.matched == ["骑手"])
        #expect(index.skills("焊工", limit: 1).first?.matched == ["焊工"])
    }

    @Test("the order is total: score, then the catalogue's order, and the limit cuts it")
    func order() {
        for text in ["工程师", "销售经理", "司机", "员", "操作工 包装", "教师", "维修"] {
            let all = index.skills(text, limit: .max)
            #expect(all.count > 1)
            for (one, other) in zip(all, all.dropFirst()) {
                #expect(one.score > other.score || (one.score == other.score && one.id < other.id), "\(text)")
            }
            #expect(Set(all.map(\.id)).count == all.count)
            for limit in [1, 2, 5] { #expect(index.skills(text, limit: limit) == Array(all.prefix(limit))) }
            #expect(index.skills(text, limit: 0).isEmpty && index.skills(text, limit: -1).isEmpty)
        }
    }

    @Test("a text without a word of the catalogue's leads nowhere", arguments: ["", " ", "\u{0}\u{7}\u{1B}", "🎉🎊", "（）", "///", "٣٤", "Ωψ", "%%%"])
    func nothing(text: String) {
        #expect(index.skills(text, limit: 5).isEmpty)
    }

    @Test("control characters, emoji, unclosed brackets and ten thousand characters are read like any others")
    func hostile() {
        #expect(names("电\u{7}焊工", 3).contains("焊工"))
        #expect(names("👷‍♂️电焊工👷", 1) == ["焊工"])
        #expect(names("((((【【电焊工", 1) == ["焊工"])
        #expect(names("))))】】电焊工", 1) == ["焊工"])
        #expect(names(String(repeating: "五险一金", count: 2500) + "电焊工", 1) == ["焊工"])
        for text in [
            String(repeating: "工", count: 10_000), String(repeating: "a", count: 10_000), String(repeating: "+", count: 10_000), String(repeating: "1 ", count: 5_000),
            String(repeating: "焊工，", count: 3_333), String(repeating: "经理", count: 5_000), String(repeating: "（", count: 10_000) + "焊工",
            String(String.UnicodeScalarView((0..<10_000).compactMap { Unicode.Scalar(0x4E00 + $0) })),
        ] {
            #expect(index.skills(text, limit: 5).count <= 5)
        }
    }

    @Test("ten thousand characters take no more than a hundred times as long as a thousand")
    func linear() {
        let sentence = "急聘高级电焊工（包吃住，月薪8000元）、叉车司机、会计"
        let clock = ContinuousClock()
        let short = String(repeating: sentence, count: 1000 / sentence.count)
        let long = String(repeating: sentence, count: 10_000 / sentence.count)
        let brief = clock.measure { for _ in 0..<3 { _ = index.skills(short, limit: 5) } }
        let lasting = clock.measure { for _ in 0..<3 { _ = index.skills(long, limit: 5) } }
        #expect(lasting < brief * 100)
    }
}
