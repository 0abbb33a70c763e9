import ArgumentParser
import DoorstepCore
import DoorstepStore

extension Language: ExpressibleByArgument {}

extension Day: ExpressibleByArgument {
    public init?(argument: String) {
        guard let day = CellReading.day(argument) else { return nil }
        self = day
    }
}

/// The options that every command shares.
struct StationOptions: ParsableArguments {
    @Option(help: .told("台站的数据文件（默认：$DOORSTEP_STORE，否则是 $XDG_DATA_HOME 下的 doorstep/station.doorstep）。", "The station's store (default: $DOORSTEP_STORE, else doorstep/station.doorstep in $XDG_DATA_HOME)."), completion: .file())
    var store: String?

    @Option(help: .told("显示的语言：zh 或 en。", "The language of what is shown: zh or en."))
    var lang: Language?

    @Option(help: .told("以哪一天为准，YYYY-MM-DD（默认：今天）。", "The date to work as of, YYYY-MM-DD (default: today)."))
    var on: Day?

    @Option(help: .told("记在谁名下（默认：输入口令的人，否则是登录名）。", "Who does it, where it is recorded (default: the one whose passphrase it is, else the login name)."))
    var caseworker: String?

    @Option(help: .told("口令所在的文件（默认：$DOORSTEP_PASSPHRASE，否则在终端上问）。", "A file with the passphrase (default: $DOORSTEP_PASSPHRASE, else the terminal is asked)."), completion: .file())
    var passphraseFile: String?

    var language: Language { lang ?? Surroundings.language(arguments: []) }
    var day: Day { on ?? Surroundings.today() }
    var path: String { store ?? Surroundings.standardStore() }

    /// A name stays on one line of every log.
    var worker: String {
        let name = StationOptions.oneLine(caseworker ?? "")
        return name.isEmpty ? Surroundings.loginName() : name
    }

    /// - Parameter name: whose passphrase it is, where that is known.
    func passphrase(of name: String?) -> PassphraseSource {
        let prompt = name.map { Phrase("\($0) 的口令：", "Passphrase of \($0): ") } ?? Phrase("口令：", "Passphrase: ")
        return PassphraseSource(file: passphraseFile, variable: "DOORSTEP_PASSPHRASE", prompt: prompt, language: language)
    }

    /// The first passphrase of a new store.
    func newPassphrase() -> PassphraseSource {
        let prompt = Phrase("\(worker) 的口令（至少 \(Passphrase.shortest) 个字符；不设口令请用 --no-passphrase）：", "Passphrase of \(worker) (\(Passphrase.shortest) characters at least; --no-passphrase does without): ")
        return PassphraseSource(file: passphraseFile, variable: "DOORSTEP_PASSPHRASE", prompt: prompt, language: language)
    }

    static func oneLine(_ text: String) -> String {
        let blank: Unicode.Scalar = " "
        let scalars = text.unicodeScalars.map { $0.properties.generalCategory == .control || $0 == "\u{2028}" || $0 == "\u{2029}" ? blank : $0 }
        return PlainText.trimmed(String(String.UnicodeScalarView(scalars)))
    }
}
