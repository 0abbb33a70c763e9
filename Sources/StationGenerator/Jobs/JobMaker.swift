import DoorstepCore

/// Makes up jobs, each of an employer that would offer it.
struct JobMaker {
    let plan: StationPlan
    let catalogue: Catalogue
    let settlements: SettlementTable
    let trades: TradeTable
    let kinds: [Trade.Work: WeightedChoice<JobKindID>]
    let preferred: WeightedChoice<GroupID>
    let codes: [JobKindID: String]
    private let employers: [EmployerSort: WeightedChoice<MadeEmployer>]
    private let anyEmployer: WeightedChoice<MadeEmployer>

    init(
        plan: StationPlan, catalogue: Catalogue, settlements: SettlementTable, trades: TradeTable, employers: [MadeEmployer]
    ) throws(GeneratorError) {
        self.plan = plan
        self.catalogue = catalogue
        self.settlements = settlements
        self.trades = trades
        let lookup = CatalogueLookup(catalogue: catalogue)
        var kinds: [Trade.Work: WeightedChoice<JobKindID>] = [:]
        for work in Trade.Work.allCases { kinds[work] = try lookup.kinds(work.kinds) }
        self.kinds = kinds
        codes = Dictionary(catalogue.kinds.all.map { ($0.id, $0.code) }, uniquingKeysWith: { first, _ in first })
        var preferred: [(GroupID, Int)] = []
        for (code, weight) in JobMaker.preferredGroups { preferred.append((try lookup.group(code), weight)) }
        self.preferred = try WeightedChoice(preferred)
        anyEmployer = try WeightedChoice(zipf: employers, flatness: 8)
        self.employers = Dictionary(grouping: employers, by: \.sort).compactMapValues { try? WeightedChoice(zipf: $0, flatness: 3) }
    }

    private static let preferredGroups = [
        ("veteran", 24), ("hard-to-employ", 20), ("rural-resident", 16), ("disabled", 10), ("out-of-poverty", 12), ("older-worker", 10),
        ("returnee", 6), ("college-graduate", 10), ("state-farm-idle", 8), ("border-resident", 4), ("zero-employment-family", 8),
    ]

    /// The `number`th job. O(log of the number of employers).
    func job(_ number: Int) -> Job {
        var random = SeededGenerator(seed: plan.seed, stream: .jobs, number: number)
        let trade = trades.ofJobs.draw(&random)
        let sort = random.one(of: trade.trade.employers)
        let employer = (employers[sort] ?? anyEmployer).draw(&random)
        let settlement = settlement(of: trade, employer, &random)
        let kind = kinds[trade.trade.work]?.draw(&random)
        var job = Job(
            id: RecordID(station: plan.station, kind: .job, number: number), employer: employer.employer.id,
            title: random.one(of: trade.trade.titles), place: settlement.place, posted: plan.day)
        job.kind = kind
        job.contact = employer.employer.contact
        job.telephone = employer.employer.telephone
        job.note = GeneratedNote.mark
        job.occupation = .catalogued(trade.occupation)
        if random.percent(40) { job.coordinates = settlement.point(near: &random) }
        let code = kind.flatMap { codes[$0] } ?? ""
        setHeadcount(&job, code, employer, &random)
        let level = setSkills(&job, trade, code, &random)
        setWage(&job, trade, code, level, &random)
        setDemands(&job, trade, code, &random)
        setDays(&job, trade, code, &random)
        setConditions(&job, trade, code, settlement, &random)
        // In a whole prefecture, one in twelve asks for something rarer than the trades.
        if settlements.isWide, random.percent(8), code == "full-time", sort != .household {
            let rare = trades.tail.draw(&random)
            job.title = catalogue.skills[rare].name
            job.occupation = .catalogued(rare)
            job.skills = [AskedSkill(.catalogued(rare), random.percent(25) ? .intermediate : .unknown)]
            job.certificates = []
        }
        return job
    }

    private func settlement(of trade: KnownTrade, _ employer: MadeEmployer, _ random: inout SeededGenerator) -> Settlement {
        if random.percent(82) { return employer.settlement }
        return trade.has(.country) ? settlements.country.draw(&random) : settlements.everywhere.draw(&random)
    }

    private func setHeadcount(_ job: inout Job, _ code: String, _ employer: MadeEmployer, _ random: inout SeededGenerator) {
        switch code {
        case "gig", "seasonal", "work-relief": job.headcount = random.low(1...12)
        case "public-welfare", "rural-public-welfare", "assistance": job.headcount = random.low(1...3)
        default:
            job.headcount =
                switch employer.employer.size {
                case .large, .medium: random.low(1...15)
                case .small: random.low(1...5)
                default: random.low(1...3)
                }
        }
    }

    /// The skills asked for; returns the level of the first.
    private func setSkills(_ job: inout Job, _ trade: KnownTrade, _ code: String, _ random: inout SeededGenerator) -> SkillLevel {
        guard random.percent(90) else { return .unknown }
        let isSimple = ["gig", "public-welfare", "rural-public-welfare", "traineeship", "apprenticeship"].contains(code)
            || ["学徒", "帮工", "临时"].contains { job.title.contains($0) }
        var level = SkillLevel.unknown
        if !isSimple, random.percent(trade.has(.graded) ? 55 : 14) {
            level = random.one(of: [.junior, .junior, .intermediate, .intermediate, .senior, .technician])
        }
        job.skills = [AskedSkill(.catalogued(trade.skills[0]), level, isRequired: code != "apprenticeship")]
        for skill in trade.skills.dropFirst() where random.percent(38) {
            let isRequired = !isSimple && random.percent(40)
            job.skills.append(AskedSkill(.catalogued(skill), isRequired && random.percent(12) ? .junior : .unknown, isRequired: isRequired))
        }
        return level
    }
}
