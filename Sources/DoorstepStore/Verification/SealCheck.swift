import DoorstepCore
import GRDB

/// Whether everything that is sealed opens with the keys of the unlocked
/// store, and holds what it should.
enum SealCheck {
    static func run(_ db: Database, _ secrets: Secrets, _ journal: JournalFacts, _ verdict: inout Verdict) throws {
        var opened = 0
        if try Array(secrets.store.signing().publicKey.rawRepresentation) != journal.keys.signing {
            verdict.find("打开用的钥匙不是日志所写的那一把。", "The key that opened the store is not the one that the journal tells of.")
        }
        var people = FindingList()
        let rows = try RecordRows.all(.person, db)
        while let next = try rows.next() {
            let record = try RecordRows.row(.person, next).record
            if PersonalPart.isErased(record.personal) { continue }
            opened += 1
            guard let image = try? record.image(secrets), CellBlock.cells(image.personal) != nil else {
                let phrase = RecordKind.person.phrase(record.id)
                people.add("\(phrase.chinese)的加密内容打不开。", "What is sealed of the \(phrase.english) does not open.")
                continue
            }
        }
        var steps = FindingList()
        try StepRows.each("", [], db) { row in
            let number = row.shown.number
            opened += row.statistics.isEmpty ? 1 : 2
            if (try? row.note(secrets)) == nil {
                steps.add("推荐台账第 \(number) 步的备注打不开。", "The note of step \(number) of the ledger does not open.")
            }
            // Steps of stores of the first format have none.
            if !row.statistics.isEmpty, StepStatistics(row.statistics, step: number, secrets.statistics) == nil {
                steps.add("推荐台账第 \(number) 步的统计内容打不开。", "What statistics need of step \(number) of the ledger does not open.")
            }
        }
        var searches = FindingList()
        for row in try SearchRows.all(db) {
            opened += 1
            if (try? row.search(secrets)) == nil {
                let phrase = SearchImage.phrase(row.image.id)
                searches.add("\(phrase.chinese)打不开。", "The \(phrase.english) does not open.")
            }
        }
        var reveals = FindingList()
        for entry in try RevealContent.all(db) {
            opened += 1
            if (try? entry.reveal(secrets, db)) == nil {
                reveals.add("日志第 \(entry.sequence) 条的事由打不开。", "The reason in journal entry \(entry.sequence) does not open.")
            }
        }
        verdict.findings += [people, steps, searches, reveals].compactMap(\.phrase)
        verdict.sealsOpened = opened
    }
}
