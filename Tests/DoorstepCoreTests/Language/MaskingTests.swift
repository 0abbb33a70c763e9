@testable import DoorstepCore
import Testing

@Suite("What exports and prints show")
struct MaskingTests {
    @Test("of a column hides its middle, its end, all of it, or nothing", arguments: [
        ("name", "欧阳娜娜", "欧*"), ("id_number", "11010519491231002X", "110105********002X"), ("id_number", "1101051949123100", "110*********3100"),
        ("phone", "13847001234", "138****1234"), ("other_phone", "04708220123", "047****0123"), ("birth_date", "1949-12-31", "1949-**-**"), ("note", "常在家", "***"),
        ("lon", "120.18", "***"), ("lat", "50.24", "***"), ("school", "某学院", "***"), ("groups", "残疾人", "***"), ("household", "额尔古纳市", "***"), ("ethnicity", "鄂温克族", "***"),
        ("skills", "焊工", "焊工"), ("education", "大专", "大专"), ("name", "", ""), ("note", "", ""),
    ])
    func people(column: String, text: String, shown: String) throws {
        #expect(try #require(PersonEntry.column(column)).masking(text) == shown)
    }

    @Test("of jobs and employers hides who to call")
    func contacts() throws {
        for masking in [try #require(JobEntry.column("contact")).masking, try #require(EmployerEntry.column("contact")).masking] { #expect(masking("李四") == "李*") }
        for masking in [try #require(JobEntry.column("phone")).masking, try #require(EmployerEntry.column("phone")).masking] {
            #expect(masking("13847001234") == "138****1234")
        }
        #expect(try #require(JobEntry.column("title")).masking("电焊工") == "电焊工")
    }

    @Test("of a personal column never leaves a number, a whole name or a note, but for wishes")
    func personalColumns() {
        for column in PersonEntry.columns where column.isPersonal && !["training_wish", "start_up_wish"].contains(column.id) {
            for text in ["张三丰13847001234", "13847001234", "0470-8220123", "11010519491231002X", "张三"] {
                #expect(column.masking(text) != text && column.masking(text).contains("*"), "\(column.id) \(text)")
            }
        }
    }
}
