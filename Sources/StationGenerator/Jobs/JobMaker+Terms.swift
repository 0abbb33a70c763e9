import DoorstepCore

/// What a job pays, asks for and offers, and when.
extension JobMaker {
    func setWage(_ job: inout Job, _ trade: KnownTrade, _ code: String, _ level: SkillLevel, _ random: inout SeededGenerator) {
        if random.percent(7) { return }
        var low = random.within(trade.trade.wage.lowerBound...(trade.trade.wage.lowerBound * 2 + trade.trade.wage.upperBound) / 3)
        low += low * level.rawValue / 14
        if ["public-welfare", "rural-public-welfare"].contains(code) { low = random.within(2000...2600) }
        if code == "traineeship" { low = random.within(2100...2800) }
        let high = low + low * random.one(of: [0, 10, 20, 25, 30, 40, 60]) / 100
        switch code {
        case "gig" where random.percent(10):
            let piece = random.one(of: [150, 200, 300, 500, 800])
            job.wage = Wage(lowest: Money(fen: piece), highest: Money(fen: piece + random.one(of: [0, 50, 100])), unit: .piece) ?? .open
        case "gig":
            job.wage = range(low, high, dividedBy: 22, step: 10, .day)
        case "part-time" where random.percent(70):
            job.wage = range(low, high, dividedBy: 168, step: 1, .hour)
        case "work-relief" where random.percent(60), "seasonal" where random.percent(25):
            job.wage = range(low, high, dividedBy: 22, step: 10, .day)
        case "part-time", "flexible":
            job.wage = range(low, high, dividedBy: 2, step: 100, .month)
        default:
            job.wage = range(low, high, dividedBy: 1, step: 100, .month)
            if random.percent(6) { job.wage = Wage(lowest: job.wage.lowest, highest: nil, unit: .month) ?? .open }
        }
    }

    private func range(_ low: Int, _ high: Int, dividedBy divisor: Int, step: Int, _ unit: PayUnit) -> Wage {
        func rounded(_ yuan: Int) -> Money { Money(yuan: max(1, yuan / divisor / step) * step) }
        return Wage(lowest: rounded(low), highest: rounded(high), unit: unit) ?? .open
    }

    func setDemands(_ job: inout Job, _ trade: KnownTrade, _ code: String, _ random: inout SeededGenerator) {
        if trade.has(.certified), random.percent(78), let first = trade.certificates.first { job.certificates = [.catalogued(first)] }
        for certificate in trade.certificates.dropFirst() where random.percent(trade.has(.certified) ? 25 : 15) {
            job.certificates.append(.catalogued(certificate))
        }
        if trade.has(.college) || ["traineeship", "new-graduate"].contains(code) {
            if random.percent(70) { job.education = random.one(of: [.college, .college, .college, .bachelor, .seniorMiddle]) }
        } else if random.percent(26) {
            job.education = random.one(of: [.primary, .juniorMiddle, .juniorMiddle, .juniorMiddle, .seniorMiddle, .seniorMiddle])
        }
        if random.percent(58) {
            job.lowestAge = random.one(of: [18, 18, 18, 18, 20, 22])
            job.highestAge = random.one(of: code == "traineeship" ? [28, 30, 35] : [35, 40, 45, 45, 50, 50, 55, 55, 60, 65])
        }
        if random.percent(13) {
            job.prefers.insert(preferred.draw(&random))
            if random.percent(30) { job.prefers.insert(preferred.draw(&random)) }
        }
        // A post reserved by its own column, beside those that their kind reserves.
        if code == "full-time", random.perMille(12) { job.reservedFor.insert(preferred.draw(&random)) }
    }

    func setDays(_ job: inout Job, _ trade: KnownTrade, _ code: String, _ random: inout SeededGenerator) {
        // Most are new; one in eight has been vacant for half a year and more.
        let age = random.percent(12) ? random.within(120...330) : random.low(0...100)
        job.posted = plan.day + -age
        let season = season(trade)
        switch code {
        case "gig":
            let start = plan.day + random.within(0...18)
            job.from = start
            job.to = start + random.low(0...9)
            job.posted = plan.day + -random.low(0...12)
        case "seasonal", "shared":
            job.from = season.from
            job.to = season.to
        case "work-relief":
            job.from = season.from
            job.to = season.from + random.within(40...120)
        default: break
        }
        switch random.below(100) {
        case ..<5: job.closes = max(job.posted, plan.day + -random.within(1...30))
        case ..<75: job.closes = plan.day + random.within(3...90)
        default: break
        }
        if code == "gig", let last = job.to { job.closes = last }
        switch random.below(100) {
        case ..<6: job.status = .filled
        case ..<9: job.status = .withdrawn
        default: break
        }
    }

    /// The winter that has begun, or the summer that comes.
    private func season(_ trade: KnownTrade) -> (from: Day, to: Day) {
        let year = plan.day.year
        let isWinter = trade.has(.winter) || !(trade.has(.summer) || trade.has(.country))
        let days: (Day?, Day?) =
            isWinter
            ? (Day(year: year, month: 11, day: 15), Day(year: year + 1, month: 2, day: 28))
            : (Day(year: year + 1, month: 5, day: 10), Day(year: year + 1, month: 9, day: 30))
        return (days.0 ?? plan.day, days.1 ?? plan.day + 120)
    }

    func setConditions(
        _ job: inout Job, _ trade: KnownTrade, _ code: String, _ settlement: Settlement, _ random: inout SeededGenerator
    ) {
        job.isHazardous = trade.has(.hazardous) && random.percent(80)
        job.isByNight = job.title.contains("夜班") || (trade.has(.night) && random.percent(35))
        if job.isHazardous || job.isByNight { job.lowestAge = max(18, job.lowestAge ?? 18) }
        job.givesLodging = (trade.has(.lodging) && random.percent(settlement.isCountry ? 85 : 60)) || random.percent(5)
        job.isRemote = job.title.contains("居家") || (trade.has(.remote) && random.percent(30))
        if random.percent(40) {
            job.extras[.insurance] = random.one(of: code == "gig" ? ["工伤保险", "意外险"] : ["五险", "五险一金", "工伤保险", "三险"])
        }
        if random.percent(30) {
            job.extras[.board] = job.givesLodging ? random.one(of: ["包吃住", "管三餐", "包住，午餐补贴"]) : random.one(of: ["午餐补贴", "管一餐", "不管食宿"])
        }
        if code == "gig" || code == "work-relief" { job.extras[.settlement] = random.one(of: ["日结", "日结", "周结", "完工结"]) }
        if job.isByNight {
            job.extras[.shifts] = "夜班"
        } else if random.percent(25) {
            job.extras[.shifts] = random.one(of: ["长白班", "两班倒", "做六休一", "上二休一"])
        }
        if code == "full-time", random.percent(25) { job.extras[.contractTerm] = random.one(of: ["1年", "2年", "3年"]) }
    }
}
