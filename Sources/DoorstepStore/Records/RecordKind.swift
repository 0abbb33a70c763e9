import DoorstepCore

/// The tables of records, in the order in which a change writes them.
enum RecordKind: String, CaseIterable {
    case employer, person, job, distance

    /// The column that only this kind has.
    var ownColumn: String? {
        switch self {
        case .person: "personal"
        case .job: "employerId"
        case .employer, .distance: nil
        }
    }

    /// `求职者 150784-P000001`.
    func phrase(_ id: String) -> Phrase {
        switch self {
        case .employer: Phrase("单位 \(id)", "employer \(id)")
        case .person: Phrase("求职者 \(id)", "person \(id)")
        case .job: Phrase("岗位 \(id)", "job \(id)")
        case .distance: Phrase("里程 \(id)", "distance \(id)")
        }
    }
}
