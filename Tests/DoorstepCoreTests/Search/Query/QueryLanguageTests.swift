@testable import DoorstepCore
import Testing

@Suite("The query language")
struct QueryLanguageTests {
    private let parser: QueryParser

    init() throws { parser = try QuerySamples.parser }

    private func expect(_ text: String, means chinese: String, sourceLocation: SourceLocation = #_sourceLocation) {
        let parsed = parser.parse(text)
        #expect(parsed.problems.isEmpty && parsed.unfinished.isEmpty, "\(text): \(parsed.problems) \(parsed.unfinished)", sourceLocation: sourceLocation)
        #expect(parser.description(of: parsed.query, in: .chinese) == chinese, "\(text)", sourceLocation: sourceLocation)
    }

    @Test("takes what has no sign for a word, half-width and in lower case", arguments: [
        ("", ""), ("   ", ""), ("焊工", "焊工"), ("焊 工", "焊 工"), ("ＥＸＣＥＬ表", "excel表"), ("焊工\n电工\t力工　瓦工", "焊工 电工 力工 瓦工"), ("焊工 焊工", "焊工"), ("4000", "4000"),
        ("13847001234", "13847001234"), ("0470-8220123", "0470-8220123"), ("138-4700-1234", "138-4700-1234"), ("138-47001234", "138-47001234"),
        ("150784001-P000001", "150784001-p000001"), ("2026-11-21", "2026-11-21"), ("200元/天", "200元/天"), ("3年以上", "3年以上"), ("10人以上", "10人以上"),
        ("8:30", "8:30"), ("a@b.cn", "a@b.cn"), ("c#", "c#"), ("c++", "c++"), ("12\"", "12\""), ("学历", "学历"), ("《劳动法》", "《劳动法》"), ("《三国》", "《三国》"),
        ("=1+1", "=1+1"), ("~", "~"), ("-", "-"), ("·", "·"), ("１０", "10"),
    ])
    func words(text: String, chinese: String) { expect(text, means: chinese) }

    @Test("takes what stands in quotes for one word with its blanks and signs", arguments: [
        ("\"张 三\"", "\"张 三\""), ("“张 三”", "\"张 三\""), ("「张 三」", "\"张 三\""), ("”张 三“", "\"张 三\""), ("＂张 三＂", "\"张 三\""), ("\"#退役军人\"", "\"#退役军人\""),
        ("\"!x\"", "\"!x\""), ("\">=4000\"", "\">=4000\""), ("\"4000-6000\"", "\"4000-6000\""), ("\"焊工\"", "焊工"), ("\"焊 工", "\"焊 工\""), ("\"a\"b", "a b"),
        ("「他说\"好 的\"」", "「他说\"好 的\"」"), ("!\"张 三\"", "!\"张 三\""), ("\"\"", ""), ("\"  \"", ""), ("\"", ""), ("\"状态:求职\"", "\"状态:求职\""), ("5\" 管", "5\" 管"),
        ("#\"退役军人\"", "#退役军人"), ("#\"disabled person\"", "#残疾人"), ("#“disabled person", "#残疾人"), ("+~\"焊工\"", "+~焊工"),
        ("状态:\"declined by the employer\" 焊", "状态:单位未录用 焊"), ("education>=\"senior middle\"", "学历>=高中"),
    ])
    func quotes(text: String, chinese: String) { expect(text, means: chinese) }

    @Test("takes # for a group, by name, English name, code or a beginning that no other has", arguments: [
        ("#退役军人", "#退役军人"), ("#veteran", "#退役军人"), ("#VETERAN", "#退役军人"), ("＃ｖｅｔｅｒａｎ", "#退役军人"), ("#退役", "#退役军人"), ("#残", "#残疾人"),
        ("#disab", "#残疾人"), ("#零就业", "#零就业家庭成员"), ("!#退役军人", "!#退役军人"), ("！＃退役军人", "!#退役军人"), ("!!#退役军人", "#退役军人"),
        ("#16-24岁登记失业青年 x", "#16—24岁登记失业青年 x"), ("#登记失业一年以上的退役军人、随军家属", "#登记失业一年以上的退役军人、随军家属"),
    ])
    func groups(text: String, chinese: String) {
        // The dash of this name is a long one, which few can type.
        expect(text.replacing("16-24", with: "16—24"), means: chinese)
    }

    @Test("takes @ for a place, by name, short name, code, pinyin, or a beginning that no other has", arguments: [
        ("@额尔古纳市", "@额尔古纳市"), ("@额尔古纳", "@额尔古纳市"), ("@额尔古", "@额尔古纳市"), ("@150784", "@额尔古纳市"), ("@EErGuNa", "@额尔古纳市"), ("@eergu", "@额尔古纳市"),
        ("＠额尔古纳市拉布大林街道", "@额尔古纳市拉布大林街道"), ("@拉布大林街道", "@额尔古纳市拉布大林街道"), ("@额尔古纳市拉布", "@额尔古纳市拉布大林街道"),
        ("@内蒙古", "@内蒙古自治区"), ("@呼伦贝尔", "@呼伦贝尔市"), ("!@hulunbeier", "!@呼伦贝尔市"), ("@东风镇", "@东风镇"),
    ])
    func places(text: String, chinese: String) { expect(text, means: chinese) }

