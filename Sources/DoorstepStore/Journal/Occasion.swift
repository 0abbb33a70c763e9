import Foundation
import GRDB

/// What an entry of the journal is about.
enum EntryKind: String, CaseIterable {
    case station, edit, `import`, step, service, export, setting, search
    /// Keys were set or removed; the people of a store of an earlier format
    /// were sealed; somebody typed a wrong passphrase.
    case keys, seal, refused
    /// A backup was made; the store was put in place from one.
    case backup, restore
    /// Personal data were shown, or a person was erased.
    case reveal, erase
    /// The lines of a plan became referrals.
    case plan
}

/// One change while it is being made: who makes it, when, and the sequence
/// that its entry will have.
struct Occasion {
    let sequence: Int
    let previous: [UInt8]
    let caseworker: String
    let now: String
    /// The latest entry's time, where the clock has gone backwards since.
    private let laterTime: String?

    /// Only within a transaction that writes: the sequence is the next at
    /// that moment.
    init(_ db: Database, caseworker: String, now: String) throws {
        let latest = try Row.fetchOne(db, sql: "SELECT sequence, time, link FROM journal ORDER BY sequence DESC LIMIT 1")
        sequence = (try latest?.number(0) ?? 0) + 1
        previous = try latest?.bytes(2) ?? JournalLink.origin
        laterTime = try latest?.text(1).laterThan(now)
        self.caseworker = caseworker.withoutNUL
        self.now = now
    }

    /// Names the entry's time before this one's, where it was later.
    static let clockWentBackFrom = "clock_went_back_from"

    /// Writes the entry. Everything the change touched bears its sequence.
    func write(_ kind: EntryKind, subjects: [String], _ content: EntryContent, _ db: Database) throws {
        var content = content
        if let laterTime { content.add(Occasion.clockWentBackFrom, laterTime) }
        // No identifier holds a control character.
        let subjects = subjects.joined(separator: "\t")
        let link = JournalLink.next(
            previous: previous, sequence: sequence, time: now, caseworker: caseworker, kind: kind.rawValue, subjects: subjects,
            content: content.text)
        try db.execute(
            sql: "INSERT INTO journal (sequence, time, caseworker, kind, subjects, content, link) VALUES (?, ?, ?, ?, ?, ?, ?)",
            arguments: [sequence, now, caseworker, kind.rawValue, subjects, content.text, Data(link)])
    }
}

extension String {
    /// Itself, where it is a later time than the other.
    fileprivate func laterThan(_ time: String) -> String? { self > time ? self : nil }
}
