/// One step of a placement as an exported log shows it: names and other
/// personal data of the person are not in it.
public struct LedgerRow: Hashable, Sendable {
    /// The step's number in the station's ledger, from 1 without gaps.
    public let number: Int
    public let placement: String
    public let job: String
    public let person: String
    public let stage: String
    /// Who declined; empty with every other stage.
    public let party: String
    /// `2026-11-21`.
    public let date: String
    /// UTC, `2026-11-21T03:04:05Z`.
    public let recorded: String
    public let caseworker: String
    public let employer: String
    public let title: String
    public let kind: String
    /// The number of the step that a correction takes back; empty with every
    /// other stage.
    public let corrects: String
    /// Why it came to nothing or ended, as `StepReason`; mostly empty.
    public let reason: String
    /// As `Evidence.text`; mostly empty.
    public let evidence: String
    /// The link of the step before, 32 bytes.
    public let previous: [UInt8]
    /// The step's own link, 32 bytes.
    public let link: [UInt8]

    /// The columns that every link covers, in its order; some cover
    /// `corrects`, `reason` and `evidence` too: see `LedgerLink`.
    public var columns: [String] {
        [String(number), placement, job, person, stage, party, date, recorded, caseworker, employer, title, kind]
    }

    /// The row of a log: `columns`, what it corrects, its reason and
    /// evidence, then both links in hexadecimal.
    public var cells: [String] { columns + [corrects, reason, evidence, Hex.text(previous), Hex.text(link)] }

    /// Whether the link is the one that follows from the row.
    var isLinked: Bool { LedgerLink.next(previous: previous, columns: columns, corrects: corrects, reason: reason, evidence: evidence) == link }

    /// What stands above `cells` in a log.
    public static let header = [
        "number", "placement", "job", "person", "stage", "party", "date", "recorded", "caseworker", "employer", "title", "kind", "corrects", "reason",
        "evidence", "previous", "link",
    ]
}

extension LedgerRow {
    /// The row that follows the one with the link `after`, with its own link
    /// worked out.
    init(
        number: Int, placement: String, job: String, person: String, stage: String, party: String, date: String, recorded: String,
        caseworker: String, employer: String, title: String, kind: String, corrects: String = "", reason: String = "", evidence: String = "", after previous: [UInt8]
    ) {
        let columns = [String(number), placement, job, person, stage, party, date, recorded, caseworker, employer, title, kind]
        self.init(
            number: number, placement: placement, job: job, person: person, stage: stage, party: party, date: date, recorded: recorded,
            caseworker: caseworker, employer: employer, title: title, kind: kind, corrects: corrects,
            reason: reason, evidence: evidence, previous: previous,
            link: LedgerLink.next(previous: previous, columns: columns, corrects: corrects, reason: reason, evidence: evidence))
    }
}
