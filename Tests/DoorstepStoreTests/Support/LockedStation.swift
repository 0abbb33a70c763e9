import DoorstepCore
import GRDB
import Testing

@testable import DoorstepStore

extension KeyStrength {
    /// Of few rounds: what is tested is who gets in, not how slowly.
    static let weak = KeyStrength.none
}

extension Passphrase {
    static let ofLi = Passphrase("李四的口令 1")
    static let ofWang = Passphrase("王五的口令 2")
    static let wrong = Passphrase("猜的口令 00")
}

/// A store in a file that 李四 opens with a passphrase; keys are weak.
struct LockedStation {
    let path: String
    let recovery = RecoveryCode()

    init(_ folder: Folder, _ name: String = "station.doorstep") throws {
        path = folder.file(name)
        let keys = try FoundingKeys("李四", .ofLi, recovery, .weak)
        try StationStore.create(at: path, Founding(Samples.station, "李四", "2026-11-20T01:00:00Z", keys), patience: StationStore.usualPatience)
    }

    /// As the program has it before anybody has said who they are.
    func locked() throws -> StationStore { try StationStore.open(at: path) }

    func unlocked() throws -> Desk { try LockedStation.unlocked(path) }

    static func unlocked(_ path: String) throws -> Desk {
        let store = try StationStore.open(at: path)
        try store.unlock(.ofLi, as: "李四", now: "2026-11-21T03:00:00Z")
        return try Desk(store)
    }

    /// Whether a passphrase opens the store. Opened for reading, so that a
    /// wrong one does not slow down the next.
    func opens(_ passphrase: Passphrase, as caseworker: String?) throws -> Bool {
        let store = try StationStore.open(at: path, patience: 0, isReadOnly: true)
        do throws(StoreError) {
            try store.unlock(passphrase, as: caseworker, now: "2027-01-01T00:00:00Z")
            return !store.isLocked
        } catch .wrongPassphrase {
            return false
        }
    }
}

/// A person of whom everything that is sealed is unlike anything else.
enum Planted {
    static let name = "欧阳密名"
    static let telephone = "13800135678"
    static let note = "腿脚不便密注"
    static let stepNote = "密步注须陪同"
    static let reason = "密由替其母问"
    static let household = "黑龙江省密县"

    static func identityNumber() throws -> IdentityNumber {
        let digits = [1, 5, 0, 7, 8, 4, 1, 9, 9, 0, 0, 3, 0, 7, 1, 2, 3]
        return try IdentityNumber(digits.map { String($0) }.joined() + String(IdentityNumber.checkCharacter(digits)))
    }

    static func fill(_ person: inout Person) throws {
        let group = try #require(try Samples.catalogue.groups.group("disabled"))
        person.name = name
        let number = try identityNumber()
        person.identityNumber = number
        (person.sex, person.birth) = (number.sex, number.birth)
        person.telephone = telephone
        person.recordedGroups = [group.id]
        person.household = .elsewhere(household)
        person.note = note
        for extra in PersonExtra.allCases { person.extras[extra] = "密额外\(extra.rawValue)" }
    }

    /// What must stand nowhere.
    static func texts() throws -> [String] {
        let group = try #require(try Samples.catalogue.groups.group("disabled"))
        return try kept() + [reason, group.name.chinese]
    }

    /// What a store of the first format has in clear.
    static func kept() throws -> [String] { [name, try identityNumber().text, telephone, note, stepNote, household, "1990-03-07", "密额外", "disabled"] }
}
