import DoorstepCore
import TerminalUI

/// 有人没活干: the people seeking, those who were offered nothing for longest
/// first.
enum PeopleScreen {
    static let screen = Screen(id: .people, command: .people, tab: Words.people, body: .list(.people))

    static let list = ListSpec(
        records: .person, tab: Words.people, title: Words.peopleTitle, emptyText: Words.noPeople, columns: columns,
        standardSort: ListSort(column: columns.count - 1, isDescending: true), isListed: { $1.isSeeking(personAt: $0) },
        target: { .person($0) }, edited: .person, details: { details($0, $1, isRevealed: $2) })

    static let columns: [ListColumn] = [
        ListColumn(
            title: Phrase("姓名", "Name"), minimum: 8, ideal: 12, weight: 1, priority: 9,
            text: { id, model, _ in model.person(id)?.name ?? "" },
            key: { id, model in .text(model.register.people[id]?.name ?? "") }),
        ListColumn(
            title: Phrase("龄", "Age"), minimum: 3, ideal: 3, alignment: .trailing, priority: 7,
            text: { id, model, _ in age(id, model).map { String($0) } ?? "" },
            key: { id, model in .number(age(id, model) ?? -1) },
            said: { id, model in age(id, model).map { Phrase("\($0) 岁", "aged \($0)") } }),
        ListColumn(
            title: Phrase("技能", "Skills"), minimum: 8, ideal: 18, weight: 3, priority: 8,
            text: { id, model, language in skills(id, model)(language) },
            key: { id, model in .text(skills(id, model).chinese) }),
        ListColumn(
            title: Phrase("住地", "Lives in"), minimum: 8, ideal: 10, weight: 1, priority: 4,
            text: { id, model, _ in model.person(id).map { model.catalogue.places[$0.place].name } ?? "" },
            key: { id, model in .text(model.register.people[id].map { model.catalogue.places[$0.place].code } ?? "") }),
        ListColumn(
            title: Phrase("学历", "Education"), minimum: 9, ideal: 9, priority: 3,
            text: { id, model, language in model.person(id)?.education?.short(language) ?? "" },
            key: { id, model in .number(model.register.people[id]?.education?.rawValue ?? -1) }),
        ListColumn(
            title: Phrase("意向", "Wishes for"), minimum: 20, ideal: 24, weight: 2, priority: 2,
            text: { id, model, language in wishes(id, model)(language) }, key: { id, model in .text(wishes(id, model).chinese) }),
        ListColumn(
            title: Phrase("群体", "Groups"), minimum: 24, ideal: 28, weight: 2, priority: 1,
            text: { id, model, language in groups(id, model)(language) }, key: { id, model in .text(groups(id, model).chinese) }),
        ListColumn(
            title: Phrase("求职", "Waits"), minimum: 6, ideal: 7, alignment: .trailing, priority: 8, startsDescending: true,
            text: { id, model, language in
                guard let person = model.person(id) else { return "" }
                return (model.standing(person)?.short ?? Words.days(model.waitingDays(person)))(language)
            },
            key: { id, model in .number(model.register.people[id].map { model.waitingDays($0) } ?? 0) },
            said: { id, model in model.person(id).map { model.standing($0)?.phrase ?? Words.waitingDays(model.waitingDays($0)) } }),
    ]

    private static func age(_ id: RecordID, _ model: StationModel) -> Int? {
        model.person(id)?.birth.map { model.day.fullYears(since: $0) }
    }

    private static func wishes(_ id: RecordID, _ model: StationModel) -> Phrase {
        guard let person = model.person(id) else { return Phrase(verbatim: "") }
        let wage = person.lowestWage.map { [Phrase("\($0)起", "\($0) at least")] } ?? []
        return Details.row(person.wants.map { Phrase(verbatim: model.catalogue.skills.title($0)) } + wage)
    }

