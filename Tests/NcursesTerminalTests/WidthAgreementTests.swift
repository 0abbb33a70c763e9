import Testing
import TerminalUI

@testable import NcursesTerminal

@Suite("Our widths and the C library's")
struct WidthAgreementTests {
    /// The blocks that names, addresses and notes are written in.
    private static let everyday: [ClosedRange<UInt32>] = [
        0x20...0x7E, 0xA0...0xAC, 0xAE...0x2FF, 0x370...0x373, 0x400...0x481, 0x1820...0x1842, 0x2010...0x2027,
        0x2030...0x205E, 0x2190...0x21FF, 0x2460...0x24FF, 0x2500...0x25FC, 0x3000...0x3029, 0x3041...0x3096,
        0x30A0...0x30FF, 0x3105...0x312F, 0x3220...0x3247, 0x3400...0x4DBF, 0x4E00...0x9FFC, 0xAC00...0xD7A3,
        0xF900...0xFA6D, 0xFF01...0xFFBE, 0xFFE0...0xFFE6, 0x20000...0x2A6DD, 0x2A700...0x2B734,
    ]

    @Test("They agree on every character in everyday use, and on all but a few of the rest")
    func agreement() throws {
        try UnicodeLocale.establish()
        let width = DisplayWidth()
        var known = 0
        var differing: [UInt32] = []
        for value in UInt32(0x20)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let measured = CellText.measure(scalar)
            guard measured >= 0 else { continue }
            known += 1
            if measured != width.of(scalar) { differing.append(value) }
        }
        #expect(known > 250_000)
        let everyday = differing.filter { value in Self.everyday.contains { $0.contains(value) } }
        #expect(everyday.isEmpty, "\(everyday.prefix(20).map { String($0, radix: 16) })")
        // Libraries follow different editions of Unicode; what they measure
        // otherwise is drawn as a stand-in.
        #expect(differing.count < 500, "\(differing.prefix(20).map { String($0, radix: 16) })")
    }
}
