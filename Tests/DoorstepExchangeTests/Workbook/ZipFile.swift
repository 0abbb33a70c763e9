import CZip
import Foundation

/// Containers made in memory, of whatever parts.
enum ZipFile {
    struct CannotMake: Error {}

    /// - Parameter isPacked: whether the parts are deflated; else they stand as
    ///   they are.
    static func bytes(_ parts: [(name: String, content: [UInt8])], isPacked: Bool = false) throws -> [UInt8] {
        guard let target = zip_source_buffer_create(nil, 0, 0, nil) else { throw CannotMake() }
        defer { zip_source_free(target) }
        zip_source_keep(target)
        guard let archive = zip_open_from_source(target, ZIP_TRUNCATE, nil) else {
            zip_source_free(target)
            throw CannotMake()
        }
        for part in parts {
            guard let copy = malloc(max(1, part.content.count)) else { throw CannotMake() }
            part.content.withUnsafeBytes { if let start = $0.baseAddress { memcpy(copy, start, part.content.count) } }
            guard let source = zip_source_buffer(archive, copy, UInt64(part.content.count), 1) else { throw CannotMake() }
            let index = zip_file_add(archive, part.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
            guard index >= 0 else { throw CannotMake() }
            zip_set_file_compression(archive, UInt64(index), isPacked ? ZIP_CM_DEFLATE : ZIP_CM_STORE, 0)
        }
        guard zip_close(archive) == 0, zip_source_open(target) == 0 else { throw CannotMake() }
        defer { zip_source_close(target) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = zip_source_read(target, &piece, UInt64(piece.count)), count > 0 { bytes += piece[..<Int(count)] }
        return bytes
    }
}
