/// The two languages that everything a user sees exists in.
public enum Language: String, CaseIterable, Sendable {
    case chinese = "zh"
    case english = "en"

    /// The language that the first non-empty of `LC_ALL`, `LC_MESSAGES` and
    /// `LANG` asks for, read as text: Chinese for `zh*`, else English. Only
    /// the locales C, C.UTF-8 and POSIX can be counted on to exist, so the
    /// values are never handed to the C library.
    public init(localeNames: [String?]) {
        let name = localeNames.lazy.compactMap(\.self).first { !$0.isEmpty }
        self = name?.lowercased().hasPrefix("zh") == true ? .chinese : .english
    }
}

/// A text in both languages, side by side, so that neither can be forgotten.
public struct Phrase: Hashable, Sendable {
    public let chinese: String
    public let english: String

    public init(_ chinese: String, _ english: String) {
        self.chinese = chinese
        self.english = english
    }

    /// The same text in both languages: a name, a code, a number.
    public init(verbatim text: String) {
        self.init(text, text)
    }

    public func callAsFunction(_ language: Language) -> String {
        language == .chinese ? chinese : english
    }


    /// Phrases in a row, with `、` or a comma between them.
    public static func list(_ phrases: [Phrase]) -> Phrase {
        Phrase(
            phrases.map(\.chinese).joined(separator: "、"),
            phrases.map(\.english).joined(separator: ", "))
    }

    /// Sentences one after the other.
    public static func + (left: Phrase, right: Phrase) -> Phrase {
        Phrase(left.chinese + right.chinese, left.english + right.english)
    }
}

/// An error that can be said to the user in one sentence of their language:
/// what, where, why, and the mend.
public protocol SayableError: Error, Sendable {
    var message: Phrase { get }
}
