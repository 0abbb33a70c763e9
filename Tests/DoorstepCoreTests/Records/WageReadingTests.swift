@testable import DoorstepCore
import Testing

@Suite("A wage in one cell")
struct WageReadingTests {
    private func say(_ reading: WageReading?) -> String? {
        reading.map { wage in
            "\(wage.lowest?.description ?? "")..\(wage.highest?.description ?? "")" + (wage.unit.map { " \($0.rawValue)" } ?? "")
        }
    }

    @Test("is read as people write it", arguments: [
        ("4000", "4000..4000"), ("4000元", "4000..4000"), ("¥4000", "4000..4000"), ("￥4,000元", "4000..4000"), ("4000.50", "4000.5..4000.5"),
        ("4000-6000", "4000..6000"), ("4000 - 6000元", "4000..6000"), ("4000元-6000元", "4000..6000"), ("4,000-6,000", "4000..6000"),
        ("4000~6000", "4000..6000"), ("4000～6000", "4000..6000"), ("4000—6000", "4000..6000"), ("4000–6000", "4000..6000"),
        ("4000至6000", "4000..6000"), ("4000到6000元", "4000..6000"), ("４０００－６０００", "4000..6000"), ("4-6千", "4000..6000"),
        ("4.5-6千", "4500..6000"), ("4K-6K", "4000..6000"), ("4-6k", "4000..6000"), ("0.8-1.5万", "8000..15000"), ("1.2万", "12000..12000"),
        ("1w", "10000..10000"), ("8千-1.2万", "8000..12000"), ("4千-6千", "4000..6000"), ("1-2万元", "10000..20000"),
        ("4000元/月", "4000..4000 month"), ("4.5-6千/月", "4500..6000 month"), ("4000每月", "4000..4000 month"),
        ("200元/天", "200..200 day"), ("200元/日", "200..200 day"), ("150-200/天", "150..200 day"), ("200元一天", "200..200 day"),
        ("1.5千/天", "1500..1500 day"), ("18元/小时", "18..18 hour"), ("18.5/时", "18.5..18.5 hour"), ("20-25/H", "20..25 hour"),
        ("0.5元/件", "0.5..0.5 piece"), ("3/件", "3..3 piece"), ("5000以上", "5000.."), ("5000元以上", "5000.."), ("5000起", "5000.."),
        ("5000+", "5000.."), ("5千以上", "5000.."),
        ("面议", ".."), ("薪资面议", ".."), ("工资面议", ".."), ("Negotiable", ".."), ("-", ".."), ("4000-4000", "4000..4000"), ("0", "0..0"),
    ])
    func forms(text: String, meaning: String) {
        #expect(say(WageReading(text)) == meaning)
    }

    @Test("keeps a first end in yuan before a second in 千 or 万", arguments: [
        ("8000-1万", "8000..10000"), ("8000-1.2万", "8000..12000"), ("4000-6千", "4000..6000"), ("6000元-1万元", "6000..10000"), ("8000-1万/月", "8000..10000 month"),
    ])
    func mixedScales(text: String, meaning: String) {
        #expect(say(WageReading(text)) == meaning)
    }

    @Test("is refused where it is none", arguments: [
        "", "元", "千", "高薪", "四千", "-4000", "4000-", "4000-6000-8000", "4000/6000", "1.2.3万", "abc", "9999999999", "100000001", "+", "以上", "/天",
        "4000元左右吧", "1.5-2.5万美元",
    ])
    func refused(text: String) {
        #expect(WageReading(text) == nil)
    }

    @Test("is read by the year as a twelfth, and without the thirteenth month's bonus", arguments: [
        ("24万/年", "20000..20000 month"), ("12-24万/年", "10000..20000 month"), ("6万每年", "5000..5000 month"), ("1.5-2万·13薪", "15000..20000"),
        ("8千-1.2万·14薪", "8000..12000"), ("3千及以下", "..3000"), ("4000元/月以上", "4000.. month"), ("4000以上/月", "4000.. month"),
        ("18元每小时", "18..18 hour"), ("200元每天", "200..200 day"), ("5-5千", "5000..5000"),
    ])
    func more(text: String, meaning: String) {
        #expect(say(WageReading(text)) == meaning)
    }

    @Test("says whether it gave two ends, or left one open")
    func isRange() {
        for text in ["4000-6000", "4000-4000", "5000以上", "5000以下"] { #expect(WageReading(text)?.isRange == true, "\(text)") }
        for text in ["4000", "4千/月", "200元/天"] { #expect(WageReading(text)?.isRange == false, "\(text)") }
    }

    /// Distinct wages of real advertisements, with how often each occurs.
    private static let real = "real-strings/salary.csv"

    @Test("of a real advertisement is understood, lower end first, or refused, in 388 forms", .enabled(if: SharedData.has(real), "../shared/data is absent"))
    func realForms() throws {
        let forms = try #require(SharedData.lines(Self.real)).dropFirst().compactMap { $0.split(separator: ",").first.map(String.init) }
        #expect(forms.count == 388)
        var understood: [String] = []
        for form in forms {
            guard let wage = WageReading(form) else { continue }
            understood.append(form)
            #expect(Wage(lowest: wage.lowest, highest: wage.highest, unit: wage.unit ?? .month) != nil, "\(form)")
        }
        // All but one with a broken character.
        #expect(understood.count == 387)
        print("\(understood.count) of \(forms.count) real wages are understood")
    }

    @Test("never ends the program, whatever it holds")
    func hostile() {
        var random = SplitMix64.printed()
        let pieces = ["4", "000", "-", "－", "~", "千", "万", "k", ".", "元", "/", "天", "以上", "+", "¥", ",", "月", "面议", " ", "9999999999", "e\u{301}", "起"]
        for _ in 0..<5000 {
            let text = (0..<random.int(0...7)).map { _ in random.pick(pieces) }.joined()
            guard let wage = WageReading(text) else { continue }
            for money in [wage.lowest, wage.highest].compactMap(\.self) {
                #expect(money.fen >= 0 && money <= .limit, "seed \(random.seed), \(text)")
            }
        }
    }
}
