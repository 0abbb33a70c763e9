import DoorstepCore

/// What the plan's screen says.
enum PlanWords {
    static let tab = Phrase("方案", "Plan")
    static let finding = Phrase("正在找候选 ", "Finding who could go where: ")
    static let planning = Phrase("正在安排……", "Planning …")
    static let escStops = Phrase("（Esc 停止，用到此为止最好的）", " (Esc stops, with the best so far)")
    static let stopping = Phrase("正在停止……", "Stopping …")
    static let empty = Phrase("没有可安排的：没有求职的人，或者没有空缺能配上", "nothing to plan: nobody seeks, or no vacancy fits")
    static let nothingHere = Phrase("没有", "none")
    static let isOptimal = Phrase("已证明最优", "proven optimal")
    static let isPartial = Phrase("候选没有找全，按 R 重做", "not all candidates were found; R makes it anew")
    static let score = Phrase("得分", "score")
    static let inPlan = Phrase("方案里", "planned")
    static let oneByOne = Phrase("逐个推荐", "One by one")
    static let referred = Phrase("已推荐", "sent")
    static let agreed = Phrase("已定", "agreed")
    static let first = Phrase("零就业家庭优先", "zero-employment families first")
    static let firstInShort = Phrase("零就业优先", "zero-employment first")
    static let noFamilies = Phrase("群体目录里没有零就业家庭", "the catalogue has no zero-employment families")
    static let stale = Phrase("名单在这之后有改动，方案还是先前的，按 R 重做", "The lists changed since this draft was made; R makes it anew")
    static let choosePair = Phrase("先在方案里选一行", "choose a line of the plan first")
    static let isReferred = Phrase("这一行已经推荐，按 u 撤销推荐", "this line is a referral already; u takes it back")
    static let nothingMarked = Phrase("标记的都已推荐", "what is marked is referred already")
    static let jobHasReferral = Phrase("这个岗位已有人按方案推荐，不能又不招人", "somebody was referred to this job from the plan; it cannot take nobody as well")
    static let refuse = Phrase("不要这一行：为什么？", "Refuse this line: why?")
    static let refuseKeys = Phrase("1 2 3或上下键选  Enter确定  Esc取消", "1 2 3 or Up Down choose  Enter do it  Esc cancel")
    static let notStored = Phrase("只用于这份方案，不存", "for this draft only, not stored")
    static let settings = Phrase("方案条件", "What the plan is asked for")
    static let settingsKeys = Phrase("左右键选  Tab下一项  Enter重排  Esc取消", "Left Right choose  Tab next  Enter plan  Esc cancel")
    static let enterAllows = Phrase("Enter 收回，让它再参加", "Enter takes it back")
    static let why = Phrase("为什么", "why")
    static let showRecord = Phrase("记录", "record")
    static let takeBack = Phrase("收回", "take back")
    static let whyEmpty = Phrase("Enter 在岗位里看", "Enter shows it among the jobs")
    static let whyUnplaced = Phrase("Enter 在求职者里看", "Enter shows them among the people")

    static func goal(_ goal: PlanSettings.Goal) -> Phrase {
        switch goal {
        case .cover: Phrase("最多安置", "most people")
        case .total: Phrase("总分最高", "highest sum")
        }
    }

    static func perEmployer(_ limit: Int) -> Phrase { Phrase("每家至多 \(limit) 人", "\(limit) an employer") }

    /// How many are placed, of how many; vacancies; the sum.
    static func figures(_ figures: Plan.Figures) -> Phrase {
        let sum = PlanDifference.tenths(figures.points)
        return Phrase(
            "安置 \(figures.placed)/\(figures.people) 人，空缺填 \(figures.placed)/\(figures.vacancies)，总分 \(sum)",
            "\(figures.placed)/\(figures.people) placed, \(figures.placed)/\(figures.vacancies) filled, sum \(sum)")
    }

    /// How far from the best it may be.
    static func gap(_ gap: Plan.Gap) -> Phrase {
        if gap.isNone { return isOptimal }
        let ranks = gap.ranks.reduce(0, +)
        if ranks > 0 { return Phrase("优先的至多还能多 \(ranks) 人", "at most \(ranks) more of those first") }
        if gap.placed > 0 { return Phrase("至多还能多 \(gap.placed) 人", "at most \(gap.placed) more") }
        let points = PlanDifference.tenths(gap.points)
        return Phrase("总分至多还能多 \(points)", "at most \(points) more points")
    }

    /// What the plan has more than another; nil where it is worth the same.
    static func difference(_ plan: Plan.Figures, _ other: Plan.Figures) -> Phrase? {
        let (people, points) = (plan.placed - other.placed, plan.points - other.points)
        let sum = PlanDifference.tenths(abs(points))
        if people == 0, points == 0 { return nil }
        var parts: [Phrase] = []
        if people != 0 { parts.append(people > 0 ? Phrase("多安置 \(people) 人", "\(people) more placed") : Phrase("少安置 \(-people) 人", "\(-people) fewer placed")) }
        if points != 0 { parts.append(points > 0 ? Phrase("多 \(sum) 分", "\(sum) points more") : Phrase("少 \(sum) 分", "\(sum) points fewer")) }
        return Phrase(parts.map(\.chinese).joined(separator: "，"), parts.map(\.english).joined(separator: ", "))
    }

    /// What the greedy plan comes to beside it.
    static func beside(_ plan: Plan.Figures, _ greedy: Plan.Figures) -> Phrase {
        let sum = PlanDifference.tenths(greedy.points)
        guard let more = difference(plan, greedy) else {
            return Phrase("和逐个推荐（\(greedy.placed) 人，\(sum) 分）一样", "the same as one by one (\(greedy.placed), \(sum))")
        }
        return Phrase("比逐个推荐（\(greedy.placed) 人，\(sum) 分）\(more.chinese)", "\(more.english) than one by one (\(greedy.placed), \(sum))")
    }

    /// The plan once more, against how it was.
    static func remade(_ now: Plan.Figures, _ before: Plan.Figures) -> Phrase {
        guard let change = difference(now, before) else { return Phrase("；重排后还是安置 \(now.placed) 人，总分不变", "; planned again: \(now.placed) placed as before") }
        return Phrase("；重排后安置 \(now.placed) 人，比刚才\(change.chinese)", "; planned again: \(now.placed) placed, \(change.english)")
    }

    static func choice(_ choice: PlanRefusalForm.Choice) -> Phrase {
        switch choice {
        case .pair: Phrase("这两个不合适，别再配在一起", "these two do not fit: never together")
        case .person: Phrase("本人这次不参加", "the person takes no part now")
        case .job: Phrase("这个岗位这次不招人", "the job takes nobody now")
        }
    }
}
