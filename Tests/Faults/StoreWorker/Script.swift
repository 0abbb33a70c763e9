import DoorstepCore
import DoorstepStore

/// What a worker does, change by change.
///
/// The change that becomes the journal's entry with a sequence is the same
/// every time, so that a worker goes on from wherever the store stands, and
/// what the store has to hold follows from its latest sequence alone.
enum Script {
    /// Entry 1 founds the store, entry 2 records those of whom the rest
    /// tells.
    static let firstOfRound = 3
    /// How many changes there are until a new person is referred.
    static let round = 8
    static let peopleOfRound = 6

    /// The change that comes after an entry.
    static func change(after sequence: Int, at desk: WorkDesk) throws -> StoreChange {
        let next = sequence + 1
        guard next >= firstOfRound else { return try opening(desk) }
        let number = (next - firstOfRound) / round
        let note = "\(next)"
        switch (next - firstOfRound) % round {
        case 0:
            // So large that it takes pages of its own.
            let people = try (0..<peopleOfRound).map { try desk.person(newcomer(number, $0), note: note + String(repeating: "长", count: 100)) }
            return .records(RecordBatch(people: people), reason: .import(file: "\(note).csv", rows: people.count, refused: 0))
        case 1:
            let people = try ["P1", "P2", "P3", "P4"].map { try desk.person($0, note: note) }
            return .records(RecordBatch(people: people, jobs: [try desk.job("J1", note: note)]), reason: .edit())
        case 2:
            let target = StepDraft.Target.pair(job: try WorkDesk.known(RecordID("J2")), person: try WorkDesk.known(RecordID(newcomer(number, 0))))
            return .step(StepDraft(target, stage: .referred, date: try desk.day, note: note))
        case 3: return .step(StepDraft(.placement(placement(number)), stage: .interviewed, date: try desk.day))
        case 4: return .records(RecordBatch(people: try (1...3).map { try desk.person(newcomer(number, $0), note: note) }), reason: .edit())
        case 5: return .step(StepDraft(.placement(placement(number)), stage: .hired, date: try desk.day))
        case 6: return .setting(name: "weight", value: note)
        default: return .export(SheetStatement(kind: "people", query: "", rows: next, digest: note, log: nil), isUnmasked: false)
        }
    }

    private static func opening(_ desk: WorkDesk) throws -> StoreChange {
        let employer = Employer(id: try WorkDesk.known(RecordID("E1")), name: "额尔古纳市宏达机械厂")
        let people = try ["P1", "P2", "P3", "P4"].map { try desk.person($0, note: "") }
        return .records(RecordBatch(employers: [employer], people: people, jobs: [try desk.job("J1", note: ""), try desk.job("J2", note: "")]), reason: .edit())
    }

    static func newcomer(_ round: Int, _ number: Int) -> String { "N\(round)-\(number)" }

    static func placement(_ round: Int) -> RecordID {
        RecordID(station: WorkDesk.place, kind: .placement, number: round + 1)
    }
}
