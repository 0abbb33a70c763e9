import DoorstepCore
import TerminalUI

/// What Tab makes of the term under the cursor: one value of the catalogue
/// after another.
public struct TermCompletion: Equatable, Sendable {
    private let text: String
    private let completion: QueryCompletion
    /// Which of the candidates stands in the field.
    private(set) var position: Int

    /// More than anyone goes through; who misses one types on.
    private static let limit = 40

    /// Nil where the cursor is in no term with a sign, or nothing goes with
    /// what was typed.
    init?(_ field: TextField, _ model: StationModel, _ language: Language) {
        var fits: ((String) -> Bool)?
        let completion = model.queries.completion(of: field.text, cursor: field.cursor, in: language, limit: TermCompletion.limit) { name, typed in
            guard !typed.isEmpty, let search = model.search else { return false }
            let prepared = fits ?? search.beginning(with: typed)
            fits = prepared
            return prepared(name)
        }
        guard let completion, !completion.candidates.isEmpty else { return nil }
        text = field.text
        self.completion = completion
        position = 0
    }

    /// The field with the candidate in it.
    var applied: (text: String, cursor: Int) { completion.applied(completion.candidates[position], to: text) }

    mutating func turn(by step: Int) {
        let count = completion.candidates.count
        position = (position + step + count) % count
    }

    /// The candidates around the one that stands in the field, which is in
    /// brackets.
    func message(_ language: Language) -> Phrase {
        let count = completion.candidates.count
        let first = max(0, min(position - 2, count - 6))
        let shown = (first..<min(count, first + 6)).map { number in
            let name = completion.candidates[number].name(language)
            return number == position ? "[\(name)]" : name
        }
        return Phrase(verbatim: "\(position + 1)/\(count)  " + shown.joined(separator: "  "))
    }
}

/// Searches that were finished with Enter, the latest last; for as long as
/// the program runs, since they hold names.
public struct SearchHistory: Equatable, Sendable {
    private var texts: [String] = []
    /// How far back one has gone; 0 is what was being typed.
    private var back = 0
    private var typed = ""
    private static let most = 100

    mutating func add(_ text: String) {
        back = 0
        guard !text.isEmpty else { return }
        texts.removeAll { $0 == text }
        texts.append(text)
        if texts.count > SearchHistory.most { texts.removeFirst() }
    }

    /// Goes one search back or forth; nil where there is none.
    mutating func go(by step: Int, from text: String) -> String? {
        if back == 0 { typed = text }
        guard (0...texts.count).contains(back + step) else { return nil }
        back += step
        return back == 0 ? typed : texts[texts.count - back]
    }

    /// Something else was typed.
    mutating func forgetPlace() { back = 0 }
}
