/// The best so far, best first, at most so many.
struct Shortlist {
    struct Line {
        /// Points and metres as one number, the higher the better: the order
        /// of the paper but for identifiers.
        let key: UInt64
        let slot: Int

        init(points: Int, metres: Int, slot: Int) {
            key = UInt64(points) << 32 | UInt64(UInt32.max - UInt32(clamping: metres))
            self.slot = slot
        }

        var points: Int { Int(key >> 32) }
        var metres: Int { Int(UInt32.max) - Int(key & 0xFFFF_FFFF) }

        /// Points, highest first; then the nearer; then identifiers by
        /// bytes, which are looked up only where all else is equal.
        @inline(__always)
        func precedes(_ other: Line, _ ids: (Int) -> RecordID) -> Bool {
            key == other.key ? ids(slot) < ids(other.slot) : key > other.key
        }
    }

    /// Longer ones are better sorted than kept in order.
    static let longest = 512

    private(set) var lines: [Line] = []
    let limit: Int
    /// The points that anybody must at least have to come in; 0 asks for
    /// nothing.
    private let floor: Int

    init(limit: Int, floor: Int = 0) {
        self.limit = limit
        self.floor = floor
        lines.reserveCapacity(min(limit, Shortlist.longest) + 1)
    }

    /// The points that a newcomer must at least have; nil until the list is
    /// full, unless it asks for some from the first.
    var least: Int? { lines.count < limit ? (floor > 0 ? floor : nil) : lines[limit - 1].points }

    /// Takes a line in where it belongs, unless it comes too late or is
    /// there already. O(limit).
    ///
    /// - Parameter ids: the identifier at a slot.
    /// - Returns: whether it came in.
    @inline(__always)
    mutating func offer(_ line: Line, _ ids: (Int) -> RecordID) -> Bool {
        if lines.count == limit, line.key < lines[limit - 1].key { return false }
        if line.points < floor { return false }
        return insert(line, ids)
    }

    private mutating func insert(_ line: Line, _ ids: (Int) -> RecordID) -> Bool {
        var low = 0
        var high = lines.count
        while low < high {
            let middle = (low + high) / 2
            if lines[middle].slot != line.slot, lines[middle].precedes(line, ids) { low = middle + 1 } else { high = middle }
        }
        // The order is total: the same record stands where it would go.
        if low == limit || (low < lines.count && lines[low].slot == line.slot) { return false }
        if lines.count == limit { lines.removeLast() }
        lines.insert(line, at: low)
        return true
    }
}
