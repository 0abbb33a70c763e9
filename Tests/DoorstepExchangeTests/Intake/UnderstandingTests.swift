import DoorstepCore
import DoorstepExchange
import Testing

@Suite("What the columns of a sheet mean is found out")
struct UnderstandingTests {
    private let station: EmptyStation

    init() throws { station = try EmptyStation() }

    // MARK: - The header

    @Test("a header is found below a title and notes, with stars, units and blanks in its titles")
    func below() throws {
        let sheet = try station.understood(
            """
            春风行动求职登记表,,,,
            填表单位：拉布大林街道,,,,
            ,,,,
            序 号,*姓 名,联系电话（手机）,现住址/常住地,期望月薪（元）：
            1,张三,13800138000,拉布大林街道,3000
            """, as: .people)

        #expect(sheet.header == 4...4)
        #expect(sheet.words == ["-", "name", "phone", "place", "wage_min"])
        #expect(sheet.doubts == [], "a number of rows is nothing to speak of")
        #expect(sheet.columns[1].samples == ["张三"])
    }

    @Test("a header of two rows is one: a title over its parts, or merged with the row below")
    func twoRows() throws {
        let rows = [
            "单位,岗位,薪资,,年龄,,工作地点\n,,最低,最高,下限,上限,",
            // As a workbook gives merged cells.
            "单位,岗位,薪资,薪资,年龄,年龄,工作地点\n单位,岗位,最低,最高,下限,上限,工作地点",
        ]
        for header in rows {
            let sheet = try station.understood(header + "\n甲厂,焊工,4000,6000,18,45,拉布大林街道\n", as: .jobs)
            #expect(sheet.header == 1...2)
            #expect(sheet.words == ["employer", "title", "wage_min", "wage_max", "age_min", "age_max", "place"])
            let plan = try station.plan(header + "\n甲厂,焊工,4000,6000,18,45,拉布大林街道\n", as: .jobs)
            #expect(plan.rowCount == 1 && plan.jobs.records.first?.highestAge == 45)
            #expect(plan.jobs.records.first?.wage.highest?.description == "6000")
        }
    }

    @Test("a first row of data is no second row of the header")
    func dataBelow() throws {
        // Words that are titles elsewhere stand in data as well.
        let sheet = try station.understood("姓名,住址,备注\n张三,拉布大林街道,姓名\n", as: .people)
        #expect(sheet.header == 1...1)
        #expect(try station.plan("姓名,住址,备注\n张三,拉布大林街道,电话\n", as: .people).people.newCount == 1)
    }

    @Test("a header and title that are repeated on every page are no rows")
    func repeated() throws {
        let page = "岗位清单,,\n单位,岗位,工作地点\n甲厂,焊工,拉布大林街道\n"
        let plan = try station.plan(String(repeating: page, count: 38), as: .jobs)
        #expect(plan.rowCount == 38)
        #expect(plan.refusals.isEmpty)
    }

    @Test("page numbers, sums and who filled the form in are no rows", arguments: [
        "第2页,,", ",第 2 页 共 37 页,", "－ 2 －,,", "共37页,第2页,", "Page 2 of 37,,", "合计,2,", "合计：2人,,", "本页小计,,6000", "填表人：李四,,审核人：", "填表人：李四（虚构）,联系电话：0470-6800000,填报日期：2026年11月",
        "注：本表一式两份,,",
    ])
    func pageLines(line: String) throws {
        let text = "姓名,住址,期望月薪\n张三,拉布大林街道,3000\n\(line)\n李四,拉布大林街道,3000\n"
        let plan = try station.plan(text, as: .people)
        #expect(plan.rowCount == 2 && plan.people.newCount == 2 && plan.refusals.isEmpty && plan.warnings.isEmpty)
    }

