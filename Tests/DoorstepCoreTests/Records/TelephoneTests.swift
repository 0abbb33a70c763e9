@testable import DoorstepCore
import Testing

@Suite("A telephone number")
struct TelephoneTests {
    @Test("is a mobile, a fixed line with its area code, or a local line; what stands between the digits goes", arguments: [
        ("13847001234", "13847001234"), ("138 4700 1234", "13847001234"), ("138-4700-1234", "13847001234"), ("+86 13847001234", "13847001234"),
        ("8613847001234", "13847001234"), ("19912345678", "19912345678"), ("0470-8220123", "04708220123"), ("(0470)8220123", "04708220123"),
        ("（0470）8220123", "04708220123"), ("010-12345678", "01012345678"), ("0471 1234567", "04711234567"), ("0471-12345678", "047112345678"), ("8220123", "8220123"), ("82201234", "82201234"),
    ])
    func read(text: String, digits: String) {
        #expect(Telephone(text)?.digits == digits)
    }

    @Test("is nothing else", arguments: [
        "", "12", "1384700123", "138470012345", "10847001234", "23847001234", "1234567", "123456", "0470", "打给邻居", "13847001234a", "13847001234/8220123",
        "１３８４７００１２３４", "0470822012345",
    ])
    func refused(text: String) {
        #expect(Telephone(text) == nil)
    }

    @Test("in a cell is read with full-width digits; what is none is kept as written, with a warning")
    func cells() throws {
        let reader = try RowReader()
        let row = try reader.person(["name": "张三", "place": "额尔古纳市", "phone": "１３８４７００１２３４"])
        #expect(row.record?.telephone == "13847001234" && row.warnings.isEmpty)
        let other = try reader.person(["name": "张三", "place": "额尔古纳市", "phone": "打给邻居 王五"])
        #expect(other.record?.telephone == "打给邻居 王五")
        #expect(other.warnings.map(\.message.chinese) == ["手机“打给邻居 王五”：不像电话号码，按原文保留。"])
        #expect(other.warnings.map(\.message.english) == ["phone “打给邻居 王五”: does not look like a telephone number, kept as it is."])
    }

    @Test("is shown by its first three and last four digits", arguments: [
        ("13847001234", "138****1234"), ("04708220123", "047****0123"), ("8220123", "***0123"), ("0123", "****"), ("", ""),
    ])
    func masked(text: String, shown: String) {
        #expect(Telephone.mask(text) == shown)
    }
}
