import DoorstepCore
import Foundation
import GRDB

/// A row of the table of saved searches.
struct SearchRow {
    let image: SearchImage
    let revision: Int
    let salt: [UInt8]
    let commitment: [UInt8]
    /// The sequence of the entry that last changed it.
    let journal: Int

    func search(_ secrets: Secrets) throws(StoreError) -> SavedSearch { try image.search(revision: revision, secrets) }

    var state: SearchState { SearchState(id: image.id, revision: revision, commitment: commitment) }
}

/// The table of saved searches, as SQL knows it.
enum SearchRows {
    /// In the order they were first saved.
    static func all(_ db: Database) throws -> [SearchRow] {
        let rows = try Row.fetchAll(db, sql: "SELECT id, revision, salt, commitment, facts, journal, personal FROM savedSearch ORDER BY position")
        return try rows.map { row in
            try SearchRow(
                image: SearchImage(id: row.text(0), facts: row.bytes(4), personal: row.bytes(6)), revision: row.number(1), salt: row.bytes(2),
                commitment: row.bytes(3), journal: row.number(5))
        }
    }

    /// By identifier, where each stands.
    static func positions(_ db: Database) throws -> [String: Int] {
        try Row.fetchAll(db, sql: "SELECT id, position FROM savedSearch").reduce(into: [:]) { $0[try $1.text(0)] = try $1.number(1) }
    }

    static func searches(_ secrets: Secrets, _ db: Database) throws -> [SavedSearch] { try all(db).map { try $0.search(secrets) } }

    /// Puts a search in, as new or as the next revision of the one that it
    /// replaces.
    static func put(_ search: SavedSearch, replacing known: SearchRow?, _ secrets: Secrets, _ occasion: Occasion, _ db: Database) throws -> SearchState {
        let revision = (known?.revision ?? 0) + 1
        let image = try SearchImage(id: known?.image.id ?? "S\(occasion.sequence)", search, revision: revision, secrets)
        let salt = Commitment.salt()
        let commitment = Commitment.ofSearch(image, revision: revision, salt: salt)
        try db.execute(
            sql: """
                INSERT INTO savedSearch (id, revision, salt, commitment, facts, journal, personal) VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET
                  revision = excluded.revision, salt = excluded.salt, commitment = excluded.commitment, facts = excluded.facts,
                  journal = excluded.journal, personal = excluded.personal
                """,
            arguments: [image.id, revision, Data(salt), Data(commitment), Data(image.facts), occasion.sequence, Data(image.personal)])
        return SearchState(id: image.id, revision: revision, commitment: commitment)
    }

    static func remove(_ row: SearchRow, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM savedSearch WHERE id = ?", arguments: [row.image.id])
    }
}
