/// What indicators are called and how they are counted. Where a plan names an
/// indicator and does not define it, the definition says so.
extension Indicator {
    /// What commands and sheets call it.
    public var code: String {
        switch self {
        case .newEmployment: "new-employment"
        case .urban: "urban"
        case .ruralTransfer: "rural-transfer"
        case .ruralNearby: "rural-nearby"
        case .unemployed: "unemployed"
        case .hardToEmploy: "hard-to-employ"
        case .zeroFamily: "zero-employment-family"
        case .outOfPoverty: "out-of-poverty"
        case .disabled: "disabled"
        case .veterans: "veterans"
        case .graduates: "graduates"
        case .graduatesInEnterprises: "graduates-in-enterprises"
        case .secondary: "secondary"
        case .tertiary: "tertiary"
        case .flexible: "flexible"
        case .small: "small"
        case .trainees: "trainees"
        case .welfarePosts: "welfare-posts"
        case .local: "local"
        case .forestLocal: "forest-local"
        case .agriProcessing: "agri-processing"
        case .registered: "registered"
        case .postedJobs: "posted-jobs"
        case .posted: "posted"
        case .traineePosts: "trainee-posts"
        case .referred: "referred"
        case .interviewed: "interviewed"
        case .hired: "hired"
        case .started: "started"
        case .neverStarted: "never-started"
        case .declinedByEmployer: "declined-by-employer"
        case .declinedByPerson: "declined-by-person"
        case .left: "left"
        case .inPost30: "in-post-30"
        case .inPost90: "in-post-90"
        case .inPost180: "in-post-180"
        case .inPost365: "in-post-365"
        case .confirmed30: "confirmed-30"
        case .confirmed90: "confirmed-90"
        case .confirmed180: "confirmed-180"
        case .confirmed365: "confirmed-365"
        case .dayWork: "day-work"
        case .dayWorkPeople: "day-work-people"
        case .dayWorkDone: "day-work-done"
        case .dayWorkPaid: "day-work-paid"
        case .wishSurveys: "wish-surveys"
        case .revisits: "revisits"
        case .verifications: "verifications"
        case .guidance: "guidance"
        case .trainingNotices: "training-notices"
        case .policyAdvice: "policy-advice"
        case .receptions: "receptions"
        case .calls: "calls"
        case .callsReached: "calls-reached"
        case .unemployedAssisted: "unemployed-assisted"
        case .hardToEmployAssisted: "hard-to-employ-assisted"
        case .zeroFamilyAssisted: "zero-family-assisted"
        }
    }

