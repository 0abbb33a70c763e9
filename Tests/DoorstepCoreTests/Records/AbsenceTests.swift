@testable import DoorstepCore
import Testing

@Suite("A record that does not stand any more")
struct AbsenceTests {
    private func merged(_ id: String) throws -> Absence { .merged(into: try recordID(id), MergeTrace()) }

    @Test("has its placements with the one that stands for it, in the order they were opened")
    func placements() throws {
        // Given two records of one person, each sent somewhere.
        var desk = try Desk()
        for id in ["P1", "P2"] { desk.register.update(try desk.person(id)) }
        for id in ["J1", "J2"] { desk.register.update(try desk.job(id)) }
        desk.register.update(try desk.placement("R1", job: "J1", person: "P2", steps: (.referred, "2026-11-01")))
        desk.register.update(try desk.placement("R2", job: "J2", person: "P1", steps: (.referred, "2026-11-02")))
        desk.register.update(try desk.placement("R3", job: "J1", person: "P2", steps: (.referred, "2026-11-03")))
        // When they are merged.
        desk.register.update(try desk.person("P2").absent(merged("P1")))
        // Then
        let (one, two) = (try recordID("P1"), try recordID("P2"))
        #expect(desk.register.placements(ofPerson: one).map(\.id.text) == ["R1", "R2", "R3"])
        #expect(desk.register.placements(ofPerson: two).map(\.id.text) == ["R1", "R3"])
        #expect(try desk.register.person(of: #require(desk.register.placements[try recordID("R1")]))?.id == one)
        #expect(desk.register.merged(into: one, .person) == [two])
        #expect(try desk.register.sentCount(to: recordID("J1"), asOf: day("2026-11-21")) == 1)
        #expect(try desk.register.waitingSince(desk.person("P1"), asOf: day("2026-11-21")) == day("2026-11-03"))
        // When that is taken back.
        desk.register.update(try desk.person("P2"))
        #expect(desk.register.placements(ofPerson: one).map(\.id.text) == ["R2"])
        #expect(desk.register.standing(person: two) == two && desk.register.merged(into: one, .person) == [])
    }

    @Test("takes up the vacancies of the job that stands for it")
    func vacancies() throws {
        var desk = try Desk()
        for id in ["P1", "P2"] { desk.register.update(try desk.person(id)) }
        let kept = try desk.job("J1") { $0.headcount = 2 }
        desk.register.update(kept)
        desk.register.update(try desk.job("J2"))
        desk.register.update(try desk.placement("R1", job: "J1", person: "P1", steps: (.referred, "2026-11-01"), (.hired, "2026-11-02")))
        desk.register.update(try desk.placement("R2", job: "J2", person: "P2", steps: (.referred, "2026-11-01"), (.hired, "2026-11-02")))
        #expect(desk.register.vacanciesLeft(of: kept, asOf: desk.today, isDayWork: false) == 1)
        desk.register.update(try desk.job("J2").absent(merged("J1")))
        #expect(desk.register.vacanciesLeft(of: kept, asOf: desk.today, isDayWork: false) == 0)
        #expect(!desk.register.isOpen(kept, asOf: desk.today, isDayWork: false))
    }

    @Test("is followed to the end, and in a circle that nobody made with this program for once round")
    func links() throws {
        var links = MergeLinks()
        let ids = try ["A", "B", "C"].map { try recordID($0) }
        #expect(links.standing(ids[0]) == ids[0])
        links.update(ids[0], .merged(into: ids[1], MergeTrace()))
        links.update(ids[1], .merged(into: ids[2], MergeTrace()))
        #expect(links.standing(ids[0]) == ids[2] && Set(links.merged(into: ids[2])) == Set(ids[..<2]))
        links.update(ids[2], .merged(into: ids[0], MergeTrace()))
        #expect(ids.contains(links.standing(ids[0])) && links.merged(into: ids[0]).count == 2)
        links.update(ids[2], .takenBack)
        #expect(links.standing(ids[0]) == ids[2])
        for id in ids { links.update(id, nil) }
        #expect(links.isEmpty && links.merged(into: ids[2]) == [])
    }

