/// What somebody looks for: terms that all have to hold. Empty, it fits
/// everything.
///
/// Made by `QueryParser`, which knows what the words mean:
/// `焊 #退役军人 @额尔古纳市 >=4000 !状态:暂停`.
public struct SearchQuery: Hashable, Sendable {
    /// In the order they were written, each once.
    public let terms: [Term]

    public init(_ terms: [Term]) {
        var seen: Set<Term> = []
        self.terms = terms.filter { seen.insert($0).inserted }
    }

    public var isEmpty: Bool { terms.isEmpty }

    /// One condition, or that it does not hold.
    public struct Term: Hashable, Sendable {
        public let condition: Condition
        public let isNegated: Bool

        public init(_ condition: Condition, isNegated: Bool = false) {
            self.condition = condition
            self.isNegated = isNegated
        }
    }

    public enum Condition: Hashable, Sendable {
        /// Text that stands somewhere in the record; half-width and in lower
        /// case, never empty. What it is searched in is the index's business.
        case word(String)
        /// People who belong to the group on the day, derived groups
        /// included; jobs that prefer it, or are reserved for it by
        /// themselves or by their kind.
        case group(GroupID)
        /// At one of these places or below it: where a person lives, a job
        /// or a placement's job is, an employer is. Several places where
        /// they share the name.
        ///
        /// What they are `called` leads to just these.
        case place([PlaceID], called: String)
        /// People who have the skill or wish for the occupation; jobs that
        /// ask for it, even where it is only welcome, or are of that
        /// occupation. With its family, any skill of the family does.
        case skill(SkillID, withFamily: Bool)
        /// People who hold the certificate, and it has not run out; jobs
        /// that require it. With its family, one that is as good does.
        case certificate(CertificateID, withFamily: Bool)
        /// Jobs: some of what they pay a month lies in the span, so that
        /// `>=4000` asks whether the highest pay reaches 4000, `<6000`
        /// whether the lowest is below 6000. Pay by the day or hour counts by
        /// the month; where one end alone is known it stands for both; where
        /// none is, or pay is by the piece, the job does not fit. People: the
        /// lowest wage they expect lies in the span; who expects none said
        /// does not fit.
        case wage(Span<Money>)
        /// In full years on the day. People without a birth date do not fit.
        /// Jobs: their ages admit somebody of that age; a job that says none
        /// admits everybody.
        case age(Span<Int>)
        /// The education of people, who do not fit where it is unknown, and
        /// that which jobs ask for; asking for none is the lowest.
        case education(Span<Education>)
        /// As recorded; a placement's as of the day.
        case status(QueryStatus)
        /// Days for which a person was offered nothing (求职天数), or nobody
        /// was sent to a job (空缺天数).
        case waiting(Span<Int>)
        /// How many more people a job can take on the day.
        case vacancies(Span<Int>)
    }

    /// The words that the search index looks for.
    public var plainWords: PlainSearch {
        func words(isNegated: Bool) -> [String] {
            terms.compactMap { term in if case .word(let word) = term.condition, term.isNegated == isNegated { word } else { nil } }
        }
        return PlainSearch(wanted: words(isNegated: false), unwanted: words(isNegated: true))
    }

    /// Whether something besides plain words is asked for.
    public var hasConditions: Bool {
        terms.contains { if case .word = $0.condition { false } else { true } }
    }
}

extension SearchQuery.Condition {
    /// Whether records of a kind have what the condition asks for: employers
    /// have no age. Where they do not, no record fits, negated or not.
    public func applies(to kind: RecordID.Kind) -> Bool {
        switch self {
        case .word, .place: true
        case .group, .skill, .certificate, .wage, .age, .education, .waiting: kind == .person || kind == .job
        case .vacancies: kind == .job
        case .status(let status):
            switch kind {
            case .person: status.ofPerson != nil
            case .job: status.ofJob != nil
            case .placement: status.ofPlacement != nil
            case .employer: false
            }
        }
    }
}
