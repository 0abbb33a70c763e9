import DoorstepCore

/// What single changes would bring, as the rows that other programs read.
public enum RelaxRows {
    public static let header = ["change", "subject", "value", "matches", "explanation"]

    public static func row(_ relaxation: Relaxation<PersonChange>, _ catalogue: Catalogue, _ language: Language) -> [SheetValue] {
        let change = relaxation.change
        let (subject, value): (String, SheetValue) =
            switch change {
            case .area(let area): (catalogue.places[area].code, .empty)
            case .move: ("", .empty)
            case .wage(let wage): ("", amount(wage))
            case .kind(let kind): (catalogue.kinds[kind].code, .empty)
            case .certificate(let certificate): (catalogue.certificates.code(certificate), .empty)
            case .skill(let skill), .level(let skill):
                (catalogue.skills.code(skill.name), skill.level == .unknown ? .empty : .text(skill.level.phrase(language)))
            }
        return row(change.sort, subject, value, relaxation.matches, change.phrase(catalogue)(language))
    }

    public static func row(_ relaxation: Relaxation<JobChange>, _ catalogue: Catalogue, _ language: Language) -> [SheetValue] {
        let change = relaxation.change
        let (subject, value): (String, SheetValue) =
            switch change {
            case .wage(let wage): ("", wage.highest.map(amount) ?? .empty)
            case .kind(let kind): (catalogue.kinds[kind].code, .empty)
            case .certificate(let certificate): (catalogue.certificates.code(certificate), .empty)
            case .skill(let skill): (catalogue.skills.code(skill), .empty)
            case .lodging, .education, .age, .reserved: ("", .empty)
            }
        return row(change.sort, subject, value, relaxation.matches, change.phrase(catalogue)(language))
    }

    private static func row(_ sort: ChangeSort, _ subject: String, _ value: SheetValue, _ matches: Int, _ explanation: String) -> [SheetValue] {
        [.text(sort.rawValue), subject.isEmpty ? .empty : .text(subject), value, .integer(matches), .text(explanation)]
    }

    /// Yuan; with decimals where there are any.
    private static func amount(_ money: Money) -> SheetValue {
        money.fen % 100 == 0 ? .integer(money.fen / 100) : .decimal(money.fen, places: 2)
    }
}
