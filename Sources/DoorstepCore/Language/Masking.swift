/// How personal data is hidden in part where others may see it: a name's
/// first character stays, a number's ends.
public enum Masking: Hashable, Sendable {
    /// Shown as it is.
    case none
    /// `张*`.
    case name
    /// `150784********4512`.
    case identityNumber
    /// `138****5678`; other numbers alike.
    case telephone
    /// `1990-**-**`.
    case birthDate
    /// `***`.
    case whole

    public func callAsFunction(_ text: String) -> String {
        guard !text.isEmpty else { return text }
        switch self {
        case .none: return text
        case .name: return "\(text.prefix(1))*"
        case .identityNumber: return text.count == 18 ? "\(text.prefix(6))********\(text.suffix(4))" : Telephone.mask(text)
        case .telephone: return Telephone.mask(text)
        case .birthDate: return "\(text.prefix(4))-**-**"
        case .whole: return "***"
        }
    }
}
