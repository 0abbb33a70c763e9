/// A sheet as it is understood before anything of it is read in: which of
/// its columns means what, and why that is thought.
public struct UnderstoodSheet: Hashable, Sendable {
    public let kind: SheetKind
    /// The file's name, for messages.
    public let file: String
    /// Which sheet of a workbook it is; nil where the file is no workbook.
    public let sheet: String?
    /// All sheets of the workbook, to choose from.
    public let sheets: [String]
    /// The lines of the header; nil where the sheet has none and its columns
    /// are told by what they hold.
    public let header: ClosedRange<Int>?
    /// The rows of the header as they stand, so that one which repeats them
    /// further down is no row of data.
    public let headerRows: [[String]]
    public private(set) var columns: [UnderstoodColumn]

    public init(
        kind: SheetKind, file: String, sheet: String? = nil, sheets: [String] = [], header: ClosedRange<Int>?, headerRows: [[String]],
        columns: [UnderstoodColumn]
    ) {
        (self.kind, self.file, self.sheet, self.sheets) = (kind, file, sheet, sheets)
        (self.header, self.headerRows, self.columns) = (header, headerRows, columns)
    }

    /// The titles as they stand, by position.
    public var titles: [String] { columns.map(\.title) }

    /// Whether a column has that meaning.
    public func has(_ meaning: ColumnMeaning) -> Bool { columns.contains { $0.meaning == meaning } }

    /// The required columns that none has. A sheet that says who it speaks of
    /// may leave them out: its rows are updates.
    public var missing: [SheetColumn] {
        has(.identifier) ? [] : kind.columns.filter { $0.isRequired && !has(.column($0.id)) }
    }

    /// What is worth a look before anything is read in: columns that are
    /// guessed by what they hold, repeated, or not recognised.
    public var doubts: [Phrase] {
        columns.compactMap { column in
            let isFilled = !PlainText.trimmed(column.title).isEmpty || column.samples.contains { !PlainText.trimmed($0).isEmpty }
            switch column.reason {
            case .name, .chosen: return nil
            case .content(let percent):
                let title = title(of: column.meaning)
                return column.name
                    + Phrase("按内容认作“\(title.chinese)”（\(percent)%），不对请重新指定。", " is taken for “\(title.english)” by what it holds (\(percent) %); choose another meaning if that is wrong.")
            case .repeated: return column.name + Phrase("与前面的列意思相同，没有读入。", " means the same as one before it and was not read.")
            case .unknown: return isFilled ? Phrase("不认识", "") + column.name + Phrase("，没有读入。", " is not recognised and was not read.") : nil
            }
        }
    }

    /// The whole of it, a line for each column.
    public var told: [Phrase] {
        let place = sheet.map { Phrase("\(file)（\($0)）", "\(file) (\($0))") } ?? Phrase(verbatim: file)
        let head =
            header.map { lines in
                // Objects have names, and no line for them.
                lines.lowerBound == 0
                    ? Phrase("：按字段名认列", ": columns by the names of the fields")
                    : Phrase("：表头在第 \(lines.lowerBound) 行", ": the header is in line \(lines.lowerBound)")
            } ?? Phrase("：没有表头，按内容认列", ": no header; columns are told by what they hold")
        return [place + head] + columns.compactMap { column in
            guard column.reason != .unknown || !PlainText.trimmed(column.title).isEmpty else { return nil }
            return Phrase(verbatim: "  ") + column.name + Phrase(verbatim: " -> ") + title(of: column.meaning)
                + Phrase("（", " (") + column.reason.phrase + Phrase("）", ")")
        }
    }

    /// What a meaning is called in a sheet of this kind.
    public func title(of meaning: ColumnMeaning) -> Phrase {
        switch meaning {
        case .identifier: Phrase("编号", "id")
        case .column(let id): kind.columns.first { $0.id == id }?.title ?? Phrase(verbatim: id)
        case .aside(let title): Phrase(verbatim: title)
        case .ignored: Phrase("不读", "not read")
        }
    }

    /// Gives a column another meaning; the one that had it before has none.
    public mutating func choose(_ meaning: ColumnMeaning, at position: Int) {
        for index in columns.indices where columns[index].position != position && columns[index].meaning == meaning && meaning != .ignored {
            columns[index].meaning = .ignored
            columns[index].reason = .chosen
        }
        guard let index = columns.firstIndex(where: { $0.position == position }) else { return }
        columns[index].meaning = meaning
        columns[index].reason = .chosen
    }

    /// Whether a row below repeats the header, as sheets printed page by page
    /// do.
    public func isHeader(_ cells: [String]) -> Bool { headerRows.contains(cells) }
}

/// What a column of a sheet is taken for.
public enum ColumnMeaning: Hashable, Sendable {
    case identifier
    /// By the column's identifier (`SheetColumn.id`).
    case column(String)
    /// Recognised by that title, and no column of the record: dropped or only
    /// noted.
    case aside(String)
    /// Not read.
    case ignored
}

/// One column of a sheet, as understood.
public struct UnderstoodColumn: Hashable, Sendable {
    /// From 0.
    public let position: Int
    /// As it stands; empty where there is no header.
    public let title: String
    public internal(set) var meaning: ColumnMeaning
    public internal(set) var reason: Reason
    /// What stands in it in the first rows that hold anything, five at most.
    public let samples: [String]

    /// Why a column is taken for what it is taken for.
    public enum Reason: Hashable, Sendable {
        /// Its title is a name of the column.
        case name
        /// By what the column holds: so many of a hundred filled cells fit.
        case content(percent: Int)
        /// A column further to the left means the same.
        case repeated
        /// Somebody said so.
        case chosen
        /// Nothing fits.
        case unknown

        public var phrase: Phrase {
            switch self {
            case .name: Phrase("按名称", "by its title")
            case .content(let percent): Phrase("按内容 \(percent)%", "by content, \(percent) %")
            case .repeated: Phrase("与前列重复", "as one before")
            case .chosen: Phrase("指定", "chosen")
            case .unknown: Phrase("不认识", "not recognised")
            }
        }
    }

    /// What a message calls it: its title, else its number.
    public var name: Phrase {
        var title = PlainText.trimmed(title)
        // What stands there may be anything: a message stays a line.
        if title.utf8.count > 120 || title.contains(where: \.isNewline) { title = String(title.prefix(40).map { $0.isNewline ? " " : $0 }) + "…" }
        return title.isEmpty ? Phrase("第 \(position + 1) 列", "column \(position + 1)") : Phrase("“\(title)”列", "the column “\(title)”")
    }

    public init(position: Int, title: String, meaning: ColumnMeaning, reason: Reason, samples: [String]) {
        (self.position, self.title, self.meaning, self.reason, self.samples) = (position, title, meaning, reason, samples)
    }
}
