import DoorstepCore

@testable import DoorstepConsole

/// Folders and sheets that are made up, as the program would find them.
enum SampleFiles {
    static let home = "/home/wulan"

    private static let folders: [String: [FolderListing.Entry]] = [
        "/": [folder("home")],
        "/home": [folder("wulan")],
        home: [
            folder("表格"), folder(".cache"), file("岗位.xlsx", 48_210), file("求职登记表.csv", 1_310_720), file("notes.pdf", 900), file("readme", 20),
        ],
        home + "/表格": [file("家政.csv", 812), file("坏.csv", 3), file("名单.csv", 240)],
    ]

    private static func folder(_ name: String) -> FolderListing.Entry { FolderListing.Entry(name: name, isFolder: true, changed: day) }

    private static func file(_ name: String, _ size: Int) -> FolderListing.Entry { FolderListing.Entry(name: name, isFolder: false, size: size, changed: day) }

    private static let day = Day(iso: "2026-11-20")

    /// What really stands in a file; the others are made up whole. Of its rows
    /// the first may be P1, the third the second.
    static func text(of file: String) -> String? {
        if file == "遮盖.csv" { return "姓名,住址,手机\n" + (1...60).map { "甲\($0),黑山头镇,154****\($0 + 1000)\n" }.joined() }
        return file == "名单.csv"
            ? """
            姓名,出生日期,手机,住址,备注
            巴特尔,1990-05-01,15400000001,黑山头镇,搬了家
            新来的,1988-03-02,15400000009,黑山头镇,
            新来的,1988-03-02,15400000009,拉布大林街道,又一次
            娜仁,1979-09-09,15400000007,黑山头镇,

            """ : nil
    }

    /// Nil where there is no such folder.
    static func listing(_ path: String?) -> FolderListing? {
        let path = path ?? home
        return folders[path].map { FolderListing(path: path, home: home, all: $0) }
    }

    /// Nil where the file is none of that kind.
    static func sheet(_ request: IntakeRequest) -> UnderstoodSheet? {
        switch request.fileName {
        case "求职登记表.csv": people(request.kind ?? .people)
        case "岗位.xlsx": jobs(request)
        case "家政.csv":
            UnderstoodSheet(
                kind: .people, file: "家政.csv", header: 1...1, headerRows: [],
                columns: [
                    UnderstoodColumn(position: 0, title: "姓名", meaning: .column("name"), reason: .name, samples: ["王芳"]),
                    UnderstoodColumn(position: 1, title: "哪里人", meaning: .ignored, reason: .unknown, samples: ["拉布大林"]),
                ])
        default: nil
        }
    }

    private static func people(_ kind: SheetKind) -> UnderstoodSheet? {
        guard kind == .people else { return nil }
        func column(_ position: Int, _ title: String, _ meaning: ColumnMeaning, _ reason: UnderstoodColumn.Reason, _ samples: [String]) -> UnderstoodColumn {
            UnderstoodColumn(position: position, title: title, meaning: meaning, reason: reason, samples: samples)
        }
        return UnderstoodSheet(
            kind: .people, file: "求职登记表.csv", header: 3...3, headerRows: [],
            columns: [
                column(0, "序号", .ignored, .unknown, ["1", "2", "3", "4", "5"]),
                column(1, "姓名", .column("name"), .name, ["张三", "王芳", "巴特尔", "李\u{1B}[2J四", "高娃"]),
                column(2, "身份证号", .column("id_number"), .name, ["150784199005010013", "", "150784198511230025", "", "150784200001010031"]),
                column(3, "", .column("phone"), .content(percent: 92), ["15400000001", "15400000002", "", "15400000004", "15400000005"]),
                column(4, "婚否", .aside("婚否"), .name, ["已婚", "未婚", "", "", "已婚"]),
                column(5, "住址", .column("place"), .name, ["拉布大林", "拉布大林街道", "黑山头镇", "", "额尔古纳市"]),
            ])
    }

    private static func jobs(_ request: IntakeRequest) -> UnderstoodSheet? {
        let sheet = request.sheet ?? "在招"
        return UnderstoodSheet(
            kind: request.kind ?? .jobs, file: "岗位.xlsx", sheet: sheet, sheets: ["在招", "说明"], header: 1...1, headerRows: [],
            columns: [
                UnderstoodColumn(position: 0, title: "单位", meaning: .column("employer"), reason: .name, samples: [sheet]),
                UnderstoodColumn(position: 1, title: "岗位", meaning: .column("title"), reason: .name, samples: ["焊工"]),
                UnderstoodColumn(position: 2, title: "工作地点", meaning: .column("place"), reason: .name, samples: ["黑山头镇"]),
            ])
    }

    /// What trying its rows comes to.
    static func report(_ sheet: UnderstoodSheet) -> IntakeReport {
        var counts = IntakeCounts()
        counts.rows = 1217
        counts.people = IntakeCounts.Tally(new: 1203, changed: 9, unchanged: 3)
        counts.refused = 2
        counts.warnings = 1
        return IntakeReport(
            counts: counts,
            refusals: [
                IntakeNote(
                    line: 12, reason: Phrase("证件号码“150784199005010014”：校验码不对", "identity number “150784199005010014”: the check digit is wrong"),
                    cells: ["9", "李四", "150784199005010014", "15400000009", "", "拉布大林"]),
                IntakeNote(line: 40, reason: Phrase("常住地：必填，这里是空的", "place: required, and empty"), cells: ["37", "赵燕", "", "", "", ""]),
            ],
            warnings: [IntakeNote(line: 3, reason: Phrase("“婚否”不保存，已略去。", "“婚否” is not kept and was dropped."), cells: ["1", "张三"])])
    }
}
