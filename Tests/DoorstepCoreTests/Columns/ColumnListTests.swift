@testable import DoorstepCore
import Testing

/// The one list of columns, against the tables of the paper on commands and
/// files.
@Suite("The columns")
struct ColumnListTests {
    private func expectUnmistakable<Entry>(_ columns: [Column<Entry>]) {
        #expect(Set(columns.map(\.id)).count == columns.count)
        #expect(Set(columns.map(\.title.chinese)).count == columns.count)
        #expect(Set(columns.map(\.title.english)).count == columns.count)
        var owners: [String: String] = [:]
        for column in columns {
            for name in [column.id, column.title.chinese, column.title.english] + column.synonyms {
                let owner = owners.updateValue(column.id, forKey: PlainText.key(name))
                #expect(owner == nil || owner == column.id, "\(name) is claimed by \(owner ?? "") and \(column.id)")
            }
            #expect(Set(column.synonyms).count == column.synonyms.count, "\(column.id)")
            #expect(column.id.allSatisfy { $0.isASCII && ($0.isLowercase || $0 == "_") }, "\(column.id)")
        }
    }

    @Test("have unique identifiers, titles and synonyms, so that no header is mistaken")
    func unmistakable() {
        expectUnmistakable(PersonEntry.columns)
        expectUnmistakable(JobEntry.columns)
        expectUnmistakable(EmployerEntry.columns)
    }

