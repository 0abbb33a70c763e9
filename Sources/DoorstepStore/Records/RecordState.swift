/// Which revision of a record is meant, and its commitment: what the journal
/// knows of it.
struct RecordState: Hashable {
    let kind: RecordKind
    let id: String
    let revision: Int
    let commitment: [UInt8]

    /// The name of the fields of an entry that tell of a record.
    static let field = "record"

    /// The value of such a field: table, revision, commitment in hexadecimal,
    /// identifier: `person 2 4f5c… 150784-P000001`.
    var entryValue: String { "\(kind.rawValue) \(revision) \(Hex.text(commitment)) \(id)" }

    init(kind: RecordKind, id: String, revision: Int, commitment: [UInt8]) {
        self.kind = kind
        self.id = id
        self.revision = revision
        self.commitment = commitment
    }

    /// Nil where the field is about something else.
    init?(_ field: EntryContent.Field) {
        let parts = field.value.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false)
        guard field.name == RecordState.field, parts.count == 4, let kind = RecordKind(rawValue: String(parts[0])),
            let revision = Int(parts[1]), let commitment = Hex.bytes(String(parts[2]))
        else { return nil }
        self.init(kind: kind, id: String(parts[3]), revision: revision, commitment: commitment)
    }

    /// One digest over the states that an import made.
    ///
    /// SHA-256 over the text `doorstep-import-1` and, of each record, four
    /// fields: table, identifier, revision (eight bytes, highest first) and
    /// commitment, each with its length in four bytes, highest first, before
    /// it. Records come by table (employer, person, job, distance) and then
    /// by the bytes of the identifier.
    static func digest(_ states: [RecordState]) -> [UInt8] {
        var fields = HashedFields("doorstep-import-1")
        for kind in RecordKind.allCases {
            let ofKind = states.filter { $0.kind == kind }.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
            for state in ofKind {
                fields.add(kind.rawValue)
                fields.add(state.id)
                fields.add(state.revision)
                fields.add(state.commitment)
            }
        }
        return fields.digest
    }

    typealias Newcomer = (kind: RecordKind, id: String)

    /// One digest over the order in which new records came, which is the
    /// order of their positions.
    ///
    /// SHA-256 over the text `doorstep-order-1` and, of each new record, two
    /// fields: table and identifier, each with its length in four bytes,
    /// highest first, before it. Records come by table (employer, person,
    /// job, distance) and then as they came.
    static func order(of newcomers: [Newcomer]) -> String {
        var fields = HashedFields("doorstep-order-1")
        for newcomer in newcomers {
            fields.add(newcomer.kind.rawValue)
            fields.add(newcomer.id)
        }
        return Hex.text(fields.digest)
    }

    /// Of states in the order in which a change made them.
    static func order(of states: [RecordState]) -> String {
        order(of: states.compactMap { $0.revision == 1 ? Newcomer($0.kind, $0.id) : nil })
    }
}
