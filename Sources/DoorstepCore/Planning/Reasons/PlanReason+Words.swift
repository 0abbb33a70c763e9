extension PlanReason {
    /// The whole in one sentence: what is left, why, and what would help.
    ///
    /// People are named by their identifiers, so that the sentence may be
    /// shown to anybody who may see the plan.
    public func phrase(_ register: Register, _ catalogue: Catalogue) -> Phrase {
        let why = cause.phrase(subject, register, catalogue)
        let what = fill.map { Phrase("；", "; ") + $0.phrase(subject, catalogue) } ?? Phrase(verbatim: "")
        return subject.phrase(register) + why + what + Phrase("。", ".")
    }
}

extension PlanReason.Subject {
    fileprivate var isJob: Bool { if case .job = self { true } else { false } }

    fileprivate func phrase(_ register: Register) -> Phrase {
        switch self {
        case .job(let job, let left, _):
            let title = register.jobs[job]?.title ?? job.text
            return Phrase("\(title) \(left) 人空缺：", left == 1 ? "\(title), 1 vacancy left: " : "\(title), \(left) vacancies left: ")
        case .person(let person):
            return Phrase("\(person) 未安置：", "\(person) has no job: ")
        }
    }

    /// So many of the other side.
    fileprivate func others(_ count: Int) -> Phrase {
        isJob ? Phrase("\(count) 人", count == 1 ? "1 person" : "\(count) people") : Phrase("\(count) 个岗位", count == 1 ? "1 job" : "\(count) jobs")
    }
}

extension PlanReason.Cause {
    /// Why, without a full stop.
    public func phrase(_ subject: PlanReason.Subject, _ register: Register, _ catalogue: Catalogue) -> Phrase {
        switch self {
        case .leftOut:
            return subject.isJob ? Phrase("方案中已设为不招人", "set to take nobody in this plan") : Phrase("方案中已设为不参加", "set to take no part in this plan")
        case .excluded(let count):
            let others = subject.others(count)
            return Phrase("合适的 \(others.chinese)都已排除", "every candidate (\(others.english)) was excluded")
        case .employerLimit(let employer, let limit):
            let name = register.employers[employer]?.name ?? employer.text
            return Phrase("\(name)已到每个单位 \(limit) 人的上限", "\(name) has the \(limit) that one employer may get")
        case .contested(let contest): return contest.phrase(subject, register)
        case .candidateLimit(let candidates, let more):
            return subject.isJob
                ? Phrase("只看了每个岗位最合适的 \(candidates) 人，后面至少还有 \(more) 人未安置；请加大候选数", "only its best \(candidates) people were looked at, and at least \(more) more without a job match; raise the number of candidates")
                : Phrase("只看了每人最合适的 \(candidates) 个岗位，后面至少还有 \(more) 个岗位有空缺；请加大候选数", "only the best \(candidates) jobs were looked at, and at least \(more) more have places left; raise the number of candidates")
        case .notPlanned(let count):
            let others = subject.others(count)
            return Phrase("还有 \(others.chinese)可以安排：方案没有算完，或记录后来改过；请重新做方案", "\(others.english) could still be planned: the work was stopped, or records have changed; make the plan anew")
        case .threshold(let shortfall): return shortfall.phrase(subject, catalogue)
        case .rule(let block): return block.phrase(subject)
        case .nothing(let commonest):
            let start = nothing(subject)
            guard let commonest else { return start }
            let what = commonest.rule.blocking
            let count = "\(commonest.count)/\(commonest.all)"
            return start + Phrase("，\(what.chinese)的最多（\(count)）", "; most often \(what.english) (\(count))")
        }
    }

    private func nothing(_ subject: PlanReason.Subject) -> Phrase {
        guard case .job(_, _, let taken) = subject else { return Phrase("没有接近的岗位", "no job comes near") }
        guard taken > 0 else { return Phrase("没有接近的人", "nobody comes near") }
        return Phrase("已安排 \(taken) 人，再没有接近的人", "\(taken) placed, and nobody else comes near")
    }
}

extension PlanReason.Contest {
    fileprivate func phrase(_ subject: PlanReason.Subject, _ register: Register) -> Phrase {
        let title = register.jobs[subject.isJob ? rival.job : best.job]?.title ?? rival.job.text
        if subject.isJob {
            return Phrase(
                "\(candidates) 名候选人另有去处，整体更好；最合适的 \(best.person)（\(points)）去\(title)（\(pointsOfRival)）",
                "\(candidates) \(candidates == 1 ? "candidate goes" : "candidates go") elsewhere, which is better on the whole; the best, \(best.person) (\(points)), goes to \(title) (\(pointsOfRival))")
        }
        return Phrase(
            "\(candidates) 个合适的岗位都已招满，整体更好；最合适的\(title)（\(points)）安排了 \(rival.person)（\(pointsOfRival)）等人",
            "\(candidates == 1 ? "the 1 job that fits is" : "all \(candidates) jobs that fit are") full, which is better on the whole; the best, \(title) (\(points)), has \(rival.person) (\(pointsOfRival)) among others")
    }
}

