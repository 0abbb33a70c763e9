/// Says an assessment in words, to the person across the desk: which rule
/// blocks and why, where every point comes from, what could not be checked.
public struct Explanation: Sendable {
    public let assessment: Assessment
    let matcher: Matcher
    let opening: Matcher.Opening
    let candidate: Matcher.Candidate

    public init(_ assessment: Assessment, job: Job, person: Person, matcher: Matcher) {
        self.assessment = assessment
        self.matcher = matcher
        opening = matcher.opening(job)
        candidate = matcher.candidate(person)
    }

    var job: Job { opening.job }
    var person: Person { candidate.person }
    var catalogue: Catalogue { matcher.catalogue }

    // MARK: - Rules

    /// Each rule that blocks, with both values.
    public var blocked: [Phrase] { assessment.blocked.members.map(blocks) }

    /// Each rule that could not be checked, and whose value is missing.
    public var unchecked: [Phrase] { assessment.unchecked.members.map(cannotCheck) }

    func blocks(_ rule: Rule) -> Phrase {
        switch rule {
        case .jobOpen:
            if job.status != .open { return Phrase("岗位\(job.status.phrase.chinese)", "the job is \(job.status.phrase.english)") }
            if let closes = job.closes, closes < matcher.day { return Phrase("岗位 \(closes) 已截止", "the job closed on \(closes)") }
            if opening.isDayWork, let to = job.to, to < matcher.day { return Phrase("用工 \(to) 已结束", "the work ended on \(to)") }
            return Phrase("招 \(job.headcount) 人已满", "all \(job.headcount) vacancies are taken")
        case .personSeeking:
            return Phrase("本人状态为\(person.status.phrase.chinese)", "the person is \(person.status.phrase.english)")
        case .employerBarred:
            let reason = matcher.register.employers[job.employer]?.barred ?? ""
            return Phrase("单位暂停推荐：\(reason)", "the employer is barred: \(reason)")
        case .legalAge:
            let lowest = matcher.lowestAge(for: job)
            let age = candidate.age ?? 0
            return Phrase(
                "须满 \(lowest) 周岁\(job.isHazardous ? "（危险作业）" : job.isByNight ? "（夜班）" : "")，本人 \(age) 岁",
                "must be \(lowest)\(job.isHazardous ? " (hazardous)" : job.isByNight ? " (by night)" : ""), is \(age)")
        case .inHand:
            return Phrase("两者已有一笔推荐在办", "the pair is in hand already")
        case .declined:
            let step = (opening.pairs[person.id] ?? []).compactMap { $0.latest(asOf: matcher.day) }.last { $0.stage == .declined }
            let what = step?.stage.phrase(by: step?.party) ?? Stage.declined.phrase
            return Phrase(
                "\(step?.date.description ?? "")\(what.chinese)，\(matcher.settings.declineDays) 天内不再匹配",
                "\(what.english) on \(step?.date.description ?? ""), left alone for \(matcher.settings.declineDays) days")
        case .ageRange:
            return Phrase("要求 \(ageRange.chinese)，本人 \(candidate.age ?? 0) 岁", "asks for \(ageRange.english), is \(candidate.age ?? 0)")
        case .education:
            let asked = job.education?.short ?? Phrase(verbatim: "")
            let held = person.education?.short ?? Phrase(verbatim: "")
            return Phrase("要求\(asked.chinese)，本人\(held.chinese)", "asks for \(asked.english), has \(held.english)")
        case .certificate:
            return Phrase.list(job.certificates.filter { !matcher.holds(person, $0) }.map(lacks))
        case .kind:
            let kind = job.kind.map { catalogue.kinds[$0].name } ?? Phrase(verbatim: "")
            let accepted = Phrase.list(person.kinds.map { catalogue.kinds[$0].name })
            return Phrase("岗位是\(kind.chinese)，本人接受\(accepted.chinese)", "the job is \(kind.english), accepts \(accepted.english)")
        case .wage:
            let wage = job.wage.highest.map { Phrase("\($0) 元/\(job.wage.unit.phrase.chinese)", "\($0) yuan a \(job.wage.unit.phrase.english)") } ?? Phrase(verbatim: "")
            let expected = person.lowestWage?.description ?? ""
            return Phrase("最高 \(wage.chinese)，本人期望每月 \(expected)", "pays \(wage.english) at most, expects \(expected) a month")
        case .groupOnly:
            let groups = catalogue.groups.names(opening.reservedFor)
            return Phrase("限\(groups.chinese)，本人不属于", "reserved for \(groups.english), belongs to none")
        }
    }

