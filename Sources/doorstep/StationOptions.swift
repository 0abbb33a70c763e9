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
    @Option(help: "The station's store (default: $DOORSTEP_STORE, else doorstep/station.doorstep in $XDG_DATA_HOME).")
    var store: String?

    @Option(help: "The language of what is shown: zh or en.")
    var lang: Language?

    @Option(help: "The date to work as of, YYYY-MM-DD (default: today).")
    var on: Day?

    @Option(help: "Who does it, where it is recorded (default: the login name).")
    var caseworker: String?

    var language: Language { lang ?? Surroundings.language(arguments: []) }
    var day: Day { on ?? Surroundings.today() }
    var path: String { store ?? Surroundings.standardStore() }
    var worker: String { caseworker ?? Surroundings.loginName() }
}
