import Crypto
import DoorstepCore
import Foundation
import Testing

@testable import DoorstepStore

@Suite("Damage to a backup is found")
struct BackupDamageTests {
    let folder: Folder
    let desk: Desk
    /// A whole backup, of several chunks.
    let whole: [UInt8]
    let header: Int

    private static let chunk = 65_536 + 28

    init() throws {
        let folder = try Folder()
        let desk = try Desk.inFile(folder.file())
        (self.folder, self.desk) = (folder, desk)
        try desk.fill()
        try desk.save(people: (1...150).map { number in try desk.person("N\(number)") { $0.note = String(repeating: "长", count: 200) } })
        try desk.backUp(to: folder.file("b"))
        whole = try folder.bytes("b")
        header = try Backup(at: folder.file("b")).header.bytes.count
        try #require((whole.count - header) / Self.chunk >= 3)
    }

    /// Nil where the file is taken for a whole backup.
    private func problem(_ path: String) -> BackupError? {
        do throws(BackupError) {
            let backup = try Backup(at: path)
            guard let open = try? backup.open(nil, as: nil) else { return .notABackup(path: path) }
            _ = try BackupFile.read(path, backup.header, open.key, .opening, .nobody)
            return nil
        } catch {
            return error
        }
    }

    private func problem(_ bytes: [UInt8]) throws -> BackupError? { problem(try folder.put(bytes, "changed")) }

    @Test("Each single bit that turns over")
    func bits() throws {
        var random = SplitMix64(seed: UInt64.random(in: .min ... .max))
        let seed = random
        let path = try folder.put(whole, "flipped")
        let file = open(path, O_RDWR | O_CLOEXEC)
        defer { close(file) }
        for number in 0..<(TestSize.isLong ? 100_000 : 1000) {
            // One in four at the beginning, where the keys are.
            let byte = random.int(0...(number % 4 == 0 ? header - 1 : whole.count - 1))
            let bit = random.int(0...7)
            pwrite(file, [whole[byte] ^ 1 << UInt8(bit)], 1, byte)
            #expect(problem(path) != nil, "\(seed): bit \(bit) of byte \(byte)")
            pwrite(file, [whole[byte]], 1, byte)
        }
        #expect(problem(path) == nil, "the control")
    }

    @Test("Each length that it is cut to")
    func cuts() throws {
        let path = try folder.put(whole, "cut")
        var length = whole.count
        while length > 0 {
            // All about the seams; between them, what there is time for.
            let isSeam = length <= header + 64 || (length - header + 64) % Self.chunk < 128
            length -= TestSize.isLong || isSeam ? 1 : min(61, length)
            truncate(path, length)
            #expect(problem(path) != nil, "\(length) of \(whole.count) bytes")
        }
    }

    @Test("Chunks that are swapped, dropped, doubled, moved to the end, or brought from another backup of the same store")
    func chunks() throws {
        try desk.backUp(to: folder.file("other"))
        let other = try folder.bytes("other")
        let head = Array(whole[..<header])
        func chunks(_ bytes: [UInt8]) -> [[UInt8]] {
            stride(from: header, to: bytes.count, by: Self.chunk).map { Array(bytes[$0..<min($0 + Self.chunk, bytes.count)]) }
        }
        let own = chunks(whole)
        let others = chunks(other)
        let last = own.count - 1
        func put(_ chunks: [[UInt8]]) throws -> BackupError? { try problem(head + chunks.flatMap(\.self)) }
        #expect(try put(own) == nil, "the control")
        for index in own.indices {
            var dropped = own
            dropped.remove(at: index)
            #expect(try put(dropped) != nil, "without chunk \(index)")
            #expect(try put(Array(own[...index]) + Array(own[index...])) != nil, "chunk \(index) twice")
            var moved = own
            moved.append(moved.remove(at: index))
            if index != last { #expect(try put(moved) != nil, "chunk \(index) last") }
            var foreign = own
            foreign[index] = others[index]
            #expect(try put(foreign) != nil, "chunk \(index) of another backup")
        }
        var swapped = own
        swapped.swapAt(0, 1)
        #expect(try put(swapped) != nil)
        #expect(try problem(Array(other[..<header]) + own.flatMap(\.self)) != nil, "the beginning of another backup")
        #expect(try problem(whole + [0]) != nil, "one byte more")
        #expect(try problem(whole + whole) != nil, "twice the same")
    }

    @Test("A beginning that was made up with a digest that fits it")
    func forgedHeader() throws {
        // The salt of the open slot is nothing that the key depends on.
        let backup = try Backup(at: folder.file("b"))
        let slot = backup.header.slots[0]
        let other = KeySlot(holder: slot.holder, salt: [UInt8](repeating: 1, count: 16), strength: slot.strength, wrapped: slot.wrapped)
        let forged = BackupHeader(slots: [other])
        #expect(forged.bytes.count == header)
        // Its salt is another one too, so the one of the backup is put back.
        var bytes = forged.bytes
        let salt = 24 + 4 + 24 + 4
        bytes.replaceSubrange(salt..<salt + 32, with: whole[salt..<salt + 32])
        var digest = HashedBytes(bytes[..<(header - 32)])
        bytes.replaceSubrange((header - 32)..., with: digest.finish())
        let path = try folder.put(bytes + whole[header...], "forged")
        #expect(try Backup(at: path).header.slots == [other], "the beginning by itself is taken")
        #expect(problem(path) != nil)
    }

    @Test("One of a later version is named as such, one of an earlier that never was as damaged")
    func versions() throws {
        var later = whole
        later[19] = 2
        #expect(try problem(later) == .newer(path: folder.file("changed"), version: 2))
        later[19] = 0
        #expect(try problem(later) == .damaged(path: folder.file("changed"), at: .header))
    }

    @Test("What is no backup is said to be none, and a length that is none takes no memory")
    func others() throws {
        for bytes in [[], Array("编号,姓名\n".utf8), [UInt8](repeating: 0, count: 5000), Array(whole.dropFirst())] {
            #expect(try problem(bytes) == .notABackup(path: folder.file("changed")))
        }
        var long = whole
        long.replaceSubrange(20..<24, with: [0xFF, 0xFF, 0xFF, 0xFF])
        #expect(try problem(long) == .damaged(path: folder.file("changed"), at: .header))
    }

    @Test("A store in it that was changed other than through the program")
    func inside() throws {
        // Somebody who knows the passphrase makes a backup of a forged store.
        let path = folder.file("forged.doorstep")
        try Data(try folder.bytes("station.doorstep")).write(to: URL(filePath: path))
        try tamper(path) { try $0.execute(sql: "UPDATE person SET facts = x'01' WHERE id = 'P1'") }
        let key = try desk.store.keys().store
        let header = try desk.store.reading { BackupHeader(slots: try KeySlots.all($0)) }
        _ = try BackupFile.write(path, to: folder.file("forged"), header, key, .nobody)
        let verdict = try Backup(at: folder.file("forged")).open(nil, as: nil).check(in: folder.path)
        #expect(verdict.findings.contains { $0.english.contains("person P1 was changed") })
        // It replaces nothing.
        let before = try folder.bytes("station.doorstep")
        #expect(throws: BackupError.self) { try Desk.restoring(folder.file("forged"), to: folder.file()) }
        #expect(try folder.bytes("station.doorstep") == before)
    }
}

/// SHA-256 over bytes, as anybody could work it out.
private struct HashedBytes {
    private var hash = SHA256()

    init(_ bytes: some Sequence<UInt8>) { hash.update(data: Array(bytes)) }

    mutating func finish() -> [UInt8] { Array(hash.finalize()) }
}
