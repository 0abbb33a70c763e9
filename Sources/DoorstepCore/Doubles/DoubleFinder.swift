/// Finds the doubles of a whole register.
public struct DoubleFinder: Sendable {
    private let register: Register
    private let rules: DoubleRules

    public init(_ register: Register, _ catalogue: Catalogue, day: Day) {
        self.register = register
        rules = DoubleRules(catalogue, day: day)
    }

    /// The doubles of a kind of records, for the strongest reason first, then
    /// as they came: each record with the first one that it is a double of,
    /// so that ten thousand of one name are ten thousand pairs and not fifty
    /// million.
    ///
    /// O(n log n), on all processors.
    public func pairs(_ kind: RecordID.Kind) -> [DoublePair] {
        switch kind {
        case .person: pairs(register.people)
        case .job: pairs(register.jobs)
        case .employer: pairs(register.employers)
        case .placement: []
        }
    }

    /// The doubles of one record. Looks at each other once.
    public func doubles(of id: RecordID, _ kind: RecordID.Kind) -> [DoublePair] {
        switch kind {
        case .person: doubles(of: id, register.people)
        case .job: doubles(of: id, register.jobs)
        case .employer: doubles(of: id, register.employers)
        case .placement: []
        }
    }

    private func doubles<Record: DoubleRecord>(of id: RecordID, _ records: RecordTable<Record>) -> [DoublePair] {
        guard let own = records.position(of: id) else { return [] }
        let record = records[own]
        let keys = Record.doubleReasons.compactMap { reason in record.doubleKey(reason, rules).map { (reason, $0) } }
        guard !keys.isEmpty else { return [] }
        let found = Array(0..<records.count).mapOnAllProcessors(portion: 4096) { position -> DoubleReason? in
            guard position != own else { return nil }
            return keys.first { reason, key in
                records[position].doubleKey(reason, rules) == key && records[position].isDouble(of: record, reason, rules)
            }?.0
        }
        return found.enumerated().compactMap { position, reason in
            reason.map { DoublePair(first: position < own ? records[position].id : id, second: position < own ? id : records[position].id, reason: $0) }
        }.sorted { $0.reason < $1.reason }
    }

    private struct Keyed {
        let key: UInt64
        let position: Int32
    }

    private struct Couple: Hashable {
        let first: Int32
        let second: Int32
    }

    private func pairs<Record: DoubleRecord>(_ records: RecordTable<Record>) -> [DoublePair] {
        var known: Set<Couple> = []
        var pairs: [DoublePair] = []
        for reason in Record.doubleReasons {
            let keys = Array(0..<records.count).mapOnAllProcessors(portion: 8192) { records[$0].doubleKey(reason, rules) }
            var keyed: [Keyed] = []
            keyed.reserveCapacity(keys.count)
            for case (let position, let key?) in keys.enumerated() { keyed.append(Keyed(key: key, position: Int32(position))) }
            keyed.sort { ($0.key, $0.position) < ($1.key, $1.position) }
            var found: [Couple] = []
            var start = 0
            while start < keyed.count {
                var end = start + 1
                while end < keyed.count, keyed[end].key == keyed[start].key { end += 1 }
                if end - start > 1 { pair(keyed[start..<end], records, reason, &found) }
                start = end
            }
            // Who is a double for a stronger reason need not be told again.
            found = found.filter { known.insert($0).inserted }.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
            pairs += found.map { DoublePair(first: records[Int($0.first)].id, second: records[Int($0.second)].id, reason: reason) }
        }
        return pairs
    }

    /// Of records that have a key in common, each with the first that it is a
    /// double of.
    private func pair<Record: DoubleRecord>(_ keyed: ArraySlice<Keyed>, _ records: RecordTable<Record>, _ reason: DoubleReason, _ found: inout [Couple]) {
        for index in keyed.indices.dropFirst() {
            let record = records[Int(keyed[index].position)]
            // As many as the index looks at.
            let first = keyed[keyed.startIndex..<min(index, keyed.startIndex + 1 + DoubleIndex<Record>.most)].first {
                records[Int($0.position)].isDouble(of: record, reason, rules)
            }
            if let first { found.append(Couple(first: first.position, second: keyed[index].position)) }
        }
    }
}
