/// Why a search is not saved, found or followed.
public enum SavedSearchError: SayableError, Hashable {
    case nameMissing
    case nameTooLong
    case nothingToSave
    case queryTooLong
    /// What was typed is no query that could be kept.
    case notUnderstood(QueryError)
    /// Another search has the name.
    case taken(SavedSearch)
    /// There is none of the name; the nearest that there are.
    case unknown(name: String, nearest: [String])
    /// One that was kept is not understood today: a group, say, is gone.
    case noLongerUnderstood(name: SearchName, QueryError)

    public var message: Phrase {
        switch self {
        case .nameMissing:
            Phrase("常用查找要有名称，请填写。", "A saved search needs a name; give it one.")
        case .nameTooLong:
            Phrase("名称太长，请不超过 \(SearchName.longest) 个字。", "The name is too long; use \(SearchName.longest) characters at the most.")
        case .nothingToSave:
            Phrase("还没有条件可存，请先输入要查的词。", "There is nothing to save yet; type what to look for first.")
        case .queryTooLong:
            Phrase("条件太长，存不下，请缩短。", "The search is too long to be kept; make it shorter.")
        case .notUnderstood(let error):
            Phrase("没有保存：", "Not saved: ") + error.message
        case .taken(let search):
            Phrase(
                "已有常用查找“\(search.name)”（\(search.query.shortened)），没有改动；要覆盖请加 --replace。",
                "There is a saved search “\(search.name)” already (\(search.query.shortened)), which was left as it is; --replace replaces it.")
        case .unknown(let name, let nearest):
            nearest.isEmpty
                ? Phrase("没有常用查找“\(name)”；全部见 doorstep searches。", "There is no saved search “\(name)”; doorstep searches lists all.")
                : Phrase(
                    "没有常用查找“\(name)”，相近的有 \(nearest.joined(separator: "、"))；全部见 doorstep searches。",
                    "There is no saved search “\(name)”; the nearest are \(nearest.joined(separator: ", ")), and doorstep searches lists all.")
        case .noLongerUnderstood(let name, let error):
            Phrase("常用查找“\(name)”现在读不懂了，请重新保存：", "The saved search “\(name)” is no longer understood; save it anew: ") + error.message
        }
    }
}
