/// Where the bytes of a workbook are.
enum WorkbookSource: Sendable {
    /// Read as far as it is needed: a file of 100 MB need not be in memory.
    case file(SourceFile)
    case bytes([UInt8])

    var size: Int {
        switch self {
        case .file(let file): file.size
        case .bytes(let bytes): bytes.count
        }
    }

    /// So many of the first bytes, or all.
    func head(_ count: Int) throws(WorkbookProblem) -> [UInt8] { try bytes(0..<min(count, size)) }

    /// So many of the last bytes, or all.
    func tail(_ count: Int) throws(WorkbookProblem) -> [UInt8] { try bytes(max(0, size - count)..<size) }

    func bytes(_ range: Range<Int>) throws(WorkbookProblem) -> [UInt8] {
        switch self {
        case .bytes(let bytes): return Array(bytes[range])
        case .file(let file):
            do { return try file.bytes(range) } catch { throw .changed }
        }
    }
}
