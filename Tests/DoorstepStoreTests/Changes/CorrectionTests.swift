import Crypto
import DoorstepCore
import Foundation
import Testing

@testable import DoorstepStore

@Suite("Placement steps that are taken back")
struct CorrectionTests {
    let desk: Desk

    init() throws {
        desk = try Desk()
        try desk.fill { $0.headcount = 2 }
    }

    @discardableResult
    private func takeBack(_ placement: RecordID, step: Int? = nil, note: String = "") throws(ChangeError) -> Committed {
        try desk.save(.step(StepDraft(.placement(placement), stage: .corrected, corrects: step, date: desk.today, note: note)))
    }

    private func refusal(_ change: () throws -> Void) throws -> ChangeError {
        let before = try desk.store.sequence()
        let error = try #require(throws: ChangeError.self) { try change() }
        #expect(try desk.store.sequence() == before, "nothing is recorded of what was refused")
        return error
    }

    private func status(_ id: String) throws -> PersonStatus? { try desk.register.people[recordID(id)]?.status }

    @Test("A step is taken back by a further one that names it; both stay, the person's status is as before, and the store holds")
    func taken() throws {
        // Given
        let id = try desk.refer("P1")
        try desk.take(.hired, of: id, note: "记错了人")

        // When
        let saved = try takeBack(id, note: "是张四")

        // Then
        #expect(saved.person?.status == .seeking && saved.changed == 1)
        let placement = try #require(try desk.register.placements[id])
        #expect(placement == saved.placement)
        #expect(placement.steps.map(\.stage) == [.referred, .hired, .corrected])
        #expect(placement.steps.map(\.corrects) == [nil, nil, 2])
        #expect(placement.steps.map(\.note) == ["", "记错了人", "是张四"])
        #expect(placement.stage == .referred)
        #expect(try status("P1") == .seeking)
        #expect(try desk.verdict.findings == [])
    }

    @Test("The journal's entry of a correction names what it corrects, and the other entries are as they were")
    func journal() throws {
        let id = try desk.refer()
        try takeBack(id)
        let entries = try desk.column("SELECT content FROM journal WHERE kind = 'step' ORDER BY sequence")
        #expect(entries.count == 2 && !entries[0].contains("corrects"))
        #expect(entries[1].contains("stage=corrected\n") && entries[1].contains("\nkind=\ncorrects=1\nnote="))
    }

    @Test("Its link is of the second kind, over one field more; that of any other step is as it was")
    func link() throws {
        let id = try desk.refer()
        try takeBack(id)
        // Worked out anew, as the documentation says it.
        func link(_ tag: String, _ previous: [UInt8], _ columns: [String]) -> [UInt8] {
            var bytes = Data()
            for field in [Data(tag.utf8), Data(previous)] + columns.map({ Data($0.utf8) }) {
                bytes += withUnsafeBytes(of: UInt32(field.count).bigEndian) { Data($0) } + field
            }
            return Array(SHA256.hash(data: bytes))
        }
        let rows = try desk.store.ledger()
        #expect(rows.map(\.corrects) == ["", "1"])
        #expect(rows[0].link == link("doorstep-ledger-1", LedgerLink.origin, rows[0].columns))
        #expect(rows[1].link == link("doorstep-ledger-2", rows[0].link, rows[1].columns + ["1"]))
        #expect(rows[1].columns.count == 12)
    }

    @Test("Where the referral is taken back, the pair can be referred again, as another placement")
    func void() throws {
        let id = try desk.refer()
        try takeBack(id)
        #expect(try desk.register.placements[id]?.isVoid == true)
        let next = try desk.refer()
        #expect(next.text == "150784001-R000002")
        #expect(try refusal { try desk.refer() } == .refused(.alreadyOpen(placement: next, stage: .referred)))
        #expect(try desk.verdict.findings == [])
    }

    @Test("What does not stand cannot be taken back, nor what somebody has moved on meanwhile")
    func refusals() throws {
        let id = try desk.refer()
        try desk.take(.hired, of: id)
        #expect(try refusal { try takeBack(id, step: 1) } == .refused(.movedOn(placement: id, stage: .hired, party: nil)))
        try takeBack(id, step: 2)
        #expect(try refusal { try takeBack(id, step: 2) } == .refused(.movedOn(placement: id, stage: .referred, party: nil)))
        try takeBack(id)
        #expect(try refusal { try takeBack(id) } == .refused(.nothingStands(placement: id)))
        #expect(try refusal { try desk.take(.interviewed, of: id) } == .refused(.cannotFollow(stage: .corrected, party: nil, asked: .interviewed, isDayWork: false)))
        #expect(try refusal { try takeBack(recordID("R9")) } == .refused(.unknownPlacement("R9")))
        let tomorrow = StepDraft(.placement(id), stage: .corrected, date: desk.today + 1)
        #expect(try refusal { try desk.save(.step(tomorrow)) } == .refused(.inFuture(asked: desk.today + 1, today: desk.today)))
        let opening = try StepDraft(.pair(job: recordID("J2"), person: recordID("P1")), stage: .corrected, date: desk.today)
        #expect(try refusal { try desk.save(.step(opening)) } == .notOpening(asked: .corrected))
    }

