/// Prices that are nearly right, found quickly.
extension AssignmentSolver {
    /// By how much a bid tops what somebody is ready to pay: in points. The
    /// greater, the sooner a fight over places is over, and the more people
    /// are not quite at their best afterwards. With 100, of 60,000 jobs that
    /// half a million people want, mending takes as long as the auction.
    private var step: Int32 { 100 }

    /// Everybody bids for the place that is best for them as much as it is
    /// better than their second best, and a step more; a job keeps the highest
    /// bids, and whoever is outbid bids again (D. P. Bertsekas' auction, for
    /// jobs that take several). Ends when everybody is placed or finds nothing
    /// worth its price.
    ///
    /// What placing somebody is worth besides points plays no part, so that
    /// no two fight over a last place up to the worth of a person.
    func auction() {
        let bids = Memory(problem.pairs) { _ in Bid(amount: 0, person: 0) }
        let asked = Memory(problem.jobs) { _ in Int32(0) }
        // Where a former auction was stopped, it begins anew.
        for person in 0..<problem.people { placed[person] = -1 }
        for job in 0..<problem.jobs { taken[job] = 0 }
        for employer in 0..<problem.employers { priceOfEmployer[employer] = 0 }
        var count = 0
        everybody: for first in 0..<problem.people {
            var bidder = first
            while true {
                count &+= 1
                if count & 0xFFF == 0, isStopped() { break everybody }
                guard let outbid = bid(bidder, bids, asked) else { break }
                bidder = outbid
            }
        }
        for job in 0..<problem.jobs {
            price[job] = Worth(asked[job])
            flow[job] = taken[job]
            taken[job] = 0
        }
        for person in 0..<problem.people where placed[person] >= 0 { take(person, Int(placed[person])) }
        for employer in 0..<problem.employers { holdToLimit(employer, bids) }
    }

    private struct Bid {
        var amount: Int32
        var person: Int32
    }

    /// - Returns: who was outbid and has to bid again, if any.
    private func bid(_ person: Int, _ bids: borrowing Memory<Bid>, _ asked: borrowing Memory<Int32>) -> Int? {
        // Nothing is better than what is worth less than nothing.
        var (best, second): (Int32, Int32) = (-1, 0)
        var chosen = -1
        for pair in pairs(of: person) where points[pair] != AssignmentState.without {
            let job = Int(jobOfPair[pair])
            let left = Int32(points[pair]) &- asked[job]
            if left > best {
                guard vacancies[job] > 0 else { continue }
                if best > second { second = best }
                (best, chosen) = (left, pair)
            } else if left > second {
                second = left
            }
        }
        guard chosen >= 0 else { return nil }
        let job = Int(jobOfPair[chosen])
        let bid = Bid(amount: Int32(points[chosen]) &- second &+ step, person: Int32(truncatingIfNeeded: person))
        let first = Int(startsOfJobs[job])
        placed[person] = Int32(truncatingIfNeeded: chosen)
        // The bids of a job are a heap, the lowest on top.
        guard taken[job] == vacancies[job] else {
            var position = Int(taken[job])
            taken[job] &+= 1
            while position > 0 {
                let above = (position - 1) >> 1
                guard bids[first + above].amount > bid.amount else { break }
                bids[first + position] = bids[first + above]
                position = above
            }
            bids[first + position] = bid
            if taken[job] == vacancies[job] { asked[job] = bids[first].amount }
            return nil
        }
        let outbid = Int(bids[first].person)
        let count = Int(taken[job])
        var position = 0
        while true {
            var below = 2 * position + 1
            guard below < count else { break }
            if below + 1 < count, bids[first + below + 1].amount < bids[first + below].amount { below += 1 }
            guard bids[first + below].amount < bid.amount else { break }
            bids[first + position] = bids[first + below]
            position = below
        }
        bids[first + position] = bid
        asked[job] = bids[first].amount
        placed[outbid] = -1
        return outbid
    }

    /// An employer with more people than it may get keeps the highest bids,
    /// and its price is what the others were ready to pay.
    private func holdToLimit(_ employer: Int, _ bids: borrowing Memory<Bid>) {
        let positions = Int(problem.startsOfEmployers[employer])..<Int(problem.startsOfEmployers[employer + 1])
        var all: [Bid] = []
        for position in positions {
            let job = Int(problem.jobsOfEmployers[position])
            for number in 0..<Int(taken[job]) { all.append(bids[Int(startsOfJobs[job]) + number]) }
        }
        flowOfEmployer[employer] = Int32(min(all.count, Int(limits[employer])))
        guard all.count > Int(limits[employer]) else { return }
        all.sort { ($1.amount, $0.person) < ($0.amount, $1.person) }
        for bid in all[Int(limits[employer])...] {
            let person = Int(bid.person)
            let job = Int(jobOfPair[Int(placed[person])])
            leave(person)
            flow[job] -= 1
        }
        var least = Worth(all[Int(limits[employer])].amount)
        for position in positions {
            let job = Int(problem.jobsOfEmployers[position])
            if flow[job] < vacancies[job] { least = max(least, price[job]) }
        }
        priceOfEmployer[employer] = least
        for position in positions {
            let job = Int(problem.jobsOfEmployers[position])
            price[job] = max(price[job], least)
        }
    }
}
