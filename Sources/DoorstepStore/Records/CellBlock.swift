/// Cells of a record as bytes: compact, the same for the same cells, quick
/// to read.
///
/// The first byte is the version, 1; then the number of cells in two bytes;
/// then of each cell its column's identifier, with its length in two bytes
/// before it, and its text, with its length in four. Numbers have their
/// highest byte first, texts are UTF-8.
enum CellBlock {
    typealias Cell = (column: String, text: String)

    static let version: UInt8 = 1

    static func bytes(_ cells: [Cell]) -> [UInt8] {
        var bytes = [version]
        bytes.reserveCapacity(cells.reduce(3) { $0 + 6 + $1.column.utf8.count + $1.text.utf8.count })
        append(UInt16(clamping: cells.count), to: &bytes)
        for cell in cells {
            append(UInt16(clamping: cell.column.utf8.count), to: &bytes)
            bytes.append(contentsOf: cell.column.utf8)
            append(UInt32(clamping: cell.text.utf8.count), to: &bytes)
            bytes.append(contentsOf: cell.text.utf8)
        }
        return bytes
    }

    /// Nil where the bytes are no such cells.
    static func cells(_ bytes: some Collection<UInt8>) -> [Cell]? {
        bytes.withContiguousStorageIfAvailable { cells(UnsafeRawBufferPointer($0)) } ?? cells(Array(bytes))
    }

    private static func cells(_ bytes: UnsafeRawBufferPointer) -> [Cell]? {
        var reader = Reader(bytes: bytes)
        guard reader.number(1) == Int(version), let count = reader.number(2) else { return nil }
        var cells: [Cell] = []
        cells.reserveCapacity(count)
        for _ in 0..<count {
            guard let column = reader.text(lengthBytes: 2), let text = reader.text(lengthBytes: 4) else { return nil }
            cells.append((column, text))
        }
        return reader.isAtEnd ? cells : nil
    }

    /// Goes through the cells where they stand, without copying them.
    struct Walk {
        private var reader: Reader
        private var left: Int

        /// Nil where the bytes are no cells, as far as their beginning tells.
        init?(_ bytes: UnsafeRawBufferPointer) {
            reader = Reader(bytes: bytes)
            guard reader.number(1) == Int(version), let count = reader.number(2) else { return nil }
            left = count
        }

        /// Nil after the last, and where the bytes go on as no cell does.
        mutating func next() -> (column: UnsafeRawBufferPointer, text: UnsafeRawBufferPointer)? {
            guard left > 0, let column = reader.part(lengthBytes: 2), let text = reader.part(lengthBytes: 4) else { return nil }
            left -= 1
            return (column, text)
        }
    }

    private static func append(_ number: some FixedWidthInteger, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }

    private struct Reader {
        let bytes: UnsafeRawBufferPointer
        private var offset = 0

        init(bytes: UnsafeRawBufferPointer) {
            self.bytes = bytes
        }

        var isAtEnd: Bool { offset == bytes.count }

        mutating func number(_ length: Int) -> Int? {
            guard bytes.count - offset >= length else { return nil }
            defer { offset += length }
            var number = 0
            for place in offset..<offset + length { number = number << 8 | Int(bytes[place]) }
            return number
        }

        mutating func part(lengthBytes: Int) -> UnsafeRawBufferPointer? {
            guard let length = number(lengthBytes), bytes.count - offset >= length else { return nil }
            defer { offset += length }
            return UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + length])
        }

        mutating func text(lengthBytes: Int) -> String? {
            guard let text = part(lengthBytes: lengthBytes)?.bindMemory(to: UInt8.self) else { return nil }
            guard let valid = try? UTF8Span(validating: text.span) else { return nil }
            return String(copying: valid)
        }
    }
}
