@testable import DoorstepCore
import Testing

@Suite("The search index")
struct SearchIndexTests {
    private static let loaded = Result { () throws(CatalogueError) in try Readings(sheet: Samples.sheet) }

    static var readings: Readings { get throws { try loaded.get() } }

    /// Names of the people found, best first.
    static func names(_ query: String, among names: [String], sounds: SouthernSounds = []) throws -> [String] {
        let index = try index(of: names, sounds: sounds)
        let words = query.split(separator: " ").map { SearchIndex.Word(String($0)) }
        return try #require(index.positions(.person, words)).map { index.register.people[$0].name }
    }

    static func index(of names: [String], sounds: SouthernSounds = []) throws -> SearchIndex {
        let catalogue = try Samples.catalogue
        var register = Register(station: Station(place: catalogue.places[try catalogue.place("150784001")], name: "测试"))
        for (number, name) in names.enumerated() {
            // An identifier that no word is found in.
            let id = try recordID("#" + String(number, radix: 2).map { $0 == "0" ? "-" : "=" })
            register.update(Person(id: id, name: name, place: try catalogue.place("150784"), registered: try day("2026-01-01")))
        }
        return SearchIndex(register, catalogue, try readings, sounds: sounds)
    }

    @Test("finds 张三 by every way in which somebody types him", arguments: [
        "张三", "张", "三", "zhangsan", "zhang", "zhangs", "zs", "zhs", "zsan", "张s", "张san", "zhang三", "zhang3", "张3", "zha", "san", "ZS", "ｚｓ", "zhangsa",
    ])
    func ways(_ query: String) throws {
        #expect(try Self.names(query, among: ["李四", "张三", "王五"]) == ["张三"])
    }

    @Test("does not find him by what he is not", arguments: ["zhan3g", "szhang", "张四", "sanzhang", "zz", "zhangsang", "zhi", "x"])
    func others(_ query: String) throws {
        #expect(try Self.names(query, among: ["张三"]).isEmpty)
    }

    @Test("puts exact before beginning, part, pinyin, initials, mixtures and gaps; then the shorter, then who came last")
    func order() throws {
        #expect(try Self.names("张三", among: ["小张三", "张三丰", "张三", "李四"]) == ["张三", "张三丰", "小张三"])
        #expect(try Self.names("zhangsan", among: ["章三", "张三丰", "张三"]) == ["张三", "章三", "张三丰"])
        #expect(try Self.names("an", among: ["阿娜", "安", "王安"]) == ["安", "王安", "阿娜"])
        #expect(try Self.names("张s", among: ["张上山", "张s", "张三"]) == ["张s", "张三", "张上山"])
        #expect(try Self.names("z", among: ["赵一", "张二"]) == ["张二", "赵一"])
    }

    @Test("reads a surname as a surname first, and in its other ways after that")
    func surnames() throws {
        #expect(try Self.names("zeng", among: ["陈曾", "曾红"]) == ["曾红", "陈曾"])
        #expect(try Self.names("shan", among: ["单红", "山红"]).count == 2)
        // As a given name 单 is dan first; as a surname shan first.
        #expect(try Self.names("dan", among: ["单红", "王单"]) == ["王单", "单红"])
        #expect(try Self.names("shanhong", among: ["单红", "王单红"]) == ["单红", "王单红"])
        #expect(try Self.names("ouyang", among: ["欧阳明"]) == ["欧阳明"])
        #expect(try Self.names("yuchigong", among: ["尉迟恭"]) == ["尉迟恭"])
    }

    @Test("knows the reading of every surname that is commonly got wrong, as its usual one")
    func everySurname() throws {
        let readings = try Self.readings
        #expect(readings.surnames.count == 88)
        for surname in readings.surnames {
            let scalars = Array(surname.unicodeScalars)
            let reading = try #require(readings.surname(scalars)).first
            let letters = reading.map { String(decoding: readings.syllables[Int($0.position)], as: UTF8.self) }.joined()
            // Somebody of another surname with the same name and reading in
            // another place comes later.
            #expect(try Self.names(letters + "ming", among: ["王五", surname + "明"]) == [surname + "明"], "\(surname) is \(letters)")
            let index = try Self.index(of: [surname + "明"])
            #expect(index.hits(of: [SearchIndex.Word(letters)])(surname + "明") == Set(scalars.indices), "\(surname) is \(letters)")
        }
    }

    @Test("knows the reading of every place that is commonly got wrong")
    func everyPlace() throws {
        guard let sheet = SharedData.lines("place-readings.csv") else { return }
        let catalogue = try Samples.catalogue
        var register = Register(station: Station(place: catalogue.places[try catalogue.place("150784001")], name: "测试"))
        let rows = sheet.dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        #expect(rows.count == 92)
        for (number, row) in rows.enumerated() {
            let place = try #require(catalogue.places.place(code: row[0]), "\(row[1])")
            register.update(Person(id: try recordID("P\(number)"), name: "王", place: place.id, registered: try day("2026-01-01")))
        }
        let index = SearchIndex(register, catalogue, try Self.readings)
        for (number, row) in rows.enumerated() {
            let found = try #require(index.positions(.person, [SearchIndex.Word(row[2].filter { $0 != " " })]))
            #expect(found.contains(number), "\(row[1]) is \(row[2])")
        }
    }

