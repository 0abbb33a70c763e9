import CFuzzer
import Crypto
import DoorstepCore
import Foundation

@testable import DoorstepStore

/// Backup files, as whoever has one, its passphrase or its key can make them.
///
/// An input is a byte of what to mend, and the file. Where the header's digest
/// is to be mended, inputs get past it; where what follows is to be sealed, it
/// is pieces, each a byte of the place it is sealed for, its length in two
/// bytes, and its content.
struct BackupFiles: Reader {
    private enum Mend {
        static let digest: UInt8 = 1
        static let seals: UInt8 = 2
    }

    /// In memory alone, where a name leads to it.
    private let file: Int32
    private var path: String { "/proc/self/fd/\(file)" }

    private static let passphrase = Passphrase("口令")
    /// Stronger keys are only slower.
    private static let strongest = 2
    private static let headLength = 24
    private static let digestLength = 32

    init() throws {
        file = doorstep_memory_file()
        guard file >= 0 else { throw Missing() }
    }

    func read(_ bytes: [UInt8]) {
        guard let mend = bytes.first else { return }
        var content = Array(bytes.dropFirst())
        if mend & Mend.digest != 0 { BackupFiles.mendDigest(&content) }
        put(content)
        _ = try? PlainCopy.isOne(path)
        guard let backup = try? Backup(at: path), let isOne = try? Backup.isOne(path) else { return }
        promise(isOne, "what is read as a backup says that it is one")
        let header = backup.header
        promise(content.starts(with: header.bytes), "a header is what the file begins with")
        for key in BackupFiles.keys(backup) {
            let rest = Array(content[header.bytes.count...])
            guard mend & Mend.seals != 0 else {
                _ = try? BackupFile.read(path, header, key, .opening, .nobody)
                continue
            }
            let pieces = BackupFiles.pieces(rest)
            guard let sealed = try? pieces.map({ try $0.sealed(header, key) }) else { continue }
            put(header.bytes + sealed.flatMap(\.self))
            var found: [UInt8] = []
            let isRead = (try? BackupFile.read(path, header, key, .opening, .nobody) { found += $0 }) != nil
            let belongs = !pieces.isEmpty && pieces.enumerated().allSatisfy { $1.belongs(at: $0, of: pieces.count) }
            promise(isRead == belongs, "chunks are read where each is the one that belongs there, and only then")
            promise(!isRead || found == pieces.flatMap(\.content), "what was sealed comes back")
        }
    }

    private func put(_ bytes: [UInt8]) {
        ftruncate(file, 0)
        pwrite(file, bytes, bytes.count, 0)
    }

    /// Makes the digest that of the header, as long as the file says it is.
    private static func mendDigest(_ bytes: inout [UInt8]) {
        guard bytes.count >= headLength else { return }
        let end = headLength + bytes[20..<24].reduce(0) { $0 << 8 | Int($1) }
        guard end <= bytes.count else { return }
        let digest = Array(SHA256.hash(data: bytes[..<end]))
        bytes.replaceSubrange(end..<min(end + digestLength, bytes.count), with: digest)
    }

    /// What opens the backup, without a passphrase and with it.
    private static func keys(_ backup: Backup) -> [StoreKey] {
        var keys: [StoreKey] = []
        if let open = try? backup.open(nil, as: nil) { keys.append(open.key) }
        guard backup.header.slots.allSatisfy({ $0.strength.logarithm <= strongest }) else { return keys }
        for caseworker in backup.caseworkers.prefix(2) {
            if let open = try? backup.open(passphrase, as: caseworker) { keys.append(open.key) }
        }
        return keys
    }

    private struct Piece {
        let number: Int
        let isLast: Bool
        let content: [UInt8]

        func sealed(_ header: BackupHeader, _ key: StoreKey) throws -> [UInt8] {
            try Seal.seal(content, header.key(key), place: header.place(ofChunk: number, isLast: isLast))
        }

        func belongs(at index: Int, of count: Int) -> Bool {
            number == index && isLast == (index == count - 1) && (isLast || content.count == BackupHeader.chunkLength)
        }
    }

    /// Not more than three; a piece that says so is filled up to a whole
    /// chunk.
    private static func pieces(_ bytes: [UInt8]) -> [Piece] {
        var rest = bytes[...]
        var pieces: [Piece] = []
        while pieces.count < 3, rest.count >= 3 {
            let place = rest.removeFirst()
            let length = Int(rest.removeFirst()) << 8 | Int(rest.removeFirst())
            var content = Array(rest.prefix(length))
            rest = rest.dropFirst(length)
            if place & 0x80 != 0 { content += [UInt8](repeating: 0, count: max(0, BackupHeader.chunkLength - content.count)) }
            pieces.append(Piece(number: Int(place & 0x0F), isLast: place & 0x40 != 0, content: content))
        }
        return pieces
    }
}
