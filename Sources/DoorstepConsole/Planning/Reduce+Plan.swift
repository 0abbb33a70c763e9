import DoorstepCore
import TerminalUI

/// The plan over both lists: made beside the keyboard, and again from where it
/// was after each change.
extension ConsoleState {
    // MARK: - Making it

    /// Makes the draft where there is none yet.
    mutating func beginPlan() -> [Effect] {
        guard current == .plan, let model, model.plan == nil, planning.work == nil else { return [] }
        return makePlan()
    }

    /// Asks for the draft as it is wished for.
    ///
    /// - Parameter isAnew: from the register as it is now.
    mutating func makePlan(isAnew: Bool = false) -> [Effect] {
        guard let model else { return [] }
        if planning.wish == nil {
            var wish = PlanSettings()
            wish.threshold = model.settings.matching.threshold
            planning.wish = wish
        }
        guard let wish = planning.wish else { return [] }
        // What was begun anew and is overtaken has not been done.
        if isAnew || model.plan == nil { planning.isAnew = true }
        planning.generation += 1
        planning.work = .planning
        return [.makePlan(wish, isAnew: planning.isAnew, generation: planning.generation)]
    }

    /// Makes it from the lists as they are now.
    mutating func makePlanAgain() -> [Effect] {
        planning.said = nil
        message = nil
        return makePlan(isAnew: true)
    }

    /// Nil where nothing is being worked on.
    mutating func stopPlan() -> [Effect]? {
        guard current == .plan, let work = planning.work, work != .stopping else { return nil }
        planning.work = .stopping
        return [.stopPlan(generation: planning.generation)]
    }

    mutating func show(progress done: Int, of all: Int, ofPlan generation: Int) {
        guard generation == planning.generation, planning.work != nil, planning.work != .stopping else { return }
        planning.work = done < all ? .finding(done: done, of: all) : .planning
    }

    mutating func show(_ sheet: PlanSheet, _ generation: Int) -> [Effect] {
        guard generation == planning.generation, let former = model else { return [] }
        planning.work = nil
        if planning.isAnew { planning.known = sheet.changes }
        planning.isAnew = false
        planning.wish = sheet.draft.settings
        planning.marks = planning.marks.filter { sheet.has($0) }
        model?.plan = sheet
        planning.explained = nil
        if let said = planning.said {
            let change = former.plan.map { PlanWords.remade(sheet.plan.figures, $0.plan.figures) } ?? Phrase(verbatim: "")
            message = Message(said + change, .good)
            planning.said = nil
        }
        return current == .plan ? [makePage(.plan)] : []
    }

    /// What was wished for cannot be had; the draft stays as it was.
    mutating func refusePlan(_ reason: Phrase, _ generation: Int) {
        guard generation == planning.generation else { return }
        planning.work = nil
        planning.isAnew = false
        planning.said = nil
        if let settings = model?.plan?.draft.settings { planning.wish = settings }
        message = Message(reason, .error)
    }

    // MARK: - What is asked for

    mutating func turnPlanGoal() -> [Effect] { ask { $0.goal = $0.goal == .cover ? .total : .cover } }

    mutating func turnPlanFirst() -> [Effect] {
        let families = zeroEmploymentFamilies
        guard !families.isEmpty else { return say(PlanWords.noFamilies) }
        return ask { $0.first = $0.first.isEmpty ? families : [] }
    }

    private var zeroEmploymentFamilies: [PlanSettings.Rank] {
        model?.catalogue.groups.group("zero-employment-family").map { [PlanSettings.Rank(groups: [$0.id])] } ?? []
    }

    private mutating func ask(_ change: (inout PlanSettings) -> Void) -> [Effect] {
        guard var wish = planning.wish else { return beginPlan() }
        change(&wish)
        return ask(wish)
    }

    private mutating func ask(_ wish: PlanSettings) -> [Effect] {
        guard wish != planning.wish else { return [] }
        planning.wish = wish
        let first = wish.first.isEmpty ? Phrase(verbatim: "") : Phrase("，", ", ") + PlanWords.first
        planning.said = PlanWords.goal(wish.goal) + first
        return makePlan()
    }

    mutating func openPlanSettings() -> [Effect] {
        guard let wish = planning.wish else { return beginPlan() }
        message = nil
        overlay = .planSettings(PlanSettingsForm(wish))
        return []
    }

    mutating func take(_ event: InputEvent, _ form: PlanSettingsForm) -> [Effect] {
        var form = form
        if case .key(let stroke) = event {
            form.error = nil
            switch (stroke.key, stroke.control) {
            case (.escape, _):
                overlay = nil
                return []
            case (.enter, _), (.character("s"), true):
                guard let wish = planning.wish else { return [] }
                do throws(PlanFormProblem) {
                    let asked = try form.settings(wish, zeroEmploymentFamilies)
                    overlay = nil
                    return ask(asked)
                } catch {
                    form.error = error.text
                    form.focus = error.field
                }
            case (.tab, _), (.down, _): form.moveFocus(by: 1)
            case (.backTab, _), (.up, _): form.moveFocus(by: -1)
            default: form.edit(event)
            }
        } else {
            form.edit(event)
        }
        overlay = .planSettings(form)
        return []
    }

    // MARK: - Why a line is in no pair

    /// Asks why the line under the cursor is in no pair, where that is not
    /// known yet.
    mutating func explainPlanLine() -> [Effect] {
        guard lock == nil, planning.work == nil, model?.plan != nil, let subject = planEntry?.leftOut, subject != planning.explained?.subject else { return [] }
        planning.explained = Planning.Explained(subject: subject)
        planning.explainedGeneration += 1
        return [.explainPlan(subject, generation: planning.explainedGeneration)]
    }

    mutating func show(_ reason: PlanReason?, for subject: Service.Subject, _ generation: Int) {
        guard generation == planning.explainedGeneration, planning.explained?.subject == subject else { return }
        planning.explained?.reason = reason
    }

    // MARK: - What is listed

    /// Lists something else of the plan, round in a ring.
    mutating func turnPlanTopic(by step: Int) -> [Effect] {
        let topics = PlanTopic.allCases
        let position = (topics.firstIndex(of: planTopic) ?? 0) + step
        let topic = topics[(position + topics.count) % topics.count]
        var view = page ?? PageView()
        if view.topic == nil { view.outside = view.state }
        view.topic = topic == .pairs ? nil : topic.rawValue
        view.state = topic == .pairs ? view.outside ?? ListState() : ListState()
        if topic == .pairs { view.outside = nil }
        view.lines = nil
        page = view
        return [makePage(.plan)]
    }

    /// Why a pair; the record of who or what stays without; what was refused
    /// takes part again.
    mutating func openPlanLine() -> [Effect] {
        switch planEntry {
        case nil: return say(planning.work == nil ? PlanWords.choosePair : PlanWords.planning)
        case .pair(let pair, _, _)?:
            overlay = .why(WhyView(job: pair.job, person: pair.person))
            return []
        case .moved(let person, let job?, _)?, .moved(let person, nil, let job?)?:
            overlay = .why(WhyView(job: job, person: person))
            return []
        case .moved(let person, nil, nil)?, .unplaced(let person)?: return show(.person(person))
        case .vacancy(let job, _, _)?: return show(.job(job))
        case .settled(let change)?: return settle(change.inverse)
        }
    }
}
