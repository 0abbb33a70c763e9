import DoorstepCore
import DoorstepStore
import Foundation

/// A line of a plan that a worker follows, its words a tab apart:
///
///     note PERSON TEXT [PERSON TEXT …]   what is noted of people, in one change
///     refer JOB PERSON TEXT              a referral with a note
///     reveal PERSON TEXT                 what is masked of a person is shown, and why
///     takeback ENTRY [PERSON …]          an import; of whom it changed, nothing was noted before
///     search NAME QUERY                  a search is saved
enum PlannedWork {
    static func change(_ line: Substring, _ people: RecordTable<Person>, at desk: WorkDesk) throws -> StoreChange {
        let words = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        func id(_ index: Int) throws -> RecordID { try WorkDesk.known(RecordID(words[index])) }
        switch words[0] {
        case "note" where words.count > 2 && words.count % 2 == 1:
            let noted = try stride(from: 1, to: words.count, by: 2).map { index in
                var person = try WorkDesk.known(people[id(index)])
                person.note = words[index + 1]
                return person
            }
            return .records(RecordBatch(people: noted), reason: .edit())
        case "refer" where words.count == 4:
            return .step(StepDraft(.pair(job: try id(1), person: try id(2)), stage: .referred, date: try desk.day, note: words[3]))
        case "reveal" where words.count == 3:
            return .reveal(person: try id(1), shown: [.telephone, .identityNumber], reason: try WorkDesk.known(RevealReason(.other, note: words[2])))
        case "takeback" where words.count >= 2:
            let before = try (2..<words.count).map { index in
                var person = try WorkDesk.known(people[id(index)])
                person.note = ""
                return person
            }
            return .takeBackImport(entry: try WorkDesk.known(Int(words[1])), before: RecordBatch(people: before))
        case "search" where words.count == 3:
            return .saveSearch(SavedSearch(name: try SearchName(words[1]), records: .person, query: words[2]), replacing: false)
        default: throw WorkDesk.Unknown()
        }
    }
}
