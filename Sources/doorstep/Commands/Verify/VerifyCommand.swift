import ArgumentParser
import DoorstepCore
import DoorstepExchange
import DoorstepStore

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: .told("核对台站数据、备份或导出的表格有没有缺失和改动。", "Checks the store, a backup or an exported sheet for loss and tampering."))

    @Argument(help: .told("备份，导出的台账或表格（默认：台站数据）。", "A backup, or an exported log or sheet (default: the store)."), completion: .file())
    var file: String?

    @Option(
        help: .told(
            "签名存证：表格旁边的（默认：FILE.checkpoint），或别人留存的、台站数据应当符合的；可以给几次。",
            "A checkpoint: the sheet's (default: FILE.checkpoint), or one that somebody kept and the store has to fit; may be given several times."),
        completion: .file())
    var checkpoint: [String] = []

    @OptionGroup var station: StationOptions

    func run() throws {
        let held = try checkpoint.map { try CheckpointFile.read($0) }
        guard let file else { return try verifyStore(station.path, held) }
        if (try? Backup.isOne(file)) == true { return try verifyBackup(file, held) }
        guard (try? PlainCopy.isOne(file)) == true else { return try verifySheet(file, held) }
        try Input.isSame(file, station.path) ? verifyStore(file, held) : verifyCopy(file, held)
    }

    private func verifyStore(_ path: String, _ held: [Checkpoint]) throws {
        let store = try StationStore.open(at: path)
        do {
            _ = try Desk.unlock(store, station, .offered)
        } catch StoreError.damaged {
            // What can be checked without keys still is.
        }
        try tell(store.verify(against: held), Phrase("台站数据完好：", "The store holds: "), held)
    }

    private func verifyBackup(_ file: String, _ held: [Checkpoint]) throws {
        let verdict: Verdict
        do {
            let backup = try station.open(Backup(at: file))
            verdict = try LongWork.run(station.language) { watch in try backup.check(against: held, watch: watch) }
        } catch let error as BackupError {
            guard case .damaged = error else { throw error }
            Output.say(error.message(station.language))
            throw FindingsExit(code: 1)
        }
        try tell(verdict, Phrase("备份完好：", "The backup holds: "), held)
    }

    /// A store's file, copied as it was.
    private func verifyCopy(_ file: String, _ held: [Checkpoint]) throws {
        let verdict = try LongWork.run(station.language) { watch in try PlainCopy.check(file, against: held, watch: watch) }
        if !verdict.holds {
            Output.say(
                Phrase(
                    "\(file) 是直接复制的台站数据文件，不是备份；使用中复制的文件不完整，请用 doorstep backup 备份。",
                    "\(file) is a plain copy of a store, not a backup; copied while in use it is not whole: make copies with doorstep backup.")(
                        station.language))
        }
        try tell(verdict, Phrase("直接复制的台站数据文件（不是备份）完好：", "A plain copy of a store (not a backup) holds: "), held)
    }

    private func tell(_ verdict: Verdict, _ title: Phrase, _ held: [Checkpoint]) throws {
        let language = station.language
        for finding in verdict.findings { Output.say(finding(language)) }
        if verdict.sealsOpened == nil {
            Output.say(
                Phrase("没有口令，加密的内容没有打开核对，只核对了它与日志是否一致。", "Without a passphrase what is sealed was not opened, only compared with the journal.")(language))
        }
        guard verdict.holds else { throw FindingsExit(code: 1) }
        let checkpoints = verdict.checkpoints + held.count
        let seals = verdict.sealsOpened.map { Phrase("，打开加密内容 \($0) 处", ", \($0) seals opened") } ?? Phrase("", "")
        print((title + verdict.counts + Phrase("，签名存证 \(checkpoints) 个", ", \(checkpoints) checkpoints") + seals + Phrase("。", "."))(language))
        print(Phrase("日志链 \(verdict.head)", "journal head \(verdict.head)")(language))
        print(Phrase("台账链 \(verdict.ledgerHead)", "ledger head \(verdict.ledgerHead)")(language))
    }

    private func verifySheet(_ file: String, _ held: [Checkpoint]) throws {
        let language = station.language
        let (message, holds) = try ExportedSheet(file: file, held: held.first, catalogue: Resources.catalogue()).verdict
        guard holds else {
            Output.say(message(language))
            throw FindingsExit(code: 1)
        }
        print(message(language))
    }
}
