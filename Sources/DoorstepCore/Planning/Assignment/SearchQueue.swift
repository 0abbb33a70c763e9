/// Nodes of a shortest-path search, nearest first; those as near as the one
/// looked at last wait beside the heap.
///
/// Memory of one thread, made once and used for search after search.
struct SearchQueue<Distance: FixedWidthInteger>: ~Copyable {
    private struct Entry {
        var distance: Distance
        var node: Int32
    }

    private var heap: UnsafeMutablePointer<Entry>
    private var count = 0
    private var capacity = 1024
    private var level: UnsafeMutablePointer<Int32>
    private var levelCount = 0
    private var levelCapacity = 1024

    init() {
        heap = .allocate(capacity: capacity)
        level = .allocate(capacity: levelCapacity)
    }

    deinit {
        heap.deallocate()
        level.deallocate()
    }

    mutating func removeAll() {
        count = 0
        levelCount = 0
    }

    /// A node as near as the one taken last.
    @inline(__always)
    mutating func addLevel(_ node: Int32) {
        if levelCount == levelCapacity {
            level = SearchQueue.grown(level, levelCapacity)
            levelCapacity *= 2
        }
        level[levelCount] = node
        levelCount += 1
    }

    @inline(__always)
    mutating func takeLevel() -> Int32? {
        guard levelCount > 0 else { return nil }
        levelCount -= 1
        return level[levelCount]
    }

    /// O(log n), four branches to a node.
    @inline(__always)
    mutating func add(_ node: Int32, at distance: Distance) {
        if count == capacity {
            heap = SearchQueue.grown(heap, capacity)
            capacity *= 2
        }
        var position = count
        count += 1
        while position > 0 {
            let above = (position - 1) >> 2
            guard heap[above].distance > distance else { break }
            heap[position] = heap[above]
            position = above
        }
        heap[position] = Entry(distance: distance, node: node)
    }

    /// The nearest; a node may come again, farther than it was found since.
    @inline(__always)
    mutating func take() -> (distance: Distance, node: Int32)? {
        guard count > 0 else { return nil }
        let nearest = heap[0]
        count -= 1
        let last = heap[count]
        var position = 0
        while true {
            let first = 4 * position + 1
            guard first < count else { break }
            var least = first
            for branch in first + 1..<max(first + 1, min(first + 4, count)) where heap[branch].distance < heap[least].distance { least = branch }
            guard heap[least].distance < last.distance else { break }
            heap[position] = heap[least]
            position = least
        }
        heap[position] = last
        return (nearest.distance, nearest.node)
    }

    private static func grown<Value>(_ memory: UnsafeMutablePointer<Value>, _ count: Int) -> UnsafeMutablePointer<Value> {
        let larger = UnsafeMutablePointer<Value>.allocate(capacity: count * 2)
        larger.moveInitialize(from: memory, count: count)
        memory.deallocate()
        return larger
    }
}
