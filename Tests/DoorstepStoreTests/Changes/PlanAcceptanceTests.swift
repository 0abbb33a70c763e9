import DoorstepCore
import Testing

@testable import DoorstepStore

@Suite("A plan that was accepted")
struct PlanAcceptanceTests {
    private func pair(_ job: String, _ person: String) throws -> PlanPair {
        PlanPair(job: try recordID(job), person: try recordID(person))
    }

    /// Nil where the step was recorded.
    private func refusal(of step: StepDraft, _ desk: Desk) throws -> StepRefusal? {
        do {
            try desk.save(.step(step))
            return nil
        } catch ChangeError.refused(let refusal) {
            return refusal
        }
    }

    private func kinds(_ desk: Desk) throws -> [String] { try desk.column("SELECT kind FROM journal ORDER BY sequence") }

    @Test("Its pairs become referrals in one entry, which register, journal, log and verification agree on")
    func oneEntry() throws {
        // Given
        let desk = try Desk()
        try desk.fill { $0.headcount = 2 }
        let before = try desk.store.sequence()

        // When
        let saved = try desk.save(.plan([pair("J1", "P1"), pair("J1", "P2"), pair("J2", "P3")], date: desk.today + -1))

        // Then
        #expect(saved.sequence == before + 1)
        #expect(try kinds(desk).suffix(1) == ["plan"])
        #expect(saved.placements.map(\.id.text) == ["150784001-R000001", "150784001-R000002", "150784001-R000003"])
        #expect(saved.placements.map(\.person.text) == ["P1", "P2", "P3"])
        #expect(saved.placements.allSatisfy { $0.stage == .referred && $0.opened == desk.today + -1 && $0.latest.caseworker == "李四" })
        #expect(saved.refused == [])
        #expect(try Array(desk.register.placements) == saved.placements)
        #expect(try desk.register.people.allSatisfy { $0.status == .seeking })
        #expect(try desk.store.changes(since: before, catalogue: desk.catalogue).placements == saved.placements)
        #expect(try desk.store.history(catalogue: desk.catalogue).placements == saved.placements)
        for id in ["J1", "P3", "150784001-R000002"] { #expect(try desk.store.entries(about: recordID(id)).last?.kind == "plan", "\(id)") }
        let log = try desk.store.ledger()
        #expect(log.map(\.number) == [1, 2, 3])
        #expect(log.allSatisfy { $0.isLinked })
        #expect(try desk.verdict.findings == [])
        #expect(try desk.verdict.steps == 3)
    }

    @Test("What it opens is, link by link, what single referrals would have opened, of random pairs with those in hand among them")
    func asSingleSteps() throws {
        let seed: UInt64 = 20_261_121
        print("seed \(seed)")
        var random = SplitMix64(seed: seed)
        var (opened, refused) = (0, 0)
        for run in 0..<30 {
            let (desk, other) = (try Desk(), try Desk())
            let day = random.once(in: 3) ? desk.catalogue.kinds.all.first { $0.isDayWork }?.id : nil
            for desk in [desk, other] { try desk.fill { $0.kind = day } }
            let pairs = try (0..<random.int(1...9)).map { _ in try pair(random.pick(["J1", "J2", "J3"]), random.pick(["P1", "P2", "P3", "P4"])) }
            let saved = try desk.save(.plan(pairs, date: desk.today))
            for (position, pair) in pairs.enumerated() {
                let step = StepDraft(.pair(job: pair.job, person: pair.person), stage: .referred, date: other.today)
                if let refusal = try refusal(of: step, other) {
                    #expect(saved.refused.contains(RefusedPair(position: position, pair: pair, refusal: refusal)), "run \(run)")
                    refused += 1
                } else {
                    opened += 1
                }
            }
            #expect(saved.placements == Array(try other.register.placements), "run \(run)")
            #expect(saved.placements.count + saved.refused.count == pairs.count, "run \(run)")
            #expect(try desk.verdict.findings == [], "run \(run)")
        }
        #expect(opened > 30 && refused > 30)
    }

    @Test("Pairs that cannot be referred any more are named, each with its reason; the rest is accepted")
    func refused() throws {
        let desk = try Desk()
        try desk.fill { $0.headcount = 2 }
        let id = try desk.refer("P1")
        try desk.save(people: [desk.person("P4").absent(.merged(into: recordID("P3"), MergeTrace()))])

        let saved = try desk.save(.plan([pair("J1", "P1"), pair("J9", "P2"), pair("J2", "P9"), pair("J1", "P4"), pair("J1", "P2"), pair("J1", "P2")], date: desk.today))

        #expect(saved.refused.map(\.position) == [0, 1, 2, 3, 5])
        #expect(saved.refused.map(\.refusal) == [
            .alreadyOpen(placement: id, stage: .referred), .unknownJob("J9"), .unknownPerson("P9"),
            .absent(record: try recordID("P4"), try recordID("P3")),
            .alreadyOpen(placement: try #require(saved.placements.first).id, stage: .referred),
        ])
        #expect(saved.placements.map(\.person.text) == ["P2"])
        #expect(try desk.verdict.findings == [])
    }