    @Test("counts as nobody, is matched with nothing, and is sent nowhere")
    func nowhere() throws {
        var desk = try Desk()
        desk.register.update(try desk.employer())
        desk.register.update(try desk.job())
        desk.register.update(try desk.person("P1"))
        desk.register.update(try desk.person("P2").absent(.takenBack))
        desk.register.update(try desk.person("P3").absent(merged("P1")))
        let job = try desk.job()
        #expect(desk.matcher.people(for: job, limit: 9)?.matches.map(\.person.text) == ["P1"])
        #expect(Figures(desk.register, period: Period(.month, containing: desk.today), asOf: desk.today, desk.catalogue).count(.registered) == 1)
        #expect(desk.matcher.waiting().people.map(\.id.text) == ["P1"])
        func refuse(_ person: String) -> StepRefusal? {
            #expect(throws: StepRefusal.self) {
                try desk.matcher.admit(StepDraft(.pair(job: recordID("J1"), person: recordID(person)), stage: .referred, date: desk.today))
            }
        }
        #expect(try refuse("P2") == .absent(record: recordID("P2"), nil))
        #expect(try refuse("P3") == .absent(record: recordID("P3"), recordID("P1")))
        #expect(refuse("P3")?.message.chinese == "P3 已合并到 P1，请用 P1。")
    }

    @Test("holds no identity number against anybody, and lends its name to the employer that stands for it")
    func editor() throws {
        var desk = try Desk()
        let number = try IdentityNumber("150784199003071234")
        desk.register.update(try desk.person("P1") { $0.identityNumber = number }.absent(.takenBack))
        desk.register.update(try desk.employer("E1") { $0.name = "旧名" }.absent(merged("E2")))
        desk.register.update(try desk.employer("E2") { $0.name = "新名" })
        desk.register.update(try desk.employer("E3") { $0.name = "作废" }.absent(.takenBack))
        let editor = RecordEditor(desk.register, desk.catalogue, day: desk.today)
        #expect(editor.holder(of: number, other: nil) == nil)
        func employer(_ name: String) throws -> EditedRecord {
            try editor.read(.job, changed: ["employer": name, "title": "电焊工", "place": "拉布大林街道"], before: nil).record
        }
        guard case .job(_, let known) = try employer("旧名"), case .job(_, let new) = try employer("作废") else { return #expect(Bool(false)) }
        #expect(try known.id == recordID("E2"))
        #expect(new.id != (try recordID("E3")))
    }

    @Test("A merge's trace is read back as it was written, whatever stands in it")
    func trace() throws {
        var random = SplitMix64.printed()
        for _ in 0..<300 {
            func text() -> String {
                (0..<random.int(0...6)).map { _ in random.pick(["a", "\\", "\n", "\r\n", "\r", "\t", "\\n", "文", "é", "\u{301}", ""]) }.joined()
            }
            var trace = MergeTrace(status: random.pick(["", "open"]))
            for _ in 0..<random.int(0...3) { trace.columns.append(MergeTrace.Column(id: "note", before: text(), after: text())) }
            trace.jobs = try random.some(0...2, of: ["J1", "J 2"]).map { try recordID($0) }
            trace.ledOn = try random.some(0...2, of: ["P1", "P2"]).map { try recordID($0) }
            #expect(MergeTrace(text: trace.text) == trace, "seed \(random.seed)")
        }
        #expect(MergeTrace(text: "") == MergeTrace())
        for text in ["nonsense", "status", "column\ta\tb", "job\t\u{1}"] { #expect(MergeTrace(text: text) == nil, "\(text)") }
    }

    @Test("A distance that was taken back is recorded no more, in neither direction")
    func distance() throws {
        var table = DistanceTable()
        let desk = try Desk()
        let other = try desk.catalogue.place("150784103")
        table.insert(Distance(from: desk.home, to: other, metres: 9))
        #expect(table[other, desk.home] == 9)
        table.insert(Distance(from: other, to: desk.home, metres: nil))
        #expect(table[desk.home, other] == nil && table.isEmpty)
    }
}
