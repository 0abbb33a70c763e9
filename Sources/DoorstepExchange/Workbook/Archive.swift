import CZip
import Foundation

/// The container of a workbook, opened.
///
/// Names of parts are compared without case, and `\` is `/`: both are met.
final class Archive {
    fileprivate let handle: OpaquePointer
    private let parts: [String: UInt64]
    private let size: Int

    /// - Complexity: O(number of parts), which is looked at first.
    init(_ source: WorkbookSource) throws(WorkbookProblem) {
        guard try Archive.partCount(source) <= WorkbookLimits.parts else { throw .tooManyParts }
        let opened = try Archive.opened(source)
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        guard let handle = zip_open_from_source(opened, ZIP_RDONLY, &error) else {
            zip_source_free(opened)
            throw zip_error_code_zip(&error) == ZIP_ER_MEMORY ? .tooManyParts : .brokenArchive
        }
        self.handle = handle
        size = source.size
        var parts: [String: UInt64] = [:]
        for index in 0..<UInt64(max(0, zip_get_num_entries(handle, 0))) {
            guard let name = zip_get_name(handle, index, zip_flags_t(ZIP_FL_ENC_GUESS)) else { continue }
            let key = Archive.key(String(cString: name))
            if parts[key] == nil { parts[key] = index }
        }
        self.parts = parts
    }

    deinit { zip_discard(handle) }

    func has(_ name: String) -> Bool { parts[Archive.key(name)] != nil }

    func contains(where test: (String) -> Bool) -> Bool { parts.keys.contains(where: test) }

    /// A part, from its first byte.
    ///
    /// - Parameter most: how many bytes of it are given, for `tooLargePart`.
    func open(_ name: String, most: Int = WorkbookLimits.partBytes) throws(WorkbookProblem) -> ArchivePart {
        guard let index = parts[Archive.key(name)] else { throw .missingPart(name) }
        var status = zip_stat_t()
        guard zip_stat_index(handle, index, 0, &status) == 0 else { throw .brokenPart(name) }
        guard let file = zip_fopen_index(handle, index, 0) else {
            let code = zip_error_code_zip(zip_get_error(handle))
            throw code == ZIP_ER_NOPASSWD || code == ZIP_ER_ENCRNOTSUPP ? .encrypted : .brokenPart(name)
        }
        return ArchivePart(self, file, name: name, packed: min(Int(clamping: status.comp_size), size), most: most)
    }

    private static func key(_ name: String) -> String {
        let name = name.replacing("\\", with: "/").lowercased()
        return name.hasPrefix("/") ? String(name.dropFirst()) : name
    }

    private static func opened(_ source: WorkbookSource) throws(WorkbookProblem) -> OpaquePointer {
        switch source {
        case .file(let file):
            let descriptor: Int32
            do { descriptor = try file.open() } catch { throw .changed }
            guard let stream = fdopen(descriptor, "rb") else {
                close(descriptor)
                throw .changed
            }
            guard let opened = zip_source_filep_create(stream, 0, -1, nil) else {
                fclose(stream)
                throw .brokenArchive
            }
            return opened
        case .bytes(let bytes):
            // Given away: libzip frees them with the source.
            guard let copy = malloc(max(1, bytes.count)) else { throw .brokenArchive }
            bytes.withUnsafeBytes { if let start = $0.baseAddress { memcpy(copy, start, bytes.count) } }
            guard let opened = zip_source_buffer_create(copy, UInt64(bytes.count), 1, nil) else {
                free(copy)
                throw .brokenArchive
            }
            return opened
        }
    }

    // MARK: - How many parts, before any memory is given to them

    /// The record at the end of the container, and a comment of 64 KB.
    private static let endLength = 22 + 65_535
    private static let endSignature: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
    private static let largeEndSignature: [UInt8] = [0x50, 0x4B, 0x06, 0x06]

    /// The most that any record at the end speaks of; libzip takes memory for
    /// as many as it is told of.
    private static func partCount(_ source: WorkbookSource) throws(WorkbookProblem) -> Int {
        let tail = try source.tail(endLength + 76)
        var most = 0
        for start in tail.indices.dropLast(21) where tail[start] == 0x50 && tail[start...].starts(with: endSignature) {
            let count = number(tail, start + 10, 2)
            guard count == 0xFFFF else {
                most = max(most, count)
                continue
            }
            // The large form: a record of its own, and before this one a note
            // of where it is.
            guard start >= 20, case let place = number(tail, start - 12, 8), place >= 0, place <= source.size - 56 else { return count }
            let record = try source.bytes(place..<place + 56)
            most = max(most, record.starts(with: largeEndSignature) ? number(record, 32, 8) : count)
        }
        return most
    }

    private static func number(_ bytes: [UInt8], _ start: Int, _ length: Int) -> Int {
        Int(clamping: (0..<length).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64(bytes[start + $1]) })
    }
}

/// A part of a container as it comes out, never more of it than is believed.
final class ArchivePart {
    let name: String
    private let archive: Archive
    private let file: OpaquePointer
    private let packed: Int
    private let most: Int
    private var count = 0

    fileprivate init(_ archive: Archive, _ file: OpaquePointer, name: String, packed: Int, most: Int) {
        (self.archive, self.file, self.name, self.packed, self.most) = (archive, file, name, packed, most)
    }

    deinit { zip_fclose(file) }

    /// The next bytes; zero at the end, where all that came has been checked
    /// against its sum.
    func read(into buffer: UnsafeMutableRawPointer, _ room: Int) throws(WorkbookProblem) -> Int {
        let got = zip_fread(file, buffer, zip_uint64_t(room))
        guard got >= 0 else { throw .brokenPart(name) }
        count += Int(got)
        guard count <= most else { throw .tooLargePart(name) }
        guard count <= WorkbookLimits.ratioMatters || count / WorkbookLimits.ratio <= packed else { throw .bomb(part: name) }
        return Int(got)
    }

    /// Whether the word stands anywhere in the part, or may: of a part in
    /// UTF-16 that is not looked into.
    func mayContain(_ word: StaticString) throws(WorkbookProblem) -> Bool {
        let room = 1 << 16
        // The end of each piece stays before the next one.
        let kept = word.utf8CodeUnitCount - 1
        let buffer = UnsafeMutableRawPointer.allocate(byteCount: kept + room, alignment: 16)
        defer { buffer.deallocate() }
        memset(buffer, 0, kept)
        var isFirst = true
        while case let got = try read(into: buffer + kept, room), got > 0 {
            if isFirst, got < 2 || isWide(buffer + kept) { return true }
            isFirst = false
            if doorstep_contains(buffer, kept + got, word.utf8Start, word.utf8CodeUnitCount) != 0 { return true }
            memmove(buffer, buffer + got, kept)
        }
        return false
    }

    private func isWide(_ start: UnsafeMutableRawPointer) -> Bool {
        let (first, second) = (start.load(as: UInt8.self), start.load(fromByteOffset: 1, as: UInt8.self))
        return first == 0 || second == 0 || first >= 0xFE
    }
}
