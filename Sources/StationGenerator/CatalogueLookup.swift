import DoorstepCore

/// Finds what the generator speaks of by name, and says loudly what is not
/// there.
struct CatalogueLookup {
    let catalogue: Catalogue

    func skill(_ name: String) throws(GeneratorError) -> SkillID {
        guard let skill = catalogue.skills.skill(name), skill.name == name else { throw .unknownName(name, in: .skills) }
        return skill.id
    }

    func skills(_ names: [String]) throws(GeneratorError) -> [SkillID] {
        var skills: [SkillID] = []
        for name in names { skills.append(try skill(name)) }
        return skills
    }

    func certificate(_ code: String) throws(GeneratorError) -> CertificateID {
        guard let certificate = catalogue.certificates.certificate(code), certificate.code == code else {
            throw .unknownName(code, in: .certificates)
        }
        return certificate.id
    }

    func group(_ code: String) throws(GeneratorError) -> GroupID {
        guard let group = catalogue.groups.group(code), group.code == code else { throw .unknownName(code, in: .groups) }
        return group.id
    }

    func groups(_ codes: [String]) throws(GeneratorError) -> [GroupID] {
        var groups: [GroupID] = []
        for code in codes { groups.append(try group(code)) }
        return groups
    }

    func kind(_ code: String) throws(GeneratorError) -> JobKindID {
        guard let kind = catalogue.kinds.kind(code), kind.code == code else { throw .unknownName(code, in: .kinds) }
        return kind.id
    }

    func kinds(_ weights: [(String, Int)]) throws(GeneratorError) -> WeightedChoice<JobKindID> {
        var kinds: [(JobKindID, Int)] = []
        for (code, weight) in weights { kinds.append((try kind(code), weight)) }
        return try WeightedChoice(kinds)
    }

    func industry(_ code: String) throws(GeneratorError) -> IndustryID {
        guard let industry = catalogue.industries.industry(code), industry.code == code else {
            throw .unknownName(code, in: .industries)
        }
        return industry.id
    }

    func place(_ code: String) throws(GeneratorError) -> Place {
        guard let place = catalogue.places.place(code: code) else { throw .unknownName(code, in: .places) }
        return place
    }
}
