import DoorstepCore
import TerminalUI

/// Why a line of the plan is refused: what is kept out of it from then on.
public struct PlanRefusalForm: Equatable, Sendable {
    public let pair: PlanPair
    var chosen = 0

    enum Choice: Int, CaseIterable, Sendable {
        case pair, person, job
    }

    var change: PlanChange {
        switch Choice(rawValue: chosen) ?? .pair {
        case .pair: .exclude(pair)
        case .person: .withdraw(person: pair.person)
        case .job: .close(job: pair.job)
        }
    }

    mutating func choose(by step: Int) {
        let count = Choice.allCases.count
        chosen = (chosen + step + count) % count
    }
}

/// What the plan is asked for, as it is being typed.
public struct PlanSettingsForm: Equatable, Sendable {
    var goal: PlanSettings.Goal
    /// People of zero-employment families before all others.
    var isFirst: Bool
    var perEmployer: TextField
    var threshold: TextField
    var candidates: TextField
    var focus = Field.goal
    var error: Phrase?

    enum Field: Int, CaseIterable, Sendable {
        case goal, first, perEmployer, threshold, candidates

        var label: Phrase {
            switch self {
            case .goal: Phrase("目标", "Goal")
            case .first: Phrase("优先", "First")
            case .perEmployer: Phrase("每家至多（人，空为不限）", "At most for an employer (empty: any)")
            case .threshold: Phrase("最低得分", "Least score")
            case .candidates: Phrase("每个岗位和每人各取候选", "Candidates of each job and person")
            }
        }
    }

    init(_ settings: PlanSettings) {
        goal = settings.goal
        isFirst = !settings.first.isEmpty
        perEmployer = TextField(settings.perEmployer.map { String($0) } ?? "", maximumLength: 6)
        threshold = TextField(Explanation.hundredths(settings.threshold.value), maximumLength: 6)
        candidates = TextField(String(settings.candidates), maximumLength: 4)
    }

    func text(_ field: Field) -> TextField? {
        switch field {
        case .goal, .first: nil
        case .perEmployer: perEmployer
        case .threshold: threshold
        case .candidates: candidates
        }
    }

    mutating func moveFocus(by step: Int) {
        let count = Field.allCases.count
        focus = Field(rawValue: (focus.rawValue + step + count) % count) ?? .goal
    }

    /// A key that is neither leave, save nor move.
    mutating func edit(_ event: InputEvent) {
        switch focus {
        case .goal, .first:
            guard case .key(let stroke) = event, [.left, .right, .character(" ")].contains(stroke.halfWidth().key) else { return }
            if focus == .first { isFirst.toggle() } else { goal = goal == .cover ? .total : .cover }
        case .perEmployer: _ = perEmployer.handle(event)
        case .threshold: _ = threshold.handle(event)
        case .candidates: _ = candidates.handle(event)
        }
    }

    /// The settings as they stand in the form, with all that was settled.
    ///
    /// - Parameter families: who is put first.
    /// - Throws: what is wrong with a field.
    func settings(_ former: PlanSettings, _ families: [PlanSettings.Rank]) throws(PlanFormProblem) -> PlanSettings {
        var settings = former
        settings.goal = goal
        settings.first = isFirst ? families : []
        let limit = PlainText.trimmed(PlainText.key(perEmployer.text))
        if limit.isEmpty {
            settings.perEmployer = nil
        } else if let count = Int(limit), count > 0 {
            settings.perEmployer = count
        } else {
            throw PlanFormProblem(field: .perEmployer, text: Phrase("写 1 或更大的数，不限就空着", "write 1 or more, or nothing for any number"))
        }
        guard let points = PlanSettingsForm.points(PlainText.trimmed(PlainText.key(threshold.text))) else {
            throw PlanFormProblem(field: .threshold, text: Phrase("写 0 到 100 的分数，如 50 或 62.5", "write a score from 0 to 100, such as 50 or 62.5"))
        }
        settings.threshold = points
        guard let count = Int(PlainText.trimmed(PlainText.key(candidates.text))), count > 0 else {
            throw PlanFormProblem(field: .candidates, text: Phrase("写 1 或更大的数", "write 1 or more"))
        }
        settings.candidates = count
        return settings
    }

    /// Of `62.5`.
    private static func points(_ text: String) -> Points? {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let whole = Int(first), whole >= 0 else { return nil }
        let fraction = parts.count > 1 ? String(parts[1]) : ""
        guard fraction.count <= 2, fraction.allSatisfy({ ("0"..."9").contains($0) }) else { return nil }
        let hundredths = whole.multipliedReportingOverflow(by: 100)
        let value = hundredths.partialValue + (Int((fraction + "00").prefix(2)) ?? 0)
        return hundredths.overflow ? nil : Points(value)
    }
}

/// What is wrong with a field.
struct PlanFormProblem: Error {
    let field: PlanSettingsForm.Field
    let text: Phrase
}
