import DoorstepCore

extension ReferralLetter {
    /// The letter as a page that prints on one sheet of A4: style and all in
    /// one file, without scripts and without anything from elsewhere.
    public func page(_ language: Language) -> String {
        let title = LetterWords.letter(language) + " " + number.text
        return """
            <!DOCTYPE html>
            <html lang="\(language == .chinese ? "zh-CN" : "en")">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>\(HTML.escaped(title))</title>
            <style>
            @page { size: A4; margin: 10mm 15mm }
            body { margin: 0; font: 10pt/1.2 "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", SimSun, sans-serif; color: #000; background: #fff }
            section { page-break-inside: avoid }
            h1 { font-size: 13pt; text-align: center; margin: 0.5mm 0 }
            p { margin: 0.5mm 0 }
            p.note { text-align: center; font-size: 9pt }
            p.body { text-indent: 2em }
            p.write { margin: 0; line-height: 7mm }
            p.cut { margin: 3mm 0 1.5mm; border-top: 1px dashed #000; text-align: center; font-size: 8pt; line-height: 1 }
            table { width: 100%; border-collapse: collapse; table-layout: fixed; margin: 0.5mm 0 }
            table.signed td { height: 9mm; vertical-align: bottom }
            table.sealed td { height: 20mm; vertical-align: middle }
            td { width: 50%; vertical-align: top; padding: 0.3mm 2mm 0.3mm 0; word-wrap: break-word; overflow-wrap: anywhere }
            @media screen { body { max-width: 180mm; margin: 1em auto } }
            </style>
            </head>
            <body>
            <section>
            <h1>\(HTML.escaped(LetterWords.stub(language)))</h1>
            \(table(stub, language))
            \(signatures([LetterWords.signature], note: LetterWords.kept, as: .signed, language))
            </section>
            <p class="cut">✂</p>
            <section>
            <h1>\(HTML.escaped(LetterWords.letter(language)))</h1>
            <p>\(HTML.escaped(bounded(LetterWords.greeting(addressee)(language), rows: 2)))</p>
            <p class="body">\(HTML.escaped(LetterWords.body(language)))</p>
            \(table(aboutPerson, language))
            \(table(aboutJob, language))
            \(table(aboutLetter, language))
            \(table(sender, as: .signed, language))
            </section>
            <p class="cut">✂</p>
            <section>
            <h1>\(HTML.escaped(LetterWords.slip(language)))</h1>
            <p class="note">\(HTML.escaped(LetterWords.fillIn(language)))</p>
            \(table(slip, language))
            \(choices(language))
            \(signatures(LetterWords.signatures, note: nil, as: .sealed, language))
            <p>\(HTML.withRoom(LetterWords.date(language)))</p>
            <p>\(HTML.escaped(bounded(returnTo(language), rows: 2)))</p>
            </section>
            </body>
            </html>

            """
    }

    /// Columns of a text that fill a row of the page.
    private static let pageColumns = 76

    /// As much of a text as `rows` rows of the page hold.
    private func bounded(_ text: String, rows: Int) -> String { LetterRows.cut(text, to: Self.pageColumns * rows) }

    /// Short fields side by side, long ones across the page.
    ///
    /// - Parameter style: of a table with room for a seal or a signature.
    private func table(_ fields: [Field], as style: HTML.TableStyle = .plain, _ language: Language) -> String {
        var rows: [String] = []
        var waiting: String?
        for field in fields {
            let label = field.label(language) + LetterWords.colon(language)
            let value = bounded(field.value(language), rows: field.most)
            let cell = "<b>\(HTML.escaped(label))</b>\(HTML.escaped(value))"
            if DisplayWidth.of(label + value) <= Self.pageColumns / 2 - 2 {
                if let left = waiting { rows.append("<tr><td>\(left)</td><td>\(cell)</td></tr>") }
                waiting = waiting == nil ? cell : nil
            } else {
                if let left = waiting { rows.append("<tr><td colspan=\"2\">\(left)</td></tr>") }
                waiting = nil
                rows.append("<tr><td colspan=\"2\">\(cell)</td></tr>")
            }
        }
        if let left = waiting { rows.append("<tr><td colspan=\"2\">\(left)</td></tr>") }
        return HTML.table(rows, style)
    }

    private func choices(_ language: Language) -> String {
        LetterWords.choices.enumerated().map { index, choice in
            let room = max(8, Self.pageColumns - DisplayWidth.of(choice(language)))
            let line = index == 0 && language == .chinese ? "" : " " + String(repeating: "_", count: room)
            return "<p class=\"write\">□ \(HTML.withRoom(choice(language)))\(line)</p>"
        }.joined(separator: "\n")
    }

    private func signatures(_ labels: [Phrase], note: Phrase?, as style: HTML.TableStyle, _ language: Language) -> String {
        let cells = labels.map { HTML.escaped($0(language) + LetterWords.colon(language)) } + (note.map { [HTML.escaped($0(language))] } ?? [])
        return HTML.table(["<tr>" + cells.map { "<td>\($0)</td>" }.joined() + "</tr>"], style)
    }
}

/// Text within a page.
enum HTML {
    /// For what stands in a table there is room, also where a program that
    /// prints it takes no notice of the style.
    enum TableStyle: String {
        case plain
        /// Somebody signs there.
        case signed
        /// Somebody puts a seal there, which is four centimetres wide.
        case sealed

        fileprivate var room: String {
            switch self {
            case .plain: ""
            case .signed: #" height="28""#
            case .sealed: #" height="56""#
            }
        }
    }

    /// Two columns as wide as each other across the page, also where a
    /// program that prints it takes no notice of the style.
    static func table(_ rows: [String], _ style: TableStyle) -> String {
        let head = #"<table class="\#(style.rawValue)" width="100%" border="0" cellpadding="0" cellspacing="0"><col width="50%"><col width="50%">"#
        let cells = rows.joined(separator: "\n").replacing("<td>", with: #"<td width="50%"\#(style.room)>"#)
        return "\(head)\n\(cells)\n</table>"
    }

    /// A text whose blanks are room to write in.
    static func withRoom(_ text: String) -> String { escaped(text).replacing(" ", with: "&#160;") }

    /// Every sign that could be taken for markup as a name for it, and none
    /// that steers or turns the direction of writing.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in LetterRows.clean(text).unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
