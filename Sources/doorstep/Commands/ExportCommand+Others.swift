import DoorstepCore
import DoorstepExchange

/// What goes to others: the lists that are published, and jobs under others'
/// names.
extension ExportCommand {
    func checkOptions() throws {
        if published, profile != nil { throw ProfileProblem.published }
        if published, kind != .people, kind != .jobs { throw PublishedProblem.noList }
        if published, unmasking.unmasked { throw PublishedProblem.alwaysMasked }
        guard let profile else { return }
        guard kind == .jobs else { throw ProfileProblem.onlyJobs(profile) }
        if profile == .jobposting, let format = output.format, format != .json, format != .jsonl { throw ProfileProblem.onlyJSON(profile) }
    }

    /// 岗位清单 or 人员清单.
    func publish(_ loaded: LoadedStation, _ positions: [Int], _ desk: Desk) throws {
        let register = loaded.register
        let matcher = Matcher(register: register, catalogue: desk.catalogue, settings: loaded.settings.matching, day: desk.day)
        let (header, rows): ([String], [[SheetValue]]) =
            switch kind {
            case .people:
                (
                    PublishedPeople.header(desk.language),
                    positions.compactMap { PublishedPeople.row(register.people[$0], matcher, telephone: loaded.settings.telephone, desk.language) }
                )
            default: (PublishedJobs.header(desk.language), positions.compactMap { PublishedJobs.row(register.jobs[$0], matcher, desk.language) })
            }
        let sheet = output.asWritten(SheetRows(rows))
        let checkpoint = try desk.noteExport("published-\(kind.rawValue)", query: query ?? "", rows: sheet, isMasked: true)
        let name = kind == .people ? Phrase("人员清单", "people, published list") : Phrase("岗位清单", "jobs, published list")
        try output.write(header: header, rows: sheet, about: desk.title(name, query: query ?? "", rows: sheet.count, isMasked: true), with: checkpoint)
    }

    /// The jobs that are open: others take a posting for one that can be
    /// applied for.
    func write(_ profile: ExchangeProfile, _ jobs: [Job], _ register: Register, _ desk: Desk) throws {
        let open = jobs.filter { job in job.status == .open && job.closes.map { desk.day <= $0 } ?? true && register.employers[job.employer]?.isBarred != true }
        if open.count < jobs.count {
            let left = jobs.count - open.count
            Output.say(Phrase("不再招人的 \(left) 个岗位没有写出。", "\(left) jobs that are not open were left out.")(desk.language))
        }
        let isMasked = !unmasking.unmasked
        switch profile {
        case .national:
            let rows = output.asWritten(SheetRows(open) { NationalSheet.row($0, register, desk.catalogue, isMasked: isMasked) })
            let checkpoint = try desk.noteExport("jobs-national", query: query ?? "", rows: rows, isMasked: isMasked)
            try output.write(header: NationalSheet.header, rows: rows, with: checkpoint)
        case .jobposting:
            let postings = JobPosting(register: register, catalogue: desk.catalogue, isMasked: isMasked)
            let lines = open.map { postings.line($0) }
            let rows = lines.map { [SheetValue.text(String(decoding: $0.dropLast(), as: UTF8.self))] }
            let checkpoint = try desk.noteExport("jobs-jobposting", query: query ?? "", rows: rows, isMasked: isMasked)
            try output.write(output.writtenFormat == .jsonl ? lines.flatMap(\.self) : postings.document(open), with: checkpoint)
        }
    }
}

/// Why there is no such published list.
enum PublishedProblem: SayableError {
    case noList
    case alwaysMasked

    var message: Phrase {
        switch self {
        case .noList: Phrase("--published 只有 jobs（岗位清单）和 people（人员清单）。", "--published has lists of jobs and of people alone.")
        case .alwaysMasked:
            Phrase("公布的清单总是遮盖个人信息，请去掉 --unmasked。", "A published list always masks personal data; leave --unmasked out.")
        }
    }
}
