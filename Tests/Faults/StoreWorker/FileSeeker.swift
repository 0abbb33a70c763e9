import Foundation

/// Looks for thousands of texts in files, each of them in several writings,
/// in one pass over each file.
struct FileSeeker {
    /// How another program could have written a text.
    enum Writing: String, CaseIterable {
        case utf8 = "UTF-8", gb18030 = "GB18030", utf16LE = "UTF-16LE", utf16BE = "UTF-16BE", hexadecimal

        func bytes(_ text: String) throws -> [UInt8] {
            switch self {
            case .utf8: return Array(text.utf8)
            case .hexadecimal: return text.utf8.flatMap { Array((($0 < 16 ? "0" : "") + String($0, radix: 16)).utf8) }
            case .gb18030, .utf16LE, .utf16BE: return try converted(text)
            }
        }

        private func converted(_ text: String) throws -> [UInt8] {
            guard let converter = iconv_open(rawValue, "UTF-8"), converter != UnsafeMutableRawPointer(bitPattern: -1) else { throw NotWritable(text: text) }
            defer { iconv_close(converter) }
            var input = Array(text.utf8).map { CChar(bitPattern: $0) }
            var output = [CChar](repeating: 0, count: input.count * 4)
            let room = output.count
            let rest: Int? = input.withUnsafeMutableBufferPointer { input in
                output.withUnsafeMutableBufferPointer { output in
                    var (from, to) = (input.baseAddress, output.baseAddress)
                    var (left, free) = (input.count, output.count)
                    return iconv(converter, &from, &left, &to, &free) == 0 && left == 0 ? free : nil
                }
            }
            guard let rest else { throw NotWritable(text: text) }
            return output.prefix(room - rest).map { UInt8(bitPattern: $0) }
        }
    }

    struct NotWritable: Error { let text: String }

    struct Find: Hashable {
        /// Which of the texts.
        let text: Int
        let writing: Writing
    }

    /// How many bytes of a text are looked for before all of it is.
    private static let window = 6
    private static let sieveBits = 22

    private var patterns: [(bytes: [UInt8], find: Find)] = []
    private var starts: [UInt64: [Int]] = [:]
    /// Whether any text can begin where the window is, by a hash of it.
    private var sieve = [Bool](repeating: false, count: 1 << sieveBits)

    /// - Parameter texts: of six bytes at least, however they are written.
    init(_ texts: [String]) throws {
        for (index, text) in texts.enumerated() {
            var known: Set<[UInt8]> = []
            for writing in Writing.allCases {
                let bytes = try writing.bytes(text)
                guard bytes.count >= Self.window else { throw NotWritable(text: text) }
                guard known.insert(bytes).inserted else { continue }
                let start = bytes.prefix(Self.window).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
                starts[start, default: []].append(patterns.count)
                sieve[Self.hash(start)] = true
                patterns.append((bytes, Find(text: index, writing: writing)))
            }
        }
    }

    /// Which texts stand in the bytes.
    func finds(in data: Data) -> Set<Find> {
        data.withUnsafeBytes { bytes in
            sieve.withUnsafeBufferPointer { sieve in
                var finds: Set<Find> = []
                var seen: UInt64 = 0
                for end in bytes.indices {
                    seen = (seen << 8 | UInt64(bytes[end])) & 0xFFFF_FFFF_FFFF
                    guard sieve[Self.hash(seen)], end >= Self.window - 1, let candidates = starts[seen] else { continue }
                    let rest = bytes[(end - Self.window + 1)...]
                    for candidate in candidates where rest.starts(with: patterns[candidate].bytes) { finds.insert(patterns[candidate].find) }
                }
                return finds
            }
        }
    }

    private static func hash(_ window: UInt64) -> Int { Int((window &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - sieveBits)) }

    /// Every plain file in a folder and in those within it.
    static func files(in folder: String) -> [String] {
        guard let names = FileManager.default.enumerator(atPath: folder) else { return [] }
        return names.compactMap { $0 as? String }.map { "\(folder)/\($0)" }.filter { path in
            var status = stat()
            return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
        }.sorted()
    }
}
