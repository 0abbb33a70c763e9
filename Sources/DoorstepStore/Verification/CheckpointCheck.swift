import DoorstepCore
import GRDB

/// Whether journal and ledger are what was signed: by the checkpoints that
/// the store has made, and by those that somebody else holds.
enum CheckpointCheck {
    static func run(_ db: Database, _ journal: JournalFacts, held: [Checkpoint], _ verdict: inout Verdict) throws {
        var previous = JournalLink.origin
        for (number, row) in try Checkpoints.rows(db).enumerated() {
            let checkpoint = row.checkpoint
            verdict.checkpoints += 1
            if checkpoint.previous != previous || row.number != number + 1 || row.day != checkpoint.time.prefix(10) {
                verdict.find("第 \(number + 1) 个签名存证之前有缺失。", "Something is missing before checkpoint \(number + 1).")
            }
            previous = checkpoint.digest
            try check(checkpoint, Phrase("第 \(number + 1) 个签名存证", "checkpoint \(number + 1)"), journal, db, &verdict)
        }
        for checkpoint in held {
            try check(checkpoint, Phrase("您给出的 \(checkpoint.time) 的签名存证", "the checkpoint of \(checkpoint.time) that you hold"), journal, db, &verdict)
        }
    }

    private static func check(_ checkpoint: Checkpoint, _ name: Phrase, _ journal: JournalFacts, _ db: Database, _ verdict: inout Verdict) throws {
        guard checkpoint.isSigned else {
            return verdict.find("\(name.chinese)的签名不对。", "The signature of \(name.english) does not hold.")
        }
        guard checkpoint.key == journal.keys.signing, checkpoint.station == journal.founding?["code"] else {
            return verdict.find("\(name.chinese)不是本台站签的。", "\(name.english) was not signed by this station.")
        }
        guard checkpoint.entries <= verdict.entries, checkpoint.steps <= verdict.steps else {
            return verdict.find(
                "日志被截断：\(name.chinese)写着 \(checkpoint.entries) 条、\(checkpoint.steps) 步，现在只有 \(verdict.entries) 条、\(verdict.steps) 步。",
                "The journal was cut off: \(name.english) tells of \(checkpoint.entries) entries and \(checkpoint.steps) steps, and there are \(verdict.entries) and \(verdict.steps).")
        }
        let link = try Row.fetchOne(db, sql: "SELECT link FROM journal WHERE sequence = ?", arguments: [checkpoint.entries])?.bytes(0)
        if link ?? JournalLink.origin != checkpoint.journal {
            verdict.find(
                "日志在 \(name.chinese)之后被改写：第 \(checkpoint.entries) 条或之前的内容不是当时的。",
                "The journal was rewritten after \(name.english): entry \(checkpoint.entries), or one before it, is not what it was.")
        }
        if try StepRows.link(ofStep: checkpoint.steps, db) != checkpoint.ledger {
            verdict.find(
                "推荐台账在 \(name.chinese)之后被改写：第 \(checkpoint.steps) 步或之前的内容不是当时的。",
                "The ledger was rewritten after \(name.english): step \(checkpoint.steps), or one before it, is not what it was.")
        }
    }
}
