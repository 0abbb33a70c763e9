import DoorstepCore

/// What is due, a row each: who is to be called, about what, and since when.
/// A person's row has no job, and a job's no person.
public struct FollowUpRows: Sendable {
    private let register: Register
    private let day: Day
    private let language: Language
    private let isMasked: Bool

    /// - Parameters:
    ///   - day: the day of working, from which days overdue are counted.
    ///   - isMasked: names and telephones in part.
    public init(register: Register, day: Day, language: Language, isMasked: Bool) {
        self.register = register
        self.day = day
        self.language = language
        self.isMasked = isMasked
    }

    private enum Column: String, CaseIterable {
        case due
        case overdue = "days_overdue"
        case reason
        case since
        case placement
        case person
        case name
        case phone
        case job
        case title
        case employer
        case contact
        case employerPhone = "employer_phone"

        var phrase: Phrase {
            switch self {
            case .due: Phrase("应回访日期", rawValue)
            case .overdue: Phrase("逾期天数", rawValue)
            case .reason: Phrase("回访事由", rawValue)
            case .since: Phrase("起算日期", rawValue)
            case .placement: Phrase("推荐编号", rawValue)
            case .person: Phrase("求职者编号", rawValue)
            case .name: Phrase("姓名", rawValue)
            case .phone: Phrase("手机", rawValue)
            case .job: Phrase("岗位编号", rawValue)
            case .title: Phrase("岗位", rawValue)
            case .employer: Phrase("单位", rawValue)
            case .contact: Phrase("联系人", rawValue)
            case .employerPhone: Phrase("联系电话", rawValue)
            }
        }
    }

    public static func header(_ language: Language) -> [String] { Column.allCases.map { $0.phrase(language) } }

    public func row(_ call: FollowUp) -> [SheetValue] {
        let about = FollowUpRecords(call, register)
        let (person, job) = (about.person, about.job)
        let employer = job.flatMap { register.employers[$0.employer] }
        func masked(_ masking: Masking, _ text: String?) -> String { isMasked ? masking(text ?? "") : text ?? "" }
        // The job's own contact, where it names one.
        let jobHasContact = job.map { !$0.contact.isEmpty || !$0.telephone.isEmpty } ?? false
        return Column.allCases.map { column in
            let text: String
            switch column {
            case .due: return .date(call.due.description)
            case .overdue: return .integer(call.daysOverdue(asOf: day))
            case .since: return .date(call.since.description)
            case .reason: text = call.reason.phrase(language)
            case .placement: text = about.placement?.id.text ?? ""
            case .person: text = (person?.id ?? about.placement?.person)?.text ?? ""
            case .name: text = masked(.name, person?.name)
            case .phone: text = masked(.telephone, person?.telephone)
            case .job: text = (job?.id ?? about.placement?.job)?.text ?? ""
            case .title: text = job?.title ?? ""
            case .employer: text = employer?.name ?? ""
            case .contact: text = masked(.name, jobHasContact ? job?.contact : employer?.contact)
            case .employerPhone: text = masked(.telephone, jobHasContact ? job?.telephone : employer?.telephone)
            }
            return text.isEmpty ? .empty : .text(text)
        }
    }
}
