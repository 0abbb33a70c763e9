/// The identifier of a person, job, employer or placement.
///
/// Kept letter for letter as a sheet gives it; those the program gives begin
/// with the station's code, so that stations can later hand each other what
/// they have. Ordered by bytes, which is the same order everywhere.
public struct RecordID: Hashable, Comparable, Sendable, CustomStringConvertible {
    private let form: Form

    /// Most identifiers are a station's own: those are kept as the numbers
    /// they are made of, without a text on the heap for each.
    private enum Form: Hashable, Sendable {
        case given(GivenID)
        /// Any other, letter for letter.
        indirect case text(String)
    }

    /// Nil where there is nothing to tell records apart by: an empty text,
    /// or one with control characters or line breaks.
    public init?(_ text: String) {
        if let given = GivenID(text) {
            form = .given(given)
            return
        }
        guard !text.isEmpty, text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }) else { return nil }
        form = .text(text)
    }

    /// The `number`th identifier that a station gives to records of a kind,
    /// such as `150784001-P000123`.
    public init(station: String, kind: Kind, number: Int) {
        let digits = String(number)
        let text = "\(station)-\(kind.rawValue)" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
        form = GivenID(text).map(Form.given) ?? .text(text)
    }

    public var text: String {
        switch form {
        case .given(let given): given.text
        case .text(let text): text
        }
    }

    /// In the form that stations give, rather than one that came with a
    /// sheet.
    public var isGiven: Bool {
        if case .given = form { true } else { false }
    }

    public enum Kind: String, Sendable, CaseIterable {
        case person = "P"
        case job = "J"
        case employer = "E"
        case placement = "R"
    }

    public var description: String { text }

    public static func < (left: RecordID, right: RecordID) -> Bool {
        if case .given(let left) = left.form, case .given(let right) = right.form, let precedes = left.precedes(right) { return precedes }
        return left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }
}
