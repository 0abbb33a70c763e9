import Foundation
import Testing

extension Program {
    /// A store with three people and two jobs, without a passphrase.
    static func smallStation() throws -> Program {
        let program = try Program()
        try program.run("init", "--station", "150784001", "--name", "拉布大林街道", "--no-passphrase")
        try program.take(
            "people", """
                编号,姓名,性别,出生日期,手机,常住地,技能,群体,登记日期
                P1,巴特尔,男,1990-05-01,15400000001,拉布大林街道,焊工:高级工,退役军人,2026-10-01
                P2,张三,男,1985-03-02,15400000002,拉布大林街道,焊工:初级工,,2026-10-11
                P3,王芳,女,1992-07-03,15400000003,黑山头镇,,,2026-10-21
                """)
        try program.take(
            "jobs", """
                编号,单位,岗位,工作地点,所需技能,招聘人数,发布日期
                J1,三河糖业,氩弧焊工,拉布大林街道,焊工,3,2026-10-31
                J2,口岸物流园,叉车司机,黑山头镇,叉车司机,1,2026-11-03
                """)
        return program
    }

    /// Imports a sheet.
    func take(_ kind: String, _ sheet: String, location: SourceLocation = #_sourceLocation) throws {
        let file = folder.appendingPathComponent("\(kind)-\(UUID().uuidString).csv")
        try (sheet + "\n").write(to: file, atomically: true, encoding: .utf8)
        let result = try run("import", kind, file.path, "--on", "2026-11-21")
        #expect(result.code == 0, "\(result.errors)", sourceLocation: location)
    }

    /// The console on it, in a terminal.
    func console(columns: Int = 80, rows: Int = 24, terminal: String = "tmux-256color", _ options: String = "") throws -> Tmux {
        try Tmux(self, columns: columns, rows: rows, terminal: terminal, command: "'\(Program.path)' --lang zh --on 2026-11-21 --caseworker 乌兰 \(options)")
    }
}
