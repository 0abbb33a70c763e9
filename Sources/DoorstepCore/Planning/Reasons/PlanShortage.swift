import Synchronization

/// Why a plan leaves vacancies empty, or people without a job, over all of
/// them: too few people with which skill, within which distance, blocked by
/// which rule.
public struct PlanShortage: Hashable, Sendable {
    /// Most first, then in the order of `Kind`.
    public let lines: [Line]

    public struct Line: Hashable, Sendable {
        public let kind: Kind
        /// Vacancies, or people.
        public internal(set) var count: Int
        /// Jobs that they are of, or the people.
        public internal(set) var records: Int
    }

    public enum Kind: Hashable, Sendable {
        case contested, employerLimit, candidateLimit, notPlanned, settled
        /// People with the skill, near enough.
        case skill(SkillName)
        case wish
        /// Pairs near enough: within so many metres, one of `distances`; nil
        /// where they are further, or where even next door would not do.
        case distance(within: Int?)
        case groups
        case certificate(CertificateName)
        case rule(Rule)
        case nobody
    }

    /// What distances are told in, in metres.
    public static let distances = [5_000, 10_000, 20_000, 50_000, 100_000]

    public var total: Int { lines.reduce(0) { $0 + $1.count } }

    init(_ causes: some Sequence<(cause: PlanReason.Cause, count: Int)>) {
        var lines: [Kind: Line] = [:]
        for (cause, count) in causes {
            let kind = Kind(cause)
            lines[kind, default: Line(kind: kind, count: 0, records: 0)].count += count
            lines[kind, default: Line(kind: kind, count: 0, records: 0)].records += 1
        }
        self.lines = lines.values.sorted { $0.count != $1.count ? $0.count > $1.count : $0.kind.order.lexicographicallyPrecedes($1.kind.order) }
    }
}

extension PlanShortage.Kind {
    init(_ cause: PlanReason.Cause) {
        switch cause {
        case .leftOut, .excluded: self = .settled
        case .employerLimit: self = .employerLimit
        case .contested: self = .contested
        case .candidateLimit: self = .candidateLimit
        case .notPlanned: self = .notPlanned
        case .threshold(let shortfall):
            switch shortfall.missing {
            case .skill(let finding): self = .skill(finding.asked.name)
            case .wish: self = .wish
            case .distance(_, let within): self = .distance(within: within.flatMap { within in PlanShortage.distances.first { within <= $0 } })
            case .groups: self = .groups
            }
        case .rule(let block): self = block.certificate.map(Self.certificate) ?? .rule(block.rule)
        case .nothing: self = .nobody
        }
    }

    /// As of the causes; stable.
    public var code: String {
        switch self {
        case .contested: "contested"
        case .employerLimit: "employer-limit"
        case .candidateLimit: "candidate-limit"
        case .notPlanned: "not-planned"
        case .settled: "settled"
        case .skill: "threshold-skill"
        case .wish: "threshold-wish"
        case .distance: "threshold-distance"
        case .groups: "threshold-groups"
        case .certificate: "rule:\(Rule.certificate.rawValue)"
        case .rule(let rule): "rule:\(rule.rawValue)"
        case .nobody: "nobody"
        }
    }

    /// For those of equal count: words by their letters, catalogued names by
    /// their places.
    fileprivate var order: [UInt32] {
        func letters(_ text: String) -> [UInt32] { [.max] + text.unicodeScalars.map(\.value) }
        switch self {
        case .contested: return [0]
        case .employerLimit: return [1]
        case .candidateLimit: return [2]
        case .notPlanned: return [3]
        case .settled: return [4]
        case .skill(.catalogued(let id)): return [5, UInt32(id.position)]
        case .skill(.word(let word)): return [5] + letters(word)
        case .wish: return [6]
        case .distance(let within): return [7, UInt32(within ?? .init(Int32.max))]
        case .groups: return [8]
        case .certificate(.catalogued(let id)): return [9, UInt32(id.position)]
        case .certificate(.word(let word)): return [9] + letters(word)
        case .rule(let rule): return [10, UInt32(Rule.allCases.firstIndex(of: rule) ?? 0)]
        case .nobody: return [11]
        }
    }

