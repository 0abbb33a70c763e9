import CPrefetch

/// Who passed and is still to be looked at, and points of L at most: while
/// one is looked at, the lines of the others come from memory.
///
/// Scratch memory of one thread.
final class Picked {
    typealias Entry = (slot: Int, near: Double)

    /// How many are picked from at a time.
    static let block = 32
    private static let enough = 16

    /// Room for a block's, before the rules are asked.
    let passed: UnsafeMutablePointer<Entry>
    let all: UnsafeMutablePointer<Entry>
    private(set) var count = 0
    private var fetched = 0

    init() {
        passed = .allocate(capacity: Picked.block)
        all = .allocate(capacity: Picked.enough + Picked.block)
    }

    deinit {
        passed.deallocate()
        all.deallocate()
    }

    @inline(__always)
    var isFull: Bool { count >= Picked.enough }

    /// Takes somebody in if they are wanted; no more than a block's between
    /// two looks at `isFull`.
    @inline(__always)
    func offer(_ slot: Int, _ near: Double, if isWanted: Bool = true) {
        all[count] = (slot, near)
        count &+= isWanted ? 1 : 0
    }

    /// Takes those out again who came in since the last fetch and are not
    /// to be.
    func drop(_ isUnwanted: (Int) -> Bool) {
        let came = fetched..<count
        count = fetched
        for position in came { offer(all[position].slot, all[position].near, if: !isUnwanted(all[position].slot)) }
    }

    /// Has the lines of those fetched who came in since the last time.
    @inline(__always)
    func fetch<Facts>(_ facts: UnsafePointer<UnsafeMutablePointer<Facts>>) {
        while fetched < count {
            let slot = all[fetched].slot
            doorstep_prefetch(facts[Slots.chunk(slot)] + Slots.index(slot))
            fetched += 1
        }
    }

    func removeAll() { (count, fetched) = (0, 0) }
}