    private func lacks(_ certificate: CertificateName) -> Phrase {
        let title = catalogue.certificates.title(certificate)
        if let held = person.certificates.first(where: { $0.name == certificate }), let expires = held.expires {
            return Phrase("要求\(title)，本人的 \(expires) 已到期", "asks for \(title), which expired on \(expires)")
        }
        return Phrase("要求\(title)，本人没有", "asks for \(title), has none")
    }

    var ageRange: Phrase {
        switch (job.lowestAge, job.highestAge) {
        case (let low?, let high?): Phrase("\(low)-\(high) 岁", "\(low) to \(high)")
        case (let low?, nil): Phrase("\(low) 岁以上", "\(low) or older")
        case (nil, let high?): Phrase("\(high) 岁以下", "\(high) or younger")
        case (nil, nil): Phrase("不限", "any age")
        }
    }

    func cannotCheck(_ rule: Rule) -> Phrase {
        switch rule {
        case .legalAge: return Phrase("法定年龄（本人出生日期未填）", "legal age (no birth date)")
        case .ageRange:
            return job.lowestAge == nil && job.highestAge == nil
                ? Phrase("年龄（岗位未填）", "age (the job says none)") : Phrase("年龄（本人出生日期未填）", "age (no birth date)")
        case .education: return Phrase("学历（本人未填）", "education (the person's is unknown)")
        case .kind: return Phrase("用工形式（岗位未填）", "kind (the job says none)")
        case .wage:
            if person.lowestWage == nil { return Phrase("工资（本人未填）", "wage (the person expects none)") }
            return job.wage.unit == .piece
                ? Phrase("工资（岗位计件）", "wage (the job pays by the piece)") : Phrase("工资（岗位未填最高工资）", "wage (the job says no highest)")
        default: return Phrase(verbatim: rule.rawValue)
        }
    }

    // MARK: - Parts

    /// Each skill asked for and what the person brings, or how the job's
    /// occupation meets the person's wishes.
    public var skills: [Phrase] {
        switch assessment.skills {
        case .asked(let findings): return findings.map(finding)
        case .wish(let wish):
            let occupation = job.occupation.map { catalogue.skills.title($0) } ?? ""
            switch wish {
            case .noOccupation: return [Phrase("岗位不要求技能", "no skill asked for")]
            case .noWishes: return [Phrase("岗位不要求技能，本人意向不限", "no skill asked for, any occupation wished for")]
            case .same: return [Phrase("不要求技能，\(occupation)是本人意向", "no skill asked for; \(occupation) is wished for")]
            case .related(let wish):
                let title = catalogue.skills.title(wish)
                return [Phrase("不要求技能，与本人意向\(title)相近", "no skill asked for; related to the wish for \(title)")]
            case .other: return [Phrase("不要求技能，不是本人意向", "no skill asked for; not what is wished for")]
            }
        }
    }