extension PlanReason.Shortfall {
    fileprivate func phrase(_ subject: PlanReason.Subject, _ catalogue: Catalogue) -> Phrase {
        let lack = missing.phrase(catalogue)
        let others = subject.others(matches)
        return Phrase(
            "符合条件的 \(others.chinese)都不到 \(threshold) 分，最高 \(points) 分；\(lack.chinese)",
            "\(others.english) \(matches == 1 ? "matches" : "match") with fewer than \(threshold) points, \(points) at best; \(lack.english)")
    }
}

extension PlanReason.Missing {
    /// What is missing most.
    public func phrase(_ catalogue: Catalogue) -> Phrase {
        switch self {
        case .skill(let finding):
            let title = catalogue.skills.title(finding.asked.name)
            let asked = finding.asked.level
            let wanted = Phrase(asked == .unknown ? title : title + asked.phrase.chinese, asked == .unknown ? title : "\(title) (\(asked.phrase.english))")
            switch finding.brought {
            case .held(let held):
                let level = held == .unknown ? Phrase("等级未知", "of unknown level") : held.phrase
                return Phrase("主要差在技能：要求\(wanted.chinese)，本人\(level.chinese)", "skill is what lacks most: asks for \(wanted.english), is \(level.english)")
            case .related(let name, _):
                let other = catalogue.skills.title(name)
                return Phrase("主要差在技能：要求\(wanted.chinese)，只会相近的\(other)", "skill is what lacks most: asks for \(wanted.english), knows only the related \(other)")
            case .missing:
                return Phrase("主要差在技能：要求\(wanted.chinese)，本人不会", "skill is what lacks most: asks for \(wanted.english), has none")
            }
        case .wish: return Phrase("主要差在意向：工种不是本人所求", "wishes are what lacks most: another occupation is wished for")
        case .distance(let finding, let within):
            let distance = Explanation.distance(finding)
            let near = within.map { Explanation.distance(LocationFinding(metres: $0, isRecorded: true, reason: .distance)) }
            let enough = near.map { Phrase("，\($0.chinese)以内才够", ", within \($0.english) would do") } ?? Phrase(verbatim: "")
            return Phrase("主要差在距离：\(distance.chinese)", "distance is what lacks most: \(distance.english)") + enough
        case .groups: return Phrase("技能和距离都够，只差群体加分", "skills and distance are full; only a group would raise the points")
        }
    }
}

extension PlanReason.Block {
    fileprivate func phrase(_ subject: PlanReason.Subject) -> Phrase {
        let (others, what) = (subject.others(count), rule.subject ?? Phrase(verbatim: rule.rawValue))
        let example = count == 1 ? Phrase(verbatim: "") : Phrase("如", "such as: ")
        return Phrase("\(others.chinese)只差\(what.chinese)（\(example.chinese)\(words.chinese)）", "\(others.english) \(count == 1 ? "lacks" : "lack") only the \(what.english) (\(example.english)\(words.english))")
    }
}

extension Rule {
    /// What somebody whom it blocks is, in a few words.
    var blocking: Phrase {
        switch self {
        case .jobOpen: Phrase("岗位不在招", "a job that is not open")
        case .personSeeking: Phrase("不在求职", "not seeking")
        case .employerBarred: Phrase("单位暂停推荐", "a barred employer")
        case .legalAge: Phrase("不到法定年龄", "below the lawful age")
        case .inHand: Phrase("已在办", "in hand already")
        case .declined: Phrase("近期回绝过", "declined lately")
        case .ageRange, .education, .certificate, .kind, .wage, .groupOnly:
            Phrase("\(subject?.chinese ?? "")不符", "the wrong \(subject?.english ?? "")")
        }
    }
}

extension PlanReason.Fill {
    /// What would help, and whom it would bring.
    func phrase(_ subject: PlanReason.Subject, _ catalogue: Catalogue) -> Phrase {
        let what = change.phrase(catalogue)
        let others = subject.others(matches)
        let more = isMore ? Phrase("至少", "at least ") : Phrase(verbatim: "")
        let free =
            subject.isJob
            ? Phrase("其中 \(self.free) 人尚未安置", "\(self.free) of them without a job")
            : Phrase("其中 \(self.free) 个还有空缺", "\(self.free) of them with places left")
        return Phrase(
            "\(what.chinese)，\(more.chinese)可多 \(others.chinese)匹配（\(free.chinese)）", "\(what.english), and \(more.english)\(others.english) more would match (\(free.english))")
    }
}

extension PlanReason.Change {
    public func phrase(_ catalogue: Catalogue) -> Phrase {
        switch self {
        case .job(let change): return change.phrase(catalogue)
        case .person(let change): return change.phrase(catalogue)
        case .training(let skill):
            let title = catalogue.skills.title(skill.name)
            guard skill.level != .unknown else { return Phrase("培训\(title)", "train people for \(title)") }
            return Phrase("培训\(title)（\(skill.level.phrase.chinese)）", "train people for \(title) (\(skill.level.phrase.english))")
        }
    }

    /// Stable, as `ChangeSort`, or `training`.
    public var code: String {
        switch self {
        case .job(let change): change.sort.rawValue
        case .person(let change): change.sort.rawValue
        case .training: "training"
        }
    }
}
