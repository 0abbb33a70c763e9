import DoorstepCore

/// What checking a whole store came to.
public struct Verdict: Sendable, Hashable {
    /// How many of each were looked at.
    public internal(set) var entries = 0
    public internal(set) var steps = 0
    public internal(set) var placements = 0
    public internal(set) var people = 0
    public internal(set) var jobs = 0
    public internal(set) var employers = 0
    public internal(set) var distances = 0
    public internal(set) var checkpoints = 0
    /// The link of the journal's latest entry, in hexadecimal: what
    /// everything before it hangs on.
    public internal(set) var head = ""
    /// The link of the ledger's latest step, in hexadecimal.
    public internal(set) var ledgerHead = ""
    /// How many seals were opened; nil where the store is locked, and only
    /// their commitments could be checked.
    public internal(set) var sealsOpened: Int?
    /// What does not hold: of each check the first entry, row or record that
    /// does not. Empty where everything does.
    public internal(set) var findings: [Phrase] = []

    public var holds: Bool { findings.isEmpty }

    mutating func find(_ chinese: String, _ english: String) {
        findings.append(Phrase(chinese, english))
    }
}
