import DoorstepCore
import Testing

@testable import DoorstepConsole
@testable import DoorstepStore

@Suite("The first page of a list, read before the store is")
struct PageTests {
    @Test("It is the beginning of the whole list, on any day, with the records that stand in it", arguments: 1...6 as ClosedRange<UInt64>)
    func beginning(seed: UInt64) throws {
        // Given
        let desk = try Desk()
        try fill(desk, seed)
        let whole = try desk.store.load(catalogue: desk.catalogue).register
        #expect(try desk.store.listedCount() == whole.people.count + whole.jobs.count)

        for days in [0, -20, -200, 1, 60, 400] {
            let day = desk.today + days
            let model = StationModel(
                register: whole, catalogue: desk.catalogue, queries: QueryParser(withoutBeginnings: desk.catalogue), settings: StationSettings(), day: day,
                sequence: 0)
            for (kind, list) in [(ListKind.jobs, WaitingOrder.List.jobs), (.people, .people)] {
                // The oracle: narrowing the whole list by nothing.
                let found = try #require(Narrowing.run(kind, query: "", sort: kind.standardSort, model))
                for count in [1, 7, 30, 500] {
                    // When
                    let order = try desk.store.waitingOrder(of: list, asOf: day)
                    let page = try desk.store.page(order, count: count, catalogue: desk.catalogue)

                    // Then
                    let place: Comment = "seed \(seed), \(kind), \(day), \(count)"
                    #expect(page.ids == Array(found.items.prefix(count)), place)
                    #expect(page.isWhole == (found.items.count <= count), place)
                    expectSame(page, whole, place)
                }
            }
        }
    }

    @Test("A page is added to another, and each keeps what it has")
    func both() throws {
        let desk = try Desk()
        try fill(desk, 9)
        let jobs = try desk.store.page(desk.store.waitingOrder(of: .jobs, asOf: desk.today), count: 5, catalogue: desk.catalogue)
        let people = try desk.store.page(
            desk.store.waitingOrder(of: .people, asOf: desk.today), count: 5, addingTo: jobs.register, catalogue: desk.catalogue)
        let whole = try desk.register
        for page in [ListPage(register: people.register, ids: jobs.ids, isWhole: false), people] { expectSame(page, whole, "both") }
    }

    @Test("What was changed since the order was read is looked at again, and the order says that it is of earlier")
    func changedMeanwhile() throws {
        let desk = try Desk()
        try desk.fill()
        let order = try desk.store.waitingOrder(of: .jobs, asOf: desk.today)
        #expect(order.sequence == (try desk.store.sequence()))
        try desk.save(jobs: [desk.job("J1") { $0.status = .withdrawn }])
        #expect(try desk.store.page(order, count: 9, catalogue: desk.catalogue).ids.map(\.text) == ["J2"])
        #expect(order.sequence < (try desk.store.sequence()))
    }

    @Test("An empty store has empty pages, and they are whole")
    func empty() throws {
        let desk = try Desk()
        for list in [WaitingOrder.List.jobs, .people] {
            let page = try desk.store.page(desk.store.waitingOrder(of: list, asOf: desk.today), count: 9, catalogue: desk.catalogue)
            #expect(page.ids.isEmpty && page.isWhole)
        }
        #expect(try desk.store.listedCount() == 0)
    }

    @Test("Who waits for longest is told without the keys; a page needs them")
    func locked() throws {
        let desk = try Desk()
        try desk.fill()
        desk.store.keys.giveUp()
        let order = try desk.store.waitingOrder(of: .people, asOf: desk.today)
        #expect(order.count == 3)
        #expect(throws: StoreError.sealed) { try desk.store.page(order, count: 9, catalogue: desk.catalogue) }
    }

    // MARK: - A random station

    /// Few days and few people wanted, so that much waits equally long and
    /// much is filled; some day work; and a ledger.
    private func fill(_ desk: Desk, _ seed: UInt64) throws {
        var records = RandomRecords(desk.catalogue, seed: seed)
        let dayWork = desk.catalogue.kinds.kind(JobKind.dayWorkCode)?.id
        let employers = try (1...8).map { records.employer(try recordID("E\($0)")) }
        let jobs = try (1...90).map { number in
            var job = records.job(try recordID("J\(number)"), employer: try recordID("E\(records.random.int(1...8))"))
            job.posted = desk.today + -records.random.pick([0, 3, 3, 40, 40, 40, 250])
            job.headcount = records.random.int(1...2)
            if records.random.once(in: 3) { job.kind = dayWork }
            if !records.random.once(in: 4) { job.status = .open }
            return job
        }
        let people = try (1...90).map { number in
            var person = records.person(try recordID("P\(number)"))
            person.registered = desk.today + -records.random.pick([0, 5, 5, 60, 60, 300])
            if !records.random.once(in: 4) { person.status = .seeking }
            return person
        }
        try desk.save(.records(RecordBatch(employers: employers, people: people, jobs: jobs), reason: .edit()))
        for _ in 0..<80 { try place(records.random.pick(jobs).id, records.random.pick(people).id, desk, &records.random) }
    }

    /// A referral, and some of what could come after it, of which some is
    /// taken back; what may not follow is left out.
    private func place(_ job: RecordID, _ person: RecordID, _ desk: Desk, _ random: inout SplitMix64) throws {
        var date = desk.today + -random.int(0...280)
        do {
            guard let placement = try desk.save(.step(StepDraft(.pair(job: job, person: person), stage: .referred, date: date))).placement else { return }
            for stage in [Stage.hired, .started, .left] where !random.once(in: 3) {
                date = min(desk.today, date + random.int(0...20))
                try desk.take(stage, of: placement.id, on: date)
            }
            for _ in 0..<4 where random.once(in: 3) { try desk.take(.corrected, of: placement.id) }
        } catch ChangeError.refused {}
    }

    /// What is shown of the page's records is what the whole store has.
    private func expectSame(_ page: ListPage, _ whole: Register, _ place: Comment) {
        for id in page.ids {
            if let job = whole.jobs[id] {
                #expect(page.register.jobs[id] == job, place)
                #expect(page.register.employers[job.employer] == whole.employers[job.employer], place)
                #expect(page.register.placements(ofJob: id) == whole.placements(ofJob: id), place)
            } else {
                #expect(page.register.people[id] == whole.people[id], place)
                #expect(page.register.placements(ofPerson: id) == whole.placements(ofPerson: id), place)
            }
        }
    }
}
