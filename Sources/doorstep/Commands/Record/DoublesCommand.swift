import ArgumentParser
import DoorstepCore
import DoorstepExchange

struct DoublesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doubles",
        abstract: .told("列出可能重复的记录和理由，最可靠的在前；合并用 doorstep merge。", "Lists records that may be one and the same, with the reason, the strongest first; doorstep merge makes one of two."))

    @Argument(help: .told("people 求职者、jobs 岗位、employers 单位。", "people, jobs or employers."))
    var kind: RecordsArgument

    @OptionGroup var output: OutputOptions
    @OptionGroup var station: StationOptions

    func run() throws {
        let kind = try kind.editable()
        let desk = try Desk.open(station)
        let register = try desk.load().register
        let rows: [[SheetValue]] = DoubleFinder(register, desk.catalogue, day: desk.day).pairs(kind).map { pair in
            [
                .text(pair.first.text), .text(name(pair.first, kind, register)), .text(pair.second.text), .text(name(pair.second, kind, register)),
                .text(pair.reason.rawValue), .text(pair.reason.phrase(desk.language)),
            ]
        }
        try output.write(header: ["keep_id", "keep_name", "other_id", "other_name", "reason", "explanation"], rows: rows)
    }

    private func name(_ id: RecordID, _ kind: RecordID.Kind, _ register: Register) -> String {
        switch kind {
        case .person: Masking.name(register.people[id]?.name ?? "")
        case .job: register.jobs[id]?.title ?? ""
        case .employer: register.employers[id]?.name ?? ""
        case .placement: ""
        }
    }
}

struct MergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: .told(
            "把两条记录合并为一条：merge people 留下的编号 另一条的编号 手机=other；两边的办理记录都在，随时可以 --take-back 撤销。",
            "Makes one record of two: merge people KEEP OTHER phone=other; the history of both stays, and --take-back takes it back at any time."))

    @Argument(help: .told("people 求职者、jobs 岗位、employers 单位。", "people, jobs or employers."))
    var kind: RecordsArgument

    @Argument(help: .told("留下的编号；撤销时为已合并的编号。", "The record that stays; with --take-back the one that went."))
    var id: String

    @Argument(
        help: .told(
            "另一条的编号，然后是 字段=keep、other 或 both：用哪一边的内容（默认：留下的一条，它没有的用另一条的，技能等合在一起）。",
            "The other record, then FIELD=keep, other or both: whose value stands (by default that of the record that stays, the other's where it has none, and lists together)."))
    var rest: [String] = []

    @Flag(help: .told("撤销合并。", "Take the merge back."))
    var takeBack = false

    @Flag(help: .told("只列出每个字段会怎样，什么也不做。", "List what would become of each field, and do nothing."))
    var dryRun = false

    @OptionGroup var output: OutputOptions
    @OptionGroup var station: StationOptions

    func validate() throws {
        if takeBack, !rest.isEmpty { throw ValidationError("Unexpected argument '\(rest[0])'") }
        if !takeBack, rest.isEmpty { throw ValidationError("Missing expected argument '<other>'") }
    }

    func run() throws {
        let kind = try kind.editable()
        let desk = try Desk.open(station)
        let register = try desk.load().register
        guard let id = RecordID(id) else { throw MergeRefusal.unknown(id) }
        if takeBack { return try undo(kind, id, register, desk) }
        guard let other = RecordID(rest[0]) else { throw MergeRefusal.unknown(rest[0]) }
        var merge = try Merge(kind, keeping: id, other: other, register, desk.catalogue, day: desk.day)
        for (field, choice) in try FieldArguments.read(Array(rest.dropFirst()), kind) {
            guard let choice = Merge.Choice(rawValue: choice) else { throw MergeRefusal.unknownChoice(choice) }
            guard merge.columns.first(where: { $0.id == field })?.choices.contains(choice) ?? true else { throw MergeRefusal.unknownChoice("\(field)=\(choice.rawValue)") }
            merge.choose(choice, for: field)
        }
        let edit = try merge.edit()
        if dryRun { return try list(merge, desk) }
        _ = try desk.save(edit)
        Output.say(Phrase("\(other.text) 已合并到 \(id.text)。", "\(other.text) was merged into \(id.text).")(desk.language))
    }

    private func undo(_ kind: RecordID.Kind, _ id: RecordID, _ register: Register, _ desk: Desk) throws {
        let back = try MergeTakingBack(kind, of: id, register, desk.catalogue, day: desk.day)
        if !dryRun { _ = try desk.save(back.edit) }
        for field in back.left {
            Output.say(
                Phrase("\(back.standing.text) 的“\(field.title.chinese)”合并后有人改过，没有动。", "The \(field.title.english) of \(back.standing.text) was changed since the merge and stays.")(
                    desk.language))
        }
        if !dryRun {
            Output.say(Phrase("已撤销合并，\(id.text) 恢复原样。", "The merge was taken back; \(id.text) stands again as it was.")(desk.language))
        }
    }

    private func list(_ merge: Merge, _ desk: Desk) throws {
        let (kept, other) = (merge.kept.texts(desk.catalogue, desk.language), merge.other.texts(desk.catalogue, desk.language))
        let rows: [[SheetValue]] = merge.columns.map { column in
            let field = column.field
            func shown(_ texts: [String: String]) -> SheetValue { texts[field.id].map { .text(field.masking($0)) } ?? .empty }
            return [.text(field.id), .text(field.title(desk.language)), shown(kept), shown(other), .text(column.isDiffering ? column.choice.rawValue : "")]
        }
        try output.write(header: ["field", "title", "keep", "other", "choice"], rows: rows)
    }
}
