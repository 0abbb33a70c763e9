import DoorstepCore
import DoorstepExchange
import DoorstepStore

/// A plan that comes back as a sheet, and becomes referrals.
struct PlanAcceptance {
    let file: String
    let output: OutputOptions

    /// A row that can be referred, by the register as it was read.
    private struct Admitted {
        let row: PlanRows.Read
        let pair: PlanPair
    }

    private struct Refused {
        let row: PlanRows.Read
        let reason: Phrase
    }

    /// Refers every row that can be, in one entry of the journal; the others
    /// are named, and the program then ends with code 1.
    func run(_ desk: Desk) throws {
        if let path = output.output, Input.isSame(path, file) { throw OutputError.isInput(path) }
        let rows = try PlanRows.read(SheetFile(path: file))
        if rows.isEmpty { throw SheetError.noRows(file: file) }
        var (admitted, refused) = try admit(rows, desk)
        var placements: [Placement] = []
        var entry: Int?
        if !admitted.isEmpty {
            let saved = try LongWork.storing(desk.language) { watch in try desk.commit(.plan(admitted.map(\.pair), date: desk.day), watch) }
            placements = saved.placements
            entry = placements.isEmpty ? nil : saved.sequence
            refused += saved.refused.map { Refused(row: admitted[$0.position].row, reason: $0.refusal.message) }
        }
        for one in refused.sorted(by: { $0.row.line < $1.row.line }) { Output.say((place(of: one.row) + one.reason)(desk.language)) }
        Output.say(summary(placements.count, refused.count, entry: entry)(desk.language))
        let title = desk.title(Phrase("方案推荐", "referrals of a plan"), rows: placements.count, isMasked: true)
        try output.write(header: ReferralRows.header, rows: SheetRows(placements, ReferralRows.row), about: title)
        if !refused.isEmpty { throw FindingsExit(code: 1) }
    }

    /// What does not fit and does not stand in the way is said at once.
    private func admit(_ rows: [PlanRows.Read], _ desk: Desk) throws -> ([Admitted], [Refused]) {
        let matcher = try desk.matcher()
        var admitted: [Admitted] = []
        var refused: [Refused] = []
        for row in rows {
            guard !row.isBroken else {
                refused.append(Refused(row: row, reason: Phrase("引号没有配对，请补上或重新导出。", "a quote is never closed; close it, or write the file anew.")))
                continue
            }
            do throws(StepRefusal) {
                guard let job = RecordID(row.job) else { throw .unknownJob(row.job) }
                guard let person = RecordID(row.person) else { throw .unknownPerson(row.person) }
                let step = try matcher.admit(StepDraft(.pair(job: job, person: person), stage: .referred, date: desk.day))
                admitted.append(Admitted(row: row, pair: PlanPair(job: job, person: person)))
                guard !step.warnings.isEmpty else { continue }
                Output.say((place(of: row) + Phrase("注意：", "note: ") + Phrase.list(step.warnings) + Phrase("。", "."))(desk.language))
            } catch {
                refused.append(Refused(row: row, reason: error.message))
            }
        }
        return (admitted, refused)
    }

    /// In front of what is said of a row.
    private func place(of row: PlanRows.Read) -> Phrase {
        Phrase("\(file) 第 \(row.line) 行（\(row.person) → \(row.job)）：", "\(file) line \(row.line) (\(row.person) → \(row.job)): ")
    }

    private func summary(_ referred: Int, _ refused: Int, entry: Int?) -> Phrase {
        let head = Phrase("推荐 \(referred) 人", "Referred \(referred) \(referred == 1 ? "person" : "people")")
        let left = refused == 0 ? Phrase(verbatim: "") : Phrase("，\(refused) 行没有办", "; \(refused) \(refused == 1 ? "line was" : "lines were") refused")
        let tail = entry.map { Phrase("（日志第 \($0) 条）", " (journal entry \($0))") } ?? Phrase(verbatim: "")
        return head + left + tail + Phrase("。", ".")
    }
}
