extension CellReading {
    /// Reads `2026-11-21`, `2026/11/21`, `2026.11.21`, `2026年11月21日`,
    /// `20261121` and a spreadsheet's day number.
    func date(_ text: String) throws(CellProblem) -> Day {
        if let day = CellReading.day(text) { return day }
        let mend = Phrase("请写成 2026-11-21 的样子", "write it as 2026-11-21")
        if CellReading.hasShortYear(text) {
            throw problem(text, Phrase("年份只有两位，分不清是哪一年", "a year of two digits could be several"), mend: mend)
        }
        throw problem(text, Phrase("不是日期", "not a date"), mend: mend)
    }

    /// Which day a month alone stands for.
    enum DayOfMonth {
        case first, last
    }

    /// As `date`, and a month alone is read as one of its days, with a
    /// warning.
    mutating func date(_ text: String, inMonth which: DayOfMonth) throws(CellProblem) -> Day {
        if let day = CellReading.day(text) { return day }
        guard let first = CellReading.month(text) else { return try date(text) }
        let day = which == .first ? first : first.endOfMonth
        warn(text, Phrase("只有年月，按 \(day) 记", "a month alone, taken for \(day)"))
        return day
    }

    /// The day on which something was put up, as job sites say it too:
    /// `11-20发布`, `昨天`, `3天前`; counted from the day of working, with a
    /// warning.
    mutating func recentDay(_ text: String) throws(CellProblem) -> Day {
        if let day = CellReading.day(text) { return day }
        guard !isExact, let said = recent(PlainText.key(text)) else { return try date(text, inMonth: .first) }
        if !said.isWhole { warn(text, Phrase("按“\(said.day)”记", "taken for “\(said.day)”")) }
        return said.day
    }

    /// - Returns: the day, and whether the text has its year.
    private func recent(_ key: String) -> (day: Day, isWhole: Bool)? {
        guard key.utf8.count <= 60 else { return nil }
        var said = key
        for beginning in ["发布于", "更新于", "发布时间:", "更新时间:"] where said.hasPrefix(beginning) { said.removeFirst(beginning.count) }
        for ending in ["发布", "更新", "刷新"] where said.hasSuffix(ending) { said.removeLast(ending.count) }
        if let day = CellReading.day(said) { return (day, true) }
        switch said {
        case "今天", "今日", "刚刚", "刚才", "today": return (day, false)
        case "昨天", "昨日", "yesterday": return (day + -1, false)
        case "前天", "前日": return (day + -2, false)
        default: break
        }
        for (ending, days) in [("分钟前", 0), ("小时前", 0), ("天前", 1), ("日前", 1), ("周前", 7)] where said.hasSuffix(ending) {
            guard let count = Int(said.dropLast(ending.count)), (0...500).contains(count) else { return nil }
            return (day + -count * days, false)
        }
        // A month and a day are of the last year that has them behind it.
        if said.hasSuffix("日") || said.hasSuffix("号") { said.removeLast() }
        let parts = said.split(omittingEmptySubsequences: false) { "-/月".contains($0) }
        guard parts.count == 2, parts.allSatisfy({ (1...2).contains($0.utf8.count) }), let month = Int(parts[0]), let number = Int(parts[1]) else { return nil }
        guard let first = [day.year, day.year - 1].lazy.compactMap({ Day(year: $0, month: month, day: number) }).first(where: { $0 <= day }) else { return nil }
        return (first, false)
    }

    /// The last day of something, nil where there is none: `长期`, `至今`,
    /// `招满为止`. Of two dates in one cell it is the second.
    mutating func lastDay(_ text: String) throws(CellProblem) -> Day? {
        if let day = CellReading.day(text) { return day }
        if ["长期", "长期有效", "长期招聘", "至今", "不限", "无", "招满为止", "招满即止", "常年", "常年招聘", "永久", "随时", "-", "--", "/"].contains(PlainText.key(text)) { return nil }
        if let days = CellReading.days(text) { return days.upperBound }
        return try date(text, inMonth: .last)
    }

    /// The first day of work, and the last where the cell says it too.
    mutating func firstDay(_ text: String) throws(CellProblem) -> (first: Day?, last: Day?) {
        if let day = CellReading.day(text) { return (day, nil) }
        if ["随时", "随时到岗", "随时上岗", "即时", "即日", "即日起", "立即", "尽快", "面议", "长期", "不限", "-", "--", "/"].contains(PlainText.key(text)) { return (nil, nil) }
        if let days = CellReading.days(text) { return (days.lowerBound, days.upperBound) }
        return (try date(text, inMonth: .first), nil)
    }

