import DoorstepCore

/// The ledger of placement steps as a log that can be checked by itself.
public enum LedgerRows {
    /// The columns of the log: the twelve that each link covers, between
    /// them the person's name, which it does not; the number of the step
    /// that a correction takes back, the reason and the evidence, as the
    /// ledger keeps it, which links cover where there are any; then the note,
    /// uncovered, and the two links.
    public enum Column: String, CaseIterable, Sendable {
        case number
        case placement
        case job
        case person
        case name
        case stage
        case party = "by"
        case date
        case recorded
        case caseworker
        case employer
        case title
        case kind
        case corrects
        case reason
        case evidence
        case note
        case previous = "previous_link"
        case link

        public var phrase: Phrase {
            switch self {
            case .number: Phrase("序号", rawValue)
            case .placement: Phrase("推荐编号", rawValue)
            case .job: Phrase("岗位编号", rawValue)
            case .person: Phrase("求职者编号", rawValue)
            case .name: Phrase("姓名", rawValue)
            case .stage: Phrase("阶段", rawValue)
            case .party: Phrase("未成方", rawValue)
            case .date: Phrase("日期", rawValue)
            case .recorded: Phrase("记录时间", rawValue)
            case .caseworker: Phrase("经办人", rawValue)
            case .employer: Phrase("单位", rawValue)
            case .title: Phrase("岗位", rawValue)
            case .kind: Phrase("用工形式", rawValue)
            case .corrects: Phrase("更正步骤", rawValue)
            case .reason: Phrase("原因", rawValue)
            case .evidence: Phrase("凭证", rawValue)
            case .note: Phrase("备注", rawValue)
            case .previous: Phrase("上一链值", rawValue)
            case .link: Phrase("链值", rawValue)
            }
        }

        /// Covered by the link.
        public var isCovered: Bool {
            switch self {
            case .name, .note, .previous, .link: false
            default: true
            }
        }

        /// Logs of earlier programs have no columns of corrections, reasons
        /// and evidence.
        fileprivate var isRequired: Bool {
            switch self {
            case .corrects, .reason, .evidence: false
            default: isCovered || self == .link || self == .previous
            }
        }
    }

    public static func header(_ language: Language) -> [String] {
        Column.allCases.map { $0.phrase(language) }
    }

    /// One step of a placement.
    ///
    /// - Parameters:
    ///   - previous: the link of the step before it in the ledger.
    ///   - isMasked: names in part, notes not at all.
    public static func row(
        _ step: PlacementStep, of placement: Placement, name: String, previous: String, catalogue: Catalogue, language: Language, isMasked: Bool
    ) -> [SheetValue] {
        Column.allCases.map { column in
            let text: String
            switch column {
            case .number: return .integer(step.number)
            case .placement: text = placement.id.text
            case .job: text = placement.job.text
            case .person: text = placement.person.text
            case .name: text = isMasked ? Masking.name(name) : name
            case .stage: text = step.stage.phrase(language)
            case .party: text = step.party.map { $0.phrase(language) } ?? ""
            case .date: return .date(step.date.description)
            case .recorded: text = step.recorded
            case .caseworker: text = step.caseworker
            case .employer: text = step.employer
            case .title: text = step.title
            case .kind: text = catalogue.kinds.kind(step.kind).map { $0.name(language) } ?? step.kind
            case .corrects: return step.corrects.map { .integer($0) } ?? .empty
            case .reason: text = step.reason.map { $0.phrase(language) } ?? ""
            case .evidence: text = step.evidence.text
            case .note: text = isMasked ? Masking.whole(step.note) : step.note
            case .previous: text = previous
            case .link: text = step.link
            }
            return text.isEmpty ? .empty : .text(text)
        }
    }

    /// The log's rows as the ledger has them: words turned back into what
    /// the links cover, in the order of `Column`, whatever order and language
    /// the sheet has. A word that is none stays as it is, so that its link
    /// does not hold.
    ///
    /// - Throws: `SheetError` where the file is no such log.
    public static func read(file: String, bytes: [UInt8], catalogue: Catalogue) throws(SheetError) -> [(line: Int, cells: [Column: String])] {
        let text: DecodedText
        do { text = try TextDecoder.decode(bytes) } catch { throw .notDecoded(file: file, error) }
        return try read(CSVReader(text), file, catalogue)
    }

    /// As the other, of a workbook.
    public static func read(file: String, workbook: ExportedWorkbook, catalogue: Catalogue) throws(SheetError) -> [(line: Int, cells: [Column: String])] {
        try read(workbook.lines.makeIterator(), file, catalogue)
    }

    private static func read(
        _ lines: some IteratorProtocol<SheetLine>, _ file: String, _ catalogue: Catalogue
    ) throws(SheetError) -> [(line: Int, cells: [Column: String])] {
        var rows = lines
        let header = Header<Column>.find(in: &rows) { title in
            Column.allCases.first { title == PlainText.key($0.phrase.chinese) || title == $0.rawValue }
        }
        guard let header else { throw .notLog(file: file) }
        for column in Column.allCases where column.isRequired && !header.meanings.values.contains(column) {
            throw .missingColumn(file: file, line: header.lines.lowerBound, column.phrase)
        }
        var result: [(line: Int, cells: [Column: String])] = []
        while let row = rows.next() {
            guard row.cells.contains(where: { !$0.isEmpty }) else { continue }
            var cells: [Column: String] = [:]
            for (position, column) in header.meanings {
                let cell = position < row.cells.count ? row.cells[position] : ""
                switch column {
                case .stage: cells[column] = Stage.read(cell)?.rawValue ?? cell
                case .party: cells[column] = cell.isEmpty ? "" : Party.read(cell)?.rawValue ?? cell
                case .reason: cells[column] = cell.isEmpty ? "" : StepReason.read(cell)?.rawValue ?? cell
                case .kind: cells[column] = cell.isEmpty ? "" : catalogue.kinds.kind(cell)?.code ?? cell
                default: cells[column] = cell
                }
            }
            result.append((row.line, cells))
        }
        return result
    }
}
