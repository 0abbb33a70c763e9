import ArgumentParser
import DoorstepCore
import DoorstepStore
import Foundation

struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: .told(
            "从备份恢复台站数据：先全部核对，原有的文件改名保留在旁边。",
            "Brings the store back from a backup: everything is checked first, and what was there stays beside it under another name."))

    @Argument(help: .told("备份文件。", "The backup."), completion: .file())
    var file: String

    @Flag(help: .told("已有台站数据时不再询问。", "Do not ask where there is a store already."))
    var yes = false

    @OptionGroup var station: StationOptions

    func run() throws {
        let language = station.language
        let path = station.path
        let backup = try station.open(Backup(at: file))
        let catalogue = try Resources.catalogue()
        try Folders.make(for: path)
        let restored = try LongWork.run(language) { watch in
            let caseworker = backup.caseworker ?? station.worker
            return try backup.restore(to: path, by: caseworker, now: Surroundings.now(), catalogue: catalogue, watch: watch) { verdict in
                yes || ask(verdict, path, language, watch)
            }
        }
        print((Phrase("已恢复 \(path)：", "Restored \(path): ") + restored.verdict.counts + Phrase("。", "."))(language))
        if let kept = restored.kept { print(Phrase("原有的文件保留为 \(kept)", "what was there is kept as \(kept)")(language)) }
        if restored.erasedAgain > 0 {
            print(Phrase("备份之后删除的 \(restored.erasedAgain) 人已再次删除", "\(restored.erasedAgain) people erased since the backup were erased again")(language))
        }
        if !restored.couldReadReplaced {
            Output.say(
                Phrase(
                    "原有的文件读不出来：备份之后删除过谁，无从得知，请查纸质记录再次删除。",
                    "What was there could not be read, so whom it had erased since the backup is not known; look it up on paper, and erase them again.")(language))
        }
    }

    private func ask(_ verdict: Verdict, _ path: String, _ language: Language, _ watch: BackupWatch) -> Bool {
        LongWork.confirm(
            (Phrase("备份完好：", "The backup holds: ") + verdict.counts
                + Phrase(
                    "。\(path) 现有的数据会改名保留，备份之后的改动不再显示。确定请输入 yes：",
                    ". What is at \(path) now is kept under another name; changes since the backup will not be seen. Type yes to go on: "))(language), watch)
    }
}
