import HashTreeCollections

/// Which records of a kind stand for which that were merged into them.
struct MergeLinks: Sendable {
    private var standing: TreeDictionary<RecordID, RecordID> = [:]
    private var merged: TreeDictionary<RecordID, [RecordID]> = [:]

    var isEmpty: Bool { standing.isEmpty }

    /// Takes in why a record does not stand, or that it does.
    mutating func update(_ id: RecordID, _ absence: Absence?) {
        // What nearly every record of a store is: one that stands, in a
        // register where all do.
        if absence == nil, standing.isEmpty { return }
        let (former, now) = (standing[id], absence?.standing)
        guard former != now else { return }
        if let former {
            merged[former]?.removeAll { $0 == id }
            if merged[former]?.isEmpty == true { merged[former] = nil }
        }
        if let now { merged[now, default: []].append(id) }
        standing[id] = now
    }

    /// Who stands for a record: itself, unless it was merged.
    func standing(_ id: RecordID) -> RecordID {
        guard !standing.isEmpty, var next = standing[id] else { return id }
        // A merge leads to one that stands; whatever else somebody wrote into
        // the file does not hold anybody up.
        var seen: Set<RecordID> = [id]
        while seen.insert(next).inserted, let further = standing[next] { next = further }
        return next
    }

    /// All that were merged into a record, in the order they were.
    func merged(into id: RecordID) -> [RecordID] {
        guard !merged.isEmpty, let first = merged[id] else { return [] }
        var (all, seen) = (first, Set([id] + first))
        var next = 0
        while next < all.count {
            for further in merged[all[next]] ?? [] where seen.insert(further).inserted { all.append(further) }
            next += 1
        }
        return all
    }
}
