import DoorstepCore

/// The training list as the rows that other programs read.
public enum TrainingRows {
    public static let header = ["kind", "code", "name", "pairs", "people", "jobs", "wishing", "wishing_people"]

    public static func row(_ line: TrainingList.Line, _ catalogue: Catalogue) -> [SheetValue] {
        let (kind, code, name) =
            switch line.subject {
            case .skill(let skill): ("skill", catalogue.skills.code(skill), catalogue.skills.title(skill))
            case .certificate(let certificate): ("certificate", catalogue.certificates.code(certificate), catalogue.certificates.title(certificate))
            }
        return [
            .text(kind), .text(code), .text(name), .integer(line.pairs), .integer(line.people), .integer(line.jobs), .integer(line.wishing.count),
            line.wishing.isEmpty ? .empty : .text(line.wishing.map(\.text).joined(separator: ";")),
        ]
    }
}
