/// One thing that an employer could offer or ask otherwise.
public enum JobChange: Hashable, Sendable {
    /// Paying up to more; the lowest wage and the unit stay.
    case wage(Wage)
    case lodging
    /// Being a job of this kind.
    case kind(JobKindID)
    /// Not asking for the certificate.
    case certificate(CertificateName)
    /// Not asking how far anybody went at school.
    case education
    /// Not asking for any age; the law's stays.
    case age
    /// Not asking for the skill.
    case skill(SkillName)
    /// Not reserving the job.
    case reserved

    /// The job's record once the change is made; nothing else is touched.
    public func applied(to job: Job) -> Job {
        var changed = job
        switch self {
        case .wage(let wage): changed.wage = wage
        case .lodging: changed.givesLodging = true
        case .kind(let kind): changed.kind = kind
        case .certificate(let name): changed.certificates.removeAll { $0 == name }
        case .education: changed.education = nil
        case .age: (changed.lowestAge, changed.highestAge) = (nil, nil)
        case .skill(let name): changed.skills.removeAll { $0.name == name }
        case .reserved: changed.reservedFor = []
        }
        return changed
    }

    public func phrase(_ catalogue: Catalogue) -> Phrase {
        switch self {
        case .wage(let wage):
            let highest = wage.highest?.description ?? ""
            return Phrase("最高工资提到 \(highest) 元/\(wage.unit.phrase.chinese)", "pay up to \(highest) yuan a \(wage.unit.phrase.english)")
        case .lodging:
            return Phrase("包住", "give lodging")
        case .kind(let kind):
            let name = catalogue.kinds[kind].name
            return Phrase("改为\(name.chinese)", "make it \(name.english)")
        case .certificate(let certificate):
            let title = catalogue.certificates.title(certificate)
            return Phrase("不要求\(title)", "do without \(title)")
        case .education:
            return Phrase("不限学历", "take any education")
        case .age:
            return Phrase("不限年龄", "take any age")
        case .skill(let skill):
            let title = catalogue.skills.title(skill)
            return Phrase("不要求会\(title)", "do without \(title)")
        case .reserved:
            return Phrase("不限定群体", "take people of any group")
        }
    }

    public var sort: ChangeSort {
        switch self {
        case .wage: .wage
        case .lodging: .lodging
        case .kind: .kind
        case .certificate: .certificate
        case .education: .education
        case .age: .age
        case .skill: .skill
        case .reserved: .reserved
        }
    }

    var touch: Touch {
        switch self {
        case .wage: Touch(rules: RuleSet(.wage))
        case .lodging: Touch(parts: .location)
        // Day work counts vacancies by the day and takes the same people
        // again; some kinds are reserved.
        case .kind: Touch(rules: RuleSet(.jobOpen, .inHand, .kind, .groupOnly), parts: .groups)
        case .certificate: Touch(rules: RuleSet(.certificate))
        case .education: Touch(rules: RuleSet(.education))
        case .age: Touch(rules: RuleSet(.ageRange))
        case .skill: Touch(parts: .skills)
        case .reserved: Touch(rules: RuleSet(.groupOnly), parts: .groups)
        }
    }
}
