@testable import DoorstepCore
import Testing

@Suite("Scales, points and identifiers")
struct ScalesTests {
    @Test("points are 0 to 10,000 and shown in tenths, a half rounded up", arguments: [
        (0, "0.0"), (4, "0.0"), (5, "0.1"), (9, "0.1"), (14, "0.1"), (15, "0.2"), (8630, "86.3"), (8635, "86.4"), (9994, "99.9"), (9995, "100.0"), (10_000, "100.0"),
    ])
    func points(value: Int, shown: String) {
        #expect(Points(value)?.description == shown)
    }

    @Test("points outside 0 to 10,000 are none")
    func pointsRefused() {
        #expect(Points(-1) == nil && Points(10_001) == nil)
    }

    @Test("skill levels rise from 学徒工 to 首席技师, 1 to 8, above the unknown 0")
    func levels() {
        #expect(SkillLevel.allCases.map(\.rawValue) == Array(0...8))
        #expect(SkillLevel.allCases.map(\.phrase.chinese) == ["", "学徒工", "初级工", "中级工", "高级工", "技师", "高级技师", "特级技师", "首席技师"])
        #expect(SkillLevel.allCases == SkillLevel.allCases.sorted())
    }

    @Test("education rises from 未上学 0 to 博士 7")
    func education() {
        #expect(Education.allCases.map(\.rawValue) == Array(0...7))
        #expect(Education.allCases.map(\.phrase.chinese) == ["未上学", "小学", "初中", "高中/中专/技校", "大专", "本科", "硕士", "博士"])
        #expect(Education.allCases == Education.allCases.sorted())
    }

    @Test("a point on the earth is within ±90 and ±180 degrees")
    func coordinates() {
        #expect(Coordinates(latitude: 90, longitude: -180) != nil && Coordinates(latitude: -90, longitude: 180) != nil)
        for (latitude, longitude) in [(90.001, 0), (-90.001, 0), (0, 180.001), (0, -180.001), (Double.nan, 0), (0, Double.nan), (.infinity, 0)] {
            #expect(Coordinates(latitude: latitude, longitude: longitude) == nil, "\(latitude) \(longitude)")
        }
    }

    @Test("an identifier is any text without control characters, ordered by bytes")
    func identifiers() throws {
        #expect(RecordID("") == nil && RecordID("a\nb") == nil && RecordID("a\tb") == nil && RecordID("a\u{7F}") == nil)
        #expect(RecordID("张三-1")?.text == "张三-1" && RecordID(" a")?.text == " a")
        // Bytes: digits, capitals, small letters, then Chinese; shorter first.
        let ordered = ["10", "2", "A", "AA", "B", "a", "é", "张", "𠮷"]
        let ids = try ordered.map { try recordID($0) }
        #expect(ids.shuffled().sorted() == ids)
    }

    @Test("an identifier that the station gives begins with its code and is unique by kind and number")
    func given() {
        #expect(RecordID(station: "150784001", kind: .person, number: 123).text == "150784001-P000123")
        #expect(RecordID(station: "150784001", kind: .job, number: 1_234_567).text == "150784001-J1234567")
        #expect(RecordID(station: "150784001", kind: .employer, number: 1).text == "150784001-E000001")
        #expect(RecordID(station: "150784001", kind: .placement, number: 999_999).text == "150784001-R999999")
    }
}
