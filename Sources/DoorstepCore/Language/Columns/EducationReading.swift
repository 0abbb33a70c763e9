extension CellReading {
    /// The level that a word means; nil where none is known or asked for.
    func education(_ text: String) throws(CellProblem) -> Education? {
        if let education = read(text) { return education }
        if CellReading.isNoEducation(text) { return nil }
        throw unknownEducation(text)
    }

    /// A person's: `初中及以下` is the level named, `大专在读` the one before,
    /// `高中/大专` the lower, which is certain; each with a warning.
    mutating func heldEducation(_ text: String) throws(CellProblem) -> Education? {
        if let education = read(text) { return education }
        if CellReading.isNoEducation(text) { return nil }
        guard !isExact, let education = CellReading.educationBelow(text) ?? CellReading.lowestEducation(text) ?? CellReading.educationBefore(text) else {
            throw unknownEducation(text)
        }
        warn(text, Phrase("按“\(education.phrase.chinese)”记", "taken for \(education.phrase.english)"))
        return education
    }

    /// A job's: the lowest of those named. What is only preferred, or the
    /// most that is wished for, asks for none.
    ///
    /// - Returns: whether the cell says more, which is worth keeping.
    mutating func askedEducation(_ text: String) throws(CellProblem) -> (education: Education?, saysMore: Bool) {
        if let education = read(text) { return (education, false) }
        if CellReading.isNoEducation(text) { return (nil, false) }
        if !isExact {
            let key = PlainText.key(text)
            if PlainText.holds(key, "优先"), Education.allCases.contains(where: { PlainText.holds(key, $0.short.chinese) }) || Education.names(in: key) {
                warn(text, Phrase("只是优先，不作要求", "preferred, and not asked for"))
                return (nil, true)
            }
            if CellReading.educationBelow(text) != nil {
                warn(text, Phrase("没有下限，不作要求", "no lower end, so that none is asked for"))
                return (nil, true)
            }
            if let education = CellReading.lowestEducation(text) {
                warn(text, Phrase("按“\(education.phrase.chinese)”记", "taken for \(education.phrase.english)"))
                return (education, false)
            }
        }
        throw unknownEducation(text)
    }

    private func read(_ text: String) -> Education? { remembered(text, \.education) { Education.read(text) } }

    private static func isNoEducation(_ text: String) -> Bool {
        let key = PlainText.key(text)
        return ["不限", "无要求", "any", "学历不限", "不限学历", "无学历要求", "不要求", "均可", "学历均可", "文化程度不限", "其他", "其它", "-", "--", "/"].contains(key)
    }

    private func unknownEducation(_ text: String) -> CellProblem {
        let mend = Phrase("可填 ", "write one of ") + Phrase.list(Education.allCases.map(\.phrase))
        let key = PlainText.key(text)
        if key.hasPrefix("招") || key.hasSuffix("人") || key.hasSuffix("名"), HeadcountReading(text) != nil {
            return problem(text, Phrase("是人数，不是学历，这一行可能错了列", "a number of people and no education; the row may have slipped by a column"), mend: mend)
        }
        return problem(text, Phrase("不认识的学历", "unknown education"), mend: mend)
    }

    private static func educationBelow(_ text: String) -> Education? {
        let key = PlainText.key(text)
        for ending in ["及以下学历", "及以下文化程度", "及以下", "以下学历", "以下"] where key.hasSuffix(ending) { return Education.read(String(key.dropLast(ending.count))) }
        return nil
    }

    private static func lowestEducation(_ text: String) -> Education? {
        let parts = PlainText.key(text).split { "/、,;或-~至到|".contains($0) }
        guard (2...8).contains(parts.count) else { return nil }
        let levels = parts.compactMap { Education.read(String($0)) }
        return levels.count == parts.count ? levels.min { $0.rawValue < $1.rawValue } : nil
    }

    /// Who is still at a school has finished the one before.
    private static func educationBefore(_ text: String) -> Education? {
        let key = PlainText.key(text)
        guard key.hasSuffix("在读"), let education = Education.read(String(key.dropLast(2))) else { return nil }
        switch education {
        case .college, .bachelor: return .seniorMiddle
        default: return Education(rawValue: education.rawValue - 1)
        }
    }
}
