import ArgumentParser
import DoorstepCore
import DoorstepStore

/// Records a service, or takes one back. Standard output is its number alone.
struct ServeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: .told("记一次服务：给谁或哪个岗位做了什么。", "Records a service: what was done for a person or about a job."),
        discussion: .told(
            "种类：\(Phrase.list(ServiceKind.allCases.map { Phrase($0.rawValue + " " + $0.phrase.chinese, "") }).chinese)。岗位只有 reception、policy-advice、verification、call。",
            "Kinds: \(ServiceKind.allCases.map(\.rawValue).joined(separator: ", ")); of a job: reception, policy-advice, verification, call."))

    @Argument(help: .told("求职者或岗位的编号。", "The identifier of the person or job."))
    var record: String

    @Argument(help: .told("服务的种类，中文英文都行。", "The kind of service, in either language."))
    var kind: String?

    @Option(help: .told("做的日期（默认：--on）。", "The day it was done (default: --on)."))
    var date: Day?

    @Option(help: .told("值得记下的话。", "What is worth remembering."))
    var note = ""

    @Option(help: .told("电话的结果：reached 接通、no-answer 未接、out-of-service 停机、postponed 改约。", "What came of a call: reached, no-answer, out-of-service, postponed."))
    var outcome: String?

    @Option(help: .told("改约到哪一天。", "The day agreed on for the next try."))
    var again: Day?

    @Option(help: .told("为的哪一笔推荐。", "The placement that it was about."))
    var placement: String?

    @Option(help: .told("撤销这个记录的第几次服务（编号见 serve 的输出）。", "Takes back the record's service of this number, as serve wrote it."))
    var takeBack: Int?

    @OptionGroup var station: StationOptions

    func validate() throws {
        if takeBack == nil, kind == nil { throw ValidationError("Missing expected argument '<kind>'") }
        if takeBack != nil, kind != nil { throw ValidationError("Unexpected argument '\(kind ?? "")'") }
    }

    func run() throws {
        let desk = try Desk.open(station)
        let register = try desk.loadTelling().register
        guard let id = RecordID(record) else { throw ServiceRefusal.unknown(record) }
        let subject: Service.Subject = register.people[id] == nil && register.jobs[id] != nil ? .job(id) : .person(id)
        let draft = try draft(subject, register, desk.day)
        try register.admit(draft, asOf: desk.day)
        let service = try desk.record(draft).service
        print(service.number)
        let what = service.told + Phrase(verbatim: " \(id.text)")
        let done = service.takesBack == nil ? Phrase("已记：", "Recorded: ") : Phrase("已撤销：", "Took back: ")
        Output.say((done + what + Phrase("。", "."))(desk.language))
    }

    private func draft(_ subject: Service.Subject, _ register: Register, _ today: Day) throws -> ServiceDraft {
        let date = date ?? today
        let text = PlainText.trimmed(note)
        if let takeBack {
            guard let service = register.services(of: subject).first(where: { $0.number == takeBack }) else { throw ServiceRefusal.nothingToTakeBack(number: takeBack) }
            return ServiceDraft(subject, service.kind, placement: service.placement, takesBack: takeBack, date: date, note: text)
        }
        guard let kind = ServiceKind.read(kind ?? "") else { throw ServeProblem.unknownKind(kind ?? "") }
        let outcome = try outcome.map { text in
            guard let outcome = CallOutcome.read(text) else { throw ServeProblem.unknownOutcome(text) }
            return outcome
        }
        let about = try placement.map { text in
            guard let id = try LetterNumber.placement(text) else { throw StepRefusal.unknownPlacement(text) }
            return id
        }
        return ServiceDraft(subject, kind, outcome: outcome ?? (again == nil ? nil : .postponed), placement: about, again: again, date: date, note: text)
    }
}

extension Desk {
    /// Saves a service that was admitted.
    func record(_ draft: ServiceDraft) throws -> (service: Service, sequence: Int) {
        let saved = try commit(.service(draft))
        guard let service = saved.service else { throw StoreError.failed(code: 0) }
        return (service, saved.sequence)
    }
}

/// What is called by no name.
enum ServeProblem: SayableError {
    case unknownKind(String)
    case unknownOutcome(String)

    var message: Phrase {
        switch self {
        case .unknownKind(let text):
            Phrase("没有叫“\(text)”的服务，请写 ", "There is no service “\(text)”; write one of ") + ServeProblem.names(ServiceKind.self)
        case .unknownOutcome(let text):
            Phrase("没有叫“\(text)”的电话结果，请写 ", "A call cannot come to “\(text)”; write one of ") + ServeProblem.names(CallOutcome.self)
        }
    }

    private static func names<T: Term>(_ terms: T.Type) -> Phrase {
        Phrase.list(T.allCases.map { Phrase($0.phrase.chinese, $0.rawValue) }) + Phrase("。", ".")
    }
}
