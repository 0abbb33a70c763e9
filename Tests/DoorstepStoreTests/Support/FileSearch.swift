import Foundation
import Testing

/// Looks for bytes in every file of a folder, as somebody would who found
/// the disk.
struct FileSearch {
    private let files: [(name: String, bytes: Data)]

    init(_ folder: Folder) throws {
        files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map { name in
            (name, try Data(contentsOf: URL(filePath: folder.file(name))))
        }
    }

    var names: [String] { files.map(\.name) }

    /// The names of the files that hold the bytes.
    func files(containing bytes: [UInt8]) -> [String] {
        files.filter { $0.bytes.range(of: Data(bytes)) != nil }.map(\.name)
    }

    /// Where a text stands, and how it is written there.
    func finds(_ text: String) throws -> [String] {
        try FileSearch.encodings.flatMap { encoding in
            try files(containing: FileSearch.bytes(text, encoding)).map { "\(text) in \($0), \(encoding)" }
        }
    }

    static let encodings = ["UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"]

    /// A text as another program would have written it.
    static func bytes(_ text: String, _ encoding: String) throws -> [UInt8] {
        let converter = try #require(iconv_open(encoding, "UTF-8"))
        defer { iconv_close(converter) }
        var input = Array(text.utf8).map { CChar(bitPattern: $0) }
        var output = [CChar](repeating: 0, count: input.count * 4)
        let room = output.count
        let rest: Int = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                var (from, to) = (input.baseAddress, output.baseAddress)
                var (left, free) = (input.count, output.count)
                return iconv(converter, &from, &left, &to, &free) == 0 && left == 0 ? free : -1
            }
        }
        try #require(rest >= 0, "\(text) in \(encoding)")
        return output.prefix(room - rest).map { UInt8(bitPattern: $0) }
    }
}
