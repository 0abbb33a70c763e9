import DoorstepCore
import TerminalUI

/// The rows over a page's lines, where they change with what it shows.
struct PageFace: Equatable, Sendable {
    let title: Phrase
    /// The row below it.
    let second: Phrase
    /// With their heads.
    let columns: [Table.Column]
    /// Said beside the lines, before anything else.
    var warning: Phrase?
    /// Said where there are no lines.
    let emptyText: Phrase
    /// How many lines are marked.
    var markCount = 0
}

/// The figures of the plan beside those of the greedy one, and the columns of
/// what is listed.
enum PlanFace {
    static func of(_ state: ConsoleState) -> PageFace {
        let topic = state.planTopic
        let working = working(state.planning.work)
        guard let model = state.model, let sheet = model.plan else {
            let text = state.model == nil ? Words.opening : working ?? PlanWords.empty
            return PageFace(title: PlanWords.tab, second: Phrase(verbatim: ""), columns: columns(topic, state.language), emptyText: text)
        }
        return PageFace(
            title: topic == .pairs ? title(sheet) : heading(topic, state.page?.lines?.count), second: working ?? second(sheet, model), columns: columns(topic, state.language),
            warning: state.isPlanStale ? PlanWords.stale : nil, emptyText: topic == .pairs ? PlanWords.empty : PlanWords.nothingHere,
            markCount: state.planning.marks.count)
    }

    static func heading(_ topic: PlanTopic, _ count: Int?) -> Phrase {
        PlanWords.tab + Phrase(verbatim: " > ") + topic.phrase + Phrase(verbatim: count.map { " \($0)" } ?? "")
    }

    static func title(_ sheet: PlanSheet) -> Phrase {
        let plan = sheet.plan
        let proof = sheet.isWhole ? plan.gap.map { PlanWords.gap($0) } ?? Phrase(verbatim: "") : PlanWords.isPartial
        let figures = PlanWords.figures(plan.figures) + (proof.chinese.isEmpty ? proof : Phrase("，", ", ") + proof)
        return PlanWords.tab + Phrase(verbatim: " > ") + figures
    }

    /// The greedy plan, and what this one was asked for besides the usual.
    private static func second(_ sheet: PlanSheet, _ model: StationModel) -> Phrase {
        let settings = sheet.draft.settings
        var asked = [PlanWords.goal(settings.goal)]
        if !settings.first.isEmpty { asked.append(PlanWords.firstInShort) }
        if let limit = settings.perEmployer { asked.append(PlanWords.perEmployer(limit)) }
        let words = Phrase("[\(asked.map(\.chinese).joined(separator: "，"))]  ", "[\(asked.map(\.english).joined(separator: ", "))]  ")
        return words + PlanWords.beside(sheet.plan.figures, sheet.greedy.figures)
    }

    static func working(_ work: Planning.Work?) -> Phrase? {
        switch work {
        case nil: nil
        case .finding(let done, let all)?: PlanWords.finding + Phrase(verbatim: "\(done)/\(all)") + PlanWords.escStops
        case .planning?: PlanWords.planning + PlanWords.escStops
        case .stopping?: PlanWords.stopping
        }
    }

    private static func columns(_ topic: PlanTopic, _ language: Language) -> [Table.Column] {
        func column(_ title: Phrase, _ minimum: Int, _ ideal: Int, weight: Int = 0, trailing: Bool = false, _ priority: Int) -> Table.Column {
            Table.Column(title: title(language), minimum: minimum, ideal: ideal, weight: weight, alignment: trailing ? .trailing : .leading, priority: priority)
        }
        let job = column(Phrase("岗位", "Title"), 10, 14, weight: 2, 9)
        let employer = column(Phrase("单位", "Employer"), 10, 16, weight: 2, 4)
        let person = column(Phrase("姓名", "Name"), 7, 10, weight: 1, 9)
        let days = column(Phrase("天数", "Days"), 6, 6, trailing: true, 6)
        switch topic {
        case .pairs:
            return [
                job, employer, person, column(Phrase("得分", "Score"), 5, 6, trailing: true, 8), column(Phrase("状态", "State"), 6, 6, 7),
                column(Phrase("逐个", "1by1"), 4, 4, 5),
            ]
        case .vacancies: return [job, employer, column(Phrase("空/缺", "Left"), 6, 7, trailing: true, 8), days]
        case .unplaced: return [person, column(Phrase("群体", "Groups"), 12, 24, weight: 2, 5), days]
        case .differences:
            return [person, column(PlanWords.inPlan, 12, 16, weight: 2, 8), column(PlanWords.oneByOne, 12, 16, weight: 2, 7)]
        case .settled: return [column(PlanWords.why, 9, 14, 9), person, column(Phrase("岗位", "Title"), 10, 14, weight: 2, 8)]
        }
    }
}
