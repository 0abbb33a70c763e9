import ArgumentParser
import DoorstepCore
import DoorstepExchange
import DoorstepStore

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: .told("核对台站数据、备份或导出的台账有没有缺失和改动。", "Checks the store, a backup or an exported log for loss and tampering."))

    @Argument(help: .told("备份，或导出的台账（默认：台站数据）。", "A backup, or an exported log of placements (default: the store)."))
    var file: String?

    @OptionGroup var station: StationOptions

    func run() throws {
        guard let file else { return try verifyStore(station.path) }
        if (try? Backup.isOne(file)) == true { return try verifyBackup(file) }
        guard (try? PlainCopy.isOne(file)) == true else { return try verifyLog(file) }
        try Input.isSame(file, station.path) ? verifyStore(file) : verifyCopy(file)
    }

    private func verifyStore(_ path: String) throws {
        try tell(StationStore.open(at: path).verify(), Phrase("台站数据完好：", "The store holds: "))
    }

    private func verifyBackup(_ file: String) throws {
        let verdict: Verdict
        do {
            let backup = try station.open(Backup(at: file))
            verdict = try LongWork.run(station.language) { watch in try backup.check(watch: watch) }
        } catch let error as BackupError {
            guard case .damaged = error else { throw error }
            Output.say(error.message(station.language))
            throw FindingsExit(code: 1)
        }
        try tell(verdict, Phrase("备份完好：", "The backup holds: "))
    }

    /// A store's file, copied as it was.
    private func verifyCopy(_ file: String) throws {
        let verdict = try LongWork.run(station.language) { watch in try PlainCopy.check(file, watch: watch) }
        if !verdict.holds {
            Output.say(
                Phrase(
                    "\(file) 是直接复制的台站数据文件，不是备份；使用中复制的文件不完整，请用 doorstep backup 备份。",
                    "\(file) is a plain copy of a store, not a backup; copied while in use it is not whole: make copies with doorstep backup.")(
                        station.language))
        }
        try tell(verdict, Phrase("直接复制的台站数据文件（不是备份）完好：", "A plain copy of a store (not a backup) holds: "))
    }

    private func tell(_ verdict: Verdict, _ title: Phrase) throws {
        let language = station.language
        for finding in verdict.findings { Output.say(finding(language)) }
        guard verdict.holds else { throw FindingsExit(code: 1) }
        print((title + verdict.counts + Phrase("。", "."))(language))
        print(Phrase("日志链 \(verdict.head)", "journal head \(verdict.head)")(language))
        print(Phrase("台账链 \(verdict.ledgerHead)", "ledger head \(verdict.ledgerHead)")(language))
    }

    private func verifyLog(_ file: String) throws {
        let language = station.language
        let rows = try LedgerRows.read(file: file, bytes: Input.bytes(file), catalogue: Resources.catalogue())
        let columns: [LedgerRows.Column] = LedgerRows.Column.allCases.filter(\.isCovered) + [.previous, .link]
        let verdict = LedgerLog.verify(rows.map { row in columns.map { row.cells[$0] ?? "" } })
        switch verdict {
        case .holds:
            print((Phrase(verbatim: "\(file): ") + verdict.message)(language))
        case .broken(let row, _):
            // The verdict counts rows below the header; people count lines.
            let line = rows.indices.contains(row - 1) ? rows[row - 1].line : row
            Output.say((Phrase("\(file) 第 \(line) 行（", "\(file) line \(line) (") + verdict.message + Phrase("）", ")"))(language))
            throw FindingsExit(code: 1)
        }
    }
}
