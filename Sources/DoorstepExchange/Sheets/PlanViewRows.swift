import DoorstepCore

/// Who has not the same job in a plan and in the one that it is compared
/// with, as rows.
public enum PlanDifferenceRows {
    public static let header = ["person_id", "job_id", "greedy_job_id"]

    public static func row(_ line: PlanDifference.Line) -> [SheetValue] {
        [.text(line.person.text), line.job.map { .text($0.text) } ?? .empty, line.other.map { .text($0.text) } ?? .empty]
    }
}

/// Why a plan leaves vacancies empty or people without a job, as rows.
public enum PlanReasonRows {
    public static let jobHeader = ["job_id", "vacancies_left", "placed", "cause", "explanation"]
    public static let personHeader = ["person_id", "cause", "explanation"]

    public static func row(_ reason: PlanReason, _ register: Register, _ catalogue: Catalogue, _ language: Language) -> [SheetValue] {
        let why: [SheetValue] = [.text(reason.cause.code), .text(reason.phrase(register, catalogue)(language))]
        return switch reason.subject {
        case .job(let job, let left, let taken): [.text(job.text), .integer(left), .integer(taken)] + why
        case .person(let person): [.text(person.text)] + why
        }
    }
}

/// How many of each group a plan places, as rows.
public enum PlanGroupRows {
    public static let header = ["group", "name", "planned", "greedy", "people"]

    /// - Parameter greedy: of the plan that it is compared with, the count of
    ///   the same group.
    public static func row(_ count: Plan.GroupCount, greedy: Int, _ catalogue: Catalogue, _ language: Language) -> [SheetValue] {
        let group = catalogue.groups[count.group]
        return [.text(group.code), .text(group.name(language)), .integer(count.placed), .integer(greedy), .integer(count.people)]
    }
}

/// The referrals that were opened of an accepted plan, as rows.
public enum ReferralRows {
    public static let header = ["placement_id", "job_id", "person_id"]

    public static func row(_ placement: Placement) -> [SheetValue] {
        [.text(placement.id.text), .text(placement.job.text), .text(placement.person.text)]
    }
}
