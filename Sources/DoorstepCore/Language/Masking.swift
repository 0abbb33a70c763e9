/// What of personal data may be seen by others: a name's first character,
/// a number's ends.
public enum Masking {
    /// `张*`.
    public static func name(_ name: String) -> String {
        name.isEmpty ? "" : "\(name.prefix(1))*"
    }

    /// A cell of a column, as exports and prints have it unless they are
    /// asked for otherwise.
    public static func cell(_ text: String, column: String) -> String {
        guard !text.isEmpty else { return text }
        switch column {
        case "name", "contact": return name(text)
        case "id_number": return text.count == 18 ? "\(text.prefix(6))********\(text.suffix(4))" : Telephone.mask(text)
        case "phone", PersonExtra.otherTelephone.rawValue, PersonExtra.employmentCertificate.rawValue: return Telephone.mask(text)
        case "birth_date": return "\(text.prefix(4))-**-**"
        case "note", "lon", "lat", PersonExtra.school.rawValue, PersonExtra.unemploymentReason.rawValue: return "***"
        default: return text
        }
    }
}
