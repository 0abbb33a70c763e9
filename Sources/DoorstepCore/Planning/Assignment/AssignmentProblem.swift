/// People, jobs and the pairs between them as numbers: who may go where, for
/// how many points, and how many each job and each employer takes.
///
/// What does not change from one plan to the next; shared by its copies.
struct AssignmentProblem: Sendable {
    let people: Int
    let jobs: Int
    let employers: Int
    /// Pairs stand person by person: where each person's begin.
    let starts: ReadOnlyList<Int32>
    let jobOfPair: ReadOnlyList<Int32>
    let personOfPair: ReadOnlyList<Int32>
    let points: ReadOnlyList<UInt16>
    /// The pairs of each job, and where they begin.
    let startsOfJobs: ReadOnlyList<Int32>
    let pairsOfJobs: ReadOnlyList<Int32>
    /// -1 where the employer takes any number.
    let employerOfJob: ReadOnlyList<Int32>
    let startsOfEmployers: ReadOnlyList<Int32>
    let jobsOfEmployers: ReadOnlyList<Int32>

    var pairs: Int { jobOfPair.count }

    /// - Parameters:
    ///   - starts: `people + 1` positions among the pairs, ascending.
    ///   - employerOfJob: positions below `employers`, or -1.
    init(starts: [Int32], jobOfPair: [Int32], points: [UInt16], jobs: Int, employerOfJob: [Int32], employers: Int) {
        people = starts.count - 1
        self.jobs = jobs
        self.employers = employers
        self.starts = ReadOnlyList(starts)
        self.jobOfPair = ReadOnlyList(jobOfPair)
        self.points = ReadOnlyList(points)
        var personOfPair = [Int32](repeating: 0, count: jobOfPair.count)
        for person in 0..<people { for pair in starts[person]..<starts[person + 1] { personOfPair[Int(pair)] = Int32(person) } }
        self.personOfPair = ReadOnlyList(personOfPair)
        let byJob = AssignmentProblem.grouped(jobOfPair, into: jobs)
        (startsOfJobs, pairsOfJobs) = (ReadOnlyList(byJob.starts), ReadOnlyList(byJob.members))
        self.employerOfJob = ReadOnlyList(employerOfJob)
        let byEmployer = AssignmentProblem.grouped(employerOfJob, into: employers)
        (startsOfEmployers, jobsOfEmployers) = (ReadOnlyList(byEmployer.starts), ReadOnlyList(byEmployer.members))
    }

    /// Positions by the group that each is in, by counting; those below 0 are
    /// left out.
    private static func grouped(_ group: [Int32], into count: Int) -> (starts: [Int32], members: [Int32]) {
        var starts = [Int32](repeating: 0, count: count + 1)
        for number in group where number >= 0 { starts[Int(number) + 1] += 1 }
        for number in 0..<count { starts[number + 1] += starts[number] }
        var next = starts
        var members = [Int32](repeating: 0, count: Int(starts[count]))
        for (position, number) in group.enumerated() where number >= 0 {
            members[Int(next[Int(number)])] = Int32(position)
            next[Int(number)] += 1
        }
        return (starts, members)
    }
}

/// What changes: who takes part, who is placed where, and the prices that
/// prove it.
///
/// A job's price is what a place in it costs, its employer's price included;
/// a person's profit is the worth of their best pair after its price, and 0
/// where none is worth it. `AssignmentSolver` says what holds between them.
struct AssignmentState: Sendable {
    /// Points of each pair; `without` where it is out of the question.
    var points: [UInt16]
    var vacancies: [Int32]
    var limits: [Int32]
    /// The pair by which each person is placed, or -1.
    var placed: [Int32]
    /// Places of a job, and of an employer, that are taken or held for
    /// somebody.
    var flow: [Int32]
    var flowOfEmployer: [Int32]
    var profit: [Int128]
    var price: [Int128]
    var priceOfEmployer: [Int128]
    /// Whether prices were found, so that the next plan can begin with them.
    var isBegun = false
    /// Whether nobody is left who could be better off: the plan is optimal.
    var isProven = false

    static let without = UInt16.max

    init(_ problem: AssignmentProblem, vacancies: [Int32], limits: [Int32]) {
        points = Array(UnsafeBufferPointer(start: problem.points.first, count: problem.pairs))
        self.vacancies = vacancies
        self.limits = limits
        placed = Array(repeating: -1, count: problem.people)
        flow = Array(repeating: 0, count: problem.jobs)
        flowOfEmployer = Array(repeating: 0, count: problem.employers)
        profit = Array(repeating: 0, count: problem.people)
        price = Array(repeating: 0, count: problem.jobs)
        priceOfEmployer = Array(repeating: 0, count: problem.employers)
    }
}
