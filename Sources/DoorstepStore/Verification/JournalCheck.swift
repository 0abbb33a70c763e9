import DoorstepCore
import GRDB

/// What the other checks need of the journal.
struct JournalFacts {
    /// What the journal says of revisions one by one.
    var states: [RecordRevision: (state: RecordState, sequence: Int)] = [:]
    /// By sequence.
    var imports: [Int: EntryContent] = [:]
    /// One of each step's entry; of a plan that was accepted as many as it
    /// opened, in their order.
    var steps: [Int: [EntryContent]] = [:]
    var services: [Int: EntryContent] = [:]
    /// The latest value of each setting.
    var settings: [String: (value: String, sequence: Int)] = [:]
    var keys = KeysTold()
    /// The commitment of a note that was sealed after its step was recorded,
    /// by the step's number.
    var notes: [Int: String] = [:]
    /// The latest state of each saved search that was not removed.
    var searches: [String: (state: SearchState, sequence: Int)] = [:]
    /// Where each of them has to stand: the first that is saved after the
    /// last was removed takes its place.
    var searchPositions: [String: Int] = [:]
    /// By sequence, the order of the records that came with an entry, where
    /// it tells of it.
    var orders: [Int: String] = [:]
    /// By kind, below which number no counter may be.
    var nextNumbers: [RecordID.Kind: Int] = [:]
    /// A restoring of earlier programs does not tell what it made of the
    /// counters.
    var hasUntoldNumbers = false
    var founding: EntryContent?
}

/// Which revision of which record.
struct RecordRevision: Hashable {
    let kind: RecordKind
    let id: String
    let revision: Int

    init(_ state: RecordState) {
        kind = state.kind
        id = state.id
        revision = state.revision
    }
}

/// Whether each entry follows from the one before it.
enum JournalCheck {
    static func run(_ db: Database, _ verdict: inout Verdict) throws -> JournalFacts {
        var facts = JournalFacts()
        var previous = JournalLink.origin
        var chainHolds = true
        let rows = try Row.fetchCursor(
            db, sql: "SELECT sequence, time, caseworker, kind, subjects, content, link FROM journal ORDER BY sequence")
        while let row = try rows.next() {
            let sequence = try row.number(0)
            let kind = try row.text(3)
            let text = try row.text(5)
            let link = try row.bytes(6)
            if chainHolds {
                chainHolds = check(sequence, follows: verdict.entries, &verdict)
                let expected = try JournalLink.next(
                    previous: previous, sequence: sequence, time: row.text(1), caseworker: row.text(2), kind: kind, subjects: row.text(4),
                    content: text)
                if chainHolds, link != expected {
                    chainHolds = false
                    verdict.find(
                        "日志第 \(sequence) 条不成立：它或它之前的一条被改动、删除或插入。",
                        "Journal entry \(sequence) does not hold: it was changed, or one before it was removed or put in.")
                }
            }
            previous = link
            verdict.entries += 1
            facts.take(sequence, kind, text, &verdict)
        }
        verdict.head = verdict.entries == 0 ? "" : Hex.text(previous)
        if verdict.entries == 0 { verdict.find("日志是空的。", "The journal is empty.") }
        return facts
    }

    private static func check(_ sequence: Int, follows count: Int, _ verdict: inout Verdict) -> Bool {
        guard sequence != count + 1 else { return true }
        verdict.find("日志第 \(count + 1) 条不见了。", "Journal entry \(count + 1) is missing.")
        return false
    }
}

extension JournalFacts {
    fileprivate mutating func take(_ sequence: Int, _ kind: String, _ text: String, _ verdict: inout Verdict) {
        guard let content = EntryContent(text: text) else {
            return verdict.find("日志第 \(sequence) 条的内容读不出来。", "The content of journal entry \(sequence) cannot be read.")
        }
        switch EntryKind(rawValue: kind) {
        case .station:
            founding = founding ?? content
            keys.take(content, sequence)
        case .edit:
            take(content, sequence, &verdict)
            orders[sequence] = RecordState.order(of: content.fields.compactMap { RecordState($0) })
            takeNumbers(content)
        case .step:
            steps[sequence] = [content]
            take(content, sequence, &verdict)
        case .plan:
            guard let plan = PlanContent.steps(content) else {
                return verdict.find("日志第 \(sequence) 条的内容读不出来。", "The content of journal entry \(sequence) cannot be read.")
            }
            steps[sequence] = plan
        case .service: services[sequence] = content
        case .import:
            imports[sequence] = content
            orders[sequence] = content[ImportContent.order]
            takeNumbers(content)
        case .seal:
            imports[sequence] = content
            for field in content.fields where field.name == FirstSealing.note {
                let parts = field.value.split(separator: " ")
                if parts.count == 2, let number = Int(parts[0]) { notes[number] = String(parts[1]) }
            }
            for field in content.fields where field.name == SearchState.saved {
                if let state = SearchState(entryValue: field.value) { searches[state.id] = (state, sequence) }
            }
        case .keys: keys.take(content, sequence)
        case .setting:
            if let name = content["name"], let value = content["value"] { settings[name] = (value, sequence) }
        case .search:
            if let state = content[SearchState.saved].flatMap({ SearchState(entryValue: $0) }) {
                searches[state.id] = (state, sequence)
                searchPositions[state.id] = searchPositions[state.id] ?? (searchPositions.values.max() ?? 0) + 1
            }
            if let state = content[SearchState.removed].flatMap({ SearchState(entryValue: $0) }) {
                searches[state.id] = nil
                searchPositions[state.id] = nil
            }
        case .restore:
            takeNumbers(content)
            hasUntoldNumbers = hasUntoldNumbers || content[ReplacedStore.sequence] != nil && content[Identifiers.next] == nil
        // A kind that a later program added is covered by the chain.
        case .export, .refused, .reveal, .backup, nil: break
        case .erase: take(content, sequence, &verdict)
        }
    }

    private mutating func takeNumbers(_ content: EntryContent) {
        for field in content.fields where field.name == Identifiers.next {
            let parts = field.value.split(separator: " ").map(String.init)
            guard parts.count == 2, let kind = RecordID.Kind(rawValue: parts[0]), let number = Int(parts[1]) else { continue }
            nextNumbers[kind] = max(nextNumbers[kind] ?? 1, number)
        }
    }

    private mutating func take(_ content: EntryContent, _ sequence: Int, _ verdict: inout Verdict) {
        for state in content.fields.compactMap({ RecordState($0) }) {
            if let earlier = states.updateValue((state, sequence), forKey: RecordRevision(state)) {
                verdict.find(
                    "日志第 \(earlier.sequence) 条和第 \(sequence) 条写了\(state.kind.phrase(state.id).chinese)的同一个版本。",
                    "Journal entries \(earlier.sequence) and \(sequence) tell of the same revision of \(state.kind.phrase(state.id).english).")
            }
        }
    }
}