    /// Whether the column has this title and is known by these names too.
    private func expect<Entry>(_ columns: [Column<Entry>], _ title: String, _ names: [String]) {
        guard let column = columns.first(where: { $0.title.chinese == title }) else {
            Issue.record("no column \(title)")
            return
        }
        for name in names { #expect([column.id, column.title.english].contains(name) || column.synonyms.contains(name), "\(title): \(name)") }
    }

    @Test("of people are those of the paper", arguments: [
        ("姓名", ["name"]), ("证件号码", ["id_number", "身份证号"]), ("性别", ["sex"]), ("出生日期", ["birth_date"]), ("手机", ["phone", "联系电话"]),
        ("学历", ["education"]), ("常住地", ["place", "住址"]), ("经度", ["lon"]), ("纬度", ["lat"]), ("技能", ["skills"]), ("证书", ["certificates"]),
        ("群体", ["groups"]), ("意向工种", ["wants"]), ("可接受用工形式", ["kinds", "接受类型"]), ("期望月薪", ["wage_min", "最低月薪"]),
        ("意向工作地区", ["areas", "愿去地区"]), ("可外出", ["can_move"]), ("户籍", ["household"]), ("失业登记日期", ["unemployed_since"]),
        ("毕业日期", ["left_school", "离校日期"]), ("从未就业", ["never_employed"]), ("登记日期", ["registered"]), ("状态", ["status"]), ("备注", ["note"]),
        ("民族", []), ("户口性质", []), ("就业创业证号", []), ("失业原因", []), ("毕业院校", []), ("专业", []), ("培训意愿", []), ("创业意愿", []), ("备用联系电话", []),
    ])
    func people(title: String, names: [String]) {
        expect(PersonEntry.columns, title, names)
        #expect(PersonEntry.columns.count == 33)
    }

    @Test("of jobs are those of the paper", arguments: [
        ("单位", ["employer"]), ("统一社会信用代码", ["uscc"]), ("岗位", ["title"]), ("工种", ["occupation"]), ("用工形式", ["kind", "类型"]),
        ("人数", ["headcount"]), ("工作地点", ["place"]), ("经度", ["lon"]), ("纬度", ["lat"]), ("最低月薪", ["wage_min"]), ("最高月薪", ["wage_max"]),
        ("计薪方式", ["pay"]), ("技能要求", ["skills"]), ("证书要求", ["certificates"]), ("学历要求", ["education"]), ("最低年龄", ["age_min"]),
        ("最高年龄", ["age_max"]), ("优先群体", ["prefers"]), ("定向群体", ["only", "限定群体"]), ("包住", ["lodging"]), ("居家", ["remote"]),
        ("危险", ["hazardous"]), ("夜班", ["night"]), ("用工起", ["from"]), ("用工止", ["to"]), ("发布日期", ["posted"]), ("截止日期", ["closes"]),
        ("联系人", ["contact"]), ("联系电话", ["phone"]), ("状态", ["status"]), ("备注", ["note"]),
        ("工作内容", []), ("结算方式", []), ("班次", []), ("食宿", []), ("社会保险", []), ("试用期", []), ("合同期限", []), ("实际用工单位", []), ("岗位核实日期", []),
    ])
    func jobs(title: String, names: [String]) {
        expect(JobEntry.columns, title, names)
        #expect(JobEntry.columns.count == 40)
    }

    @Test("of employers are those of the paper", arguments: [
        ("单位", ["employer"]), ("统一社会信用代码", ["uscc"]), ("单位类型", ["type"]), ("行业", ["industry"]), ("规模", ["size"]), ("所在地", ["place"]),
        ("核实日期", ["verified"]), ("暂停推荐原因", ["barred", "禁荐原因"]), ("联系人", ["contact"]), ("联系电话", ["phone"]), ("备注", ["note"]),
    ])
    func employers(title: String, names: [String]) {
        expect(EmployerEntry.columns, title, names)
        #expect(EmployerEntry.columns.count == 11)
    }

    @Test("that are required are the name and place of people; the employer, title and place of jobs; the name of employers")
    func required() {
        #expect(PersonEntry.columns.filter(\.isRequired).map(\.id) == ["name", "place"])
        #expect(JobEntry.columns.filter(\.isRequired).map(\.id) == ["employer", "title", "place"])
        #expect(EmployerEntry.columns.filter(\.isRequired).map(\.id) == ["employer"])
    }

    @Test("that say who a person is are sealed: name, numbers, address, notes and group tags")
    func personal() {
        let personal = Set(PersonEntry.columns.filter(\.isPersonal).map(\.id))
        #expect(personal.isSuperset(of: ["name", "id_number", "phone", "lon", "lat", "groups", "note", "other_phone", "employment_certificate"]))
        #expect(!JobEntry.columns.contains(where: \.isPersonal) && !EmployerEntry.columns.contains(where: \.isPersonal))
    }

    @Test("found by an identifier are that column alone")
    func byIdentifier() {
        for column in PersonEntry.columns { #expect(PersonEntry.column(column.id)?.title == column.title) }
        #expect(PersonEntry.column("marriage") == nil)
    }

    @Test("have titles that mean one column each, and no aside")
    func titles() {
        func check<Entry: RecordEntry>(_ entry: Entry.Type, _ asides: [String]) {
            var meant: [String: String] = [:]
            for column in Entry.columns {
                for title in Set(([column.id, column.title.chinese, column.title.english] + column.synonyms).map(PlainText.key)) {
                    #expect(meant[title] == nil, "\(title) is \(meant[title] ?? "") and \(column.id)")
                    meant[title] = column.id
                    #expect(Entry.column(titled: title)?.id == column.id)
                }
            }
            for aside in asides { #expect(meant[PlainText.key(aside)] == nil, "\(aside)") }
        }
        check(PersonEntry.self, SheetKind.people.asides)
        check(JobEntry.self, SheetKind.jobs.asides)
        check(EmployerEntry.self, SheetKind.employers.asides)
    }

    @Test("are recognised by what stations, forms and job sites call them", arguments: [
        (SheetKind.jobs, "招聘岗位", "title"), (.jobs, "用工单位", "employer"), (.jobs, "需求人数", "headcount"), (.jobs, "拟招聘人数", "headcount"), (.jobs, "薪酬", "wage_min"), (.jobs, "综合工资", "wage_min"),
        (.jobs, "岗位职责", "duties"), (.jobs, "工作时间", "shifts"), (.jobs, "社保", "insurance"), (.jobs, "单位地址", "place"), (.jobs, "联系方式", "phone"), (.people, "公民身份号码", "id_number"),
        (.people, "家庭住址", "place"), (.people, "现住址", "place"), (.people, "文化程度", "education"), (.people, "求职意向", "wants"), (.people, "期望薪资", "wage_min"), (.people, "就业意向", "wants"),
        (.people, "技能特长", "skills"), (.people, "人员类别", "groups"), (.people, "毕业学校", "school"), (.employers, "企业名称", "employer"), (.employers, "注册地址", "place"),
    ])
    func known(kind: SheetKind, title: String, id: String) {
        #expect(kind.column(titled: title)?.id == id)
    }
}
