/// What reading a sheet in would come to, or came to, in numbers.
public struct IntakeCounts: Hashable, Sendable {
    /// Records of one kind.
    public struct Tally: Hashable, Sendable {
        public var new = 0
        public var changed = 0
        public var unchanged = 0

        public init(new: Int = 0, changed: Int = 0, unchanged: Int = 0) {
            (self.new, self.changed, self.unchanged) = (new, changed, unchanged)
        }

        public var total: Int { new + changed + unchanged }

        public var phrase: Phrase {
            Phrase("新增 \(new)、更新 \(changed)、未变 \(unchanged)", "\(new) new, \(changed) changed, \(unchanged) unchanged")
        }
    }

    /// Rows with anything in them below the header.
    public var rows = 0
    public var people = Tally()
    public var jobs = Tally()
    public var employers = Tally()
    public var distances = 0
    public var refused = 0
    public var warnings = 0
    /// Rows whose records may be known already, and what becomes of them.
    public var doubles = DoubleCounts()

    public init() {}

    /// Nothing would be stored.
    public var changesNothing: Bool {
        [people, jobs, employers].allSatisfy { $0.new + $0.changed == 0 } && distances == 0
    }

    /// Of each kind that the sheet has.
    public var tallies: [(kind: SheetKind, tally: Tally)] {
        [(.people, people), (.jobs, jobs), (.employers, employers)].filter { $0.1.total > 0 }
    }

    /// What would be stored, or was: a part for each kind that the sheet has.
    public var stored: [Phrase] {
        tallies.map { $0.kind.phrase + Phrase("", " ") + $0.tally.phrase } + (distances == 0 ? [] : [Phrase("里程 \(distances) 条", "\(distances) distances")])
    }

    /// What all of it adds up to: rows stored, unchanged and refused.
    public var rowsRead: Phrase { Phrase("共读 \(rows) 行。", " \(rows) \(rows == 1 ? "row" : "rows") read.") }

    /// All of it in one line.
    public var phrase: Phrase {
        let parts = stored + [
            Phrase("拒收 \(refused) 行", "\(refused) \(refused == 1 ? "row" : "rows") refused"), Phrase("提醒 \(warnings) 条", "\(warnings) \(warnings == 1 ? "warning" : "warnings")"),
        ]
        return Phrase(parts.map(\.chinese).joined(separator: "；"), parts.map(\.english).joined(separator: "; "))
    }
}

/// What is said of one row, as far as it is shown.
public struct IntakeNote: Hashable, Sendable {
    /// The line of the file on which the row begins, from 1.
    public let line: Int
    public let reason: Phrase
    /// The row as it stands in the file.
    public let cells: [String]

    /// Stands for so many further notes of its sort, of which it is the
    /// first; 0 where it speaks of its own row alone.
    public let further: Int

    public init(line: Int, reason: Phrase, cells: [String], further: Int = 0) {
        (self.line, self.reason, self.cells, self.further) = (line, reason, cells, further)
    }

    public var message: Phrase {
        further > 0 ? IntakeNote.further(further, like: line, reason) : Phrase("第 \(line) 行：", "line \(line): ") + reason
    }

    /// What stands for further notes of a sort.
    ///
    /// - Parameters:
    ///   - line: of the first of the sort.
    ///   - reason: what is said of that.
    public static func further(_ count: Int, like line: Int, _ reason: Phrase) -> Phrase {
        Phrase("另有 \(count) 条与第 \(line) 行同类：", "and \(count) further \(count == 1 ? "warning" : "warnings") like that of line \(line): ") + reason
    }
}

/// What a trial of a sheet came to; nothing was saved.
public struct IntakeReport: Hashable, Sendable {
    public let counts: IntakeCounts
    /// The first rows that would be refused.
    public let refusals: [IntakeNote]
    /// The first that are worth a second look.
    public let warnings: [IntakeNote]
    /// The first whose records may be known already.
    public let doubles: [IntakeDouble]
    /// What the counts take as decided about them.
    public let decisions: DoubleDecisions

    /// Nobody goes through more on a screen: who has to writes them to a
    /// file.
    public static let mostNotes = 1000

    public init(
        counts: IntakeCounts, refusals: [IntakeNote], warnings: [IntakeNote], doubles: [IntakeDouble] = [], decisions: DoubleDecisions = DoubleDecisions()
    ) {
        (self.counts, self.refusals, self.warnings) = (counts, refusals, warnings)
        (self.doubles, self.decisions) = (doubles, decisions)
    }
}
