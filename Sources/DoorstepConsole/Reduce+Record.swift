import DoorstepCore
import TerminalUI

/// Records written down and changed by hand.
extension ConsoleState {
    // MARK: - Opening the form

    /// A new record of the list that is shown.
    mutating func openNewRecord() -> [Effect] {
        guard let model else { return say(Words.opening) }
        guard let kind = current.list?.spec.edited else { return say(Words.nothingToEdit) }
        if offersNewPerson {
            message = nil
            overlay = .record(RecordForm(TypedPerson(list.field.text), model.catalogue, language))
            return []
        }
        open(RecordForm(kind, nil, isRevealed: true, model.catalogue, language))
        return []
    }

    /// The record under the cursor.
    mutating func openRecord() -> [Effect] {
        guard let model else { return say(Words.opening) }
        guard let (kind, id) = chosenRecord, let record = EditedRecord(kind, id, model.register) else { return say(Words.nothingToEdit) }
        return open(record)
    }

    /// The employer of the job under the cursor.
    mutating func openEmployer() -> [Effect] {
        guard let model else { return say(Words.opening) }
        guard let (kind, id) = chosenRecord, kind == .job, let job = model.register.jobs[id],
            let record = EditedRecord(.employer, job.employer, model.register)
        else { return say(Words.nothingToEdit) }
        return open(record)
    }

    private mutating func open(_ record: EditedRecord) -> [Effect] {
        guard let model else { return [] }
        open(RecordForm(record.kind, record, isRevealed: revealed == record.id, model.catalogue, language))
        return []
    }

    /// What was dropped with Esc before is there again.
    private mutating func open(_ form: RecordForm) {
        message = nil
        overlay = .record(form)
        guard let model else { return }
        let known = shelved.map { $0.awoken(model, language) }
        guard let index = known.firstIndex(where: { $0?.isAboutSame(as: form) == true }), let taken = known[index] else { return }
        shelved.remove(at: index)
        overlay = .record(taken)
        message = Message(Words.takenUpAgain)
    }

    mutating func say(_ text: Phrase) -> [Effect] {
        message = Message(text)
        return []
    }

    /// The person or job that is chosen: in the matches the other side.
    private var chosenRecord: (RecordID.Kind, RecordID)? {
        if let matches {
            guard let match = panel.ranking?.line(matches.state.selection) else { return nil }
            if case .job = matches.target { return (.person, match.person) }
            return (.job, match.job)
        }
        guard let kind = current.list?.spec.edited, let id = list.selected else { return nil }
        return (kind, id)
    }

    private static let mostShelved = 20

    // MARK: - Keys

    mutating func take(_ event: InputEvent, _ form: RecordForm) -> [Effect] {
        // Until the store is read again after locking there is nothing to type in.
        guard !form.isSaving, !form.fields.isEmpty else { return [] }
        var form = form
        message = nil
        let wasAsked = form.isAskedToDrop
        form.isAskedToDrop = false
        if case .key(let stroke) = event {
            switch (stroke.key, stroke.control) {
            case (.escape, _): return drop(form, isConfirmed: wasAsked)
            case (.character("s"), true): return save(form)
            case (.character("o"), true):
                overlay = .record(form)
                return openEditor()
            case (.enter, _):
                if form.focus == form.fields.count - 1 { return save(form) }
                return move(form, by: 1)
            // Tab completes what was typed, else it goes on.
            case (.tab, _): return form.isCompleting ? complete(form, by: 1) : move(form, by: 1)
            case (.backTab, _): return form.completion?.position != nil ? complete(form, by: -1) : move(form, by: -1)
            case (.down, _): return move(form, by: 1)
            case (.up, _): return move(form, by: -1)
            case (.pageDown, _): return move(form, by: 8)
            case (.pageUp, _): return move(form, by: -8)
            default: break
            }
        }
        if case .mouse(let mouse) = event { return follow(mouse, form) }
        let before = form.fields[form.focus].value
        if event.isBlank, form.completion?.takesBlank(before) == true { return complete(form, by: 1) }
        form.edit(event)
        if let model, form.fields[form.focus].value != before {
            form.completion = ValueCompletion(form.fields[form.focus], model, language)
        }
        overlay = .record(form)
        return []
    }

    /// The wheel goes from field to field, a press to the one under it.
    private mutating func follow(_ mouse: MouseEvent, _ form: RecordForm) -> [Effect] {
        switch mouse.kind {
        case .wheelUp: return move(form, by: -1)
        case .wheelDown: return move(form, by: 1)
        default:
            var (list, state) = RecordOverlay.fields(form, size)
            _ = state.follow(mouse, in: list, count: form.fields.count)
            overlay = .record(form)
            return state.selection == form.focus ? [] : move(form, by: state.selection - form.focus)
        }
    }

    private mutating func drop(_ form: RecordForm, isConfirmed: Bool) -> [Effect] {
        var form = form
        guard form.isChanged else {
            overlay = nil
            return []
        }
        guard isConfirmed else {
            form.isAskedToDrop = true
            overlay = .record(form)
            return say(Words.escDropsForm)
        }
        overlay = nil
        shelved.append(form)
        if shelved.count > Self.mostShelved { shelved.removeFirst() }
        return say(Words.shelved)
    }

