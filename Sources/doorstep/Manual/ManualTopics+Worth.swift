import DoorstepCore

/// What placements are worth, and what is told of them.
extension ManualTopic {
    static let policies = ManualTopic(
        "policies", Phrase("政策", "Policies"),
        [
            .paragraph(
                Phrase(
                    "程序带着五个方案里由推荐记录决定的 52 项政策和清单里其余的 33 项，每项写着方案、第几条、在哪里施行、是不是征求意见稿。每一笔推荐、每一项政策有一个结论：可申领、等到某天、不符合（为什么）、缺依据（缺什么）、已申领、被就高取代。按 --on 那一天算。",
                    "The program carries the 52 policies of five plans that a placement's record decides, and the 33 further entries of the policy list, each with its plan, its item, where it holds and whether it is a draft. For each placement and policy there is a verdict: claimable, waiting until a day, failed and why, wanting evidence and which, claimed already, superseded by a higher one. It is of the day that --on says.")),
            .example([
                "doorstep policies",
                "doorstep policies 150784001-R000001 --on 2026-12-31",
                "doorstep policies cn-150602-agency-priority-group",
                "doorstep policies 见习",
            ]),
            .paragraph(
                Phrase(
                    "方案没有写清的地方（群体按哪天算、哪个险种、上限管哪几项）按窄的和宽的两种读法各算一遍，不一样时两个都写出来。“满 3 个月”和“6 个月以上”都是至少。就高不重复只在写了它的方案里用（东胜区）：同一个人 500 元和 800 元给 800 元，另一项写明被取代。方案没有写的金额就写没有写；最低工资、课时基准用带日期的设置：",
                    "Where a plan leaves something open (the day a group is tested on, which insurance, what a cap covers) the narrow and the wide reading are both reckoned, and both said where they differ. The higher of two, and not both, is taken only where the plan says so (Dongsheng): of 500 and 800 for one person, 800, and the other is said to be superseded. Amounts that a plan does not state are not stated; the minimum wage and the rate of a training hour are dated settings:")),
            .example(["doorstep settings minimum-wage=2024-12-01:2270", "doorstep settings training-hour=2025-01-01:12.5"]),
            .paragraph(
                Phrase(
                    "领到以后，用 --claimed 记在那一笔上，就不再列为可申领。控制台里按 5：政策和合计，Enter 看涉及的每一笔，再按 Enter 到台账里的那一笔。",
                    "What was paid is recorded with --claimed on the placement, and is listed as claimable no more. In the console press 5: the policies and what they come to; Enter lists the placements concerned, and Enter again shows one in the ledger.")),
        ])

    static let reports = ManualTopic(
        "reports", Phrase("报表", "Reports"),
        [
            .paragraph(
                Phrase(
                    "日、周、月、季、半年、年报：计到 --on 那天为止；旁边是上一期、去年同期、本年累计和方案的目标。每个数都能打开由哪些记录计得；更正过的步骤不算，合并过的人算一个，期内录用两次的人只计一次。人按常住地、岗位按工作地计入地区，每个指标写着口径；方案没有给出口径的，写明本站怎么计。",
                    "Reports of a day, week, month, quarter, half-year or year count up to the day that --on says; beside each figure stand the period before, the same a year earlier, the year so far and the plans' targets. Every number opens the entries it was counted from; steps that were taken back do not count, merged records are one person, and who was taken on twice in a period counts once. People count where they live and jobs where the work is, as each definition says; where a plan gives none, it says how the station counts.")),
            .table(Period.Kind.allCases.map { ManualRow(Phrase(verbatim: "report \($0.rawValue)"), $0.phrase) }),
            .example([
                "doorstep report month",
                "doorstep report month --entries started",
                "doorstep report year --area 额尔古纳市 --group 退役军人",
                "doorstep report quarter --sheet supply --format csv",
                "doorstep report month --output november.xlsx",
                "doorstep report year --annex --output annex.xlsx",
            ]),
            .paragraph(
                Phrase(
                    "xlsx 里有指标、地区、群体、月度、供求、急需紧缺各页和图；写成文件的报表带签名存证，doorstep verify 可以核对。--annex 是通辽市方案的任务分解表。控制台里按 7，[ ] 换前一期、后一期，m 换日周月季年，Enter 打开一个数由哪些记录计得。",
                    "A workbook has sheets of figures, areas, groups, months, supply and shortage, with charts; a report that is written to a file goes with a checkpoint that doorstep verify holds it against. --annex is the table of Tongliao's plan. In the console press 7; [ and ] go a period back and forth, m changes its kind, and Enter opens what a number was counted from.")),
            .heading(Phrase("指标", "Figures")),
            .table(Indicator.allCases.map { ManualRow(Phrase(verbatim: $0.code), $0.phrase) }),
        ])
}