    public var phrase: Phrase {
        switch self {
        case .newEmployment: Phrase("新增就业", "new employment")
        case .urban: Phrase("城镇新增就业", "new urban employment")
        case .ruralTransfer: Phrase("农村牧区劳动力转移就业", "rural labour moved to other work")
        case .ruralNearby: Phrase("农牧民就地就近就业", "farmers and herders employed nearby")
        case .unemployed: Phrase("失业人员再就业", "unemployed back in work")
        case .hardToEmploy: Phrase("就业困难人员就业", "hard to employ, in work")
        case .zeroFamily: Phrase("零就业家庭成员就业", "of zero-employment families, in work")
        case .outOfPoverty: Phrase("脱贫人口务工", "out of poverty, in work")
        case .disabled: Phrase("残疾人就业", "disabled people in work")
        case .veterans: Phrase("退役军人就业", "veterans in work")
        case .graduates: Phrase("高校毕业生就业", "graduates in work")
        case .graduatesInEnterprises: Phrase("高校毕业生企业就业和灵活就业", "graduates in firms or flexible work")
        case .secondary: Phrase("二产新增就业岗位", "new secondary-industry posts")
        case .tertiary: Phrase("三产新增就业岗位", "new tertiary-industry posts")
        case .flexible: Phrase("新业态和灵活就业", "flexible work")
        case .small: Phrase("小微企业个体工商户新增就业", "new work at small firms and sole traders")
        case .trainees: Phrase("就业见习", "trainees")
        case .welfarePosts: Phrase("公益性岗位安置", "placed in public-welfare posts")
        case .local: Phrase("吸纳当地就业", "local people employed")
        case .forestLocal: Phrase("林下特色单位吸纳当地就业", "local people at farms and co-operatives")
        case .agriProcessing: Phrase("农副产品加工单位吸纳就业", "employed in agricultural processing")
        case .registered: Phrase("登记求职", "people registered")
        case .postedJobs: Phrase("征集空缺岗位", "jobs collected")
        case .posted: Phrase("新增空缺", "vacancies posted")
        case .traineePosts: Phrase("就业见习岗位", "trainee posts")
        case .referred: Phrase("推荐（职业介绍）", "referred")
        case .interviewed: Phrase("面试", "interviewed")
        case .hired: Phrase("录用", "hired")
        case .started: Phrase("到岗", "started")
        case .neverStarted: Phrase("未到岗", "never started")
        case .declinedByEmployer: Phrase("单位未录用", "declined by the employer")
        case .declinedByPerson: Phrase("本人放弃", "declined by the person")
        case .left: Phrase("离职", "left")
        case .inPost30: Phrase("在岗满30天", "in post at 30 days")
        case .inPost90: Phrase("在岗满90天", "in post at 90 days")
        case .inPost180: Phrase("在岗满180天", "in post at 180 days")
        case .inPost365: Phrase("在岗满365天", "in post at 365 days")
        case .confirmed30: Phrase("满30天经核实", "at 30 days, confirmed")
        case .confirmed90: Phrase("满90天经核实", "at 90 days, confirmed")
        case .confirmed180: Phrase("满180天经核实", "at 180 days, confirmed")
        case .confirmed365: Phrase("满365天经核实", "at 365 days, confirmed")
        case .dayWork: Phrase("零工派工", "day work sent")
        case .dayWorkPeople: Phrase("零工人数", "day workers")
        case .dayWorkDone: Phrase("零工完工", "day work done")
        case .dayWorkPaid: Phrase("零工结算", "day work paid")
        case .wishSurveys: Phrase("摸排意愿", "surveys of wishes")
        case .revisits: Phrase("失业人员回访", "revisits")
        case .verifications: Phrase("信息核实", "verifications")
        case .guidance: Phrase("职业指导", "guidance")
        case .trainingNotices: Phrase("培训信息", "training notices")
        case .policyAdvice: Phrase("政策咨询", "policy advice")
        case .receptions: Phrase("接待", "receptions")
        case .calls: Phrase("电话", "calls")
        case .callsReached: Phrase("电话接通", "calls that reached somebody")
        case .unemployedAssisted: Phrase("登记失业人员帮扶", "registered unemployed, assisted")
        case .hardToEmployAssisted: Phrase("就业困难人员帮扶", "hard to employ, assisted")
        case .zeroFamilyAssisted: Phrase("零就业家庭帮扶", "zero-employment families, assisted")
        }
    }

    private static let undefined = Phrase("方案没有给出口径。", " The plans do not define it.")
    private static let facts = Phrase("资料按到岗当时的。", " As the facts were on that day.")
    private static let byHome = Phrase("按本人住址计入地区。", " Counts where the person lives.")
    private static let byWorkplace = Phrase("按工作地计入地区。", " Counts where the work is.")
    private static func started(_ who: String, _ english: String) -> Phrase {
        Phrase("到岗日期在期内的\(who)，一人只计一次。", "People whose day of starting lies in the period, \(english); each once.")
    }
    private static func group(_ name: String, _ english: String) -> Phrase {
        started(name, "in the group “\(english)” on that day") + facts + byHome + undefined
    }

