/// Why two records are not merged, or a merge not taken back.
public enum MergeRefusal: SayableError, Hashable {
    case unknown(String)
    /// One of them does not stand: it was taken back, or merged.
    case absent(RecordID, Absence)
    case same(RecordID)
    /// Who was erased has nothing to be merged.
    case erased(RecordID)
    /// What was chosen cannot stand together.
    case column(CellProblem)
    case notMerged(RecordID)
    /// The record that it was merged into does not stand any more.
    case standingGone(RecordID, RecordID)
    /// No choice of that name.
    case unknownChoice(String)

    public var message: Phrase {
        switch self {
        case .unknown(let id): Phrase("没有编号为 \(id) 的记录，请用 search 查找。", "There is no record \(id); look it up with search.")
        case .absent(let id, let absence):
            Phrase("\(id.text) \(absence.phrase.chinese)，不能合并；请用现有的记录。", "\(id.text) was \(absence.phrase.english) and cannot be merged; use a record that stands.")
        case .same(let id): Phrase("两边都是 \(id.text)，请给出两条不同的记录。", "Both are \(id.text); name two different records.")
        case .erased(let id): Phrase("\(id.text) 的个人信息已经删除，不能合并。", "The data of \(id.text) were erased; there is nothing to merge.")
        case .column(let problem): Phrase("不能这样合并：", "Cannot be merged so: ") + problem.message
        case .notMerged(let id): Phrase("\(id.text) 没有合并到别的记录，没有可撤销的。", "\(id.text) was not merged into another; there is nothing to take back.")
        case .standingGone(let id, let standing):
            Phrase("\(id.text) 合并到的 \(standing.text) 已经作废，不能撤销合并。", "\(standing.text), into which \(id.text) was merged, does not stand any more; the merge cannot be taken back.")
        case .unknownChoice(let text):
            Phrase("“\(text)”不是可选的，请写 keep、other 或 both。", "“\(text)” is no choice; write keep, other or both.")
        }
    }
}
