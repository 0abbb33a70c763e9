/// The best so far, best first, at most so many.
struct Shortlist {
    struct Line {
        let points: Int
        let metres: Int
        let slot: Int
        let id: RecordID

        /// The order of the paper: points, highest first; then the nearer;
        /// then identifiers by bytes.
        @inline(__always)
        func precedes(_ other: Line) -> Bool {
            if points != other.points { return points > other.points }
            if metres != other.metres { return metres < other.metres }
            return id < other.id
        }
    }

    /// Longer ones are better sorted than kept in order.
    static let longest = 512

    private(set) var lines: [Line] = []
    let limit: Int

    init(limit: Int) {
        self.limit = limit
        lines.reserveCapacity(min(limit, 256))
    }

    mutating func removeAll() { lines.removeAll(keepingCapacity: true) }

    /// The points that a newcomer must at least have; below everything until
    /// the list is full.
    @inline(__always)
    var least: Int { lines.count < limit ? .min : lines[limit - 1].points }

    /// Whether somebody with at most these points, who is no nearer than
    /// this, might still come in.
    @inline(__always)
    func admits(points: Int, metres: Int) -> Bool {
        guard lines.count == limit else { return true }
        let last = lines[limit - 1]
        return points > last.points || (points == last.points && metres <= last.metres)
    }

    /// Takes a line in where it belongs, unless it comes too late or is
    /// there already. O(limit).
    mutating func offer(_ line: Line) {
        if lines.count == limit, !line.precedes(lines[limit - 1]) { return }
        var low = 0
        var high = lines.count
        while low < high {
            let middle = (low + high) / 2
            if lines[middle].precedes(line) { low = middle + 1 } else { high = middle }
        }
        // The order is total: the same record stands where it would go.
        if low < lines.count, lines[low].slot == line.slot { return }
        if lines.count == limit { lines.removeLast() }
        lines.insert(line, at: low)
    }
}