    /// How it is counted, to stand beside the figure.
    public var definition: Phrase {
        switch self {
        case .newEmployment: Indicator.started("求职者", "of any kind") + Indicator.byWorkplace + Indicator.undefined
        case .urban:
            Indicator.started("求职者，工作地在街道、镇或园区", "whose work is in a street office's quarter, a town (镇) or an industrial park")
                + Phrase("只写到旗县市区的，市辖区计入，其余列为缺资料。", " Where only the county is known, districts (区) count and others are listed as wanting facts.")
                + Indicator.undefined
        case .ruralTransfer:
            Indicator.started("农牧民、农牧民工、返乡农牧民工、失地农牧民，单位属二产或三产", "farmers, herders and rural workers, at an employer of the secondary or tertiary industry")
                + Phrase("单位行业不明的列为缺资料。", " Employers of unknown industry are listed as wanting facts.") + Indicator.byHome + Indicator.undefined
        case .ruralNearby:
            Indicator.started("农牧民、农牧民工、返乡农牧民工、失地农牧民，工作地和住址在同一旗县市区", "farmers, herders and rural workers, whose work lies in the county they live in")
                + Indicator.byHome + Indicator.undefined
        case .unemployed: Indicator.group("登记失业人员", "registered unemployed")
        case .hardToEmploy: Indicator.group("就业困难人员", "recognised as hard to employ")
        case .zeroFamily: Indicator.group("零就业家庭成员", "member of a family with nobody in work")
        case .outOfPoverty: Indicator.group("脱贫人口（含监测对象）", "lifted out of poverty or monitored")
        case .disabled: Indicator.group("残疾人", "disabled person")
        case .veterans: Indicator.group("退役军人", "veteran")
        case .graduates: Indicator.group("离校2年内（含毕业年度）高校毕业生", "graduate within two years of leaving, or in the year of graduation")
        case .graduatesInEnterprises:
            Indicator.group("离校2年内（含毕业年度）高校毕业生，单位是企业、个体工商户或合作社，或者用工形式是灵活就业、非全日制", "graduate within two years of leaving, at a firm, sole trader or co-operative, or in flexible or part-time work")
        case .secondary, .tertiary:
            Phrase(
                "到岗日期在期内、单位行业属\(self == .secondary ? "二" : "三")产（GB/T 4754）的岗位，每到岗一笔计一个。",
                "Posts filled in the period, one for each placement that started, at an employer of the \(self == .secondary ? "secondary" : "tertiary") industry (GB/T 4754).")
                + Phrase("单位行业不明的列为缺资料。", " Employers of unknown industry are listed as wanting facts.") + Indicator.byWorkplace + Indicator.undefined
        case .flexible:
            Indicator.started("求职者，用工形式是灵活就业或非全日制；零工另计", "whose kind of job is flexible or part-time work; day work is counted apart") + Indicator.byWorkplace
                + Indicator.undefined
        case .small:
            Indicator.started("求职者，单位是个体工商户、合作社或者小型、微型企业", "at a sole trader, a co-operative, or a small or micro firm")
                + Phrase("个体工商户含合作社，依通辽市方案第5项。", " Sole traders include co-operatives, as item 5 of Tongliao's plan has it.") + Indicator.byWorkplace
        case .trainees: Indicator.started("见习人员，用工形式是就业见习", "as trainees (kind of job 就业见习)") + Indicator.byWorkplace + Indicator.undefined
        case .welfarePosts: Indicator.started("求职者，用工形式是公益性岗位或乡村公益性岗位", "in public-welfare posts, rural ones among them") + Indicator.byWorkplace
        case .local: Indicator.started("求职者，住址和工作地在同一旗县市区", "who live in the county where the work is") + Indicator.byWorkplace
        case .forestLocal:
            Indicator.started("求职者，住址和工作地在同一旗县市区，单位属一产或是合作社", "who live in the county where the work is, at an employer of the primary industry or a co-operative")
                + Phrase("台账分不出林下产业。", " Forest products cannot be told from others of that industry.") + Indicator.byWorkplace + Indicator.undefined
        case .agriProcessing:
            Indicator.started("求职者，单位行业是农副食品加工、食品制造、酒饮料茶制造（13—15类）或单位是合作社", "at an employer of divisions 13 to 15 of GB/T 4754, or a co-operative")
                + Indicator.byWorkplace + Indicator.undefined
        case .registered: Phrase("登记日期在期内的求职者，每人一次，不论后来状态。", "People whose day of registering lies in the period, each once, whatever their status now.")
        case .postedJobs: Phrase("发布日期在期内的岗位，每条一次。", "Jobs whose day of posting lies in the period, each once.")
        case .posted: Phrase("发布日期在期内的岗位，按招聘人数计。", "Jobs whose day of posting lies in the period, by their headcount.")
        case .traineePosts: Phrase("发布日期在期内、用工形式是就业见习的岗位，按招聘人数计。", "Posted in the period with the kind of job 就业见习, by their headcount.")
        case .referred: Indicator.steps("推荐", "referral")
        case .interviewed: Indicator.steps("面试", "interview")
        case .hired: Indicator.steps("录用（零工派工另计）", "hire; day work is counted apart")
        case .started: Indicator.steps("到岗", "starting")
        case .neverStarted: Indicator.steps("录用以后没有到岗", "refusal after the hire")
        case .declinedByEmployer: Indicator.steps("单位未录用（不含未到岗）", "refusal by the employer before a hire")
        case .declinedByPerson: Indicator.steps("本人放弃（不含未到岗）", "refusal by the person before a hire")
        case .left: Indicator.steps("离职（零工完工另计）", "leaving; day work done is counted apart")
        case .inPost30: Indicator.inPost(30)
        case .inPost90: Indicator.inPost(90)
        case .inPost180: Indicator.inPost(180)
        case .inPost365: Indicator.inPost(365)
        case .confirmed30: Indicator.confirmed(30)
        case .confirmed90: Indicator.confirmed(90)
        case .confirmed180: Indicator.confirmed(180)
        case .confirmed365: Indicator.confirmed(365)
        case .dayWork: Phrase("派工日期在期内的零工，一人一天计一次。", "Day work whose day lies in the period, one for each person and day sent.")
        case .dayWorkPeople: Phrase("期内派过零工的人，一人只计一次。", "People sent for day work in the period, each once.")
        case .dayWorkDone: Phrase("完工日期在期内的零工，一人一天计一次。", "Day work done in the period, one for each person and day.")
        case .dayWorkPaid: Phrase("期内核实工资已结的零工，一笔结算计一次。", "Day work of which it was confirmed in the period that wages were paid.")
        case .wishSurveys: Indicator.services("摸排就业创业培训意愿", "surveys of wishes for work, business and training")
        case .revisits: Indicator.services("失业人员回访", "revisits of unemployed people")
        case .verifications: Indicator.services("信息数据核实", "verifications of what is recorded")
        case .guidance: Indicator.services("职业指导", "guidance")
        case .trainingNotices: Indicator.services("培训信息告知", "notices of training")
        case .policyAdvice: Indicator.services("政策咨询", "advice on policies")
        case .receptions: Indicator.services("接待", "receptions")
        case .calls: Indicator.services("电话，不论是否接通", "calls, answered or not")
        case .callsReached: Indicator.services("接通的电话", "calls that reached somebody")
        case .unemployedAssisted: Indicator.assisted("登记失业人员", "registered unemployed")
        case .hardToEmployAssisted: Indicator.assisted("就业困难人员", "hard to employ")
        case .zeroFamilyAssisted: Indicator.assisted("零就业家庭成员", "members of zero-employment families")
        }
    }

