import DoorstepCore

/// What the title of a column says that it means.
struct TitleReading {
    let kind: SheetKind
    /// Whose names titles are; nil where they are ours.
    var profile: ExchangeProfile?

    /// Nil where the title says nothing that is known.
    func meaning(of cell: String) -> ColumnMeaning? {
        let title = TitleReading.plain(cell)
        guard !title.isEmpty else { return nil }
        if let meaning = exact(title) { return meaning }
        // `工资待遇（元/月）` is 工资待遇, and `（元/月）工资` is 工资.
        let bare = TitleReading.withoutBrackets(title)
        if let meaning = exact(bare) { return meaning }
        // `岗位名称/工种`, `联系人及电话`: the first that is known.
        let parts = bare.split { "/、,;|和及与或:".contains($0) }.map(String.init)
        if parts.count > 1, let meaning = parts.lazy.compactMap({ exact($0) }).first { return meaning }
        if let end = end(bare) { return end }
        for beginning in TitleReading.beginnings where bare.hasPrefix(beginning) {
            if let meaning = exact(String(bare.dropFirst(beginning.count))) { return meaning }
        }
        return nil
    }

    /// What is said of whom a sheet is about anyway.
    private static let beginnings = ["求职者", "求职人员", "应聘者", "本人", "个人", "招聘", "拟招聘", "拟招", "岗位", "职位", "企业", "联系人"]

    /// One end of a range, however it is put: 薪资下限, 最低待遇, and 年龄 over
    /// 最高.
    private func end(_ title: String) -> ColumnMeaning? {
        guard kind == .jobs else { return nil }
        func holds(_ words: [String]) -> Bool { words.contains { PlainText.holds(title, $0) } }
        let (isLow, isHigh) = (holds(["最低", "下限"]), holds(["最高", "上限"]))
        guard isLow != isHigh else { return nil }
        if holds(["薪", "工资", "待遇", "报酬"]) { return .column(isLow ? "wage_min" : "wage_max") }
        return holds(["年龄"]) ? .column(isLow ? "age_min" : "age_max") : nil
    }

    private func exact(_ title: String) -> ColumnMeaning? {
        if let meaning = profile?.meaning(of: title) { return meaning }
        if TitleReading.countings.contains(title) { return .ignored }
        if kind != .distances, title == "id" || title == "编号" { return .identifier }
        if let column = kind.column(titled: title) { return .column(column.id) }
        return kind.asides.contains(title) ? .aside(title) : nil
    }

    /// Columns that only count the rows.
    private static let countings: Set<String> = ["序号", "序", "no", "no.", "#", "行号"]

    /// Half-width, lower case, without blanks, the star of required columns
    /// and a colon behind.
    private static func plain(_ cell: String) -> String {
        var text = PlainText.key(cell)
        if text.contains("*") || text.contains("\n") || text.contains("\r") { text = text.filter { $0 != "*" && !$0.isNewline } }
        while text.hasSuffix(":") { text.removeLast() }
        return text
    }

    private static func withoutBrackets(_ title: String) -> String {
        var result = ""
        var depth = 0
        for character in title {
            switch character {
            case "(", "[", "【", "〔": depth += 1
            case ")", "]", "】", "〕": depth = max(0, depth - 1)
            default: if depth == 0 { result.append(character) }
            }
        }
        return result
    }
}
