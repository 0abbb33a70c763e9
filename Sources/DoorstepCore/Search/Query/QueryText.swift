extension QueryParser {
    /// A query the way it was understood, as text that parses to the same
    /// query: `焊 #退役军人 @额尔古纳市 月薪>=4000 !状态:暂停`.
    public func description(of query: SearchQuery, in language: Language) -> String {
        query.terms.map { ($0.isNegated ? "!" : "") + text(of: $0.condition, in: language) }.joined(separator: " ")
    }

    /// What of a query has no meaning for records of a kind, so that none
    /// fits: 单位没有年龄.
    public func problems(of query: SearchQuery, for kind: RecordID.Kind) -> [QueryError] {
        query.terms.filter { !$0.condition.applies(to: kind) }.map { term in
            .meaningless(
                term: Phrase(text(of: term.condition, in: .chinese), text(of: term.condition, in: .english)), kind, lacking: term.condition.subject)
        }
    }

    func text(of condition: SearchQuery.Condition, in language: Language) -> String {
        switch condition {
        case .word(let word): self.word(word)
        case .group(let id): "#" + value(groupName(id, language))
        case .place(_, let name): "@" + value(name)
        case .skill(let id, let withFamily): (withFamily ? "+~" : "+") + value(skillName(id))
        case .certificate(let id, let withFamily): (withFamily ? "+~" : "+") + value(certificateName(id))
        case .wage(let span): keyed(.wage, span.text(\.description), language)
        case .age(let span): span.text { "\($0)" } + (language == .chinese ? "岁" : "y")
        case .education(let span): keyed(.education, span.text { $0.short(language) }, language)
        case .status(let status): keyed(.status, status.phrase(language), language)
        case .waiting(let span): keyed(.waiting, span.text { "\($0)" } + (language == .chinese ? "天" : ""), language)
        case .vacancies(let span): keyed(.vacancies, span.text { "\($0)" }, language)
        }
    }

    // MARK: - Names

    // A code where the name means something else as well.

    func groupName(_ id: GroupID, _ language: Language) -> String {
        let group = vocabulary.catalogue.groups[id]
        if case .found(id) = vocabulary.group(group.name(language)) { return group.name(language) }
        return group.code
    }

    func skillName(_ id: SkillID) -> String {
        let skill = vocabulary.catalogue.skills[id]
        if case .found(.skill(id)) = vocabulary.skill(skill.name) { return skill.name }
        return skill.code
    }

    func certificateName(_ id: CertificateID) -> String {
        let certificate = vocabulary.catalogue.certificates[id]
        if case .found(.certificate(id)) = vocabulary.skill(certificate.name) { return certificate.name }
        return certificate.code
    }

    // MARK: - Quotes

    private func keyed(_ key: QueryKey, _ amount: String, _ language: Language) -> String {
        let sign = amount.prefix { "<>=".contains($0) }
        return key.phrase(language) + (sign.isEmpty ? ":" : sign) + value(String(amount[sign.endIndex...]))
    }

    /// What stands behind a sign or key, in quotes where it has blanks.
    func value(_ text: String) -> String {
        let scalars = text.unicodeScalars
        let isPlain = !scalars.contains { $0.properties.isWhitespace } && scalars.first.map { QueryToken.closers(of: $0) == nil } ?? false
        return isPlain ? text : quoted(text)
    }

    /// A word as it stands, or in quotes where it would mean something else.
    private func word(_ word: String) -> String {
        let parsed = parse(word)
        return parsed.query.terms == [SearchQuery.Term(.word(word))] && parsed.problems.isEmpty && parsed.unfinished.isEmpty ? word : quoted(word)
    }

    /// In those quotes that do not occur in it.
    private func quoted(_ text: String) -> String {
        let hasDouble = text.unicodeScalars.contains { $0 == "\"" || $0 == "“" || $0 == "”" }
        return hasDouble ? "「\(text)」" : "\"\(text)\""
    }
}

extension SearchQuery.Condition {
    /// What the condition asks about.
    public var subject: Phrase {
        switch self {
        case .word: Phrase("文字", "text")
        case .group: QuerySign.group.phrase
        case .place: QuerySign.place.phrase
        case .skill: Phrase("技能", "skills")
        case .certificate: Phrase("证书", "certificates")
        case .wage: QueryKey.wage.phrase
        case .age: QueryKey.age.phrase
        case .education: QueryKey.education.phrase
        case .status(let status): Phrase("“\(status.phrase.chinese)”这个状态", "status “\(status.phrase.english)”")
        case .waiting: Phrase("等待天数", "days of waiting")
        case .vacancies: Phrase("空缺人数", "vacancies")
        }
    }
}
