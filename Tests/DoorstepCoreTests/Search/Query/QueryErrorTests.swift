@testable import DoorstepCore
import Testing

@Suite("A query that is not understood")
struct QueryErrorTests {
    private let parser: QueryParser

    init() throws { parser = try QuerySamples.parser }

    @Test("names the term, what was expected and the nearest in one sentence", arguments: [
        (">=many", "“>=many”：这里应写月薪，如 >=4000、4-6千；或年龄，如 18-45岁、>=50岁。", "“>=many”: expected a wage a month, such as >=4000 or 4000-6000; or an age, such as 18-45y or >=50y."),
        ("#退役干部", "“#退役干部”：目录里没有这个群体，相近的有 退役军人、未就业退役军人。", nil),
        ("@额尔古那市", "“@额尔古那市”：目录里没有这个地方，相近的有 额尔古纳市、莫力达瓦达斡尔族自治旗额尔和乡、锡林浩特市额尔敦街道。", nil),
        ("#zzz", "“#zzz”：目录里没有这个群体，去掉“#”可按原文查找。", "“#zzz”: there is no such group in the catalogue; without the “#” it is looked for as a word."),
        ("6000-4000", "“6000-4000”：范围前大后小，请把小的写在前面。", "“6000-4000”: the range is upside down; write the smaller end first."),
        ("45-18岁", "“45-18岁”：范围前大后小，请把小的写在前面。", "“45-18岁”: the range is upside down; write the smaller end first."),
        ("等待>久", "“等待>久”：这里应写天数，如 等待>30天。", "“等待>久”: expected a number of days, such as waiting>30."),
        ("学历>=x", "“学历>=x”：这里应写其中之一：未上学、小学、初中、高中、大专、本科、硕士、博士。",
         "“学历>=x”: expected one of no schooling, primary school, junior middle school, senior middle, college, bachelor, master, doctor."),
        ("状态>求职", "“状态>求职”：这里应写状态，如 状态:求职。", "“状态>求职”: expected a status, such as status:seeking."),
    ] as [(String, String, String?)])
    func problems(text: String, chinese: String, english: String?) throws {
        let parsed = parser.parse("焊工 \(text) @额尔古纳市")
        #expect(parser.description(of: parsed.query, in: .chinese) == "焊工 @额尔古纳市" && parsed.unfinished.isEmpty)
        let problem = try #require(parsed.problems.first)
        #expect(parsed.problems.count == 1)
        #expect(problem.message.chinese == chinese)
        if let english { #expect(problem.message.english == english) }
        #expect(throws: problem) { try parser.query("焊工 \(text) @额尔古纳市") }
    }

    @Test("is not at fault while a term is still being typed, and is then not narrowed by", arguments: [
        "#", "@", "+", "+~", "!", "!#", ">=", ">", "<", "≥", "＞＝", ">=4", ">=50", ">=1.", "4000-", "4000-6", "18-", "18-45", "4-6", "状态:", "学历>=", "学历>", "等待>", "年龄:18-", "月薪:4000-",
        "#登记失业", "@东", "@dong", "+焊", "status:p", "状态:已", "#\"", "#\"disabled", "+\"", "18岁-", "年龄:45-1",
    ])
    func unfinished(text: String) {
        // The unfinished quotes would run over what follows.
        let parsed = parser.parse("焊工 \(text)")
        if text == "#\"disabled" {
            #expect(parser.description(of: parsed.query, in: .chinese) == "焊工 #残疾人")
            return
        }
        #expect(parsed.problems.isEmpty && parsed.unfinished.count == 1, "\(parsed)")
        #expect(parser.description(of: parsed.query, in: .chinese) == "焊工")
        #expect(throws: QueryError.self) { try parser.query("焊工 \(text)") }
    }

    @Test("is never at fault on the way to a right one, letter by letter", arguments: [
        "#退役军人", "#disabled", "@额尔古纳市拉布大林街道", "@eerguna", "+~焊工", "+低压电工作业证", ">=4000", "<0.6万", "4000-6000", "8千-1.2万", "18-45岁", "18-45years", ">=50岁", "学历>=大专",
        "education>=\"senior middle\"", "状态:求职", "status:\"declined by the employer\"", "等待>30天", "waiting>30", "缺>2", "!#\"worker in hardship\"",
    ])
    func typing(text: String) {
        for count in 0...text.count {
            let parsed = parser.parse(String(text.prefix(count)))
            #expect(parsed.problems.isEmpty, "\(text.prefix(count)): \(parsed.problems)")
        }
    }

    @Test("says which names begin so where there are several, once it has to be finished")
    func beginnings() {
        #expect(throws: QueryError.ambiguous(term: "状态:已", beginnings: [Phrase("已就业", "placed"), Phrase("已招满", "filled")])) { try parser.query("状态:已") }
        let message = parser.parse("状态:已").unfinished.first?.message
        #expect(message == Phrase("“状态:已”：有几个名称这样开头，请写全：已就业、已招满。", "“状态:已”: several names begin so; write one of them in full: placed, filled."))
    }

    @Test("says what is missing from a number without a unit, once it has to be finished")
    func units() {
        let message = parser.parse("18-45").unfinished.first?.message
        #expect(message == Phrase("“18-45”：还没写完，应写月薪，如 >=4000、4-6千；或年龄，如 18-45岁、>=50岁。", "“18-45”: not finished; expected a wage a month, such as >=4000 or 4000-6000; or an age, such as 18-45y or >=50y."))
    }

    @Test("names each problem in the order of the terms")
    func order() {
        let problems = parser.parse("#zzz 焊工 >=many 状态:zz").problems
        #expect(problems.map { $0.message.chinese.prefix(4) } == ["“#zz", "“>=m", "“状态:"])
    }

    @Test("says which records do not have what is asked for", arguments: [
        ("18-45岁", RecordID.Kind.employer, "“18-45岁”：单位没有年龄，所以一条也查不到。", "“18-45y”: employers have no age, so nothing fits."),
        (">=4000", .placement, "“月薪>=4000”：推荐记录没有月薪，所以一条也查不到。", "“wage>=4000”: placements have no wage, so nothing fits."),
        ("缺>2", .person, "“缺>2”：求职者没有空缺人数，所以一条也查不到。", "“vacancies>2”: people have no vacancies, so nothing fits."),
        ("状态:求职", .job, "“状态:求职”：岗位没有“求职”这个状态，所以一条也查不到。", "“status:seeking”: jobs have no status “seeking”, so nothing fits."),
    ])
    func meaningless(text: String, kind: RecordID.Kind, chinese: String, english: String) {
        let problems = parser.problems(of: parser.parse("焊工 @额尔古纳 \(text)").query, for: kind)
        #expect(problems.map(\.message) == [Phrase(chinese, english)])
        #expect(parser.problems(of: parser.parse("焊工 @额尔古纳").query, for: kind).isEmpty)
    }
}
