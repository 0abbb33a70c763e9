import DoorstepCore
import TerminalUI

/// Showing what is masked: only to who said why, only once that is saved,
/// and only until the record is left.
extension ConsoleState {
    /// The person whose masked numbers are on the screen.
    var maskedSubject: RecordID? {
        if let view = matches {
            guard case .job = view.target else { return nil }
            return panel.ranking?.line(view.state.selection)?.person
        }
        if let about = page?.selected?.about, let model, case .person(let id)? = about.subject(model.register) { return id }
        return current == .people ? list.selected : nil
    }

    /// Numbers that were shown are masked again when the record is left.
    mutating func maskWhatWasLeft() {
        if revealed != nil, revealed != maskedSubject { revealed = nil }
        if called != nil, called != maskedSubject { called = nil }
    }

    mutating func openReveal() -> [Effect] {
        guard let id = maskedSubject, let person = model?.register.people[id] else {
            message = Message(Words.nothingMasked)
            return []
        }
        if MaskedField.all(of: person).isEmpty {
            message = Message(Words.noNumbers)
        } else if revealed != id {
            overlay = .reveal(RevealPrompt(person: id))
        }
        return []
    }

    mutating func take(_ event: InputEvent, _ prompt: RevealPrompt) -> [Effect] {
        guard !prompt.isSaving else { return [] }
        var prompt = prompt
        if case .key(let stroke) = event {
            prompt.error = nil
            switch stroke.key {
            case .escape:
                overlay = nil
                return []
            case .enter: return save(prompt)
            case .up, .backTab: prompt.choose(by: -1)
            case .down, .tab: prompt.choose(by: 1)
            default: _ = prompt.note.handle(event)
            }
        } else {
            _ = prompt.note.handle(event)
        }
        overlay = .reveal(prompt)
        return []
    }

    private mutating func save(_ prompt: RevealPrompt) -> [Effect] {
        var prompt = prompt
        guard let reason = prompt.reason else {
            prompt.error = Words.reasonMissing
            overlay = .reveal(prompt)
            return []
        }
        // Where the console was locked meanwhile, the register is not there yet.
        guard let person = model?.register.people[prompt.person] else {
            message = Message(Words.opening)
            return []
        }
        prompt.isSaving = true
        overlay = .reveal(prompt)
        return [.reveal(person.id, shown: MaskedField.all(of: person), reason)]
    }

    /// It is in the journal.
    mutating func reveal(_ person: RecordID, _ sequence: Int) {
        advance(to: sequence)
        if case .service(let form)? = overlay, form.purpose == .call, form.subject == .person(person) {
            guard lock == nil, maskedSubject == person else { return }
            called = person
            return
        }
        guard case .reveal(let prompt)? = overlay, prompt.person == person else { return }
        overlay = nil
        // Who locked the console meanwhile asks again.
        guard lock == nil, maskedSubject == person else { return }
        revealed = person
        message = Message(Words.revealed)
    }

    mutating func refuseReveal(_ reason: Phrase) {
        guard case .reveal(var prompt)? = overlay else {
            if refuseService(reason) { return }
            message = Message(reason, .error)
            return
        }
        prompt.isSaving = false
        prompt.error = reason
        overlay = .reveal(prompt)
    }
}
