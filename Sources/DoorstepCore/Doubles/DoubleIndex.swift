/// Finds the double of a record among those known so far, as they come in
/// one by one: each in time that does not grow with how many there are.
///
/// Says where to look and not what is there: whether the records are doubles
/// as they are now is asked of them.
public struct DoubleIndex<Record: DoubleRecord>: Sendable {
    private let rules: DoubleRules
    /// The first record with a key, by its position in the table.
    private var first: [UInt64: Int32] = [:]
    /// Those that came after it.
    private var others: [UInt64: [Int32]] = [:]

    /// Among so many that have a key in common a double is looked for: those
    /// that are none of each other are jobs for different days, or employers
    /// of one name with different codes.
    static var most: Int { 256 }

    /// O(n), on all processors as far as it goes.
    public init(_ records: RecordTable<Record>, _ rules: DoubleRules) {
        self.rules = rules
        first.reserveCapacity(records.count * 2)
        let keys = Array(0..<records.count).mapOnAllProcessors(portion: 4096) { position in
            Record.doubleReasons.map { records[position].doubleKey($0, rules) }
        }
        for (position, keys) in keys.enumerated() {
            for case let key? in keys { insert(key, position) }
        }
    }

    private mutating func insert(_ key: UInt64, _ position: Int) {
        if first[key] == nil { first[key] = Int32(position) } else { others[key, default: []].append(Int32(position)) }
    }

    /// Takes in a record that was put into the table.
    ///
    /// - Parameter before: as it was known before; nil for a new one.
    public mutating func insert(_ record: Record, before: Record?, in records: RecordTable<Record>) {
        guard let position = records.position(of: record.id) else { return }
        for reason in Record.doubleReasons {
            guard let key = record.doubleKey(reason, rules), before?.doubleKey(reason, rules) != key else { continue }
            insert(key, position)
        }
    }

    /// The known record that a record is a double of, for the strongest
    /// reason: of several the first of the same name, else the first.
    public func double(of record: Record, in records: RecordTable<Record>) -> (known: RecordID, reason: DoubleReason)? {
        for reason in Record.doubleReasons {
            guard let key = record.doubleKey(reason, rules), let first = first[key] else { continue }
            var found = fits(record, reason, first, records)
            guard let others = others[key] else {
                if let found { return (found, reason) }
                continue
            }
            let name = DoubleText.name(record.doubleName)
            func isNamed(_ id: RecordID) -> Bool { records[id].map { DoubleText.name($0.doubleName) == name } ?? false }
            if let found, isNamed(found) { return (found, reason) }
            for position in others.prefix(Self.most) {
                guard let known = fits(record, reason, position, records) else { continue }
                if isNamed(known) { return (known, reason) }
                found = found ?? known
            }
            if let found { return (found, reason) }
        }
        return nil
    }

    private func fits(_ record: Record, _ reason: DoubleReason, _ position: Int32, _ records: RecordTable<Record>) -> RecordID? {
        let other = records[Int(position)]
        return other.id != record.id && record.isDouble(of: other, reason, rules) ? other.id : nil
    }
}