    public func phrase(_ catalogue: Catalogue) -> Phrase {
        switch self {
        case .contested: return Phrase("候选人或岗位另有更好的安排", "candidates serve better elsewhere")
        case .employerLimit: return Phrase("单位已到人数上限", "the employer's limit")
        case .candidateLimit: return Phrase("候选数太小", "too few candidates looked at")
        case .notPlanned: return Phrase("方案没有算完或记录后来改过", "the work was stopped, or records have changed")
        case .settled: return Phrase("人工设为不参加或排除", "left out or excluded by hand")
        case .skill(let skill):
            let title = catalogue.skills.title(skill)
            return Phrase("缺技能：\(title)", "skill missing: \(title)")
        case .wish: return Phrase("工种不合意向", "another occupation wished for")
        case .distance(let within?): return Phrase("太远：\(within / 1000) 公里以内没有", "too far: none within \(within / 1000) km")
        case .distance(nil): return Phrase("太远", "too far")
        case .groups: return Phrase("只差群体加分", "no group that raises the points")
        case .certificate(let certificate):
            let title = catalogue.certificates.title(certificate)
            return Phrase("只差证书：\(title)", "only a certificate missing: \(title)")
        case .rule(let rule):
            let what = rule.subject ?? rule.blocking
            return Phrase("只差一项：\(what.chinese)", "only one rule in the way: \(what.english)")
        case .nobody: return Phrase("没有接近的", "nothing comes near")
        }
    }
}

extension PlanDraft {
    /// Why vacancies stay empty, over all jobs, each with the cause that
    /// `reason(job:_:)` gives; worked out on all processors.
    ///
    /// Complexity: one or two searches of the index for each job with places
    /// left.
    ///
    /// - Parameters:
    ///   - isCancelled: asked for each job, from any thread; true ends the
    ///     work.
    ///   - progress: told how many jobs of how many are done, from any
    ///     thread.
    /// - Returns: nil where it was cancelled.
    public func shortageOfPeople(
        _ index: MatchIndex, isCancelled: @escaping @Sendable () -> Bool = { false }, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) -> PlanShortage? {
        let reasoning = PlanReasoning(self, index)
        return PlanDraft.shortage(emptyJobs(), isCancelled, progress) { job in
            reasoning.reason(job: job.job, isWhole: false, isCancelled: isCancelled).map { ($0.cause, job.left) }
        }
    }

    /// Why people stay without a job, likewise.
    public func shortageOfJobs(
        _ index: MatchIndex, isCancelled: @escaping @Sendable () -> Bool = { false }, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) -> PlanShortage? {
        let reasoning = PlanReasoning(self, index)
        return PlanDraft.shortage(unplacedPeople(), isCancelled, progress) { person in
            reasoning.reason(person: person, isWhole: false, isCancelled: isCancelled).map { ($0.cause, 1) }
        }
    }

    private static func shortage<Item: Sendable>(
        _ items: [Item], _ isCancelled: @escaping @Sendable () -> Bool, _ progress: @escaping @Sendable (Int, Int) -> Void,
        cause: @Sendable (Item) -> (cause: PlanReason.Cause, count: Int)?
    ) -> PlanShortage? {
        let done = Atomic(0)
        let causes = items.mapOnAllProcessors(portion: 32) { item -> (cause: PlanReason.Cause, count: Int)? in
            if isCancelled() { return nil }
            let cause = cause(item)
            let count = done.add(1, ordering: .relaxed).newValue
            if count % 32 == 0 || count == items.count { progress(count, items.count) }
            return cause
        }
        if isCancelled() { return nil }
        return PlanShortage(causes.compactMap(\.self))
    }
}
