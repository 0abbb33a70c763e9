/// What a person was given so far, as counters on their card: the plans ask
/// for three recommendations, one guidance and one training notice for
/// everybody who seeks (推荐3 指导1 培训信息1).
public struct ServiceCounts: Hashable, Sendable {
    /// Referrals that were not taken back.
    public let recommendations: Int
    public let guidance: Int
    public let trainingNotices: Int

    /// What is asked for of each.
    public static let wanted = (recommendations: 3, guidance: 1, trainingNotices: 1)

    /// - Parameter person: with them count the records that were merged into
    ///   theirs.
    public init(of person: RecordID, _ register: Register) {
        recommendations = register.placements(ofPerson: person).count { !$0.isVoid }
        let services = register.services(of: .person(person))
        guidance = services.count { $0.kind == .guidance }
        trainingNotices = services.count { $0.kind == .trainingNotice }
    }

    public var phrase: Phrase {
        Phrase(
            "推荐\(recommendations) 指导\(guidance) 培训信息\(trainingNotices)",
            "\(recommendations) \(recommendations == 1 ? "recommendation" : "recommendations"), \(guidance) guidance, \(trainingNotices) training \(trainingNotices == 1 ? "notice" : "notices")")
    }

    /// All that is asked for was given.
    public var isWhole: Bool {
        recommendations >= Self.wanted.recommendations && guidance >= Self.wanted.guidance && trainingNotices >= Self.wanted.trainingNotices
    }
}