    @Test("A refusal is not taken back over a vacancy that somebody has taken, nor over a pair that is in hand again")
    func inTheWay() throws {
        try desk.save(jobs: [desk.job { $0.headcount = 1 }])
        let first = try desk.refer("P1")
        try desk.take(.hired, of: first)
        try desk.take(.declined, of: first, by: .employer)
        let second = try desk.refer("P2")
        try desk.take(.hired, of: second)
        #expect(try refusal { try takeBack(first) } == .refused(.noVacancy(title: "电焊工")))
        try takeBack(second)
        let again = try desk.refer("P1")
        #expect(try refusal { try takeBack(first) } == .refused(.alreadyOpen(placement: again, stage: .referred)))
        try takeBack(again)
        #expect(try takeBack(first).person?.status == .placed)
    }

    @Test("A status that was set by hand before the step, or since, stays")
    func byHand() throws {
        try desk.save(people: [desk.person("P1") { $0.status = .placed }])
        let id = try desk.refer("P1")
        try desk.take(.hired, of: id)
        #expect(try takeBack(id).person == nil)
        #expect(try status("P1") == .placed)
        let other = try desk.refer("P2")
        try desk.take(.hired, of: other)
        try desk.save(people: [desk.person("P2") { $0.status = .withdrawn }])
        #expect(try takeBack(other).person == nil)
        #expect(try status("P2") == .withdrawn)
    }

    @Test("A telephone that was changed since does not keep the status from being put back")
    func edited() throws {
        let id = try desk.refer("P1")
        try desk.take(.hired, of: id)
        try desk.save(people: [desk.person("P1") { $0.status = .placed; $0.telephone = "13847001234" }])
        let person = try #require(try takeBack(id).person)
        #expect(person.status == .seeking && person.telephone == "13847001234")
    }

    @Test("Of who was erased a step can be taken back still, and what is left of them stays as it is")
    func erased() throws {
        let id = try desk.refer("P1")
        try desk.take(.hired, of: id)
        try desk.save(.erase(recordID("P1")))
        #expect(try takeBack(id, note: "张三").person == nil)
        #expect(try desk.register.placements[id]?.steps.last?.note == "")
        #expect(try desk.verdict.findings == [])
    }

    @Test("What another program takes in of it is the whole placement and the person")
    func elsewhere() throws {
        let id = try desk.refer("P1")
        try desk.take(.hired, of: id)
        let before = try desk.store.sequence()
        let saved = try takeBack(id)
        let changes = try desk.store.changes(since: before, catalogue: desk.catalogue)
        #expect(changes.placements == [saved.placement].compactMap(\.self))
        #expect(changes.people.map(\.status) == [.seeking])
    }

    @Test("Whatever is recorded and taken back, statuses are those of what stands, and the store holds")
    func histories() throws {
        var random = SplitMix64(seed: 21)
        for run in 0..<6 {
            let desk = try Desk()
            try desk.fill { $0.headcount = 2 }
            let beginning = [PersonStatus.seeking, random.pick([.placed, .paused]), .seeking]
            try desk.save(people: zip(["P1", "P2", "P3"], beginning).map { id, status in try desk.person(id) { $0.status = status } })
            for _ in 0..<25 {
                let placements = try desk.register.placements
                let person = try recordID("P\(random.int(1...3))")
                let job = try recordID("J\(random.int(1...2))")
                var draft = StepDraft(.pair(job: job, person: person), stage: .referred, date: desk.today)
                if !placements.isEmpty, !random.once(in: 4) {
                    let placement = random.pick(Array(placements))
                    let stage = random.pick(placement.stage.followers(isDayWork: false) + [.corrected])
                    draft = StepDraft(.placement(placement.id), stage: stage, party: .person, date: desk.today)
                }
                do throws(ChangeError) {
                    try desk.save(.step(draft))
                } catch {
                    guard case .refused = error else { throw error }
                }
                try expectStatuses(desk, beginning, "run \(run)")
            }
            for _ in 0..<200 where try desk.register.placements.contains(where: { !$0.isVoid }) {
                let standing = try desk.register.placements.filter { !$0.isVoid }
                _ = try? desk.save(.step(StepDraft(.placement(random.pick(standing).id), stage: .corrected, date: desk.today)))
            }
            #expect(try desk.register.placements.allSatisfy(\.isVoid))
            #expect(try desk.register.people.map(\.status) == beginning, "run \(run)")
            #expect(try desk.verdict.findings == [], "run \(run)")
        }
    }

    /// That each is what the steps that stand make of the beginning.
    private func expectStatuses(_ desk: Desk, _ beginning: [PersonStatus], _ comment: Comment) throws {
        let register = try desk.register
        for (person, first) in zip(register.people, beginning) {
            var status = first
            var stages: [RecordID: Stage] = [:]
            let steps = register.placements(ofPerson: person.id).flatMap { placement in placement.standing.map { (id: placement.id, step: $0) } }
            for (id, step) in steps.sorted(by: { $0.step.number < $1.step.number }) {
                status = status.following(step.stage, from: stages[id], isDayWork: false) ?? status
                stages[id] = step.stage
            }
            #expect(person.status == status, comment)
        }
    }
}