    @Test("takes + for a skill, occupation or certificate, and +~ for its family too", arguments: [
        ("+焊工", "+焊工"), ("＋焊工", "+焊工"), ("+6-18-02-04", "+焊工"), ("+电焊工", "+焊工"), ("+~焊工", "+~焊工"), ("+～焊工", "+~焊工"), ("＋～焊工", "+~焊工"), ("+力工", "+力工"),
        ("+小工", "+力工"), ("+x-labour", "+力工"), ("+低压电工证", "+低压电工作业证"), ("+C1", "+C1驾驶证"), ("+~c1", "+~C1驾驶证"), ("!+焊工", "!+焊工"),
    ])
    func skills(text: String, chinese: String) { expect(text, means: chinese) }

    @Test("takes comparisons and ranges for wages a month, or ages and days where the unit says so", arguments: [
        (">=4000", "月薪>=4000"), ("＞＝４０００", "月薪>=4000"), ("≥4000", "月薪>=4000"), ("》=4000", "月薪>=4000"), ("》4000", "月薪>4000"), ("=>4000", "月薪>=4000"), (">4000", "月薪>4000"),
        ("<6000", "月薪<6000"), ("《6000", "月薪<6000"), ("≤6千", "月薪<=6000"), ("<=6k", "月薪<=6000"), ("<=0.6万", "月薪<=6000"), (">=4000元", "月薪>=4000"), (">=4000元/月", "月薪>=4000"),
        ("4000-6000", "月薪:4000-6000"), ("４０００－６０００", "月薪:4000-6000"), ("4000～6000", "月薪:4000-6000"), ("4000至6000", "月薪:4000-6000"), ("4-6千", "月薪:4000-6000"),
        ("8千-1.2万", "月薪:8000-12000"), ("4k-6k", "月薪:4000-6000"), ("4千以上", "月薪>=4000"), ("6000以下", "月薪<=6000"), ("4000+", "月薪>=4000"), ("!>=4000", "!月薪>=4000"),
        ("月薪>=4000", "月薪>=4000"), ("工资：４０００", "月薪:4000"), ("wage<50", "月薪<50"), ("Wage:4-6千", "月薪:4000-6000"), ("月薪:4-6", "月薪:4-6"), ("月薪=4000.5", "月薪:4000.5"),
        ("18-45岁", "18-45岁"), ("１８—４５岁", "18-45岁"), ("18岁至45岁", "18-45岁"), ("18-45周岁", "18-45岁"), ("18-45y", "18-45岁"), ("18-45Years", "18-45岁"), (">=50岁", ">=50岁"),
        ("<30y", "<30岁"), ("40岁", "40岁"), ("45岁以上", ">=45岁"), ("45岁以下", "<=45岁"), ("年龄:18-45", "18-45岁"), ("年龄>=50", ">=50岁"), ("age:>50", ">50岁"), ("!40岁", "!40岁"),
        ("等待>30天", "等待>30天"), ("waiting>30", "等待>30天"), ("等待>=30", "等待>=30天"), ("空缺天数:7-14", "等待:7-14天"), (">30天", "等待>30天"), ("缺>2", "缺>2"), ("vacancies:1-3", "缺:1-3"),
        ("缺>2人", "缺>2"),
    ])
    func amounts(text: String, chinese: String) { expect(text, means: chinese) }

    @Test("asks for education and status by a key in either language", arguments: [
        ("学历>=大专", "学历>=大专"), ("学历＞＝大专", "学历>=大专"), ("学历≥大专", "学历>=大专"), ("education>=college", "学历>=大专"), ("edu:bachelor", "学历:本科"), ("学历:本科", "学历:本科"),
        ("学历：大专及以上", "学历>=大专"), ("学历:高中-大专", "学历:高中-大专"), ("学历<高中", "学历<高中"), ("学历:中专", "学历:高中"), ("education:bach", "学历:本科"), ("学历<=4", "学历<=大专"),
        ("状态:求职", "状态:求职"), ("状态：求职中", "状态:求职"), ("status:seeking", "状态:求职"), ("STATUS=SEEKING", "状态:求职"), ("状态:招聘", "状态:招聘"), ("状态:在招", "状态:招聘"),
        ("状态:停招", "状态:退出"), ("status:withdrawn", "状态:退出"), ("状态:录用", "状态:录用"), ("stage:hired", "状态:录用"), ("状态:未录用", "状态:单位未录用"), ("!status:left", "!状态:离职"),
        ("状态:已就", "状态:已就业"),
    ])
    func keys(text: String, chinese: String) { expect(text, means: chinese) }

    @Test("says what it understood in English as well", arguments: [
        ("焊工 #残疾人 @额尔古纳 +~焊工", "焊工 #\"disabled person\" @额尔古纳市 +~焊工"), ("4-6千 18-45岁 >=50岁 40岁", "wage:4000-6000 18-45y >=50y 40y"),
        ("学历>=高中 状态:单位未录用 等待>30天 缺>2", "education>=\"senior middle\" status:\"declined by the employer\" waiting>30 vacancies>2"),
    ])
    func english(text: String, english: String) {
        #expect(parser.description(of: parser.parse(text).query, in: .english) == english)
    }

    @Test("hands the plain words to the index, wanted and unwanted")
    func plainWords() {
        let query = parser.parse("焊工 !保洁 #退役军人 \"会 Excel\"").query
        #expect(query.plainWords.wanted == ["焊工", "会 excel"] && query.plainWords.unwanted == ["保洁"])
        #expect(query.hasConditions && !parser.parse("焊工").query.hasConditions)
        #expect(query.plainWords.fits("焊工\n会 excel") && !query.plainWords.fits("焊工 保洁 会 excel") && !query.plainWords.fits("会 excel"))
        #expect(parser.parse("#退役军人").query.plainWords.isEmpty)
    }
}
