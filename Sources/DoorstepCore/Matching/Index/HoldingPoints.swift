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
    /// Of each later list, the mark's bit; and by two, points of who does
    /// not and who may stand in it.
    fileprivate let laterBits: UnsafeMutablePointer<UInt64>
    fileprivate let laterPoints: UnsafeMutablePointer<Double>
    fileprivate var laterCount = 0
    fileprivate var asked = -1
    fileprivate var wantedMarks: UInt64 = 0
    /// Points of S at most, and of S and G together.
    fileprivate(set) var mostOfSkills = 0.0
    fileprivate(set) var most = 0.0

    static let mostLater = 64
    /// Below everything that could be asked for.
    private static let farBelow = -1e9
    fileprivate static var nowhere: Double { farBelow * 10 }
    /// What is asked for until a list is full: less than anybody has.
    static var nothing: Double { farBelow }

    /// Points of S and G at most. Without a branch, of which half would be
    /// guessed wrong.
    @inline(__always)
    func reach(_ holding: Holding) -> Double {
        var reach = ofSkill[(holding.skill == asked ? 16 : 0) + holding.steps]
        for list in 0..<laterCount { reach += laterPoints[list * 2 + Int(truncatingIfNeeded: holding.marks >> laterBits[list] & 1)] }
        return reach + ofPriority[(holding.marks & wantedMarks == 0 ? 0 : 16) + holding.priority]
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
            ofSkill: room(32, 0), ofPriority: room(32, scale.groups), ofWay: room(256, 0), laterBits: room(HoldingTable.mostLater, 0),
            laterPoints: room(HoldingTable.mostLater * 2, 0))
        for code in 0..<16 { table.ofPriority[code] = self.priorities[min(code, self.priorities.count - 1)] }
    }

    deinit {
        table.ofSkill.deallocate()
        table.ofPriority.deallocate()
        table.ofWay.deallocate()
        table.laterBits.deallocate()
        table.laterPoints.deallocate()
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
        table.laterCount = 0
        table.mostOfSkills = scale.skills * most
        table.most = table.mostOfSkills + (query.wanted.isEmpty ? priorities[priorities.count - 1] : scale.groups)
        for level in 0..<32 { table.ofSkill[level] = table.mostOfSkills }
    }

    /// For the people of a list.
    func prepare(_ list: JobQuery.SkillList, _ query: JobQuery) {
        prepare(list.most, query)
        // Those in later lists are counted where they are marked.
        var own = table.mostOfSkills
        for later in list.later.prefix(HoldingTable.mostLater) {
            let points = scale.skills * later.share
            table.laterBits[table.laterCount] = UInt64(later.mark.trailingZeroBitCount)
            table.laterPoints[table.laterCount * 2 + 1] = points
            table.laterCount += 1
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
