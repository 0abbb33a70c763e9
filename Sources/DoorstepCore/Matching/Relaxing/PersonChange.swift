/// One thing that a person could ask otherwise, or could learn or get.
public enum PersonChange: Hashable, Sendable {
    /// Wishing to work in this county or prefecture too.
    case area(PlaceID)
    case move
    /// Asking for this much a month.
    case wage(Money)
    case kind(JobKindID)
    /// Held and good, without an end.
    case certificate(CertificateName)
    /// A skill that the person lacks, at this level.
    case skill(HeldSkill)
    /// A skill that the person has, raised to this level.
    case level(HeldSkill)

    /// The person's record once the change is made; nothing else is touched.
    public func applied(to person: Person) -> Person {
        var changed = person
        switch self {
        case .area(let area): changed.areas.append(area)
        case .move: changed.canMove = true
        case .wage(let wage): changed.lowestWage = wage
        case .kind(let kind): changed.kinds.append(kind)
        case .certificate(let name): changed.certificates.append(HeldCertificate(name))
        case .skill(let skill): changed.skills.append(skill)
        case .level(let skill): changed.skills = person.skills.map { $0.name == skill.name ? skill : $0 }
        }
        return changed
    }

    public func phrase(_ catalogue: Catalogue) -> Phrase {
        switch self {
        case .area(let area):
            let name = catalogue.places[area].name
            return Phrase("愿去\(name)", "also work in \(name)")
        case .move:
            return Phrase("可外出", "be willing to move")
        case .wage(let wage):
            return Phrase("最低月薪降到 \(wage)", "take \(wage) yuan a month")
        case .kind(let kind):
            let name = catalogue.kinds[kind].name
            return Phrase("也接受\(name.chinese)", "also accept \(name.english)")
        case .certificate(let certificate):
            let title = catalogue.certificates.title(certificate)
            return Phrase("再有\(title)", "also hold \(title)")
        case .skill(let skill):
            let title = catalogue.skills.title(skill.name)
            guard skill.level != .unknown else { return Phrase("再会\(title)", "also know \(title)") }
            return Phrase("再会\(title)（\(skill.level.phrase.chinese)）", "also know \(title) (\(skill.level.phrase.english))")
        case .level(let skill):
            let title = catalogue.skills.title(skill.name)
            return Phrase("\(title)升到\(skill.level.phrase.chinese)", "raise \(title) to \(skill.level.phrase.english)")
        }
    }

    public var sort: ChangeSort {
        switch self {
        case .area: .area
        case .move: .move
        case .wage: .wage
        case .kind: .kind
        case .certificate: .certificate
        case .skill, .level: .skill
        }
    }

    var touch: Touch {
        switch self {
        case .area, .move: Touch(parts: .location)
        case .wage: Touch(rules: RuleSet(.wage))
        case .kind: Touch(rules: RuleSet(.kind))
        case .certificate: Touch(rules: RuleSet(.certificate))
        case .skill, .level: Touch(parts: .skills)
        }
    }
}
