/// How a group follows from a person's record and the day of working.
///
/// Written in the catalogue as conditions that all have to hold, with `,`
/// between them, each a choice with `|` between: `veteran|military-dependant,
/// unemployed-one-year`.
struct GroupRule: Sendable {
    /// Choices side by side; each one's last is marked.
    private let conditions: [(condition: Condition, isLast: Bool)]

    fileprivate enum Condition: Hashable, Sendable {
        case group(GroupID)
        /// Registered as unemployed.
        case unemployed
        /// Registered as unemployed at least so many months ago.
        case unemployedMonths(atLeast: Int)
        case age(ClosedRange<Int>)
        case education(atLeast: Education)
        /// The day of leaving school is known.
        case leftSchool
        /// Left school at most so many months ago: the date plus the months
        /// is not before the day of working.
        case leftSchoolMonths(atMost: Int)
        case leftSchoolThisYear
        /// Not later than the day of working.
        case leftSchoolPast
        case neverEmployed
        case female
        /// The household lies in the station's city.
        case householdInCity
    }

    /// Nil where the text is no rule.
    init?(_ text: String, groups: [String: GroupID]) {
        var conditions: [(Condition, Bool)] = []
        for part in text.split(separator: ",") {
            var choices: [Condition] = []
            for word in part.split(separator: "|") {
                guard let condition = Condition(PlainText.trimmed(word), groups: groups) else { return nil }
                choices.append(condition)
            }
            for (index, choice) in choices.enumerated() { conditions.append((choice, index == choices.count - 1)) }
        }
        self.conditions = conditions
    }

    /// The groups that the rule speaks of.
    var mentioned: GroupSet {
        GroupSet(conditions.compactMap { if case .group(let id) = $0.condition { id } else { nil } })
    }

    func holds(for person: Person, with groups: GroupSet, asOf day: Day, city: PlaceID?, places: PlaceCatalogue) -> Bool {
        var isMet = false
        for (condition, isLast) in conditions {
            isMet = isMet || condition.holds(for: person, with: groups, asOf: day, city: city, places: places)
            guard isLast else { continue }
            guard isMet else { return false }
            isMet = false
        }
        return true
    }

    /// Whether it might hold, if what the record leaves open were known.
    ///
    /// - Parameter possible: other groups of which that is so.
    func mightHold(for person: Person, with groups: GroupSet, _ possible: GroupSet, asOf day: Day, city: PlaceID?, places: PlaceCatalogue) -> Bool {
        var isMet = false
        for (condition, isLast) in conditions {
            isMet = isMet || condition.isLeftOpen(by: person, possible)
                || condition.holds(for: person, with: groups, asOf: day, city: city, places: places)
            guard isLast else { continue }
            guard isMet else { return false }
            isMet = false
        }
        return true
    }
}

extension GroupRule.Condition {
    /// The record does not say what it asks.
    fileprivate func isLeftOpen(by person: Person, _ possible: GroupSet) -> Bool {
        switch self {
        case .group(let id): possible.contains(id)
        case .age: person.birth == nil
        case .education: person.education == nil
        case .leftSchool, .leftSchoolMonths, .leftSchoolThisYear, .leftSchoolPast: person.leftSchool == nil
        case .female: person.sex == nil
        case .householdInCity: person.household == nil
        case .unemployed, .unemployedMonths, .neverEmployed: false
        }
    }

    fileprivate init?(_ word: String, groups: [String: GroupID]) {
        if let group = groups[word] {
            self = .group(group)
            return
        }
        func number(after prefix: String, unit: String = "") -> Int? {
            guard word.hasPrefix(prefix), word.hasSuffix(unit) else { return nil }
            return Int(word.dropFirst(prefix.count).dropLast(unit.count))
        }
        switch word {
        case "unemployed": self = .unemployed
        case "left-school": self = .leftSchool
        case "left-school:this-year": self = .leftSchoolThisYear
        case "left-school:past": self = .leftSchoolPast
        case "never-employed": self = .neverEmployed
        case "female": self = .female
        case "household:city": self = .householdInCity
        default:
            if let months = number(after: "unemployed>=", unit: "m") {
                self = .unemployedMonths(atLeast: months)
            } else if let months = number(after: "left-school<=", unit: "m") {
                self = .leftSchoolMonths(atMost: months)
            } else if let level = number(after: "education>=").flatMap(Education.init(rawValue:)) {
                self = .education(atLeast: level)
            } else if word.hasPrefix("age:") {
                let ends = word.dropFirst(4).split(separator: "-").compactMap { Int($0) }
                guard ends.count == 2, ends[0] <= ends[1] else { return nil }
                self = .age(ends[0]...ends[1])
            } else {
                return nil
            }
        }
    }

    fileprivate func holds(for person: Person, with groups: GroupSet, asOf day: Day, city: PlaceID?, places: PlaceCatalogue) -> Bool {
        switch self {
        case .group(let id): groups.contains(id)
        case .unemployed: person.unemployedSince != nil
        case .unemployedMonths(let months): person.unemployedSince.map { $0.adding(months: months) <= day } ?? false
        case .age(let range): person.birth.map { range.contains(day.fullYears(since: $0)) } ?? false
        case .education(let level): person.education.map { $0 >= level } ?? false
        case .leftSchool: person.leftSchool != nil
        case .leftSchoolMonths(let months): person.leftSchool.map { $0.adding(months: months) >= day } ?? false
        case .leftSchoolThisYear: person.leftSchool?.year == day.year
        case .leftSchoolPast: person.leftSchool.map { $0 <= day } ?? false
        case .neverEmployed: person.neverEmployed
        case .female: person.sex == .female
        case .householdInCity:
            if case .place(let household) = person.household, let city { places.lies(household, in: city) } else { false }
        }
    }
}
