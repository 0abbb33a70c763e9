import DoorstepCore

/// 岗位清单: the jobs as they hang on the wall and stand on the web.
///
/// Open jobs alone, of employers that are not barred. Contact and telephone
/// belong to an advertisement and are whole, but for private persons who take
/// on day labour: those are reached through the station.
public enum PublishedJobs {
    public enum Column: String, CaseIterable, Sendable {
        case number = "id"
        case employer, title
        case vacancies
        case kind, wage, place
        case skills, certificates, education
        case ages
        case lodging
        case days
        case contact
        case telephone = "phone"
        case closes

        public var phrase: Phrase {
            switch self {
            case .number: Phrase("编号", rawValue)
            case .employer: Phrase("单位", rawValue)
            case .title: Phrase("岗位", rawValue)
            case .vacancies: Phrase("缺人", rawValue)
            case .kind: Phrase("用工形式", rawValue)
            case .wage: Phrase("工资", rawValue)
            case .place: Phrase("工作地点", rawValue)
            case .skills: Phrase("技能要求", rawValue)
            case .certificates: Phrase("证书要求", rawValue)
            case .education: Phrase("学历要求", rawValue)
            case .ages: Phrase("年龄要求", rawValue)
            case .lodging: Phrase("包住", rawValue)
            case .days: Phrase("用工时间", rawValue)
            case .contact: Phrase("联系人", rawValue)
            case .telephone: Phrase("联系电话", rawValue)
            case .closes: Phrase("截止日期", rawValue)
            }
        }
    }

    public static let title = Phrase("岗位清单", "Jobs")

    public static func header(_ language: Language) -> [String] { Column.allCases.map { $0.phrase(language) } }

    /// The row of a job; nil where the job is not published.
    public static func row(_ job: Job, _ matcher: Matcher, _ language: Language) -> [SheetValue]? {
        let opening = matcher.opening(job)
        guard matcher.isOpen(opening), matcher.register.employers[job.employer]?.isBarred != true else { return nil }
        let (register, catalogue) = (matcher.register, matcher.catalogue)
        let employer = register.employers[job.employer]
        let isPrivate = isPrivate(employer, opening)
        let entry = JobEntry(job, employer: employer)
        let form = ColumnForm(catalogue, language)
        func cell(_ id: String) -> String { JobEntry.column(id)?.text(of: entry, form) ?? "" }
        return Column.allCases.map { column in
            let text: String
            switch column {
            case .number: text = PublishedID.text(job.id)
            case .employer: text = isPrivate ? Masking.name(employer?.name ?? "") : employer?.name ?? ""
            case .title: text = job.title
            case .vacancies: return .integer(vacancies(opening, matcher))
            case .kind: text = cell("kind")
            case .wage: text = WageText.long(job.wage)(language)
            case .place: text = catalogue.places.fullName(job.place)
            case .skills: text = skills(job, catalogue)(language)
            case .certificates: text = cell("certificates")
            case .education: text = cell("education")
            case .ages: text = PublishedJobs.ages(job)(language)
            case .lodging: text = job.givesLodging ? cell("lodging") : ""
            case .days: text = [cell("from"), cell("to")].filter { !$0.isEmpty }.joined(separator: Phrase(" 至 ", " to ")(language))
            case .contact: text = isPrivate ? Masking.name(job.contact) : job.contact
            case .telephone: text = isPrivate ? Masking.telephone(job.telephone) : job.telephone
            case .closes: return job.closes.map { .date($0.description) } ?? .empty
            }
            return text.isEmpty ? .empty : .text(text)
        }
    }

    /// As people read them, what is welcome told apart from what is asked for.
    private static func skills(_ job: Job, _ catalogue: Catalogue) -> Phrase {
        Phrase.list(
            job.skills.map { skill in
                let level = skill.level.phrase
                let remarks = (level.chinese.isEmpty ? [] : [level]) + (skill.isRequired ? [] : [Phrase("优先", "welcome")])
                let title = catalogue.skills.title(skill.name)
                guard !remarks.isEmpty else { return Phrase(verbatim: title) }
                let all = Phrase.list(remarks)
                return Phrase("\(title)（\(all.chinese)）", "\(title) (\(all.english))")
            })
    }

    /// A household or, where nobody said what they are, somebody without a
    /// credit code who takes people on by the day.
    private static func isPrivate(_ employer: Employer?, _ opening: Matcher.Opening) -> Bool {
        guard let type = employer?.type else { return opening.isDayWork && employer?.creditCode == nil }
        return type == .household
    }

    /// Of day work on the day that is best: nobody is taken on before it.
    private static func vacancies(_ opening: Matcher.Opening, _ matcher: Matcher) -> Int {
        let left = matcher.register.vacanciesLeft(of: opening.job, asOf: matcher.day, isDayWork: opening.isDayWork)
        return left == 0 && opening.isDayWork ? opening.job.headcount : left
    }

    private static func ages(_ job: Job) -> Phrase {
        switch (job.lowestAge, job.highestAge) {
        case (let low?, let high?): Phrase("\(low)-\(high)岁", "\(low)-\(high)")
        case (let low?, nil): Phrase("\(low)岁以上", "\(low) and over")
        case (nil, let high?): Phrase("\(high)岁以下", "up to \(high)")
        case (nil, nil): Phrase(verbatim: "")
        }
    }
}

/// Identifiers on a published list: those that a station gave say nothing.
/// One that came with a sheet may be anything, an identity number too.
enum PublishedID {
    static func text(_ id: RecordID) -> String { id.isGiven ? id.text : "" }
}
