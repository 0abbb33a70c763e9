import DoorstepCore
import Synchronization
import Testing

@Suite("Work done ahead")
struct AheadTests {
    @Test("comes in its order, each portion once, whatever the depth", arguments: [0, 1, 2, 3, 100], [0, 1, 3, 8])
    func order(count: Int, depth: Int) {
        let made = Mutex([Int: Int]())
        let portions = Ahead(count: count, depth: depth) { number in
            made.withLock { $0[number, default: 0] += 1 }
            return number * number
        }
        #expect(Array(portions) == (0..<count).map { $0 * $0 })
        #expect(made.withLock { $0 } == Dictionary(uniqueKeysWithValues: (0..<count).map { ($0, 1) }))
    }

    @Test("is never more than its depth ahead of who asks")
    func depth() {
        let begun = Atomic<Int>(0)
        var portions = Ahead(count: 50, depth: 3) { number in
            begun.add(1, ordering: .relaxed)
            return number
        }
        var asked = 0
        while portions.next() != nil {
            asked += 1
            #expect(begun.load(ordering: .relaxed) <= asked + 2)
        }
        #expect(asked == 50)
    }
}
