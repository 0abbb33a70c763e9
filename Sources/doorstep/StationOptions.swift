import ArgumentParser
import DoorstepCore

extension Language: ExpressibleByArgument {}

extension Day: ExpressibleByArgument {
    public init?(argument: String) {
        guard let day = CellReading.day(argument) else { return nil }
        self = day
    }
}

/// The options that every command shares.
struct StationOptions: ParsableArguments {
    @Option(help: .told("台站的数据文件（默认：$DOORSTEP_STORE，否则是 $XDG_DATA_HOME 下的 doorstep/station.doorstep）。", "The station's store (default: $DOORSTEP_STORE, else doorstep/station.doorstep in $XDG_DATA_HOME)."))
    var store: String?

    @Option(help: .told("显示的语言：zh 或 en。", "The language of what is shown: zh or en."))
    var lang: Language?

    @Option(help: .told("以哪一天为准，YYYY-MM-DD（默认：今天）。", "The date to work as of, YYYY-MM-DD (default: today)."))
    var on: Day?

    @Option(help: .told("记在谁名下（默认：登录名）。", "Who does it, where it is recorded (default: the login name)."))
    var caseworker: String?

    var language: Language { lang ?? Surroundings.language(arguments: []) }
    var day: Day { on ?? Surroundings.today() }
    var path: String { store ?? Surroundings.standardStore() }

    /// A name stays on one line of every log.
    var worker: String {
        let name = StationOptions.oneLine(caseworker ?? "")
        return name.isEmpty ? Surroundings.loginName() : name
    }

    static func oneLine(_ text: String) -> String {
        let blank: Unicode.Scalar = " "
        let scalars = text.unicodeScalars.map { $0.properties.generalCategory == .control || $0 == "\u{2028}" || $0 == "\u{2029}" ? blank : $0 }
        return PlainText.trimmed(String(String.UnicodeScalarView(scalars)))
    }
}
