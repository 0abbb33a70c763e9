/// What a policy asks of a placement, its person or its employer.
public enum PolicyCondition: Hashable, Sendable {
    /// Of one of the groups, on the day of the referral and on that of being
    /// taken on; `narrow` where the plan can be read as naming fewer. An open
    /// list (等) leaves it to others to recognise who else belongs to it.
    case groups(GroupSet, narrow: GroupSet, isOpen: Bool)
    /// The founder's proof: the same, of somebody whom the station may not
    /// know.
    case founderGroup(GroupSet, isOpen: Bool)
    case agency
    /// Registered there (我区企业), not only at work there.
    case employerIn(PlaceID)
    case employerTypes([EmployerType])
    case employerSizes([EmployerSize])
    case smallOrNonPublic
    /// 小微企业、个体工商户.
    case smallEntity
    case contract
    /// 1年以上 is 12 months or more.
    case contractMonths(Int)
    /// Signed after a training, at most so many months.
    case contractAfterTraining(months: Int)
    case contractBeforeTraineeshipEnds
    /// So many months paid, 0 for any; in each of the schemes or, where the
    /// plan names none, in one.
    case insurance(months: Int, schemes: [EvidenceItem], isUnbroken: Bool)
    /// At work for so many months, and seen there afterwards.
    case employment(months: Int)
    case employed
    case householdIn(PlaceID)
    case jobKinds([JobKindID])
    case unemployed(months: Int)
    /// Left school at most so many months before.
    case graduated(months: Int)
    case proven(EvidenceItem)
    case provenAny([EvidenceItem])
    /// 新就业, which no plan defines.
    case newlyEmployed
    /// In the talent reserve, for so many months at the most.
    case reserve(longest: Int?)
    case traineeship
    /// So many of a hundred of the unit's trainees were kept.
    case retention(percent: Int)
    /// So many people given work by the founder, each insured for so long.
    case jobs(least: Int, insured: Int)
    case operating(months: Int)
    case headcountKept
    /// So many people in a calendar year from one agency.
    case perAgency(least: Int)
    /// No more than so many yuan for one agency.
    case cap(yuan: Int)
    /// The plan names the policy and not its conditions.
    case notStated
}

extension PolicyCondition {
    /// What is asked, in a few words.
    public func phrase(_ catalogue: Catalogue) -> Phrase {
        switch self {
        case .groups(let groups, _, let isOpen), .founderGroup(let groups, let isOpen):
            founders + Phrase("属于：", "one of: ") + catalogue.groups.names(groups) + (isOpen ? Phrase("等", ", or another") : Phrase("", ""))
        case .agency: Phrase("由经营性人力资源机构推荐", "referred by a commercial agency")
        case .employerIn(let place): Phrase("单位登记在\(catalogue.places[place].name)", "employer registered in \(catalogue.places[place].name)")
        case .employerTypes(let types): Phrase("单位类型：", "type of employer: ") + Phrase.list(types.map(\.phrase))
        case .employerSizes(let sizes): Phrase("单位规模：", "size of employer: ") + Phrase.list(sizes.map(\.phrase))
        case .smallOrNonPublic: Phrase("中小企业或非公有制企业", "a small or medium or a non-public enterprise")
        case .smallEntity: Phrase("小微企业或个体工商户", "a small or micro enterprise or a sole trader")
        case .contract: Phrase("签订劳动合同", "a signed contract")
        case .contractMonths(let months): Phrase("合同 \(months) 个月以上", "a contract of \(months) months or more")
        case .contractAfterTraining(let months): Phrase("培训结束后 \(months) 个月内签合同", "a contract signed within \(months) months after a training")
        case .contractBeforeTraineeshipEnds: Phrase("见习期满前签合同", "a contract signed before the traineeship was to end")
        case .insurance(0, _, _): Phrase("参加社会保险", "social insurance paid")
        case .insurance(let months, let schemes, let isUnbroken):
            Phrase(
                "\(isUnbroken ? "连续" : "")参保满 \(months) 个月", "\(months) months of \(isUnbroken ? "unbroken " : "")insurance")
                + (schemes.isEmpty ? Phrase("", "") : Phrase("（", " (") + Phrase.list(schemes.map(\.phrase)) + Phrase("）", ")"))
        case .employment(let months): Phrase("稳定就业 \(months) 个月以上", "at work for \(months) months or more")
        case .employed: Phrase("已就业", "taken on")
        case .householdIn(let place): Phrase("户籍在\(catalogue.places[place].name)", "household registered in \(catalogue.places[place].name)")
        case .jobKinds(let kinds): Phrase("岗位类型：", "kind of job: ") + Phrase.list(kinds.map { catalogue.kinds[$0].name })
        case .unemployed(let months): Phrase("登记失业满 \(months) 个月", "registered unemployed for \(months) months or more")
        case .graduated(let months): Phrase("离校 \(months) 个月内", "left school at most \(months) months before")
        case .proven(let item): item.phrase
        case .provenAny(let items): Phrase("有其中一项：", "one of: ") + Phrase.list(items.map(\.phrase))
        case .newlyEmployed: Phrase("新就业", "newly employed")
        case .reserve(let longest):
            Phrase("在人才储备期内", "in the talent reserve") + (longest.map { Phrase("（最多 \($0) 个月）", " (\($0) months at most)") } ?? Phrase("", ""))
        case .traineeship: Phrase("就业见习", "an employment traineeship")
        case .retention(let percent): Phrase("单位见习留用率不低于 \(percent)%", "at least \(percent)% of the unit's trainees retained")
        case .jobs(let least, let insured): Phrase("带动 \(least) 人以上就业、各参保 \(insured) 个月以上", "\(least) people or more given work, each insured for \(insured) months")
        case .operating(let months): Phrase("正常经营 \(months) 个月以上", "in operation for \(months) months or more")
        case .headcountKept: Phrase("带动就业人数没有减少", "no fewer people given work than before")
        case .perAgency(let least): Phrase("同一机构一个日历年内满 \(least) 人", "\(least) people of one agency in a calendar year")
        case .cap(let yuan): Phrase("同一机构最多 \(yuan) 元", "at most \(yuan) yuan for one agency")
        case .notStated: Phrase("方案没有写条件，请向主管部门核实", "the plan does not state the conditions: ask the department")
        }
    }

