import DoorstepCore

extension ReferralLetter {
    /// How wide the letter is as plain text. Signs that some fonts draw wider
    /// than others do (`·`, `…`) leave room up to `widest`.
    private static let columns = 76

    /// No row of the plain text is wider.
    public static let widest = 80

    /// The letter as plain text, to be read in a terminal or printed as it
    /// stands: never more than 60 rows, so that it is one page.
    public func text(_ language: Language) -> String {
        let lines = stubLines(language) + [cutLine] + letterLines(language) + [cutLine] + slipLines(language)
        return lines.map { $0 + "\n" }.joined()
    }

    private var cutLine: String { "- - - - - - - - - - - - - - - - - - ✂ - - - - - - - - - - - - - - - - - - - -" }

    private func stubLines(_ language: Language) -> [String] {
        [heading(LetterWords.stub, language)] + rows(stub, language) + [LetterRows.padded(LetterWords.signature(language) + LetterWords.colon(language), to: 38) + note(LetterWords.kept, language), ""]
    }

    private func letterLines(_ language: Language) -> [String] {
        var lines = [heading(LetterWords.letter, language), ""]
        lines += LetterRows.wrapped(LetterWords.greeting(addressee)(language), to: Self.columns, most: 2)
        let indent = "    "
        let body = LetterRows.wrapped(LetterWords.body(language), to: Self.columns - indent.count, most: 4)
        lines += body.enumerated().map { ($0 == 0 ? indent : "") + $1 } + [""]
        lines += rows(aboutPerson, language) + [""]
        lines += rows(aboutJob, language) + [""]
        lines += rows(aboutLetter, language) + rows(sender, language) + [""]
        return lines
    }

    private func slipLines(_ language: Language) -> [String] {
        var lines = [heading(LetterWords.slip, language), LetterRows.centred(note(LetterWords.fillIn, language), in: Self.columns)]
        lines += rows(slip, language) + [""]
        for (index, choice) in LetterWords.choices.enumerated() {
            let text = "[ ] " + choice(language)
            // Only the first ends with what is to be filled in.
            let line = index == 0 && language == .chinese ? "" : String(repeating: "_", count: max(8, Self.columns - DisplayWidth.of(text) - 1))
            lines.append(text + (language == .english ? " " : "") + line)
        }
        lines.append("")
        lines.append(pair(LetterWords.signatures.map { $0(language) + LetterWords.colon(language) }))
        lines.append(LetterWords.date(language))
        return lines + LetterRows.wrapped(returnTo(language), to: Self.columns, most: 2)
    }

    private func heading(_ title: Phrase, _ language: Language) -> String { LetterRows.centred(title(language), in: Self.columns) }

    private func note(_ text: Phrase, _ language: Language) -> String { language == .chinese ? "（\(text.chinese)）" : "(\(text.english))" }

    private func pair(_ halves: [String]) -> String {
        halves.enumerated().map { $0 + 1 == halves.count ? $1 : LetterRows.padded($1, to: Self.columns / 2) }.joined()
    }

    /// Short fields two in a row, long ones in rows of their own.
    private func rows(_ fields: [Field], _ language: Language) -> [String] {
        let half = Self.columns / 2
        var lines: [String] = []
        var waiting: String?
        for field in fields {
            let label = field.label(language) + LetterWords.colon(language)
            let short = label + LetterRows.clean(field.value(language))
            if DisplayWidth.of(short) <= half - 2 {
                if let left = waiting {
                    lines.append(LetterRows.padded(left, to: half) + short)
                    waiting = nil
                } else {
                    waiting = short
                }
                continue
            }
            if let left = waiting { lines.append(left) }
            waiting = nil
            let indent = DisplayWidth.of(label)
            for (index, row) in LetterRows.wrapped(field.value(language), to: Self.columns - indent, most: field.most).enumerated() {
                lines.append((index == 0 ? label : String(repeating: " ", count: indent)) + row)
            }
        }
        if let left = waiting { lines.append(left) }
        return lines
    }
}
