import DoorstepCore

/// What somebody wishes for, and what else the desk writes down.
extension PersonMaker {
    func setWishes(_ person: inout Person, _ sketch: Sketch, _ random: inout SeededGenerator) {
        if random.percent(74) {
            person.wants = [.catalogued(sketch.trade.occupation)]
            if random.percent(30) {
                let other = SkillName.catalogued(trades.ofPeople.draw(&random).occupation)
                if !person.wants.contains(other) { person.wants.append(other) }
            }
        }
        person.kinds = kinds(sketch, person, &random)
        if random.percent(72) {
            let wage = sketch.trade.trade.wage
            let expected = wage.lowerBound * random.within(72...118) / 100
            person.lowestWage = Money(yuan: expected / 100 * 100)
        }
        let isYoung = sketch.age < 35
        person.canMove = random.percent(isYoung ? 48 : sketch.age < 50 ? 28 : 12)
        if random.percent(28) {
            person.areas = [random.percent(70) ? sketch.settlement.county : sketch.settlement.place]
            if person.canMove, random.percent(50) {
                let other = settlements.everywhere.draw(&random).county
                if !person.areas.contains(other) { person.areas.append(other) }
            }
        }
    }

    /// Half take any kind; the others name some.
    private func kinds(_ sketch: Sketch, _ person: Person, _ random: inout SeededGenerator) -> [JobKindID] {
        guard random.percent(52) else { return [] }
        let all = known.kinds
        var kinds = [all.fullTime]
        func add(_ kind: JobKindID, _ share: Int) {
            if random.percent(share), !kinds.contains(kind) { kinds.append(kind) }
        }
        if sketch.sex == .female, sketch.age < 45 { add(all.parentFriendly, 45) }
        add(all.partTime, sketch.sex == .female ? 45 : 18)
        add(all.seasonal, sketch.trade.trade.work == .seasonal ? 85 : 42)
        add(all.gig, sketch.trade.trade.work == .byTheDay ? 85 : 32)
        add(all.flexible, 30)
        add(all.workRelief, sketch.settlement.isCountry ? 45 : 10)
        if !person.recordedGroups.isEmpty {
            add(all.publicWelfare, 48)
            add(all.assistance, 20)
            if sketch.settlement.isCountry { add(all.ruralWelfare, 50) }
        }
        if sketch.education >= .college, sketch.age < 30 {
            add(all.traineeship, 60)
            add(all.newGraduate, 75)
        }
        if sketch.age < 35 { add(all.apprenticeship, 15) }
        add(all.shared, sketch.settlement.land == .stateFarm ? 40 : 6)
        // Some want day work or a few hours, and nothing whole.
        if kinds.count > 1, random.percent(14) { kinds.removeFirst() }
        return kinds
    }

    func setExtras(_ person: inout Person, _ sketch: Sketch, _ random: inout SeededGenerator) {
        person.extras[.ethnicity] = sketch.ethnicity.rawValue
        if random.percent(70) { person.extras[.householdType] = sketch.settlement.isCountry ? "农业" : "非农业" }
        if person.unemployedSince != nil, random.percent(55) {
            person.extras[.unemploymentReason] =
                person.neverEmployed
                ? "毕业后未就业" : random.one(of: ["合同到期", "个人辞职", "企业停产", "季节性停工", "照顾家人", "个体停业"])
        }
        if let left = person.leftSchool, sketch.education >= .college, left.year > plan.day.year - 6 {
            person.extras[.major] = random.one(of: PersonMaker.majors)
        }
        if random.percent(24) { person.extras[.trainingWish] = random.one(of: PersonMaker.courses) }
        if random.percent(7) { person.extras[.startUpWish] = random.one(of: ["有", "想开民宿", "想开小吃店", "想养牛", "想做直播带货"]) }
        if random.percent(9) { person.note = GeneratedNote.with(random.one(of: PersonMaker.remarks)) }
    }

    private static let majors = ["会计", "护理", "学前教育", "计算机应用", "旅游管理", "畜牧兽医", "电气自动化", "俄语", "市场营销", "土木工程", "汉语言文学", "食品加工"]
    private static let courses = ["养老护理", "中式烹调", "电工", "焊工", "直播带货", "育婴", "叉车", "奶食品制作", "家政服务", "民宿管家", "挖掘机"]
    private static let remarks = ["可倒班", "接孩子，四点前要下班", "只考虑白班", "有三轮车", "冬季有空，开春回牧区", "愿意先试工", "请下午打电话", "有两年同类经验", "可住单位"]
}
