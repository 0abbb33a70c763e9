import Foundation
import Synchronization

/// A workbook (XLSX), opened: its sheets can be gone through as often as
/// wanted, several at a time.
///
/// Kept in memory are the texts that cells share, the formats and, once they
/// were asked for, the merged cells; the sheets are read from the file row by
/// row.
final class Workbook: Sendable {
    /// As the workbook has them, those it hides behind the others.
    let sheets: [String]
    /// The first that holds anything.
    let firstSheet: String

    private let source: WorkbookSource
    private let content: WorkbookContent
    private let parts: [String: String]
    private let merges = Mutex<[String: MergedCells]>([:])

    static let signatures: [[UInt8]] = [[0x50, 0x4B, 0x03, 0x04], [0x50, 0x4B, 0x05, 0x06], [0x50, 0x4B, 0x07, 0x08]]

    init(_ source: WorkbookSource) throws(WorkbookProblem) {
        let archive = try Archive(source)
        let main = try Workbook.mainPart(archive)
        let outline = WorkbookOutline()
        try XMLReader.read(archive.open(main), outline)
        let relations = Relations(of: main)
        try XMLReader.read(archive.open(Relations.part(of: main)), relations)

        var parts: [String: String] = [:]
        var names: [String] = []
        for sheet in outline.sheets.filter({ !$0.isHidden }) + outline.sheets.filter(\.isHidden) {
            guard let relation = relations.all[sheet.relation], ["worksheet", ""].contains(relation.kind), parts[sheet.name] == nil else { continue }
            parts[sheet.name] = relation.part
            names.append(sheet.name)
        }
        content = try WorkbookContent(archive, outline, relations)
        firstSheet = try Workbook.firstFilled(names, parts, archive, content)
        (self.source, self.parts, sheets) = (source, parts, names)
    }

    /// The rows of a sheet; nil where there is none of that name. Case and
    /// blanks around do not count.
    func lines(_ sheet: String) throws(WorkbookProblem) -> WorkbookLines? {
        guard let part = parts[sheet] ?? sheets.first(where: { Workbook.key($0) == Workbook.key(sheet) }).flatMap({ parts[$0] }) else { return nil }
        let archive = try Archive(source)
        return try WorkbookLines(archive.open(part), content, merges(part, archive))
    }

    private static func key(_ name: String) -> String { name.trimmingCharacters(in: .whitespacesAndNewlines).lowercased() }

    /// The merged cells, which stand behind the rows that they change: they
    /// are looked for before. A sheet without any, which is most, is not taken
    /// apart for that.
    private func merges(_ part: String, _ archive: Archive) throws(WorkbookProblem) -> MergedCells {
        if let known = merges.withLock({ $0[part] }) { return known }
        var cells = MergedCells.none
        if try archive.open(part).mayContain("mergeCell") {
            let sink = MergedCellSink()
            try XMLReader.read(archive.open(part), sink)
            cells = sink.cells
        }
        merges.withLock { $0[part] = cells }
        return cells
    }

    private static func firstFilled(
        _ names: [String], _ parts: [String: String], _ archive: Archive, _ content: WorkbookContent
    ) throws(WorkbookProblem) -> String {
        guard let first = names.first else { throw .noSheets }
        guard names.count > 1 else { return first }
        for name in names {
            guard let part = parts[name] else { continue }
            if try WorkbookLines(archive.open(part), content, .none).next() != nil { return name }
        }
        return first
    }

    /// The part that all others belong to.
    private static func mainPart(_ archive: Archive) throws(WorkbookProblem) -> String {
        let root = Relations(of: "")
        if archive.has("_rels/.rels") { try XMLReader.read(archive.open("_rels/.rels"), root) }
        let main = root.first("officeDocument") ?? "xl/workbook.xml"
        if main.lowercased().hasSuffix(".bin") || archive.has("xl/workbook.bin") { throw .binaryFormat }
        if archive.has("word/document.xml") || archive.has("ppt/presentation.xml") { throw .otherDocument }
        guard !archive.has(main) else { return main }
        if archive.has("content.xml"), archive.has("META-INF/manifest.xml") {
            throw archive.has("mimetype") ? try openDocument(archive) : .openDocument
        }
        guard archive.has("[Content_Types].xml") || archive.contains(where: { $0.hasPrefix("xl/") }) else { throw .otherArchive }
        throw .missingPart(main)
    }

    /// Which of LibreOffice's documents it is.
    private static func openDocument(_ archive: Archive) throws(WorkbookProblem) -> WorkbookProblem {
        try archive.open("mimetype").mayContain("spreadsheet") ? .openDocument : .otherDocument
    }
}

/// What the cells of all sheets share.
struct WorkbookContent: Sendable {
    let strings: SharedStrings
    let formats: [CellFormat]
    let countsFrom1904: Bool

    init(strings: SharedStrings = SharedStrings(), formats: [CellFormat] = [], countsFrom1904: Bool = false) {
        (self.strings, self.formats, self.countsFrom1904) = (strings, formats, countsFrom1904)
    }

    fileprivate init(_ archive: Archive, _ outline: WorkbookOutline, _ relations: Relations) throws(WorkbookProblem) {
        let formats = CellFormats()
        if let part = relations.first("styles"), archive.has(part) { try XMLReader.read(archive.open(part), formats) }
        var strings = SharedStrings()
        if let part = relations.first("sharedStrings"), archive.has(part) {
            let sink = SharedStringSink(part: part)
            try XMLReader.read(archive.open(part), sink)
            strings = sink.strings
        }
        self.init(strings: strings, formats: formats.all, countsFrom1904: outline.countsFrom1904)
    }
}
