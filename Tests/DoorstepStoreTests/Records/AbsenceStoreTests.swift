import DoorstepCore
import Foundation
import GRDB
import Testing

@testable import DoorstepStore

@Suite("The store keeps records that do not stand")
struct AbsenceStoreTests {
    private func merged(_ id: String) throws -> Absence { .merged(into: try recordID(id), MergeTrace(status: "seeking")) }

    @Test("as they were, with why they do not, and its checks still pass")
    func kept() throws {
        let desk = try Desk()
        try desk.fill()
        try desk.save(people: [desk.person("P1").absent(.takenBack), desk.person("P2") { $0.note = "二" }.absent(merged("P3"))])
        try desk.save(employers: [Employer(id: recordID("E2"), name: "甲").absent(.takenBack)])
        let register = try desk.register
        #expect(try register.people[recordID("P1")]?.absence == .takenBack)
        #expect(try register.people[recordID("P2")]?.absence == merged("P3"))
        #expect(try register.employers[recordID("E2")]?.absence == .takenBack)
        #expect(try register.standing(person: recordID("P2")) == recordID("P3"))
        #expect(try desk.verdict.findings == [])
        // And stand again, as they were.
        try desk.save(people: [desk.person("P1"), desk.person("P2") { $0.note = "二" }])
        #expect(try desk.register.people.allSatisfy(\.stands))
        #expect(try desk.verdict.findings == [])
    }

    @Test("and of what a merge changed tells nothing in clear")
    func sealed() throws {
        let folder = try Folder()
        let desk = try Desk.inFile(folder.file())
        let trace = MergeTrace(status: "seeking", columns: [MergeTrace.Column(id: "phone", before: "13847001234", after: "13900000000")])
        try desk.save(people: [desk.person("P1"), desk.person("P2").absent(.merged(into: recordID("P1"), trace))])
        #expect(try Data(contentsOf: URL(filePath: folder.file())).range(of: Data("13847001234".utf8)) == nil)
        #expect(try Desk(StationStore.open(at: folder.file())).register.people[recordID("P2")]?.absence == .merged(into: recordID("P1"), trace))
    }

    @Test("A placement of a merged record goes on with those who stand: their status, their vacancies, their name")
    func steps() throws {
        // Given J2 merged into J1, and P2 into P1, with a placement between those that went.
        let desk = try Desk()
        try desk.fill()
        let id = try desk.refer("P2", to: "J2")
        try desk.save(people: [desk.person("P2").absent(merged("P1"))], jobs: [desk.job("J2").absent(merged("J1"))])
        // When it goes on
        let saved = try desk.take(.hired, of: id)
        // Then
        #expect(try saved.person?.id == recordID("P1") && saved.person?.status == .placed)
        #expect(try desk.register.people[recordID("P2")]?.status == .withdrawn)
        #expect(try desk.register.placements(ofPerson: recordID("P1")).map(\.id) == [id])
        #expect(try desk.register.vacanciesLeft(of: #require(desk.register.jobs[recordID("J1")]), asOf: desk.today, isDayWork: false) == 0)
        #expect(try desk.store.ledger().map(\.person) == ["P2", "P2"])
        // And nobody else is taken on, nor sent there again.
        let other = try desk.refer("P3", to: "J1")
        #expect(throws: ChangeError.self) { try desk.take(.hired, of: other) }
        #expect(throws: ChangeError.self) { try desk.refer("P1", to: "J1") }
        // When the hire is taken back, the one who stands seeks again.
        #expect(try desk.take(.corrected, of: id).person?.status == .seeking)
        try desk.take(.hired, of: other)
        #expect(try desk.verdict.findings == [])
    }

