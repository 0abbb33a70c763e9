import DoorstepCore

/// Which groups somebody belongs to: they come together, as they do in life.
extension PersonMaker {
    func setGroups(_ person: inout Person, _ sketch: Sketch, _ random: inout SeededGenerator) {
        let groups = known.groups
        var belongs: GroupSet = []
        let isUnemployed = person.unemployedSince != nil
        let waited = person.unemployedSince.map { plan.day - $0 } ?? 0
        let isCountry = sketch.settlement.isCountry

        func add(_ group: GroupID, perMille share: Int) {
            if random.perMille(share) { belongs.insert(group) }
        }

        if sketch.age >= (sketch.sex == .male ? 62 : 56) {
            add(groups.pensioner, perMille: 900)
        } else if isUnemployed, sketch.age >= (sketch.sex == .male ? 50 : 40) {
            add(groups.older, perMille: 620)
        }
        add(groups.disabled, perMille: sketch.age > 45 ? 48 : 24)
        add(groups.dibao, perMille: belongs.contains(groups.disabled) ? 180 : isCountry ? 42 : 30)
        if isUnemployed { add(groups.zeroEmployment, perMille: belongs.contains(groups.dibao) ? 160 : 12) }
        if waited > 365 { add(groups.longTerm, perMille: 720) }
        let isHardCase = [groups.older, groups.disabled, groups.dibao, groups.zeroEmployment, groups.longTerm].contains { belongs.contains($0) }
        if isUnemployed { add(groups.hardToEmploy, perMille: isHardCase ? 520 : 15) }
        if sketch.sex == .male, sketch.age >= 22 { add(groups.veteran, perMille: 70) } else { add(groups.veteran, perMille: 4) }
        if sketch.sex == .female, sketch.age >= 22 { add(groups.dependant, perMille: 8) }

        switch sketch.settlement.land {
        case .country:
            add(groups.rural, perMille: 780)
            add(groups.outOfPoverty, perMille: 90)
            add(groups.lowIncome, perMille: 40)
            add(groups.migrant, perMille: 150)
            add(groups.returnee, perMille: 70)
            add(groups.landless, perMille: 15)
        case .stateFarm:
            if sketch.age < 62 { add(groups.farmIdle, perMille: 480) }
            add(groups.returnee, perMille: 30)
        case .town:
            add(groups.migrant, perMille: 70)
            add(groups.outOfPoverty, perMille: 12)
            add(groups.returnee, perMille: 20)
            add(groups.flexible, perMille: 60)
            add(groups.hardshipWorker, perMille: 18)
        }
        if sketch.settlement.isBorder { add(groups.border, perMille: 600) }
        if case .elsewhere? = person.household { add(groups.incoming, perMille: 700) }
        if sketch.trade.trade.employers.contains(.sugar) { add(groups.industrial, perMille: 60) }
        if sketch.education >= .college, sketch.age < 28, belongs.contains(groups.dibao) || belongs.contains(groups.lowIncome) {
            add(groups.hardshipGraduate, perMille: 800)
        }
        if sketch.age < 20, sketch.education <= .seniorMiddle { add(groups.schoolLeaver, perMille: 700) }
        person.recordedGroups = belongs
    }
}
