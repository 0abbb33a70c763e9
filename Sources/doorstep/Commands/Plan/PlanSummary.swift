import DoorstepCore

/// What is said of a plan beside its lines.
struct PlanSummary {
    private let plan: Plan
    private let greedy: Plan
    private let outcome: PlanOutcome

    init(_ outcome: PlanOutcome) {
        (plan, greedy) = (outcome.draft.plan, outcome.greedy)
        self.outcome = outcome
    }

    var lines: [Phrase] {
        let figures = plan.figures
        let head = Phrase(
            "安排 \(figures.people) 人中的 \(figures.placed) 人，填上 \(figures.vacancies) 个空缺中的 \(figures.placed) 个，总分 \(figures.points)，",
            "Placed \(figures.placed) of \(figures.people) people, filled \(figures.placed) of \(figures.vacancies) vacancies, \(figures.points) points; ")
        return [head + gap, comparison] + [stopped].compactMap(\.self)
    }

    private var gap: Phrase {
        guard outcome.isBounded, let gap = plan.gap else { return Phrase("离上限多远还没有证明。", "how far the bound is was not proven.") }
        let missing: Phrase
        if let rank = gap.ranks.firstIndex(where: { $0 != 0 }) {
            missing = Phrase("第 \(rank + 1) 优先档 \(gap.ranks[rank]) 人", "\(gap.ranks[rank]) people of rank \(rank + 1)")
        } else if gap.placed != 0 {
            missing = Phrase("\(gap.placed) 人", "\(gap.placed) people")
        } else {
            missing = Phrase(gap.points == 0 ? "0" : "\(gap.points) 分", gap.points == 0 ? "0" : "\(gap.points) points")
        }
        return Phrase("与已证明的上限相差 \(missing.chinese)。", "gap to the proven bound: \(missing.english).")
    }

    /// Beside the plan that takes the best pair first, then the next.
    private var comparison: Phrase {
        let placed = plan.figures.placed - greedy.figures.placed
        let points = plan.figures.points - greedy.figures.points
        guard placed != 0 || points != 0 else {
            return Phrase("与逐个推荐（每次取分最高的一对）一样多。", "The greedy plan, which takes the best pair first, places as many with as many points.")
        }
        return Phrase(
            "与逐个推荐（\(greedy.figures.placed) 人，\(greedy.figures.points) 分）相比：\(placed < 0 ? "少" : "多") \(abs(placed)) 人，\(points < 0 ? "少" : "多") \(abs(points)) 分。",
            "Beside the greedy plan, which takes the best pair first (\(greedy.figures.placed) people, \(greedy.figures.points) points): \(abs(placed)) \(placed < 0 ? "fewer" : "more") \(abs(placed) == 1 ? "person" : "people"), \(abs(points)) \(points < 0 ? "fewer" : "more") points.")
    }

    private var stopped: Phrase? {
        guard outcome.isStopped else { return nil }
        let (done, total) = outcome.listed
        guard outcome.isBounded else {
            return Phrase(
                "已停止：\(total) 份名单只找了 \(done) 份，这是用它们排出的方案；要最好的，请再运行一次。",
                "Stopped when \(done) of \(total) lists were found; this is the plan of those. Run it again for the best one.")
        }
        return Phrase("已停止，这是到此为止最好的方案；要证明最好的，请再运行一次。", "Stopped; this is the best plan so far. Run it again for one that is proven.")
    }
}
