/// A disk that keeps for certain what was synced, and of the rest whatever a
/// power cut happens to leave.
///
/// The rules are those that a program may count on, no more: syncing a file
/// keeps what is in it, syncing a folder keeps which names there are.
/// Everything else may be kept, dropped, or kept in part, in any order;
/// writes are torn between sectors of 512 bytes.
struct SimulatedDisk {
    /// Controls: disks that promise less.
    enum Honesty {
        case honest
        /// Says that it has synced, and has not.
        case lies
        /// Does not sync the folder after a file was removed from it: what
        /// `synchronous = FULL` leaves undone.
        case forgetsRemovals
    }

    let honesty: Honesty
    private var contents: [Int: [UInt8]] = [:]
    private(set) var names: [String: Int] = [:]
    private var unsynced: [DiskLog.Call] = []
    private var hasJustRemoved = false
    /// The latest number that was acknowledged, 0 before the first.
    private(set) var acknowledged = 0

    private static let sector = 512

    init(_ honesty: Honesty = .honest) {
        self.honesty = honesty
    }

    /// A disk that has all of these files, synced.
    init(files: [String: [UInt8]]) {
        honesty = .honest
        // Numbers that no log gives.
        for (index, file) in files.sorted(by: { $0.key < $1.key }).enumerated() {
            names[file.key] = -1 - index
            contents[-1 - index] = file.value
        }
    }

    mutating func take(_ call: DiskLog.Call) {
        defer { hasJustRemoved = call.kind == .removed }
        switch call.kind {
        case .acknowledged:
            let last = call.bytes.split(separator: 10).last.map { String(decoding: $0, as: UTF8.self) }
            acknowledged = last.flatMap { Int($0) } ?? acknowledged
        case .synced:
            guard honesty != .lies else { return }
            settle { $0.isContent && $0.file == call.file }
        case .folderSynced:
            guard honesty == .honest || honesty == .forgetsRemovals && !hasJustRemoved else { return }
            settle { !$0.isContent }
        case .created, .written, .cut, .removed, .renamed: unsynced.append(call)
        case .readFrom: break
        }
    }

    /// What of it is there once the power is back, by name.
    func afterPowerCut(_ random: inout SplitMix64) -> [String: [UInt8]] {
        var disk = self
        // Often all or nothing got there; else each went its own way.
        let share = [0, 0, 100, 50, 50, 80][random.int(0...5)]
        for call in unsynced where random.chance(share) {
            guard call.kind == .written, random.chance(30) else {
                disk.apply(call)
                continue
            }
            for start in stride(from: 0, to: call.bytes.count, by: Self.sector) where random.chance(50) {
                let torn = Array(call.bytes[start..<min(start + Self.sector, call.bytes.count)])
                disk.apply(DiskLog.Call(kind: .written, name: call.name, file: call.file, offset: call.offset + start, bytes: torn))
            }
        }
        return disk.files
    }

    private var files: [String: [UInt8]] { names.mapValues { contents[$0] ?? [] } }

    private mutating func settle(_ isSynced: (DiskLog.Call) -> Bool) {
        let synced = unsynced.filter(isSynced)
        unsynced.removeAll(where: isSynced)
        for call in synced { apply(call) }
    }

    private mutating func apply(_ call: DiskLog.Call) {
        let file = call.file
        switch call.kind {
        case .created:
            names[call.name] = file
            contents[file] = contents[file] ?? []
        case .removed:
            if names[call.name] == file { names[call.name] = nil }
        case .renamed:
            for (name, other) in names where other == file { names[name] = nil }
            names[call.name] = file
        case .cut:
            resize(file, to: call.offset)
        case .written:
            let end = call.offset + call.bytes.count
            if contents[file]?.count ?? 0 < end { resize(file, to: end) }
            contents[file]?.replaceSubrange(call.offset..<end, with: call.bytes)
        case .synced, .folderSynced, .acknowledged, .readFrom: break
        }
    }

    private mutating func resize(_ file: Int, to length: Int) {
        var bytes = contents[file] ?? []
        if bytes.count > length { bytes.removeLast(bytes.count - length) }
        bytes.append(contentsOf: repeatElement(0, count: length - bytes.count))
        contents[file] = bytes
    }
}

extension DiskLog.Call {
    /// Whether it changes what is in a file, not which files there are.
    fileprivate var isContent: Bool { kind == .written || kind == .cut }
}