    @Test("Nobody is sent who does not stand, nor to what does not")
    func refused() throws {
        let desk = try Desk()
        try desk.fill()
        try desk.save(people: [desk.person("P1").absent(.takenBack), desk.person("P2").absent(merged("P3"))], jobs: [desk.job("J2").absent(merged("J1"))])
        func refusal(_ person: String, _ job: String) throws -> ChangeError? {
            let error = #expect(throws: (any Error).self) { try desk.refer(person, to: job) }
            return error as? ChangeError
        }
        guard case .refused(.absent(_, nil))? = try refusal("P1", "J1"), case .refused(.absent(_, let person?))? = try refusal("P2", "J1"),
            case .refused(.absent(_, let job?))? = try refusal("P3", "J2")
        else { return #expect(Bool(false)) }
        #expect(try person == recordID("P3") && job == recordID("J1"))
    }

    @Test("Who is taken back stays off the lists, whatever comes of a placement")
    func takenBack() throws {
        let desk = try Desk()
        try desk.fill()
        let id = try desk.refer("P1")
        try desk.save(people: [desk.person("P1").absent(.takenBack)])
        #expect(try desk.take(.hired, of: id).person == nil)
        #expect(try desk.register.people[recordID("P1")]?.status == .withdrawn)
        #expect(try desk.verdict.findings == [])
    }

    @Test("Who asks to be erased is erased under every identifier they had")
    func erased() throws {
        let desk = try Desk()
        try desk.fill()
        try desk.refer("P2", note: "秘密")
        try desk.save(people: [desk.person("P2").absent(merged("P1")), desk.person("P3").absent(merged("P1"))])
        let saved = try desk.save(.erase(recordID("P1")))
        #expect(saved.changed == 3)
        #expect(try desk.register.people.map(\.name) == ["", "", ""])
        #expect(try desk.register.placements[0].steps[0].note == "")
        #expect(try desk.register.standing(person: recordID("P2")) == recordID("P1"))
        #expect(try desk.verdict.findings == [])
        #expect(try desk.save(.erase(recordID("P1"))).changed == 0)
    }

    @Test("The first page counts a merged record's referrals for the one that stands, as the whole register does")
    func page() throws {
        let desk = try Desk()
        try desk.fill()
        try desk.save(people: (4...9).map { number in try desk.person("P\(number)") { $0.registered = desk.today + -number } })
        try desk.refer("P8", to: "J2")
        try desk.save(people: [desk.person("P8").absent(merged("P9"))])
        for list in [WaitingOrder.List.people, .jobs] {
            let page = try desk.store.page(desk.store.waitingOrder(of: list, asOf: desk.today), count: 50, catalogue: desk.catalogue)
            let whole = try desk.register
            let expected = switch list {
            case .people: whole.people.filter { $0.status == .seeking }.map { (whole.waitingDays($0, asOf: desk.today), $0.id) }
            case .jobs: whole.jobs.map { (whole.vacantDays($0, asOf: desk.today), $0.id) }
            }
            #expect(page.ids == expected.sorted { $0.0 != $1.0 ? $0.0 > $1.0 : $0.1 < $1.1 }.map(\.1))
            if list == .people {
                for id in page.ids { #expect(page.register.placements(ofPerson: id) == whole.placements(ofPerson: id)) }
            }
        }
    }

    @Test("A store of the fourth format takes them in, and earlier programs keep off it from then on")
    func fourth() throws {
        let folder = try Folder()
        let queue = try DatabaseQueue(path: folder.file())
        let founding = Founding(try Samples.station, "李四", "2026-11-20T01:00:00Z", FoundingKeys(openly: StoreKey()))
        try Schema.migrator(founding: founding).migrate(queue, upTo: "v4")
        try queue.close()
        let desk = try Desk(StationStore.open(at: folder.file()))
        #expect(try desk.column("PRAGMA user_version") == ["\(Schema.version)"])
        try desk.save(people: [desk.person("P1"), desk.person("P2").absent(merged("P1"))])
        #expect(try desk.column("SELECT id FROM person INDEXED BY personByMerge WHERE instr(facts, \(MergedRows.mark)) > 0") == ["P2"])
        #expect(try desk.verdict.findings == [])
    }
}
