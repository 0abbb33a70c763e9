import ArgumentParser
import DoorstepCore
import DoorstepExchange

struct SettingsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "settings",
        abstract: .told(
            "影响结果的设置：不带参数列出全部，“名称”看一项，“名称=值”改一项；改动存进台站数据并记入日志。",
            "What changes results: all settings, or those that are named; NAME=VALUE changes one, in the store and its journal."),
        discussion: Setting.all.map { setting in
            let language = Surroundings.language(arguments: CommandLine.arguments)
            let allowed = Phrase("值：", "Value: ") + setting.allowed
            return "\(setting.name) (\(setting.standard))\n  \(setting.meaning(language))\n  \(allowed(language))"
        }.joined(separator: "\n"))

    @Argument(help: .told("名称，或名称=值。", "A name, or NAME=VALUE."), completion: .list(Setting.all.map(\.name)))
    var wanted: [String] = []

    @OptionGroup var output: OutputOptions
    @OptionGroup var station: StationOptions

    func run() throws {
        let desk = try Desk.open(station)
        let stored = try desk.storedSettings()
        var (settings, problems) = StationSettings.reading(stored)
        // Everything is understood before anything is changed.
        var shown: [Setting] = []
        var changed: [Setting] = []
        for word in wanted {
            let parts = word.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "=" || $0 == "＝" }
            let setting = try Setting.named(String(parts[0]))
            if !shown.contains(where: { $0.name == setting.name }) { shown.append(setting) }
            guard parts.count == 2 else { continue }
            try setting.set(String(parts[1]), in: &settings)
            if !changed.contains(where: { $0.name == setting.name }) { changed.append(setting) }
        }
        for setting in changed {
            let value = setting.value(in: settings)
            guard value != stored[setting.name] ?? setting.standard else { continue }
            try desk.set(setting, to: value)
            let before = stored[setting.name] ?? setting.standard
            Output.say(Phrase("已保存 \(setting.name)：\(before) → \(value)", "Saved \(setting.name): \(before) -> \(value)")(desk.language))
        }
        problems.removeAll { problem in changed.contains { problem.isAbout($0) } }
        for problem in problems { Output.say(problem.message(desk.language)) }
        try output.write(header: ["name", "value", "default", "meaning"], rows: (wanted.isEmpty ? Setting.all : shown).map { setting in
            [.text(setting.name), .text(setting.value(in: settings)), .text(setting.standard), .text(setting.meaning(desk.language))]
        })
    }
}

extension SettingError {
    fileprivate func isAbout(_ setting: Setting) -> Bool {
        if case .unreadableInStore(setting.name, _) = self { true } else { false }
    }
}
