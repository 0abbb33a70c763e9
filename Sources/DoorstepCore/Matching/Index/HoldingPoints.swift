/// What a holding alone tells of the points that its holder can reach, as
/// sums of numbers from tables.
///
/// Pointers to memory that `HoldingPoints` keeps, so that a loop reads them
/// without looking at anything else.
struct HoldingTable {
    /// By level; of the skill asked for from 16 on, of its relatives before.
    fileprivate let ofSkill: UnsafeMutablePointer<Double>
    /// By priority; of those who may belong to a wanted group from 16 on.
    fileprivate let ofPriority: UnsafeMutablePointer<Double>
    /// By a holding's lowest byte: how near its holder comes by a wish or
    /// into lodgings; far below nothing where they do not.
    fileprivate let ofWay: UnsafeMutablePointer<Double>
    /// By which of the later lists somebody may stand in: a bit for each of
    /// the first three. Who stands in none, has none of their points.
    fileprivate let ofLater: UnsafeMutablePointer<Double>
    /// The marks' bits of those lists.
    fileprivate var laterBits: (UInt64, UInt64, UInt64) = (0, 0, 0)
    fileprivate var asked = -1
    fileprivate var wantedMarks: UInt64 = 0
    /// Points of S at most, and of S and G together.
    fileprivate(set) var mostOfSkills = 0.0
    fileprivate(set) var most = 0.0

    fileprivate static let laterLists = 3
    /// Below everything that could be asked for.
    private static let farBelow = -1e9
    /// Points of L of those who are not meant.
    static var nowhere: Double { farBelow * 10 }
    /// What is asked for until a list is full: less than anybody has.
    static var nothing: Double { farBelow }

    /// Points of S and G at most. Without a branch, of which half would be
    /// guessed wrong.
    @inline(__always)
    func reach(_ holding: Holding) -> Double {
        let marks = holding.marks
        let later = marks &>> laterBits.0 & 1 | (marks &>> laterBits.1 & 1) &<< 1 | (marks &>> laterBits.2 & 1) &<< 2
        return ofSkill[(holding.skill == asked ? 16 : 0) &+ holding.steps] + ofLater[Int(truncatingIfNeeded: later)]
            + ofPriority[(marks & wantedMarks == 0 ? 0 : 16) &+ holding.priority]
    }

    /// Points of L by a wish or into lodgings.
    @inline(__always)
    func way(_ holding: Holding) -> Double { ofWay[Int(holding.bits & 0xFF)] }
}

/// Keeps the tables of a search and fills them anew for each list.
final class HoldingPoints {
    private(set) var table: HoldingTable
    private let priorities: [Double]
    private let scale: PointScale

    init(_ priorities: Priorities, _ scale: PointScale) {
        self.scale = scale
        self.priorities = priorities.values.map { $0 * scale.groups }
        func room<Value>(_ count: Int, _ value: Value) -> UnsafeMutablePointer<Value> {
            let memory = UnsafeMutablePointer<Value>.allocate(capacity: count)
            memory.initialize(repeating: value, count: count)
            return memory
        }
        table = HoldingTable(
            ofSkill: room(32, 0), ofPriority: room(32, scale.groups), ofWay: room(256, 0), ofLater: room(1 << HoldingTable.laterLists, 0))
        for code in 0..<16 { table.ofPriority[code] = self.priorities[min(code, self.priorities.count - 1)] }
    }

    deinit {
        table.ofSkill.deallocate()
        table.ofPriority.deallocate()
        table.ofWay.deallocate()
        table.ofLater.deallocate()
    }

    /// For a job: who comes near by a wish or into lodgings.
    func begin(_ query: JobQuery) {
        table.wantedMarks = query.wantedMarks
        for byte in 0..<256 {
            let holding = Holding(lowest: UInt8(byte))
            table.ofWay[byte] =
                query.isRemote ? scale.location
                : holding.mayWish(for: query.prefecture) ? scale.location * Matcher.nearnessOfWish
                : query.givesLodging && holding.canMove ? scale.location * Matcher.nearnessOfLodging : HoldingTable.nowhere
        }
    }

    /// Points of S and G that people of a priority have at most.
    func most(ofPriority code: Int, _ query: JobQuery) -> Double {
        table.mostOfSkills + (query.wanted.isEmpty ? priorities[code] : scale.groups)
    }

    /// For people whose S is at most this.
    func prepare(_ most: Double, _ query: JobQuery) {
        table.asked = -1
        table.ofLater.update(repeating: 0, count: 1 << HoldingTable.laterLists)
        table.mostOfSkills = scale.skills * most
        table.most = table.mostOfSkills + (query.wanted.isEmpty ? priorities[priorities.count - 1] : scale.groups)
        for level in 0..<32 { table.ofSkill[level] = table.mostOfSkills }
    }

    /// For the people of a list.
    func prepare(_ list: JobQuery.SkillList, _ query: JobQuery) {
        prepare(list.most, query)
        // Those in the first later lists are counted where they are marked,
        // those in others as if they stood in all.
        var own = table.mostOfSkills
        let later = list.later.prefix(HoldingTable.laterLists)
        func bit(_ number: Int) -> UInt64 { number < later.count ? UInt64(later[number].mark.trailingZeroBitCount) : 0 }
        table.laterBits = (bit(0), bit(1), bit(2))
        for (number, one) in later.enumerated() {
            let points = scale.skills * one.share
            for lists in 0..<1 << HoldingTable.laterLists where lists >> number & 1 == 1 { table.ofLater[lists] += points }
            own -= points
        }
        for level in 0..<32 { table.ofSkill[level] = own }
        guard let only = list.only else { return }
        table.asked = Int(only.asked.skill & 0xFFFF)
        for steps in 0..<16 {
            let fit = min(AskedFinding.full, only.asked.creditOfStep * steps)
            func points(_ credit: Int) -> Double { own - scale.skills * only.share * (1 - Double(credit) / Double(AskedFinding.full)) }
            table.ofSkill[16 + steps] = points(fit)
            table.ofSkill[steps] = points(fit / 2)
        }
    }
}
