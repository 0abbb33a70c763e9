/// What a job's row says in words, and what is taken from them.
extension JobEntry {
    /// Columns that ask for what must not be asked for: kept in the note.
    public static let discriminating = ["性别", "性别要求", "户籍要求", "婚姻要求", "婚育要求", "民族要求", "户口要求"]

    /// Columns that speak of what is wanted, in sentences: kept in the note.
    public static let demanding = [
        "任职要求", "岗位要求", "任职条件", "任职资格", "招聘要求", "招聘条件", "职位要求", "用工要求", "用人要求", "应聘条件", "岗位条件", "录用条件", "其他条件",
    ]

    /// Columns that no record has: kept in the note.
    public static let noted = demanding + [
        "经验", "经验要求", "工作经验", "工作年限", "工作经验要求", "经历要求", "从业经验", "福利", "福利待遇", "相关福利", "员工福利", "其他福利", "公司福利", "专业", "专业要求", "所学专业",
    ]

    /// Keeps a column that the record has not as a note; a discriminating
    /// demand with a warning, since it neither filters nor scores.
    public mutating func noteDemand(_ title: String, _ text: String, _ reading: inout CellReading) {
        guard !text.isEmpty, !["不限", "无", "无要求", "男女不限", "男女均可", "均可", "不要求"].contains(PlainText.key(text)) else { return }
        let line = "\(title)：\(text)"
        if !PlainText.holds(job.note, line) { job.note += (job.note.isEmpty ? "" : "；") + line }
        guard !JobEntry.noted.contains(title) else { return demands.append((title, text)) }
        reading.column = Phrase(verbatim: title)
        reading.warn(text, Phrase("涉嫌就业歧视，只记入备注，不参与匹配", "may discriminate; kept in the note, never matched on"))
    }

    // MARK: - Wage

    /// Takes what a cell says beside its wage.
    mutating func take(_ wage: WageReading, _ text: String, _ reading: inout CellReading) {
        if let unit = wage.unit { (self.unit, wageUnit) = (unit, unit) }
        wageIsRead = true
        guard wage.more > .nothing else { return }
        remarks.add("工资", text, reading)
        if wage.more == .words {
            let shown = Wage(lowest: wage.lowest, highest: wage.highest, unit: wage.unit ?? unit).map(JobEntry.shown) ?? Phrase(verbatim: "")
            reading.warn(text, Phrase("按 ", "taken for ") + shown + Phrase(" 记，原文记入备注", "; the text is kept in the note"))
        }
        if wage.givesLodging, !job.givesLodging { job.givesLodging = true }
    }

    private static func shown(_ wage: Wage) -> Phrase {
        switch (wage.lowest, wage.highest) {
        case (nil, nil): Phrase("面议", "to be agreed")
        case (let low?, nil): Phrase("\(low) 元以上", "\(low) yuan and more")
        case (nil, let high?): Phrase("\(high) 元以下", "\(high) yuan and less")
        case (let low?, let high?) where low == high: Phrase("\(low) 元", "\(low) yuan")
        case (let low?, let high?): Phrase("\(low)-\(high) 元", "\(low)-\(high) yuan")
        }
    }

    /// By what the wage is paid, unless the wage says it itself.
    mutating func take(pay text: String, _ reading: inout CellReading) {
        let read = PayUnit.read(text)
        let isByYear = read == nil && ["年", "年薪", "元/年", "按年"].contains(PlainText.key(text))
        guard let unit = isByYear ? .month : read else { return reading.warn(text, Phrase("不认识，未采用", "not understood, not used")) }
        if let said = wageUnit {
            guard said != unit else { return }
            return reading.warn(
                text, Phrase("与工资里写的“\(said.phrase.chinese)”不一致，按工资里写的记", "differs from the wage, which says by the \(said.phrase.english); the wage counts"))
        }
        self.unit = unit
        if isByYear, wageIsRead {
            (lowest, highest) = (lowest.map { Money(fen: $0.fen / 12) }, highest.map { Money(fen: $0.fen / 12) })
            reading.warn(text, Phrase("按年计的工资折成了每月", "a yearly wage was made a monthly one"))
        }
    }