    private static func steps(_ name: String, _ english: String) -> Phrase {
        Phrase("\(name)日期在期内的推荐，一人一岗一笔；更正的步骤都不算。", "Placements with the \(english) in the period, one for each person and job; steps that were taken back do not count.")
    }

    private static func inPost(_ days: Int) -> Phrase {
        Phrase(
            "到岗后第\(days)天在期内、台账上那天以前没有离职的推荐；没有逐一核实。零工不计。",
            "Placements whose day \(days) after starting lies in the period and of which no leaving before it is recorded; not asked one by one. Day work is left out.")
    }

    private static func confirmed(_ days: Int) -> Phrase {
        Phrase("“在岗满\(days)天”中，第\(days)天或以后有在岗核实记录的。", "Of those in post at \(days) days, the ones with a check on that day or later.")
    }

    private static func services(_ name: String, _ english: String) -> Phrase {
        Phrase("日期在期内的\(name)，做一次记一次；撤回的不算。", "Times recorded in the period: \(english); what was taken back does not count.")
    }

    private static func assisted(_ name: String, _ english: String) -> Phrase {
        Phrase(
            "现登记的\(name)（已退出的除外）中，期内有过服务或推荐步骤的人；率 = 人数 / 现登记人数。",
            "Of the \(english) now recorded (the withdrawn left out), those with a service or a placement's step in the period; the rate is of all of them.") + undefined
    }
}
