/// Why a term of a query is not understood, or finds nothing. Each names the
/// term as it was written.
public enum QueryError: SayableError, Hashable {
    /// The catalogue has nothing of the name.
    ///
    /// The `nearest` are the names most like it; of the first error of a query
    ///   alone, since looking for them reads the whole catalogue.
    case unknown(term: String, QuerySign, nearest: [Phrase])
    /// Several names begin so.
    case ambiguous(term: String, beginnings: [Phrase])
    /// Something else was expected in its place.
    case unreadable(term: String, expected: Phrase)
    /// The first end of a range is above the second.
    case upsideDown(term: String)
    /// Nothing stands behind the sign yet, or not enough.
    case unfinished(term: String, expected: Phrase)
    /// Records of the kind do not have what the term asks for.
    case meaningless(term: Phrase, RecordID.Kind, lacking: Phrase)

    public var message: Phrase {
        switch self {
        case .unknown(let term, let sign, let nearest):
            Phrase(
                "“\(term)”：目录里没有这个\(sign.phrase.chinese)，\(mend(nearest, sign).chinese)。",
                "“\(term)”: there is no such \(sign.phrase.english) in the catalogue; \(mend(nearest, sign).english).")
        case .ambiguous(let term, let beginnings):
            Phrase(
                "“\(term)”：有几个名称这样开头，请写全：\(Phrase.list(beginnings).chinese)。",
                "“\(term)”: several names begin so; write one of them in full: \(Phrase.list(beginnings).english).")
        case .unreadable(let term, let expected):
            Phrase("“\(term)”：这里应写\(expected.chinese)。", "“\(term)”: expected \(expected.english).")
        case .upsideDown(let term):
            Phrase("“\(term)”：范围前大后小，请把小的写在前面。", "“\(term)”: the range is upside down; write the smaller end first.")
        case .unfinished(let term, let expected):
            Phrase("“\(term)”：还没写完，应写\(expected.chinese)。", "“\(term)”: not finished; expected \(expected.english).")
        case .meaningless(let term, let kind, let lacking):
            Phrase(
                "“\(term.chinese)”：\(QueryError.name(kind).chinese)没有\(lacking.chinese)，所以一条也查不到。",
                "“\(term.english)”: \(QueryError.name(kind).english) have no \(lacking.english), so nothing fits.")
        }
    }

    private func mend(_ nearest: [Phrase], _ sign: QuerySign) -> Phrase {
        nearest.isEmpty
            ? Phrase("去掉“\(sign.rawValue)”可按原文查找", "without the “\(sign.rawValue)” it is looked for as a word")
            : Phrase("相近的有 ", "the nearest are ") + Phrase.list(nearest)
    }

    private static func name(_ kind: RecordID.Kind) -> Phrase {
        switch kind {
        case .person: Phrase("求职者", "people")
        case .job: Phrase("岗位", "jobs")
        case .employer: Phrase("单位", "employers")
        case .placement: Phrase("推荐记录", "placements")
        }
    }
}
