import DoorstepCore
import Testing

@testable import DoorstepStore

@Suite("Identifiers")
struct IdentifierTests {
    @Test("They begin with the station's code, and none is given twice")
    func given() throws {
        let desk = try Desk()
        let first = try desk.store.reserve(.person, count: 2, by: "李四", now: desk.now)
        let second = try desk.store.reserve(.person, count: 1, by: "李四", now: desk.now)
        #expect(first.map(\.text) == ["150784001-P000001", "150784001-P000002"])
        #expect(second.map(\.text) == ["150784001-P000003"])
        #expect(try desk.store.reserve(.job, count: 1, by: "李四", now: desk.now).map(\.text) == ["150784001-J000001"])
        #expect(try desk.store.reserve(.job, count: 0, by: "李四", now: desk.now) == [])
    }

    @Test("One that a sheet brought along is passed over")
    func taken() throws {
        let desk = try Desk()
        try desk.save(people: [desk.person("150784001-P000002")])
        let ids = try desk.store.reserve(.person, count: 2, by: "李四", now: desk.now)
        #expect(ids.map(\.text) == ["150784001-P000001", "150784001-P000003"])
    }
}
