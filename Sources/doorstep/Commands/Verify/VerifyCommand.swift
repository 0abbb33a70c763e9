import ArgumentParser
import DoorstepCore
import DoorstepExchange
import DoorstepStore

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: .told("核对台站数据或导出的表格有没有缺失和改动。", "Checks the store, or an exported sheet, for loss and tampering."))

    @Argument(help: .told("导出的台账或表格（默认：台站数据）。", "An exported log or sheet (default: the store)."))
    var file: String?

    @Option(
        help: .told(
            "签名存证：表格旁边的（默认：FILE.checkpoint），或别人留存的、台站数据应当符合的；可以给几次。",
            "A checkpoint: the sheet's (default: FILE.checkpoint), or one that somebody kept and the store has to fit; may be given several times."))
    var checkpoint: [String] = []

    @OptionGroup var station: StationOptions

    func run() throws {
        let held = try checkpoint.map { try CheckpointFile.read($0) }
        if let file { try verifySheet(file, held) } else { try verifyStore(held) }
    }

    private func verifyStore(_ held: [Checkpoint]) throws {
        let language = station.language
        let store = try StationStore.open(at: station.path)
        do {
            _ = try Desk.unlock(store, station, .offered)
        } catch StoreError.damaged {
            // What can be checked without keys still is.
        }
        let verdict = try store.verify(against: held)
        for finding in verdict.findings { Output.say(finding(language)) }
        if verdict.sealsOpened == nil {
            Output.say(
                Phrase("没有口令，加密的内容没有打开核对，只核对了它与日志是否一致。", "Without a passphrase what is sealed was not opened, only compared with the journal.")(language))
        }
        guard verdict.holds else { throw FindingsExit(code: 1) }
        print(
            Phrase(
                "台站数据完好：日志 \(verdict.entries) 条，台账 \(verdict.steps) 步，推荐 \(verdict.placements) 笔，求职者 \(verdict.people) 人，岗位 \(verdict.jobs) 个，单位 \(verdict.employers) 家，签名存证 \(verdict.checkpoints + held.count) 个\(verdict.sealsOpened.map { "，打开加密内容 \($0) 处" } ?? "")。",
                "The store holds: \(verdict.entries) journal entries, \(verdict.steps) steps, \(verdict.placements) placements, \(verdict.people) people, \(verdict.jobs) jobs, \(verdict.employers) employers, \(verdict.checkpoints + held.count) checkpoints\(verdict.sealsOpened.map { ", \($0) seals opened" } ?? "")."
            )(language))
        print(Phrase("日志链 \(verdict.head)", "journal head \(verdict.head)")(language))
        print(Phrase("台账链 \(verdict.ledgerHead)", "ledger head \(verdict.ledgerHead)")(language))
    }

    private func verifySheet(_ file: String, _ held: [Checkpoint]) throws {
        let language = station.language
        let checkpoint = try held.first ?? CheckpointFile.beside(file)
        let sheet = try ExportedSheet(file: file, catalogue: Resources.catalogue())
        let (message, holds) = sheet.verdict(checkpoint)
        guard holds else {
            Output.say(message(language))
            throw FindingsExit(code: 1)
        }
        print(message(language))
    }
}
