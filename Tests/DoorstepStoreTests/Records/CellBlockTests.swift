import Testing

@testable import DoorstepStore

@Suite("Cells as bytes")
struct CellBlockTests {
    @Test("The bytes are the documented ones")
    func bytes() {
        let bytes = CellBlock.bytes([("name", "张"), ("a", "")])
        #expect(
            bytes == [1, 0, 2, 0, 4] + Array("name".utf8) + [0, 0, 0, 3] + Array("张".utf8) + [0, 1] + Array("a".utf8) + [0, 0, 0, 0])
        #expect(CellBlock.cells(bytes)?.map(\.column) == ["name", "a"])
        #expect(CellBlock.cells(bytes)?.map(\.text) == ["张", ""])
    }

    @Test("Looked at where they stand, the cells are those that are read; damaged, never more than there is")
    func walk() throws {
        var random = SplitMix64(seed: 2)
        for _ in 0..<2000 {
            let cells = (0..<random.int(0...5)).map { _ in (column: random.pick(["a", "name", "备注"]), text: random.pick(["", "张", "2026-11-21", "a\0b"])) }
            var bytes = CellBlock.bytes(cells)
            let whole = Self.walked(bytes)
            #expect(whole?.map(\.0) == cells.map(\.column) && whole?.map(\.1) == cells.map(\.text))
            bytes[random.int(0...bytes.count - 1)] = UInt8(random.int(0...255))
            bytes.removeLast(random.int(0...3))
            _ = Self.walked(bytes)
        }
    }

    private static func walked(_ bytes: [UInt8]) -> [(String, String)]? {
        bytes.withUnsafeBytes { bytes in
            guard var walk = CellBlock.Walk(bytes) else { return nil }
            var cells: [(String, String)] = []
            while let cell = walk.next() { cells.append((String(decoding: cell.column, as: UTF8.self), String(decoding: cell.text, as: UTF8.self))) }
            return cells
        }
    }

    @Test("Bytes that are no cells are refused", arguments: [
        [], [1], [1, 0], [2, 0, 0], [1, 0, 1], [1, 0, 0, 0], [1, 0, 1, 0, 1, 97, 0, 0, 0, 2, 97], [1, 0, 1, 0, 1, 0xFF, 0, 0, 0, 0],
        [1, 0, 1, 0, 1, 97, 0xFF, 0xFF, 0xFF, 0xFF],
    ] as [[UInt8]])
    func refused(bytes: [UInt8]) {
        #expect(CellBlock.cells(bytes) == nil)
    }

    @Test("No bytes whatever end the program")
    func anyBytes() {
        var random = SplitMix64(seed: 1)
        let whole = CellBlock.bytes([("name", "张三"), ("note", "文末"), ("phone", "13847001234")])
        for _ in 0..<20_000 {
            var bytes = whole
            for _ in 0...random.int(0...3) { bytes[random.int(0...bytes.count - 1)] = UInt8(random.int(0...255)) }
            bytes.removeLast(random.int(0...4))
            _ = CellBlock.cells(bytes)
        }
    }
}
