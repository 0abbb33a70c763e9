import ArgumentParser
import DoorstepCore
import DoorstepStore

struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: .told(
            "备份台站数据：使用中也可以，核对后加密写入；用同样的口令或恢复码打开。",
            "Makes a whole, checked and sealed copy of the store while it is in use; the same passphrases and recovery code open it."))

    @Argument(help: .told("备份文件。", "The backup to write."), completion: .file())
    var file: String

    @Flag(help: .told("已有同名文件时覆盖它。", "Replace a file of that name."))
    var replace = false

    @OptionGroup var station: StationOptions

    func run() throws {
        let desk = try Desk.open(station)
        let receipt = try LongWork.run(desk.language) { watch in
            try desk.store.backUp(to: file, replacing: replace, by: desk.caseworker, now: Surroundings.now(), watch: watch)
        }
        print((Phrase("已备份到 \(file)：", "Backed up to \(file): ") + receipt.verdict.counts + Phrase("。", "."))(desk.language))
        print(Phrase("\(receipt.bytes) 字节，SHA-256 \(receipt.digest)", "\(receipt.bytes) bytes, SHA-256 \(receipt.digest)")(desk.language))
        guard let reason = receipt.unjournalled else { return }
        Output.say((Phrase("备份完好，但没能记入日志：", "The backup is whole, but the journal could not tell of it: ") + reason.message)(desk.language))
        throw FindingsExit(code: 1)
    }
}

extension StationOptions {
    /// Opens a backup, asking for a passphrase where it needs one.
    func open(_ backup: Backup) throws -> OpenBackup {
        guard backup.needsPassphrase else { return try backup.open(nil, as: nil) }
        let known = backup.caseworkers
        let name = caseworker == nil && !known.contains(worker) ? nil : worker
        let typed = try passphrase(of: name ?? (known.count == 1 ? known.first : nil)).read()
        return try backup.open(Passphrase(typed), as: name)
    }
}

extension Verdict {
    /// How much of everything was looked at.
    var counts: Phrase {
        Phrase(
            "日志 \(entries) 条，台账 \(steps) 步，推荐 \(placements) 笔，求职者 \(people) 人，岗位 \(jobs) 个，单位 \(employers) 家",
            "\(entries) journal entries, \(steps) steps, \(placements) placements, \(people) people, \(jobs) jobs, \(employers) employers")
    }
}
