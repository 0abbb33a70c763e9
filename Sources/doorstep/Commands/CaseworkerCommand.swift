import ArgumentParser
import DoorstepCore
import DoorstepStore

/// Who may open the store.
struct CaseworkerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "caseworker", abstract: .told("经办人和他们的口令。", "The caseworkers and their passphrases."),
        subcommands: [CaseworkerList.self, CaseworkerAdd.self, CaseworkerRemove.self, CaseworkerPassphrase.self, CaseworkerRecovery.self])

    func run() throws { throw MissingSubcommand(command: "caseworker") }
}

struct CaseworkerList: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: .told("列出经办人。", "Lists the caseworkers."))
    @OptionGroup var station: StationOptions

    func run() throws {
        for name in try StationStore.open(at: station.path).caseworkers() { print(StationOptions.oneLine(name)) }
    }
}

/// A passphrase that is to be set.
struct NewPassphraseOptions: ParsableArguments {
    @Option(help: .told("新口令所在的文件（默认：$DOORSTEP_NEW_PASSPHRASE，否则在终端上输入两次）。", "A file with the new passphrase (default: $DOORSTEP_NEW_PASSPHRASE, else typed twice at the terminal)."), completion: .file())
    var newPassphraseFile: String?

    func read(for name: String, _ language: Language) throws -> Passphrase {
        let prompt = Phrase("\(name) 的新口令（至少 \(Passphrase.shortest) 个字符）：", "New passphrase of \(name) (\(Passphrase.shortest) characters at least): ")
        let source = PassphraseSource(file: newPassphraseFile, variable: "DOORSTEP_NEW_PASSPHRASE", prompt: prompt, language: language)
        return try Passphrase(new: source.readNew())
    }
}

struct CaseworkerAdd: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: .told(
            "给一位经办人设口令；没有口令的台站从此有了口令，并写出恢复码。",
            "Gives a caseworker a passphrase; a store without one has passphrases from then on, and its recovery code is written."))

    @Argument(help: .told("经办人的名字。", "The caseworker's name.")) var name: String
    @OptionGroup var new: NewPassphraseOptions
    @OptionGroup var station: StationOptions

    func run() throws {
        let name = StationOptions.oneLine(self.name)
        guard !name.isEmpty else { throw CaseworkerProblem.nameMissing }
        let desk = try Desk.open(station)
        let passphrase = try new.read(for: name, station.language)
        if let recovery = try desk.store.addCaseworker(name, passphrase, by: desk.caseworker, now: Surroundings.now()) {
            CaseworkerRecovery.tell(recovery, station.language)
        }
    }
}

struct CaseworkerRemove: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "remove", abstract: .told("删除一位经办人的口令。", "Takes a caseworker's passphrase away."))

    @Argument(help: .told("经办人的名字。", "The caseworker's name.")) var name: String
    @OptionGroup var station: StationOptions

    func run() throws {
        let desk = try Desk.open(station)
        try desk.store.removeCaseworker(StationOptions.oneLine(name), by: desk.caseworker, now: Surroundings.now())
    }
}

struct CaseworkerPassphrase: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "passphrase", abstract: .told("换口令；忘了口令的，用恢复码打开。", "Changes a passphrase; who forgot it opens the store with the recovery code."))

    @Argument(help: .told("经办人的名字（默认：自己）。", "The caseworker's name (default: one's own).")) var name: String?
    @OptionGroup var new: NewPassphraseOptions
    @OptionGroup var station: StationOptions

    func run() throws {
        let desk = try Desk.open(station)
        let name = StationOptions.oneLine(self.name ?? desk.caseworker)
        let passphrase = try new.read(for: name, station.language)
        try desk.store.changePassphrase(of: name, to: passphrase, by: desk.caseworker, now: Surroundings.now())
    }
}

struct CaseworkerRecovery: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "recovery", abstract: .told("换一个恢复码，旧的作废。", "Makes a new recovery code; the old one opens nothing any more."))
    @OptionGroup var station: StationOptions

    func run() throws {
        let desk = try Desk.open(station)
        CaseworkerRecovery.tell(try desk.store.renewRecovery(by: desk.caseworker, now: Surroundings.now()), station.language)
    }

    /// The code goes to standard output by itself, to be printed; what it is
    /// for goes to standard error.
    static func tell(_ code: RecoveryCode, _ language: Language) {
        Output.say(
            Phrase(
                "恢复码（只显示这一次，请打印后锁进柜子；忘了口令时用它打开）：",
                "The recovery code, shown this once: print it and lock it away; it opens the store when a passphrase is forgotten.")(language))
        print(code.text)
    }
}

enum CaseworkerProblem: SayableError {
    case nameMissing

    var message: Phrase {
        Phrase("经办人的名字不能为空。", "The caseworker's name is empty; give one.")
    }
}
