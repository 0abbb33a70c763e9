import ArgumentParser
import DoorstepCore
import DoorstepExchange

/// The forms that a letter of introduction is written in.
enum LetterForm: String, CaseIterable, ExpressibleByArgument {
    case text, html

    /// As a file's name asks for it; nil where it does not say.
    init?(path: String) {
        let name = path.lowercased()
        if name.hasSuffix(".html") || name.hasSuffix(".htm") {
            self = .html
        } else if name.hasSuffix(".txt") {
            self = .text
        } else {
            return nil
        }
    }
}

extension Desk {
    /// The letter of a placement, journalled as what is about to leave the
    /// house: it holds a person's name and telephone.
    func letter(_ id: RecordID, _ register: Register, _ settings: StationSettings, _ form: LetterForm) throws -> [UInt8] {
        let letter = try ReferralLetter(id, register: register, catalogue: catalogue, telephone: settings.telephone)
        let text = form == .html ? letter.page(language) : letter.text(language)
        // What the digest covers names nobody: of one person's data it could
        // be guessed from.
        let placement = register.placements[id]
        let subjects = [id, placement?.job, placement?.person].compactMap { $0.map { SheetValue.text($0.text) } }
        _ = try noteExport("letter", rows: [subjects], isMasked: false)
        return Array(text.utf8)
    }

    /// Writes the letter of a placement to a file, as HTML unless its name
    /// says otherwise.
    func writeLetter(_ id: RecordID, _ register: Register, _ settings: StationSettings, to path: String, replacing: Bool) throws {
        try Output.checkCanBeWritten(path, replacing: replacing)
        let bytes = try letter(id, register, settings, LetterForm(path: path) ?? .html)
        try Output.writeFile(path, replacing: replacing) { sink throws(OutputError) in try sink(bytes) }
    }
}
