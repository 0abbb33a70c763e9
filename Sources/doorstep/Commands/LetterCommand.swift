import ArgumentParser
import DoorstepCore
import DoorstepExchange
import Foundation

struct LetterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "letter",
        abstract: .told("推荐信，带存根和回执。", "The letter of introduction, with stub and return slip."))

    @Argument(help: .told("推荐的编号。", "The placement's identifier."))
    var placement: String

    @Option(
        help: .told(
            "text 是 80 列的文字，html 打印成一页 A4（默认：按 --output 的扩展名，否则是 text）。",
            "text is 80 columns wide, html prints on one page of A4 (default: as the name of --output ends, else text)."))
    var format: LetterForm?

    @Option(help: .told("写到哪个文件（默认：标准输出）。", "The file to write (default: standard output)."), completion: .file())
    var output: String?

    @OptionGroup var station: StationOptions

    func run() throws {
        let desk = try Desk.open(station)
        guard let id = try LetterNumber.placement(placement) else { throw LetterRefusal.unknown(placement) }
        let loaded = try desk.loadTelling()
        let form = format ?? output.flatMap { LetterForm(path: $0) } ?? .text
        if let output { try Output.checkCanBeWritten(output, replacing: true) }
        let bytes = try desk.letter(id, loaded.register, loaded.settings, form)
        guard let output else { return try Output.write(bytes, to: STDOUT_FILENO, name: "stdout") }
        try Output.writeFile(output, replacing: true) { sink throws(OutputError) in try sink(bytes) }
    }
}
