import DoorstepCore
import Foundation
import Testing

@testable import DoorstepStore

/// What tests of backups need of a station.
extension Desk {
    static let passphrase = Passphrase("一个很长的口令")

    /// A desk whose store is kept under passphrases, weak ones: how strong
    /// they are is not what is tested.
    static func keptUnderPassphrases(_ path: String) throws -> (desk: Desk, recovery: RecoveryCode) {
        let recovery = RecoveryCode()
        let keys = try FoundingKeys("李四", passphrase, recovery, #require(KeyStrength(logarithm: 4)))
        try StationStore.create(at: path, Founding(Samples.station, "李四", "2026-11-20T01:00:00Z", keys), patience: 1000)
        let desk = try Desk(StationStore.open(at: path))
        try desk.store.unlock(passphrase, as: "李四", now: desk.now)
        return (desk, recovery)
    }

    @discardableResult
    func backUp(to path: String, replacing: Bool = false, now: String? = nil) throws(BackupError) -> BackupReceipt {
        try store.backUp(to: path, replacing: replacing, by: caseworker, now: now ?? self.now)
    }

    /// Restores and opens a backup of a store without passphrases.
    static func restoring(_ backup: String, to path: String) throws -> (desk: Desk, restored: Restoration) {
        let restored = try Backup(at: backup).open(nil, as: nil).restore(to: path, by: "王五", now: "2026-11-22T01:00:00Z", catalogue: Samples.catalogue) { _ in true }
        return (try Desk(StationStore.open(at: path)), restored)
    }

    /// Everything in the register, to be compared.
    var records: [String] {
        get throws {
            let register = try self.register
            return register.people.map { "\($0)" } + register.jobs.map { "\($0)" } + register.employers.map { "\($0)" }
                + register.placements.map { "\($0)" }
        }
    }
}

extension Folder {
    /// What is in it, hidden files included.
    var names: Set<String> {
        get throws { Set(try FileManager.default.contentsOfDirectory(atPath: path)) }
    }

    func bytes(_ name: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(filePath: file(name)))) }

    func put(_ bytes: [UInt8], _ name: String) throws -> String {
        try Data(bytes).write(to: URL(filePath: file(name)))
        return file(name)
    }
}

/// Tells the sizes of tests: `DOORSTEP_TEST_LONG=1` asks for the large one.
enum TestSize {
    static let isLong = ProcessInfo.processInfo.environment["DOORSTEP_TEST_LONG"] == "1"
}
