import DoorstepCore

/// The day, what is due, and what was done for somebody.
extension ManualTopic {
    static let services = ManualTopic(
        "services", Phrase("服务和回访", "Services and follow-ups"),
        [
            .paragraph(
                Phrase(
                    "控制台的 0 是今日：谁来过、打过电话，该回访谁，今天的零工，自己办了什么。在那里打汉字（输入法上屏）或粘贴就找人，号码、拼音先按 /，因为数字键切换界面；登记过的人都找得到，已就业、暂停、退出求职的也在内，状态写在这一行。没有这个人，按 Enter 或 n 新登记，输入的证件号码、电话或姓名已经填好。",
                    "Screen 0 of the console is the day: who came in or telephoned, who is to be called, today's day work, what you did. Chinese typed there with an input method, or pasted text, finds somebody; a number or pinyin is typed after /, since figures turn to other screens. Everyone registered is found, also who was placed, is paused or seeks no more, as the line says. Where there is nobody, Enter or n opens a new record with what was typed filled in: the identity number, the telephone or the name.")),
            .paragraph(
                Phrase(
                    "4 是回访，逾期最久的在前。Enter 记结果，c 显示电话（先记入日志）并记下接通、未接、停机或改约，b 记一次服务，备注一行按 Ctrl-O 用编辑器写；u 撤销本机刚记的，Ctrl-R 重做。没接通的，下一个工作日再提醒；改约的，到约定那天。到期的有：",
                    "Screen 4 is what is due, overdue longest first. Enter notes what came of it, c shows the telephone once that is in the journal and notes reached, no answer, out of service or postponed, b records a service; Ctrl-O opens its note in the editor. u takes back what was just recorded at this desk, Ctrl-R records it again. Who was not reached is due again on the next working day, or on the day that was agreed. Due are:")),
            .table(dueInManual),
            .paragraph(
                Phrase(
                    "每个人的卡片上数着三项：推荐、职业指导、培训信息，要求是 \(ServiceCounts.wanted.recommendations)、\(ServiceCounts.wanted.guidance)、\(ServiceCounts.wanted.trainingNotices)。撤销了的不算，合并进来的算。",
                    "Each person's card counts recommendations, guidance and training notices, of which \(ServiceCounts.wanted.recommendations), \(ServiceCounts.wanted.guidance) and \(ServiceCounts.wanted.trainingNotices) are asked for. What was taken back does not count; what was done under a record that was merged into theirs does.")),
            .paragraph(
                Phrase("服务的种类，前面是命令行里写的：", "The kinds of services, as the command line calls them:")),
            .table(ServiceKind.allCases.map { ManualRow(Phrase(verbatim: $0.rawValue), $0.isFor(.job) ? $0.phrase + Phrase("，也用于岗位", ", also about a job") : $0.phrase) }),
            .paragraph(
                Phrase(
                    "站点的五项职责都记在所属的卡片上，报表里按期统计：征集空缺岗位是登记岗位，职业介绍是推荐，摸排就业创业培训意愿是 wish-survey，失业人员回访是 revisit，信息数据核实是 verification。",
                    "The five duties of a station are recorded on the card that they belong to, and counted by period in the reports: jobs gathered are jobs written down, introductions are referrals, asking for wishes of work, business and training is wish-survey, revisiting the unemployed is revisit, checking records is verification.")),
            .paragraph(
                Phrase(
                    "命令行的 serve 写出这次服务的编号，撤销时用它；撤销是再记一条，原来的一条不改也不删。follow-ups 列出到期的和七天内要到期的，--due 只要到期的；export follow-ups 存成表格，--query 里写人、岗位都行，这个人、这个岗位的推荐也在内。",
                    "On the command line serve writes the number of the service, by which it is taken back: a further line says so, and the first is neither changed nor removed. follow-ups lists what is due and what comes due within a week, --due the former alone; export follow-ups writes a sheet, and its --query may name a person or a job, whose placements are meant with them.")),
            .example([
                "doorstep serve 150784001-P000001 guidance --note 想学电焊",
                "doorstep serve 150784001-P000001 call --outcome no-answer",
                "doorstep serve 150784001-P000001 call --again 2026-12-01",
                "doorstep serve 150784001-J000001 verification",
                "doorstep serve 150784001-P000001 --take-back 1",
                "doorstep follow-ups --due --top 20",
                "doorstep export follow-ups --query 张三 --output calls.xlsx",
            ]),
        ])

    /// What is due when, as the core counts.
    private static let dueInManual: [ManualRow] = [
        ManualRow(
            FollowUp.Reason.firstContact.phrase,
            Phrase("登记后 \(FollowUp.firstContactWorkingDays) 个工作日", "\(FollowUp.firstContactWorkingDays) working days after registering")),
        ManualRow(
            FollowUp.Reason.nothingOffered.phrase,
            Phrase("\(FollowUp.offerDays) 天没有推荐，也没有联系", "\(FollowUp.offerDays) days without an offer or a word")),
        ManualRow(FollowUp.Reason.answer.phrase, Phrase("推荐后 \(FollowUp.answerDays) 天", "\(FollowUp.answerDays) days after the referral")),
        ManualRow(
            FollowUp.Reason.start.phrase, Phrase("录用或约定上岗后 \(FollowUp.startDays) 天", "\(FollowUp.startDays) days after taking on, or the day agreed on")),
        ManualRow(
            Phrase("在岗核实", "in post"),
            Phrase(
                "到岗后第 \(FollowUp.checkDays.map { String($0) }.joined(separator: "、")) 天；错过几次，一次回访就够",
                "\(FollowUp.checkDays.map { String($0) }.joined(separator: ", ")) days after starting; one call does for all that were missed")),
        ManualRow(
            FollowUp.Reason.dayWork.phrase,
            Phrase("第二天；没结的，\(FollowUp.unpaidWorkingDays) 个工作日后再问", "the next day; where wages were not paid, \(FollowUp.unpaidWorkingDays) working days later")),
        ManualRow(FollowUp.Reason.contractEnds.phrase, Phrase("到期前 \(FollowUp.contractDays) 天", "\(FollowUp.contractDays) days before")),
        ManualRow(
            Phrase("政策日期", "policy dates"), Phrase("政策规定的那天起，提醒 \(FollowUp.policyDays) 天", "from the day that a policy gives, for \(FollowUp.policyDays) days")),
        ManualRow(FollowUp.Reason.closing.phrase, Phrase("岗位截止前 \(FollowUp.closingDays) 天", "\(FollowUp.closingDays) days before the job closes")),
        ManualRow(
            FollowUp.Reason.stillOpen.phrase,
            Phrase("发布或核实后 \(FollowUp.verificationDays) 天", "\(FollowUp.verificationDays) days after the job was posted or checked")),
    ]
}
