import Crypto
import DoorstepCore
import Foundation

/// Writes and reads the chunks of a backup, one after the other: how much
/// memory it takes does not depend on the file.
enum BackupFile {
    /// What went through, on the way out or in.
    struct Facts: Equatable {
        /// Of the backup.
        let bytes: Int
        let digest: [UInt8]
        /// Of what is in it.
        let content: [UInt8]
    }

    /// Seals a file into another, which is made and on the disk when this
    /// returns.
    static func write(
        _ source: String, to path: String, _ header: BackupHeader, _ key: StoreKey, _ watch: BackupWatch
    ) throws(BackupError) -> Facts {
        let source = try DiskFile(reading: source)
        let target = try DiskFile(making: path)
        var tally = Tally()
        let sealing = header.key(key)
        try target.write(header.bytes)
        tally.take(sealed: header.bytes)
        var number = 0
        var isLast = false
        while !isLast {
            let content = try source.read(BackupHeader.chunkLength)
            isLast = (number + 1) * BackupHeader.chunkLength >= source.size
            guard content.count == BackupHeader.chunkLength || isLast else { throw .unreadable(path: source.path, .missing) }
            let sealed: [UInt8]
            do {
                sealed = try Seal.seal(content, sealing, place: header.place(ofChunk: number, isLast: isLast))
            } catch {
                throw .store(.damaged(at: .sealed))
            }
            try target.write(sealed)
            tally.take(content, sealed)
            number += 1
            try watch.tell(.writing, number * BackupHeader.chunkLength, of: source.size)
        }
        try target.sync()
        target.forget()
        return tally.facts
    }

    /// Opens every chunk of a backup, in order.
    ///
    /// - Parameters:
    ///   - header: the one that the file has to begin with.
    ///   - take: is given the bytes of the store's file.
    /// - Throws: `BackupError.damaged` at the first chunk that is not the one
    ///   that belongs there.
    static func read(
        _ path: String, _ header: BackupHeader, _ key: StoreKey, _ stage: BackupWatch.Stage, _ watch: BackupWatch,
        _ take: ([UInt8]) throws(BackupError) -> Void = { _ in }
    ) throws(BackupError) -> Facts {
        let file = try DiskFile(reading: path)
        guard try file.read(header.bytes.count) == header.bytes else { throw .damaged(path: path, at: .header) }
        var tally = Tally()
        tally.take(sealed: header.bytes)
        let sealing = header.key(key)
        var number = 0
        var start = header.bytes.count
        var isLast = false
        while !isLast {
            let sealed = try file.read(sealedLength)
            isLast = start + sealedLength >= file.size
            let content: [UInt8]
            do {
                content = try Seal.open(sealed, sealing, place: header.place(ofChunk: number, isLast: isLast))
            } catch {
                throw .damaged(path: path, at: .chunk(from: start))
            }
            try take(content)
            tally.take(content, sealed)
            number += 1
            start += sealedLength
            try watch.tell(stage, start, of: file.size)
        }
        return tally.facts
    }

    /// With twelve bytes of nonce and a tag of sixteen.
    private static let sealedLength = 12 + BackupHeader.chunkLength + 16

    private struct Tally {
        private var bytes = 0
        private var sealed = SHA256()
        private var content = SHA256()

        mutating func take(_ content: [UInt8] = [], _ sealed: [UInt8]) {
            bytes += sealed.count
            self.sealed.update(data: sealed)
            self.content.update(data: content)
        }

        mutating func take(sealed: [UInt8]) { take([], sealed) }

        var facts: Facts { Facts(bytes: bytes, digest: Array(sealed.finalize()), content: Array(content.finalize())) }
    }
}

extension Phrase {
    static let header = Phrase("开头部分被改动或截断", "its beginning was changed or cut off")

    fileprivate static func chunk(from byte: Int) -> Phrase {
        Phrase("从第 \(byte) 字节起被改动、调换或截断", "from byte \(byte) on it was changed, put in another order or cut off")
    }
}
