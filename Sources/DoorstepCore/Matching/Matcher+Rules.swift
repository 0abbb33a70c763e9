extension Matcher {
    /// Whether a rule holds for a pair; nil where one side gives no value,
    /// in which case it holds without having been checked.
    func check(_ rule: Rule, _ opening: Opening, _ candidate: Candidate) -> Bool? {
        let job = opening.job
        let person = candidate.person
        switch rule {
        case .jobOpen:
            return isOpen(opening)
        case .personSeeking:
            return person.status == .seeking
        case .employerBarred:
            return !opening.employerIsBarred
        case .legalAge:
            return candidate.age.map { $0 >= lowestAge(for: job) }
        case .inHand:
            return !pair(opening, person).contains { isInHand($0, isDayWork: opening.isDayWork) }
        case .declined:
            return !pair(opening, person).contains(where: wasDeclined)
        case .ageRange:
            guard job.lowestAge != nil || job.highestAge != nil, let age = candidate.age else { return nil }
            return (job.lowestAge ?? 0) <= age && age <= (job.highestAge ?? .max)
        case .education:
            guard let asked = job.education else { return true }
            return person.education.map { $0 >= asked }
        case .certificate:
            return job.certificates.allSatisfy { holds(person, $0) }
        case .kind:
            guard !person.kinds.isEmpty else { return true }
            return job.kind.map { person.kinds.contains($0) }
        case .wage:
            guard let expected = person.lowestWage else { return nil }
            return job.wage.reaches(expected)
        case .groupOnly:
            return opening.reservedFor.isEmpty || !candidate.groups.isDisjoint(with: opening.reservedFor)
        }
    }

    /// Whether anybody at all can be sent to the job on the day.
    public func isOpen(_ opening: Opening) -> Bool {
        let job = opening.job
        return job.status == .open && job.closes.map { day <= $0 } ?? true && opening.hasVacancy
    }

    private func pair(_ opening: Opening, _ person: Person) -> [Placement] {
        opening.pairs.isEmpty ? [] : opening.pairs[person.id] ?? []
    }

    /// The youngest, in full years, who may work there.
    func lowestAge(for job: Job) -> Int {
        job.isHazardous || job.isByNight ? max(settings.lowestAge, settings.lowestAgeForHazard) : settings.lowestAge
    }

    /// A pair is in hand until it came to nothing. Who is taken on for day
    /// work stays on the list, and may be taken on there again.
    func isInHand(_ placement: Placement, isDayWork: Bool) -> Bool {
        placement.latest(asOf: day)?.stage.isInHand(isDayWork: isDayWork) ?? false
    }

    /// One side said no, too lately to ask again.
    func wasDeclined(_ placement: Placement) -> Bool {
        guard let step = placement.latest(asOf: day), step.stage == .declined else { return false }
        return day - step.date <= settings.declineDays
    }

    /// Whether the person holds what is required, or something that covers
    /// it, on the day.
    func holds(_ person: Person, _ required: CertificateName) -> Bool {
        if case .catalogued(let id) = required, catalogue.certificates[id].isSoft { return true }
        return held(by: person, for: required) != nil
    }

    /// The first certificate of the person's that is good on the day and is
    /// what is required, or covers it.
    func held(by person: Person, for required: CertificateName) -> HeldCertificate? {
        person.certificates.first { isGood($0, for: required) }
    }

    /// Whether one certificate is what is required, or covers it, on the day.
    func isGood(_ held: HeldCertificate, for required: CertificateName) -> Bool {
        if let expires = held.expires, expires < day { return false }
        if held.name == required { return true }
        guard case .catalogued(let requiredID) = required, case .catalogued(let heldID) = held.name else { return false }
        return catalogue.certificates[heldID].covers.contains(requiredID)
    }
}
