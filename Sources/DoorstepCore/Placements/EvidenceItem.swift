/// What may be proven of a placement: the one list that step forms, the
/// options of commands, the log's column and the conditions of policies are
/// made from.
public enum EvidenceItem: String, Hashable, Sendable, CaseIterable {
    // The contract.
    case contractSigned = "contract-signed"
    case contractFrom = "contract-from"
    case contractTo = "contract-to"
    case contractOpen = "contract-open"
    case firstContract = "first-contract"
    // Social insurance: months paid in all, by scheme.
    case insuranceFrom = "insurance-from"
    case pensionMonths = "pension-months"
    case unemploymentMonths = "unemployment-months"
    case injuryMonths = "injury-months"
    case medicalMonths = "medical-months"
    case maternityMonths = "maternity-months"
    case insuranceUnbroken = "insurance-unbroken"
    // Pay.
    case wage
    case paid
    // Training before it, and certificates.
    case trainingFinished = "training-finished"
    case trainingBody = "training-body"
    case skillLevel = "skill-level"
    case certified
    // Who brought the two together.
    case agency
    // A traineeship.
    case traineeshipFrom = "traineeship-from"
    case traineeshipTo = "traineeship-to"
    case traineeshipEnded = "traineeship-ended"
    case retained
    case traineeInsured = "trainee-insured"
    // The talent reserve.
    case reserveFrom = "reserve-from"
    case reserveTo = "reserve-to"
    case reserveEmployer = "reserve-employer"
    // Apprenticeship.
    case apprenticeAgreement = "apprentice-agreement"
    case keyEmployer = "key-employer"
    // A business that the person or the employer founded.
    case businessRegistered = "business-registered"
    case firstBusiness = "first-business"
    case operatingOn = "operating-on"
    case headcountEarlier = "headcount-earlier"
    case headcountNow = "headcount-now"
    // What a last resort rests on.
    case notWelfareEligible = "not-welfare-eligible"
    case channelsFailed = "channels-failed"
    case noStatePost = "no-state-post"
    case retirementPension = "retirement-pension"
    case employerInsurance = "employer-insurance"
    // What it was checked against, and whether it was claimed.
    case checkedAgainst = "checked-against"
    case claimed

    /// What its value is.
    public enum Kind: Hashable, Sendable {
        case day, yesNo
        /// Whole and not negative, with the highest that can be true.
        case number(highest: Int)
        /// Whole yuan.
        case money
        /// At most 60 characters.
        case text
        /// One of a closed list.
        case level, source
    }

    public var kind: Kind {
        switch self {
        case .contractSigned, .contractFrom, .contractTo, .insuranceFrom, .trainingFinished, .certified, .traineeshipFrom, .traineeshipTo,
            .traineeshipEnded, .reserveFrom, .reserveTo, .businessRegistered, .operatingOn, .apprenticeAgreement:
            .day
        case .contractOpen, .firstContract, .insuranceUnbroken, .paid, .retained, .traineeInsured, .reserveEmployer, .keyEmployer, .firstBusiness,
            .notWelfareEligible, .channelsFailed, .noStatePost, .retirementPension, .employerInsurance:
            .yesNo
        case .pensionMonths, .unemploymentMonths, .injuryMonths, .medicalMonths, .maternityMonths: .number(highest: 600)
        case .headcountEarlier, .headcountNow: .number(highest: 1_000_000)
        case .wage: .money
        case .trainingBody, .agency, .claimed: .text
        case .skillLevel: .level
        case .checkedAgainst: .source
        }
    }

    /// The months of a scheme of social insurance.
    public static let schemes: [EvidenceItem] = [.pensionMonths, .unemploymentMonths, .injuryMonths, .medicalMonths, .maternityMonths]

    /// What mostly comes in with such a step, to be offered first.
    public static func usual(for stage: Stage, isDayWork: Bool) -> [EvidenceItem] {
        switch (stage, isDayWork) {
        case (.checked, true), (.left, true), (.hired, true): [.paid]
        case (.referred, _): [.agency, .trainingFinished]
        case (.hired, _), (.started, _): [.contractSigned, .contractFrom, .contractTo, .firstContract, .wage]
        case (.checked, _), (.left, _): [.pensionMonths, .unemploymentMonths, .injuryMonths, .insuranceUnbroken, .wage, .checkedAgainst]
        default: []
        }
    }

