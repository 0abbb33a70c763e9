import DoorstepCore

/// Measures the plan over both lists: finding the pairs, the solver by itself
/// on each job's best people, whole drafts, and planning again.
struct PlanMeasures {
    let index: MatchIndex
    /// How many people of each job the solver's own figures are of.
    let top: Int

    typealias Say = (_ measure: String, _ unit: String, _ fast: Double, _ plain: Double?, _ note: String) -> Void

    func run(_ say: Say) {
        var settings = PlanSettings()
        var found: CandidateGraph?
        let finding = Cost.of { found = index.candidates(settings) }
        guard let graph = found else { return }
        say("plan: pairs of both sides, top \(settings.candidates), wall", "s", finding.wall, nil, "\(graph.pairCount) pairs")
        measureSolver(on: ofJobs(graph), "each job's best \(top)", say)
        measureSolver(on: graph, "both sides' best \(settings.candidates)", say)
        for goal in PlanSettings.Goal.allCases {
            settings.goal = goal
            measureDraft(graph, settings, say)
        }
        settings.first = [PlanSettings.Rank(groups: [GroupID.first(in: index.matcher.catalogue)])]
        settings.perEmployer = 3
        measureDraft(graph, settings, say)
    }

    /// Each job's best people alone, whatever they score.
    private func ofJobs(_ graph: CandidateGraph) -> CandidateGraph {
        var pairs: [(job: RecordID, person: RecordID, points: Points)] = []
        index.all(limit: top) { job, lines in
            for line in lines { pairs.append((job.id, line.person, line.points)) }
        }
        return graph.with(pairs)
    }

    private func measureSolver(on graph: CandidateGraph, _ name: String, _ say: Say) {
        for (share, equal, kind) in [(1, nil, ""), (8, nil, ", an eighth of the vacancies"), (8, UInt16(7_000), ", an eighth and equal points")] {
            for goal in PlanSettings.Goal.allCases {
                guard let trial = AssignmentTrial(graph, goal, vacanciesOver: share, equalPoints: equal) else { continue }
                var result: AssignmentTrial.Result?
                Memory.forgetPeak()
                let before = Memory.now
                let cost = Cost.of { result = trial.solve() }
                guard let result else { continue }
                say(
                    "plan: solver, \(name), \(goal.rawValue)\(kind)", "s", cost.wall, nil,
                    "\(graph.pairCount) pairs, \(result.placed) placed, \(result.points) points\(result.isOptimal ? "" : ", not proven"), \(Int(Memory.peak - before)) MB")
            }
        }
    }

    private func measureDraft(_ graph: CandidateGraph, _ settings: PlanSettings, _ say: Say) {
        let kind = settings.goal.rawValue + (settings.first.isEmpty ? "" : ", a group first and \(settings.perEmployer ?? 0) to an employer")
        var made: PlanDraft?
        let cost = Cost.of { made = try? PlanDraft(graph, settings, index) }
        guard var draft = made else { return }
        say("plan: draft from its pairs, \(kind)", "s", cost.wall, nil, "\(draft.plan.figures.placed) placed")
        var greedy: Plan?
        let greedyCost = Cost.of { greedy = draft.greedy }
        say("plan: greedy, \(kind)", "s", greedyCost.wall, nil, "\(greedy?.figures.placed ?? 0) placed, \((greedy?.figures.points ?? 0) - draft.plan.figures.points) points")
        let lines = draft.plan.lines
        let again = Spread(stride(from: 0, to: lines.count, by: max(1, lines.count / 20)).map { number in
            Cost.of { try? draft.apply(.exclude(lines[number].pair), index) }.wall * 1000
        })
        say("plan: again after a pair was refused, \(kind), median", "ms", again.quantile(0.5), nil, "at most \(Figure.text(again.quantile(1))) ms")
    }
}

extension GroupID {
    /// 零就业家庭 where the catalogue has it.
    fileprivate static func first(in catalogue: Catalogue) -> GroupID {
        catalogue.groups.all.first { $0.code == "zero-employment-family" }?.id ?? catalogue.groups.all[0].id
    }
}
