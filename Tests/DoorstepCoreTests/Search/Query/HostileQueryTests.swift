@testable import DoorstepCore
import Testing

@Suite("A query of anything at all")
struct HostileQueryTests {
    private let parser: QueryParser

    init() throws { parser = try QuerySamples.parser }

    @Test("ignores controls, marks of writing direction and characters without width", arguments: [
        ("焊\u{0}工", "焊工"), ("\u{202E}#退役\u{2066}军人\u{2069}", "#退役军人"), ("#\u{200B}退役军人", "#退役军人"), ("\u{FEFF}>=4000", "月薪>=4000"), ("\u{1B}[31m焊工", "[31m焊工"), ("@\u{7}额尔古纳", "@额尔古纳市"),
        ("焊工\r\n电工\u{85}力工\u{2028}瓦工", "焊工 电工 力工 瓦工"), ("状态\u{200E}:\u{200F}求职", "状态:求职"), ("\u{202E}", ""), ("\u{0}", ""),
    ])
    func controls(text: String, chinese: String) {
        let parsed = parser.parse(text)
        #expect(parser.description(of: parsed.query, in: .chinese) == chinese && parsed.problems.isEmpty)
    }

    @Test("keeps what people write beside letters", arguments: ["👨👩👧", "🇨🇳", "𠮷野家", "ᠮᠣᠩᠭᠣᠯ\u{180E}ᠠ", "e\u{301}", "\u{301}", "\u{FFFD}\u{FFFD}", "٤٠٠٠", "四千"])
    func letters(text: String) {
        #expect(parser.parse(text).query.terms == [SearchQuery.Term(.word(text))])
    }

    @Test("joins marks to signs as nobody meant and survives", arguments: [
        "#\u{301}", "@\u{301}x", "+\u{FE0F}焊工", ">\u{301}=4000", ">=\u{301}", "4000-\u{301}6000", "18-45岁\u{301}", "状态:\u{301}", "状态:\"\u{301}x y\"", "!\u{301}", "\"\u{301}", "学历>=\u{301}\"", "#\"\u{301}\"", "4\u{20E3}-6\u{20E3}",
    ])
    func joined(text: String) {
        let query = parser.parse(text).query
        #expect(parser.parse(parser.description(of: query, in: .chinese)).query == query)
    }

    @Test("takes bytes that are no text for the signs put in their place")
    func brokenBytes() {
        let bytes: [UInt8] = [0xE7, 0x84, 0x8A, 0x20, 0xE5, 0xB7, 0x20, 0xFF, 0xFE, 0x20, 0xED, 0xA0, 0x80]
        let query = parser.parse(String(decoding: bytes, as: UTF8.self)).query
        #expect(query.terms.first == SearchQuery.Term(.word("焊")) && query.plainWords.wanted.allSatisfy { $0 == "焊" || $0.contains("\u{FFFD}") })
    }

    @Test("holds numbers of any length for what they are", arguments: [
        ">=99999999999999999999999999", "月薪:99999999999999999999999-1", "等待>99999999999999999999", "99999999999999999999岁", "4-99999999999万", ">=1e5", ">=inf", ">=nan", ">=0x10", ">=-5", ">=+5", "月薪:-", "月薪:面议",
        "学历>=99999999999999999999", "18-45-60岁", "-45岁", "年龄:-1", "缺>-1", ">=.5", ">=5.", ">=1.1234567",
    ])
    func numbers(text: String) {
        let parsed = parser.parse(text)
        for term in parsed.query.terms {
            guard case .word = term.condition else {
                Issue.record("\(text) is \(term)")
                continue
            }
        }
        for problem in parsed.problems { #expect(problem.message.chinese.contains("“") && problem.message.english.hasSuffix(".")) }
    }

    @Test("never traps, and what it understood parses to itself, for any mixture")
    func mixtures() {
        var random = SplitMix64.printed()
        let pieces = [
            "#", "@", "+", "~", "!", ":", "：", "<", ">", "=", "≥", "《", "》", "\"", "“", "”", "「", "」", " ", "　", "\n", "-", "—", "~", "至", "0", "4", "4000", "千", "万", "k", "岁", "y", "元", "/月", "以上", "学历",
            "状态", "age", "wage", "等待", "缺", "大专", "求职", "退役军人", "额尔古纳", "焊工", "\u{0}", "\u{202E}", "\u{200D}", "\u{301}", "👨‍👩‍👧‍👦", "\u{FFFD}", "＃", "＞", "\u{FE0F}", "ﬀ", "İ", "ß", "．", "¥", "￥", "∞", "½", "九",
        ]
        for round in 0..<SplitMix64.rounds(3000) {
            let text = (0..<random.int(0...12)).map { _ in random.pick(pieces) }.joined()
            let parsed = parser.parse(text)
            for language in Language.allCases {
                let printed = parser.description(of: parsed.query, in: language)
                #expect(parser.parse(printed).query == parsed.query, "round \(round), seed \(random.seed): \(text.debugDescription) as \(printed)")
            }
            for error in parsed.problems + parsed.unfinished { #expect(!error.message.chinese.isEmpty) }
            for cursor in 0...text.count { _ = parser.completion(of: text, cursor: cursor, in: .chinese, limit: 0) }
        }
    }

    @Test("parses 10,000 pasted characters at once", arguments: [
        "焊", "焊 ", "#", "# ", "+甲 ", "@甲 ", "#退 ", "@a ", "\"", "\"a\" ", "!", ">=", ">= ", "4000-", "9", "状态:x ", "学历>=x ", "👨‍👩‍👧", "\u{301}", "@额尔古纳市", "+焊", "a\"", "状态:\"",
    ])
    func long(piece: String) {
        let text = String(repeating: piece, count: 10_000 / max(1, piece.count))
        let time = ContinuousClock().measure {
            let parsed = parser.parse(text)
            for problem in parsed.problems.prefix(1) { #expect(problem.message.chinese.count < 200) }
            _ = parser.completion(of: text, cursor: text.count, in: .chinese, limit: 9)
        }
        // A debug build on a busy machine; anything quadratic takes minutes.
        #expect(time < .seconds(4), "\(piece): \(time)")
    }

    @Test("says a long term in brief")
    func brief() {
        let message = parser.parse("#" + String(repeating: "长", count: 5000)).problems.first?.message.chinese ?? ""
        #expect(message.hasPrefix("“#" + String(repeating: "长", count: 28) + "…”") && message.count < 80)
    }
}