    @Test("Where nothing of it can be referred, nothing is written; nor is a plan for a day that has not come")
    func nothing() throws {
        let desk = try Desk()
        try desk.fill()
        try desk.refer("P1")
        let before = try desk.store.sequence()
        let saved = try desk.save(.plan([pair("J1", "P1")], date: desk.today))
        #expect(saved.sequence == before)
        #expect(saved.placements == [] && saved.refused.count == 1)
        #expect(try desk.save(.plan([], date: desk.today)).placements == [])
        #expect(throws: ChangeError.refused(.inFuture(asked: desk.today + 1, today: desk.today))) {
            try desk.save(.plan([pair("J2", "P2")], date: desk.today + 1))
        }
        #expect(try desk.store.sequence() == before)
        #expect(try desk.verdict.findings == [])
    }

    @Test("Each referral goes on and is taken back as any other, and the person's status with it")
    func takenBack() throws {
        let desk = try Desk()
        try desk.fill { $0.headcount = 3 }
        let saved = try desk.save(.plan([pair("J1", "P1"), pair("J1", "P2"), pair("J1", "P3")], date: desk.today))
        let ids = saved.placements.map(\.id)

        try desk.take(.corrected, of: ids[1])
        try desk.take(.hired, of: ids[2])
        #expect(try desk.register.people[recordID("P3")]?.status == .placed)
        try desk.take(.corrected, of: ids[2])
        try desk.take(.corrected, of: ids[2])

        let register = try desk.register
        #expect(ids.map { register.placements[$0]?.isVoid } == [false, true, true])
        #expect(register.people[try recordID("P3")]?.status == .seeking)
        // Referred anew once more.
        #expect(try desk.save(.plan([pair("J1", "P1"), pair("J1", "P2"), pair("J1", "P3")], date: desk.today)).placements.map(\.person.text) == ["P2", "P3"])
        #expect(try desk.verdict.findings == [])
    }

    @Test("A step of it that is changed, or gone with the ledger made anew around it, is found out")
    func tampered() throws {
        let folder = try Folder()
        for (sql, finding) in [
            ("UPDATE step SET title = 'x' WHERE number = 2", "Step 2 of the ledger is not what journal entry 3 tells of."),
            ("UPDATE step SET noteSalt = zeroblob(16) WHERE number = 3", "Step 3 of the ledger is not what journal entry 3 tells of."),
            ("DELETE FROM step WHERE number = 3; DELETE FROM placement WHERE position = 3", "The step of which journal entry 3 tells is missing."),
        ] {
            let path = folder.file("\(finding.hashValue).doorstep")
            do {
                let desk = try Desk.inFile(path)
                try desk.fill { $0.headcount = 3 }
                try desk.save(.plan([pair("J1", "P1"), pair("J1", "P2"), pair("J1", "P3")], date: desk.today))
            }
            try tamper(path) { try $0.execute(sql: sql) }
            let findings = try StationStore.open(at: path).verify().findings.map { $0(.english) }
            #expect(findings.contains(finding), "\(sql): \(findings)")
        }
    }

    @Test("It may be stopped half-way, and then nothing of it is in the store")
    func stopped() throws {
        let desk = try Desk()
        try desk.fill()
        let before = try desk.store.sequence()
        let watch = ChangeWatch(progressed: { _ in }, isStopped: { true })
        #expect(throws: ChangeError.stopped) {
            try desk.store.commit(
                .plan([pair("J1", "P1")], date: desk.today), by: "李四", now: desk.now, day: desk.today, catalogue: desk.catalogue, watch: watch)
        }
        #expect(try desk.store.sequence() == before)
        #expect(try desk.register.placements.isEmpty)
    }
}
