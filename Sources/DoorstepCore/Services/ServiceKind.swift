/// What a station did for somebody, apart from placements: the kinds that
/// `serve` records, and calls.
///
/// The five duties of a station (plan 002, item 12) are 摸排就业创业培训意愿
/// (`wishSurvey`), 失业人员回访 (`revisit`), 信息数据核实 (`verification`),
/// 职业介绍 (referrals) and 征集空缺岗位 (jobs written down).
public enum ServiceKind: String, Term {
    case reception, guidance
    case trainingNotice = "training-notice"
    case policyAdvice = "policy-advice"
    case revisit, verification
    case wishSurvey = "wish-survey"
    case call

    public var phrase: Phrase {
        switch self {
        case .reception: Phrase("接待", "reception")
        case .guidance: Phrase("职业指导", "guidance")
        case .trainingNotice: Phrase("培训信息", "training notice")
        case .policyAdvice: Phrase("政策咨询", "policy advice")
        case .revisit: Phrase("回访", "revisit")
        case .verification: Phrase("信息核实", "verification")
        case .wishSurvey: Phrase("意愿摸排", "survey of wishes")
        case .call: Phrase("电话", "call")
        }
    }

    /// Whom it can be for.
    public func isFor(_ kind: RecordID.Kind) -> Bool {
        switch (self, kind) {
        case (_, .person): true
        case (.verification, .job), (.call, .job), (.reception, .job), (.policyAdvice, .job): true
        default: false
        }
    }

    public static var synonyms: [String: ServiceKind] {
        ["来访": .reception, "培训通知": .trainingNotice, "政策宣传": .policyAdvice, "核实": .verification, "摸排": .wishSurvey, "失业人员回访": .revisit]
    }
}

/// What came of trying to reach somebody.
public enum CallOutcome: String, Term {
    case reached
    case noAnswer = "no-answer"
    case outOfService = "out-of-service"
    case postponed

    public var phrase: Phrase {
        switch self {
        case .reached: Phrase("接通", "reached")
        case .noAnswer: Phrase("未接", "no answer")
        case .outOfService: Phrase("停机", "out of service")
        case .postponed: Phrase("改约", "postponed")
        }
    }
}