    @Test("what only looks a little like one is a row", arguments: [
        ("合计,拉布大林街道,3000", 1), ("第二页,拉布大林街道,", 1), ("填表人：李四,拉布大林街道,3000", 1), ("注：见背面,拉布大林街道,", 1), ("李四,,3000", 0), ("第2页,第3页,第4页", 0), ("合计,若干,", 0),
    ])
    func rowsLikePageLines(line: String, stored: Int) throws {
        let plan = try station.plan("姓名,住址,期望月薪\n张三,拉布大林街道,3000\n\(line)\n", as: .people)
        #expect(plan.rowCount == 2 && plan.people.newCount == 1 + stored && plan.refusals.count == 1 - stored)
    }

    @Test("of two columns with one meaning the first is read, and the other is said")
    func twice() throws {
        let sheet = try station.understood("姓名,住址,手机,联系电话\n张三,拉布大林街道,13800138000,13900139000\n", as: .people)
        #expect(sheet.words == ["name", "place", "phone", "-"])
        #expect(sheet.columns[3].reason == .repeated)
        #expect(sheet.doubts.count == 1)
    }

    // MARK: - By what columns hold

    @Test("columns under titles that say nothing are told by what they hold, and that is said")
    func content() throws {
        let sheet = try station.understood(
            """
            姓名,在哪住,怎么找,文化
            张三,拉布大林街道,13800138000,高中
            李四,额尔古纳市,139 0013 9000,大专
            王五,上库力街道,13700137000,初中毕业
            """, as: .people)
        #expect(sheet.words == ["name", "place", "phone", "education"])
        #expect(sheet.columns[2].reason == .content(percent: 100))
        #expect(sheet.doubts.count == 3)
    }

    @Test("a sheet without a header is told by what it holds")
    func headless() throws {
        let jobs = "焊工,额尔古纳糖业有限公司,额尔古纳市,4-6千/月,本科,招2人\n司机,满洲里物流有限公司,海拉尔区,8千-1.2万,大专,招若干人\n"
        #expect(try station.understood(jobs, as: .jobs).words == ["title", "employer", "place", "wage_min", "education", "headcount"])
        #expect(try station.understood(jobs, as: .jobs).header == nil)
        #expect(try station.plan(jobs, as: .jobs).jobs.newCount == 2, "the first row is data")

        let people = "张三,男,150784199604090000,拉布大林街道,13800138000\n李四,女,,额尔古纳市,13900139000\n"
        #expect(try station.understood(people, as: .people).words == ["name", "sex", "id_number", "place", "phone"])
    }

    @Test("what is no sheet of ours is none, whatever its cells look like", arguments: SheetKind.allCases)
    func foreign(kind: SheetKind) throws {
        let texts = [
            "DATE,TIME,Qty,PRODUCTID,Price\n2020-01-01,10:00,3,17,4.5\n", "a\n", "1,2,3\n4,5,6\n", "张三\n李四\n", ",,,\n,,,\n", "\"\n", "\u{0}\n",
        ]
        for text in texts { #expect(throws: SheetError.self) { try station.plan(text, as: kind) } }
    }

    @Test("a header without rows is said to be one")
    func headerOnly() throws {
        #expect(throws: SheetError.noRows(file: "表.csv")) { try station.plan("姓名,住址\n", as: .people) }
        #expect(throws: SheetError.noRows(file: "表.csv")) { try station.plan("姓名,住址\n\n,\n姓名,住址\n", as: .people) }
    }

    @Test("a header that lacks a required column names it; a sheet with identifiers may lack some")
    func missing() throws {
        #expect(throws: SheetError.missingColumn(file: "表.csv", line: 1, Phrase("常住地", "place"))) {
            try station.plan("姓名,学历\n张三,高中\n", as: .people)
        }
        #expect(try station.understood("编号,学历\nP1,高中\n", as: .people).missing == [])
    }

    @Test("a row of more columns than any sheet has is refused as such")
    func wide() throws {
        let text = String(repeating: "a,", count: 3_000) + "\n"
        #expect(throws: SheetError.tooWide(file: "表.csv", line: 1, columns: 3_001)) { try station.plan(text, as: .people) }
        // And one of a million is not even read to its end.
        #expect(throws: SheetError.self) { try station.plan(String(repeating: "a,", count: 1_000_000) + "\n", as: .people) }
    }

