/// What of a person is masked on the screen, until somebody says why they
/// need it whole.
public enum MaskedField: String, CaseIterable, Sendable {
    case telephone
    case identityNumber = "identity_number"

    public var phrase: Phrase {
        switch self {
        case .telephone: Phrase("电话", "phone")
        case .identityNumber: Phrase("证件号码", "identity number")
        }
    }

    /// What the person has of it, whole; nil where there is nothing.
    public func text(of person: Person) -> String? {
        switch self {
        case .telephone: person.telephone.isEmpty ? nil : person.telephone
        case .identityNumber: person.identityNumber?.text
        }
    }

    /// Its value as anybody may see it.
    public func masked(_ text: String) -> String {
        switch self {
        case .telephone: Masking.telephone(text)
        case .identityNumber: Masking.identityNumber(text)
        }
    }

    /// Those that the person has.
    public static func all(of person: Person) -> [MaskedField] { allCases.filter { $0.text(of: person) != nil } }
}

/// Why somebody has what is masked shown.
public struct RevealReason: Hashable, Sendable {
    public enum Kind: String, CaseIterable, Sendable {
        case call, identity, paperwork, other

        public var phrase: Phrase {
            switch self {
            case .call: Phrase("打电话", "a call")
            case .identity: Phrase("核对身份", "checking who it is")
            case .paperwork: Phrase("填写材料", "paperwork")
            case .other: Phrase("其他", "other")
            }
        }
    }

    public let kind: Kind
    /// In the caseworker's own words; it may name somebody.
    public let note: String

    /// Nil where nothing is said: `other` needs words.
    public init?(_ kind: Kind, note: String = "") {
        let note = PlainText.trimmed(note)
        guard kind != .other || !note.isEmpty else { return nil }
        self.kind = kind
        self.note = note
    }
}
