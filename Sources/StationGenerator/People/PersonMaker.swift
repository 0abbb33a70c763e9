import DoorstepCore

/// Makes up people who look for work.
struct PersonMaker {
    let plan: StationPlan
    let catalogue: Catalogue
    let settlements: SettlementTable
    let trades: TradeTable
    let names: PersonNames
    let known: KnownNames
    /// County and birth date of the identity numbers already used: with
    /// sequence 000, there is one for each.
    private var used: Set<Int> = []

    init(plan: StationPlan, catalogue: Catalogue, settlements: SettlementTable, trades: TradeTable) throws(GeneratorError) {
        self.plan = plan
        self.catalogue = catalogue
        self.settlements = settlements
        self.trades = trades
        names = try PersonNames()
        known = try KnownNames(catalogue)
        used.reserveCapacity(plan.people)
    }

    /// Who somebody is, before it becomes a record.
    struct Sketch {
        let settlement: Settlement
        let sex: Sex
        let age: Int
        let birth: Day
        let education: Education
        let ethnicity: PersonNames.Ethnicity
        let trade: KnownTrade
    }

    /// The `number`th person; to be asked for in order.
    mutating func person(_ number: Int) -> Person {
        var random = SeededGenerator(seed: plan.seed, stream: .people, number: number)
        let sketch = sketch(&random)
        var person = Person(
            id: RecordID(station: plan.station, kind: .person, number: number),
            name: names.name(sketch.ethnicity, sketch.sex, born: sketch.birth.year, &random), place: sketch.settlement.place,
            registered: plan.day)
        person.sex = sketch.sex
        person.birth = sketch.birth
        person.telephone = MadeUpNumbers.telephone(.person, number: number)
        person.education = random.percent(97) ? sketch.education : nil
        person.note = GeneratedNote.mark
        if random.percent(30) { person.coordinates = sketch.settlement.point(near: &random) }
        setHousehold(&person, sketch, &random)
        setDates(&person, sketch, &random)
        setSkills(&person, sketch, &random)
        setGroups(&person, sketch, &random)
        setWishes(&person, sketch, &random)
        setExtras(&person, sketch, &random)
        return person
    }

    private func sketch(_ random: inout SeededGenerator) -> Sketch {
        let settlement = settlements.everywhere.draw(&random)
        let sex: Sex = random.percent(47) ? .female : .male
        let age = known.ages.draw(&random) + random.below(5)
        let birth = plan.day + -(age * 36_525 / 100 + random.within(1...363))
        let education = education(age: age, settlement, &random)
        let ethnicity = names.ethnicity(in: settlement, &random)
        var trade = trades.ofPeople.draw(&random)
        for _ in 0..<14 where !suits(trade, sex: sex, age: age, education: education, settlement, &random) {
            trade = trades.ofPeople.draw(&random)
        }
        return Sketch(
            settlement: settlement, sex: sex, age: plan.day.fullYears(since: birth), birth: birth, education: education,
            ethnicity: ethnicity, trade: trade)
    }

    private func education(age: Int, _ settlement: Settlement, _ random: inout SeededGenerator) -> Education {
        // The younger the longer at school, and in town longer than outside.
        let roll = random.below(100) + (settlement.isCountry ? 12 : 0)
        switch age {
        case ..<19: return roll < 45 ? .seniorMiddle : .juniorMiddle
        case ..<30: return roll < 2 ? .master : roll < 22 ? .bachelor : roll < 52 ? .college : roll < 82 ? .seniorMiddle : .juniorMiddle
        case ..<45: return roll < 1 ? .master : roll < 10 ? .bachelor : roll < 28 ? .college : roll < 55 ? .seniorMiddle : roll < 104 ? .juniorMiddle : .primary
        case ..<55: return roll < 3 ? .bachelor : roll < 11 ? .college : roll < 33 ? .seniorMiddle : roll < 88 ? .juniorMiddle : .primary
        default: return roll < 4 ? .college : roll < 18 ? .seniorMiddle : roll < 62 ? .juniorMiddle : roll < 106 ? .primary : .none
        }
    }

    private func suits(
        _ trade: KnownTrade, sex: Sex, age: Int, education: Education, _ settlement: Settlement, _ random: inout SeededGenerator
    ) -> Bool {
        if trade.has(.men), sex == .female { return random.percent(8) }
        if trade.has(.women), sex == .male { return random.percent(18) }
        if trade.has(.college) != (education >= .college) { return random.percent(trade.has(.college) ? 4 : 35) }
        if trade.has(.country) != settlement.isCountry { return random.percent(45) }
        if trade.has(.hazardous), age > 58 { return random.percent(25) }
        return true
    }

    private mutating func setHousehold(_ person: inout Person, _ sketch: Sketch, _ random: inout SeededGenerator) {
        var county = sketch.settlement.countyCode
        switch random.below(100) {
        case ..<84: person.household = .place(sketch.settlement.place)
        case ..<92:
            let other = settlements.everywhere.draw(&random)
            person.household = .place(other.county)
            county = other.countyCode
        case ..<97: person.household = .elsewhere(random.one(of: PersonMaker.elsewhere))
        default: break
        }
        guard random.percent(94) else { return }
        // Born a day earlier where the number is taken, so that nobody is
        // mistaken for somebody else.
        guard let countyNumber = Int(county), var birth = person.birth else { return }
        for _ in 0..<40 {
            if used.insert(countyNumber * 100_000 + Int(birth.number) + 40_000).inserted {
                person.birth = birth
                person.identityNumber = MadeUpNumbers.identityNumber(countyCode: county, birth: birth)
                return
            }
            birth = birth + -1
        }
    }

    private static let elsewhere = ["黑龙江省讷河市", "黑龙江省齐齐哈尔市", "吉林省白城市", "辽宁省朝阳市", "山东省菏泽市", "河北省承德市", "河南省周口市", "甘肃省定西市"]

    private func setDates(_ person: inout Person, _ sketch: Sketch, _ random: inout SeededGenerator) {
        // Most came lately; one in nine has been waiting for more than a year.
        let waited = random.percent(11) ? random.within(366...900) : random.low(0...300)
        person.registered = plan.day + -waited
        if sketch.education >= .college, sketch.age < 36 || random.percent(25) {
            let schoolYears = sketch.education == .master ? 25 : sketch.education == .bachelor ? 22 : 21
            let year = min(sketch.birth.year + schoolYears + random.low(0...3), plan.day.year + 1)
            person.leftSchool = Day(year: year, month: 6, day: random.one(of: [20, 25, 30, 30]))
        } else if sketch.age < 21, random.percent(70) {
            let years = sketch.education == .seniorMiddle ? 18 : 15
            person.leftSchool = Day(year: min(sketch.birth.year + years, plan.day.year), month: 7, day: random.one(of: [1, 1, 10]))
        }
        if let left = person.leftSchool, sketch.age < 30 {
            let months = (plan.day - left) / 30
            person.neverEmployed = random.percent(months < 6 ? 85 : months < 24 ? 55 : 12)
            if left > person.registered { person.registered = min(plan.day, max(person.registered, left)) }
        }
        let isPensioner = sketch.age >= (sketch.sex == .male ? 62 : 56)
        if !isPensioner, random.percent(sketch.settlement.isCountry ? 38 : 66) {
            person.unemployedSince = person.registered + -random.low(0...120)
            if let left = person.leftSchool, let since = person.unemployedSince, since < left { person.unemployedSince = min(left, person.registered) }
        }
        switch random.below(1000) {
        case ..<60: person.status = .placed
        case ..<95: person.status = .paused
        case ..<120: person.status = .withdrawn
        default: break
        }
    }
}
