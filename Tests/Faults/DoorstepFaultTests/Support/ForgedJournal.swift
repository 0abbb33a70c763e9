import DoorstepStore
import Foundation
import GRDB

/// Somebody who knows the format and can write the file.
enum ForgedJournal {
    /// Changes what an entry says, and works every link out again.
    static func rewrite(_ path: String, replacing old: String, with new: String) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.write { db in
            let triggers = try Row.fetchAll(db, sql: "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            for trigger in triggers { try db.execute(sql: "DROP TRIGGER \(trigger[0] as String)") }
            try db.execute(sql: "UPDATE journal SET content = replace(content, ?, ?)", arguments: [old, new])
            var previous = JournalLink.origin
            for row in try Row.fetchAll(db, sql: "SELECT sequence, time, caseworker, kind, subjects, content FROM journal ORDER BY sequence") {
                let link = JournalLink.next(
                    previous: previous, sequence: row[0], time: row[1], caseworker: row[2], kind: row[3], subjects: row[4], content: row[5])
                try db.execute(sql: "UPDATE journal SET link = ? WHERE sequence = ?", arguments: [Data(link), row[0] as Int])
                previous = link
            }
            for trigger in triggers { try db.execute(sql: trigger[1]) }
        }
        try queue.close()
    }
}
