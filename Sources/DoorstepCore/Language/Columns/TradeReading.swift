/// What people say of skills and certificates in a sentence: `会开叉车，有电工
/// 证，懂电焊`, `能操作装载机者优先`, `不需要电工证`.
struct TradeClause: Hashable {
    enum Meaning: Hashable {
        case skill(SkillID, SkillLevel)
        case certificate(CertificateID)
    }

    var meanings: [Meaning] = []
    /// Asked for as welcome: …优先.
    var isWelcome = false
    /// Says that something is not asked for, or not had.
    var isNegated = false
    /// It begins with a word of ability (会, 懂, 持), so that it speaks of
    /// what somebody can do.
    var isOfAbility = false

    /// Longer ones are prose.
    private static let longest = 40

    private static let negations = [
        "不会", "不需", "无需", "不要求", "不懂", "没有", "无须", "不用", "不能", "不必", "不限", "未持", "非必", "无证", "不持", "尚未", "没考", "不具备", "禁止", "不得",
    ]
    private static let abilities = [
        "能够", "能", "会", "懂得", "懂", "可以", "持有", "持证", "持", "具有", "具备", "熟练掌握", "熟练使用", "熟练操作", "熟练", "掌握", "精通", "擅长", "熟悉", "做过", "干过", "从事过", "拥有",
        "取得", "考取", "有", "须持", "需持", "须有", "需有", "须会", "需会", "必须会", "必须有", "要求会", "要求有", "善于",
    ].sorted { $0.count > $1.count }
    private static let fillers = ["操作", "使用", "驾驶", "从事", "一定的", "相关", "有效", "有效的", "本人", "各种", "各类", "一般", "简单", "简单的", "基本的", "必须", "需要", "应", "须", "需", "要求", "或"]
        .sorted { $0.count > $1.count }
    private static let endings = [
        "者优先考虑", "者优先录用", "优先考虑", "优先录用", "者优先", "的优先", "优先", "等工作", "工作经验", "工作经历", "操作经验", "经验", "工作", "技能", "技术", "操作证", "等", "者", "的", "即可", "更好", "尤佳",
        "一本", "1本",
    ].sorted { $0.count > $1.count }

    init(_ text: String, _ catalogue: Catalogue) {
        var key = PlainText.key(text)
        guard key.count <= TradeClause.longest, key.count >= 2 else { return }
        // The name itself may hold any of the words below.
        if let whole = TradeClause.meaning(key, catalogue) {
            meanings = [whole]
            return
        }
        isNegated = TradeClause.negations.contains { key.hasPrefix($0) } || ["无需", "不要求", "不需"].contains { PlainText.holds(key, $0) }
        isWelcome = ["优先", "更好", "尤佳"].contains { PlainText.holds(key, $0) }
        for _ in 0..<6 {
            guard TradeClause.takeBeginning(&key, &isOfAbility) || TradeClause.takeEnding(&key) else { break }
            if let found = TradeClause.all(key, catalogue) {
                meanings = found
                return
            }
        }
        if let found = TradeClause.all(key, catalogue) { meanings = found }
    }

    private static func takeBeginning(_ key: inout String, _ isOfAbility: inout Bool) -> Bool {
        if let ability = abilities.first(where: { key.hasPrefix($0) && key.count > $0.count }) {
            key.removeFirst(ability.count)
            isOfAbility = true
            return true
        }
        if let years = years(key) {
            key.removeFirst(years)
            return true
        }
        if let filler = fillers.first(where: { key.hasPrefix($0) && key.count > $0.count }) {
            key.removeFirst(filler.count)
            return true
        }
        return false
    }

    private static func takeEnding(_ key: inout String) -> Bool {
        guard let ending = endings.first(where: { key.hasSuffix($0) && key.count > $0.count }) else { return false }
        key.removeLast(ending.count)
        return true
    }

    /// How many characters `3年以上` takes.
    private static func years(_ key: String) -> Int? {
        let digits = key.prefix { $0.isASCII && $0.isNumber || $0 == "-" || "一二两三五".contains($0) }
        guard !digits.isEmpty else { return nil }
        let rest = key[digits.endIndex...]
        for word in ["年及以上", "年以上", "年"] where rest.hasPrefix(word) && rest.count > word.count { return digits.count + word.count }
        return nil
    }

    /// What one name means, or several with 和 between them; nil where one of
    /// them is unknown.
    private static func all(_ key: String, _ catalogue: Catalogue) -> [Meaning]? {
        if let meaning = meaning(key, catalogue) { return [meaning] }
        var parts = [key]
        for sign in ["以及", "和", "与", "及", "或", "并", "兼"] where PlainText.holds(key, sign) { parts = parts.flatMap { $0.split(separator: sign).map(String.init) } }
        guard (2...6).contains(parts.count) else { return nil }
        let meanings = parts.compactMap { meaning($0, catalogue) }
        return meanings.count == parts.count ? meanings : nil
    }

