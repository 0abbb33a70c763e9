@testable import DoorstepCore

/// What figures come to, reckoned from the definitions one indicator after
/// the other: slow, and as plain as can be.
struct PlainFigures {
    let placements: [Placement]
    let catalogue: Catalogue
    let day: Day
    let scope: Figures.Scope
    let standing: (RecordID) -> RecordID

    /// What is counted of an indicator in some days.
    func count(_ indicator: Indicator, _ span: Period.Span) -> Int {
        var people: Set<RecordID> = []
        var events: Set<String> = []
        for placement in placements {
            for (step, date, what) in occasions(placement, indicator) where span.contains(date) && date <= day && fits(step, indicator) {
                people.insert(standing(placement.person))
                // One event of one pair, however many records tell of it;
                // where none was merged each step is its own.
                let merged = placements.contains { standing($0.person) != $0.person || standing($0.job) != $0.job }
                let own = merged ? "" : "\(placement.id.text) \(step.number)"
                events.insert("\(own) \(standing(placement.person).text) \(standing(placement.job).text) \(date) \(what)")
            }
        }
        return indicator.unit == .persons ? people.count : events.count
    }

    private func fits(_ step: PlacementStep, _ indicator: Indicator) -> Bool {
        if let group = scope.group, step.facts?.groups.contains(group) != true { return false }
        guard let area = scope.area else { return true }
        guard let place = indicator.side == .home ? step.facts?.place : step.facts?.workplace else { return false }
        return catalogue.places.lies(place, in: area)
    }

    /// The steps of a placement that an indicator counts, and on which day.
    private func occasions(_ placement: Placement, _ indicator: Indicator) -> [(step: PlacementStep, date: Day, what: String)] {
        let standing = placement.standing
        let start = standing.first { $0.stage == .started }
        func all(_ fits: (Int) -> Bool) -> [(PlacementStep, Day, String)] { standing.indices.filter(fits).map { (standing[$0], standing[$0].date, "\(standing[$0].stage) \(standing[$0].party.map { "\($0)" } ?? "")") } }
        func hasStarted(before index: Int) -> Bool { standing[..<index].contains { $0.stage == .started } }
        func wasHired(before index: Int) -> Bool { standing[..<index].contains { $0.stage == .hired } }
        func stays(_ days: Int, confirmed: Bool) -> [(PlacementStep, Day, String)] {
            guard let start, start.date <= day else { return [] }
            let date = start.date + days
            guard !standing.contains(where: { $0.stage == .left && $0.date < date && $0.date <= day }) else { return [] }
            let isConfirmed = standing.contains { $0.stage == .checked && $0.date >= date && $0.date <= day }
            return confirmed && !isConfirmed ? [] : [(start, date, "days \(isConfirmed)")]
        }
        let isGig = standing.first?.kind == "gig"
        switch indicator {
        case .referred: return all { standing[$0].stage == .referred }
        case .interviewed: return all { standing[$0].stage == .interviewed }
        case .hired: return isGig ? all { standing[$0].stage == .hired && hasStarted(before: $0) } : all { standing[$0].stage == .hired }
        case .dayWork, .dayWorkPeople: return isGig ? all { standing[$0].stage == .hired && !hasStarted(before: $0) } : []
        case .started: return all { standing[$0].stage == .started }
        case .neverStarted: return all { standing[$0].stage == .declined && wasHired(before: $0) }
        case .declinedByEmployer: return all { standing[$0].stage == .declined && standing[$0].party == .employer && !wasHired(before: $0) }
        case .declinedByPerson: return all { standing[$0].stage == .declined && standing[$0].party == .person && !wasHired(before: $0) }
        case .left: return all { standing[$0].stage == .left && (!isGig || hasStarted(before: $0)) }
        case .dayWorkDone: return all { standing[$0].stage == .left && isGig && !hasStarted(before: $0) }
        case .dayWorkPaid: return all { standing[$0].stage == .checked && isGig && !hasStarted(before: $0) && standing[$0].evidence.yes(.paid) == true }
        case .inPost30: return stays(30, confirmed: false)
        case .inPost90: return stays(90, confirmed: false)
        case .inPost180: return stays(180, confirmed: false)
        case .inPost365: return stays(365, confirmed: false)
        case .confirmed30: return stays(30, confirmed: true)
        case .confirmed90: return stays(90, confirmed: true)
        case .confirmed180: return stays(180, confirmed: true)
        case .confirmed365: return stays(365, confirmed: true)
        default: return indicator.section == .outcomes ? all { standing[$0].stage == .started && counts(standing[$0], indicator) } : []
        }
    }

    private func counts(_ step: PlacementStep, _ indicator: Indicator) -> Bool {
        switch indicator {
        case .newEmployment: return true
        case .flexible: return ["flexible", "part-time"].contains(step.kind)
        case .trainees: return step.kind == "traineeship"
        case .welfarePosts: return ["public-welfare", "rural-public-welfare"].contains(step.kind)
        default: break
        }
        guard let facts = step.facts else { return false }
        func has(_ codes: String...) -> Bool { codes.contains { code in catalogue.groups.group(code).map { facts.groups.contains($0.id) } ?? false } }
        func county(_ place: PlaceID?) -> PlaceID? { place.flatMap { catalogue.places.ancestor(of: $0, at: .county) } }
        let industry = facts.industry.map { catalogue.industries[$0] }
        let isLocal = county(facts.place) != nil && county(facts.place) == county(facts.workplace)
        let isRural = has("rural-resident", "rural-migrant", "returnee-rural-worker", "landless")
        let isGraduate = has("graduating-year", "graduate-two-years", "graduate-unemployed-two-years")
        switch indicator {
        case .urban:
            guard let place = facts.workplace.map({ catalogue.places[$0] }) else { return false }
            return place.level == .county ? place.name.hasSuffix("区") : place.level == .township && ["街道", "镇", "区", "园"].contains { place.name.hasSuffix($0) }
        case .ruralTransfer: return isRural && (industry?.sector == 2 || industry?.sector == 3)
        case .ruralNearby: return isRural && isLocal
        case .unemployed: return has("registered-unemployed")
        case .hardToEmploy: return has("hard-to-employ")
        case .zeroFamily: return has("zero-employment-family")
        case .outOfPoverty: return has("out-of-poverty")
        case .disabled: return has("disabled")
        case .veterans: return has("veteran", "unemployed-veteran")
        case .graduates: return isGraduate
        case .graduatesInEnterprises:
            return isGraduate
                && ([.enterprise, .stateEnterprise, .soleTrader, .cooperative, .agency].contains(facts.employerType) || ["flexible", "part-time"].contains(step.kind))
        case .secondary: return industry?.sector == 2
        case .tertiary: return industry?.sector == 3
        case .small:
            if facts.employerType == .soleTrader || facts.employerType == .cooperative { return true }
            return [.enterprise, .stateEnterprise, .agency, nil].contains(facts.employerType) && [.small, .micro].contains(facts.employerSize)
        case .local: return isLocal
        case .forestLocal: return isLocal && (industry?.sector == 1 || facts.employerType == .cooperative)
        case .agriProcessing: return ["13", "14", "15"].contains(industry?.code ?? "") || facts.employerType == .cooperative
        default: return false
        }
    }
}
