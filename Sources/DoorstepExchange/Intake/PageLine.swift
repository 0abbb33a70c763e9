import DoorstepCore

/// Lines of a printed sheet that are no rows of it: page numbers, sums, and
/// who filled the form in. None of them could be stored as a row; refused, each
/// would be one that somebody has to look at.
enum PageLine {
    /// - Parameter cells: a line below the header.
    static func isOne(_ cells: [String]) -> Bool {
        // No line of more cells is one, nor of long ones, and most have more.
        guard cells.count(where: { !$0.isEmpty }) <= mostCells, cells.allSatisfy({ $0.utf8.count <= 200 }) else { return false }
        let keys = cells.map { PlainText.key($0) }.filter { !$0.isEmpty }
        guard let first = keys.first else { return false }
        if keys.count <= 2, keys.allSatisfy(isPageNumber) { return true }
        if isSum(first, keys.dropFirst()) { return true }
        if keys.count == 1, cells.count >= 3, cells.first?.isEmpty == false, begins(first, with: notes) { return true }
        return keys.contains { begins($0, with: signatures) } && keys.allSatisfy { begins($0, with: signatures) || begins($0, with: details) }
    }

    private static let mostCells = 6

    private static func isNumber(_ character: Character) -> Bool { character.isASCII && character.isNumber || "零一二三四五六七八九十百".contains(character) }

    /// `第3页`, `第 3 页 共 37 页`, `共37页`, `- 3 -`, `page 3 of 37`.
    private static func isPageNumber(_ key: String) -> Bool {
        guard key.contains(where: isNumber) else { return false }
        let words = key.filter { !isNumber($0) && !",，/()、".contains($0) }
        return ["第页", "第页共页", "共页第页", "共页", "页", "--", "pageof", "page"].contains(words)
    }

    private static let sums = ["合计", "总计", "小计", "共计", "累计", "本页合计", "本页小计", "total"]

    /// `合计` before numbers alone, in its cell or those behind.
    private static func isSum(_ first: String, _ others: some Sequence<String>) -> Bool {
        guard let sum = sums.first(where: { first.hasPrefix($0) }) else { return false }
        return ([String(first.dropFirst(sum.count))] + others).allSatisfy { $0.allSatisfy { isNumber($0) || ":.,人个名条家元岗户".contains($0) } }
    }

    private static let signatures = [
        "制表人", "填表人", "填报人", "填写人", "经办人", "审核人", "复核人", "负责人", "单位负责人", "部门负责人", "分管领导", "制表", "审核", "填表日期", "填报日期", "制表日期", "填报时间", "制表时间", "填表时间",
        "填报单位", "填表单位", "制表单位",
        "报送单位", "填报单位(盖章)", "单位(盖章)", "签字", "盖章",
    ]
    /// Stand beside them.
    private static let details = ["日期", "时间", "电话", "联系电话", "联系人"]
    private static let notes = ["注", "备注", "说明", "填表说明", "注意", "注意事项"]

    /// A label with a colon behind it.
    private static func begins(_ key: String, with labels: [String]) -> Bool {
        guard let colon = key.firstIndex(of: ":") else { return false }
        return labels.contains(String(key[..<colon]))
    }
}