    private static func meaning(_ key: String, _ catalogue: Catalogue) -> Meaning? {
        guard key.count >= 2, !key.utf8.allSatisfy({ (48...57).contains($0) || $0 == 45 }) else { return nil }
        if let skill = catalogue.skills.skill(key) { return .skill(skill.id, .unknown) }
        if let certificate = certificate(key, catalogue) { return .certificate(certificate.id) }
        for verb in ["会", "开"] { if let skill = catalogue.skills.skill(verb + key) { return .skill(skill.id, .unknown) } }
        // 中级电焊工
        for length in [4, 3, 2] where key.count > length + 1 {
            if let level = SkillLevel.read(String(key.prefix(length))), let skill = catalogue.skills.skill(String(key.dropFirst(length))) {
                return .skill(skill.id, level)
            }
        }
        return nil
    }

    /// `C1驾照`, `A2本`, `电工证书`: a certificate by more than its names.
    static func certificate(_ key: String, _ catalogue: Catalogue) -> Certificate? {
        let certificates = catalogue.certificates
        if let certificate = certificates.certificate(key) { return certificate }
        for ending in ["驾驶执照", "驾驶证", "驾照", "及以上驾照", "及以上驾驶证", "照", "本", "证"] where key.hasSuffix(ending) {
            let kind = key.dropLast(ending.count)
            if kind.count == 2, kind.allSatisfy(\.isASCII), let certificate = certificates.certificate(String(kind)) { return certificate }
        }
        if key.hasSuffix("证书") || key.hasSuffix("操作证"), let certificate = certificates.certificate(key.replacing("证书", with: "证").replacing("操作证", with: "证")) { return certificate }
        return nil
    }
}

/// A cell of skills or certificates, as far as it is understood.
struct TradesRead: Sendable {
    var skills: [(name: SkillName, level: SkillLevel, isWelcome: Bool)] = []
    var certificates: [(name: CertificateName, isWelcome: Bool)] = []
    /// What says that something is not had or not asked for: kept in the note.
    var remarks: [String] = []
}

extension CellReading {
    /// Reads a cell of skills: names and, where a part is none, what a
    /// sentence says of them. The rest are words, which search finds.
    mutating func trades(_ text: String) -> TradesRead {
        remembered(text, \.trades) { $0.eachTrade(text) }
    }

    private mutating func eachTrade(_ text: String) -> TradesRead {
        var read = TradesRead()
        if !isExact, CellReading.isNothing(text) { return read }
        for part in PlainText.list(text) {
            let isWelcome = part.hasSuffix("?") || part.hasSuffix("？")
            let name = isWelcome ? PlainText.trimmed(part.dropLast()) : part
            if !isExact, !isNamed(name), take(spoken: name, isWelcome: isWelcome, &read) { continue }
            let (skill, level) = skill(name)
            read.skills.append((skill, level, isWelcome))
        }
        return read
    }

