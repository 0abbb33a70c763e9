@testable import DoorstepCore
import Testing

/// Conditions asked of columns against conditions asked of each person.
@Suite("Conditions over everybody")
struct ConditionColumnsTests {
    @Test("Columns say of everybody what asking each person says, before and after edits, for every sort of condition")
    func sameAsAsking() throws {
        let seed = UInt64.random(in: .min ... .max)
        print("seed \(seed)")
        let random = SplitMix64(seed: seed)
        var desk = try Desk()
        var records = RandomRecords(desk.catalogue, random)
        for number in 0..<300 { desk.register.update(records.person(try recordID("P\(number)"))) }
        var index = SearchIndex(desk.register, desk.catalogue, try Readings(sheet: Samples.sheet))
        var queries = try RandomQueries(desk.catalogue, random)
        var told = 0
        for round in 0..<4 {
            for _ in 0..<200 {
                let query = SearchQuery([SearchQuery.Term(queries.condition(), isNegated: queries.random.once(in: 4))])
                let filter = QueryFilter(query, register: index.register, catalogue: desk.catalogue, day: desk.today)
                guard let answers = index.answers(filter) else { continue }
                told += 1
                let asked = (0..<index.register.people.count).map { filter.fits(personAt: $0) }
                #expect(answers == asked, "\(query)")
            }
            // Some are edited, some are new.
            let changes = try (0..<20).map { RecordChange.person(records.person(try recordID("P\(round * 40 + $0 * 17)"))) }
            index.update(changes)
        }
        #expect(told > 200)
    }

    @Test("What the columns do not tell, and more than one condition, is left to asking each person")
    func leftAlone() throws {
        var desk = try Desk()
        desk.register.update(try desk.person())
        let index = SearchIndex(desk.register, desk.catalogue, try Readings(sheet: Samples.sheet))
        let parser = try QuerySamples.parser
        let derived = try #require(desk.catalogue.groups.all.first { $0.isDerived }).name.chinese
        for text in ["等待>3", "+C1驾驶证", "@额尔古纳市 >=4000", "#" + derived, "状态:求职"] {
            let query = parser.parse(text).query
            #expect(query.hasConditions, "\(text)")
            #expect(index.answers(QueryFilter(query, register: desk.register, catalogue: desk.catalogue, day: desk.today)) == nil, "\(text)")
        }
        let query = parser.parse("@额尔古纳市").query
        #expect(index.answers(QueryFilter(query, register: desk.register, catalogue: desk.catalogue, day: desk.today)) == [true])
    }
}
