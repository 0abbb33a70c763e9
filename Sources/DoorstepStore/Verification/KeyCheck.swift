import Crypto
import DoorstepCore
import Foundation
import GRDB

/// What the journal tells of the keys.
struct KeysTold {
    /// Each slot that there shall be, by kind and name.
    private(set) var slots: [String: Slot] = [:]
    private(set) var signing: [UInt8] = []

    struct Slot: Equatable {
        /// In hexadecimal.
        let digest: String
        /// Of the entry that set it.
        let sequence: Int
    }

    mutating func take(_ content: EntryContent, _ sequence: Int) {
        for field in content.fields {
            let parts = field.value.split(separator: " ", maxSplits: field.name == KeysContent.slot ? 2 : 1, omittingEmptySubsequences: false).map(String.init)
            switch field.name {
            case KeysContent.slot where parts.count == 3: slots[parts[0] + " " + parts[2]] = Slot(digest: parts[1], sequence: sequence)
            case KeysContent.removed where parts.count == 2: slots[parts[0] + " " + parts[1]] = nil
            case KeysContent.signing: signing = Hex.bytes(field.value) ?? []
            default: break
            }
        }
    }
}

/// Whether the slots are those of the journal, so that nobody gave himself a
/// key or took another's.
enum KeyCheck {
    static func run(_ db: Database, _ journal: JournalFacts, _ verdict: inout Verdict) throws {
        var told = journal.keys.slots
        for slot in try KeySlots.all(db) {
            let sequence = try KeySlots.sequence(of: slot.holder, db)
            guard told.removeValue(forKey: "\(slot.holder.kind) \(slot.holder.name)") == KeysTold.Slot(digest: Hex.text(slot.digest), sequence: sequence) else {
                verdict.find("\(slot.holder.phrase.chinese)与日志不符。", "\(slot.holder.phrase.english) is not the one that the journal tells of.")
                continue
            }
        }
        if !told.isEmpty { verdict.find("有 \(told.count) 把钥匙不见了。", "\(told.count) of the keys that the journal tells of are missing.") }
    }
}

extension KeySlot.Holder {
    var phrase: Phrase {
        switch self {
        case .anybody: Phrase("无口令的钥匙", "The key without a passphrase")
        case .caseworker(let name): Phrase("经办人“\(name)”的钥匙", "The key of the caseworker “\(name)”")
        case .recovery: Phrase("恢复码的钥匙", "The key of the recovery code")
        }
    }
}
