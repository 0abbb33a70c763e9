import ArgumentParser
import Foundation

/// A command with its arguments, as the parser describes it to programs: read
/// from `--experimental-dump-help`, which its own tools read.
struct CommandOutline: Decodable {
    /// With the commands that it is part of: `match job`.
    private(set) var path = ""
    let abstract: String?
    private(set) var commands: [CommandOutline]
    /// Those that are told of.
    let arguments: [ArgumentOutline]
    private let name: String
    private let isShown: Bool

    /// The program with all its commands.
    static func program() throws -> CommandOutline {
        struct Dump: Decodable { let command: CommandOutline }
        let dump = try JSONDecoder().decode(Dump.self, from: Data(Doorstep._dumpHelp().utf8))
        return dump.command.named(within: nil)
    }

    /// The arguments of `StationOptions`, which nearly every command has:
    /// those of the console's that others have too.
    var shared: [ArgumentOutline] {
        func arguments(of command: String) -> [ArgumentOutline] { commands.first { $0.name == command }?.arguments ?? [] }
        let others = arguments(of: SettingsCommand._commandName)
        return arguments(of: ConsoleCommand._commandName).filter { others.contains($0) }
    }

    func own(without shared: [ArgumentOutline]) -> [ArgumentOutline] { arguments.filter { !shared.contains($0) } }

    private func named(within parent: String?) -> CommandOutline {
        var command = self
        command.path = [parent, parent == nil ? nil : name].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " ")
        // Help is told of beside the commands.
        command.commands = commands.filter { $0.isShown && $0.name != HelpOnTopic._commandName }.map { $0.named(within: command.path) }
        return command
    }

    private enum CodingKeys: String, CodingKey {
        case name = "commandName", isShown = "shouldDisplay", abstract, subcommands, arguments
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        name = try container.decode(String.self, forKey: .name)
        isShown = try container.decodeIfPresent(Bool.self, forKey: .isShown) ?? true
        abstract = try container.decodeIfPresent(String.self, forKey: .abstract)
        commands = try container.decodeIfPresent([CommandOutline].self, forKey: .subcommands) ?? []
        arguments = (try container.decodeIfPresent([ArgumentOutline].self, forKey: .arguments) ?? []).filter(\.isShown)
    }
}

struct ArgumentOutline: Decodable, Hashable {
    private struct Name: Decodable, Hashable {
        let kind: String
        let name: String
    }

    private enum Kind: String, Decodable {
        case positional, option, flag
    }

    let abstract: String?
    private let kind: Kind
    private let preferredName: Name?
    private let valueName: String?
    private let isOptional: Bool
    private let isRepeating: Bool
    private let shouldDisplay: Bool

    fileprivate var isShown: Bool { shouldDisplay }

    /// `--output`, or `<file>`.
    var title: String {
        guard kind != .positional, let preferredName else { return "<\(valueName ?? "")>" + (isRepeating ? " …" : "") }
        return (preferredName.kind == "long" ? "--" : "-") + preferredName.name
    }

    /// What stands behind an option.
    var value: String { kind == .option ? "<\(valueName ?? "")>" : "" }

    /// As it stands behind the command; options are told of below it.
    var synopsis: String { kind == .positional ? isOptional ? "[\(title)]" : title : "" }
}
