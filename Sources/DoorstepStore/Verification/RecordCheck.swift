import DoorstepCore
import GRDB

/// Whether every record is what the journal says it is, and none is missing.
///
/// A record's row has to fit its commitment, and each revision's commitment
/// has to stand in the entry that made it: by itself in that of an edit or a
/// step, in the digest in that of an import.
struct RecordCheck {
    /// What the journal tells of revisions that no row was found for yet.
    private var told: [RecordRevision: (state: RecordState, sequence: Int)]
    private let imports: [Int: EntryContent]
    private var imported: [Int: [RecordState]] = [:]

    private var changed = FindingList()
    private var differing = FindingList()
    private var missing = FindingList()

    static func run(_ db: Database, _ journal: JournalFacts, _ verdict: inout Verdict) throws {
        var check = RecordCheck(journal)
        for kind in RecordKind.allCases { try check.look(at: kind, db, &verdict) }
        check.lookForMissing()
        verdict.findings += [check.changed, check.differing, check.missing].compactMap(\.phrase)
        check.checkImports(&verdict)
    }

    private init(_ journal: JournalFacts) {
        told = journal.states
        imports = journal.imports
    }

    private mutating func look(at kind: RecordKind, _ db: Database, _ verdict: inout Verdict) throws {
        var past = try superseded(kind, db)
        let rows = try RecordRows.all(kind, db)
        while let next = try rows.next() {
            let row = try RecordRows.row(kind, next)
            verdict.count(kind)
            if row.record.commitment != row.commitment {
                let phrase = kind.phrase(row.record.id)
                changed.add("\(phrase.chinese)被改动，没有经过程序。", "The \(phrase.english) was changed other than through the program.")
            }
            let earlier = past.removeValue(forKey: row.record.id) ?? []
            if earlier.map(\.state.revision) != Array(1..<max(1, row.record.revision)) { addDiffering(row.state) }
            for old in earlier { bind(old.state, old.sequence) }
            bind(row.state, row.journal)
        }
        // Earlier revisions of records that are no more.
        for id in past.keys.sorted() {
            for old in past[id] ?? [] { bind(old.state, old.sequence) }
            addMissing(kind, id)
        }
    }

    private func superseded(_ kind: RecordKind, _ db: Database) throws -> [String: [(state: RecordState, sequence: Int)]] {
        var past: [String: [(state: RecordState, sequence: Int)]] = [:]
        let rows = try Row.fetchCursor(
            db, sql: "SELECT id, revision, commitment, journal FROM superseded WHERE kind = ? ORDER BY id, revision", arguments: [kind.rawValue])
        while let row = try rows.next() {
            let state = try RecordState(kind: kind, id: row.text(0), revision: row.number(1), commitment: row.bytes(2))
            past[state.id, default: []].append((state, try row.number(3)))
        }
        return past
    }

    /// Finds the entry that a revision comes from.
    private mutating func bind(_ state: RecordState, _ sequence: Int) {
        if imports[sequence] != nil {
            imported[sequence, default: []].append(state)
            return
        }
        guard let known = told.removeValue(forKey: RecordRevision(state)), known.state == state, known.sequence == sequence else {
            return addDiffering(state)
        }
    }

    private mutating func lookForMissing() {
        for (_, known) in told.sorted(by: { $0.value.sequence < $1.value.sequence }) {
            let phrase = known.state.kind.phrase(known.state.id)
            missing.add(
                "日志第 \(known.sequence) 条所写的\(phrase.chinese)第 \(known.state.revision) 版不见了。",
                "Revision \(known.state.revision) of the \(phrase.english), of which journal entry \(known.sequence) tells, is missing.")
        }
    }

    private func checkImports(_ verdict: inout Verdict) {
        for (sequence, content) in imports.sorted(by: { $0.key < $1.key }) {
            let states = imported[sequence] ?? []
            let digestHolds = content[ImportContent.digest] == Hex.text(RecordState.digest(states))
            let countsHold = RecordKind.allCases.allSatisfy { kind in
                content[ImportContent.count(kind)] == String(states.count { $0.kind == kind })
            }
            if !digestHolds || !countsHold {
                verdict.find(
                    "日志第 \(sequence) 条导入的记录与日志不符：有的被改动、退回、删除或插入。",
                    "The records imported by journal entry \(sequence) are not those it tells of: some were changed, rolled back, removed or put in.")
            }
        }
    }

    private mutating func addDiffering(_ state: RecordState) {
        let phrase = state.kind.phrase(state.id)
        differing.add(
            "\(phrase.chinese)第 \(state.revision) 版与日志不符：被改动、退回或插入。",
            "Revision \(state.revision) of the \(phrase.english) is not what the journal tells of: it was changed, rolled back or put in.")
    }

    private mutating func addMissing(_ kind: RecordKind, _ id: String) {
        let phrase = kind.phrase(id)
        missing.add("\(phrase.chinese)不见了。", "The \(phrase.english) is missing.")
    }
}

extension Verdict {
    fileprivate mutating func count(_ kind: RecordKind) {
        switch kind {
        case .employer: employers += 1
        case .person: people += 1
        case .job: jobs += 1
        case .distance: distances += 1
        }
    }
}
