/// Why a record does not stand any more, though it is kept: nothing leaves
/// the journal's reach.
///
/// What does not stand is in no list, no search, no figure of people and
/// jobs, no sheet, and is matched with nothing. Its history stays: it can be
/// shown by its identifier, and its placements are in the ledger.
public enum Absence: Hashable, Sendable {
    /// 作废: the import or the making of it was taken back.
    case takenBack
    /// 已合并到: it was the same as another, which stands for it.
    // On the heap: hardly any is, and all take its room.
    indirect case merged(into: RecordID, MergeTrace)

    /// Who stands for it; nil where nobody does.
    public var standing: RecordID? {
        if case .merged(let id, _) = self { id } else { nil }
    }

    public var phrase: Phrase {
        switch self {
        case .takenBack: Phrase("作废", "taken back")
        case .merged(let id, _): Phrase("已合并到 \(id.text)", "merged into \(id.text)")
        }
    }
}

/// A record that stands until it is taken back or merged into another.
public protocol StandingRecord: Identifiable, Hashable, Sendable where ID == RecordID {
    /// Nil for all that stand.
    var absence: Absence? { get set }

    /// The same record as it is once it does not stand any more: where it
    /// has a status, off the lists.
    func absent(_ absence: Absence) -> Self

    /// The same record as it is once it stands again: where it has a status,
    /// on the lists.
    func present() -> Self
}

extension StandingRecord {
    /// The one question that lists, searches, figures and sheets ask.
    public var stands: Bool { absence == nil }
}

extension Person: StandingRecord {
    public func absent(_ absence: Absence) -> Person {
        var copy = self
        copy.absence = absence
        copy.status = .withdrawn
        return copy
    }

    public func present() -> Person {
        var copy = self
        copy.absence = nil
        copy.status = .seeking
        return copy
    }
}

extension Job: StandingRecord {
    public func absent(_ absence: Absence) -> Job {
        var copy = self
        copy.absence = absence
        copy.status = .withdrawn
        return copy
    }

    public func present() -> Job {
        var copy = self
        copy.absence = nil
        copy.status = .open
        return copy
    }
}

extension Employer: StandingRecord {
    public func absent(_ absence: Absence) -> Employer {
        var copy = self
        copy.absence = absence
        return copy
    }

    public func present() -> Employer {
        var copy = self
        copy.absence = nil
        return copy
    }
}

// MARK: - In the store

/// How the store writes it: cells beside those of the columns, which no sheet
/// and no form has. Which record stands is no secret; what a merge changed
/// is as personal as what it changed.
extension Absence {
    /// Names of the cells.
    public enum Cell {
        static let takenBack = "taken_back"
        /// Looked for by the store, byte by byte.
        public static let merged = "merged"
        static let trace = "merge_trace"
    }

    func cells(personal: Bool) -> [(column: String, text: String)] {
        switch self {
        case .takenBack: personal ? [] : [(Cell.takenBack, "1")]
        case .merged(let id, let trace):
            personal ? (trace.isEmpty ? [] : [(Cell.trace, trace.text)]) : [(Cell.merged, id.text)]
        }
    }

    /// Takes in a cell, if it is one of these.
    ///
    /// - Throws: where it is one that cannot be read.
    static func read(_ column: String, _ text: String, into absence: inout Absence?) throws(CellProblem) {
        switch column {
        case Cell.takenBack: absence = .takenBack
        case Cell.merged:
            guard let id = RecordID(text) else { throw unreadable(text) }
            absence = .merged(into: id, MergeTrace())
        case Cell.trace:
            guard case .merged(let id, _)? = absence, let trace = MergeTrace(text: text) else { throw unreadable("") }
            absence = .merged(into: id, trace)
        default: break
        }
    }

    private static func unreadable(_ text: String) -> CellProblem {
        CellProblem(
            column: Phrase("合并", "merge"), value: text, reason: Phrase("读不出来", "cannot be read"),
            mend: Phrase("请用备份恢复", "restore a backup"))
    }
}
