import DoorstepCore
import Foundation
import GRDB

/// A row of one of the tables of records.
struct RecordRow {
    let record: KeptRecord
    /// As the row says it, whether it fits or not.
    let commitment: [UInt8]
    /// The sequence of the entry that last changed it.
    let journal: Int

    var state: RecordState { RecordState(kind: record.kind, id: record.id, revision: record.revision, commitment: commitment) }
}

/// The tables of records, as SQL knows them.
enum RecordRows {
    /// The record as the store has it.
    static func find(_ kind: RecordKind, _ id: String, _ db: Database) throws -> RecordRow? {
        let statement = try db.cachedStatement(sql: select(kind) + " WHERE id = ?")
        return try Row.fetchOne(statement, arguments: [id]).map { try row(kind, $0) }
    }

    /// Every record of a kind, in the order they came.
    static func all(_ kind: RecordKind, _ db: Database) throws -> RowCursor {
        try Row.fetchCursor(db, sql: select(kind) + " ORDER BY position")
    }

    /// Those that entries after `sequence` changed, in the order they came.
    static func changed(_ kind: RecordKind, since sequence: Int, _ db: Database) throws -> RowCursor {
        try Row.fetchCursor(db, sql: select(kind) + " WHERE journal > ? ORDER BY position", arguments: [sequence])
    }

    /// Those that one entry changed last, in the order they came.
    static func changed(_ kind: RecordKind, by sequence: Int, _ db: Database) throws -> RowCursor {
        try Row.fetchCursor(db, sql: select(kind) + " WHERE journal = ? ORDER BY position", arguments: [sequence])
    }

    static func row(_ kind: RecordKind, _ row: Row) throws -> RecordRow {
        let record = try KeptRecord(
            kind: kind, id: row.text(0), revision: row.number(1), salt: row.bytes(2), facts: row.bytes(4),
            personal: kind == .person ? row.bytes(6) : [], employer: kind == .job ? row.text(6) : "")
        return try RecordRow(record: record, commitment: row.bytes(3), journal: row.number(5))
    }

    /// Puts the record in, as new or as the next revision.
    ///
    /// - Returns: its new state; nil where nothing of it changed.
    static func put(_ image: RecordImage, _ secrets: Secrets, _ occasion: Occasion, _ db: Database) throws -> RecordState? {
        let known = try find(image.kind, image.id, db)
        if let known, try known.record.image(secrets) == image { return nil }
        return try put(KeptRecord(image, after: known?.record, secrets), after: known, occasion, db)
    }

    /// Puts a revision in the place of the one before it.
    ///
    /// - Parameter commitment: the record's, where somebody worked it out
    ///   already.
    static func put(
        _ record: KeptRecord, commitment: [UInt8]? = nil, after known: RecordRow?, _ occasion: Occasion, _ db: Database
    ) throws -> RecordState {
        if let known { try supersede(known, db) }
        let commitment = commitment ?? record.commitment
        var arguments: StatementArguments = [record.revision, Data(record.salt), Data(commitment), Data(record.facts), occasion.sequence]
        switch record.kind {
        case .person: arguments += [Data(record.personal)]
        case .job: arguments += [record.employer]
        case .employer, .distance: break
        }
        arguments += [record.id]
        do {
            try db.cachedStatement(sql: known == nil ? insert(record.kind) : update(record.kind)).execute(arguments: arguments)
        } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_CONSTRAINT_FOREIGNKEY && record.kind == .job {
            guard let job = RecordID(record.id), let employer = RecordID(record.employer) else { throw error }
            throw StoreError.unknownEmployer(job: job, employer: employer)
        }
        return RecordState(kind: record.kind, id: record.id, revision: record.revision, commitment: commitment)
    }

    /// Keeps the commitment of a revision that is about to go, so that what
    /// the journal says of it can still be checked.
    private static func supersede(_ row: RecordRow, _ db: Database) throws {
        try db.cachedStatement(sql: "INSERT INTO superseded (kind, id, revision, commitment, journal) VALUES (?, ?, ?, ?, ?)")
            .execute(arguments: [row.record.kind.rawValue, row.record.id, row.record.revision, Data(row.commitment), row.journal])
    }

    private static func own(_ kind: RecordKind, _ form: (String) -> String) -> String {
        kind.ownColumn.map(form) ?? ""
    }

    private static func select(_ kind: RecordKind) -> String {
        "SELECT id, revision, salt, commitment, facts, journal\(own(kind) { ", \($0)" }) FROM \(kind.rawValue)"
    }

    private static func insert(_ kind: RecordKind) -> String {
        """
        INSERT INTO \(kind.rawValue) (revision, salt, commitment, facts, journal\(own(kind) { ", \($0)" }), id)
        VALUES (?, ?, ?, ?, ?\(own(kind) { _ in ", ?" }), ?)
        """
    }

    private static func update(_ kind: RecordKind) -> String {
        """
        UPDATE \(kind.rawValue)
        SET revision = ?, salt = ?, commitment = ?, facts = ?, journal = ?\(own(kind) { ", \($0) = ?" })
        WHERE id = ?
        """
    }
}
