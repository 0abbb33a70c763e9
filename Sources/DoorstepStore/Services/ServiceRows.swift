import DoorstepCore
import Foundation
import GRDB

/// The services, as SQL knows them.
enum ServiceRows {
    /// Calls `visit` with rows in the order of recording.
    static func each(_ condition: String = "", _ arguments: StatementArguments = [], _ db: Database, _ visit: (ServiceRow) throws -> Void) throws {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT number, kind, coalesce(personId, ''), coalesce(jobId, ''), coalesce(placementId, ''), outcome, again, takesBack, date, recorded,
                  caseworker, note, noteSalt, coalesce(substr(person.personal, 1, \(1 + PersonKey.length)), x''), service.journal
                FROM service LEFT JOIN person ON person.id = personId
                \(condition)
                ORDER BY number
                """, arguments: arguments)
        while let row = try rows.next() {
            try visit(
                ServiceRow(
                    number: row.number(0), kind: row.text(1), person: row.text(2), job: row.text(3), placement: row.text(4), outcome: row.text(5),
                    again: row.text(6), takesBack: row.numberIfAny(7).map { String($0) } ?? "", date: row.text(8), recorded: row.text(9),
                    caseworker: row.text(10), note: row.bytes(11), noteSalt: row.bytes(12), personal: row.bytes(13), journal: row.number(14)))
        }
    }

    static func services(_ condition: String = "", _ arguments: StatementArguments = [], _ secrets: Secrets, _ db: Database) throws -> [Service] {
        var rows: [ServiceRow] = []
        try each(condition, arguments, db) { rows.append($0) }
        let services = rows.mapOnAllProcessors(portion: 256) { $0.service(secrets) }
        return try zip(rows, services).map { row, service in
            guard let service else { throw StoreError.damaged(at: phrase(row.number)) }
            return service
        }
    }

    static func insert(_ row: ServiceRow, _ db: Database) throws {
        func ifAny(_ text: String) -> String? { text.isEmpty ? nil : text }
        try db.cachedStatement(
            sql: """
                INSERT INTO service (
                  number, kind, personId, jobId, placementId, outcome, again, takesBack, date, recorded, caseworker, note, noteSalt, journal)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            row.number, row.kind, ifAny(row.person), ifAny(row.job), ifAny(row.placement), row.outcome, row.again, Int(row.takesBack), row.date,
            row.recorded, row.caseworker, Data(row.note), Data(row.noteSalt), row.journal,
        ])
    }

    /// The number of the latest, 0 where there is none.
    static func latestNumber(_ db: Database) throws -> Int { try Int.fetchOne(db, sql: "SELECT max(number) FROM service") ?? 0 }

    static func phrase(_ number: Int) -> Phrase { Phrase("第 \(number) 次服务", "service \(number)") }
}
