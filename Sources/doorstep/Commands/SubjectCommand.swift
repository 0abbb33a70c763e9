import ArgumentParser
import DoorstepCore
import DoorstepExchange
import DoorstepStore
import Foundation

/// What a person may ask of a station that holds their data (Personal
/// Information Protection Law, articles 45 and 47).
struct SubjectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "subject", abstract: .told("本人要求的：查阅复制和删除自己的信息。", "What a person may ask for: a copy of their data, or that they be erased."),
        subcommands: [SubjectExport.self, SubjectErase.self])

    func run() throws { throw MissingSubcommand(command: "subject") }
}

struct SubjectExport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: .told("写出一个人的全部信息：登记内容、每一步办理、谁在何时动过。", "Writes all there is of a person: the record, every step, who did what and when."))

    @Argument(help: .told("求职者的编号。", "The person's identifier.")) var person: String
    @OptionGroup var output: OutputOptions
    @OptionGroup var station: StationOptions

    func run() throws {
        let desk = try Desk.open(station)
        let register = try desk.load().register
        guard let id = RecordID(person), let person = register.people[id] else { throw StepRefusal.unknownPerson(person) }
        let rows = SubjectRows(register: register, catalogue: desk.catalogue, language: desk.language).rows(person)
            + (try desk.store.entries(about: id)).map { entry in
                SubjectRows.row(.journal, desk.language, when: entry.time, what: entry.kind, text: entry.caseworker)
            }
        let sheet = output.asWritten(SheetRows(rows))
        let checkpoint = try desk.noteExport("subject", rows: sheet, isMasked: false)
        let title = desk.title(Phrase("个人信息副本", "copy of personal data"), rows: sheet.count, isMasked: false)
        try output.write(header: SubjectRows.header(desk.language), rows: sheet, about: title, with: checkpoint)
    }
}

struct SubjectErase: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase",
        abstract: .told("删除一个人的信息，不能恢复；统计仍然计数，但查不到是谁。", "Erases a person for good; figures still count them, and name nobody."))

    @Argument(help: .told("求职者的编号。", "The person's identifier.")) var person: String
    @Flag(help: .told("不再询问。", "Do not ask again.")) var yes = false
    @OptionGroup var station: StationOptions

    func run() throws {
        let desk = try Desk.open(station)
        guard let id = RecordID(person) else { throw StepRefusal.unknownPerson(person) }
        if !yes {
            guard isatty(STDIN_FILENO) == 1 else { throw SubjectProblem.notConfirmed }
            FileHandle.standardError.write(
                Data(Phrase("删除后不能恢复，确定请输入 yes：", "What is erased cannot be brought back; type yes to go on: ")(desk.language).utf8))
            guard readLine() == "yes" else { throw SubjectProblem.notConfirmed }
        }
        try desk.erase(id)
        Output.say(
            Phrase(
                "已删除 \(id.text) 的个人信息；以前的备份里还有，请按规定销毁。",
                "The data of \(id.text) are erased; earlier backups still hold them: destroy those as your rules say.")(desk.language))
    }
}

enum SubjectProblem: SayableError {
    case notConfirmed

    var message: Phrase {
        Phrase("没有删除：需要确认，脚本里请加 --yes。", "Nothing was erased: it has to be confirmed; scripts add --yes.")
    }
}