    private static func groups(_ id: RecordID, _ model: StationModel) -> Phrase {
        guard let person = model.person(id), model.isShown(id) else { return Phrase(verbatim: "") }
        let groups = model.matcher.candidate(person).groups
        return groups.isEmpty ? Phrase(verbatim: "") : model.catalogue.groups.names(groups)
    }

    private static func skills(_ id: RecordID, _ model: StationModel) -> Phrase {
        guard let person = model.person(id) else { return Phrase(verbatim: "") }
        return Details.row(person.skills.map { skill in
            let title = model.catalogue.skills.title(skill.name)
            return Phrase(title + skill.level.phrase.chinese, title)
        })
    }

    /// - Parameter isRevealed: whether numbers are shown whole.
    static func details(_ id: RecordID, _ model: StationModel, isRevealed: Bool) -> [DetailLine] {
        guard let person = model.person(id) else { return [] }
        let catalogue = model.catalogue
        let candidate = model.matcher.candidate(person)
        var who = [Phrase(verbatim: person.name)]
        if let sex = person.sex { who.append(sex.phrase) }
        if let age = candidate.age { who.append(Phrase("\(age)岁", "aged \(age)")) }
        if let education = person.education { who.append(education.short) }
        if let status = model.standing(person) { who.append(status.phrase) }
        var lines = [DetailLine(Details.row(who), .heading)]
        lines.append(DetailLine(Phrase("住 ", "lives in ") + Phrase(verbatim: catalogue.places.fullName(person.place))))
        for field in MaskedField.allCases {
            guard let text = field.text(of: person) else { continue }
            let isWhole = isRevealed || field == .telephone && model.called == id
            let shown = Phrase(verbatim: isWhole ? text : field.masked(text))
            lines.append(DetailLine(field.phrase + Phrase(verbatim: " ") + shown, isWhole ? .plain : .muted))
        }
        var skills = person.skills.map { skill in
            let title = catalogue.skills.title(skill.name)
            return Phrase(title + skill.level.phrase.chinese, title + (skill.level == .unknown ? "" : " (\(skill.level.phrase.english))"))
        }
        skills += person.certificates.map { Phrase(verbatim: catalogue.certificates.title($0.name)) }
        lines.append(DetailLine(Phrase("会 ", "can ") + (skills.isEmpty ? Phrase("未填", "nothing recorded") : Details.row(skills))))
        var wishes = person.wants.map { Phrase(verbatim: catalogue.skills.title($0)) } + person.kinds.map { catalogue.kinds[$0].name }
        if let wage = person.lowestWage { wishes.append(Phrase("每月\(wage)起", "\(wage) a month at least")) }
        wishes += person.areas.map { Phrase(verbatim: catalogue.places[$0].name) }
        if person.canMove { wishes.append(Phrase("可外出", "willing to move")) }
        if !wishes.isEmpty { lines.append(DetailLine(Phrase("想 ", "wishes ") + Details.row(wishes))) }
        if !candidate.groups.isEmpty, model.isShown(id) { lines.append(DetailLine(catalogue.groups.names(candidate.groups), .muted)) }
        lines += model.servicesTold(of: id, latest: 3)
        for placement in model.register.placements(ofPerson: person.id).filter({ !$0.isVoid }).suffix(3) {
            let step = placement.latest
            let stage = step.stage.phrase(by: step.party)
            lines.append(DetailLine(Phrase("\(step.date) \(stage.chinese) \(step.title)", "\(step.date) \(stage.english): \(step.title)"), .muted))
        }
        if !person.note.isEmpty { lines.append(DetailLine(Phrase("备注 ", "note ") + Phrase(verbatim: person.note), .muted)) }
        return lines
    }
}

extension StationModel {
    /// How somebody stands who does not seek, where that may be seen; nil for
    /// who does, and who waits.
    fileprivate func standing(_ person: Person) -> PersonStatus? { person.status != .seeking && isShown(person.id) ? person.status : nil }
}

extension PersonStatus {
    /// As it stands in a column for days.
    fileprivate var short: Phrase { self == .withdrawn ? Phrase("退出", "quit") : phrase }
}
