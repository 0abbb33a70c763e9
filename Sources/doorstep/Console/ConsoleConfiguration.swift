import DoorstepConsole
import DoorstepCore
import Foundation
import NcursesTerminal

/// The caseworker's own file: `doorstep/config.toml` in `$XDG_CONFIG_HOME`,
/// else in `~/.config`.
enum ConsoleConfiguration {
    static var path: String {
        let folder = Surroundings.variable("XDG_CONFIG_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil } ?? Surroundings.home + "/.config"
        return folder + "/doorstep/config.toml"
    }

    /// More is no settings file.
    private static let limit = 100_000

    /// The settings, and what to say of the first thing that is wrong with
    /// the file. Without a file there is nothing to say.
    static func read() -> (settings: ConsoleSettings, problem: Phrase?) {
        guard let file = FileHandle(forReadingAtPath: path) else { return (ConsoleSettings(), nil) }
        defer { try? file.close() }
        guard let data = try? file.read(upToCount: limit + 1), data.count <= limit, let text = String(validating: data, as: UTF8.self) else {
            return (ConsoleSettings(), Phrase("config.toml 读不出来，没有采用：\(path)", "config.toml cannot be read and is not used: \(path)"))
        }
        let (settings, problems) = ConsoleSettings.reading(text)
        return (settings, problems.first?.message)
    }
}

extension ConsoleSettings {
    /// What the environment asks for, and the settings on top.
    var terminalOptions: NcursesTerminal.Options {
        var options = NcursesTerminal.Options.fromEnvironment(usesMouse: usesMouse)
        options.usesColor = options.usesColor && usesColor
        switch ambiguousWidth {
        case .auto: options.ambiguousWidth = nil
        case .one: options.ambiguousWidth = .narrow
        case .two: options.ambiguousWidth = .wide
        }
        switch background {
        case .auto: break
        case .dark: options.isLight = false
        case .light: options.isLight = true
        }
        return options
    }
}
