import DoorstepCore
import TerminalUI

/// 有活没人干: the open jobs, those that nobody was sent to for longest first.
enum JobsScreen {
    static let screen = Screen(id: .jobs, command: .jobs, tab: Words.jobs, body: .list(.jobs))

    static let list = ListSpec(
        records: .job, tab: Words.jobs, title: Words.jobsTitle, emptyText: Words.noJobs, columns: columns,
        standardSort: ListSort(column: columns.count - 1, isDescending: true), isListed: { $1.isOpen(jobAt: $0) },
        target: { .job($0) }, edited: .job, details: { id, model, _ in details(id, model) })

    static let columns: [ListColumn] = [
        ListColumn(
            title: Phrase("岗位", "Title"), minimum: 10, ideal: 14, weight: 2, priority: 9,
            text: { id, model, _ in model.job(id)?.title ?? "" },
            key: { id, model in .text(model.register.jobs[id]?.title ?? "") }),
        ListColumn(
            title: Phrase("单位", "Employer"), minimum: 8, ideal: 16, weight: 3, priority: 6,
            text: { id, model, _ in employer(id, model)?.name ?? "" },
            key: { id, model in .text(employer(id, model)?.name ?? "") }),
        ListColumn(
            title: Phrase("工资", "Pay"), minimum: 9, ideal: 9, alignment: .trailing, priority: 7, startsDescending: true,
            text: { id, model, language in model.job(id).map { WageText.short($0.wage)(language) } ?? "" },
            key: { id, model in
                let wage = model.job(id)?.wage
                return .number(wage.flatMap { wage in wage.highest.flatMap { wage.byMonth($0) } }?.fen ?? -1)
            }),
        ListColumn(
            title: Phrase("地点", "Place"), minimum: 10, ideal: 12, weight: 1, priority: 4,
            text: { id, model, _ in model.job(id).map { model.catalogue.places[$0.place].name } ?? "" },
            key: { id, model in .text(model.register.jobs[id].map { model.catalogue.places[$0.place].code } ?? "") }),
        ListColumn(
            title: Phrase("要求", "Asks for"), minimum: 20, ideal: 24, weight: 2, priority: 2,
            text: { id, model, _ in skills(id, model) }, key: { id, model in .text(skills(id, model)) }),
        ListColumn(
            title: Phrase("已荐", "Sent"), minimum: 5, ideal: 5, alignment: .trailing, priority: 3, startsDescending: true,
            text: { id, model, _ in String(model.sentCount(to: id)) }, key: { id, model in .number(model.sentCount(to: id)) }),
        ListColumn(
            title: Phrase("缺", "Left"), minimum: 4, ideal: 4, alignment: .trailing, priority: 7, startsDescending: true,
            text: { id, model, _ in model.job(id).map { String(model.vacancies(of: $0)) } ?? "" },
            key: { id, model in .number(model.register.jobs[id].map { model.vacancies(of: $0) } ?? 0) },
            said: { id, model in model.job(id).map { model.vacancies(of: $0) }.map { Phrase("缺 \($0)", "\($0) left") } }),
        ListColumn(
            title: Phrase("空缺", "Vacant"), minimum: 7, ideal: 7, alignment: .trailing, priority: 8, startsDescending: true,
            text: { id, model, language in
                model.job(id).map { Words.days(model.vacantDays($0))(language) } ?? ""
            },
            key: { id, model in .number(model.register.jobs[id].map { model.vacantDays($0) } ?? 0) },
            said: { id, model in model.job(id).map { Words.vacantDays(model.vacantDays($0)) } }),
    ]

    /// The skills that are required.
    private static func skills(_ id: RecordID, _ model: StationModel) -> String {
        let asked = model.job(id)?.skills.filter(\.isRequired) ?? []
        return asked.map { model.catalogue.skills.title($0.name) }.joined(separator: " ")
    }

    private static func employer(_ id: RecordID, _ model: StationModel) -> Employer? {
        model.job(id).flatMap { model.employer($0.employer) }
    }

    static func details(_ id: RecordID, _ model: StationModel) -> [DetailLine] {
        guard let job = model.job(id) else { return [] }
        let catalogue = model.catalogue
        let employer = model.employer(job.employer)
        var lines = [DetailLine(Phrase(verbatim: "\(job.title)  \(employer?.name ?? "")"), .heading)]
        if let employer, employer.isBarred {
            lines.append(DetailLine(Phrase("暂停推荐：\(employer.barred)", "barred: \(employer.barred)"), .warning))
        }
        var terms = [Phrase(verbatim: catalogue.places.fullName(job.place))]
        if let kind = job.kind { terms.append(catalogue.kinds[kind].name) }
        terms.append(WageText.long(job.wage))
        if job.givesLodging { terms.append(Phrase("包住", "lodging")) }
        if job.isRemote { terms.append(Phrase("居家", "from home")) }
        if job.isByNight { terms.append(Phrase("夜班", "by night")) }
        if job.isHazardous { terms.append(Phrase("危险作业", "hazardous")) }
        terms.append(employer?.verified == nil ? Phrase("未核实", "not verified") : Phrase("已核实", "verified"))
        lines.append(DetailLine(Details.row(terms)))
        var asked = job.skills.map { skill in
            let title = catalogue.skills.title(skill.name)
            return Phrase(
                title + skill.level.phrase.chinese + (skill.isRequired ? "" : "?"),
                title + (skill.level == .unknown ? "" : " \(skill.level.phrase.english)") + (skill.isRequired ? "" : "?"))
        }
        asked += job.certificates.map { Phrase(verbatim: catalogue.certificates.title($0)) }
        if let education = job.education { asked.append(education.short) }
        if job.lowestAge != nil || job.highestAge != nil {
            let range = "\(job.lowestAge.map(String.init) ?? "")-\(job.highestAge.map(String.init) ?? "")"
            asked.append(Phrase("\(range)岁", "aged \(range)"))
        }
        if !asked.isEmpty { lines.append(DetailLine(Phrase("要求 ", "asks ") + Details.row(asked))) }
        let reserved = model.matcher.opening(job).reservedFor
        if !reserved.isEmpty { lines.append(DetailLine(Phrase("定向 ", "reserved for ") + catalogue.groups.names(reserved))) }
        if !job.prefers.isEmpty { lines.append(DetailLine(Phrase("优先 ", "prefers ") + catalogue.groups.names(job.prefers))) }
        let contact = [job.contact, job.telephone].filter { !$0.isEmpty }
        if !contact.isEmpty { lines.append(DetailLine(Phrase("联系 ", "contact ") + Details.row(contact.map { Phrase(verbatim: $0) }))) }
        let sent = model.sentCount(to: job.id)
        lines.append(
            DetailLine(
                Phrase("缺\(model.vacancies(of: job))人  已推荐\(sent)人", "\(model.vacancies(of: job)) vacant  \(sent) sent")
                    + (job.closes.map { Phrase("  截止 \($0)", "  closes \($0)") } ?? Phrase(verbatim: "")), .muted))
        if !job.note.isEmpty { lines.append(DetailLine(Phrase("备注 ", "note ") + Phrase(verbatim: job.note), .muted)) }
        return lines
    }
}

enum Details {
    /// Values side by side, without commas.
    static func row(_ phrases: [Phrase]) -> Phrase {
        Phrase(
            phrases.map(\.chinese).filter { !$0.isEmpty }.joined(separator: " "),
            phrases.map(\.english).filter { !$0.isEmpty }.joined(separator: ", "))
    }
}