    private func finding(_ finding: AskedFinding) -> Phrase {
        let title = catalogue.skills.title(finding.asked.name)
        let asked = finding.asked.level
        let welcome = finding.asked.isRequired ? Phrase(verbatim: "") : Phrase("（欢迎）", " (welcome)")
        let wanted = Phrase(asked == .unknown ? title : title + asked.phrase.chinese, asked == .unknown ? title : "\(title) (\(asked.phrase.english))")
        func level(_ level: SkillLevel) -> Phrase {
            level == .unknown ? Phrase("等级未知", "of unknown level") : level.phrase
        }
        switch finding.brought {
        case .held(let held):
            let short = asked.rawValue - held.rawValue
            if short <= 0 {
                return Phrase(
                    "\(wanted.chinese)：有\(held == .unknown ? "" : held.phrase.chinese)\(welcome.chinese)",
                    "\(wanted.english): held\(held == .unknown ? "" : ", \(held.phrase.english)")\(welcome.english)")
            }
            return Phrase(
                "\(wanted.chinese)：本人\(level(held).chinese)，差 \(short) 级\(welcome.chinese)",
                "\(wanted.english): \(level(held).english), short by \(short)\(welcome.english)")
        case .related(let name, let held):
            let other = catalogue.skills.title(name)
            let suffix = held == .unknown ? Phrase(verbatim: "") : Phrase(held.phrase.chinese, " (\(held.phrase.english))")
            return Phrase(
                "\(wanted.chinese)：相近 \(other)\(suffix.chinese)\(welcome.chinese)",
                "\(wanted.english): related, \(other)\(suffix.english)\(welcome.english)")
        case .missing:
            return Phrase("\(wanted.chinese)：缺\(welcome.chinese)", "\(wanted.english): missing\(welcome.english)")
        }
    }

    /// The distance, and which rule set the part.
    public var location: Phrase {
        let finding = assessment.location
        let distance = Explanation.distance(finding)
        switch finding.reason {
        case .distance: return distance
        case .remote: return Phrase("可居家办公，\(distance.chinese)", "from home, \(distance.english)")
        case .wishedArea(let area):
            let name = catalogue.places[area].name
            return Phrase("在意向地区\(name)，\(distance.chinese)", "in \(name), where the person wishes to work, \(distance.english)")
        case .lodging: return Phrase("包住且可外出，\(distance.chinese)", "lodging, and willing to move, \(distance.english)")
        }
    }

    /// `12.3公里`, or that it is not recorded.
    public static func distance(_ finding: LocationFinding) -> Phrase {
        guard finding.isRecorded else { return Phrase("里程未录", "distance not recorded") }
        if finding.metres < 1000 { return Phrase("\(finding.metres)米", "\(finding.metres) m") }
        let tenths = (finding.metres + 50) / 100
        return Phrase("\(tenths / 10).\(tenths % 10)公里", "\(tenths / 10).\(tenths % 10) km")
    }

    /// Which tag set the part.
    public var group: Phrase {
        switch assessment.groups {
        case .wanted(let id):
            let name = catalogue.groups[id].name
            return Phrase("\(name.chinese)，岗位优先或定向", "\(name.english), preferred or reserved for")
        case .priority(let id):
            let group = catalogue.groups[id]
            return Phrase("\(group.name.chinese)，优先度 \(group.priority)", "\(group.name.english), priority \(group.priority)")
        case .none: return Phrase("无加分群体", "no group that raises the score")
        }
    }

    // MARK: - In one line

    /// All of it in one line, for lists and sheets.
    public var line: Phrase {
        let score = assessment.score
        var parts = [
            Phrase("技能\(Explanation.hundredths(score.skillPoints))（", "skills \(Explanation.hundredths(score.skillPoints)) (")
                + Phrase(skills.map(\.chinese).joined(separator: "；"), skills.map(\.english).joined(separator: "; ")) + Phrase("）", ")"),
            Phrase("地点\(Explanation.hundredths(score.locationPoints))（", "location \(Explanation.hundredths(score.locationPoints)) (")
                + location + Phrase("）", ")"),
            Phrase("群体\(Explanation.hundredths(score.groupPoints))（", "groups \(Explanation.hundredths(score.groupPoints)) (") + group
                + Phrase("）", ")"),
        ]
        if !blocked.isEmpty { parts.append(Phrase("不符：", "blocked: ") + Phrase.list(blocked)) }
        if !unchecked.isEmpty { parts.append(Phrase("未能核对：", "not checked: ") + Phrase.list(unchecked)) }
        parts.append(crowding)
        return Phrase(parts.map(\.chinese).joined(separator: "；"), parts.map(\.english).joined(separator: "; "))
    }

    /// Points with both decimals, so that the parts shown add up: `30.94`.
    public static func hundredths(_ points: Int) -> String {
        "\(points / 100).\(points % 100 < 10 ? "0" : "")\(points % 100)"
    }
}
