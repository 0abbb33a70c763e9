import DoorstepCore
import TerminalUI

/// Long notes, in the caseworker's own editor.
extension ConsoleState {
    /// The note that is being typed in; nil where the cursor is in none.
    private var note: TextField? {
        switch overlay {
        case .step(let form)? where form.focus == .note: form.note
        case .service(let form)? where form.focus == .note: form.note
        case .record(let form)? where form.isInNote: form.fields[form.focus].text
        default: nil
        }
    }

    mutating func openEditor() -> [Effect] {
        guard let note else {
            message = Message(Words.noteOnly)
            return []
        }
        message = nil
        return [.editNote(note.text)]
    }

    /// The editor was left. However long it was open, nobody was away.
    mutating func take(_ outcome: NoteOutcome, second: Int) {
        self.second = second
        lastInput = second
        guard let note else { return }
        switch outcome {
        case .failed(let reason): message = Message(reason, .error)
        case .text(let text):
            let kept = TextField(PlainText.trimmed(InputDecoder.pasted(text))).text
            var field = note
            field.replace(with: kept)
            if field.text != note.text { put(field) }
            if field.text.count < kept.count { message = Message(Words.noteCut(field.text.count), .error) }
        }
    }

    private mutating func put(_ field: TextField) {
        switch overlay {
        case .step(var form)?:
            form.note = field
            overlay = .step(form)
        case .service(var form)?:
            form.note = field
            overlay = .service(form)
        case .record(var form)?:
            form.fields[form.focus].text = field
            form.fields[form.focus].problem = nil
            form.fields[form.focus].note = nil
            form.error = nil
            overlay = .record(form)
        default: break
        }
    }
}

extension RecordForm {
    /// Whether the cursor is in the field that takes more than a line.
    var isInNote: Bool { fields.indices.contains(focus) && fields[focus].column.id == "note" && !fields[focus].isMasked }
}
