/// Where a record stands, as a query asks for it: one word for people, jobs
/// and placements, since a caseworker need not know whose word it is.
public enum QueryStatus: String, Hashable, Sendable, CaseIterable {
    case seeking, placed, paused
    case open, filled
    /// A person who gave up seeking, or a job that was taken back.
    case withdrawn
    case referred, interviewed, hired, started
    /// By either side.
    case declined
    case declinedByEmployer = "declined-by-employer"
    case declinedByPerson = "declined-by-person"
    case left
    /// The referral was taken back.
    case corrected

    /// The person's status that it means, if any.
    var ofPerson: PersonStatus? { PersonStatus(rawValue: rawValue) }

    /// The job's status that it means, if any.
    var ofJob: JobStatus? { JobStatus(rawValue: rawValue) }

    /// The stage that it means, if any, and who brought it about where that
    /// matters.
    var ofPlacement: (stage: Stage, party: Party?)? {
        switch self {
        case .declinedByEmployer: (.declined, .employer)
        case .declinedByPerson: (.declined, .person)
        default: Stage(rawValue: rawValue).map { ($0, nil) }
        }
    }
}

extension QueryStatus: Term {
    public var phrase: Phrase {
        if self == .withdrawn { return Phrase("退出", "withdrawn") }
        if let (stage, party) = ofPlacement { return stage.phrase(by: party) }
        return ofPerson?.phrase ?? ofJob?.phrase ?? Phrase(verbatim: rawValue)
    }

    public static var synonyms: [String: QueryStatus] { words }

    private static let words: [String: QueryStatus] = {
        var words: [String: QueryStatus] = [
            "退出求职": .withdrawn, "停招": .withdrawn, "未录用": .declinedByEmployer, "放弃": .declinedByPerson, "在岗": .started, "已推荐": .referred,
            "已录用": .hired, "已到岗": .started, "已面试": .interviewed, "已离职": .left, "已更正": .corrected,
        ]
        for (word, status) in PersonStatus.synonyms { words[word] = QueryStatus(rawValue: status.rawValue) }
        for (word, status) in JobStatus.synonyms { words[word] = QueryStatus(rawValue: status.rawValue) }
        return words
    }()
}
