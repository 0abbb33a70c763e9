/// What a shortest-path search keeps of the nodes that it came to. Memory of
/// one thread, used for search after search: what a former search left is
/// told by the number it was marked with.
struct AssignmentSearch<Worth: FixedWidthInteger & SignedInteger>: ~Copyable {
    /// How many searches there were; the number of this one.
    private(set) var count: Int32 = 0
    var queue = SearchQueue<Worth>()

    // Jobs: when reached and when settled, how far, and whence: a pair, or an
    // employer as `whence` says.
    let jobReached: Memory<Int32>
    let jobSettled: Memory<Int32>
    let jobDistance: Memory<Worth>
    let jobParent: Memory<Int32>
    // People: likewise; the pair by which they would come.
    let personReached: Memory<Int32>
    let personSettled: Memory<Int32>
    let personDistance: Memory<Worth>
    let personParent: Memory<Int32>
    // Employers: likewise; the job.
    let employerReached: Memory<Int32>
    let employerSettled: Memory<Int32>
    let employerDistance: Memory<Worth>
    let employerParent: Memory<Int32>

    /// Those whose prices change with this search, and how far each is.
    var people: [(node: Int32, distance: Worth)] = []
    var jobs: [(node: Int32, distance: Worth)] = []
    var employers: [(node: Int32, distance: Worth)] = []

    init(_ problem: AssignmentProblem) {
        jobReached = Memory(problem.jobs) { _ in 0 }
        jobSettled = Memory(problem.jobs) { _ in 0 }
        jobDistance = Memory(problem.jobs) { _ in 0 }
        jobParent = Memory(problem.jobs) { _ in 0 }
        personReached = Memory(problem.people) { _ in 0 }
        personSettled = Memory(problem.people) { _ in 0 }
        personDistance = Memory(problem.people) { _ in 0 }
        personParent = Memory(problem.people) { _ in 0 }
        employerReached = Memory(problem.employers) { _ in 0 }
        employerSettled = Memory(problem.employers) { _ in 0 }
        employerDistance = Memory(problem.employers) { _ in 0 }
        employerParent = Memory(problem.employers) { _ in 0 }
    }

    mutating func begin() {
        count += 1
        queue.removeAll()
        people.removeAll(keepingCapacity: true)
        jobs.removeAll(keepingCapacity: true)
        employers.removeAll(keepingCapacity: true)
    }

    /// A parent that is an employer, among those that are pairs or people.
    static func parent(employer: Int) -> Int32 { -2 - Int32(truncatingIfNeeded: employer) }
    static func employer(ofParent parent: Int32) -> Int { Int(-2 - parent) }
}
