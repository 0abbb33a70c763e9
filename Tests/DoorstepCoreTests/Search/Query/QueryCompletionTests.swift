@testable import DoorstepCore
import Testing

@Suite("What the term under the cursor could become")
struct QueryCompletionTests {
    private let parser: QueryParser

    init() throws { parser = try QuerySamples.parser }

    /// `|` is the cursor.
    private func complete(_ text: String, _ language: Language = .chinese, limit: Int = 9, matches: (String, String) -> Bool = { _, _ in false }) -> QueryCompletion? {
        let cursor = text.firstIndex(of: "|").map { text.distance(from: text.startIndex, to: $0) } ?? text.count
        return parser.completion(of: text.replacing("|", with: ""), cursor: cursor, in: language, limit: limit, matches: matches)
    }

    @Test("is what is called so, begins so, goes by another name that does, or contains it, in this order", arguments: [
        ("#退役", "#退役军人 #未就业退役军人 #登记失业一年以上的退役军人、随军家属"), ("#VET", "#退役军人 #未就业退役军人 #登记失业一年以上的退役军人、随军家属"), ("!#退役军人", "!#退役军人 !#未就业退役军人 !#登记失业一年以上的退役军人、随军家属"),
        ("@额尔古", "@额尔古纳市"), ("@150784", "@额尔古纳市"), ("@eergu", "@额尔古纳市"), ("+叉车证", "+叉车证"), ("+低压电", "+低压电工作业证"), ("+~力工", "+~力工"), ("#没有的", ""), ("@zzz", ""),
    ])
    func candidates(text: String, expected: String) throws {
        let completion = try #require(complete(text))
        let first = completion.candidates.prefix(max(1, expected.split(separator: " ").count)).map(\.replacement)
        #expect(first.joined(separator: " ") == expected)
    }

    @Test("puts what begins so before what contains it, and the shorter first")
    func order() throws {
        let names = try #require(complete("+焊", limit: 30)).candidates.map(\.name.chinese)
        let begun = names.prefix { $0.hasPrefix("焊") }
        #expect(names.first == "焊工" && begun.count > 1 && names.count > begun.count && Set(names).count == names.count)
        #expect(begun.map(\.count) == begun.map(\.count).sorted())
        let certificates = try #require(complete("+C", limit: 30)).candidates.map(\.replacement)
        #expect(certificates.contains("+C1驾驶证"))
    }

    @Test("is the catalogue in its own order where nothing is typed behind the sign, at most so many")
    func empty() throws {
        #expect(try #require(complete("#", limit: 2)).candidates.map(\.replacement) == ["#零就业家庭成员", "#就业困难人员"])
        #expect(try #require(complete("@", limit: 1)).candidates.map(\.name.chinese) == ["内蒙古自治区"])
        #expect(try #require(complete("+", limit: 5)).candidates.count == 5)
        #expect(try #require(complete("#", limit: 0)).candidates.isEmpty && #require(complete("#", limit: -1)).candidates.isEmpty)
    }

    @Test("has none where the cursor is in no term with a sign", arguments: ["", "焊工", "#退役军人 ", "#退役军人 |焊工", "|#退役", ">=4000", "\"#退役\"", "状态:"])
    func none(text: String) {
        #expect(complete(text) == nil)
    }

    @Test("replaces the whole term, whichever part the cursor is in, and leaves the others", arguments: [
        ("焊工 #退|x @根河", "焊工 #退役军人 @根河", 9), ("#|", "#零就业家庭成员 ", 9), ("焊工 !#残|", "焊工 !#残疾人 ", 9), ("＃退|", "#退役军人 ", 6), ("@额尔古|  +焊工", "@额尔古纳市 +焊工", 7),
    ])
    func replacing(text: String, expected: String, cursor: Int) throws {
        let completion = try #require(complete(text))
        let first = try #require(completion.candidates.first)
        let (result, position) = completion.applied(first, to: text.replacing("|", with: ""))
        #expect(result == expected && position == cursor)
    }

    @Test("quotes a name that has blanks, and goes on inside a quote")
    func quotes() throws {
        #expect(try #require(complete("#dis", .english)).candidates.first?.replacement == "#\"disabled person\"")
        #expect(try #require(complete("#\"disabled p", .english)).candidates.first?.replacement == "#\"disabled person\"")
    }

    @Test("takes what else goes with a name from its caller, after what begins so")
    func pinyin() throws {
        let completion = try #require(complete("+hg") { name, typed in typed == "hg" && name == "焊工" })
        #expect(completion.candidates.contains { $0.replacement == "+焊工" })
    }

    @Test("offers what parses to what was offered")
    func parses() throws {
        for sign in ["#", "@", "+", "+~"] {
            for language in Language.allCases {
                for candidate in try #require(complete(sign, language, limit: .max)).candidates {
                    let parsed = parser.parse(candidate.replacement)
                    #expect(parsed.query.terms.count == 1 && parsed.problems.isEmpty && parsed.unfinished.isEmpty, "\(candidate)")
                }
            }
        }
    }
}
