import DoorstepCore

/// What a line of the plan's screen is about. Names come in when it is drawn,
/// for whoever is looking.
enum PlanEntry: Equatable, Sendable {
    case pair(PlanPair, Points, greedy: GreedyPlace)
    /// A job with vacancies that stay empty, and of how many.
    case vacancy(RecordID, left: Int, of: Int)
    /// A person who stays without.
    case unplaced(RecordID)
    /// Where a person is in the plan, and where the greedy one has them; nil
    /// for nowhere.
    case moved(RecordID, to: RecordID?, greedy: RecordID?)
    /// What was refused.
    case settled(PlanChange)

    /// Where the greedy plan has the person of a pair.
    enum GreedyPlace: Sendable {
        case same, other, nowhere

        var phrase: Phrase {
            switch self {
            case .same: Phrase("同", "same")
            case .other: Phrase("另", "else")
            case .nowhere: Phrase("无", "none")
            }
        }

        var aloud: Phrase {
            switch self {
            case .same: Phrase("逐个推荐也是这个岗位", "the same job one by one")
            case .other: Phrase("逐个推荐去别的岗位", "another job one by one")
            case .nowhere: Phrase("逐个推荐没有岗位", "no job one by one")
            }
        }
    }

    var pair: PlanPair? { if case .pair(let pair, _, _) = self { pair } else { nil } }

    /// Who or what is in no pair of the plan.
    var leftOut: Service.Subject? {
        switch self {
        case .vacancy(let job, _, _): .job(job)
        case .unplaced(let person), .moved(let person, nil, _): .person(person)
        case .pair, .moved, .settled: nil
        }
    }

    /// Whom or what it is of: of a pair the person.
    var subject: Service.Subject {
        switch self {
        case .pair(let pair, _, _): .person(pair.person)
        case .vacancy(let job, _, _): .job(job)
        case .unplaced(let person), .moved(let person, _, _): .person(person)
        case .settled(let change): change.subject
        }
    }

    /// What its line says, column by column.
    func columns(_ model: StationModel) -> [Phrase] {
        func verbatim(_ text: String) -> Phrase { Phrase(verbatim: text) }
        switch self {
        case .pair(let pair, let points, let greedy):
            return [
                verbatim(model.title(of: pair.job)), verbatim(model.employer(of: pair.job)), verbatim(model.name(of: pair.person)),
                verbatim(model.isShown(pair.person) ? points.description : "-"), model.planState(of: pair), greedy.phrase,
            ]
        case .vacancy(let job, let left, let all):
            let days = model.job(job).map { model.vacantDays($0) } ?? 0
            return [verbatim(model.title(of: job)), verbatim(model.employer(of: job)), verbatim("\(left)/\(all)"), Words.days(days)]
        case .unplaced(let person):
            let days = model.person(person).map { model.waitingDays($0) } ?? 0
            return [verbatim(model.name(of: person)), model.groups(of: person), Words.days(days)]
        case .moved(let person, let job, let greedy):
            return [verbatim(model.name(of: person)), model.titleOrNone(of: job), model.titleOrNone(of: greedy)]
        case .settled(let change):
            switch change {
            case .exclude(let pair), .allow(let pair), .fix(let pair), .release(let pair):
                return [change.phrase, verbatim(model.name(of: pair.person)), verbatim(model.title(of: pair.job))]
            case .withdraw(let person), .bringBack(let person): return [change.phrase, verbatim(model.name(of: person)), verbatim("")]
            case .close(let job), .reopen(let job): return [change.phrase, verbatim(""), verbatim(model.title(of: job) + " " + model.employer(of: job))]
            }
        }
    }

