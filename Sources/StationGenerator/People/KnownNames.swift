import DoorstepCore

/// What the generator says of people, looked up once.
struct KnownNames: Sendable {
    /// The lowest age of a span of five years.
    let ages: WeightedChoice<Int>
    let driving: SkillID
    let labour: SkillID
    let cooking: SkillID
    let computer: SkillID
    let mandarin: SkillID
    let mongolian: SkillID
    let russian: SkillID
    let carLicences: WeightedChoice<CertificateID>
    let health: CertificateID
    /// Certificates that have to be renewed.
    let expiring: Set<CertificateID>
    let groups: Groups
    let kinds: Kinds

    struct Groups: Sendable {
        let older, pensioner, disabled, dibao, zeroEmployment, hardToEmploy, longTerm, veteran, dependant, outOfPoverty: GroupID
        let lowIncome, rural, migrant, returnee, farmIdle, border, hardshipGraduate, schoolLeaver, flexible, landless, hardshipWorker: GroupID
        let incoming, industrial: GroupID
    }

    struct Kinds: Sendable {
        let fullTime, partTime, flexible, gig, seasonal, shared, publicWelfare, ruralWelfare, traineeship, newGraduate, workRelief: JobKindID
        let parentFriendly, assistance, apprenticeship: JobKindID
    }

    init(_ catalogue: Catalogue) throws(GeneratorError) {
        let lookup = CatalogueLookup(catalogue: catalogue)
        driving = try lookup.skill("小型汽车驾驶")
        labour = try lookup.skill("力工")
        cooking = try lookup.skill("家常烹饪")
        computer = try lookup.skill("办公软件")
        mandarin = try lookup.skill("普通话")
        mongolian = try lookup.skill("蒙古语")
        russian = try lookup.skill("俄语")
        health = try lookup.certificate("health")
        ages = try WeightedChoice([
            (15, 6), (20, 115), (25, 105), (30, 105), (35, 110), (40, 112), (45, 122), (50, 132), (55, 105), (60, 50), (65, 26), (70, 7),
        ])
        carLicences = try WeightedChoice([
            (try lookup.certificate("drive-c1"), 80), (try lookup.certificate("drive-c2"), 16), (try lookup.certificate("drive-b2"), 8),
            (try lookup.certificate("drive-c5"), 1),
        ])
        var expiring: Set<CertificateID> = []
        for code in [
            "lv-electrician", "hv-electrician", "welding", "height", "forklift", "sightseeing", "boiler", "construction-special", "health", "nurse",
            "transport", "passenger", "drone", "safety-officer",
        ] { expiring.insert(try lookup.certificate(code)) }
        self.expiring = expiring
        groups = try Groups(lookup)
        kinds = try Kinds(lookup)
    }
}

extension KnownNames.Groups {
    fileprivate init(_ lookup: CatalogueLookup) throws(GeneratorError) {
        older = try lookup.group("older-worker")
        pensioner = try lookup.group("over-retirement-age")
        disabled = try lookup.group("disabled")
        dibao = try lookup.group("dibao-family")
        zeroEmployment = try lookup.group("zero-employment-family")
        hardToEmploy = try lookup.group("hard-to-employ")
        longTerm = try lookup.group("long-term-unemployed")
        veteran = try lookup.group("veteran")
        dependant = try lookup.group("military-dependant")
        outOfPoverty = try lookup.group("out-of-poverty")
        lowIncome = try lookup.group("rural-low-income")
        rural = try lookup.group("rural-resident")
        migrant = try lookup.group("rural-migrant")
        returnee = try lookup.group("returnee")
        farmIdle = try lookup.group("state-farm-idle")
        border = try lookup.group("border-resident")
        hardshipGraduate = try lookup.group("graduate-hardship")
        schoolLeaver = try lookup.group("school-leaver")
        flexible = try lookup.group("flexible-worker")
        landless = try lookup.group("landless")
        hardshipWorker = try lookup.group("hardship-worker")
        incoming = try lookup.group("incoming-worker")
        industrial = try lookup.group("industrial-worker")
    }
}

extension KnownNames.Kinds {
    fileprivate init(_ lookup: CatalogueLookup) throws(GeneratorError) {
        fullTime = try lookup.kind("full-time")
        partTime = try lookup.kind("part-time")
        flexible = try lookup.kind("flexible")
        gig = try lookup.kind("gig")
        seasonal = try lookup.kind("seasonal")
        shared = try lookup.kind("shared")
        publicWelfare = try lookup.kind("public-welfare")
        ruralWelfare = try lookup.kind("rural-public-welfare")
        traineeship = try lookup.kind("traineeship")
        newGraduate = try lookup.kind("new-graduate")
        workRelief = try lookup.kind("work-relief")
        parentFriendly = try lookup.kind("parent-friendly")
        assistance = try lookup.kind("assistance")
        apprenticeship = try lookup.kind("apprenticeship")
    }
}