    /// Whether a part is a name of the catalogue, with a level perhaps: most
    /// are, and then nothing is looked for in it.
    private func isNamed(_ part: String) -> Bool {
        if catalogue.skills.skill(part) != nil { return true }
        guard let sign = part.unicodeScalars.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return false }
        return catalogue.skills.skill(PlainText.trimmed(Substring(part.unicodeScalars[..<sign]))) != nil
    }

    /// Takes what a part that is no name says; false where it says nothing
    /// that the catalogue knows.
    private mutating func take(spoken part: String, isWelcome: Bool, _ read: inout TradesRead) -> Bool {
        let clauses = CellReading.clauses(part)
        let understood = clauses.map { TradeClause($0, catalogue) }
        guard understood.contains(where: { !$0.meanings.isEmpty || $0.isNegated }) else { return false }
        var names: [Phrase] = []
        for (clause, text) in zip(understood, clauses) {
            if clause.isNegated {
                read.remarks.append(text)
            } else if clause.meanings.isEmpty {
                let (name, level) = skill(text)
                read.skills.append((name, level, isWelcome))
            }
            for meaning in clause.isNegated ? [] : clause.meanings {
                switch meaning {
                case .skill(let id, let level):
                    read.skills.append((.catalogued(id), level, isWelcome || clause.isWelcome))
                    names.append(Phrase(verbatim: catalogue.skills[id].name))
                case .certificate(let id):
                    read.certificates.append((.catalogued(id), isWelcome || clause.isWelcome))
                    names.append(Phrase(verbatim: catalogue.certificates[id].name))
                }
            }
        }
        if !names.isEmpty { warn(part, Phrase("按 ", "taken for ") + Phrase.list(names) + Phrase(" 记", "")) }
        return true
    }

    /// The parts of a sentence; a blank parts them too where all of its
    /// pieces are names.
    private static func clauses(_ text: String) -> [String] {
        text.split { ",，。！!\n\r\t/／".contains($0) }.map { PlainText.trimmed($0) }.filter { !$0.isEmpty }.prefix(50).flatMap { clause -> [String] in
            let pieces = clause.split { $0 == " " || $0 == "　" }.map(String.init)
            return pieces.count > 1 && pieces.allSatisfy { $0.count >= 2 && !$0.allSatisfy(\.isASCII) } ? pieces : [clause]
        }
    }

    /// Names alone, as the store has them.
    mutating func heldSkills(_ text: String) -> [HeldSkill] {
        var skills: [HeldSkill] = []
        for part in PlainText.list(text) {
            let (name, level) = skill(part)
            CellReading.add(name, level, to: &skills)
        }
        return skills
    }

    func heldSkills(_ read: TradesRead) -> [HeldSkill] {
        var skills: [HeldSkill] = []
        for (name, level, _) in read.skills { CellReading.add(name, level, to: &skills) }
        return skills
    }

    private static func add(_ name: SkillName, _ level: SkillLevel, to skills: inout [HeldSkill]) {
        if let index = skills.firstIndex(where: { $0.name == name }) {
            if level > skills[index].level { skills[index] = HeldSkill(name, level) }
        } else {
            skills.append(HeldSkill(name, level))
        }
    }

    func askedSkills(_ read: TradesRead) -> [AskedSkill] {
        var skills: [AskedSkill] = []
        for (name, level, isWelcome) in read.skills {
            if let index = skills.firstIndex(where: { $0.name == name }) {
                let known = skills[index]
                skills[index] = AskedSkill(name, max(level, known.level), isRequired: known.isRequired || !isWelcome)
            } else {
                skills.append(AskedSkill(name, level, isRequired: !isWelcome))
            }
        }
        return skills
    }

    mutating func heldCertificates(_ text: String) throws(CellProblem) -> [HeldCertificate] {
        var certificates: [HeldCertificate] = []
        if !isExact, CellReading.isNothing(text) { return certificates }
        for part in PlainText.list(text) {
            let pieces = part.unicodeScalars.split(maxSplits: 1) { $0 == "@" || $0 == "＠" }.map { PlainText.trimmed(Substring($0)) }
            let expires = pieces.count == 2 && !pieces[1].isEmpty ? try expiry(pieces[1]) : nil
            for name in spokenCertificates(pieces.first ?? part) {
                certificates.removeAll { $0.name == name }
                certificates.append(HeldCertificate(name, expires: expires))
            }
        }
        return certificates
    }

    mutating func certificateNames(_ text: String) -> [CertificateName] {
        var names: [CertificateName] = []
        if !isExact, CellReading.isNothing(text) { return names }
        for part in PlainText.list(text) {
            for name in spokenCertificates(part) where !names.contains(name) { names.append(name) }
        }
        return names
    }

    /// The certificates of a part: by name, else those that a sentence names,
    /// else the part as a word.
    private mutating func spokenCertificates(_ part: String) -> [CertificateName] {
        remembered(part, \.certificates) { $0.eachCertificate(part) }
    }

    private mutating func eachCertificate(_ part: String) -> [CertificateName] {
        guard !isExact, catalogue.certificates.certificate(part) == nil else { return [certificateName(part)] }
        let clauses = CellReading.clauses(part)
        let understood = clauses.map { TradeClause($0, catalogue) }
        func certificates(_ clause: TradeClause) -> [CertificateID] {
            clause.meanings.compactMap { if case .certificate(let id) = $0 { id } else { nil } }
        }
        guard understood.contains(where: { !certificates($0).isEmpty || $0.isNegated }) else { return [certificateName(part)] }
        var names: [CertificateName] = []
        for (clause, text) in zip(understood, clauses) where !clause.isNegated {
            let known = certificates(clause)
            names += known.isEmpty ? [certificateName(text)] : known.map { .catalogued($0) }
        }
        let titles = names.map { Phrase(verbatim: catalogue.certificates.title($0)) }
        warn(part, titles.isEmpty ? Phrase("按没有记", "taken for none") : Phrase("按 ", "taken for ") + Phrase.list(titles) + Phrase(" 记", ""))
        return names
    }

    mutating func wishes(_ text: String) -> [SkillName] {
        var names: [SkillName] = []
        if isExact {
            for part in PlainText.list(text) {
                let name = skillName(part)
                if !names.contains(name) { names.append(name) }
            }
            return names
        }
        for (name, _, _) in trades(text).skills where !names.contains(name) { names.append(name) }
        if names.count > 3 { warn(text, Phrase("最多三个，取前三个", "three at most; the first three are kept")) }
        return Array(names.prefix(3))
    }
}
