import DoorstepCore

/// All that a station knows of one person, a line for each thing, unmasked.
public struct SubjectRows: Sendable {
    private let register: Register
    private let catalogue: Catalogue
    private let language: Language

    /// Where a line comes from.
    public enum Part: Sendable {
        case record, step, service, journal

        var phrase: Phrase {
            switch self {
            case .record: Phrase("登记", "record")
            case .step: Phrase("办理", "step")
            case .service: Phrase("服务", "service")
            case .journal: Phrase("日志", "journal")
            }
        }
    }

    public init(register: Register, catalogue: Catalogue, language: Language) {
        self.register = register
        self.catalogue = catalogue
        self.language = language
    }

    public static func header(_ language: Language) -> [String] {
        [Phrase("来源", "part"), Phrase("时间", "when"), Phrase("项目", "what"), Phrase("内容", "text")].map { $0(language) }
    }

    public static func row(_ part: Part, _ language: Language, when: String, what: String, text: String) -> [SheetValue] {
        [.text(part.phrase(language)), when.isEmpty ? .empty : .text(when), .text(what), text.isEmpty ? .empty : .text(text)]
    }

    /// The record's cells that are not empty, those of records that were
    /// merged into it, then every step and service.
    public func rows(_ person: Person) -> [[SheetValue]] {
        let records = RecordRows(register: register, catalogue: catalogue, language: language, isMasked: false)
        let all = [person] + register.merged(into: person.id, .person).compactMap { register.people[$0] }
        let cells = all.flatMap { person in
            zip(records.header(.people), records.row(person)).filter { $1 != .empty }.map { title, value in
                SubjectRows.row(.record, language, when: "", what: title, text: value.plainText)
            }
        }
        let steps = register.placements(ofPerson: person.id).flatMap { placement in
            placement.steps.map { step in
                let proven = step.evidence.items.map { "\($0.item.phrase(language)): \($0.value.phrase(language))" }
                let said = [placement.id.text, step.title, step.employer, step.caseworker, step.reason.map { $0.phrase(language) } ?? ""]
                let text = (said + proven + [step.note]).filter { !$0.isEmpty }.joined(separator: "; ")
                let what = placement.phrase(of: step) + (placement.isTakenBack(step) ? Phrase("（已更正）", " (taken back)") : Phrase(verbatim: ""))
                return SubjectRows.row(.step, language, when: step.date.description, what: what(language), text: text)
            }
        }
        let services = register.services(of: .person(person.id)).map { service in
            let again = service.again.map { Phrase("改约 \($0)", "again on \($0)")(language) } ?? ""
            let text = [service.outcome.map { $0.phrase(language) } ?? "", again, service.placement?.text ?? "", service.caseworker, service.note]
            return SubjectRows.row(
                .service, language, when: service.date.description, what: service.kind.phrase(language),
                text: text.filter { !$0.isEmpty }.joined(separator: "; "))
        }
        return cells + steps + services
    }
}
