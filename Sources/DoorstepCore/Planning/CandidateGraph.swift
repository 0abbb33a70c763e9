/// Who could go where: for each open job its best K people, and for each
/// person their best K jobs, of matches with at least the threshold of points.
///
/// People and jobs by identifier, so that the same data give the same plan
/// everywhere.
public struct CandidateGraph: Sendable {
    /// All who seek, also those without a candidate.
    public let people: [RecordID]
    let groups: [GroupSet]
    /// All open jobs, also those without a candidate, and what each can take
    /// on the day.
    public let jobs: [RecordID]
    let vacancies: [Int32]
    /// Of the jobs' employers.
    public let employers: [RecordID]
    let employerOfJob: [Int32]
    /// The pairs person by person: where each person's begin, and of each its
    /// job, ascending, and its points.
    let starts: [Int32]
    let jobOfPair: [Int32]
    let points: [UInt16]

    public var pairCount: Int { jobOfPair.count }

    /// A pair by positions among people and jobs.
    package struct Candidate: BitwiseCopyable {
        let person: Int32
        let job: Int32
        let points: UInt16
    }

    /// - Parameter candidates: in any order, each pair any number of times.
    init(
        people: [(id: RecordID, groups: GroupSet)], jobs: [(id: RecordID, vacancies: Int, employer: RecordID)], candidates: [[Candidate]]
    ) {
        self.people = people.map(\.id)
        groups = people.map(\.groups)
        self.jobs = jobs.map(\.id)
        vacancies = jobs.map { Int32(clamping: $0.vacancies) }
        employers = Set(jobs.map(\.employer)).sorted()
        let positions = Dictionary(uniqueKeysWithValues: employers.enumerated().map { ($1, Int32($0)) })
        employerOfJob = jobs.map { positions[$0.employer] ?? -1 }
        (starts, jobOfPair, points) = CandidateGraph.byPerson(people.count, candidates)
    }

    /// The same people and jobs with other pairs, those whose people or jobs
    /// it does not have left out.
    package func with(_ pairs: some Sequence<(job: RecordID, person: RecordID, points: Points)>) -> CandidateGraph {
        let candidates = pairs.compactMap { pair -> Candidate? in
            guard let person = position(ofPerson: pair.person), let job = position(ofJob: pair.job) else { return nil }
            return Candidate(person: Int32(person), job: Int32(job), points: UInt16(pair.points.value))
        }
        return CandidateGraph(
            people: zip(people, groups).map { (id: $0, groups: $1) },
            jobs: jobs.indices.map { (id: jobs[$0], vacancies: Int(vacancies[$0]), employer: employers[Int(employerOfJob[$0])]) }, candidates: [candidates])
    }

    /// Sorted by counting: linear in the pairs.
    private static func byPerson(_ count: Int, _ candidates: [[Candidate]]) -> ([Int32], [Int32], [UInt16]) {
        var starts = [Int32](repeating: 0, count: count + 1)
        for portion in candidates { for candidate in portion { starts[Int(candidate.person) + 1] += 1 } }
        for person in 0..<count { starts[person + 1] += starts[person] }
        var next = starts
        var sorted = [(job: Int32, points: UInt16)](repeating: (0, 0), count: Int(starts[count]))
        for portion in candidates {
            for candidate in portion {
                sorted[Int(next[Int(candidate.person)])] = (candidate.job, candidate.points)
                next[Int(candidate.person)] += 1
            }
        }
        var (jobs, points): ([Int32], [UInt16]) = ([], [])
        jobs.reserveCapacity(sorted.count)
        points.reserveCapacity(sorted.count)
        var once: [Int32] = [0]
        once.reserveCapacity(count + 1)
        for person in 0..<count {
            let range = Int(starts[person])..<Int(starts[person + 1])
            sorted[range].sort { $0.job < $1.job }
            var last: Int32 = -1
            for position in range where sorted[position].job != last {
                last = sorted[position].job
                jobs.append(last)
                points.append(sorted[position].points)
            }
            once.append(Int32(jobs.count))
        }
        return (once, jobs, points)
    }

    func position(ofPerson id: RecordID) -> Int? { CandidateGraph.position(of: id, people) }
    func position(ofJob id: RecordID) -> Int? { CandidateGraph.position(of: id, jobs) }

    private static func position(of id: RecordID, _ ids: [RecordID]) -> Int? {
        var (low, high) = (0, ids.count)
        while low < high {
            let middle = (low + high) / 2
            if ids[middle] < id { low = middle + 1 } else { high = middle }
        }
        return low < ids.count && ids[low] == id ? low : nil
    }

    /// The pair's position among all; nil where the two are no candidates.
    func pair(_ person: Int, _ job: Int) -> Int? {
        (Int(starts[person])..<Int(starts[person + 1])).first { jobOfPair[$0] == Int32(job) }
    }
}
