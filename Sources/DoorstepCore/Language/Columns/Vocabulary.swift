/// The words that the values of a column are taken from: what is offered
/// while one is being typed.
public enum Vocabulary: Sendable, Hashable {
    case groups, places, skills, certificates, kinds, industries
    /// The employers that the station knows.
    case employers
    /// A short list, all of it.
    case words([Phrase])

    static func terms<T: Term>(_ type: T.Type) -> Vocabulary { .words(T.allCases.map(\.phrase)) }

    static let education = Vocabulary.words(Education.allCases.map(\.phrase))
    static let yesNo = Vocabulary.words([Phrase("是", "yes"), Phrase("否", "no")])
}
