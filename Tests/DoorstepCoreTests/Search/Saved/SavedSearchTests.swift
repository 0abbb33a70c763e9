import DoorstepCore
import Testing

@Suite("Saved searches")
struct SavedSearchTests {
    private let parser: QueryParser

    init() throws { parser = try QuerySamples.parser }

    @Test("A name is one line, without what cannot be seen", arguments: [
        ("会焊的", "会焊的"), ("  甲 \t\n 乙　丙 ", "甲 乙 丙"), ("甲\u{202E}\u{1B}[2J乙\u{0}\u{200B}", "甲[2J乙"), ("ＡＢＣ", "ＡＢＣ"), ("a\u{2028}b\r\nc", "a b c"),
        (String(repeating: "长", count: 80), String(repeating: "长", count: 80)),
    ])
    func names(typed: String, expected: String) throws {
        #expect(try SearchName(typed).text == expected)
    }

    @Test("What is empty or too long is no name")
    func noNames() {
        for text in ["", "  ", "\u{202E}\u{200B}", "\u{0}\u{7}"] { #expect(throws: SavedSearchError.nameMissing) { try SearchName(text) } }
        for text in [String(repeating: "长", count: 81), String(repeating: "长", count: 10_000), "e" + String(repeating: "\u{301}", count: 10_000)] {
            #expect(throws: SavedSearchError.nameTooLong) { try SearchName(text) }
        }
        #expect(SearchName.offered(for: String(repeating: "长 ", count: 10_000)).unicodeScalars.count <= 80)
    }

    @Test("Names are the same whatever their width, case and blanks, for one kind of records")
    func same() throws {
        let search = SavedSearch(name: try SearchName("Abc 焊工"), records: .person, query: "焊")
        #expect(search.isNamed(try SearchName("ａＢＣ焊工"), for: .person))
        #expect(!search.isNamed(try SearchName("Abc 焊工"), for: .job))
        #expect(!search.isNamed(try SearchName("Abd 焊工"), for: .person))
        #expect(try [search].named("abc焊工", for: .person) == search)
        #expect(throws: SavedSearchError.unknown(name: "焊工", nearest: ["Abc 焊工"])) { try [search].named("焊工", for: .person) }
        #expect(throws: SavedSearchError.unknown(name: "焊工", nearest: [])) { try [search].named("焊工", for: .job) }
    }

    @Test("What is kept is the query as it is printed back, and it reads back the same in either language")
    func savable() throws {
        for language in Language.allCases {
            let text = try parser.savable("  ＃退役军人  ZS 学历＞＝大专 ", for: .person, in: language)
            #expect(try parser.query(text) == parser.query("#退役军人 zs 学历>=大专"))
            let reading = parser.reading(SavedSearch(name: try SearchName("甲"), records: .person, query: text))
            #expect(reading.text == Phrase("#退役军人 zs 学历>=大专", reading.text.english))
            #expect(reading.text.english.contains("education>=") && reading.problem == nil)
        }
    }

    @Test("What says nothing, is not understood or has no meaning for the records is not kept")
    func notSavable() {
        #expect(throws: SavedSearchError.nothingToSave) { try parser.savable(" 　", for: .person, in: .chinese) }
        for (text, kind) in [("#退役军入", RecordID.Kind.person), ("@", .person), (">=", .job), ("18-45岁", .employer), ("缺>2", .person)] {
            let error = #expect(throws: SavedSearchError.self) { try parser.savable(text, for: kind, in: .chinese) }
            guard case .notUnderstood? = error else {
                Issue.record("\(text): \(String(describing: error))")
                continue
            }
        }
        #expect(throws: SavedSearchError.queryTooLong) {
            try parser.savable((0..<10_000).map { "长长\($0)" }.joined(separator: " "), for: .person, in: .chinese)
        }
    }

    @Test("One that is no longer understood keeps its text and says why")
    func noLongerUnderstood() throws {
        let search = SavedSearch(name: try SearchName("老"), records: .job, query: "#没有的群体 焊")
        let reading = parser.reading(search)
        #expect(reading.text == Phrase(verbatim: "#没有的群体 焊"))
        #expect(reading.problem?.message.chinese.contains("#没有的群体") == true)
    }

    @Test("Every message is there in both languages")
    func messages() throws {
        let search = SavedSearch(name: try SearchName("甲"), records: .person, query: "焊")
        let query = QueryError.upsideDown(term: "5-3")
        let errors: [SavedSearchError] = [
            .nameMissing, .nameTooLong, .nothingToSave, .queryTooLong, .notUnderstood(query), .taken(search), .unknown(name: "乙", nearest: []),
            .unknown(name: "乙", nearest: ["甲"]), .noLongerUnderstood(name: search.name, query),
        ]
        #expect(Set(errors.map(\.message)).count == errors.count)
        for error in errors { #expect(error.message.chinese.hasSuffix("。") && error.message.english.hasSuffix("."), "\(error)") }
    }
}
