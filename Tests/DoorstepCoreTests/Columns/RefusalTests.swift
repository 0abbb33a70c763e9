@testable import DoorstepCore
import Testing

/// A row is refused for what the paper lists, and for nothing else.
@Suite("A row refused")
struct RefusalTests {
    private let reader: RowReader
    private let person = ["name": "张三", "place": "额尔古纳市"]
    private let job = ["employer": "宏达机械厂", "title": "电焊工", "place": "额尔古纳市"]

    init() throws {
        reader = try RowReader()
    }

    private func person(_ column: String, _ text: String) throws -> ReadRow<Person> {
        try reader.person(person.merging([column: text]) { $1 })
    }

    private func job(_ column: String, _ text: String) throws -> ReadRow<Job> {
        try reader.job(job.merging([column: text]) { $1 })
    }

    @Test("is none with what is required alone")
    func required() throws {
        #expect(try reader.person(person).problem == nil && reader.job(job).problem == nil && reader.employer(["employer": "甲"]).problem == nil)
    }

    @Test("of people: a date, number or yes/no that cannot be read, a wrong check digit, a word that no catalogue has", arguments: [
        ("birth_date", "2026-02-30"), ("unemployed_since", "去年"), ("left_school", "7月"), ("registered", "昨天"), ("lon", "东经120"), ("lat", "95"),
        ("lon", "181"), ("wage_min", "高薪"), ("wage_min", "200元/天"), ("can_move", "也许"), ("never_employed", "2"), ("id_number", "110105194912310021"),
        ("place", "亚特兰蒂斯"), ("place", "呼伦贝尔市"), ("areas", "额尔古纳市;亚特兰蒂斯"), ("groups", "外星人"), ("groups", "veteran;外星人"), ("kinds", "义务劳动"),
        ("education", "幼儿园"), ("certificates", "C1驾驶证@明年"), ("place", "新城街道"),
    ])
    func people(column: String, text: String) throws {
        let row = try person(column, text)
        #expect(row.record == nil && row.problem?.column == PersonEntry.column(column)?.title)
    }

    @Test("of jobs: the same, and a range upside down", arguments: [
        ("uscc", "91350100M000100Y44"), ("headcount", "很多"), ("headcount", "0"), ("headcount", "2.5"), ("place", "亚特兰蒂斯"), ("kind", "义务劳动"), ("wage_min", "高薪"),
        ("wage_max", "高薪"), ("age_min", "成年"), ("age_max", "121"), ("age_min", "45-18岁"), ("education", "幼儿园"), ("prefers", "外星人"), ("only", "外星人"),
        ("lodging", "也许"), ("remote", "也许"), ("hazardous", "也许"), ("night", "也许"), ("from", "2026-13-01"), ("to", "2026-13-01"), ("posted", "x"), ("closes", "x"),
        ("lat", "nan"), ("lon", "inf"),
    ])
    func jobs(column: String, text: String) throws {
        let row = try job(column, text)
        #expect(row.record == nil && row.problem?.column == JobEntry.column(column)?.title)
    }

    @Test("with its two ends upside down, in one cell or in two", arguments: [
        ["wage_min": "6000-4000"], ["wage_min": "6000", "wage_max": "4000"], ["age_min": "45", "age_max": "18"], ["from": "2026-11-22", "to": "2026-11-21"],
    ])
    func upsideDown(cells: [String: String]) throws {
        let row = try reader.job(job.merging(cells) { $1 })
        #expect(row.problem?.reason.chinese == "上下限颠倒")
    }

    @Test("is none with both ends the same", arguments: [["wage_min": "4000", "wage_max": "4000"], ["age_min": "18", "age_max": "18"], ["from": "2026-11-21", "to": "2026-11-21"]])
    func sameEnds(cells: [String: String]) throws {
        #expect(try reader.job(job.merging(cells) { $1 }).problem == nil)
    }

    @Test("where the birth date contradicts the identity number, and not where it agrees")
    func contradiction() throws {
        let cells = person.merging(["id_number": "11010519491231002X"]) { $1 }
        #expect(try reader.person(cells.merging(["birth_date": "1949-12-31"]) { $1 }).problem == nil)
        let row = try reader.person(cells.merging(["birth_date": "1949-12-30"]) { $1 })
        #expect(row.problem?.column.chinese == "出生日期" && row.problem?.value == "1949-12-30")
    }

    @Test("of employers: a wrong credit code, place or date", arguments: [("uscc", "91350100M000100Y44"), ("place", "亚特兰蒂斯"), ("verified", "昨天")])
    func employers(column: String, text: String) throws {
        let row = try reader.employer(["employer": "甲", column: text])
        #expect(row.record == nil && row.problem?.column == EmployerEntry.column(column)?.title)
    }

    // MARK: - Nothing else

    @Test("is none whatever a word, a name, a note, a telephone, a sex or a status says")
    func nothingElse() throws {
        var random = SplitMix64.printed()
        let people: Set = ["name", "sex", "phone", "skills", "household", "status", "note", "wants"]
        let jobs: Set = ["employer", "title", "occupation", "skills", "certificates", "pay", "contact", "phone", "status", "note"]
        let employers: Set = ["employer", "type", "industry", "size", "barred", "contact", "phone", "note"]
        let pieces = ["张", "？", "2026", "-", ":", "：", ";", "、", "|", "@", "?", "九", "级", "（", "a", " ", "焊工", "5", "\n", "=1", "𠮷", "否", "限男性"]
        for _ in 0..<1500 {
            let text = (0..<random.int(1...6)).map { _ in random.pick(pieces) }.joined()
            let column = random.pick(PersonEntry.columns.map(\.id).filter { people.contains($0) || PersonExtra(rawValue: $0) != nil })
            #expect(try person(column, text).problem == nil, "seed \(random.seed), \(column) \(text)")
            let other = random.pick(JobEntry.columns.map(\.id).filter { jobs.contains($0) || JobExtra(rawValue: $0) != nil })
            #expect(try job(other, text).problem == nil, "seed \(random.seed), \(other) \(text)")
            let third = random.pick(EmployerEntry.columns.map(\.id).filter { employers.contains($0) })
            #expect(try reader.employer(["employer": "甲"].merging([third: text]) { $1 }).problem == nil, "seed \(random.seed), \(third) \(text)")
        }
    }

    @Test("is none for a birth date after the day of working: it is kept, with a warning")
    func futureBirth() throws {
        let row = try person("birth_date", "2026-11-22")
        #expect(row.problem == nil && row.warnings.count == 1)
        #expect(try person("birth_date", "2026-11-21").warnings.isEmpty)
    }

    @Test("is none for a cell with nothing but blanks: it keeps what was known", arguments: ["", "   ", "　", "\t\n"])
    func blanks(text: String) throws {
        let known = try #require(try reader.person(person.merging(["education": "大专", "unemployed_since": "2026-01-01", "can_move": "是"]) { $1 }).record)
        let blank = Dictionary(uniqueKeysWithValues: PersonEntry.columns.map { ($0.id, text) })
        #expect(try reader.person(blank, into: known).record == known)
        let row = try reader.job(job.merging(["wage_min": "4000-6000", "headcount": "3"]) { $1 })
        let knownJob = try #require(row.record)
        #expect(try reader.job(Dictionary(uniqueKeysWithValues: JobEntry.columns.map { ($0.id, text) }), into: knownJob).record == knownJob)
    }
}
