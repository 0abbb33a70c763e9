import DoorstepCore
import TerminalUI

/// One column of two records that may be one and the same, as it is shown:
/// nobody's numbers whole.
struct ComparedField: Equatable {
    let title: Phrase
    let first: String
    let second: String
    /// Of what is not shown, too.
    let isDiffering: Bool

    /// Those in which either says anything; what differs comes first.
    static func all(_ first: EditedRecord, _ second: EditedRecord, _ catalogue: Catalogue, _ language: Language) -> [ComparedField] {
        let (texts, others) = (first.texts(catalogue, language), second.texts(catalogue, language))
        let fields = RecordField.all(first.kind).compactMap { field -> ComparedField? in
            let (text, other) = (texts[field.id] ?? "", others[field.id] ?? "")
            guard !text.isEmpty || !other.isEmpty else { return nil }
            return ComparedField(title: field.title, first: field.shown(text), second: field.shown(other), isDiffering: text != other)
        }
        return fields.filter(\.isDiffering) + fields.filter { !$0.isDiffering }
    }

    /// The field, and what either says.
    var said: Phrase {
        let nothing = ImportWords.nothingInIt
        func told(_ text: String) -> Phrase { text.isEmpty ? nothing : Phrase(verbatim: text) }
        return .labelled(title, isDiffering ? .clauses([Words.differs, told(first), told(second)]) : told(first))
    }
}

extension RecordField {
    /// Whoever has to tell whether two are one needs to see what they say;
    /// of numbers the ends do.
    func shown(_ text: String) -> String {
        switch masking {
        case .identityNumber, .telephone: masking(text)
        case .none, .name, .birthDate, .whole: Masking.numbers(in: text)
        }
    }
}

/// Two records side by side, column by column.
enum ComparisonPane {
    /// - Parameter titles: what stands above the two.
    static func draw(
        _ fields: [ComparedField], _ titles: (first: Phrase, second: Phrase), in area: Rect, _ language: Language, _ cells: inout CellBuffer
    ) {
        let table = Table(columns: [
            // A mark that needs no colour.
            Table.Column(title: "", minimum: 1, priority: 8),
            Table.Column(title: "", minimum: 8, ideal: 14, priority: 9),
            Table.Column(title: titles.first(language), minimum: 8, ideal: 12, weight: 1, priority: 10),
            Table.Column(title: titles.second(language), minimum: 8, ideal: 12, weight: 1, priority: 10),
        ])
        let widths = table.widths(in: area.columns)
        func write(_ text: String, _ row: Int, _ style: Style) {
            _ = cells.write(text, at: Point(column: area.minColumn, row: area.minRow + row), style: style, limit: area.columns)
        }
        guard area.rows > 0 else { return }
        write(table.header(widths: widths), 0, Theme.column)
        let room = area.rows - 1
        let shown = fields.count <= room ? fields.count : max(0, room - 1)
        for (offset, field) in fields.prefix(shown).enumerated() {
            let values = [field.isDiffering ? "*" : "", field.title(language), field.first, field.second]
            write(table.line(values, widths: widths), offset + 1, field.isDiffering ? Theme.warning : Theme.muted)
        }
        guard shown < fields.count, room > 0 else { return }
        let left = fields.dropFirst(shown)
        write(Words.moreFields(left.count, differing: left.count(where: \.isDiffering))(language).fitted(to: area.columns), shown + 1, Theme.muted)
    }
}
