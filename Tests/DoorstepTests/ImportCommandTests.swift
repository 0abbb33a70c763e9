import Foundation
import Testing

/// Sheets as they come: what `doorstep import` makes of them.
@Suite("doorstep import")
struct ImportCommandTests {
    private func station(_ sheets: [String: String]) throws -> Program {
        let program = try Program()
        try program.run("init", "--station", "150784001", "--name", "拉布大林街道", "--no-passphrase")
        for (name, text) in sheets { try Data(text.utf8).write(to: program.folder.appendingPathComponent(name)) }
        return program
    }

    private func people(_ program: Program) throws -> [String] {
        try program.run("export", "people", "--unmasked", "--yes", "--format", "csv").lines.dropFirst().map { $0 }
    }

    @Test("a dry run says what each column is taken for, and stores nothing")
    func dryRun() throws {
        let program = try station(["p.csv": "求职登记\n姓名,在哪,电话\n张三,拉布大林街道,15400000001\n"])
        defer { program.remove() }
        let result = try program.run("import", "people", "p.csv", "--dry-run")
        #expect(result.code == 0)
        #expect(result.errors.contains("表头在第 2 行"))
        #expect(result.errors.contains("“在哪”列 -> 常住地（按内容 100%）"))
        #expect(!result.errors.contains("张三") && !result.errors.contains("15400000001"), "nobody's data are shown")
        #expect(try people(program) == [])
    }

    @Test("what is guessed by content is said with the import; --map says otherwise")
    func guessed() throws {
        let program = try station(["p.csv": "姓名,曾用名,在哪,电话\n张三,张小三,拉布大林街道,15400000001\n"])
        defer { program.remove() }
        let result = try program.run("import", "people", "p.csv", "--map", "姓名=曾用名", "--map=-=电话")
        #expect(result.code == 0)
        #expect(result.errors.contains("按内容认作“常住地”"))
        let row = try #require(try people(program).first)
        #expect(row.contains("张小三") && !row.contains("15400000001"))
    }

    @Test("a map that fits no column is one sentence, with exit code 2, and nothing stored", arguments: ["手机", "手机=丁", "工资=#1", "手机=#99"])
    func badMap(map: String) throws {
        let program = try station(["p.csv": "姓名,住址\n张三,拉布大林街道\n"])
        defer { program.remove() }
        let result = try program.run("import", "people", "p.csv", "--map", map)
        #expect(result.code == 2)
        #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
        #expect(result.errors.contains("--map"))
        #expect(try people(program) == [])
    }

    @Test("a list in GB 2312 with its header on each of 38 pages is read whole")
    func pages() throws {
        let program = try station([:])
        defer { program.remove() }
        var text = ""
        for page in 0..<38 {
            text += "职位,公司名字,工作城市,薪资,学历,招聘人数,发布时间\n"
            for row in 0..<20 { text += "焊工\(row),额尔古纳第\(page)工厂,额尔古纳市,4.5-6千/月,大专,招若干人,2026-11-0\(row % 9 + 1)\n" }
        }
        try Data(text.utf8).write(to: program.folder.appendingPathComponent("utf8.csv"))
        let converted = try Program.launch(
            "/usr/bin/iconv", ["-f", "UTF-8", "-t", "GB2312", "-o", "list.csv", "utf8.csv"], program.environment, in: program.folder)
        #expect(converted.code == 0, "\(converted.errors)")
        let result = try program.run("import", "jobs", "list.csv")
        #expect(result.code == 0, "\(result.errors.suffix(500))")
        #expect(result.errors.contains("岗位新增 760、更新 0、未变 0；单位新增 38"), "\(result.errors.suffix(300))")
    }

    @Test("a list of advertisements from everywhere: rows stored and rows refused are the rows read")
    func everywhere() throws {
        let places = ["额尔古纳市", "湖北省武汉", "上海-闵行区", "海拉尔区", "北京北京朝阳区", "", "呼伦贝尔市"]
        let wages = ["4.5-6千/月", "0.8-1万/月", "1.5-2.5万·14薪", "面议", "200元/天", "20-30万/年", "", "看着给"]
        var text = "岗位名称,公司名称,工作地点,薪资,学历,经验,招聘人数\n"
        let count = 4_581
        for row in 0..<count {
            text += "工程师\(row),某某\(row % 900)有限公司,\(places[row % places.count]),\(wages[row % wages.count]),\(row % 11 == 0 ? "招2人" : "本科"),3-4年经验,招\(row % 5 + 1)人\n"
        }
        let program = try station(["ads.csv": text])
        defer { program.remove() }
        let result = try program.run("import", "jobs", "ads.csv", "--rejects", "rejects.csv")
        #expect(result.code == 1)
        let rejects = try String(contentsOf: program.folder.appendingPathComponent("rejects.csv"), encoding: .utf8).split(whereSeparator: \.isNewline).count - 1
        let stored = try program.run("search", "jobs", "", "--format", "csv").lines.count - 1
        #expect(rejects + stored == count)
        #expect(rejects > 0 && stored > 0)
        #expect(result.errors.contains("拒收 \(rejects) 行"))
    }

    @Test("a list without a header is told by what it holds")
    func headless() throws {
        let program = try station(["ads.csv": "焊工,额尔古纳糖业有限公司,额尔古纳市,4-6千/月,大专,招2人\n司机,额尔古纳物流有限公司,海拉尔区,8千-1.2万,高中,招若干人\n"])
        defer { program.remove() }
        let result = try program.run("import", "jobs", "ads.csv")
        #expect(result.code == 0)
        #expect(result.errors.contains("岗位新增 2"))
    }

    @Test("a header and nothing below it is said to be that")
    func headerOnly() throws {
        let program = try station(["p.csv": "姓名,住址\n"])
        defer { program.remove() }
        let result = try program.run("import", "people", "p.csv")
        #expect(result.code == 2)
        #expect(result.errors == "p.csv：只有表头，没有数据行，请核对文件。\n")
    }

    @Test("very many refusals and warnings are summed up on the screen, written whole to the file of rejects, and add up to the rows read")
    func summed() throws {
        let rows = (0..<500).map { "无名\($0),\($0 % 2 == 0 ? "拉布大林街道" : ""),秘制活\($0)\n" }.joined()
        let program = try station(["p.csv": "姓名,住址,技能\n" + rows])
        defer { program.remove() }
        let result = try program.run("import", "people", "p.csv", "--rejects", "r.csv")
        #expect(result.code == 1)
        let lines = result.errors.split(separator: "\n")
        #expect(lines.count < 240, "\(lines.count) lines")
        #expect(result.errors.contains("另有 230 条与第 2 行同类"))
        #expect(result.errors.contains("拒收 另有 50 行，全部写进 r.csv"))
        #expect(lines.last == "已读入：求职者新增 250、更新 0、未变 0；拒收 250 行；提醒 250 条（日志第 2 条）。共读 500 行。", "\(lines.last ?? "")")
        let rejects = try String(contentsOf: program.folder.appendingPathComponent("r.csv"), encoding: .utf8)
        #expect(rejects.split(whereSeparator: \.isNewline).count == 251)
        let english = try program.run("import", "people", "p.csv", "--dry-run", "--lang", "en")
        #expect(english.errors.contains("refused: and 50 further rows; --rejects FILE writes all of them") && english.errors.contains(". 500 rows read."), "\(english.errors.suffix(300))")
    }
}
