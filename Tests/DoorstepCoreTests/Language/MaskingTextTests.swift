import DoorstepCore
import Testing

@Suite("Numbers masked in a text")
struct MaskingTextTests {
    @Test(
        "Whatever could be an identity number or a telephone is hidden in part, and nothing else",
        arguments: [
            ("150784199005010013", "150784********0013"), ("15078419900501001X", "150784********001X"), ("15400000001", "154****0001"),
            ("电话15400000001，或 0470-1234567", "电话154****0001，或 0470-1234567"), ("2026-11-21", "2026-11-21"), ("4000-6000元", "4000-6000元"),
            ("", ""), ("张三", "张三"), ("１５４０００００００１", "１５４****０００１"), ("6222021234567890123", "622************0123"),
        ])
    func numbers(text: String, masked: String) { #expect(Masking.numbers(in: text) == masked) }
}
