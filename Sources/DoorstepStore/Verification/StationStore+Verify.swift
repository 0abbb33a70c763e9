import DoorstepCore
import GRDB

extension StationStore {
    /// Checks that nothing in the store was lost or tampered with: the file's
    /// own structure, the chains of journal and ledger, and that every
    /// record, step, setting and saved search is what the journal says it is,
    /// and where.
    ///
    /// What lies before a link that someone else wrote down (`Verdict.head`)
    /// cannot have been rewritten unnoticed; whoever can write the file can
    /// still make up a whole store, or cut off the latest entries with
    /// everything they changed.
    ///
    /// In an unlocked store every seal is opened as well; in a locked one the
    /// sealed bytes are still compared with what the journal tells of them.
    ///
    /// - Parameter held: checkpoints that somebody else has kept.
    ///
    /// Complexity: linear; reads everything.
    public func verify(against held: [Checkpoint] = []) throws(StoreError) -> Verdict {
        let secrets = isLocked ? nil : try keys()
        return try reading { db in
            var verdict = Verdict()
            try StoreVerification.run(db, secrets, against: held, &verdict)
            return verdict
        }
    }
}

/// The checks of a store, one after the other.
enum StoreVerification {
    static func run(_ db: Database, _ secrets: Secrets?, against held: [Checkpoint] = [], _ verdict: inout Verdict) throws {
        var journal = JournalFacts()
        let checks: [(Phrase, (inout Verdict) throws -> Void)] = [
            (Phrase("文件结构", "The file's structure"), { try FileCheck.run(db, &$0) }),
            (Phrase("日志", "The journal"), { journal = try JournalCheck.run(db, &$0) }),
            (Phrase("推荐台账", "The ledger"), { try LedgerCheck.run(db, journal, &$0) }),
            (Phrase("服务", "The services"), { try ServiceCheck.run(db, journal, secrets, &$0) }),
            (Phrase("登记记录", "The records"), { try RecordCheck.run(db, journal, &$0) }),
            (Phrase("先后次序", "The order of the records"), { try OrderCheck.run(db, journal, &$0) }),
            (Phrase("钥匙", "The keys"), { try KeyCheck.run(db, journal, &$0) }),
            (Phrase("加密的内容", "What is sealed"), { if let secrets { try SealCheck.run(db, secrets, journal, &$0) } }),
            (Phrase.checkpoints, { try CheckpointCheck.run(db, journal, held: held, &$0) }),
            (Phrase("站点或设置", "The station or its settings"), { try SettingCheck.run(db, journal, &$0) }),
            (Phrase("常用查找", "The saved searches"), { try SearchCheck.run(db, journal, &$0) }),
        ]
        for (name, check) in checks {
            do {
                try check(&verdict)
            } catch where isDamage(error) {
                // One part that cannot be read is a finding, and does not
                // keep the others from being looked at.
                verdict.find("\(name.chinese)损坏，读不出来。", "\(name.english) cannot be read: damaged.")
            }
        }
    }

    private static func isDamage(_ error: any Error) -> Bool {
        // A table or column that is gone is an SQLITE_ERROR.
        guard let error = error as? DatabaseError else {
            if case StoreError.damaged = error { return true }
            return error is RowDecodingError
        }
        return [.SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_ERROR].contains(error.resultCode)
    }
}
