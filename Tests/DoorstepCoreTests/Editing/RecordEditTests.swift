import Testing

@testable import DoorstepCore

@Suite("A record changed by hand")
struct RecordEditTests {
    private var desk: Desk

    init() throws {
        desk = try Desk()
        desk.register.update(try desk.employer())
    }

    private var editor: RecordEditor { RecordEditor(desk.register, desk.catalogue, day: desk.today) }

    private func problems(_ kind: RecordID.Kind, _ changed: [String: String], before: EditedRecord? = nil) -> FieldProblems? {
        do throws(FieldProblems) { _ = try editor.read(kind, changed: changed, before: before) } catch { return error }
        return nil
    }

    @Test("A new person has what was typed, and is registered today")
    func newPerson() throws {
        let edit = try editor.read(.person, changed: ["name": "测试甲", "place": "拉布大林街道", "skills": "焊工:中级工;叉车司机"], before: nil)
        guard case .person(let person) = edit.record else { throw TestFailure() }
        #expect(person.name == "测试甲" && person.place == desk.home && person.registered == desk.today)
        #expect(person.skills.map(\.level) == [.intermediate, .unknown])
        #expect(edit.before == nil && edit.warnings.isEmpty && !edit.isUnchanged)
    }

    @Test("Every field that is wrong is named, not only the first")
    func allProblems() throws {
        let found = try #require(problems(.person, ["id_number": "150784199003071235", "birth_date": "昨天", "place": "火星"]))
        #expect(found.byField.keys.sorted() == ["birth_date", "id_number", "name", "place"])
        #expect(found.first(.person)?.column.english == "name")
    }

    @Test("What several fields say together is told apart from what one says")
    func together() throws {
        let found = try #require(problems(.job, ["employer": "甲厂", "title": "焊工", "place": "拉布大林街道", "wage_min": "6000", "wage_max": "4000"]))
        #expect(found.byField.keys.sorted() == [""])
        #expect(found.first(.job) == found.byField[""])
    }

    @Test("Whatever the record, a field that nobody touched stays as it was", arguments: [RecordID.Kind.person, .job, .employer])
    func untouched(kind: RecordID.Kind) throws {
        var records = RandomRecords(desk.catalogue, .printed())
        for number in 0..<200 {
            let employer = records.employer(try recordID("E1"))
            let before: EditedRecord = switch kind {
            case .person: .person(records.person(try recordID("P1")))
            case .job: .job(records.job(try recordID("J1"), employer: employer.id), employer: employer)
            default: .employer(employer)
            }
            var register = desk.register
            register.update(employer)
            let editor = RecordEditor(register, desk.catalogue, day: desk.today)
            let same = try editor.read(kind, changed: [:], before: before)
            #expect(same.isUnchanged && same.warnings.isEmpty, "seed \(records.random.seed), \(number)")
            // Another note changes the note alone.
            let edit = try editor.read(kind, changed: ["note": "另记"], before: before)
            let shown = before.texts(desk.catalogue, .chinese).merging(["note": "另记"]) { $1 }
            #expect(edit.record.texts(desk.catalogue, .chinese) == shown, "seed \(records.random.seed), \(number)")
        }
    }

    @Test("An empty text clears a field, and a required one is not cleared")
    func cleared() throws {
        let before = EditedRecord.person(try desk.person { $0.telephone = "15400000001" })
        guard case .person(let person) = try editor.read(.person, changed: ["phone": " "], before: before).record else { throw TestFailure() }
        #expect(person.telephone.isEmpty)
        #expect(problems(.person, ["name": ""], before: before)?.byField.keys.sorted() == ["name"])
    }

    @Test("A job's employer is found by name or code; a name the station does not know makes a new one")
    func employers() throws {
        func employer(_ changed: [String: String]) throws -> (Employer, Bool) {
            let fields = ["title": "焊工", "place": "拉布大林街道"].merging(changed) { $1 }
            let edit = try editor.read(.job, changed: fields, before: nil)
            guard case .job(let job, let employer) = edit.record else { throw TestFailure() }
            #expect(job.employer == employer.id)
            return (employer, edit.changesEmployer)
        }
        let code = "91150784MADE000019"
        #expect(try employer(["employer": "额尔古纳市 宏达机械厂"]).0.id.text == "E1")
        #expect(try employer(["employer": "额尔古纳市宏达机械厂"]).1 == false)
        let (new, isChanged) = try employer(["employer": "新厂"])
        #expect(new.name == "新厂" && isChanged && new.id.text.hasPrefix("?"))
        if (try? CreditCode(code)) != nil {
            let (coded, gotCode) = try employer(["employer": "额尔古纳市宏达机械厂", "uscc": code])
            #expect(coded.id.text == "E1" && coded.creditCode?.text == code && gotCode)
        }
    }

    @Test("Changing a job leaves its employer alone, even one of the same name as another")
    mutating func keepsEmployer() throws {
        desk.register.update(try desk.employer("E2"))
        let job = try desk.job { $0.employer = try recordID("E2") }
        let edit = try editor.read(.job, changed: ["headcount": "4"], before: .job(job, employer: try desk.employer("E2")))
        guard case .job(let changed, let employer) = edit.record else { throw TestFailure() }
        #expect(changed.employer.text == "E2" && employer.id.text == "E2" && !edit.changesEmployer && changed.headcount == 4)
    }

    @Test("New records get their identifiers in one go, the job knowing its new employer")
    func identified() throws {
        let edit = try editor.read(.job, changed: ["employer": "新厂", "title": "焊工", "place": "拉布大林街道"], before: nil)
        let given = edit.identified { RecordID(station: "150784001", kind: $0, number: 7) }
        guard case .job(let job, let employer) = given.record else { throw TestFailure() }
        #expect(job.id.text == "150784001-J000007" && employer.id.text == "150784001-E000007" && job.employer == employer.id)
        #expect(given.changes.count == 2)
    }

    @Test("Taken back, what was new is offered to nobody, and what was changed is as before")
    func withdrawn() throws {
        guard case .person(let person) = EditedRecord.person(try desk.person()).withdrawn else { throw TestFailure() }
        #expect(person.status == .withdrawn)
        guard case .job(let job, _) = EditedRecord.job(try desk.job(), employer: try desk.employer()).withdrawn else { throw TestFailure() }
        #expect(job.status == .withdrawn)
    }

    @Test("An unknown skill is warned of; what it may mean is looked up only where there is time for it")
    func unknownSkill() throws {
        let quick = RecordEditor(desk.register, desk.catalogue, day: desk.today, namesNearestSkills: false)
        let (slowWarning, quickWarning) = try (
            #require(editor.check(.person, "skills", "修手扶拖拉机").warnings.first), #require(quick.check(.person, "skills", "修手扶拖拉机").warnings.first)
        )
        #expect(slowWarning.reason == quickWarning.reason)
        #expect(!slowWarning.mend.chinese.isEmpty && quickWarning.mend.chinese.isEmpty)
    }

    @Test("A field is found by each name that a header of a sheet could have", arguments: ["phone", "手机", "联系电话", " 手 机 "])
    func fieldNames(name: String) {
        #expect(RecordField.find(name, .person)?.id == "phone")
        #expect(RecordField.find("电话费", .person) == nil)
    }

    private struct TestFailure: Error {}
}
