import DoorstepCore

/// Lines of a page that are about a record: names and numbers are put in when
/// they are drawn, for whoever is looking.
extension PageLine {
    enum About: Equatable, Sendable {
        case followUp(FollowUp)
        case person(RecordID), job(RecordID), placement(RecordID)
        case plan(PlanEntry)
    }

    func title(_ model: StationModel?) -> Phrase {
        guard let about, let model else { return title }
        return Phrase(verbatim: about.name(model))
    }

    /// What stands in the columns behind the title.
    func values(_ model: StationModel?) -> [Phrase] {
        guard case .plan(let entry)? = about, let model else { return values }
        return Array(entry.columns(model).dropFirst())
    }

    /// - Parameter revealed: whose numbers are shown whole.
    func details(_ model: StationModel?, revealed: RecordID?) -> [DetailLine] {
        guard let about, let model else { return details }
        return about.details(model, revealed: revealed)
    }
}

extension PageLine.About {
    init(_ subject: Service.Subject) {
        switch subject {
        case .person(let id): self = .person(id)
        case .job(let id): self = .job(id)
        }
    }

    /// Whom a service is for: of a placement, the person.
    func subject(_ register: Register) -> Service.Subject? {
        switch self {
        case .person(let id): return .person(id)
        case .job(let id): return .job(id)
        case .plan(let entry): return entry.subject
        case .placement(let id): return register.placements[id].map { .person(register.standing(person: $0.person)) }
        case .followUp(let call):
            switch call.subject {
            case .person(let id): return .person(id)
            case .job(let id): return .job(id)
            case .placement(let id): return PageLine.About.placement(id).subject(register)
            }
        }
    }

    private var placement: RecordID? {
        switch self {
        case .placement(let id): id
        case .followUp(let call): if case .placement(let id) = call.subject { id } else { nil }
        case .person, .job, .plan: nil
        }
    }

    var planPair: PlanPair? { if case .plan(let entry) = self { entry.pair } else { nil } }

    /// The person's name, or the job's title; of who was erased the
    /// identifier alone is left.
    func name(_ model: StationModel) -> String {
        if case .plan(let entry) = self { return entry.columns(model).first?(.chinese) ?? "" }
        switch subject(model.register) {
        case .person(let id)?:
            let name = model.person(id)?.name ?? ""
            return name.isEmpty ? id.text : name
        case .job(let id)?: return model.job(id)?.title ?? id.text
        case nil: return ""
        }
    }

    func details(_ model: StationModel, revealed: RecordID?) -> [DetailLine] {
        if case .plan(let entry) = self { return PlanScreen.details(entry, model, revealed: revealed) }
        var lines: [DetailLine] = []
        if case .followUp(let call) = self { lines.append(DetailLine(call.told(model.day), .warning)) }
        if let placement { lines += LedgerScreen.details(placement, model) }
        switch subject(model.register) {
        case .person(let id)?: lines += PeopleScreen.details(id, model, isRevealed: id == revealed)
        case .job(let id)?: lines += JobsScreen.details(id, model)
        case nil: break
        }
        return lines
    }
}

extension Service {
    /// `电话 未接`.
    var what: Phrase { outcome.map { kind.phrase + Phrase(verbatim: " ") + $0.phrase } ?? kind.phrase }
}
