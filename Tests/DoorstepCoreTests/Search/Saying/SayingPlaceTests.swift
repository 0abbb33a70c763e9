@testable import DoorstepCore
import Testing

@Suite("Places by what people say")
struct SayingPlaceTests {
    private let index: SayingIndex

    init() throws {
        index = try SayingAccuracyTests.index.get()
    }

    private func names(_ text: String, _ limit: Int = 5) -> [String] {
        index.places(text, limit: limit).map { index.catalogue.places.fullName($0.id) }
    }

    @Test("a saying leads to its place", arguments: [
        ("额尔古纳市拉布大林街道办旁", "额尔古纳市拉布大林街道"), ("额尔古纳", "额尔古纳市"), ("150784", "额尔古纳市"), ("labudalin", "额尔古纳市拉布大林街道"),
        ("La Bu Da Lin", "额尔古纳市拉布大林街道"), ("住在呼和浩特市赛罕区那边", "赛罕区"), ("１５０７８４", "额尔古纳市"), ("hailaer", "海拉尔区"),
    ])
    func sayings(text: String, name: String) {
        #expect(names(text, 1) == [name], "\(names(text))")
    }

    @Test("of a row of names the smallest comes first, and what it lies in after")
    func row() {
        #expect(names("呼伦贝尔市额尔古纳市拉布大林街道旁边").prefix(1) == ["额尔古纳市拉布大林街道"])
        #expect(names("呼伦贝尔市额尔古纳市拉布大林街道旁边").contains("额尔古纳市"))
        #expect(index.places("额尔古纳市拉布大林街道办旁", limit: 1).first?.matched == ["拉布大林街道办"])
    }

    @Test("each place is found first by its code, and among the first by its name and its full name")
    func every() {
        let places = index.catalogue.places
        for place in places.all {
            #expect(index.places(place.code, limit: 1).first?.id == place.id, "\(place.code)")
            for text in [place.name, places.fullName(place.id)] {
                #expect(index.places(text, limit: .max).contains { $0.id == place.id && $0.score >= SayingIndex.certain }, "\(text)")
            }
        }
    }

    @Test("the order is total: score, then the catalogue's order, and the limit cuts it", arguments: ["新城区", "ba", "bayan", "巴彦", "呼和浩特市新城区和东胜区"])
    func order(text: String) {
        let all = index.places(text, limit: .max)
        for (one, other) in zip(all, all.dropFirst()) {
            #expect(one.score > other.score || (one.score == other.score && one.id.position < other.id.position))
        }
        #expect(index.places(text, limit: 2).count <= 2 && index.places(text, limit: 0).isEmpty)
    }

    @Test("a text that names no place leads nowhere, and none is too long or too strange", arguments: [
        "", "  ", "\u{0}\u{1B}", "🎉", "qqqqqq", String(repeating: "街", count: 10_000), String(repeating: "拉布大林", count: 2_500), String(repeating: "a", count: 10_000),
        String(repeating: "1", count: 10_000),
    ])
    func hostile(text: String) {
        let found = names(text)
        #expect(found.isEmpty || text.contains("拉布大林"), "\(found)")
    }
}