    @Test("the kind is found by what most columns are", arguments: [SheetKind.people, .jobs, .employers, .distances])
    func kinds(kind: SheetKind) throws {
        let text = switch kind {
        case .people: "姓名,手机,住址\n张三,13800138000,拉布大林街道\n"
        case .jobs: "单位,岗位,工作地点,月薪\n甲厂,焊工,拉布大林街道,4000\n"
        case .employers: "单位名称,社会信用代码,所属行业\n甲厂,,制造业\n"
        case .distances: "起,止,公里\n拉布大林街道,上库力街道,24\n"
        }
        let found = try station.understanding.kinds(of: SheetFile(name: "表.csv", bytes: Array(text.utf8)))
        #expect(found.first?.kind == kind)
    }

    // MARK: - What somebody says of columns

    @Test("what is said of a column outranks what is found out, by title or number")
    func mapped() throws {
        let text = "姓名,曾用名,住址,手机,家里电话\n张三,张小三,拉布大林街道,13800138000,13900139000\n"
        let sheet = try station.understood(text, as: .people, ["phone=家里电话", "姓名 = #2", "-=住址", "place=#3"])
        #expect(sheet.words == ["-", "name", "place", "-", "phone"])
        #expect(sheet.columns[4].reason == .chosen)
        #expect(try station.plan(text, as: .people, ["姓名=曾用名"]).people.records.first?.name == "张小三")
    }

    @Test("a row with the titles that are named is the header, though nothing else in it is known")
    func mappedHeader() throws {
        let sheet = try station.understood("清单,,\n甲,乙,丙\n某厂,焊工,拉布大林街道\n", as: .jobs, ["employer=甲", "title=乙", "place=丙"])
        #expect(sheet.header == 2...2)
        #expect(sheet.words == ["employer", "title", "place"])
    }

    @Test("what cannot be said of columns is refused in words")
    func mapRefused() throws {
        #expect(throws: ColumnMapError.noSign("手机")) { try ColumnMap(["手机"], .people) }
        #expect(throws: ColumnMapError.unknownField("岗位", .people)) { try ColumnMap(["岗位=a"], .people) }
        #expect(throws: SheetError.map(file: "表.csv", .noColumn("丁", in: ["姓名", "住址"]))) {
            try station.understood("姓名,住址\n张三,拉布大林街道\n", as: .people, ["手机=丁"])
        }
        #expect(throws: SheetError.self) { try station.understood("姓名,住址\n张三,拉布大林街道\n", as: .people, ["手机=#9"]) }
    }

    // MARK: - Always

    @Test("rows refused and rows stored are the rows read, whatever the sheet")
    func adds() throws {
        var random = SeededRandom(seed: 20_261_129)
        let cells = ["张三", "", "拉布大林街道", "火星", "13800138000", "150784199604090000", "1507", "高中", "x", "面议", "2026-11-21", "\"", "单位,岗位", "=1+1", "4-6千"]
        for round in 0..<60 {
            let kind = [SheetKind.people, .jobs, .employers].randomElement(using: &random) ?? .people
            let titles = switch kind {
            case .people: "姓名,住址,身份证号,学历,期望月薪"
            case .jobs: "单位,岗位,工作地点,学历,薪资"
            default: "单位,所在地,行业,核实日期,备注"
            }
            var text = titles + "\n甲厂,焊工,拉布大林街道,,\n"
            for _ in 0..<Int.random(in: 0..<20, using: &random) {
                var row: [String] = []
                for _ in 0..<Int.random(in: 1..<8, using: &random) { row.append(cells.randomElement(using: &random) ?? "") }
                text += row.joined(separator: ",") + "\n"
            }
            let plan = try station.plan(text, as: kind)
            let stored = switch kind {
            case .people: plan.people.newCount + plan.people.changedCount + plan.people.unchangedCount
            case .jobs: plan.jobs.newCount + plan.jobs.changedCount + plan.jobs.unchangedCount
            default: plan.employers.newCount + plan.employers.changedCount + plan.employers.unchangedCount
            }
            #expect(stored + plan.refusals.count == plan.rowCount, "round \(round): \(text)")
        }
    }
}
