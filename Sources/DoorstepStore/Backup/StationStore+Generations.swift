import DoorstepCore
import Foundation
import GRDB

extension StationStore {
    /// Makes the backup that the station's settings ask for, where the latest
    /// one in their folder is older than they say; three are kept.
    ///
    /// Nothing is done while the store is locked. An older backup is removed
    /// only once the new one is in its place and was read back.
    ///
    /// - Returns: nil where none was due.
    public func backUpIfDue(by caseworker: String, now: String, watch: BackupWatch = .nobody) throws(BackupError) -> BackupReceipt? {
        guard !isLocked else { return nil }
        let plan: BackupSettings
        let own: String
        do throws(StoreError) {
            plan = StationSettings.reading(try settings()).settings.backups
            own = try ownMark()
        } catch {
            throw .store(error)
        }
        guard !plan.folder.isEmpty else { return nil }
        let generations = try Generations(in: plan.folder, of: own, now: now)
        guard generations.isDue(plan.interval) else { return nil }
        let receipt = try backUp(to: generations.next, by: caseworker, now: now, watch: watch)
        generations.removeOldest()
        return receipt
    }

    /// What tells this store's backups from those of another in the same
    /// folder: the station's code and the beginning of the first link.
    private func ownMark() throws(StoreError) -> String {
        let link = try reading { db in try Row.fetchOne(db, sql: "SELECT link FROM journal WHERE sequence = 1")?.bytes(0) ?? [] }
        let code = stationCode.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
        return "\(code)-\(Hex.text(link.prefix(4)))"
    }
}

/// The backups of one store in a folder, which have the time in their names:
/// `150784001-1a2b3c4d-20261121T030405Z.doorstep-backup`.
struct Generations {
    /// How many are kept.
    static let kept = 3

    private let folder: String
    private let mark: String
    private let now: String
    /// Their times as they stand in the names, the latest first.
    private let times: [String]

    init(in folder: String, of mark: String, now: String) throws(BackupError) {
        (self.folder, self.mark, self.now) = (folder, mark, Generations.written(now))
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            var status = stat()
            throw .unwritable(path: folder, stat(folder, &status) == 0 ? .notPermitted : .missing)
        }
        let latest = Generations.written(now)
        let times = names.compactMap { Generations.time($0, mark) }
        // One from a time that has not come yet was made by a wrong clock:
        // it is neither the latest nor worth more than the others.
        self.times = times.filter { $0 <= latest }.sorted(by: >) + times.filter { $0 > latest }.sorted(by: >)
    }

    var next: String { path(now) }

    func isDue(_ interval: BackupInterval) -> Bool {
        guard let latest = times.first, latest <= now, let then = Generations.hours(latest), let hours = Generations.hours(now) else { return true }
        return hours - then >= Double(interval.hours)
    }

    /// Once the next is there.
    func removeOldest() {
        for time in times.dropFirst(Generations.kept - 1) {
            // What somebody else put there under such a name is not ours.
            guard (try? Backup.isOne(path(time))) == true else { continue }
            unlink(path(time))
        }
    }

    private func path(_ time: String) -> String { "\(folder)/\(mark)-\(time)\(Generations.ending)" }

    private static let ending = ".doorstep-backup"

    /// `2026-11-21T03:04:05Z` without what some file systems do not take.
    private static func written(_ now: String) -> String { now.filter { $0 != "-" && $0 != ":" } }

    /// Nil where the name is not of a backup of the store.
    private static func time(_ name: String, _ mark: String) -> String? {
        guard name.hasPrefix(mark + "-"), name.hasSuffix(ending) else { return nil }
        let time = String(name.dropFirst(mark.count + 1).dropLast(ending.count))
        return hours(time) == nil ? nil : time
    }

    /// Since 1970; nil where it is no time.
    private static func hours(_ time: String) -> Double? {
        let text = Array(time.utf8)
        guard text.count == 16, text[8] == UInt8(ascii: "T"), text[15] == UInt8(ascii: "Z") else { return nil }
        func number(_ range: Range<Int>) -> Int? {
            text[range].allSatisfy { (48...57).contains($0) } ? text[range].reduce(0) { $0 * 10 + Int($1 - 48) } : nil
        }
        guard let year = number(0..<4), let month = number(4..<6), let dayOfMonth = number(6..<8), let hour = number(9..<11),
            let minute = number(11..<13), let second = number(13..<15), let day = Day(year: year, month: month, day: dayOfMonth)
        else { return nil }
        return Double(day.number) * 24 + Double(hour) + Double(minute) / 60 + Double(second) / 3600
    }
}
