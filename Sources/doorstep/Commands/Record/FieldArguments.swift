import DoorstepCore
import DoorstepExchange

/// `FIELD=VALUE` arguments.
enum FieldArguments {
    /// - Returns: what shall stand in each field, by the column's identifier.
    static func read(_ arguments: [String], _ kind: RecordID.Kind) throws(RecordProblem) -> [String: String] {
        var texts: [String: String] = [:]
        for argument in arguments {
            guard let sign = argument.firstIndex(of: "=") else { throw .noValue(argument) }
            let name = PlainText.trimmed(argument[..<sign])
            guard let field = RecordField.find(name, kind) else { throw .unknownField(name, kind) }
            guard texts.updateValue(String(argument[argument.index(after: sign)...]), forKey: field.id) == nil else { throw .twice(field.title) }
        }
        return texts
    }
}

extension RecordsArgument {
    /// - Throws: where it is placements, which are made of steps.
    func editable() throws(RecordProblem) -> RecordID.Kind {
        guard self != .placements else { throw .placement }
        return records
    }
}

extension Desk {
    /// Saves a record with what its fields shall say, and says what of it is odd.
    ///
    /// - Returns: its identifier.
    func save(_ changed: [String: String], _ kind: RecordID.Kind, before: EditedRecord?, _ register: Register) throws -> RecordID {
        let edit: RecordEdit
        do throws(FieldProblems) {
            edit = try RecordEditor(register, catalogue, day: day).read(kind, changed: changed, before: before)
        } catch {
            throw error.first(kind).map { RecordProblem.field($0) } ?? .placement
        }
        for warning in edit.warnings { Output.say(warning.message(language)) }
        guard !edit.isUnchanged else { return edit.record.id }
        let saved = try save(edit).edit.record
        // Where nothing was there before, what is there already is news.
        if before == nil, let note = doubleNote(of: saved, in: register) { Output.say(note(language)) }
        return saved.id
    }

    /// Which known record a new one may be the same as.
    private func doubleNote(of record: EditedRecord, in register: Register) -> Phrase? {
        let rules = DoubleRules(catalogue, day: day)
        let (found, argument) =
            switch record {
            case .person(let person): (DoubleIndex(register.people, rules).double(of: person, in: register.people), "people")
            case .job(let job, _): (DoubleIndex(register.jobs, rules).double(of: job, in: register.jobs), "jobs")
            case .employer(let employer): (DoubleIndex(register.employers, rules).double(of: employer, in: register.employers), "employers")
            }
        return found.map { found in
            let merge = "doorstep merge \(argument) \(found.known.text) \(record.id.text)"
            return Phrase(
                "可能重复：与 \(found.known.text) \(found.reason.phrase.chinese)，请核对；合并用 \(merge)。",
                "Possibly known already: \(found.reason.phrase.english) as \(found.known.text); check it, and merge with \(merge).")
        }
    }
}

/// Why a record was neither made nor changed nor shown.
enum RecordProblem: SayableError {
    case noValue(String)
    case unknownField(String, RecordID.Kind)
    case twice(Phrase)
    case field(CellProblem)
    case unknownRecord(String)
    case placement

    static func find(_ kind: RecordID.Kind, _ id: String, _ register: Register) throws(RecordProblem) -> EditedRecord {
        guard let known = RecordID(id), let record = EditedRecord(kind, known, register) else { throw .unknownRecord(id) }
        return record
    }

    var message: Phrase {
        switch self {
        case .noValue(let argument):
            Phrase("“\(argument)”里没有等号，请写成 字段=内容。", "There is no equals sign in “\(argument)”; write FIELD=VALUE.")
        case .unknownField(let name, let kind):
            Phrase("没有“\(name)”这个字段，可用的有：", "There is no field “\(name)”; there are: ") + Phrase.list(RecordField.all(kind).map(\.title))
        case .twice(let title): Phrase("“\(title.chinese)”写了两次，请只写一次。", "“\(title.english)” is given twice; give it once.")
        case .field(let problem): problem.message
        case .unknownRecord(let id): Phrase("没有编号为 \(id) 的记录，请用 search 查找。", "There is no record \(id); look it up with search.")
        case .placement: Phrase("推荐由每一步组成，请用 doorstep place。", "Placements are made of steps; use doorstep place.")
        }
    }
}
