import DoorstepCore

/// An employer made up, with what the generator knows beside the record.
struct MadeEmployer: Sendable {
    let employer: Employer
    let sort: EmployerSort
    let settlement: Settlement
}

/// Makes up employers.
struct EmployerMaker {
    private let plan: StationPlan
    private let catalogue: Catalogue
    private let settlements: SettlementTable
    private let sorts: WeightedChoice<EmployerSort>
    private let industries: [EmployerSort: IndustryID]
    private let types: [EmployerSort: WeightedChoice<EmployerType>]
    private let surnames: WeightedChoice<String>

    init(plan: StationPlan, catalogue: Catalogue, settlements: SettlementTable) throws(GeneratorError) {
        self.plan = plan
        self.catalogue = catalogue
        self.settlements = settlements
        sorts = try WeightedChoice(EmployerSort.allCases.map { ($0, $0.weight) })
        surnames = try WeightedChoice(zipf: HanNames.surnames, flatness: 5)
        let lookup = CatalogueLookup(catalogue: catalogue)
        var industries: [EmployerSort: IndustryID] = [:]
        var types: [EmployerSort: WeightedChoice<EmployerType>] = [:]
        for sort in EmployerSort.allCases {
            industries[sort] = try lookup.industry(sort.industry)
            types[sort] = try WeightedChoice(sort.types)
        }
        self.industries = industries
        self.types = types
    }

    func employers() -> [MadeEmployer] {
        var known: [String: Int] = [:]
        return (1...plan.employers).map { number in
            var random = SeededGenerator(seed: plan.seed, stream: .employers, number: number)
            // The first are one of each sort, so that no trade lacks any.
            let sort = number <= EmployerSort.allCases.count ? EmployerSort.allCases[number - 1] : sorts.draw(&random)
            let settlement = settlement(of: sort, &random)
            var name = name(sort, settlement, &random)
            let before = known[name, default: 0]
            known[name] = before + 1
            if before > 0 { name += "（\(before + 1)）" }
            return MadeEmployer(
                employer: employer(number, sort, name: name, settlement, &random), sort: sort, settlement: settlement)
        }
    }

    private func settlement(of sort: EmployerSort, _ random: inout SeededGenerator) -> Settlement {
        if sort.isCountry { return settlements.country.draw(&random) }
        if sort.isSpread { return settlements.everywhere.draw(&random) }
        return random.percent(85) ? settlements.towns.draw(&random) : settlements.everywhere.draw(&random)
    }

    private func name(_ sort: EmployerSort, _ settlement: Settlement, _ random: inout SeededGenerator) -> String {
        let ending = random.one(of: sort.endings)
        if sort == .household { return surnames.draw(&random) + ending + "（个人）" }
        let brand = random.one(of: EmployerMaker.brands) + (random.percent(45) ? random.one(of: EmployerMaker.seconds) : "")
        let town = EmployerMaker.shortened(catalogue.places[settlement.county].name)
        return town + brand + ending
    }

    /// 额尔古纳 for 额尔古纳市, 鄂温克 for 鄂温克族自治旗.
    private static func shortened(_ name: String) -> String {
        var short = name[...]
        for ending in ["自治旗", "族", "市", "县", "旗", "区"] where short.hasSuffix(ending) && short.count > ending.count + 1 {
            short = short.dropLast(ending.count)
            if ending != "自治旗" { break }
        }
        return String(short.prefix(4))
    }

    private func employer(
        _ number: Int, _ sort: EmployerSort, name: String, _ settlement: Settlement, _ random: inout SeededGenerator
    ) -> Employer {
        var employer = Employer(id: RecordID(station: plan.station, kind: .employer, number: number), name: name)
        let type = types[sort]?.draw(&random) ?? .enterprise
        employer.type = type
        employer.industry = industries[sort]
        employer.place = settlement.place
        if type != .household {
            employer.creditCode = MadeUpNumbers.creditCode(type: type, countyCode: settlement.countyCode, number: number)
        }
        switch type {
        case .household: break
        case .soleTrader, .cooperative: employer.size = random.percent(80) ? .micro : .small
        case .stateEnterprise: employer.size = random.percent(50) ? .large : .medium
        case .enterprise where sort == .sugar: employer.size = .medium
        default: employer.size = random.one(of: [.micro, .micro, .small, .small, .small, .medium])
        }
        if random.percent(82) { employer.verified = plan.day + -random.low(0...420) }
        // One in seventy, and always a few.
        if (sort != .publicBody && random.perMille(14)) || [45, 62, 77].contains(number) {
            employer.barred = random.one(of: ["欠薪", "欠薪", "虚假招聘", "收取求职者费用", "营业执照已注销"])
        }
        let title = random.percent(50) ? "女士" : "先生"
        employer.contact = type == .household ? String(name.prefix { $0 != "（" }) : surnames.draw(&random) + title
        employer.telephone = MadeUpNumbers.telephone(.employer, number: number)
        employer.note = GeneratedNote.mark
        return employer
    }

    /// Words of the steppe and the forest, none a firm's that we know of.
    private static let brands = HanNames.split(
        "白桦里 河湾 云杉 月泡 星野 暖阳 北岸 草浪 雪原 鹿鸣 松涛 红豆坡 马蹄 银泉 晨露 牧歌 九曲 鸿雁 芍药 金穗 沃野 蓝雾 驯鹿角 樟子松 柳兰 山荆 青石 冰河 雪雀 落叶松 榛果 黄花")
    private static let seconds = HanNames.split("源 兴 达 祥 盛 和 聚 丰 泰 安")
}
