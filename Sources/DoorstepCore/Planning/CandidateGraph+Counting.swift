extension CandidateGraph {
    /// What a job can take on the day; 0 of jobs that are not open.
    /// Logarithmic in the jobs.
    public func vacancyCount(ofJob id: RecordID) -> Int { position(ofJob: id).map { Int(vacancies[$0]) } ?? 0 }

    /// Of all jobs of each employer.
    var vacanciesByEmployer: [Int] {
        var counts = [Int](repeating: 0, count: employers.count)
        for (job, employer) in employerOfJob.enumerated() { counts[Int(employer)] += Int(vacancies[job]) }
        return counts
    }

    /// The first rank that each person is in, from 1; 0 for those in none.
    func ranks(_ ranks: [PlanSettings.Rank]) -> [UInt8] {
        guard !ranks.isEmpty else { return Array(repeating: 0, count: people.count) }
        return people.indices.map { person in
            let rank = ranks.firstIndex { !$0.groups.isDisjoint(with: groups[person]) || $0.people.contains(people[person]) }
            return rank.map { UInt8(clamping: $0 + 1) } ?? 0
        }
    }

    /// Of each group how many are placed, and how many there are.
    func groupCounts(_ placed: [Int]) -> [Plan.GroupCount] {
        var all = [Int](repeating: 0, count: 64)
        var those = all
        for group in groups { group.forEach { all[$0] += 1 } }
        for person in placed { groups[person].forEach { those[$0] += 1 } }
        return groups.reduce(into: GroupSet()) { $0 = $0.union($1) }.members.map { group in
            Plan.GroupCount(group: group, placed: those[Int(group.position)], people: all[Int(group.position)])
        }
    }
}
