import DoorstepCore
import DoorstepExchange
import DoorstepStore

/// A sheet that left a station, as somebody has it now.
struct ExportedSheet {
    private let file: String
    private let rows: [[String]]
    /// The rows as the ledger has them; nil where the sheet is no log.
    private let log: [(line: Int, cells: [LedgerRows.Column: String])]?
    private let checkpoint: Checkpoint?

    /// - Parameter held: the checkpoint that somebody has; else the one in the
    ///   workbook counts, or the one beside the sheet.
    /// - Throws: `SheetError` where the file cannot be read at all,
    ///   `CheckpointProblem` where its checkpoint is none.
    init(file: String, held: Checkpoint?, catalogue: Catalogue) throws {
        self.file = file
        // What cannot be opened is told of as ever.
        let bytes = try Input.bytes(file)
        let workbook = bytes.starts(with: Array("PK".utf8)) ? try ExportedWorkbook(path: file) : nil
        var checkpoint = held
        if checkpoint == nil, let lines = workbook?.checkpoint, !lines.isEmpty {
            checkpoint = Checkpoint(text: lines.map { $0 + "\n" }.joined())
            if checkpoint == nil { throw CheckpointProblem.unreadable(file) }
        }
        self.checkpoint = try checkpoint ?? CheckpointFile.beside(file)
        do throws(SheetError) {
            log = if let workbook { try LedgerRows.read(file: file, workbook: workbook, catalogue: catalogue) } else { try LedgerRows.read(file: file, bytes: bytes, catalogue: catalogue) }
        } catch {
            // Any sheet with a checkpoint can be checked by its digest.
            guard case .notLog = error, self.checkpoint?.sheet != nil else { throw error }
            log = nil
        }
        if let workbook {
            rows = workbook.rows
            return
        }
        let text: DecodedText
        do { text = try TextDecoder.decode(bytes) } catch { throw SheetError.notDecoded(file: file, error) }
        rows = CSVReader(text).dropFirst().map(\.cells)
    }

    /// Whether the sheet is what the station exported, and what to say.
    var verdict: (message: Phrase, holds: Bool) {
        let chain = chainVerdict()
        if let (message, holds) = chain, !holds { return (message, false) }
        guard let checkpoint else {
            let unsigned = Phrase("旁边没有签名存证，无法确认出自哪个台站、是否截断。", "There is no checkpoint beside it: whose it is, and whether it was cut short, cannot be told.")
            return ((chain?.message ?? Phrase(verbatim: "\(file): ")) + Phrase("", " ") + unsigned, true)
        }
        if let flaw = flaw(checkpoint) { return (Phrase("\(file)：", "\(file): ") + flaw, false) }
        let signed = Phrase(
            "签名有效：台站 \(checkpoint.station)，\(checkpoint.time)，公钥 \(fingerprint(checkpoint))。",
            "The signature holds: station \(checkpoint.station), \(checkpoint.time), key \(fingerprint(checkpoint)).")
        return ((chain?.message ?? Phrase("\(file)：\(rows.count) 行没有改动。", "\(file): \(rows.count) rows, unchanged.")) + Phrase("", " ") + signed, true)
    }

    private func fingerprint(_ checkpoint: Checkpoint) -> String { String(checkpoint.text.split(separator: "\n").first { $0.hasPrefix("key ") }?.dropFirst(4).prefix(16) ?? "") }

    /// By the chain of the log alone; nil where the sheet is no log.
    private func chainVerdict() -> (message: Phrase, holds: Bool)? {
        guard let log else { return nil }
        switch LedgerLog.verify(log.map { row in ExportedSheet.columns.map { row.cells[$0] ?? "" } }) {
        case .broken(let row, let flaw):
            // The steps between may have been left out by a query.
            if case .removedOrPutInBefore = flaw, isOfQuery { return nil }
            // The verdict counts rows below the header; people count lines.
            let line = log.indices.contains(row - 1) ? log[row - 1].line : row
            let message = LedgerLog.Verdict.broken(row: row, flaw).message
            return (Phrase("\(file) 第 \(line) 行（", "\(file) line \(line) (") + message + Phrase("）", ")"), false)
        case let verdict: return (Phrase(verbatim: "\(file): ") + verdict.message, true)
        }
    }

    private var isOfQuery: Bool { checkpoint?.sheet.map { $0.log == nil } ?? false }

    private static let columns: [LedgerRows.Column] = LedgerRows.Column.allCases.filter(\.isCovered) + [.previous, .link]

    /// What does not fit the checkpoint; nil where all does.
    private func flaw(_ checkpoint: Checkpoint) -> Phrase? {
        guard checkpoint.isSigned else { return Phrase("签名存证的签名不对。", "the checkpoint's signature does not hold.") }
        guard let sheet = checkpoint.sheet else { return Phrase("签名存证不是随表格出的。", "the checkpoint is not one of a sheet.") }
        let count = log?.count ?? rows.count
        guard sheet.rows == count else {
            return Phrase("签名存证写着 \(sheet.rows) 行，这里有 \(count) 行。", "the checkpoint tells of \(sheet.rows) rows, and there are \(count).")
        }
        if let told = sheet.log, let log {
            let (first, last) = (log.first?.cells[.number], log.last?.cells[.number])
            guard first == String(told.first), last == String(told.last), log.last?.cells[.link] == told.link else {
                return Phrase("不是签名存证所写的那一段台账。", "these are not the steps that the checkpoint tells of.")
            }
            return nil
        }
        guard SheetDigest.of(rows) == sheet.digest else { return Phrase("内容被改动。", "its content was changed.") }
        return nil
    }
}
