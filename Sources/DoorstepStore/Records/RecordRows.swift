import DoorstepCore
import Foundation
import GRDB

/// A row of one of the tables of records.
struct RecordRow {
    let image: RecordImage
    let revision: Int
    let salt: [UInt8]
    let commitment: [UInt8]
    /// The sequence of the entry that last changed it.
    let journal: Int

    var state: RecordState { RecordState(kind: image.kind, id: image.id, revision: revision, commitment: commitment) }
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

    static func row(_ kind: RecordKind, _ row: Row) throws -> RecordRow {
        try RecordRow(
            image: image(kind, row), revision: row.number(1), salt: row.bytes(2), commitment: row.bytes(3), journal: row.number(5))
    }

    /// The part of the row that makes the record.
    static func image(_ kind: RecordKind, _ row: Row) throws -> RecordImage {
        try RecordImage(
            kind: kind, id: row.text(0), facts: row.bytes(4), personal: kind == .person ? row.bytes(6) : [],
            employer: kind == .job ? row.text(6) : "")
    }

    /// Puts the record in, as new or as the next revision.
    ///
    /// - Returns: its new state; nil where nothing of it changed.
    static func put(_ image: RecordImage, _ occasion: Occasion, _ db: Database) throws -> RecordState? {
        let known = try find(image.kind, image.id, db)
        if let known {
            guard known.image != image else { return nil }
            try supersede(known, db)
        }
        let revision = (known?.revision ?? 0) + 1
        let salt = Commitment.salt()
        let commitment = Commitment.of(image, revision: revision, salt: salt)
        var arguments: StatementArguments = [revision, Data(salt), Data(commitment), Data(image.facts), occasion.sequence]
        switch image.kind {
        case .person: arguments += [Data(image.personal)]
        case .job: arguments += [image.employer]
        case .employer, .distance: break
        }
        arguments += [image.id]
        do {
            try db.cachedStatement(sql: known == nil ? insert(image.kind) : update(image.kind)).execute(arguments: arguments)
        } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_CONSTRAINT_FOREIGNKEY && image.kind == .job {
            guard let job = RecordID(image.id), let employer = RecordID(image.employer) else { throw error }
            throw StoreError.unknownEmployer(job: job, employer: employer)
        }
        return RecordState(kind: image.kind, id: image.id, revision: revision, commitment: commitment)
    }

    /// Keeps the commitment of a revision that is about to go, so that what
    /// the journal says of it can still be checked.
    private static func supersede(_ row: RecordRow, _ db: Database) throws {
        try db.cachedStatement(sql: "INSERT INTO superseded (kind, id, revision, commitment, journal) VALUES (?, ?, ?, ?, ?)")
            .execute(arguments: [row.image.kind.rawValue, row.image.id, row.revision, Data(row.commitment), row.journal])
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
