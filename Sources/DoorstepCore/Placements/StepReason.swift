/// Why a placement came to nothing or ended: a closed list, beside which a
/// note says the rest.
public enum StepReason: String, Hashable, Sendable, CaseIterable {
    // The employer declined.
    case lacksSkill = "lacks-skill"
    case lacksExperience = "lacks-experience"
    case interviewFailed = "interview-failed"
    case healthCheckFailed = "health-check-failed"
    case positionFilled = "position-filled"
    case positionGone = "position-gone"
    case didNotAppear = "did-not-appear"
    // The person declined.
    case wageTooLow = "wage-too-low"
    case tooFar = "too-far"
    case unsuitableHours = "unsuitable-hours"
    case unsuitableConditions = "unsuitable-conditions"
    case notAsDescribed = "not-as-described"
    case foundOther = "found-other"
    case unreachable
    // Either side, or somebody who left.
    case family
    case health
    case resigned
    case dismissed
    case contractEnded = "contract-ended"
    case taskEnded = "task-ended"
    case wagesUnpaid = "wages-unpaid"
    case employerClosed = "employer-closed"
    case other

    /// Those that a step may give, in the order they are offered; none where
    /// a step needs none.
    public static func offered(for stage: Stage, by party: Party?) -> [StepReason] {
        switch (stage, party) {
        case (.declined, .employer?):
            [.lacksSkill, .lacksExperience, .interviewFailed, .healthCheckFailed, .positionFilled, .positionGone, .didNotAppear, .other]
        case (.declined, _):
            [.wageTooLow, .tooFar, .unsuitableHours, .unsuitableConditions, .notAsDescribed, .foundOther, .family, .health, .unreachable, .other]
        case (.left, _):
            [.resigned, .dismissed, .contractEnded, .taskEnded, .wagesUnpaid, .employerClosed, .foundOther, .family, .health, .other]
        default: []
        }
    }
}

extension StepReason: Term {
    public var phrase: Phrase {
        switch self {
        case .lacksSkill: Phrase("技能不符", "lacks the skill")
        case .lacksExperience: Phrase("经验不足", "lacks experience")
        case .interviewFailed: Phrase("面试未通过", "interview not passed")
        case .healthCheckFailed: Phrase("体检未通过", "health check not passed")
        case .positionFilled: Phrase("岗位已招满", "position filled")
        case .positionGone: Phrase("岗位取消", "position withdrawn")
        case .didNotAppear: Phrase("本人没有去", "did not appear")
        case .wageTooLow: Phrase("工资低", "wage too low")
        case .tooFar: Phrase("路远", "too far")
        case .unsuitableHours: Phrase("时间不合适", "hours do not suit")
        case .unsuitableConditions: Phrase("工作条件不合适", "conditions do not suit")
        case .notAsDescribed: Phrase("与介绍不符", "not as described")
        case .foundOther: Phrase("另有工作", "found other work")
        case .unreachable: Phrase("联系不上", "cannot be reached")
        case .family: Phrase("家庭原因", "family reasons")
        case .health: Phrase("身体原因", "health")
        case .resigned: Phrase("本人辞职", "resigned")
        case .dismissed: Phrase("单位辞退", "dismissed")
        case .contractEnded: Phrase("合同期满", "contract ended")
        case .taskEnded: Phrase("任务结束", "task or season ended")
        case .wagesUnpaid: Phrase("拖欠工资", "wages unpaid")
        case .employerClosed: Phrase("单位停业", "employer closed")
        case .other: Phrase("其他", "other")
        }
    }
}