    /// Days that may lie ahead of the step: until when a contract runs.
    var mayLieAhead: Bool {
        switch self {
        case .contractFrom, .contractTo, .traineeshipTo, .traineeshipFrom, .reserveTo: true
        default: false
        }
    }
}

extension EvidenceItem: Term {
    public var phrase: Phrase {
        switch self {
        case .contractSigned: Phrase("合同签订日期", "contract signed")
        case .contractFrom: Phrase("合同起", "contract from")
        case .contractTo: Phrase("合同止", "contract to")
        case .contractOpen: Phrase("无固定期限合同", "contract without end")
        case .firstContract: Phrase("首次与当地单位签合同", "first contract with an employer of the district")
        case .insuranceFrom: Phrase("参保起始", "insured from")
        case .pensionMonths: Phrase("养老保险月数", "months of pension insurance")
        case .unemploymentMonths: Phrase("失业保险月数", "months of unemployment insurance")
        case .injuryMonths: Phrase("工伤保险月数", "months of work-injury insurance")
        case .medicalMonths: Phrase("医疗保险月数", "months of medical insurance")
        case .maternityMonths: Phrase("生育保险月数", "months of maternity insurance")
        case .insuranceUnbroken: Phrase("连续参保", "insurance unbroken")
        case .wage: Phrase("月工资", "wage a month")
        case .paid: Phrase("工资已结", "wages paid")
        case .trainingFinished: Phrase("培训结束", "training finished")
        case .trainingBody: Phrase("培训机构", "training body")
        case .skillLevel: Phrase("技能等级", "skill level")
        case .certified: Phrase("等级证书日期", "level certified on")
        case .agency: Phrase("推荐机构", "referring agency")
        case .traineeshipFrom: Phrase("见习起", "traineeship from")
        case .traineeshipTo: Phrase("见习计划止", "traineeship planned to")
        case .traineeshipEnded: Phrase("见习实际止", "traineeship ended on")
        case .retained: Phrase("见习留用", "retained after the traineeship")
        case .traineeInsured: Phrase("见习综合保险", "trainee's commercial insurance")
        case .reserveFrom: Phrase("储备起", "in the talent reserve from")
        case .reserveTo: Phrase("储备止", "in the talent reserve to")
        case .reserveEmployer: Phrase("单位有储备计划", "employer has a reserve plan")
        case .apprenticeAgreement: Phrase("学徒协议日期", "apprentice agreement of")
        case .keyEmployer: Phrase("重点企业", "key enterprise")
        case .businessRegistered: Phrase("创业登记日期", "business registered on")
        case .firstBusiness: Phrase("首次创业", "first business")
        case .operatingOn: Phrase("正常经营核实日期", "seen operating on")
        case .headcountEarlier: Phrase("原带动就业人数", "people employed earlier")
        case .headcountNow: Phrase("现带动就业人数", "people employed now")
        case .notWelfareEligible: Phrase("不符合公益性岗位条件", "not eligible for a public-welfare post")
        case .channelsFailed: Phrase("其他渠道未能就业", "other channels failed")
        case .noStatePost: Phrase("未在机关国企事业单位就业", "no post yet in a state body")
        case .retirementPension: Phrase("已领养老金", "draws a pension")
        case .employerInsurance: Phrase("单位商业保险", "employer's commercial insurance")
        case .checkedAgainst: Phrase("核实依据", "checked against")
        case .claimed: Phrase("已申领政策", "policy already claimed")
        }
    }
}

/// What somebody looked at to be sure.
public enum EvidenceSource: String, Term {
    case contract, insuranceRecord = "insurance-record", payroll, certificate, visit, telephone, department, other

    public var phrase: Phrase {
        switch self {
        case .contract: Phrase("合同原件", "the contract")
        case .insuranceRecord: Phrase("社保缴费记录", "the insurance record")
        case .payroll: Phrase("工资发放记录", "the payroll")
        case .certificate: Phrase("证书", "the certificate")
        case .visit: Phrase("上门", "a visit")
        case .telephone: Phrase("电话", "a call")
        case .department: Phrase("部门比对", "another department's data")
        case .other: Phrase("其他", "other")
        }
    }
}
