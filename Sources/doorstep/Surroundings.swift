import DoorstepCore
import Foundation

/// What the program takes from around it: environment, clock, who is there.
enum Surroundings {
    static func variable(_ name: String) -> String? {
        ProcessInfo.processInfo.environment[name]
    }

    /// As the arguments say, else as the environment does.
    static func language(arguments: [String]) -> Language {
        for (index, argument) in arguments.enumerated() {
            if argument == "--lang", arguments.indices.contains(index + 1), let language = Language(rawValue: arguments[index + 1]) {
                return language
            }
            if argument.hasPrefix("--lang="), let language = Language(rawValue: String(argument.dropFirst(7))) { return language }
        }
        return Language(localeNames: [variable("LC_ALL"), variable("LC_MESSAGES"), variable("LANG")])
    }

    /// The day by the local clock.
    static func today() -> Day {
        var now = time(nil)
        var parts = tm()
        localtime_r(&now, &parts)
        return Day(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday)) ?? Day(number: 0)
    }

    /// This moment in UTC: `2026-11-21T03:04:05Z`.
    static func now() -> String {
        var now = time(nil)
        var parts = tm()
        gmtime_r(&now, &parts)
        func two(_ number: Int32) -> String { (number < 10 ? "0" : "") + String(number) }
        let day = Day(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday)) ?? Day(number: 0)
        return "\(day)T\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))Z"
    }

    static func loginName() -> String {
        for name in ["LOGNAME", "USER"] {
            if let value = variable(name), !value.isEmpty { return value }
        }
        let name = NSUserName()
        return name.isEmpty ? "unknown" : name
    }

    /// Where the caseworker's own files are: Foundation alone would ask who
    /// runs the program, and not look at `HOME`.
    static var home: String { variable("HOME").flatMap { $0.hasPrefix("/") ? $0 : nil } ?? NSHomeDirectory() }

    /// The store that is meant where none is named.
    static func standardStore() -> String {
        if let path = variable("DOORSTEP_STORE"), !path.isEmpty { return path }
        let data = variable("XDG_DATA_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil } ?? home + "/.local/share"
        return data + "/doorstep/station.doorstep"
    }
}

extension Surroundings {
    /// The local day on which a moment in UTC fell.
    static func localDay(ofRecorded moment: String) -> Day? {
        guard let day = Day(iso: moment.prefix(10)), moment.count >= 19 else { return nil }
        let clock = moment.dropFirst(11).prefix(8).split(separator: ":").compactMap { Int($0) }
        guard clock.count == 3 else { return nil }
        return localDay(of: time_t(Int(day.number) * 86_400 + clock[0] * 3600 + clock[1] * 60 + clock[2]))
    }

    /// The local day of a moment, in seconds of the system's clock.
    static func localDay(of moment: Int) -> Day? {
        var seconds = time_t(moment)
        var parts = tm()
        localtime_r(&seconds, &parts)
        return Day(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    }
}