    @Test("takes ü as v or u, and southern sounds only where they are set")
    func sounds() throws {
        #expect(try Self.names("lv", among: ["吕明"]) == ["吕明"])
        #expect(try Self.names("lu", among: ["吕明"]) == ["吕明"])
        #expect(try Self.names("zhangshan", among: ["张三"]).isEmpty)
        #expect(try Self.names("zangsan", among: ["张三"], sounds: .flatInitials) == ["张三"])
        #expect(try Self.names("zhangshan", among: ["张三"], sounds: .flatInitials) == ["张三"])
        #expect(try Self.names("niuming", among: ["刘明"], sounds: .nasalInitial) == ["刘明"])
        #expect(try Self.names("zhansan", among: ["张三"], sounds: .backFinals) == ["张三"])
    }

    @Test("skips the dot in a Mongolian name, and blanks that are not seen")
    func dots() throws {
        #expect(try Self.names("bateer", among: ["巴特尔·乌云"]) == ["巴特尔·乌云"])
        #expect(try Self.names("尔乌", among: ["巴特尔·乌云"]) == ["巴特尔·乌云"])
        #expect(try Self.names("btewy", among: ["巴特尔·乌云"]) == ["巴特尔·乌云"])
        #expect(try Self.names("张\u{200B}三\u{202E}", among: ["张三"]) == ["张三"])
    }

    @Test("looks for letters with gaps only where nothing else fits")
    func gaps() throws {
        #expect(try Self.names("zgsn", among: ["张三", "李四"]) == ["张三"])
        #expect(try Self.names("zs", among: ["张三", "张小三"]) == ["张三"])
        #expect(try Self.names("巴尔", among: ["巴特尔"]) == ["巴特尔"])
    }

    @Test("finds digits of a telephone and of an identity number")
    func numbers() throws {
        let catalogue = try Samples.catalogue
        var register = Register(station: Station(place: catalogue.places[try catalogue.place("150784001")], name: "测试"))
        var person = Person(id: try recordID("A"), name: "张三", place: try catalogue.place("150784"), registered: try day("2026-01-01"))
        person.telephone = "138-0471-2345"
        person.identityNumber = try IdentityNumber("11010519491231002X")
        register.update(person)
        let index = SearchIndex(register, catalogue, try Self.readings)
        for found in ["138", "04712", "2345", "13804712345", "110105", "1949", "002x", "02X", "0519491231002"] {
            #expect(index.positions(.person, [SearchIndex.Word(found)]) == [0], "\(found)")
        }
        for missing in ["139", "2346", "138047123456", "1949X", "110105194912310021"] {
            #expect(index.positions(.person, [SearchIndex.Word(missing)])?.isEmpty == true, "\(missing)")
        }
    }

    @Test("says which characters were hit")
    func hits() throws {
        let index = try Self.index(of: ["张三丰"])
        func hits(_ word: String, _ text: String) -> [Int] { index.hits(of: [SearchIndex.Word(word)])(text).sorted() }
        #expect(hits("zs", "张三丰") == [0, 1])
        #expect(hits("三", "张三丰") == [1])
        #expect(hits("feng", "张三丰") == [2])
        #expect(hits("zgf", "张三丰") == [0, 2])
        #expect(hits("尔乌", "巴特尔·乌云") == [2, 4])
        #expect(hits("x", "张三丰").isEmpty)
    }

    @Test("gives everybody for nothing asked, whoever came last first")
    func nothing() throws {
        #expect(try Self.names("", among: ["张三", "李四"]) == ["李四", "张三"])
        let index = try Self.index(of: ["张三", "李四"])
        #expect(index.positions(.person, [SearchIndex.Word("三", isUnwanted: true)]) == [1])
        #expect(index.positions(.person, [SearchIndex.Word("三"), SearchIndex.Word("z")]) == [0])
        #expect(index.positions(.person, [SearchIndex.Word("·")]) == [1, 0])
        #expect(index.positions(.job, [SearchIndex.Word("三")]) == [])
        #expect(index.positions(.person, [SearchIndex.Word("三")], isCancelled: { true }) == nil)
    }

    @Test("answers whatever is typed or pasted", arguments: [
        String(repeating: "张", count: 10_000), String(repeating: "a", count: 59), String(repeating: "z", count: 60), String(repeating: "a", count: 61),
        "👨‍👩‍👧‍👦", "\u{0}\u{1B}[31m", "\u{202E}\u{202D}", String(decoding: [0xED, 0xA0, 0x80, 0xFF, 0x41], as: UTF8.self), "ＡＢＣ", "\u{1F1E8}\u{1F1F3}", "é", "İ", "ß", "%s", "\n",
    ])
    func hostile(_ query: String) throws {
        let index = try Self.index(of: ["张三", "👨‍👩‍👧‍👦", "\u{1B}[31m红", String(repeating: "长", count: 500), "", "é"])
        _ = try #require(index.positions(.person, [SearchIndex.Word(query)]))
        _ = index.hits(of: [SearchIndex.Word(query)])(query + "张三")
    }
}
