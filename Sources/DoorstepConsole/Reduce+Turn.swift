import DoorstepCore
import TerminalUI

extension ConsoleState {
    /// Turns the screen towards the client, or back.
    mutating func turn() -> [Effect] {
        turned = turned == nil ? Turned(client: clientUnderCursor) : nil
        revealed = nil
        called = nil
        message = nil
        return []
    }

    /// The person whose list line or whose matches are shown.
    private var clientUnderCursor: RecordID? {
        if let matches {
            guard case .person(let id) = matches.target else { return nil }
            return id
        }
        return current == .people ? list.selected : nil
    }

    /// Whether a command would show, while the screen is turned, what is not
    /// for the client's eyes.
    func isHidden(_ command: Command.ID) -> Bool {
        guard let turned else { return false }
        switch command {
        case .searches, .saveSearch, .import, .doubles: return true
        case .reveal, .call: return true
        case .record where current == .plan && !planning.marks.isEmpty: return true
        case .open where scope != .work && current != .plan: return false
        case .open, .serve, .edit, .why, .relax, .record, .letter, .planRefuse:
            guard let person = personUnderCursor else { return false }
            return person != turned.client
        default: return false
        }
    }

    /// Whose name a form about the line under the cursor would show.
    private var personUnderCursor: RecordID? {
        if let matches {
            if case .person(let id) = matches.target { return id }
            return panel.ranking?.line(matches.state.selection)?.person
        }
        if let about = page?.selected?.about {
            guard let model, case .person(let id)? = about.subject(model.register) else { return nil }
            return id
        }
        guard let kind = current.list, let id = list.selected else { return nil }
        switch kind {
        case .people: return id
        case .ledger: return model?.register.placements[id].flatMap { model?.register.person(of: $0)?.id }
        case .jobs: return nil
        }
    }
}
