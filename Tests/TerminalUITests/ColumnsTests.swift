import Testing

@testable import TerminalUI

@Suite("Text in columns")
struct ColumnsTests {
    let width = DisplayWidth()

    @Test("Cutting never leaves half a character")
    func clipping() {
        #expect("张三丰".clipped(to: 4) == "张三")
        #expect("张三丰".clipped(to: 5) == "张三")
        #expect("a张".clipped(to: 2) == "a")
        #expect("e\u{301}x".clipped(to: 1) == "e\u{301}")
        #expect("张".clipped(to: 1) == "")
        #expect("abc".clipped(to: 0) == "")
        #expect("abc".clipped(to: -3) == "")
    }

    @Test("Padding counts columns, not characters")
    func padding() {
        #expect("张".padded(to: 4) == "张  ")
        #expect("张".padded(to: 4, alignment: .trailing) == "  张")
        #expect("张".padded(to: 5, alignment: .center) == " 张  ")
        #expect("张三".padded(to: 3) == "张三")
    }

    @Test("Fitting cuts with a plain sign and fills the odd column")
    func fitting() {
        #expect("张三丰".fitted(to: 6) == "张三丰")
        #expect("张三丰".fitted(to: 5) == "张三~")
        #expect("张三丰".fitted(to: 4) == "张~ ")
        #expect("张三丰".fitted(to: 1) == "~")
        #expect("3500".fitted(to: 6, alignment: .trailing) == "  3500")
        #expect("a\u{1B}b".fitted(to: 4) == "a\u{FFFD}b ")
    }

    @Test("Chinese breaks anywhere but before closing and after opening signs")
    func wrappingChinese() {
        #expect("额尔古纳市拉布大林".wrapped(to: 8) == ["额尔古纳", "市拉布大", "林"])
        #expect("额尔古纳，市".wrapped(to: 8) == ["额尔古", "纳，市"])
        #expect("要求（焊工）".wrapped(to: 6) == ["要求", "（焊", "工）"])
        #expect("张三".wrapped(to: 3) == ["张", "三"])
    }

    @Test("Latin words stay whole where they fit")
    func wrappingLatin() {
        #expect("a forklift driver wanted".wrapped(to: 10) == ["a forklift", "driver", "wanted"])
        #expect("abcdefghij".wrapped(to: 4) == ["abcd", "efgh", "ij"])
        #expect("月薪3500元".wrapped(to: 6) == ["月薪", "3500元"])
        #expect("CNC机床操作".wrapped(to: 8) == ["CNC机床", "操作"])
    }

    @Test("Line feeds begin a row, also empty ones, and blanks at a break go")
    func wrappingLines() {
        #expect("a\n\nb".wrapped(to: 5) == ["a", "", "b"])
        #expect("".wrapped(to: 5) == [""])
        #expect("ab   cd".wrapped(to: 4) == ["ab", "cd"])
        #expect("  ab".wrapped(to: 4) == ["  ab"])
        #expect("张".wrapped(to: 1) == ["?"])
        #expect("张".wrapped(to: 0) == [])
    }

    @Test("Whatever the text, widths are kept and nothing but blanks is lost", arguments: 1...40)
    func hostile(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<30 {
            let text = random.hostileText(pieces: 15)
            let columns = random.int(1...20)
            #expect(width.of(text.clipped(to: columns)) <= columns)
            #expect(width.of(text.fitted(to: columns)) == columns)
            #expect(width.of(text.padded(to: columns)) >= columns)
            let rows = text.wrapped(to: columns)
            for row in rows { #expect(width.of(row) <= columns) }
            if columns > 1 {
                let before = text.split(whereSeparator: \.isNewline).map { SafeText.clean(String($0)) }.joined()
                #expect(Self.inked(rows.joined()) == Self.inked(before))
            }
        }
    }

    private static func inked(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { $0 != " " && $0 != "\u{3000}" }
    }
}
