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

    @Test("that is handed out comes in its order, each portion once, and no more is asked for than there is room for", arguments: [0, 1, 2, 3, 100], [0, 1, 3, 8])
    func handed(count: Int, depth: Int) {
        var (handed, taken, isAtEnd) = (0, [Int](), false)
        var ahead = HandedAhead<Int, Int>(depth: depth) { $0 * $0 }
        while let value = ahead.next({
            #expect(!isAtEnd, "nothing is asked for after the end")
            isAtEnd = handed == count
            guard !isAtEnd else { return nil }
            handed += 1
            #expect(handed - taken.count <= max(1, depth))
            return handed - 1
        }) { taken.append(value) }
        #expect(taken == (0..<count).map { $0 * $0 })
    }

    @Test("ends with the error of who hands it out, and can be gone on with")
    func failing() throws {
        struct Broken: Error {}
        var handed = 0
        var ahead = HandedAhead<Int, Int>(depth: 2) { $0 + 1 }
        func hand() throws(Broken) -> Int? {
            handed += 1
            if handed == 3 { throw Broken() }
            return handed < 6 ? handed : nil
        }
        #expect(try ahead.next(hand) == 2)
        #expect(throws: Broken.self) { _ = try ahead.next(hand) }
        var rest: [Int] = []
        while let value = try ahead.next(hand) { rest.append(value) }
        #expect(rest == [3, 5, 6])
    }
}
