import ArgumentParser
import DoorstepCore
import DoorstepExchange
import DoorstepStore

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: .told("核对台站数据或导出的台账有没有缺失和改动。", "Checks the store, or an exported log, for loss and tampering."))

    @Argument(help: .told("导出的台账（默认：台站数据）。", "An exported log of placements (default: the store)."))
    var file: String?

    @OptionGroup var station: StationOptions

    func run() throws {
        if let file { try verifyLog(file) } else { try verifyStore() }
    }

    private func verifyStore() throws {
        let language = station.language
        let store = try StationStore.open(at: station.path)
        do {
            _ = try Desk.unlock(store, station, .offered)
        } catch StoreError.damaged {
            // What can be checked without keys still is.
        }
        let verdict = try store.verify()
        for finding in verdict.findings { Output.say(finding(language)) }
        if verdict.sealsOpened == nil {
            Output.say(
                Phrase("没有口令，加密的内容没有打开核对，只核对了它与日志是否一致。", "Without a passphrase what is sealed was not opened, only compared with the journal.")(language))
        }
        guard verdict.holds else { throw FindingsExit(code: 1) }
        print(
            Phrase(
                "台站数据完好：日志 \(verdict.entries) 条，台账 \(verdict.steps) 步，推荐 \(verdict.placements) 笔，求职者 \(verdict.people) 人，岗位 \(verdict.jobs) 个，单位 \(verdict.employers) 家\(verdict.sealsOpened.map { "，打开加密内容 \($0) 处" } ?? "")。",
                "The store holds: \(verdict.entries) journal entries, \(verdict.steps) steps, \(verdict.placements) placements, \(verdict.people) people, \(verdict.jobs) jobs, \(verdict.employers) employers\(verdict.sealsOpened.map { ", \($0) seals opened" } ?? "")."
            )(language))
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
