import DoorstepCore
import TerminalUI

/// The letter of introduction of a placement.
extension ConsoleState {
    /// Asks where to write the letter of the placement under the cursor or,
    /// where a person or a job is, of the one in hand with them.
    mutating func openLetter() -> [Effect] {
        guard let register = model?.register, let line = list.selected else {
            message = Message(Words.nothingChosen)
            return []
        }
        do throws(LetterRefusal) {
            let id: RecordID =
                switch list.kind {
                case .ledger: line
                case .people: try register.onlyOpen(of: register.placements(ofPerson: line))
                case .jobs: try register.onlyOpen(of: register.placements(ofJob: line))
                }
            _ = try register.placementForLetter(id)
            let name = "\(Words.letterFile(language))-\(id.text).html"
            overlay = .export(ExportPrompt(subject: .letter(id), field: TextField(name, maximumLength: 4096)))
        } catch {
            message = Message(error.message, .error)
        }
        return []
    }

    /// The letter is in its file.
    mutating func acknowledgeLetter(_ path: String) {
        if case .export? = overlay { overlay = nil }
        isHalted = false
        message = Message(Words.letterWritten(path), .good)
    }
}

extension ExportPrompt {
    var title: Phrase {
        switch subject {
        case .list(let selection): Words.exportTo(selection.lines?.count)
        case .letter: Words.letterTo
        }
    }

    func effect(_ path: String, _ language: Language) -> Effect {
        switch subject {
        case .list(let selection): .export(selection, path: path, replacing: isReplacing)
        case .letter(let id): .writeLetter(id, language, path: path, replacing: isReplacing)
        }
    }
}
