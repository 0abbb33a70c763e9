import CZip
import Foundation

/// Looks whether a workbook that was just written is whole.
///
/// The library copies the rows of a sheet from one file of its own to another
/// without looking whether the disk took them all, so a disk that is full for
/// a moment would leave a workbook that opens and lacks rows.
struct WorkbookCheck {
    let path: String
    let folder: String

    /// So much of a sheet comes before its rows at the most: the columns.
    private static let mostBefore = 8 << 20

    /// Bytes that the disk of the rows can still take.
    var room: Int64 {
        var status = statvfs()
        guard statvfs(folder, &status) == 0 else { return .max }
        return Int64(clamping: UInt64(status.f_bavail) &* UInt64(status.f_frsize))
    }

    /// - Parameter rowBytes: of each sheet, as they were handed on.
    func holds(rowBytes: [Int64]) -> Bool {
        guard let archive = zip_open(path, ZIP_RDONLY | ZIP_CHECKCONS, nil) else { return false }
        defer { zip_discard(archive) }
        // Where there was room for all and more, nothing can have been lost
        // that the size does not show.
        let isTight = room < 4 * rowBytes.reduce(0, +) + 64 << 20
        for (index, bytes) in rowBytes.enumerated() {
            let place = zip_name_locate(archive, "xl/worksheets/sheet\(index + 1).xml", 0)
            guard place >= 0 else { return false }
            var status = zip_stat_t()
            guard zip_stat_index(archive, zip_uint64_t(place), 0, &status) == 0, let file = zip_fopen_index(archive, zip_uint64_t(place), 0) else { return false }
            defer { zip_fclose(file) }
            guard let start = WorkbookCheck.start(of: file) else { return false }
            let end = Int64(start) + bytes
            guard Int64(status.size) > end + Int64("</sheetData></worksheet>".utf8.count) else { return false }
            if isTight, !WorkbookCheck.isWhole(file, to: end, size: Int64(status.size), from: Int64(start)) { return false }
        }
        return true
    }

    /// Where the rows begin, having read as far as that.
    private static func start(of file: OpaquePointer) -> Int? {
        let mark = Array("<sheetData>".utf8)
        var matched = 0
        var read = 0
        var byte: UInt8 = 0
        while read < mostBefore, zip_fread(file, &byte, 1) == 1 {
            read += 1
            matched = byte == mark[matched] ? matched + 1 : byte == mark[0] ? 1 : 0
            if matched == mark.count { return read }
        }
        return nil
    }

    /// Reads to the end, by which the archive's own checksum is compared, and
    /// looks for what comes behind the rows.
    private static func isWhole(_ file: OpaquePointer, to end: Int64, size: Int64, from start: Int64) -> Bool {
        let mark = Array("</sheetData>".utf8)
        var behind: [UInt8] = []
        var position = start
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = zip_fread(file, &buffer, zip_uint64_t(buffer.count))
            if count == 0 { break }
            guard count > 0 else { return false }
            let next = position + count
            if next > end, behind.count < mark.count {
                let first = Int(max(0, end - position))
                behind += buffer[first..<min(Int(count), first + mark.count - behind.count)]
            }
            position = next
        }
        return position == size && behind == mark
    }
}
