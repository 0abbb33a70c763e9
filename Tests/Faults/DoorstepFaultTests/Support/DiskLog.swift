import Foundation

/// What a program asked of its disk, call by call: the log that
/// `Preload/disk.c` writes, which tells how it is made.
struct DiskLog {
    struct Call {
        enum Kind: UInt8 {
            case created = 67, written = 87, cut = 84, synced = 83, folderSynced = 68, removed = 85, renamed = 82, acknowledged = 65
            case readFrom = 80
        }

        let kind: Kind
        /// Without the folder; empty for the folder itself.
        let name: String
        /// Which file: one that is made anew under an old name is another.
        let file: Int
        /// Where it is written, or the length it is cut to.
        let offset: Int
        let bytes: [UInt8]
    }

    struct Unreadable: Error {}

    var calls: [Call] = []

    /// - Parameter disk: what was there before, if anything.
    init(_ path: String, from disk: SimulatedDisk = SimulatedDisk()) throws {
        let log = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        // An inode is used again once its file is gone.
        var files: [UInt64: Int] = [:]
        var next = 0
        var start = 0
        while start < log.count {
            guard start + 32 <= log.count, let kind = Call.Kind(rawValue: log[start]) else { throw Unreadable() }
            func number(_ offset: Int, _ count: Int) -> UInt64 {
                (0..<count).reduce(0) { $0 | UInt64(log[start + offset + $1]) << UInt64(8 * $1) }
            }
            let pathEnd = start + 32 + Int(number(4, 4))
            let inode = number(8, 8)
            let end = pathEnd + Int(number(24, 8))
            guard end <= log.count else { throw Unreadable() }
            let name = String(decoding: log[start + 32..<pathEnd], as: UTF8.self).split(separator: "/").last.map(String.init) ?? ""
            if kind != .created, files[inode] == nil { files[inode] = disk.names[name] }
            if kind == .created || files[inode] == nil {
                files[inode] = next
                next += 1
            }
            calls.append(Call(kind: kind, name: name, file: files[inode] ?? 0, offset: Int(number(16, 8)), bytes: Array(log[pathEnd..<end])))
            start = end
        }
    }

    /// How many calls changed something, or read, where those are counted:
    /// those that have a number.
    var count: Int { calls.count { $0.kind != .acknowledged } }
}