    /// A wage by the month that is hardly one has lost its unit.
    func checkWage(_ reading: inout CellReading) {
        guard wageIsRead, job.wage.unit == .month, let money = job.wage.highest ?? job.wage.lowest, money.fen > 0 else { return }
        let isLow = money < Money(yuan: 500)
        guard isLow || money > Money(yuan: 100_000) else { return }
        reading.column = Phrase("最低月薪 最高月薪", "wage")
        reading.warn(
            money.description, isLow ? Phrase("作月薪太低", "too low for a month") : Phrase("作月薪太高", "too high for a month"),
            mend: Phrase("请核对计薪方式和单位", "check what it is paid by, and in"))
    }

    // MARK: - Trades

    /// What a sheet without columns for it says of the trade elsewhere: the
    /// occupation where its name is the title, skills that the text asks
    /// somebody to have, as welcome and with a warning.
    mutating func takeFromText(_ reading: inout CellReading) {
        guard !isKnown else { return }
        if reading.absent.isSuperset(of: ["occupation", "skills"]) {
            if job.occupation == nil { job.occupation = JobEntry.occupation(of: job.title, reading.catalogue) }
            if job.skills.isEmpty { takeSkills(&reading) }
        }
        guard reading.absent.contains("lodging"), !job.givesLodging else { return }
        let texts = [(JobExtra.board.phrase, job.extras[.board] ?? "")] + demands.map { (Phrase(verbatim: $0.title), $0.text) }
        guard let (column, text) = texts.first(where: { Lodging.isGiven($0.1) }) else { return }
        job.givesLodging = true
        reading.column = column
        reading.warn(text, Phrase("按包住记", "taken for lodging given"))
    }

    /// A title that is a name or alias, but for 招聘 and what stands in
    /// brackets.
    private static func occupation(of title: String, _ catalogue: Catalogue) -> SkillName? {
        var key = PlainText.key(title)
        guard key.utf8.count <= 200 else { return nil }
        for beginning in ["招聘", "急聘", "急招", "诚聘", "高薪诚聘", "招"] where key.hasPrefix(beginning) && key.count > beginning.count + 1 {
            key.removeFirst(beginning.count)
            break
        }
        if let skill = catalogue.skills.skill(key) { return .catalogued(skill.id) }
        guard let bracket = key.firstIndex(where: { "([【".contains($0) }), bracket > key.startIndex else { return nil }
        return catalogue.skills.skill(String(key[..<bracket])).map { .catalogued($0.id) }
    }

    /// So many are taken from one text at most.
    private static let mostSkills = 5
    /// Prose is looked through so far.
    private static let longestProse = 4000

    private mutating func takeSkills(_ reading: inout CellReading) {
        let texts = [(JobExtra.duties.phrase, job.extras[.duties] ?? "")]
            + demands.filter { JobEntry.demanding.contains($0.title) }.map { (Phrase(verbatim: $0.title), $0.text) }
        for (column, text) in texts where !text.isEmpty {
            var skills: [Phrase] = []
            var certificates: [Phrase] = []
            for piece in text.prefix(JobEntry.longestProse).split(whereSeparator: { ",，。;；、!！:：\n\r".contains($0) }) {
                let words = piece.drop { $0.isASCII && $0.isNumber || $0.isWhitespace || "().（）-".contains($0) }
                let clause = TradeClause(String(words), reading.catalogue)
                guard clause.isOfAbility, !clause.isNegated else { continue }
                for meaning in clause.meanings {
                    switch meaning {
                    case .skill(let id, let level):
                        guard job.skills.count < JobEntry.mostSkills, !job.skills.contains(where: { $0.name == .catalogued(id) }) else { continue }
                        job.skills.append(AskedSkill(.catalogued(id), level, isRequired: false))
                        skills.append(Phrase(verbatim: reading.catalogue.skills[id].name))
                    case .certificate(let id):
                        let name = Phrase(verbatim: reading.catalogue.certificates[id].name)
                        if !job.certificates.contains(.catalogued(id)), !certificates.contains(name) { certificates.append(name) }
                    }
                }
            }
            reading.column = column
            if !skills.isEmpty {
                reading.warn("", Phrase("提到 ", "mentions ") + Phrase.list(skills) + Phrase("，作为优先技能记下", ", noted as welcome skills"), mend: Phrase("请核对", "check them"))
            }
            if !certificates.isEmpty {
                reading.warn(
                    "", Phrase("提到 ", "mentions ") + Phrase.list(certificates) + Phrase("，没有当作证书要求", ", not taken for certificates required"),
                    mend: Phrase("要求的请填证书要求", "write those required as such"))
            }
        }
    }
}