    /// The same aloud, where columns have no heads.
    func said(_ model: StationModel) -> [Phrase] {
        let columns = columns(model)
        switch self {
        case .pair(_, _, let greedy):
            return [columns[0], columns[1], columns[2], PlanWords.score + Phrase(verbatim: " ") + columns[3], columns[4], greedy.aloud]
        case .vacancy(_, let left, let all):
            return [columns[0], columns[1], Phrase("还空 \(left)，共 \(all)", "\(left) of \(all) left vacant")]
        case .unplaced(let id):
            return [columns[0], columns[1], model.person(id).map { Words.waitingDays(model.waitingDays($0)) } ?? columns[2]]
        case .moved: return [columns[0], .labelled(PlanWords.inPlan, columns[1]), .labelled(PlanWords.oneByOne, columns[2])]
        case .settled: return columns
        }
    }
}

extension PlanChange {
    /// Whom or what it is of: of a pair the person.
    var subject: Service.Subject {
        switch self {
        case .fix(let pair), .release(let pair), .exclude(let pair), .allow(let pair): .person(pair.person)
        case .withdraw(let person), .bringBack(let person): .person(person)
        case .close(let job), .reopen(let job): .job(job)
        }
    }

    var phrase: Phrase {
        switch self {
        case .fix: Phrase("已定", "agreed")
        case .release: Phrase("取消已定", "released")
        case .exclude: Phrase("不合适", "does not fit")
        case .allow: Phrase("又可以", "may be again")
        case .withdraw: Phrase("暂不参加", "stays out")
        case .bringBack: Phrase("又参加", "takes part again")
        case .close: Phrase("暂不招人", "takes nobody")
        case .reopen: Phrase("又招人", "takes people again")
        }
    }
}

extension StationModel {
    func title(of job: RecordID) -> String { self.job(job)?.title ?? job.text }

    func employer(of job: RecordID) -> String { self.job(job).flatMap { employer($0.employer)?.name } ?? "" }

    /// Of who was erased the identifier alone is left.
    func name(of person: RecordID) -> String {
        let name = self.person(person)?.name ?? ""
        return name.isEmpty ? person.text : name
    }

    fileprivate func titleOrNone(of job: RecordID?) -> Phrase { job.map { Phrase(verbatim: title(of: $0)) } ?? Phrase("没有", "none") }

    fileprivate func groups(of id: RecordID) -> Phrase {
        guard isShown(id), let person = person(id) else { return Phrase(verbatim: "") }
        let groups = matcher.candidate(person).groups
        return groups.isEmpty ? Phrase(verbatim: "") : catalogue.groups.names(groups)
    }

    /// Why the line that is drawn is in no pair: people by their names;
    /// not for a client's eyes.
    func planReason(for subject: Service.Subject) -> DetailLine? {
        // What is wanting is said of somebody, named or not.
        guard turned == nil, let explained, explained.subject == subject, let reason = explained.reason else { return nil }
        let words = reason.phrase(register, catalogue)
        var (chinese, english) = (words.chinese, words.english)
        for person in reason.people {
            chinese = chinese.replacing(person.text, with: name(of: person))
            english = english.replacing(person.text, with: name(of: person))
        }
        return DetailLine(Phrase(chinese, english), .warning)
    }

    /// The latest referral of a pair that stands.
    func referral(of pair: PlanPair) -> Placement? {
        register.placements(ofPerson: pair.person).last { register.standing(job: $0.job) == pair.job && !$0.isVoid }
    }

    /// What came of a pair already.
    func planState(of pair: PlanPair) -> Phrase {
        if referral(of: pair) != nil { return PlanWords.referred }
        return plan?.draft.settings.fixed.contains(pair) == true ? PlanWords.agreed : Phrase(verbatim: "")
    }
}

extension PlanReason {
    /// Whom its words name.
    fileprivate var people: Set<RecordID> {
        var people: Set<RecordID> = []
        if case .person(let id) = subject { people.insert(id) }
        switch cause {
        case .contested(let contest): people.formUnion([contest.best.person, contest.rival.person])
        case .threshold(let shortfall): people.insert(shortfall.best.person)
        case .rule(let block): people.insert(block.best.person)
        default: break
        }
        return people
    }
}
