@testable import DoorstepCore

extension RandomRecords {
    /// A register in which most pairs lack one thing at the most: what
    /// relaxing and training are about.
    mutating func looseRegister(people: Int, jobs: Int, today: Day) throws -> Register {
        var register = register(people: people, jobs: jobs, today: today)
        let licences = try ["A2", "B1", "B2", "C1", "C2"].map { try catalogue.certificate($0) } + [.word("驯鹿证")]
        for known in register.people {
            var person = known
            if !random.once(in: 4) { person.status = .seeking }
            if random.once(in: 2) { person.certificates = random.some(0...2, of: licences).map { HeldCertificate($0) } }
            if !random.once(in: 4) { person.kinds = [] }
            if random.once(in: 2) { (person.canMove, person.areas) = (false, []) }
            if random.once(in: 2) { person.lowestWage = random.maybe { Money(yuan: $0.int(0...12_000)) } }
            register.update(person)
        }
        for known in register.jobs {
            var job = known
            if !random.once(in: 4) { (job.status, job.closes) = (.open, nil) }
            if random.once(in: 2) { job.certificates = random.some(0...3, of: licences) }
            if random.once(in: 2) { job.givesLodging = true }
            // A sheet may name a thing twice.
            if random.once(in: 4) { job.certificates += job.certificates.prefix(1) }
            if random.once(in: 4) { job.skills += job.skills.prefix(1).map { AskedSkill($0.name, level()) } }
            if !random.once(in: 4) { (job.lowestAge, job.highestAge) = (nil, nil) }
            if !random.once(in: 4) { job.education = nil }
            if !random.once(in: 4) { job.kind = nil }
            if !random.once(in: 4) { job.reservedFor = [] }
            register.update(job)
        }
        return register
    }

    /// Thresholds that many, few, no and all scores reach.
    mutating func threshold() -> Points {
        Points(clamping: random.pick([5000, 5000, random.int(3000...8000), random.int(3000...8000), random.pick([0, 10_000])]))
    }
}

extension Matcher {
    /// The words of the paper: blocked and becomes a match, or a match of
    /// fewer points than the threshold that rises to it.
    func isFurther(_ now: Assessment, _ then: Assessment) -> Bool {
        guard then.isMatch else { return false }
        return !now.isMatch || (now.score.points < settings.threshold && then.score.points >= settings.threshold)
    }
}
