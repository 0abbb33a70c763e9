import ArgumentParser
import DoorstepCore
import DoorstepExchange

struct AddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: .told("新增一条记录，标准输出只写它的编号：add people 姓名=张三 常住地=拉布大林街道。", "Makes one record; standard output is its identifier alone: add people name=NAME place=PLACE."))

    @Argument(help: .told("people 求职者、jobs 岗位、employers 单位。", "people, jobs or employers."))
    var kind: RecordsArgument

    @Argument(help: .told("字段=内容，字段名与表头相同。", "FIELD=VALUE, the fields named as in a sheet's header."))
    var fields: [String]

    @OptionGroup var station: StationOptions

    func run() throws {
        let kind = try kind.editable()
        let desk = try Desk.open(station)
        let saved = try desk.save(try FieldArguments.read(fields, kind), kind, before: nil, try desk.load().register)
        print(saved.text)
    }
}

struct SetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: .told("修改一条记录：set people 编号 手机=13800000000；内容留空就清除。", "Changes one record: set people ID phone=NUMBER; an empty value clears the field."))

    @Argument(help: .told("people 求职者、jobs 岗位、employers 单位。", "people, jobs or employers."))
    var kind: RecordsArgument

    @Argument(help: .told("编号。", "The identifier."))
    var id: String

    @Argument(help: .told("字段=内容，字段名与表头相同。", "FIELD=VALUE, the fields named as in a sheet's header."))
    var fields: [String]

    @OptionGroup var station: StationOptions

    func run() throws {
        let kind = try kind.editable()
        let desk = try Desk.open(station)
        let changed = try FieldArguments.read(fields, kind)
        let register = try desk.load().register
        let before = try RecordProblem.find(kind, id, register)
        if let absence = before.absence { throw StepRefusal.absent(record: before.id, absence.standing) }
        _ = try desk.save(changed, kind, before: before, register)
    }
}

struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: .told("写出一条记录的每个字段。", "Writes every field of one record."))

    @Argument(help: .told("people 求职者、jobs 岗位、employers 单位。", "people, jobs or employers."))
    var kind: RecordsArgument

    @Argument(help: .told("编号。", "The identifier."))
    var id: String

    @OptionGroup var unmasking: Unmasking
    @OptionGroup var output: OutputOptions
    @OptionGroup var station: StationOptions

    func run() throws {
        let kind = try kind.editable()
        let desk = try Desk.open(station)
        try unmasking.confirm(desk.language)
        let record = try RecordProblem.find(kind, id, desk.load().register)
        let texts = record.texts(desk.catalogue, desk.language)
        var rows: [[SheetValue]] = RecordField.all(kind).compactMap { field in
            guard let text = texts[field.id] else { return nil }
            return [.text(field.id), .text(field.title(desk.language)), .text(unmasking.unmasked ? text : field.masking(text))]
        }
        if let absence = record.absence {
            rows.append([.text("absence"), .text(Phrase("存废", "absence")(desk.language)), .text(absence.phrase(desk.language))])
        }
        let sheet = output.asWritten(SheetRows(rows))
        let checkpoint = unmasking.unmasked ? try desk.noteExport("record", query: record.id.text, rows: sheet, isMasked: false) : nil
        let title = desk.title(Phrase("记录", "record"), query: record.id.text, isMasked: !unmasking.unmasked)
        try output.write(header: ["field", "title", "value"], rows: sheet, about: title, with: checkpoint)
    }
}
