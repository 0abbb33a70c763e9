import DoorstepCore
import TerminalUI

/// 方案: who goes where over both lists, beside what taking the best pair
/// first comes to; what stays empty, who stays without, and what was refused.
enum PlanScreen {
    static let screen = Screen(id: .plan, command: .plan, tab: PlanWords.tab, body: .page(page))

    private static let page = Page(
        title: PlanWords.tab, valueCount: 5, emptyText: PlanWords.empty, scope: .plan,
        lines: { model, _, isCancelled in lines(.pairs, model, isCancelled) },
        inside: { model, topic, isCancelled in PlanTopic(rawValue: topic).map { lines($0, model, isCancelled) } ?? [] },
        face: { PlanFace.of($0) })

    /// The lines of what is listed; none while there is no draft.
    private static func lines(_ topic: PlanTopic, _ model: StationModel, _ isCancelled: @Sendable () -> Bool) -> [PageLine]? {
        guard let sheet = model.plan else { return [] }
        let entries: [PlanEntry] =
            switch topic {
            case .pairs: sheet.pairs
            case .vacancies: sheet.vacancies
            case .unplaced: sheet.unplaced
            case .differences: sheet.differences
            case .settled: sheet.settled
            }
        return isCancelled() ? nil : entries.map { PageLine(title: Phrase(verbatim: ""), about: .plan($0)) }
    }

    /// What stands beside a line: why, then the score, then both records.
    static func details(_ entry: PlanEntry, _ model: StationModel, revealed: RecordID?) -> [DetailLine] {
        func person(_ id: RecordID) -> [DetailLine] { PeopleScreen.details(id, model, isRevealed: id == revealed) }
        switch entry {
        case .pair(let pair, _, _): return details(of: pair, model) + person(pair.person) + JobsScreen.details(pair.job, model)
        case .vacancy(let job, let left, let all):
            let left = DetailLine(Phrase("方案里还空 \(left) 个，共缺 \(all) 人", "\(left) of \(all) stay vacant"), .warning)
            return [model.planReason(for: .job(job)) ?? left] + JobsScreen.details(job, model)
                + [DetailLine(PlanWords.whyEmpty, .muted)]
        case .unplaced(let id):
            return [model.planReason(for: .person(id)) ?? DetailLine(Phrase("方案里没有岗位", "no job in this plan"), .warning)] + person(id) + [DetailLine(PlanWords.whyUnplaced, .muted)]
        case .moved(let id, let job, let greedy):
            return [
                DetailLine(PlanWords.inPlan + Phrase("：", ": ") + place(job, model), .heading),
                DetailLine(PlanWords.oneByOne + Phrase("：", ": ") + place(greedy, model)),
            ] + [model.planReason(for: .person(id))].compactMap(\.self) + person(id)
        case .settled(let change):
            let title = DetailLine(change.phrase, .heading)
            let allowed = DetailLine(PlanWords.enterAllows, .muted)
            switch change {
            case .exclude(let pair), .allow(let pair), .fix(let pair), .release(let pair): return [title, allowed] + details(of: pair, model)
            case .withdraw(let id), .bringBack(let id): return [title, allowed] + person(id)
            case .close(let job), .reopen(let job): return [title, allowed] + JobsScreen.details(job, model)
            }
        }
    }

    private static func place(_ job: RecordID?, _ model: StationModel) -> Phrase {
        job.map { Phrase(verbatim: "\(model.title(of: $0)) \(model.employer(of: $0))") } ?? Phrase("没有岗位", "no job")
    }

    /// The pair's score as in the matches. What is a referral already says
    /// so, rather than that it cannot be referred once more.
    private static func details(of pair: PlanPair, _ model: StationModel) -> [DetailLine] {
        guard let job = model.job(pair.job), let person = model.person(pair.person), model.isShown(person.id) else { return [] }
        let referral = model.referral(of: pair)
        let match = Match(job: job.id, person: person.id, rank: 0, assessment: model.matcher.assess(job: job, person: person))
        let score = MatchesPane.explanation(match, model, saysBlocked: referral == nil)
        var above = [DetailLine(Phrase(verbatim: model.employer(of: pair.job)))]
        if let placement = referral {
            let step = placement.latest
            above.append(DetailLine(Phrase(verbatim: "\(step.date) ") + step.phrase + Phrase(verbatim: " \(placement.id.text)"), .warning))
        } else if let sheet = model.plan, sheet.has(pair), sheet.greedyJobOfPerson[pair.person] != pair.job {
            let place = sheet.greedyJobOfPerson[pair.person].map { Phrase("去\(model.title(of: $0))", ": \(model.title(of: $0))") } ?? Phrase("没有岗位", ": no job")
            above.append(DetailLine(PlanWords.oneByOne + place, .warning))
        }
        return score.prefix(1) + above + score.dropFirst()
    }
}

extension PlanSheet {
    /// Job by job.
    fileprivate var pairs: [PlanEntry] {
        plan.lines.map { line in
            let greedy: PlanEntry.GreedyPlace = switch greedyJobOfPerson[line.person] {
            case line.job?: .same
            case nil: .nowhere
            default: .other
            }
            return .pair(line.pair, line.points, greedy: greedy)
        }
    }

    /// Most vacancies first.
    fileprivate var vacancies: [PlanEntry] {
        var filled: [RecordID: Int] = [:]
        for line in plan.lines { filled[line.job, default: 0] += 1 }
        let left = draft.graph.jobs.compactMap { job -> (job: RecordID, left: Int, all: Int)? in
            let all = draft.graph.vacancyCount(ofJob: job)
            let left = all - filled[job, default: 0]
            return left > 0 ? (job, left, all) : nil
        }
        return left.sorted { $0.left != $1.left ? $0.left > $1.left : $0.job < $1.job }.map { .vacancy($0.job, left: $0.left, of: $0.all) }
    }

    fileprivate var unplaced: [PlanEntry] { draft.graph.people.filter { jobOfPerson[$0] == nil }.map(PlanEntry.unplaced) }

    /// Those whom the plan places come first, then those whom it leaves
    /// without, then those who are elsewhere.
    fileprivate var differences: [PlanEntry] {
        let moved = draft.graph.people.filter { jobOfPerson[$0] != greedyJobOfPerson[$0] }
        func those(_ fits: (RecordID) -> Bool) -> [PlanEntry] {
            moved.filter(fits).map { .moved($0, to: jobOfPerson[$0], greedy: greedyJobOfPerson[$0]) }
        }
        return those { greedyJobOfPerson[$0] == nil } + those { jobOfPerson[$0] == nil } + those { jobOfPerson[$0] != nil && greedyJobOfPerson[$0] != nil }
    }

    fileprivate var settled: [PlanEntry] {
        let settings = draft.settings
        let changes = settings.excluded.inOrder.map(PlanChange.exclude) + settings.withdrawn.sorted().map(PlanChange.withdraw(person:))
            + settings.closed.sorted().map(PlanChange.close(job:))
        return changes.map(PlanEntry.settled)
    }
}
