import ArgumentParser
import DoorstepCore
import DoorstepExchange
import Foundation

/// What a plan is asked for.
struct PlanOptions: ParsableArguments {
    @Option(
        help: .told(
            "total 总分最高，cover 安排的人最多、其中总分最高（默认：cover）。",
            "total: the most points; cover: the most people placed, and of such plans the most points (default: cover)."))
    var goal: PlanSettings.Goal?

    @Option(help: .told("多少分以上的匹配才用，0 到 10000（默认：台站的设置 threshold）。", "From how many points on a match is used, 0 to 10000 (default: the station's setting threshold)."))
    var threshold: Int?

    @Option(help: .told("每个岗位取最合适的多少人、每人取最合适的多少岗位（默认：50）。", "How many of the best people of each job, and jobs of each person, there are to choose from (default: 50)."))
    var top: Int?

    @Option(help: .told("已经说定的一对，岗位编号:求职者编号；或列出它们的文件（job_id,person_id）。可以写多次。", "A pair that is agreed, JOB:PERSON; or a file of them (job_id,person_id). May come more than once."))
    var fix: [String] = []

    @Option(help: .told("不要的一对，岗位编号:求职者编号；或列出它们的文件。可以写多次。", "A pair that is out of the question, JOB:PERSON; or a file of them. May come more than once."))
    var exclude: [String] = []

    @Option(help: .told("优先安排的群体或人，用逗号分开；写多次的，先写的在先。", "Groups or people to be placed first, with commas between them; given more than once, the first before the next."))
    var first: [String] = []

    @Option(help: .told("每个单位最多安排多少人。", "How many one employer gets at the most."))
    var perEmployer: Int?

    func check() throws {
        if let top, top < 1 { throw ValidationError("The value '\(top)' is invalid for '--top'") }
        if let threshold, Points(threshold) == nil { throw ValidationError("The value '\(threshold)' is invalid for '--threshold'") }
        if let perEmployer, perEmployer < 1 { throw ValidationError("The value '\(perEmployer)' is invalid for '--per-employer'") }
    }

    /// One that was given; nil where none was.
    var firstGiven: String? {
        let given = [
            ("--goal", goal != nil), ("--threshold", threshold != nil), ("--top", top != nil), ("--fix", !fix.isEmpty), ("--exclude", !exclude.isEmpty),
            ("--first", !first.isEmpty), ("--per-employer", perEmployer != nil),
        ]
        return given.first { $0.1 }?.0
    }

    func settings(_ matcher: Matcher) throws -> PlanSettings {
        var settings = PlanSettings()
        settings.goal = goal ?? settings.goal
        settings.threshold = threshold.flatMap(Points.init) ?? matcher.settings.threshold
        settings.candidates = top ?? settings.candidates
        settings.perEmployer = perEmployer
        settings.fixed = try fix.flatMap { try pairs($0, "--fix", matcher.register) }
        settings.excluded = Set(try exclude.flatMap { try pairs($0, "--exclude", matcher.register) })
        settings.first = try first.map { try rank($0, matcher) }
        return settings
    }

    /// - Parameter text: a pair, or the name of a file with pairs.
    private func pairs(_ text: String, _ option: String, _ register: Register) throws -> [PlanPair] {
        // An identifier may have a colon of its own.
        let readings = text.indices.filter { text[$0] == ":" || text[$0] == "：" }.compactMap { colon -> PlanPair? in
            guard let job = RecordID(PlainText.trimmed(String(text[..<colon]))), let person = RecordID(PlainText.trimmed(String(text[text.index(after: colon)...])))
            else { return nil }
            return PlanPair(job: job, person: person)
        }
        if let known = readings.first(where: { register.jobs[$0.job] != nil && register.people[$0.person] != nil }) { return [known] }
        if FileManager.default.fileExists(atPath: text) { return try pairs(inFile: text, option) }
        // That one of the two is unknown is said when the plan is made.
        if let pair = readings.first { return [pair] }
        throw PlanProblem.notPair(option: option, text)
    }

    private func pairs(inFile path: String, _ option: String) throws -> [PlanPair] {
        try PlanRows.read(SheetFile(path: path)).map { row in
            guard !row.isBroken, let job = RecordID(row.job), let person = RecordID(row.person) else {
                throw PlanProblem.unreadableRow(file: path, line: row.line, option: option)
            }
            return PlanPair(job: job, person: person)
        }
    }

    private func rank(_ text: String, _ matcher: Matcher) throws(PlanProblem) -> PlanSettings.Rank {
        var rank = PlanSettings.Rank()
        let names = text.split(whereSeparator: { ",，、;；".contains($0) }).map { PlainText.trimmed(String($0)) }.filter { !$0.isEmpty }
        if names.isEmpty { throw .unknownFirst(text, []) }
        for name in names {
            if let group = matcher.catalogue.groups.group(name) {
                rank.groups.insert(group.id)
            } else if let id = RecordID(name), matcher.register.people[id] != nil {
                rank.people.insert(id)
            } else {
                throw .unknownFirst(name, matcher.catalogue.groups.nearest(to: name, count: 3).map(\.name))
            }
        }
        return rank
    }
}