    private var founders: Phrase {
        if case .founderGroup = self { Phrase("创办人", "the founder is ") } else { Phrase("", "") }
    }

    /// What would tell whether it is met.
    func wanting(_ catalogue: Catalogue) -> [Phrase] {
        func items(_ items: EvidenceItem...) -> [Phrase] { items.map(\.phrase) }
        func field(_ chinese: String, _ english: String) -> [Phrase] { [Phrase(chinese, english)] }
        switch self {
        case .groups(_, _, true): return field("对群体的认定", "recognition as one of the groups")
        case .groups: return field("学历、离校日期、出生日期或户籍", "education, day of leaving school, date of birth or household")
        case .founderGroup: return items(.founderGroup)
        case .agency: return items(.agency)
        case .employerIn: return field("单位所在地", "the employer's place")
        case .employerTypes: return field("单位类型", "the employer's type")
        case .employerSizes: return field("单位规模", "the employer's size")
        case .smallOrNonPublic, .smallEntity: return field("单位类型、规模", "the employer's type and size")
        case .contract, .contractBeforeTraineeshipEnds: return items(.contractSigned)
        case .contractMonths: return items(.contractFrom, .contractTo)
        case .contractAfterTraining: return items(.trainingFinished, .contractSigned)
        case .insurance(_, let schemes, let isUnbroken): return (schemes.isEmpty ? items(.pensionMonths) : schemes.map(\.phrase)) + (isUnbroken ? items(.insuranceUnbroken) : [])
        case .employment: return field("满期后的在岗核实", "a check in post after that day")
        case .employed: return field("录用", "being taken on")
        case .householdIn: return field("户籍", "the household")
        case .jobKinds: return field("岗位类型", "the kind of job")
        case .unemployed: return field("失业登记日期", "the day of registering as unemployed")
        case .graduated: return field("离校日期", "the day of leaving school")
        case .proven(let item): return items(item)
        case .provenAny(let any): return [Phrase.list(any.map(\.phrase)) + Phrase("之一", " (one of them)")]
        case .newlyEmployed: return items(.newlyEmployed)
        case .reserve: return items(.reserveFrom)
        case .traineeship: return items(.traineeshipFrom)
        case .retention: return items(.traineeshipEnded, .retained)
        case .jobs: return items(.pensionMonths)
        case .operating: return items(.businessRegistered, .operatingOn)
        case .headcountKept: return items(.headcountEarlier, .headcountNow)
        case .perAgency, .cap: return []
        case .notStated: return [phrase(catalogue)]
        }
    }

    /// The narrow and the wide reading of the plan may differ in it.
    var dependsOnReading: Bool {
        switch self {
        case .groups, .newlyEmployed, .unemployed, .graduated, .retention, .cap, .perAgency: true
        case .insurance(_, let schemes, _): schemes.isEmpty
        default: false
        }
    }
}
