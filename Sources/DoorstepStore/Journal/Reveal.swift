import Crypto
import DoorstepCore
import GRDB

/// Somebody had personal data shown that are masked on the screen.
public struct Reveal: Sendable, Hashable {
    /// Of its entry in the journal.
    public let sequence: Int
    /// UTC, `2026-11-21T03:04:05Z`.
    public let time: String
    public let caseworker: String
    public let person: String
    public let shown: [MaskedField]
    public let kind: RevealReason.Kind?
    /// In the caseworker's words; nil where the person was erased, and what
    /// was said of them with it.
    public let note: String?
}

/// What the journal says of it: whose, what was shown, which sort of reason.
/// What the caseworker wrote may name somebody: it is sealed under the
/// person's key, so that it goes when they are erased.
struct RevealContent {
    let sequence: Int
    let time: String
    let caseworker: String
    let person: String
    let content: EntryContent

    private enum Field {
        /// Names of `MaskedField`, a blank between them.
        static let shown = "shown"
        /// `RevealReason.Kind`.
        static let reason = "reason"
        /// The seal over the words, in hexadecimal.
        static let note = "note"
    }

    static func of(_ shown: [MaskedField], _ reason: RevealReason, _ key: PersonKey, sequence: Int) throws(SealError) -> EntryContent {
        let note = try Seal.seal(Seal.padded(Array(reason.note.utf8)), key.key, place: place(sequence))
        return EntryContent([
            (Field.shown, shown.map(\.rawValue).joined(separator: " ")), (Field.reason, reason.kind.rawValue), (Field.note, Hex.text(note)),
        ])
    }

    /// Every such entry, in the order of the journal.
    static func all(_ db: Database) throws -> [RevealContent] {
        try Row.fetchAll(
            db, sql: "SELECT sequence, time, caseworker, subjects, content FROM journal WHERE kind = ? ORDER BY sequence", arguments: [EntryKind.reveal.rawValue]
        ).map { row in
            RevealContent(
                sequence: try row.number(0), time: try row.text(1), caseworker: try row.text(2), person: try row.text(3),
                content: EntryContent(text: try row.text(4)) ?? EntryContent())
        }
    }

    func reveal(_ secrets: Secrets, _ db: Database) throws -> Reveal {
        let shown = (content[Field.shown] ?? "").split(separator: " ").compactMap { MaskedField(rawValue: String($0)) }
        return Reveal(
            sequence: sequence, time: time, caseworker: caseworker, person: person, shown: shown,
            kind: content[Field.reason].flatMap { RevealReason.Kind(rawValue: $0) }, note: try note(secrets, db))
    }

    private func note(_ secrets: Secrets, _ db: Database) throws -> String? {
        guard let key = try RecordRows.find(.person, person, db)?.record.key(secrets) else { return nil }
        guard let sealed = content[Field.note].flatMap({ Hex.bytes($0) }),
            let text = Seal.unpadded(try Seal.open(sealed, key.key, place: RevealContent.place(sequence))), let note = String(validating: text, as: UTF8.self)
        else { throw SealError.broken }
        return note
    }

    private static func place(_ sequence: Int) -> HashedFields {
        var place = HashedFields("doorstep-reveal-seal-1")
        place.add(sequence)
        return place
    }
}

extension StationStore {
    /// Who had what shown of whom, and why.
    public func reveals() throws(StoreError) -> [Reveal] {
        let secrets = try keys()
        return try reading { db in try RevealContent.all(db).map { try $0.reveal(secrets, db) } }
    }
}
