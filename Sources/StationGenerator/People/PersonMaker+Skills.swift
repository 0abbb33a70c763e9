import DoorstepCore

/// What somebody can do and has papers for.
extension PersonMaker {
    func setSkills(_ person: inout Person, _ sketch: Sketch, _ random: inout SeededGenerator) {
        let trade = sketch.trade
        var skills: [HeldSkill] = []
        func add(_ skill: SkillID, _ level: SkillLevel = .unknown) {
            guard !skills.contains(where: { $0.name == .catalogued(skill) }) else { return }
            skills.append(HeldSkill(.catalogued(skill), level))
        }

        // One in twenty brings nothing that a sheet has a word for.
        if random.percent(95), sketch.age >= 18 {
            add(trade.skills[0], level(trade, age: sketch.age, &random))
            for skill in trade.skills.dropFirst() where random.percent(32) {
                add(skill, random.percent(10) ? level(trade, age: sketch.age, &random) : .unknown)
            }
            addCertificates(trade, &person, &random)
            // What an earlier trade left.
            if sketch.age > 28, random.percent(26) {
                let earlier = trades.ofPeople.draw(&random)
                let isLikely = !(earlier.has(.men) && sketch.sex == .female) && !(earlier.has(.college) && sketch.education < .college)
                if isLikely {
                    add(earlier.skills[0], random.percent(30) ? level(earlier, age: sketch.age, &random) : .unknown)
                    if random.percent(40) { addCertificates(earlier, &person, &random) }
                }
            }
            if random.percent(settlements.isWide ? 6 : 2) { add(trades.tail.draw(&random), random.percent(30) ? .junior : .unknown) }
        }
        let drives = sketch.age >= 18 && sketch.age < 68 && random.percent(sketch.sex == .male ? 46 : 24)
        if drives {
            if random.percent(70) { add(known.driving) }
            addCertificate(known.carLicences.draw(&random), expires: nil, &person)
        }
        if sketch.education >= .college, random.percent(60) { add(known.computer, random.percent(15) ? .junior : .unknown) }
        if sketch.sex == .male, sketch.education <= .juniorMiddle, sketch.age < 60, random.percent(30) { add(known.labour) }
        if sketch.sex == .female, sketch.age > 35, random.percent(16) { add(known.cooking) }
        switch sketch.ethnicity {
        case .mongolian where random.percent(55): add(known.mongolian)
        case .russian where random.percent(45): add(known.russian)
        case .evenki, .daur: if random.percent(18) { add(known.mongolian) }
        default: if random.percent(1) { add(known.russian) }
        }
        person.skills = skills
    }

    private func level(_ trade: KnownTrade, age: Int, _ random: inout SeededGenerator) -> SkillLevel {
        guard random.percent(trade.has(.graded) ? 62 : 22) else { return .unknown }
        let experience = min(4, max(0, (age - 19) / 6))
        let level = random.within(0...experience + 1)
        return [SkillLevel.apprentice, .junior, .intermediate, .intermediate, .senior, .technician][level]
    }

    private func addCertificates(_ trade: KnownTrade, _ person: inout Person, _ random: inout SeededGenerator) {
        for (index, certificate) in trade.certificates.enumerated() where random.percent(trade.has(.certified) && index == 0 ? 70 : 38) {
            // One in nine ran out.
            let isExpiring = known.expiring.contains(certificate) && random.percent(80)
            let months = random.percent(11) ? -random.within(1...14) : random.within(1...44)
            addCertificate(certificate, expires: isExpiring ? plan.day.adding(months: months).endOfMonth : nil, &person)
        }
    }

    private func addCertificate(_ certificate: CertificateID, expires: Day?, _ person: inout Person) {
        guard !person.certificates.contains(where: { $0.name == .catalogued(certificate) }) else { return }
        person.certificates.append(HeldCertificate(.catalogued(certificate), expires: expires))
    }
}