    /// Puts the next value in that goes with what was typed.
    private mutating func complete(_ form: RecordForm, by step: Int) -> [Effect] {
        var form = form
        guard var completion = form.completion else { return [] }
        completion.turn(by: step)
        if let applied = completion.applied { form.fields[form.focus].text.replace(with: applied) }
        form.completion = completion
        overlay = .record(form)
        return []
    }

    /// Leaves the field, saying what is wrong with it.
    private mutating func move(_ form: RecordForm, by step: Int) -> [Effect] {
        var form = form
        let left = form.focus
        if let known = checkField(left, &form) {
            let effects = open(known)
            message = Message(Words.knownAlready(known.name))
            return effects
        }
        form.moveFocus(by: step)
        if let model { form.completion = ValueCompletion(form.fields[form.focus], model, language) }
        overlay = .record(form)
        return []
    }

    /// Checks one field, and fills what follows from it.
    ///
    /// - Returns: who has the identity number already, where a new person was
    ///   being written down.
    private func checkField(_ index: Int, _ form: inout RecordForm) -> EditedRecord? {
        guard let model, !form.fields[index].isMasked else { return nil }
        let field = form.fields[index]
        let editor = RecordEditor(model.register, model.catalogue, day: day, namesNearestSkills: false)
        let (problem, warnings) = editor.check(form.kind, field.column.id, field.value)
        form.fields[index].problem = problem?.message
        form.fields[index].note = warnings.first?.message
        guard problem == nil, form.kind == .person, field.column.id == RecordForm.identityNumber, field.isChanged,
            let number = try? IdentityNumber(PlainText.key(field.value))
        else { return nil }
        form.fill("sex", number.sex.phrase(language))
        form.fill("birth_date", number.birth.description)
        guard let holder = editor.holder(of: number, other: form.before?.id) else { return nil }
        guard form.before == nil else {
            form.fields[index].note = Words.sameNumber(holder.name)
            return nil
        }
        return .person(holder)
    }

    private mutating func save(_ form: RecordForm) -> [Effect] {
        guard let model else { return [] }
        var form = form
        form.completion = nil
        if let known = checkField(form.focus, &form) {
            let effects = open(known)
            message = Message(Words.knownAlready(known.name))
            return effects
        }
        do throws(FieldProblems) {
            let edit = try RecordEditor(model.register, model.catalogue, day: day, namesNearestSkills: false).read(form.kind, changed: form.changed, before: form.before)
            guard !edit.isUnchanged else {
                overlay = nil
                return say(Words.unchanged)
            }
            form.error = nil
            form.isSaving = true
            overlay = .record(form)
            return [.saveRecord(edit, .made)]
        } catch {
            for index in form.fields.indices { form.fields[index].problem = error.byField[form.fields[index].column.id]?.message }
            form.error = error.byField[""]?.message
            if let first = form.fields.firstIndex(where: { $0.problem != nil }) { form.focus = first }
            overlay = .record(form)
            return []
        }
    }

    // MARK: - What came of it

    mutating func acknowledge(_ edit: RecordEdit, _ purpose: EditPurpose, _ sequence: Int) -> [Effect] {
        model?.take(edit.changes)
        advance(to: sequence)
        isHalted = false
        let name = Phrase(verbatim: edit.record.name)
        switch purpose {
        case .made:
            overlay = nil
            // Locked meanwhile, the console keeps nothing of anybody.
            if model != nil { history.add(edit, sequence) }
            message = Message(Words.saved + name, .good)
            if edit.before == nil { return show(edit.record) }
        case .tookBack:
            history.isWaiting = false
            history.tookBack()
            message = Message(Words.tookBack + name, .good)
        case .madeAgain:
            history.isWaiting = false
            history.madeAgain(sequence)
            message = Message(Words.madeAgain + name, .good)
        }
        return refresh()
    }

    /// A new record lands on its matches.
    private mutating func show(_ record: EditedRecord) -> [Effect] {
        let target: MatchTarget
        switch record {
        case .person(let person):
            (current, target) = (.people, .person(person.id))
            // Who was just written down sits across the desk.
            if turned != nil { turned = Turned(client: person.id) }
        case .job(let job, _): (current, target) = (.jobs, .job(job.id))
        case .employer: return refresh()
        }
        list.awaited = record.id
        matches = MatchesView(target: target)
        panel.target = target
        panel.ranking = nil
        return refresh()
    }

    mutating func refuseRecord(_ reason: Phrase) {
        history.isWaiting = false
        if case .record(var form)? = overlay {
            form.isSaving = false
            form.error = reason
            overlay = .record(form)
        } else if !refuseService(reason) {
            message = Message(reason, .error)
        }
    }
}

/// Why a record is saved.
public enum EditPurpose: Equatable, Sendable {
    case made
    /// The change of an entry of the journal is taken back.
    case tookBack(Int)
    case madeAgain
}

extension RecordForm {
    /// Something was typed that can be completed.
    fileprivate var isCompleting: Bool { completion != nil && !fields[focus].value.isEmpty && fields[focus].isChanged }
}

extension InputEvent {
    fileprivate var isBlank: Bool {
        switch self {
        case .key(let stroke): stroke.halfWidth().plainCharacter == " "
        case .text(let text): text == " " || text == "\u{3000}"
        case .paste, .mouse, .resize: false
        }
    }
}