    /// The day that a text means, in any of the forms that sheets have.
    public static func day(_ text: String) -> Day? {
        if let day = Day(iso: text) ?? Day(iso: PlainText.key(text)) { return day }
        guard text.utf8.count <= 100 else { return nil }
        // A time of day after a blank is no part of the date.
        let date = PlainText.halfWidth(PlainText.trimmed(text)).split(separator: " ").first.map(String.init) ?? ""
        return wholeDay(date) ?? (date.count < text.count || date.contains { "日号Tt(".contains($0) } ? wholeDay(withoutTime(text)) : nil)
    }

    private static func wholeDay(_ date: String) -> Day? {
        if date.utf8.allSatisfy({ (48...57).contains($0) }) {
            if date.count == 8, let number = Int(date) {
                return Day(year: number / 10_000, month: number / 100 % 100, day: number % 100)
            }
            // Day 1 is 1900-01-01, and 1900 is taken for a leap year, so
            // that from March 1900 on the count starts at 1899-12-30.
            if let number = Int32(date), (10_000...80_000).contains(number) { return Day(number: number - 25_569) }
            return nil
        }
        // A spreadsheet's day number with the time of day behind the point.
        if let point = date.firstIndex(of: "."), date.distance(from: date.startIndex, to: point) == 5, date[date.index(after: point)...].utf8.allSatisfy({ (48...57).contains($0) }) {
            return wholeDay(String(date[..<point]))
        }
        var text = date
        if text.hasSuffix("日") || text.hasSuffix("号") { text.removeLast() }
        guard !text.contains("+") else { return nil }
        let parts = text.split(omittingEmptySubsequences: false) { "-/.年月".contains($0) }.map { Int($0) }
        guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2], year >= 1000 else { return nil }
        return Day(year: year, month: month, day: day)
    }

    /// `2026年11月21日08:30`, `2026-11-21T08:30:00`, `2026 年 11 月 21 日`,
    /// `2026-11-21（周六）`: the date alone.
    private static func withoutTime(_ text: String) -> String {
        var key = PlainText.key(text)
        if let bracket = key.firstIndex(of: "(") { key = String(key[..<bracket]) }
        if let end = key.firstIndex(where: { $0 == "日" || $0 == "号" }) {
            // Not 2026年11月21日22日.
            let rest = key[key.index(after: end)...]
            return rest.isEmpty || isTime(rest) ? String(key[...end]) : ""
        }
        if let sign = key.firstIndex(of: "t"), isTime(key[key.index(after: sign)...]) { return String(key[..<sign]) }
        return key.contains(":") ? "" : key
    }

    private static func isTime(_ text: Substring) -> Bool {
        let words = ["星期", "周", "上午", "下午"]
        return text.contains(":") && text.allSatisfy { $0.isASCII && $0.isNumber || ":.z+-".contains($0) } || words.contains { text.hasPrefix($0) }
    }

    /// The first day of a month that the text means: `2026年11月`, `2026.11`,
    /// `2026-11`, `202611`.
    static func month(_ text: String) -> Day? {
        var key = PlainText.key(text)
        guard key.utf8.count <= 20 else { return nil }
        if key.hasSuffix("月") { key.removeLast() }
        if key.utf8.count == 6, key.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(key), number / 100 >= 1900 {
            return Day(year: number / 100, month: number % 100, day: 1)
        }
        let parts = key.split(omittingEmptySubsequences: false) { "-/.年".contains($0) }
        guard parts.count == 2, parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }), let year = Int(parts[0]), let month = Int(parts[1]),
            (1900...2199).contains(year)
        else { return nil }
        return Day(year: year, month: month, day: 1)
    }

    /// Two dates in one cell: `2026.11.1至2026.11.30`.
    private static func days(_ text: String) -> ClosedRange<Day>? {
        guard text.utf8.count <= 100 else { return nil }
        for sign in ["至", "到", "～", "~", "—", "–", " - ", "-"] {
            let ends = text.split(separator: sign).map { PlainText.trimmed($0) }
            guard ends.count == 2, let first = day(ends[0]), let last = day(ends[1]), first <= last else { continue }
            return first...last
        }
        return nil
    }

    private static func hasShortYear(_ text: String) -> Bool {
        let parts = PlainText.key(text).split(omittingEmptySubsequences: false) { "-/.年月".contains($0) }
        guard parts.count == 3 || parts.count == 4, parts[0].utf8.count == 2, Int(parts[0]) != nil, Int(parts[1]) != nil else { return false }
        return true
    }
}
