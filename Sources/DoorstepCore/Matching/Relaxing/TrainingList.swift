import Dispatch
import Foundation
import Synchronization

/// What training would unlock: the skills and certificates of which exactly
/// one is what keeps people from jobs, most pairs first.
public struct TrainingList: Hashable, Sendable {
    public let lines: [Line]

    public enum Subject: Hashable, Sendable {
        case skill(SkillName)
        case certificate(CertificateName)
    }

    public struct Line: Hashable, Sendable {
        public let subject: Subject
        /// Pairs that would become matches by the certificate, or matches
        /// that would rise to the threshold by the skill at the level asked.
        public let pairs: Int
        /// How many different people are in those pairs.
        public let people: Int
        /// How many different jobs are in those pairs.
        public let jobs: Int
    }
}

extension Matcher {
    /// The training list over all people who seek and all jobs that are
    /// open, worked out on all processors.
    ///
    /// Prepares everybody once and judges each pair once: O(people × jobs).
    ///
    /// - Parameters:
    ///   - isCancelled: asked now and then, from any thread; true ends the
    ///     search.
    ///   - progress: told after each job how many jobs of how many are done,
    ///     from any thread, but never twice at once.
    /// - Returns: nil where it was cancelled.
    public func trainingList(
        isCancelled: @Sendable () -> Bool = { false }, progress: @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) -> TrainingList? {
        var candidates: [Candidate] = []
        for (index, person) in register.people.enumerated() {
            if index % 256 == 0, isCancelled() { return nil }
            if person.status == .seeking { candidates.append(candidate(person)) }
        }
        let people = candidates
        let next = Atomic(0)
        let done = Mutex(0)
        let tally = Mutex(TrainingTally())
        let total = register.jobs.count
        DispatchQueue.concurrentPerform(iterations: ProcessInfo.processInfo.activeProcessorCount) { _ in
            var own = TrainingTally()
            while true {
                let position = next.add(1, ordering: .relaxed).oldValue
                guard position < total, own.count(opening(register.jobs[position]), people, self, isCancelled: isCancelled) else { break }
                done.withLock { done in
                    done += 1
                    progress(done, total)
                }
            }
            tally.withLock { $0.add(own) }
        }
        if isCancelled() { return nil }
        return TrainingList(lines: tally.withLock { $0.lines(catalogue) })
    }
}

/// What jobs came to so far.
private struct TrainingTally {
    private struct Entry {
        var pairs = 0
        var jobs = 0
        /// Positions among the candidates.
        var people: Set<Int> = []
    }

    private var entries: [TrainingList.Subject: Entry] = [:]

    /// Counts one job's pairs.
    ///
    /// - Returns: false where cancelled.
    mutating func count(
        _ opening: Matcher.Opening, _ candidates: [Matcher.Candidate], _ matcher: Matcher, isCancelled: () -> Bool
    ) -> Bool {
        let job = opening.job
        guard !isCancelled() else { return false }
        // Nobody learns for a job that asks for nothing.
        guard !(job.skills.isEmpty && job.certificates.isEmpty), matcher.isStaffable(opening) else { return true }
        let lessons = TrainingTally.lessons(job, matcher.catalogue.skills)
        var found: [TrainingList.Subject: [Int]] = [:]
        for (index, candidate) in candidates.enumerated() {
            if index % 256 == 255, isCancelled() { return false }
            switch matcher.shortfall(opening, candidate, mendable: RuleSet(.certificate)) {
            case nil: continue
            case .blocked:
                let missing = job.certificates.filter { !matcher.holds(candidate.person, $0) }
                for name in Set(missing) where missing.allSatisfy({ matcher.isGood(HeldCertificate(name), for: $0) }) {
                    found[.certificate(name), default: []].append(index)
                }
            case .points(let weighing):
                guard case .asked(let findings) = weighing.skills else { continue }
                var parts = weighing.parts
                for lesson in lessons {
                    parts.skills = matcher.skillPart(findings, opening, with: lesson.skill, family: lesson.family)
                    if matcher.reachesThreshold(parts) { found[.skill(lesson.skill.name), default: []].append(index) }
                }
            }
        }
        for (subject, people) in found {
            entries[subject, default: Entry()].pairs += people.count
            entries[subject, default: Entry()].jobs += 1
            entries[subject, default: Entry()].people.formUnion(people)
        }
        return true
    }

    /// Each skill that the job asks for, at the highest level where it is
    /// asked for twice.
    private static func lessons(_ job: Job, _ skills: SkillCatalogue) -> [(skill: HeldSkill, family: FamilyID?)] {
        Dictionary(job.skills.map { ($0.name, $0.level) }, uniquingKeysWith: max).map { (HeldSkill($0, $1), skills.family(of: $0)) }
    }

    /// Takes in what was counted of other jobs.
    mutating func add(_ other: TrainingTally) {
        for (subject, entry) in other.entries {
            entries[subject, default: Entry()].pairs += entry.pairs
            entries[subject, default: Entry()].jobs += entry.jobs
            entries[subject, default: Entry()].people.formUnion(entry.people)
        }
    }

    /// Most pairs first, then by code.
    func lines(_ catalogue: Catalogue) -> [TrainingList.Line] {
        entries.map { TrainingList.Line(subject: $0, pairs: $1.pairs, people: $1.people.count, jobs: $1.jobs) }
            .sorted { one, other in
                if one.pairs != other.pairs { return one.pairs > other.pairs }
                switch (one.subject, other.subject) {
                case (.skill(let one), .skill(let other)): return catalogue.skills.precedes(one, other)
                case (.certificate(let one), .certificate(let other)): return catalogue.certificates.precedes(one, other)
                case (.skill, .certificate): return true
                case (.certificate, .skill): return false
                }
            }
    }
}
