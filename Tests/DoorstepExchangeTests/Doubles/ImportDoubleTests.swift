import DoorstepCore
@testable import DoorstepExchange
import Testing

@Suite("Rows whose records may be known already")
struct ImportDoubleTests {
    private let station: EmptyStation

    init() throws { station = try EmptyStation() }

    private func read(_ text: String, as kind: SheetKind = .people, at register: Register? = nil) throws -> SheetImporter {
        var importer = SheetImporter(register: register ?? station.register, catalogue: station.catalogue, day: station.day)
        try importer.read(kind, file: "表.csv", bytes: Array(text.utf8))
        return importer
    }

    private func known(_ change: (inout Person) -> Void = { _ in }) throws -> Register {
        var register = station.register
        var person = Person(id: try #require(RecordID("P1")), name: "张三", place: station.place.id, registered: station.day)
        person.telephone = "13847001234"
        person.note = "原有"
        change(&person)
        register.update(person)
        return register
    }

    private func decided(_ importer: SheetImporter, _ decision: DoubleDecision) -> ImportPlan { importer.plan(DoubleDecisions(decision)) }

    /// Rows refused and rows stored are the rows read.
    private func expectWhole(_ plan: ImportPlan, _ kind: KeyPath<ImportPlan, ImportPlan.Changes<Person>> = \.people) {
        let changes = plan[keyPath: kind]
        #expect(changes.newCount + changes.changedCount + changes.unchangedCount + plan.refusals.count == plan.rowCount)
    }

    private let sheet = "姓名,手机,常住地,学历,备注\n张三,138-4700-1234,拉布大林街道,大专,\n李四,13900000000,拉布大林街道,,\n"

    @Test("are told with the reason, and both stand where nobody decides otherwise")
    func kept() throws {
        let importer = try read(sheet, at: known())
        let plan = importer.plan
        #expect(plan.doubles.map(\.reason) == [.telephoneAndName] && plan.doubles.map(\.known.text) == ["P1"])
        #expect(plan.people.newCount == 2 && plan.warnings.map(\.line) == [2])
        #expect(plan.warnings[0].message.chinese == "表.csv 第 2 行：与 P1 姓名和电话相同，可能是同一人，请核对。")
        let sides = try #require(importer.sides(of: plan.doubles[0]))
        #expect(sides.row.name == "张三" && sides.known.id.text == "P1")
        #expect(decided(importer, .keep).people.records == plan.people.records)
        expectWhole(plan)
    }

    @Test("and are merged are read as they were at first: addresses, sentences and words of education as sheets have them")
    func mergedFreely() throws {
        let text = "姓名,手机,常住地,学历,技能\n张三,13847001234,额尔古纳市拉布大林街道办旁,大专在读,会开叉车\n"
        let importer = try read(text, at: known())
        let plan = decided(importer, .merge)
        #expect(plan.refusals.map(\.message.chinese) == [] && plan.people.changedCount == 1 && plan.people.newCount == 0)
        let person = try #require(plan.people.records.first)
        let alone = try #require(read(text).plan.people.records.first)
        #expect(person.id.text == "P1" && person.skills == alone.skills && person.skills.count == 1 && person.education == alone.education)
        #expect(person.place == alone.place && person.note == "原有；住址：额尔古纳市拉布大林街道办旁")
        expectWhole(plan)
    }

    @Test("and are merged become updates of the known record: cells given replace, empty cells keep, its identifier stays")
    func merged() throws {
        let importer = try read(sheet, at: known())
        let plan = decided(importer, .merge)
        #expect(plan.people.newCount == 1 && plan.people.changedCount == 1 && plan.warnings.isEmpty)
        let person = try #require(plan.people.records.first { $0.id.text == "P1" })
        #expect(person.education == .college && person.note == "原有" && person.telephone == "13847001234")
        #expect(plan.people.records.map(\.name).sorted() == ["张三", "李四"].sorted())
        expectWhole(plan)
    }

    @Test("and are left out count as refused, by choice, with the reason")
    func skipped() throws {
        let plan = try decided(read(sheet, at: known()), .skip)
        #expect(plan.people.records.map(\.name) == ["李四"] && plan.people.newCount == 1)
        #expect(plan.refusals.map(\.line) == [2] && plan.refusals.allSatisfy(\.isByChoice))
        #expect(plan.refusals[0].reason.chinese == "按选择没有读入：姓名和电话相同。")
        expectWhole(plan)
    }

    @Test("may be those of earlier rows, and each is decided by itself")
    func chain() throws {
        let importer = try read("姓名,手机,常住地,备注\n张三,13847001234,拉布大林街道,一\n张三,13847001234,拉布大林街道,二\n张三,13847001234,拉布大林街道,\n")
        #expect(importer.plan.doubles.count == 2)
        #expect(decided(importer, .keep).people.records.count == 3)
        let merged = decided(importer, .merge)
        #expect(merged.people.records.map(\.note) == ["二"] && merged.people.newCount == 1 && merged.people.changedCount == 1 && merged.people.unchangedCount == 1)
        var decisions = DoubleDecisions(.merge)
        decisions.single[1] = .keep
        #expect(importer.plan(decisions).people.records.map(\.note) == ["二", ""])
        for decision in DoubleDecision.allCases { expectWhole(decided(importer, decision)) }
    }

    @Test("and that later rows name by identifier go with those rows")
    func named() throws {
        let importer = try read("编号,姓名,手机,常住地,备注\nX1,张三,13847001234,拉布大林街道,\nX1,,,,后来\n", at: known())
        #expect(importer.plan.people.newCount == 1 && importer.plan.people.changedCount == 1)
        let merged = decided(importer, .merge)
        #expect(merged.people.records.map(\.id.text) == ["P1"] && merged.people.records[0].note == "后来")
        #expect(decided(importer, .skip).refusals.map(\.line) == [2, 3])
        for decision in DoubleDecision.allCases { expectWhole(decided(importer, decision)) }
    }

    @Test("and cannot be merged are refused, and say why")
    func contradicting() throws {
        let importer = try read(
            "姓名,手机,常住地,证件号码\n张三,13847001234,拉布大林街道,150784199003071234\n", at: known { $0.birth = Day(iso: "1985-01-01") })
        let plan = decided(importer, .merge)
        #expect(plan.people.records.isEmpty && plan.refusals.count == 1 && plan.refusals.allSatisfy { !$0.isByChoice })
        expectWhole(plan)
    }

    @Test("An update of one record that is a double of another stays an update")
    func update() throws {
        var register = try known()
        let person = try #require(register.people[0] as Person?).identified(as: #require(RecordID("P2")))
        register.update(person)
        let importer = try read("编号,姓名,备注\nP2,,新\n", at: register)
        // They were doubles before, which is no news of the row's.
        #expect(importer.plan.doubles.isEmpty)
        for decision in DoubleDecision.allCases { #expect(decided(importer, decision).people.changedCount == 1) }
    }

    @Test("A job's new employer whose name is nearly that of a known one is told, and its jobs are the known one's where it is merged")
    func employers() throws {
        var register = station.register
        register.update(Employer(id: try #require(RecordID("E1")), name: "额尔古纳市宏达机械有限责任公司"))
        let importer = try read("单位,岗位,工作地点\n额尔古纳宏达机械有限公司,焊工,拉布大林街道\n", as: .jobs, at: register)
        #expect(importer.plan.doubles.map(\.kind) == [.employer] && importer.plan.employers.newCount == 1)
        let plan = decided(importer, .merge)
        #expect(plan.employers.records.isEmpty && plan.employers.newCount == 0 && plan.jobs.records.map(\.employer.text) == ["E1"])
        #expect(decided(importer, .skip).employers.newCount == 1)
    }

    @Test("Of several with the same identity number the one of the same name is meant, wherever it stands")
    func sameName() throws {
        var register = try known { $0.identityNumber = try? IdentityNumber("150784199003071234") }
        for (id, name) in [("P2", "李四"), ("P3", "王五")] {
            var person = try #require(register.people[0] as Person?).identified(as: #require(RecordID(id)))
            person.name = name
            register.update(person)
        }
        let number = try #require(register.people[0].identityNumber).text
        for (name, id) in [("张三", "P1"), ("李四", "P2"), ("王五", "P3"), ("赵六", "P1")] {
            let importer = try read("姓名,证件号码,常住地\n\(name),\(number),拉布大林街道\n", at: register)
            #expect(importer.plan.doubles.map(\.known.text) == [id], "\(name)")
        }
    }

    @Test("An employer that the station has twice keeps its jobs: a sheet that is read again moves none to the other")
    func employersTwice() throws {
        var register = station.register
        let code = try #require(try? CreditCode("W1150784MA0000001B"))
        for (id, name) in [("E1", "甲厂"), ("E2", "甲厂（分厂）"), ("E3", "甲厂")] {
            var employer = Employer(id: try #require(RecordID(id)), name: name)
            employer.creditCode = code
            register.update(employer)
        }
        func employer(_ row: String) throws -> String? {
            try read("单位,统一社会信用代码,岗位,工作地点\n\(row),焊工,拉布大林街道\n", as: .jobs, at: register).plan.jobs.records.first?.employer.text
        }
        #expect(try employer("甲厂,\(code.text)") == "E1")
        #expect(try employer("甲厂,") == "E1")
        #expect(try employer("甲厂（分厂）,\(code.text)") == "E2")
        #expect(try employer("别的叫法,\(code.text)") == "E1")
    }

    @Test("A job posted twice in a sheet is told")
    func jobs() throws {
        let importer = try read("单位,岗位,工作地点,最低月薪\n甲厂,焊工,拉布大林街道,4000\n甲厂,焊 工,拉布大林街道,5000\n", as: .jobs)
        #expect(importer.plan.doubles.map(\.reason) == [.posting])
        let plan = decided(importer, .merge)
        #expect(plan.jobs.records.count == 1 && plan.jobs.records[0].wage.lowest == Money(fen: 500_000))
    }

    @Test("A merged record's identifier in a sheet means the one that stands; one that was taken back is there again")
    func absent() throws {
        var register = try known()
        let (one, two, three) = (try #require(RecordID("P1")), try #require(RecordID("P2")), try #require(RecordID("P3")))
        register.update(register.people[0].identified(as: two).absent(.merged(into: one, MergeTrace())))
        register.update(register.people[0].identified(as: three).absent(.takenBack))
        let importer = try read("编号,备注\nP2,新\nP3,又来\n", at: register)
        #expect(importer.plan.people.records.map(\.id) == [one, three] && importer.plan.people.records.map(\.note) == ["新", "又来"])
        #expect(importer.plan.people.records.allSatisfy { $0.stands && $0.status == .seeking })
        #expect(importer.plan.warnings.contains { $0.reason.chinese == "P2 已合并到 P1，更新的是 P1。" })
    }
}
