import ArgumentParser
import DoorstepConsole
import DoorstepCore
import DoorstepStore
import Foundation

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "init", abstract: .told("为台站新建数据文件。", "Makes a new store for a station."))

    @Option(name: .customLong("station"), help: .told("台站所在地的区划代码，六位或九位。", "The code of the place the station is for, six or nine digits."))
    var code: String

    @Option(help: .told("台站名称。", "The station's name."))
    var name: String

    @Flag(help: .told("不设口令：能读到文件的人就能读到全部内容。", "Keep the store without a passphrase: whoever can read the file can read it all."))
    var noPassphrase = false

    @OptionGroup var options: StationOptions

    func run() throws {
        let catalogue = try Resources.catalogue()
        guard let place = catalogue.places.place(code: code) else {
            throw StationProblem.unknownPlace(code, nearest: StationProblem.nearest(code, catalogue))
        }
        let name = StationOptions.oneLine(self.name)
        guard !name.isEmpty else { throw StationProblem.nameMissing }
        let path = options.path
        let fullName = catalogue.places.fullName(place.id)
        // Nobody chooses a passphrase for nothing.
        if !noPassphrase, FileManager.default.fileExists(atPath: path) { throw StoreError.exists(path: path) }
        let passphrase = noPassphrase ? nil : try options.newPassphrase().readNew()
        let (_, recovery) = try StationFounding.make(
            NewStation(place: place, name: name, caseworker: options.worker, passphrase: passphrase), at: path)
        guard let recovery else {
            return Output.say(
                Phrase(
                    "已为 \(name)（\(fullName)）新建 \(path)，未设口令，请依靠磁盘加密保护。",
                    "Made \(path) for \(name) (\(fullName)), without a passphrase; protect it by encrypting the disk.")(options.language))
        }
        Output.say(
            Phrase(
                "已为 \(name)（\(fullName)）新建 \(path)，经办人 \(options.worker) 凭口令打开。",
                "Made \(path) for \(name) (\(fullName)); the caseworker \(options.worker) opens it with the passphrase.")(options.language))
        CaseworkerRecovery.tell(recovery, options.language)
    }
}

enum Folders {
    /// Makes the folder that a store is to be in, where there is none.
    static func make(for path: String) throws(OutputError) {
        let folder = (path as NSString).deletingLastPathComponent
        guard !folder.isEmpty else { return }
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw .cannotWrite(folder, reason: Output.reason(errno))
        }
    }
}

/// What is wrong with a new station.
enum StationProblem: SayableError {
    case unknownPlace(String, nearest: Phrase)
    case nameMissing

    /// The places whose codes begin alike.
    static func nearest(_ code: String, _ catalogue: Catalogue) -> Phrase {
        let alike = catalogue.places.all.filter { place in
            place.code.count >= 6 && code.count >= 4 && place.code.hasPrefix(code.prefix(max(4, min(6, code.count - 1))))
        }
        return Phrase.list(alike.prefix(3).map { Phrase(verbatim: "\($0.code) \($0.name)") })
    }

    var message: Phrase {
        switch self {
        case .unknownPlace(let code, let nearest):
            nearest.chinese.isEmpty
                ? Phrase("没有代码为 \(code) 的地方，请填内蒙古的区划代码，如 150784001。", "There is no place with the code \(code); give one of Inner Mongolia, such as 150784001.")
                : Phrase("没有代码为 \(code) 的地方，相近的有 \(nearest.chinese)。", "There is no place with the code \(code); the nearest are \(nearest.english).")
        case .nameMissing:
            Phrase("站点名称不能为空，请用 --name 填写。", "The station's name is empty; give it with --name.")
        }
    }
}
